//! Words for a child of ten, and those of `kiosk.json`, held to the records: they are plain, they take
//! no side, and they say no more than what they make plain.

use std::collections::BTreeSet;

use araxes::model::{PersonKind, RecordHead, SampleSign, StanceKind, Tour, TourStep, Words};
use araxes::time::Truth;
use araxes::timeline::{FillKind, Lens};

use crate::tours::{QUOTED_ONLY, WORLD, has, none, outside_quotes, regex, surname};

/// Words that a child of ten is not to meet unexplained.
const NOT_PLAIN: &str = r"(?i)\b(uezd|okrug|claim(s|ed)?|control|politburo|bayonets?|commissar(iat)?|entente|memoir|renounce[sd]?|renunciation|ultimatum|sovieti[sz]ed?|sovieti[sz]ation|dashnaks?|bolsheviks?|kemalists?|bureau|division|regiments?|battalions?|batter(y|ies)|detachments?|disputed|autonomy|evacuate|plenipotentiary|conditional|rapprochement|proclaim(ed)?|representatives|signatories|inference|hearsay|stance|lens|territor(y|ies)|envoy|recipient|narrative|cites|footnotes?)\b";
/// Most words of a step, of a record, of a term, and of a sentence of any of them.
const MOST: [usize; 4] = [20, 24, 16, 20];

fn count(text: &str) -> usize {
    let has_sign = |w: &&str| w.contains(char::is_alphanumeric);
    text.split_whitespace().filter(has_sign).count()
}

/// What is not plain in a text.
fn not_plain(text: &str, most: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let own = outside_quotes(text);
    for pattern in [NOT_PLAIN, QUOTED_ONLY] {
        if let Some(found) = regex(pattern).find(&own) {
            faults.push(format!(
                "“{}” is not plain, or takes a side",
                found.as_str()
            ));
        }
    }
    if count(text) > most {
        faults.push(format!("{} words, at most {most}", count(text)));
    }
    let long = regex(r"[.?!:;]\s").split(text).find(|s| count(s) > MOST[3]);
    if let Some(sentence) = long {
        faults.push(format!("a sentence of {} words", count(sentence)));
    }
    if text.contains(['"', '\'', '`']) || text.matches('“').count() != text.matches('”').count()
    {
        faults.push("quotation marks".to_owned());
    }
    faults
}

/// Numbers of two digits or more that stand in a text and not in another.
fn new_numbers(text: &str, other: &str) -> Vec<String> {
    let numbers = regex(r"\d[\d,]*\d");
    let is_new = |said: &&str| !other.contains(*said) && !other.contains(&said.replace(',', ""));
    let found = numbers.find_iter(text).map(|m| m.as_str());
    found.filter(is_new).map(str::to_owned).collect()
}

/// What a side is called where its teller has no name.
fn side(party: Option<&str>) -> &'static str {
    match party {
        Some("moscow") => "Moscow|Soviet",
        Some("baku") => "Baku",
        Some("yerevan") => "Yerevan|Armenia",
        Some("ankara") => "Turkish|Ankara",
        _ => "§",
    }
}

/// Whether a text names whoever tells a record, or at least the side.
fn names_teller(head: &RecordHead, text: &str) -> bool {
    let teller = head.told_by.as_ref();
    let teller = teller.and_then(|t| WORLD.atlas.person(t.as_str()));
    let Some(teller) = teller.filter(|t| t.kind == PersonKind::Person) else {
        return true;
    };
    let name = surname(teller.names.text("en"));
    let party = teller.party.as_ref().map(|p| p.as_str());
    text.contains(&name)
        || has(
            &format!("author|article|book|remembered|{}", side(party)),
            text,
        )
}

/// What is wrong with the plain words of a tour or scene.
fn faults(tour: &Tour) -> Vec<String> {
    let mut faults = Vec::new();
    for step in tour.steps.iter().filter(|s| !s.plain.is_empty()) {
        let plain = step.plain.exact("en").expect("English");
        let told = not_plain(plain, MOST[0]).into_iter();
        let near = near(step);
        let numbers = new_numbers(plain, &near).into_iter();
        let numbers = numbers.map(|n| format!("the number {n} is not in the step"));
        let selected = step.select.iter().map(String::as_str);
        let said = [step.headline.text("en"), plain].join(" ");
        let silent = selected
            .chain(step.callouts.iter().map(|c| c.record.as_str()))
            .filter(|id| {
                WORLD
                    .head(id)
                    .is_some_and(|head| !names_teller(head, &said))
            })
            .map(|id| format!("whoever tells {id} is not named"));
        let all = told.chain(numbers).chain(silent);
        faults.extend(all.map(|what| format!("{}: {}: {what}: {plain}", tour.id, step.id)));
    }
    faults
}

