//! Everything a reader can do, as values.

use chrono::NaiveDate;

use super::State;
use crate::geometry::{MapPoint, ScreenPoint};
use crate::model::RecordKind;
use crate::timeline::{Condition, DayRange, Filter, Lens, RangeMode};

/// One program, three skins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Skin {
    /// For research.
    #[default]
    Explore,
    /// For the front of a room.
    Lecture,
    /// For a museum.
    Kiosk,
}

/// Everything a reader can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Goes to a day; a scrub merges with the scrub before it.
    GoTo(NaiveDate),
    /// Goes to a day of the reader's choice (typed, or from a list): a step that undo takes back.
    Jump(NaiveDate),
    /// Days forward or back.
    StepDays(i64),
    /// Goes to the next day on which something of the kinds shown happens.
    NextChange,
    /// Goes to the previous day on which something of the kinds shown happens.
    PreviousChange,
    /// Looks through another lens.
    SetLens(Lens),
    /// Shows or hides troops, messages, holders.
    Show(Shown),
    /// Selects a record, district, place or unit; `None` clears.
    Select(Option<String>),
    /// Selects what was selected before; undo does not count it.
    Back,
    /// Selects what was selected after.
    Forward,
    /// One condition of the filter more, or less.
    Toggle(Condition),
    /// Another filter, whole.
    SetFilter(Filter),
    /// A range of days instead of one; `None`: one day again.
    SetRange(Option<DayRange>),
    /// What the range means.
    SetRangeMode(RangeMode),
    /// The time line shows more or fewer days, about one of them.
    ZoomDays(f64, NaiveDate),
    /// The time line shows earlier or later days.
    PanDays(i64),
    /// The time line shows these days, as far as the atlas covers them.
    ShowDays(DayRange),
    /// The time line shows every day of the main part.
    AllDays,
    /// Plays or pauses, whichever it does not.
    TogglePlay,
    /// Plays or pauses, as given: for what starts or stops playing from outside.
    SetPlaying(bool),
    /// Days a second.
    SetSpeed(f64),
    /// What playing does at its end.
    SetLoop(Loop),
    /// Day by day, or event by event.
    SetPace(Pace),
    /// So many seconds have passed.
    Tick(f64),
    /// Ends fades and glows at once: for a picture that is kept.
    EndMotion,
    /// Whether things move for the eye, or cut.
    SetReducedMotion(bool),
    /// Whether the screen is too slow for motions, so that they are cut to their ends. The window
    /// sends it, not the reader.
    SetStepped(bool),
    /// Moves the map.
    Pan(f32, f32),
    /// Closer or wider at a point.
    Zoom(f64, ScreenPoint),
    /// The whole map.
    Home,
    /// A part of the map: its centre, and its width in kilometres.
    LookAt(MapPoint, f64),
    /// The map has this size, in points.
    Resize(f32, f32),
    /// Opens a view below the map, or closes it.
    SetBottomView(Option<BottomView>),
    /// Two pictures beside each other; `None`: one again.
    SetCompare(Option<Compare>),
    /// The edge between the two pictures, as a part of the width from the left; dragging it is one
    /// step of undo.
    SetSplit(f32),
    /// The two pictures change places.
    SwapCompare,
    /// Many small pictures; `None`: one again.
    SetMultiples(Option<Multiples>),
    /// Another skin.
    SetSkin(Skin),
    /// Blanks the screen, or shows it again.
    Blank,
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back last.
    Redo,
    /// Becomes what a state string says, without history.
    Reopen(State),
    /// Begins as if newly opened, playing: a kiosk that was left alone.
    Restart,
}

/// What the map shows besides its fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Troops and their moves.
    pub troops: bool,
    /// Messages of the day, and seats.
    pub messages: bool,
    /// Who held what: bands and rings.
    pub holders: bool,
    /// Frontiers of today.
    pub today: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            troops: true,
            messages: true,
            holders: true,
            today: false,
        }
    }
}

impl Shown {
    /// Whether records of a kind are on the sheet.
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
    /// It stops.
    #[default]
    Once,
    /// It begins again: the range where one is set, else the whole.
    Again,
}

/// How playing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    /// So many days a second.
    #[default]
    Days,
    /// From one day on which something happens to the next, with time to read.
    Events,
}

/// Views of everything at once, below the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BottomView {
    /// Each district through each capital's eyes, over time.
    Ribbons,
    /// Reported strengths over time.
    Strengths,
    /// Who wrote to whom.
    Network,
    /// Every record in a table.
    Table,
    /// The situation in sentences.
    Words,
}

impl BottomView {
    /// All of them, with their names in the state string.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Ribbons, "ribbons"),
        (Self::Strengths, "strengths"),
        (Self::Network, "network"),
        (Self::Table, "table"),
        (Self::Words, "words"),
    ];
}

/// A second picture beside the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// Its day.
    pub day: NaiveDate,
    /// Its lens.
    pub lens: Lens,
    /// How the two are shown.
    pub style: CompareStyle,
    /// Where the first ends and the second begins, as a part of the width.
    pub split: f32,
    /// Whether flickering shows the second just now.
    pub second: bool,
}

/// How two pictures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CompareStyle {
    /// Beside each other.
    #[default]
    Side,
    /// One over the other, with an edge to drag.
    Swipe,
    /// One, then the other.
    Flicker,
}

/// What differs from one small picture to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Multiples {
    /// The capital, on one day.
    #[default]
    Capitals,
    /// The day, through one lens.
    Days,
}
