//! The history of a session: undo and redo of views, and back and forward through selections. It
//! knows nothing of what a view means; `Session::apply` restores the entries.

use chrono::NaiveDate;

use super::{Compare, Multiples, Shown};
use crate::time::DayRange;
use crate::timeline::{Filter, Lens, RangeMode};

/// Maximum number of views and of selections in the history. Older ones are dropped, so that memory
/// stays bounded in a program that runs for months.
const MOST_STEPS: usize = 500;

/// The part of a session that undo restores.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HistoryEntry {
    pub(super) shown: Shown,
    pub(super) day: NaiveDate,
    pub(super) lens: Lens,
    pub(super) selection: Option<String>,
    pub(super) filter: Filter,
    pub(super) range: Option<DayRange>,
    pub(super) range_mode: RangeMode,
    pub(super) compare: Option<Compare>,
    pub(super) multiples: Option<Multiples>,
}

/// The views for undo and redo, and the selections for back and forward.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<HistoryEntry>,
    future: Vec<HistoryEntry>,
    /// Whether the last step belongs to a continuous motion, all steps of which are undone
    /// together.
    continuous: bool,
    /// Ids of selections, in order.
    visited: Vec<String>,
    /// Number of entries of `visited` up to and including the present selection.
    visited_to: usize,
}

impl History {
    /// Records the view before a step. The steps of one continuous motion, such as dragging the
    /// date, are recorded once.
    pub(super) fn record(&mut self, view: impl FnOnce() -> HistoryEntry, continuous: bool) {
        if !(continuous && self.continuous) {
            self.past.push(view());
            self.future.clear();
            drop_oldest(&mut self.past);
        }
        self.continuous = continuous;
    }

    /// The view before the last step; `None` where there is none. `now` is the view that redo then
    /// restores.
    pub(super) fn undo(&mut self, now: impl FnOnce() -> HistoryEntry) -> Option<HistoryEntry> {
        let view = self.past.pop()?;
        self.future.push(now());
        self.continuous = false;
        Some(view)
    }

    /// The view that was undone last; `None` where there is none. `now` is the view that undo then
    /// restores.
    pub(super) fn redo(&mut self, now: impl FnOnce() -> HistoryEntry) -> Option<HistoryEntry> {
        let view = self.future.pop()?;
        self.past.push(now());
        self.continuous = false;
        Some(view)
    }

    /// Clears undo and redo, but keeps the selections.
    pub(super) fn forget_steps(&mut self) {
        self.past.clear();
        self.future.clear();
        self.continuous = false;
    }

    /// Records a selection after the present one. Later selections are dropped.
    pub(super) fn visit(&mut self, id: &str) {
        if self.current() == Some(id) {
            return;
        }
        self.visited.truncate(self.visited_to);
        self.visited.push(id.to_owned());
        drop_oldest(&mut self.visited);
        self.visited_to = self.visited.len();
    }

    /// The id of the previous selection; `None` where there is none.
    pub(super) fn back(&mut self) -> Option<&str> {
        if !self.can_go_back() {
            return None;
        }
        self.visited_to -= 1;
        self.current()
    }

    /// The id of the next selection; `None` where there is none.
    pub(super) fn forward(&mut self) -> Option<&str> {
        if !self.can_go_forward() {
            return None;
        }
        self.visited_to += 1;
        self.current()
    }

    pub(super) fn can_go_back(&self) -> bool {
        self.visited_to > 1
    }

    pub(super) fn can_go_forward(&self) -> bool {
        self.visited_to < self.visited.len()
    }

    fn current(&self) -> Option<&str> {
        let last = self.visited_to.checked_sub(1)?;
        self.visited.get(last).map(String::as_str)
    }
}

fn drop_oldest<T>(steps: &mut Vec<T>) {
    let surplus = steps.len().saturating_sub(MOST_STEPS);
    steps.drain(..surplus);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_keeps_only_its_last_selections() {
        let mut history = History::default();
        for i in 0..MOST_STEPS * 3 {
            history.visit(&i.to_string());
        }
        assert_eq!(history.visited.len(), MOST_STEPS);
        assert_eq!(
            history.back(),
            Some((MOST_STEPS * 3 - 2).to_string().as_str())
        );
    }
}
