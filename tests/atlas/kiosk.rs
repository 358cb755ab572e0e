//! What a kiosk says: a card for whatever can be touched, on every day on which something changes.

use std::sync::{Arc, LazyLock};

use araxes::load::{files, load};
use araxes::model::{Atlas, CardTarget, ReadingLevel};
use araxes::text::{Card, CardView, MOST_CARD_WORDS, Text};
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

/// Whether a thing can be touched on a day: areas, parties and forces always, records while they are of
/// the day.
fn is_near(target: &CardTarget, situation: &Situation) -> bool {
    let atlas = situation.atlas();
    let CardTarget::Record(id) = target else {
        let marked = situation.contradictions.iter();
        let mut marked = marked.map(|i| &atlas.contradictions[*i].id);
        return match target {
            CardTarget::Contradiction(id) => marked.any(|marked| marked == id),
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

#[test]
fn cuts() {
    let Ok(_) = std::env::var("CUTS") else { return };
    let situation = TIMELINE.situation_on(TIMELINE.atlas().manifest.span.end);
    for level in LEVELS {
        for target in targets(TIMELINE.atlas()) {
            let card = card(&target, &situation, &Lens::Claims, level);
            if card.what.ends_with('…') {
                println!(
                    "{target:?} {level:?} {}\n   {}",
                    card.word_count(),
                    card.what
                );
            }
        }
    }
}

#[test]
fn look() {
    let Ok(asked) = std::env::var("CARDS") else {
        return;
    };
    for line in asked.split(';') {
        let parts: Vec<&str> = line.split(',').map(str::trim).collect();
        let [day, lens, id] = parts.as_slice() else {
            continue;
        };
        let situation = TIMELINE.situation_on(day.parse().expect("a day"));
        let lens = Lens::named(lens, TIMELINE.atlas()).expect("a lens");
        let target = match *id {
            "day" => CardTarget::Day,
            id => CardTarget::named(id, TIMELINE.atlas()).expect("a target"),
        };
        for level in LEVELS {
            let card = card(&target, &situation, &lens, level);
            println!(
                "\n== {line} {level:?} ({} words)\n{} | {}\n{}",
                card.word_count(),
                card.title,
                card.day,
                card.what
            );
            for row in card.rows() {
                println!("  {}: {}", row.label, row.text);
            }
            for part in &card.more {
                println!("    [{}]", part.heading);
                for line in &part.lines {
                    println!("      {line}");
                }
            }
        }
    }
}
