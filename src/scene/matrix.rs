//! The stance matrix: district by capital, coloured and lettered like the map, moving with the date.

use super::list::{Item, Layer, Shape, Stroke};
use super::sketch::{Set, Sketch};
use super::typeface::Face;
use super::{Looked, View, spoken_of};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::PartyId;
use crate::time::Truth;
use crate::timeline::{DistrictState, Fill, FillKind, Lens};

const ROW: f32 = 23.0;
const HEAD: f32 = 30.0;
const CELL: (f32, f32) = (42.0, 16.0);

/// A drawn matrix.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// What to draw, in points from its corner.
    pub items: Vec<Item>,
    /// Rows that can be clicked: where, and the district.
    pub hits: Vec<(ScreenRect, String)>,
    /// Its height in points.
    pub height: f32,
}

impl Matrix {
    /// The matrix on the day looked at, `width` points wide.
    #[must_use]
    pub fn new(view: &View<'_>, width: f32) -> Self {
        let spoken = spoken_of(view.session, view.situation);
        let View { session, situation, theme, text, unit, .. } = *view;
        let mut s = Sketch::new(Looked { session, situation, theme, text, unit, spoken_of: &spoken });
        let u = unit;
        let atlas = s.look.atlas();
        let parties: Vec<PartyId> = atlas.parties.iter().filter(|p| p.capital || p.letter == "N").map(|p| p.id.clone()).collect();
        let step = 56.0 * u;
        let left = width - step * parties.len() as f32;
        let ink = Set { face: Face::Serif, size: 15.0, color: theme.ink, halo: None };
        for (i, party) in parties.iter().enumerate() {
            let at = ScreenPoint::new(left + step * (i as f32 + 0.5), HEAD * u / 2.0);
            let (letter, line) = (s.letter_of(party), s.colors_of(party).line);
            s.roundel(Layer::Furniture, at, 9.5, &letter, line, false);
        }
        let mut y = HEAD * u;
        let mut hits = Vec::new();
        for row in rows(&s, &parties) {
            let middle = y + ROW * u / 2.0;
            s.text(Layer::Furniture, None, ScreenPoint::new(0.0, middle), &row.name, ink);
            for (i, party) in parties.iter().enumerate() {
                let at = ScreenPoint::new(left + step * (i as f32 + 0.5), middle);
                s.matrix_cell(row.state, party, at);
            }
            let whole = ScreenRect::sized(ScreenPoint::new(-6.0 * u, y), width + 12.0 * u, ROW * u);
            if session.selection.as_deref().is_some_and(|id| id == row.id || row.state.id.as_str() == id) {
                let stroke = Some(Stroke::solid(theme.ink, 1.8 * u));
                s.add(Layer::Furniture, None, Shape::Box { rect: whole, round: 4.0 * u, fill: None, stroke });
            }
            hits.push((whole, row.id));
            y += ROW * u;
        }
        Self { items: s.items, hits, height: y }
    }
}

struct Row<'a> {
    id: String,
    name: String,
    state: &'a DistrictState,
}

/// A row a district; the parts of a uezd, or the uezds of a group, share one where every capital says the same of all of them.
fn rows<'a>(s: &Sketch<'a>, parties: &[PartyId]) -> Vec<Row<'a>> {
    let (atlas, language) = (s.look.atlas(), s.look.text.language());
    let lenses: Vec<Lens> = parties.iter().map(|p| Lens::Party(p.clone())).collect();
    let said = |state: &DistrictState| -> Vec<(FillKind, Vec<PartyId>, bool, bool)> {
        let told = |f: Fill| (f.kind, f.parties, f.certainty == Some(Truth::Possible), f.hearsay);
        lenses.iter().map(|lens| told(state.fill(atlas, lens))).collect()
    };
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    for state in &s.look.situation.districts {
        let Some(district) = atlas.district(state.id.as_str()).filter(|d| !d.context) else { continue };
        let group = atlas.manifest.groups.iter().find(|g| g.members.contains(&district.id));
        let family = group.map(|g| g.id.to_string()).or_else(|| district.parent.as_ref().map(ToString::to_string));
        let of_family = |d: &DistrictState| match group {
            Some(g) => g.members.contains(&d.id),
            None => atlas.district(d.id.as_str()).is_some_and(|d| d.parent == district.parent && d.parent.is_some()),
        };
        if let Some(family) = family.filter(|f| !done.contains(f)) {
            let members: Vec<_> = s.look.situation.districts.iter().filter(|d| of_family(d)).collect();
            let first = said(state);
            if members.len() > 1 && members.iter().all(|m| said(m) == first) {
                if first.iter().any(|(kind, ..)| *kind != FillKind::Unknown) {
                    rows.push(Row { name: atlas.name(&family, language).to_owned(), id: family.clone(), state });
                }
                done.push(family);
                continue;
            }
        } else if group.is_some() || district.parent.is_some() {
            continue;
        }
        let nothing = said(state).iter().all(|(kind, ..)| *kind == FillKind::Unknown);
        if !nothing {
            rows.push(Row { id: district.id.to_string(), name: district.names.text(language).to_owned(), state });
        }
    }
    rows
}

impl Sketch<'_> {
    fn matrix_cell(&mut self, state: &DistrictState, party: &PartyId, at: ScreenPoint) {
        let (u, theme) = (self.u, self.look.theme);
        let paint = self.paint_through(state, &Lens::Party(party.clone()));
        let rect = ScreenRect::around(at, CELL.0 * u, CELL.1 * u);
        if paint.fill.kind == FillKind::Unknown {
            let dash = vec![at.plus(-5.0 * u, 0.0), at.plus(5.0 * u, 0.0)];
            self.path(Layer::Furniture, None, dash, Stroke::solid(theme.rule, 1.4 * u));
            return;
        }
        let possible = paint.fill.certainty == Some(Truth::Possible);
        let strength = if possible { 0.5 } else { 1.0 };
        let ground = paint.ground.map_or(theme.land, |c| c.over(theme.land, strength));
        self.add(Layer::Furniture, None, Shape::Sample { rect, ground, texture: paint.texture, strength, zoom: 0.62 });
        let stroke =
            if possible { Stroke::dotted(theme.outline, 1.6 * u, 3.6 * u) } else { Stroke::solid(theme.outline, 1.0 * u) };
        let mut edge = rect.corners().to_vec();
        edge.push(edge[0]);
        self.path(Layer::Furniture, None, edge, stroke);
        let to = paint.fill.parties.first().filter(|p| *p != party).map(|p| self.letter_of(p));
        if let Some(letter) =
            to.filter(|_| matches!(paint.fill.kind, FillKind::Assigns | FillKind::Recognises | FillKind::Occupy))
        {
            let line = self.colors_of(&paint.fill.parties[0]).line;
            self.roundel(Layer::Furniture, at, 7.0, &letter, line, paint.fill.hearsay);
        } else if paint.fill.hearsay {
            let letter = self.letter_of(party);
            let line = self.colors_of(party).line;
            self.roundel(Layer::Furniture, at, 7.0, &letter, line, true);
        }
    }
}
