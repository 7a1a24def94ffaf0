//! How sure a link is.

use serde::{Deserialize, Serialize};

use super::model::{CERTAIN, LIKELY};

/// How sure a guessed link is. What is certain is taken without asking a person; `scripts/score-alignment` counts how
/// often that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Less likely than not.
    Doubtful,
    /// Probably right; worth a look.
    Likely,
    /// So likely that a person need not look.
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
