//! No sentence of the program says more than its record: on every day on which anything changes,
//! through every lens and of every district, what is only possible says "possibly", what another
//! tells names the teller, and where only the certainty differs nothing is told as a change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use araxes::load::{files, load};
use araxes::model::{Atlas, PartyId, RecordKind, RecordView};
use araxes::text::{Text, day_before};
use araxes::time::Truth;
use araxes::timeline::{Change, FillKind, Lens, Situation, Timeline};

static TIMELINE: LazyLock<Timeline> = LazyLock::new(|| {
    let atlas = load(&files::builtin()).atlas.expect("no faults");
    Timeline::new(Arc::new(atlas))
});

fn atlas() -> &'static Atlas {
    TIMELINE.atlas()
}

/// Collects sentences that are not as their records are.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check(&mut self, is_right: bool, why: &str, sentence: &str) {
        if !is_right {
            self.0.push(format!("{why}: {sentence}"));
        }
    }

    /// A sentence on an answer of that certainty, by that record.
    fn answer(&mut self, sentence: &str, certainty: Truth, record: &str) {
        let possibly = sentence.to_lowercase().contains("possibly");
        self.check(
            possibly == (certainty == Truth::Possible),
            "certainty",
            sentence,
        );
        self.word(sentence, record);
    }

    /// A sentence by a record names who tells it, or says that it is a reading.
    fn word(&mut self, sentence: &str, record: &str) {
        let record = atlas().record(record).expect("a record");
        if let Some(word) = Text::new("en").others_word(record.head(), atlas()) {
            self.check(sentence.contains(&word), &word, sentence);
        }
    }

    #[track_caller]
    fn none(self) {
        let (count, faults) = (self.0.len(), &self.0[..self.0.len().min(30)]);
        assert!(count == 0, "{count} faults:\n{}", faults.join("\n"));
    }
}

