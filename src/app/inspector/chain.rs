//! The chain of evidence at the head of a page: the message, the stance that it states, where that is
//! read, and which document the source cites. Each link has a sign, and a line joins the signs.

use egui::{Align, Layout, Rect, Sense, Stroke, Ui, vec2};

use super::super::widgets::{self, Sign};
use super::Page;
use crate::geometry::Viewport;
use crate::model::{
    Citation, Claim, Control, Message, PartyId, RecordView, Stance, StanceKind, Unit,
};
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Item, LegendSign, fill_sign, holder_sign, legend_sign, message_sign};
use crate::session::Action;
use crate::time::Truth;
use crate::timeline::{Fill, StanceInForce};

/// Widths of the signs and of the labels, and the height of a row, in design units.
const SIGN: f32 = 40.0;
const LABEL: f32 = 96.0;
const ROW: f32 = 28.0;

/// The sign of a link.
pub(super) enum LinkSign {
    /// A sign of the map, with the width and height that it has room in.
    OfMap((Vec<Item>, (f32, f32))),
    /// A sign of the interface.
    Drawn(Sign),
}

/// A chain that is being drawn, with the rectangle of its last sign.
#[derive(Default)]
pub(super) struct Chain {
    last: Option<Rect>,
}

impl Chain {
    /// Draws one link: its sign, its label, and what `add` draws beside them.
    pub(super) fn link(
        &mut self,
        page: &mut Page<'_, '_>,
        ui: &mut Ui,
        (sign, label): (LinkSign, &str),
        add: impl FnOnce(&mut Page<'_, '_>, &mut Ui),
    ) {
        let u = page.u;
        let mut at = Rect::NOTHING;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0 * u;
            at = ui
                .allocate_exact_size(vec2(SIGN, ROW) * u, Sense::hover())
                .0;
            page.link_sign(ui, at, &sign);
            let middle = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(LABEL, ROW) * u, middle, |ui| {
                ui.set_min_size(vec2(LABEL, ROW) * u);
                let words = egui::RichText::new(label).font(face("regular", 13.5 * u));
                ui.label(words.color(color(page.p.theme.ink2)));
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0 * u;
                ui.add_space(3.0 * u);
                add(page, ui);
            });
        });
        if let Some(before) = self.last.replace(at) {
            let x = at.center().x;
            let (from, to) = (before.center().y + 12.0 * u, at.center().y - 12.0 * u);
            if to > from {
                let stroke = Stroke::new(1.2 * u, color(page.p.theme.ink2));
                ui.painter().vline(x, from..=to, stroke);
            }
        }
    }
}

/// A stance with what its record says of it.
pub(super) struct Said<'a> {
    pub(super) claim: &'a Claim,
    pub(super) stance: &'a Stance,
    pub(super) party: Option<&'a PartyId>,
    pub(super) certainty: Truth,
    /// Since when, until when, and the like.
    pub(super) facts: Vec<String>,
}

impl Page<'_, '_> {
    fn link_sign(&mut self, ui: &Ui, at: Rect, sign: &LinkSign) {
        match sign {
            LinkSign::OfMap((items, size)) => {
                let rect = Rect::from_center_size(at.center(), vec2(size.0, size.1));
                let screen = Screen {
                    ui,
                    rect,
                    geometry: self.p.session.geometry(),
                    view: Viewport::default(),
                    unit: self.u,
                };
                screen.draw(items, self.p.textures);
            }
            LinkSign::Drawn(sign) => {
                let rect = Rect::from_center_size(at.center(), vec2(36.0, 36.0) * self.u);
                widgets::draw_sign(ui, rect, *sign, self.p.theme.ink2);
            }
        }
    }

    fn sign_of_map(&self, sign: &LegendSign) -> LinkSign {
        LinkSign::OfMap(legend_sign(&self.p.chart_context(self.u), sign))
    }

    /// The sample of a stance as the map of its party shows it.
    pub(super) fn stance_sample(&self, said: &Said<'_>) -> LinkSign {
        let hearsay = said.claim.head.told_by.is_some();
        let fill = Fill::of_stance(said.stance, said.party, said.certainty, hearsay, Vec::new());
        let view = self.p.chart_context(self.u);
        self.sign_of_map(&fill_sign(&view, &fill, said.party))
    }

