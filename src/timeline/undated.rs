//! The records that the sources date too vaguely to count on a day. They are listed with what is
//! known of their day, by the day panel, the inspector and the ribbons.

use chrono::NaiveDate;

use super::Timeline;
use super::bounds::{Bounds, KnownDay};
use super::control::is_placed;
use super::situation::is_narrow;
use crate::model::{DistrictId, RecordId, RecordKind, RecordView};

/// A record that counts on no day, or not yet on the days before its only known end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undated {
    /// Id of the record.
    pub record: RecordId,
    /// Kind of the record.
    pub kind: RecordKind,
    /// What is known of its day.
    pub day: KnownDay,
}

impl Undated {
    /// Whether the record may be of `day` and is not counted on it. A statement or report with a
    /// last possible day alone counts from that day on.
    #[must_use]
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        let counts = match self.kind {
            RecordKind::Messages | RecordKind::Events => false,
            RecordKind::Claims | RecordKind::Control | RecordKind::Units => {
                self.day.last().is_some_and(|last| last <= day)
            }
        };
        self.day.may_be(day) && !counts
    }
}

impl Timeline {
    /// Every record with at most one known end, and every message and event whose possible days are
    /// too many to list it on each, in the order of [`RecordKind::ALL`] and of the files.
    #[must_use]
    pub fn undated(&self) -> &[Undated] {
        self.undated.get_or_init(|| self.gather_undated())
    }

    fn gather_undated(&self) -> Vec<Undated> {
        let atlas = self.atlas();
        let bounds = Bounds::new(atlas);
        let undated = |record: RecordView<'_>| {
            let head = record.head();
            let day = bounds.known_day(&head.dating);
            let listed = match (record, day) {
                (RecordView::Control(control), _) => !is_placed(control, &bounds),
                (_, KnownDay::On(_)) => false,
                (RecordView::Message(_) | RecordView::Event(_), KnownDay::Between(a, b)) => {
                    !is_narrow(a, b)
                }
                (_, KnownDay::Between(..)) => false,
                _ => true,
            };
            listed.then(|| Undated {
                record: head.id.clone(),
                kind: record.kind(),
                day,
            })
        };
        atlas.records().filter_map(undated).collect()
    }

    /// The undated records that may be of `day`.
    pub fn undated_on(&self, day: NaiveDate) -> impl Iterator<Item = &Undated> {
        self.undated().iter().filter(move |u| u.is_open_on(day))
    }

    /// The undated records that name a leaf district, its parent district or a group around it.
    pub fn undated_about(&self, district: &DistrictId) -> impl Iterator<Item = &Undated> {
        let atlas = self.atlas();
        self.undated().iter().filter(move |u| {
            let record = atlas.record(u.record.as_str());
            let areas = record.map(RecordView::areas).unwrap_or_default();
            areas.into_iter().any(|area| {
                let leaves = atlas.leaves_of(&DistrictId::from(area));
                leaves.iter().any(|(leaf, _)| leaf == district)
            })
        })
    }
}
