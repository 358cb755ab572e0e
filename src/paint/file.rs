//! SVG to pixels and PNG, by resvg.

use std::io::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::usvg::{Node, Options, Tree, fontdb};
use resvg::{tiny_skia, usvg};

use super::svg_text::put;
use crate::scene::FILES;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The SVG cannot be parsed.
    #[error("the picture could not be read back: {0}")]
    Svg(#[from] usvg::Error),
    /// More pixels than are drawn.
    #[error(
        "a picture of {0} × {1} pixels is too large; a PNG has at most 400 million pixels, a frame of a GIF 40 million"
    )]
    TooLarge(u32, u32),
    /// The PNG could not be written.
    #[error("no PNG: {0}")]
    Png(String),
    /// The PDF could not be written.
    #[error("no PDF: {0}")]
    Pdf(String),
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    FILES
        .iter()
        .for_each(|f| fonts.load_font_data(f.bytes.to_vec()));
    Arc::new(fonts)
});

pub(super) fn tree(svg: &str) -> Result<Tree, PictureError> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    Ok(Tree::from_str(svg, &options)?)
}

/// The pixels of an SVG, by row, as red, green, blue, alpha; with width and height. A plate fills
/// its whole page, so no pixel is transparent.
///
/// # Errors
/// [`PictureError`].
pub fn pixels(svg: &str) -> Result<(Vec<u8>, u32, u32), PictureError> {
    let pixmap = pixmap(svg)?;
    let (width, height) = (pixmap.width(), pixmap.height());
    Ok((pixmap.take(), width, height))
}

fn pixmap(svg: &str) -> Result<tiny_skia::Pixmap, PictureError> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    if u64::from(width) * u64::from(height) > MOST_PIXELS_IN_MEMORY {
        return Err(PictureError::TooLarge(width, height));
    }
    strip(&tree, 0, height)
}

/// Width and height of an SVG, in its own points.
///
/// # Errors
/// [`PictureError`].
pub(super) fn size(svg: &str) -> Result<(f32, f32), PictureError> {
    let size = tree(svg)?.size();
    Ok((size.width(), size.height()))
}

/// A PNG file.
///
/// # Errors
/// [`PictureError`].
pub fn png(svg: &str) -> Result<Vec<u8>, PictureError> {
    png_compressed(svg, png::Compression::Fast)
}

/// A PNG file that is made slowly and is small.
///
/// # Errors
/// [`PictureError`].
pub fn small_png(svg: &str) -> Result<Vec<u8>, PictureError> {
    png_compressed(svg, png::Compression::High)
}

fn png_compressed(svg: &str, compression: png::Compression) -> Result<Vec<u8>, PictureError> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    // A plate fills its page, so every pixel is opaque, and premultiplied colours equal plain ones.
    let pixels = u64::from(width) * u64::from(height);
    if pixels <= STRIP {
        return png_with(
            (width, height),
            strip(&tree, 0, height)?.data(),
            compression,
        );
    }
    if pixels > MOST_PIXELS {
        return Err(PictureError::TooLarge(width, height));
    }
    let wrong = |error: &dyn std::fmt::Display| PictureError::Png(error.to_string());
    let rows = ((STRIP / u64::from(width)) as u32).max(1);
    let mut bytes = Vec::new();
    let mut writer = encoder(&mut bytes, (width, height), compression)
        .write_header()
        .map_err(|e| wrong(&e))?;
    let mut stream = writer.stream_writer().map_err(|e| wrong(&e))?;
    let mut top = 0;
    while top < height {
        let rows = rows.min(height - top);
        let written = stream.write_all(strip(&tree, top, rows)?.data());
        written.map_err(|e| wrong(&e))?;
        top += rows;
    }
    stream.finish().map_err(|e| wrong(&e))?;
    writer.finish().map_err(|e| wrong(&e))?;
    Ok(bytes)
}

