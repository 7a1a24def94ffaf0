//! The plan of the consultation: workstreams, versions, rounds, milestones, delegations; and how a
//! planned day stands against what is on record.

mod doubt;
mod held;
mod milestone;
mod parse;
mod participant;
mod plan;
mod print;
mod round;
mod standing;
mod windows;

pub use doubt::Doubt;
pub use held::{Announced, Held, RoundRecord};
pub use milestone::{Due, Milestone, MilestoneKind, Precision};
pub use participant::{Participant, ParticipantKind};
pub use plan::{Question, Rule, Schedule, VersionPlan, Workstream};
pub use round::{Round, Session};
pub use standing::{Evidence, Standing};
pub use windows::{Window, WindowKind};
