//! The options of `araxes lecture` for what people take home, and the files that they ask for.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Args;

use super::Output;
use crate::export::ThemeName;
use crate::export::lecture::{HandoutOptions, TourExporter, TourFile};
use crate::model::Tour;
use crate::session::{Session, TourVersion};

/// Options for what people take home from a lecture.
#[derive(Debug, Clone, Default, Args)]
pub struct TakeHomeArgs {
    /// Writes a handout as PDF: an A4 page for each step, with its records, a legend and a
    /// bibliography.
    #[arg(long, value_name = "FILE.pdf")]
    pub handout: Option<PathBuf>,
    /// Puts the speaker's notes into the handout and on the page for browsers.
    #[arg(long, conflicts_with = "blanks")]
    pub notes: bool,
    /// Makes the handout a student's sheet: headlines and answers are left to be written, and stand
    /// on a page at its end.
    #[arg(long, requires = "handout")]
    pub blanks: bool,
    /// Writes slides for office programs, with the speaker's notes.
    #[arg(long, value_name = "FILE.pptx")]
    pub pptx: Option<PathBuf>,
    /// Writes one page that plays the lecture in any browser, without a network.
    #[arg(long, value_name = "FILE.html")]
    pub html: Option<PathBuf>,
}

impl TakeHomeArgs {
    /// Whether any file is asked for.
    #[must_use]
    pub fn any(&self) -> bool {
        self.files().next().is_some()
    }

    /// The files that are asked for.
    fn files(&self) -> impl Iterator<Item = (&PathBuf, TourFile)> {
        let handout = TourFile::Handout(HandoutOptions {
            notes: self.notes,
            blanks: self.blanks,
        });
        [
            (&self.handout, handout),
            (&self.pptx, TourFile::Slides),
            (&self.html, TourFile::Page { notes: self.notes }),
        ]
        .into_iter()
        .filter_map(|(path, form)| Some((path.as_ref()?, form)))
    }

    /// Refuses names of files that end in another way than their format, and notes for no file that
    /// has them.
    ///
    /// # Errors
    /// The error names the file and the ending, or the option.
    pub(super) fn refuse_wrong_files(&self) -> anyhow::Result<()> {
        if self.notes && self.handout.is_none() && self.html.is_none() {
            bail!("--notes is for --handout and --html");
        }
        for (path, form) in self.files() {
            let given = path.extension().and_then(|e| e.to_str());
            let ending = form.ending();
            if !given.is_some_and(|given| given.eq_ignore_ascii_case(ending)) {
                bail!(
                    "{}: let the name end in .{ending}, which is what is written",
                    path.display()
                );
            }
        }
        Ok(())
    }
}

/// Makes the files that are asked for, in a theme; without one, in the one that suits each.
///
/// # Errors
/// A file cannot be written.
pub(super) fn run(
    args: &TakeHomeArgs,
    session: &Session,
    (tour, version): (Arc<Tour>, TourVersion),
    theme: Option<ThemeName>,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    for (path, _) in args.files() {
        out.refuse_unwritable(path)?;
    }
    for (path, form) in args.files() {
        let mut tell = |done: usize, count: usize| {
            if done < count {
                out.message(format_args!("{} ({} of {count})", path.display(), done + 1));
            }
            ControlFlow::Continue(())
        };
        let theme = theme.unwrap_or(form.theme());
        let exporter = TourExporter::new(session, Arc::clone(&tour), version, theme);
        let made = exporter.file(form, &mut tell);
        let bytes = made.with_context(|| path.display().to_string())?;
        out.file(path, &bytes)?;
        out.message(format_args!("wrote {}", path.display()));
    }
    Ok(())
}
