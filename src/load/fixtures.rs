//! Atlases for the tests beside the code, each loaded once.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::{Files, files, load};
use crate::model::Atlas;

fn clean(files: &Files) -> Arc<Atlas> {
    let outcome = load(files);
    let findings = outcome.findings;
    Arc::new(outcome.atlas.unwrap_or_else(|| panic!("{findings:#?}")))
}

/// The built-in atlas.
pub(crate) fn builtin() -> Arc<Atlas> {
    static ATLAS: LazyLock<Arc<Atlas>> = LazyLock::new(|| clean(&files::builtin()));
    Arc::clone(&ATLAS)
}

/// A tiny invented world: two districts, two parties, a year.
pub(crate) fn two_vales() -> Arc<Atlas> {
    static ATLAS: LazyLock<Arc<Atlas>> = LazyLock::new(|| two_vales_with(&[]));
    Arc::clone(&ATLAS)
}

/// The same world with other files in it; `CITE` stands for a citation.
pub(crate) fn two_vales_with(replaced: &[(&str, &str)]) -> Arc<Atlas> {
    let mut files = files::read_folder(Path::new("tests/fixtures/good")).expect("the good package");
    if !replaced.is_empty() {
        // They name records that the other files need not have.
        for file in ["tours/walk.json", "scenes/letter.json", "kiosk.json"] {
            files.remove(file);
        }
    }
    let cite = r#""cites": [{"source": "book", "page": 1}]"#;
    for (name, text) in replaced {
        let bytes = text.replace("CITE", cite).into_bytes();
        files.insert((*name).into(), std::borrow::Cow::Owned(bytes));
    }
    clean(&files)
}