/// Every lens of the atlas.
fn lenses() -> Vec<Lens> {
    let voices: BTreeSet<_> = atlas().claims.iter().flat_map(|c| &c.voices).collect();
    let parties = atlas().parties.iter().map(|p| Lens::Party(p.id.clone()));
    let voices = voices.into_iter().map(|v| Lens::Voice(v.clone()));
    [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(parties)
        .chain(voices)
        .collect()
}

fn days() -> impl Iterator<Item = (Situation, Vec<Change>)> {
    let days = TIMELINE.change_days();
    assert!(days.len() >= 45, "only {} days", days.len());
    days.iter().map(|day| {
        let changes = TIMELINE.changes(day_before(&TIMELINE, *day), *day);
        (TIMELINE.situation_on(*day), changes)
    })
}

#[test]
fn what_changed_keeps_the_certainty_of_its_record() {
    let text = Text::new("en");
    let (mut faults, mut seen) = (Faults::default(), 0);
    for (_, changes) in days() {
        for change in &changes {
            let sentences = [
                text.change(change, atlas()),
                text.change_of_areas(change, &[], std::slice::from_ref(&change.area), atlas()),
            ];
            let Some(after) = &change.after else { continue };
            let same = change.before.as_ref().filter(|b| b.stance == after.stance);
            for sentence in &sentences {
                faults.answer(sentence, after.certainty, after.record.as_str());
                let told = sentence.to_lowercase();
                let of_certainty = match (same, after.certainty) {
                    (Some(_), Truth::Certain) => ["now certain: ", "now in its own words: "]
                        .into_iter()
                        .any(|begin| told.starts_with(begin)),
                    (Some(_), _) => told.starts_with("no longer certain: "),
                    (None, _) => !told.contains("certain"),
                };
                faults.check(of_certainty, "a change of certainty alone", sentence);
            }
            let full = text.change_in_full(change, atlas());
            let (before, after_said) = full.split_once(" → ").expect("two answers");
            faults.answer(after_said, after.certainty, after.record.as_str());
            if let Some(answer) = &change.before {
                faults.answer(before, answer.certainty, answer.record.as_str());
            }
            seen += 1;
        }
        let areas: usize = text
            .changes(&changes, atlas())
            .iter()
            .map(|(_, a)| a.len())
            .sum();
        let all: BTreeSet<String> = (changes.iter())
            .map(|c| format!("{}{}", c.area, text.change(c, atlas())))
            .collect();
        assert_eq!(
            areas,
            all.len(),
            "an area is told once in each of its sentences"
        );
    }
    assert!(seen > 100, "only {seen} changes");
    faults.none();
}

#[test]
fn sentences_of_fills_keep_their_certainty() {
    let text = Text::new("en");
    let lenses = lenses();
    let (mut faults, mut seen) = (Faults::default(), 0);
    for (situation, _) in days() {
        for lens in &lenses {
            for state in situation.districts() {
                let fill = state.fill(lens);
                if fill.kind == FillKind::Unknown {
                    continue;
                }
                seen += 1;
                let possible = fill.certainty == Some(Truth::Possible);
                let sentence = text.fill_sentence(&fill, &[state.id().as_str()], lens, atlas());
                let legend = text.fill(&fill, lens, atlas());
                for said in [&sentence, &legend] {
                    faults.check(said.contains("possibly") == possible, "certainty", said);
                }
                let told = sentence.contains("known only from others’ reports");
                faults.check(told == fill.hearsay, "hearsay", &sentence);
            }
        }
    }
    assert!(seen > 5000, "only {seen} fills");
    faults.none();
}

/// The certainty with which each record counts on a day; those that count in two ways are left out.
fn certainties(situation: &Situation) -> BTreeMap<String, Truth> {
    let mut all: Vec<(String, Truth)> = Vec::new();
    for state in situation.districts() {
        for s in state.stances() {
            all.push((atlas().claims[s.claim].head.id.to_string(), s.certainty));
        }
        for h in state.holdings() {
            all.push((atlas().control[h.control].head.id.to_string(), h.certainty));
        }
    }
    for (_, holders) in &situation.places {
        for h in holders {
            all.push((atlas().control[h.control].head.id.to_string(), h.certainty));
        }
    }
    for r in &situation.units {
        let fix = &atlas().units[r.unit].fixes[r.fix];
        all.push((fix.head.id.to_string(), r.certainty));
    }
    for d in &situation.messages {
        all.push((atlas().messages[d.index].head.id.to_string(), d.certainty));
    }
    for d in &situation.events {
        all.push((atlas().events[d.index].head.id.to_string(), d.certainty));
    }
    let mut once: BTreeMap<String, Truth> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for (id, truth) in all {
        if once.insert(id.clone(), truth).is_some_and(|t| t != truth) {
            twice.insert(id);
        }
    }
    once.retain(|id, _| !twice.contains(id));
    once
}

#[test]
fn pages_of_a_day_keep_certainty_and_teller() {
    let text = Text::new("en");
    let (mut faults, mut seen) = (Faults::default(), 0);
    let capitals = atlas().manifest.capitals.iter().cloned().map(Lens::Party);
    let lenses: Vec<Lens> = [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(capitals)
        .collect();
    for (situation, _) in days() {
        let known = certainties(&situation);
        for lens in &lenses {
            let page = text.day_page(&TIMELINE, &situation, lens);
            // Only what is wanted differs between lenses in the text alternative.
            let words = if *lens == Lens::Claims {
                text.narrative(atlas(), &situation, lens)
            } else {
                Vec::new()
            };
            let undated = text.get("day-undated");
            let dated = page.iter().filter(|p| p.heading != undated).chain(&words);
            for (sentence, id) in dated.flat_map(|p| &p.sentences) {
                let Some(id) = id else { continue };
                let Some(certainty) = known.get(id) else {
                    continue;
                };
                // The words of an event may say "possibly" of something else.
                if *certainty == Truth::Possible {
                    let possibly = sentence.to_lowercase().contains("possibly");
                    faults.check(possibly, "certainty", sentence);
                }
                faults.word(sentence, id);
                seen += 1;
            }
        }
    }
    assert!(seen > 5000, "only {seen} sentences");
    faults.none();
}

#[test]
fn the_answers_of_a_card_keep_certainty_and_teller() {
    let text = Text::new("en");
    let mut faults = Faults::default();
    for (situation, _) in days() {
        for state in situation.districts() {
            for s in state.stances() {
                let claim = atlas().claims[s.claim].head.id.as_str();
                faults.answer(&text.stance_in_force(s, atlas()), s.certainty, claim);
            }
        }
    }
    faults.none();
}

#[test]
fn headlines_of_what_is_told_by_another_say_so() {
    let text = Text::new("en");
    let mut faults = Faults::default();
    for (situation, _) in days() {
        for lens in &lenses() {
            let Some(found) = text.finding(&TIMELINE, &situation, lens) else {
                continue;
            };
            let record = atlas().record(found.record.as_str()).expect("a record");
            if record.head().told_by.is_some() {
                let said = found.sentence.to_lowercase();
                faults.check(said.contains("reported"), "hearsay", &found.sentence);
            }
        }
    }
    faults.none();
}

#[test]
fn every_record_with_a_day_is_told_on_one() {
    let text = Text::new("en");
    let days = text.record_days(&TIMELINE, &Lens::Claims);
    let told: Vec<_> = (days.iter())
        .flat_map(|day| text.day_records(&TIMELINE, *day, &Lens::Claims))
        .collect();
    let ids: Vec<&str> = (told.iter().flat_map(|r| &r.ids))
        .map(|id| id.as_str())
        .collect();
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), once.len(), "a record is told once");
    let span = atlas().manifest.span;
    for record in atlas().records() {
        let head = record.head();
        if head
            .dating
            .exact_day()
            .is_some_and(|day| span.contains(day))
        {
            assert!(once.contains(head.id.as_str()), "{} is not told", head.id);
        }
    }
    // Dated to a few days: the rising in Ganja.
    let spans = told.iter().filter(|r| r.certainty == Truth::Possible);
    let mut faults = Faults::default();
    for record in spans {
        for said in [&record.title, &record.sentence] {
            faults.check(said.to_lowercase().contains("possibly"), "certainty", said);
        }
    }
    for record in &told {
        faults.word(&record.sentence, record.ids[0].as_str());
        faults.check(!record.title.is_empty(), "no title", &record.sentence);
    }
    faults.none();
}

