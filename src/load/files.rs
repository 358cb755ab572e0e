//! The only code that reads and writes the disk. A package, from a folder or from inside the
//! program, becomes named bytes for `load`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

/// The files of a package: path within it, with `/` on every system, to bytes.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// Begin and end of the names of temporary files.
const PART_PREFIX: &str = ".araxes-";
const PART_SUFFIX: &str = ".part";

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/nakhchivan-1920");

/// Why a file or folder could not be read or written; the message names its path.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct FilesError {
    path: PathBuf,
    /// Part of the message, and so not also its source, which would be printed a second time.
    reason: std::io::Error,
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
        let wrong = |reason| FilesError {
            path: path.clone(),
            reason,
        };
        for entry in std::fs::read_dir(&path).map_err(wrong)? {
            let path = entry.map_err(wrong)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().is_some_and(is_part) {
                let bytes = std::fs::read(&path).map_err(|reason| FilesError {
                    path: path.clone(),
                    reason,
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
    std::fs::read(path).map_err(|reason| FilesError {
        path: path.to_path_buf(),
        reason,
    })
}

/// Reads one file whole; `None` where there is none.
///
/// # Errors
/// [`FilesError`] names a file that is there and cannot be read.
pub fn read_file_if_present(path: &Path) -> Result<Option<Vec<u8>>, FilesError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(reason) => Err(FilesError {
            path: path.to_path_buf(),
            reason,
        }),
    }
}

/// Whether there is a file or folder of that path.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Removes a file where there is one.
///
/// # Errors
/// [`FilesError`] names a file that is there and cannot be removed.
pub fn remove_file(path: &Path) -> Result<(), FilesError> {
    match std::fs::remove_file(path) {
        Err(reason) if reason.kind() != std::io::ErrorKind::NotFound => Err(FilesError {
            path: path.to_path_buf(),
            reason,
        }),
        _ => Ok(()),
    }
}

/// The names, lengths and times of change of the files of a package. A folder in which something
/// was written has another stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderStamp(Vec<(PathBuf, u64, Option<std::time::SystemTime>)>);

/// The stamp of a folder; `None` where it cannot be read.
#[must_use]
pub fn stamp_of(folder: &Path) -> Option<FolderStamp> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(path) = folders.pop() {
        for entry in std::fs::read_dir(&path).ok()? {
            let path = entry.ok()?.path();
            let about = std::fs::metadata(&path).ok()?;
            if about.is_dir() {
                folders.push(path);
            } else if path.to_str().is_some_and(is_part) {
                files.push((path, about.len(), about.modified().ok()));
            }
        }
    }
    files.sort();
    Some(FolderStamp(files))
}

/// Copies the files of a package into another folder, which it replaces.
///
/// # Errors
/// [`FilesError`] names what could not be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<(), FilesError> {
    remove_folder(to)?;
    for (name, bytes) in read_folder(from)? {
        write_file_durably(&to.join(name), &bytes)?;
    }
    Ok(())
}

/// Removes a folder with everything in it, where there is one.
///
/// # Errors
/// [`FilesError`] names a folder that is there and cannot be removed.
pub fn remove_folder(path: &Path) -> Result<(), FilesError> {
    match std::fs::remove_dir_all(path) {
        Err(reason) if reason.kind() != std::io::ErrorKind::NotFound => Err(FilesError {
            path: path.to_path_buf(),
            reason,
        }),
        _ => Ok(()),
    }
}

/// Gives a file or folder another name.
///
/// # Errors
/// [`FilesError`] names it.
pub fn rename(from: &Path, to: &Path) -> Result<(), FilesError> {
    std::fs::rename(from, to).map_err(|reason| FilesError {
        path: from.to_path_buf(),
        reason,
    })
}

/// The names of the files in a folder, in their order.
///
/// # Errors
/// [`FilesError`] names a folder that cannot be read.
pub fn list(folder: &Path) -> Result<Vec<String>, FilesError> {
    let wrong = |reason| FilesError {
        path: folder.to_path_buf(),
        reason,
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        if entry.path().is_file() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}

/// Removes temporary files that a program left in a folder because the power was cut.
pub fn remove_left_over(folder: &Path) {
    let names = list(folder).unwrap_or_default();
    for name in names {
        if name.starts_with(PART_PREFIX) && name.ends_with(PART_SUFFIX) {
            // One that cannot be removed does no harm.
            std::fs::remove_file(folder.join(name)).ok();
        }
    }
}

/// Whether a folder holds anything already.
#[must_use]
pub fn is_filled(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Writes one file, whole or not at all: to a temporary file beside it, which is then renamed.
///
/// # Errors
/// [`FilesError`] names it.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    write(path, bytes, false)
}

/// Writes one file like [`write_file`], and waits until it is on the disk, so that it is whole also
/// after a power cut.
///
/// # Errors
/// [`FilesError`] names it.
pub fn write_file_durably(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    write(path, bytes, true)
}

fn write(path: &Path, bytes: &[u8], durably: bool) -> Result<(), FilesError> {
    let wrong = |reason| FilesError {
        path: path.to_path_buf(),
        reason,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let mut file = temporary_beside(path).map_err(wrong)?;
    file.write_all(bytes).map_err(wrong)?;
    if durably {
        file.as_file().sync_all().map_err(wrong)?;
    }
    // On any failure before this, the temporary file is removed.
    file.persist(path).map_err(|error| wrong(error.error))?;
    Ok(())
}

/// A file of a unique name in the folder of `path`, with the permissions of a new file.
fn temporary_beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(PART_PREFIX).suffix(PART_SUFFIX);
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions);
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_leaves_the_files_beside_alone_and_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let other = folder.path().join("keep.part");
        std::fs::write(&other, "mine").expect("a file");
        write_file(&folder.path().join("keep.csv"), b"a,b").expect("written");
        assert_eq!(std::fs::read(&other).expect("still there"), b"mine");
        // A folder of that name cannot be replaced by a file.
        let taken = folder.path().join("taken.png");
        std::fs::create_dir(&taken).expect("a folder");
        let error = write_file(&taken, b"x").expect_err("a folder is there");
        assert!(error.to_string().contains("taken.png"), "{error}");
        let mut names: Vec<_> = std::fs::read_dir(folder.path())
            .expect("the folder")
            .map(|e| e.expect("an entry").file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["keep.csv", "keep.part", "taken.png"]);
    }
}
