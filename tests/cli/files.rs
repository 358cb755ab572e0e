//! `export` and `render`: what they write, and what they refuse to.

use std::fs;
use std::path::PathBuf;

use super::{Ran, araxes, good};

/// Runs a command that writes `name` in a new folder.
fn written(arguments: &[&str], name: &str) -> (tempfile::TempDir, PathBuf, Ran) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    let out = ["--out", file.to_str().expect("UTF-8")];
    let ran = good(&[arguments, &out].concat());
    (folder, file, ran)
}

/// The bytes of the file, which the program says it wrote; it writes nothing to standard output.
#[track_caller]
fn bytes(arguments: &[&str], name: &str) -> Vec<u8> {
    let (_folder, file, ran) = written(arguments, name);
    assert_eq!((ran.code, ran.data.as_str()), (0, ""), "{ran:?}");
    assert!(ran.messages.contains(name), "{ran:?}");
    fs::read(file).unwrap_or_else(|e| panic!("{e}: {ran:?}"))
}

#[track_caller]
fn text(arguments: &[&str], name: &str) -> String {
    String::from_utf8(bytes(arguments, name)).expect("UTF-8")
}

const DAY: [&str; 3] = ["export", "--at", "1900-05-02"];

#[test]
fn a_day_is_exported_as_geojson_and_as_a_table() {
    let map: geojson::FeatureCollection =
        text(&[&DAY[..], &["--lens", "south"]].concat(), "a.geojson")
            .parse()
            .expect("GeoJSON");
    let fill = map.features[1].property("fill").expect("a fill");
    assert_eq!(fill["kind"], "assigns");
    let table = text(&DAY, "a.csv");
    let printed = good(&["at", "1900-05-02", "--format", "csv"]).well().data;
    assert_eq!(table, printed, "the same table as `at` prints");
}

#[test]
fn everything_on_record_is_exported_as_the_table_of_the_log() {
    assert_eq!(
        text(&["export"], "a.csv"),
        good(&["log", "--format", "csv"]).well().data
    );
}

#[test]
fn districts_and_places_are_exported_as_linked_places() {
    let file = text(&["export"], "a.lpf.json");
    let places: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let _: geojson::GeoJson = file.parse().expect("Linked Places are GeoJSON");
    for feature in places["features"].as_array().expect("features") {
        for key in [
            "@id",
            "type",
            "properties",
            "names",
            "types",
            "when",
            "geometry",
        ] {
            assert!(!feature[key].is_null(), "{key} of {feature}");
        }
    }
    let titles: Vec<_> = places["features"]
        .as_array()
        .expect("features")
        .iter()
        .map(|f| f["properties"]["title"].as_str().expect("a title"))
        .collect();
    assert_eq!(
        titles,
        ["Aster", "Birch", "West of Birch", "Northtown", "Ford"]
    );
}

#[test]
fn sources_are_exported_as_bibtex_and_csl() {
    assert!(text(&["export"], "a.bib").starts_with("@book{book,\n"));
    let items: serde_json::Value =
        serde_json::from_str(&text(&["export"], "a.csl.json")).expect("JSON");
    assert_eq!(items[0]["id"], "book");
    // On this day no record speaks.
    assert_eq!(text(&["export", "--at", "1900-01-01"], "b.bib"), "");
}

#[test]
fn what_an_export_would_pass_over_is_refused() {
    for (arguments, name, words) in [
        (&["export"][..], "a.xls", "choose .geojson"),
        (&["export", "--at", "1900-05-02"], "a.lpf.json", "--at"),
        (&["export", "--lens", "south"], "a.lpf.json", "--lens"),
        (&["export", "--lens", "south"], "a.bib", "--lens"),
        (&["export", "--lens", "south"], "a.csv", "--lens"),
        (
            &["export", "--at", "1900-05-02", "--lens", "mars"],
            "a.csv",
            "no lens",
        ),
    ] {
        let (_folder, file, ran) = written(arguments, name);
        ran.refused(words);
        assert!(!file.exists(), "{arguments:?} {name}");
    }
}

#[test]
fn what_cannot_be_written_ends_with_2() {
    let out = "tests/fixtures/good/atlas.json/inside.csv";
    good(&["export", "--out", out]).refused("inside.csv");
}

const PLATE: [&str; 5] = ["render", "--at", "1900-05-02", "--size", "400x300"];

#[test]
fn a_plate_is_written_as_png_svg_and_pdf() {
    let png = png::Decoder::new(std::io::Cursor::new(bytes(&PLATE, "a.png")));
    let info = png.read_info().expect("a PNG");
    assert_eq!((info.info().width, info.info().height), (400, 300));
    let svg = text(&PLATE, "a.svg");
    assert!(svg.starts_with("<svg") && svg.contains("2 May"), "{svg}");
    assert!(bytes(&PLATE, "a.pdf").starts_with(b"%PDF"));
}

#[test]
fn a_plate_obeys_lens_theme_size_and_middle() {
    let plain = text(&PLATE, "a.svg");
    for arguments in [
        &["--lens", "south"][..],
        &["--theme", "night"],
        &["--around", "ford", "--km", "20"],
    ] {
        assert_ne!(
            text(&[&PLATE, arguments].concat(), "a.svg"),
            plain,
            "{arguments:?}"
        );
    }
    let wide = text(
        &["render", "--at", "1900-05-02", "--size", "600x300"],
        "a.svg",
    );
    assert!(wide.contains("600") && wide != plain);
}

