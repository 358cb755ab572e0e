//! The chart of reported strengths over time. Nothing is added up and no line connects reports:
//! each number is drawn at the day of its report, and numbers that disagree are drawn side by side.
//! The result is a [`Chart`] with a table.

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::chart::{Chart, ChartSpace};
use super::list::{Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Fix, Qualifier, Strength, StrengthUnit, Unit, word};
use crate::time::TimeScale;
use crate::timeline::DayRange;

/// Distance from the top of the chart to its axis, in design units.
const HEIGHT: f32 = 250.0;
/// Smallest maximum of the scale, in men, so that the scale of a chart without numbers is not
/// empty.
const FEWEST_MEN: f32 = 10.0;
/// What is free at the right end of a line below the chart, in design units.
const END: f32 = 20.0;
/// Number of steps above and below a point at which its label is tried.
const LABEL_ROWS: u8 = 18;
/// Widest line of a label, as a part of the width of the chart: the first with which it finds room.
const LABEL_PARTS: [f32; 4] = [0.4, 0.24, 0.15, 0.11];
/// Lowest gridline above zero, as a fraction of the greatest number. On a root scale lower ones
/// would be too close together.
const LOWEST_GRIDLINE: f32 = 0.02;

struct StrengthReport<'a> {
    unit: &'a Unit,
    fix: &'a Fix,
    days: Option<DayRange>,
    /// Lowest and highest number of men in the largest class that is counted in men; `None` where
    /// no class is.
    men: Option<(f32, f32)>,
    open_below: bool,
}

/// The chart of the numbers of men by report. Numbers in other units, or of no known day, are
/// listed below it.
pub(super) fn strengths(view: &SceneContext<'_>, space: ChartSpace) -> Chart {
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
    let reports = reports(&s, &mut chart.table);
    let drawn = |r: &&StrengthReport<'_>| r.days.and_then(|d| scale.extent(d)).is_some();
    let most = reports
        .iter()
        .filter(drawn)
        .filter_map(|r| r.men)
        .map(|(_, b)| b)
        .fold(FEWEST_MEN, f32::max);
    let indent = space.indent(u);
    let (top, base) = (26.0 * u, HEIGHT * space.stretch * u);
    // A root scale keeps small forces distinguishable beside large ones.
    let y_of = |men: f32| base - (base - top) * (men / most).sqrt();
    let small = TextStyle {
        face: Face::Regular,
        size: 12.5,
        color: theme.ink2,
        halo: None,
    };
    for men in gridlines(most) {
        let y = y_of(men);
        s.path(
            Layer::Land,
            None,
            vec![ScreenPoint::new(left, y), ScreenPoint::new(scale.right, y)],
            Stroke::solid(theme.rule, 1.0 * u),
        );
        let words = text.number(f64::from(men));
        let width = s.width(&words, small);
        s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(left - 10.0 * u - width, y),
            &words,
            small,
        );
    }
    let note = TextStyle {
        face: Face::Italic,
        size: 13.5,
        color: theme.ink2,
        halo: None,
    };
    for (i, line) in note
        .face
        .wrap(
            &text.get("strengths-note"),
            note.size * u,
            left - indent - 64.0 * u,
        )
        .into_iter()
        .enumerate()
    {
        s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(indent, top + (4.0 + 18.0 * i as f32) * u),
            &line,
            note,
        );
    }
    s.occupancy = super::occupancy::Occupancy::new(ScreenRect {
        min: ScreenPoint::new(left, 0.0),
        max: ScreenPoint::new(scale.right + 20.0 * u, base),
    });
    let mut labels = Vec::new();
    for report in &reports {
        let (Some(days), Some((low, high))) = (report.days, report.men) else {
            continue;
        };
        let Some((a, b)) = scale.extent(days) else {
            continue;
        };
        let colors = report
            .unit
            .party
            .as_ref()
            .map_or(theme.nobody(), |p| s.colors_of(p));
        let (x, y) = (f32::midpoint(a, b), y_of(high));
        if days.first != days.last {
            let line = Stroke::dashed(colors.mid, 2.0 * u, 5.0 * u, 4.0 * u);
            let (from, to) = (ScreenPoint::new(a, y), ScreenPoint::new(b, y));
            s.path(Layer::Trail, None, vec![from, to], line);
            s.occupancy.take(around_line(from, to, u));
        }
        if report.open_below || low < high {
            let foot = if report.open_below { base } else { y_of(low) };
            let line = Stroke::dotted(colors.mid, 2.2 * u, 5.0 * u);
            let (from, to) = (ScreenPoint::new(x, y), ScreenPoint::new(x, foot));
            s.path(Layer::Trail, None, vec![from, to], line);
            s.occupancy.take(around_line(from, to, u));
        }
        let at = ScreenPoint::new(x, y);
        let hearsay = report.fix.head.told_by.is_some();
        let fill = if hearsay { theme.card } else { colors.line };
        let stroke = Some(Stroke::solid(colors.line, 2.2 * u));
        s.add(
            Layer::Unit,
            None,
            Shape::Circle {
                at,
                radius: 6.0 * u,
                fill: Some(fill),
                stroke,
            },
        );
        let rect = ScreenRect::around(at, 20.0 * u, 20.0 * u);
        s.occupancy.take(rect);
        chart.hits.push((rect, report.fix.head.id.to_string()));
        labels.push((at, report));
    }
    for (at, report) in labels {
        chart.cramped |= !label(&mut s, at, report, space.is_page);
    }
    s.time_grid(&scale, 0.0, base);
    s.time_axis(&scale, base + 4.0 * u);
    let in_sight = |r: &StrengthReport<'_>| r.days.and_then(|d| scale.extent(d)).is_some();
    let rest: Vec<&StrengthReport<'_>> = reports
        .iter()
        .filter(|r| r.days.is_none() || (r.men.is_none() && in_sight(r)))
        .collect();
    let mut y = base + 44.0 * u;
    let style = TextStyle {
        face: Face::Regular,
        size: 14.0,
        color: theme.ink,
        halo: None,
    };
    if !rest.is_empty() {
        s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(indent, y),
            &text.get("strengths-rest"),
            TextStyle {
                face: Face::SemiBold,
                ..style
            },
        );
        y += 20.0 * u;
    }
    for report in rest {
        let when = text.when(report.fix.head.dating.when.as_ref());
        let line = format!(
            "{} · {} · {}",
            told(&s, report),
            text.strengths(&report.fix.strength),
            when
        );
        let at = ScreenPoint::new(indent, y);
        let room = right - indent - END * u;
        s.text_within(Layer::Furniture, at, &line, style, room);
        chart.hits.push((
            ScreenRect::sized(
                ScreenPoint::new(20.0 * u, y - 10.0 * u),
                right - 40.0 * u,
                20.0 * u,
            ),
            report.fix.head.id.to_string(),
        ));
        y += 20.0 * u;
    }
    s.items.sort_by_key(|i| i.layer);
    chart.items = s.items;
    chart.size = (right, y + 6.0 * u);
    chart
}

