//! SVG documents of the program as parts of one page for browsers: shorter numbers, each long path
//! written once, and paint as classes, so that the page can give them other colors in the dark.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree::{self, Document, Node};

use super::file::PictureError;
use super::svg_text::{escape, put};

/// Length of path data, in bytes, from which it is written only once.
const SHARED_FROM: usize = 60;
/// Number of points of a line from which points that are close together are left out, and the
/// distance for that, in points.
const THINNED: (usize, f32) = (24, 0.7);
/// Marks in the text of a fragment around the number of a path.
const PATH: (char, char) = ('\u{1}', '\u{2}');
/// Attributes that become properties of a class.
const STYLE: [&str; 12] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-dasharray",
    "paint-order",
    "font-family",
    "font-style",
    "letter-spacing",
];
/// Attributes that stay what they are; ids and references get the prefix of their drawing.
const KEPT: [&str; 20] = [
    "id",
    "href",
    "clip-path",
    "transform",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "cx",
    "cy",
    "r",
    "font-size",
    "stroke-dashoffset",
    "patternUnits",
    "patternTransform",
    "x1",
    "y1",
    "x2",
    "y2",
];

/// Collects drawings for one page.
#[derive(Debug, Default)]
pub struct Compactor {
    /// Numbers of the classes, by their properties in light and in the dark.
    classes: BTreeMap<(String, String), usize>,
    /// Path data, with its number and how often it is used.
    paths: BTreeMap<String, (usize, usize)>,
    families: Vec<String>,
}

/// What a page needs besides its drawings.
#[derive(Debug, Default)]
pub struct SharedParts {
    /// Rules of the classes.
    pub style: String,
    /// Rules of those classes that are different in the dark.
    pub dark_style: String,
    /// Path elements, for the `defs` of a drawing that is never hidden.
    pub paths: String,
}

impl Compactor {
    /// A document as an `svg` element with these attributes. `dark` is the same drawing in colors for
    /// the dark; where it is not drawn alike, the colors in the dark stay as they are. `prefix` is
    /// put before ids. The text is complete after [`Compactor::finish`].
    ///
    /// # Errors
    /// The document is no SVG.
    pub fn add(
        &mut self,
        light: &str,
        dark: &str,
        prefix: &str,
        attributes: &str,
    ) -> Result<String, PictureError> {
        let read = |text| {
            Document::parse(text).map_err(|e: roxmltree::Error| {
                PictureError::Svg(resvg::usvg::Error::ParsingFailed(e))
            })
        };
        let (light, dark) = (read(light)?, read(dark)?);
        let (root, other) = (light.root_element(), dark.root_element());
        let other = alike(root, other).then_some(other);
        let mut out = String::new();
        let size = root.attribute("viewBox").unwrap_or_default();
        put(
            &mut out,
            format_args!("<svg viewBox=\"{size}\" {attributes}>"),
        );
        self.children(&mut out, root, other, prefix);
        out.push_str("</svg>");
        Ok(out)
    }

    /// Families of the fonts of all texts, each once.
    #[must_use]
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// The page with its drawings complete, and what it needs besides.
    #[must_use]
    pub fn finish(self, page: &str) -> (String, SharedParts) {
        let mut data = vec![("", 0); self.paths.len()];
        for (path, (number, count)) in &self.paths {
            data[*number] = (path.as_str(), *count);
        }
        let is_shared = |(path, count): &(&str, usize)| *count > 1 && path.len() >= SHARED_FROM;
        let mut out = String::with_capacity(page.len() * 2);
        let mut rest = page;
        while let Some((before, after)) = rest.split_once(PATH.0) {
            out.push_str(before);
            let (number, after) = after.split_once(PATH.1).unwrap_or((after, ""));
            if let Some((i, path)) = number
                .parse()
                .ok()
                .and_then(|i: usize| Some((i, data.get(i)?)))
            {
                if is_shared(path) {
                    put(&mut out, format_args!("<use href=\"#q{i}\""));
                } else {
                    put(&mut out, format_args!("<path d=\"{}\"", path.0));
                }
            }
            rest = after;
        }
        out.push_str(rest);
        let mut shared = SharedParts::default();
        for (i, path) in data.iter().enumerate().filter(|(_, path)| is_shared(path)) {
            put(
                &mut shared.paths,
                format_args!("<path id=\"q{i}\" d=\"{}\"/>", path.0),
            );
        }
        for ((light, dark), number) in &self.classes {
            put(&mut shared.style, format_args!(".k{number}{{{light}}}\n"));
            if light != dark {
                put(
                    &mut shared.dark_style,
                    format_args!(".k{number}{{{dark}}}\n"),
                );
            }
        }
        (out, shared)
    }

