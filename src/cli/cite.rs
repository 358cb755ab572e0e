//! `araxes cite`: the citations of a record or of a working list in a citation style. `export::cite`
//! and `export::working_list` format them.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::{LanguageArgs, Output};
use crate::export::cite::{Style, cite_record};
use crate::export::working_list::{ListForm, list_as};
use crate::load::files::read_file;
use crate::session::{ListEdit, WorkingList};
use crate::timeline::Timeline;

/// Options of `araxes cite`.
#[derive(Debug, Args)]
pub struct CiteArgs {
    /// Id of a record, such as message-056, or of a source.
    #[arg(required_unless_present = "list")]
    record: Option<String>,
    /// A working list, as the window keeps it: all of its records instead of one.
    #[arg(long, value_name = "FILE", conflicts_with = "record")]
    list: Option<PathBuf>,
    /// Citation style. A footnote names the document first, then the source in which it is read.
    #[arg(long, value_enum, default_value_t)]
    format: CiteFormat,
    /// Language of a footnote or of a list in Markdown.
    #[command(flatten)]
    language: LanguageArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum CiteFormat {
    /// Notes of the Chicago Manual of Style.
    #[default]
    Chicago,
    Bibtex,
    CslJson,
    Footnote,
    Markdown,
}

pub(super) fn run(
    args: &CiteArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let is_worded = matches!(args.format, CiteFormat::Footnote | CiteFormat::Markdown);
    if args.language.lang.is_some() && !is_worded {
        bail!("--lang is given with --format footnote or markdown; citation styles are in English");
    }
    let words = args.language.text(atlas, true)?;
    let list = match (&args.list, &args.record) {
        (Some(file), _) => {
            let text = String::from_utf8(read_file(file)?);
            let text = text.with_context(|| format!("{} is no text", file.display()))?;
            WorkingList::read(&text)
                .with_context(|| format!("could not read {}", file.display()))?
        }
        (None, record) => {
            let id = record.as_deref().unwrap_or_default();
            let Some(cites) = cite_record(atlas, id, Style::Chicago) else {
                bail!("no record `{id}`; `araxes find` looks for words");
            };
            if cites.is_empty() {
                bail!("`{id}` carries no citation");
            }
            let mut list = WorkingList::new(atlas.manifest.id.as_str());
            list.edit(ListEdit::Add {
                record: id.to_owned(),
                title: String::new(),
            });
            list
        }
    };
    let is_list = args.list.is_some();
    if is_list && list.atlas != atlas.manifest.id.as_str() {
        out.message(format_args!(
            "the list is of the atlas `{}`, and this is `{}`",
            list.atlas, atlas.manifest.id
        ));
    }
    let form = match args.format {
        CiteFormat::Chicago => {
            let ids = list.entries.iter().map(|entry| entry.record.as_str());
            for cite in
                ids.flat_map(|id| cite_record(atlas, id, Style::Chicago).unwrap_or_default())
            {
                out.line(cite);
            }
            return Ok(());
        }
        CiteFormat::Footnote if !is_list => {
            let id = args.record.as_deref().unwrap_or_default();
            let note = words.footnote(atlas, id);
            note.iter().for_each(|note| out.line(note));
            return Ok(());
        }
        CiteFormat::Footnote => ListForm::Footnotes,
        CiteFormat::Markdown => ListForm::Markdown,
        CiteFormat::Bibtex => ListForm::Bibtex,
        CiteFormat::CslJson => ListForm::CslJson,
    };
    let text = list_as(form, atlas, &list, &words);
    if form == ListForm::CslJson {
        out.json(&serde_json::from_str::<Value>(&text)?);
    } else {
        out.line(text.trim_end());
    }
    Ok(())
}
