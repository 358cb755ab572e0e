//! Packs the built-in atlas, the words of the interface, the typefaces and the style of citations
//! into one compressed file. `src/packed.rs` takes it into the program, which so is four megabytes
//! smaller.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a build script is told its folder by a variable and answers on standard output"
)]

use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use zip::DateTime;
use zip::write::SimpleFileOptions;

const FOLDERS: [&str; 4] = [
    "assets/citation",
    "assets/fonts",
    "assets/text",
    "data/nakhchivan-1920",
];
const ENDINGS: [&str; 6] = ["json", ".png", ".ftl", ".csl", ".xml", ".ttf"];

fn main() -> Result<(), Box<dyn Error>> {
    let packed = Path::new(&std::env::var("OUT_DIR")?).join("packed.zip");
    let mut archive = zip::ZipWriter::new(File::create(packed)?);
    let (mut files, mut folders) = (Vec::new(), FOLDERS.map(str::to_owned).to_vec());
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
    }
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(path) = path.to_str() else { continue };
            if Path::new(path).is_dir() {
                folders.push(path.to_owned());
            } else if ENDINGS.iter().any(|ending| path.ends_with(ending)) {
                files.push(path.replace('\\', "/"));
            }
        }
    }
    // Systems list folders in different orders. The same files make the same archive everywhere; its
    // entries have the format's first date, not that of the build.
    files.sort_unstable();
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for file in files {
        archive.start_file(&file, options)?;
        archive.write_all(&std::fs::read(file)?)?;
    }
    archive.finish()?;
    // A program that ends when it panics unwinds nothing, and the table for that is a fifth of a megabyte.
    // Without it a panic tells its place and no backtrace, which has no names in a stripped program anyway.
    if std::env::var("PROFILE")? == "release" && std::env::var("CARGO_CFG_TARGET_OS")? == "linux" {
        println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    }
    Ok(())
}