/// The rectangle of a level or upright line, which no label should lie on.
fn around_line(from: ScreenPoint, to: ScreenPoint, u: f32) -> ScreenRect {
    let rect = ScreenRect {
        min: ScreenPoint::new(from.x.min(to.x), from.y.min(to.y)),
        max: ScreenPoint::new(from.x.max(to.x), from.y.max(to.y)),
    };
    rect.expand(2.0 * u)
}

/// Numbers of men with a gridline: zero, then 1, 2½ and 5 times the powers of ten, and a last one
/// near the top.
fn gridlines(most: f32) -> Vec<f32> {
    let mut lines = vec![0.0];
    let powers = (0..10).map(|power| 10f32.powi(power));
    let rounds = powers.flat_map(|p| [p, 2.5 * p, 5.0 * p]);
    lines
        .extend(rounds.filter(|m| m.fract() == 0.0 && (most * LOWEST_GRIDLINE..=most).contains(m)));
    let last = lines.last().copied().unwrap_or_default();
    let top = (most / (last / 2.0)).floor() * (last / 2.0);
    if top > last {
        lines.push(top);
    }
    lines
}

fn head() -> Vec<String> {
    [
        "unit",
        "party",
        "when",
        "earliest",
        "latest",
        "min",
        "max",
        "qualifier",
        "counted_in",
        "told_by",
        "record",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn reports<'a>(s: &SceneBuilder<'a>, table: &mut Vec<Vec<String>>) -> Vec<StrengthReport<'a>> {
    let atlas = s.context.atlas();
    let timeline = s.context.session.timeline();
    let mut out = Vec::new();
    for unit in &atlas.units {
        for fix in unit.fixes.iter().filter(|f| !f.strength.is_empty()) {
            let (earliest, latest) = timeline.bounds_of(&fix.head.id);
            let days = match fix.head.dating.exact_day() {
                Some(day) => Some(DayRange {
                    first: day,
                    last: day,
                }),
                None => earliest
                    .zip(latest)
                    .map(|(first, last)| DayRange { first, last }),
            };
            let largest = fix
                .strength
                .iter()
                .filter(|st| in_men(st.unit))
                .max_by_key(|st| st.max.or(st.min));
            let men =
                largest.and_then(|st| Some((st.min.or(st.max)? as f32, st.max.or(st.min)? as f32)));
            let open_below =
                largest.is_some_and(|st| st.qualifier == Qualifier::UpTo || st.min.is_none());
            out.push(StrengthReport {
                unit,
                fix,
                days,
                men,
                open_below,
            });
            let day = |d: Option<chrono::NaiveDate>| d.map_or_else(String::new, |d| d.to_string());
            for st in &fix.strength {
                let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
                let teller = st.told_by.as_ref().or(fix.head.told_by.as_ref());
                table.push(vec![
                    unit.id.to_string(),
                    unit.party
                        .as_ref()
                        .map_or_else(String::new, ToString::to_string),
                    fix.head
                        .dating
                        .when
                        .as_ref()
                        .map_or_else(String::new, ToString::to_string),
                    day(earliest),
                    day(latest),
                    number(st.min),
                    number(st.max),
                    word(st.qualifier).to_owned(),
                    word(st.unit).to_owned(),
                    teller.map_or_else(String::new, ToString::to_string),
                    fix.head.id.to_string(),
                ]);
            }
        }
    }
    out
}

