//! `travaux comments`

use crate::cli::ui::{Outcome, Ui};
use crate::cli::words::word;
use crate::comment::{Action, Kind, Outcome as Became};
use crate::desk::{Desk, Selection};
use crate::error::Result;

/// List comments, or show one in full
///
/// General comments come first, then those on each paragraph in reading order, by delegation. A comment is shown on
/// the version it was made on, or with `--in`, where it stands in another.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux comments
  travaux comments D2
  travaux comments XAA
  travaux comments XAA-r4-3
  travaux comments --round r4 --unanswered
  travaux comments --search \"due diligence\"
  travaux comments --in second --by delegation --format markdown")]
pub(super) struct Args {
    /// A paragraph by id or number, a delegation by code or name, or one comment
    name: Option<String>,

    /// Made on this version
    #[arg(long, value_name = "VERSION")]
    on: Option<String>,

    /// As they stand in this version
    #[arg(long = "in", value_name = "VERSION")]
    within: Option<String>,

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

    /// With this outcome
    #[arg(long, value_name = "OUTCOME", value_parser = word(Became::WORDS))]
    outcome: Option<Became>,

    /// In this language
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// That say these words, in any of the languages; phrases in quotation marks
    #[arg(long, short, value_name = "WORDS")]
    search: Option<String>,

    /// Received after the deadline, where one was announced
    #[arg(long)]
    late: bool,

    /// Whose passage is gone
    #[arg(long)]
    orphaned: bool,

    /// Without an answer
    #[arg(long)]
    unanswered: bool,

    /// Received after the last day of the round
    #[arg(long)]
    after_the_round: bool,

    /// Whose place a person has to say
    #[arg(long)]
    unplaced: bool,

    /// The order
    #[arg(long, value_enum, default_value_t = By::Paragraph)]
    by: By,
}

/// The order of a list of comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    /// As the text runs
    Paragraph,
    /// By delegation, in alphabetical order of their names
    Delegation,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let name = args.name.as_deref();
    if let Some(comment) = name.filter(|name| desk.is_comment(name)) {
        ui.show(&desk.comment(comment, args.within.as_deref())?)?;
        return Ok(Outcome::Done);
    }
    let (paragraph, delegation) = match name {
        Some(name) if desk.is_delegation(name) => (None, Some(name.to_owned())),
        other => (other.map(str::to_owned), None),
    };
    let selection = Selection {
        paragraph,
        delegation: delegation.or_else(|| args.delegation.clone()),
        on: args.on.clone(),
        within: args.within.clone(),
        round: args.round.clone(),
        question: args.question.clone(),
        kind: args.kind,
        action: args.action,
        outcome: args.outcome,
        language: args.language.clone(),
        search: args.search.clone(),
        late: args.late,
        orphaned: args.orphaned,
        unanswered: args.unanswered,
        after_the_round: args.after_the_round,
        unplaced: args.unplaced,
        by_delegation: args.by == By::Delegation,
    };
    ui.show(&desk.comments(&selection)?)?;
    Ok(Outcome::Done)
}
