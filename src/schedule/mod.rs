//! The plan of the consultation: workstreams, versions, rounds, milestones, delegations; and how a
//! planned day stands against what is on record.

mod held;
mod milestone;
mod parse;
mod participant;
mod plan;
mod print;
mod round;
mod standing;

pub use held::RoundRecord;
pub use milestone::{Due, Milestone, MilestoneKind};
pub use participant::{Participant, ParticipantKind};
pub use plan::{Question, Rule, Schedule, VersionPlan, Workstream};
pub use round::{Round, Session};
pub use standing::{Evidence, Standing};
