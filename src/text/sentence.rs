//! Sentences about single records: what a voice wants, on whose word, when, and where a force was.
//! The command line, the inspector and the page of a day use the same ones.

use chrono::{Datelike as _, NaiveDate};

use super::Text;
use crate::model::{
    AreaId, Atlas, Basis, Claim, Contradiction, Correspondent, Dating, Event, Fix, FixKind,
    HeldExtent, Message, PartyId, PersonId, PlaceKind, RecordHead, Stance, StanceKind,
    without_full_stop, word,
};
use crate::time::{Edtf, Truth};
use crate::timeline::StanceInForce;

/// First and last possible day; `None` where there is no bound.
pub type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

impl Text {
    /// A stance as a sentence: "Moscow would give it to Yerevan".
    #[must_use]
    pub fn stance(&self, stance: &Stance, who: &str, atlas: &Atlas) -> String {
        self.stance_on_day(stance, Truth::Certain, who, atlas)
    }

    /// A stance that is certainly or only possibly in force, as a sentence: "Moscow possibly wants
    /// Red Army troops there".
    #[must_use]
    pub fn stance_on_day(
        &self,
        stance: &Stance,
        certainty: Truth,
        who: &str,
        atlas: &Atlas,
    ) -> String {
        self.stance_of(stance, certainty, who, "1", atlas)
    }

    /// A stance about so many areas, as a sentence: "Moscow would give them to Yerevan".
    pub(super) fn stance_of(
        &self,
        stance: &Stance,
        certainty: Truth,
        who: &str,
        count: &str,
        atlas: &Atlas,
    ) -> String {
        let name = |id: &Option<PartyId>| {
            id.as_ref()
                .map_or("", |p| atlas.name(p.as_str(), self.language()))
                .to_owned()
        };
        let by = name(&stance.by);
        let named = stance.by.as_ref().and_then(|p| atlas.party(p.as_str()));
        let named = named.filter(|p| !p.troops.is_empty());
        let key = match stance.kind {
            StanceKind::Claims => "claims-mine",
            StanceKind::Assigns => "assigns",
            StanceKind::Recognises => "recognises",
            StanceKind::Disputed => "disputed",
            StanceKind::Renounces if stance.to.is_some() => "renounces-to",
            StanceKind::Renounces => "renounces",
            StanceKind::Presses => "presses",
            StanceKind::Autonomy => "autonomy",
            StanceKind::Occupy if named.is_none() && by == who => "occupy-own",
            StanceKind::Occupy => "occupy",
            StanceKind::Evacuate => "evacuate",
            StanceKind::Declines => "declines",
            StanceKind::Opposes if stance.by.is_some() && by == who => "opposes-own",
            StanceKind::Opposes if stance.by.is_some() => "opposes",
            StanceKind::Opposes => "opposes-any",
        };
        let troops = match named {
            Some(party) => party.troops.text(self.language()).to_owned(),
            None => self.with("troops-of", &[("party", &by)]),
        };
        self.with(
            key,
            &[
                ("party", who),
                ("to", &name(&stance.to)),
                ("by", &by),
                ("of", &name(&stance.of)),
                ("troops", &troops),
                ("certainty", certainty_key(certainty)),
                ("count", count),
            ],
        )
    }

    /// A stance in force as a sentence, with the word on which it rests where that is not the
    /// speaker's own: "Moscow possibly would give it to Yerevan, as told by G. Chicherin".
    #[must_use]
    pub fn stance_in_force(&self, s: &StanceInForce, atlas: &Atlas) -> String {
        let speaker = s.party.as_ref().map_or(s.voice.as_str(), PartyId::as_str);
        let who = atlas.name(speaker, self.language());
        let said = self.stance_on_day(&s.stance, s.certainty, who, atlas);
        self.with_word(&said, &atlas.claims[s.claim].head.id, atlas)
    }

    /// On whose word a record is known where it is not its speaker's own or a narrative's: "as told
    /// by G. Chicherin", "inferred from what was done".
    #[must_use]
    pub fn others_word(&self, head: &RecordHead, atlas: &Atlas) -> Option<String> {
        let own = matches!(head.basis, Basis::Document | Basis::Narrative);
        (head.told_by.is_some() || !own).then(|| self.whose_word(head, atlas))
    }

    /// On whose word a record is known: "own words", "as told by G. Chicherin".
    #[must_use]
    pub fn whose_word(&self, head: &RecordHead, atlas: &Atlas) -> String {
        if let Some(teller) = &head.told_by {
            let who = atlas.name(teller.as_str(), self.language());
            return self.with("word-told-by", &[("who", who)]);
        }
        self.get(match head.basis {
            Basis::Document => "word-document",
            Basis::Narrative => "word-narrative",
            Basis::Gloss => "word-gloss",
            Basis::Inference => "word-inference",
            Basis::Author => "word-author",
        })
    }

