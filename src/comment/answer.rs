//! The co-chairs' disposition of one comment, and where a person put it.

use chrono::NaiveDate;

use crate::comment::kind::words;
use crate::draft::{ParagraphId, VersionId};

words! {
    /// What became of a comment.
    Outcome {
        /// Not decided.
        Open = "open",
        /// Taken up as asked.
        Reflected = "reflected",
        /// Taken up in part, or in other words.
        PartlyReflected = "partly-reflected",
        /// No change asked or needed.
        Noted = "noted",
        /// Considered; the text does not show it.
        NotReflected = "not-reflected",
        /// Kept for the next round.
        FurtherDiscussion = "further-discussion",
        /// Belongs elsewhere.
        OutOfScope = "out-of-scope",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// Handled with another comment.
        Duplicate = "duplicate",
    }
}

impl Outcome {
    /// The outcome as a person reads it.
    pub fn on_screen(self) -> &'static str {
        match self {
            Outcome::Open => "Under consideration",
            Outcome::Reflected => "Reflected",
            Outcome::PartlyReflected => "Partly reflected",
            Outcome::Noted => "Noted",
            Outcome::NotReflected => "Not reflected",
            Outcome::FurtherDiscussion => "For further discussion",
            Outcome::OutOfScope => "Outside this workstream",
            Outcome::Withdrawn => "Withdrawn",
            Outcome::Duplicate => "Same as another",
        }
    }

    /// The outcome that a person names, by its word in the files or as it is read on screen.
    pub fn named(typed: &str) -> Option<Outcome> {
        let typed = spoken(typed);
        let known = Outcome::WORDS.iter().map(|(_, outcome)| *outcome);
        known
            .into_iter()
            .find(|outcome| typed == spoken(outcome.word()) || typed == spoken(outcome.on_screen()))
    }

    /// The outcome with which a text begins, and the rest.
    pub fn led(text: &str) -> Option<(Outcome, &str)> {
        let names = Outcome::WORDS
            .iter()
            .flat_map(|(word, outcome)| [*word, outcome.on_screen()].map(|name| (name.len(), *outcome)));
        let begins = |(length, outcome): &(usize, Outcome)| {
            let (head, rest) = (text.get(..*length), text.get(*length..));
            let apart = rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
            apart && head.and_then(Outcome::named) == Some(*outcome)
        };
        let (length, outcome) = names.filter(begins).max_by_key(|(length, _)| *length)?;
        Some((outcome, &text[length..]))
    }

    /// Whether it must say where the text shows it.
    pub fn asks_for_paragraphs(self) -> bool {
        matches!(self, Outcome::Reflected | Outcome::PartlyReflected)
    }

    /// Whether it must say why.
    pub fn asks_for_response(self) -> bool {
        matches!(self, Outcome::NotReflected | Outcome::OutOfScope)
    }
}

/// A name without regard to capitals, hyphens and spaces at its edges.
fn spoken(name: &str) -> String {
    name.trim().trim_end_matches('.').replace('-', " ").to_lowercase()
}

/// All the co-chairs put on file about one comment: `answers/XAA-3.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// One for each version that answers it; the last one stands.
    pub answers: Vec<Answer>,
    /// One for each version in which a person placed it.
    pub placements: Vec<Placement>,
}

/// The co-chairs' answer to one comment in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The version that answers.
    pub version: VersionId,
    /// What became of the comment.
    pub outcome: Outcome,
    /// Where the text shows it.
    pub paragraphs: Vec<ParagraphId>,
    /// What the co-chairs say.
    pub response: Option<String>,
    /// The comment it is answered together with.
    pub see: Option<String>,
    /// The day it was decided.
    pub decided: NaiveDate,
}

/// Where a person put a comment when the tool could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The version in which it was placed.
    pub version: VersionId,
    /// The passage; absent where the person decided that no passage continues it.
    pub paragraph: Option<ParagraphId>,
    /// The words, where not the whole passage is meant.
    pub quote: Option<String>,
    /// Who decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

impl Answers {
    /// The answer that stands.
    pub fn standing(&self) -> Option<&Answer> {
        self.answers.last()
    }

    /// Puts an answer on file: in the place of the one of the same version, or before those of `later` versions, so that
    /// the last one stands.
    pub fn put(&mut self, answer: Answer, later: impl Fn(&VersionId) -> bool) {
        self.answers.retain(|known| known.version != answer.version);
        let at = self.answers.iter().position(|known| later(&known.version)).unwrap_or(self.answers.len());
        self.answers.insert(at, answer);
    }

    /// The placement for one version.
    pub fn placement(&self, version: &VersionId) -> Option<&Placement> {
        self.placements.iter().rev().find(|placement| placement.version == *version)
    }

    /// What was on file at the end of a day.
    pub fn as_at(&self, day: NaiveDate) -> Answers {
        let mut then = self.clone();
        then.answers.retain(|answer| answer.decided <= day);
        then.placements.retain(|placement| placement.on <= day);
        then
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_named_by_its_word_or_as_it_is_read() {
        for (word, outcome) in Outcome::WORDS {
            assert_eq!(Outcome::named(word), Some(*outcome));
            assert_eq!(Outcome::named(&outcome.on_screen().to_uppercase()), Some(*outcome));
        }
        assert_eq!(Outcome::named(" partly reflected. "), Some(Outcome::PartlyReflected));
        assert_eq!(Outcome::named("accepted"), None);
    }

    #[test]
    fn a_later_answer_goes_on_standing() {
        let version = |name: &str| VersionId::parse(name).expect("a name");
        let answer = |name: &str, outcome| Answer {
            version: version(name),
            outcome,
            paragraphs: Vec::new(),
            response: None,
            see: None,
            decided: NaiveDate::default(),
        };
        let mut answers = Answers::default();
        let later =
            |than: &'static str| move |other: &VersionId| *other == version("final") && than != "final";
        answers.put(answer("final", Outcome::Noted), later("final"));
        answers.put(answer("second", Outcome::Open), later("second"));
        answers.put(answer("second", Outcome::NotReflected), later("second"));
        let outcomes: Vec<Outcome> = answers.answers.iter().map(|answer| answer.outcome).collect();
        assert_eq!(outcomes, [Outcome::NotReflected, Outcome::Noted]);
    }
}
