//! Which contradictions concern a record or a day, whether the map marks them or not.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Timeline;
use super::situation::is_narrow;
use crate::model::{Contradiction, RecordRef, RecordView, Role};
use crate::time::DayRange;

impl Timeline {
    /// Every contradiction that concerns a record, in the order of the file. Besides those that name
    /// it: for a message those of the claims that it states, for a claim those of its message, for a
    /// force those of its reports, for an area those that are marked there.
    #[must_use]
    pub fn contradictions_of(&self, id: &str) -> Vec<&Contradiction> {
        let atlas = self.atlas();
        let mut ids = vec![id];
        match atlas.find(id) {
            Some(RecordRef::Message(i)) => {
                ids.extend(atlas.messages[i].claims.iter().map(|c| c.as_str()));
            }
            Some(RecordRef::Claim(i)) => {
                ids.extend(atlas.claims[i].message.iter().map(|m| m.as_str()));
            }
            Some(RecordRef::Unit(i)) => {
                ids.extend(atlas.units[i].fixes.iter().map(|f| f.head.id.as_str()));
            }
            _ => {}
        }
        let naming = |id| {
            let roles = [Role::Disagreeing, Role::Marked];
            roles
                .map(|role| atlas.naming(id, role))
                .into_iter()
                .flatten()
        };
        let found = ids.into_iter().flat_map(naming);
        let found: BTreeSet<RecordRef> = found.collect();
        let contradiction = |at| match at {
            RecordRef::Contradiction(i) => atlas.contradictions.get(i),
            _ => None,
        };
        found.into_iter().filter_map(contradiction).collect()
    }

    /// Every contradiction that concerns a day, in the order of the file: it is marked on the day,
    /// or it names a record that is, or may be, of that day. A holding is of the day on which it
    /// begins. A record that may be of more than 31 days is of none of them.
    #[must_use]
    pub fn contradictions_on(&self, day: NaiveDate) -> Vec<&Contradiction> {
        self.contradictions_over(DayRange::between(day, day))
    }

    /// Every contradiction that concerns any day of a range; see [`Self::contradictions_on`].
    #[must_use]
    pub fn contradictions_over(&self, range: DayRange) -> Vec<&Contradiction> {
        let atlas = self.atlas();
        let days = range.first.iter_days().take_while(|day| *day <= range.last);
        let marked: BTreeSet<usize> = days.flat_map(|day| self.marked.on(day)).collect();
        let is_of_range = |id: &str| {
            let days = atlas.record(id).and_then(days_of);
            days.is_some_and(|days| days.first <= range.last && range.first <= days.last)
        };
        let concerns = |(i, c): &(usize, &Contradiction)| {
            marked.contains(i) || c.named_records().any(|id| is_of_range(id.as_str()))
        };
        let all = atlas.contradictions.iter().enumerate();
        all.filter(concerns).map(|(_, c)| c).collect()
    }
}

/// The days of which a record is or may be; `None` where they are unknown or too many.
fn days_of(record: RecordView<'_>) -> Option<DayRange> {
    let dating = &record.head().dating;
    let (first, last) = match (record, &dating.when) {
        (RecordView::Control(_), Some(when)) => {
            let extent = when.extent();
            (extent.begins_earliest, extent.begins_latest)
        }
        _ => dating.bounds(),
    };
    let (first, last) = first.zip(last)?;
    is_narrow(first, last).then_some(DayRange { first, last })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn told() -> Timeline {
        let contradiction = |id: &str, rest: &str| {
            format!(
                r#"{{"id": "{id}", "title": {{"en": "x"}}, "about": "date", "tellings": [], {rest}}}"#
            )
        };
        let all = [
            contradiction("c-1", r#""records": ["letter-1", "event-1"]"#),
            contradiction("c-2", r#""records": ["claim-1"]"#),
            contradiction(
                "c-3",
                r#""records": [], "mark": {"area": "aster", "when": "1900-09-09"}"#,
            ),
            contradiction("c-4", r#""records": ["control-1", "fix-2"]"#),
        ];
        let all = format!("[{}]", all.join(","));
        let atlas = crate::load::fixtures::two_vales_with(&[("contradictions.json", &all)]);
        Timeline::new(Arc::clone(&atlas))
    }

    fn ids(found: Vec<&Contradiction>) -> Vec<&str> {
        found.into_iter().map(|c| c.id.as_str()).collect()
    }

    #[test]
    fn a_message_and_its_claims_share_their_contradictions() {
        let timeline = told();
        assert_eq!(ids(timeline.contradictions_of("letter-1")), ["c-1", "c-2"]);
        assert_eq!(ids(timeline.contradictions_of("claim-1")), ["c-1", "c-2"]);
        assert_eq!(ids(timeline.contradictions_of("event-1")), ["c-1"]);
        assert_eq!(ids(timeline.contradictions_of("guards")), ["c-4"]);
        assert_eq!(ids(timeline.contradictions_of("aster")), ["c-3"]);
        assert!(timeline.contradictions_of("nothing").is_empty());
    }

    #[test]
    fn a_contradiction_is_of_the_days_of_its_records_and_of_its_mark() {
        let timeline = told();
        let on = |day: &str| ids(timeline.contradictions_on(day.parse().expect("a day")));
        assert_eq!(on("1900-03-01"), ["c-1", "c-2"]);
        assert_eq!(on("1900-06-01"), ["c-1"]);
        assert_eq!(on("1900-09-09"), ["c-3"]);
        assert_eq!(
            on("1900-05-01"),
            ["c-4"],
            "the day on which the holding begins"
        );
        assert!(on("1900-05-20").is_empty());
    }
}
