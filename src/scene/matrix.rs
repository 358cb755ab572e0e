//! The stance matrix: one row per district and one column per party or voice, with the colors and
//! letters of the map on the session's day.

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::chart::{Chart, ChartSpace};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke, TextRun};
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{PartyId, PersonId, word};
use crate::numeric::clamped;
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Fill, FillKind, Lens};

const ROW: f32 = 23.0;
const HEAD: f32 = 30.0;
/// The most lines of the name of a party above its column.
const MOST_NAME_LINES: usize = 5;
/// Height reserved for the names of voices, which read upward, in design units.
const VOICES_HEAD: f32 = 128.0;
const CELL: (f32, f32) = (42.0, 16.0);
const STEP: f32 = 56.0;
/// Least width of a column, and what is free behind the names of the rows, in design units.
const LEAST_STEP: f32 = 46.0;
const BESIDE_NAMES: f32 = 8.0;
/// Height reserved on a page for the letters and names of parties, in design units.
const PAGE_HEAD: f32 = 78.0;
/// The same where the cells have words, and each name is one line.
const WORDS_HEAD: f32 = 34.0;
/// Width of a column from which its cells say in words what they show, in design units.
const WORDS_FROM: f32 = 190.0;
/// Widest sample of a cell on a page, in design units.
const WIDEST_SAMPLE: f32 = 84.0;
/// Widest column, in design units.
const WIDEST_STEP: f32 = 300.0;
/// Distance from the names of the rows to the columns on a page, in design units.
const BEHIND_NAMES: f32 = 36.0;
/// Maximum number of voices with a column; the number of the others is given below.
const MOST_VOICES: usize = 8;

/// The stance matrix on the session's day, `width` points wide. It has a column for each party that
/// offers a lens, or for each voice of the party `opened`. A click on a column's head selects its
/// party, on a row's name its district, and on a cell the document it is based on.
#[must_use]
pub fn matrix(view: &SceneContext<'_>, width: f32, opened: Option<&PartyId>) -> Chart {
    let space = ChartSpace {
        left: 0.0,
        right: width,
        stretch: 1.0,
        is_page: false,
    };
    drawn(view, space, opened)
}

