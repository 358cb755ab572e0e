//! The situation in sentences says of every district what `araxes at` says: no district twice, none left out.

use std::process::Command;
use std::sync::Arc;

use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};
use serde_json::Value;

#[test]
fn sentences_and_at_agree() {
    let atlas = Arc::new(
        araxes::load::load(&araxes::load::files::builtin())
            .atlas
            .expect("the built-in atlas is clean"),
    );
    let (timeline, text) = (Timeline::new(atlas.clone()), Text::new("en"));
    for (day, lens) in [
        ("1920-05-01", "claims"),
        ("1920-06-25", "moscow"),
        ("1920-07-03", "moscow"),
        ("1920-07-03", "baku"),
        ("1920-07-14", "control"),
        ("1920-07-08", "orjonikidze"),
        ("1920-07-24", "yerevan"),
        ("1921-03-16", "ankara"),
    ] {
        let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
            .args(["at", day, "--lens", lens, "--format", "json"])
            .output()
            .expect("the program runs");
        let at: Value = serde_json::from_slice(&run.stdout).expect("JSON");
        let situation = timeline.situation_on(day.parse().expect("a day"));
        let lens_value = Lens::named(lens, &atlas).expect("a lens");
        let twin = text.narrative(&atlas, &situation, &lens_value);
        let said: Vec<&String> = twin[0]
            .sentences
            .iter()
            .map(|(sentence, _)| sentence)
            .collect();
        // "East of Zangezur, Goris and Kafan: …" names three districts.
        let names = |sentence: &str| -> Vec<String> {
            let list = sentence
                .split(": ")
                .next()
                .unwrap_or_default()
                .replace(" and ", ", ");
            list.split(", ").map(str::to_owned).collect()
        };
        for district in at["districts"].as_array().expect("districts") {
            let (name, fill) = (
                district["name"].as_str().expect("a name").to_owned(),
                &district["fill"],
            );
            let of_it: Vec<&&String> = said.iter().filter(|s| names(s).contains(&name)).collect();
            if fill.is_null() {
                assert!(
                    of_it.is_empty(),
                    "{day} {lens}: {name} has parts, yet is said"
                );
                continue;
            }
            let [sentence] = of_it.as_slice() else {
                panic!("{day} {lens}: {name} is said {} times", of_it.len())
            };
            let place = format!("{day} {lens} {name}: {sentence}");
            assert_eq!(
                fill["kind"] == "unknown",
                sentence.contains("no statement on record"),
                "{place}"
            );
            if fill["kind"] != "unknown" {
                assert_eq!(
                    fill["certainty"] == "possible",
                    sentence.contains("possibly"),
                    "{place}"
                );
                assert_eq!(
                    fill["hearsay"] == true,
                    sentence.contains("others’ reports"),
                    "{place}"
                );
            }
            let told = ["claimed", "held", "assigns", "recognises", "occupy"];
            let own = |party: &str| {
                party == lens
                    || atlas
                        .person(lens)
                        .is_some_and(|p| p.party.as_ref().is_some_and(|q| q.as_str() == party))
            };
            for party in fill["parties"]
                .as_array()
                .expect("parties")
                .iter()
                .filter_map(Value::as_str)
            {
                if told.contains(&fill["kind"].as_str().expect("a kind")) && !own(party) {
                    assert!(
                        sentence.contains(atlas.name(party, "en")),
                        "{place} names {party}"
                    );
                }
            }
        }
        let messages = at["messages"].as_array().expect("messages").len();
        let told = twin
            .iter()
            .find(|p| p.heading == text.get("messages"))
            .map_or(0, |p| p.sentences.len());
        assert_eq!(messages, told, "{day}: every message of the day is told");
        let units = at["units"].as_array().expect("units").len();
        let told = twin
            .iter()
            .find(|p| p.heading == text.get("units"))
            .map_or(0, |p| p.sentences.len());
        assert_eq!(units, told, "{day}: every report of troops is told");
    }
}
