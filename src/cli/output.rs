//! The two output streams of the command line, and the files that its commands write. No other
//! part of the program prints.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use anyhow::bail;
use serde::Serialize;

use crate::load::files;

/// Writes data to one stream and messages to another.
pub struct Output<'a> {
    data: &'a mut dyn Write,
    messages: &'a mut dyn Write,
    /// The first error of writing data; `None` where there was none.
    failed: Option<io::Error>,
    replaces_files: bool,
}

impl<'a> Output<'a> {
    /// Writes data to `data` and messages to `messages`, which are stdout and stderr outside tests.
    pub fn new(data: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        Self {
            data,
            messages,
            failed: None,
            replaces_files: false,
        }
    }

    /// Lets commands replace files that are there.
    pub fn replace_files(&mut self) {
        self.replaces_files = true;
    }

    /// Refuses a path at which a file would be replaced that may not be. Asked before the work that
    /// makes the file.
    pub(super) fn refuse_replacing(&self, path: &Path) -> anyhow::Result<()> {
        if files::is_folder(path) {
            bail!("{} is a folder; name a file", path.display());
        }
        if !self.replaces_files && files::would_replace(path) {
            bail!("{} is there already; --force replaces it", path.display());
        }
        Ok(())
    }

    /// Refuses what cannot be written, before it is made: what [`Self::refuse_replacing`] refuses, and a
    /// file in a folder that is not there.
    pub(super) fn refuse_unwritable(&self, path: &Path) -> anyhow::Result<()> {
        if let Some(folder) = files::missing_folder(path) {
            bail!(
                "{}: there is no folder {}",
                path.display(),
                folder.display()
            );
        }
        self.refuse_replacing(path)
    }

    /// Writes a file.
    pub(super) fn file(&self, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        self.refuse_replacing(path)?;
        if self.replaces_files {
            files::write_file(path, bytes)?;
        } else {
            files::write_new_file(path, bytes)?;
        }
        Ok(())
    }

    /// The stream of messages, for a command that writes its data to another place.
    pub(super) fn messages(&mut self) -> &mut dyn Write {
        self.messages
    }

    /// Writes one line of data.
    pub fn line(&mut self, text: impl Display) {
        let written = writeln!(self.data, "{text}");
        self.keep(written);
    }

    /// Writes one JSON document as data.
    pub fn json(&mut self, value: &impl Serialize) {
        match serde_json::to_string_pretty(value) {
            Ok(text) => self.line(text),
            Err(error) => self.keep(Err(error.into())),
        }
    }

    /// Writes raw bytes as data.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let written = self.data.write_all(bytes);
        self.keep(written);
    }

    /// Writes one line of messages. A failure is ignored, because there is no other stream to
    /// report it to.
    pub fn message(&mut self, text: impl Display) {
        writeln!(self.messages, "{text}").ok();
    }

    /// Writes out all data that is buffered.
    ///
    /// # Errors
    /// The first error of writing data. A closed pipe (`araxes log | head`) is no error, because
    /// its reader has all it wants.
    pub fn finish(&mut self) -> io::Result<()> {
        let flushed = self.data.flush();
        self.keep(flushed);
        self.failed.take().map_or(Ok(()), Err)
    }

    fn keep(&mut self, written: io::Result<()>) {
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.failed.get_or_insert(error);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that fails with one kind of error.
    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_an_error_and_a_closed_pipe_is_not() {
        let finish = |kind| {
            let (mut data, mut messages) = (Failing(kind), Vec::new());
            let mut out = Output::new(&mut data, &mut messages);
            out.line("a line");
            out.bytes(b"and more");
            out.finish().map_err(|e| e.kind())
        };
        let full = io::ErrorKind::StorageFull;
        assert_eq!(finish(full), Err(full));
        assert_eq!(finish(io::ErrorKind::BrokenPipe), Ok(()));
    }
}
