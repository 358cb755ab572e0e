//! Names of files that the program suggests: after what is in them, and possible on every system.

/// Longest name without its ending, in characters.
const LONGEST: usize = 120;

/// A name of parts with hyphens between them. What a system does not allow in names of files becomes
/// a hyphen.
///
/// ```
/// use araxes::export::file_names::file_name;
///
/// assert_eq!(file_name(&["nakhchivan-1920", "records"], "csv"), "nakhchivan-1920-records.csv");
/// assert_eq!(file_name(&["../a:b", "what?"], "png"), "a-b-what.png");
/// ```
#[must_use]
pub fn file_name(parts: &[&str], ending: &str) -> String {
    let is_forbidden = |c: char| c.is_control() || c.is_whitespace() || r#"/\:*?"<>|"#.contains(c);
    let joined = parts.join("-");
    let words = joined.split(|c: char| is_forbidden(c) || c == '-');
    let clean = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty());
    let name = clean.collect::<Vec<_>>().join("-");
    let short: String = name.chars().take(LONGEST).collect();
    let short = if short.is_empty() { "araxes" } else { &short };
    format!("{short}.{ending}")
}
