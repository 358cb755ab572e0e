//! The embedded typefaces, and the width of a text set in them. The window and every export use the
//! same font files.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::characters::is_mark;
use crate::packed;

/// The width, in ems, up to which a word is never broken. What is
/// wider is an address or a mistake.
const LONGEST_WORD: f32 = 16.0;
/// The least width, in ems, of the parts of a word that is broken.
const LEAST_LINE: f32 = 4.0;
/// The part of its size that a line has at least. Below it the line is cut.
pub(crate) const LEAST_PART: f32 = 0.45;

/// A typeface, named by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum Face {
    Regular,
    SemiBold,
    Italic,
    Condensed,
    Serif,
    SerifSemiBold,
    SerifItalic,
    Display,
    DisplayMedium,
}

/// An embedded font file.
#[derive(Debug, Clone, Copy)]
pub struct FontFile {
    /// The file name without `Noto` and the extension.
    pub name: &'static str,
    /// The content of the file.
    pub bytes: &'static [u8],
}

impl FontFile {
    /// Whether the font is an italic.
    #[must_use]
    pub fn is_italic(&self) -> bool {
        self.name.ends_with("Italic")
    }

    /// Weight of the font, 100 to 900, as the file states it.
    #[must_use]
    pub fn weight(&self) -> u16 {
        parsed(self.name).map_or(400, |font| font.weight().to_number())
    }

    /// The name of the font family, as the file states it.
    #[must_use]
    pub fn family(&self) -> String {
        let parsed = parsed(self.name);
        let names = parsed.into_iter().flat_map(|font| font.names());
        let family = names
            .filter(|n| n.name_id == ttf_parser::name_id::FAMILY)
            .find_map(|n| n.to_string());
        family.unwrap_or_else(|| self.name.to_owned())
    }
}

/// The embedded file with that name; `None` where there is none.
#[must_use]
pub fn font_file(name: &str) -> Option<&'static FontFile> {
    FILES.iter().find(|f| f.name == name)
}

/// Names of the embedded files.
const NAMES: [&str; 15] = [
    "Sans-Regular",
    "Sans-SemiBold",
    "Sans-Italic",
    "Sans-SemiCondensedMedium",
    "Serif-Medium",
    "Serif-SemiBold",
    "Serif-Italic",
    "SerifDisplay-Regular",
    "SerifDisplay-Medium",
    "SansArmenian-Regular",
    "SansArmenian-SemiBold",
    "SerifArmenian-Light",
    "SerifArmenian-Medium",
    "SerifArmenian-SemiBold",
    "SansMath-Regular",
];

/// All embedded files.
pub static FILES: LazyLock<[FontFile; NAMES.len()]> = LazyLock::new(|| {
    NAMES.map(|name| FontFile {
        name,
        bytes: packed::bytes(&format!("assets/fonts/Noto{name}.ttf")),
    })
});

/// Receives the outline of a text. Coordinates count from the start of the baseline, positive
/// downward, in the unit of the font size.
pub trait Outline {
    /// Begins a contour.
    fn move_to(&mut self, x: f32, y: f32);
    /// Adds a straight line.
    fn line_to(&mut self, x: f32, y: f32);
    /// Adds a quadratic curve with one control point.
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32);
    /// Ends a contour.
    fn close(&mut self);
}

/// Passes on one letter's outline, moved and scaled. TrueType outlines have no cubic curves.
struct Placed<'a, O> {
    out: &'a mut O,
    x: f32,
    scale: f32,
}

impl<O: Outline> ttf_parser::OutlineBuilder for Placed<'_, O> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.out.move_to(self.x + x * self.scale, -y * self.scale);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.out.line_to(self.x + x * self.scale, -y * self.scale);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let s = self.scale;
        self.out
            .quad_to(self.x + cx * s, -cy * s, self.x + x * s, -y * s);
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.line_to(x, y);
    }
    fn close(&mut self) {
        self.out.close();
    }
}

impl Face {
    /// All typefaces.
    pub const ALL: [Self; 9] = [
        Self::Regular,
        Self::SemiBold,
        Self::Italic,
        Self::Condensed,
        Self::Serif,
        Self::SerifSemiBold,
        Self::SerifItalic,
        Self::Display,
        Self::DisplayMedium,
    ];

