//! SVG to PDF, by krilla: one picture on a page of its own, or pages of pictures and texts. Text can
//! be selected, and each part of a page says what it is to programs that read aloud.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::file::{self, PictureError};
use super::svg::About;

/// What a part of a page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfRole {
    /// A heading of a level from 1 on.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A picture, with what it shows in words.
    Figure(String),
    /// Lines and numbers of pages, which are not read aloud.
    Decoration,
}

/// A part of a page.
#[derive(Debug, Clone)]
pub struct PdfPart {
    /// The part as an SVG document.
    pub svg: String,
    /// Left upper corner on the page, in points (72 per inch).
    pub at: (f32, f32),
    /// Width and height on the page, in points.
    pub size: (f32, f32),
    /// What it is.
    pub role: PdfRole,
}

/// A page of a document.
#[derive(Debug, Clone)]
pub struct PdfPage {
    /// Width and height, in points.
    pub size: (f32, f32),
    /// Name of the page in the list of contents; `None` for a page that continues the one before.
    pub name: Option<String>,
    /// The parts, in the order of reading.
    pub parts: Vec<PdfPart>,
}

/// A PDF file of one page, `width_pt` points wide (72 per inch).
///
/// # Errors
/// [`PictureError`].
pub fn picture(svg: &str, width_pt: f32, about: &About) -> Result<Vec<u8>, PictureError> {
    let (w, h) = file::size(svg)?;
    let size = (width_pt, width_pt * h / w);
    let part = PdfPart {
        svg: svg.to_owned(),
        at: (0.0, 0.0),
        size,
        role: PdfRole::Figure(about.description.clone()),
    };
    let page = PdfPage {
        size,
        name: None,
        parts: vec![part],
    };
    document(&[page], about, &[])
}

/// A PDF file of pages.
///
/// # Errors
/// [`PictureError`].
pub fn document(
    pages: &[PdfPage],
    about: &About,
    authors: &[String],
) -> Result<Vec<u8>, PictureError> {
    let mut document = krilla::Document::new();
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .description(about.sources.clone())
            .language(about.language.clone())
            .authors(authors.to_vec())
            .creator(concat!("Araxes ", env!("CARGO_PKG_VERSION")).to_owned()),
    );
    let mut tags = TagTree::new().with_lang(Some(about.language.clone()));
    let mut contents = Outline::new();
    for (number, page) in pages.iter().enumerate() {
        if let Some(name) = &page.name {
            let top = XyzDestination::new(number, Point::from_xy(0.0, 0.0));
            contents.push_child(OutlineNode::new(name.clone(), top));
        }
        let settings = PageSettings::from_wh(page.size.0, page.size.1)
            .ok_or_else(|| wrong("the page has no size"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for part in &page.parts {
            let drawn = draw(&mut surface, part)?;
            if let Some(mut group) = group(&part.role) {
                group.push(drawn);
                tags.push(group);
            }
        }
        surface.finish();
        sheet.finish();
    }
    if pages.iter().any(|page| page.name.is_some()) {
        document.set_outline(contents);
    }
    document.set_tag_tree(tags);
    document
        .finish()
        .map_err(|error| wrong(&format!("{error:?}")))
}

fn wrong(what: &str) -> PictureError {
    PictureError::Pdf(what.to_owned())
}

/// Draws a part of a page. Returns its place in the content of the page.
fn draw(surface: &mut Surface<'_>, part: &PdfPart) -> Result<Identifier, PictureError> {
    let tree = file::tree(&part.svg)?;
    let size = Size::from_wh(part.size.0, part.size.1)
        .ok_or_else(|| wrong("a part of the page has no size"))?;
    let tag = match part.role {
        PdfRole::Decoration => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
        }
        _ => ContentTag::Other,
    };
    let drawn = surface.start_tagged(tag);
    surface.push_transform(&Transform::from_translate(part.at.0, part.at.1));
    surface
        .draw_svg(&tree, size, SvgSettings::default())
        .ok_or_else(|| wrong("the picture could not be drawn"))?;
    surface.pop();
    surface.end_tagged();
    Ok(drawn)
}

/// The element of the tree of what is read aloud; `None` for what is not.
fn group(role: &PdfRole) -> Option<TagGroup> {
    Some(match role {
        PdfRole::Heading(level) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, None))
        }
        PdfRole::Paragraph => TagGroup::new(Tag::P),
        PdfRole::Figure(alt) => TagGroup::new(Tag::Figure(Some(alt.clone()))),
        PdfRole::Decoration => return None,
    })
}
