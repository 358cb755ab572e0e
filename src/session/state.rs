//! The state string: one line that reopens exactly the same view. It uses the ids of the atlas and
//! the words of lenses and filters; exports print it, `--state` and the window read it.
//!
//! `DAY;LENS;SELECTION` and then, where they differ from the default, `key=value` parts:
//! `filter=…`, `over=FIRST..LAST,any|all|sum`, `with=DAY,LENS,side|swipe|flicker`,
//! `many=capitals|days`, `hide=troops+messages+holders+fills`, `show=today`, `view=ribbons`,
//! `map=LON,LAT,KM`.

use chrono::NaiveDate;

use super::{Action, BottomView, Compare, CompareStyle, Multiples, Session, Shown};
use crate::geometry::Projector;
use crate::timeline::{DayRange, Filter, Lens, RangeMode};

/// The error for a text that is no state of this atlas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{part}` in the state string: {why}")]
pub struct StateError {
    part: String,
    why: String,
}

/// The view that a state string describes.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The actions that bring a session into that view, in order.
    pub actions: Vec<Action>,
    /// Center of the map in degrees, longitude first, and its width in kilometres; `None` for the
    /// whole map.
    pub map: Option<(f64, f64, f64)>,
}

const RANGES: [(RangeMode, &str); 3] = [
    (RangeMode::AtAnyTime, "any"),
    (RangeMode::AllThrough, "all"),
    (RangeMode::Cumulative, "sum"),
];
const STYLES: [(CompareStyle, &str); 3] = [
    (CompareStyle::Side, "side"),
    (CompareStyle::Swipe, "swipe"),
    (CompareStyle::Flicker, "flicker"),
];
const MANY: [(Multiples, &str); 2] = [(Multiples::Capitals, "capitals"), (Multiples::Days, "days")];

