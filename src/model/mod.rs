//! The data of an atlas: typed records and their ids. It may use only `time` and `numeric`; it has
//! no I/O, no drawing, and nothing of any particular place or year.
//!
//! The types equal the files of the package (`docs/format.md`), so that one definition serves the
//! loader, the JSON Schemas and every reader of an [`Atlas`].

mod area;
mod atlas;
mod claim;
mod contradiction;
mod event;
mod glossary;
mod id;
mod index;
mod inflection;
mod kiosk;
mod manifest;
mod message;
mod place;
mod record;
mod reference;
mod source;
mod spelling;
mod tour;
mod unit;
mod wording;
mod words;

pub use area::AreaId;
pub use atlas::{Atlas, AtlasParts, RecordRef};
pub use claim::{Claim, Control, HeldExtent, Question, Stance, StanceKind};
pub use contradiction::{Contradiction, Mark, Telling};
pub use event::Event;
pub use glossary::{Glossary, Occurrence, Term};
pub use id::{DistrictId, PartyId, PersonId, PlaceId, RecordId, SourceId, TermId, UnitId};
pub use index::Role;
pub use kiosk::{
    CardTarget, Kiosk, KioskChip, KioskSample, ReadingLevel, SampleShow, SampleSign, VoiceGroup,
    VoiceWork, WhoSaysSo,
};
pub use manifest::{Group, Manifest, Projection, ProjectionKind, Span};
pub(crate) use message::MessageHead;
pub use message::{Correspondent, Message, MessageKind};
pub use place::{
    Base, BaseFeature, BaseKind, Boundary, District, DistrictKind, Office, Party, Person,
    PersonKind, Place, PlaceKind, PlainParty, Relief,
};
pub use record::{
    Authority, Basis, Calendar, Citation, Dating, EntryKind, Fit, NoteNumber, RecordHead,
    RecordKind, RecordView,
};
pub use reference::{Leaves, Reference};
pub use source::{Mention, Source, sources_named};
pub use spelling::{fold, latin, nearest};
pub use tour::{
    StepCallout, StepCentre, StepKind, StepLayer, StepTransition, StepView, Tour, TourStep,
};
pub use unit::{Arm, Echelon, Fix, FixKind, Qualifier, Strength, StrengthUnit, Unit};
pub use wording::{AtlasTexts, PALETTE_SLOTS, PaletteSlot, ScaleUnit, UnknownSlot};
pub use words::{Case, Declensions, FULL_STOPS, Forms, Phrases, Words, without_full_stop, word};
