//! What to draw, as values: a display list in map units, bottom to top. It knows no toolkit; `paint` draws it.

mod theme;

use std::collections::BTreeMap;

use crate::geometry::MapPoint;
use crate::model::{Arm, Atlas, Echelon, FixKind, PartyId, PlaceKind, RecordRef, StrengthUnit};
use crate::session::Session;
use crate::time::Truth;
use crate::timeline::{Fill, FillKind, Lens, Situation};

pub use theme::{Color, PartyColors, Theme};

/// A display list.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Bottom to top.
    pub items: Vec<Item>,
    /// What the legend explains, in the order of appearance.
    pub legend: Vec<LegendEntry>,
}

/// One thing to draw, and what a click on it selects.
#[derive(Debug, Clone)]
pub struct Item {
    /// Id of what it stands for.
    pub subject: Option<String>,
    /// What to draw.
    pub shape: Shape,
}

/// Shapes. Points are on the sheet; widths and sizes in points of a 1080-line screen.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "fields are named by what they hold")]
pub enum Shape {
    Area { area: AreaRef, ground: Option<Color>, texture: Option<Texture>, possible: bool },
    Line { line: LineRef, color: Color, width: f32, dash: Dash },
    Capital { at: MapPoint, color: Color, ground: Color },
    Town { at: MapPoint, color: Color, ground: Color, radius: f32 },
    HeldTown { at: MapPoint, color: Color, possible: bool },
    Unit { at: MapPoint, slot: usize, fill: Option<Color>, line: Color, mark: UnitMark, text: String, alpha: f32, possible: bool },
    Move { from: MapPoint, to: MapPoint, color: Color, alpha: f32 },
    Arc { from: MapPoint, to: MapPoint, color: Color, possible: bool },
    Mark { at: MapPoint, slot: usize },
    Label { at: MapPoint, text: String, class: LabelClass, color: Color, halo: Color, below: f32 },
    Pill { at: MapPoint, letters: Vec<PillPart> },
}

/// Which area of the ground.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each names a vector or map of `Ground`")]
pub enum AreaRef {
    District(String),
    Land(usize),
    Lake(usize),
}

/// Which line of the ground.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each names a vector or map of `Ground`")]
pub enum LineRef {
    River(usize),
    Railway(usize),
    Boundary(usize),
    Outline(String),
    Shore(usize),
}

/// How a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum Dash {
    Solid,
    Dashed,
    Dotted,
    Ticked,
}

/// Textures: what is wanted, readable without colour.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Texture {
    /// Claimed: 45° stripes, one colour a claimant; `None` is bare land.
    Stripes(Vec<Option<Color>>),
    /// Disputed: fine grey hatch.
    Hatch(Color),
    /// Given to: filled dots.
    Dots(Color),
    /// Given up: rings.
    Rings(Color),
    /// Troops wanted: pickets.
    Pickets(Color),
    /// Opposed: crosses.
    Crosses(Color),
    /// Autonomy, pressed, declined: horizontal dashes.
    Dashes(Color),
}

/// What stands inside a unit's frame and above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitMark {
    /// Arm.
    pub arm: Arm,
    /// Echelon.
    pub echelon: Echelon,
    /// What the report says of it.
    pub kind: FixKind,
}

/// Rank of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum LabelClass {
    Region,
    District,
    Part,
    Capital,
    Town,
    Village,
    Water,
    Context,
}

/// Roundel or sign in a pill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PillPart {
    /// A party's letter in its colour; hollow where only told by another.
    Letter(String, Color, bool),
    /// An arrow.
    Arrow,
    /// A texture sample.
    Sample(Texture),
}

/// One line of the legend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegendEntry {
    /// What is shown.
    pub kind: FillKind,
    /// Whose.
    pub parties: Vec<PartyId>,
    /// Its colour.
    pub ground: Option<Color>,
    /// Its texture.
    pub texture: Option<Texture>,
}

/// Reports of an unknown day are drawn when their range is known; older ones than this many days are listed only.
const OLDEST_DRAWN_DAYS: i64 = 7;
/// A report whose day is not known is drawn on the days it may be of, where those are no more than this.
const WIDEST_DRAWN_DAYS: i64 = 12;

