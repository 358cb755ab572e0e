//! `araxes cite`: the citations of a record in a citation style. `export::cite` formats them.

use anyhow::bail;
use clap::Args;
use serde_json::Value;

use super::Output;
use crate::export::cite::{Style, cite_record};
use crate::timeline::Timeline;

/// Options of `araxes cite`.
#[derive(Debug, Args)]
pub struct CiteArgs {
    /// Id of a record, such as message-056, or of a source.
    record: String,
    /// Citation style.
    #[arg(long, value_enum, default_value_t)]
    format: Style,
}

pub(super) fn run(
    args: &CiteArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let Some(cites) = cite_record(atlas, &args.record, args.format) else {
        bail!("no record `{}`; `araxes find` looks for words", args.record);
    };
    if cites.is_empty() {
        bail!("`{}` carries no citation", args.record);
    }
    match args.format {
        Style::CslJson => {
            let items = cites.iter().map(|text| serde_json::from_str::<Value>(text));
            out.json(&items.collect::<Result<Vec<_>, _>>()?);
        }
        Style::Chicago | Style::Bibtex => cites.iter().for_each(|text| out.line(text)),
    }
    Ok(())
}
