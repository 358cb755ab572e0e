//! `araxes archives`: what the records go back to, by archive, shelf mark and leaf.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use clap::Args;
use serde_json::{Value, json};

use super::Output;
use crate::export::archives::{archives_csv, archives_pdf, source_of};
use crate::export::records::with_bom;
use crate::model::Atlas;
use crate::text::Text;
use crate::timeline::{ArchiveDesk, CitedFile, Timeline};

/// Options of `araxes archives`.
#[derive(Debug, Args)]
pub struct ArchivesArgs {
    /// Only this archive, such as RGASPI.
    #[arg(long, value_name = "NAME")]
    archive: Option<String>,
    /// Writes the list for a reading room to a file instead, whose ending is its format (.pdf, .csv).
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// With --out, language of the list: en, az, tr, ru, hy.
    #[arg(long, value_name = "LANG", requires = "out")]
    lang: Option<String>,
    /// Begins a .csv with a byte order mark, by which Excel knows its letters.
    #[arg(long, requires = "out")]
    bom: bool,
    /// Output format.
    #[arg(long, value_enum, default_value_t, conflicts_with = "out")]
    format: super::TextOrJson,
}

pub(super) fn run(
    args: &ArchivesArgs,
    timeline: Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let timeline = Arc::new(timeline);
    let atlas = timeline.atlas();
    let desk = ArchiveDesk::new(atlas);
    let archive = args.archive.as_deref();
    if let Some(name) = archive
        && !desk.archives().contains(&name)
    {
        bail!(
            "no record cites the archive `{name}`; there are {}",
            desk.archives().join(", ")
        );
    }
    if let Some(file) = &args.out {
        let language = args.lang.as_deref().unwrap_or("en");
        super::known_language(language, atlas)?;
        out.refuse_unwritable(file)?;
        let ending = file
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        let bytes = match ending.to_lowercase().as_str() {
            "csv" => {
                let table = archives_csv(&timeline, language, archive)?;
                if args.bom { with_bom(&table) } else { table }
            }
            "pdf" if args.bom => bail!("--bom has no effect on .pdf; leave it out"),
            "pdf" => archives_pdf(&timeline, language, archive)?,
            _ => bail!(
                "no list ends like `{}`; choose .pdf or .csv",
                file.display()
            ),
        };
        out.file(file, &bytes)?;
        out.message(format_args!("wrote {}", file.display()));
        return Ok(());
    }
    let is_wanted = |file: &&CitedFile| archive.is_none_or(|name| name == file.holder);
    match args.format {
        super::TextOrJson::Json => {
            let file = |file: &CitedFile| file_as_json(atlas, file);
            let files: Vec<Value> = desk.files.iter().filter(is_wanted).map(file).collect();
            let printed: Vec<Value> = desk.printed.iter().filter(is_wanted).map(file).collect();
            let nowhere = if archive.is_none() {
                desk.in_no_archive.as_slice()
            } else {
                &[]
            };
            out.json(&json!({"files": files, "printed": printed, "in_no_archive": nowhere}));
        }
        super::TextOrJson::Text => {
            let text = Text::new("en");
            for file in desk.files.iter().filter(is_wanted) {
                print(&text, atlas, file, out);
            }
            if archive.is_none() {
                out.line(text.get("desk-printed"));
                for file in &desk.printed {
                    print(&text, atlas, file, out);
                }
                let count = desk.in_no_archive.len().to_string();
                let all = desk.record_count.to_string();
                let values = [("count", count.as_str()), ("all", &all)];
                out.line(text.with("desk-nowhere-about", &values));
            }
        }
    }
    Ok(())
}

/// A file with its leaves in lines.
fn print(text: &Text, atlas: &Atlas, file: &CitedFile, out: &mut Output<'_>) {
    out.line(file.name());
    for leaves in &file.leaves {
        let cites = text.short_citation(&leaves.cites, atlas);
        out.line(format_args!("  {:<14} {cites}", leaves.written));
        out.line(format_args!("  {:<14} {}", "", leaves.records.join(" ")));
    }
    for twice in &file.cited_twice {
        out.line(format_args!("  {}", text.cited_twice(atlas, twice)));
    }
    let about = source_of(atlas, file).map_or("", |s| s.about.text("en"));
    if !about.is_empty() && !file.shelf.is_empty() {
        out.line(format_args!("  {about}"));
    }
}

fn file_as_json(atlas: &Atlas, file: &CitedFile) -> Value {
    let leaves = file
        .leaves
        .iter()
        .map(|l| json!({"leaves": l.written, "records": l.records, "cites": l.cites}));
    let twice = file
        .cited_twice
        .iter()
        .map(|t| json!({"leaf": t.leaf, "cites": [t.first, t.second]}));
    json!({
        "archive": file.holder, "shelf_mark": file.shelf, "source": file.source,
        "caution": source_of(atlas, file).map_or("", |s| s.about.text("en")),
        "leaves": leaves.collect::<Vec<_>>(), "cited_twice": twice.collect::<Vec<_>>(),
    })
}