fn word<T: PartialEq>(table: &[(T, &'static str)], value: &T) -> &'static str {
    table
        .iter()
        .find(|(v, _)| v == value)
        .map_or("", |(_, w)| w)
}

fn named<T: Copy>(table: &[(T, &str)], name: &str) -> Option<T> {
    table.iter().find(|(_, w)| *w == name).map(|(v, _)| *v)
}

/// A text as one word of a shell, in single quotes.
///
/// ```
/// assert_eq!(araxes::session::shell_word("sotsial'no"), r"'sotsial'\''no'");
/// ```
#[must_use]
pub fn shell_word(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

impl Session {
    /// The command that reopens the present view.
    #[must_use]
    pub fn link(&self) -> String {
        format!("araxes --state {}", shell_word(&self.state()))
    }

    /// The state string of the present view.
    #[must_use]
    pub fn state(&self) -> String {
        let mut out = format!(
            "{};{};{}",
            self.time.day,
            self.lens.name(),
            self.selection.as_deref().unwrap_or_default()
        );
        let mut part = |key: &str, value: String| {
            out.push_str(&format!(";{key}={value}"));
        };
        if !self.filter.is_empty() {
            part("filter", self.filter.to_string());
        }
        if let Some(range) = self.time.range {
            part(
                "over",
                format!(
                    "{}..{},{}",
                    range.first,
                    range.last,
                    word(&RANGES, &self.time.range_mode)
                ),
            );
        }
        if let Some(c) = &self.compare {
            part(
                "with",
                format!("{},{},{}", c.day, c.lens.name(), word(&STYLES, &c.style)),
            );
        }
        if let Some(many) = self.multiples {
            part("many", word(&MANY, &many).to_owned());
        }
        let s = self.shown;
        let hidden: Vec<&str> = [
            (s.troops, "troops"),
            (s.messages, "messages"),
            (s.holders, "holders"),
            (s.fills, "fills"),
        ]
        .iter()
        .filter(|(on, _)| !on)
        .map(|(_, w)| *w)
        .collect();
        if !hidden.is_empty() {
            part("hide", hidden.join("+"));
        }
        if s.today {
            part("show", "today".to_owned());
        }
        if let Some(bottom_view) = self.bottom_view {
            part("view", word(&BottomView::ALL, &bottom_view).to_owned());
        }
        if self.map.is_moved()
            && let Some(projector) = Projector::new(&self.timeline.atlas().manifest.projection)
        {
            let view = self.map.viewport();
            let centre = projector.lon_lat_from_map(view.centre);
            part(
                "map",
                format!(
                    "{:.3},{:.3},{:.0}",
                    centre.x,
                    centre.y,
                    f64::from(view.size.0) / view.scale
                ),
            );
        }
        out
    }

    /// Reads a state string.
    ///
    /// # Errors
    /// [`StateError`] names the part that cannot be read.
    pub fn read_state(&self, text: &str) -> Result<State, StateError> {
        let atlas = self.whole.atlas();
        let wrong = |part: &str, why: &str| StateError {
            part: part.to_owned(),
            why: why.to_owned(),
        };
        let day = |text: &str| -> Result<NaiveDate, StateError> {
            let day = text
                .parse()
                .map_err(|e| wrong(text, &format!("no day ({e}); write YYYY-MM-DD")))?;
            let span = atlas.manifest.span;
            let outside = || {
                wrong(
                    text,
                    &format!(
                        "outside the atlas, which covers {} to {}",
                        span.start,
                        span.last()
                    ),
                )
            };
            if span.contains(day) {
                Ok(day)
            } else {
                Err(outside())
            }
        };
        let lens = |text: &str| Lens::named(text, atlas).map_err(|e| wrong(text, &e.to_string()));
        let mut parts = text.trim().split(';');
        let mut actions = vec![Action::Jump(day(parts.next().unwrap_or_default())?)];
        if let Some(name) = parts.next().filter(|n| !n.is_empty()) {
            actions.push(Action::SetLens(lens(name)?));
        }
        let selection = parts
            .next()
            .filter(|s| !s.is_empty())
            .map(ToOwned::to_owned);
        if let Some(id) = &selection {
            let is_boundary = || atlas.boundaries.iter().any(|b| b.id == *id);
            if atlas.find(id).is_none() && !is_boundary() {
                return Err(wrong(id, "the atlas has nothing of that id"));
            }
        }
        let (mut map, mut shown) = (None, None::<Shown>);
        for part in parts.filter(|p| !p.is_empty()) {
            let (key, value) = part
                .split_once('=')
                .ok_or_else(|| wrong(part, "write key=value"))?;
            let fields: Vec<&str> = value.split(',').collect();
            match (key, fields.as_slice()) {
                ("filter", _) => {
                    let filter: Filter = value.parse().map_err(|e| wrong(part, &format!("{e}")))?;
                    if let Some(name) = filter.unknown(atlas) {
                        return Err(wrong(part, &format!("the atlas does not know `{name}`")));
                    }
                    actions.push(Action::SetFilter(filter));
                }
                ("over", [days, mode]) => {
                    let (first, last) = days
                        .split_once("..")
                        .ok_or_else(|| wrong(part, "write FIRST..LAST"))?;
                    actions.push(Action::SetRange(Some(DayRange::between(
                        day(first)?,
                        day(last)?,
                    ))));
                    let mode = named(&RANGES, mode)
                        .ok_or_else(|| wrong(part, "a range means any, all or sum"))?;
                    actions.push(Action::SetRangeMode(mode));
                }
                ("with", [on, name, style]) => {
                    let style = named(&STYLES, style)
                        .ok_or_else(|| wrong(part, "compare by side, swipe or flicker"))?;
                    let compare = Compare {
                        day: day(on)?,
                        lens: lens(name)?,
                        style,
                        split: 0.5,
                        second: false,
                    };
                    actions.push(Action::SetCompare(Some(compare)));
                }
                ("many", [what]) => {
                    let many = named(&MANY, what)
                        .ok_or_else(|| wrong(part, "many capitals or many days"))?;
                    actions.push(Action::SetMultiples(Some(many)));
                }
                ("hide", [what]) => {
                    let on = |w: &str| !what.split('+').any(|h| h == w);
                    let shown = shown.get_or_insert_default();
                    shown.troops = on("troops");
                    shown.messages = on("messages");
                    shown.holders = on("holders");
                    shown.fills = on("fills");
                }
                ("show", ["today"]) => shown.get_or_insert_default().today = true,
                ("view" | "desk", [name]) => {
                    let bottom_view =
                        named(&BottomView::ALL, name).ok_or_else(|| wrong(part, "no such view"))?;
                    actions.push(Action::SetBottomView(Some(bottom_view)));
                }
                ("map", [lon, lat, km]) => {
                    let number = |t: &str| t.parse::<f64>().ok().filter(|v| v.is_finite());
                    let lat = number(lat).filter(|lat| (-90.0..=90.0).contains(lat));
                    let all = number(lon)
                        .zip(lat)
                        .zip(number(km).filter(|km| (1.0..=5000.0).contains(km)));
                    map = Some(
                        all.map(|((lon, lat), km)| (lon, lat, km))
                            .ok_or_else(|| wrong(part, "write LON,LAT,KM"))?,
                    );
                }
                ("map", _) => return Err(wrong(part, "write LON,LAT,KM")),
                _ => return Err(wrong(part, "nothing of that name")),
            }
        }
        actions.extend(shown.map(Action::Show));
        if selection.is_some() {
            actions.push(Action::Select(selection));
        }
        Ok(State { actions, map })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::session;
    use super::{Action, Filter, Session, Shown};
    use crate::timeline::{Condition, Timeline};

    #[test]
    fn a_state_string_reopens_the_exact_view() {
        let texts = [
            "1920-07-03;moscow;sharur",
            "1920-07-14;claims;;filter=no-hearsay,party:baku;over=1920-07-01..1920-07-14,all;hide=troops+holders;view=table",
            "1920-07-03;chicherin;message-056;with=1920-07-03,orjonikidze,swipe;show=today;map=45.300,39.500,120",
            "1920-07-03;moscow;;many=capitals",
        ];
        for text in texts {
            let mut s = session();
            let state = s.read_state(text).expect(text);
            s.apply(Action::Reopen(state));
            let said = s.state();
            let mut again = session();
            let state = again.read_state(&said).expect("its own string");
            again.apply(Action::Reopen(state));
            assert_eq!(again.state(), said, "{text}");
            assert!(said.starts_with(&text[..16]), "{said} from {text}");
            for part in text.split(';').skip(3).filter(|p| !p.starts_with("filter")) {
                assert!(said.contains(part), "{said} lacks {part}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let s = session();
        for (text, named) in [
            ("1920-13-03;moscow;", "1920-13-03"),
            ("1919-01-01;moscow;", "1919-01-01"),
            ("1920-07-03;mars;", "mars"),
            ("1920-07-03;moscow;nowhere", "nowhere"),
            ("1920-07-03;moscow;;map=45,99,100", "LON,LAT,KM"),
            ("1920-07-03;moscow;;map=1,1", "LON,LAT,KM"),
            ("1920-07-03;moscow;;over=x", "over=x"),
            ("1920-07-03;moscow;;colour=red", "colour=red"),
        ] {
            assert!(
                s.read_state(text)
                    .expect_err(text)
                    .to_string()
                    .contains(named),
                "{text}"
            );
        }
    }

    #[test]
    fn names_of_archives_are_read_back_whatever_characters_they_contain() {
        let event = |i: usize, original: &str| {
            format!(
                r#"{{"id": "event-{i}", "when": "1900-06-01", "basis": "narrative", "title": {{"en": "It"}}, "gist": {{"en": "It is."}}, "cites": [{{"source": "book", "page": 4, "original": "{original}"}}]}}"#
            )
        };
        let names = [
            "Fonds A,B+C",
            "Dépôt d'Arc",
            "100%25 = show=today",
            "Б: $x `y`",
        ];
        let events: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(i, n)| event(i + 1, n))
            .collect();
        let atlas = crate::load::fixtures::two_vales_with(&[(
            "events.json",
            &format!("[{}]", events.join(",")),
        )]);
        let opened = || Session::new(Arc::new(Timeline::new(atlas.clone())), "en");
        for name in names {
            let mut s = opened();
            let archive = Condition::Archive(name.to_owned());
            s.apply(Action::SetFilter(Filter::default().toggled(archive)));
            s.apply(Action::Show(Shown {
                holders: false,
                ..Shown::default()
            }));
            let text = s.state();
            assert!(!text.contains('\''), "{text} is quoted with it when copied");
            let mut again = opened();
            let state = again
                .read_state(&text)
                .unwrap_or_else(|e| panic!("{text}: {e}"));
            again.apply(Action::Reopen(state));
            assert_eq!(again.filter(), s.filter(), "{text}");
            assert_eq!(again.shown(), s.shown(), "{text}");
            assert_eq!(again.state(), text);
        }
    }
}
