//! The steps of a tour as slides, each as one picture.

use std::sync::Arc;

use crate::paint::svg::{About, Form};
use crate::paint::{file, svg};
use crate::scene::{Furniture, Legend, MapDetail, SceneContext, Slide, Theme};
use crate::session::{Action, Session};
use crate::text::Text;

/// Draws the steps of the tour that a session has opened.
pub struct SlideExporter {
    session: Session,
    theme: Theme,
    text: Text,
    size: (u32, u32),
}

/// The position of a slide in its tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlideId {
    /// Position of the step in the version of the tour, counted from 0.
    pub step: usize,
    /// Whether the answer to the step's question is shown.
    pub revealed: bool,
    /// Name of the slide in names of files, such as `07-narimanov-protests-answer`.
    pub name: String,
}

impl SlideExporter {
    /// An exporter for a session with a lecture; `size` is width and height in pixels.
    #[must_use]
    pub fn new(session: Session, theme: Theme, size: (u32, u32)) -> Self {
        let text = Text::for_atlas(session.language(), session.whole().atlas());
        Self {
            session,
            theme,
            text,
            size,
        }
    }

    /// The session, whose lecture is drawn.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Every slide in order: one for a step, and a second one for the answer to its question.
    #[must_use]
    pub fn slides(&self) -> Vec<SlideId> {
        let Some(lecture) = self.session.lecture() else {
            return Vec::new();
        };
        let mut slides = Vec::new();
        for (step, told) in lecture.steps().enumerate() {
            let name = format!("{:02}-{}", step + 1, told.id);
            slides.push(SlideId {
                step,
                revealed: false,
                name: name.clone(),
            });
            if !told.reveal.is_empty() {
                slides.push(SlideId {
                    step,
                    revealed: true,
                    name: format!("{name}-answer"),
                });
            }
        }
        slides
    }

    /// Makes a slide, and gives it to `draw` with the session at its step; `None` where the tour has
    /// no such step.
    pub fn with_slide<T>(
        &self,
        id: &SlideId,
        draw: impl FnOnce(&Slide, &Session) -> T,
    ) -> Option<T> {
        let mut session = self.session.clone();
        session.apply(Action::GoToStep(id.step));
        if id.revealed {
            session.apply(Action::NextStep);
        }
        session.apply(Action::EndMotion);
        let situation = Arc::clone(session.situation());
        let context = SceneContext {
            session: &session,
            situation: &situation,
            theme: &self.theme,
            text: &self.text,
            unit: 1.0,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Slide,
        };
        let slide = Slide::new(&context, (self.size.0 as f32, self.size.1 as f32))?;
        Some(draw(&slide, &session))
    }

    /// A slide as an SVG document, written in this form; its title and language are added.
    #[must_use]
    pub fn svg(&self, id: &SlideId, form: &Form) -> Option<String> {
        self.with_slide(id, |slide, session| {
            let about = About {
                title: slide.title.clone(),
                language: self.text.language().to_owned(),
                ..form.about.clone()
            };
            let form = Form {
                about,
                ..form.clone()
            };
            svg::slide(slide, session.geometry(), &form)
        })
    }

    /// A slide as a PNG file.
    ///
    /// # Errors
    /// The tour has no such step, or the picture is too large.
    pub fn png(&self, id: &SlideId) -> anyhow::Result<Vec<u8>> {
        let svg = self.svg(id, &Form::default());
        let svg = svg.ok_or_else(|| anyhow::anyhow!("there is no slide {}", id.name))?;
        Ok(file::png(&svg)?)
    }
}
