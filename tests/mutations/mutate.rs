//! Seeded mutations of texts and packages, and what is tried with each. The test `mutations` runs
//! some thousands, `cargo run --example fuzz` as many as are asked for.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use araxes::export::{Picture, PlateExporter, ThemeName};
use araxes::load::{Files, files, load};
use araxes::session::Session;
use araxes::timeline::{Filter, Timeline};

/// A generator of the same numbers for the same seed (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What stands in place of a value of a JSON text.
const VALUES: [&str; 54] = [
    "null",
    "true",
    "0",
    "-1",
    "1e308",
    "-1e308",
    "1e-308",
    "1e400",
    "90",
    "-90",
    "100",
    "180",
    "-180.5",
    "270",
    "360",
    "65536",
    "\"\"",
    "\" \"",
    "\"\\u0000\"",
    "\"\\u001b[2J\"",
    "\"\\ufffe\"",
    "\"\\u202e\"",
    "\"=1+1\"",
    "\"../../x\"",
    "\"1920-02-30\"",
    "\"1920-07-03/..\"",
    "\"-0499-01-01\"",
    "\"9999-12-31\"",
    "\"+12345-01-01\"",
    "\"-200000-01-01\"",
    "\"[1920-06-21..1920-06-30]\"",
    "\"1920~\"",
    "\"/\"",
    "\"..\"",
    "\"北京\"",
    "\"بغداد\"",
    "\"a b\"",
    "\"alder\"",
    "[]",
    "{}",
    "[0, 0]",
    "[[0, 0]]",
    "[[[0, 0], [1, 0], [1, 1], [0, 0]]]",
    "[[[179, 0], [-179, 0], [-179, 1], [179, 0]]]",
    "[10, 50, 12, 51]",
    "[-180, -90, 180, 90]",
    "[10.00001, 50, 10.00002, 51]",
    "[170, -20, 190, 20]",
    "0.0000001",
    "\"azimuthal\"",
    "\"world\"",
    "\"conic\"",
    "{\"en\": \"\"}",
    "12345678901234567890",
];

/// Texts that a mutation may insert anywhere.
const BITS: [&str; 20] = [
    "\0", "\u{1b}", "\u{feff}", "\u{202e}", "é", "北", "-", "/", "..", "~", "?", "9999", "0", ";",
    ",", ":", "\"", "[", "}", "=",
];

/// One to four changes of letters: a cut, a copy, another letter, a bit that makes trouble.
pub fn text(random: &mut Random, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let at = random.below(letters.len() + 1);
        match random.below(6) {
            0 => letters.truncate(at),
            1 if at < letters.len() => {
                letters.remove(at);
            }
            2 if at < letters.len() => letters[at] = char::from(random.below(128) as u8),
            3 => {
                let copy: Vec<char> = letters
                    .iter()
                    .skip(at)
                    .take(random.below(12))
                    .copied()
                    .collect();
                letters.splice(at..at, copy);
            }
            4 if at < letters.len() => {
                let other = random.below(letters.len());
                letters.swap(at, other);
            }
            _ => {
                let bit = random.pick(&BITS);
                letters.splice(at..at, bit.chars());
            }
        }
    }
    letters.into_iter().collect()
}

/// Another value in place of one value of a JSON text, which stays JSON in most cases.
pub fn json(random: &mut Random, text: &str) -> String {
    // Where values begin: after a colon, or after an opening bracket or comma of an array.
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| matches!(c, ':' | '[' | ','))
        .map(|(at, _)| at + 1)
        .collect();
    let Some(start) = starts.get(random.below(starts.len())).copied() else {
        return self::text(random, text);
    };
    let rest = &text[start..];
    let (mut depth, mut in_string, mut escaped, mut end) = (0_i32, false, false, rest.len());
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '[' | '{' => depth += 1,
            ',' | ']' | '}' if depth == 0 => {
                end = at;
                break;
            }
            ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    let value = match random.below(2) {
        // A number moves a little or a lot.
        0 => match rest[..end].trim().parse::<f64>() {
            Ok(number) => {
                let factor = [-1.0, 0.0, 0.5, 1.000_001, 2.0, 10.0, 1e6][random.below(7)];
                format!(" {}", number * factor)
            }
            Err(_) => format!(" {}", random.pick(&VALUES)),
        },
        _ => format!(" {}", random.pick(&VALUES)),
    };
    format!("{}{value}{}", &text[..start], &rest[end..])
}

