//! What is wrong in a package, where, and how to mend it.

use std::fmt;

use serde::Serialize;

use super::json::visible;

/// One fault or warning. It displays as `file:line:column: record: what; hint: hint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Whether it keeps the package from opening.
    pub severity: Severity,
    /// Path of the file within the package.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Id of the record at fault; `None` where the fault belongs to the file or to a record without
    /// id.
    pub record: Option<String>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub hint: String,
}

/// Whether a finding keeps the package from opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The package does not open.
    Fault,
    /// The package opens; the reader may miss something.
    Warning,
}

impl Finding {
    pub(crate) fn fault(
        file: &str,
        (line, column): (usize, usize),
        record: Option<&str>,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Fault,
            file: visible(file),
            line,
            column,
            record: record.map(visible),
            what: visible(&what.into()),
            hint: visible(&hint.into()),
        }
    }

    pub(crate) fn warning(
        file: &str,
        at: (usize, usize),
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::fault(file, at, None, what, hint)
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            severity,
            file,
            line,
            column,
            record,
            what,
            hint,
        } = self;
        write!(f, "{file}:{line}:{column}: ")?;
        if *severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        if let Some(record) = record {
            write!(f, "{record}: ")?;
        }
        write!(f, "{what}; hint: {hint}")
    }
}
