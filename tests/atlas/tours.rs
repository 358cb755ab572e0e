//! The words of the built-in tours and of the scenes of the kiosk, held to the records that each step
//! names: days, numbers, people, tellers and readings. `kiosk_words` adds what plain words must be. What no rule can hold is whether the sense of a sentence is the record's.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

use araxes::load::{Severity, files, load};
use araxes::model::{
    Atlas, Basis, DistrictId, PersonKind, RecordHead, StepKind, StepLayer, Tour, TourStep,
};
use araxes::timeline::{FillKind, KnownDay, Lens, Timeline};
use chrono::{Datelike as _, Days, NaiveDate};
use regex::Regex;
use serde_json::Value;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words of one side, which only a quotation may hold.
pub(crate) const QUOTED_ONLY: &str = r"\b(the Armenians|Turks|Tatars?|Bolsheviks?|genocide|massacre|liberated?|freed|invaded|invasion|aggression|Kemalists|counter-revolutionary|separatist|South Azerbaijan|occupied|occupation of Azerbaijan)\b";
/// Words that the room cannot know, or that are another spelling.
const NOT_AT_ALL: &str =
    r"\b(uezd|the Centre|the Bureau|okrug|rayon|Dashnak government|reoccupied|Eriwan|Erivan)\b";
/// Words that say that no day is known.
const NO_DAY: &str = r"(?i)undated|no day|without a day|no date|not given|not told|not dated|judgement|conclu|his view|memoir|in summer|before|until|not later|never";
/// Words that say how the day of a record stands to that of the step.
const RELATION: &str = r"(?i)earlier|later|before|after|since|then|until|already|possibly|today|when|overthrown|by |\bha[sd]\b|\bhave been";
/// Words of a text that say whose reading it tells.
const READING: &str = r"author|atlas|article|brackets|names six";

pub(crate) static WORLD: LazyLock<World> = LazyLock::new(World::new);

pub(crate) struct World {
    pub(crate) atlas: Arc<Atlas>,
    pub(crate) timeline: Timeline,
    /// Each record, force, person, term and area as its file has it, by id.
    pub(crate) written: BTreeMap<String, String>,
}

impl World {
    fn new() -> Self {
        let files = files::builtin();
        let atlas = Arc::new(load(&files).atlas.expect("no faults"));
        let mut written = BTreeMap::new();
        for (name, bytes) in &files {
            let is_told = ["base/", "tours/", "scenes/", "kiosk.json"]
                .iter()
                .any(|start| name.starts_with(start));
            if name.ends_with("json") && !is_told {
                let value = serde_json::from_slice(bytes).expect("JSON");
                collect(&value, &mut written);
            }
        }
        // A report of a force also says what its force is called.
        for unit in &atlas.units {
            for fix in &unit.fixes {
                let text = written.get_mut(fix.head.id.as_str()).expect("a report");
                text.push_str(unit.names.text("en"));
            }
        }
        Self {
            timeline: Timeline::new(Arc::clone(&atlas)),
            atlas,
            written,
        }
    }

    pub(crate) fn head(&self, id: &str) -> Option<&RecordHead> {
        self.atlas.record(id).map(|r| r.head())
    }

    /// The tours and the scenes.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Arc<Tour>> {
        self.atlas.tours.iter().chain(&self.atlas.scenes)
    }
}

fn collect(value: &Value, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| collect(v, out)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                out.insert(id.to_owned(), value.to_string());
            }
            fields.values().for_each(|v| collect(v, out));
        }
        _ => {}
    }
}

/// The days that a record may be of.
#[derive(Debug, Clone, Copy)]
struct Reach {
    first: NaiveDate,
    last: NaiveDate,
    /// Whether both ends are known, or those of the beginning of a state.
    bounded: bool,
    /// Whether it is a state that began on a known day.
    state: bool,
}

