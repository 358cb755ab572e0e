//! From features to districts, one outline for each id, and to dated statements about them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days as Count, NaiveDate};
use geo::MapCoordsInPlace as _;
use geo_types::MultiPolygon;
use serde_json::Value;

use super::columns::{Columns, Given};
use super::ids::Ids;
use super::outlines::{self, Coordinates, Mended, Unusable};
use super::read::Feature;
use super::{Ends, Report, overlaps};

/// The most characters of an example in a report.
const LONGEST_EXAMPLE: usize = 60;

/// A district of the new atlas.
#[derive(Debug)]
pub(super) struct District {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) outline: MultiPolygon<f64>,
}

/// A claimant claims a district from the first day through the last; `None`: without an end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    pub(super) district: String,
    pub(super) claimant: String,
    pub(super) first: NaiveDate,
    pub(super) last: Option<NaiveDate>,
    /// The last day that the beginning may mean, to which the atlas reaches.
    pub(super) first_until: NaiveDate,
}

impl Row {
    /// The last day on which the atlas must show the claim.
    pub(super) fn shown_until(&self) -> NaiveDate {
        self.last.unwrap_or(self.first_until)
    }
}

/// The input in the form of an atlas.
#[derive(Debug, Default)]
pub(super) struct Districts {
    pub(super) districts: Vec<District>,
    pub(super) rows: Vec<Row>,
}

/// What is asked for besides the columns.
pub(super) struct Wanted {
    pub(super) coordinates: Coordinates,
    pub(super) on: Option<NaiveDate>,
    pub(super) ends: Option<Ends>,
    /// Whether the larger of two districts loses what overlaps.
    pub(super) cut_overlaps: bool,
    /// Rows of `claims.json`, which are used where no feature has a date.
    pub(super) beside: Option<Vec<Value>>,
}

/// A feature that can be used.
struct Part {
    key: String,
    name: String,
    claimants: Vec<String>,
    given: Vec<Given>,
    /// Whether what lacks for a claim is told by itself: a date that cannot be read, or no claimant.
    is_told: bool,
    outline: MultiPolygon<f64>,
}

impl Districts {
    pub(super) fn new(
        features: &[Feature],
        columns: &Columns,
        wanted: Wanted,
        report: &mut Report,
    ) -> Self {
        let mut parts = parts(features, columns, wanted.coordinates, report);
        if wanted.beside.is_some() && columns.has_dates {
            let line =
                "the claims.json beside the file, because the features have dates of their own";
            report.skipped.push(line.to_owned());
        }
        let beside = wanted.beside.filter(|_| !columns.has_dates);
        let mut dropped = BTreeSet::new();
        if beside.is_none() {
            let ends = wanted.ends.unwrap_or_else(|| ends_of(&parts, report));
            for part in &mut parts {
                part.given
                    .retain_mut(|given| days(given, ends, &part.name, report));
                if let Some(day) = wanted.on {
                    part.given.retain(|given| is_in_force(given, day));
                }
            }
            let before = parts.len();
            parts.retain(|part| {
                !part.given.is_empty() || (wanted.on.is_none() && !part.claimants.is_empty())
            });
            if let Some(day) = wanted.on {
                let gone = before - parts.len();
                report.understood.push(format!(
                    "--on {day}: {gone} features are not in force on that day"
                ));
            }
            dropped = redrawn(&parts, report);
        }
        let mut ids = Ids::new("district");
        let mut claimants_are_names: (usize, BTreeSet<String>) = (0, BTreeSet::new());
        let mut of_other_names = Counted::default();
        let mut not_to_the_day = Counted::default();
        let mut made = Self::default();
        let mut position: BTreeMap<String, usize> = BTreeMap::new();
        let (mut joined, mut without_date) = (0, 0);
        for part in parts
            .into_iter()
            .filter(|part| !dropped.contains(&part.key))
        {
            let mut id = ids.get(&part.key);
            let other = position.get(&id).and_then(|at| made.districts.get(*at));
            if other.is_some_and(|d| d.outline != part.outline && d.name != part.name) {
                of_other_names.count(&part.key);
                id = ids.get(&format!("{} {}", part.key, part.name));
            }
            for (first, last) in &part.given {
                let Some(first) = first else { continue };
                if !first.is_day() {
                    not_to_the_day.count(&part.name);
                }
                for claimant in &part.claimants {
                    made.rows.push(Row {
                        district: id.clone(),
                        claimant: claimant.clone(),
                        first: first.first,
                        last: last.map(|last| last.last),
                        first_until: first.last,
                    });
                }
            }
            if part.claimants == std::slice::from_ref(&part.name) {
                claimants_are_names.0 += 1;
                claimants_are_names.1.insert(part.name.clone());
            }
            without_date += usize::from(part.given.is_empty() && !part.is_told);
            match position.get(&id).and_then(|at| made.districts.get_mut(*at)) {
                Some(district) if district.outline == part.outline => {}
                Some(district) => {
                    joined += 1;
                    district.outline =
                        geo::unary_union(district.outline.iter().chain(&part.outline));
                }
                None => {
                    position.insert(id.clone(), made.districts.len());
                    made.districts.push(District {
                        id,
                        name: part.name,
                        outline: part.outline,
                    });
                }
            }
        }
        if let Some(rows) = beside {
            made.rows = rows_of(&rows, columns, &position, &mut ids, report);
        } else {
            if without_date > 0 {
                report.skipped.push(format!("the dates of {without_date} features, which have none; they are districts without a claim"));
            }
            let (count, names) = claimants_are_names;
            if count > 0 && columns.claimant_column().is_none() {
                let names = names.len();
                let names = if names == count {
                    String::new()
                } else {
                    format!(", which are {names} names")
                };
                report.guessed.push(format!(
                    "no property names a claimant, so {count} features are claimed by what bears their name{names}; name it with --claimant"
                ));
            }
            not_to_the_day.tell(&mut report.guessed, "beginnings are given as a year or month, or as days to choose from; each is in force from the first of them", "that of ");
        }
        of_other_names.tell(
            &mut report.guessed,
            "features have the id of another and a name of their own; they are districts of their own",
            "the id ",
        );
        if joined > 0 {
            report.mended.push(format!(
                "{joined} features have the id of another and the same dates; their outlines are joined"
            ));
        }
        if ids.numbered > 0 {
            report.mended.push(format!(
                "{} ids have a number, because other names have the same Latin letters",
                ids.numbered
            ));
        }
        overlaps::mend(&mut made.districts, wanted.cut_overlaps, report);
        for district in &mut made.districts {
            district.outline.map_coords_in_place(outlines::on_globe);
        }
        made.merge();
        made.understood(report);
        made
    }

