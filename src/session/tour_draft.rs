//! A tour that is being made: its steps, the step that is being edited, and undo. `present_step`
//! gives it the present view as a step; the window edits and saves it; `load` reads the file.

use std::sync::Arc;

use crate::characters::cleaned;
use crate::model::{StepCallout, StepKind, StepLayer, StepTransition, Tour, TourStep, Words};

/// Maximum number of changes that can be undone. Older ones are dropped.
const MOST_CHANGES: usize = 500;

/// A text of a step that the maker of a tour writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepText {
    /// What the step finds.
    Headline,
    /// What happened.
    Caption,
    /// What the speaker says.
    Notes,
    /// A question for the room.
    Ask,
    /// The answer to the question.
    Reveal,
}

impl StepText {
    /// Every text, in the order in which it is edited.
    pub const ALL: [Self; 5] = [
        Self::Headline,
        Self::Caption,
        Self::Notes,
        Self::Ask,
        Self::Reveal,
    ];

    /// Fewest and most words that the room, or for notes the speaker, can take in.
    #[must_use]
    pub fn words(self) -> (usize, usize) {
        match self {
            Self::Headline => (1, 6),
            Self::Caption | Self::Reveal => (1, 25),
            Self::Notes => (60, 120),
            Self::Ask => (1, 15),
        }
    }

    /// The text in a step.
    #[must_use]
    pub fn of(self, step: &TourStep) -> &Words {
        match self {
            Self::Headline => &step.headline,
            Self::Caption => &step.caption,
            Self::Notes => &step.notes,
            Self::Ask => &step.ask,
            Self::Reveal => &step.reveal,
        }
    }

    fn of_mut(self, step: &mut TourStep) -> &mut Words {
        match self {
            Self::Headline => &mut step.headline,
            Self::Caption => &mut step.caption,
            Self::Notes => &mut step.notes,
            Self::Ask => &mut step.ask,
            Self::Reveal => &mut step.reveal,
        }
    }
}

/// What a change edits. Consecutive changes of one text or number are undone together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edited {
    Title,
    Text(usize, StepText),
    Dwell(usize),
    /// Words on the map, by the position of the step and their own.
    Callout(usize, usize),
    Minutes,
}

/// A version of the tour, with the step that was being edited.
#[derive(Debug, Clone, PartialEq)]
struct Version {
    tour: Arc<Tour>,
    at: usize,
}

/// A tour that is being made.
///
/// ```
/// use araxes::session::TourDraft;
///
/// let mut draft = TourDraft::new("Zangezur", "en");
/// assert_eq!((draft.tour().id.as_str(), draft.is_changed()), ("zangezur", false));
/// draft.set_title("Two Zangezurs");
/// assert!(draft.is_changed());
/// draft.undo();
/// assert!(!draft.is_changed());
/// ```
#[derive(Debug, Clone)]
pub struct TourDraft {
    now: Version,
    /// Language in which the texts are written, as a tag.
    language: String,
    past: Vec<Version>,
    future: Vec<Version>,
    /// What the last change edited, where the next one of the same kind belongs to it.
    editing: Option<Edited>,
    saved: Arc<Tour>,
}

impl TourDraft {
    /// A tour without steps.
    #[must_use]
    pub fn new(title: &str, language: &str) -> Self {
        let tour = Tour {
            id: id_of(title).unwrap_or_else(|| "tour".to_owned()),
            title: words(language, title),
            about: Words::default(),
            short_minutes: None,
            steps: Vec::new(),
        };
        Self::of(Arc::new(tour), language)
    }

    /// A tour that exists already, as it was saved.
    #[must_use]
    pub fn of(tour: Arc<Tour>, language: &str) -> Self {
        Self {
            saved: Arc::clone(&tour),
            now: Version { tour, at: 0 },
            language: language.to_owned(),
            past: Vec::new(),
            future: Vec::new(),
            editing: None,
        }
    }

    /// A copy of a tour under another title, which counts as changed until it is saved.
    #[must_use]
    pub fn copy(tour: &Arc<Tour>, title: &str, language: &str) -> Self {
        let mut draft = Self::of(Arc::clone(tour), language);
        let copy = Arc::make_mut(&mut draft.now.tour);
        copy.title = words(language, title);
        copy.id = id_of(title).unwrap_or_else(|| format!("{}-copy", tour.id));
        draft
    }

    /// The tour as it is now.
    #[must_use]
    pub fn tour(&self) -> &Arc<Tour> {
        &self.now.tour
    }