/// A package with one to three changes in its files.
pub fn package(random: &mut Random, good: &Files) -> Files {
    let mut files = good.clone();
    let names: Vec<String> = good
        .keys()
        .filter(|n| n.ends_with("json"))
        .cloned()
        .collect();
    for _ in 0..=random.below(3) / 2 {
        // The manifest and the outlines are where numbers matter.
        let name = match random.below(3) {
            0 => "atlas.json".to_owned(),
            1 => "districts.geojson".to_owned(),
            _ => names[random.below(names.len())].clone(),
        };
        let Some(bytes) = files.get(&name) else {
            continue;
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let text = match random.below(10) {
            0 => self::text(random, &text),
            1 if name != "atlas.json" => {
                files.remove(&name);
                continue;
            }
            _ => json(random, &text),
        };
        files.insert(name, Cow::Owned(text.into_bytes()));
    }
    files
}

/// What came of one try.
#[derive(Debug, Default)]
pub struct Tried {
    /// Whether the input was accepted.
    pub accepted: bool,
    /// The message of a panic, or what was wrong with a picture.
    pub failed: Option<String>,
    pub took: Duration,
}

/// Tries something and notes a panic and the time.
#[expect(clippy::disallowed_methods, reason = "the time of a try is measured")]
pub fn tried(what: impl FnOnce() -> Result<bool, String>) -> Tried {
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(what));
    let took = start.elapsed();
    match outcome {
        Ok(Ok(accepted)) => Tried {
            accepted,
            failed: None,
            took,
        },
        Ok(Err(failed)) => Tried {
            accepted: true,
            failed: Some(failed),
            took,
        },
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|t| (*t).to_owned()));
            Tried {
                accepted: false,
                failed: Some(format!("panic: {}", text.unwrap_or_default())),
                took,
            }
        }
    }
}

pub fn good() -> Files {
    files::read_folder(Path::new("tests/fixtures/good")).expect("the good package")
}

const PICTURES: [Picture; 7] = [
    Picture::Plate,
    Picture::Ribbons,
    Picture::Strengths,
    Picture::Network,
    Picture::Matrix,
    Picture::Capitals,
    Picture::Days,
];
const SIZES: [(u32, u32); 5] = [
    (600, 400),
    (400, 600),
    (200, 200),
    (1200, 200),
    (1920, 1080),
];

/// Loads a package; what opens is drawn in one view and size, and each of its districts is on the map.
pub fn opens_and_draws(files: &Files, random: &mut Random) -> Result<bool, String> {
    let Some(atlas) = load(files).atlas else {
        return Ok(false);
    };
    let span = atlas.manifest.span;
    let day = [span.start, span.end, span.last()][random.below(3)];
    let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    let picture = PICTURES[random.below(PICTURES.len())];
    let size = SIZES[random.below(SIZES.len())];
    let geometry = session.geometry();
    if geometry.projector.is_none() {
        return Err("an atlas without a projection opens".to_owned());
    }
    let (min, max) = geometry.home;
    if !(min.x < max.x
        && min.y < max.y
        && [min.x, min.y, max.x, max.y].iter().all(|n| n.is_finite()))
    {
        return Err(format!("the first view is {min:?} to {max:?}"));
    }
    let exporter = PlateExporter::new(session, ThemeName::default(), size).with_picture(picture);
    let svg = exporter
        .picture(day, "svg")
        .map_err(|e| format!("{picture:?} {size:?}: {e:#}"))?;
    let svg = String::from_utf8(svg).map_err(|e| e.to_string())?;
    if svg.contains("NaN") || svg.contains("\"inf") || svg.contains(" inf ") {
        return Err(format!(
            "{picture:?} {size:?}: a number that is none in the picture"
        ));
    }
    // Every tenth picture is made of pixels, which reads the SVG back.
    if random.below(10) == 0 {
        exporter
            .picture(day, "png")
            .map_err(|e| format!("{picture:?} {size:?}: {e:#}"))?;
    }
    Ok(true)
}