const RANGE: [&str; 7] = [
    "render",
    "--from",
    "1900-02-27",
    "--to",
    "1900-03-14",
    "--size",
    "200x200",
];

/// Names of the pictures of a range in a folder.
fn frames(step: &str) -> Vec<String> {
    let (_folder, file, ran) = written(&[&RANGE[..], &["--step", step]].concat(), "frames");
    assert_eq!(ran.code, 0, "{ran:?}");
    let mut names: Vec<String> = fs::read_dir(file)
        .expect("a folder")
        .map(|f| f.expect("a file").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_range_is_written_as_a_picture_a_step() {
    assert_eq!(frames("event"), ["1900-02-27.png", "1900-03-01.png"]);
    assert_eq!(
        frames("week"),
        ["1900-02-27.png", "1900-03-06.png", "1900-03-13.png"]
    );
    let days = frames("day");
    assert_eq!((days.len(), days[0].as_str()), (16, "1900-02-27.png"));
}

#[test]
fn a_range_is_written_as_a_film_of_a_frame_a_step() {
    let film = bytes(&[&RANGE[..], &["--step", "week"]].concat(), "a.gif");
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(film.as_slice()).expect("a GIF");
    assert_eq!((decoder.width(), decoder.height()), (200, 200));
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        assert!(
            (200..=800).contains(&frame.delay),
            "{} hundredths",
            frame.delay
        );
        frames.push(frame.buffer.to_vec());
    }
    assert_eq!(frames.len(), 3);
    assert!(
        frames[0] != frames[1] && frames[1] != frames[2],
        "each names its day"
    );
}

#[test]
fn a_range_of_pictures_is_cut_to_the_span_with_a_word() {
    let arguments = [
        "render",
        "--from",
        "1899-12-01",
        "--to",
        "1900-01-02",
        "--step",
        "day",
    ];
    let (_folder, file, ran) = written(&[&arguments[..], &["--size", "200x200"]].concat(), "days");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.messages.contains("1900-01-01 to 1900-12-31"), "{ran:?}");
    assert_eq!(fs::read_dir(file).expect("a folder").count(), 2);
}

#[test]
fn every_other_view_is_drawn_and_charts_have_their_numbers() {
    for view in [
        "capitals",
        "days",
        "matrix",
        "ribbons",
        "strengths",
        "network",
    ] {
        let svg = text(
            &[
                "render",
                "--view",
                view,
                "--at",
                "1900-05-02",
                "--size",
                "600x400",
            ],
            "a.svg",
        );
        assert!(svg.starts_with("<svg"), "{view}");
    }
    let numbers = bytes(
        &["render", "--view", "matrix", "--at", "1900-05-02"],
        "a.csv",
    );
    assert!(
        csv::Reader::from_reader(numbers.as_slice())
            .records()
            .all(|r| r.is_ok())
    );
}

#[test]
fn a_state_string_reopens_its_view() {
    let state = [
        "render",
        "--state",
        "1900-05-02;south;",
        "--size",
        "400x300",
    ];
    let lens = [&PLATE[..], &["--lens", "south"]].concat();
    assert_eq!(text(&state, "a.svg"), text(&lens, "a.svg"));
    let (_folder, _, ran) = written(&["render", "--state", "1900-05-02;mars;"], "a.svg");
    ran.refused("mars");
}

#[test]
fn what_a_picture_would_pass_over_is_refused() {
    let at = ["render", "--at", "1900-05-02"];
    for (arguments, name, words) in [
        (&[][..], "a.bmp", "choose png, svg, pdf, gif or csv"),
        (&["--step", "day"], "a.png", "--step"),
        (&["--km", "20"], "a.png", "--around"),
        (
            &["--from", "1900-05-02", "--to", "1900-05-03"],
            "a.gif",
            "--at",
        ),
        (
            &["--around", "ford", "--view", "matrix"],
            "a.png",
            "--around",
        ),
        (&["--around", "atlantis"], "a.png", "atlantis"),
        (
            &["--around", "ford", "--km", "0.01"],
            "a.png",
            "0.05 to 40000 km",
        ),
        (&["--size", "9x9"], "a.png", "from 200"),
        (&["--size", "200x1201"], "a.png", "6 times as high"),
        (&["--size", "1601x200"], "a.png", "8 times as wide"),
        (&["--theme", "pink"], "a.png", "pink"),
        (&["--lang", "xx"], "a.png", "no language `xx`"),
        (&[], "a.csv", "no table"),
    ] {
        let (_folder, file, ran) = written(&[&at, arguments].concat(), name);
        ran.refused(words);
        assert!(!file.exists(), "{arguments:?} {name}");
    }
    let chart = [&RANGE[..], &["--view", "ribbons", "--step", "day"]].concat();
    let (_folder, _, ran) = written(&chart, "a.png");
    ran.refused("--step");
    let backwards = ["render", "--from", "1900-05-02", "--to", "1900-05-01"];
    let (_folder, _, ran) = written(&backwards, "a.gif");
    ran.refused("before it begins");
    let (_folder, _, ran) = written(&["render"], "a.png");
    ran.refused("--at");
    let (_folder, _, ran) = written(&RANGE, "a.png");
    ran.refused(".gif or a folder");
    araxes(&["render", "--at", "1920-07-03"]).refused("--out");
}
