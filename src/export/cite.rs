//! The citations of a record in one of three styles: Chicago notes, BibTeX or CSL-JSON. It may use
//! `text::citation` for names and years; the command line prints the result, and the window copies
//! it. The rules of the styles are those of `hayagriva` and `biblatex`.

mod bibtex;
mod chicago;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::model::{Atlas, Citation, NoteNumber, Source};
use crate::text::citation::{cites_of, source_of};

/// Citation styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Style {
    /// Chicago notes.
    #[default]
    Chicago,
    /// BibTeX entries.
    Bibtex,
    /// CSL-JSON items.
    CslJson,
}

/// The citations of any record; `None` where the atlas has no record of that id.
#[must_use]
pub fn citations_of(atlas: &Atlas, id: &str) -> Option<Vec<Citation>> {
    Some(cites_of(atlas, atlas.find(id)?))
}

/// One citation in one style; `None` where the atlas does not have its source.
#[must_use]
pub fn cite(atlas: &Atlas, citation: &Citation, style: Style) -> Option<String> {
    cite_with_key(atlas, citation, style, &key_of(citation))
}

/// The citations of any record in one style, with keys that no other record has; `None` where the
/// atlas has no record of that id. The key of a source cited as a whole is its id.
#[must_use]
pub fn cite_record(atlas: &Atlas, id: &str, style: Style) -> Option<Vec<String>> {
    let cites = citations_of(atlas, id)?;
    let one = |(i, c): (usize, &Citation)| {
        let key = match (c.source.as_str() == id, i) {
            (true, _) => key_of(c),
            (false, 0) => format!("{}-{id}", c.source),
            (false, _) => format!("{}-{id}-{}", c.source, i + 1),
        };
        cite_with_key(atlas, c, style, &key)
    };
    Some(cites.iter().enumerate().filter_map(one).collect())
}

fn cite_with_key(atlas: &Atlas, citation: &Citation, style: Style, key: &str) -> Option<String> {
    let source = source_of(atlas, citation)?;
    Some(match style {
        Style::Chicago => chicago(source, citation)?,
        Style::Bibtex => bibtex::entry(source, citation, key),
        Style::CslJson => csl(source, citation, key).to_string(),
    })
}

/// The key of a citation alone: the source with page and note.
fn key_of(citation: &Citation) -> String {
    let page = citation.page.map(|p| format!("-p{p}"));
    let note = citation.note.as_ref().map(|n| match n {
        NoteNumber::Number(n) => format!("-n{n}"),
        NoteNumber::Mark(_) => "-note".to_owned(),
    });
    let parts = [page, note].into_iter().flatten();
    citation.source.to_string() + &parts.collect::<String>()
}

/// A citation as a note of the Chicago Manual of Style, with the note and the archive behind it.
fn chicago(source: &Source, citation: &Citation) -> Option<String> {
    let cited = chicago::note(source, citation.page)?;
    let note = match (&citation.note, citation.page) {
        (Some(note), _) => format!(", n. {note}{}", printed_on(citation)),
        (None, Some(_)) => ", without a note".to_owned(),
        (None, None) => String::new(),
    };
    let original = citation.original.as_ref();
    let original = original.map_or_else(String::new, |o| format!(", citing {o}"));
    Some(format!("{}{note}{original}.", cited.trim_end_matches('.')))
}

/// Where the text of the note is printed, if not on the page of its mark.
fn printed_on(citation: &Citation) -> String {
    let elsewhere = citation.note_page.filter(|p| Some(*p) != citation.page);
    elsewhere.map_or_else(String::new, |p| format!(" (printed on p. {p})"))
}

/// What stands behind a citation in its source: the note, and the archive that it names.
fn behind(citation: &Citation, between: &str) -> String {
    let note = citation.note.as_ref();
    let note = note.map_or_else(|| "no note".to_owned(), |n| format!("note {n}"));
    let original = citation.original.as_ref();
    let original = original.map_or_else(String::new, |o| format!("{between}citing {o}"));
    note + &printed_on(citation) + &original
}

/// A citation as a CSL-JSON item, with page and note.
fn csl(source: &Source, citation: &Citation, key: &str) -> Value {
    let mut item = source.csl.clone();
    item.insert("id".to_owned(), json!(key));
    if let Some(page) = citation.page {
        item.insert("locator".to_owned(), json!(page.to_string()));
        item.insert("label".to_owned(), json!("page"));
    }
    item.insert("annote".to_owned(), json!(behind(citation, "; ")));
    Value::Object(item)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chicago_of(id: &str) -> String {
        let atlas = crate::load::fixtures::builtin();
        let whole = Citation::of_whole(id.into());
        cite(&atlas, &whole, Style::Chicago).expect(id)
    }

    #[test]
    fn notes_follow_the_chicago_manual() {
        let karabekir =
            "Kazım Karabekir, İstiklal Harbimiz (Istanbul: Yeni Türkiye Yayınevi, 1960).";
        assert_eq!(chicago_of("karabekir-1960"), karabekir);
        let file =
            "f. 2, op. 1, d. 314, Russian State Archive of Socio-Political History (RGASPI).";
        assert_eq!(chicago_of("rgaspi-2-1-314"), file);
        let edited = chicago_of("barsegov-2005");
        assert!(edited.starts_with("Y. G. Barsegov, ed., "), "{edited}");
        assert!(
            edited.ends_with("том 2, часть 1 (Moscow, 2005)."),
            "{edited}"
        );
        assert!(chicago_of("njdeh-web").contains("accessed May 15, 2019"));
        let atlas = crate::load::fixtures::builtin();
        let message = cite_record(&atlas, "message-056", Style::Chicago).expect("a message");
        assert!(
            message[0].ends_with(
                "6, no. 5 (2019): 174, n. 20, citing RGASPI f. 64, op. 1, d. 21, l. 3–3v."
            ),
            "{message:?}"
        );
    }

    #[test]
    fn another_reader_of_bibtex_reads_every_entry_back() {
        let atlas = crate::load::fixtures::builtin();
        for source in &atlas.sources {
            let whole = Citation::of_whole(source.id.clone());
            let entry = cite(&atlas, &whole, Style::Bibtex).expect("an entry");
            let read = biblatex::Bibliography::parse(&entry).expect("BibTeX");
            let read = read.get(source.id.as_str()).expect("the entry of that key");
            let title = read.title().expect("a title");
            let title = biblatex::ChunksExt::format_verbatim(title);
            assert_eq!(Some(title.as_str()), source.text("title"));
        }
        let ismayilov = cite(
            &atlas,
            &Citation::of_whole("ismayilov-2019".into()),
            Style::Bibtex,
        );
        let read = biblatex::Bibliography::parse(&ismayilov.expect("an entry")).expect("BibTeX");
        let author = &read.iter().next().expect("one").author().expect("authors")[0];
        assert_eq!(
            (author.name.as_str(), author.given_name.as_str()),
            ("İsmayılov", "Kamran")
        );
    }
}
