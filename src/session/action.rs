//! Everything that a reader can do, as values. Panels, keys and the command line make them;
//! `Session::apply` carries them out.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Blank, State, TourVersion, VisitAction, VisitSettings};
use crate::geometry::{MapPoint, ScreenPoint};
use crate::model::{RecordKind, StepLayer, Tour, TourStep};
use crate::timeline::{Condition, DayRange, Filter, Lens, RangeMode};

/// The three forms of the program's window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Skin {
    /// All panels, for research.
    #[default]
    Explore,
    /// Large type and few controls, for a lecture.
    Lecture,
    /// Touch and automatic playing, for a museum.
    Kiosk,
}

/// Everything that a reader can do, as values that [`Session::apply`](super::Session::apply)
/// carries out: equal actions from equal sessions give equal sessions.
///
/// ```
/// use araxes::session::Action;
///
/// let week = Action::StepDays(7);
/// assert_eq!(week.clone(), week);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Goes to a day. Consecutive ones, as from dragging the date, are one step of undo.
    GoTo(NaiveDate),
    /// Goes to a day that the reader chose by typing or from a list, which is a step of undo of its
    /// own.
    Jump(NaiveDate),
    /// Goes this number of days forward, or back where negative.
    StepDays(i64),
    /// Goes to the next day on which something of the kinds shown happens.
    NextChange,
    /// Goes to the previous day on which something of the kinds shown happens.
    PreviousChange,
    /// Colors the map through another lens.
    SetLens(Lens),
    /// Shows everything in another language of the atlas, without a step of undo. Another tag than
    /// one of those changes nothing.
    SetLanguage(String),
    /// Shows or hides parts of the map, such as troops, messages and holders.
    Show(Shown),
    /// Selects a record, district, place or unit by its id; `None` clears the selection.
    Select(Option<String>),
    /// Returns to the previous selection, without a step of undo.
    Back,
    /// Returns to the selection that [`Action::Back`] left.
    Forward,
    /// Adds one condition to the filter, or removes it where the filter has it.
    Toggle(Condition),
    /// Replaces the whole filter.
    SetFilter(Filter),
    /// Shows a range of days instead of one day; `None` returns to one day.
    SetRange(Option<DayRange>),
    /// Sets what the situation over the range contains.
    SetRangeMode(RangeMode),
    /// Divides the number of days that the time line shows by the factor, around the given day.
    ZoomDays(f64, NaiveDate),
    /// Moves the visible part of the time line by this number of days, to later days where
    /// positive.
    PanDays(i64),
    /// Shows these days on the time line, as far as the atlas covers them.
    ShowDays(DayRange),
    /// Shows all days of the main part on the time line.
    AllDays,
    /// Starts playing, or pauses where it plays.
    TogglePlay,
    /// Starts playing where `true` and pauses where `false`, for a caller that does not know the
    /// present state.
    SetPlaying(bool),
    /// Sets the speed of playing, in days per second.
    SetSpeed(f64),
    /// Sets what playing does at its end.
    SetLoop(Loop),
    /// Sets whether playing goes day by day or event by event.
    SetPace(Pace),
    /// Lets this number of seconds pass.
    Tick(f64),
    /// Ends fades and glows at once, for a picture that is exported.
    EndMotion,
    /// Sets whether changes appear at once instead of fading.
    SetReducedMotion(bool),
    /// Sets whether changes appear at once because the screen is too slow for fades. The window
    /// sends it, not the reader.
    SetStepped(bool),
    /// Moves the map by this distance to the right and down, in points.
    Pan(f32, f32),
    /// Multiplies the scale of the map by the factor, around a point that keeps its place.
    Zoom(f64, ScreenPoint),
    /// Shows the whole map.
    Home,
    /// Shows a part of the map, given by its center and its width in kilometres.
    LookAt(MapPoint, f64),
    /// Sets the size of the map, in points.
    Resize(f32, f32),
    /// Opens a view below the map; `None` closes it.
    SetBottomView(Option<BottomView>),
    /// Shows a second picture for comparison; `None` returns to one picture.
    SetCompare(Option<Compare>),
    /// Moves the edge between the two pictures, as a fraction of the width from the left. Dragging
    /// it is one step of undo.
    SetSplit(f32),
    /// Exchanges the two compared pictures.
    SwapCompare,
    /// Shows a grid of small maps; `None` returns to one map.
    SetMultiples(Option<Multiples>),
    /// Changes the form of the window.
    SetSkin(Skin),
    /// Blanks the screen in a color; `None` shows it again.
    Blank(Option<Blank>),
    /// Opens a lecture at the first step of a version of a tour.
    OpenTour(Arc<Tour>, TourVersion),
    /// Shows the answer to the step's question where it is still hidden, otherwise the next step.
    NextStep,
    /// Hides the answer to the step's question where it is shown, otherwise shows the step before.
    PreviousStep,
    /// Shows a step, by its position in the version of the tour, counted from 0.
    GoToStep(usize),
    /// Shows the step again as the tour has it, after the reader changed the view.
    ReturnToStep,
    /// Takes the view of a step outside a lecture, for one who makes a tour.
    ShowStep(Box<TourStep>),
    /// Opens the lecture that was left last, at the step where it was left.
    ResumeTour,
    /// Leaves the lecture for the research skin, in the view that it had before.
    CloseTour,
    /// Undoes the last step.
    Undo,
    /// Repeats the step that was undone last.
    Redo,
    /// Opens the view that a state string describes, and clears the history.
    Reopen(State),
    /// Opens the kiosk with these settings, in its attract tour.
    OpenKiosk(Arc<VisitSettings>),
    /// What a visitor does in a kiosk.
    Visit(VisitAction),
}

