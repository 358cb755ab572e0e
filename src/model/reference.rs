//! References to archives and books, as the note of a source names them. `timeline::archives` sorts
//! records by them.

use super::Citation;

/// Labels of the parts of a shelf mark, such as fond, opis and delo.
const SHELF_LABELS: [&str; 14] = [
    "f", "op", "d", "fond", "opis", "delo", "box", "file", "folder", "no", "series", "class",
    "carton", "reel",
];
/// Labels of leaves and pages.
const LEAF_LABELS: [&str; 10] = [
    "l", "ll", "leaf", "leaves", "fol", "fols", "folio", "p", "pp", "page",
];

/// One archive file or book that a citation goes back to.
///
/// ```
/// use araxes::model::Reference;
///
/// let all = Reference::all("RGASPI f. 5, op. 1, d. 2104, l. 1; f. 64, op. 1, d. 17, l. 40–41v");
/// assert_eq!(all[1].holder, "RGASPI");
/// assert_eq!(all[1].shelf_mark(), "f. 64, op. 1, d. 17");
/// assert_eq!(all[1].leaves[0].first, 40);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The archive, or the book with its author and year.
    pub holder: String,
    /// The parts of the shelf mark with their labels, such as `f. 64`; empty for a book.
    pub shelf: Vec<String>,
    /// Leaves or pages as they are written, such as `l. 3–3v`; empty where none is named.
    pub leaves_as_written: String,
    /// The leaves or pages as numbers, as far as they are numbers.
    pub leaves: Vec<Leaves>,
}

/// Leaves or pages from one number to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaves {
    /// Number of the first leaf.
    pub first: u32,
    /// Number of the last leaf, which may be the first.
    pub last: u32,
}

impl Leaves {
    /// Whether both have a leaf in common. The sides of a leaf are not told apart.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Reads `3–3v`, `12` and `73v–74v`; `None` for what begins with no number.
    fn read(text: &str) -> Option<Self> {
        let mut ends = text.split(['–', '-']).map(|end| {
            let digits = end.trim().split(|c: char| !c.is_ascii_digit()).next();
            digits.and_then(|digits| digits.parse::<u32>().ok())
        });
        let first = ends.next()??;
        let last = ends.next().flatten().unwrap_or(first);
        Some(Self {
            first,
            last: last.max(first),
        })
    }
}

impl Reference {
    /// All references of a citation; none where it names nothing behind its source.
    #[must_use]
    pub fn of(citation: &Citation) -> Vec<Self> {
        citation
            .original
            .as_deref()
            .map(Self::all)
            .unwrap_or_default()
    }

    /// All references of a text, which semicolons separate. One without a name is in the archive of
    /// the one before it.
    #[must_use]
    pub fn all(text: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            let before = all.last().map(|r| r.holder.clone()).unwrap_or_default();
            all.push(Self::read(part, before));
        }
        all
    }

    /// Whether it is a file of an archive, and no book.
    #[must_use]
    pub fn is_archive(&self) -> bool {
        !self.shelf.is_empty()
    }

    /// The parts of the shelf mark in one line: `f. 64, op. 1, d. 21`.
    #[must_use]
    pub fn shelf_mark(&self) -> String {
        self.shelf.join(", ")
    }

    /// The archive with the shelf mark: `RGASPI f. 64, op. 1, d. 21`. For a book its name.
    #[must_use]
    pub fn file(&self) -> String {
        let shelf_mark = self.shelf_mark();
        if shelf_mark.is_empty() {
            self.holder.clone()
        } else {
            format!("{} {shelf_mark}", self.holder)
        }
    }

    fn read(part: &str, before: String) -> Self {
        let (mut holder, mut shelf, mut leaves) = (Vec::new(), Vec::new(), Vec::<&str>::new());
        for (i, segment) in part.split(", ").map(str::trim).enumerate() {
            let (name, rest) = if i == 0 {
                named(segment)
            } else {
                ("", segment)
            };
            if !name.is_empty() {
                holder.push(name);
            }
            match label_of(rest) {
                Some(label) if LEAF_LABELS.contains(&label.as_str()) => leaves.push(rest),
                Some(_) => shelf.push(rest.to_owned()),
                None if !leaves.is_empty() => leaves.push(rest),
                None if !rest.is_empty() => holder.push(rest),
                None => {}
            }
        }
        let holder = holder.join(", ");
        let numbers = leaves.iter().filter_map(|leaf| {
            let number = leaf.find(|c: char| c.is_ascii_digit())?;
            Leaves::read(&leaf[number..])
        });
        Self {
            holder: if holder.is_empty() { before } else { holder },
            shelf,
            leaves: numbers.collect(),
            leaves_as_written: leaves.join(", "),
        }
    }
}

