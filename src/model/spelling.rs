//! Names in the form that search compares: the spellings of one name in any script have one key.
//! `session::search`, [`Source`](super::Source) and `araxes new` use it.

/// Text in Latin letters without diacritics, as `any_ascii` makes it, with the Armenian digraph for
/// u read as one letter.
///
/// ```
/// assert_eq!(araxes::model::latin("Շուշի"), "Shushi");
/// assert_eq!(araxes::model::latin("Şərur"), "Serur");
/// ```
#[must_use]
pub fn latin(text: &str) -> String {
    let text = text
        .replace("ու", "u")
        .replace("Ու", "U")
        .replace("ՈՒ", "U");
    // `any_ascii` writes hard and soft signs and aspiration marks as apostrophes.
    any_ascii::any_ascii(&text).replace(['\'', '"', '`'], "")
}

/// Least likeness, from 0 to 1, of a name that is offered instead of an unknown one.
const LEAST_LIKENESS: f64 = 0.8;

/// The one of some names that somebody who wrote `name` may have meant; `None` where none is alike.
///
/// ```
/// use araxes::model::nearest;
///
/// let names = ["moscow", "baku", "chicherin"];
/// assert_eq!(nearest("Moscow", names), Some("moscow"));
/// assert_eq!(nearest("chicheryn", names), Some("chicherin"));
/// assert_eq!(nearest("london", names), None);
/// ```
#[must_use]
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = latin(&name.chars().take(100).collect::<String>()).to_lowercase();
    let likeness = |known: &str| strsim::jaro_winkler(&wanted, &known.to_lowercase());
    let alike = names.into_iter().map(|known| (likeness(known), known));
    let alike = alike.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS);
    alike
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// Groups of letters that spell one sound in the languages of the region, with the letter that
/// replaces them in a key.
const SOUNDS: [(&str, &str); 9] = [
    ("dzh", "j"),
    ("tch", "j"),
    ("dz", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("ch", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("sh", "s"),
];

/// The key of a text, which is equal for all spellings of one name, so that it can be sought in any
/// of them.
///
/// Letters that alternate between the spellings of one name become one: a, e and ə; c, j, ç, dj,
/// dzh and dz; k, q, g and gh; x, kh and h; s and sh; i and y; v and w. A palatal y before a vowel
/// is left out, as is the second of two equal letters, the y of an initial ye, and the final k of -ak,
/// which Armenian keeps and Persian and Turkic names have lost. An initial i before r is an a.
///
/// ```
/// use araxes::model::fold;
/// assert_eq!(fold("Gəncə"), fold("Гянджа"));
/// assert_ne!(fold("Goris"), fold("Gori"));
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut plain = latin(text).to_ascii_lowercase();
    for (letters, sound) in SOUNDS {
        plain = plain.replace(letters, sound);
    }
    let letters: Vec<char> = plain.chars().collect();
    let mut key = String::with_capacity(letters.len());
    let mut last = None;
    for (i, letter) in letters.iter().enumerate() {
        if is_silent(&letters, i) {
            continue;
        }
        let sound = match letter {
            'i' if is_before_r(&letters, i) => 'a',
            'k' | 'q' => 'g',
            'c' => 'j',
            'x' => 'h',
            'y' => 'i',
            'w' => 'v',
            'e' => 'a',
            other => *other,
        };
        if last != Some(sound) || !sound.is_alphabetic() {
            key.push(sound);
        }
        last = Some(sound);
    }
    key
}

/// Whether the i at `i` stands before an r at the beginning of a word, where Turkic names have it for
/// another vowel: İrəvan is Erevan.
fn is_before_r(letters: &[char], i: usize) -> bool {
    let begins = i.checked_sub(1).and_then(|before| letters.get(before));
    let begins = begins.is_none_or(|before| !before.is_ascii_alphabetic());
    let after = |n: usize| letters.get(i + n).copied().unwrap_or(' ');
    begins && after(1) == 'r' && is_vowel(after(2))
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether the letter at `i` is written in some spellings of a name and not in others.
fn is_silent(letters: &[char], i: usize) -> bool {
    let at = |n: usize| letters.get(n).copied().unwrap_or(' ');
    let before = |n: usize| i.checked_sub(n).map_or(' ', at);
    let is_consonant = |c: char| c.is_ascii_lowercase() && !is_vowel(c);
    let next = at(i + 1);
    match letters[i] {
        // In Гянджа and Gyandja, for the vowel that Azerbaijani writes ə, after any consonant.
        // At the beginning of a word, Yerevan is also Erevan.
        'y' => {
            (is_consonant(before(1)) && matches!(next, 'a' | 'e' | 'o' | 'u'))
                || (!before(1).is_ascii_alphabetic() && next == 'e')
        }
        // In Giandja, the same, but only after g and k, because ia and io are syllables elsewhere.
        'i' => matches!(before(1), 'g' | 'k' | 'q') && matches!(next, 'a' | 'e' | 'o' | 'u'),
        'k' => {
            before(1) == 'a'
                && is_consonant(before(2))
                && before(3).is_ascii_lowercase()
                && before(4).is_ascii_lowercase()
                && !next.is_ascii_lowercase()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, latin};

    #[test]
    fn one_name_in_any_script_and_spelling_has_one_key() {
        for names in [
            &[
                "Gence",
                "Gəncə",
                "Ganja",
                "Gandja",
                "Gandzha",
                "Гянджа",
                "Գանձակ",
                "Gandzak",
            ][..],
            &["Naxçıvan", "Nakhchivan", "NAXÇIVAN", "Nahcivan"],
            &[
                "Նախիջևան",
                "Նախիջեւան",
                "ՆԱԽԻՋԵՒԱՆ",
                "Nakhijevan",
                "Нахиджеван",
            ],
            &["Şahtaxtı", "Shahtakhti", "Шахтахты"],
            &["Şərur", "Sharur", "Шарур", "Շարուր", "Serur"],
            &["Şuşa", "Shusha", "Шуша"],
            &["Culfa", "Julfa", "Джульфа", "Ջուլֆա"],
            &["Lənkəran", "Лянкяран", "Lankaran"],
            &["Kəlbəcər", "Кяльбаджар"],
            &["Zəngəzur", "Зангезур", "Զանգեզուր", "Zangezur"],
            &["Təbriz", "Tabriz", "Тебриз"],
            &["Əliyev", "Алиев", "Aliyev"],
            &["Yerevan", "Irevan", "İrəvan", "Երևան", "Ереван", "Erevan"],
        ] {
            for name in names {
                assert_eq!(fold(name), fold(names[0]), "{name} and {}", names[0]);
            }
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        let names = [
            "Baku",
            "Batum",
            "Goris",
            "Gori",
            "Kars",
            "Shusha",
            "Sharur",
            "Ganja",
            "Julfa",
            "Ordubad",
            "Erivan",
            "Nakhchivan",
            "Kazakh",
            "Tiflis",
            "Tabriz",
            "Van",
            "Ani",
        ];
        for (i, a) in names.iter().enumerate() {
            for b in &names[i + 1..] {
                assert_ne!(fold(a), fold(b), "{a} and {b}");
            }
        }
    }

    #[test]
    fn every_script_comes_out_in_latin_letters() {
        assert_eq!(latin("Шарур"), "Sharur");
        assert_eq!(latin("Շուշի"), "Shushi");
        assert_eq!(latin("نخجوان"), "nkhjwn");
        assert!(latin("Ձորագյուղ ☃ 北京").is_ascii());
    }
}
