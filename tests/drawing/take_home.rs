//! What people take home from a lecture, as other programs see it: the pages and texts of a PDF, the
//! parts of a PPTX, and the structure of a page for browsers.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

fn lecture(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(["lecture", "--tour", "walk", "--atlas"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .output()
        .expect("the program runs")
}

/// The bytes of one file that the program writes.
fn made(name: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let run = lecture(folder.path(), arguments);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{said}");
    assert!(said.contains(&format!("wrote {name}")), "{said}");
    let mut files = std::fs::read_dir(folder.path()).expect("the folder");
    assert!(files.next().is_some() && files.next().is_none(), "one file");
    std::fs::read(folder.path().join(name)).expect("the file")
}

/// The steps of the tour, as its file has them.
fn steps() -> Vec<serde_json::Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good/tours/walk.json");
    let text = std::fs::read_to_string(file).expect("the tour");
    let tour: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    tour["steps"].as_array().expect("steps").clone()
}

fn words<'a>(step: &'a serde_json::Value, key: &str) -> &'a str {
    step[key]["en"].as_str().unwrap_or_default()
}

#[test]
fn a_handout_has_a_page_for_each_step_and_says_what_it_is() {
    let pdf = made("out.pdf", &["--handout", "out.pdf"]);
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type /Page\n").count() + text.matches("/Type/Page/").count();
    // A page of the title, one for each step, signs, and sources.
    assert_eq!(pages, steps().len() + 3);
    assert!(text.contains("/Lang (en)") || text.contains("/Lang(en)"));
    assert!(text.contains("/StructTreeRoot"), "its parts are named");
    assert!(text.contains("/Outlines"), "it lists its pages");
    assert!(
        text.contains("/FontFile2") || text.contains("/FontFile3"),
        "fonts are in it"
    );
    let sheet = made("out.pdf", &["--handout", "out.pdf", "--blanks"]);
    assert_ne!(sheet, pdf);
}

fn part(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = archive.by_name(name).expect(name);
    file.read_to_end(&mut bytes).expect("a whole part");
    bytes
}

fn xml(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    String::from_utf8(part(archive, name)).expect("UTF-8")
}

fn texts(node: Node<'_, '_>) -> String {
    let runs = node
        .descendants()
        .filter(|n| n.has_tag_name((DRAWING, "t")));
    runs.filter_map(|n| n.text()).collect::<Vec<_>>().join("\n")
}

#[test]
fn slides_have_titles_notes_and_pictures_with_words() {
    let bytes = made("out.pptx", &["--pptx", "out.pptx"]);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let places = 0..archive.len();
    let names: Vec<String> = places
        .map(|i| {
            archive
                .by_index(i)
                .expect("a part")
                .name()
                .expect("a name")
                .into_owned()
        })
        .collect();
    let types = xml(&mut archive, "[Content_Types].xml");
    for name in names
        .iter()
        .filter(|n| n.ends_with(".xml") || n.ends_with(".rels"))
    {
        let text = xml(&mut archive, name);
        Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let is_listed = types.contains(&format!("\"/{name}\""));
        assert!(
            is_listed || name.ends_with(".rels") || name.starts_with('['),
            "{name}"
        );
    }
    // A question has a slide before and one after its answer.
    let steps = steps();
    let slides: Vec<&serde_json::Value> = steps
        .iter()
        .flat_map(|step| {
            let count = 1 + usize::from(!words(step, "reveal").is_empty());
            std::iter::repeat_n(step, count)
        })
        .collect();
    assert!(slides.len() > steps.len(), "the fixture has a question");
    for (i, step) in slides.iter().enumerate() {
        let n = i + 1;
        let slide = xml(&mut archive, &format!("ppt/slides/slide{n}.xml"));
        let slide = Document::parse(&slide).expect("XML");
        let title = slide
            .descendants()
            .find(|n| n.has_tag_name((PRESENTATION, "ph")) && n.attribute("type") == Some("title"));
        assert!(title.is_some(), "slide {n} has a title");
        assert!(
            texts(slide.root()).contains(words(step, "headline")),
            "slide {n}"
        );
        let described = slide.descendants().find_map(|n| n.attribute("descr"));
        let described = described.expect("words for the picture");
        assert!(described.contains(words(step, "caption")), "{described}");
        let notes = xml(&mut archive, &format!("ppt/notesSlides/notesSlide{n}.xml"));
        let notes = Document::parse(&notes).expect("XML");
        assert!(
            texts(notes.root()).contains(words(step, "notes")),
            "notes {n}"
        );
        let picture = part(&mut archive, &format!("ppt/media/image{n}.png"));
        let reader = png::Decoder::new(Cursor::new(picture))
            .read_info()
            .expect("a PNG");
        assert_eq!((reader.info().width, reader.info().height), (1920, 1080));
    }
    assert!(!names.contains(&format!("ppt/slides/slide{}.xml", slides.len() + 1)));
}

