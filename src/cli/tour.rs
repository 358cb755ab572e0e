//! The tour that a command names: by its id in the atlas, or by the path of a file.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use super::Output;
use crate::load;
use crate::model::{Atlas, Tour};
use crate::session::TourVersion;

/// Share of letters, 0 to 1, by which an id must be like another to be proposed in its place.
const ALIKE: f64 = 0.6;

/// The tour of that id, or the tour in the file of that path, read with every check. What the file
/// could do better is told; a file with faults is not opened.
///
/// # Errors
/// There is neither such an id nor such a file, or the file has faults.
pub(super) fn tour_named(
    name: &str,
    atlas: &Atlas,
    out: &mut Output<'_>,
) -> anyhow::Result<Arc<Tour>> {
    if let Some(tour) = atlas.tours.iter().find(|tour| tour.id == name) {
        return Ok(Arc::clone(tour));
    }
    let is_path = name.contains(['/', '\\', '.']);
    let bytes = if is_path {
        Some(load::files::read_file(Path::new(name))?)
    } else {
        load::files::read_file_if_present(Path::new(name))
            .ok()
            .flatten()
    };
    let Some(bytes) = bytes else {
        bail!("{}", unknown(name, atlas));
    };
    let loaded = load::tour_file(name, &bytes, atlas);
    for finding in &loaded.findings {
        out.message(finding);
    }
    let tour = loaded
        .tour
        .context("the tour has faults, and nothing of it was opened")?;
    Ok(Arc::new(tour))
}

/// The version of a tour that is asked for.
///
/// # Errors
/// The shorter version is asked for, and the tour has none.
pub(super) fn version(tour: &Tour, short: bool) -> anyhow::Result<TourVersion> {
    if short && !tour.steps.iter().any(|step| step.short) {
        bail!(
            "no step of the tour `{}` belongs to a shorter version; leave out --short",
            tour.id
        );
    }
    Ok(if short {
        TourVersion::Short
    } else {
        TourVersion::Whole
    })
}

/// Says that there is no such tour, which there are, and which was perhaps meant.
fn unknown(name: &str, atlas: &Atlas) -> String {
    if atlas.tours.is_empty() {
        return format!("the atlas has no tours, and there is no file `{name}`");
    }
    let ids: Vec<&str> = atlas.tours.iter().map(|tour| tour.id.as_str()).collect();
    let near = ids
        .iter()
        .map(|id| (strsim::normalized_levenshtein(id, name), id))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(alike, _)| *alike >= ALIKE);
    let meant = near.map_or_else(String::new, |(_, id)| format!(" did you mean `{id}`?"));
    let all = ids.join(", ");
    format!("there is no tour `{name}` and no file of that name;{meant} the atlas has {all}")
}