    /// What is known of a claim beside its sentence: voices, whose word, the area that is named,
    /// when, the condition, page, note and id, as "G. Chicherin, own words, 3 July; p. 174, n. 20;
    /// claim-093".
    #[must_use]
    pub fn claim_source(
        &self,
        claim: &Claim,
        voices: &[&PersonId],
        when: &str,
        atlas: &Atlas,
    ) -> String {
        let names: Vec<String> = voices
            .iter()
            .map(|v| atlas.name(v.as_str(), self.language()).to_owned())
            .collect();
        let who = [
            self.join(&names),
            self.whose_word(&claim.head, atlas),
            when.to_owned(),
        ];
        let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
        let mut parts = vec![who.join(&self.get("list-comma"))];
        if !claim.condition.is_empty() {
            let condition = claim.condition.text(self.language());
            parts.push(self.with("said-if", &[("condition", without_full_stop(condition))]));
        }
        parts.push(self.pages(&claim.head.cites, atlas));
        parts.push(claim.head.id.to_string());
        parts.join(&self.get("list-semicolon"))
    }

    /// Words that a record quotes from its source, in quotation marks, in the reader's language where
    /// `phrases.json` has them in it.
    #[must_use]
    pub fn as_written(&self, words: &str, atlas: &Atlas) -> String {
        let said = atlas.phrases.said_in(words, self.language());
        self.with("quoted", &[("words", said)])
    }

    /// What a claim says of which area, without the day: "Goris: Moscow calls it disputed".
    #[must_use]
    pub fn claim_sentence(&self, claim: &Claim, atlas: &Atlas) -> String {
        let area = match (&claim.area, &claim.area_as_written) {
            (None, Some(words)) => self.as_written(words, atlas),
            (None, None) => self.get("area-not-named"),
            (Some(area), _) => atlas.name(area.as_str(), self.language()).to_owned(),
        };
        let area = area.as_str();
        let Some(stance) = claim.stance() else {
            let voices = self.voices(atlas, claim);
            return self.with("claim-listed", &[("voices", &voices), ("area", area)]);
        };
        let mut speakers: Vec<String> = Vec::new();
        for voice in &claim.voices {
            let party = atlas.person(voice.as_str()).and_then(|p| p.party.as_ref());
            let speaker = party.map_or(voice.as_str(), PartyId::as_str);
            let name = atlas.name(speaker, self.language()).to_owned();
            if !speakers.contains(&name) {
                speakers.push(name);
            }
        }
        let said = self.stance(&stance, &self.join(&speakers), atlas);
        self.with("claim-of-area", &[("area", area), ("sentence", &said)])
    }

    /// A message in a line: "telegram, G. Chicherin to G. Orjonikidze: …".
    #[must_use]
    pub fn message_sentence(&self, message: &Message, atlas: &Atlas) -> String {
        let (from, to) = (
            self.correspondents(&message.from, atlas),
            self.correspondents(&message.to, atlas),
        );
        let from = if from.is_empty() {
            self.get("sender-not-stated")
        } else {
            from
        };
        let written = message
            .addressee_as_written
            .as_ref()
            .filter(|_| to.is_empty());
        let to = written.map_or(to, |words| self.as_written(words, atlas));
        let key = if to.is_empty() {
            "message-sentence-to-nobody"
        } else {
            "message-sentence"
        };
        self.with(
            key,
            &[
                ("kind", &self.message_kind(message.kind)),
                ("from", &from),
                ("to", &to),
                ("gist", message.gist.text(self.language())),
            ],
        )
    }

    /// A message by its form and its ends: "telegram from G. Chicherin to G. Orjonikidze".
    #[must_use]
    pub fn message_ends(&self, message: &Message, atlas: &Atlas) -> String {
        let (from, to) = (
            self.correspondents(&message.from, atlas),
            self.correspondents(&message.to, atlas),
        );
        let kind = self.message_kind(message.kind);
        let written = message.addressee_as_written.as_ref();
        let to = match written.filter(|_| to.is_empty()) {
            Some(words) => self.as_written(words, atlas),
            None => to,
        };
        let is_talk = message.kind == crate::model::MessageKind::Talk;
        let key = match (from.is_empty(), to.is_empty()) {
            (false, false) if is_talk => "talk-between",
            (false, false) => "message-from-to",
            (false, true) => "message-from",
            (true, false) => "message-to",
            (true, true) => return kind,
        };
        let unstated = message.kind == crate::model::MessageKind::Unstated;
        let kind = if unstated { self.get("message") } else { kind };
        self.with(key, &[("kind", &kind), ("from", &from), ("to", &to)])
    }

