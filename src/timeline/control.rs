//! Who held a district or place on a day (rule 6). An area is held exactly as far as a record names
//! it, and a part is never taken for the whole. The result goes into a `Situation`.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::bounds::{Bounds, KnownDay};
use crate::model::{AreaId, Atlas, Control, DistrictId, HeldExtent, PlaceId};
use crate::time::{Edtf, Extent, Truth};

/// Days after its date for which an as-of report, or a holding with an unknown end, may still be
/// true.
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
    /// Day by which it had been reported; `None` where that is not known.
    known_by: Option<NaiveDate>,
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
            let Some(extent) = extent_of(control, bounds) else {
                continue;
            };
            let report = HolderReport {
                control: index,
                extent,
                known_by: extent
                    .begins_latest
                    .or(bounds.known_day(&control.head.dating).last()),
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
            // Which part of the whole is meant is not said, so it may be another than this one.
            let other_part = !r.direct && is_of_part(atlas, r);
            let capped = other_part || r.told_again.is_some_and(|again| day < again);
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

/// Whether a control record is dated well enough to hold on some day.
pub(super) fn is_placed(control: &Control, bounds: &Bounds<'_>) -> bool {
    extent_of(control, bounds).is_some()
}

/// The days on which a control record holds; `None` where one end is missing, and it is only listed.
/// A beginning that is not known is no day before those of which the record speaks. An end that is
/// not known is at most [`AS_OF_DAYS`] days after them.
fn extent_of(control: &Control, bounds: &Bounds<'_>) -> Option<Extent> {
    let dating = &control.head.dating;
    let (earliest, latest) = bounds.of(dating);
    let when = dating.when.as_ref().map(Edtf::extent);
    let Some(extent) = when.filter(|e| e.period) else {
        return reported_as_of(bounds.known_day(dating));
    };
    let open_since_ever = extent.begins_latest == Some(NaiveDate::MIN);
    if extent.as_of {
        // A report as of a month is as of one of its days.
        let (a, b) = extent.begins_latest.zip(extent.ends_earliest)?;
        return Some(Extent {
            begins_earliest: earliest.or(Some(a.min(b))),
            ends_latest: latest.or(carried(a.max(b))),
            ..extent
        });
    }
    let begins_earliest = earliest.or(extent.begins_latest);
    let last_known = extent.ends_earliest.or(extent.begins_latest);
    let ends_latest = match extent.ends_latest {
        Some(_) => latest,
        None if extent.goes_on => None,
        None => latest.or(last_known.and_then(carried)),
    };
    let begun = extent.begins_latest.is_some() || (earliest.is_some() && ends_latest.is_some());
    let lasts = extent.goes_on || ends_latest.is_some();
    (begun && lasts).then_some(Extent {
        begins_earliest: begins_earliest.filter(|_| !open_since_ever),
        ends_latest,
        ..extent
    })
}

/// The days of a plain day or choice of days in a control record, which is a report as of that day.
fn reported_as_of(day: KnownDay) -> Option<Extent> {
    let (first, last) = match day {
        KnownDay::On(day) | KnownDay::NotAfter(day) => (day, day),
        KnownDay::Between(first, last) => (first, last),
        KnownDay::NotBefore(_) | KnownDay::Unknown => return None,
    };
    let exact = day.exact();
    Some(Extent {
        begins_earliest: Some(first),
        begins_latest: exact,
        ends_earliest: exact,
        ends_latest: carried(last),
        as_of: true,
        period: true,
        goes_on: false,
    })
}

fn carried(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(AS_OF_DAYS))
}

fn is_of_part(atlas: &Atlas, report: &HolderReport) -> bool {
    atlas.control[report.control].extent == HeldExtent::Part
}

/// Ends the reports of one area against each other. An as-of report extends only to the next
/// contrary report. A later taking by another holder of the whole ends an open period. The same
/// taking reported at two dates is possible from the first and certain from the second.
fn resolve_overlaps(atlas: &Atlas, reports: &mut [HolderReport]) {
    reports.sort_by_key(|r| (r.extent.begins_latest, r.control));
    let holder = |r: &HolderReport| atlas.control[r.control].holder.clone();
    let snapshot = reports.to_vec();
    for (i, report) in reports.iter_mut().enumerate() {
        let Some(own_day) = report.known_by else {
            continue;
        };
        for (j, other) in snapshot.iter().enumerate() {
            let Some(other_day) = other.extent.begins_latest.filter(|d| *d > NaiveDate::MIN) else {
                continue;
            };
            if i == j {
                continue;
            }
            let other_first = other.extent.begins_earliest.unwrap_or(other_day);
            if holder(other) == holder(report) {
                let is_taking = !other.extent.as_of && other_first == other_day;
                if is_taking && other_day > own_day && holder(report).is_some() {
                    report.told_again = report.told_again.max(Some(other_day));
                }
                continue;
            }
            if is_of_part(atlas, other) {
                continue; // The rest may still be held by the first holder.
            }
            let day_before = |day: NaiveDate| day.checked_sub_days(Days::new(1));
            if other_day > own_day && (report.extent.as_of || !other.extent.as_of) {
                report.extent.ends_latest =
                    earlier(report.extent.ends_latest, day_before(other_day));
                let certain_to = day_before(other_first);
                report.extent.ends_earliest = report
                    .extent
                    .ends_earliest
                    .and_then(|d| earlier(Some(d), certain_to));
                if report.extent.goes_on && report.extent.ends_earliest.is_none() {
                    report.extent.ends_earliest = certain_to;
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
