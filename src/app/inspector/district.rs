//! The page of a district: first the evidence for what the lens shows, then what others said and who
//! held it, and after that tellings, history and outline.

use chrono::NaiveDate;
use egui::Ui;

use super::super::{compare, widgets};
use super::Page;
use super::chain::Said;
use crate::geometry::Viewport;
use crate::model::{PartyId, Question, Role};
use crate::paint::screen::{Screen, face};
use crate::scene::{Furniture, Legend, MapDetail, SceneContext, ribbons_of};
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Fill, FillKind, Lens, Situation, StanceInForce, Undated};

/// One of the pictures that the map area shows.
struct Seen<'a> {
    situation: &'a Situation,
    lens: &'a Lens,
    /// The day, where the pictures differ in it.
    day: Option<NaiveDate>,
}

impl Page<'_, '_> {
    pub(super) fn district(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        self.title(ui, atlas.name(id, &language));
        self.belonging(ui, id);
        let leaves = atlas.leaves_of(&crate::model::DistrictId::from(id));
        let leaf = leaves.into_iter().next().map(|(leaf, _)| leaf);
        if let Some(leaf) = &leaf {
            self.evidence(ui, leaf.as_str());
            self.others_on_day(ui, leaf.as_str());
        }
        self.disagreements(ui, id);
        if let Some(leaf) = &leaf {
            self.ribbon(ui, leaf);
            let timeline = std::sync::Arc::clone(self.p.session.timeline());
            let about: Vec<&Undated> = timeline.undated_about(leaf).collect();
            self.undated(ui, "undated-records", &about);
        }
        if let Some(group) = atlas.group(id) {
            self.note(ui, &group.note);
        }
        if let Some(district) = atlas.district(id) {
            self.note(ui, &district.note);
        }
        // What is known of the outline is read less often than who wanted and held the land.
        if let Some(at) = atlas.find(id) {
            self.head(ui, "outline");
            self.facts(ui, at, &["note", "parent", "members", "kind"]);
        }
    }

    /// What the lens shows of a district with its evidence, and the same for the second picture of a
    /// comparison.
    fn evidence(&mut self, ui: &mut Ui, leaf: &str) {
        let second = compare::second(self.p);
        let other = second.as_deref().and_then(Option::as_ref);
        let session = self.p.session;
        let differs = other.is_some_and(|o| o.day() != session.day());
        let first = Seen {
            situation: self.p.situation,
            lens: session.lens(),
            day: Some(session.day()).filter(|_| differs),
        };
        self.seen(ui, leaf, &first);
        if let Some(other) = other {
            let second = Seen {
                situation: other.situation(),
                lens: other.lens(),
                day: Some(other.day()).filter(|_| differs),
            };
            widgets::rule(ui, self.p.theme.rule);
            self.seen(ui, leaf, &second);
        }
    }

    /// What one picture shows of a district, with the chain of each record that it rests on.
    fn seen(&mut self, ui: &mut Ui, leaf: &str, seen: &Seen<'_>) {
        let atlas = self.atlas();
        let Some(state) = seen.situation.district(leaf) else {
            return;
        };
        let mut heading = self.p.text.lens_title(seen.lens, &atlas);
        if let Some(day) = seen.day {
            heading = format!("{heading} · {}", self.p.text.day_in(day, &atlas));
        }
        let (size, ink) = (14.5 * self.u, self.p.theme.ink2);
        widgets::words(ui, &heading, "semibold", size, ink);
        let fill = state.fill(seen.lens);
        if fill.kind == FillKind::Unknown {
            self.body(ui, &self.p.text.get("no-statement"));
        }
        if *seen.lens == Lens::Control {
            for (i, holding) in state.holders.iter().enumerate() {
                let control = &atlas.control[holding.control];
                self.held(ui, control, holding.certainty, i == 0);
            }
            return;
        }
        let (certain, possible): (Vec<_>, Vec<_>) = shown(&state, &fill, &atlas)
            .into_iter()
            .partition(|s| s.certainty != Truth::Possible);
        for s in certain {
            self.stance(ui, s);
        }
        if !possible.is_empty() {
            self.only_possible(ui);
        }
        for s in possible {
            self.stance(ui, s);
        }
    }

    /// The heading of what is not certain on the day.
    fn only_possible(&self, ui: &mut Ui) {
        let words = self.p.text.get("only-possible");
        let ink = self.p.theme.ink2;
        widgets::words_in(ui, &words, face("italic", 14.5 * self.u), ink);
    }

    fn stance(&mut self, ui: &mut Ui, s: &StanceInForce) {
        let atlas = self.atlas();
        let text = self.p.text;
        let mut facts: Vec<String> = Vec::new();
        match (s.since, s.restated) {
            (Some(since), Some(restated)) if since != restated => {
                let (first, last) = (text.day_in(since, &atlas), text.day_in(restated, &atlas));
                facts.push(text.with("said-since", &[("first", &first), ("last", &last)]));
            }
            (_, Some(restated)) => {
                let day = text.day_in(restated, &atlas);
                facts.push(text.with("said", &[("date", &day)]));
            }
            _ => {
                let claim = &atlas.claims[s.claim];
                let day = self.p.session.timeline().known_day(&claim.head.id);
                facts.push(text.known_day(day));
            }
        }
        if let Some(until) = s.until {
            let day = text.day_in(until, &atlas);
            facts.push(text.with("until", &[("date", &day)]));
        }
        let claim = &atlas.claims[s.claim];
        if let Some(area) = claim.area.as_ref().filter(|_| s.inherited) {
            let area = atlas.name(area.as_str(), text.language());
            facts.push(text.with("inherited", &[("area", area)]));
        }
        let said = Said {
            claim,
            stance: &s.stance,
            party: s.party.as_ref(),
            certainty: s.certainty,
            facts,
        };
        self.said(ui, &said, true);
    }