    /// Names of senders or addressees as a list; empty where none is named.
    #[must_use]
    pub fn correspondents(&self, ends: &[Correspondent], atlas: &Atlas) -> String {
        let people = ends.iter().filter_map(|c| c.person.as_ref());
        let names: Vec<String> = people
            .map(|p| atlas.name(p.as_str(), self.language()).to_owned())
            .collect();
        self.join(&names)
    }

    /// An event in a line: its title and what happened.
    #[must_use]
    pub fn event_sentence(&self, event: &Event) -> String {
        let (title, gist) = (
            event.title.text(self.language()),
            event.gist.text(self.language()),
        );
        self.with("event-sentence", &[("title", title), ("gist", gist)])
    }

    /// A contradiction in a line, with the number of its tellings.
    #[must_use]
    pub fn contradiction(&self, c: &Contradiction) -> String {
        let values = [
            ("title", c.title.text(self.language())),
            ("count", &c.tellings.len().to_string()),
            ("id", c.id.as_str()),
        ];
        self.with("contradiction-line", &values)
    }

    /// A day without its year where that is the year of the atlas; one of several years says it.
    #[must_use]
    pub fn day_in(&self, day: NaiveDate, atlas: &Atlas) -> String {
        let span = atlas.manifest.span;
        if [day.year(), span.end.year()] == [span.start.year(); 2] {
            self.day_month(day)
        } else {
            self.date_in_full(day)
        }
    }

    /// What is known of a record's day: "16 July", "some time after 17 May", "as of 13 July".
    /// `bounds` are those that also follow from other records.
    #[must_use]
    pub fn day_known(&self, dating: &Dating, bounds: Bounds, atlas: &Atlas) -> String {
        if let Some(day) = dating.exact_day() {
            return self.day_in(day, atlas);
        }
        let day = |d: NaiveDate| self.day_in(d, atlas);
        let one = |key: &str, d: NaiveDate| self.with(key, &[("date", &day(d))]);
        if let Some(when) = dating.when.as_ref().filter(|w| w.extent().period) {
            let extent = when.extent();
            let (begun, ended) = (extent.begins_latest, extent.ends_earliest);
            return match (begun, ended) {
                (Some(begun), Some(ended)) if extent.as_of && begun == ended => {
                    one("known-as-of", begun)
                }
                (Some(begun), Some(ended)) if extent.as_of => {
                    let (from, to) = (begun.min(ended), begun.max(ended));
                    let month = month_between(from, to);
                    let said = match month {
                        Some(month) => self.when(Some(&month)),
                        None => self.with("from-to", &[("from", &day(from)), ("to", &day(to))]),
                    };
                    self.with("known-as-of", &[("date", &said)])
                }
                _ => match (extent.begins_earliest, extent.ends_latest) {
                    (Some(a), Some(b)) if begun == Some(a) && ended == Some(b) => {
                        self.days_between_words(a, b, atlas)
                    }
                    (Some(a), Some(b)) => {
                        self.with("known-between", &[("from", &day(a)), ("to", &day(b))])
                    }
                    (Some(a), None) if begun == Some(a) => one("since", a),
                    (Some(a), None) => match begun {
                        Some(b) => {
                            self.with("begun-between", &[("from", &day(a)), ("to", &day(b))])
                        }
                        None => one("known-after", a),
                    },
                    (None, Some(b)) => one("until", b),
                    (None, None) => self.get("undated"),
                },
            };
        }
        match bounds {
            (Some(a), Some(b)) if a == b => day(a),
            (Some(a), Some(b)) => {
                let extent = dating.when.as_ref().map(|w| (w, w.extent()));
                match extent {
                    // A month or a year that no other record narrows is called by its name.
                    Some((when, e))
                        if !when.as_str().starts_with('[')
                            && (e.begins_earliest, e.ends_latest) == (Some(a), Some(b)) =>
                    {
                        self.when(Some(when))
                    }
                    _ => self.with("known-between", &[("from", &day(a)), ("to", &day(b))]),
                }
            }
            (Some(a), None) => one("known-after", a),
            (None, Some(b)) => one("known-before", b),
            (None, None) => self.get("undated"),
        }
    }

