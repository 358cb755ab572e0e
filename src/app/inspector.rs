//! The inspector: a record, its citation chain, and what else was said.

use egui::{Rect, ScrollArea, Ui, vec2};

use super::Panel;
use super::widgets::{link, rule, words};
use crate::cli::cite;
use crate::model::{Atlas, Citation, Contradiction, Question, RecordRef};
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Furniture, Legend, Matrix, View};
use crate::session::Action;
use crate::timeline::{FillKind, StanceInForce};

/// What is selected, or the day.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    let matrix = matrix(ui, p, rect, u);
    let rect = Rect::from_min_max(rect.min, egui::pos2(rect.right(), matrix));
    let inner = rect.shrink2(vec2(28.0, 16.0) * u);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect);
    let id = p.session.selection.clone();
    ScrollArea::vertical().id_salt(("inspector", id.clone())).auto_shrink([false, false]).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 5.0) * u;
        let found = id.as_deref().and_then(|id| p.session.timeline().atlas().find(id));
        let mut page = Page { p, u };
        match (id.as_deref(), found) {
            (Some(id), Some(RecordRef::District(_) | RecordRef::Group(_))) => page.district(ui, id),
            (Some(id), Some(RecordRef::Place(_))) => page.place(ui, id),
            (_, Some(RecordRef::Message(i))) => page.message(ui, i),
            (_, Some(RecordRef::Unit(i) | RecordRef::Fix(i, _))) => page.unit(ui, i),
            (_, Some(RecordRef::Claim(i))) => page.claim(ui, i),
            (_, Some(RecordRef::Control(i))) => page.control(ui, i),
            (_, Some(RecordRef::Event(i))) => page.event(ui, i),
            (_, Some(RecordRef::Contradiction(i))) => page.contradiction(ui, i),
            _ => match id.as_deref().and_then(|id| page.atlas().boundaries.iter().position(|b| b.id == id)) {
                Some(i) => page.boundary(ui, i),
                None => page.day(ui),
            },
        }
    });
}

/// The stance matrix at the foot of the inspector; where it begins.
fn matrix(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) -> f32 {
    let furniture = Furniture { legend: Legend::None, scale_right: None };
    let view = View { session: p.session, situation: p.situation, theme: p.theme, text: p.text, unit: u, furniture };
    let matrix = Matrix::new(&view, rect.width() - 56.0 * u);
    let height = (matrix.height + 46.0 * u).min(rect.height() * 0.55);
    let top = rect.bottom() - height;
    let ground = Rect::from_min_max(egui::pos2(rect.left(), top), rect.max);
    ui.painter().rect_filled(ground, 0.0, color(p.theme.page));
    ui.painter().hline(ground.x_range(), top, egui::Stroke::new(1.5 * u, color(p.theme.ink)));
    let head = egui::pos2(rect.left() + 28.0 * u, top + 18.0 * u);
    ui.painter().text(head, egui::Align2::LEFT_CENTER, p.text.get("matrix"), face("semibold", 15.5 * u), color(p.theme.ink));
    let corner = egui::pos2(rect.left() + 28.0 * u, top + 22.0 * u);
    let inside = Rect::from_min_max(corner - vec2(10.0 * u, 0.0), rect.max);
    let screen = Screen { ui, rect: inside, ground: p.session.ground(), view: p.session.view, unit: u };
    screen.draw_at(&matrix.items, p.textures, corner);
    let response = ui.interact(ground, ui.scope_id().with("matrix"), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, p.text.get("matrix")));
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let at = crate::geometry::ScreenPoint::new(at.x - corner.x, at.y - corner.y);
        if let Some((_, id)) = matrix.hits.iter().find(|(r, _)| r.holds(at)) {
            p.actions.push(Action::Select(Some(id.clone())));
        }
    }
    top
}

struct Page<'a, 'b> {
    p: &'a mut Panel<'b>,
    u: f32,
}

impl Page<'_, '_> {
    fn atlas(&self) -> std::sync::Arc<Atlas> {
        self.p.session.timeline().atlas().clone()
    }