fn reach(head: &RecordHead) -> Reach {
    let (min, max) = (NaiveDate::MIN, NaiveDate::MAX);
    let period = head
        .dating
        .when
        .as_ref()
        .map(|w| w.extent())
        .filter(|e| e.period);
    let Some(e) = period else {
        let day = WORLD.timeline.known_day(&head.id);
        return Reach {
            first: day.first().unwrap_or(min),
            last: day.last().unwrap_or(max),
            bounded: matches!(day, KnownDay::On(_) | KnownDay::Between(..)),
            state: false,
        };
    };
    if let Some((a, b)) = e.begins_latest.zip(e.ends_earliest).filter(|_| e.as_of) {
        return Reach {
            first: a.min(b),
            last: a.max(b),
            bounded: true,
            state: false,
        };
    }
    let begun_once = e.begins_earliest == e.begins_latest;
    match (e.begins_earliest, e.begins_latest, e.ends_latest) {
        // Begun on a day of a known span, with no end on record.
        (Some(a), Some(b), None) if !begun_once => Reach {
            first: a,
            last: b,
            bounded: true,
            state: false,
        },
        (Some(a), Some(_), end) => Reach {
            first: a,
            last: end.unwrap_or(max),
            bounded: begun_once,
            state: begun_once,
        },
        // Ended on a known day.
        (None, None, Some(end)) => Reach {
            first: e.ends_earliest.unwrap_or(end),
            last: end,
            bounded: true,
            state: false,
        },
        (a, _, end) => Reach {
            first: a.unwrap_or(min),
            last: end.unwrap_or(max),
            bounded: false,
            state: false,
        },
    }
}

/// What is wrong with a tour.
struct Reader<'a> {
    tour: &'a Tour,
    step: &'a TourStep,
    first: NaiveDate,
    last: NaiveDate,
    /// Key and text of everything that the step says.
    texts: Vec<(String, &'a str)>,
    everything: String,
    faults: &'a mut Vec<String>,
}

fn faults(tour: &Tour) -> Vec<String> {
    let mut faults = Vec::new();
    for step in &tour.steps {
        let mut texts: Vec<(String, &str)> = [
            ("headline", &step.headline),
            ("caption", &step.caption),
            ("plain", &step.plain),
            ("notes", &step.notes),
            ("ask", &step.ask),
            ("reveal", &step.reveal),
        ]
        .into_iter()
        .filter_map(|(key, words)| Some((key.to_owned(), words.exact("en")?)))
        .collect();
        for (i, callout) in step.callouts.iter().enumerate() {
            let text = callout.text.exact("en").expect("English");
            texts.push((format!("callout {}", i + 1), text));
        }
        let all: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
        let mut reader = Reader {
            tour,
            step,
            first: step.range.map_or(step.date, |r| r.first),
            last: step.range.map_or(step.date, |r| r.last),
            everything: all.join(" "),
            texts,
            faults: &mut faults,
        };
        reader.neutral();
        reader.days_of_records();
        reader.days_of_words();
        reader.numbers();
        reader.people();
        reader.tellers();
    }
    faults
}

/// A text without what stands between curly quotation marks.
pub(crate) fn outside_quotes(text: &str) -> String {
    let quoted = regex("“[^”]*”");
    quoted.replace_all(text, "“”").into_owned()
}

fn month(name: &str) -> u32 {
    let at = MONTHS.iter().position(|m| *m == name).expect("a month");
    u32::try_from(at).expect("small") + 1
}

fn day(year: &str, month: u32, day: &str) -> Option<NaiveDate> {
    let year = if year.is_empty() { "1920" } else { year };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)
}

/// The days that a text names, each as written.
fn days_in(text: &str) -> Vec<(NaiveDate, String)> {
    let pattern = format!(
        r"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: (?:and|to|or) (\d{{1,2}}))? ({})(?: (\d{{4}}))?",
        MONTHS.join("|")
    );
    let pattern = regex(&pattern);
    let mut out = Vec::new();
    for found in pattern.captures_iter(text) {
        let of = |i| found.get(i).map_or("", |m| m.as_str());
        for number in [of(1), of(2)] {
            if let Some(day) = day(of(4), month(of(3)), number) {
                out.push((day, of(0).to_owned()));
            }
        }
    }
    out
}

