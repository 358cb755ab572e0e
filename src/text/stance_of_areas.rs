//! Parts of headlines: what a party wants of several areas, in one sentence, and the names in it.

use super::Text;
use super::sentence::certainty_key;
use crate::model::{Atlas, PartyId, Stance, StanceKind};
use crate::time::Truth;

/// Maximum number of areas that a headline names.
const MOST_AREAS: usize = 3;

/// A party's stance with its certainty.
#[derive(Debug, Clone, Copy)]
pub struct StanceOfAreas<'a> {
    /// The stance.
    pub stance: &'a Stance,
    /// Whether it is certainly or only possibly in force.
    pub certainty: Truth,
    /// Id of the party, or of a voice that speaks for none.
    pub who: &'a str,
}

impl Text {
    /// A sentence with a capital letter at its beginning.
    #[must_use]
    pub fn capitalized(&self, sentence: &str) -> String {
        let mut letters = sentence.chars();
        let Some(first) = letters.next() else {
            return String::new();
        };
        let dotted = first == 'i' && ["az", "tr"].contains(&self.language());
        let first = if dotted {
            "İ".to_owned()
        } else {
            first.to_uppercase().collect()
        };
        first + letters.as_str()
    }

    /// Names of areas as a list; beyond the third their number alone.
    #[must_use]
    pub fn areas(&self, areas: &[String], atlas: &Atlas) -> String {
        let (shown, rest) = if areas.len() > MOST_AREAS {
            areas.split_at(MOST_AREAS - 1)
        } else {
            (areas, &[][..])
        };
        let mut names: Vec<String> = shown.iter().map(|a| self.in_sentence(a, atlas)).collect();
        if !rest.is_empty() {
            let count = rest.len().to_string();
            names.push(self.with("more-areas", &[("count", &count)]));
        }
        self.join(&names)
    }

    /// What a party wants of areas, in one sentence: "Moscow would give Ordubad to Yerevan".
    #[must_use]
    pub fn stance_of_areas(
        &self,
        answer: &StanceOfAreas<'_>,
        areas: &[String],
        atlas: &Atlas,
    ) -> String {
        let StanceOfAreas {
            stance,
            certainty,
            who,
        } = *answer;
        let name = |id: &Option<PartyId>| {
            id.as_ref()
                .map_or_else(String::new, |p| self.in_sentence(p.as_str(), atlas))
        };
        let troops = stance
            .by
            .as_ref()
            .map_or_else(String::new, |party| self.troops_of(party.as_str(), atlas));
        let own = stance.by.as_ref().is_some_and(|by| by.as_str() == who);
        let key = match stance.kind {
            StanceKind::Claims => "headline-claims",
            StanceKind::Assigns => "headline-assigns",
            StanceKind::Recognises => "headline-recognises",
            StanceKind::Disputed => "headline-disputed",
            StanceKind::Renounces if stance.to.is_some() => "headline-renounces-to",
            StanceKind::Renounces => "headline-renounces",
            StanceKind::Presses => "headline-presses",
            StanceKind::Autonomy => "headline-autonomy",
            StanceKind::Occupy if own => "headline-occupy-own",
            StanceKind::Occupy => "headline-occupy",
            StanceKind::Evacuate => "headline-evacuate",
            StanceKind::Declines => "headline-declines",
            StanceKind::Opposes if stance.by.is_some() => "headline-opposes",
            StanceKind::Opposes => "headline-opposes-any",
        };
        self.with(
            key,
            &[
                ("party", &self.in_sentence(who, atlas)),
                ("areas", &self.areas(areas, atlas)),
                ("to", &name(&stance.to)),
                ("by", &name(&stance.by)),
                ("of", &name(&stance.of)),
                ("troops", &troops),
                ("certainty", certainty_key(certainty)),
            ],
        )
    }

    /// What the troops of a party are called.
    pub(super) fn troops_of(&self, party: &str, atlas: &Atlas) -> String {
        let named = atlas.party(party).filter(|p| !p.troops.is_empty());
        match named {
            Some(party) => party.troops.text(self.language()).to_owned(),
            None => self.with("troops-of", &[("party", &self.in_sentence(party, atlas))]),
        }
    }

    /// The name of a party or other entry inside a sentence, with its article where it has one.
    #[must_use]
    pub fn in_sentence(&self, id: &str, atlas: &Atlas) -> String {
        let party = atlas
            .party(id)
            .and_then(|p| p.called.exact(self.language()));
        party
            .unwrap_or_else(|| atlas.name(id, self.language()))
            .to_owned()
    }
}
