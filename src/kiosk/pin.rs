//! The PIN of the operator's page: its hash, and the attempts at it.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};

/// Number of digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=12;
/// Wrong attempts that cost no waiting.
const FREE_ATTEMPTS: u32 = 3;
/// Seconds of waiting after the first wrong attempt that costs any; each further one doubles them.
const FIRST_WAIT_S: f64 = 30.0;
/// The longest waiting, in seconds.
const MOST_WAIT_S: f64 = 3600.0;

/// Why a PIN has no hash.
#[derive(Debug, thiserror::Error)]
pub enum PinError {
    /// It is no PIN.
    #[error("a PIN has 4 to 12 digits and nothing else")]
    NotDigits,
    /// The library failed.
    #[error("the PIN cannot be hashed: {0}")]
    Hash(String),
}

/// The hash of a PIN (Argon2id, with a salt of its own), as `operator.pin` takes it.
///
/// # Errors
/// The text is no PIN, or the system gives no random numbers.
pub fn hash_pin(pin: &str) -> Result<String, PinError> {
    if !DIGITS.contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PinError::NotDigits);
    }
    match Argon2::default().hash_password(pin.as_bytes()) {
        Ok(hash) => Ok(hash.to_string()),
        Err(error) => Err(PinError::Hash(error.to_string())),
    }
}

/// Whether a hash is one that [`hash_pin`] could have made.
#[must_use]
pub(super) fn is_hash(text: &str) -> bool {
    text.starts_with("$argon2id$") && PasswordHash::new(text).is_ok()
}

/// Attempts to give the PIN. After three wrong ones each further one must wait, so that trying all PINs
/// takes years.
#[derive(Debug, Clone, Default)]
pub struct Attempts {
    wrong: u32,
    /// The second before which no PIN is looked at.
    open_s: f64,
}

impl Attempts {
    /// Seconds that the next attempt must wait; 0 where it need not.
    #[must_use]
    pub fn wait_s(&self, now_s: f64) -> f64 {
        (self.open_s - now_s).max(0.0)
    }

    /// Whether a PIN is the right one. While an attempt must wait none is.
    pub fn try_pin(&mut self, pin: &str, hash: &str, now_s: f64) -> bool {
        if self.wait_s(now_s) > 0.0 {
            return false;
        }
        let is_right = PasswordHash::new(hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(pin.as_bytes(), &hash)
                .is_ok()
        });
        if is_right {
            *self = Self::default();
            return true;
        }
        self.wrong += 1;
        if let Some(over) = self.wrong.checked_sub(FREE_ATTEMPTS) {
            let wait = FIRST_WAIT_S * 2_f64.powi(over.min(10) as i32);
            self.open_s = now_s + wait.min(MOST_WAIT_S);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_known_by_its_hash_and_two_hashes_differ() {
        let (one, other) = (
            hash_pin("2468").expect("a hash"),
            hash_pin("2468").expect("a hash"),
        );
        assert!(is_hash(&one) && one != other);
        let mut attempts = Attempts::default();
        assert!(!attempts.try_pin("2469", &one, 0.0));
        assert!(attempts.try_pin("2468", &one, 0.0));
        for no_pin in ["123", "12a4", "", "1234567890123"] {
            assert!(hash_pin(no_pin).is_err(), "{no_pin}");
        }
        assert!(!is_hash("1234") && !is_hash("$argon2id$"));
    }

    #[test]
    fn wrong_attempts_wait_longer_and_longer_and_a_right_one_forgets_them() {
        let hash = hash_pin("1357").expect("a hash");
        let mut attempts = Attempts::default();
        for _ in 0..3 {
            assert_eq!(attempts.wait_s(0.0), 0.0);
            assert!(!attempts.try_pin("0000", &hash, 0.0));
        }
        assert_eq!(attempts.wait_s(0.0), 30.0);
        assert!(!attempts.try_pin("1357", &hash, 10.0), "too early");
        assert_eq!(
            attempts.wait_s(10.0),
            20.0,
            "an early attempt costs nothing"
        );
        assert!(!attempts.try_pin("0000", &hash, 31.0));
        assert_eq!(attempts.wait_s(31.0), 60.0);
        assert!(attempts.try_pin("1357", &hash, 92.0));
        assert_eq!(attempts.wait_s(92.0), 0.0);
    }
}
