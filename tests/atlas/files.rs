//! Files of `araxes render` as other programs see them: layers, texts, papers, sizes and days.

use std::process::Command;

use png::Decoder;

fn run(arguments: &[&str], name: &str) -> (bool, Vec<u8>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .arg("render")
        .args(arguments)
        .arg("--out")
        .arg(&file)
        .env_remove("DISPLAY")
        .output()
        .expect("the program runs");
    (
        run.status.success(),
        std::fs::read(file).unwrap_or_default(),
        String::from_utf8_lossy(&run.stderr).into_owned(),
    )
}

fn bytes(arguments: &[&str], name: &str) -> Vec<u8> {
    let (done, bytes, said) = run(arguments, name);
    assert!(done, "{arguments:?}: {said}");
    bytes
}

fn svg(arguments: &[&str]) -> String {
    String::from_utf8(bytes(arguments, "a.svg")).expect("UTF-8")
}

/// The words of every text, each text once per line.
fn words(svg: &str) -> Vec<String> {
    let document = resvg::usvg::roxmltree::Document::parse(svg).expect("XML");
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts
        .map(|t| {
            let pieces = t.descendants().filter(|n| n.is_text());
            pieces.filter_map(|n| n.text()).collect()
        })
        .collect()
}

#[test]
fn a_drawing_has_named_layers_ids_and_its_content_in_words() {
    let text = svg(&[
        "--at",
        "1920-07-03",
        "--lens",
        "moscow",
        "--size",
        "1200x800",
    ]);
    let document = resvg::usvg::roxmltree::Document::parse(&text).expect("XML");
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("lang"), Some("en"));
    let xml = "http://www.w3.org/XML/1998/namespace";
    assert_eq!(root.attribute((xml, "lang")), Some("en"));
    let child = |name: &str| {
        let found = root.children().find(|n| n.has_tag_name(name));
        found.and_then(|n| n.text()).unwrap_or_default().to_owned()
    };
    assert!(child("title").contains("As Moscow saw it"));
    let said = child("desc");
    let spoken = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(["at", "1920-07-03", "--lens", "moscow"])
        .output()
        .expect("the program runs");
    let spoken = String::from_utf8(spoken.stdout).expect("UTF-8");
    let lines: Vec<&str> = spoken.lines().skip(2).map(str::trim).collect();
    assert!(lines.len() > 20);
    for line in lines {
        assert!(said.contains(line), "{line}");
    }
    let inkscape = "http://www.inkscape.org/namespaces/inkscape";
    let layers: Vec<&str> = document
        .descendants()
        .filter(|n| n.attribute((inkscape, "groupmode")) == Some("layer"))
        .inspect(|n| assert!(n.attribute((inkscape, "label")).is_some()))
        .filter_map(|n| n.attribute("id"))
        .collect();
    for layer in [
        "map",
        "land",
        "fills",
        "water",
        "boundaries",
        "railways",
        "labels",
        "page",
    ] {
        assert!(layers.contains(&layer), "{layer} is not in {layers:?}");
    }
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("id"))
        .collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is there twice");
    let subject = document
        .descendants()
        .find(|n| n.attribute("id").is_some_and(|id| id.starts_with("fills-")))
        .expect("the fill of an area");
    let record = subject.attribute("data-record").expect("an id");
    assert_eq!(subject.attribute("id"), Some(&*format!("fills-{record}")));
    let name = subject.children().find(|n| n.has_tag_name("title"));
    assert!(name.and_then(|n| n.text()).is_some_and(|n| !n.is_empty()));
    // A halo belongs to the letters, so that whoever edits a name edits both.
    let haloed = document
        .descendants()
        .filter(|n| n.has_tag_name("text") && n.attribute("stroke").is_some());
    assert!(haloed.clone().count() > 10);
    for text in haloed {
        assert_eq!(text.attribute("paint-order"), Some("stroke"));
    }
}

