//! `araxes new`: makes an atlas folder from any dated map data. What was understood, guessed, mended
//! and skipped is reported; a folder is made only if it is an atlas without faults.

mod antimeridian;
mod columns;
mod dates;
mod districts;
mod ids;
mod outlines;
mod overlaps;
mod package;
mod read;
mod topology;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::Output;
use crate::characters::MOST_MARKS;
use crate::load::{self, Severity, files};
use crate::model::nearest;
use columns::Columns;
use dates::Days;
use districts::Districts;

/// Maximum number of lines of one kind in a report.
const MOST_LISTED: usize = 20;

/// Options of `araxes new`: the input, and which of its properties have which meaning.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Folder to make.
    dir: PathBuf,
    /// GeoJSON, GeoJSON-T, Linked Places, TopoJSON or one feature a line, whose features are
    /// districts; a `claims.json` beside it with rows of district, claimant, start and end is read
    /// where no feature has a date.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Property with the id of a feature; without it `id`, the id of the feature, or a usual name.
    #[arg(long)]
    id: Option<String>,
    /// Property with the name of a feature; without it `name` or a usual one.
    #[arg(long)]
    name: Option<String>,
    /// Property with the first day; without it `start` or a usual one.
    #[arg(long)]
    start: Option<String>,
    /// Property with the end; without it `end` or a usual one. An end given to the day is the day
    /// after the last.
    #[arg(long)]
    end: Option<String>,
    /// Property with the claimant; without it `claimant` or a usual one.
    #[arg(long)]
    claimant: Option<String>,
    /// Layer of a TopoJSON file; without it the one with the most features.
    #[arg(long)]
    layer: Option<String>,
    /// Date of features that have none, such as 1920 or 1920-07-03/1920-08-10.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    /// Takes only what is in force on this day, for data whose borders change in time.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// Whether an end that is given as a year or month is in force itself; without it that is seen
    /// from the data.
    #[arg(long, value_enum)]
    ends: Option<Ends>,
    /// Takes what two districts share from the larger of them, where it is more than a sliver and no
    /// enclave; without it that is a fault.
    #[arg(long)]
    cut_overlaps: bool,
}

/// What an end means that is given as a year or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ends {
    /// In force through its last day.
    Inclusive,
    /// No longer in force on its first day.
    Exclusive,
}

/// What is said about an import.
#[derive(Debug, Default)]
struct Report {
    understood: Vec<String>,
    guessed: Vec<String>,
    mended: Vec<String>,
    skipped: Vec<String>,
    /// Why no atlas can be made.
    faults: Vec<String>,
}

impl Report {
    fn write(&self, out: &mut Output<'_>) {
        for line in &self.understood {
            out.line(format_args!("understood: {line}"));
        }
        for (word, lines) in [
            ("guessed", &self.guessed),
            ("mended", &self.mended),
            ("skipped", &self.skipped),
            ("fault", &self.faults),
        ] {
            for line in lines.iter().take(MOST_LISTED) {
                out.message(format_args!("{word}: {line}"));
            }
            if lines.len() > MOST_LISTED {
                out.message(format_args!(
                    "{word}: and {} more",
                    lines.len() - MOST_LISTED
                ));
            }
        }
    }
}

pub(super) fn run(args: &NewArgs, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    let dir = args.dir.display();
    if files::is_filled(&args.dir) {
        bail!("{dir} is not empty; name a new folder");
    }
    let mut report = Report::default();
    let districts = districts(args, &mut report)?;
    let (mut count, mut claims) = (0, 0);
    if report.faults.is_empty() {
        (count, claims) = (districts.districts.len(), districts.rows.len());
        let name = args.from.file_name().unwrap_or_default().to_string_lossy();
        let package = package::files(&districts, &name, &mut report)?;
        let part = files::TemporaryFolder::beside(&args.dir)?;
        for (name, text) in &package {
            files::write_file(&part.path().join(name), text.as_bytes())?;
        }
        drop(package);
        let findings = load::load(&files::read_folder(part.path())?).findings;
        let faults = findings.iter().filter(|f| f.severity == Severity::Fault);
        // The folder goes with its faults, so that a line of its files would lead nowhere.
        report.faults.extend(faults.map(|f| match &f.record {
            Some(record) => format!("{record}: {}; hint: {}", f.what, f.hint),
            None => format!("{}; hint: {}", f.what, f.hint),
        }));
        let warnings = findings.iter().filter(|f| f.severity == Severity::Warning);
        report.guessed.extend(warnings.map(ToString::to_string));
        if report.faults.is_empty() {
            part.keep_as(&args.dir)?;
        }
    }
    report.write(out);
    let faults = report.faults.len();
    if faults > 0 {
        out.line(format_args!("{dir}: nothing is made; {faults} faults"));
        return Ok(ExitCode::from(1));
    }
    out.line(format_args!(
        "{dir}: {count} districts, {claims} claims, 0 faults"
    ));
    Ok(ExitCode::SUCCESS)
}

