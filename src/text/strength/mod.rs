//! The words by which a text says how strongly it asks: must, should, are encouraged to, may, and what stands for them
//! in the other official languages of the United Nations. Legal advisers read exactly these.
//!
//! `forms` is the table, a language a list; `grammar` says how each language denies them and where such a word says
//! something else; `spaced` finds them in scripts with spaces, `chinese` by the dictionary's words.

mod chinese;
mod forms;
mod grammar;
mod spaced;
#[cfg(test)]
mod tests;
mod traps;

use crate::text::Span;

/// How strongly a text asks for something, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// It has to be done: must, shall.
    Obligation,
    /// It should be done.
    Recommendation,
    /// Somebody is encouraged to do it.
    Encouragement,
    /// It may be done.
    Permission,
}

impl Degree {
    /// Every degree, the strongest first.
    pub const ALL: [Degree; 4] =
        [Degree::Obligation, Degree::Recommendation, Degree::Encouragement, Degree::Permission];

    /// The degree as a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Degree::Obligation => "obligation",
            Degree::Recommendation => "recommendation",
            Degree::Encouragement => "encouragement",
            Degree::Permission => "permission",
        }
    }
}

/// One strength word where it stands. What is denied (`must not`) keeps its degree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrengthWord {
    /// Where it stands, its negation included where that stands beside it.
    pub span: Span,
    /// The form of the table, with its negation: `must not`.
    pub form: String,
    /// How strongly it asks.
    pub degree: Degree,
    /// Whether it asks that something not be done.
    pub denied: bool,
    /// Whether the language has no other word for the next degree, so that it may stand for either: `shall`, 应.
    pub broad: bool,
}

/// The strength words of a text, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strengths {
    /// Those that are counted.
    pub counted: Vec<StrengthWord>,
    /// Those that may or may not say that somebody is asked for something, and are named without being counted:
    /// `essential`, `can`.
    pub doubtful: Vec<(Span, String)>,
}

/// Whether there is a table of strength words for a language, by its code.
pub fn has_strength_words(language: &str) -> bool {
    language == "zh" || grammar::of(language).is_some()
}

/// The strength words of a text in a language; none in a language without a table.
pub fn strengths(language: &str, text: &str) -> Strengths {
    match language {
        "zh" => chinese::find(text),
        other => grammar::of(other).map(|grammar| spaced::find(grammar, text)).unwrap_or_default(),
    }
}
