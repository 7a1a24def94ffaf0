//! The ground: words, letters, wrapping, and the grammar of small sentences.
//!
//! Knows nothing of drafts or comments; every function is total.

mod counted;
mod figures;
mod folded;
mod formula;
mod letters;
mod nearest;
mod plain;
mod scripts;
mod search;
mod strength;
mod tokens;
mod wording;
mod wrapping;

pub use counted::{capital, counted, listed, ordinal_day, short_day, short_days, within_sentence};
pub use figures::{Figures, figures};
pub use folded::{folded, is_unseen};
pub use formula::{defused, undefused};
pub use letters::{letters, words};
pub use nearest::nearest;
pub use scripts::{alphanumeric, unspaced};
pub use search::Search;
pub use strength::{Degree, StrengthWord, Strengths, has_strength_words, strengths};
pub use tokens::Terms;
pub use wording::{Worded, Wording};
pub use wrapping::{join_lines, squeezed};

/// A place in one paragraph's text, in bytes, on character boundaries.
pub type Span = std::ops::Range<usize>;
