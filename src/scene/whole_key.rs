//! The key to every sign that the maps and charts of an atlas can show, for the help page.

use std::collections::BTreeSet;

use super::SceneContext;
use super::areas::own_sample;
use super::builder::SceneBuilder;
use super::legend_sheet::{fill_sign, holder_sign};
use super::list::{LegendEntry, LegendHolder, LegendRank, LegendSign, PlaceSign, Stroke};
use crate::model::{Echelon, Party, PartyId, word};
use crate::time::Truth;
use crate::timeline::{Fill, FillKind, Lens};

/// An entry for each kind of stance and of sign that the records of the atlas can make, in the order
/// of a legend.
#[must_use]
pub fn whole_key(view: &SceneContext<'_>) -> Vec<LegendEntry> {
    let mut key = WholeKey {
        view,
        entries: Vec::new(),
    };
    key.stances();
    key.holders();
    key.certainty();
    key.troops();
    key.messages();
    key.ground();
    key.own_names();
    key.entries
        .sort_by_key(|entry| (entry.rank.group(), entry.rank));
    key.entries
}

struct WholeKey<'a, 'v> {
    view: &'v SceneContext<'a>,
    entries: Vec<LegendEntry>,
}

impl WholeKey<'_, '_> {
    fn add(&mut self, rank: LegendRank, sign: LegendSign, words: String) {
        if self.entries.iter().all(|known| known.words != words) {
            self.entries.push(LegendEntry {
                rank,
                sign,
                words,
                areas: Vec::new(),
            });
        }
    }

    fn words(&mut self, rank: LegendRank, sign: LegendSign, key: &str) {
        let words = self.view.text.get(key);
        self.add(rank, sign, words);
    }

    /// The first stance of each kind in the atlas.
    fn stances(&mut self) {
        let (atlas, text) = (self.view.atlas(), self.view.text);
        let mut seen: BTreeSet<FillKind> = BTreeSet::new();
        for claim in &atlas.claims {
            let voice = claim.voices.first().and_then(|v| atlas.person(v.as_str()));
            let party = voice.and_then(|v| v.party.as_ref());
            let (Some(stance), Some(party)) = (claim.stance(), party) else {
                continue;
            };
            let fill = Fill::of_stance(&stance, Some(party), Truth::Certain, false, Vec::new());
            let kind = fill.kind;
            if !seen.insert(kind) {
                continue;
            }
            let sign = fill_sign(self.view, &fill, Some(party));
            self.add(
                LegendRank::Fill(kind),
                sign,
                text.fill(&fill, &Lens::Claims, atlas),
            );
            if kind == FillKind::Claimed {
                let fill = Fill {
                    certainty: Some(Truth::Possible),
                    ..fill
                };
                let sign = fill_sign(self.view, &fill, Some(party));
                let words = text.fill(&fill, &Lens::Claims, atlas);
                self.add(LegendRank::Fill(kind), sign, words);
            }
        }
    }

    fn holders(&mut self) {
        let atlas = self.view.atlas();
        let holders = || atlas.control.iter().filter_map(|c| c.holder.as_ref());
        let is_capital = |p: &&PartyId| atlas.party(p.as_str()).is_some_and(|p| p.capital);
        let Some(party) = holders().find(is_capital).or(holders().next()).cloned() else {
            return;
        };
        let name = atlas.name(party.as_str(), self.view.text.language());
        let text = self.view.text;
        let values = [("parties", name), ("party", name)];
        for (certainty, key) in [
            (Truth::Certain, "legend-held-by"),
            (Truth::Possible, "legend-possibly-held-by"),
        ] {
            let sign = holder_sign(self.view, &party, certainty);
            self.add(LegendRank::Held, sign, text.with(key, &values));
        }
        let of = |certainty: Truth| -> Vec<LegendHolder> {
            SceneBuilder::new(*self.view).legend_holders(&[(party.clone(), certainty)])
        };
        let (certain, possible) = (of(Truth::Certain), of(Truth::Possible));
        for (holders, part, town) in [
            (certain, "legend-held-in-part", "legend-town-held-by"),
            (
                possible,
                "legend-possibly-held-in-part",
                "legend-town-possibly-held-by",
            ),
        ] {
            let sign = LegendSign::Bracket(holders.clone());
            self.add(LegendRank::HeldInPart, sign, text.with(part, &values));
            for holder in holders {
                let sign = LegendSign::Town(holder);
                self.add(LegendRank::TownHeld, sign, text.with(town, &values));
            }
        }
    }

