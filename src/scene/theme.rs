//! Themes: colors by role, read from `assets/themes/`. No color is written anywhere else. The scene
//! and the panels take all colors from a [`Theme`].

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::geometry::MapGeometry;
use crate::model::PaletteSlot;

/// A color as red, green, blue and alpha, each 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Color(pub [u8; 4]);

impl Color {
    /// The same color with another opacity, 0 to 1.
    #[must_use]
    pub fn alpha(self, alpha: f32) -> Self {
        let [r, g, b, a] = self.0;
        Self([r, g, b, (f32::from(a) * alpha) as u8])
    }

    /// The color that results from drawing this one with the opacity `alpha`, 0 to 1, over a plain
    /// base color.
    #[must_use]
    pub fn over(self, base: Self, alpha: f32) -> Self {
        let mix =
            |a: u8, b: u8| (f32::from(a) * alpha + f32::from(b) * (1.0 - alpha)).round() as u8;
        let ([r, g, b, _], [x, y, z, _]) = (self.0, base.0);
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

/// The three colors of a party: `fill` for areas, `mid` for bands and arrows, `line` for frames and
/// letters.
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

/// The colors of every role in one theme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[expect(
    missing_docs,
    reason = "the roles of the art direction, by their names"
)]
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
    pub shading: Color,
    /// Opacity of the relief's shading in full shade, in percent; 0 for none.
    pub shading_percent: u8,
    pub hachures: Color,
    /// Opacity of hachures, in percent; 0 for none.
    pub hachures_percent: u8,
    /// The part of its width, in percent, that a hachure loses where the slope faces the light and
    /// gains where it faces away from it; negative where light is drawn and not shade.
    pub hachures_light: i8,
    /// Whether stripes carry the letters of the claimants, because their colors may be lost.
    pub lettered_stripes: bool,
    /// Opacity over the land of a party's color below its textures, in percent; 0 for bare land.
    #[serde(default)]
    pub texture_tint_percent: u8,
    /// For a speaker who is on time, slow, or late.
    pub timing: [Color; 3],
    parties: BTreeMap<PaletteSlot, PartyColors>,
}

impl Theme {
    /// Reads a theme file.
    ///
    /// # Errors
    /// The text is not JSON, or a role or color in it is missing or invalid.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The color behind a map: that of water where the base map has land, and otherwise that of other
    /// land, because then nothing is known of water.
    #[must_use]
    pub fn ground(&self, geometry: &MapGeometry) -> Color {
        if geometry.land.is_empty() {
            self.beyond
        } else {
            self.lake
        }
    }

    /// The theme of ink on warm paper.
    #[must_use]
    pub fn paper() -> Self {
        Self::parse(include_str!("../../assets/themes/paper.json"))
            .expect("a test reads every shipped theme")
    }

    /// The theme of light on dark, for kiosks.
    #[must_use]
    pub fn night() -> Self {
        Self::parse(include_str!("../../assets/themes/night.json"))
            .expect("a test reads every shipped theme")
    }

    /// The theme of white paper, for printers.
    #[must_use]
    pub fn print() -> Self {
        Self::parse(include_str!("../../assets/themes/print.json"))
            .expect("a test reads every shipped theme")
    }

    /// The theme of the strongest contrast.
    #[must_use]
    pub fn high_contrast() -> Self {
        Self::parse(include_str!("../../assets/themes/high-contrast.json"))
            .expect("a test reads every shipped theme")
    }

    /// The theme for projectors that wash colors out.
    #[must_use]
    pub fn projector() -> Self {
        Self::parse(include_str!("../../assets/themes/projector.json"))
            .expect("a test reads every shipped theme")
    }

    /// A party's colors by its slot. A test requires every theme that is built in to have all of
    /// them.
    #[must_use]
    pub fn party(&self, slot: PaletteSlot) -> PartyColors {
        self.parties.get(&slot).copied().unwrap_or(self.nobody())
    }

