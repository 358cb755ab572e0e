//! Plates, charts and films.

use araxes::scene::{Face, Theme};

use super::*;

const THEMES: [&str; 4] = ["paper", "night", "print", "high-contrast"];

/// The texts of a picture, without its numbers and colours.
fn texts_of(svg: &[u8]) -> Vec<String> {
    let svg = std::str::from_utf8(svg).expect("UTF-8");
    svg.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn every_plate_and_chart_is_its_own() {
    let first = words_of_the_first_atlas();
    for theme in THEMES {
        for size in ["1200x800", "800x1200"] {
            let at = [
                "render",
                "--at",
                "1828-06-05",
                "--theme",
                theme,
                "--size",
                size,
            ];
            let svg = written(&at, "a.svg");
            let texts = texts_of(&svg);
            has_none_of(&first, &texts.join("\n"), theme);
            for label in ["70° W", "38° S", "The Sundered Coast"] {
                assert!(texts.iter().any(|t| t == label), "{theme} {size}: {label}");
            }
            for unit in [" miles", " km"] {
                let is_length = |t: &&str| {
                    let count = t.strip_suffix(unit);
                    count.is_some_and(|n| n.parse::<u32>().is_ok())
                };
                let mut words = texts.iter().map(|t| -> &str { t });
                assert!(words.any(|t| is_length(&t)), "{theme} {size}: {unit}");
            }
            let theme = match theme {
                "paper" => Theme::paper(),
                "night" => Theme::night(),
                "print" => Theme::print(),
                _ => Theme::high_contrast(),
            };
            let svg = String::from_utf8(svg).expect("UTF-8");
            for party in &atlas_of(&far_south()).parties {
                let [r, g, b, _] = theme.party(party.slot.expect("a slot")).line.0;
                assert!(
                    svg.contains(&format!("#{r:02X}{g:02X}{b:02X}")),
                    "{}",
                    party.id
                );
            }
        }
    }
    for lens in ["control", "regency", "isles", "lucio-merrin"] {
        for lang in ["en", "es"] {
            let at = [
                "render",
                "--at",
                "1828-08-12",
                "--lens",
                lens,
                "--lang",
                lang,
            ];
            has_none_of(&first, &texts_of(&written(&at, "a.svg")).join("\n"), lens);
        }
    }
    let close = [
        "render",
        "--at",
        "1828-08-12",
        "--around",
        "hermitage",
        "--km",
        "60",
    ];
    let texts = texts_of(&written(&close, "a.svg"));
    assert!(
        texts.iter().any(|t| t.contains("′ S")),
        "minutes where it is close: {texts:?}"
    );
    for view in [
        "capitals",
        "days",
        "matrix",
        "ribbons",
        "strengths",
        "network",
    ] {
        let at = [
            "render",
            "--at",
            "1828-08-12",
            "--view",
            view,
            "--size",
            "1200x800",
        ];
        let texts = texts_of(&written(&at, "a.svg")).join("\n");
        has_none_of(&first, &texts, view);
        assert!(
            texts.contains("Ondal") || texts.contains("Gazette of Vellamar"),
            "{view}"
        );
    }
    let small = ["render", "--at", "1828-08-12", "--size", "600x400"];
    for (name, head) in [("a.png", &b"\x89PNG"[..]), ("a.pdf", b"%PDF")] {
        assert!(written(&small, name).starts_with(head), "{name}");
    }
    let film = [
        "render",
        "--from",
        "1828-06-01",
        "--to",
        "1828-06-06",
        "--size",
        "300x200",
    ];
    assert!(written(&film, "a.gif").starts_with(b"GIF89a"));
}

/// Left end, baseline and size of a text in a picture.
fn set_at(svg: &[u8], text: &str) -> (f32, f32, f32) {
    let svg = std::str::from_utf8(svg).expect("UTF-8");
    let end = svg
        .find(&format!(">{text}<"))
        .unwrap_or_else(|| panic!("no `{text}`"));
    let element = &svg[svg[..end].rfind("<text").expect("an element")..end];
    let number = |name: &str| -> f32 {
        let start = element.find(&format!(" {name}=\"")).expect("an attribute") + name.len() + 3;
        let value = element[start..].split('"').next().unwrap_or_default();
        value.parse().expect("a number")
    };
    (number("x"), number("y"), number("font-size"))
}

#[test]
fn a_long_date_and_a_long_legend_stay_beside_the_map() {
    let at = ["render", "--at", "1828-11-20", "--size", "1200x800"];
    let (x, _, size) = set_at(&written(&at, "a.svg"), "20 November");
    let end = x + Face::Display.width("20 November", size);
    assert!(
        end < 383.0,
        "the map's frame begins at 383, the date ends at {end}"
    );
    let at = [
        "render",
        "--at",
        "1828-08-12",
        "--lens",
        "regency",
        "--size",
        "800x1200",
    ];
    let (_, y, _) = set_at(&written(&at, "a.svg"), "No message is dated to this day");
    assert!(
        y > 650.0,
        "the map's frame ends above 650, the line below it stands at {y}"
    );
}

#[test]
fn an_atlas_that_says_nothing_of_itself_has_kilometres_and_no_letters_of_the_other_half() {
    let ran = run_on(
        Path::new("tests/fixtures/good"),
        &["render", "--at", "1900-06-01", "--size", "1200x800"],
        Some("a.svg"),
    );
    assert!(ran.done, "{}", ran.said);
    let texts = texts_of(&ran.file);
    for label in ["11°", "50°30′", "Source: A book, 1950"] {
        assert!(texts.iter().any(|t| t == label), "{label}: {texts:?}");
    }
    has_none_of(&words_of_the_first_atlas(), &texts.join("\n"), "two vales");
}
