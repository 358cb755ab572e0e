//! JSON that keeps the position of every value, so that a fault of meaning has its line and column.

use std::collections::{BTreeMap, HashMap};

use jsonc_parser::ast::{ObjectPropName, Value as Ast};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Map, Number, Value};

use super::Finding;
use crate::characters::{MOST_MARKS, has_piled_marks, is_control, is_unseen};

/// Deepest nesting of arrays and objects. Deeper files are refused before parsing, because the
/// parser recurses and its stack is finite; no file of a package needs as much.
const DEEPEST: usize = 64;
/// The longest name and the longest other text, in characters. What is far longer was not written
/// to be read, and setting it in type would take minutes.
pub(crate) const LONGEST_NAME: usize = 300;
pub(crate) const LONGEST_TEXT: usize = 20_000;
/// Keys whose texts are names that are set on maps and charts.
const NAME_KEYS: [&str; 3] = ["names", "letter", "id"];

/// A parsed file of a package.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) name: String,
    pub(super) value: Value,
    text: String,
    line_starts: Vec<usize>,
    /// JSON pointer to byte offset. Nothing below `coordinates` is kept: it would be most of the
    /// file.
    offsets: HashMap<String, usize>,
    /// Where coordinates begin and end in the text. In `value` stands only where they begin.
    lifted: BTreeMap<usize, usize>,
}