/// The most pixels that are drawn at once; a larger picture is drawn in strips of its width.
const STRIP: u64 = 16 << 20;
/// The most pixels of a picture whose pixels are wanted all at once, for the screen or an animation.
const MOST_PIXELS_IN_MEMORY: u64 = 40_000_000;
/// The most pixels of a picture: an A0 sheet at 300 dpi has 140 million.
const MOST_PIXELS: u64 = 400_000_000;

/// The pixels of some rows of a picture.
fn strip(tree: &Tree, top: u32, rows: u32) -> Result<tiny_skia::Pixmap, PictureError> {
    let width = tree.size().to_int_size().width();
    let mut pixmap =
        tiny_skia::Pixmap::new(width, rows).ok_or(PictureError::TooLarge(width, rows))?;
    let shift = tiny_skia::Transform::from_translate(0.0, -(top as f32));
    resvg::render(tree, shift, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The outlines of the letters of a text element, as path data in the coordinates of its document;
/// empty where the element cannot be read.
pub(super) fn outline_of(element: &str) -> String {
    let mut d = String::new();
    let document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">{element}</svg>"
    );
    if let Ok(tree) = tree(&document) {
        for node in tree.root().children() {
            outlines(node, &mut d);
        }
    }
    d
}

fn outlines(node: &Node, d: &mut String) {
    match node {
        Node::Group(group) => group.children().iter().for_each(|n| outlines(n, d)),
        Node::Text(text) => letters(text.flattened(), text.abs_transform(), d),
        Node::Path(_) | Node::Image(_) => {}
    }
}

/// Adds the letters of a text, which know nothing of the turn of their text.
fn letters(group: &usvg::Group, turn: tiny_skia::Transform, d: &mut String) {
    for node in group.children() {
        match node {
            Node::Group(inner) => letters(inner, turn, d),
            Node::Path(path) => {
                if let Some(path) = path.data().clone().transform(turn) {
                    path.segments().for_each(|s| segment(s, d));
                }
            }
            Node::Text(_) | Node::Image(_) => {}
        }
    }
}

fn segment(segment: tiny_skia::PathSegment, d: &mut String) {
    use tiny_skia::PathSegment;
    match segment {
        PathSegment::MoveTo(p) => put(d, format_args!("M{:.2} {:.2}", p.x, p.y)),
        PathSegment::LineTo(p) => put(d, format_args!("L{:.2} {:.2}", p.x, p.y)),
        PathSegment::QuadTo(c, p) => put(
            d,
            format_args!("Q{:.2} {:.2} {:.2} {:.2}", c.x, c.y, p.x, p.y),
        ),
        PathSegment::CubicTo(a, b, p) => put(
            d,
            format_args!(
                "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                a.x, a.y, b.x, b.y, p.x, p.y
            ),
        ),
        PathSegment::Close => d.push('Z'),
    }
}

/// A PNG file of pixels given by row as red, green, blue, alpha.
///
/// # Errors
/// [`PictureError`].
pub fn png_of(width: usize, height: usize, pixels: &[u8]) -> Result<Vec<u8>, PictureError> {
    let size = (width as u32, height as u32);
    png_with(size, pixels, png::Compression::Fast)
}

fn encoder(
    bytes: &mut Vec<u8>,
    (width, height): (u32, u32),
    compression: png::Compression,
) -> png::Encoder<'_, &mut Vec<u8>> {
    let mut encoder = png::Encoder::new(bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(compression);
    encoder
}

fn png_with(
    (width, height): (u32, u32),
    pixels: &[u8],
    compression: png::Compression,
) -> Result<Vec<u8>, PictureError> {
    let wrong = |error: png::EncodingError| PictureError::Png(error.to_string());
    let mut bytes = Vec::new();
    let encoder = encoder(&mut bytes, (width, height), compression);
    let mut writer = encoder.write_header().map_err(wrong)?;
    writer.write_image_data(pixels).map_err(wrong)?;
    writer.finish().map_err(wrong)?;
    Ok(bytes)
}
