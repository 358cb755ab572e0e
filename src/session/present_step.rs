//! The present view as a step of a tour, and what the texts of a step name. `tour_draft` keeps such
//! steps; `lecture` shows them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Session;
use super::tour_draft::StepText;
use crate::geometry::Projector;
use crate::model::{
    Atlas, District, DistrictId, PersonKind, RecordId, StepCallout, StepCentre, StepKind,
    StepLayer, StepTransition, StepView, Tour, TourStep, Words,
};
use crate::time::Truth;
use crate::timeline::{Filter, Lens};

/// Fractions of a degree to which the center of the map is kept: about ten metres.
const IN_A_DEGREE: f64 = 1e4;
/// Fractions of a kilometre to which the width of the map is kept.
const IN_A_KM: f64 = 10.0;
/// Fewest letters of a surname that is looked for in a text without the given name.
const LEAST_SURNAME: usize = 4;

/// What the present view has that a step of a tour cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// A second picture of another day.
    OtherDay,
    /// A grid of small maps.
    SmallMaps,
}

impl Session {
    /// The present view as a step of a tour, without texts: the day or range, the lens or the two
    /// that are compared, what is shown, the selection, the filter, and the part of the map. A
    /// range is the span that the step tells; the map stands on the day.
    #[must_use]
    pub fn present_step(&self) -> TourStep {
        let range = self.range();
        let date = range.map_or(self.day(), |r| r.nearest(self.day()));
        let compared = self.compare().filter(|c| c.day == self.day());
        let compare = compared.map(|c| [self.lens().name(), c.lens.name()].map(str::to_owned));
        let filter = self.filter();
        let select = self.selection().map(str::to_owned);
        let atlas = self.whole().atlas();
        let chosen = select.iter().filter(|id| atlas.find(id).is_some());
        let chosen = chosen.map(|id| RecordId::from(id.as_str()));
        let mut records: Vec<RecordId> = Vec::new();
        for id in chosen.chain(self.records_of_day()) {
            if !records.contains(&id) {
                records.push(id);
            }
        }
        TourStep {
            id: date.to_string(),
            kind: StepKind::Day,
            date,
            range,
            lens: compare.is_none().then(|| self.lens().name().to_owned()),
            compare,
            view: self.present_view(),
            layers: self.present_layers(),
            records,
            select,
            headline: Words::default(),
            caption: Words::default(),
            plain: Words::default(),
            notes: Words::default(),
            ask: Words::default(),
            reveal: Words::default(),
            filter: (*filter != Filter::default()).then(|| filter.to_string()),
            callouts: Vec::new(),
            lights_up: Vec::new(),
            dwell_s: None,
            transition: StepTransition::default(),
            other_days: std::collections::BTreeMap::new(),
            short: false,
        }
    }

    /// Words on the map, still empty, at what is selected: at a district for which the lens shows an
    /// answer, or at the first area of a record. `None` where nothing of the kind is selected, because
    /// such words state what a record holds.
    #[must_use]
    pub fn present_callout(&self) -> Option<StepCallout> {
        let atlas = self.whole().atlas();
        let id = self.selection()?;
        let (at, record) = match atlas.record(id) {
            Some(record) => (atlas.area(record.areas().first()?), RecordId::from(id)),
            None => {
                let leaves = atlas.leaves_of(&DistrictId::from(id));
                let mut states = leaves
                    .iter()
                    .filter_map(|(leaf, _)| self.situation().district(leaf.as_str()));
                let record =
                    states.find_map(|state| state.fill(self.lens()).records.into_iter().next());
                (atlas.area(id), record?)
            }
        };
        Some(StepCallout {
            at,
            text: Words::default(),
            record,
            lens: None,
        })
    }

    /// The messages and events that are certainly of the day shown.
    fn records_of_day(&self) -> Vec<RecordId> {
        let atlas = self.timeline().atlas();
        let situation = self.situation();
        let certain = |truth: Truth| truth == Truth::Certain;
        let messages = situation.messages.iter().filter(|d| certain(d.certainty));
        let messages = messages.map(|d| atlas.messages[d.index].head.id.clone());
        let events = situation.events.iter().filter(|d| certain(d.certainty));
        let events = events.map(|d| atlas.events[d.index].head.id.clone());
        messages.chain(events).collect()
    }

