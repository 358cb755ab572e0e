//! The pseudo-language of the tests: English with accents, two fifths longer, in brackets. What is cut
//! or covered in it would be so in a language with long words.

/// Its tag, which the registry of languages keeps for private use.
pub(crate) const TAG: &str = "qps";

/// A text in the pseudo-language: each vowel twice, the first with an accent, within brackets.
pub(crate) fn pseudo(text: &str) -> String {
    if !text.chars().any(char::is_alphabetic) {
        return text.to_owned();
    }
    let mut out = String::from("[");
    for c in text.chars() {
        let accented = match c {
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            'A' => 'Á',
            'E' => 'É',
            'I' => 'Í',
            'O' => 'Ó',
            'U' => 'Ú',
            c => c,
        };
        out.push(accented);
        if accented != c {
            out.extend(c.to_lowercase());
        }
    }
    out.push(']');
    out
}
