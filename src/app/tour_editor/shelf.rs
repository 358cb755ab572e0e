//! The files of one's own tours, and the copy of unsaved work that survives a crash.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::load::{self, files};
use crate::model::{Atlas, Tour};

/// Most files outside the folder of tours that are remembered.
const MOST_RECENT: usize = 8;

/// Unsaved work, as it is kept for the next start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Unsaved {
    /// The time of day at which it was kept, such as `21:14`.
    pub(super) when: String,
    /// The file to which the tour was saved before; `None` where it never was.
    pub(super) file: Option<PathBuf>,
    pub(super) tour: Tour,
}

/// A file of unsaved work that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SetAside {
    /// Its new name.
    pub(super) file: PathBuf,
    /// Why it could not be read.
    pub(super) error: String,
}

/// A file of one's own.
#[derive(Debug, Clone)]
pub(super) struct OwnTour {
    pub(super) path: PathBuf,
    pub(super) tour: Arc<Tour>,
}

/// Where tours of one's own are.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The user's data folder of the program; `None` where there is none.
    folder: Option<PathBuf>,
    /// Part of the name of the file of unsaved work: one for each atlas.
    atlas: String,
    /// What was found when the files were last read.
    own: Option<Vec<OwnTour>>,
}

impl Shelf {
    pub(super) fn new(folder: Option<PathBuf>, atlas: &Atlas) -> Self {
        let title = any_ascii::any_ascii(atlas.manifest.title.text("en")).to_lowercase();
        let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        Self {
            folder,
            atlas: title.chars().map(letter).collect(),
            own: None,
        }
    }

    fn tours_folder(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("tours"))
    }

    fn unsaved_file(&self) -> Option<PathBuf> {
        let name = format!("unsaved-{}.json", self.atlas);
        Some(self.folder.as_ref()?.join(name))
    }

    fn recent_file(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("recent-tours.json"))
    }

    /// A path for a new tour of this id that no file has.
    pub(super) fn free_path(&self, id: &str) -> PathBuf {
        let folder = self.tours_folder().unwrap_or_default();
        let numbered = (2..).map(|n| format!("{id}-{n}.json"));
        let mut all = std::iter::once(format!("{id}.json")).chain(numbered);
        let free = all.find(|name| !files::is_there(&folder.join(name)));
        folder.join(free.unwrap_or_default())
    }

    /// The tours of one's own that fit the atlas: those in the folder of tours, and recent files.
    pub(super) fn own(&mut self, atlas: &Atlas) -> &[OwnTour] {
        if self.own.is_none() {
            self.own = Some(self.read(atlas));
        }
        self.own.as_deref().unwrap_or_default()
    }

    /// Reads the files again when they are next asked for.
    pub(super) fn forget(&mut self) {
        self.own = None;
    }

    fn read(&self, atlas: &Atlas) -> Vec<OwnTour> {
        let folder = self.tours_folder();
        let found = folder.as_ref().and_then(|f| files::read_json_files(f).ok());
        let in_folder = found
            .into_iter()
            .flatten()
            .filter_map(|(name, bytes)| Some((folder.as_ref()?.join(name), bytes.into_owned())));
        let recent = self.recent();
        let recent = recent.into_iter().filter_map(|path| {
            let bytes = files::read_file(&path).ok()?;
            Some((path, bytes))
        });
        let tours = in_folder.chain(recent).filter_map(|(path, bytes)| {
            let tour = load::tour_file(&path.to_string_lossy(), &bytes, atlas).tour?;
            Some(OwnTour {
                path,
                tour: Arc::new(tour),
            })
        });
        tours.collect()
    }

    fn recent(&self) -> Vec<PathBuf> {
        let file = self.recent_file().map(|file| files::read_file(&file));
        let bytes = file.and_then(Result::ok).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Remembers a file that is not in the folder of tours.
    pub(super) fn remember(&mut self, path: &Path) {
        self.forget();
        let is_in_folder = self.tours_folder().is_some_and(|f| path.starts_with(f));
        let Some(file) = self.recent_file().filter(|_| !is_in_folder) else {
            return;
        };
        let mut recent = self.recent();
        recent.retain(|known| known != path);
        recent.insert(0, path.to_path_buf());
        recent.truncate(MOST_RECENT);
        if let Ok(bytes) = serde_json::to_vec(&recent) {
            // A list that cannot be written costs the reader a path, not a tour.
            files::write_file_durably(&file, &bytes).ok();
        }
    }

    /// Keeps unsaved work for the next start.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn keep(&self, unsaved: &Unsaved) -> anyhow::Result<()> {
        if let Some(file) = self.unsaved_file() {
            files::write_file_durably(&file, &serde_json::to_vec_pretty(unsaved)?)?;
        }
        Ok(())
    }

    /// Removes what was kept for the next start.
    pub(super) fn discard(&self) {
        if let Some(file) = self.unsaved_file() {
            // What cannot be removed is offered once more, which loses nothing.
            files::remove_file(&file).ok();
        }
    }

    /// The work that was not saved when the program last ended; `None` where all was. A file that cannot
    /// be read gets another name, so that nothing is written over it.
    pub(super) fn unsaved(&self, atlas: &Atlas) -> Option<Result<Unsaved, SetAside>> {
        let file = self.unsaved_file()?;
        let bytes = files::read_file_if_present(&file);
        let read = bytes.map_err(|error| error.to_string()).and_then(|bytes| {
            let read = bytes.map(|bytes| serde_json::from_slice::<Unsaved>(&bytes));
            read.transpose().map_err(|error| error.to_string())
        });
        match read {
            Ok(unsaved) => {
                let mut unsaved = unsaved?;
                atlas.resolve_tour(&mut unsaved.tour);
                Some(Ok(unsaved))
            }
            Err(error) => {
                let file = files::put_aside(&file).unwrap_or(file);
                Some(Err(SetAside { file, error }))
            }
        }
    }
}
