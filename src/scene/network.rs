//! The network of messages: senders on the left, addressees on the right, connected by bands as
//! wide as the number of messages. The result is a [`Chart`] with a table.

use std::collections::BTreeMap;

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::chart::{Chart, ChartSpace};
use super::list::{Layer, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Correspondent, PersonId};
use crate::timeline::DayRange;

/// Height of the row of a sender or addressee, in design units.
const ROW: f32 = 24.0;
/// Width of a band per message, in design units.
const WIDTH: f32 = 2.2;
/// Width of a roundel beside a name, with its distances, in design units.
const BESIDE: f32 = 34.0;
/// Smallest part of the width between the roundels on both sides.
const NARROWEST: f32 = 0.2;

/// Font sizes of the names, tried in turn.
const SIZES: [f32; 4] = [14.5, 13.5, 12.5, 11.5];
/// What is free at the right end, for the scroll bar of a window, in design units.
const END: f32 = 14.0;

type End = Option<PersonId>;

/// The network of the messages of the range where one is set, otherwise of the days that the time
/// line shows.
pub(super) fn network(view: &SceneContext<'_>, space: ChartSpace) -> Chart {
    let SceneContext {
        session,
        theme,
        text,
        unit: u,
        ..
    } = *view;
    let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
    let range = session.range().unwrap_or(session.visible_days());
    let pairs = pairs(&s, range);
    let mut chart = Chart {
        table: vec![
            ["from", "to", "messages", "records"]
                .map(str::to_owned)
                .to_vec(),
        ],
        ..Chart::default()
    };
    let id = |end: &End| end.as_ref().map_or_else(String::new, ToString::to_string);
    for ((from, to), records) in &pairs {
        chart.table.push(vec![
            id(from),
            id(to),
            records.len().to_string(),
            records.join(" "),
        ]);
    }
    let left_ends = ends(
        &s,
        pairs
            .iter()
            .map(|((from, _), records)| (from, records.len())),
    );
    let right_ends = ends(
        &s,
        pairs.iter().map(|((_, to), records)| (to, records.len())),
    );
    let head = TextStyle {
        face: Face::SemiBold,
        size: 15.0,
        color: theme.ink,
        halo: None,
    };
    let total: usize = pairs.values().map(Vec::len).sum();
    let of = text.with(
        "network-of",
        &[("count", &total.to_string()), ("days", &text.days(range))],
    );
    s.text(
        Layer::Furniture,
        None,
        ScreenPoint::new(space.indent(u), 16.0 * u),
        &of,
        head,
    );
    let name = |end: &End| {
        end.as_ref().map_or_else(
            || text.get("not-named"),
            |p| {
                s.context
                    .atlas()
                    .name(p.as_str(), text.language())
                    .to_owned()
            },
        )
    };
    let words = |ends: &[(End, usize)]| -> Vec<String> {
        let one = |(end, count): &(End, usize)| format!("{}  {count}", name(end));
        ends.iter().map(one).collect()
    };
    let (left_words, right_words) = (words(&left_ends), words(&right_ends));
    let widest_in = |words: &[String], style: TextStyle| {
        let widths = words.iter().map(|w| s.width(w, style));
        widths.fold(0.0, f32::max) + BESIDE * u
    };
    // Names too long for the width are set smaller, as far as they stay legible.
    let style = SIZES.map(|size| TextStyle {
        face: Face::Regular,
        size,
        color: theme.ink,
        halo: None,
    });
    let fits = |style: &&TextStyle| {
        let from = widest_in(&left_words, **style).max(space.right * 0.3);
        let room = space.right * (1.0 - NARROWEST) - END * u;
        from + widest_in(&right_words, **style) <= room
    };
    let style = *style.iter().find(fits).unwrap_or(&style[SIZES.len() - 1]);
    let widest = |words: &[String]| widest_in(words, style);
    // The names have the room that they need; the bands have at least a part of the width.
    let (from_x, names_right) = (
        widest(&left_words).max(space.right * 0.3),
        widest(&right_words) + END * u,
    );
    let right = space
        .right
        .max(from_x + names_right + space.right * NARROWEST);
    let to_x = (right - names_right).min(right * 0.7).max(from_x);
    let (top, row) = (44.0 * u, ROW * space.stretch * u);
    let row_y = |ends: &[(End, usize)], end: &End| {
        let at = ends.iter().position(|(e, _)| e == end).unwrap_or(0);
        top + (at as f32 + 0.5) * row
    };
    for ((from, to), records) in &pairs {
        let (a, b) = (
            ScreenPoint::new(from_x + 14.0 * u, row_y(&left_ends, from)),
            ScreenPoint::new(to_x - 14.0 * u, row_y(&right_ends, to)),
        );
        let color = party_color(&s, from);
        let chosen = session.selection();
        let is_chosen = chosen.is_some_and(|c| {
            [from, to]
                .iter()
                .any(|e| e.as_ref().is_some_and(|p| p.as_str() == c))
                || records.iter().any(|r| r == c)
        });
        let opacity = if chosen.is_none() || is_chosen {
            0.75
        } else {
            0.3
        };
        let curve: Vec<ScreenPoint> = (0..=24)
            .map(|i| {
                let t = i as f32 / 24.0;
                let ease = t * t * (3.0 - 2.0 * t);
                ScreenPoint::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * ease)
            })
            .collect();
        let stroke = Stroke::solid(
            color.over(theme.card, opacity),
            WIDTH * (records.len() as f32) * u,
        );
        s.path(
            if is_chosen { Layer::Arc } else { Layer::Trail },
            None,
            curve,
            stroke,
        );
    }
    for (ends, words, x, is_left) in [
        (&left_ends, left_words, from_x, true),
        (&right_ends, right_words, to_x, false),
    ] {
        for (i, ((end, _), words)) in ends.iter().zip(words).enumerate() {
            let y = top + (i as f32 + 0.5) * row;
            let width = s.width(&words, style);
            let (start, roundel) = if is_left {
                (x - 22.0 * u - width, x)
            } else {
                (x + 22.0 * u, x)
            };
            s.text(
                Layer::Furniture,
                None,
                ScreenPoint::new(start, y),
                &words,
                style,
            );
            match end
                .as_ref()
                .and_then(|p| s.context.atlas().person(p.as_str())?.party.clone())
            {
                Some(party) => {
                    let (letter, line) = (s.letter_of(&party), s.colors_of(&party).line);
                    s.roundel(
                        Layer::Furniture,
                        ScreenPoint::new(roundel, y),
                        9.0,
                        &letter,
                        line,
                        false,
                    );
                }
                None => s.roundel(
                    Layer::Furniture,
                    ScreenPoint::new(roundel, y),
                    9.0,
                    "?",
                    theme.ink2,
                    true,
                ),
            }
            if let Some(person) = end {
                let rect = ScreenRect::sized(
                    ScreenPoint::new(start.min(roundel - 10.0 * u), y - row / 2.0),
                    width + 46.0 * u,
                    row,
                );
                chart.hits.push((rect, person.to_string()));
            }
        }
    }
    let people = left_ends.iter().chain(&right_ends);
    let atlas = s.context.atlas();
    let parties = people.filter_map(|(end, _)| {
        let person = atlas.person(end.as_ref()?.as_str())?;
        person.party.as_ref()
    });
    let parties = atlas.parties_of(parties).into_iter();
    chart.parties = parties.map(|p| p.id.clone()).collect();
    s.items.sort_by_key(|i| i.layer);
    chart.items = s.items;
    chart.size = (
        right,
        top + left_ends.len().max(right_ends.len()) as f32 * row + 12.0 * u,
    );
    chart
}

