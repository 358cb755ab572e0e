//! A record as a footnote that names the document first: `Chicherin to Orjonikidze, telegram, 3 July
//! 1920, RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.` It is in the language of
//! the interface; `export::working_list` writes it.

use super::Text;
use super::citation::{cites_of, family, source_of, year};
use crate::model::{Atlas, Citation, Correspondent, Message, MessageKind, RecordView};

impl Text {
    /// The footnote of a record or entry; `None` where the atlas has nothing of that id.
    #[must_use]
    pub fn footnote(&self, atlas: &Atlas, id: &str) -> Option<String> {
        let at = atlas.find(id)?;
        let record = atlas.view(at);
        // A statement of a message is read in that message.
        let message = match record {
            Some(RecordView::Claim(claim)) => claim
                .message
                .as_ref()
                .filter(|_| !claim.message_doubtful)
                .and_then(|message| atlas.message(message.as_str())),
            Some(RecordView::Message(message)) => Some(message),
            _ => None,
        };
        let document = match (message, record) {
            (Some(message), _) => self.document(message, atlas),
            (None, Some(RecordView::Claim(claim))) => {
                let day = self.when(claim.head.dating.when.as_ref());
                let said = self.claim_sentence(claim, atlas);
                let voices = self.voices(atlas, claim);
                let values = [("who", voices.as_str()), ("what", &said), ("date", &day)];
                self.with("footnote-statement", &values)
            }
            (None, Some(record)) => {
                let day = self.when(record.head().dating.when.as_ref());
                let title = self.caption(atlas, id);
                let values = [("what", title.trim_end_matches('.')), ("date", &day)];
                self.with("footnote-record", &values)
            }
            (None, None) => self.caption(atlas, id),
        };
        let told = record.and_then(|r| self.others_word(r.head(), atlas));
        let cites = match record {
            Some(record) => record.head().cites.clone(),
            None => cites_of(atlas, at),
        };
        let read: Vec<String> = cites.iter().map(|c| self.read_in(c, atlas)).collect();
        let parts = [Some(document), told];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        let mut parts: Vec<String> = parts.collect();
        if !read.is_empty() {
            parts.push(read.join(&self.get("list-semicolon")));
        }
        Some(self.with(
            "footnote",
            &[("parts", &parts.join(&self.get("list-comma")))],
        ))
    }

    /// A message by its ends, form and day: `Chicherin to Orjonikidze, telegram, 3 July 1920`.
    fn document(&self, message: &Message, atlas: &Atlas) -> String {
        let (from, to) = (
            self.ends(&message.from, atlas),
            self.ends(&message.to, atlas),
        );
        let written = message
            .addressee_as_written
            .as_ref()
            .filter(|_| to.is_empty());
        let to = written.map_or(to, |words| self.as_written(words, atlas));
        let kind = if message.kind == MessageKind::Unstated {
            self.get("kind-message")
        } else {
            self.message_kind(message.kind)
        };
        let date = self.when(message.head.dating.when.as_ref());
        let values = [
            ("from", from.as_str()),
            ("to", &to),
            ("kind", &kind),
            ("date", &date),
        ];
        let key = match (from.is_empty(), to.is_empty()) {
            (false, false) => "footnote-message",
            (false, true) => "footnote-message-from",
            (true, false) => "footnote-message-to",
            (true, true) => "footnote-message-alone",
        };
        self.with(key, &values)
    }

    /// Names of senders or addressees, of persons without their initials.
    fn ends(&self, ends: &[Correspondent], atlas: &Atlas) -> String {
        let people = ends.iter().filter_map(|c| c.person.as_ref());
        let names = people.map(|p| without_initials(atlas.name(p.as_str(), self.language())));
        self.join(&names.collect::<Vec<_>>())
    }

    /// Where a document is read: `RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20`.
    fn read_in(&self, citation: &Citation, atlas: &Atlas) -> String {
        let source = source_of(atlas, citation);
        let author = source.and_then(family).unwrap_or_else(|| {
            let title = source.and_then(|s| s.text("title"));
            title.unwrap_or(citation.source.as_str()).to_owned()
        });
        let year = source.and_then(year).map(|year| year.to_string());
        let mut work = year.map_or(author.clone(), |year| {
            self.with("cite-author-year", &[("author", &author), ("year", &year)])
        });
        if let Some(page) = citation.page {
            let page = page.to_string();
            let note = citation.note.as_ref().map(ToString::to_string);
            let place = match &note {
                Some(note) => self.with("footnote-page-note", &[("page", &page), ("note", note)]),
                None => page,
            };
            work = [work, place].join(&self.get("list-comma"));
        }
        match &citation.original {
            Some(original) => {
                let values = [("original", original.as_str()), ("work", &work)];
                self.with("footnote-original-in", &values)
            }
            None => self.with("footnote-in", &[("work", &work)]),
        }
    }
}

/// A name without the initials at its beginning: `Orjonikidze` of `S. Orjonikidze`.
fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    // An ordinal such as "XI." is no initial.
    let is_ordinal = |word: &str| word.len() > 2 && word.chars().all(|c| "IVX.".contains(c));
    let is_initial =
        |word: &&&str| word.ends_with('.') && word.chars().count() <= 4 && !is_ordinal(word);
    let initials = words.iter().take_while(is_initial).count();
    if initials < words.len() {
        words[initials..].join(" ")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(id: &str) -> String {
        let atlas = crate::load::fixtures::builtin();
        Text::new("en").footnote(&atlas, id).expect(id)
    }

    #[test]
    fn initials_are_left_out_and_ordinals_are_not() {
        assert_eq!(without_initials("G. Chicherin"), "Chicherin");
        assert_eq!(without_initials("V. I. Lenin"), "Lenin");
        assert_eq!(without_initials("XI. Kızıl Ordu"), "XI. Kızıl Ordu");
    }

    #[test]
    fn the_document_comes_first() {
        let telegram = "Chicherin to Orjonikidze, telegram, 3 July 1920, RGASPI f. 64, op. 1, d. 21, l. 3–3v, \
                        in İsmayılov 2019, 174 n. 20.";
        assert_eq!(note("message-056"), telegram);
        assert_eq!(
            note("claim-092"),
            telegram,
            "a statement is read in its message"
        );
    }

    #[test]
    fn every_record_has_one_and_initials_are_left_out() {
        let atlas = crate::load::fixtures::builtin();
        for record in atlas.records() {
            let note = note(record.head().id.as_str());
            assert!(note.ends_with('.') && !note.contains(", ,"), "{note}");
            assert!(note.contains("İsmayılov 2019"), "{note}");
        }
        assert_eq!(
            without_initials("Kazim Karabekir Pasha"),
            "Kazim Karabekir Pasha"
        );
        assert_eq!(without_initials("M. D. Huseynov"), "Huseynov");
        assert_eq!(without_initials("G."), "G.");
        assert!(Text::new("en").footnote(&atlas, "nobody").is_none());
    }
}
