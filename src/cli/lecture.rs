//! `araxes lecture`: which tour is given, and the files that are made of it without a window.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;

use super::render::size;
use super::take_home::{self, TakeHomeArgs};
use super::tour::{tour_named, version};
use super::{Output, WindowArgs, day_within, known, known_language, open};
use crate::export::ThemeName;
use crate::export::slides::SlideExporter;
use crate::load::files::write_file;
use crate::model::Tour;
use crate::session::{Action, Session, TourVersion};
use crate::text::Text;
use crate::timeline::{Filter, Lens, Timeline};

/// Width and height of a slide in pixels where none is given.
const SIZE: (u32, u32) = (1920, 1080);

/// Options of the lecture.
#[derive(Debug, Clone, Args)]
pub struct LectureArgs {
    /// Options of the window.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Tour to open: the id of one in the atlas, or a file; without it, every day on which something
    /// changes.
    #[arg(long, value_name = "ID|FILE")]
    pub tour: Option<String>,
    /// Only the steps of the tour's shorter version.
    #[arg(long, requires = "tour")]
    pub short: bool,
    /// Files to make instead of opening the window.
    #[command(flatten)]
    pub files: LectureFiles,
    /// Files for what people take home.
    #[command(flatten)]
    pub take_home: TakeHomeArgs,
}

/// The files that are made of a tour, and how.
#[derive(Debug, Clone, Args)]
pub struct LectureFiles {
    /// Folder that receives a PNG of every slide.
    #[arg(long, value_name = "DIR")]
    pub slides: Option<PathBuf>,
    /// Width and height of a slide in pixels; without it, 1920x1080.
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub size: Option<(u32, u32)>,
    /// Color theme; without it, slides have that for projectors, the handout that for printers, and
    /// the page for browsers that of paper.
    #[arg(long, value_enum)]
    pub theme: Option<ThemeName>,
}

impl LectureArgs {
    /// Whether any file is asked for, so that no window opens.
    #[must_use]
    pub fn makes_files(&self) -> bool {
        self.files.slides.is_some() || self.take_home.any()
    }

    /// The tour that is given, in the language of a session.
    ///
    /// # Errors
    /// There is no such tour, lens or day, the file has faults, or an option contradicts the tour.
    pub(super) fn opening(
        &self,
        session: &Session,
        filter: Option<&Filter>,
        out: &mut Output<'_>,
    ) -> anyhow::Result<Opening> {
        let atlas = session.whole().atlas();
        if let Some(name) = &self.tour {
            self.refuse_what_steps_set(filter)?;
            let tour = tour_named(name, atlas, out)?;
            return Ok(Opening {
                version: version(&tour, self.short)?,
                tour,
                step: None,
            });
        }
        let lens = self.window.lens.as_deref().unwrap_or("claims");
        let lens = Lens::named(lens, atlas)?;
        let text = Text::new(session.language());
        let timeline = match filter {
            Some(filter) => &Arc::new(Timeline::filtered(atlas, filter)),
            None => session.whole(),
        };
        let mut tour = text.change_tour(timeline, &lens);
        for step in &mut tour.steps {
            step.filter = filter.map(ToString::to_string);
        }
        let step = match &self.window.at {
            Some(day) => step_of(&tour, day_within(day, atlas)?),
            None => None,
        };
        Ok(Opening {
            tour: Arc::new(tour),
            version: TourVersion::Whole,
            step,
        })
    }

    /// Refuses options for what each step of a tour sets itself.
    fn refuse_what_steps_set(&self, filter: Option<&Filter>) -> anyhow::Result<()> {
        let given = [
            ("--at", self.window.at.is_some()),
            ("--lens", self.window.lens.is_some()),
            ("--state", self.window.state.is_some()),
            ("--filter", filter.is_some()),
        ];
        if let Some((option, _)) = given.iter().find(|(_, given)| *given) {
            bail!("each step of a tour sets what {option} sets; leave out {option} or --tour");
        }
        Ok(())
    }

    /// Refuses options that have no effect, as files hold every step and the window has its theme.
    pub(super) fn refuse_unused(&self) -> anyhow::Result<()> {
        let files = self.makes_files();
        let unused = [
            ("--at", files && self.window.at.is_some()),
            ("--state", self.window.state.is_some()),
            ("--theme", !files && self.files.theme.is_some()),
            ("--size", self.files.slides.is_none() && self.files.size.is_some()),
        ];
        if let Some((option, _)) = unused.iter().find(|(_, unused)| *unused) {
            bail!("{option} has no effect here; leave it out");
        }
        Ok(())
    }
}

/// A tour that is opened.
pub(super) struct Opening {
    pub(super) tour: Arc<Tour>,
    pub(super) version: TourVersion,
    /// Position of the first step that is shown; `None` for the first of all.
    step: Option<usize>,
}

impl Opening {
    /// The actions that open the tour.
    pub(super) fn actions(&self) -> impl Iterator<Item = Action> {
        let open = Action::OpenTour(Arc::clone(&self.tour), self.version);
        std::iter::once(open).chain(self.step.map(Action::GoToStep))
    }
}

/// The last step of a tour that is not after a day; `None` where all are.
fn step_of(tour: &Tour, day: NaiveDate) -> Option<usize> {
    tour.steps.iter().rposition(|step| step.date <= day)
}

/// Makes the files that are asked for.
///
/// # Errors
/// An unknown tour, lens, language or filter; a file that cannot be written.
pub(super) fn run(
    args: &LectureArgs,
    atlas: Option<&PathBuf>,
    filter: Option<&Filter>,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    if !args.makes_files() {
        bail!("this build has no window; --slides DIR makes pictures without one")
    }
    args.refuse_unused()?;
    args.take_home.refuse_wrong_endings()?;
    let timeline = open(atlas, out)?;
    let atlas = timeline.atlas().clone();
    let language = args.window.lang.as_deref().unwrap_or("en");
    known_language(language, &atlas)?;
    let mut session = Session::new(Arc::new(timeline), language);
    if let Some(filter) = filter {
        known(filter, &atlas)?;
    }
    let opening = args.opening(&session, filter, out)?;
    let what = (Arc::clone(&opening.tour), opening.version);
    take_home::run(&args.take_home, &session, what, args.files.theme, out)?;
    opening.actions().for_each(|action| session.apply(action));
    let theme = args.files.theme.unwrap_or(ThemeName::Projector).theme();
    if let Some(folder) = &args.files.slides {
        let exporter = SlideExporter::new(session, theme, args.files.size.unwrap_or(SIZE));
        let slides = exporter.slides();
        for (i, slide) in slides.iter().enumerate() {
            let file = folder.join(format!("{}.png", slide.name));
            write_file(&file, &exporter.png(slide)?)?;
            out.message(format_args!(
                "{} ({} of {})",
                slide.name,
                i + 1,
                slides.len()
            ));
        }
        out.message(format_args!(
            "wrote {} slides to {}",
            slides.len(),
            folder.display()
        ));
    }
    Ok(())
}
