//! What a kiosk says: a card for whatever can be touched, on every day on which something changes.

use std::sync::{Arc, LazyLock};

use araxes::load::{files, load};
use araxes::model::{Atlas, CardTarget, ReadingLevel};
use araxes::text::{Card, CardView, KIOSK_WORDS, MOST_CARD_WORDS, Text};
use araxes::timeline::{Lens, Situation, Timeline};

const LEVELS: [ReadingLevel; 2] = [ReadingLevel::Full, ReadingLevel::Plain];

static TIMELINE: LazyLock<Timeline> = LazyLock::new(|| {
    let atlas = load(&files::builtin()).atlas.expect("no faults");
    Timeline::new(Arc::new(atlas))
});

/// Everything that a finger may find on the map or in a card.
fn targets(atlas: &Atlas) -> Vec<CardTarget> {
    let districts = atlas.districts.iter().map(|r| r.id.to_string());
    let groups = atlas.manifest.groups.iter().map(|r| r.id.to_string());
    let places = atlas.places.iter().map(|r| r.id.to_string());
    let parties = atlas.parties.iter().map(|r| r.id.to_string());
    let units = atlas.units.iter().map(|r| r.id.to_string());
    let told = atlas.contradictions.iter().map(|r| r.id.to_string());
    let records = atlas.records().map(|r| r.head().id.to_string());
    let all = districts.chain(groups).chain(places).chain(parties);
    let all = all.chain(units).chain(told).chain(records);
    let mut targets: Vec<CardTarget> = all.filter_map(|id| CardTarget::named(&id, atlas)).collect();
    targets.push(CardTarget::Day);
    targets
}

