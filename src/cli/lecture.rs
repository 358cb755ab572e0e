//! `araxes lecture`: which tour is given, and the files that are made of it without a window.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use clap::Args;

use super::render::size;
use super::take_home::{self, TakeHomeArgs};
use super::{Output, WindowArgs, known, known_language, open};
use crate::export::ThemeName;
use crate::export::slides::SlideExporter;
use crate::load::files::write_file;
use crate::model::{Atlas, Tour};
use crate::session::{Action, Session, TourVersion};
use crate::text::Text;
use crate::timeline::{Filter, Lens};

/// Options of the lecture.
#[derive(Debug, Clone, Args)]
pub struct LectureArgs {
    /// Options of the window.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Tour to open, by its id; without it, every day on which something changes.
    #[arg(long, value_name = "ID")]
    pub tour: Option<String>,
    /// Keeps to a window, so that a part of the screen can be shared.
    #[arg(long)]
    pub windowed: bool,
    /// Only the steps of the tour's shorter version.
    #[arg(long)]
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
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080", value_parser = size)]
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

    /// The tour that is given in a language.
    ///
    /// # Errors
    /// The atlas has no tour of that id, or no lens of that name.
    pub fn tour_of(&self, session: &Session) -> anyhow::Result<Arc<Tour>> {
        let atlas = session.whole().atlas();
        match &self.tour {
            Some(id) => named(id, atlas),
            None => {
                let lens = self.window.lens.as_deref().unwrap_or("claims");
                let lens = Lens::named(lens, atlas)?;
                let text = Text::new(session.language());
                Ok(Arc::new(text.change_tour(session.timeline(), &lens)))
            }
        }
    }

    /// Which steps of the tour are given.
    #[must_use]
    pub fn version(&self) -> TourVersion {
        if self.short {
            TourVersion::Short
        } else {
            TourVersion::Whole
        }
    }
}

/// The tour of an atlas with that id.
fn named(id: &str, atlas: &Atlas) -> anyhow::Result<Arc<Tour>> {
    let Some(tour) = atlas.tours.iter().find(|tour| tour.id == id) else {
        let ids: Vec<&str> = atlas.tours.iter().map(|tour| tour.id.as_str()).collect();
        let known = match ids.as_slice() {
            [] => "it has none".to_owned(),
            ids => format!("it has {}", ids.join(", ")),
        };
        bail!("the atlas has no tour `{id}`; {known}")
    };
    Ok(Arc::clone(tour))
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
    args.take_home.refuse_wrong_endings()?;
    let timeline = open(atlas, out)?;
    let atlas = timeline.atlas().clone();
    let language = args.window.lang.as_deref().unwrap_or("en");
    known_language(language, &atlas)?;
    let mut session = Session::new(Arc::new(timeline), language);
    if let Some(filter) = filter {
        known(filter, &atlas)?;
        session.apply(Action::SetFilter(filter.clone()));
    }
    let tour = args.tour_of(&session)?;
    let what = (Arc::clone(&tour), args.version());
    take_home::run(&args.take_home, &session, what, args.files.theme, out)?;
    session.apply(Action::OpenTour(tour, args.version()));
    let theme = args.files.theme.unwrap_or(ThemeName::Projector).theme();
    if let Some(folder) = &args.files.slides {
        let exporter = SlideExporter::new(session, theme, args.files.size);
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
