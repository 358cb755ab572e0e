//! `araxes changes`: what differs between two days.

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson, day_within};
use crate::text::Text;
use crate::timeline::Timeline;

/// Options of `araxes changes`.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// The earlier day.
    from: String,
    /// The later day.
    to: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(super) fn run(
    args: &ChangesArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let (from, to) = (day_within(&args.from, atlas)?, day_within(&args.to, atlas)?);
    let changes = timeline.changes(from, to);
    if args.format == TextOrJson::Json {
        out.json(&json!({"from": from, "to": to, "changes": changes}));
        return Ok(());
    }
    out.line(format_args!("{from} → {to}: {} differences", changes.len()));
    let words = Text::new("en");
    for change in &changes {
        out.line(format_args!("  {}", words.change_in_full(change, atlas)));
    }
    Ok(())
}
