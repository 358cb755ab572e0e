//! The ribbons: each district as each party saw it, as a strip over time in the colors and textures
//! of the map. The result is a [`Chart`] with a table.

use std::collections::{BTreeSet, HashSet};

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::chart::{Chart, ChartSpace};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{DistrictId, PartyId, word};
use crate::time::TimeScale;
use crate::time::Truth;
use crate::timeline::{DayRange, Fill, Lens, Ribbon, Timeline, Undated};

/// Height of the row of a ribbon, in design units.
const ROW: f32 = 17.0;
/// Height of a strip, in design units.
const STRIP: f32 = 12.0;
/// Height of the line of an undated statement, in design units.
const UNDATED_ROW: f32 = 15.0;
/// Distance between two rows, in design units.
const BETWEEN: f32 = 7.0;
/// Height of the time axis, in design units.
const AXIS: f32 = 34.0;

/// The ribbons of every district on record. Parts of a district, or districts of a group, that have
/// the same share them.
pub(super) fn ribbons(view: &SceneContext<'_>, space: ChartSpace) -> Chart {
    draw(view, space, None)
}

/// The ribbons of one district, `width` points wide, for the inspector.
#[must_use]
pub fn ribbons_of(view: &SceneContext<'_>, district: &DistrictId, width: f32) -> Chart {
    let space = ChartSpace {
        left: 34.0 * view.unit,
        right: width + 4.0 * view.unit,
        stretch: 1.0,
        is_page: false,
    };
    draw(view, space, Some(district))
}

