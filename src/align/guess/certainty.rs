//! How sure a link is.

use serde::{Deserialize, Serialize};

use super::model::{CERTAIN, LIKELY};

/// How sure a guessed link is. A person need not look at the certain ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// One in two may be wrong.
    Doubtful,
    /// Probably right; worth a look.
    Likely,
    /// Wrong in less than one of two hundred.
    Certain,
}

impl Certainty {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Certainty::Doubtful => "doubtful",
            Certainty::Likely => "likely",
            Certainty::Certain => "certain",
        }
    }

    /// Calls a likelihood by its name.
    pub(super) fn of(likelihood: f32) -> Certainty {
        match likelihood {
            sure if sure >= CERTAIN => Certainty::Certain,
            probable if probable >= LIKELY => Certainty::Likely,
            _ => Certainty::Doubtful,
        }
    }
}