    /// The records that color the emphasized districts of a step.
    fn records_drawn(&self, step: &TourStep) -> BTreeSet<RecordId> {
        let atlas = self.whole().atlas();
        let situation = self.whole().situation_on(step.date);
        let shows = |layer: StepLayer| step.layers.contains(&layer);
        let told = step.lens.iter().chain(step.compare.iter().flatten());
        let lenses = told.filter_map(|name| Lens::named(name, atlas).ok());
        let fills = lenses.filter(|_| shows(StepLayer::Fills));
        let holders = shows(StepLayer::Holders).then_some(Lens::Control);
        let lenses: Vec<Lens> = fills.chain(holders).collect();
        let leaves = step.lights_up.iter().flat_map(|id| atlas.leaves_of(id));
        let leaves: Vec<DistrictId> = leaves.map(|(leaf, _)| leaf).collect();
        let states = leaves
            .iter()
            .filter_map(|leaf| situation.district(leaf.as_str()));
        states
            .flat_map(|state| lenses.iter().map(move |lens| state.fill(lens)))
            .flat_map(|fill| fill.records)
            .collect()
    }

    /// What the present view has that [`Session::present_step`] leaves out.
    #[must_use]
    pub fn left_out_of_step(&self) -> Option<LeftOut> {
        if self.multiples().is_some() {
            return Some(LeftOut::SmallMaps);
        }
        let other_day = self.compare().is_some_and(|c| c.day != self.day());
        other_day.then_some(LeftOut::OtherDay)
    }

    /// The tour with the people whom the texts of each step name among its records, with the records
    /// that color its map where it names no dated one, and with the districts that the room reads of emphasized where a step names none itself, because a slide
    /// writes only the names that its step tells.
    #[must_use]
    pub fn with_named_records(&self, tour: &Arc<Tour>) -> Arc<Tour> {
        let mut tour = Arc::clone(tour);
        let atlas = self.whole().atlas();
        for step in &mut Arc::make_mut(&mut tour).steps {
            for id in people_named(step, atlas) {
                if !step.records.contains(&id) {
                    step.records.push(id);
                }
            }
            let names_none = step.lights_up.is_empty() && step.callouts.is_empty();
            if names_none && step.view.fit.is_empty() && step.kind != StepKind::Opening {
                step.lights_up = districts_named(step, atlas);
            }
            let is_dated = |id: &RecordId| atlas.record(id.as_str()).is_some();
            if !step.records.iter().any(is_dated) {
                step.records.extend(self.records_drawn(step));
            }
        }
        tour
    }

    fn present_layers(&self) -> Vec<StepLayer> {
        let shown = self.shown();
        let all = [
            (StepLayer::Fills, shown.fills),
            (StepLayer::Holders, shown.holders),
            (StepLayer::Troops, shown.troops),
            (StepLayer::Messages, shown.messages),
            (StepLayer::Today, shown.today),
        ];
        let drawn = all.into_iter().filter(|(_, drawn)| *drawn);
        drawn.map(|(layer, _)| layer).collect()
    }

    fn present_view(&self) -> StepView {
        let projector = Projector::new(&self.whole().atlas().manifest.projection);
        let Some(projector) = projector.filter(|_| !self.map.shows_frame(None)) else {
            return StepView::default();
        };
        let view = self.viewport();
        let centre = projector.lon_lat_from_map(view.centre);
        let degrees = |value: f64| (value * IN_A_DEGREE).round() / IN_A_DEGREE;
        let width_km = f64::from(view.size.0) / view.scale;
        StepView {
            fit: Vec::new(),
            centre: Some(StepCentre::LonLat([degrees(centre.x), degrees(centre.y)])),
            width_km: Some((width_km * IN_A_KM).round() / IN_A_KM),
        }
    }
}

