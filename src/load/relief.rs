//! Shaded relief: the picture `base/relief.png` and the table `base/relief.json` that places it.

use std::collections::BTreeMap;

use super::json::Document;
use super::{Files, Finding};
use crate::model::Relief;

/// The table that gives the extent and size of the picture.
pub(super) const TABLE: &str = "base/relief.json";
const PICTURE: &str = "base/relief.png";
/// The largest picture that is read, in bytes of greys.
const MOST_BYTES: usize = 1 << 28;

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
            "add the picture, or remove this table",
        );
        return None;
    };
    match grey(bytes, (relief.width, relief.height)) {
        Ok(grey) => {
            relief.grey = grey;
            Some(relief)
        }
        Err((what, hint)) => {
            fault(PICTURE, (1, 1), what, hint);
            None
        }
    }
}

/// The greys of a picture of that size, or what is wrong with it and what to do.
fn grey(bytes: &[u8], (columns, rows): (usize, usize)) -> Result<Vec<u8>, (String, &'static str)> {
    const SAVE: &str = "save it as a PNG of 8-bit greys";
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
    if (info.color_type, info.bit_depth) != (png::ColorType::Grayscale, png::BitDepth::Eight) {
        return Err(("the picture is not of 8-bit greys".to_owned(), SAVE));
    }
    pixels.truncate(info.buffer_size());
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::{files, load};
    use super::{PICTURE, TABLE};

    /// What is reported of the built-in atlas with another table of relief.
    fn told(table: &str) -> Vec<String> {
        let mut package = files::builtin();
        package.insert(TABLE.to_owned(), Cow::Owned(table.as_bytes().to_vec()));
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
                format!(r#"{{"bbox": {bbox}, "cell_km": 0.93, "width": 1260, "height": 660}}"#);
            assert_eq!(told(&table), ["`bbox` is no box of degrees"], "{bbox}");
        }
        let table =
            r#"{"bbox": [40.0, 37.0, 50.5, 42.5], "cell_km": 0, "width": 1260, "height": 660}"#;
        assert_eq!(told(table), ["`cell_km` is no length"]);
    }
}