/// The parts of the map that are shown besides its fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Troops and their moves.
    pub troops: bool,
    /// Messages of the day, and seats of capitals.
    pub messages: bool,
    /// Holders, as bands along outlines and rings around towns.
    pub holders: bool,
    /// Frontiers of today, for orientation.
    pub today: bool,
    /// Fills of districts, through the lens.
    pub fills: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            troops: true,
            messages: true,
            holders: true,
            today: false,
            fills: true,
        }
    }
}

impl Shown {
    /// What the layers of a step show, and nothing else.
    #[must_use]
    pub fn of(layers: &[StepLayer]) -> Self {
        let none = Self {
            troops: false,
            messages: false,
            holders: false,
            today: false,
            fills: false,
        };
        let each = layers.iter();
        each.fold(none, |shown, layer| shown.with(*layer, true))
    }

    /// The same with a layer drawn or left out.
    #[must_use]
    pub fn with(mut self, layer: StepLayer, drawn: bool) -> Self {
        *match layer {
            StepLayer::Fills => &mut self.fills,
            StepLayer::Holders => &mut self.holders,
            StepLayer::Troops => &mut self.troops,
            StepLayer::Messages => &mut self.messages,
            StepLayer::Today => &mut self.today,
        } = drawn;
        self
    }

    /// Whether records of a kind are drawn on the map.
    #[must_use]
    pub fn kind(self, kind: RecordKind) -> bool {
        match kind {
            RecordKind::Messages => self.messages,
            RecordKind::Units => self.troops,
            RecordKind::Control => self.holders,
            RecordKind::Claims | RecordKind::Events => true,
        }
    }
}

/// What playing does at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Loop {
    /// Playing stops at the end.
    #[default]
    Once,
    /// Playing begins again: with the range where one is set, otherwise with the whole main part.
    Again,
}

/// The steps in which playing advances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    /// Day by day, at the speed in days per second.
    #[default]
    Days,
    /// From one day on which something happens to the next, with time to read.
    Events,
}

/// The views that can be open below the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BottomView {
    /// The ribbons: each district as each party saw it, over time.
    Ribbons,
    /// Reported strengths of forces over time.
    Strengths,
    /// The network of senders and addressees of messages.
    Network,
    /// A table of every record.
    Table,
    /// The situation in sentences.
    Words,
    /// What the records go back to, by archive.
    Archives,
    /// The reader's working list.
    List,
    /// What changed between two days.
    Changes,
}

impl BottomView {
    /// All views with their names in the state string.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Ribbons, "ribbons"),
        (Self::Strengths, "strengths"),
        (Self::Network, "network"),
        (Self::Table, "table"),
        (Self::Words, "words"),
        (Self::Archives, "archives"),
        (Self::List, "list"),
        (Self::Changes, "changes"),
    ];
}

/// A second picture for comparison with the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// Day of the second picture.
    pub day: NaiveDate,
    /// Lens of the second picture.
    pub lens: Lens,
    /// How the two pictures are shown.
    pub style: CompareStyle,
    /// The edge between the two pictures, as a fraction of the width from the left, 0 to 1.
    pub split: f32,
    /// Whether alternating shows the second picture at present.
    pub second: bool,
}

/// How two pictures are shown for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CompareStyle {
    /// The two pictures are placed side by side.
    #[default]
    Side,
    /// One picture is drawn over the other, with an edge to drag.
    Swipe,
    /// The two pictures alternate.
    Flicker,
}

/// What differs from one small map to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Multiples {
    /// The capital whose lens is used, on one day.
    #[default]
    Capitals,
    /// The day, through one lens.
    Days,
}