/// The page as XML: HTML has a document type, and elements that are not closed.
fn as_xml(html: &str) -> String {
    let start = html.find("<html").expect("a page");
    let mut out = html[start..].to_owned();
    for open in ["<meta ", "<input "] {
        let mut from = 0;
        while let Some(at) = out[from..].find(open).map(|i| i + from) {
            let end = out[at..].find('>').expect("a whole tag") + at;
            out.insert(end, '/');
            from = end + 1;
        }
    }
    // Script and style may hold signs that XML reserves; the attribute `hidden` has no value.
    for name in ["script", "style"] {
        let (from, to) = (format!("<{name}>"), format!("</{name}>"));
        let start = out.find(&from).expect(name) + from.len();
        let end = out.find(&to).expect(name);
        out.replace_range(start..end, "");
    }
    out.replace(" hidden>", " hidden=\"\">")
}

#[test]
fn a_page_for_browsers_is_whole_and_loads_nothing() {
    let bytes = made("out.html", &["--html", "out.html", "--notes"]);
    assert!(bytes.len() < 6 * 1024 * 1024, "{} bytes", bytes.len());
    let html = String::from_utf8(bytes).expect("UTF-8");
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
        font-src data:; base-uri 'none'; form-action 'none'";
    assert!(html.contains(policy), "nothing may be loaded");
    for loads in [
        "src=\"",
        "url(http",
        "@import",
        "<link",
        "fetch(",
        "XMLHttpRequest",
        "<iframe",
    ] {
        assert!(!html.contains(loads), "{loads}");
    }
    let text = as_xml(&html);
    let options = ParsingOptions {
        nodes_limit: u32::MAX,
        ..Default::default()
    };
    let document = Document::parse_with_options(&text, options).expect("well-formed");
    let mut ids: Vec<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("id"))
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is there twice");
    let references = document
        .descendants()
        .flat_map(|n| n.attributes())
        .filter_map(|a| match (a.name(), a.value()) {
            ("href", value) => Some(value.strip_prefix('#').expect("a place of this page")),
            ("aria-labelledby", value) => Some(value),
            (_, value) => value.strip_prefix("url(#")?.strip_suffix(')'),
        });
    for reference in references {
        assert!(
            ids.binary_search(&reference).is_ok(),
            "#{reference} is nowhere"
        );
    }
    let sections: Vec<Node<'_, '_>> = document
        .descendants()
        .filter(|n| n.attribute("class") == Some("step"))
        .collect();
    let steps = steps();
    assert_eq!(sections.len(), steps.len());
    for (i, (section, step)) in sections.iter().zip(&steps).enumerate() {
        assert_eq!(
            section.attribute("id"),
            Some(format!("step-{}", i + 1).as_str())
        );
        let inside: String = section
            .descendants()
            .filter(|n| n.is_text())
            .filter_map(|n| n.text())
            .collect();
        for key in ["headline", "caption", "notes", "ask", "reveal"] {
            assert!(inside.contains(words(step, key)), "step {}: {key}", i + 1);
        }
        for record in step["records"].as_array().into_iter().flatten() {
            assert!(inside.contains(record.as_str().expect("an id")), "{record}");
        }
        let map = section
            .descendants()
            .find(|n| n.attribute("class") == Some("map"));
        let map = map.expect("a map");
        assert_eq!(map.attribute("role"), Some("img"));
        assert!(
            map.attribute("aria-label")
                .is_some_and(|words| words.len() > 10)
        );
    }
}

#[test]
fn a_page_has_the_speakers_notes_only_where_asked_for() {
    let bytes = made("out.html", &["--html", "out.html"]);
    let html = String::from_utf8(bytes).expect("UTF-8");
    for step in steps() {
        let notes = words(&step, "notes");
        let start: String = notes.chars().take(40).collect();
        assert!(notes.is_empty() || !html.contains(&start), "{start}");
    }
}

#[test]
fn options_are_obeyed_or_refused_and_a_refusal_writes_nothing() {
    for (arguments, says) in [
        (&["--notes"][..], "--handout"),
        (&["--html", "a.html", "--blanks"], "--handout"),
        (
            &["--handout", "a.pdf", "--notes", "--blanks"],
            "cannot be used with",
        ),
        (&["--handout", "a.txt"], "let the name end in"),
        (
            &["--html", "a.html", "--pptx", "b.ppt"],
            "let the name end in",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let run = lecture(folder.path(), arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(said.contains(says), "{arguments:?}: {said}");
        let mut files = std::fs::read_dir(folder.path()).expect("the folder");
        assert!(files.next().is_none(), "{arguments:?}");
    }
}
