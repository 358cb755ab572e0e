//! Parts of SVG documents: path data, paint attributes, patterns, escaped text.

use std::fmt;

use crate::geometry::ScreenPoint;
use crate::scene::{Color, Dash, Mark, Stroke, Texture};

/// Distance in points within which a point of a path is left out, because it is so near to the one
/// before.
const NEAREST: f32 = 0.3;

/// Appends formatted text to `out`.
pub(super) fn put(out: &mut String, text: fmt::Arguments<'_>) {
    out.push_str(&fmt::format(text));
}

/// Appends formatted text and a line break to `out`.
pub(super) fn line(out: &mut String, text: fmt::Arguments<'_>) {
    put(out, text);
    out.push('\n');
}

pub(super) fn trace(points: impl Iterator<Item = ScreenPoint>) -> String {
    let mut d = String::new();
    let mut last: Option<ScreenPoint> = None;
    let mut skipped = None;
    for p in points {
        if last.is_some_and(|l| l.distance(p) < NEAREST) {
            skipped = Some(p);
            continue;
        }
        put(
            &mut d,
            format_args!(
                "{}{:.2} {:.2}",
                if last.is_none() { 'M' } else { 'L' },
                p.x,
                p.y
            ),
        );
        (last, skipped) = (Some(p), None);
    }
    if let Some(p) = skipped {
        put(&mut d, format_args!("L{:.2} {:.2}", p.x, p.y));
    }
    d
}

pub(super) fn pattern(id: usize, texture: &Texture, anchor: ScreenPoint, scale: f32) -> String {
    let tile = texture.tile();
    let mut marks = String::new();
    for (mark, color) in &tile.marks {
        let fill = paint(Some(*color), None);
        let element = match mark {
            &Mark::Bar(x, y, w, h) => {
                format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {fill}/>",
                    x - w,
                    y - h,
                    2.0 * w,
                    2.0 * h
                )
            }
            &Mark::Disc(x, y, r) => {
                format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {fill}/>")
            }
            &Mark::Ring(x, y, r, half) => {
                let stroke = paint(None, Some(Stroke::solid(*color, 2.0 * half)));
                format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {stroke}/>")
            }
            &Mark::Cross(x, y, reach, half) => {
                let stroke = paint(None, Some(Stroke::solid(*color, 2.0 * half)));
                let (a, b, c, d) = (x - reach, y - reach, x + reach, y + reach);
                format!("<path d=\"M{a} {b}L{c} {d}M{c} {b}L{a} {d}\" {stroke}/>")
            }
            Mark::Polygon(_, _, _, rings) => {
                let mut d = String::new();
                for ring in rings {
                    for (i, (x, y)) in ring.iter().enumerate() {
                        let step = if i == 0 { 'M' } else { 'L' };
                        put(&mut d, format_args!("{step}{x:.2} {y:.2}"));
                    }
                    d.push('Z');
                }
                format!("<path d=\"{d}\" {fill}/>")
            }
        };
        marks.push_str(&element);
    }
    format!(
        "<pattern id=\"p{id}\" patternUnits=\"userSpaceOnUse\" width=\"{p}\" height=\"{p}\" \
         patternTransform=\"translate({:.2} {:.2}) rotate({}) scale({scale:.4})\">{marks}</pattern>\n",
        anchor.x,
        anchor.y,
        tile.degrees,
        p = tile.period
    )
}

pub(super) fn paint(fill: Option<Color>, stroke: Option<Stroke>) -> String {
    let hex = |c: Color| format!("#{:02X}{:02X}{:02X}", c.0[0], c.0[1], c.0[2]);
    let mut out = match fill {
        Some(c) if c.0[3] == 255 => format!("fill=\"{}\"", hex(c)),
        Some(c) => format!(
            "fill=\"{}\" fill-opacity=\"{:.3}\"",
            hex(c),
            f32::from(c.0[3]) / 255.0
        ),
        None => "fill=\"none\"".to_owned(),
    };
    if let Some(s) = stroke {
        put(
            &mut out,
            format_args!(
                " stroke=\"{}\" stroke-width=\"{:.2}\" stroke-linejoin=\"round\"",
                hex(s.color),
                s.width
            ),
        );
        if s.color.0[3] < 255 {
            put(
                &mut out,
                format_args!(" stroke-opacity=\"{:.3}\"", f32::from(s.color.0[3]) / 255.0),
            );
        }
        match s.dash {
            Dash::Dashed(dash, gap) => {
                put(
                    &mut out,
                    format_args!(" stroke-dasharray=\"{dash:.2} {gap:.2}\""),
                );
            }
            Dash::Dotted(apart) => {
                put(
                    &mut out,
                    format_args!(" stroke-linecap=\"round\" stroke-dasharray=\"0.01 {apart:.2}\""),
                );
            }
            Dash::Solid | Dash::Ticked(..) => {}
        }
    }
    out
}

/// Escapes text for XML. Control characters, which no XML document may contain, are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let is_allowed = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars()
        .filter(is_allowed)
        .collect::<String>()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a<b & \"c\""), "a&lt;b &amp; &quot;c&quot;");
    }

    #[test]
    fn control_characters_do_not_make_a_picture_unreadable() {
        let text = escape("a\u{0}b\u{8}c\u{1b}[1md\u{ffff}\ne");
        assert_eq!(text, "abc[1md\ne");
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{text}</title></svg>");
        let read = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
        assert!(read.is_ok(), "{read:?}");
    }
}
