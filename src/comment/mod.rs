//! What states said and what the co-chairs answered, never in the same file.

mod answer;
mod bookmark;
mod column;
mod digest;
mod docket;
mod id;
mod kind;
mod origin;
mod parse;
mod place;
mod print;
mod reply;
mod submission;

pub use answer::{Answer, Answers, Outcome, Placement};
pub use bookmark::Bookmark;
pub use column::Column;
pub use docket::Docket;
pub use id::{CommentId, DelegationCode, RoundId};
pub(crate) use kind::words;
pub use kind::{Action, Kind};
pub use origin::Origin;
pub use place::Target;
pub use reply::Reply;
pub use submission::{Attribution, Comment, Form, Source, Submission};
