//! The researcher's desk: what the records go back to (`archives`), and the reader's own list of records
//! (`list`), which `keeper` keeps in a file.

mod archives;
mod keeper;
mod list;

pub(super) use archives::ArchiveView;
pub(super) use keeper::ListKeeper;
pub(super) use list::{ListView, fault, star};