/// The span that the words of `other_days` name; `None` where they name no day and no month.
fn span_in(words: &str) -> Option<(NaiveDate, NaiveDate)> {
    let days = days_in(words);
    let named = days.iter().map(|(day, _)| *day);
    let mut span = match named.clone().min().zip(named.max()) {
        Some(span) => span,
        None => {
            let pattern = format!(r"\b({})(?: (\d{{4}}))?", MONTHS.join("|"));
            let found = regex(&pattern).captures(words)?;
            let of = |i| found.get(i).map_or("", |m| m.as_str());
            let first = day(of(2), month(of(1)), "1")?;
            (first, first + chrono::Months::new(1) - Days::new(1))
        }
    };
    let says = |pattern: &str| regex(pattern).is_match(words);
    if says(r"\b([Uu]ntil|[Bb]efore|[Bb]y) \d") {
        span.0 = NaiveDate::MIN;
    }
    if says(r"\b([Ss]ince|[Aa]fter) \d") {
        span.1 = NaiveDate::MAX;
    }
    Some(span)
}

/// A pattern, which is made once.
pub(crate) fn regex(pattern: &str) -> Regex {
    static MADE: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().expect("no test panics while it holds it");
    let new = || Regex::new(pattern).expect("a pattern");
    made.entry(pattern.to_owned()).or_insert_with(new).clone()
}

pub(crate) fn has(pattern: &str, text: &str) -> bool {
    regex(pattern).is_match(text)
}

/// The word by which a person is called in a sentence.
pub(crate) fn surname(name: &str) -> String {
    let name = regex(r"\(.*?\)").replace_all(name, "");
    let name = name.trim();
    let title = |t: &str| name.strip_suffix(t).map(str::to_owned);
    let name = title(" Pasha")
        .or_else(|| title(" Bey"))
        .unwrap_or_else(|| name.to_owned());
    name.split_whitespace()
        .last()
        .unwrap_or_default()
        .to_owned()
}

