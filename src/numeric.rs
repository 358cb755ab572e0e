//! Numbers kept within limits, without a panic.

/// `value`, raised to `least` and then lowered to `most`. Where `least` exceeds `most`, as it may
/// when both are computed from the size of a window, the result is `most`; `f32::clamp` and
/// `Ord::clamp` panic there, which is why `clippy.toml` forbids them.
///
/// ```
/// use araxes::numeric::clamped;
///
/// assert_eq!(clamped(7, 0, 5), 5);
/// assert_eq!(clamped(200.0, 300.0, 100.0), 100.0);
/// ```
#[must_use]
pub fn clamped<T: PartialOrd>(value: T, least: T, most: T) -> T {
    let raised = if value < least { least } else { value };
    if raised > most { most } else { raised }
}
