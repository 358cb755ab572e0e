//! A tour by itself: a file of one's own, which names what an atlas has.

use std::collections::BTreeMap;

use super::json::Document;
use super::records::Reader;
use super::validate;
use super::{Finding, Severity};
use crate::model::{Atlas, Tour};

/// Folder of the tours in a package.
const FOLDER: &str = "tours/";
/// Folder of the scenes of a kiosk, which are short tours.
const SCENES: &str = "scenes/";

/// What reading a tour gives.
#[derive(Debug, Clone)]
pub struct LoadedTour {
    /// The tour; `None` where any finding is a fault.
    pub tour: Option<Tour>,
    /// Faults and warnings, sorted by line and column.
    pub findings: Vec<Finding>,
}

/// Whether a file of this name is a tour of a package.
pub(super) fn is_tour(name: &str) -> bool {
    name.starts_with(FOLDER) && name.ends_with(".json")
}

/// Whether a file of this name is a scene of a package.
pub(super) fn is_scene(name: &str) -> bool {
    name.starts_with(SCENES) && name.ends_with(".json")
}

/// The name of a tour's file, without folder and ending: the id of the tour.
pub(super) fn name_of(file: &str) -> &str {
    let folder = file.strip_prefix(FOLDER).or(file.strip_prefix(SCENES));
    let name = folder.unwrap_or(file);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Reads a tour that is no part of the atlas, such as a file of one's own, and checks it by the
/// rules of tours. The file may have any name; findings call it `name`.
///
/// ```
/// use araxes::load::{files, load, tour_file};
///
/// let folder = files::read_folder("docs/example-atlas".as_ref()).expect("the folder is there");
/// let atlas = load(&folder).atlas.expect("no faults");
/// let text = br#"{"id": "mine", "title": {"en": "Mine"}, "steps": [{"id": "a", "date": "1900-01-01",
///   "lens": "claims", "headline": {"en": "Begins"}, "caption": {"en": "It begins."}}]}"#;
/// let loaded = tour_file("mine.json", text, &atlas);
/// assert!(loaded.tour.is_none());
/// assert!(loaded.findings.iter().any(|f| f.what.contains("outside the atlas")));
/// ```
#[must_use]
pub fn tour_file(name: &str, bytes: &[u8], atlas: &Atlas) -> LoadedTour {
    let mut findings = Vec::new();
    let tour = read(bytes, atlas, &mut findings);
    for finding in &mut findings {
        name.clone_into(&mut finding.file);
    }
    findings.sort_by(|a, b| (a.line, a.column, &a.what).cmp(&(b.line, b.column, &b.what)));
    findings.dedup();
    let clean = findings.iter().all(|f| f.severity == Severity::Warning);
    LoadedTour {
        tour: tour.filter(|_| clean),
        findings,
    }
}

fn read(bytes: &[u8], atlas: &Atlas, findings: &mut Vec<Finding>) -> Option<Tour> {
    // In a package the name of the file is the id; outside of one the tour is taken by its own id.
    let document = match Document::parse(FOLDER, bytes) {
        Ok((document, mut faults)) => {
            findings.append(&mut faults);
            document
        }
        Err(fault) => {
            findings.push(*fault);
            return None;
        }
    };
    let id = document.value.get("id").and_then(|id| id.as_str());
    let file = format!("{FOLDER}{}.json", id.unwrap_or_default());
    let documents = BTreeMap::from([(file.clone(), document)]);
    let mut tour: Tour = Reader::new(&documents, findings).one(&file)?;
    validate::tour(atlas, &documents, findings);
    atlas.resolve_tour(&mut tour);
    Some(tour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::fixtures;
    use crate::model::AreaId;

    const STEP: &str = r#"{"id": "a", "kind": "KIND", "date": "1900-03-01", "lens": "north",
 "view": {"fit": ["both", "ford"]}, "headline": {"en": "Ada claims Aster"},
 "caption": {"en": "1 March: Ada claims Aster."}, "records": ["claim-1"]}"#;

    fn read(steps: &[String]) -> LoadedTour {
        let steps = steps.join(",\n");
        let text = format!(
            "{{\"id\": \"mine\", \"title\": {{\"en\": \"Mine\"}}, \"steps\": [\n{steps}]}}"
        );
        tour_file("My tour.json", text.as_bytes(), &fixtures::two_vales())
    }

    #[test]
    fn a_tour_of_ones_own_may_be_called_anything_and_knows_its_areas() {
        let first = STEP.replace("KIND", "opening");
        let last = STEP
            .replace("KIND", "closing")
            .replace(r#""id": "a""#, r#""id": "b""#);
        let loaded = read(&[first, last]);
        assert_eq!(loaded.findings, []);
        let tour = loaded.tour.expect("no fault");
        let fit = &tour.steps[0].view.fit;
        assert_eq!(
            fit[..],
            [AreaId::Group("both".into()), AreaId::Place("ford".into())]
        );
    }

    #[test]
    fn a_tour_without_steps_is_told() {
        let loaded = read(&[]);
        let told: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["My tour.json:1:50: mine: the tour has no steps; hint: add one"]
        );
    }

    #[test]
    fn what_a_tour_of_ones_own_gets_wrong_is_told_with_its_place() {
        let step = STEP
            .replace("KIND", "day")
            .replace("north", "nobody")
            .replace("claim-1", "claim-9");
        let loaded = read(&[step]);
        assert!(loaded.tour.is_none());
        let told: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "My tour.json:2:1: warning: mine: the first step is no opening; hint: say what the tour \
                 is about and whose words it tells: `\"kind\": \"opening\"`",
                "My tour.json:2:1: warning: mine: the last step is no closing; hint: say where the \
                 sources stop: `\"kind\": \"closing\"`",
                "My tour.json:2:58: a: the atlas has no lens `nobody`; hint: write claims, control, or \
                 the id of a party or of a person or body",
                "My tour.json:4:63: a: `records` names `claim-9`, which is not in the package; hint: \
                 mend the id, or add what it names",
            ]
        );
    }
}
