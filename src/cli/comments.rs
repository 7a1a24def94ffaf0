//! `travaux comments`

use crate::cli::chosen::{By, Chosen};
use crate::cli::ui::{Outcome, Ui};
use crate::cli::words::word;
use crate::comment::Outcome as Became;
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

    #[command(flatten)]
    chosen: Chosen,

    /// With this outcome
    #[arg(long, value_name = "OUTCOME", value_parser = word(Became::WORDS))]
    outcome: Option<Became>,

    /// Whose passage is gone
    #[arg(long)]
    orphaned: bool,

    /// Whose place a person has to say
    #[arg(long)]
    unplaced: bool,

    /// The order
    #[arg(long, value_enum, default_value_t = By::Paragraph)]
    by: By,
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
    let chosen = args.chosen.selection();
    let selection = Selection {
        paragraph,
        delegation: delegation.or(chosen.delegation),
        on: args.on.clone(),
        within: args.within.clone(),
        outcome: args.outcome,
        orphaned: args.orphaned,
        unplaced: args.unplaced,
        by_delegation: args.by == By::Delegation,
        ..chosen
    };
    ui.show(&desk.comments(&selection)?)?;
    Ok(Outcome::Done)
}
