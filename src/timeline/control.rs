//! Who held a district or place on a day (rule 6). An area is held exactly as far as a record names
//! it, and a part is never taken for the whole. The result goes into a `Situation`.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::thread::Bounds;
use crate::model::{AreaId, Atlas, Control, DistrictId, PlaceId};
use crate::time::{Extent, Truth};

/// Days before and after its date for which an as-of report may still be true.
pub const AS_OF_DAYS: u64 = 14;

/// One reported holder of an area on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// Position of the record in `Atlas::control`.
    pub control: usize,
    /// Whether the area is certainly or only possibly held on the day asked for.
    pub certainty: Truth,
}

#[derive(Debug, Clone)]
pub(super) struct ControlIndex {
    /// Reports by leaf district, sorted by the day on which they begin.
    districts: BTreeMap<DistrictId, Vec<HolderReport>>,
    places: BTreeMap<PlaceId, Vec<HolderReport>>,
}

#[derive(Debug, Clone)]
struct HolderReport {
    control: usize,
    extent: Extent,
    /// Whether the record names this area itself and not its parent district or group.
    direct: bool,
    /// Day on which a later record reports the same holding as a taking. Until then this report is
    /// only possible. `None` where no record repeats it.
    told_again: Option<NaiveDate>,
}

impl ControlIndex {
    pub(super) fn new(atlas: &Atlas, bounds: &Bounds<'_>) -> Self {
        let mut districts: BTreeMap<DistrictId, Vec<HolderReport>> = BTreeMap::new();
        let mut places: BTreeMap<PlaceId, Vec<HolderReport>> = BTreeMap::new();
        for (index, control) in atlas.control.iter().enumerate() {
            let Some(area) = &control.area else { continue };
            if control.holder.is_none() && control.not.is_empty() {
                continue;
            }
            let (earliest, latest) = bounds.of(&control.head.dating);
            if control.head.dating.when.is_none() && earliest.is_none() && latest.is_none() {
                continue; // A report without any known day is listed, but holds on no day.
            }
            let report = HolderReport {
                control: index,
                extent: extent_of(control, bounds),
                direct: true,
                told_again: None,
            };
            match area {
                AreaId::District(id) | AreaId::Group(id) => {
                    for (leaf, direct) in atlas.leaves_of(id) {
                        let reports = districts.entry(leaf).or_default();
                        reports.push(HolderReport {
                            direct,
                            ..report.clone()
                        });
                    }
                }
                AreaId::Place(id) => places.entry(id.clone()).or_default().push(report),
            }
        }
        for reports in districts.values_mut().chain(places.values_mut()) {
            resolve_overlaps(atlas, reports);
        }
        Self { districts, places }
    }

    pub(super) fn change_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.districts
            .values()
            .chain(self.places.values())
            .flatten()
            .filter_map(|r| r.extent.begins_latest.filter(|d| *d > NaiveDate::MIN))
    }

    /// Who held a leaf district on a day.
    pub(super) fn holders_of(
        &self,
        atlas: &Atlas,
        district: &DistrictId,
        day: NaiveDate,
    ) -> Vec<Holding> {
        let reports = self.districts.get(district);
        holders_on(atlas, reports.map(Vec::as_slice).unwrap_or_default(), day)
    }

    /// Every place for which a holder is reported, in the order of ids, with its holders on a day.
    pub(super) fn places_on<'a>(
        &'a self,
        atlas: &'a Atlas,
        day: NaiveDate,
    ) -> impl Iterator<Item = (&'a PlaceId, Vec<Holding>)> {
        let places = self.places.iter();
        places.map(move |(id, reports)| (id, holders_on(atlas, reports, day)))
    }
}

