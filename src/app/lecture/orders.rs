//! What the commands of a lecture do, by the state of its window.

use std::sync::Arc;

use super::Room;
use super::grid::Grid;
use crate::app::Panel;
use crate::model::Tour;
use crate::session::{Action, Blank, Session, TourVersion};
use crate::text::Text;
use crate::timeline::Lens;

/// Id of the tour that goes change by change.
const CHANGES: &str = "changes";

/// A command of a lecture.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) enum Order {
    /// Opens the tour that was opened last, or the first one, at its first step.
    Begin,
    /// Opens the lecture that was left last at the step where it was left.
    Resume,
    /// Goes to the next step, or shows the answer.
    Next,
    /// Goes to the previous step, or hides the answer.
    Previous,
    First,
    Last,
    /// Goes to the typed step; without one returns from a detour; otherwise goes to the next step.
    Enter,
    /// Shows the present step again, as the tour has it.
    Again,
    /// Opens or closes the overview.
    Overview,
    Blank(Blank),
    /// Puts the pen away, or asks, or leaves.
    Leave,
    /// Stays where the question was asked.
    Stay,
    /// Takes the pen, or puts it away.
    Pen,
    /// Removes what was written.
    Erase,
    /// Shows or hides the time line.
    Slider,
    /// Changes between the full screen and a window.
    Window,
    /// Shows another lens, by its position in the bar.
    Lens(Lens),
}

/// Carries out a command of a panel.
pub(super) fn obey(order: Order, p: &mut Panel<'_>, room: &mut Room, now: f64) {
    let actions = room.obey(order, p.session, p.text, now);
    p.actions.extend(actions);
}

/// The tour that a lecture follows where none was chosen: the first of the atlas. An atlas without
/// tours is told change by change through the present lens.
pub(in crate::app) fn default_tour(session: &Session, text: &Text) -> Arc<Tour> {
    let first = session.whole().atlas().tours.first().map(Arc::clone);
    first.unwrap_or_else(|| Arc::new(text.change_tour(session.whole(), session.lens())))
}

impl Room {
    /// Carries out a command. Returns what it asks of the session.
    pub(in crate::app) fn obey(
        &mut self,
        order: Order,
        session: &Session,
        text: &Text,
        now: f64,
    ) -> Vec<Action> {
        let asked = self.asks(now).is_some();
        self.stop_asking();
        let typed = self.take_typed(now);
        let moves = matches!(
            order,
            Order::Next
                | Order::Previous
                | Order::First
                | Order::Last
                | Order::Enter
                | Order::Again
        );
        if moves {
            self.has_slider = false;
        }
        let one = |action| vec![action];
        match order {
            Order::Begin => {
                self.begin();
                let chosen = self.tour.clone();
                let (tour, version) =
                    chosen.unwrap_or_else(|| (default_tour(session, text), TourVersion::default()));
                one(Action::OpenTour(tour, version))
            }
            Order::Resume if session.left_lecture().is_some() => {
                self.begin();
                one(Action::ResumeTour)
            }
            Order::Resume => self.obey(Order::Begin, session, text, now),
            Order::Enter => match typed {
                Some(number) => {
                    self.grid = None;
                    let at = number.checked_sub(1);
                    at.map(Action::GoToStep).into_iter().collect()
                }
                None if session.is_detour() => one(Action::ReturnToStep),
                None => one(Action::NextStep),
            },
            // After the last step nothing comes but the way back to it.
            Order::Next if session.is_detour() && is_at_last(session) => one(Action::ReturnToStep),
            Order::Next => one(Action::NextStep),
            Order::Previous => one(Action::PreviousStep),
            Order::First => one(Action::GoToStep(0)),
            Order::Last => {
                let count = session.lecture().map_or(0, |l| l.steps().len());
                one(Action::GoToStep(count.saturating_sub(1)))
            }
            // A clicker sends F5 and Esc from one button, in turn: F5 takes back the question that
            // Esc asked.
            Order::Again if asked => Vec::new(),
            Order::Again => one(Action::ReturnToStep),
            Order::Overview => {
                let at = session.lecture().map_or(0, |l| l.at());
                self.grid = self.grid.is_none().then(|| Grid::at(at));
                Vec::new()
            }
            Order::Blank(blank) => one(Action::Blank(Some(blank))),
            Order::Leave if typed.is_some() => Vec::new(),
            Order::Leave if self.pen.is_on => {
                self.pen.is_on = false;
                Vec::new()
            }
            Order::Leave if asked => one(Action::CloseTour),
            Order::Leave => {
                self.ask(now);
                Vec::new()
            }
            Order::Stay => Vec::new(),
            Order::Pen => {
                self.pen.is_on = !self.pen.is_on;
                Vec::new()
            }
            Order::Erase => {
                self.pen.erase();
                Vec::new()
            }
            Order::Slider => {
                self.has_slider = !self.has_slider;
                Vec::new()
            }
            Order::Window => {
                self.windowed = !self.windowed;
                Vec::new()
            }
            Order::Lens(lens) => through(lens, session, text),
        }
    }
}

fn is_at_last(session: &Session) -> bool {
    session
        .lecture()
        .is_some_and(|l| l.at() + 1 == l.steps().len())
}

/// Shows another lens: for the present step of a tour, and for every step where the lecture goes
/// change by change.
fn through(lens: Lens, session: &Session, text: &Text) -> Vec<Action> {
    let Some(lecture) = session.lecture().filter(|l| l.tour().id == CHANGES) else {
        return vec![Action::SetLens(lens)];
    };
    let day = lecture.step().map_or(session.day(), |step| step.date);
    let tour = Arc::new(text.change_tour(session.whole(), &lens));
    let last = tour.steps.iter().rposition(|step| step.date <= day);
    vec![
        Action::OpenTour(tour, lecture.version()),
        Action::GoToStep(last.unwrap_or(0)),
    ]
}