    /// The name by which a toolkit refers to the typeface.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::SemiBold => "semibold",
            Self::Italic => "italic",
            Self::Condensed => "cond",
            Self::Serif => "serif",
            Self::SerifSemiBold => "serif-semibold",
            Self::SerifItalic => "serif-italic",
            Self::Display => "display",
            Self::DisplayMedium => "display-medium",
        }
    }

    /// The font files in the order in which a character is looked up: Latin and Cyrillic, Armenian,
    /// the plain face, and arrows last.
    #[must_use]
    pub const fn files(self) -> [&'static str; 4] {
        const LAST: &str = "Sans-Regular";
        const ARROWS: &str = "SansMath-Regular";
        match self {
            Self::Regular => ["Sans-Regular", "SansArmenian-Regular", LAST, ARROWS],
            Self::SemiBold => ["Sans-SemiBold", "SansArmenian-SemiBold", LAST, ARROWS],
            Self::Italic => ["Sans-Italic", "SansArmenian-Regular", LAST, ARROWS],
            Self::Condensed => [
                "Sans-SemiCondensedMedium",
                "SansArmenian-Regular",
                LAST,
                ARROWS,
            ],
            Self::Serif => ["Serif-Medium", "SerifArmenian-Medium", LAST, ARROWS],
            Self::SerifSemiBold => ["Serif-SemiBold", "SerifArmenian-SemiBold", LAST, ARROWS],
            Self::SerifItalic => ["Serif-Italic", "SerifArmenian-Medium", LAST, ARROWS],
            Self::Display => ["SerifDisplay-Regular", "SerifArmenian-Light", LAST, ARROWS],
            Self::DisplayMedium => ["SerifDisplay-Medium", "SerifArmenian-Medium", LAST, ARROWS],
        }
    }

    /// Whether the typeface can draw a character.
    #[must_use]
    pub fn has(self, c: char) -> bool {
        self.known(c).is_some()
    }

    /// The width of `text` in this typeface, in the unit of `size`.
    #[must_use]
    pub fn width(self, text: &str, size: f32) -> f32 {
        let mut before = None;
        let widths = text.chars().map(|c| {
            let is_above = is_tone(c) && before.is_some_and(is_vowel);
            before = Some(c);
            if is_above { 0.0 } else { self.advance(c, size) }
        });
        widths.sum()
    }

    /// The font size at which `text` is no wider than `room`: `size`, or less where that is too
    /// large.
    #[must_use]
    pub fn fitted(self, text: &str, size: f32, room: f32) -> f32 {
        let width = self.width(text, size);
        if width <= room {
            size
        } else {
            size * room / width
        }
    }

    /// A line that is no wider than `room`, and its font size: smaller where `text` is too wide for
    /// `size`, and cut with an ellipsis where it would be smaller than 45% of it.
    #[must_use]
    pub fn shortened(self, text: &str, size: f32, room: f32) -> (Cow<'_, str>, f32) {
        let fitted = self.fitted(text, size, room.max(0.0));
        let least = size * LEAST_PART;
        if fitted >= least {
            return (Cow::Borrowed(text), fitted);
        }
        (self.cut(text, least, room), least)
    }

    /// A line that is no wider than `room`, cut with an ellipsis where it has to be.
    #[must_use]
    pub fn cut(self, text: &str, size: f32, room: f32) -> Cow<'_, str> {
        if self.width(text, size) <= room {
            return Cow::Borrowed(text);
        }
        let room = (room - self.width("…", size)).max(0.0);
        let kept = text[..self.end_within(text, size, room)].trim_end();
        Cow::Owned(format!("{kept}…"))
    }

    /// Where the part of `text` ends that is no wider than `room`, between two letters with their marks.
    fn end_within(self, text: &str, size: f32, room: f32) -> usize {
        let mut width = 0.0;
        let mut end = 0;
        for (at, c) in text.char_indices() {
            if !is_mark(c) {
                end = at;
            }
            width += self.advance(c, size);
            if width > room {
                return end;
            }
        }
        text.len()
    }

    /// The width of one character, in the unit of `size`.
    #[must_use]
    pub fn advance(self, c: char, size: f32) -> f32 {
        self.known(c).map_or(0.5, |glyph| glyph.advance_em) * size
    }

    /// Breaks `text` at spaces, but not at no-break spaces, into lines no wider than `width`. What
    /// `pieces` keeps together is broken only where it is wider than a line. A word is broken only
    /// where it is wider than a line and than 16 times its size.
    #[must_use]
    pub fn wrap(self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let words = pieces(text).into_iter().flat_map(|piece| {
            let is_whole = self.width(piece, size) <= width;
            piece.split(move |c| !is_whole && is_space(c))
        });
        let words = words.flat_map(|word| self.parts_of_word(word, size, width));
        for word in words {
            match lines.last_mut() {
                Some(line)
                    if self.width(line, size) + self.width(word, size) + 0.26 * size <= width =>
                {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// A word, in parts no wider than `width` where it is wider than [`LONGEST_WORD`].
    fn parts_of_word(self, word: &str, size: f32, width: f32) -> impl Iterator<Item = &str> {
        let mut rest = Some(word);
        let longest = if self.width(word, size) > LONGEST_WORD * size {
            width.max(LEAST_LINE * size)
        } else {
            f32::INFINITY
        };
        std::iter::from_fn(move || {
            let word = rest?;
            let end = self.end_within(word, size, longest);
            let end = if end == 0 { word.len() } else { end };
            let (part, after) = word.split_at(end);
            rest = Some(after).filter(|after| !after.is_empty());
            Some(part)
        })
    }

    /// Splits `text` into pieces that each use one font file, given by its name.
    #[must_use]
    pub fn runs(self, text: &str) -> Vec<(&'static str, String)> {
        let mut runs: Vec<(&'static str, String)> = Vec::new();
        for c in text.chars() {
            let files = self.files();
            let file = files[self.known(c).map_or(0, |glyph| glyph.file)];
            match runs.last_mut() {
                Some((last, run)) if *last == file => run.push(c),
                _ => runs.push((file, c.to_string())),
            }
        }
        runs
    }

    /// Writes the outline of `text` to `out`, letter by letter.
    pub fn outline(self, text: &str, size: f32, tracking: f32, out: &mut impl Outline) {
        let mut x = 0.0;
        for c in text.chars() {
            if let Some((font, id)) = self.glyph(c) {
                font.outline_glyph(
                    id,
                    &mut Placed {
                        out,
                        x,
                        scale: size / f32::from(font.units_per_em()),
                    },
                );
            }
            x += self.advance(c, size) + tracking;
        }
    }

    fn glyph(self, c: char) -> Option<(&'static ttf_parser::Face<'static>, ttf_parser::GlyphId)> {
        let glyph = self.known(c)?;
        Some((parsed(self.files()[glyph.file])?, glyph.id))
    }

    /// The glyph of a character; `None` where no file of the typeface has it.
    fn known(self, c: char) -> Option<&'static Glyph> {
        GLYPHS.get(self as usize)?.get(&c)
    }
}

/// Whether a character is one of the Armenian marks of tone, of which the faces draw one after a vowel
/// above it, in its width.
fn is_tone(c: char) -> bool {
    matches!(c, '՛' | '՜' | '՞')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'ա' | 'ե' | 'է' | 'ը' | 'ի' | 'ո' | 'օ' | 'ւ')
}

/// Whether a line may end at a character.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}'
}

/// The pieces of a text between which a line may end: its words, except that an initial stays with the
/// name after it, an abbreviation with its number (*p. 174*), and a number with what it counts
/// (*3 July*).
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut rest = text;
    let mut begun: Option<&str> = None;
    loop {
        rest = rest.trim_start_matches(is_space);
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.is_empty() {
            return pieces;
        }
        let whole = begun.unwrap_or(rest);
        let next = after.strip_prefix(' ').unwrap_or_default();
        rest = after;
        if is_bound(word, next) {
            begun = Some(whole);
        } else {
            pieces.push(&whole[..whole.len() - after.len()]);
            begun = None;
        }
    }
}

