//! The text under consultation: paragraphs with lasting ids, in versions and languages.

mod draft;
mod giving;
mod glossary;
mod id;
mod joined;
mod language_names;
mod markup;
mod names;
mod numbering;
mod paragraph;
mod parse;
mod print;
mod record;

pub use draft::Draft;
pub use giving::Giver;
pub use glossary::{Glossary, Term};
pub use id::{ID_GRAMMAR, Level, ParagraphId};
pub use joined::{BREAK, Joined};
pub use names::{Language, NAME_GRAMMAR, VersionId, VersionName, WorkstreamId};
pub use numbering::Numbering;
pub use paragraph::Paragraph;
pub use record::{Issued, Published, Sent, VersionRecord};
