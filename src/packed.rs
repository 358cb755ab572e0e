//! What `data/build/embed.rs` packs into the program: the built-in atlas, the words of the interface,
//! the typefaces and the style of citations. It is unpacked once, when first asked for.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::LazyLock;

/// Path as in the repository to contents.
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/packed.zip"));
    // The build packed these bytes. Without files the loader says that there is no atlas.
    unpack(packed).unwrap_or_default()
});

fn unpack(packed: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, zip::result::ZipError> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(packed))?;
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let mut bytes = Vec::new();
        let name = file.name()?.into_owned();
        file.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// The files under a folder, with their paths in it.
pub(crate) fn folder(prefix: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let files = FILES.iter();
    files.filter_map(move |(path, bytes)| {
        let name = path.strip_prefix(prefix)?.strip_prefix('/')?;
        Some((name, bytes.as_slice()))
    })
}

/// The contents of a file; empty where there is none.
pub(crate) fn bytes(path: &str) -> &'static [u8] {
    FILES.get(path).map_or(&[], Vec::as_slice)
}

/// The contents of a file as text; empty where there is none.
pub(crate) fn text(path: &str) -> &'static str {
    std::str::from_utf8(bytes(path)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_packed_as_it_is() {
        for path in [
            "assets/text/hy.ftl",
            "assets/citation/chicago-notes.csl",
            "data/nakhchivan-1920/atlas.json",
        ] {
            let whole = std::fs::read_to_string(path).expect("a file of the repository");
            assert_eq!(text(path), whole, "{path}");
        }
        let names: Vec<&str> = folder("assets/text").map(|(name, _)| name).collect();
        assert_eq!(names, ["az.ftl", "en.ftl", "hy.ftl", "ru.ftl", "tr.ftl"]);
    }
}