    /// What the other parties said of a district and who held it, in one line each: first what is
    /// certain on the day, then what is only possible.
    pub(super) fn others_on_day(&mut self, ui: &mut Ui, leaf: &str) {
        let atlas = self.atlas();
        let Some(state) = self.p.situation.district(leaf) else {
            return;
        };
        let lens = self.p.session.lens();
        let shown = shown(&state, &state.fill(lens), &atlas);
        let mut answers: Vec<&StanceInForce> = Vec::new();
        let mut silent: Vec<&PartyId> = Vec::new();
        for party in atlas.parties.iter().filter(|p| p.offers_lens()) {
            let all = Question::ALL.map(|question| state.answer(&party.id, question));
            if all.iter().all(Option::is_none) {
                silent.push(&party.id);
            }
            let others = all.into_iter().flatten();
            answers.extend(others.filter(|s| shown.iter().all(|o| o.claim != s.claim)));
        }
        let further = atlas.parties.iter().filter(|p| !p.offers_lens());
        for party in further {
            let all = Question::ALL.map(|question| state.answer(&party.id, question));
            answers.extend(all.into_iter().flatten());
        }
        let holders: &[_] = if *lens == Lens::Control {
            &[]
        } else {
            &state.holders
        };
        let certain = |truth: Truth| truth != Truth::Possible;
        let title = self.day_words();
        self.heading(ui, &self.p.text.with("others-on-day", &[("date", &title)]));
        for s in answers.iter().filter(|s| certain(s.certainty)) {
            self.in_one_line(ui, s);
        }
        for holding in holders.iter().filter(|h| certain(h.certainty)) {
            let control = &atlas.control[holding.control];
            self.held_in_one_line(ui, control, holding.certainty);
        }
        self.silent(ui, &silent);
        let possible: Vec<_> = answers.iter().filter(|s| !certain(s.certainty)).collect();
        let held: Vec<_> = holders.iter().filter(|h| !certain(h.certainty)).collect();
        if possible.is_empty() && held.is_empty() {
            return;
        }
        self.only_possible(ui);
        for s in possible {
            self.in_one_line(ui, s);
        }
        for holding in held {
            let control = &atlas.control[holding.control];
            self.held_in_one_line(ui, control, holding.certainty);
        }
    }

    /// The day that is shown, or the range.
    pub(super) fn day_words(&self) -> String {
        let day = self.p.session.day();
        let range = self.p.session.range();
        match range.filter(|_| self.p.situation.since.is_some()) {
            Some(range) => self.p.text.days(range),
            None => self.p.text.day_in(day, &self.atlas()),
        }
    }

    /// The group or parent of a district, or the members of a group.
    fn belonging(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.language();
        if let Some(group) = atlas.group(id) {
            let names: Vec<String> = group
                .members
                .iter()
                .map(|m| atlas.name(m.as_str(), &language).to_owned())
                .collect();
            self.small(ui, &self.p.text.join(&names));
        }
        let Some(district) = atlas.district(id) else {
            return;
        };
        let parent = district
            .parent
            .as_ref()
            .map(|d| atlas.name(d.as_str(), &language).to_owned());
        let group = atlas.naming(id, Role::Member).next();
        let group = group.map(|at| atlas.name(atlas.id_of(at), &language).to_owned());
        let belongs: Vec<String> = parent.into_iter().chain(group).collect();
        if !belongs.is_empty() {
            self.small(ui, &belongs.join(" · "));
        }
    }

    /// The history of a district's color: a strip per party over the days of the time line.
    fn ribbon(&mut self, ui: &mut Ui, district: &crate::model::DistrictId) {
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        };
        let p = &mut *self.p;
        let view = SceneContext {
            session: p.session,
            situation: p.situation,
            theme: p.theme,
            text: p.text,
            unit: self.u,
            furniture,
            detail: MapDetail::Whole,
        };
        let chart = ribbons_of(
            &view,
            district,
            (ui.available_width() - 6.0 * self.u).max(0.0),
        );
        if chart.hits.is_empty() {
            return;
        }
        widgets::rule(ui, p.theme.rule);
        let heading = p.text.get("history-of-colour");
        widgets::words(ui, &heading, "semibold", 15.5 * self.u, p.theme.ink);
        let (at, response) = ui.allocate_exact_size(
            egui::vec2(ui.available_width(), chart.size.1),
            egui::Sense::click(),
        );
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Image, true, p.text.get("history-of-colour"))
        });
        let screen = Screen {
            ui,
            rect: at,
            geometry: p.session.geometry(),
            view: Viewport::default(),
            unit: self.u,
        };
        screen.draw(&chart.items, p.textures);
        widgets::pick(p, &response, &chart, at.min, self.u);
    }
}

/// The stances on which a fill rests, one for each claim.
fn shown<'a>(
    state: &DistrictOnDay<'a>,
    fill: &Fill,
    atlas: &crate::model::Atlas,
) -> Vec<&'a StanceInForce> {
    let stances = state.stances().iter();
    let mut shown: Vec<&StanceInForce> = stances
        .filter(|s| fill.records.contains(&atlas.claims[s.claim].head.id))
        .collect();
    shown.dedup_by_key(|s| s.claim);
    shown
}
