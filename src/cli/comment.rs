//! `travaux comment`

use crate::cli::ui::{Outcome, Ui};
use crate::cli::words::word;
use crate::comment::{Action, Kind};
use crate::desk::{Desk, Remark};
use crate::error::Result;

/// Cut a comment from a statement, or correct how one was read
///
/// A delegation's words are never edited: `add` puts a further comment beside a statement that was received whole,
/// and `correct` changes only the reading: place, type, action, what it supports.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux comment add XAA-r4 --paragraph 12 --stated \"the words of the statement\"
  travaux comment add XAA-r4 --paragraph D2 --quote \"should exercise\" --proposal \"must exercise\"
  travaux comment correct XAA-r4-3 --paragraph D2 --type editorial")]
pub(super) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Add a comment to a submission
    Add {
        /// The submission, as in `XAA-r4`, or a delegation
        submission: String,
        /// The words of the text that it quotes
        #[arg(long, value_name = "WORDS")]
        quote: Option<String>,
        /// The wording it asks for
        #[arg(long, value_name = "WORDS")]
        proposal: Option<String>,
        /// The view, or the reason
        #[arg(long, value_name = "WORDS")]
        comment: Option<String>,
        /// The words of the statement from which it is cut
        #[arg(long, value_name = "WORDS")]
        stated: Option<String>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Correct how a comment was read
    Correct {
        /// The comment
        comment: String,
        #[command(flatten)]
        reading: Reading,
    },
}

/// How a comment is read.
#[derive(Debug, clap::Args)]
struct Reading {
    /// The paragraph by id or number, `D2..D4` for neighbours, several with commas, or `all`
    #[arg(long, short, value_name = "PARAGRAPH")]
    paragraph: Option<String>,

    /// The paragraph as the delegation cited it
    #[arg(long, value_name = "WORDS")]
    cited: Option<String>,

    /// What sort of comment it is
    #[arg(long = "type", value_name = "TYPE", value_parser = word(Kind::WORDS))]
    kind: Option<Kind>,

    /// What it asks
    #[arg(long, value_name = "ACTION", value_parser = word(Action::WORDS))]
    action: Option<Action>,

    /// After which passage a `move` should put the text
    #[arg(long, value_name = "PARAGRAPH")]
    to: Option<String>,

    /// The comment in the original language
    #[arg(long, value_name = "WORDS")]
    translation: Option<String>,

    /// The guiding question answered
    #[arg(long, value_name = "QUESTION")]
    question: Option<String>,

    /// Comments that it says it supports
    #[arg(long, value_name = "COMMENT", value_delimiter = ',')]
    supports: Vec<String>,

    /// Comments that it answers
    #[arg(long, value_name = "COMMENT", value_delimiter = ',')]
    reacts_to: Vec<String>,

    /// Write the file and make no commit
    #[arg(long)]
    no_commit: bool,
}

impl Reading {
    fn remark(&self) -> Remark {
        Remark {
            paragraph: self.paragraph.clone(),
            cited: self.cited.clone(),
            kind: self.kind,
            action: self.action,
            to: self.to.clone(),
            translation: self.translation.clone(),
            question: self.question.clone(),
            supports: self.supports.clone(),
            reacts_to: self.reacts_to.clone(),
            commit: !self.no_commit,
            ..Remark::default()
        }
    }
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let done = match &args.act {
        Act::Add { submission, quote, proposal, comment, stated, reading } => desk.add_comment(
            submission,
            &Remark {
                quote: quote.clone(),
                proposal: proposal.clone(),
                comment: comment.clone(),
                stated: stated.clone(),
                ..reading.remark()
            },
        )?,
        Act::Correct { comment, reading } => desk.correct_comment(comment, &reading.remark())?,
    };
    ui.show(&done)?;
    Ok(Outcome::Done)
}