impl Scene {
    /// Draws what a session looks at.
    #[must_use]
    pub fn new(session: &Session, situation: &Situation, theme: &Theme) -> Self {
        let mut scene = Self::default();
        let b = Builder { session, atlas: session.timeline().atlas(), situation, theme };
        b.ground(&mut scene);
        b.fills(&mut scene);
        b.water(&mut scene);
        b.lines(&mut scene);
        b.selection(&mut scene);
        b.moves(&mut scene);
        b.places(&mut scene);
        b.units(&mut scene);
        b.messages(&mut scene);
        b.marks(&mut scene);
        b.labels(&mut scene);
        scene.legend.sort();
        scene.legend.dedup();
        scene
    }
}

struct Builder<'a> {
    session: &'a Session,
    atlas: &'a Atlas,
    situation: &'a Situation,
    theme: &'a Theme,
}

fn plain(shape: Shape) -> Item {
    Item { subject: None, shape }
}

impl Builder<'_> {
    fn ground(&self, scene: &mut Scene) {
        let land = (0..self.session.ground().land.len()).map(|i| {
            plain(Shape::Area { area: AreaRef::Land(i), ground: Some(self.theme.beyond), texture: None, possible: false })
        });
        scene.items.extend(land);
    }

    fn fills(&self, scene: &mut Scene) {
        for state in &self.situation.districts {
            let fill = state.fill(self.atlas, &self.session.lens);
            let (ground, texture) = self.paint_of(&fill);
            scene.items.push(Item {
                subject: Some(state.id.to_string()),
                shape: Shape::Area {
                    area: AreaRef::District(state.id.to_string()),
                    ground: Some(self.theme.land),
                    texture: None,
                    possible: false,
                },
            });
            if fill.kind == FillKind::Unknown {
                continue;
            }
            let possible = fill.certainty == Some(Truth::Possible);
            scene.items.push(plain(Shape::Area {
                area: AreaRef::District(state.id.to_string()),
                ground,
                texture: texture.clone(),
                possible,
            }));
            scene.legend.push(LegendEntry { kind: fill.kind, parties: fill.parties, ground, texture });
        }
    }

    /// Ground colour and texture of a fill: colour says whose, texture says what.
    fn paint_of(&self, fill: &Fill) -> (Option<Color>, Option<Texture>) {
        let colors = |i: usize| fill.parties.get(i).map(|p| self.theme.party(self.slot(p)));
        let first = colors(0).unwrap_or(self.theme.nobody());
        match fill.kind {
            FillKind::Claimed if fill.parties.len() == 1 => (None, Some(Texture::Stripes(vec![Some(first.fill), None]))),
            FillKind::Claimed => {
                let stripes = (0..fill.parties.len()).map(|i| colors(i).map(|c| c.fill)).collect();
                (None, Some(Texture::Stripes(stripes)))
            }
            FillKind::Held if fill.parties.len() > 1 => {
                let stripes = (0..fill.parties.len()).map(|i| colors(i).map(|c| c.fill)).collect();
                (None, Some(Texture::Stripes(stripes)))
            }
            FillKind::Held => (Some(first.fill), None),
            FillKind::Assigns | FillKind::Recognises => (Some(first.fill), Some(Texture::Dots(first.line))),
            FillKind::Disputed => (Some(self.theme.hatch_ground), Some(Texture::Hatch(self.theme.hatch))),
            FillKind::Renounced => (None, Some(Texture::Rings(first.line))),
            FillKind::Occupy | FillKind::Evacuate => (None, Some(Texture::Pickets(first.line))),
            FillKind::Opposed => (None, Some(Texture::Crosses(first.line))),
            FillKind::Pressed | FillKind::Autonomy | FillKind::Declined => (None, Some(Texture::Dashes(first.line))),
            FillKind::Unknown => (None, None),
        }
    }

    fn slot(&self, party: &PartyId) -> &str {
        self.atlas.party(party.as_str()).map_or("", |p| p.slot.as_str())
    }

    fn water(&self, scene: &mut Scene) {
        for i in 0..self.session.ground().lakes.len() {
            scene.items.push(plain(Shape::Area {
                area: AreaRef::Lake(i),
                ground: Some(self.theme.lake),
                texture: None,
                possible: false,
            }));
            scene.items.push(plain(Shape::Line {
                line: LineRef::Shore(i),
                color: self.theme.shore,
                width: 1.3,
                dash: Dash::Solid,
            }));
        }
        for (i, river) in self.session.ground().rivers.iter().enumerate() {
            let width = if river.grade == 1 { 5.6 } else { 1.5 };
            scene.items.push(plain(Shape::Line { line: LineRef::River(i), color: self.theme.river, width, dash: Dash::Solid }));
        }
    }

    fn lines(&self, scene: &mut Scene) {
        for (i, boundary) in self.session.ground().boundaries.iter().enumerate() {
            let (dash, width) = match boundary.grade {
                3 => (Dash::Solid, 2.1),
                2 => (Dash::Dashed, 2.0),
                _ => (Dash::Dotted, 2.1),
            };
            let item = Shape::Line { line: LineRef::Boundary(i), color: self.theme.outline, width, dash };
            scene.items.push(Item { subject: None, shape: item });
        }
        for i in 0..self.session.ground().railways.len() {
            scene.items.push(plain(Shape::Line {
                line: LineRef::Railway(i),
                color: self.theme.ink3,
                width: 1.6,
                dash: Dash::Ticked,
            }));
        }
    }

    fn selection(&self, scene: &mut Scene) {
        let Some(id) = &self.session.selection else { return };
        let districts: Vec<String> = match self.atlas.find(id) {
            Some(RecordRef::District(_) | RecordRef::Group(_)) => vec![id.clone()],
            Some(RecordRef::Message(i)) => self.atlas.messages[i]
                .claims
                .iter()
                .filter_map(|c| self.atlas.claim(c.as_str())?.area.as_ref().map(ToString::to_string))
                .collect(),
            _ => Vec::new(),
        };
        let named = districts.iter().flat_map(|d| match self.atlas.group(d) {
            Some(group) => group.members.iter().map(ToString::to_string).collect(),
            None => vec![d.clone()],
        });
        for district in named {
            let line = LineRef::Outline(district);
            scene.items.push(plain(Shape::Line { line: line.clone(), color: self.theme.card, width: 9.0, dash: Dash::Solid }));
            scene.items.push(plain(Shape::Line { line, color: self.theme.ink, width: 4.0, dash: Dash::Solid }));
        }
    }

    fn places(&self, scene: &mut Scene) {
        for place in &self.atlas.places {
            let Some(at) = self.session.ground().places.get(place.id.as_str()).copied() else { continue };
            let (color, ground) = (self.theme.ink, self.theme.card);
            let shape = match place.kind {
                PlaceKind::Capital => Shape::Capital { at, color, ground },
                _ if place.rank >= 4 => Shape::Town { at, color, ground, radius: 3.0 },
                _ => Shape::Town { at, color, ground, radius: 4.6 },
            };
            scene.items.push(Item { subject: Some(place.id.to_string()), shape });
        }
        for (place, holders) in &self.situation.places {
            let Some(at) = self.session.ground().places.get(place).copied() else { continue };
            for holder in holders {
                let Some(party) = &self.atlas.control[holder.control].holder else { continue };
                let color = self.theme.party(self.slot(party)).mid;
                let possible = holder.certainty == Truth::Possible;
                scene.items.push(Item { subject: Some(place.clone()), shape: Shape::HeldTown { at, color, possible } });
            }
        }
    }

    /// Reports that are drawn on the day: of a known, recent day, or possible today within a narrow range.
    fn drawn(&self) -> impl Iterator<Item = &crate::timeline::UnitReport> {
        self.situation.units.iter().filter(|u| {
            let fix = &self.atlas.units[u.unit].fixes[u.fix];
            let exact = fix.dating.exact_day().is_some();
            let recent = exact && u.age_days.is_some_and(|age| age <= OLDEST_DRAWN_DAYS);
            let (from, to) = fix.dating.bounds();
            let width = from.map(|from| crate::time::days_between(from, to.unwrap_or(self.situation.day)));
            let narrow =
                !exact && width.is_some_and(|days| days <= WIDEST_DRAWN_DAYS) && to.is_none_or(|to| to >= self.situation.day);
            recent || narrow
        })
    }

    fn moves(&self, scene: &mut Scene) {
        for report in self.drawn() {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            let ends = fix.from.as_deref().zip(fix.at.as_deref());
            let Some((from, to)) =
                ends.and_then(|(f, t)| self.session.ground().anchor_of(f).zip(self.session.ground().anchor_of(t)))
            else {
                continue;
            };
            let color = unit.party.as_ref().map_or(self.theme.ink3, |p| self.theme.party(self.slot(p)).mid);
            let alpha = age_alpha(report.age_days);
            scene.items.push(Item { subject: Some(unit.id.to_string()), shape: Shape::Move { from, to, color, alpha } });
        }
    }

    fn units(&self, scene: &mut Scene) {
        let mut at_place: BTreeMap<String, usize> = BTreeMap::new();
        for report in self.drawn() {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            let Some(place) = &fix.at else { continue };
            // One on the way is drawn where it set out; where it is now nobody reported.
            let here = if fix.kind == FixKind::BoundFor { fix.from.as_ref().unwrap_or(place) } else { place };
            let Some(at) = self.session.ground().anchor_of(here) else { continue };
            let slot = at_place.entry(here.clone()).or_default();
            let party = unit.party.as_ref().map(|p| self.theme.party(self.slot(p)));
            let there = matches!(fix.kind, FixKind::Stands | FixKind::Arrives | FixKind::BoundFor);
            scene.items.push(Item {
                subject: Some(unit.id.to_string()),
                shape: Shape::Unit {
                    at,
                    slot: *slot,
                    fill: party.filter(|_| there).map(|p| p.fill),
                    line: party.map_or(self.theme.ink2, |p| p.line),
                    mark: UnitMark { arm: unit.arm, echelon: unit.echelon, kind: fix.kind },
                    text: strength_text(&fix.strength),
                    alpha: age_alpha(report.age_days),
                    possible: report.certainty == Truth::Possible,
                },
            });
            *slot += 1;
        }
    }

    fn messages(&self, scene: &mut Scene) {
        for dated in &self.situation.messages {
            let message = &self.atlas.messages[dated.index];
            if dated.certainty != Truth::Certain && self.session.selection.as_deref() != Some(message.id.as_str()) {
                continue;
            }
            let seat = |c: &crate::model::Correspondent| {
                let place = c.place.as_ref().map(|p| p.as_str());
                let party = c.person.as_ref().and_then(|p| self.atlas.person(p.as_str())).and_then(|p| p.party.clone());
                let seat = party.and_then(|p| self.atlas.party(p.as_str())?.seat.clone());
                place.map(ToOwned::to_owned).or(seat.map(|s| s.to_string()))
            };
            let from = message.from.first().and_then(seat);
            let to = message.to.first().and_then(seat);
            let (Some(from), Some(to)) = (from, to) else { continue };
            let ends = self.session.ground().anchor_of(&from).zip(self.session.ground().anchor_of(&to));
            let Some((from, to)) = ends.filter(|(a, b)| a != b) else { continue };
            let party = message.from.first().and_then(|c| self.atlas.person(c.person.as_ref()?.as_str())?.party.clone());
            let color = party.map_or(self.theme.ink3, |p| self.theme.party(self.slot(&p)).mid);
            scene.items.push(Item {
                subject: Some(message.id.to_string()),
                shape: Shape::Arc { from, to, color, possible: dated.certainty == Truth::Possible },
            });
        }
    }

    fn marks(&self, scene: &mut Scene) {
        let mut at_place: BTreeMap<&str, usize> = BTreeMap::new();
        for index in &self.situation.contradictions {
            let contradiction = &self.atlas.contradictions[*index];
            let Some(area) = contradiction.mark.as_ref().map(|m| m.area.as_str()) else { continue };
            let Some(at) = self.session.ground().anchor_of(area) else { continue };
            let slot = at_place.entry(area).or_default();
            scene.items.push(Item { subject: Some(contradiction.id.to_string()), shape: Shape::Mark { at, slot: *slot } });
            *slot += 1;
        }
    }

    fn labels(&self, scene: &mut Scene) {
        let language = self.session.language();
        let ground = self.session.ground();
        let mut add = |subject: Option<String>, at, text: &str, class, color, below| {
            let shape = Shape::Label { at, text: text.to_owned(), class, color, halo: self.theme.land, below };
            scene.items.push(Item { subject, shape });
        };
        for district in &self.atlas.districts {
            let Some(area) = ground.districts.get(district.id.as_str()) else { continue };
            let is_part = district.parent.is_some();
            let has_parts = self.atlas.parts_of(&district.id).next().is_some();
            if has_parts {
                continue;
            }
            let class = match (district.context, is_part) {
                (true, _) => LabelClass::Context,
                (_, true) => LabelClass::Part,
                _ => LabelClass::District,
            };
            let color = if district.context { self.theme.ink3 } else { self.theme.ink };
            add(Some(district.id.to_string()), area.anchor, district.names.text(language), class, color, -8.0);
        }
        for place in &self.atlas.places {
            let Some(at) = ground.places.get(place.id.as_str()).copied() else { continue };
            let class = match place.kind {
                PlaceKind::Capital => LabelClass::Capital,
                _ if place.rank >= 4 => LabelClass::Village,
                _ => LabelClass::Town,
            };
            add(Some(place.id.to_string()), at, place.names.text(language), class, self.theme.ink, 0.0);
        }
        for lake in &self.atlas.base.features {
            let Some(area) = ground.lakes.iter().find(|l| l.id == lake.id) else { continue };
            add(None, area.anchor, lake.names.text(language), LabelClass::Water, self.theme.water_text, -8.0);
        }
        for state in &self.situation.districts {
            let fill = state.fill(self.atlas, &self.session.lens);
            let Some(area) = ground.districts.get(state.id.as_str()).filter(|_| fill.kind != FillKind::Unknown) else { continue };
            let letter = |p: &PartyId| {
                let letter = self.atlas.party(p.as_str()).map_or("", |p| p.letter.as_str());
                PillPart::Letter(letter.to_owned(), self.theme.party(self.slot(p)).line, fill.hearsay)
            };
            let viewer = match &self.session.lens {
                Lens::Party(p) => Some(p.clone()),
                Lens::Voice(v) => self.atlas.person(v.as_str()).and_then(|p| p.party.clone()),
                _ => None,
            };
            let (_, texture) = self.paint_of(&fill);
            let mut letters: Vec<PillPart> = viewer.iter().map(&letter).collect();
            match fill.kind {
                FillKind::Assigns | FillKind::Recognises => {
                    letters.push(PillPart::Arrow);
                    letters.extend(fill.parties.iter().map(&letter));
                }
                FillKind::Claimed | FillKind::Held if viewer.is_none() => letters.extend(fill.parties.iter().map(&letter)),
                FillKind::Claimed | FillKind::Held => {}
                _ => letters.extend(texture.map(PillPart::Sample)),
            }
            scene.items.push(Item { subject: Some(state.id.to_string()), shape: Shape::Pill { at: area.anchor, letters } });
        }
    }
}

