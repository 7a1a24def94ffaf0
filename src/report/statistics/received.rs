//! What was received, counted in every way.

use serde::Serialize;

use crate::comment::RoundId;
use crate::report::{Cited, RoundFigures};
use crate::text::counted;

/// What was received, in one round or in several, counted in every way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceivedFigures {
    /// The round; absent for all together.
    pub round: Option<RoundId>,
    /// The figures that stand on the front page too.
    #[serde(flatten)]
    pub figures: RoundFigures,
    /// Comments of submissions that were taken back.
    pub withdrawn: usize,
    /// Comments of submissions that a later one replaced.
    pub replaced: usize,
    /// Authors by kind of participant.
    pub participants: Vec<Counted>,
    /// Comments by type.
    pub types: Vec<Counted>,
    /// Comments by what they ask.
    pub actions: Vec<Counted>,
    /// Comments by outcome.
    pub outcomes: Vec<Counted>,
    /// Submissions by language.
    pub languages: Vec<Counted>,
    /// Comments by the guiding question they answer.
    pub questions: Vec<Counted>,
    /// Passages by the number of comments that speak of them; items with their paragraph.
    pub passages: Vec<PassageFigures>,
    /// Paragraphs of which nobody spoke.
    pub without_comments: Vec<WithoutComments>,
    /// Comments on the whole text.
    pub whole_text: usize,
    /// Comments whose place a person has to say.
    pub apart: usize,
}

/// Something counted. Whatever was not met at all is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// What.
    pub name: String,
    /// How often.
    pub count: usize,
}

/// One passage in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageFigures {
    /// The version on which the comments were made.
    pub version: String,
    /// The passage.
    #[serde(flatten)]
    pub cited: Cited,
    /// Comments that speak of it.
    pub comments: usize,
    /// Their authors, each once.
    pub delegations: usize,
    /// Those among the comments that are kept for further discussion.
    pub further: usize,
}

/// The paragraphs of a version of which nobody spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithoutComments {
    /// The version.
    pub version: String,
    /// The paragraphs.
    pub passages: Vec<Cited>,
}

/// Passages that the page shows.
const MOST: usize = 10;

impl Counted {
    /// So many of something.
    pub fn new(name: impl Into<String>, count: usize) -> Counted {
        Counted { name: name.into(), count }
    }

    /// Those that were met at all.
    pub fn some(counted: impl Iterator<Item = Counted>) -> Vec<Counted> {
        counted.filter(|one| one.count > 0).collect()
    }
}

impl ReceivedFigures {
    /// The figures that are not counted by anything, each with its name.
    pub(super) fn plain(&self) -> Vec<(&'static str, String)> {
        let figures = &self.figures;
        let share = match figures.comments {
            0 => "–".to_owned(),
            all => format!("{} ({}%)", figures.answered, figures.answered * 100 / all),
        };
        let late = figures.late.map_or("–".to_owned(), |late| late.to_string());
        let mut plain = vec![
            ("Submissions", figures.submissions.to_string()),
            ("Delegations", figures.delegations.to_string()),
            ("States covered", figures.states_covered.to_string()),
            ("Comments", figures.comments.to_string()),
            ("Answered", share),
            ("Late", late),
            ("After the round", figures.after_the_round.to_string()),
        ];
        plain.extend([
            ("Withdrawn", self.withdrawn.to_string()),
            ("Replaced", self.replaced.to_string()),
            ("On the whole text", self.whole_text.to_string()),
            ("To be placed", self.apart.to_string()),
        ]);
        plain
    }

    pub(super) fn most_spoken_of(&self) -> Vec<String> {
        let most = self.passages.iter().take(MOST);
        most.map(PassageFigures::sentence).collect()
    }
}

impl PassageFigures {
    /// `[4] A2: 5 comments from 5 delegations`
    pub fn sentence(&self) -> String {
        format!(
            "{}: {} from {}",
            self.cited.both(),
            counted(self.comments, "comment"),
            counted(self.delegations, "delegation")
        )
    }
}

/// A group of rows: its name, and what it counts of a round.
pub(super) type Group = (&'static str, fn(&ReceivedFigures) -> &[Counted]);

pub(super) const GROUPS: [Group; 6] = [
    ("Authors", |round| &round.participants),
    ("Language of submissions", |round| &round.languages),
    ("Type", |round| &round.types),
    ("Asks to", |round| &round.actions),
    ("Outcome", |round| &round.outcomes),
    ("Answers question", |round| &round.questions),
];

/// `state` and `states`, as they are counted in different rounds.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let stem = |name: &str| name.trim_end_matches('s').replace("groups of", "group of");
    one == other || stem(one) == stem(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_of_a_kind_are_one_row() {
        assert!(same_name("state", "states") && same_name("group of states", "groups of states"));
        assert!(!same_name("en", "es") && !same_name("add", "amend"));
    }
}