/// Reads the input, and makes districts and dated statements of it.
fn districts(args: &NewArgs, report: &mut Report) -> anyhow::Result<Districts> {
    let path = args.from.display().to_string();
    let read = read::features(&files::read_input(&args.from)?, args.layer.as_deref());
    let read = read.with_context(|| path.clone())?;
    let coordinates = outlines::Coordinates::of(&read.crs).map_err(|name| {
        anyhow::anyhow!("{path}: coordinates in `{name}`; save it in WGS 84, in degrees")
    })?;
    if read.features.is_empty() {
        let why = read.skipped.iter().map(|why| format!("; skipped: {why}"));
        bail!("{path}: it has no features{}", why.collect::<String>());
    }
    if coordinates == outlines::Coordinates::WebMercator {
        report
            .mended
            .push("coordinates of web maps in metres are turned into degrees".to_owned());
    }
    report
        .understood
        .push(format!("{} features of {}", read.features.len(), read.form));
    report.skipped.extend(read.skipped.iter().cloned());
    let day = |text: &Option<String>| text.as_deref().map(date_of).transpose();
    let (on, date) = (day(&args.on)?, day(&args.date)?);
    if on.is_some_and(|on| !on.is_day()) {
        bail!("--on needs a day, such as 1920-07-03");
    }
    let beside = rows_beside(&args.from)?;
    let mut columns = Columns::of(args, &read.features)?;
    if !columns.has_dates && date.is_none() && beside.is_none() {
        let stem = args.from.file_stem().unwrap_or_default().to_string_lossy();
        let Some(days) = dates::of_name(&stem) else {
            bail!(
                "{path}: no feature has a date; name its property with --start, or give the date of all with --date"
            );
        };
        report.guessed.push(format!(
            "no feature has a date; the name of the file says {}",
            days.first
        ));
        columns.date = Some(days);
    }
    if date.is_some() {
        columns.date = date;
    }
    report.guessed.append(&mut columns.guessed);
    let unfit = read
        .features
        .iter()
        .filter(|f| columns.has_unfit_characters(f))
        .count();
    if unfit > 0 {
        report.mended.push(format!(
            "{unfit} features have control characters, or more than {MOST_MARKS} marks on a letter, in a name; they are left out"
        ));
    }
    let wanted = districts::Wanted {
        coordinates,
        on: on.map(|on| on.first),
        ends: args.ends,
        cut_overlaps: args.cut_overlaps,
        beside,
    };
    Ok(Districts::new(&read.features, &columns, wanted, report))
}

/// A question about the one of some names that a wrong one is like; empty where none is.
fn meant(wrong: &str, names: &[&str]) -> String {
    let near = nearest(wrong, names.iter().copied());
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

fn date_of(text: &str) -> anyhow::Result<Days> {
    let value = Value::String(text.to_owned());
    match dates::period(&value) {
        Some((Some(first), Some(last))) if first.first <= last.last => Ok(Days {
            first: first.first,
            last: last.last,
        }),
        _ => bail!("`{text}` is not a date; write 1920, 1920-07-03 or 1920-07-03/1920-08-10"),
    }
}

/// The rows of a `claims.json` beside the input; `None` where there is none.
fn rows_beside(from: &Path) -> anyhow::Result<Option<Vec<Value>>> {
    let path = from.with_file_name("claims.json");
    let Some(bytes) = files::read_file_if_present(&path)? else {
        return Ok(None);
    };
    let rows = serde_json::from_slice(&bytes)
        .with_context(|| format!("{} is no JSON array of rows", path.display()))?;
    Ok(Some(rows))
}

#[cfg(test)]
mod tests;
