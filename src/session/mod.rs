//! What the reader looks at, and the one place that changes it.

pub mod search;