    fn children(
        &mut self,
        out: &mut String,
        node: Node<'_, '_>,
        dark: Option<Node<'_, '_>>,
        prefix: &str,
    ) {
        let mut others = dark.into_iter().flat_map(|node| node.children());
        for child in node.children() {
            let other = others.next();
            if child.is_element() {
                self.element(out, child, other, prefix);
            } else if let Some(text) = child.text().filter(|_| is_text(node)) {
                out.push_str(&escape(text));
            }
        }
    }

    fn element(
        &mut self,
        out: &mut String,
        node: Node<'_, '_>,
        dark: Option<Node<'_, '_>>,
        prefix: &str,
    ) {
        let name = node.tag_name().name();
        if matches!(name, "title" | "desc" | "style") {
            return;
        }
        let mut attributes = String::new();
        let class = self.class(node, dark, prefix, &mut attributes);
        if name == "g" && attributes.is_empty() && class.is_none() {
            self.children(out, node, dark, prefix);
            return;
        }
        let is_definition = node.attribute("id").is_some();
        match node.attribute("d") {
            Some(d) if !is_definition => {
                let next = self.paths.len();
                let (number, count) = self.paths.entry(shorter(d)).or_insert((next, 0));
                *count += 1;
                put(out, format_args!("{}{number}{}", PATH.0, PATH.1));
            }
            Some(d) => put(out, format_args!("<{name} d=\"{}\"", shorter(d))),
            None => put(out, format_args!("<{name}")),
        }
        if let Some(class) = class {
            put(out, format_args!(" class=\"k{class}\""));
        }
        out.push_str(&attributes);
        if node.has_children() {
            out.push('>');
            self.children(out, node, dark, prefix);
            put(out, format_args!("</{name}>"));
        } else {
            out.push_str("/>");
        }
    }

    /// The number of the class for the paint of an element, and its other attributes.
    fn class(
        &mut self,
        node: Node<'_, '_>,
        dark: Option<Node<'_, '_>>,
        prefix: &str,
        attributes: &mut String,
    ) -> Option<usize> {
        let (mut style, mut dark_style) = (String::new(), String::new());
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            let is_reference = value.starts_with("url(#");
            if STYLE.contains(&key) && !is_reference {
                if key == "font-family" && !self.families.iter().any(|f| f == value) {
                    self.families.push(value.to_owned());
                }
                let other = dark.and_then(|d| d.attribute(key)).unwrap_or(value);
                property(&mut style, key, value);
                property(&mut dark_style, key, other);
            } else if KEPT.contains(&key) || is_reference {
                let value = match key {
                    "id" => format!("{prefix}{value}"),
                    "href" => value.replace('#', &format!("#{prefix}")),
                    _ if is_reference => value.replace("url(#", &format!("url(#{prefix}")),
                    "patternUnits" | "patternTransform" => value.to_owned(),
                    _ => rounded(value),
                };
                // Groups and layers are named for drawing programs only.
                let is_name = key == "id" && node.tag_name().name() == "g";
                if !is_name && value != "0" {
                    put(attributes, format_args!(" {key}=\"{value}\""));
                }
            }
        }
        if style.is_empty() {
            return None;
        }
        let next = self.classes.len();
        Some(*self.classes.entry((style, dark_style)).or_insert(next))
    }
}

/// Whether two drawings have the same elements with the same texts.
fn alike(a: Node<'_, '_>, b: Node<'_, '_>) -> bool {
    let same = a.tag_name().name() == b.tag_name().name()
        && a.attribute("d") == b.attribute("d")
        && a.children().count() == b.children().count();
    same && a.children().zip(b.children()).all(|(a, b)| alike(a, b))
}

fn is_text(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "text" | "tspan" | "textPath")
}

fn property(style: &mut String, key: &str, value: &str) {
    let value = match key {
        "font-family" => format!("'{value}'"),
        "letter-spacing" => format!("{}px", rounded(value)),
        "stroke-dasharray" => value.to_owned(),
        _ => rounded(value),
    };
    if !style.is_empty() {
        style.push(';');
    }
    put(style, format_args!("{key}:{value}"));
}

/// A value whose numbers have at most two decimals and no zeros that say nothing; one that is not
/// only numbers stays as it is.
fn rounded(value: &str) -> String {
    let numbers: Option<Vec<f32>> = value.split(' ').map(|part| part.parse().ok()).collect();
    match numbers {
        Some(numbers) => {
            let short = numbers.iter().map(|n| number((n * 100.0).round() / 100.0));
            short.collect::<Vec<_>>().join(" ")
        }
        None => value.to_owned(),
    }
}