#[test]
fn the_ground_is_cut_to_the_sheet() {
    let text = svg(&[
        "--at",
        "1920-07-24",
        "--size",
        "1200x800",
        "--around",
        "sharur",
    ]);
    let document = resvg::usvg::roxmltree::Document::parse(&text).expect("XML");
    for layer in ["land", "fills", "water", "boundaries"] {
        let group = document
            .descendants()
            .find(|n| n.attribute("id") == Some(layer));
        for path in group
            .into_iter()
            .flat_map(|g| g.descendants().filter(|n| n.has_tag_name("path")))
        {
            let d = path.attribute("d").expect("path data");
            let numbers = d.split(|c: char| c.is_ascii_alphabetic() || c == ' ');
            for number in numbers.filter(|n| !n.is_empty()) {
                let number: f32 = number.parse().expect("a number");
                assert!((-60.0..=1260.0).contains(&number), "{layer}: {number}");
            }
        }
    }
}

#[test]
fn texts_are_outlines_for_programs_without_the_fonts() {
    let plain = ["--at", "1920-07-03", "--size", "900x600"];
    let outlines = svg(&[&plain[..], &["--text", "outlines"]].concat());
    assert!(!outlines.contains("<text") && !outlines.contains("@font-face"));
    assert!(outlines.contains("aria-label=\"Yerevan\""));
    let fonts = svg(&[&plain[..], &["--text", "fonts"]].concat());
    assert!(fonts.contains("@font-face") && fonts.contains("sans-serif"));
    for option in [["--text", "outlines"], ["--paper", "A4"]] {
        let (done, _, said) = run(&[&plain[..], &option].concat(), "a.png");
        assert!(!done && said.contains(option[0]), "{said}");
    }
}

#[test]
fn a_picture_for_paper_has_the_size_of_the_paper() {
    for (size, paper, width, height) in [
        ("1600x1000", "A4", "297mm", "210mm"),
        ("1000x1600", "a3", "297mm", "420mm"),
    ] {
        let text = svg(&["--at", "1920-07-03", "--size", size, "--paper", paper]);
        let head = &text[..600];
        let expected = format!("width=\"{width}\" height=\"{height}\"");
        assert!(head.contains(&expected), "{head}");
    }
    let pdf = bytes(&["--at", "1920-07-03", "--paper", "A4"], "a.pdf");
    let text = String::from_utf8_lossy(&pdf);
    for part in ["841.88", "/Lang", "Araxes 0.1.0", "/Figure"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn every_view_fills_the_size_that_is_asked_for() {
    for view in [
        "matrix",
        "ribbons",
        "strengths",
        "network",
        "capitals",
        "days",
    ] {
        let png = bytes(
            &["--view", view, "--at", "1920-07-14", "--size", "800x450"],
            "a.png",
        );
        let mut reader = Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!((info.width, info.height), (800, 450), "{view}");
        assert!(pixels.chunks_exact(4).all(|p| p[3] == 255), "{view}");
    }
}

#[test]
fn charts_and_small_maps_show_the_days_that_are_asked_for() {
    let range = [
        "--from",
        "1920-07-10",
        "--to",
        "1920-07-20",
        "--size",
        "1200x700",
    ];
    for (view, title) in [
        ("ribbons", "Who wanted what, July 1920"),
        (
            "strengths",
            "How strong each force was said to be, July 1920",
        ),
        ("network", "Who wrote to whom, July 1920"),
    ] {
        let shown = words(&svg(&[&["--view", view][..], &range].concat()));
        let has = |text: &str| shown.iter().any(|w| w.contains(text));
        assert!(
            has(title) && has("10 July 1920 – 20 July 1920"),
            "{view}: {shown:?}"
        );
        let is_there = |text: &str| shown.iter().any(|w| w == text);
        assert!(!is_there("May") && !is_there("June"), "{view}: {shown:?}");
    }
    let shown = words(&svg(&[&["--view", "days"][..], &range].concat()));
    let days: Vec<&String> = shown
        .iter()
        .filter(|w| w.ends_with("July 1920") && w.len() <= "10 July 1920".len())
        .collect();
    assert_eq!(days[0], "10 July 1920");
    assert!((2..=11).contains(&days.len()), "{days:?}");
    assert!(
        shown
            .iter()
            .any(|w| w.contains("on which this map changed"))
    );
    let (done, _, said) = run(&[&["--view", "matrix"][..], &range].concat(), "a.svg");
    assert!(!done && said.contains("--at"), "{said}");
}

#[test]
fn a_curved_name_is_one_word() {
    let text = svg(&["--at", "1920-07-24", "--size", "1200x800"]);
    assert!(text.contains("<textPath"));
    assert!(words(&text).iter().any(|w| w == "Araxes"));
}