/// Reads a typed date, a date of a file, a filter or a state string.
pub fn reads(what: &str, session: &Session, text: &str) -> Result<bool, String> {
    let near = session.day();
    Ok(match what {
        "edtf" => {
            let read = araxes::time::Edtf::parse(text);
            read.is_ok_and(|date| {
                let again = araxes::time::Edtf::parse(date.as_str());
                again.as_ref() == Ok(&date)
            })
        }
        "typed" => araxes::time::read_typed_days(text, near).is_ok_and(|t| t.first <= t.last),
        "filter" => match text.parse::<Filter>() {
            Ok(filter) => {
                let again = filter.to_string().parse::<Filter>();
                if again.as_ref().ok() != Some(&filter) {
                    return Err(format!(
                        "`{text}` is written as `{filter}`, which reads otherwise"
                    ));
                }
                true
            }
            Err(_) => false,
        },
        #[cfg(feature = "app")]
        "settings" => match araxes::app::layout_again(text) {
            Some(again) => {
                if araxes::app::layout_again(&again).as_ref() != Some(&again) {
                    return Err(format!(
                        "`{text}` is written as `{again}`, which reads otherwise"
                    ));
                }
                true
            }
            None => false,
        },
        _ => match session.read_state(text) {
            Ok(state) => {
                let mut session = session.clone();
                session.apply(araxes::session::Action::Reopen(state));
                session
                    .read_state(&session.state())
                    .map_err(|e| format!("`{text}` gives a state that is none: {e}"))?;
                true
            }
            Err(_) => false,
        },
    })
}

/// Texts from which mutations of each kind begin.
pub fn seeds(what: &str) -> &'static [&'static str] {
    match what {
        "edtf" => &[
            "1920-07-03",
            "1920-07",
            "1920",
            "1920-07-24?",
            "1920-07~",
            "[1920-06-21..1920-06-30]",
            "{1920-07-20,1920-07-27}",
            "1920-07-06/..",
            "1920-07-06/",
            "/1920-04-27",
            "..1920-07-13/1920-07-13..",
            "-0499-03-15",
            "Y-20000",
            "192X",
            "1920-21",
            "[1920-07-01..1920-07-04]/1920-07-20",
            "2004-06-~01/2004-06-~20",
        ],
        "typed" => &[
            "24.7.1920",
            "24 July 1920",
            "24 iyul 1920",
            "24.VII.1920",
            "11.VII.1920 old style",
            "July 24, 1920",
            "1920-07",
            "1920-07-03/1920-07-14",
            "24 հուլիսի 1920",
            "29.2.1900 o.s.",
            "-0499",
            "3.7.20",
        ],
        "filter" => &[
            "party:crown",
            "voice:crown-office,documents-only",
            "archive:x'y",
            "authority:official",
            "hide:troops,no-hearsay",
            "telling:contradiction-1:1",
            "certain-only",
        ],
        "settings" => &[
            "536 264 true true 1 false false",
            "320.5 1600 false true 2.5 true true",
            "1e38 -0 true false 0.4 false",
        ],
        _ => &[
            "1900-06-01;claims;",
            "1900-06-01;control;aster;map=10.5,50.5,100",
            "1900-06-01;north;;filter=no-hearsay",
            "1900-05-01;claims;;over=1900-05-01..1900-06-01,any",
            "1900-06-01;claims;;with=1900-06-08,control,side",
        ],
    }
}
