//! Small pictures of slides, for the presenter and for the editor of tours. Each is made once, as
//! the file of the slide would be, and then only copied to the screen.

use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::export::slides::{SlideExporter, SlideId};
use crate::model::{Tour, TourStep, Words};
use crate::paint::file;
use crate::paint::svg::Form;
use crate::scene::{Same, Theme};
use crate::session::{Action, Session, TourVersion};
use crate::timeline::Timeline;

/// Most pictures that are kept.
const CAPACITY: usize = 64;

/// A slide of a version of a tour.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) tour: Arc<Tour>,
    pub(super) version: TourVersion,
    /// Position of the step in the version, counted from 0.
    pub(super) at: usize,
    /// Whether the answer to the step's question is shown.
    pub(super) revealed: bool,
    /// Width of the picture in pixels; it is 16:9.
    pub(super) width: u32,
}

/// Everything that the picture of a slide depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    timeline: Same<Timeline>,
    language: String,
    title: Words,
    step: TourStep,
    before: Option<TourStep>,
    at: usize,
    count: usize,
    revealed: bool,
    width: u32,
}

/// The pictures made so far, the one used last first.
#[derive(Default)]
pub(super) struct SlideImages(Vec<(Key, TextureHandle)>);

impl SlideImages {
    /// The picture of a slide, made if it must be; `None` where the tour has no such step.
    pub(super) fn get(
        &mut self,
        ctx: &Context,
        session: &Session,
        wanted: &Wanted,
    ) -> Option<TextureHandle> {
        let key = key(session, wanted)?;
        if let Some(known) = self.known(&key) {
            return Some(known);
        }
        let image = image(session, wanted)?;
        let name = format!("slide {}", key.step.id);
        let texture = ctx.load_texture(name, image, TextureOptions::LINEAR);
        self.0.truncate(CAPACITY - 1);
        self.0.insert(0, (key, texture.clone()));
        Some(texture)
    }

    /// The picture of a slide, if it was made already.
    pub(super) fn made(&mut self, session: &Session, wanted: &Wanted) -> Option<TextureHandle> {
        self.known(&key(session, wanted)?)
    }

    /// The last picture of the step of that id, though the step may have changed since.
    pub(super) fn last_of(&self, step: &str) -> Option<TextureHandle> {
        let found = self.0.iter().find(|(key, _)| key.step.id == step);
        found.map(|(_, texture)| texture.clone())
    }

    fn known(&mut self, key: &Key) -> Option<TextureHandle> {
        let i = self.0.iter().position(|(known, _)| known == key)?;
        self.0[..=i].rotate_right(1);
        Some(self.0[0].1.clone())
    }
}

fn key(session: &Session, wanted: &Wanted) -> Option<Key> {
    let is_shown = |step: &&TourStep| wanted.version == TourVersion::Whole || step.short;
    let steps: Vec<&TourStep> = wanted.tour.steps.iter().filter(is_shown).collect();
    let before = wanted.at.checked_sub(1).and_then(|i| steps.get(i));
    Some(Key {
        timeline: Same::new(session.whole()),
        language: session.language().to_owned(),
        title: wanted.tour.title.clone(),
        step: (*steps.get(wanted.at)?).clone(),
        before: before.map(|step| (*step).clone()),
        at: wanted.at,
        count: steps.len(),
        revealed: wanted.revealed,
        width: wanted.width,
    })
}

fn image(session: &Session, wanted: &Wanted) -> Option<ColorImage> {
    let mut session = session.clone();
    let tour = Arc::clone(&wanted.tour);
    session.apply(Action::OpenTour(tour, wanted.version));
    let size = (wanted.width, wanted.width * 9 / 16);
    let exporter = SlideExporter::new(session, Theme::projector(), size);
    let id = SlideId {
        step: wanted.at,
        revealed: wanted.revealed,
        name: String::new(),
    };
    let svg = exporter.svg(&id, &Form::default())?;
    let (pixels, width, height) = file::pixels(&svg).ok()?;
    let size = [width as usize, height as usize];
    Some(ColorImage::from_rgba_premultiplied(size, &pixels))
}
