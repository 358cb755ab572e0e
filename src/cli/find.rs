//! `araxes find`: searches everything in the atlas.

use clap::Args;
use serde_json::json;

use super::{LanguageArgs, Output, TextOrJson};
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
    /// Language of the titles and words; a search finds the spellings of every language.
    #[command(flatten)]
    language: LanguageArgs,
}

pub(super) fn run(
    args: &FindArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let text = args.language.text(atlas, args.format == TextOrJson::Text)?;
    let hits = find(atlas, &args.words.join(" "), text.language());
    // Without a language the kinds and fields are the words of the package's files.
    let is_asked = args.language.lang.is_some();
    match args.format {
        TextOrJson::Json => out.json(&json!({"hits": hits})),
        TextOrJson::Text => {
            for hit in &hits {
                let date = hit.date.map_or_else(String::new, |d| d.to_string());
                let kind = crate::model::word(hit.kind);
                let kind = if is_asked {
                    text.get(&format!("kind-{kind}"))
                } else {
                    kind.to_owned()
                };
                out.line(format_args!(
                    "{kind:<13} {date:<10} {} · {}",
                    hit.title, hit.id
                ));
                if hit.matched.text != hit.title {
                    let Matched {
                        field,
                        text: matched,
                    } = &hit.matched;
                    let field = if is_asked {
                        text.field_label(field)
                    } else {
                        field.replace('_', " ")
                    };
                    out.line(format_args!("{:<13} {field}: {matched}", ""));
                }
            }
            if hits.is_empty() {
                out.message(if is_asked {
                    text.get("nothing-found")
                } else {
                    "nothing found".to_owned()
                });
            }
        }
    }
    Ok(())
}
