//! The numbers of visits: a row of a CSV file for each hour of each day, without personal data.
//!
//! The hour that runs is in a small file of the kiosk's folder, which is written after each change;
//! an hour that is over becomes a row. So a power cut loses at most what happened in the second before.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, Timelike as _};
use serde::{Deserialize, Serialize};

use crate::load::files;

/// The hour that runs, in the kiosk's folder.
const HOUR_FILE: &str = "counts-hour.json";
/// Rows that the file holds at most, about five years of opening hours; the oldest go first.
const MOST_ROWS: usize = 20_000;
/// Different things that one cell counts at most.
const MOST_KEYS: usize = 100;
/// The columns of the file.
const COLUMNS: [&str; 8] = [
    "date",
    "hour",
    "visits",
    "seconds",
    "languages",
    "scenes",
    "lenses",
    "districts",
];

/// What a visitor has opened; each counts once a visit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// The language of the screen, as its tag.
    Language(String),
    /// A scene or tour, as its id.
    Scene(String),
    /// A lens, as its key.
    Lens(String),
    /// A district, as its id.
    District(String),
}

/// What happened in an hour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hour {
    /// The day.
    pub date: NaiveDate,
    /// The hour, 0 to 23.
    pub hour: u32,
    /// Visits that began.
    pub visits: u64,
    /// Seconds that these visits lasted together, from the first touch to the return of the
    /// beginning; the seconds in which nobody touched anything are in them.
    pub seconds: u64,
    /// How many visits had each language.
    pub languages: BTreeMap<String, u64>,
    /// How many visits opened each scene.
    pub scenes: BTreeMap<String, u64>,
    /// How many visits chose each lens.
    pub lenses: BTreeMap<String, u64>,
    /// How many visits touched each district.
    pub districts: BTreeMap<String, u64>,
}

impl Hour {
    fn is_empty(&self) -> bool {
        self.visits == 0 && self.seconds == 0
    }

    fn count(&mut self, seen: &Seen) {
        let (column, key) = match seen {
            Seen::Language(key) => (&mut self.languages, key),
            Seen::Scene(key) => (&mut self.scenes, key),
            Seen::Lens(key) => (&mut self.lenses, key),
            Seen::District(key) => (&mut self.districts, key),
        };
        if column.len() < MOST_KEYS || column.contains_key(key) {
            *column.entry(key.clone()).or_default() += 1;
        }
    }

    fn row(&self) -> [String; COLUMNS.len()] {
        let cell = |counts: &BTreeMap<String, u64>| {
            let each: Vec<String> = counts.iter().map(|(k, n)| format!("{k} {n}")).collect();
            each.join("; ")
        };
        [
            self.date.to_string(),
            self.hour.to_string(),
            self.visits.to_string(),
            self.seconds.to_string(),
            cell(&self.languages),
            cell(&self.scenes),
            cell(&self.lenses),
            cell(&self.districts),
        ]
    }
}

/// A visit that goes on.
#[derive(Debug, Clone)]
struct Visit {
    begun_s: f64,
    seen: Vec<Seen>,
}

/// The numbers of visits.
#[derive(Debug)]
pub struct Counts {
    csv: PathBuf,
    hour_file: PathBuf,
    hour: Hour,
    visit: Option<Visit>,
    is_changed: bool,
}