/// The stance matrix. On a page its columns have names and take the whole width, and its cells have
/// words where there is room for them.
pub(super) fn drawn(view: &SceneContext<'_>, space: ChartSpace, opened: Option<&PartyId>) -> Chart {
    let width = space.right;
    let SceneContext {
        session,
        theme,
        text,
        unit: u,
        ..
    } = *view;
    let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
    let atlas = s.context.atlas();
    let voices = opened.map_or_else(Vec::new, |party| voices(&s, party));
    let shown = &voices[..voices.len().min(MOST_VOICES)];
    let columns: Vec<Lens> = match opened {
        Some(party) => std::iter::once(Lens::Party(party.clone()))
            .chain(shown.iter().cloned().map(Lens::Voice))
            .collect(),
        None => atlas
            .parties
            .iter()
            .filter(|p| p.offers_lens())
            .map(|p| Lens::Party(p.id.clone()))
            .collect(),
    };
    let ink = TextStyle {
        face: Face::Serif,
        size: if space.is_page { 17.0 } else { 15.0 },
        color: theme.ink,
        halo: None,
    };
    let rows = rows(&s, &columns);
    let count = columns.len().max(1) as f32;
    let names = rows.iter().map(|row| s.width(&row.name, ink));
    let widest_name = names.fold(0.0, f32::max);
    let step = if space.is_page {
        let room = width - widest_name - BEHIND_NAMES * u;
        clamped(room / count, STEP * u, WIDEST_STEP * u)
    } else {
        // Columns give way to long names, down to the width of a cell.
        let room = (width - widest_name - BESIDE_NAMES * u) / count;
        let most = (STEP * u).min(width * 0.68 / count);
        clamped(room, (LEAST_STEP * u).min(most), most)
    };
    let left = width - step * columns.len() as f32;
    let row_height = ROW * space.stretch * u;
    let cell = Cell {
        width: step - 8.0 * u,
        height: row_height - (ROW - CELL.1) * u,
        with_words: space.is_page && step >= WORDS_FROM * u,
        is_page: space.is_page,
    };
    let head = match (opened, space.is_page) {
        (Some(_), _) => VOICES_HEAD,
        (None, true) if cell.with_words => WORDS_HEAD,
        (None, true) => PAGE_HEAD,
        (None, false) => HEAD,
    } * u;
    let mut chart = Chart::default();
    chart.table.push(
        std::iter::once("district".to_owned())
            .chain(columns.iter().map(|l| l.name().to_owned()))
            .collect(),
    );
    for (i, lens) in columns.iter().enumerate() {
        let at = ScreenPoint::new(left + step * (i as f32 + 0.5), head - HEAD * u / 2.0);
        match lens {
            Lens::Party(party) => {
                let (letter, line) = (s.letter_of(party), s.colors_of(party).line);
                if space.is_page {
                    let name = atlas.name(party.as_str(), text.language());
                    s.column_head(at, cell, &letter, line, name);
                } else {
                    s.roundel(Layer::Furniture, at, 9.5, &letter, line, false);
                }
                chart
                    .hits
                    .push((ScreenRect::around(at, step, HEAD * u), party.to_string()));
            }
            lens => {
                s.upright(
                    at.plus(0.0, HEAD * u / 2.0 - 6.0 * u),
                    atlas.name(lens.name(), text.language()),
                    14.0,
                );
                let column = ScreenRect {
                    min: ScreenPoint::new(at.x - step / 2.0, 0.0),
                    max: ScreenPoint::new(at.x + step / 2.0, head),
                };
                chart.hits.push((column, lens.name().to_owned()));
            }
        }
    }
    let mut y = head;
    for row in rows {
        let middle = y + row_height / 2.0;
        let room = (left / u - BESIDE_NAMES).max(1.0);
        // A name that is too long has as many lines as the row has room for.
        let wrapped = ink.face.wrap(&row.name, ink.size, room);
        let line_height = ink.size * 1.2 * u;
        let lines = if wrapped.len() as f32 * line_height <= row_height {
            wrapped
        } else {
            vec![row.name.clone()]
        };
        let first = middle - lines.len().saturating_sub(1) as f32 * line_height / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let at = ScreenPoint::new(0.0, first + i as f32 * line_height);
            s.text_within(Layer::Furniture, at, line, ink, room * u);
        }
        let whole = ScreenRect::sized(ScreenPoint::new(-6.0 * u, y), width + 12.0 * u, row_height);
        // A row of a group or uezd is also that of each of its parts.
        let holds = |id: &str| {
            let row = crate::model::DistrictId::from(row.id.as_str());
            let leaves = atlas.leaves_of(&row);
            let chosen = crate::model::DistrictId::from(id);
            let chosen = atlas.leaves_of(&chosen);
            let within = |(leaf, _): &(_, _)| leaves.iter().any(|(l, _)| l == leaf);
            !chosen.is_empty() && chosen.iter().all(within)
        };
        if session
            .selection()
            .is_some_and(|id| id == row.id || holds(id))
        {
            let stroke = Some(Stroke::solid(theme.ink, 1.8 * u));
            s.add(
                Layer::Furniture,
                None,
                Shape::Box {
                    rect: whole,
                    round: 4.0 * u,
                    fill: None,
                    stroke,
                },
            );
        }
        chart.hits.push((whole, row.id.clone()));
        let mut cells = vec![row.id.clone()];
        for (i, lens) in columns.iter().enumerate() {
            let at = ScreenPoint::new(left + step * (i as f32 + 0.5), middle);
            let fill = s.matrix_cell(row.state, lens, at, cell);
            if fill.kind != FillKind::Unknown {
                s.explain_cell(row.state, lens, cell);
            }
            if let Some(record) = fill.records.first() {
                let message = atlas.claim(record.as_str()).and_then(|c| c.message.clone());
                let document = message
                    .filter(|m| atlas.message(m.as_str()).is_some())
                    .unwrap_or_else(|| record.clone());
                chart.hits.push((
                    ScreenRect::around(at, step, row_height),
                    document.to_string(),
                ));
            }
            let said = match fill.kind {
                FillKind::Unknown => {
                    let nothing = text.get("nothing-on-record");
                    let who = atlas.name(lens.name(), text.language());
                    let values = [("who", who), ("nothing", nothing.as_str())];
                    text.with("change-nothing", &values)
                }
                _ => text.capitalized(&text.fill_clause(&fill, 1, lens, atlas)),
            };
            let tip = format!("{}\n{said}", row.name);
            let whole = ScreenRect::around(at, step, row_height);
            chart.tips.push((whole, tip));
            let parties: Vec<&str> = fill.parties.iter().map(|p| p.as_str()).collect();
            cells.push(
                format!("{} {}", word(fill.kind), parties.join(" "))
                    .trim()
                    .to_owned(),
            );
        }
        chart.table.push(cells);
        y += row_height;
    }
    let more = voices.len() - shown.len();
    if more > 0 {
        let words = text.with("and-more-voices", &[("count", &more.to_string())]);
        let at = ScreenPoint::new(0.0, y + ROW * u / 2.0);
        s.text(Layer::Furniture, None, at, &words, ink);
        y += ROW * u;
    }
    chart.legend = s.legend.take();
    chart.items = s.items;
    chart.size = (width, y);
    chart
}

