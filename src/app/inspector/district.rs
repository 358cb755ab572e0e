//! The page of a district: what each party wanted for it, on which sources, and who controlled it.

use egui::Ui;

use super::super::widgets::{self, words};
use super::Page;
use crate::geometry::Viewport;
use crate::model::{Question, Role};
use crate::paint::screen::Screen;
use crate::scene::{Furniture, Legend, MapDetail, SceneContext, ribbons_of};
use crate::timeline::{FillKind, StanceInForce, Undated};

impl Page<'_, '_> {
    pub(super) fn district(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        self.title(ui, atlas.name(id, &language));
        self.belonging(ui, id);
        self.disagreements(ui, id);
        self.on_the_day(ui, id);
        // What is known of the outline is read less often than who wanted and held the land.
        if let Some(at) = atlas.find(id) {
            self.head(ui, "outline");
            self.facts(ui, at, &["note", "parent", "members", "kind"]);
        }
    }

    /// What each party wanted for a district on the day, who held it, and its history.
    fn on_the_day(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let leaf = atlas
            .leaves_of(&crate::model::DistrictId::from(id))
            .into_iter()
            .next()
            .map(|(leaf, _)| leaf);
        let Some(state) = leaf.and_then(|leaf| self.p.situation.district(leaf.as_str())) else {
            return;
        };
        let fill = state.fill(self.p.session.lens());
        words(
            ui,
            &self.p.text.lens_title(self.p.session.lens(), &atlas),
            "semibold",
            15.5 * self.u,
            self.p.theme.ink2,
        );
        if fill.kind == FillKind::Unknown {
            self.body(ui, &self.p.text.get("no-statement"));
        }
        let mut shown: Vec<&StanceInForce> = state
            .stances
            .iter()
            .filter(|s| {
                fill.records
                    .iter()
                    .any(|r| *r == atlas.claims[s.claim].head.id)
            })
            .collect();
        shown.dedup_by_key(|s| s.claim);
        for stance in &shown {
            self.stance(ui, stance, true);
        }
        self.head(ui, "held-by");
        if state.holders.is_empty() {
            self.small(ui, &self.p.text.get("no-statement"));
        }
        for holding in &state.holders {
            let control = &atlas.control[holding.control];
            let who = control.holder.as_ref().map_or_else(
                || {
                    control.not.first().map_or_else(
                        || self.p.text.get("holder-not-named"),
                        |n| {
                            self.p
                                .text
                                .with("not-held-by", &[("who", atlas.name(n.as_str(), &language))])
                        },
                    )
                },
                |h| atlas.name(h.as_str(), &language).to_owned(),
            );
            let possible = if holding.certainty == crate::time::Truth::Possible {
                format!(", {}", self.p.text.get("possibly"))
            } else {
                String::new()
            };
            self.body(ui, &format!("{who}{possible}"));
            self.small(ui, control.title.text(&language));
            self.cites(ui, &control.head.cites);
            self.disagreements(ui, control.head.id.as_str());
        }
        self.ribbon(ui, &state.id.clone());
        self.head(ui, "others-say");
        for party in &atlas.parties {
            for question in [
                Question::Whose,
                Question::WhoseTroops,
                Question::AgainstWhom,
            ] {
                if let Some(answer) = state.answer(&party.id, question)
                    && !shown.iter().any(|s| s.claim == answer.claim)
                {
                    self.stance(ui, answer, false);
                }
            }
        }
        let timeline = std::sync::Arc::clone(self.p.session.timeline());
        let about: Vec<&Undated> = timeline.undated_about(&state.id).collect();
        self.undated(ui, "undated-records", &about);
    }

    /// The group or parent of a district, its members, and notes on it.
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
            self.note(ui, &group.note);
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
        self.note(ui, &district.note);
    }

    /// The history of a district's color: a strip per party over the days of the time line.
    fn ribbon(&mut self, ui: &mut Ui, district: &crate::model::DistrictId) {
        self.head(ui, "history-of-colour");
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
        widgets::pick(p, &response, &chart.hits, at.min, self.u);
    }

    fn stance(&mut self, ui: &mut Ui, s: &StanceInForce, full: bool) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let claim = &atlas.claims[s.claim];
        let who = s.party.as_ref().map_or_else(
            || atlas.name(s.voice.as_str(), &language),
            |p| atlas.name(p.as_str(), &language),
        );
        let sentence = self
            .p
            .text
            .stance_on_day(&s.stance, s.certainty, who, &atlas);
        let font = if full { "semibold" } else { "regular" };
        words(
            ui,
            &sentence,
            font,
            if full { 18.0 } else { 15.5 } * self.u,
            self.p.theme.ink,
        );
        let mut facts: Vec<String> = vec![
            claim
                .voices
                .iter()
                .map(|v| atlas.name(v.as_str(), &language))
                .collect::<Vec<_>>()
                .join(", "),
        ];
        match (s.since, s.restated) {
            (Some(since), Some(restated)) if since != restated => {
                facts.push(
                    self.p
                        .text
                        .with("since", &[("date", &self.p.text.day_month(since))]),
                );
                facts.push(
                    self.p
                        .text
                        .with("said", &[("date", &self.p.text.day_month(restated))]),
                );
            }
            (_, Some(restated)) => facts.push(
                self.p
                    .text
                    .with("said", &[("date", &self.p.text.day_month(restated))]),
            ),
            _ => {
                let day = self.p.session.timeline().known_day(&claim.head.id);
                facts.push(self.p.text.known_day(day));
            }
        }
        if let Some(until) = s.until {
            facts.push(
                self.p
                    .text
                    .with("until", &[("date", &self.p.text.day_month(until))]),
            );
        }
        if let Some(person) = atlas.person(s.voice.as_str()) {
            facts.push(self.p.text.authority(person.authority));
        }
        facts.extend(self.p.text.others_word(&claim.head, &atlas));
        if let Some(area) = claim.area.as_ref().filter(|_| s.inherited) {
            facts.push(self.p.text.with(
                "inherited",
                &[("area", atlas.name(area.as_str(), &language))],
            ));
        }
        self.small(ui, &facts.join(" · "));
        if !claim.head.note.is_empty() {
            words(
                ui,
                claim.head.note.text(&language),
                "italic",
                13.5 * self.u,
                self.p.theme.ink2,
            );
        }
        if !claim.condition.is_empty() {
            words(
                ui,
                claim.condition.text(&language),
                "italic",
                13.5 * self.u,
                self.p.theme.ink2,
            );
        }
        if full
            && let Some(message) = claim
                .message
                .as_ref()
                .and_then(|m| atlas.message(m.as_str()))
        {
            let label = format!(
                "{}  {}",
                self.p.text.get("message"),
                message.gist.text(&language)
            );
            self.go(ui, &label, message.head.id.as_str());
        }
        if full {
            self.cites_to_copy(ui, &claim.head.cites);
            self.disagreements(ui, claim.head.id.as_str());
        } else {
            self.cites(ui, &claim.head.cites);
        }
        ui.add_space(4.0 * self.u);
    }
}