    /// Joins the periods of a claimant in a district that touch or overlap.
    fn merge(&mut self) {
        self.rows.sort();
        let mut merged: Vec<Row> = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            if let Some(last) = merged.last_mut()
                && (&last.district, &last.claimant) == (&row.district, &row.claimant)
                && last
                    .last
                    .is_none_or(|end| row.first <= end.succ_opt().unwrap_or(end))
            {
                last.last = last.last.zip(row.last).map(|(a, b)| a.max(b));
                last.first_until = last.first_until.max(row.first_until);
            } else {
                merged.push(row);
            }
        }
        self.rows = merged;
    }

    fn understood(&self, report: &mut Report) {
        let claimants: BTreeSet<&str> = self.rows.iter().map(|r| r.claimant.as_str()).collect();
        let first = self.rows.iter().map(|r| r.first).min();
        let last = self.rows.iter().map(Row::shown_until).max();
        if let (Some(first), Some(last)) = (first, last) {
            report.understood.push(format!(
                "{} districts, {} dated claims of {} claimants, {first} to {last}",
                self.districts.len(),
                self.rows.len(),
                claimants.len()
            ));
        }
        if self.districts.is_empty() && report.faults.is_empty() {
            report
                .faults
                .push("no feature has an area that can be a district".to_owned());
        } else if self.rows.is_empty() && report.faults.is_empty() {
            report
                .faults
                .push("no feature has a date that can be read and a claimant".to_owned());
        }
    }
}

/// A number of things of one kind, with the first as an example.
#[derive(Debug, Default)]
struct Counted {
    count: usize,
    example: String,
}

impl Counted {
    fn count(&mut self, words: &str) {
        if self.count == 0 {
            self.example = words.chars().take(LONGEST_EXAMPLE).collect();
        }
        self.count += 1;
    }

    /// Adds a line, where there is anything to tell: `before` stands before the example.
    fn tell(&self, lines: &mut Vec<String>, words: &str, before: &str) {
        if self.count > 0 {
            let (count, example) = (self.count, &self.example);
            lines.push(format!("{count} {words} (such as {before}`{example}`)"));
        }
    }
}

