//! The one place that prints.

use std::fmt::Display;
use std::io::Write;

use serde::Serialize;

/// Data go to one stream, messages to another.
pub struct Output<'a> {
    data: &'a mut dyn Write,
    messages: &'a mut dyn Write,
}

impl<'a> Output<'a> {
    /// Writes data to `data`, messages to `messages`.
    pub fn new(data: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        Self { data, messages }
    }

    /// The stream of messages, for a command that writes its data elsewhere.
    pub(super) fn messages(&mut self) -> &mut dyn Write {
        self.messages
    }

    /// One line of data. A closed pipe (`araxes log | head`) is no fault.
    pub fn line(&mut self, text: impl Display) {
        writeln!(self.data, "{text}").ok();
    }

    /// One JSON document.
    pub fn json(&mut self, value: &impl Serialize) {
        match serde_json::to_string_pretty(value) {
            Ok(text) => self.line(text),
            Err(error) => self.message(error),
        }
    }

    /// Raw bytes of data.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.data.write_all(bytes).ok();
    }

    /// One line to the reader.
    pub fn message(&mut self, text: impl Display) {
        writeln!(self.messages, "{text}").ok();
    }
}
