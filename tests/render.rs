//! Plates without a display: same bytes each time, every name and every colour from where it belongs.

use std::process::Command;

fn render(arguments: &[&str], name: &str) -> (bool, Vec<u8>, String) {
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

const SMALL: [&str; 4] = ["--at", "1920-07-03", "--size", "900x600"];

#[test]
fn one_plate_is_the_same_bytes_twice_in_every_form() {
    for (name, head) in [
        ("a.png", &b"\x89PNG"[..]),
        ("a.svg", b"<svg"),
        ("a.pdf", b"%PDF"),
    ] {
        let (first, second) = (render(&SMALL, name), render(&SMALL, name));
        assert!(first.0, "{name}: {}", first.2);
        assert!(first.1.starts_with(head), "{name}");
        assert!(first.1 == second.1, "{name} differs");
    }
}

#[test]
fn an_svg_speaks_of_what_it_shows_and_takes_its_colours_from_the_theme() {
    let (done, svg, said) = render(&["--at", "1920-07-03", "--lens", "moscow"], "a.svg");
    assert!(done, "{said}");
    let svg = String::from_utf8(svg).expect("UTF-8");
    for words in [
        "3 July",
        "As Moscow saw it",
        "Nakhchivan",
        "Daralagez",
        "p. 174, n. 20",
        "RGASPI f. 64, op. 1, d. 21",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let theme = include_str!("../assets/themes/paper.json");
    let plain: Vec<&str> = svg
        .match_indices("fill=\"#")
        .map(|(i, m)| &svg[i + m.len()..i + m.len() + 6])
        .collect();
    let known = |hex: &str| theme.contains(hex);
    // What is mixed with its ground (pale troops, possible holders) is no theme colour as such; whatever else is one.
    let unknown = plain.iter().filter(|hex| !known(hex)).count();
    assert!(unknown * 10 < plain.len(), "{unknown} of {}", plain.len());
    let drawn = svg.lines().filter(|l| !l.contains("base64"));
    assert!(
        drawn
            .into_iter()
            .all(|l| !l.contains("NaN") && !l.contains("\"inf") && !l.contains(" inf"))
    );
}

#[test]
fn a_range_becomes_a_film_in_which_what_stays_the_same_is_one_frame() {
    let (done, gif, said) = render(
        &[
            "--from",
            "1920-05-02",
            "--to",
            "1920-05-05",
            "--step",
            "day",
            "--size",
            "600x400",
        ],
        "a.gif",
    );
    assert!(done, "{said}");
    assert!(gif.starts_with(b"GIF89a"));
}

#[test]
fn what_cannot_be_drawn_is_said_in_words() {
    for (arguments, word) in [
        (&["--at", "1925-01-01"][..], "outside the atlas"),
        (&["--at", "1920-07-03", "--size", "9x9"], "whole number"),
        (&["--at", "1920-07-03", "--lens", "mars"], "no lens"),
        (
            &["--at", "1920-07-03", "--around", "atlantis"],
            "nothing on the map",
        ),
        (
            &["--from", "1920-07-03", "--to", "1920-06-03"],
            "before it begins",
        ),
    ] {
        let (done, bytes, said) = render(arguments, "a.png");
        assert!(
            !done && bytes.is_empty() && said.contains(word),
            "{arguments:?}: {said}"
        );
    }
    let (done, _, said) = render(&["--at", "1920-07-03"], "a.bmp");
    assert!(
        !done && said.contains("choose png, svg, pdf, gif or csv"),
        "{said}"
    );
}

fn export(arguments: &[&str], name: &str) -> (bool, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .arg("export")
        .args(arguments)
        .arg("--out")
        .arg(&file)
        .output()
        .expect("it runs");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    (
        run.status.success(),
        text,
        String::from_utf8_lossy(&run.stderr).into_owned(),
    )
}

#[test]
fn exports_are_what_their_endings_say() {
    let (done, text, said) = export(&["--at", "1920-07-03", "--lens", "moscow"], "a.geojson");
    assert!(done, "{said}");
    let map: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let sharur = map["features"]
        .as_array()
        .expect("features")
        .iter()
        .find(|f| f["id"] == "sharur")
        .expect("Sharur");
    assert_eq!(sharur["properties"]["fill"]["kind"], "assigns");
    let (done, text, said) = export(&["--at", "1920-07-15"], "a.csv");
    assert!(done && text.starts_with("date,lens,district"), "{said}");
    let (done, text, said) = export(&[], "a.csv");
    assert!(done && text.lines().count() > 500, "{said}");
    let (done, text, said) = export(&["--at", "1920-07-03"], "a.bib");
    assert!(done && text.contains("ismayilov-2019"), "{said}");
    let (done, text, said) = export(&[], "a.lpf.json");
    assert!(done, "{said}");
    let places: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for feature in places["features"].as_array().expect("features") {
        for key in ["@id", "type", "properties", "names", "when", "geometry"] {
            assert!(!feature[key].is_null(), "{key} of {}", feature["@id"]);
        }
    }
    let (done, _, said) = export(&[], "a.xls");
    assert!(!done && said.contains("choose .geojson"), "{said}");
}