    /// The letters of the parties of a stance and the stance in large type, then its chain.
    pub(super) fn said(&mut self, ui: &mut Ui, said: &Said<'_>, copies: bool) {
        let atlas = self.atlas();
        let who = said.party.map_or_else(
            || self.p.text.voices(&atlas, said.claim),
            |p| atlas.name(p.as_str(), self.p.text.language()).to_owned(),
        );
        let sentence = self
            .p
            .text
            .stance_on_day(said.stance, said.certainty, &who, &atlas);
        let gives = matches!(
            said.stance.kind,
            StanceKind::Assigns | StanceKind::Recognises
        );
        let to = said.stance.to.as_ref().filter(|_| gives);
        let hearsay = said.claim.head.told_by.is_some();
        self.headline(ui, said.party, to, hearsay, &sentence);
        let mut chain = Chain::default();
        let message = said.claim.message.as_ref();
        if let Some(message) = message.and_then(|m| atlas.message(m.as_str())) {
            self.message_link(ui, &mut chain, message, true);
        }
        let (sign, label) = (self.stance_sample(said), self.p.text.get("stance"));
        chain.link(self, ui, (sign, &label), |page, ui| {
            page.stance_facts(ui, said);
        });
        let head = &said.claim.head;
        self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), copies);
    }

    /// The letters of who speaks and of who is to have it, with a sentence.
    fn headline(
        &self,
        ui: &mut Ui,
        party: Option<&PartyId>,
        to: Option<&PartyId>,
        hearsay: bool,
        sentence: &str,
    ) {
        let u = self.u;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0 * u;
            for (i, party) in party.into_iter().chain(to).enumerate() {
                if i > 0 {
                    let (at, _) = ui.allocate_exact_size(vec2(20.0, 26.0) * u, Sense::hover());
                    widgets::draw_sign(ui, at.expand(6.0 * u), Sign::Arrow, self.p.theme.ink);
                }
                let (at, _) = ui.allocate_exact_size(vec2(26.0, 26.0) * u, Sense::hover());
                widgets::roundel(ui, self.p, party, at.center(), 11.5 * u, hearsay && i == 0);
            }
            ui.vertical(|ui| {
                ui.add_space(1.0 * u);
                widgets::words(ui, sentence, "semibold", 18.0 * u, self.p.theme.ink);
            });
        });
    }

    /// Who said a stance to whom, when, on whose word, of what, and on which condition.
    fn stance_facts(&mut self, ui: &mut Ui, said: &Said<'_>) {
        let atlas = self.atlas();
        let language = self.language();
        let claim = said.claim;
        let mut facts = vec![self.p.text.voices(&atlas, claim)];
        let message = claim.message.as_ref();
        let message = message.and_then(|m| atlas.message(m.as_str()));
        if let Some(to) = message.map(|m| self.p.text.correspondents(&m.to, &atlas))
            && !to.is_empty()
        {
            facts[0] = self
                .p
                .text
                .with("from-to-people", &[("from", &facts[0]), ("to", &to)]);
        }
        facts.extend(said.facts.iter().cloned());
        let voice = claim.voices.first().and_then(|v| atlas.person(v.as_str()));
        facts.extend(voice.map(|v| self.p.text.authority(v.authority)));
        facts.push(self.p.text.whose_word(&claim.head, &atlas));
        let line = facts.join(" · ");
        self.text(ui, &line, face("regular", 14.5 * self.u), self.p.theme.ink);
        self.note(ui, &claim.head.note);
        if !claim.condition.is_empty() {
            let condition = claim.condition.text(&language);
            let condition = condition.trim_end_matches('.');
            let words = self.p.text.with("said-if", &[("condition", condition)]);
            self.text(ui, &words, face("italic", 13.5 * self.u), self.p.theme.ink2);
        }
    }

    /// The link of a message: its form, ends and day, and what it says. `leads` makes it lead to
    /// its page.
    pub(super) fn message_link(
        &mut self,
        ui: &mut Ui,
        chain: &mut Chain,
        message: &Message,
        leads: bool,
    ) {
        let atlas = self.atlas();
        let language = self.language();
        let sender = message.from.iter().find_map(|c| c.person.as_ref());
        let sender = sender.and_then(|p| atlas.person(p.as_str()));
        let party = sender.and_then(|p| p.party.as_ref());
        let view = self.p.chart_context(self.u);
        let sign = LinkSign::OfMap(message_sign(&view, message.kind, party));
        let label = self.p.text.get("message");
        chain.link(self, ui, (sign, &label), |page, ui| {
            let ends = page.p.text.message_ends(message, &atlas);
            let known = page.p.session.timeline().known_day(&message.head.id);
            let parts = [page.p.text.capitalized(&ends), page.p.text.known_day(known)];
            let line = parts.join(&page.p.text.get("list-comma"));
            let (size, ink) = (15.0 * page.u, page.p.theme.ink);
            if !leads {
                widgets::words(ui, &line, "semibold", size, ink);
                return;
            }
            if widgets::link(ui, &line, "semibold", size, ink).clicked() {
                let id = message.head.id.to_string();
                page.p.actions.push(Action::Select(Some(id)));
            }
            page.small(ui, message.gist.text(&language));
        });
    }

    /// The links of a holding: who held it, and on which paper that rests.
    pub(super) fn held(&mut self, ui: &mut Ui, control: &Control, certainty: Truth, copies: bool) {
        let language = self.language();
        let mut chain = Chain::default();
        let sign = match &control.holder {
            Some(holder) => {
                let view = self.p.chart_context(self.u);
                self.sign_of_map(&holder_sign(&view, holder, certainty))
            }
            None => LinkSign::Drawn(Sign::Cross),
        };
        let label = self.p.text.get("held-by");
        chain.link(self, ui, (sign, &label), |page, ui| {
            let told = control.title.text(&language);
            let told = match certainty {
                Truth::Possible => page.p.text.with("possibly-so", &[("what", told)]),
                _ => told.to_owned(),
            };
            page.go(ui, &told, control.head.id.as_str());
            page.word(ui, RecordView::Control(control));
        });
        let head = &control.head;
        self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), copies);
    }

    /// The links of a report of a force.
    pub(super) fn report(&mut self, ui: &mut Ui, unit: &Unit, fix: usize, copies: bool) {
        let atlas = self.atlas();
        let language = self.language();
        let fix = &unit.fixes[fix];
        let slot = unit.party.as_ref().and_then(|p| atlas.party(p.as_str()));
        let colors = slot.map(|p| self.p.theme.party(p.slot.unwrap_or_default()));
        let theme = self.p.theme;
        let (fill, line) = colors.map_or((theme.hatch_ground, theme.ink2), |c| (c.fill, c.line));
        let certain = fix.head.dating.exact_day().is_some();
        let sign = self.sign_of_map(&LegendSign::Unit(Some(fill), line, !certain));
        let mut chain = Chain::default();
        let label = self.p.text.get("report");
        chain.link(self, ui, (sign, &label), |page, ui| {
            let known = page.p.session.timeline().known_day(&fix.head.id);
            let when = page.p.text.known_day(known);
            widgets::words(ui, &when, "semibold", 15.0 * page.u, page.p.theme.ink);
            page.body(ui, fix.title.text(&language));
            let counted = page.p.text.strengths(&fix.strength);
            if !counted.is_empty() {
                page.body(ui, &counted);
            }
            page.word(ui, RecordView::Fix(unit, fix));
            page.note(ui, &fix.head.note);
        });
        let head = &fix.head;
        self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), copies);
    }

    /// The link of an event.
    pub(super) fn event(&mut self, ui: &mut Ui, event: &crate::model::Event) {
        let language = self.language();
        let mut chain = Chain::default();
        let label = self.p.text.get("kind-event");
        let label = self.p.text.capitalized(&label);
        let sign = LinkSign::Drawn(Sign::Event);
        chain.link(self, ui, (sign, &label), |page, ui| {
            page.body(ui, event.gist.text(&language));
            page.word(ui, RecordView::Event(event));
        });
        let head = &event.head;
        self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), true);
    }

    /// On whose word a record is known.
    fn word(&self, ui: &mut Ui, record: RecordView<'_>) {
        let word = self.p.text.whose_word(record.head(), &self.atlas());
        self.small(ui, &word);
    }

    /// The links of the record `id` to the paper: where it is read, what the source cites there, and the buttons that
    /// copy the citation.
    pub(super) fn paper(
        &mut self,
        ui: &mut Ui,
        chain: &mut Chain,
        (id, cites): (&str, &[Citation]),
        copies: bool,
    ) {
        let atlas = self.atlas();
        let u = self.u;
        for c in cites {
            let label = self.p.text.get("read-in");
            let sign = LinkSign::Drawn(Sign::Page);
            chain.link(self, ui, (sign, &label), |page, ui| {
                let read = page.p.text.short_citation(std::slice::from_ref(c), &atlas);
                let (size, ink) = (15.0 * u, page.p.theme.ink);
                if widgets::link(ui, &read, "semibold", size, ink).clicked() {
                    let source = c.source.to_string();
                    page.p.actions.push(Action::Select(Some(source)));
                }
                if c.note.is_some() {
                    let fit = page.p.text.fit(c.fit);
                    page.small(ui, &fit);
                }
            });
            let Some(original) = &c.original else {
                continue;
            };
            let label = self.p.text.get("cites");
            let sign = LinkSign::Drawn(Sign::Archive);
            chain.link(self, ui, (sign, &label), |page, ui| {
                let (size, ink) = (15.0 * u, page.p.theme.ink);
                match atlas.source_behind(c) {
                    Some(source) => {
                        if widgets::link(ui, original, "semibold", size, ink).clicked() {
                            let id = source.id.to_string();
                            page.p.actions.push(Action::Select(Some(id)));
                        }
                    }
                    None => {
                        widgets::words(ui, original, "semibold", size, ink);
                    }
                }
                let unseen = page.p.text.get("not-seen");
                let font = face("italic", 13.5 * u);
                page.text(ui, &unseen, font, page.p.theme.ink2);
            });
        }
        if copies && !cites.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space((SIGN + 6.0) * u);
                self.copy_buttons(ui, id, cites);
            });
        }
        ui.add_space(6.0 * u);
    }

    /// A stance in one line: its party's letter, the sentence, on whose word and of which day. A
    /// click leads to its record.
    pub(super) fn in_one_line(&mut self, ui: &mut Ui, s: &StanceInForce) {
        let atlas = self.atlas();
        let claim = &atlas.claims[s.claim];
        let text = self.p.text;
        let speaker = s.party.as_ref().map_or(s.voice.as_str(), PartyId::as_str);
        let who = atlas.name(speaker, text.language());
        let sentence = text.stance_on_day(&s.stance, s.certainty, who, &atlas);
        let word = text.others_word(&claim.head, &atlas);
        let word = word.unwrap_or_else(|| atlas.name(s.voice.as_str(), text.language()).to_owned());
        let day = s.restated.map(|day| text.day_in(day, &atlas));
        let day = day
            .unwrap_or_else(|| text.known_day(self.p.session.timeline().known_day(&claim.head.id)));
        let source = text.pages(&claim.head.cites, &atlas);
        let parts = [word, day, source];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        let small = parts.join(&text.get("list-comma"));
        let hearsay = claim.head.told_by.is_some();
        let id = claim.head.id.to_string();
        self.line(ui, s.party.as_ref(), hearsay, (&sentence, &small), id);
    }

    /// A holding in one line. A click leads to its record.
    pub(super) fn held_in_one_line(&mut self, ui: &mut Ui, control: &Control, certainty: Truth) {
        let atlas = self.atlas();
        let text = self.p.text;
        let told = control.title.text(text.language());
        let told = match certainty {
            Truth::Possible => text.with("possibly-so", &[("what", told)]),
            _ => told.to_owned(),
        };
        let known = self.p.session.timeline().known_day(&control.head.id);
        let word = text.others_word(&control.head, &atlas);
        let parts = [
            word.unwrap_or_default(),
            match control.head.dating.when.as_ref() {
                Some(when) => text.when(Some(when)),
                None => text.known_day(known),
            },
            text.pages(&control.head.cites, &atlas),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        let small = parts.join(&text.get("list-comma"));
        let hearsay = control.head.told_by.is_some();
        let id = control.head.id.to_string();
        self.line(ui, control.holder.as_ref(), hearsay, (&told, &small), id);
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        party: Option<&PartyId>,
        hearsay: bool,
        (told, small): (&str, &str),
        id: String,
    ) {
        let u = self.u;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0 * u;
            let (at, _) = ui.allocate_exact_size(vec2(22.0, 22.0) * u, Sense::hover());
            if let Some(party) = party {
                widgets::roundel(ui, self.p, party, at.center(), 9.5 * u, hearsay);
            }
            let plain =
                egui::TextFormat::simple(face("regular", 15.0 * u), color(self.p.theme.ink));
            let italic =
                egui::TextFormat::simple(face("italic", 13.5 * u), color(self.p.theme.ink2));
            let mut job = egui::text::LayoutJob::default();
            job.append(told, 0.0, plain);
            job.append("   ", 0.0, italic.clone());
            job.append(small, 0.0, italic);
            let label = egui::Label::new(job).wrap().sense(Sense::click());
            let response = ui.add(label);
            if response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                self.p.actions.push(Action::Select(Some(id)));
            }
        });
    }

    /// The parties of which nothing is on record, in one line.
    pub(super) fn silent(&self, ui: &mut Ui, parties: &[&PartyId]) {
        if parties.is_empty() {
            return;
        }
        let u = self.u;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0 * u;
            for party in parties {
                let (at, _) = ui.allocate_exact_size(vec2(22.0, 22.0) * u, Sense::hover());
                widgets::roundel(ui, self.p, party, at.center(), 9.5 * u, false);
            }
            ui.add_space(4.0 * u);
            self.small(ui, &self.p.text.get("nothing-on-record"));
        });
    }
}