/// Everything else that a step says.
fn near(step: &TourStep) -> String {
    let callouts = step.callouts.iter().map(|c| &c.text);
    let texts = [
        &step.headline,
        &step.caption,
        &step.ask,
        &step.reveal,
        &step.notes,
    ];
    let texts: Vec<&str> = texts
        .into_iter()
        .chain(callouts)
        .map(|w| w.text("en"))
        .collect();
    texts.join(" ")
}

#[test]
fn plain_words_of_steps_are_plain_and_say_no_more_than_the_step() {
    none(
        &WORLD
            .told()
            .flat_map(|tour| faults(tour))
            .collect::<Vec<_>>(),
    );
    let attract = WORLD.atlas.kiosk.attract.as_deref();
    let attract = WORLD
        .atlas
        .tours
        .iter()
        .find(|t| Some(t.id.as_str()) == attract);
    let attract = attract.expect("the tour that plays by itself");
    let scenes = &WORLD.atlas.scenes;
    assert_eq!(scenes.len(), 5);
    for step in scenes.iter().chain([attract]).flat_map(|t| &t.steps) {
        assert!(
            !step.plain.is_empty() && step.dwell_s.is_some(),
            "{}",
            step.id
        );
    }
}

#[test]
fn what_is_not_plain_is_reported() {
    let scene = &WORLD.atlas.scenes[0];
    let changed = |change: &dyn Fn(&mut TourStep)| {
        let mut tour = Tour::clone(scene);
        change(&mut tour.steps[0]);
        faults(&tour).join("\n")
    };
    let say =
        |text: &'static str| move |step: &mut TourStep| step.plain = Words::in_language("en", text);
    for (told, text) in [
        ("“renounce” is not plain", "They offered to renounce it."),
        (
            "“the Armenians” is not plain",
            "It was taken by the Armenians.",
        ),
        (
            "the number 700 is not in the step",
            "There were 700 villages.",
        ),
        ("quotation marks", "He called it “ours."),
        (
            "words, at most 20",
            "One two three four five. Six seven eight nine ten. One two three four five. Six seven eight nine ten. More.",
        ),
    ] {
        let faults = changed(&say(text));
        assert!(faults.contains(told), "not reported: {told}; {faults}");
    }
    let silent = changed(&|step| {
        step.select = Some("message-078".to_owned());
        step.plain = Words::in_language("en", "Soldiers shall take three lands.");
        step.headline = Words::in_language("en", "Karakhan speaks");
    });
    assert!(
        silent.contains("whoever tells message-078 is not named"),
        "{silent}"
    );
}

#[test]
fn plain_words_of_records_say_no_more_than_their_records() {
    let atlas = &WORLD.atlas;
    let messages = atlas.messages.iter();
    let messages = messages.map(|r| (&r.head, &r.plain, r.gist.text("en")));
    let events = atlas.events.iter();
    let events = events.map(|r| (&r.head, &r.plain, r.gist.text("en")));
    let mut told = Vec::new();
    for (head, plain, gist) in messages.chain(events) {
        let id = head.id.as_str();
        let Some(plain) = plain.exact("en") else {
            told.push(format!("{id} has no plain words"));
            continue;
        };
        let written = &WORLD.written[id];
        let near = [gist, written].join(" ");
        let mut faults = not_plain(plain, MOST[1]);
        let numbers = new_numbers(plain, &near).into_iter();
        faults.extend(numbers.map(|n| format!("the number {n} is not in the record")));
        if !names_teller(head, plain) {
            faults.push("whoever tells it is not named".to_owned());
        }
        let people = atlas.people.iter().filter(|p| p.kind == PersonKind::Person);
        for person in people {
            let name = surname(person.names.text("en"));
            let is_said = has(&format!(r"\b{}\b", regex::escape(&name)), plain);
            let is_near = near.contains(&name) || written.contains(&format!("\"{}\"", person.id));
            if is_said && !is_near {
                faults.push(format!("{name} is not in the record"));
            }
        }
        told.extend(faults.iter().map(|what| format!("{id}: {what}: {plain}")));
    }
    none(&told);
}

