//! What people take home from a lecture: a tour as a handout (PDF), as slides for office programs
//! (PPTX) and as a page for browsers (HTML), as the bytes of a file. It may use `session`, `text`,
//! `scene` and `paint`; the command line and the window's dialog write the bytes.
//!
//! `step` has the words of a step and `picture` its drawing; `sheet` breaks texts into lines and
//! pages, and `handout` fills them; `pptx` and `html` write the other two, the latter with drawings
//! made smaller by `paint::compact`.

mod handout;
mod html;
mod picture;
mod pptx;
mod step;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::export::ThemeName;
use crate::model::{Atlas, Tour};
use crate::scene::{Furniture, Legend, MapDetail, SceneContext, Theme};
use crate::session::{Action, Session, TourVersion};
use crate::text::Text;

pub use handout::HandoutOptions;

use picture::StepPicture;
use step::StepWords;

/// Receives the number of steps that are done and the number of all; what it returns lets the work
/// go on or ends it.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// Why a file of a tour was not made.
#[derive(Debug, thiserror::Error)]
pub enum TourFileError {
    /// The reader of the progress ended the work.
    #[error("cancelled")]
    Cancelled,
    /// The tour has no steps.
    #[error("the tour has no steps")]
    NoSteps,
    /// A picture could not be made.
    #[error(transparent)]
    Picture(#[from] crate::paint::file::PictureError),
    /// The parts of the file could not be put together.
    #[error("the slides could not be put into one file: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A part of the file could not be written.
    #[error("the slides could not be put into one file: {0}")]
    Part(#[from] std::io::Error),
}

/// A file that can be made of a tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourFile {
    /// A handout as PDF.
    Handout(HandoutOptions),
    /// Slides for office programs.
    Slides,
    /// A page for browsers, with the speaker's notes where asked for.
    Page {
        /// Whether the notes are on it.
        notes: bool,
    },
}

impl TourFile {
    /// The ending of the file's name, without its point.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Handout(_) => "pdf",
            Self::Slides => "pptx",
            Self::Page { .. } => "html",
        }
    }

    /// The theme that suits it.
    #[must_use]
    pub fn theme(self) -> ThemeName {
        match self {
            Self::Handout(_) => ThemeName::Print,
            Self::Slides => ThemeName::Projector,
            Self::Page { .. } => ThemeName::Paper,
        }
    }
}

/// Makes files of a tour.
pub struct TourExporter {
    session: Session,
    tour: Arc<Tour>,
    version: TourVersion,
    theme: Theme,
    night: Theme,
    text: Text,
}

/// A step that is shown, with what scenes are made from.
struct StepView<'a> {
    context: SceneContext<'a>,
    words: StepWords,
}

impl StepView<'_> {
    /// The slide of the step, `size` points large.
    fn picture(&self, size: (f32, f32)) -> Result<StepPicture, TourFileError> {
        StepPicture::new(&self.context, size).ok_or(TourFileError::NoSteps)
    }
}

impl TourExporter {
    /// An exporter of a tour, in the language of the session.
    #[must_use]
    pub fn new(session: &Session, tour: Arc<Tour>, version: TourVersion, theme: ThemeName) -> Self {
        let mut session = session.clone();
        session.apply(Action::OpenTour(Arc::clone(&tour), version));
        session.apply(Action::SetStepped(true));
        Self {
            text: Text::for_atlas(session.language(), session.whole().atlas()),
            theme: theme.theme(),
            night: Theme::night(),
            session,
            tour,
            version,
        }
    }

    /// Number of steps.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.session.lecture().map_or(0, |l| l.steps().len())
    }

    /// Title of the tour.
    #[must_use]
    pub fn title(&self) -> &str {
        self.tour.title.text(self.text.language())
    }

    /// The bytes of a file of the tour.
    ///
    /// # Errors
    /// [`TourFileError`].
    pub fn file(&self, form: TourFile, progress: Progress<'_>) -> Result<Vec<u8>, TourFileError> {
        match form {
            TourFile::Handout(options) => self.handout(options, progress),
            TourFile::Slides => self.pptx(progress),
            TourFile::Page { notes } => self.html(notes, progress),
        }
    }

    fn atlas(&self) -> &Atlas {
        self.session.whole().atlas()
    }

    /// Title of the atlas.
    fn atlas_title(&self) -> &str {
        self.atlas().manifest.title.text(self.text.language())
    }

    /// Title of the tour and of the atlas.
    fn full_title(&self) -> String {
        format!("{} – {}", self.title(), self.atlas_title())
    }

    /// Runs `with` on a step, counted from 0; `answered` shows the answer to its question.
    fn look<T>(
        &self,
        at: usize,
        answered: bool,
        theme: &Theme,
        with: impl FnOnce(&StepView<'_>) -> T,
    ) -> T {
        let mut session = self.session.clone();
        session.apply(Action::GoToStep(at));
        let step = session.lecture().and_then(|l| l.step()).cloned();
        if answered && step.as_ref().is_some_and(|s| !s.reveal.is_empty()) {
            session.apply(Action::NextStep);
        }
        session.apply(Action::EndMotion);
        let situation = Arc::clone(session.situation());
        let context = SceneContext {
            session: &session,
            situation: &situation,
            theme,
            text: &self.text,
            unit: 1.0,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Whole,
        };
        let words = step.map_or_else(StepWords::default, |step| {
            StepWords::new(&step, at + 1, &context)
        });
        with(&StepView { context, words })
    }

    /// Runs `with` on every step, unless `progress` ends the work.
    fn each_step<T>(
        &self,
        answered: bool,
        progress: Progress<'_>,
        mut with: impl FnMut(&StepView<'_>) -> Result<T, TourFileError>,
    ) -> Result<Vec<T>, TourFileError> {
        let count = self.steps();
        if count == 0 {
            return Err(TourFileError::NoSteps);
        }
        let mut out = Vec::new();
        for at in 0..count {
            if progress(at, count).is_break() {
                return Err(TourFileError::Cancelled);
            }
            out.push(self.look(at, answered, &self.theme, &mut with)?);
        }
        match progress(count, count) {
            ControlFlow::Continue(()) => Ok(out),
            ControlFlow::Break(()) => Err(TourFileError::Cancelled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Timeline;

    #[test]
    fn work_that_is_cancelled_ends_at_the_next_step_without_a_file() {
        let files = crate::load::files::read_folder(std::path::Path::new("tests/fixtures/good"));
        let loaded = crate::load::load(&files.expect("the good package"));
        let atlas = Arc::new(loaded.atlas.expect("a clean package"));
        let tour = Arc::clone(&atlas.tours[0]);
        let session = Session::new(Arc::new(Timeline::new(atlas)), "en");
        let exporter = TourExporter::new(&session, tour, TourVersion::Whole, ThemeName::Paper);
        let sheet = HandoutOptions {
            notes: false,
            blanks: true,
        };
        let page = TourFile::Page { notes: false };
        for file in [TourFile::Handout(sheet), TourFile::Slides, page] {
            let mut told = Vec::new();
            let made = exporter.file(file, &mut |done, count| {
                told.push((done, count));
                match done {
                    0 => ControlFlow::Continue(()),
                    _ => ControlFlow::Break(()),
                }
            });
            assert!(matches!(made, Err(TourFileError::Cancelled)), "{file:?}");
            assert_eq!(told, [(0, exporter.steps()), (1, exporter.steps())]);
        }
    }
}