    fn days_between_words(&self, from: NaiveDate, to: NaiveDate, atlas: &Atlas) -> String {
        let (from, to) = (self.day_in(from, atlas), self.day_in(to, atlas));
        self.with("known-from-to", &[("from", &from), ("to", &to)])
    }

    /// Who held an area: "possibly held in part by Yerevan".
    pub(super) fn held(&self, who: &str, certainty: Truth, extent: HeldExtent) -> String {
        let extent = match extent {
            HeldExtent::Part => "part",
            HeldExtent::Whole => "whole",
        };
        let values = [
            ("who", who),
            ("certainty", certainty_key(certainty)),
            ("extent", extent),
        ];
        self.with("held-by-whom", &values)
    }

    /// Where a report has its force, in words: "left Shahtakhti for Iran", "crossed into Iran",
    /// "ordered to Ganja", "in Goris".
    #[must_use]
    pub fn whereabouts(&self, fix: &Fix, atlas: &Atlas) -> String {
        let name = |area: &AreaId| atlas.name(area.as_str(), self.language()).to_owned();
        let kind = word(fix.kind);
        if fix.kind == FixKind::Leaves {
            return match (&fix.at, &fix.to) {
                (Some(at), Some(to)) => self.with(
                    "report-leaves-for",
                    &[("place", &name(at)), ("to", &name(to))],
                ),
                (Some(at), None) => self.with("report-leaves", &[("place", &name(at))]),
                (None, Some(to)) => self.with("report-left-for", &[("to", &name(to))]),
                (None, None) => self.get("report-left"),
            };
        }
        let Some(at) = &fix.at else {
            return match fix.kind {
                FixKind::Stands => self.get("report-unplaced"),
                _ => self.get(&format!("report-{kind}-unplaced")),
            };
        };
        let crosses = fix.kind == FixKind::Arrives
            && atlas
                .place(at.as_str())
                .is_some_and(|p| p.kind == PlaceKind::Country);
        let kind = if crosses { "crosses" } else { kind };
        let spot = self.spot(at.as_str(), atlas);
        match (&fix.from, fix.kind) {
            (_, FixKind::Stands) => spot,
            (_, FixKind::Expected | FixKind::Potential) => {
                self.with(&format!("report-{kind}"), &[("spot", &spot)])
            }
            (Some(from), _) => self.with(
                &format!("report-{kind}-from"),
                &[("place", &name(at)), ("from", &name(from))],
            ),
            (None, _) => self.with(&format!("report-{kind}"), &[("place", &name(at))]),
        }
    }

    /// A place with its preposition: "in Goris", "at the Dahna gorge".
    pub(super) fn spot(&self, id: &str, atlas: &Atlas) -> String {
        let kind = match atlas.place(id).map(|p| p.kind) {
            Some(
                PlaceKind::Station
                | PlaceKind::Pass
                | PlaceKind::Bridge
                | PlaceKind::Peak
                | PlaceKind::Monastery
                | PlaceKind::Village,
            ) => "at",
            Some(PlaceKind::River | PlaceKind::Railway | PlaceKind::Line | PlaceKind::Front) => {
                "on"
            }
            _ => "in",
        };
        let place = atlas.name(id, self.language());
        self.with("place-spot", &[("where", kind), ("place", place)])
    }

    /// Reported numbers with those who counted, where these are not the tellers of the report.
    #[must_use]
    pub fn strengths_told(&self, fix: &Fix, atlas: &Atlas) -> String {
        let mut counts: Vec<(Option<&PersonId>, String)> = Vec::new();
        for strength in &fix.strength {
            let teller = strength.told_by.as_ref();
            let said = self.strengths(std::slice::from_ref(strength));
            match counts.last_mut() {
                Some((last, all)) if *last == teller => {
                    *all = [all.as_str(), &said].join(&self.get("list-comma"));
                }
                _ => counts.push((teller, said)),
            }
        }
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(_, said)| !said.is_empty())
            .map(
                |(teller, said)| match teller.filter(|t| fix.head.told_by.as_ref() != Some(*t)) {
                    Some(who) => {
                        let who = atlas.name(who.as_str(), self.language());
                        self.with("strength-told", &[("strength", &said), ("who", who)])
                    }
                    None => said,
                },
            )
            .collect();
        counts.join(&self.get("list-semicolon"))
    }
}

/// The month of which two days are the first and the last; `None` where they are of none.
fn month_between(from: NaiveDate, to: NaiveDate) -> Option<Edtf> {
    let is_month = from.day() == 1
        && (from.year(), from.month()) == (to.year(), to.month())
        && to.succ_opt().is_some_and(|next| next.day() == 1);
    let text = from.format("%Y-%m").to_string();
    is_month.then(|| Edtf::parse(&text).ok()).flatten()
}