impl Document {
    pub(super) fn parse(name: &str, bytes: &[u8]) -> Result<(Self, Vec<Finding>), Box<Finding>> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let good = &bytes[..error.valid_up_to()];
                let good = String::from_utf8_lossy(good);
                let at = position(&good, &line_starts(&good), good.len());
                return Err(Box::new(Finding::fault(
                    name,
                    at,
                    None,
                    "the text is not UTF-8",
                    "save the file as UTF-8",
                )));
            }
        };
        let starts = line_starts(text);
        if let Some(offset) = too_deep(text) {
            let what = format!("nested more than {DEEPEST} deep");
            return Err(Box::new(Finding::fault(
                name,
                position(text, &starts, offset),
                None,
                what,
                "check for a bracket left open",
            )));
        }
        // Coordinates are most of a file of outlines: they are read one geometry at a time.
        let lifted = if name.ends_with(".geojson") {
            lifted(text)
        } else {
            BTreeMap::new()
        };
        let blanked = blanked(text, &lifted);
        let parsed =
            parse_to_ast(&blanked, &CollectOptions::default(), &strict()).map_err(|error| {
                let at = position(text, &starts, error.range().start.min(text.len()));
                let what = format!("not JSON: {}", error.kind().to_string().to_lowercase());
                Box::new(Finding::fault(
                    name,
                    at,
                    None,
                    what,
                    "mend the syntax here; a comma, quote or bracket is the usual cause",
                ))
            })?;
        let Some(ast) = parsed.value else {
            return Err(Box::new(Finding::fault(
                name,
                (1, 1),
                None,
                "the file is empty",
                "write `[]` where there are no records",
            )));
        };
        let mut document = Self {
            name: name.to_owned(),
            value: Value::Null,
            text: text.to_owned(),
            line_starts: starts,
            offsets: HashMap::new(),
            lifted,
        };
        let mut told = Vec::new();
        document.value = document.take(&ast, &mut String::new(), &mut told, true);
        let findings = told
            .into_iter()
            .map(|(wrong, offset)| {
                let at = document.position_at(offset);
                let (what, hint) = wrong.words();
                Finding::fault(name, at, None, what, hint)
            })
            .collect();
        Ok((document, findings))
    }

    /// A geometry of `value` with its coordinates.
    ///
    /// # Errors
    /// Line and column, and what is wrong with the coordinates.
    pub(super) fn with_coordinates(
        &self,
        value: &Value,
    ) -> Result<Value, ((usize, usize), String)> {
        let mut value = value.clone();
        self.fill(&mut value)?;
        Ok(value)
    }

    fn fill(&self, value: &mut Value) -> Result<(), ((usize, usize), String)> {
        match value {
            Value::Object(object) => {
                for (key, value) in object.iter_mut() {
                    let begin = value.as_u64().filter(|_| key == "coordinates");
                    let end = begin.and_then(|begin| self.lifted.get(&(begin as usize)));
                    if let (Some(begin), Some(end)) = (begin, end) {
                        let begin = begin as usize;
                        let text = self.text.get(begin..*end).unwrap_or_default();
                        *value = serde_json::from_str(text).map_err(|error| {
                            (self.position_at(begin), format!("coordinates: {error}"))
                        })?;
                    } else {
                        self.fill(value)?;
                    }
                }
                Ok(())
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.fill(item)),
            _ => Ok(()),
        }
    }

    /// Line and column of the value at a JSON pointer, or of the nearest value around it.
    pub(super) fn position(&self, pointer: &str) -> (usize, usize) {
        let mut pointer = pointer;
        loop {
            if let Some(offset) = self.offsets.get(pointer) {
                return self.position_at(*offset);
            }
            match pointer.rfind('/') {
                Some(at) => pointer = &pointer[..at],
                None => return (1, 1),
            }
        }
    }

    fn position_at(&self, offset: usize) -> (usize, usize) {
        position(&self.text, &self.line_starts, offset)
    }

    /// Looks at every value with its JSON pointer, in the order of the file, for checks by key. What is
    /// below `coordinates` is not looked at.
    pub(super) fn each<'d>(&'d self, mut look: impl FnMut(&str, &'d Value)) {
        each(&self.value, &mut String::new(), &mut look);
    }

    fn take(
        &mut self,
        ast: &Ast<'_>,
        path: &mut String,
        told: &mut Vec<(Wrong, usize)>,
        remember: bool,
    ) -> Value {
        use jsonc_parser::common::Ranged as _;
        if remember {
            self.offsets.insert(path.clone(), ast.start());
        }
        if self.lifted.contains_key(&ast.start()) {
            return Value::from(ast.start());
        }
        match ast {
            Ast::NullKeyword(_) => Value::Null,
            Ast::BooleanLit(b) => Value::Bool(b.value),
            Ast::StringLit(s) => {
                if let Some(control) = s.value.chars().find(|c| is_control(*c)) {
                    told.push((Wrong::Control(control), ast.start()));
                }
                if has_piled_marks(&s.value) {
                    told.push((Wrong::PiledMarks, ast.start()));
                }
                let is_title = path.starts_with("/title/");
                let is_name = is_title || path.split('/').any(|key| NAME_KEYS.contains(&key));
                let is_shown = is_title || path.split('/').any(|key| key == "names");
                if is_shown && s.value.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
                    told.push((Wrong::Blank, ast.start()));
                }
                let most = if is_name { LONGEST_NAME } else { LONGEST_TEXT };
                // Characters are at most as many as bytes, which are counted already.
                if s.value.len() > most && s.value.chars().count() > most {
                    told.push((Wrong::Long(most), ast.start()));
                }
                Value::String(s.value.to_string())
            }
            Ast::NumberLit(n) => number(n.value),
            Ast::Array(array) => {
                let length = path.len();
                let mut out = Vec::with_capacity(array.elements.len());
                for (i, element) in array.elements.iter().enumerate() {
                    if remember {
                        path.push_str(&format!("/{i}"));
                    }
                    out.push(self.take(element, path, told, remember));
                    path.truncate(length);
                }
                Value::Array(out)
            }
            Ast::Object(object) => {
                let length = path.len();
                let mut out = Map::new();
                for property in &object.properties {
                    let key = match &property.name {
                        ObjectPropName::String(s) => s.value.to_string(),
                        ObjectPropName::Word(w) => w.value.to_owned(),
                    };
                    if remember {
                        push_key(path, &key);
                    }
                    let value = self.take(
                        &property.value,
                        path,
                        told,
                        remember && key != "coordinates",
                    );
                    path.truncate(length);
                    if let Some(control) = key.chars().find(|c| is_control(*c)) {
                        told.push((Wrong::Control(control), property.range.start));
                    }
                    if out.insert(key.clone(), value).is_some() {
                        told.push((Wrong::Twice(key), property.range.start));
                    }
                }
                Value::Object(out)
            }
        }
    }
}

