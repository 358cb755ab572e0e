//! The slides of a tour for office programs: an Office Open XML presentation with a slide for each
//! step, and one more for the answer to a question. The slide is a picture. Its headline is also the
//! title of the slide, above the visible part, where the list of slides and programs that read aloud
//! find it; the description of the picture says what is on it, and the speaker's notes are notes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::paint::file;
use crate::paint::svg::{Form, escape};
use crate::scene::Color;

use super::{Progress, StepView, TourExporter, TourFileError};

/// Width and height of a slide's picture, in pixels.
const SIZE: (f32, f32) = (1920.0, 1080.0);
/// Ids of slides begin here; the format asks for at least 256.
const FIRST_SLIDE_ID: usize = 256;
/// Number of relations of the presentation that are not slides.
const OTHER_RELATIONS: usize = 3;

macro_rules! part {
    ($name:literal) => {
        include_str!(concat!("../../../assets/lecture/pptx/", $name, ".xml"))
    };
}

/// Parts that are written as they are.
const FIXED: [(&str, &str); 4] = [
    ("_rels/.rels", part!("root_rels")),
    (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        part!("master_rels"),
    ),
    (
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        part!("layout_rels"),
    ),
    (
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        part!("notes_master_rels"),
    ),
];
const SLIDE_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
const NOTES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml";
const SLIDE_RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide";

/// A slide with its picture.
struct OfficeSlide {
    title: String,
    alt: String,
    notes: String,
    picture: Vec<u8>,
}

impl TourExporter {
    /// The slides, as the bytes of a PPTX file.
    ///
    /// # Errors
    /// [`TourFileError`].
    pub(super) fn pptx(&self, progress: Progress<'_>) -> Result<Vec<u8>, TourFileError> {
        let steps = self.each_step(false, progress, |view| {
            let mut slides = vec![self.office_slide(view, false)?];
            if !view.words.reveal.is_empty() {
                let at = view.words.number - 1;
                slides
                    .push(self.look(at, true, &self.theme, |view| self.office_slide(view, true))?);
            }
            Ok(slides)
        })?;
        let slides: Vec<OfficeSlide> = steps.into_iter().flatten().collect();
        self.package(&slides)
    }

    fn office_slide(
        &self,
        view: &StepView<'_>,
        is_answer: bool,
    ) -> Result<OfficeSlide, TourFileError> {
        let geometry = self.session.geometry();
        let svg = view.picture(SIZE)?.whole(geometry, &Form::default());
        let (words, text) = (&view.words, &self.text);
        let title = if is_answer {
            let headline = [("headline", words.headline.text.as_str())];
            text.with("slides-answer-title", &headline)
        } else {
            words.headline.text.clone()
        };
        let mut alt = vec![
            words.when.as_str(),
            words.lens.as_str(),
            words.caption.text.as_str(),
        ];
        alt.push(&words.ask.text);
        if is_answer {
            alt.push(&words.reveal.text);
        }
        alt.push(&words.alt);
        alt.retain(|part| !part.is_empty());
        let sources: Vec<String> = words.sources.iter().map(|s| s.id.clone()).collect();
        let mut notes = words.notes.text.clone();
        if !sources.is_empty() {
            let records = [("records", sources.join(", "))];
            let values: Vec<(&str, &str)> = records.iter().map(|(k, v)| (*k, v.as_str())).collect();
            notes = format!("{notes}\n{}", text.with("slides-records", &values));
        }
        Ok(OfficeSlide {
            title,
            alt: alt.join("\n"),
            notes,
            picture: file::small_png(&svg)?,
        })
    }