/// Voices of a party with a statement on the day, in order of their weight.
fn voices(s: &SceneBuilder<'_>, party: &PartyId) -> Vec<PersonId> {
    let atlas = s.context.atlas();
    let all = s
        .context
        .situation
        .districts()
        .flat_map(|d| d.stances())
        .filter(|x| x.party.as_ref() == Some(party));
    let mut voices: Vec<PersonId> = all.map(|x| x.voice.clone()).collect();
    voices.sort_by_key(|v| (atlas.person(v.as_str()).map(|p| p.authority), v.clone()));
    voices.dedup();
    voices
}

/// The size of the cells, in points.
#[derive(Debug, Clone, Copy)]
struct Cell {
    width: f32,
    height: f32,
    /// Whether a cell says in words what it shows.
    with_words: bool,
    is_page: bool,
}

struct MatrixRow<'a> {
    id: String,
    name: String,
    state: DistrictOnDay<'a>,
}

/// One row per district. The parts of a uezd, or the uezds of a group, share one where every party
/// says the same about all of them.
fn rows<'a>(s: &SceneBuilder<'a>, lenses: &[Lens]) -> Vec<MatrixRow<'a>> {
    let (atlas, language) = (s.context.atlas(), s.context.text.language());
    let said = |state: DistrictOnDay<'_>| -> Vec<(FillKind, Vec<PartyId>, bool, bool)> {
        let told = |f: Fill| {
            (
                f.kind,
                f.parties,
                f.certainty == Some(Truth::Possible),
                f.hearsay,
            )
        };
        lenses.iter().map(|lens| told(state.fill(lens))).collect()
    };
    let mut rows: Vec<MatrixRow<'a>> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    for state in s.context.situation.districts() {
        let Some(district) = atlas.district(state.id.as_str()).filter(|d| !d.context) else {
            continue;
        };
        let group = atlas
            .manifest
            .groups
            .iter()
            .find(|g| g.members.contains(&district.id));
        let family = group
            .map(|g| g.id.to_string())
            .or_else(|| district.parent.as_ref().map(ToString::to_string));
        let of_family = |d: &DistrictOnDay<'_>| match group {
            Some(g) => g.members.contains(&d.id),
            None => atlas
                .district(d.id.as_str())
                .is_some_and(|d| d.parent == district.parent && d.parent.is_some()),
        };
        if let Some(family) = family.filter(|f| !done.contains(f)) {
            let members: Vec<_> = s.context.situation.districts().filter(of_family).collect();
            let first = said(state);
            if members.len() > 1 && members.iter().all(|m| said(*m) == first) {
                if first.iter().any(|(kind, ..)| *kind != FillKind::Unknown) {
                    rows.push(MatrixRow {
                        name: atlas.name(&family, language).to_owned(),
                        id: family.clone(),
                        state,
                    });
                }
                done.push(family);
                continue;
            }
        } else if group.is_some() || district.parent.is_some() {
            continue;
        }
        let nothing = said(state)
            .iter()
            .all(|(kind, ..)| *kind == FillKind::Unknown);
        if !nothing {
            rows.push(MatrixRow {
                id: district.id.to_string(),
                name: district.names.text(language).to_owned(),
                state,
            });
        }
    }
    rows
}

