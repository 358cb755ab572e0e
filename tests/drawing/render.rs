//! Plates without a display: same bytes each time, every name and every colour from where it belongs.

use std::collections::BTreeSet;
use std::process::Command;

use araxes::scene::{Color, Theme};

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

/// Every plain colour of the drawing, once.
fn colors_of(svg: &str) -> BTreeSet<Color> {
    let keys = ["fill=\"#", "stroke=\"#"];
    let plain = keys.iter().flat_map(|key| {
        svg.match_indices(key)
            .map(|(i, m)| svg[i + m.len()..i + m.len() + 6].to_owned())
    });
    plain.map(|hex| color(&hex)).collect()
}

fn color(hex: &str) -> Color {
    let [_, r, g, b] = u32::from_str_radix(hex, 16)
        .expect("a colour")
        .to_be_bytes();
    Color([r, g, b, 255])
}

/// Whether a colour is one of the theme's, or one that a party's colour makes over land or the shore's over a
/// lake, at whatever opacity: so are drawn pale troops, possible holders and the rims of lakes.
fn of_the_theme(drawn: Color) -> bool {
    let theme: serde_json::Value =
        serde_json::from_str(include_str!("../../assets/themes/paper.json")).expect("a theme");
    let role = |name: &str| color(theme[name].as_str().expect("a colour"));
    let roles = theme.as_object().expect("roles").values();
    let parties: Vec<Color> = theme["parties"]
        .as_object()
        .expect("parties")
        .values()
        .flat_map(|colors| colors.as_array().expect("three colours"))
        .map(|c| color(c.as_str().expect("a colour")))
        .collect();
    let nobody = Theme::paper().nobody();
    let pale = parties
        .iter()
        .copied()
        .chain([
            nobody.fill,
            nobody.mid,
            nobody.line,
            role("ink"),
            role("ink2"),
            role("ink3"),
        ])
        .map(|c| (c, role("land")))
        .chain([(role("shore"), role("lake"))]);
    let mixes = |(c, base): (Color, Color)| {
        // Half steps of the 255 that a channel has: rounding hides no finer one.
        (0..=510_u16).any(|step| c.over(base, f32::from(step) / 510.0) == drawn)
    };
    roles
        .filter_map(serde_json::Value::as_str)
        .any(|hex| color(hex) == drawn)
        || parties.contains(&drawn)
        || pale.into_iter().any(mixes)
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
    let strange: Vec<Color> = colors_of(&svg)
        .into_iter()
        .filter(|c| !of_the_theme(*c))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    let document = resvg::usvg::roxmltree::Document::parse(&svg).expect("XML");
    let attributes = document.descendants().flat_map(|n| n.attributes());
    let drawn = attributes.filter(|a| a.name() != "aria-label");
    for attribute in drawn {
        let words = attribute.value().split(|c: char| !c.is_alphanumeric());
        let is_number = |word: &str| word != "NaN" && word != "inf";
        assert!(words.into_iter().all(is_number), "{attribute:?}");
    }
}