    fn title(&self, ui: &mut Ui, text: &str) {
        words(ui, text, "display-medium", 32.0 * self.u, self.p.theme.ink);
    }

    fn body(&self, ui: &mut Ui, text: &str) {
        words(ui, text, "regular", 15.5 * self.u, self.p.theme.ink);
    }

    fn small(&self, ui: &mut Ui, text: &str) {
        words(ui, text, "regular", 13.5 * self.u, self.p.theme.ink2);
    }

    fn head(&self, ui: &mut Ui, key: &str) {
        rule(ui, self.p.theme.rule);
        words(ui, &self.p.text.get(key), "semibold", 15.5 * self.u, self.p.theme.ink);
    }

    fn go(&mut self, ui: &mut Ui, text: &str, id: &str) {
        if link(ui, text, "regular", 15.5 * self.u, self.p.theme.ink).clicked() {
            self.p.actions.push(Action::Select(Some(id.to_owned())));
        }
    }

    fn cites(&self, ui: &mut Ui, cites: &[Citation]) {
        let atlas = self.atlas();
        for c in cites {
            self.small(ui, &format!("{}  {}", self.p.text.get("read-in"), cite::short(&atlas, std::slice::from_ref(c))));
            if let Some(original) = &c.original {
                self.small(ui, &format!("{}  {original}  ({})", self.p.text.get("cites"), self.p.text.get("not-seen")));
            }
        }
        if let Some(text) = cites.first().and_then(|c| cite::cite(&atlas, c, cite::Style::Chicago))
            && link(ui, &self.p.text.get("copy-citation"), "semibold", 13.5 * self.u, self.p.theme.ink).clicked()
        {
            ui.ctx().copy_text(text);
        }
    }

