//! `araxes find`: searches everything in the atlas.

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson};
use crate::session::search::{Matched, find};
use crate::timeline::Timeline;

/// Options of `araxes find`.
#[derive(Debug, Args)]
pub struct FindArgs {
    /// Words in any spelling (Gəncə, Gence, Ganja), “phrases”, days (30 June Politburo), ids or archive
    /// numbers (f. 85 op. 3).
    #[arg(required = true)]
    words: Vec<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(super) fn run(args: &FindArgs, timeline: &Timeline, out: &mut Output<'_>) {
    let hits = find(timeline.atlas(), &args.words.join(" "), "en");
    match args.format {
        TextOrJson::Json => out.json(&json!({"hits": hits})),
        TextOrJson::Text => {
            for hit in &hits {
                let date = hit.date.map_or_else(String::new, |d| d.to_string());
                out.line(format_args!(
                    "{:<13} {date:<10} {} · {}",
                    crate::model::word(hit.kind),
                    hit.title,
                    hit.id
                ));
                if hit.matched.text != hit.title {
                    let Matched { field, text } = &hit.matched;
                    let field = field.replace('_', " ");
                    out.line(format_args!("{:<13} {field}: {text}", ""));
                }
            }
            if hits.is_empty() {
                out.message("nothing found");
            }
        }
    }
}
