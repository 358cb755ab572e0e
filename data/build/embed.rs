//! Packs the built-in atlas into one compressed file. `src/load/files.rs` takes it into the program,
//! which so is three megabytes smaller.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a build script is told its folder by a variable and answers on standard output"
)]

use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use zip::write::SimpleFileOptions;

const PACKAGE: &str = "data/nakhchivan-1920";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={PACKAGE}");
    let packed = Path::new(&std::env::var("OUT_DIR")?).join("atlas.zip");
    let mut archive = zip::ZipWriter::new(File::create(packed)?);
    let mut folders = vec![PACKAGE.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(path) = path.to_str() else { continue };
            if Path::new(path).is_dir() {
                folders.push(path.to_owned());
            } else if path.ends_with("json") || path.ends_with(".png") {
                let name = path.replace('\\', "/");
                archive.start_file(&name[PACKAGE.len() + 1..], SimpleFileOptions::default())?;
                archive.write_all(&std::fs::read(path)?)?;
            }
        }
    }
    archive.finish()?;
    Ok(())
}