    fn day(&mut self, ui: &mut Ui) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        self.title(ui, &self.p.text.get("of-the-day"));
        self.small(ui, &self.p.text.get("nothing-selected"));
        let situation = self.p.situation;
        for index in &situation.contradictions {
            let c = &atlas.contradictions[*index];
            self.head(ui, "told-two-ways");
            self.go(ui, c.title.text(&language), c.id.as_str());
        }
        let sent: Vec<_> = situation.messages.iter().filter(|d| d.certainty == crate::time::Truth::Certain).collect();
        if !sent.is_empty() {
            self.head(ui, "messages");
        }
        for dated in sent {
            let m = &atlas.messages[dated.index];
            self.go(ui, m.gist.text(&language), m.id.as_str());
            self.small(ui, &cite::short(&atlas, &m.cites));
        }
        let certain: Vec<_> = situation.events.iter().filter(|d| d.certainty == crate::time::Truth::Certain).collect();
        if !certain.is_empty() {
            self.head(ui, "events");
        }
        for dated in certain {
            let e = &atlas.events[dated.index];
            self.go(ui, e.title.text(&language), e.id.as_str());
        }
        self.head(ui, "what-changed");
        let changes = match self.p.session.day.pred_opt().filter(|before| atlas.manifest.span.contains(*before)) {
            Some(before) => self.p.session.timeline().changes(before, self.p.session.day),
            None => Vec::new(),
        };
        if changes.is_empty() {
            self.small(ui, &self.p.text.get("nothing-changed"));
        }
        for (sentence, districts) in self.p.text.changes(&changes, &atlas) {
            self.body(ui, &sentence);
            ui.horizontal_wrapped(|ui| {
                for district in districts {
                    if link(ui, atlas.name(district, &language), "semibold", 14.0 * self.u, self.p.theme.ink2).clicked() {
                        self.p.actions.push(Action::Select(Some(district.to_owned())));
                    }
                }
            });
        }
    }

    fn district(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        self.title(ui, atlas.name(id, &language));
        let leaf = atlas.leaves_of(&crate::model::DistrictId::from(id)).into_iter().next().map(|(leaf, _)| leaf);
        let Some(state) = leaf.and_then(|leaf| self.p.situation.districts.iter().find(|d| d.id == leaf)) else { return };
        if let Some(parent) = atlas.district(id).and_then(|d| d.parent.clone()) {
            self.small(ui, atlas.name(parent.as_str(), &language));
        }
        let fill = state.fill(&atlas, &self.p.session.lens);
        words(ui, &self.p.text.lens_title(&self.p.session.lens, &atlas), "semibold", 15.5 * self.u, self.p.theme.ink2);
        if fill.kind == FillKind::Unknown {
            self.body(ui, &self.p.text.get("no-statement"));
        }
        let mut shown: Vec<&StanceInForce> =
            state.stances.iter().filter(|s| fill.records.iter().any(|r| *r == atlas.claims[s.claim].id)).collect();
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
                        |n| self.p.text.with("not-held-by", &[("who", atlas.name(n.as_str(), &language))]),
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
            self.cites(ui, &control.cites);
            self.disagreements(ui, control.id.as_str());
        }
        self.head(ui, "others-say");
        for party in &atlas.parties {
            for question in [Question::Whose, Question::WhoseTroops, Question::AgainstWhom] {
                if let Some(answer) = state.answer(&atlas, &party.id, question)
                    && !shown.iter().any(|s| s.claim == answer.claim)
                {
                    self.stance(ui, answer, false);
                }
            }
        }
    }

    fn stance(&mut self, ui: &mut Ui, s: &StanceInForce, full: bool) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let claim = &atlas.claims[s.claim];
        let who = s.party.as_ref().map_or_else(|| atlas.name(s.voice.as_str(), &language), |p| atlas.name(p.as_str(), &language));
        let sentence = self.p.text.stance(&s.stance, who, &atlas);
        let font = if full { "semibold" } else { "regular" };
        words(ui, &sentence, font, if full { 18.0 } else { 15.5 } * self.u, self.p.theme.ink);
        let mut facts: Vec<String> =
            vec![claim.voices.iter().map(|v| atlas.name(v.as_str(), &language)).collect::<Vec<_>>().join(", ")];
        match (s.since, s.restated) {
            (Some(since), Some(restated)) if since != restated => {
                facts.push(self.p.text.with("since", &[("date", &self.p.text.day_month(since))]));
                facts.push(self.p.text.with("said", &[("date", &self.p.text.day_month(restated))]));
            }
            (_, Some(restated)) => facts.push(self.p.text.with("said", &[("date", &self.p.text.day_month(restated))])),
            _ => facts.push(self.p.text.get("undated")),
        }
        if let Some(teller) = &claim.told_by {
            facts.push(self.p.text.with("hearsay", &[("who", atlas.name(teller.as_str(), &language))]));
        }
        if s.certainty == crate::time::Truth::Possible {
            facts.push(self.p.text.get("possibly"));
        }
        if let Some(area) = claim.area.as_ref().filter(|_| s.inherited) {
            facts.push(self.p.text.with("inherited", &[("area", atlas.name(area.as_str(), &language))]));
        }
        self.small(ui, &facts.join(" · "));
        if !claim.note.is_empty() {
            words(ui, claim.note.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
        }
        if !claim.condition.is_empty() {
            words(ui, claim.condition.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
        }
        if full && let Some(message) = claim.message.as_ref().and_then(|m| atlas.message(m.as_str())) {
            let label = format!("{}  {}", self.p.text.get("message"), message.gist.text(&language));
            self.go(ui, &label, message.id.as_str());
        }
        self.cites(ui, &claim.cites);
        if full {
            self.disagreements(ui, claim.id.as_str());
        }
        ui.add_space(4.0 * self.u);
    }

    fn disagreements(&mut self, ui: &mut Ui, record: &str) {
        let atlas = self.atlas();
        let found: Vec<Contradiction> = atlas.contradictions_of(record).cloned().collect();
        for c in found.iter().take(3) {
            self.head(ui, "told-two-ways");
            self.go(ui, c.title.text(self.p.text.language()), c.id.as_str());
            self.tellings(ui, c);
        }
    }

    fn tellings(&self, ui: &mut Ui, c: &Contradiction) {
        let language = self.p.text.language().to_owned();
        for (i, telling) in c.tellings.iter().enumerate() {
            words(ui, &format!("{}. {}", i + 1, telling.text.text(&language)), "serif", 15.5 * self.u, self.p.theme.ink);
        }
    }

    fn contradiction(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let c = &atlas.contradictions[i];
        words(ui, &self.p.text.get("told-two-ways"), "semibold", 15.5 * self.u, self.p.theme.ink2);
        self.title(ui, c.title.text(self.p.text.language()));
        self.tellings(ui, c);
        self.small(ui, c.handling.text(self.p.text.language()));
        self.cites(ui, &c.cites);
        let language = self.p.text.language().to_owned();
        for record in &c.records {
            let words = match atlas.find(record.as_str()) {
                Some(RecordRef::Message(i)) => atlas.messages[i].gist.text(&language).to_owned(),
                Some(RecordRef::Event(i)) => atlas.events[i].title.text(&language).to_owned(),
                Some(RecordRef::Control(i)) => atlas.control[i].title.text(&language).to_owned(),
                Some(RecordRef::Fix(i, j)) => {
                    format!("{}: {}", atlas.units[i].names.text(&language), atlas.units[i].fixes[j].title.text(&language))
                }
                Some(RecordRef::Claim(i)) => {
                    let claim = &atlas.claims[i];
                    let who: Vec<&str> = claim.voices.iter().map(|v| atlas.name(v.as_str(), &language)).collect();
                    format!("{}: {}", who.join(", "), claim.area_as_written.as_deref().unwrap_or("…"))
                }
                _ => record.to_string(),
            };
            self.go(ui, &words, record.as_str());
        }
    }

    fn message(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let m = &atlas.messages[i];
        let names = |list: &[crate::model::Correspondent]| {
            let named: Vec<&str> = list.iter().filter_map(|c| Some(atlas.name(c.person.as_ref()?.as_str(), &language))).collect();
            if named.is_empty() { "…".to_owned() } else { named.join(", ") }
        };
        let title = self.p.text.with("from-to-people", &[("from", &names(&m.from)), ("to", &names(&m.to))]);
        self.title(ui, &title);
        let when = self.p.text.when(m.sent.as_ref());
        let kind = self.p.text.message_kind(m.kind);
        self.small(ui, &format!("{kind} · {when}"));
        words(ui, m.gist.text(&language), "serif", 18.0 * self.u, self.p.theme.ink);
        if !m.note.is_empty() {
            words(ui, m.note.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
        }
        self.cites(ui, &m.cites);
        self.disagreements(ui, m.id.as_str());
        if !m.claims.is_empty() {
            self.head(ui, "stance");
        }
        for claim in m.claims.iter().filter_map(|c| atlas.claim(c.as_str())) {
            let Some(stance) = claim.stance() else { continue };
            let party = claim.voices.first().and_then(|v| atlas.person(v.as_str())).and_then(|v| v.party.clone());
            let who = party.as_ref().map_or("", |p| atlas.name(p.as_str(), &language));
            let area = claim
                .area
                .as_ref()
                .map_or(claim.area_as_written.as_deref().unwrap_or("…"), |a| atlas.name(a.as_str(), &language));
            let sentence = format!("{area}: {}", self.p.text.stance(&stance, who, &atlas));
            match &claim.area {
                Some(id) => self.go(ui, &sentence, id.as_str()),
                None => self.body(ui, &sentence),
            }
        }
    }

    fn claim(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let claim = &atlas.claims[i];
        let who: Vec<&str> = claim.voices.iter().map(|v| atlas.name(v.as_str(), &language)).collect();
        self.title(ui, &who.join(", "));
        let area =
            claim.area.as_ref().map_or(claim.area_as_written.as_deref().unwrap_or("…"), |a| atlas.name(a.as_str(), &language));
        self.small(ui, area);
        let party = claim.voices.first().and_then(|v| atlas.person(v.as_str())).and_then(|v| v.party.clone());
        let name = party.as_ref().map_or("", |p| atlas.name(p.as_str(), &language));
        if let Some(stance) = claim.stance() {
            words(ui, &self.p.text.stance(&stance, name, &atlas), "semibold", 18.0 * self.u, self.p.theme.ink);
        }
        let when = self.p.text.when(claim.dating.when.as_ref());
        self.small(ui, &when);
        if !claim.note.is_empty() {
            words(ui, claim.note.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
        }
        if let Some(message) = claim.message.as_ref().and_then(|m| atlas.message(m.as_str())) {
            self.go(ui, message.gist.text(&language), message.id.as_str());
        }
        self.cites(ui, &claim.cites);
        self.disagreements(ui, claim.id.as_str());
    }

    fn control(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let control = &atlas.control[i];
        let area =
            control.area.as_deref().map_or(control.area_as_written.as_deref().unwrap_or("…"), |a| atlas.name(a, &language));
        self.title(ui, area);
        words(ui, control.title.text(&language), "serif", 18.0 * self.u, self.p.theme.ink);
        let when = self.p.text.when(control.dating.when.as_ref());
        self.small(ui, &when);
        if !control.note.is_empty() {
            words(ui, control.note.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
        }
        self.cites(ui, &control.cites);
        self.disagreements(ui, control.id.as_str());
    }

    fn unit(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let unit = &atlas.units[i];
        self.title(ui, unit.names.text(&language));
        if let Some(commander) = &unit.commander {
            self.small(ui, atlas.name(commander.as_str(), &language));
        }
        for fix in &unit.fixes {
            rule(ui, self.p.theme.rule);
            let when = self.p.text.when(fix.dating.when.as_ref());
            words(ui, &when, "semibold", 15.5 * self.u, self.p.theme.ink);
            self.body(ui, fix.title.text(&language));
            if !fix.note.is_empty() {
                words(ui, fix.note.text(&language), "italic", 13.5 * self.u, self.p.theme.ink2);
            }
            self.cites(ui, &fix.cites);
            self.disagreements(ui, fix.id.as_str());
        }
    }

    /// What a boundary follows, how well it is known, and why.
    fn boundary(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let boundary = &atlas.boundaries[i];
        let outside = self.p.text.get("outside");
        let name = |id: &Option<crate::model::DistrictId>| {
            id.as_ref().map_or(outside.clone(), |d| atlas.name(d.as_str(), &language).to_owned())
        };
        let title = self.p.text.join(&[name(&boundary.left), name(&boundary.right)]);
        self.small(ui, &self.p.text.get("boundary"));
        self.title(ui, &title);
        self.body(ui, &self.p.text.get(&format!("precision-{}", boundary.precision)));
        words(ui, boundary.reason.text(&language), "serif", 18.0 * self.u, self.p.theme.ink);
        self.small(ui, &self.p.text.get("boundary-source"));
    }

    fn event(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let e = &atlas.events[i];
        self.title(ui, e.title.text(self.p.text.language()));
        words(ui, e.gist.text(self.p.text.language()), "serif", 18.0 * self.u, self.p.theme.ink);
        self.cites(ui, &e.cites);
        self.disagreements(ui, e.id.as_str());
    }

    fn place(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        self.title(ui, atlas.name(id, &language));
        self.head(ui, "held-by");
        let holders = self.p.situation.places.iter().find(|(place, _)| place == id).map(|(_, h)| h.clone()).unwrap_or_default();
        if holders.is_empty() {
            self.small(ui, &self.p.text.get("no-statement"));
        }
        for holding in holders {
            let control = &atlas.control[holding.control];
            self.body(ui, control.title.text(&language));
            self.cites(ui, &control.cites);
        }
        self.head(ui, "units");
        for report in &self.p.situation.units {
            let unit = &atlas.units[report.unit];
            if unit.fixes[report.fix].at.as_deref() == Some(id) {
                self.go(ui, unit.names.text(&language), unit.id.as_str());
            }
        }
        for event in atlas.events.iter().filter(|e| e.places.iter().any(|p| p == id)) {
            self.go(ui, event.title.text(&language), event.id.as_str());
        }
    }
}