/// The features with an area and a name; the others are counted.
fn parts(
    features: &[Feature],
    columns: &Columns,
    coordinates: Coordinates,
    report: &mut Report,
) -> Vec<Part> {
    let mut mended = Mended::default();
    let mut unusable: BTreeMap<Unusable, usize> = BTreeMap::new();
    let (mut nameless, mut unclaimed) = (0, 0);
    let (mut no_start, mut no_end) = (Counted::default(), Counted::default());
    let (mut unsure, mut only_end) = (Counted::default(), Counted::default());
    let mut parts = Vec::new();
    for feature in features {
        let outline = match outlines::area(feature.geometry.as_ref(), coordinates, &mut mended) {
            Ok(outline) => outline,
            Err(why) => {
                *unusable.entry(why).or_default() += 1;
                continue;
            }
        };
        let (key, name) = columns.called(feature).unwrap_or_else(|| {
            nameless += 1;
            let name = format!("Unnamed {nameless}");
            (name.clone(), name)
        });
        let (mut given, unread) = columns.periods(feature);
        let has_end_alone = |(first, last): &Given| first.is_none() && last.is_some();
        let has_only_end = unread.start.is_none() && given.iter().any(has_end_alone);
        if has_only_end {
            only_end.count(&name);
        }
        if let Some(words) = &unread.unsure {
            unsure.count(words);
        }
        if let Some(words) = &unread.start {
            no_start.count(words);
        } else if let Some(words) = &unread.end {
            no_end.count(words);
        }
        let mut claimants = columns.claimants(feature);
        // Where a data set has a column of claimants, an empty one says that nobody claims.
        let is_unclaimed = claimants.is_empty() && columns.claimant_column().is_some();
        if is_unclaimed {
            unclaimed += 1;
            given.clear();
        }
        if claimants.is_empty() {
            claimants.push(name.clone());
        }
        parts.push(Part {
            claimants,
            key,
            name,
            given,
            is_told: is_unclaimed || unread.start.is_some() || has_only_end,
            outline,
        });
    }
    report.mended.extend(mended.lines());
    let skipped = unusable
        .iter()
        .map(|(why, count)| format!("{count} {}", why.words()));
    report.skipped.extend(skipped);
    if nameless > 0 {
        report.guessed.push(format!(
            "{nameless} features have neither id nor name and are numbered"
        ));
    }
    unsure.tell(
        &mut report.guessed,
        "dates are said to be approximate or uncertain, and are taken as if they were not",
        "",
    );
    no_start.tell(
        &mut report.skipped,
        "dates cannot be read; write 1920, 1920-07 or 1920-07-03",
        "",
    );
    only_end.tell(
        &mut report.skipped,
        "claims have an end and no beginning",
        "that of ",
    );
    no_end.tell(
        &mut report.skipped,
        "ends cannot be read, and their claims have none; write 1920, 1920-07 or 1920-07-03",
        "",
    );
    if unclaimed > 0 {
        report.skipped.push(format!(
            "the claims of {unclaimed} features that name no claimant; they are districts without a claim"
        ));
    }
    parts
}

/// Whether an end that is given as a year is in force itself: it is not where most rows begin in
/// the year in which another of the same id ends.
fn ends_of(parts: &[Part], report: &mut Report) -> Ends {
    let periods = parts
        .iter()
        .flat_map(|p| p.given.iter().map(|g| (p.key.as_str(), *g)));
    let coarse = |days: super::Days| !days.is_day();
    let starts: BTreeSet<(&str, NaiveDate)> = periods
        .clone()
        .filter_map(|(key, (first, _))| Some((key, first?.first)))
        .collect();
    let (mut touching, mut following, mut all) = (0, 0, 0);
    for (key, (first, last)) in periods {
        // The date of a year alone is a period by itself.
        let Some(last) = last.filter(|last| coarse(*last) && first != Some(*last)) else {
            continue;
        };
        all += 1;
        // The row's own beginning is no other that follows it.
        let is_other = first.is_none_or(|first| first.first != last.first);
        touching += usize::from(is_other && starts.contains(&(key, last.first)));
        let next = last.last.succ_opt();
        following += usize::from(next.is_some_and(|next| starts.contains(&(key, next))));
    }
    if all == 0 {
        return Ends::Inclusive;
    }
    let (ends, words) = if touching > following {
        (
            Ends::Exclusive,
            "no longer in force; say --ends inclusive if it is",
        )
    } else {
        (
            Ends::Inclusive,
            "in force to its last day; say --ends exclusive if it is not",
        )
    };
    report
        .guessed
        .push(format!("an end given as a year or month is {words}"));
    ends
}

