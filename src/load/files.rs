//! The only code that reads and writes the disk. A package, from a folder or from inside the
//! program, becomes named bytes for `load`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

mod parts;

pub use parts::{TemporaryFolder, remove_parts};

/// The files of a package: path within it, with `/` on every system, to bytes.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// The folder of the atlas inside the program.
const BUILTIN: &str = "data/nakhchivan-1920";

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
    let files = crate::packed::folder(BUILTIN);
    let file = |(name, bytes): (&str, &'static [u8])| (name.to_owned(), Cow::Borrowed(bytes));
    files.map(file).collect()
}

/// Whether a file may belong to a package by its ending: JSON, GeoJSON or PNG.
fn is_part(name: &str) -> bool {
    name.ends_with("json") || name.ends_with(".png")
}

/// The folders of a package, besides its root.
const FOLDERS: [&str; 3] = ["base", "tours", "scenes"];
/// The longest file that is read, in bytes.
const MOST_BYTES: u64 = 256 << 20;
/// The most files of a package that are read from one folder.
const MOST_FILES: usize = 1000;

/// Reads the files that a package may have, and no others. A JSON file of another name in the root
/// of the package is listed without its contents, so that the loader can warn of it.
///
/// # Errors
/// [`FilesError`] names the path that could not be read, is no plain file, or is too long.
pub fn read_folder(folder: &Path) -> Result<Files, FilesError> {
    let mut files = Files::new();
    for path in entries(folder)? {
        let name = name_of(&path);
        if super::is_package_file(&name) {
            files.insert(name, Cow::Owned(read_file(&path)?));
        } else if name.ends_with("json") && !name.starts_with('.') {
            files.insert(name, Cow::Borrowed(&[]));
        }
    }
    for inner in FOLDERS {
        let path = folder.join(inner);
        if !path.is_dir() {
            continue;
        }
        for path in entries(&path)? {
            let name = format!("{inner}/{}", name_of(&path));
            if super::is_package_file(&name) {
                files.insert(name, Cow::Owned(read_file(&path)?));
            } else if name.ends_with("json") {
                files.insert(name, Cow::Borrowed(&[]));
            }
        }
    }
    Ok(files)
}