/// The neutral lenses and those of the capitals.
fn lenses(atlas: &Atlas) -> Vec<Lens> {
    let capitals = atlas.parties.iter().filter(|p| p.capital);
    let capitals = capitals.map(|p| Lens::Party(p.id.clone()));
    [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(capitals)
        .collect()
}

fn card(target: &CardTarget, situation: &Situation, lens: &Lens, level: ReadingLevel) -> Card {
    let view = CardView {
        timeline: &TIMELINE,
        situation,
        lens,
        level,
    };
    Text::new("en").kiosk_card(target, &view)
}

/// Whether the card of a thing has something of a day to tell: districts and parties always, places that
/// a source names, forces and records while they are of the day.
fn is_near(target: &CardTarget, situation: &Situation) -> bool {
    let atlas = situation.atlas();
    let CardTarget::Record(id) = target else {
        let marked = situation.contradictions.iter();
        let mut marked = marked.map(|i| &atlas.contradictions[*i].id);
        return match target {
            CardTarget::Contradiction(id) => marked.any(|marked| marked == id),
            CardTarget::Place(id) => {
                let place = atlas.place(id.as_str());
                place.is_some_and(|place| !place.cites.is_empty())
            }
            CardTarget::Unit(id) => (situation.units.iter()).any(|r| atlas.units[r.unit].id == *id),
            _ => true,
        };
    };
    let messages = situation.messages.iter();
    let messages = messages.map(|d| &atlas.messages[d.index].head.id);
    let events = situation.events.iter();
    let events = events.map(|d| &atlas.events[d.index].head.id);
    messages.chain(events).any(|near| near == id)
}

#[test]
fn every_card_is_short_and_says_who_how_sure_and_on_whose_word() {
    cards_hold(ReadingLevel::Full);
}

#[test]
fn every_plain_card_is_short_and_says_who_how_sure_and_on_whose_word() {
    cards_hold(ReadingLevel::Plain);
}

/// Holds the cards of one level to their rules, of everything that can be touched on every day on which
/// something changes.
fn cards_hold(level: ReadingLevel) {
    let atlas = TIMELINE.atlas();
    let (targets, lenses) = (targets(atlas), lenses(atlas));
    let text = Text::new("en");
    let mut faults = Vec::new();
    let mut check = |target: &CardTarget, situation: &Situation, lens: &Lens| {
        let view = CardView {
            timeline: &TIMELINE,
            situation,
            lens,
            level,
        };
        let card = text.kiosk_card(target, &view);
        let rows = card.rows();
        let is_whole = rows
            .iter()
            .all(|r| !r.text.is_empty() && !r.label.is_empty());
        let is_named = !card.title.is_empty() && !card.what.is_empty();
        // A key without words is shown as itself.
        let has_words = !format!("{card:?}").contains("kiosk-");
        if !(is_whole && is_named && has_words && card.word_count() <= MOST_CARD_WORDS) {
            faults.push(format!("{} {lens:?}: {card:?}", situation.day));
        }
    };
    for (i, day) in TIMELINE.change_days().iter().enumerate() {
        let situation = TIMELINE.situation_on(*day);
        for target in targets.iter().filter(|t| is_near(t, &situation)) {
            let lenses = match target {
                CardTarget::District(_) | CardTarget::Day => &lenses[..],
                // The last word of a party is sought through many days, so that each party has its turn.
                CardTarget::Party(id) => {
                    let turn = atlas.parties.iter().position(|p| p.id == *id);
                    let is_it = turn.is_some_and(|turn| i % atlas.parties.len() == turn);
                    &lenses[..usize::from(is_it)]
                }
                _ => &lenses[..1],
            };
            lenses
                .iter()
                .for_each(|lens| check(target, &situation, lens));
        }
    }
    // Everything once more on a day that need not be its own.
    let situation = TIMELINE.situation_on(atlas.manifest.span.end);
    for target in &targets {
        check(target, &situation, &Lens::Claims);
    }
    assert!(
        faults.is_empty(),
        "{}: {:#?}",
        faults.len(),
        &faults[..faults.len().min(5)]
    );
}

/// What a card shows at first, in lines.
fn shown(day: &str, lens: &str, id: &str, level: ReadingLevel) -> String {
    let situation = TIMELINE.situation_on(day.parse().expect("a day"));
    let lens = Lens::named(lens, TIMELINE.atlas()).expect("a lens");
    let target = CardTarget::named(id, TIMELINE.atlas()).expect("a target");
    let card = card(&target, &situation, &lens, level);
    let rows = card.rows().map(|row| row.text.as_str());
    [card.title.as_str(), &card.day, &card.what]
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn cards_say_possibly_and_who_tells_before_anything_unfolds() {
    let full = |day, lens, id| shown(day, lens, id, ReadingLevel::Full);
    let plain = |day, lens, id| shown(day, lens, id, ReadingLevel::Plain);
    assert_eq!(
        full("1920-07-06", "control", "ordubad"),
        "Ordubad | 6 July | Possibly held by Ankara. | Turkish troops | Possibly, as told by S. Orjonikidze, \
         some time between 4 July and 14 July | İsmayılov 2019, p. 175"
    );
    assert_eq!(
        plain("1920-07-06", "control", "ordubad"),
        "Ordubad | 6 July | Perhaps Turkish soldiers held it. | Turkish soldiers | Perhaps: the day is not sure; \
         we know it from Orjonikidze, a Moscow leader in the Caucasus | One article of 2019, p. 175"
    );
    assert_eq!(
        full("1920-07-04", "claims", "nakhchivan"),
        "Nakhchivan | 4 July | Baku claims it. Moscow would give it to Yerevan. And 1 more. | Government of Soviet \
         Azerbaijan; G. Chicherin | Baku – as told by G. Chicherin, said 29 June; Moscow – own words | \
         İsmayılov 2019, pp. 172, 174"
    );
    assert_eq!(
        plain("1920-07-04", "claims", "nakhchivan"),
        "Nakhchivan | 4 July | Baku said: this land is ours. Moscow wanted it given to Armenia. | Soviet \
         Azerbaijan’s government; G. Chicherin | Baku – we know it from G. Chicherin, said on 29 June; Moscow – from \
         their own message | One article of 2019, pp. 172, 174"
    );
    assert_eq!(
        full("1920-07-04", "claims", "ankara-city"),
        "Ankara | 4 July | Of Nakhchivan no word of it is on record; last before it, 24 June: Ankara wants its own \
         troops in Zangezur district. | Kazim Karabekir Pasha, Commander of the Turkish Eastern Front | Own words | \
         İsmayılov 2019, p. 183"
    );
    assert_eq!(
        full("1920-07-23", "claims", "kuban-regiments"),
        "1st and 3rd Kuban regiments | 23 July | On the way from Goris to Nakhchivan district; 2 regiments. | Red Army \
         troops | As told by Kazim Karabekir Pasha; no arrival is reported | İsmayılov 2019, p. 180"
    );
}

#[test]
fn the_card_of_a_day_tells_its_event() {
    let situation = TIMELINE.situation_on("1920-07-11".parse().expect("a day"));
    let card = card(
        &CardTarget::Day,
        &situation,
        &Lens::Claims,
        ReadingLevel::Full,
    );
    let record = card.record.expect("a record");
    assert_eq!(record.as_str(), "event-037", "the advance of 11 July");
}

#[test]
fn several_things_under_a_finger_are_a_choice() {
    let situation = TIMELINE.situation_on("1920-07-24".parse().expect("a day"));
    let view = CardView {
        timeline: &TIMELINE,
        situation: &situation,
        lens: &Lens::Claims,
        level: ReadingLevel::Full,
    };
    let ids = [
        "armenian-force-shahtakhti",
        "contradiction-013",
        "shahtakhti",
        "moscow-city",
        "fix-042",
        "lenin",
    ];
    let choices = Text::new("en").kiosk_choices(ids, &view);
    let said: Vec<String> = choices
        .iter()
        .map(|c| format!("{}: {}", c.title, c.kind))
        .collect();
    assert_eq!(
        said,
        [
            "Armenian force at Shahtakhti: troops",
            "Shahtakhti on 24 July: an attack, or no resistance: Told in 2 ways",
            "Shahtakhti: railway station",
            "Moscow: capital"
        ]
    );
}

#[test]
fn another_atlas_without_words_for_a_kiosk_has_general_ones() {
    let files = files::read_folder("tests/fixtures/good".as_ref()).expect("the folder is there");
    let bare = files.into_iter().filter(|(name, _)| {
        !["kiosk.json", "scenes/", "tours/"]
            .iter()
            .any(|n| name.starts_with(n))
    });
    let atlas = load(&bare.collect()).atlas.expect("no faults");
    let timeline = Timeline::new(Arc::new(atlas));
    let (text, atlas) = (Text::new("en"), timeline.atlas());
    assert_eq!(text.kiosk_touch(atlas), "Touch to begin");
    assert!(
        text.kiosk_attract(&timeline).steps.len() > 2,
        "a tour of the changes"
    );
    let names: Vec<String> = text
        .kiosk_chips(atlas, ReadingLevel::Plain)
        .into_iter()
        .map(|c| c.name)
        .collect();
    assert_eq!(names, ["Everyone", "North", "South"]);
    assert_eq!(text.kiosk_samples(atlas, ReadingLevel::Plain).len(), 4);
    let sources = text.kiosk_sources(atlas, ReadingLevel::Full);
    assert!(sources.about.contains("A book"), "{}", sources.about);
    for target in targets(atlas) {
        for day in ["1900-03-01", "1900-06-01"] {
            let situation = timeline.situation_on(day.parse().expect("a day"));
            for level in LEVELS {
                let view = CardView {
                    timeline: &timeline,
                    situation: &situation,
                    lens: &Lens::Claims,
                    level,
                };
                let card = text.kiosk_card(&target, &view);
                assert!(card.word_count() <= MOST_CARD_WORDS, "{card:?}");
                assert!(
                    card.rows().iter().all(|row| !row.text.is_empty()),
                    "{card:?}"
                );
            }
        }
    }
}

#[test]
fn capitals_stand_in_the_alphabet_of_each_language() {
    for (language, wanted) in [
        ("en", ["Ankara", "Baku", "Moscow", "Yerevan"]),
        ("az", ["Ankara", "Bakı", "İrəvan", "Moskva"]),
        ("tr", ["Ankara", "Bakü", "Erivan", "Moskova"]),
        ("ru", ["Ангора", "Баку", "Москва", "Эривань"]),
        ("hy", ["Անկարա", "Բաքու", "Երևան", "Մոսկվա"]),
    ] {
        let chips = Text::new(language).kiosk_chips(TIMELINE.atlas(), ReadingLevel::Full);
        let names: Vec<String> = chips.into_iter().skip(1).map(|chip| chip.name).collect();
        assert_eq!(names, wanted);
    }
}

#[test]
fn every_message_that_the_screens_of_the_kiosk_name_is_on_the_sheet() {
    let text = Text::new("en");
    let mut named = 0;
    for file in std::fs::read_dir("src/app/kiosk").expect("the folder is there") {
        let path = file.expect("a file").path();
        // The operator and the reader of the research window see these, and no visitor.
        if path.ends_with("operator.rs") || path.ends_with("question.rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).expect("a file");
        for literal in code.split('"').skip(1).step_by(2) {
            // A key without a message is shown as itself.
            // Some messages of other parts are called like parts of a screen.
            let is_part = ["kiosk", "map", "second-map", "sources"].contains(&literal);
            let is_key = !is_part
                && literal.starts_with(|c: char| c.is_ascii_lowercase())
                && literal.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                && text.get(literal) != literal;
            if is_key {
                let on_sheet = KIOSK_WORDS.contains(&literal);
                assert!(on_sheet, "{literal} of {}", path.display());
                named += 1;
            }
        }
    }
    assert!(named >= KIOSK_WORDS.len(), "{named}");
    for key in KIOSK_WORDS {
        assert_ne!(text.get(key), key);
    }
}