/// Pairs of sender and addressee with the messages between them. An end without a named person or
/// body is `None`.
fn pairs(s: &SceneBuilder<'_>, range: DayRange) -> BTreeMap<(End, End), Vec<String>> {
    let timeline = s.context.session.timeline();
    let mut out: BTreeMap<(End, End), Vec<String>> = BTreeMap::new();
    for m in &s.context.atlas().messages {
        let (earliest, latest) = timeline.bounds_of(&m.head.id);
        // A message belongs to the range if all of its possible days do.
        if !earliest
            .zip(latest)
            .is_some_and(|(a, b)| range.holds(a) && range.holds(b))
        {
            continue;
        }
        let people = |list: &[Correspondent]| -> Vec<End> {
            if list.is_empty() {
                vec![None]
            } else {
                list.iter().map(|c| c.person.clone()).collect()
            }
        };
        for from in people(&m.from) {
            for to in people(&m.to) {
                out.entry((from.clone(), to))
                    .or_default()
                    .push(m.head.id.to_string());
            }
        }
    }
    out
}

/// Each end once with its number of messages: by party in the order of the atlas, then by
/// descending number.
fn ends<'a>(
    s: &SceneBuilder<'_>,
    all: impl Iterator<Item = (&'a End, usize)>,
) -> Vec<(End, usize)> {
    let atlas = s.context.atlas();
    let mut counts: BTreeMap<End, usize> = BTreeMap::new();
    all.for_each(|(end, n)| *counts.entry(end.clone()).or_default() += n);
    let rank = |end: &End| {
        let party = end
            .as_ref()
            .and_then(|p| atlas.person(p.as_str())?.party.as_ref());
        party
            .and_then(|p| atlas.party_rank(p))
            .unwrap_or(usize::MAX)
    };
    let mut out: Vec<(End, usize)> = counts.into_iter().collect();
    out.sort_by(|a, b| {
        (rank(&a.0), std::cmp::Reverse(a.1), &a.0).cmp(&(rank(&b.0), std::cmp::Reverse(b.1), &b.0))
    });
    out
}

fn party_color(s: &SceneBuilder<'_>, end: &End) -> super::Color {
    let party = end
        .as_ref()
        .and_then(|p| s.context.atlas().person(p.as_str())?.party.as_ref());
    party.map_or(s.context.theme.hatch, |p| s.colors_of(p).mid)
}
