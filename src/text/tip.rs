//! What a tooltip says of the thing under the pointer: what it is, and what it says on the day.

use super::Text;
use crate::model::{Atlas, DistrictId, RecordRef, RecordView};
use crate::time::Truth;
use crate::timeline::{FillKind, Holding, Lens, Situation, Timeline};

impl Text {
    /// What is under the pointer, in lines: its name, then what the lens shows of it, who held it,
    /// or what a record says and when.
    #[must_use]
    pub fn tip(
        &self,
        timeline: &Timeline,
        situation: &Situation,
        lens: &Lens,
        id: &str,
    ) -> Vec<String> {
        let atlas = timeline.atlas();
        let language = self.language();
        let found = atlas.find(id);
        let mut lines = match found {
            Some(RecordRef::District(_) | RecordRef::Group(_)) => {
                return self.tip_of_area(situation, lens, id);
            }
            Some(RecordRef::Place(_)) => return self.tip_of_place(situation, id),
            Some(RecordRef::Unit(i)) => {
                let unit = &atlas.units[i];
                let mut lines = vec![unit.names.text(language).to_owned()];
                let reports = situation.units.iter().filter(|r| r.unit == i);
                for fix in reports.map(|r| &unit.fixes[r.fix]) {
                    lines.push(fix.title.text(language).to_owned());
                    let counted = self.strengths(&fix.strength);
                    lines.extend(Some(counted).filter(|words| !words.is_empty()));
                    let day = self.known_day(timeline.known_day(&fix.head.id));
                    lines.push(self.with("reported-on", &[("date", &day)]));
                }
                return lines;
            }
            Some(RecordRef::Contradiction(i)) => {
                return vec![
                    self.told_in_ways(&atlas.contradictions[i]),
                    self.caption(atlas, id),
                ];
            }
            Some(RecordRef::Message(i)) => {
                let message = &atlas.messages[i];
                let ends = self.message_ends(message, atlas);
                let gist = message.gist.text(language).to_owned();
                vec![self.capitalized(&ends), gist]
            }
            Some(RecordRef::Claim(i)) => {
                let claim = &atlas.claims[i];
                vec![self.claim_sentence(claim, atlas), self.voices(atlas, claim)]
            }
            _ => return vec![self.caption(atlas, id)],
        };
        if let Some(record) = atlas.record(id) {
            lines.extend(self.others_word(record.head(), atlas));
            if !matches!(record, RecordView::Control(_)) {
                lines.push(self.known_day(timeline.known_day(&record.head().id)));
            }
        }
        lines
    }

    fn tip_of_area(&self, situation: &Situation, lens: &Lens, id: &str) -> Vec<String> {
        let atlas = situation.atlas();
        let mut lines = vec![atlas.name(id, self.language()).to_owned()];
        let leaf = atlas.leaves_of(&DistrictId::from(id)).into_iter().next();
        let state = leaf.and_then(|(leaf, _)| situation.district(leaf.as_str()));
        let Some(state) = state else {
            return lines;
        };
        if *lens != Lens::Control {
            let fill = state.fill(lens);
            let clause = match fill.kind {
                FillKind::Unknown => self.get("no-statement"),
                _ => self.fill_clause(&fill, 1, lens, atlas),
            };
            lines.push(self.capitalized(&clause));
        }
        lines.extend(self.holders_told(atlas, state.holdings()));
        lines
    }

    fn tip_of_place(&self, situation: &Situation, id: &str) -> Vec<String> {
        let atlas = situation.atlas();
        let mut lines = vec![atlas.name(id, self.language()).to_owned()];
        let kind = atlas.place(id).map(|p| crate::model::word(p.kind));
        let kind = kind.map(|kind| (kind, format!("legend-place-{kind}")));
        let words = kind.map(|(kind, key)| {
            let words = self.get(&key);
            if words == key { kind.to_owned() } else { words }
        });
        let is_seat = |p: &&crate::model::Party| p.seat.as_ref().is_some_and(|s| s.as_str() == id);
        match atlas.parties.iter().find(is_seat) {
            Some(party) => {
                lines.push(self.with("seat-of", &[("party", party.names.text(self.language()))]));
            }
            None => lines.extend(words),
        }
        let holders = situation.places.iter().filter(|(p, _)| p.as_str() == id);
        for (_, holdings) in holders {
            lines.extend(self.holders_told(atlas, holdings));
        }
        lines
    }

    fn holders_told(&self, atlas: &Atlas, holdings: &[Holding]) -> Vec<String> {
        let told = holdings.iter().map(|holding| {
            let title = atlas.control[holding.control].title.text(self.language());
            match holding.certainty {
                Truth::Possible => self.with("possibly-so", &[("what", title)]),
                _ => title.to_owned(),
            }
        });
        told.collect()
    }
}