    /// Gray colors, for what belongs to no party.
    #[must_use]
    pub fn nobody(&self) -> PartyColors {
        PartyColors {
            fill: self.hatch_ground,
            mid: self.hatch,
            line: self.ink2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fill_style::GIVEN_TINT;
    use super::*;
    use crate::numeric::clamped;

    /// Relative luminance, WCAG 2.2.
    fn luminance(c: Color) -> f64 {
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        let [r, g, b, _] = c.0;
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_has_a_contrast_of_four_and_a_half_and_lines_of_three() {
        for (name, t) in [
            ("paper", Theme::paper()),
            ("night", Theme::night()),
            ("print", Theme::print()),
            ("high contrast", Theme::high_contrast()),
            ("projector", Theme::projector()),
        ] {
            let text = [
                (t.ink, t.page),
                (t.ink, t.card),
                (t.ink, t.land),
                (t.ink2, t.card),
                (t.ink3, t.land),
                (t.water_text, t.land),
            ];
            for (i, (a, b)) in text.into_iter().enumerate() {
                assert!(
                    contrast(a, b) >= 4.5,
                    "{name}: text {i} {:.2}",
                    contrast(a, b)
                );
            }
            let lines = [
                (t.outline, t.land),
                (t.river, t.land),
                (t.shore, t.lake),
                (t.hatch, t.hatch_ground),
            ];
            for (i, (a, b)) in lines.into_iter().enumerate() {
                assert!(
                    contrast(a, b) >= 2.95,
                    "{name}: line {i} {:.2}",
                    contrast(a, b)
                );
            }
            for (party, colors) in &t.parties {
                assert!(
                    contrast(colors.mid, t.land) >= 3.0,
                    "{name}: band of {party:?} {:.2}",
                    contrast(colors.mid, t.land)
                );
                assert!(
                    contrast(t.ink, colors.fill) >= 4.5,
                    "{name}: ink on {party:?} {:.2}",
                    contrast(t.ink, colors.fill)
                );
                // The letters of a giver may stand on the tint of any recipient.
                let tints = t
                    .parties
                    .values()
                    .map(|to| to.fill.over(t.land, GIVEN_TINT));
                for tint in tints {
                    assert!(
                        contrast(colors.line, tint) >= 4.5,
                        "{name}: letter of {party:?} in a capsule {:.2}",
                        contrast(colors.line, tint)
                    );
                }
                assert!(
                    contrast(colors.line, t.card) >= 4.5,
                    "{name}: letter of {party:?} {:.2}",
                    contrast(colors.line, t.card)
                );
            }
        }
    }

    /// Matrices of Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB: protan, deutan,
    /// tritan.
    const DEFICIENCIES: [[[f64; 3]; 3]; 3] = [
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ];

    fn linear(c: Color) -> [f64; 3] {
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        [part(c.0[0]), part(c.0[1]), part(c.0[2])]
    }

    /// CIELAB coordinates with the white point D65.
    fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
        let f = |t: f64| {
            if t > 0.008_856 {
                t.cbrt()
            } else {
                7.787 * t + 16.0 / 116.0
            }
        };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn party_colors_differ_for_every_kind_of_color_vision() {
        for (name, t) in [
            ("paper", Theme::paper()),
            ("night", Theme::night()),
            ("print", Theme::print()),
            ("high", Theme::high_contrast()),
        ] {
            let first: Vec<PaletteSlot> = PaletteSlot::all().take(5).collect();
            for (k, matrix) in DEFICIENCIES.iter().enumerate() {
                let seen = |slot: &PaletteSlot| {
                    let c = linear(t.party(*slot).fill);
                    lab(matrix.map(|row| {
                        clamped(row[0] * c[0] + row[1] * c[1] + row[2] * c[2], 0.0, 1.0)
                    }))
                };
                for (i, a) in first.iter().enumerate() {
                    for b in &first[i + 1..] {
                        let (p, q) = (seen(a), seen(b));
                        let apart = (0..3).map(|i| (p[i] - q[i]).powi(2)).sum::<f64>().sqrt();
                        // Letters and patterns also distinguish the parties; ten units of CIE76 are
                        // clearly two colors side by side.
                        assert!(
                            apart >= 10.0,
                            "{name}, deficiency {k}: {a:?} and {b:?} are {apart:.1} apart"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn every_theme_has_every_slot_and_no_two_alike() {
        for (name, t) in [
            ("paper", Theme::paper()),
            ("night", Theme::night()),
            ("print", Theme::print()),
            ("high contrast", Theme::high_contrast()),
            ("projector", Theme::projector()),
        ] {
            let slots: Vec<PaletteSlot> = PaletteSlot::all().collect();
            assert!(t.parties.keys().eq(slots.iter()), "{name}");
            let seen: Vec<_> = slots
                .iter()
                .map(|s| lab(linear(t.party(*s).fill)))
                .collect();
            for (i, p) in seen.iter().enumerate() {
                for (j, q) in seen.iter().enumerate().skip(i + 1) {
                    let apart = (0..3).map(|n| (p[n] - q[n]).powi(2)).sum::<f64>().sqrt();
                    assert!(
                        apart >= 10.0,
                        "{name}: slots {} and {} are {apart:.1} apart",
                        i + 1,
                        j + 1
                    );
                }
            }
        }
    }
}
