//! Shaded relief: the picture `base/relief.png` and the table `base/relief.json` that places it.

use std::collections::BTreeMap;

use super::json::Document;
use super::{Files, Finding};
use crate::model::Relief;

/// The table that gives the extent and size of the picture.
pub(super) const TABLE: &str = "base/relief.json";
const PICTURE: &str = "base/relief.png";

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
    let Some(bytes) = files.get(PICTURE) else {
        fault(
            TABLE,
            table.position(""),
            format!("{PICTURE} is missing"),
            "add the picture, or remove this table",
        );
        return None;
    };
    match grey(bytes) {
        Ok((width, height, grey)) if (width, height) == (relief.width, relief.height) => {
            relief.grey = grey;
            Some(relief)
        }
        Ok((width, height, _)) => {
            fault(
                PICTURE,
                (1, 1),
                format!("the picture is {width} × {height}, the table says otherwise"),
                "mend width and height",
            );
            None
        }
        Err(error) => {
            fault(PICTURE, (1, 1), error, "save it as a PNG of 8-bit greys");
            None
        }
    }
}

fn grey(bytes: &[u8]) -> Result<(usize, usize, Vec<u8>), String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .map_err(|e| e.to_string())?;
    let size = reader
        .output_buffer_size()
        .ok_or("the picture is too large")?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).map_err(|e| e.to_string())?;
    if (info.color_type, info.bit_depth) != (png::ColorType::Grayscale, png::BitDepth::Eight) {
        return Err("the picture is not of 8-bit greys".to_owned());
    }
    pixels.truncate(info.buffer_size());
    Ok((info.width as usize, info.height as usize, pixels))
}