fn holders_on(atlas: &Atlas, reports: &[HolderReport], day: NaiveDate) -> Vec<Holding> {
    // Example: "Zangezur except Meghri". A record that names this area as not held excludes it from
    // what is reported of its parent district.
    let excepted = |r: &HolderReport| {
        let holder = atlas.control[r.control].holder.as_ref();
        !r.direct
            && reports.iter().any(|other| {
                let not_held = holder.is_some_and(|h| atlas.control[other.control].not.contains(h));
                other.direct && not_held && other.extent.on(day) != Truth::Not
            })
    };
    reports
        .iter()
        .filter(|r| !excepted(r))
        .map(|r| {
            let truth = r.extent.on(day);
            let capped = r.told_again.is_some_and(|again| day < again);
            Holding {
                control: r.control,
                certainty: if capped {
                    truth.and(Truth::Possible)
                } else {
                    truth
                },
            }
        })
        .filter(|h| h.certainty != Truth::Not)
        .collect()
}

fn extent_of(control: &Control, bounds: &Bounds<'_>) -> Extent {
    let (earliest, latest) = bounds.of(&control.head.dating);
    match control
        .head
        .dating
        .when
        .as_ref()
        .map(crate::time::Edtf::extent)
    {
        // A plain day or a choice of days in a control record is a report as of that day.
        Some(e) if !e.period => {
            let exact = e.begins_earliest == e.ends_latest;
            Extent {
                begins_latest: e.begins_earliest.filter(|_| exact),
                ends_earliest: e.ends_latest.filter(|_| exact),
                begins_earliest: earliest.and_then(|d| d.checked_sub_days(Days::new(AS_OF_DAYS))),
                ends_latest: latest.and_then(|d| d.checked_add_days(Days::new(AS_OF_DAYS))),
                as_of: true,
                period: true,
                goes_on: false,
            }
        }
        Some(e) if e.as_of => Extent {
            begins_earliest: e
                .begins_latest
                .and_then(|d| d.checked_sub_days(Days::new(AS_OF_DAYS))),
            ends_latest: e
                .ends_earliest
                .and_then(|d| d.checked_add_days(Days::new(AS_OF_DAYS))),
            ..e
        },
        Some(e) => Extent {
            begins_earliest: control.head.dating.earliest.or(e.begins_earliest),
            ..e
        },
        None => Extent {
            begins_earliest: earliest,
            ends_latest: latest,
            period: true,
            ..Extent::default()
        },
    }
}

/// Ends the reports of one area against each other. An as-of report extends only to the next
/// contrary report. A later taking by another holder of the whole ends an open period. The same
/// taking reported at two dates is possible from the first and certain from the second.
fn resolve_overlaps(atlas: &Atlas, reports: &mut [HolderReport]) {
    reports.sort_by_key(|r| (r.extent.begins_latest, r.control));
    let holder = |r: &HolderReport| atlas.control[r.control].holder.clone();
    let snapshot = reports.to_vec();
    for (i, report) in reports.iter_mut().enumerate() {
        let Some(own_day) = report.extent.begins_latest else {
            continue;
        };
        for (j, other) in snapshot.iter().enumerate() {
            let Some(other_day) = other.extent.begins_latest.filter(|d| *d > NaiveDate::MIN) else {
                continue;
            };
            if i == j {
                continue;
            }
            if holder(other) == holder(report) {
                let is_taking =
                    !other.extent.as_of && other.extent.begins_earliest == Some(other_day);
                if is_taking && other_day > own_day && holder(report).is_some() {
                    report.told_again = report.told_again.max(Some(other_day));
                }
                continue;
            }
            let day_before = other_day.checked_sub_days(Days::new(1));
            if other_day > own_day && (report.extent.as_of || !other.extent.as_of) {
                report.extent.ends_latest = earlier(report.extent.ends_latest, day_before);
                report.extent.ends_earliest = report
                    .extent
                    .ends_earliest
                    .and_then(|d| earlier(Some(d), day_before));
                if report.extent.goes_on && report.extent.ends_earliest.is_none() {
                    report.extent.ends_earliest = day_before;
                }
            }
            if other_day < own_day && report.extent.as_of {
                let day_after = other_day.checked_add_days(Days::new(1));
                report.extent.begins_earliest = report.extent.begins_earliest.max(day_after);
            }
        }
    }
}

fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