    fn certainty(&mut self) {
        let nothing = LegendSign::Fill(None, None, false);
        self.words(
            LegendRank::Fill(FillKind::Unknown),
            nothing,
            "legend-unknown",
        );
        self.words(LegendRank::Hearsay, LegendSign::Hearsay, "legend-hearsay");
        self.words(LegendRank::ToldTwice, LegendSign::Twice, "legend-twice");
    }

    /// Names in the language of a lens, of the first capital that has names of its own.
    fn own_names(&mut self) {
        let (atlas, text) = (self.view.atlas(), self.view.text);
        let own_name = |party: &Party| {
            let language = party.language.as_deref()?;
            let mut own = atlas.districts.iter().filter_map(|d| {
                let own = d.names.exact(language)?;
                (own != d.names.text(text.language())).then(|| own_sample(own))
            });
            own.next()
                .map(|own| (party.names.text(text.language()).to_owned(), own))
        };
        let mut capitals = atlas.parties.iter().filter(|party| party.capital);
        if let Some((party, own)) = capitals.find_map(own_name) {
            let words = text.with("legend-own-name", &[("party", &party)]);
            self.add(LegendRank::OwnName, LegendSign::OwnName(own), words);
        }
    }

    fn troops(&mut self) {
        let theme = self.view.theme;
        let units = &self.view.atlas().units;
        if units.is_empty() {
            return;
        }
        let (ground, ink) = (theme.hatch_ground, theme.ink2);
        for (possible, key) in [(false, "legend-unit"), (true, "legend-unit-possible")] {
            let sign = LegendSign::Unit(Some(ground), ink, possible);
            self.words(LegendRank::Unit, sign, key);
        }
        self.words(LegendRank::Aged, LegendSign::Aged(ink), "legend-aged");
        self.words(
            LegendRank::Strength,
            LegendSign::Strength(ink),
            "legend-strength",
        );
        for (arrived, key) in [(true, "legend-arrived"), (false, "legend-bound")] {
            self.words(LegendRank::Move, LegendSign::Move(ink, arrived), key);
        }
        for unit in units {
            let arm = format!("legend-arm-{}", word(unit.arm));
            self.words(LegendRank::Arm, LegendSign::Arm(unit.arm), &arm);
            if !matches!(unit.echelon, Echelon::Unstated | Echelon::Delegation) {
                let echelon = format!("legend-echelon-{}", word(unit.echelon));
                let sign = LegendSign::Echelon(unit.echelon);
                self.words(LegendRank::Echelon, sign, &echelon);
            }
        }
    }

    fn messages(&mut self) {
        let (atlas, theme) = (self.view.atlas(), self.view.theme);
        for message in &atlas.messages {
            let sign = LegendSign::Message(message.kind, theme.ink2);
            let words = self.view.text.message_kind(message.kind);
            self.add(LegendRank::Message, sign, words);
        }
        let sign = LegendSign::PlaceNotStated;
        self.words(LegendRank::PlaceNotStated, sign, "place-not-stated");
        let capital = atlas.parties.iter().find(|p| p.capital);
        if let Some(party) = capital {
            let id = PartyId::from(party.id.as_str());
            let line = SceneBuilder::new(*self.view).colors_of(&id).line;
            let sign = LegendSign::Seat(party.letter.clone(), line);
            self.words(LegendRank::Seat, sign, "legend-seat");
        }
    }

    fn ground(&mut self) {
        let (atlas, theme, u) = (self.view.atlas(), self.view.theme, self.view.unit);
        for place in &atlas.places {
            let sign = PlaceSign::of(place);
            let key = match sign {
                PlaceSign::Capital => "legend-place-capital",
                PlaceSign::Town => "legend-place-town",
                PlaceSign::Village => "legend-place-village",
                PlaceSign::Peak => "legend-place-peak",
                PlaceSign::Pass => "legend-place-pass",
            };
            self.words(LegendRank::Place(sign), LegendSign::Place(sign), key);
        }
        let boundaries = [
            (1, Stroke::dotted(theme.ink2, 1.6 * u, 4.0 * u)),
            (2, Stroke::dashed(theme.ink2, 1.6 * u, 6.0 * u, 4.0 * u)),
            (3, Stroke::solid(theme.ink2, 1.6 * u)),
        ];
        for (grade, stroke) in boundaries {
            let key = format!("legend-boundary-{grade}");
            self.words(LegendRank::Boundary(grade), LegendSign::Line(stroke), &key);
        }
    }
}
