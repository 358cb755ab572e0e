//! How an SVG document is written, and what it says of itself.

use std::collections::BTreeMap;

/// What a document says of itself, for readers and programs that do not look at the drawing.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The title.
    pub title: String,
    /// What is drawn, in sentences.
    pub description: String,
    /// Where the content comes from, in a line.
    pub sources: String,
    /// Tag of the language, such as `en`.
    pub language: String,
    /// Names of what is drawn, by the id of the record or entity.
    pub names: BTreeMap<String, String>,
}

/// How a document contains its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// As texts in fonts that the reader of the document has: for pixels.
    #[default]
    Known,
    /// As [`Letters::Known`], with the rims of letters as outlines below the texts: for PDF, where
    /// the rim of a letter would otherwise cover part of the letter before it.
    Selectable,
    /// As texts, with the fonts in the document.
    Fonts,
    /// As outlines of letters, for programs without the fonts.
    Outlines,
}

/// How a document is written.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// What it says of itself.
    pub about: About,
    /// How it contains its texts.
    pub letters: Letters,
    /// Width and height on paper in millimetres; `None` where one point is one pixel.
    pub paper_mm: Option<(f32, f32)>,
}