/// The people whom the texts of a step name, by their name or their surname as a word, and the bodies,
/// by their whole name.
fn people_named(step: &TourStep, atlas: &Atlas) -> Vec<RecordId> {
    let callouts = step.callouts.iter().map(|callout| &callout.text);
    let texts = StepText::ALL
        .iter()
        .map(|which| which.of(step))
        .chain(callouts);
    let written: Vec<(&str, &str)> = texts
        .flat_map(|words| &words.0)
        .map(|(language, text)| (language.as_str(), text.as_str()))
        .collect();
    let is_named = |name: &str, text: &str| {
        let surname = name.rsplit(' ').next().unwrap_or(name);
        let is_short = surname.chars().count() < LEAST_SURNAME;
        has_word(text, if is_short { name } else { surname })
    };
    let people = atlas.people.iter().filter(|person| {
        let mut texts = written.iter();
        texts.any(|(language, text)| {
            let name = atlas.name(person.id.as_str(), language);
            match person.kind {
                PersonKind::Person => is_named(name, text),
                // The last word of a body's name is no name: "troops", "Moscow".
                PersonKind::Body => has_word(text, name),
            }
        })
    });
    people.map(|p| RecordId::from(p.id.as_str())).collect()
}

/// The districts that the headline, caption or question of a step names, with or without the word
/// for their kind.
fn districts_named(step: &TourStep, atlas: &Atlas) -> Vec<DistrictId> {
    let read = [&step.headline, &step.caption, &step.ask];
    let is_named = |district: &&District| {
        let mut texts = read.iter().flat_map(|words| &words.0);
        texts.any(|(language, text)| {
            let name = atlas.name(district.id.as_str(), language);
            let kind = atlas.kind_name(&district.kind, language);
            let bare = name.strip_suffix(kind).map_or(name, str::trim_end);
            !bare.is_empty() && has_word(text, bare)
        })
    };
    let districts = atlas.districts.iter().filter(|d| !d.context);
    let named = districts.filter(is_named);
    named.map(|district| district.id.clone()).collect()
}