#[test]
fn a_day_of_three_records_tells_three() {
    let text = Text::new("en");
    let on = |day: &str| {
        let day = day.parse().expect("a day");
        text.day_records(&TIMELINE, day, &Lens::Claims)
    };
    let titles = |kind, records: &[araxes::text::DayRecord]| -> Vec<String> {
        let of_kind = records.iter().filter(|r| r.kind == kind);
        of_kind.map(|r| r.title.clone()).collect()
    };
    let shahtakhti = on("1920-07-24");
    assert!(titles(RecordKind::Events, &shahtakhti).contains(&"Shahtakhti taken".to_owned()));
    let april = titles(RecordKind::Events, &on("1920-04-28"));
    assert_eq!(april, ["Azerbaijan becomes Soviet"]);
    let messages = titles(RecordKind::Messages, &on("1920-06-29"));
    assert_eq!(messages.len(), 2, "{messages:?}");
    let dahna = titles(RecordKind::Events, &on("1920-07-14"));
    assert!(dahna.iter().any(|t| t == "Dahna gorge taken"), "{dahna:?}");
}

#[test]
fn it_and_them_are_right_in_number() {
    let text = Text::new("en");
    for (_, changes) in days() {
        for (sentence, areas) in text.changes(&changes, atlas()) {
            // The words are the party's own, not the areas'.
            let sentence = sentence.replace("in its own words", "");
            let words: Vec<&str> = sentence
                .split(|c: char| !c.is_alphabetic())
                .filter(|w| !w.is_empty())
                .collect();
            let (one, many) = if areas.len() == 1 {
                ("them", "their")
            } else {
                ("it", "its")
            };
            let troops = sentence.contains("own troops");
            let wrong = words.contains(&one) || (words.contains(&many) && !troops);
            assert!(!wrong, "{areas:?}: {sentence}");
        }
    }
    let fill = TIMELINE.situation_on("1920-05-17".parse().expect("a day"));
    let fill = fill.district("sharur").expect("a district");
    let yerevan = Lens::Party(PartyId::from("yerevan"));
    let one = text.fill_sentence(&fill.fill(&yerevan), &["sharur"], &yerevan, atlas());
    let two = text.fill_sentence(
        &fill.fill(&yerevan),
        &["sharur", "goris"],
        &yerevan,
        atlas(),
    );
    assert!(!one.contains("them"), "{one}");
    assert!(!two.contains(" it"), "{two}");
}

#[test]
fn a_room_never_reads_of_notes() {
    let text = Text::new("en");
    for record in atlas().records() {
        let cites = &record.head().cites;
        let said = text.citation_for_room(cites, atlas());
        assert!(!said.contains("note") && !said.contains("n. "), "{said}");
        assert!(
            said.contains("2019") || !matches!(record, RecordView::Event(_)),
            "{said}"
        );
    }
}

#[test]
fn the_end_of_the_record_is_that_of_the_atlas() {
    let text = Text::new("en");
    let (headline, caption) = text.where_record_ends(atlas());
    assert_eq!(headline, "The record stops here");
    assert!(
        caption.starts_with("This atlas covers 27 April 1920 to 10 August 1920"),
        "{caption}"
    );
    let folder = files::read_folder("docs/example-atlas".as_ref()).expect("the folder");
    let example = load(&folder).atlas.expect("no faults");
    let (_, caption) = text.where_record_ends(&example);
    assert_eq!(
        caption,
        "This atlas covers 1 March 1871 to 31 May 1871. What came after is not in it."
    );
}