fn draw(view: &SceneContext<'_>, space: ChartSpace, only: Option<&DistrictId>) -> Chart {
    let (left, right) = (space.left, space.right);
    let SceneContext {
        session,
        theme,
        text,
        unit: u,
        ..
    } = *view;
    let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
    let scale = TimeScale {
        left,
        right: right - 24.0 * u,
        days: session.visible_days(),
    };
    let mut chart = Chart {
        table: vec![head()],
        ..Chart::default()
    };
    let all = session.timeline().ribbons();
    let known = |r: &Ribbon| undated_rows(r, session.timeline());
    let rows = all.iter().flat_map(|r| [rows_of(r), known(r)].concat());
    chart.table.extend(rows);
    let mut drawn_parties: HashSet<&PartyId> = HashSet::new();
    let mut y = 8.0 * u;
    let tall = space.stretch * u;
    let (row, strip_height, undated_row) = (ROW * tall, STRIP * tall, UNDATED_ROW * tall);
    let plain = TextStyle {
        face: Face::Serif,
        size: 15.0,
        color: theme.ink,
        halo: None,
    };
    for (id, name, ribbons) in families(&s, all, only) {
        let mut foot = y;
        let seen: Vec<&Ribbon> = ribbons
            .into_iter()
            .filter(|r| {
                let seen = |(days, _): &(DayRange, Fill)| scale.extent(*days).is_some();
                r.runs.iter().any(seen) || !r.undated.is_empty()
            })
            .collect();
        if seen.is_empty() {
            continue;
        }
        if only.is_none() {
            let selected = session.selection() == Some(id.as_str());
            let face = if selected {
                Face::SerifSemiBold
            } else {
                Face::Serif
            };
            let from = space.indent(u);
            let room = (left - from) / u - 36.0;
            let said = seen.iter().flat_map(|r| &r.undated);
            let undated = said.map(|said| margin_height(&s, said, &scale, undated_row));
            let ribbons = seen.len() as f32 * row + undated.sum::<f32>();
            // A name that is too long has more lines, and only where they need more than the rows of
            // the district, and more than two, smaller letters.
            let wrapped = face.wrap(&name, plain.size, room);
            let lines = if wrapped.len() as f32 * row <= ribbons.max(2.0 * row) {
                wrapped
            } else {
                vec![name]
            };
            for (i, line) in lines.iter().enumerate() {
                let at = ScreenPoint::new(from, y + (i as f32 + 0.5) * row);
                let style = TextStyle { face, ..plain };
                s.text_within(Layer::Furniture, at, line, style, room * u);
            }
            let height = ribbons.max(lines.len() as f32 * row);
            foot = y + height;
            chart.hits.push((
                ScreenRect::sized(ScreenPoint::new(0.0, y), left - 28.0 * u, height),
                id,
            ));
        }
        for ribbon in seen {
            let middle = y + row / 2.0;
            let (letter, line) = (s.letter_of(&ribbon.party), s.colors_of(&ribbon.party).line);
            s.roundel(
                Layer::Furniture,
                ScreenPoint::new(left - 18.0 * u, middle),
                7.5,
                &letter,
                line,
                false,
            );
            let base = vec![
                ScreenPoint::new(scale.left, middle),
                ScreenPoint::new(scale.right, middle),
            ];
            s.path(
                Layer::Land,
                None,
                base,
                Stroke::dotted(theme.rule, 1.2 * u, 5.0 * u),
            );
            for (range, fill) in &ribbon.runs {
                let Some((a, b)) = scale.extent(*range) else {
                    continue;
                };
                let rect = ScreenRect {
                    min: ScreenPoint::new(a, middle - strip_height / 2.0),
                    max: ScreenPoint::new(b.max(a + 2.0 * u), middle + strip_height / 2.0),
                };
                strip(&mut s, &ribbon.party, fill, rect);
                explain(&mut s, &ribbon.party, fill);
                let record = fill
                    .records
                    .first()
                    .map_or_else(|| ribbon.district.to_string(), ToString::to_string);
                let lens = crate::timeline::Lens::Party(ribbon.party.clone());
                let clause = text.fill_clause(fill, 1, &lens, s.context.atlas());
                let tip = format!("{}\n{}", text.days(*range), text.capitalized(&clause));
                chart.tips.push((rect, tip));
                chart.hits.push((rect, record));
            }
            if drawn_parties.insert(&ribbon.party) {
                chart.parties.push(ribbon.party.clone());
            }
            y += row;
            for undated in &ribbon.undated {
                let row = ScreenRect::sized(
                    ScreenPoint::new(scale.left, y),
                    right - scale.left,
                    margin_height(&s, undated, &scale, undated_row),
                );
                margin_mark(&mut s, undated, row, (&scale, undated_row));
                chart.hits.push((row, undated.record.to_string()));
                y = row.max.y;
            }
        }
        y = y.max(foot) + BETWEEN * tall;
    }
    if y < 9.0 * u {
        let at = ScreenPoint::new(left, y + ROW * u);
        s.text(
            Layer::Furniture,
            None,
            at,
            &text.get("nothing-passes"),
            TextStyle {
                face: Face::Italic,
                color: theme.ink2,
                ..plain
            },
        );
        y += 2.0 * ROW * u;
    }
    s.time_grid(&scale, 0.0, y);
    s.time_axis(&scale, y + 2.0 * u);
    s.items.sort_by_key(|i| i.layer);
    chart.legend = s.legend.take();
    chart.items = s.items;
    chart.size = (right, y + AXIS * u);
    chart
}

