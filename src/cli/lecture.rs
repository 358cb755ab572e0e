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
use crate::load::files;
use crate::model::Tour;
use crate::session::{Action, Session, TourVersion};
use crate::text::Text;
use crate::timeline::{Filter, Lens, Timeline};

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
    /// Keeps to a window, so that a part of the screen can be shared.
    #[arg(long)]
    pub windowed: bool,
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
    /// Width and height of a slide in pixels.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080", value_parser = size, requires = "slides")]
    pub size: (u32, u32),
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

    /// Refuses options of the window beside files, and options of files beside the window.
    ///
    /// # Errors
    /// The error names the option.
    pub(super) fn refuse_unheeded(&self) -> anyhow::Result<()> {
        let window = [
            ("--windowed", self.windowed),
            ("--at", self.window.at.is_some()),
            ("--state", self.window.state.is_some()),
        ];
        let given = window.iter().find(|(_, given)| *given);
        if let Some((option, _)) = given.filter(|_| self.makes_files()) {
            bail!("{option} is for the window, which does not open where files are made");
        }
        self.take_home.refuse_wrong_files()?;
        if self.window.state.is_some() && self.tour.is_none() {
            bail!(
                "--state is a view of the research window; a lecture begins at --at DAY or with --tour"
            );
        }
        if self.files.theme.is_some() && !self.makes_files() {
            bail!("--theme is for files, such as --slides; the window of a lecture has its own");
        }
        Ok(())
    }

    /// The action that opens the tour that is given, in the language of a session; and, where a day
    /// is given without a tour, the step of that day.
    ///
    /// # Errors
    /// There is no such tour, lens or day, the file has faults, or an option contradicts the tour.
    pub(super) fn open_tour(
        &self,
        session: &Session,
        filter: Option<&Filter>,
        out: &mut Output<'_>,
    ) -> anyhow::Result<Vec<Action>> {
        let atlas = session.whole().atlas();
        let Some(name) = &self.tour else {
            let lens = self.window.lens.as_deref().unwrap_or("claims");
            let lens = Lens::named(lens, atlas)?;
            let text = Text::for_atlas(session.language(), session.whole().atlas());
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
            let open = Action::OpenTour(Arc::new(tour), TourVersion::Whole);
            return Ok(std::iter::once(open)
                .chain(step.map(Action::GoToStep))
                .collect());
        };
        self.refuse_what_steps_set(filter)?;
        let tour = tour_named(name, atlas, out)?;
        let version = version(&tour, self.short)?;
        Ok(vec![Action::OpenTour(tour, version)])
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
    args.refuse_unheeded()?;
    args.take_home.refuse_wrong_files()?;
    let timeline = open(atlas, out)?;
    let atlas = timeline.atlas().clone();
    let language = args.window.lang.as_deref().unwrap_or("en");
    known_language(language, &atlas)?;
    let mut session = Session::new(Arc::new(timeline), language);
    if let Some(filter) = filter {
        known(filter, &atlas)?;
    }
    let opening = args.open_tour(&session, filter, out)?;
    opening.into_iter().for_each(|action| session.apply(action));
    if let Some(lecture) = session.lecture() {
        let what = (Arc::clone(lecture.tour()), lecture.version());
        take_home::run(&args.take_home, &session, what, args.files.theme, out)?;
    }
    let theme = args.files.theme.unwrap_or(ThemeName::Projector).theme();
    if let Some(folder) = &args.files.slides {
        let exporter = SlideExporter::new(session, theme, args.files.size);
        let slides = exporter.slides();
        let file = |name: &str| folder.join(format!("{name}.png"));
        for slide in &slides {
            out.refuse_replacing(&file(&slide.name))?;
        }
        files::make_one_folder(folder)?;
        for (i, slide) in slides.iter().enumerate() {
            out.file(&file(&slide.name), &exporter.png(slide)?)?;
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
