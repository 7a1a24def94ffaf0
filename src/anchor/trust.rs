//! How far a link between two passages is trusted, and how much of a quotation must have been kept.

/// How far it is trusted that a passage continues another.
///
/// Inside a workspace lineage stands in the text and every link is sure. Where it had to be guessed, a link that
/// nothing else vouches for needs the quotation's own words as a witness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Trust {
    /// Said to have moved, although nothing around moved with it and the texts differ: it may be a look-alike.
    Unsupported,
    /// Less likely than not.
    Doubtful,
    /// Probably right.
    Likely,
    /// Stated in the text, or as good as certain.
    #[default]
    Sure,
}

/// Words of which less than this lives on are gone. Of the cases in `scripts/score-anchoring` whose quotation was
/// cut out, none keeps as much; of those that were heavily edited, one in a hundred keeps less. Any figure from 0.12
/// to 0.2 decides them alike.
const GONE: f32 = 0.2;
/// A link that is only probable needs a better witness, and on a doubtful one half must live on, or the link itself is
/// not believed.
const SOME: f32 = 0.4;
const HALF: f32 = 0.5;

impl Trust {
    /// The least share of a quotation that must have been kept for its words to be marked; none is enough where the
    /// link itself cannot be believed.
    pub(super) fn least(self) -> Option<f32> {
        match self {
            Trust::Unsupported => None,
            Trust::Doubtful => Some(HALF),
            Trust::Likely => Some(SOME),
            Trust::Sure => Some(GONE),
        }
    }
}