impl Reader<'_> {
    fn bad(&mut self, what: impl std::fmt::Display) {
        let (tour, step) = (&self.tour.id, &self.step.id);
        self.faults.push(format!("{tour}: {step}: {what}"));
    }

    /// No word takes a side outside quotation marks, and the marks are curly and closed.
    fn neutral(&mut self) {
        for (key, text) in self.texts.clone() {
            let own = outside_quotes(text);
            for pattern in [QUOTED_ONLY, NOT_AT_ALL] {
                if let Some(found) = regex(pattern).find(&own) {
                    self.bad(format!(
                        "{key}: “{}” takes a side, or cannot be known",
                        found.as_str()
                    ));
                }
            }
            if text.contains(['"', '\'', '`'])
                || text.matches('“').count() != text.matches('”').count()
            {
                self.bad(format!("{key}: quotation marks"));
            }
            if has(r"  | [,.;:]", text) {
                self.bad(format!("{key}: a stray space"));
            }
        }
        // Only a speaker asks a room.
        if self.step.notes.is_empty() {
            return;
        }
        let asks = has(r"[Aa]sk the room|Ask:|question", self.step.notes.text("en"));
        if !asks && self.step.ask.is_empty() {
            self.bad("no question for the room");
        }
    }

    /// A record that is not of the step's days says when it was, and the words say no other day.
    fn days_of_records(&mut self) {
        let (a, b) = (self.first, self.last);
        for id in &self.step.records {
            let Some(head) = WORLD.head(id.as_str()) else {
                continue;
            };
            let reach = reach(head);
            let inside = reach.bounded && !reach.state && reach.first >= a && reach.last <= b;
            let begins = reach.state && (reach.first == b || (a..=b).contains(&reach.first));
            let inside = inside || (reach.state && reach.first >= a && reach.last <= b);
            match self.step.other_days.get(id.as_str()) {
                None if inside || begins => {}
                None => self.bad(format!("{id} is of another day: name it in other_days")),
                Some(_) if inside => self.bad(format!("{id} is of this day, not of another")),
                Some(words) => match span_in(words) {
                    Some((first, last)) if last < reach.first || reach.last < first => {
                        self.bad(format!("“{words}” is no day of {id}"));
                    }
                    None if !has(NO_DAY, words) && !has(RELATION, words) => {
                        self.bad(format!(
                            "“{words}” says neither a day nor that none is known"
                        ));
                    }
                    _ => {}
                },
            }
        }
    }

    fn written(&self) -> String {
        let records = self.step.records.iter();
        let texts = records.filter_map(|r| WORLD.written.get(r.as_str()));
        texts.map(String::as_str).collect()
    }

    /// Every day in the words is the step's, or that of a record, or stands in one.
    fn days_of_words(&mut self) {
        let written = self.written();
        let heads: Vec<Reach> = (self.step.records.iter())
            .filter_map(|r| WORLD.head(r.as_str()).map(reach))
            .collect();
        for (day, said) in days_in(&self.everything.clone()) {
            let of_record = heads.iter().any(|r| day == r.first || day == r.last);
            let name = MONTHS[day.month0() as usize];
            let spelt = [
                format!(r"\b{} {name}\b", day.day()),
                format!(r"(^|[^\d]){}(st|nd|rd|th|-[a-zü]+)\b", day.day()),
            ];
            let is_written = spelt.iter().any(|pattern| has(pattern, &written));
            if !(self.first..=self.last).contains(&day) && !of_record && !is_written {
                self.bad(format!("the day “{said}” is in no record of the step"));
            }
        }
    }

    /// Every number of two digits or more stands in a record.
    fn numbers(&mut self) {
        let written = self.written();
        let months = MONTHS.join("|");
        let everything = self.everything.clone();
        let number = regex(r"\d[\d,]*\d");
        for found in number.find_iter(&everything) {
            let (said, bare) = (found.as_str(), found.as_str().replace(',', ""));
            let day = format!(
                r"\b{said}(?:th|st|nd|rd)? (?:{months})|and {said} |to {said} (?:{months})|from {said} "
            );
            if !has(&day, &everything) && !written.contains(said) && !written.contains(&bare) {
                self.bad(format!("the number {said} is in no record of the step"));
            }
        }
    }

    /// Everybody who is named is in the records, or sends, receives, speaks or leads in one.
    fn people(&mut self) {
        let written = self.written();
        let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for person in &WORLD.atlas.people {
            let name = person.names.text("en");
            if person.kind == PersonKind::Person && !name.contains("not named") {
                named
                    .entry(surname(name))
                    .or_default()
                    .push(person.id.as_str());
            }
        }
        let everything = self.everything.clone();
        for (name, ids) in named {
            let is_said = has(&format!(r"\b{}\b", regex::escape(&name)), &everything);
            let is_near = ids.iter().any(|id| {
                let quoted = format!("\"{id}\"");
                self.step.records.iter().any(|r| r.as_str() == *id) || written.contains(&quoted)
            });
            if is_said && !is_near {
                self.bad(format!(
                    "{name} is named and stands in no record of the step"
                ));
            }
        }
    }

    /// What another tells, and what somebody reads out of a document, is told as such.
    fn tellers(&mut self) {
        for id in &self.step.records {
            let Some(head) = WORLD.head(id.as_str()) else {
                continue;
            };
            let teller = head
                .told_by
                .as_ref()
                .and_then(|t| WORLD.atlas.person(t.as_str()));
            if let Some(teller) = teller.filter(|t| t.kind == PersonKind::Person) {
                let name = surname(teller.names.text("en"));
                let by_author =
                    teller.id.as_str() == "ismayilov" && has("author|article", &self.everything);
                let by_memoir = self.everything.contains("memoir");
                if !self.everything.contains(&name) && !by_author && !by_memoir {
                    self.bad(format!("{id} is told by {name}, who is not named"));
                }
            }
            let is_reading = matches!(head.basis, Basis::Gloss | Basis::Author);
            if is_reading && !has(READING, &self.everything) {
                self.bad(format!("{id} is a reading: say whose"));
            }
        }
    }
}

