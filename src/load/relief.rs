//! Heights of the ground: the grid `base/relief.png` and the table `base/relief.json` that places
//! it.

use std::collections::BTreeMap;

use super::json::Document;
use super::{Files, Finding};
use crate::model::Relief;

/// The table that gives the extent and size of the grid.
pub(super) const TABLE: &str = "base/relief.json";
/// The grid of heights.
pub(super) const PICTURE: &str = "base/relief.png";
/// The largest grid that is read, in bytes.
const MOST_BYTES: usize = 1 << 27;

/// The relief; `None` where the package has none or it is at fault.
pub(super) fn relief(
    files: &Files,
    documents: &BTreeMap<String, Document>,
    findings: &mut Vec<Finding>,
) -> Option<Relief> {
    let table = documents.get(TABLE)?;
    let mut fault = |file: &str, at: (usize, usize), what: String, hint: &str| {
        findings.push(Finding::fault(file, at, None, &what, hint));
    };
    let mut relief: Relief = match serde_json::from_value(table.value.clone()) {
        Ok(relief) => relief,
        Err(error) => {
            fault(
                TABLE,
                table.position(""),
                error.to_string(),
                "give bbox, cell_km, width and height",
            );
            return None;
        }
    };
    let [west, south, east, north] = relief.bbox;
    let is_box = west >= -180.0
        && east <= 180.0
        && south >= -90.0
        && north <= 90.0
        && west < east
        && south < north;
    if !is_box {
        fault(
            TABLE,
            table.position("/bbox"),
            "`bbox` is no box of degrees".to_owned(),
            "write [west, south, east, north], within ±180 and ±90, west before east and south before north",
        );
        return None;
    }
    if !(relief.cell_km > 0.0 && relief.cell_km.is_finite()) {
        fault(
            TABLE,
            table.position("/cell_km"),
            "`cell_km` is no length".to_owned(),
            "write the side of a cell in kilometres",
        );
        return None;
    }
    let Some(bytes) = files.get(PICTURE) else {
        fault(
            TABLE,
            table.position(""),
            format!("{PICTURE} is missing"),
            "add the grid of heights, or remove this table",
        );
        return None;
    };
    match heights(bytes, (relief.width, relief.height)) {
        Ok(heights) => {
            relief.heights = heights.into();
            Some(relief)
        }
        Err((what, hint)) => {
            fault(PICTURE, (1, 1), what, hint);
            None
        }
    }
}

/// The heights in a picture of that size, or what is wrong with it and what to do.
fn heights(
    bytes: &[u8],
    (columns, rows): (usize, usize),
) -> Result<Vec<u16>, (String, &'static str)> {
    const SAVE: &str = "save it as a PNG of 16-bit greys that are heights in metres";
    let unreadable = |e: png::DecodingError| (e.to_string(), SAVE);
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .map_err(unreadable)?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    // Before memory is asked for: a picture's head may claim any size.
    if (width, height) != (columns, rows) {
        return Err((
            format!("the picture is {width} × {height}, the table says otherwise"),
            "mend width and height",
        ));
    }
    let size = reader
        .output_buffer_size()
        .filter(|size| *size <= MOST_BYTES)
        .ok_or_else(|| {
            (
                format!("the picture of {width} × {height} is too large"),
                "save it smaller",
            )
        })?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).map_err(unreadable)?;
    if (info.color_type, info.bit_depth) != (png::ColorType::Grayscale, png::BitDepth::Sixteen) {
        return Err(("the picture is not of 16-bit greys".to_owned(), SAVE));
    }
    let pairs = pixels[..info.buffer_size()].chunks_exact(2);
    Ok(pairs.map(|p| u16::from_be_bytes([p[0], p[1]])).collect())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::{files, load};
    use super::{PICTURE, TABLE, heights};

    /// What is reported of the built-in atlas with another table of relief or another grid.
    fn told(file: &str, bytes: &[u8]) -> Vec<String> {
        let mut package = files::builtin();
        package.insert(file.to_owned(), Cow::Owned(bytes.to_vec()));
        let findings = load(&package).findings.into_iter();
        findings
            .filter(|f| f.file == TABLE || f.file == PICTURE)
            .map(|f| f.what)
            .collect()
    }

    #[test]
    fn a_relief_that_lies_nowhere_is_a_fault() {
        for bbox in [
            "[50.5, 37.0, 40.0, 42.5]",
            "[40.0, 37.0, 50.5, 37.0]",
            "[-200.0, 37.0, 50.5, 42.5]",
            "[40.0, 37.0, 50.5, 1e300]",
        ] {
            let table =
                format!(r#"{{"bbox": {bbox}, "cell_km": 0.93, "width": 1500, "height": 780}}"#);
            assert_eq!(
                told(TABLE, table.as_bytes()),
                ["`bbox` is no box of degrees"],
                "{bbox}"
            );
        }
        let table =
            br#"{"bbox": [39.5, 36.5, 52.0, 43.0], "cell_km": 0, "width": 1500, "height": 780}"#;
        assert_eq!(told(TABLE, table), ["`cell_km` is no length"]);
    }

    /// A picture of two greys side by side.
    fn picture(depth: png::BitDepth, data: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(depth);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(data).expect("the greys");
        writer.finish().expect("an end");
        bytes
    }

    #[test]
    fn greys_of_sixteen_bits_are_metres_and_others_a_fault() {
        let metres = heights(
            &picture(png::BitDepth::Sixteen, &[0x14, 0x11, 0, 1]),
            (2, 1),
        );
        assert_eq!(metres, Ok(vec![5137, 1]));
        let shades = heights(&picture(png::BitDepth::Eight, &[200, 10]), (2, 1));
        let (what, hint) = shades.expect_err("a shaded picture");
        assert_eq!(what, "the picture is not of 16-bit greys");
        assert!(hint.contains("heights in metres"), "{hint}");
        let picture = picture(png::BitDepth::Sixteen, &[0; 4]);
        assert_eq!(
            told(PICTURE, &picture),
            ["the picture is 2 × 1, the table says otherwise"]
        );
    }
}