/// The word by which a message chooses between "possibly" and nothing; only possible is said.
pub(super) fn certainty_key(truth: Truth) -> &'static str {
    if truth == Truth::Possible {
        "possible"
    } else {
        "certain"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(json: &str) -> Fix {
        let rest = r#""id": "f", "basis": "narrative""#;
        let mut fix: Fix = serde_json::from_str(&format!("{{{rest}, {json}}}")).expect("a report");
        let areas = [&mut fix.at, &mut fix.from, &mut fix.to];
        for area in areas.into_iter().flatten() {
            *area = AreaId::Place(area.as_str().into());
        }
        fix
    }

    #[test]
    fn a_report_says_where_its_force_was_and_never_leaves_where_it_goes() {
        let (text, atlas) = (Text::new("en"), crate::load::fixtures::builtin());
        for (json, said) in [
            (
                r#""kind": "leaves", "at": "shahtakhti", "to": "iran""#,
                "left Shahtakhti for Iran",
            ),
            (r#""kind": "leaves", "to": "iran""#, "left for Iran"),
            (r#""kind": "leaves", "at": "shahtakhti""#, "left Shahtakhti"),
            (r#""kind": "arrives", "at": "iran""#, "crossed into Iran"),
            (
                r#""kind": "arrives", "at": "iran", "from": "shahtakhti""#,
                "crossed from Shahtakhti into Iran",
            ),
            (r#""kind": "arrives", "at": "goris-town""#, "came to Goris"),
            (r#""kind": "stands", "at": "goris-town""#, "in Goris"),
            (r#""kind": "stands""#, "place not stated"),
            (r#""kind": "ordered", "at": "ganja""#, "ordered to Ganja"),
            (
                r#""kind": "bound-for", "at": "goris-town", "from": "ganja""#,
                "on the way from Ganja to Goris",
            ),
            (
                r#""kind": "expected", "at": "goris-town""#,
                "expected in Goris",
            ),
            (
                r#""kind": "potential", "at": "goris-town""#,
                "could be raised in Goris",
            ),
        ] {
            assert_eq!(text.whereabouts(&report(json), &atlas), said, "{json}");
        }
    }

    #[test]
    fn a_day_is_said_no_more_exactly_than_the_bounds_allow() {
        let (text, atlas) = (Text::new("en"), crate::load::fixtures::builtin());
        let day = |d: &str| Some(d.parse::<NaiveDate>().expect("a day"));
        let said = |when: Option<&str>, bounds: Bounds| {
            let when = when.map(|w| crate::time::Edtf::parse(w).expect("EDTF"));
            let dating = Dating {
                when,
                ..Dating::default()
            };
            text.day_known(&dating, bounds, &atlas)
        };
        let none = (None, None);
        assert_eq!(said(Some("1920-07-16"), none), "16 July");
        assert_eq!(said(None, none), "undated");
        assert_eq!(
            said(None, (day("1920-05-17"), None)),
            "some time after 17 May"
        );
        assert_eq!(said(None, (None, day("1920-08-06"))), "not after 6 August");
        assert_eq!(
            said(None, (day("1920-05-17"), day("1921-01-02"))),
            "some time between 17 May and 2 January 1921"
        );
        assert_eq!(
            said(Some("1920-05"), (day("1920-05-01"), day("1920-05-31"))),
            "May 1920"
        );
        assert_eq!(
            said(Some("..1920-07-13/1920-07-13.."), none),
            "as of 13 July"
        );
        assert_eq!(said(Some("1920-07-06/.."), none), "since 6 July");
        assert_eq!(
            said(Some("[1920-07-14..1920-07-24]/.."), none),
            "begun some time between 14 July and 24 July"
        );
        assert_eq!(said(Some("/1920-04-27"), none), "until 27 April");
    }

    #[test]
    fn troops_are_called_by_their_own_name_and_possibly_is_said() {
        let (text, atlas) = (Text::new("en"), crate::load::fixtures::builtin());
        let wants = |by: &str, certainty| {
            let stance = Stance {
                kind: StanceKind::Occupy,
                to: None,
                by: Some(by.into()),
                of: None,
            };
            text.stance_on_day(&stance, certainty, "Moscow", &atlas)
        };
        assert_eq!(
            wants("moscow", Truth::Certain),
            "Moscow wants Red Army troops there"
        );
        assert_eq!(
            wants("ankara", Truth::Possible),
            "Moscow possibly wants Turkish troops there"
        );
    }
}