#[track_caller]
pub(crate) fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_built_in_tours_keep_every_rule_of_check() {
    let files = files::builtin();
    let about_languages = " texts have no `";
    let told = load(&files).findings;
    let of_tours = ["tours/", "scenes/", "kiosk.json"];
    let told = (told.iter()).filter(|f| of_tours.iter().any(|file| f.file.starts_with(file)));
    let told: Vec<String> = told
        .filter(|f| f.severity == Severity::Fault || !f.what.contains(about_languages))
        .map(ToString::to_string)
        .collect();
    none(&told);
    let ids: Vec<&str> = WORLD.atlas.tours.iter().map(|t| t.id.as_str()).collect();
    for id in ["eighty-days", "two-armies-meet", "whose-nakhchivan"] {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    for tour in &WORLD.atlas.tours {
        let most = if tour.id == "eighty-days" {
            16..=20
        } else {
            10..=14
        };
        assert!(most.contains(&tour.steps.len()), "{}", tour.id);
        for step in &tour.steps {
            assert!(!step.notes.is_empty(), "{}: {}", tour.id, step.id);
            assert!(step.dwell_s.is_some(), "{}: {}", tour.id, step.id);
        }
    }
}

#[test]
fn the_words_of_the_built_in_tours_are_those_of_their_records() {
    let all: Vec<String> = WORLD.told().flat_map(|t| faults(t)).collect();
    none(&all);
}

#[test]
fn a_step_can_be_read_in_its_time() {
    let mut slow = Vec::new();
    for tour in WORLD.told() {
        for step in &tour.steps {
            let callouts = step.callouts.iter().map(|c| &c.text);
            let shown = [&step.headline, &step.caption, &step.ask, &step.reveal];
            let words: usize = (shown.into_iter().chain(callouts))
                .map(|w| {
                    w.text("en")
                        .split_whitespace()
                        .filter(|w| w.contains(char::is_alphanumeric))
                        .count()
                })
                .sum();
            let least = (words as f64 / 2.5).ceil().max(4.0);
            if step.dwell_s.is_none_or(|s| s < least) {
                slow.push(format!("{}: {}: {words} words", tour.id, step.id));
            }
        }
    }
    none(&slow);
}

#[test]
fn the_room_reads_who_speaks_and_neither_a_city_for_a_side_nor_a_note() {
    let text = araxes::text::Text::new("en");
    let mut faults = Vec::new();
    for tour in WORLD.told() {
        for step in &tour.steps {
            let speaker = text.speaker(&WORLD.atlas, step);
            let tells_all = matches!(step.kind, StepKind::Opening | StepKind::Closing);
            assert_eq!(speaker.is_none(), tells_all, "{}", step.id);
            let Some(speaker) = speaker else { continue };
            for cite in &speaker.cites {
                if has(r"\bnote|\bn\. ", cite) {
                    faults.push(format!("{}: {cite}", step.id));
                }
            }
            let people = WORLD.atlas.people.iter();
            let people = people.filter(|p| p.kind == PersonKind::Person);
            for name in people.map(|p| p.names.text("en")) {
                for party in WORLD.atlas.parties.iter().map(|p| p.names.text("en")) {
                    let as_city = format!("{name}, {party}");
                    let said = speaker.who.iter().filter(|who| who.ends_with(&as_city));
                    faults.extend(said.cloned());
                }
            }
        }
    }
    none(&faults);
}

/// The leaf districts of what a step lights up.
fn leaves(district: &DistrictId) -> BTreeSet<DistrictId> {
    WORLD
        .atlas
        .leaves_of(district)
        .into_iter()
        .map(|(leaf, _)| leaf)
        .collect()
}

#[test]
fn what_lights_up_has_an_answer_through_the_lens_of_the_step() {
    let mut dark = Vec::new();
    for tour in WORLD.told() {
        for step in tour
            .steps
            .iter()
            .filter(|s| s.layers.contains(&StepLayer::Fills))
        {
            // In a comparison, that one of the two has no answer can be the point.
            let Some(name) = step.lens.as_ref().filter(|l| *l != "claims") else {
                continue;
            };
            let lens = Lens::named(name, &WORLD.atlas).expect("a lens");
            let situation = WORLD.timeline.situation_on(step.date);
            for leaf in step.lights_up.iter().flat_map(leaves) {
                let state = situation.district(leaf.as_str()).expect("a leaf");
                if state.fill(&lens).kind == FillKind::Unknown {
                    dark.push(format!("{}: {}: {leaf} through {name}", tour.id, step.id));
                }
            }
        }
    }
    none(&dark);
}

/// The tour with one step changed by hand.
fn with(tour: &str, step: &str, change: impl Fn(&mut TourStep)) -> Tour {
    let found = WORLD
        .atlas
        .tours
        .iter()
        .find(|t| t.id == tour)
        .expect("a tour");
    let mut tour = Tour::clone(found);
    let step = tour
        .steps
        .iter_mut()
        .find(|s| s.id == step)
        .expect("a step");
    change(step);
    tour
}

fn put(words: &mut araxes::model::Words, find: &str, put: &str) {
    let text = words.0.get_mut("en").expect("English");
    assert!(text.contains(find), "“{find}” is not in {text}");
    *text = text.replacen(find, put, 1);
}

#[test]
fn deliberate_errors_are_reported() {
    let in_eighty = |step: &str, change: &dyn Fn(&mut TourStep)| with("eighty-days", step, change);
    let cases: Vec<(&str, Tour)> = vec![
        (
            "the day “30 April” is in no record",
            in_eighty("republic-overthrown", &|s| {
                put(&mut s.caption, "27 April", "30 April");
            }),
        ),
        (
            "control-002 is of another day",
            in_eighty("republic-overthrown", &|s| s.other_days.clear()),
        ),
        (
            "is no day of control-002",
            in_eighty("republic-overthrown", &|s| {
                put(
                    &mut s.notes,
                    "at some time between 27 April and the end of May",
                    "in July",
                );
                s.other_days
                    .insert("control-002".to_owned(), "in July".to_owned());
            }),
        ),
        (
            "says neither a day nor that none is known",
            in_eighty("republic-overthrown", &|s| {
                s.other_days
                    .insert("control-002".to_owned(), "The taking of Baku".to_owned());
            }),
        ),
        (
            "event-003 is of this day",
            in_eighty("republic-overthrown", &|s| {
                s.other_days
                    .insert("event-003".to_owned(), "27 April".to_owned());
            }),
        ),
        (
            "the number 48 is in no record",
            in_eighty("two-telegrams", &|s| {
                put(&mut s.caption, "24 hours", "48 hours");
            }),
        ),
        (
            "Narimanov is named and stands in no record",
            in_eighty("two-telegrams", &|s| {
                put(&mut s.notes, "M. D. Huseynov", "N. Narimanov");
            }),
        ),
        (
            "“the Armenians” takes a side",
            in_eighty("two-telegrams", &|s| {
                put(&mut s.caption, "Armenian troops", "the Armenians");
            }),
        ),
        (
            "“occupied” takes a side",
            in_eighty("republic-overthrown", &|s| {
                put(&mut s.notes, "entered Azerbaijan", "occupied Azerbaijan");
            }),
        ),
        (
            "quotation marks",
            in_eighty("republic-overthrown", &|s| {
                put(&mut s.notes, "“occupation”", "“occupation");
            }),
        ),
        (
            "no question for the room",
            in_eighty("republic-overthrown", &|s| {
                put(&mut s.notes, "Ask the room: a road to where? ", "");
            }),
        ),
    ];
    for (told, tour) in cases {
        let faults = faults(&tour);
        assert!(
            faults.iter().any(|f| f.contains(told)),
            "not reported: {told}; {faults:?}"
        );
    }
    // Whoever tells of another is named: leaving out the teller is reported in each such step.
    let mut told = 0;
    for tour in &WORLD.atlas.tours {
        for step in &tour.steps {
            let tellers = step
                .records
                .iter()
                .filter_map(|r| WORLD.head(r.as_str())?.told_by.as_ref());
            for teller in tellers.collect::<BTreeSet<_>>() {
                let person = WORLD.atlas.person(teller.as_str()).expect("a person");
                if person.kind != PersonKind::Person {
                    continue;
                }
                let name = surname(person.names.text("en"));
                let silent = with(&tour.id, &step.id, |s| {
                    let callouts = s.callouts.iter_mut().map(|c| &mut c.text);
                    let own = [
                        &mut s.headline,
                        &mut s.caption,
                        &mut s.plain,
                        &mut s.notes,
                        &mut s.ask,
                        &mut s.reveal,
                    ];
                    for words in own.into_iter().chain(callouts) {
                        for text in words.0.values_mut() {
                            for said in [name.as_str(), "author", "article", "memoir"] {
                                *text = text.replace(said, "somebody");
                            }
                        }
                    }
                });
                let wanted = format!("is told by {name}, who is not named");
                let faults = faults(&silent);
                assert!(
                    faults.iter().any(|f| f.contains(&wanted)),
                    "{}: {name}",
                    step.id
                );
                told += 1;
            }
        }
    }
    assert!(told > 10, "only {told} tellers");
}
