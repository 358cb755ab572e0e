//! Notes of the Chicago Manual of Style. `hayagriva` knows the style and its language.

use std::sync::LazyLock;

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleFile};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    LocatorPayload, SpecificLocator,
};

use serde_json::Value;

use crate::model::Source;
use crate::packed;

/// Keys of a CSL item that say something of this atlas and nothing of the source.
const NOT_CITED: [&str; 3] = ["note", "annote", "abstract"];

/// The style sheet and its American English terms, both of the Citation Style Language project.
const STYLE: &str = "assets/citation/chicago-notes.csl";
const TERMS: &str = "assets/citation/locales-en-US.xml";

/// The seventeenth edition, because the eighteenth leaves out the place of publication, by which a
/// book of the 1920s or 1960s is found.
static CHICAGO: LazyLock<Option<(IndependentStyle, [Locale; 1])>> = LazyLock::new(|| {
    let style = IndependentStyle::from_xml(packed::text(STYLE)).ok()?;
    let terms = LocaleFile::from_xml(packed::text(TERMS)).ok()?;
    Some((style, [terms.into()]))
});

/// The full note for a source, with a page; `None` where its item is no CSL item.
pub(super) fn note(source: &Source, page: Option<u32>) -> Option<String> {
    let (style, locales) = CHICAGO.as_ref()?;
    let mut csl = source.csl.clone();
    csl.retain(|key, _| !NOT_CITED.contains(&key.as_str()));
    let text = |key: &str| source.text(key).unwrap_or_default();
    // The title of an archive file is its shelf mark, which a note has anyway.
    if !text("archive_location").is_empty() && text("title").contains(text("archive_location")) {
        csl.remove("title");
    }
    // A title such as "Documents, volume II" names its volume.
    let volume = text("volume").split([',', ' ']).next().unwrap_or_default();
    let mut words = text("title").split(|c: char| !c.is_alphanumeric());
    if !volume.is_empty() && words.any(|word| word == volume) {
        csl.remove("volume");
    }
    if !csl.contains_key("author")
        && let Some(editors) = csl.remove("editor").and_then(with_role)
    {
        csl.insert("author".to_owned(), editors);
    }
    csl.insert("id".to_owned(), source.id.as_str().into());
    let item: Item = serde_json::from_value(Value::Object(csl)).ok()?;
    let page = page.map(|page| page.to_string());
    let locator = page
        .as_deref()
        .map(|page| SpecificLocator(Locator::Page, LocatorPayload::Str(page)));
    let mut driver: BibliographyDriver<'_, Item> = BibliographyDriver::new();
    driver.citation(CitationRequest::new(
        vec![CitationItem::with_locator(&item, locator)],
        style,
        None,
        locales,
        Some(1),
    ));
    let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
    let mut note = String::new();
    let citation = &rendered.citations.first()?.citation;
    citation.write_buf(&mut note, BufWriteFormat::Plain).ok()?;
    (!note.trim().is_empty()).then(|| note.trim().to_owned())
}

/// Editors who stand for the author, each last one followed by `ed.`, which the library leaves out.
fn with_role(mut editors: Value) -> Option<Value> {
    let names = editors.as_array_mut()?;
    let role = if names.len() > 1 { "eds." } else { "ed." };
    let last = names.last_mut()?.as_object_mut()?;
    last.insert("suffix".to_owned(), role.into());
    last.insert("comma-suffix".to_owned(), true.into());
    Some(editors)
}
