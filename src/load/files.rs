//! The only code that reads and writes the disk. A package, from a folder or from inside the
//! program, becomes named bytes for `load`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

/// The files of a package: path within it, with `/` on every system, to bytes.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/nakhchivan-1920");

/// Why a file or folder could not be read or written; the message names its path.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct FilesError {
    path: PathBuf,
    source: std::io::Error,
}

/// The files of the atlas that is compiled into the program.
#[must_use]
pub fn builtin() -> Files {
    let mut files = Files::new();
    let mut folders = vec![&BUILTIN];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            if let Some(name) = file.path().to_str().filter(|name| is_part(name)) {
                files.insert(name.replace('\\', "/"), Cow::Borrowed(file.contents()));
            }
        }
        folders.extend(folder.dirs());
    }
    files
}

/// Whether a package may contain a file of this name: JSON, GeoJSON or PNG.
fn is_part(name: &str) -> bool {
    name.ends_with("json") || name.ends_with(".png")
}

/// Reads every JSON, GeoJSON and PNG file of a folder and its sub-folders.
///
/// # Errors
/// [`FilesError`] names the path that could not be read.
pub fn read_folder(folder: &Path) -> Result<Files, FilesError> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(path) = folders.pop() {
        let wrong = |source| FilesError {
            path: path.clone(),
            source,
        };
        for entry in std::fs::read_dir(&path).map_err(wrong)? {
            let path = entry.map_err(wrong)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().is_some_and(is_part) {
                let bytes = std::fs::read(&path).map_err(|source| FilesError {
                    path: path.clone(),
                    source,
                })?;
                let relative = path.strip_prefix(folder).unwrap_or(&path);
                files.insert(
                    relative.to_string_lossy().replace('\\', "/"),
                    Cow::Owned(bytes),
                );
            }
        }
    }
    Ok(files)
}

/// Reads one file whole.
///
/// # Errors
/// [`FilesError`] names it.
pub fn read_file(path: &Path) -> Result<Vec<u8>, FilesError> {
    std::fs::read(path).map_err(|source| FilesError {
        path: path.to_path_buf(),
        source,
    })
}

/// Whether there is a file or folder of that name.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Whether a folder is there and holds anything.
#[must_use]
pub fn has_entries(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Writes one file, whole or not at all: to a temporary file beside it, which is then renamed.
///
/// # Errors
/// [`FilesError`] names it.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    let wrong = |source| FilesError {
        path: path.to_path_buf(),
        source,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let beside = path.with_extension("part");
    std::fs::write(&beside, bytes).map_err(wrong)?;
    std::fs::rename(&beside, path).map_err(wrong)
}
