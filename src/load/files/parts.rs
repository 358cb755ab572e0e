//! Temporary files and folders, which take the name that is wanted when they are whole. Those of the
//! process are listed, so that a program that is interrupted leaves none.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::{FilesError, folder_of};

/// Begin and end of the names of temporary files.
const PART_PREFIX: &str = ".araxes-";
const PART_SUFFIX: &str = ".part";

/// The temporary files and folders of this process that are there.
static LISTED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes every temporary file and folder of this process.
pub fn remove_parts() {
    let all = std::mem::take(&mut *LISTED.lock().unwrap_or_else(PoisonError::into_inner));
    for path in all {
        // What cannot be removed stays, and its name says what it is.
        if path.is_dir() {
            std::fs::remove_dir_all(&path).ok();
        } else {
            std::fs::remove_file(&path).ok();
        }
    }
}

/// A path of the list, for as long as this value lives.
#[derive(Debug)]
pub(super) struct Listed(PathBuf);

impl Listed {
    fn new(path: &Path) -> Self {
        let path = path.to_path_buf();
        let mut all = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(path.clone());
        Self(path)
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        let mut all = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|path| *path != self.0);
    }
}

/// A new folder of a unique name beside `path`. It is removed with all that is in it unless it is
/// given its name with [`TemporaryFolder::keep_as`].
#[derive(Debug)]
pub struct TemporaryFolder {
    folder: tempfile::TempDir,
    _listed: Listed,
}

impl TemporaryFolder {
    /// Makes one.
    ///
    /// # Errors
    /// [`FilesError`] names the folder in which it could not be made.
    pub fn beside(path: &Path) -> Result<Self, FilesError> {
        let folder = folder_of(path);
        if !folder.is_dir() {
            return Err(FilesError {
                path: path.to_path_buf(),
                reason: std::io::Error::other(format!("there is no folder {}", folder.display())),
            });
        }
        let mut builder = builder();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let made = builder.tempdir_in(folder).map_err(|error| FilesError {
            path: folder.to_path_buf(),
            reason: without_path(&error),
        })?;
        let listed = Listed::new(made.path());
        Ok(Self {
            folder: made,
            _listed: listed,
        })
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives it the name `path`, which nothing but an empty folder may have.
    ///
    /// # Errors
    /// [`FilesError`] names `path`.
    pub fn keep_as(self, path: &Path) -> Result<(), FilesError> {
        let wrong = |reason| FilesError {
            path: path.to_path_buf(),
            reason,
        };
        if path.is_dir() {
            // It fails where the folder is not empty.
            std::fs::remove_dir(path).map_err(wrong)?;
        }
        std::fs::rename(self.folder.path(), path).map_err(wrong)?;
        // What it would remove has another name by now.
        let _gone = self.folder.keep();
        Ok(())
    }
}

/// A file of a unique name in the folder of `path`, with the permissions of a new file.
pub(super) fn file_beside(path: &Path) -> std::io::Result<(tempfile::NamedTempFile, Listed)> {
    let mut builder = builder();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let made = builder.tempfile_in(folder_of(path));
    let file = made.map_err(|error| without_path(&error))?;
    let listed = Listed::new(file.path());
    Ok((file, listed))
}

/// Whether a file of that name is a temporary one.
pub(super) fn is_name_of_part(name: &str) -> bool {
    name.starts_with(PART_PREFIX) && name.ends_with(PART_SUFFIX)
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PART_PREFIX).suffix(PART_SUFFIX);
    builder
}

/// An error of a temporary file without the path of that file, which nobody knows.
fn without_path(error: &std::io::Error) -> std::io::Error {
    error.kind().into()
}