fn in_men(unit: StrengthUnit) -> bool {
    matches!(
        unit,
        StrengthUnit::Men | StrengthUnit::Bayonets | StrengthUnit::Infantry | StrengthUnit::Cavalry
    )
}

/// A label with the reporter, such as "Bayazid division, told by Mdivani".
fn told(s: &SceneBuilder<'_>, report: &StrengthReport<'_>) -> String {
    let (atlas, text) = (s.context.atlas(), s.context.text);
    let name = report.unit.names.text(text.language());
    let by_number = |st: &Strength| st.told_by.clone();
    let teller = report
        .fix
        .head
        .told_by
        .clone()
        .or_else(|| report.fix.strength.iter().find_map(by_number));
    match teller {
        Some(who) => format!(
            "{name}, {}",
            text.with(
                "hearsay",
                &[("who", atlas.name(who.as_str(), text.language()))]
            )
        ),
        None => name.to_owned(),
    }
}

/// Writes what a report says beside its point; whether there is room for it. Where there is none, a
/// page has it all the same, and in a window the hint of the point tells it.
fn label(
    s: &mut SceneBuilder<'_>,
    at: ScreenPoint,
    report: &StrengthReport<'_>,
    is_page: bool,
) -> bool {
    let (u, theme) = (s.u, s.context.theme);
    let style = TextStyle {
        face: Face::Condensed,
        size: 13.5,
        color: theme.ink,
        halo: Some(theme.card),
    };
    let atlas = s.context.atlas();
    let text = s.context.text;
    let said = text.named(&told(s, report), &text.strengths(&report.fix.strength));
    let words = format!("{said} ({})", text.pages(&report.fix.head.cites, atlas));
    let line_height = 16.0 * u;
    let wide = s.occupancy.frame().width();
    let laid_out = |s: &SceneBuilder<'_>, part: f32| {
        let lines = style.face.wrap(&words, style.size * u, wide * part);
        let widths = lines.iter().map(|line| s.width(line, style));
        let width = widths.fold(0.0, f32::max);
        let height = line_height * lines.len() as f32;
        let rows = (0..=LABEL_ROWS).map(|row| f32::from(row) * 7.0 * u);
        let sides = rows.flat_map(|dy| [-dy, dy]).flat_map(|dy| {
            let y = dy - height / 2.0;
            let right = ScreenRect::sized(at.plus(11.0 * u, y), width, height);
            let left = ScreenRect::sized(at.plus(-11.0 * u - width, y), width, height);
            [right, left]
        });
        (lines, sides.collect::<Vec<_>>())
    };
    let free = LABEL_PARTS.into_iter().find_map(|part| {
        let (lines, candidates) = laid_out(s, part);
        Some((s.occupancy.first_free(candidates)?, lines))
    });
    let has_room = free.is_some();
    let crowded = || {
        let (lines, candidates) = laid_out(s, LABEL_PARTS[0]);
        Some((s.occupancy.best(&candidates)?, lines))
    };
    let Some((candidate, lines)) = free.or_else(|| crowded().filter(|_| is_page)) else {
        return false;
    };
    s.occupancy.take(candidate);
    let ground = Shape::Box {
        rect: candidate.expand(1.5 * u),
        round: 2.0 * u,
        fill: Some(theme.card.alpha(0.88)),
        stroke: None,
    };
    s.add(Layer::Pill, None, ground);
    for (i, line) in lines.iter().enumerate() {
        // Lines left of a point end beside it.
        let x = if candidate.centre().x < at.x {
            candidate.max.x - s.width(line, style)
        } else {
            candidate.min.x
        };
        let y = candidate.min.y + line_height * (i as f32 + 0.5);
        s.text(Layer::Seat, None, ScreenPoint::new(x, y), line, style);
    }
    if (candidate.centre().y - at.y).abs() > 12.0 * u {
        let end = candidate.nearest(at);
        s.path(
            Layer::Trail,
            None,
            vec![at, end],
            Stroke::solid(theme.ink3, 1.0 * u),
        );
    }
    has_room
}

#[cfg(test)]
mod tests {
    use super::gridlines;

    #[test]
    fn gridlines_reach_to_the_greatest_number_whatever_it_is() {
        let upto = |most: f32| gridlines(most);
        assert_eq!(
            upto(15_500.0),
            [0.0, 500.0, 1000.0, 2500.0, 5000.0, 10_000.0, 15_000.0]
        );
        for most in [10.0, 37.0, 800.0, 9000.0, 120_000.0, 3_000_000.0] {
            let lines = upto(most);
            let last = lines.last().copied().unwrap_or_default();
            assert!(last <= most && last >= most * 0.6, "{most}: {lines:?}");
            assert!((4..=9).contains(&lines.len()), "{most}: {lines:?}");
        }
    }
}