/// 100 % to one day, 82 to three, 62 to seven, then 45.
fn age_alpha(age_days: Option<i64>) -> f32 {
    match age_days {
        Some(0..=1) => 1.0,
        Some(2..=3) => 0.82,
        Some(4..=7) => 0.62,
        _ => 0.45,
    }
}

fn strength_text(strength: &[crate::model::Strength]) -> String {
    let one = |s: &crate::model::Strength| {
        let number = s.max.or(s.min).map_or_else(String::new, |n| n.to_string());
        let unit = match s.unit {
            StrengthUnit::Men | StrengthUnit::Bayonets => "",
            StrengthUnit::Infantry => " inf",
            StrengthUnit::Cavalry => " cav",
            StrengthUnit::Guns => " guns",
            StrengthUnit::MachineGuns => " MG",
            StrengthUnit::Artillerymen => " art",
            StrengthUnit::Officers => " off",
            StrengthUnit::Battalions => " bn",
            StrengthUnit::Batteries => " bty",
            StrengthUnit::Regiments => " regt",
            StrengthUnit::Companies => " coy",
            StrengthUnit::Trains => " train",
            StrengthUnit::Divisions => " div",
        };
        let prefix = match s.qualifier {
            crate::model::Qualifier::UpTo => "≤ ",
            crate::model::Qualifier::About => "c. ",
            crate::model::Qualifier::Exactly => "",
        };
        format!("{prefix}{number}{unit}")
    };
    strength.iter().take(2).map(one).collect::<Vec<_>>().join(", ")
}