/// Makes the last day of a period of its end. `false`: the period ends before it begins.
fn days(given: &mut Given, ends: Ends, name: &str, report: &mut Report) -> bool {
    if given.1.is_some_and(super::Days::is_without_end) {
        given.1 = None;
    }
    let (Some(first), Some(last)) = *given else {
        // Without a beginning there is no day on which the statement is made.
        return given.0.is_some();
    };
    if first == last && !first.is_day() {
        // The date of a year or month alone is a period by itself.
        *given = (Some(first), Some(last));
        return true;
    }
    let end = if last.is_day() || ends == Ends::Exclusive {
        last.first.checked_sub_days(Count::new(1))
    } else {
        Some(last.last)
    };
    let end = if first == last { Some(last.last) } else { end };
    let Some(end) = end.filter(|end| *end >= first.first) else {
        report.skipped.push(format!(
            "a period of `{name}` that ends before it begins: {} to {}",
            first.first, last.first
        ));
        return false;
    };
    given.1 = Some(super::Days {
        first: end,
        last: end,
    });
    true
}

fn is_in_force((first, last): &Given, day: NaiveDate) -> bool {
    first.is_some_and(|first| first.first <= day) && last.is_none_or(|last| day <= last.last)
}

/// The ids whose outline is not the same at all times. An atlas has one outline for each district,
/// so each is a fault.
fn redrawn(parts: &[Part], report: &mut Report) -> BTreeSet<String> {
    let mut by_key: BTreeMap<&str, Vec<&Part>> = BTreeMap::new();
    for part in parts {
        by_key.entry(&part.key).or_default().push(part);
    }
    let mut faults = Vec::new();
    let mut dropped = BTreeSet::new();
    for (key, parts) in by_key {
        let mut times: BTreeMap<Vec<_>, Vec<&MultiPolygon<f64>>> = BTreeMap::new();
        for part in &parts {
            let time = part
                .given
                .iter()
                .map(|(a, b)| (a.map(|d| d.first), b.map(|d| d.last)))
                .collect();
            times.entry(time).or_default().push(&part.outline);
        }
        let mut drawn: Vec<&Vec<&MultiPolygon<f64>>> = times.values().collect();
        drawn.dedup();
        if drawn.len() < 2 {
            continue;
        }
        let day = |day: Option<NaiveDate>| day.map_or("…".to_owned(), |d| d.to_string());
        let words = times.keys().map(|time| {
            let periods = time
                .iter()
                .map(|(a, b)| format!("{} to {}", day(*a), day(*b)));
            periods.collect::<Vec<_>>().join(", ")
        });
        let words: Vec<String> = words.take(6).collect();
        faults.push(format!(
            "the outline of `{key}` changes: {}",
            words.join("; ")
        ));
        dropped.insert(key.to_owned());
    }
    if !faults.is_empty() {
        report.faults.push(format!(
            "{} ids have outlines that change in time, and a district has one outline; take those of one day with --on DATE, or give each outline its own id with --id",
            faults.len()
        ));
        report.faults.append(&mut faults);
    }
    dropped
}

/// The rows of a `claims.json`; those that cannot be read are counted.
fn rows_of(
    rows: &[Value],
    columns: &Columns,
    position: &BTreeMap<String, usize>,
    ids: &mut Ids,
    report: &mut Report,
) -> Vec<Row> {
    let mut out = Vec::new();
    let (mut unread, mut unknown) = (0, 0);
    for row in rows {
        let Some((district, claimant, given)) = Columns::of_row(row, columns.claimant_column())
        else {
            unread += 1;
            continue;
        };
        let id = ids.get(&district);
        if !position.contains_key(&id) {
            unknown += 1;
            continue;
        }
        let mut given = given;
        if days(&mut given, Ends::Inclusive, &district, report)
            && let (Some(first), last) = given
        {
            out.push(Row {
                district: id,
                claimant,
                first: first.first,
                last: last.map(|last| last.last),
                first_until: first.last,
            });
        }
    }
    if unread > 0 {
        let words =
            "rows of claims.json without `district`, `claimant` and a `start` that can be read";
        report.skipped.push(format!("{unread} {words}"));
    }
    if unknown > 0 {
        report.skipped.push(format!(
            "{unknown} rows of claims.json about no feature of the file"
        ));
    }
    out
}