/// Districts, or districts of one group or uezd with the same ribbons, each with its name and its
/// ribbons.
fn families<'a>(
    s: &SceneBuilder<'_>,
    all: &'a [Ribbon],
    only: Option<&DistrictId>,
) -> Vec<(String, String, Vec<&'a Ribbon>)> {
    let (atlas, language) = (s.context.atlas(), s.context.text.language());
    let of =
        |id: &DistrictId| -> Vec<&'a Ribbon> { all.iter().filter(|r| r.district == *id).collect() };
    let alike_in = |a: &DistrictId, b: &DistrictId| {
        let said = |r: &Ribbon, o: &Ribbon| {
            r.party == o.party && looks(&r.runs) == looks(&o.runs) && r.undated == o.undated
        };
        let (a, b) = (of(a), of(b));
        a.len() == b.len() && a.iter().zip(&b).all(|(r, o)| said(r, o))
    };
    let mut out = Vec::new();
    let mut done: BTreeSet<DistrictId> = BTreeSet::new();
    for ribbon in all.iter().filter(|r| only.is_none_or(|o| r.district == *o)) {
        let id = &ribbon.district;
        if !done.insert(id.clone()) {
            continue;
        }
        let group = atlas
            .manifest
            .groups
            .iter()
            .find(|g| g.members.contains(id))
            .map(|g| g.id.clone());
        let parent = atlas.district(id.as_str()).and_then(|d| d.parent.clone());
        let family = group.or(parent).filter(|_| only.is_none());
        let members: Vec<DistrictId> = family.as_ref().map_or_else(Vec::new, |f| {
            atlas
                .leaves_of(f)
                .into_iter()
                .map(|(leaf, _)| leaf)
                .collect()
        });
        let alike: Vec<DistrictId> = members
            .iter()
            .filter(|m| *m == id || alike_in(m, id))
            .cloned()
            .collect();
        done.extend(alike.iter().cloned());
        let name = |id: &DistrictId| atlas.name(id.as_str(), language).to_owned();
        let (named, name) = match family {
            Some(family) if alike.len() > 1 && alike.len() == members.len() => {
                (family.to_string(), name(&family))
            }
            _ if alike.len() > 1 => {
                let names: Vec<String> = alike.iter().map(name).collect();
                (id.to_string(), s.context.text.join(&names))
            }
            _ => (id.to_string(), name(id)),
        };
        out.push((named, name, of(id)));
    }
    out
}

/// Runs of days as they are drawn: without the records of a fill, and with days of the same fill
/// as one run.
fn looks(runs: &[(DayRange, Fill)]) -> Vec<(DayRange, Fill)> {
    let mut out: Vec<(DayRange, Fill)> = Vec::new();
    for (range, fill) in runs {
        let mut fill = fill.clone();
        fill.records.clear();
        match out.last_mut() {
            Some((last, same)) if *same == fill && last.last.succ_opt() == Some(range.first) => {
                last.last = range.last;
            }
            _ => out.push((*range, fill)),
        }
    }
    out
}

/// Adds the colors and textures of a party's fill to the legend.
fn explain(s: &mut SceneBuilder<'_>, party: &PartyId, fill: &Fill) {
    let (base_color, texture) = s.fill_style(fill, Some(party), &[]);
    let possible = fill.certainty == Some(Truth::Possible);
    let words = s.context.text.fill(fill, &Lens::Claims, s.context.atlas());
    let sign = LegendSign::Fill(base_color, texture, possible);
    s.explain(LegendRank::Fill(fill.kind), sign, words);
    if fill.hearsay {
        let words = s.context.text.get("legend-hearsay");
        s.explain(LegendRank::Hearsay, LegendSign::Hearsay, words);
    }
}