/// Splits `RGASPI f. 64` into the name and what follows it from the first label on.
fn named(segment: &str) -> (&str, &str) {
    let starts = segment.split_whitespace().map(|word| {
        // Words are parts of the segment, so their distance from its beginning is their place.
        word.as_ptr() as usize - segment.as_ptr() as usize
    });
    for at in starts {
        if label_of(&segment[at..]).is_some() {
            return (segment[..at].trim(), &segment[at..]);
        }
    }
    (segment, "")
}

/// The label of a text such as `op. 3`, without its full stop; `None` where it has none, or no number
/// after it.
fn label_of(text: &str) -> Option<String> {
    let (label, rest) = text.split_once(' ')?;
    let label = label.trim_end_matches('.').to_lowercase();
    let is_label = SHELF_LABELS.contains(&label.as_str()) || LEAF_LABELS.contains(&label.as_str());
    (is_label && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String, String)> {
        let all = Reference::all(text).into_iter();
        all.map(|r| (r.holder.clone(), r.shelf_mark(), r.leaves_as_written))
            .collect()
    }

    fn one(holder: &str, shelf: &str, leaves: &str) -> (String, String, String) {
        (holder.to_owned(), shelf.to_owned(), leaves.to_owned())
    }

    #[test]
    fn files_books_and_several_of_them_are_read() {
        assert_eq!(
            read("RGASPI f. 17, op. 3, d. 93, l. 1, 3v–4v"),
            [one("RGASPI", "f. 17, op. 3, d. 93", "l. 1, 3v–4v")]
        );
        assert_eq!(
            read(
                "RGASPI f. 17, op. 163, d. 83, l. 66–71; f. 85, op. 1, d. 2, l. 6–7; Barsegov (ed.), Genotsid armyan, vol. 2, part 1, 2005, p. 73"
            ),
            [
                one("RGASPI", "f. 17, op. 163, d. 83", "l. 66–71"),
                one("RGASPI", "f. 85, op. 1, d. 2", "l. 6–7"),
                one(
                    "Barsegov (ed.), Genotsid armyan, vol. 2, part 1, 2005",
                    "",
                    "p. 73"
                ),
            ]
        );
        assert_eq!(
            read("State Archive of Vellamar, box 3, leaf 12"),
            [one("State Archive of Vellamar", "box 3", "leaf 12")]
        );
        assert_eq!(
            read("Kommunist (in Russian), Baku, 15 October 1920"),
            [one("Kommunist (in Russian), Baku, 15 October 1920", "", "")]
        );
        assert_eq!(read(" ; "), []);
    }

    #[test]
    fn leaves_are_numbers_without_their_sides() {
        let leaves = |text: &str| Reference::all(text)[0].leaves.clone();
        let of = |first, last| Leaves { first, last };
        assert_eq!(leaves("A f. 1, l. 1, 3v–4v"), [of(1, 1), of(3, 4)]);
        assert_eq!(leaves("A f. 1, l. 73v–74v"), [of(73, 74)]);
        assert!(of(6, 6).meets(of(6, 8)) && !of(3, 4).meets(of(6, 7)));
    }
}
