//! What a panel reads, and the lists to which it adds what it asks for.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui;

use super::WindowCommand;
use super::frame_cache::FrameCache;
use super::pacing::HoverArea;
use crate::paint::textures::Textures;
use crate::scene::{Furniture, Legend, MapDetail, Same, SceneContext, Theme};
use crate::session::{Action, Session};
use crate::text::Text;
use crate::timeline::{Change, Situation};

/// What a panel reads, and the lists to which it adds actions and commands.
pub(super) struct Panel<'a> {
    pub(super) session: &'a Session,
    pub(super) situation: &'a Arc<Situation>,
    pub(super) text: &'a Text,
    pub(super) theme: &'a Theme,
    pub(super) textures: &'a mut Textures,
    pub(super) cache: &'a mut FrameCache,
    /// Parts of the window that change with what is under the pointer.
    pub(super) hover_areas: &'a mut Vec<HoverArea>,
    pub(super) actions: &'a mut Vec<Action>,
    pub(super) window_commands: &'a mut Vec<WindowCommand>,
}

impl<'a> Panel<'a> {
    /// What a chart is drawn from; `unit` is points in a design unit.
    pub(super) fn chart_context(&self, unit: f32) -> SceneContext<'a> {
        SceneContext {
            session: self.session,
            situation: self.situation,
            theme: self.theme,
            text: self.text,
            unit,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Whole,
        }
    }

    /// Requests a new map size, in points, where it has changed.
    pub(super) fn resize(&mut self, rect: egui::Rect) {
        if self.session.viewport().size != (rect.width(), rect.height()) {
            self.actions
                .push(Action::Resize(rect.width(), rect.height()));
        }
    }

    /// Changes of a day against the day before; empty on the first day of the atlas.
    pub(super) fn changes_of(&mut self, day: NaiveDate) -> Arc<Vec<Change>> {
        let timeline = self.session.timeline();
        let span = timeline.atlas().manifest.span;
        let before = day.pred_opt().filter(|before| span.contains(*before));
        self.changes_between(before, day)
    }

    /// What differs between two days; nothing where there is no earlier one.
    pub(super) fn changes_between(
        &mut self,
        before: Option<NaiveDate>,
        day: NaiveDate,
    ) -> Arc<Vec<Change>> {
        let timeline = self.session.timeline();
        let key = (Same::new(timeline), before, day);
        self.cache.changes.get(key, || {
            before.map_or_else(Vec::new, |before| timeline.changes(before, day))
        })
    }

    /// The last message on record before the day, in a line, for days without records.
    pub(super) fn last_message(&self) -> Option<String> {
        let atlas = self.session.timeline().atlas();
        let sent = atlas
            .messages
            .iter()
            .filter_map(|m| Some((m.head.dating.exact_day()?, m)));
        let (day, message) = sent
            .filter(|(day, _)| *day < self.session.day())
            .max_by_key(|(day, _)| *day)?;
        let gist = message.gist.text(self.text.language());
        Some(self.text.with(
            "last-message",
            &[("date", &self.text.day_in(day, atlas)), ("gist", gist)],
        ))
    }
}
