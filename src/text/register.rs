//! Every record in one list: for `araxes log`, the table in the window and its CSV.

use chrono::NaiveDate;

use super::Text;
use crate::model::{Atlas, Citation, Claim, EntryKind, RecordView, Words, word};
use crate::timeline::Timeline;

/// One record, as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Id of the record.
    pub id: String,
    /// What it is: a dated record, a person, a place or a contradiction.
    pub kind: EntryKind,
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
        let atlas = timeline.atlas();
        let dated = atlas.records().map(|record| {
            let head = record.head();
            let (earliest, latest) = timeline.bounds_of(&head.id);
            RegisterRow {
                id: head.id.to_string(),
                kind: record.kind().into(),
                when: head.dating.when.as_ref().map(ToString::to_string),
                earliest,
                latest,
                as_written: head.dating.as_written.clone(),
                title: self.line(atlas, record),
                ledger: head.ledger.clone(),
                cites: head.cites.clone(),
            }
        });
        let row =
            |id: &str, kind, title: &Words, ledger: &[String], cites: &[Citation]| RegisterRow {
                id: id.to_owned(),
                kind,
                when: None,
                earliest: None,
                latest: None,
                as_written: None,
                title: title.text(self.language()).to_owned(),
                ledger: ledger.to_vec(),
                cites: cites.to_vec(),
            };
        let people = (atlas.people.iter()).map(|p| {
            row(
                p.id.as_str(),
                EntryKind::Person,
                &p.names,
                &p.ledger,
                &p.cites,
            )
        });
        let places = (atlas.places.iter()).map(|p| {
            row(
                p.id.as_str(),
                EntryKind::Place,
                &p.names,
                &p.ledger,
                &p.cites,
            )
        });
        let told = (atlas.contradictions.iter()).map(|c| {
            row(
                c.id.as_str(),
                EntryKind::Contradiction,
                &c.title,
                &c.ledger,
                &c.cites,
            )
        });
        dated.chain(people).chain(places).chain(told).collect()
    }

    /// A dated record in a line of the register: its own words where it has any.
    fn line(&self, atlas: &Atlas, record: RecordView<'_>) -> String {
        match record {
            RecordView::Claim(claim) => self.stance_line(atlas, claim),
            RecordView::Message(_)
            | RecordView::Control(_)
            | RecordView::Fix(..)
            | RecordView::Event(_) => self.title_of(atlas, record),
        }
    }

    /// What a dated record is called, in a line. A claim is called by who speaks of what.
    #[must_use]
    pub fn title_of(&self, atlas: &Atlas, record: RecordView<'_>) -> String {
        let language = self.language();
        match record {
            RecordView::Message(r) => r.gist.text(language).to_owned(),
            RecordView::Claim(r) => {
                format!("{}: {}", self.voices(atlas, r), self.claimed_area(atlas, r))
            }
            RecordView::Control(r) => r.title.text(language).to_owned(),
            RecordView::Fix(_, r) => r.title.text(language).to_owned(),
            RecordView::Event(r) => r.title.text(language).to_owned(),
        }
    }

    /// Who makes a claim.
    #[must_use]
    pub fn voices(&self, atlas: &Atlas, claim: &Claim) -> String {
        let voices = claim.voices.iter();
        let names: Vec<&str> = voices
            .map(|v| atlas.name(v.as_str(), self.language()))
            .collect();
        names.join(&self.get("list-comma"))
    }

    /// What a claim is about: the area by name, else in the source's words.
    #[must_use]
    pub fn claimed_area<'a>(&self, atlas: &'a Atlas, claim: &'a Claim) -> &'a str {
        let area = claim.area.as_ref();
        area.map(|a| atlas.name(a.as_str(), self.language()))
            .or(claim.area_as_written.as_deref())
            .unwrap_or("…")
    }

    fn stance_line(&self, atlas: &Atlas, claim: &Claim) -> String {
        let stance = claim
            .stance
            .map_or_else(|| self.get("stance-listed"), |s| word(s).to_owned());
        let area = claim
            .area_as_written
            .as_deref()
            .or(claim.area.as_ref().map(|a| a.as_str()))
            .map_or_else(|| self.get("area-not-named"), str::to_owned);
        self.with(
            "register-claim",
            &[
                ("voices", &self.voices(atlas, claim)),
                ("stance", &stance),
                ("area", &area),
            ],
        )
    }
}