/// A number without the zero before its point.
fn number(value: f32) -> String {
    let text = value.to_string();
    match (text.strip_prefix("0."), text.strip_prefix("-0.")) {
        (Some(rest), _) => format!(".{rest}"),
        (_, Some(rest)) => format!("-.{rest}"),
        _ if text == "-0" => "0".to_owned(),
        _ => text,
    }
}

/// Path data with one decimal, each point counted from the one before. Data that counts in that way
/// already stays as it is.
fn shorter(d: &str) -> String {
    if d.contains(|c: char| c.is_ascii_lowercase()) {
        return d.to_owned();
    }
    let steps = steps(d);
    let is_long = steps.len() > THINNED.0;
    let mut out = String::with_capacity(d.len() / 2);
    let tenths = |v: f32| (v * 10.0).round() as i64;
    let (mut at, mut start, mut last) = ((0_i64, 0_i64), (0_i64, 0_i64), ' ');
    let mut kept: Option<(f32, f32)> = None;
    for (i, (command, points)) in steps.iter().enumerate() {
        if *command == 'Z' {
            out.push('z');
            (at, last, kept) = (start, 'z', None);
            continue;
        }
        let Some(end) = points.last().copied() else {
            continue;
        };
        let is_last = steps.get(i + 1).is_none_or(|(next, _)| *next != 'L');
        if *command == 'L'
            && is_long
            && !is_last
            && kept.is_some_and(|(x, y)| (x - end.0).hypot(y - end.1) < THINNED.1)
        {
            continue;
        }
        kept = Some(end);
        // A line after a move, or after another line, needs no letter.
        let implied = *command == 'L' && matches!(last, 'M' | 'L');
        if !implied {
            out.push(command.to_ascii_lowercase());
        }
        let mut first = !implied;
        for (x, y) in points {
            for by in [tenths(*x) - at.0, tenths(*y) - at.1] {
                let text = number(by as f32 / 10.0);
                if !first && !text.starts_with('-') {
                    out.push(' ');
                }
                out.push_str(&text);
                first = false;
            }
        }
        at = (tenths(end.0), tenths(end.1));
        if *command == 'M' {
            start = at;
        }
        last = *command;
    }
    out
}

/// The commands of path data with absolute points.
fn steps(d: &str) -> Vec<(char, Vec<(f32, f32)>)> {
    let mut out: Vec<(char, Vec<(f32, f32)>)> = Vec::new();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        rest = &rest[command.len_utf8()..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic());
        let (numbers, after) = rest.split_at(end.unwrap_or(rest.len()));
        let numbers: Vec<f32> = numbers
            .split_whitespace()
            .filter_map(|n| n.parse().ok())
            .collect();
        let points = numbers.chunks_exact(2).map(|p| (p[0], p[1])).collect();
        out.push((command, points));
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_data_gets_shorter_and_stays_the_same_line() {
        assert_eq!(
            shorter("M10.04 20.00L11.10 19.50L11.10 25.00Z"),
            "m10 20 1.1-.5 0 5.5z"
        );
        assert_eq!(
            shorter("M0.00 0.00L1.00 0.00ZM5.00 5.00L6.00 6.00"),
            "m0 0 1 0zm5 5 1 1"
        );
        let curve = shorter("M0.00 0.00C1.00 0.00 2.00 1.00 2.00 2.00L3.00 3.00");
        assert_eq!(curve, "m0 0c1 0 2 1 2 2l1 1");
    }

    #[test]
    fn long_paths_are_written_once_and_paint_becomes_classes() {
        let points: Vec<String> = (0..30).map(|i| format!("L{i}.00 {}.00", i * i)).collect();
        let long = points.concat();
        let drawing = |fill: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><g id=\"map\">\
                 <path d=\"M0.00 0.00{long}\" fill=\"{fill}\"/>\
                 <path d=\"M0.00 0.00{long}\" fill=\"url(#p0)\"/></g></svg>"
            )
        };
        let mut compactor = Compactor::default();
        let light = drawing("#FFFFFF");
        let page = compactor.add(&light, &drawing("#000000"), "a-", "class=\"map\"");
        let (page, shared) = compactor.finish(&page.expect("a drawing"));
        assert_eq!(page.matches("<use href=\"#q0\"").count(), 2, "{page}");
        assert!(page.contains("fill=\"url(#a-p0)\""), "{page}");
        assert_eq!(shared.paths.matches("<path").count(), 1);
        assert_eq!(shared.style, ".k0{fill:#FFFFFF}\n");
        assert_eq!(shared.dark_style, ".k0{fill:#000000}\n");
    }
}
