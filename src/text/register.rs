//! Every record in one list: for `araxes log`, the table in the window and its CSV.

use chrono::NaiveDate;

use super::{Text, kebab};
use crate::model::{Citation, Dating, RecordId};
use crate::timeline::Timeline;

/// One record, as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Id of the record.
    pub id: String,
    /// What it is: message, claim, control, unit, event, person, place, contradiction.
    pub kind: &'static str,
    /// Its date as EDTF; `None` where undated.
    pub when: Option<String>,
    /// The first day on which it may be dated; `None` where unbounded.
    pub earliest: Option<NaiveDate>,
    /// The last day on which it may be dated; `None` where unbounded.
    pub latest: Option<NaiveDate>,
    /// Its date in the source's own form.
    pub as_written: Option<String>,
    /// One line that says what it is.
    pub title: String,
    /// Ids in the table of evidence.
    pub ledger: Vec<String>,
    /// The citations of its source.
    pub cites: Vec<Citation>,
}

impl Text {
    /// Every record that passes the filter, in the order of the files.
    #[must_use]
    pub fn register(&self, timeline: &Timeline) -> Vec<RegisterRow> {
        let (atlas, language) = (timeline.atlas(), self.language());
        let dated = |id: &RecordId,
                     kind,
                     dating: &Dating,
                     title: &str,
                     ledger: &[String],
                     cites: &[Citation]| {
            let (earliest, latest) = timeline.bounds_of(id);
            RegisterRow {
                id: id.to_string(),
                kind,
                when: dating.when.as_ref().map(ToString::to_string),
                earliest,
                latest,
                as_written: dating.as_written.clone(),
                title: title.to_owned(),
                ledger: ledger.to_vec(),
                cites: cites.to_vec(),
            }
        };
        let timeless =
            |id: &str, kind, title: &str, ledger: &[String], cites: &[Citation]| RegisterRow {
                id: id.to_owned(),
                kind,
                when: None,
                earliest: None,
                latest: None,
                as_written: None,
                title: title.to_owned(),
                ledger: ledger.to_vec(),
                cites: cites.to_vec(),
            };
        let mut out = Vec::new();
        let messages = atlas.messages.iter();
        out.extend(messages.map(|m| {
            dated(
                &m.id,
                "message",
                &m.dating(),
                m.gist.text(language),
                &m.ledger,
                &m.cites,
            )
        }));
        out.extend(atlas.claims.iter().map(|c| {
            let voices: Vec<_> = c
                .voices
                .iter()
                .map(|v| atlas.name(v.as_str(), language))
                .collect();
            let stance = c
                .stance
                .map_or_else(|| self.get("stance-listed"), |s| kebab(&s));
            let written = c.area_as_written.as_deref();
            let area = written
                .or(c.area.as_ref().map(|a| a.as_str()))
                .map_or_else(|| self.get("area-not-named"), str::to_owned);
            dated(
                &c.id,
                "claim",
                &c.dating,
                &self.with(
                    "register-claim",
                    &[
                        ("voices", &voices.join(&self.get("list-comma"))),
                        ("stance", &stance),
                        ("area", &area),
                    ],
                ),
                &c.ledger,
                &c.cites,
            )
        }));
        let control = atlas.control.iter();
        out.extend(control.map(|c| {
            dated(
                &c.id,
                "control",
                &c.dating,
                c.title.text(language),
                &c.ledger,
                &c.cites,
            )
        }));
        let fixes = atlas.units.iter().flat_map(|u| &u.fixes);
        out.extend(fixes.map(|f| {
            dated(
                &f.id,
                "unit",
                &f.dating,
                f.title.text(language),
                &f.ledger,
                &f.cites,
            )
        }));
        let events = atlas.events.iter();
        out.extend(events.map(|e| {
            dated(
                &e.id,
                "event",
                &e.dating,
                e.title.text(language),
                &e.ledger,
                &e.cites,
            )
        }));
        let people = atlas.people.iter();
        out.extend(people.map(|p| {
            timeless(
                p.id.as_str(),
                "person",
                p.names.text(language),
                &p.ledger,
                &p.cites,
            )
        }));
        let places = atlas.places.iter();
        out.extend(places.map(|p| {
            timeless(
                p.id.as_str(),
                "place",
                p.names.text(language),
                &p.ledger,
                &p.cites,
            )
        }));
        let told = atlas.contradictions.iter();
        out.extend(told.map(|c| {
            timeless(
                c.id.as_str(),
                "contradiction",
                c.title.text(language),
                &c.ledger,
                &c.cites,
            )
        }));
        out
    }
}