fn head() -> Vec<String> {
    [
        "district",
        "party",
        "from",
        "to",
        "kind",
        "parties",
        "certainty",
        "hearsay",
        "records",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn strip(s: &mut SceneBuilder<'_>, party: &PartyId, fill: &Fill, rect: ScreenRect) {
    let (u, theme) = (s.u, s.context.theme);
    let possible = fill.certainty == Some(Truth::Possible);
    let opacity = if possible { 0.5 } else { 1.0 };
    let (base_color, texture) = s.fill_style(fill, Some(party), &[]);
    let base_color = base_color.map_or(theme.land, |c| c.over(theme.land, opacity));
    s.add(
        Layer::Fill,
        None,
        Shape::Sample {
            rect,
            base_color,
            texture,
            opacity,
            zoom: 0.55,
        },
    );
    let stroke = if possible {
        Stroke::dotted(theme.outline, 1.5 * u, 3.6 * u)
    } else {
        Stroke::solid(theme.outline, 0.9 * u)
    };
    let mut edge = rect.corners().to_vec();
    edge.push(edge[0]);
    s.path(Layer::Band, None, edge, stroke);
    // A letter names the party where the answer names another party or is known only from another's
    // report.
    let to = fill.parties.first().filter(|p| *p != party);
    if rect.width() > 18.0 * u && (to.is_some() || fill.hearsay) {
        let who = to.unwrap_or(party);
        let (letter, line) = (s.letter_of(who), s.colors_of(who).line);
        s.roundel(
            Layer::Mark,
            ScreenPoint::new(rect.min.x + 9.0 * u, rect.centre().y),
            6.0,
            &letter,
            line,
            fill.hearsay,
        );
    }
}

/// Typeface, size and colors of what is written in the margin.
fn margin_style(s: &SceneBuilder<'_>) -> TextStyle {
    TextStyle {
        face: Face::Italic,
        size: 12.5,
        color: s.context.theme.ink2,
        halo: Some(s.context.theme.card),
    }
}

/// What is written beside the mark of a statement that is in force on no day, in lines: what it says
/// and what is known of its day.
fn margin_lines(s: &SceneBuilder<'_>, undated: &Undated, scale: &TimeScale) -> Vec<String> {
    let (text, atlas) = (s.context.text, s.context.atlas());
    let Some(claim) = atlas.claim(undated.record.as_str()) else {
        return Vec::new();
    };
    let name = |id: &str| atlas.name(id, text.language()).to_owned();
    let voices: Vec<String> = claim.voices.iter().map(|v| name(v.as_str())).collect();
    let stance = claim.stance();
    let said = stance.map(|stance| text.stance(&stance, &text.join(&voices), atlas));
    let words = text.named(&text.known_day(undated.day), &said.unwrap_or_default());
    let style = margin_style(s);
    let room = scale.right - scale.left - 4.0 * s.u;
    style.face.wrap(&words, style.size * s.u, room)
}

/// Height of these lines, in points.
fn margin_height(s: &SceneBuilder<'_>, undated: &Undated, scale: &TimeScale, line: f32) -> f32 {
    line * margin_lines(s, undated, scale).len().max(1) as f32
}

/// A hollow mark in the margin right of the days for a statement that is in force on none of them,
/// and beside it, at the end of the row, its lines, each of some height in points.
fn margin_mark(
    s: &mut SceneBuilder<'_>,
    undated: &Undated,
    row: ScreenRect,
    (scale, line): (&TimeScale, f32),
) {
    let (u, theme) = (s.u, s.context.theme);
    let style = margin_style(s);
    for (i, words) in margin_lines(s, undated, scale).iter().enumerate() {
        let width = s.width(words, style);
        let x = (scale.right - 4.0 * u - width).max(row.min.x);
        let at = ScreenPoint::new(x, row.min.y + (i as f32 + 0.5) * line);
        s.text(Layer::Mark, None, at, words, style);
    }
    s.add(
        Layer::Mark,
        Some(undated.record.as_str()),
        Shape::Circle {
            at: ScreenPoint::new(scale.right + 10.0 * u, row.min.y + line / 2.0),
            radius: 4.5 * u,
            fill: None,
            stroke: Some(Stroke::dotted(theme.outline, 1.6 * u, 3.0 * u)),
        },
    );
}

/// The rows of the table for statements that are in force on no day; the days are what is known.
fn undated_rows(ribbon: &Ribbon, timeline: &Timeline) -> Vec<Vec<String>> {
    let row = |undated: &Undated| {
        let day = |d: Option<chrono::NaiveDate>| d.map_or_else(String::new, |d| d.to_string());
        let claim = timeline.atlas().claim(undated.record.as_str());
        let stance = claim.and_then(crate::model::Claim::stance);
        let hearsay = claim.is_some_and(|c| c.head.told_by.is_some());
        vec![
            ribbon.district.to_string(),
            ribbon.party.to_string(),
            day(undated.day.first()),
            day(undated.day.last()),
            stance.map_or("", |s| word(s.kind)).to_owned(),
            String::new(),
            "undated".to_owned(),
            hearsay.to_string(),
            undated.record.to_string(),
        ]
    };
    ribbon.undated.iter().map(row).collect()
}

fn rows_of(ribbon: &Ribbon) -> Vec<Vec<String>> {
    let row = |(range, fill): &(DayRange, Fill)| {
        vec![
            ribbon.district.to_string(),
            ribbon.party.to_string(),
            range.first.to_string(),
            range.last.to_string(),
            word(fill.kind).to_owned(),
            fill.parties
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" "),
            fill.certainty.map_or("", word).to_owned(),
            fill.hearsay.to_string(),
            fill.records
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" "),
        ]
    };
    ribbon.runs.iter().map(row).collect()
}
