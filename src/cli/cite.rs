//! `araxes cite`: the citations of a record in a citation style. `export::cite` formats them.

use anyhow::bail;
use clap::Args;

use super::Output;
use crate::export::cite::{Style, citations_of, cite, csl};
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
    let Some(cites) = citations_of(atlas, &args.record) else {
        bail!("no record `{}`; `araxes find` looks for words", args.record);
    };
    if cites.is_empty() {
        bail!("`{}` carries no citation", args.record);
    }
    match args.format {
        Style::CslJson => {
            out.json(
                &cites
                    .iter()
                    .filter_map(|c| csl(atlas, c))
                    .collect::<Vec<_>>(),
            );
        }
        style => cites
            .iter()
            .filter_map(|c| cite(atlas, c, style))
            .for_each(|text| out.line(text)),
    }
    Ok(())
}
