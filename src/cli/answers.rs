//! `travaux answers`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{AnswersAsked, Desk};
use crate::error::Result;

/// Show what became of the comments of a delegation
///
/// Each comment with its words, where its paragraph went, what the co-chairs answered, how much of what it asks for
/// stands in the text, and the redline of its paragraph in the newest version, or in the one named. What several
/// delegations made together is shown for each of them. Without a delegation, one row for each of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux answers XAA
  travaux answers Arendia ict --round r4
  travaux answers XAA --in second --output XAA.html
  travaux answers XAA --format xlsx > XAA.xlsx
  travaux answers")]
pub(super) struct Args {
    /// The delegation, by code or name
    delegation: Option<String>,

    /// Only the texts of this workstream
    workstream: Option<String>,

    /// Only comments received in this round
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// Only comments made on this version
    #[arg(long, value_name = "VERSION")]
    on: Option<String>,

    /// As they stand in this version [default: the newest]
    #[arg(long = "in", value_name = "VERSION")]
    within: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let alone = args.delegation.clone().filter(|name| args.workstream.is_none() && desk.is_workstream(name));
    let asked = AnswersAsked {
        delegation: args.delegation.clone().filter(|_| alone.is_none()).unwrap_or_default(),
        workstream: alone.or_else(|| args.workstream.clone()),
        round: args.round.clone(),
        on: args.on.clone(),
        within: args.within.clone(),
    };
    if asked.delegation.is_empty() {
        ui.show(&desk.answered(&asked)?)?;
    } else {
        ui.show(&desk.answers(&asked)?)?;
    }
    Ok(Outcome::Done)
}
