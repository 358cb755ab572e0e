//! Colours by role, read from `assets/themes/`; none stands anywhere else.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Red, green, blue, alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Color(pub [u8; 4]);

impl Color {
    /// The same with another opacity, 0 to 1.
    #[must_use]
    pub fn alpha(self, alpha: f32) -> Self {
        let [r, g, b, a] = self.0;
        Self([r, g, b, (f32::from(a) * alpha) as u8])
    }

    /// What it looks like at an opacity of `alpha` on a plain ground.
    #[must_use]
    pub fn over(self, ground: Self, alpha: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) * alpha + f32::from(b) * (1.0 - alpha)).round() as u8;
        let ([r, g, b, _], [x, y, z, _]) = (self.0, ground.0);
        Self([mix(r, x), mix(g, y), mix(b, z), 255])
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bits = u32::from_str_radix(&text, 16).map_err(serde::de::Error::custom)?;
        let [_, r, g, b] = bits.to_be_bytes();
        Ok(Self([r, g, b, 255]))
    }
}

/// A party's three: fill of areas, mid of bands and arrows, line of frames and letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(from = "(Color, Color, Color)")]
#[expect(missing_docs, reason = "explained on the type")]
pub struct PartyColors {
    pub fill: Color,
    pub mid: Color,
    pub line: Color,
}

impl From<(Color, Color, Color)> for PartyColors {
    fn from((fill, mid, line): (Color, Color, Color)) -> Self {
        Self { fill, mid, line }
    }
}

/// A theme: every role's colour.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the roles of the art direction, by their names")]
pub struct Theme {
    pub page: Color,
    pub card: Color,
    pub land: Color,
    pub beyond: Color,
    pub ink: Color,
    pub ink2: Color,
    pub ink3: Color,
    pub rule: Color,
    pub outline: Color,
    pub lake: Color,
    pub shore: Color,
    pub river: Color,
    pub water_text: Color,
    pub hatch: Color,
    pub hatch_ground: Color,
    pub relief_text: Color,
    pub neighbours: Color,
    parties: BTreeMap<String, PartyColors>,
}

impl Theme {
    /// Reads a theme file.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Ink on paper.
    #[must_use]
    pub fn paper() -> Self {
        Self::parse(include_str!("../../assets/themes/paper.json")).expect("a test reads every shipped theme")
    }

    /// Bone on night.
    #[must_use]
    pub fn night() -> Self {
        Self::parse(include_str!("../../assets/themes/night.json")).expect("a test reads every shipped theme")
    }

    /// A party's colours by its slot. A slot that the theme lacks takes one of those it has, by its name.
    #[must_use]
    pub fn party(&self, slot: &str) -> PartyColors {
        let spare = || {
            let at = slot.bytes().fold(0usize, |sum, b| sum.wrapping_mul(31).wrapping_add(b.into())) % self.parties.len().max(1);
            self.parties.values().nth(at).copied()
        };
        self.parties.get(slot).copied().or_else(spare).unwrap_or(self.nobody())
    }

    /// Grey, for what is nobody's.
    #[must_use]
    pub fn nobody(&self) -> PartyColors {
        PartyColors { fill: self.hatch_ground, mid: self.hatch, line: self.ink2 }
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn shipped_themes_are_whole() {
        assert_ne!(Theme::paper(), Theme::night());
    }
}
