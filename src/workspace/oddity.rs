//! What was read although it looks wrong.

use crate::error::Problem;

/// Something that stops nothing and that a person should look at: a finding of `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// Its kind, for programs: `number-twice`.
    pub kind: &'static str,
    /// Where it stands and what is wrong.
    pub problem: Problem,
}
