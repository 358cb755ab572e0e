//! What names a record or entry, by the role in which it is named: the back references of its page.

use crate::model::{Atlas, RecordRef, Role};

/// Records of one role that name another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// Key of the heading.
    pub heading: &'static str,
    /// The records, in the order of the files.
    pub records: Vec<RecordRef>,
}

/// The records that name another, by role; contradictions have a place of their own.
#[must_use]
pub fn named_in(atlas: &Atlas, id: &str) -> Vec<Naming> {
    let mut all: Vec<Naming> = Vec::new();
    for role in Role::ALL {
        let Some(heading) = heading_of(*role) else {
            continue;
        };
        let of_role: Vec<RecordRef> = atlas.naming(id, *role).collect();
        if of_role.is_empty() {
            continue;
        }
        match all.iter_mut().find(|n| n.heading == heading) {
            Some(naming) => naming.records.extend(of_role),
            None => all.push(Naming {
                heading,
                records: of_role,
            }),
        }
    }
    if let Some(RecordRef::Source(i)) = atlas.find(id) {
        let records = atlas.resting_on(&atlas.sources[i].id).to_vec();
        all.extend((!records.is_empty()).then_some(Naming {
            heading: "records",
            records,
        }));
    }
    for naming in &mut all {
        naming.records.sort_unstable();
        naming.records.dedup();
    }
    all
}

const fn heading_of(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Member => "groups",
        Role::Party => "of-this-party",
        Role::Commander => "led",
        Role::Sender => "letters-written",
        Role::Addressee => "letters-received",
        Role::Subject => "messages",
        Role::Answered => "answered-by",
        Role::Voice => "statements",
        Role::Claimed => "claims",
        Role::Concerned => "named-in-claims",
        Role::Teller => "told-of-others",
        Role::Held => "control",
        Role::Holder => "holdings",
        Role::NotHolder => "holdings-denied",
        Role::Position => "units",
        Role::Origin => "came-from-here",
        Role::Participant | Role::Site => "events",
        Role::Bound => "dated-by-it",
        Role::Disagreeing | Role::Marked => return None,
    })
}