#[test]
fn whoever_and_whatever_a_card_names_has_a_plain_name() {
    let atlas = &WORLD.atlas;
    let mut told = Vec::new();
    let mut check = |id: &str, plain: &Words, name: &str| {
        let text = plain.exact("en").unwrap_or(name);
        let faults = not_plain(text, 10).into_iter();
        told.extend(faults.map(|what| format!("{id}: {what}: {text}")));
    };
    for person in &atlas.people {
        check(person.id.as_str(), &person.plain, person.names.text("en"));
    }
    for unit in &atlas.units {
        check(unit.id.as_str(), &unit.plain, unit.names.text("en"));
    }
    for party in &atlas.parties {
        let plain = &party.in_plain_words;
        for words in [&plain.name, &plain.country, &plain.troops] {
            check(party.id.as_str(), words, "");
        }
    }
    none(&told);
}

#[test]
fn every_term_is_explained_in_plain_words() {
    let mut told = Vec::new();
    for term in WORLD.atlas.glossary.terms() {
        let plain = term.plain.text("en");
        // A term may stand in its own explanation.
        let without = plain.replace(term.term.text("en"), "it");
        let own: Vec<&str> = term.spellings("en").collect();
        let is_own = |what: &String| own.iter().any(|s| what.contains(s.trim_end_matches('s')));
        let faults = not_plain(&without, MOST[2]).into_iter();
        let faults = faults.filter(|what| !is_own(what));
        told.extend(faults.map(|what| format!("{}: {what}: {plain}", term.id)));
        if plain.is_empty() {
            told.push(format!("{} has no plain words", term.id));
        }
    }
    none(&told);
}

#[test]
fn the_signs_that_are_explained_stand_where_the_kiosk_shows_them() {
    let samples = &WORLD.atlas.kiosk.how_to_read;
    assert_eq!(samples.len(), 4);
    for sample in samples {
        let show = sample.show.as_ref().expect("a place to see it");
        let lens = Lens::named(&show.lens, &WORLD.atlas).expect("a lens");
        let situation = WORLD.timeline.situation_on(show.date);
        let district = situation.district(show.area.as_str()).expect("a leaf");
        let fill = district.fill(&lens);
        let held = |truth| {
            district
                .holders()
                .any(|(control, t)| t == truth && control.holder.is_some())
        };
        let is_there = match sample.sign {
            SampleSign::Solid => {
                let holder = fill.parties.first();
                fill.kind == FillKind::Claimed
                    && (district.holders())
                        .any(|(c, t)| t == Truth::Certain && c.holder.as_ref() == holder)
            }
            SampleSign::Pattern => {
                let speaker = fill.parties.first();
                let mut holders = district.holders();
                fill.kind == FillKind::from(StanceKind::Claims)
                    && !holders.any(|(control, _)| control.holder.as_ref() == speaker)
            }
            SampleSign::Ribbon => held(Truth::Certain),
            SampleSign::Possible => held(Truth::Possible) && !held(Truth::Certain),
        };
        assert!(is_there, "{:?}: {fill:?}", sample.sign);
    }
}

#[test]
fn who_says_so_lists_every_work_that_is_no_archive_once() {
    let atlas = &WORLD.atlas;
    let listed = atlas.kiosk.who_says_so.voices.iter().flat_map(|g| &g.works);
    let listed: Vec<&str> = listed.map(|work| work.source.as_str()).collect();
    let others = atlas.sources.iter();
    let others =
        others.filter(|s| s.text("archive").is_none() && s.id.as_str() != "ismayilov-2019");
    let others: BTreeSet<&str> = others.map(|s| s.id.as_str()).collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), others);
    assert_eq!(listed.len(), others.len());
}

#[test]
fn a_passer_by_of_each_language_reads_all_four_capitals() {
    let atlas = &WORLD.atlas;
    for language in &atlas.manifest.languages {
        for words in [
            &atlas.kiosk.touch,
            &atlas.kiosk.subject,
            &atlas.kiosk.question,
        ] {
            assert!(words.exact(language).is_some(), "{language}");
        }
        let subject = atlas.kiosk.subject.text(language);
        for capital in &atlas.manifest.capitals {
            let name = atlas.name(capital.as_str(), language);
            let stem: String = name.chars().take(3).collect();
            assert!(subject.contains(&stem), "{language}: {name}");
        }
    }
}
