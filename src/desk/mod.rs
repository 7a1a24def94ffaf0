//! One method a question: joins what the store holds with what the verbs work out.

mod carrying;
mod check;
mod circulate;
mod comments;
mod compare;
mod comparison;
mod concordance;
mod desk;
mod form;
mod held;
mod history;
mod import;
mod init;
mod life;
mod place;
mod receive;
mod remark;
mod selection;
mod start;
mod stated;
mod status;
mod text;
mod timeline;

pub use circulate::Circulation;
pub use compare::compare;
pub use desk::Desk;
pub use import::{Decisions, Import, decisions};
pub use init::{NewWorkspace, init};
pub use place::PlaceAsked;
pub use receive::{Receive, Sent};
pub use remark::Remark;
pub use selection::Selection;