    /// Position of the step that is being edited, counted from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.now.at
    }

    /// The step that is being edited; `None` in a tour without steps.
    #[must_use]
    pub fn step(&self) -> Option<&TourStep> {
        self.now.tour.steps.get(self.now.at)
    }

    /// Language in which the texts are written, as a tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the tour differs from what was last saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !Arc::ptr_eq(&self.now.tour, &self.saved) && self.now.tour != self.saved
    }

    /// Notes that the tour was saved as it is now.
    pub fn note_saved(&mut self) {
        self.saved = Arc::clone(&self.now.tour);
        self.editing = None;
    }

    /// Notes that the tour as it is now was never saved.
    pub fn note_unsaved(&mut self) {
        let mut saved = Tour::clone(&self.now.tour);
        saved.steps.clear();
        saved.title = Words::default();
        self.saved = Arc::new(saved);
    }

    /// Whether there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to repeat.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Undoes the last change.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
            self.editing = None;
        }
    }

    /// Repeats the change that was undone last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
            self.editing = None;
        }
    }

    /// Edits another step.
    pub fn show(&mut self, at: usize) {
        if at < self.now.tour.steps.len() && at != self.now.at {
            self.now.at = at;
            self.editing = None;
        }
    }

    /// Adds a step after the one that is being edited, and edits it. Returns its position.
    pub fn keep(&mut self, mut step: TourStep) -> usize {
        let at = match self.now.tour.steps.len() {
            0 => 0,
            _ => self.now.at + 1,
        };
        step.id = self.free_id(&step.id);
        let before = at.checked_sub(1).and_then(|i| self.now.tour.steps.get(i));
        step.transition = match before {
            None => StepTransition::Cut,
            Some(before) if before.view == step.view => StepTransition::Fade,
            Some(_) => StepTransition::Move,
        };
        self.change(None, |now| {
            Arc::make_mut(&mut now.tour).steps.insert(at, step);
            now.at = at;
        });
        at
    }

    /// Gives the step that is being edited the view of another, and keeps its texts.
    pub fn take_view(&mut self, view: &TourStep) {
        self.change_step(None, |step| {
            let mut records = view.records.clone();
            let selected = step.select.clone();
            let others = step
                .records
                .iter()
                .filter(|r| !records.contains(r) && selected.as_deref() != Some(r.as_str()));
            records.extend(others.cloned().collect::<Vec<_>>());
            *step = TourStep {
                date: view.date,
                range: view.range.or(step.range.filter(|r| r.holds(view.date))),
                lens: view.lens.clone(),
                compare: view.compare.clone(),
                view: view.view.clone(),
                layers: view.layers.clone(),
                select: view.select.clone(),
                filter: view.filter.clone(),
                records,
                ..step.clone()
            };
        });
    }

    /// Removes a step.
    pub fn remove(&mut self, at: usize) {
        if at >= self.now.tour.steps.len() {
            return;
        }
        self.change(None, |now| {
            Arc::make_mut(&mut now.tour).steps.remove(at);
            let last = now.tour.steps.len().saturating_sub(1);
            let before = usize::from(now.at > at);
            now.at = (now.at - before).min(last);
        });
    }

    /// Adds a copy of a step after it, and edits the copy.
    pub fn duplicate(&mut self, at: usize) {
        let Some(step) = self.now.tour.steps.get(at) else {
            return;
        };
        let copy = TourStep {
            id: self.free_id(&step.id),
            ..step.clone()
        };
        self.change(None, |now| {
            Arc::make_mut(&mut now.tour).steps.insert(at + 1, copy);
            now.at = at + 1;
        });
    }

    /// Moves a step so that it stands at position `to`, and edits it.
    pub fn move_step(&mut self, from: usize, to: usize) {
        let count = self.now.tour.steps.len();
        if from >= count || to >= count || from == to {
            return;
        }
        self.change(None, |now| {
            let steps = &mut Arc::make_mut(&mut now.tour).steps;
            let step = steps.remove(from);
            steps.insert(to, step);
            now.at = to;
        });
    }

    /// Sets the title.
    pub fn set_title(&mut self, title: &str) {
        let language = self.language.clone();
        self.change(Some(Edited::Title), |now| {
            set(&mut Arc::make_mut(&mut now.tour).title, &language, title);
        });
    }

    /// Sets a text of the step that is being edited, in the language of the draft. A step with a
    /// question is one of the kind that asks.
    pub fn set_text(&mut self, which: StepText, text: &str) {
        let language = self.language.clone();
        self.change_step(Some(Edited::Text(self.now.at, which)), |step| {
            set(which.of_mut(step), &language, text);
            step.kind = match (step.kind, step.ask.is_empty()) {
                (StepKind::Day, false) => StepKind::Question,
                (StepKind::Question, true) => StepKind::Day,
                (kind, _) => kind,
            };
        });
    }

    /// Draws a layer in the step that is being edited, or leaves it out.
    pub fn set_layer(&mut self, layer: StepLayer, drawn: bool) {
        self.change_step(None, |step| {
            step.layers.retain(|l| *l != layer);
            if drawn {
                step.layers.push(layer);
                step.layers.sort_by_key(|l| *l as u8);
            }
        });
    }

    /// Sets how the map changes to the step that is being edited.
    pub fn set_transition(&mut self, transition: StepTransition) {
        self.change_step(None, |step| step.transition = transition);
    }

    /// Sets the kind of the step that is being edited.
    pub fn set_kind(&mut self, kind: StepKind) {
        self.change_step(None, |step| step.kind = kind);
    }

    /// Sets for how many seconds the step that is being edited is shown without a speaker.
    pub fn set_dwell(&mut self, seconds: Option<f64>) {
        self.change_step(Some(Edited::Dwell(self.now.at)), |step| {
            step.dwell_s = seconds;
        });
    }

    /// Adds words on the map to the step that is being edited, and their record to its records.
    pub fn add_callout(&mut self, callout: StepCallout) {
        self.change_step(None, |step| {
            if !step.records.contains(&callout.record) {
                step.records.push(callout.record.clone());
            }
            step.callouts.push(callout);
        });
    }

    /// Sets words on the map of the step that is being edited, by their position.
    pub fn set_callout(&mut self, i: usize, text: &str) {
        let language = self.language.clone();
        self.change_step(Some(Edited::Callout(self.now.at, i)), |step| {
            if let Some(callout) = step.callouts.get_mut(i) {
                set(&mut callout.text, &language, text);
            }
        });
    }

    /// Removes words on the map from the step that is being edited, by their position.
    pub fn remove_callout(&mut self, i: usize) {
        self.change_step(None, |step| {
            if i < step.callouts.len() {
                step.callouts.remove(i);
            }
        });
    }

    /// Sets whether the step that is being edited belongs to the shorter version.
    pub fn set_short(&mut self, short: bool) {
        self.change_step(None, |step| step.short = short);
    }

    /// Sets how many minutes the shorter version takes.
    pub fn set_short_minutes(&mut self, minutes: Option<u16>) {
        self.change(Some(Edited::Minutes), |now| {
            Arc::make_mut(&mut now.tour).short_minutes = minutes;
        });
    }

    /// The tour as the text of its file. Its id becomes the name of the file without `.json`.
    #[must_use]
    pub fn file_text(&self, id: &str) -> String {
        let tour = Tour {
            id: id_of(id).unwrap_or_else(|| self.now.tour.id.clone()),
            ..Tour::clone(&self.now.tour)
        };
        let text = serde_json::to_string_pretty(&tour);
        text.map_or_else(|error| error.to_string(), |text| text + "\n")
    }

    fn change_step(&mut self, edited: Option<Edited>, change: impl FnOnce(&mut TourStep)) {
        let at = self.now.at;
        self.change(edited, |now| {
            if let Some(step) = Arc::make_mut(&mut now.tour).steps.get_mut(at) {
                change(step);
            }
        });
    }

    /// Makes a change, and records the version before it where it changes anything.
    fn change(&mut self, edited: Option<Edited>, change: impl FnOnce(&mut Version)) {
        let before = self.now.clone();
        change(&mut self.now);
        if self.now.tour == before.tour {
            // An equal tour keeps the address of the one before, by which changes are found.
            self.now.tour = before.tour;
            return;
        }
        if edited.is_none() || edited != self.editing {
            self.past.push(before);
            let surplus = self.past.len().saturating_sub(MOST_CHANGES);
            self.past.drain(..surplus);
        }
        self.future.clear();
        self.editing = edited;
    }

    /// An id like `wanted` that no step has.
    fn free_id(&self, wanted: &str) -> String {
        let taken = |id: &str| self.now.tour.steps.iter().any(|s| s.id == id);
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
        all.find(|id| !taken(id)).unwrap_or_default()
    }
}

fn words(language: &str, text: &str) -> Words {
    let mut words = Words::default();
    set(&mut words, language, text);
    words
}

/// Sets a text in a language, without the characters that a file of a tour may not have: what is pasted
/// from elsewhere has some of them unseen.
fn set(words: &mut Words, language: &str, text: &str) {
    let text = cleaned(text).into_owned();
    if text.is_empty() {
        words.0.remove(language);
    } else {
        words.0.insert(language.to_owned(), text);
    }
}

/// An id made of a title or of the name of a file: Latin letters and digits with hyphens. `None`
/// where it has none.
fn id_of(title: &str) -> Option<String> {
    let plain = any_ascii::any_ascii(title.trim_end_matches(".json")).to_lowercase();
    let parts: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

#[cfg(test)]
mod tests;