/// Reads every JSON file that stands directly in a folder and can be read.
///
/// # Errors
/// [`FilesError`] names a folder that cannot be read.
pub fn read_json_files(folder: &Path) -> Result<Files, FilesError> {
    let is_json = |path: &PathBuf| path.extension().is_some_and(|e| e == "json");
    let read = |path: PathBuf| Some((name_of(&path), Cow::Owned(read_file(&path).ok()?)));
    let paths = entries(folder)?.into_iter().filter(is_json);
    Ok(paths.filter_map(read).collect())
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The paths in a folder, in the order of their names.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, FilesError> {
    let wrong = |reason| FilesError {
        path: folder.to_path_buf(),
        reason,
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        paths.push(entry.map_err(wrong)?.path());
        if paths.len() > MOST_FILES {
            let words = format!("more than {MOST_FILES} files; an atlas has a folder of its own");
            return Err(wrong(std::io::Error::other(words)));
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads one plain file whole. Pipes and devices are refused, because they may never end.
///
/// # Errors
/// [`FilesError`] names it.
pub fn read_file(path: &Path) -> Result<Vec<u8>, FilesError> {
    plain_file(path).map_err(|reason| FilesError {
        path: path.to_path_buf(),
        reason,
    })
}

/// Reads one file whole; `None` where there is none.
///
/// # Errors
/// [`FilesError`] names a file that is there and cannot be read.
pub fn read_file_if_present(path: &Path) -> Result<Option<Vec<u8>>, FilesError> {
    match plain_file(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(reason) => Err(FilesError {
            path: path.to_path_buf(),
            reason,
        }),
    }
}

/// Reads what a reader has named as input, which may also be a pipe such as `/dev/stdin`.
///
/// # Errors
/// [`FilesError`] names it.
pub fn read_input(path: &Path) -> Result<Vec<u8>, FilesError> {
    let read = || -> std::io::Result<Vec<u8>> { within_limit(std::fs::File::open(path)?) };
    read().map_err(|reason| FilesError {
        path: path.to_path_buf(),
        reason,
    })
}

fn plain_file(path: &Path) -> std::io::Result<Vec<u8>> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(std::io::Error::other("a folder stands where a file should"));
    }
    if !about.is_file() {
        return Err(std::io::Error::other("no plain file"));
    }
    within_limit(std::fs::File::open(path)?)
}

fn within_limit(file: std::fs::File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        let most = MOST_BYTES >> 20;
        let words = format!("longer than {most} MiB, the most that is read of one file");
        return Err(std::io::Error::other(words));
    }
    Ok(bytes)
}

/// Whether there is a file or folder of that path.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The folder of a path of a file, where it is not there.
#[must_use]
pub fn missing_folder(path: &Path) -> Option<&Path> {
    let folder = folder_of(path);
    (!folder.is_dir()).then_some(folder)
}

/// Whether there is a folder of that path.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is a plain file of at most so many bytes.
#[must_use]
pub fn is_plain_and_short(path: &Path, most_bytes: u64) -> bool {
    std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= most_bytes)
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
    let inner = FOLDERS.map(|name| folder.join(name));
    let inner = inner.into_iter().filter(|path| path.is_dir());
    for folder in std::iter::once(folder.to_path_buf()).chain(inner) {
        for path in entries(&folder).ok()? {
            if !path.to_str().is_some_and(is_part) {
                continue;
            }
            if let Ok(about) = std::fs::metadata(&path)
                && about.is_file()
            {
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
        if super::is_package_file(&name) {
            write_file_durably(&to.join(name), &bytes)?;
        }
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

/// The most files of one name that are put aside.
const MOST_ASIDE: usize = 1_000;

/// Gives a file that cannot be read a free name, so that nothing is written over it, and returns it;
/// `None` where it keeps its own, because no other is free or its folder cannot be written.
pub fn put_aside(path: &Path) -> Option<PathBuf> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let mut names =
        (1..=MOST_ASIDE).map(|i| path.with_extension(format!("unreadable-{i}.{ending}")));
    let free = names.find(|name| !is_there(name))?;
    rename(path, &free).ok().map(|()| free)
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
        if parts::is_name_of_part(&name) {
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

/// Writes one file into a folder that is there, whole or not at all: to a temporary file beside it,
/// which then takes its name and replaces what had it. A link stays one, and what it leads to is
/// replaced. A pipe or device is written to.
///
/// # Errors
/// [`FilesError`] names it.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    write(path, bytes, IfThere::Replace, false)
}

/// Writes one file like [`write_file`], and replaces nothing but an empty file.
///
/// # Errors
/// [`FilesError`] names it, also where it is there already.
pub fn write_new_file(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    write(path, bytes, IfThere::Refuse, false)
}

/// Writes one file of the program's own, with the folders that lead to it, and waits until it is on
/// the disk, so that it is whole also after a power cut.
///
/// # Errors
/// [`FilesError`] names it.
pub fn write_file_durably(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    write(path, bytes, IfThere::Replace, true)
}

/// Makes a folder with the folders that lead to it, where there is none.
///
/// # Errors
/// [`FilesError`] names it.
pub fn make_folder(path: &Path) -> Result<(), FilesError> {
    std::fs::create_dir_all(path).map_err(|reason| FilesError {
        path: path.to_path_buf(),
        reason,
    })
}

/// Makes one folder where there is none, in a folder that is there.
///
/// # Errors
/// [`FilesError`] names it.
pub fn make_one_folder(path: &Path) -> Result<(), FilesError> {
    match std::fs::create_dir(path) {
        Err(reason) if !path.is_dir() => Err(FilesError {
            path: path.to_path_buf(),
            reason,
        }),
        _ => Ok(()),
    }
}

/// What is done where a file of the wanted name is there already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IfThere {
    Replace,
    Refuse,
}

/// Whether writing to this path would replace something that a reader could miss: not an empty
/// file, a pipe or a device.
#[must_use]
pub fn would_replace(path: &Path) -> bool {
    match std::fs::metadata(path) {
        Ok(about) => about.is_dir() || (about.is_file() && about.len() > 0),
        Err(_) => false,
    }
}

fn write(path: &Path, bytes: &[u8], there: IfThere, durably: bool) -> Result<(), FilesError> {
    let wrong = |reason| FilesError {
        path: path.to_path_buf(),
        reason,
    };
    let about = std::fs::metadata(path).ok();
    if about.as_ref().is_some_and(std::fs::Metadata::is_dir) {
        return Err(wrong(std::io::Error::other("a folder has this name")));
    }
    if about.as_ref().is_some_and(|about| !about.is_file()) {
        let mut device = std::fs::OpenOptions::new()
            .write(true)
            .open(path)
            .map_err(wrong)?;
        device.write_all(bytes).map_err(wrong)?;
        return device.flush().map_err(wrong);
    }
    if there == IfThere::Refuse && would_replace(path) {
        return Err(wrong(std::io::Error::other("it is there already")));
    }
    let to = end_of_links(path).map_err(wrong)?;
    if !folder_of(&to).is_dir() {
        let words = format!("there is no folder {}", folder_of(&to).display());
        return Err(wrong(std::io::Error::other(words)));
    }
    let (mut file, _listed) = parts::file_beside(&to).map_err(wrong)?;
    // Its own error would name the temporary file, which nobody knows.
    file.as_file_mut().write_all(bytes).map_err(wrong)?;
    if let Some(about) = about {
        // The permissions of what is replaced stay; where they cannot, those of a new file do.
        file.as_file().set_permissions(about.permissions()).ok();
    }
    if durably {
        file.as_file().sync_all().map_err(wrong)?;
    }
    // On any failure before this, the temporary file is removed.
    file.persist(&to).map_err(|error| wrong(error.error))?;
    Ok(())
}

/// The path to which a chain of links leads, whether there is a file or not.
fn end_of_links(path: &Path) -> std::io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..40 {
        match std::fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(std::io::Error::other("a link that leads to itself"))
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
