//! Texts of SVG documents: as texts in fonts, or as outlines.

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};

use crate::geometry::ScreenPoint;
use crate::scene::{Color, FontFile, Stroke, TextRun, font_file, letters_along};

use super::file;
use super::svg::{Letters, Svg};
use super::svg_text::{escape, line, paint, put, trace};

impl Svg<'_> {
    /// The fonts used so far, embedded in a style element.
    pub(super) fn embedded_faces(&self) -> String {
        let mut out = String::from("<style>\n");
        for file in self.faces.iter().filter_map(|name| font_file(name)) {
            let style = if file.is_italic() { "italic" } else { "normal" };
            let data = BASE64.encode(file.bytes);
            line(
                &mut out,
                format_args!(
                    "@font-face{{font-family:'{}';font-style:{style};font-weight:{};src:url(data:font/ttf;base64,{data})}}",
                    file.family(),
                    file.weight()
                ),
            );
        }
        out + "</style>\n"
    }

    /// Writes a line of text.
    pub(super) fn text(&mut self, run: &TextRun) {
        let (sin, cos) = run.angle.sin_cos();
        let length = run.face.width(&run.text, run.size)
            + run.tracking * (run.text.chars().count() as f32 - 1.0).max(0.0);
        let end = run.at.plus(length * cos, length * sin);
        let is_plain = run.tracking == 0.0 && (sin == 0.0 || cos.abs() < 0.01);
        let level = (!is_plain).then(|| level(run, run.at, end));
        let element = |svg: &mut Self, paint: &str| svg.text_element(run, paint);
        self.lettered(run, level, element);
    }

    /// Writes a text along a curve as one `textPath`, so that it stays one word for search and
    /// editing.
    pub(super) fn text_on_path(&mut self, path: &[ScreenPoint], run: &TextRun) {
        let id = format!("curve{}", self.curves);
        self.curves += 1;
        let letters = letters_along(path, run);
        let ends = letters.first().zip(letters.last());
        let level = ends.map(|(first, last)| level(run, first.at, last.at));
        let course = trace(path.iter().copied());
        let element = |svg: &mut Self, paint: &str| {
            let mut element = format!("<defs><path id=\"{id}\" d=\"{course}\"/></defs>\n");
            for content in svg.letters_in_place(run) {
                line(
                    &mut element,
                    format_args!(
                        "<text font-size=\"{:.2}\" {paint} xml:space=\"preserve\">\
                         <textPath href=\"#{id}\">{content}</textPath></text>",
                        run.size,
                    ),
                );
            }
            element
        };
        self.lettered(run, level, element);
    }

    /// Writes a text with its rim below it. `element` makes the text element with paint attributes.
    /// `level` is the same text where it is slanted, curved or spaced, on a level line: in a PDF,
    /// whose readers make words of letters that stand close together on one line, the text itself
    /// is outlines, and the level one is there unseen.
    fn lettered(
        &mut self,
        run: &TextRun,
        level: Option<TextRun>,
        element: impl Fn(&mut Self, &str) -> String,
    ) {
        let fill = paint(Some(run.color), None);
        match (self.form.letters, level) {
            (Letters::Known | Letters::Fonts, _) => {
                let paint = match rim(run) {
                    Some((_, stroke)) => {
                        paint(Some(run.color), Some(stroke)) + " paint-order=\"stroke\""
                    }
                    None => fill,
                };
                let element = element(self, &paint);
                self.out.push_str(&element);
            }
            (Letters::Selectable, None) => {
                let element = element(self, &fill);
                if run.halo.is_some() {
                    self.outlined(run, &file::outline_of(&element), false);
                }
                self.out.push_str(&element);
            }
            (Letters::Selectable, Some(level)) => {
                let outline = file::outline_of(&element(self, &fill));
                self.outlined(run, &outline, true);
                let unseen = paint(Some(run.color.alpha(0.0)), None);
                let element = self.text_element(&level, &unseen);
                self.out.push_str(&element);
            }
            (Letters::Outlines, _) => {
                let outline = file::outline_of(&element(self, &fill));
                put(
                    &mut self.out,
                    format_args!("<g aria-label=\"{}\">", escape(&run.text)),
                );
                self.outlined(run, &outline, true);
                self.out.push_str("</g>\n");
            }
        }
    }

    /// Writes the outline of a text: its rim, and its letters where they are asked for.
    fn outlined(&mut self, run: &TextRun, outline: &str, letters: bool) {
        let rim = rim(run).map(|(halo, stroke)| paint(Some(halo), Some(stroke)));
        let fill = letters.then(|| paint(Some(run.color), None));
        for paint in rim.into_iter().chain(fill) {
            line(
                &mut self.out,
                format_args!("<path d=\"{outline}\" {paint}/>"),
            );
        }
    }

    /// A text element. Where a text needs several fonts, each piece of one font is a span of it.
    fn text_element(&mut self, run: &TextRun, paint: &str) -> String {
        let mut attributes = String::new();
        if run.tracking > 0.0 {
            put(
                &mut attributes,
                format_args!(" letter-spacing=\"{:.2}\"", run.tracking),
            );
        }
        if run.angle != 0.0 {
            put(
                &mut attributes,
                format_args!(
                    " transform=\"rotate({:.2} {:.2} {:.2})\"",
                    run.angle.to_degrees(),
                    run.at.x,
                    run.at.y
                ),
            );
        }
        let (own, content) = self.words(run);
        format!(
            "<text x=\"{:.2}\" y=\"{:.2}\" font-size=\"{:.2}\"{own} {paint} xml:space=\"preserve\"{attributes}>{content}</text>\n",
            run.at.x, run.at.y, run.size,
        )
    }

    /// The content of a text along a curve, for each piece in one font: each letter at its distance
    /// from the start of the curve. So no renderer kerns letters or joins two of them in one, which
    /// the screen does not.
    fn letters_in_place(&mut self, run: &TextRun) -> Vec<String> {
        let mut start = 0.0;
        let mut contents = Vec::new();
        for (name, text) in run.face.runs(&run.text) {
            self.faces.insert(name);
            let mut places = String::new();
            for letter in text.chars() {
                put(&mut places, format_args!("{start:.2} "));
                start += run.face.advance(letter, run.size) + run.tracking;
            }
            let font = self.font_of(name);
            if !text.trim().is_empty() {
                let (places, text) = (places.trim_end(), escape(&text));
                contents.push(format!("<tspan x=\"{places}\"{font}>{text}</tspan>"));
            }
        }
        contents
    }

    fn font_of(&self, name: &str) -> String {
        font_file(name).map_or_else(String::new, |file| self.font_attributes(file))
    }

    /// The content of a text element, and the font where it is the same for the whole content.
    fn words(&mut self, run: &TextRun) -> (String, String) {
        let pieces = run.face.runs(&run.text);
        self.faces.extend(pieces.iter().map(|(name, _)| *name));
        let font = |name: &str| self.font_of(name);
        match pieces.as_slice() {
            [(name, text)] => (font(name), escape(text)),
            _ => {
                // Each piece begins at its own place: the rasteriser shapes what is joined in each
                // font of it, and fails where one font has a ligature that another lacks.
                let mut x = run.at.x;
                let spans = pieces.iter().map(|(name, text)| {
                    let start = x;
                    x +=
                        run.face.width(text, run.size) + run.tracking * text.chars().count() as f32;
                    let (font, text) = (font(name), escape(text));
                    format!("<tspan x=\"{start:.2}\"{font}>{text}</tspan>")
                });
                (String::new(), spans.collect())
            }
        }
    }

    /// Family, style and weight of a font. A document for other programs names further families
    /// for those that lack it.
    fn font_attributes(&self, file: &FontFile) -> String {
        let family = file.family();
        let italic = if file.is_italic() {
            " font-style=\"italic\""
        } else {
            ""
        };
        if self.form.letters != Letters::Fonts {
            return format!(" font-family=\"{family}\"{italic}");
        }
        let further = if family.contains("Serif Display") {
            "'Noto Serif Display', 'Noto Serif', Didot, Georgia, serif"
        } else if family.contains("Serif") {
            "'Noto Serif', Georgia, serif"
        } else {
            "'Noto Sans', 'Segoe UI', Arial, sans-serif"
        };
        let mut out = format!(" font-family=\"'{family}', {further}\"{italic}");
        let weight = file.weight();
        if weight != 400 {
            put(&mut out, format_args!(" font-weight=\"{weight}\""));
        }
        out
    }
}

/// Color and stroke of the rim around the letters of a text.
fn rim(run: &TextRun) -> Option<(Color, Stroke)> {
    let (color, width) = run.halo?;
    Some((color, Stroke::solid(color, width * 2.0)))
}

/// A text from `from` to `to` on a level line through the middle between them, without space
/// between its letters, as wide as it is now.
fn level(run: &TextRun, from: ScreenPoint, to: ScreenPoint) -> TextRun {
    let plain = run.face.width(&run.text, run.size).max(1.0);
    let wide = (to.x - from.x).abs() + run.size / 2.0;
    let scale = (wide / plain).max(0.5);
    let middle = from.toward(to, 0.5);
    TextRun {
        at: middle.plus(-plain * scale / 2.0, 0.0),
        size: run.size * scale,
        tracking: 0.0,
        halo: None,
        angle: 0.0,
        ..run.clone()
    }
}
