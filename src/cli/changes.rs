//! `araxes changes`: what differs between two days.

use clap::Args;
use serde_json::json;

use super::{LanguageArgs, Output, TextOrJson, day_within};
use crate::timeline::Timeline;

/// Options of `araxes changes`.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// The earlier day.
    #[arg(allow_hyphen_values = true)]
    from: String,
    /// The later day.
    #[arg(allow_hyphen_values = true)]
    to: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
    /// Language of the words.
    #[command(flatten)]
    language: LanguageArgs,
}

pub(super) fn run(
    args: &ChangesArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let (from, to) = (day_within(&args.from, atlas)?, day_within(&args.to, atlas)?);
    let words = args.language.text(atlas, args.format == TextOrJson::Text)?;
    let changes = timeline.changes(from, to);
    if args.format == TextOrJson::Json {
        out.json(&json!({"from": from, "to": to, "changes": changes}));
        return Ok(());
    }
    let (from, to, count) = (from.to_string(), to.to_string(), changes.len().to_string());
    let values = [("from", &*from), ("to", &to), ("count", &count)];
    out.line(words.with("differences-between", &values));
    for change in &changes {
        out.line(format_args!("  {}", words.change_in_full(change, atlas)));
    }
    Ok(())
}