    fn package(&self, slides: &[OfficeSlide]) -> Result<Vec<u8>, TourFileError> {
        let language = self.text.language();
        let mut zip = Package::new();
        let count = slides.len().to_string();
        let all =
            |one: &dyn Fn(usize) -> String| -> String { (1..=slides.len()).map(one).collect() };
        let types = all(&|n| {
            format!(
                "<Override PartName=\"/ppt/slides/slide{n}.xml\" ContentType=\"{SLIDE_TYPE}\"/>\n\
                 <Override PartName=\"/ppt/notesSlides/notesSlide{n}.xml\" ContentType=\"{NOTES_TYPE}\"/>\n"
            )
        });
        zip.xml(
            "[Content_Types].xml",
            &filled(part!("content_types"), &[("parts", &types)]),
        )?;
        for (path, content) in FIXED {
            zip.xml(path, content)?;
        }
        zip.xml(
            "docProps/app.xml",
            &filled(part!("app"), &[("slides", &count)]),
        )?;
        let core = [
            ("title", escape(&self.full_title())),
            ("author", escape(self.atlas_title())),
            ("sources", escape(&self.text.sources_line(self.atlas()))),
            ("language", escape(language)),
        ];
        zip.xml("docProps/core.xml", &filled_with(part!("core"), &core))?;
        let relation = |n: usize| n + OTHER_RELATIONS;
        let ids = all(&|n| {
            format!(
                "<p:sldId id=\"{}\" r:id=\"rId{}\"/>",
                FIRST_SLIDE_ID + n - 1,
                relation(n)
            )
        });
        zip.xml(
            "ppt/presentation.xml",
            &filled(part!("presentation"), &[("slides", &ids)]),
        )?;
        let relations = all(&|n| {
            format!(
                "<Relationship Id=\"rId{}\" Type=\"{SLIDE_RELATION}\" Target=\"slides/slide{n}.xml\"/>\n",
                relation(n)
            )
        });
        zip.xml(
            "ppt/_rels/presentation.xml.rels",
            &filled(part!("presentation_rels"), &[("slides", &relations)]),
        )?;
        let spoken = [("language", escape(language))];
        for (path, content) in [
            ("ppt/slideMasters/slideMaster1.xml", part!("master")),
            ("ppt/slideLayouts/slideLayout1.xml", part!("layout")),
            ("ppt/notesMasters/notesMaster1.xml", part!("notes_master")),
        ] {
            zip.xml(path, &filled_with(content, &spoken))?;
        }
        let theme = self.office_theme();
        zip.xml("ppt/theme/theme1.xml", &theme)?;
        zip.xml("ppt/theme/theme2.xml", &theme)?;
        for (i, slide) in slides.iter().enumerate() {
            let n = (i + 1).to_string();
            let number = [("number", n.as_str())];
            let words = [
                ("language", escape(language)),
                ("title", escape(&slide.title)),
                ("alt", escape(&slide.alt).replace('\n', "&#10;")),
            ];
            zip.xml(
                &format!("ppt/slides/slide{n}.xml"),
                &filled_with(part!("slide"), &words),
            )?;
            zip.xml(
                &format!("ppt/slides/_rels/slide{n}.xml.rels"),
                &filled(part!("slide_rels"), &number),
            )?;
            let paragraph = |line: &str| {
                format!(
                    "<a:p><a:r><a:rPr lang=\"{}\"/><a:t>{}</a:t></a:r></a:p>",
                    escape(language),
                    escape(line)
                )
            };
            let notes: String = slide.notes.lines().map(paragraph).collect();
            let notes = if notes.is_empty() {
                "<a:p/>".to_owned()
            } else {
                notes
            };
            zip.xml(
                &format!("ppt/notesSlides/notesSlide{n}.xml"),
                &filled(part!("notes"), &[("paragraphs", &notes)]),
            )?;
            zip.xml(
                &format!("ppt/notesSlides/_rels/notesSlide{n}.xml.rels"),
                &filled(part!("notes_rels"), &number),
            )?;
            zip.picture(&format!("ppt/media/image{n}.png"), &slide.picture)?;
        }
        zip.finish()
    }

    /// The colors of the program's theme as those of the presentation.
    fn office_theme(&self) -> String {
        let t = &self.theme;
        let colors = [
            ("ink", t.ink),
            ("ink2", t.ink2),
            ("ink3", t.ink3),
            ("page", t.page),
            ("card", t.card),
            ("outline", t.outline),
            ("rule", t.rule),
            ("river", t.river),
            ("lake", t.lake),
            ("hatch", t.hatch),
            ("water_text", t.water_text),
        ];
        let hex = |Color([r, g, b, _]): Color| format!("{r:02X}{g:02X}{b:02X}");
        filled_with(
            part!("theme"),
            &colors.map(|(name, color)| (name, hex(color))),
        )
    }
}

/// A template with the values of its `{names}`.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

fn filled_with(template: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    filled(template, &values)
}

/// The file that is being put together.
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    fn xml(&mut self, path: &str, content: &str) -> Result<(), TourFileError> {
        self.part(path, content.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a PNG, which is compressed already.
    fn picture(&mut self, path: &str, bytes: &[u8]) -> Result<(), TourFileError> {
        self.part(path, bytes, CompressionMethod::Stored)
    }

    fn part(
        &mut self,
        path: &str,
        bytes: &[u8],
        method: CompressionMethod,
    ) -> Result<(), TourFileError> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.0.start_file(path, options)?;
        self.0.write_all(bytes)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, TourFileError> {
        Ok(self.0.finish()?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_takes_values_that_look_like_names() {
        let values = [("a", "{b}"), ("b", "2")];
        assert_eq!(filled("x {a} {b} {c} y", &values), "x {b} 2  y");
    }
}