impl Counts {
    /// Goes on with the numbers that are there. `csv` is the file of the rows, `folder` that of the
    /// kiosk.
    #[must_use]
    pub fn open(csv: &Path, folder: &Path, now: NaiveDateTime) -> Self {
        let hour_file = folder.join(HOUR_FILE);
        let kept = files::read_file_if_present(&hour_file).ok().flatten();
        let hour = kept.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            csv: csv.to_owned(),
            hour_file,
            hour: hour.unwrap_or_else(|| hour_of(now)),
            visit: None,
            is_changed: false,
        }
    }

    /// The hour that runs.
    #[must_use]
    pub fn hour(&self) -> &Hour {
        &self.hour
    }

    /// Whether somebody uses the kiosk. A visit begins with the first use and ends with the last.
    pub fn used(&mut self, is_used: bool, now_s: f64) {
        if is_used && self.visit.is_none() {
            self.visit = Some(Visit {
                begun_s: now_s,
                seen: Vec::new(),
            });
            self.hour.visits += 1;
            self.is_changed = true;
        }
        if !is_used && let Some(visit) = self.visit.take() {
            self.hour.seconds += (now_s - visit.begun_s).max(0.0).round() as u64;
            self.is_changed = true;
        }
    }

    /// A visitor has opened something. What is shown while nobody is there counts nothing.
    pub fn seen(&mut self, what: Seen) {
        let Some(visit) = &mut self.visit else {
            return;
        };
        if visit.seen.contains(&what) || visit.seen.len() >= 4 * MOST_KEYS {
            return;
        }
        self.hour.count(&what);
        visit.seen.push(what);
        self.is_changed = true;
    }

    /// Writes what has changed. An hour that is over becomes a row.
    ///
    /// # Errors
    /// A file cannot be written; the numbers stay in memory, and the next call tries again.
    pub fn write(&mut self, now: NaiveDateTime) -> anyhow::Result<()> {
        let current = hour_of(now);
        if (self.hour.date, self.hour.hour) != (current.date, current.hour) {
            self.add_row()?;
            self.hour = current;
            self.is_changed = true;
        }
        if self.is_changed {
            let text = serde_json::json!(self.hour).to_string();
            files::write_file_durably(&self.hour_file, text.as_bytes())?;
            self.is_changed = false;
        }
        Ok(())
    }

    /// Ends the visit that goes on and writes everything, the present hour as a row too.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn finish(&mut self, now: NaiveDateTime, now_s: f64) -> anyhow::Result<()> {
        self.used(false, now_s);
        self.write(now)?;
        self.add_row()
    }

    /// Adds the hour to the rows; one of the same hour is replaced.
    fn add_row(&self) -> anyhow::Result<()> {
        if self.hour.is_empty() {
            return Ok(());
        }
        let before = files::read_file_if_present(&self.csv)?.unwrap_or_default();
        let mut rows = read_rows(&before);
        let row = self.hour.row().to_vec();
        if rows.last().is_some_and(|last| last[..2] == row[..2]) {
            rows.pop();
        }
        rows.push(row);
        let left_out = rows.len().saturating_sub(MOST_ROWS);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        for row in &rows[left_out..] {
            writer.write_record(row)?;
        }
        files::write_file_durably(&self.csv, &writer.into_inner()?)?;
        Ok(())
    }
}

fn hour_of(now: NaiveDateTime) -> Hour {
    Hour {
        date: now.date(),
        hour: now.hour(),
        ..Hour::default()
    }
}

/// What happened on a day so far: visits, their seconds, and nothing else.
#[must_use]
pub fn use_of_day(csv: &Path, folder: &Path, date: NaiveDate) -> Hour {
    let rows = files::read_file_if_present(csv).ok().flatten();
    let rows = read_rows(&rows.unwrap_or_default());
    let hour = files::read_file_if_present(&folder.join(HOUR_FILE))
        .ok()
        .flatten();
    let hour = hour.and_then(|bytes| serde_json::from_slice::<Hour>(&bytes).ok());
    let mut day = Hour {
        date,
        ..Hour::default()
    };
    let text = date.to_string();
    for row in rows.iter().filter(|row| row[0] == text) {
        // The hour that runs may be a row already.
        if hour
            .as_ref()
            .is_some_and(|h| h.date == date && h.hour.to_string() == row[1])
        {
            continue;
        }
        day.visits += row[2].parse::<u64>().unwrap_or_default();
        day.seconds += row[3].parse::<u64>().unwrap_or_default();
    }
    if let Some(hour) = hour.filter(|h| h.date == date) {
        day.visits += hour.visits;
        day.seconds += hour.seconds;
    }
    day
}