fn each<'d>(value: &'d Value, path: &mut String, look: &mut impl FnMut(&str, &'d Value)) {
    look(path, value);
    let length = path.len();
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                path.push_str(&format!("/{i}"));
                each(item, path, look);
                path.truncate(length);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                push_key(path, key);
                if key == "coordinates" {
                    look(path, value);
                } else {
                    each(value, path, look);
                }
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Adds a key to a JSON pointer (RFC 6901).
fn push_key(path: &mut String, key: &str) {
    path.push('/');
    for c in key.chars() {
        match c {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            _ => path.push(c),
        }
    }
}

/// Where the values of all keys `coordinates` begin and end that are arrays.
fn lifted(text: &str) -> BTreeMap<usize, usize> {
    const KEY: &str = "\"coordinates\"";
    let bytes = text.as_bytes();
    let mut found = BTreeMap::new();
    let (mut at, mut in_string) = (0, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if in_string => at += 1,
            b'"' if !in_string && bytes[at..].starts_with(KEY.as_bytes()) => {
                at += KEY.len();
                let begin = after(bytes, at, b':').and_then(|at| after(bytes, at, b'['));
                if let Some(begin) = begin.map(|at| at - 1)
                    && let Some(end) = end_of_array(bytes, begin)
                {
                    found.insert(begin, end);
                    at = end;
                }
                continue;
            }
            b'"' => in_string = !in_string,
            _ => {}
        }
        at += 1;
    }
    found
}

/// The position after `wanted`, which may have white space before it.
fn after(bytes: &[u8], at: usize, wanted: u8) -> Option<usize> {
    let spaces = bytes
        .get(at..)?
        .iter()
        .take_while(|b| b.is_ascii_whitespace());
    let at = at + spaces.count();
    (bytes.get(at) == Some(&wanted)).then_some(at + 1)
}

/// The end of an array of arrays of numbers; `None` where anything else stands in it.
fn end_of_array(bytes: &[u8], begin: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, byte) in bytes.get(begin..)?.iter().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(begin + i + 1);
                }
            }
            b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E' | b',' => {}
            b' ' | b'\n' | b'\r' | b'\t' => {}
            _ => return None,
        }
    }
    None
}

/// The text with spaces in place of some arrays, which it shows as empty.
fn blanked(text: &str, lifted: &BTreeMap<usize, usize>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (begin, end) in lifted {
        out.push_str(&text[at..*begin]);
        out.push_str("[]");
        out.extend(std::iter::repeat_n(' ', end - begin - 2));
        at = *end;
    }
    out.push_str(&text[at..]);
    out
}

/// What is wrong with a value or key by itself.
enum Wrong {
    Twice(String),
    Control(char),
    /// A letter with more marks than [`MOST_MARKS`].
    PiledMarks,
    /// A name of which nothing is seen.
    Blank,
    /// A text of more characters than this.
    Long(usize),
}

impl Wrong {
    fn words(self) -> (String, &'static str) {
        match self {
            Self::Twice(key) => (
                format!("the key `{}` stands twice", visible(&key)),
                "keep one of them",
            ),
            Self::Control(c) => (
                format!("a control character, U+{:04X}, in a text", u32::from(c)),
                "remove it; a text may have line ends and tabs, and no other",
            ),
            Self::PiledMarks => (
                format!("a letter with more than {MOST_MARKS} marks on it"),
                "remove the marks; they are drawn across the lines above",
            ),
            Self::Blank => (
                "a name of which nothing is seen".to_owned(),
                "write the name, or leave its language out",
            ),
            Self::Long(most) => (
                format!("a text of more than {most} characters"),
                "shorten it; a name has at most 300 characters, another text 20,000",
            ),
        }
    }
}

/// A text in which control characters are written as their numbers, so that a terminal does not obey
/// them.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_control(c) {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

fn number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return Value::Number(whole.into());
    }
    text.parse()
        .ok()
        .and_then(Number::from_f64)
        .map_or(Value::Null, Value::Number)
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Byte offset of the first bracket that opens a level beyond [`DEEPEST`].
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(offset);
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(
            text.bytes()
                .enumerate()
                .filter(|(_, b)| *b == b'\n')
                .map(|(i, _)| i + 1),
        )
        .collect()
}

fn position(text: &str, starts: &[usize], offset: usize) -> (usize, usize) {
    let line = starts.partition_point(|s| *s <= offset).max(1);
    let start = starts[line - 1];
    (
        line,
        text.get(start..offset)
            .map_or(1, |before| before.chars().count() + 1),
    )
}
