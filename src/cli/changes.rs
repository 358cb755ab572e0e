//! `araxes changes`: what differs between two days.

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson, day_within};
use crate::model::word;
use crate::time::Truth;
use crate::timeline::{Answer, Timeline};

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
    for change in &changes {
        let party = change
            .party
            .as_ref()
            .map_or("", |p| atlas.name(p.as_str(), "en"));
        let word = |answer: &Option<Answer>| {
            let Some(a) = answer else {
                return "nothing on record".to_owned();
            };
            let kind = a
                .stance
                .as_ref()
                .map_or_else(|| "held".to_owned(), |s| word(s.kind).to_owned());
            let to = a
                .stance
                .as_ref()
                .and_then(|s| s.to.as_ref().or(s.by.as_ref()).or(s.of.as_ref()));
            let whom = to.map_or_else(String::new, |p| {
                format!(" {}", atlas.name(p.as_str(), "en"))
            });
            let sure = if a.certainty == Truth::Possible {
                "possibly "
            } else {
                ""
            };
            format!("{sure}{kind}{whom} ({})", a.record)
        };
        let district = atlas.name(&change.area, "en");
        out.line(format_args!(
            "  {district:<18} {party:<10} {} → {}",
            word(&change.before),
            word(&change.after)
        ));
    }
    Ok(())
}