/// The whole rows of a file; a row that was cut off is left out.
fn read_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let rows = reader.records().filter_map(Result::ok);
    let whole = rows.filter(|row| row.len() == COLUMNS.len());
    whole
        .map(|row| row.iter().map(ToOwned::to_owned).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        format!("2026-05-01T{text}").parse().expect("a time")
    }

    fn text_of(path: &Path) -> String {
        let bytes = files::read_file(path).expect("a file");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn an_hour_with_visits_becomes_a_row_and_one_without_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let csv = folder.path().join("counts.csv");
        let mut counts = Counts::open(&csv, folder.path(), at("10:10:00"));
        counts.seen(Seen::Lens("claims".to_owned()));
        for (begin, end) in [(0.0, 40.4), (100.0, 160.0)] {
            counts.used(true, begin);
            counts.used(true, begin + 1.0);
            counts.seen(Seen::Language("az".to_owned()));
            counts.seen(Seen::Language("az".to_owned()));
            counts.seen(Seen::District("sharur".to_owned()));
            counts.used(false, end);
        }
        counts.seen(Seen::Lens("claims".to_owned()));
        counts.write(at("10:59:59")).expect("written");
        assert!(!files::is_there(&csv), "the hour is not over");
        counts.write(at("11:00:00")).expect("written");
        counts.write(at("12:00:00")).expect("written");
        assert_eq!(
            text_of(&csv),
            "date,hour,visits,seconds,languages,scenes,lenses,districts\n\
             2026-05-01,10,2,100,az 2,,,sharur 2\n"
        );
    }

    #[test]
    fn nothing_that_was_written_is_lost_when_the_program_is_killed() {
        let folder = tempfile::tempdir().expect("a folder");
        let csv = folder.path().join("counts.csv");
        for _ in 0..3 {
            let mut counts = Counts::open(&csv, folder.path(), at("10:10:00"));
            counts.used(true, 0.0);
            counts.write(at("10:10:01")).expect("written");
            // Killed here, in the middle of a visit.
        }
        let mut counts = Counts::open(&csv, folder.path(), at("10:20:00"));
        counts.used(true, 5.0);
        counts.finish(at("10:20:00"), 8.0).expect("written");
        let mut counts = Counts::open(&csv, folder.path(), at("10:30:00"));
        counts.used(true, 0.0);
        counts.finish(at("10:30:00"), 2.0).expect("written");
        let day = use_of_day(&csv, folder.path(), at("12:00:00").date());
        assert_eq!((day.visits, day.seconds), (5, 5));
        let rows = text_of(&csv);
        assert!(rows.ends_with("\n2026-05-01,10,5,5,,,,\n"), "{rows}");
        assert_eq!(rows.lines().count(), 2, "{rows}");
    }

    #[test]
    fn the_file_is_bounded_and_a_row_that_was_cut_off_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let csv = folder.path().join("counts.csv");
        let mut text = COLUMNS.join(",") + "\n";
        for i in 0..MOST_ROWS {
            text += &format!("2020-01-01,{i},1,1,,,,\n");
        }
        text += "2020-01-02,9,4";
        files::write_file(&csv, text.as_bytes()).expect("written");
        let mut counts = Counts::open(&csv, folder.path(), at("10:10:00"));
        counts.used(true, 0.0);
        counts.finish(at("10:10:00"), 1.0).expect("written");
        let rows = text_of(&csv);
        assert_eq!(rows.lines().count(), MOST_ROWS + 1);
        assert!(!rows.contains("2020-01-01,0,") && !rows.contains("2020-01-02"));
        let mut hour = Hour::default();
        (0..10_000).for_each(|i| hour.count(&Seen::Lens(i.to_string())));
        assert_eq!(hour.lenses.len(), MOST_KEYS);
    }
}
