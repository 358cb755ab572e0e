//! When each record is of, for a time line: days, cores and fades.

use chrono::NaiveDate;

use super::thread::Bounds;
use super::{DayRange, Timeline};
use crate::model::{RecordId, RecordKind, RecordRef, RecordView, Span};

/// One record on the time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneMark {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: RecordKind,
    /// Its day, or the day it certainly began on, where that is known.
    pub day: Option<NaiveDate>,
    /// Days on which it is certainly so, beyond its day.
    pub core: Option<DayRange>,
    /// Days of which it may be.
    pub fade: Option<DayRange>,
}

/// A record that may be of more days than these is listed, not drawn on the time line.
const WIDEST_FADE_DAYS: i64 = 31;

impl Timeline {
    /// Every dated record, in the order of [`RecordKind::ALL`] and of the files. What lies outside the atlas is left out.
    #[must_use]
    pub fn lane_marks(&self) -> &[LaneMark] {
        self.lanes.get_or_init(|| self.gather_lane_marks())
    }

    fn gather_lane_marks(&self) -> Vec<LaneMark> {
        let atlas = self.atlas();
        let span = atlas.manifest.span;
        let bounds = Bounds::new(atlas);
        let mark = |record| match record {
            RecordView::Control(_) => period_mark(record, span),
            _ => instant_mark(record, bounds.of(&record.head().dating)),
        };
        let marks = atlas.records().filter_map(mark);
        marks
            .filter(|m| m.day.is_none_or(|d| span.contains(d)))
            .collect()
    }

    /// When a record is in force or may be: for its life on the time line. A district or a source has none.
    #[must_use]
    pub fn life_of(&self, id: &str) -> Option<DayRange> {
        let atlas = self.atlas();
        let span = atlas.manifest.span;
        let range = |first: NaiveDate, last: NaiveDate| DayRange {
            first: span.clamp(first),
            last: span.clamp(last),
        };
        if let Some(RecordRef::Claim(here)) = atlas.find(id) {
            let claim = &atlas.claims[here];
            let said = claim
                .head
                .dating
                .exact_day()
                .or(claim.head.dating.bounds().0)?;
            let leaf = atlas.leaves_of(claim.area.as_ref()?).into_iter().next()?.0;
            let state = self.state_on(&leaf, said);
            let stance = state.stances.iter().find(|s| s.records.contains(&here))?;
            return Some(range(
                stance.since.unwrap_or(said),
                stance.until.unwrap_or(span.last()),
            ));
        }
        if let Some(RecordRef::Unit(i) | RecordRef::Fix(i, _)) = atlas.find(id) {
            let unit = &atlas.units[i];
            let days: Vec<NaiveDate> = unit
                .fixes
                .iter()
                .filter_map(|f| f.head.dating.exact_day())
                .collect();
            return Some(range(*days.iter().min()?, *days.iter().max()?));
        }
        let mark = self.lane_marks().iter().find(|m| m.id.as_str() == id)?;
        let day = mark.day.map(|d| DayRange { first: d, last: d });
        let all = [day, mark.core, mark.fade];
        let first = all.iter().flatten().map(|r| r.first).min()?;
        let last = all.iter().flatten().map(|r| r.last).max()?;
        Some(range(first, last))
    }
}

/// The mark of a record that is of one day, known or not.
fn instant_mark(
    record: RecordView<'_>,
    (earliest, latest): (Option<NaiveDate>, Option<NaiveDate>),
) -> Option<LaneMark> {
    let head = record.head();
    let day = head.dating.exact_day();
    let fade = earliest
        .zip(latest)
        .filter(|_| day.is_none())
        .map(|(first, last)| DayRange { first, last })
        .filter(|f| f.first <= f.last && f.days() <= WIDEST_FADE_DAYS);
    (day.is_some() || fade.is_some()).then(|| LaneMark {
        id: head.id.clone(),
        kind: record.kind(),
        day,
        core: None,
        fade,
    })
}

/// The mark of a record that is of a period.
fn period_mark(record: RecordView<'_>, span: Span) -> Option<LaneMark> {
    let head = record.head();
    let extent = head.dating.when.as_ref().map(crate::time::Edtf::extent)?;
    let day = extent.begins_latest.filter(|d| span.contains(*d));
    let until = extent
        .ends_earliest
        .or(extent.goes_on.then_some(span.last()));
    let core = day
        .zip(until)
        .filter(|(a, b)| extent.period && a < b)
        .map(|(first, last)| DayRange { first, last });
    let wide = extent
        .begins_earliest
        .zip(extent.ends_latest)
        .map(|(first, last)| DayRange { first, last });
    let fade = wide.filter(|f| f.days() > 1 && f.days() <= WIDEST_FADE_DAYS);
    (day.is_some() || core.is_some() || fade.is_some()).then(|| LaneMark {
        id: head.id.clone(),
        kind: record.kind(),
        day,
        core,
        fade,
    })
}