/// Whether a text has a name that no letter continues.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::tests::session;
    use crate::session::{Action, Compare, CompareStyle, Shown, TourVersion};
    use crate::timeline::Lens;

    fn day(text: &str) -> chrono::NaiveDate {
        text.parse().expect("a day")
    }

    /// The step of the present view, shown again by a session that has just been opened.
    fn shown_again(s: &Session) -> Session {
        let mut tour = Tour::clone(&s.whole().atlas().tours[0]);
        tour.steps = vec![s.present_step()];
        let mut again = session();
        let (width, height) = s.viewport().size;
        again.apply(Action::Resize(width, height));
        again.apply(Action::OpenTour(Arc::new(tour), TourVersion::Whole));
        again
    }

    #[test]
    fn a_step_that_is_kept_shows_the_same_view_again() {
        let mut s = session();
        s.apply(Action::Jump(day("1920-07-03")));
        s.apply(Action::SetLens(
            Lens::named("moscow", s.whole().atlas()).expect("a lens"),
        ));
        s.apply(Action::Show(Shown {
            troops: false,
            today: true,
            ..Shown::default()
        }));
        s.apply(Action::Select(Some("message-056".to_owned())));
        s.apply(Action::SetFilter("no-hearsay".parse().expect("a filter")));
        s.apply(Action::LookAt(
            crate::geometry::MapPoint { x: 60.0, y: -30.0 },
            140.0,
        ));
        let again = shown_again(&s);
        assert_eq!(again.day(), s.day());
        assert_eq!(again.lens(), s.lens());
        assert_eq!(again.shown(), s.shown());
        assert_eq!(again.selection(), s.selection());
        assert_eq!(again.filter(), s.filter());
        let (old, new) = (s.viewport(), again.viewport());
        let off = (old.centre.x - new.centre.x).hypot(old.centre.y - new.centre.y);
        assert!(off < 0.05, "the center moved by {off} km");
        assert!(
            (old.scale / new.scale - 1.0).abs() < 0.002,
            "{old:?} {new:?}"
        );
        let records = s.present_step().records;
        assert_eq!(records[0], "message-056".into());
        let others = records[1..]
            .iter()
            .map(|id| s.whole().atlas().record(id.as_str()));
        for other in others {
            let head = other.expect("a dated record").head();
            assert_eq!(head.dating.exact_day(), Some(s.day()), "{head:?}");
        }
    }

    #[test]
    fn a_comparison_of_one_day_is_kept_and_one_of_two_days_is_told_to_be_left_out() {
        let mut s = session();
        s.apply(Action::Jump(day("1920-07-03")));
        let compare = |on: &str, s: &Session| Compare {
            day: day(on),
            lens: Lens::named("yerevan", s.whole().atlas()).expect("a lens"),
            style: CompareStyle::Side,
            split: 0.5,
            second: false,
        };
        s.apply(Action::SetCompare(Some(compare("1920-07-03", &s))));
        assert_eq!(shown_again(&s).compare(), s.compare());
        assert_eq!(s.left_out_of_step(), None);
        s.apply(Action::SetCompare(Some(compare("1920-06-01", &s))));
        assert_eq!(s.left_out_of_step(), Some(LeftOut::OtherDay));
        let step = s.present_step();
        assert_eq!((step.compare, step.lens.as_deref()), (None, Some("claims")));
    }

    #[test]
    fn the_first_view_and_a_range_are_kept() {
        let mut s = session();
        let range = crate::time::DayRange::between(day("1920-06-21"), day("1920-06-30"));
        s.apply(Action::Jump(day("1920-06-25")));
        s.apply(Action::SetRange(Some(range)));
        let step = s.present_step();
        assert!(step.view.is_home());
        assert_eq!(step.range, Some(range));
        assert!(range.holds(step.date));
    }

    #[test]
    fn words_on_the_map_stand_at_what_is_selected_and_rest_on_a_record() {
        let mut s = session();
        s.apply(Action::Jump(day("1920-07-03")));
        assert_eq!(s.present_callout(), None);
        s.apply(Action::SetLens(
            Lens::named("moscow", s.whole().atlas()).expect("a lens"),
        ));
        s.apply(Action::Select(Some("nakhchivan".to_owned())));
        let callout = s.present_callout().expect("Moscow has an answer");
        let record = s.whole().atlas().record(callout.record.as_str());
        let record = record.expect("a record");
        assert_eq!(callout.at.as_str(), "nakhchivan");
        assert!(record.areas().contains(&"nakhchivan"), "{record:?}");
        s.apply(Action::Select(Some("claim-098".to_owned())));
        let callout = s.present_callout().expect("a record");
        assert_eq!(callout.record, "claim-098".into());
    }

    #[test]
    fn people_named_in_a_text_are_records_of_the_step() {
        let s = session();
        let mut step = s.present_step();
        step.caption.0.insert(
            "en".to_owned(),
            "Chicherin’s telegram; Legrandeur.".to_owned(),
        );
        let named = people_named(&step, s.whole().atlas());
        assert!(named.contains(&"chicherin".into()), "{named:?}");
        assert!(!named.contains(&"legran".into()), "{named:?}");
        step.caption.0.insert(
            "en".to_owned(),
            "Moscow’s troops and Armenia’s delegation".to_owned(),
        );
        assert_eq!(people_named(&step, s.whole().atlas()), []);
    }

    #[test]
    fn a_district_that_the_room_reads_of_is_emphasized() {
        let s = session();
        let mut step = s.present_step();
        let caption = "Zangezur is disputed; Karabakhians are not asked.";
        step.caption.0.insert("en".to_owned(), caption.to_owned());
        let mut tour = Tour::clone(&s.whole().atlas().tours[0]);
        tour.steps = vec![step.clone(), step];
        tour.steps[1].lights_up = vec!["goris".into()];
        let named = s.with_named_records(&Arc::new(tour));
        assert_eq!(named.steps[0].lights_up, ["zangezur-uezd".into()]);
        assert_eq!(named.steps[1].lights_up, ["goris".into()]);
    }
}
