//! Which comments are meant, for the commands that ask it.

use crate::cli::words::word;
use crate::comment::{Action, Kind};
use crate::desk::Selection;

/// Filters of comments; all that are given hold together.
#[derive(Debug, clap::Args)]
pub(super) struct Chosen {
    /// From this delegation, or on its behalf
    #[arg(long, short, value_name = "CODE OR NAME")]
    delegation: Option<String>,

    /// Received in this round
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// Answering this guiding question
    #[arg(long, value_name = "QUESTION")]
    question: Option<String>,

    /// Of this type
    #[arg(long = "type", value_name = "TYPE", value_parser = word(Kind::WORDS))]
    kind: Option<Kind>,

    /// Asking for this
    #[arg(long, value_name = "ACTION", value_parser = word(Action::WORDS))]
    action: Option<Action>,

    /// In this language
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// That say these words, in any of the languages; phrases in quotation marks
    #[arg(long, short, value_name = "WORDS")]
    search: Option<String>,

    /// Received after the deadline, where one was announced
    #[arg(long)]
    late: bool,

    /// Without an answer
    #[arg(long)]
    unanswered: bool,

    /// Received after the last day of the round
    #[arg(long)]
    after_the_round: bool,
}

impl Chosen {
    /// The comments that are meant.
    pub(super) fn selection(&self) -> Selection {
        Selection {
            delegation: self.delegation.clone(),
            round: self.round.clone(),
            question: self.question.clone(),
            kind: self.kind,
            action: self.action,
            language: self.language.clone(),
            search: self.search.clone(),
            late: self.late,
            unanswered: self.unanswered,
            after_the_round: self.after_the_round,
            ..Selection::default()
        }
    }
}

/// The order of a list of comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum By {
    /// As the text runs
    Paragraph,
    /// By delegation, in alphabetical order of their names
    Delegation,
}
