//! The days of each record for a time line: the day itself, the certain days and the possible days.
//! `scene::Lanes` draws the result.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::bounds::{Bounds, KnownDay};
use super::{DayRange, Timeline};
use crate::model::{RecordId, RecordKind, RecordRef, RecordView, Span};

/// One record on the time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneMark {
    /// Id of the record.
    pub id: RecordId,
    /// Kind of the record; each kind has its own lane.
    pub kind: RecordKind,
    /// The day of the record or, for a period, of its certain beginning; `None` where that is not
    /// known.
    pub day: Option<NaiveDate>,
    /// Days on which the record is certainly in force, beyond `day`; `None` where there are none.
    pub core: Option<DayRange>,
    /// Days on which the record is possible; `None` where there are none, or more than are drawn.
    pub fade: Option<DayRange>,
}

/// A record with more possible days than this is listed, but not drawn on the time line.
const WIDEST_FADE_DAYS: i64 = 31;

impl Timeline {
    /// Every dated record in the order of [`RecordKind::ALL`] and of the files, without those
    /// outside the days that the atlas covers.
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
            _ => instant_mark(record, bounds.known_day(&record.head().dating)),
        };
        let marks = atlas.records().filter_map(mark);
        marks
            .filter(|m| m.day.is_none_or(|d| span.contains(d)))
            .collect()
    }

    /// The day of the main part of which most records are; the first of several, and the first day
    /// of all where no record has a day of its own.
    #[must_use]
    pub fn fullest_day(&self) -> NaiveDate {
        let span = self.atlas().manifest.span;
        let mut counts: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        let days = self.lane_marks().iter().filter_map(|mark| mark.day);
        for day in days.filter(|day| (span.start..=span.end).contains(day)) {
            *counts.entry(day).or_default() += 1;
        }
        let fullest = counts.into_iter().rev().max_by_key(|(_, count)| *count);
        fullest.map_or(span.start, |(day, _)| day)
    }

    /// The days on which a record is certainly or possibly in force; `None` for a district, a
    /// source, or a record of no known day.
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
            let bounds = Bounds::new(atlas);
            let said = bounds.known_day(&claim.head.dating).first_in_force()?;
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

/// The mark of a record that happens on one day; `None` where neither the day nor a narrow range of
/// days is known.
fn instant_mark(record: RecordView<'_>, known: KnownDay) -> Option<LaneMark> {
    let head = record.head();
    let day = known.exact();
    let fade = match known {
        KnownDay::Between(first, last) => Some(DayRange { first, last }),
        _ => None,
    };
    let fade = fade.filter(|f| f.first <= f.last && f.days() <= WIDEST_FADE_DAYS);
    (day.is_some() || fade.is_some()).then(|| LaneMark {
        id: head.id.clone(),
        kind: record.kind(),
        day,
        core: None,
        fade,
    })
}

/// The mark of a record that lasts for a period; `None` where none of its days is known and within
/// `span`.
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