/// Whether a word does not leave what follows the space after it.
fn is_bound(word: &str, next: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_short = |most| letters.ends_with('.') && letters.chars().count() <= most;
    let is_number = !letters.is_empty() && letters.chars().all(|c| c.is_ascii_digit());
    let next = next.chars().next();
    let before_digit = next.is_some_and(|c| c.is_ascii_digit());
    let before_letter = next.is_some_and(char::is_alphabetic);
    (before_digit && is_short(4))
        || (before_letter && (is_short(2) || (is_number && letters.len() <= 2)))
}

/// A glyph of a typeface: the font file, the glyph's id in it, and its width.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    file: usize,
    id: ttf_parser::GlyphId,
    /// Advance width, in ems.
    advance_em: f32,
}

/// The glyphs of every typeface, by character, in the order of [`Face::ALL`].
static GLYPHS: LazyLock<Vec<HashMap<char, Glyph>>> = LazyLock::new(|| {
    Face::ALL
        .iter()
        .map(|face| {
            let mut glyphs = HashMap::new();
            for (file, name) in face.files().into_iter().enumerate() {
                let Some(font) = parsed(name) else { continue };
                for_each_glyph(font, |c, id| {
                    // The first file that has a character provides its glyph.
                    glyphs.entry(c).or_insert_with(|| Glyph {
                        file,
                        id,
                        advance_em: f32::from(font.glyph_hor_advance(id).unwrap_or_default())
                            / f32::from(font.units_per_em()),
                    });
                });
            }
            glyphs
        })
        .collect()
});