impl SceneBuilder<'_> {
    /// A text that reads upward from `foot`.
    fn upright(&mut self, foot: ScreenPoint, words: &str, size: f32) {
        let size = size * self.u;
        let color = self.context.theme.ink;
        let at = foot.plus(size * 0.34, 0.0);
        let angle = -std::f32::consts::FRAC_PI_2;
        let run = TextRun {
            at,
            text: words.to_owned(),
            face: Face::Condensed,
            size,
            tracking: 0.0,
            color,
            halo: None,
            angle,
        };
        self.add(Layer::Furniture, None, Shape::Text(run));
    }

    fn matrix_cell(
        &mut self,
        state: DistrictOnDay<'_>,
        lens: &Lens,
        at: ScreenPoint,
        cell: Cell,
    ) -> Fill {
        let (u, theme) = (self.u, self.context.theme);
        let paint = self.paint_through(state, lens);
        let sample_width = if cell.is_page {
            cell.width.min(WIDEST_SAMPLE * u)
        } else {
            cell.width.min(CELL.0 * u)
        };
        let whole = ScreenRect::around(at, cell.width, cell.height);
        let rect = if cell.with_words {
            ScreenRect::sized(whole.min, sample_width, cell.height)
        } else {
            ScreenRect::around(at, sample_width, cell.height)
        };
        let middle = rect.centre();
        if paint.fill.kind == FillKind::Unknown {
            let dash = vec![middle.plus(-5.0 * u, 0.0), middle.plus(5.0 * u, 0.0)];
            self.path(
                Layer::Furniture,
                None,
                dash,
                Stroke::solid(theme.rule, 1.4 * u),
            );
            return paint.fill;
        }
        let viewer = lens.viewer(self.context.atlas());
        let possible = paint.fill.certainty == Some(Truth::Possible);
        let opacity = if possible { 0.5 } else { 1.0 };
        let base_color = paint
            .base_color
            .map_or(theme.land, |c| c.over(theme.land, opacity));
        self.add(
            Layer::Furniture,
            None,
            Shape::Sample {
                rect,
                base_color,
                texture: paint.texture,
                opacity,
                zoom: if cell.is_page { 0.9 } else { 0.62 },
            },
        );
        let stroke = if possible {
            Stroke::dotted(theme.outline, 1.6 * u, 3.6 * u)
        } else {
            Stroke::solid(theme.outline, 1.0 * u)
        };
        let mut edge = rect.corners().to_vec();
        edge.push(edge[0]);
        self.path(Layer::Furniture, None, edge, stroke);
        let to = paint
            .fill
            .parties
            .first()
            .filter(|p| Some(*p) != viewer.as_ref());
        let named = to.filter(|_| {
            matches!(
                paint.fill.kind,
                FillKind::Assigns | FillKind::Recognises | FillKind::Occupy
            )
        });
        let who = named.or(viewer.as_ref().filter(|_| paint.fill.hearsay));
        if let Some(who) = who {
            let (letter, line) = (self.letter_of(who), self.colors_of(who).line);
            let radius = if cell.is_page { 10.0 } else { 7.0 };
            self.roundel(
                Layer::Furniture,
                middle,
                radius,
                &letter,
                line,
                paint.fill.hearsay,
            );
        }
        if cell.with_words {
            let words = self
                .context
                .text
                .fill(&paint.fill, lens, self.context.atlas());
            let from = ScreenPoint::new(rect.max.x + 9.0 * u, middle.y);
            self.words_beside(from, whole.max.x - from.x, cell.height, &words);
        }
        paint.fill
    }

    /// The letter and name of a party over its column on a page: over the samples where these have
    /// words beside them, otherwise over the middle.
    fn column_head(&mut self, at: ScreenPoint, cell: Cell, letter: &str, line: Color, name: &str) {
        let u = self.u;
        let style = TextStyle {
            face: Face::SemiBold,
            size: 15.0,
            color: self.context.theme.ink,
            halo: None,
        };
        let layer = Layer::Furniture;
        if cell.with_words {
            let left = at.plus(9.5 * u - cell.width / 2.0, 0.0);
            self.roundel(layer, left, 9.5, letter, line, false);
            let room = cell.width - 26.0 * u;
            self.text_within(layer, left.plus(16.0 * u, 0.0), name, style, room);
            return;
        }
        let size = 13.0;
        let style = TextStyle { size, ..style };
        let mut lines = style.face.wrap(name, size * u, cell.width);
        if lines.len() > MOST_NAME_LINES {
            lines.truncate(MOST_NAME_LINES - 1);
            lines.push("…".to_owned());
        }
        let line_height = 16.0 * u;
        let foot = at.y + HEAD * u / 2.0 - 12.0 * u;
        for (i, line) in lines.iter().rev().enumerate() {
            let y = foot - line_height * i as f32;
            self.text_centred(layer, None, ScreenPoint::new(at.x, y), line, style);
        }
        let top = foot - line_height * lines.len() as f32 - 6.0 * u;
        self.roundel(layer, ScreenPoint::new(at.x, top), 9.5, letter, line, false);
    }

    /// Words in lines that are centered together on the height of `from`, as many as the height has
    /// room for.
    fn words_beside(&mut self, from: ScreenPoint, width: f32, height: f32, words: &str) {
        let style = TextStyle {
            face: Face::Condensed,
            size: 14.0,
            color: self.context.theme.ink,
            halo: None,
        };
        let line_height = 17.0 * self.u;
        let mut lines = style.face.wrap(words, style.size * self.u, width);
        let most = ((height / line_height) as usize).max(1);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        let top = from.y - line_height * (lines.len() as f32 - 1.0) / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let at = ScreenPoint::new(from.x, top + line_height * i as f32);
            self.text(Layer::Furniture, None, at, line, style);
        }
    }

    /// Adds what a cell shows and does not say in words to the legend.
    fn explain_cell(&mut self, state: DistrictOnDay<'_>, lens: &Lens, cell: Cell) {
        let (text, atlas) = (self.context.text, self.context.atlas());
        let paint = self.paint_through(state, lens);
        let possible = paint.fill.certainty == Some(Truth::Possible);
        let words = text.fill(&paint.fill, &Lens::Claims, atlas);
        if !cell.with_words {
            let sign = LegendSign::Fill(paint.base_color, paint.texture, possible);
            self.explain(LegendRank::Fill(paint.fill.kind), sign, words);
        }
        if paint.fill.hearsay {
            let words = text.get("legend-hearsay");
            self.explain(LegendRank::Hearsay, LegendSign::Hearsay, words);
        }
    }
}
