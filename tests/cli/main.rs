//! The command line is a contract: every command, every form and every exit code, through the real program.

mod answers;
mod files;
mod hostile;
mod import;
mod kiosk;
mod options;
mod package;
mod records;
mod words;

use std::process::Command;

use serde_json::Value;

/// The tiny invented world on which most of the contract is tried.
const GOOD: &str = "tests/fixtures/good";

/// What the program wrote, and how it ended.
#[derive(Debug)]
struct Ran {
    code: i32,
    data: String,
    messages: String,
}

impl Ran {
    /// It went well and had nothing to say beside its data.
    #[track_caller]
    fn well(self) -> Self {
        assert!(self.code == 0 && self.messages.is_empty(), "{self:?}");
        self
    }

    /// It ended with exit code 2, without data, and said `words`.
    #[track_caller]
    fn refused(&self, words: &str) {
        assert_eq!((self.code, self.data.as_str()), (2, ""), "{self:?}");
        assert!(self.messages.contains(words), "{words}: {self:?}");
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// Its rows, of which the first names the columns; every row has them all.
    #[track_caller]
    fn csv(&self) -> Vec<Vec<String>> {
        let rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(self.data.as_bytes())
            .into_records()
            .collect::<Result<Vec<_>, _>>()
            .unwrap_or_else(|e| panic!("{e}: {self:?}"));
        let text = |row: &csv::StringRecord| row.iter().map(ToOwned::to_owned).collect();
        rows.iter().map(text).collect()
    }
}

/// Runs the program, without a display.
fn araxes(arguments: &[&str]) -> Ran {
    let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        code: run.status.code().expect("an exit code"),
        data: text(run.stdout),
        messages: text(run.stderr),
    }
}

/// The same on the tiny invented world.
fn good(arguments: &[&str]) -> Ran {
    araxes(&[arguments, &["--atlas", GOOD]].concat())
}

/// The keys of an object, in order.
#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"));
    object.keys().map(String::as_str).collect()
}

/// Fails where an object lacks one of the keys of the contract.
#[track_caller]
fn has_keys(value: &Value, wanted: &str) {
    let has = keys(value);
    for key in wanted.split_whitespace() {
        assert!(has.contains(&key), "no key `{key}` in {value}");
    }
}

#[track_caller]
fn items(value: &Value) -> &[Value] {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no array: {value}"))
}

/// The texts at `key` of every item.
#[track_caller]
fn texts<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    let text = |v: &'a Value| v[key].as_str().unwrap_or_else(|| panic!("no {key}: {v}"));
    items(value).iter().map(text).collect()
}