/// Calls `with` for every character for which a font has a glyph.
fn for_each_glyph(font: &ttf_parser::Face<'_>, mut with: impl FnMut(char, ttf_parser::GlyphId)) {
    let subtables = font
        .tables()
        .cmap
        .into_iter()
        .flat_map(|cmap| cmap.subtables);
    for subtable in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        subtable.codepoints(|code| {
            if let Some(c) = char::from_u32(code)
                && let Some(id) = font.glyph_index(c)
            {
                with(c, id);
            }
        });
    }
}

fn parsed(name: &str) -> Option<&'static ttf_parser::Face<'static>> {
    PARSED
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, font)| font)
}

static PARSED: LazyLock<Vec<(&'static str, ttf_parser::Face<'static>)>> = LazyLock::new(|| {
    FILES
        .iter()
        .filter_map(|f| Some((f.name, ttf_parser::Face::parse(f.bytes, 0).ok()?)))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_numbers_stay_with_their_words() {
        let text = "(G. V. Chicherin to  S. Orjonikidze, 3 July 1920, p. 174.  İ. Hüseynov) 24";
        let whole = [
            "(G. V. Chicherin",
            "to",
            "S. Orjonikidze,",
            "3 July",
            "1920,",
            "p. 174.",
            "İ. Hüseynov)",
            "24",
        ];
        assert_eq!(pieces(text), whole);
        assert_eq!(pieces(" 2  июля "), ["2", "июля"]);
        assert!(pieces("  ").is_empty());
        let face = Face::Regular;
        let lines = face.wrap("to S. Orjonikidze", 10.0, face.width("Orjonikidze", 10.0));
        assert_eq!(lines, ["to S.", "Orjonikidze"]);
    }

    #[test]
    fn every_letter_of_the_five_languages_is_in_every_face() {
        let letters = "AaƏəĞğIıİiÖöŞşÜüÇç Яяѣѳѵ ԱաԵեՖֆև 0123456789.,–’“”";
        for face in Face::ALL {
            for c in letters.chars() {
                assert!(face.known(c).is_some(), "{face:?} lacks {c:?}");
            }
        }
    }

    #[test]
    fn faces_stand_in_the_order_of_their_list() {
        for (i, face) in Face::ALL.into_iter().enumerate() {
            assert_eq!(face as usize, i);
        }
    }

    #[test]
    fn lines_are_cut_at_spaces_and_hold_every_word() {
        let lines = Face::Condensed.wrap("1st and 3rd Kuban regiments", 14.0, 90.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), "1st and 3rd Kuban regiments");
        assert!(lines.iter().all(|l| Face::Condensed.width(l, 14.0) <= 90.0));
    }

    #[test]
    fn a_word_of_hundreds_of_letters_is_broken_and_a_long_one_is_not() {
        let endless = "ZI".repeat(150);
        let lines = Face::Regular.wrap(&format!("Claimed by {endless} alone"), 10.0, 200.0);
        assert!(lines.len() > 5);
        assert!(
            lines.iter().all(|l| Face::Regular.width(l, 10.0) <= 200.0),
            "{lines:?}"
        );
        assert_eq!(
            lines.concat().matches("ZI").count(),
            150,
            "no letter is lost"
        );
        let german = "Zuschlagsüberschreitungen";
        assert_eq!(Face::Regular.wrap(german, 10.0, 50.0), [german]);
        let (cut, size) = Face::Regular.shortened(&endless, 10.0, 100.0);
        assert!(
            cut.ends_with('…') && Face::Regular.width(&cut, size) <= 100.0,
            "{cut}"
        );
        assert_eq!(Face::Regular.shortened("short", 10.0, 100.0).0, "short");
    }

    #[test]
    fn an_armenian_mark_of_tone_takes_no_space_of_its_own() {
        for face in [Face::Regular, Face::SerifSemiBold, Face::DisplayMedium] {
            let width = |text: &str| face.width(text, 10.0);
            assert_eq!(width("ո՞ւմ"), width("ում"));
            assert_eq!(width("ո՛չ"), width("ոչ"));
            assert!(width("մ՞") > width("մ"), "it stands beside other letters");
        }
    }
}
