//! `travaux statistics`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show a workstream in figures: rounds, comments and versions
///
/// Counted are submissions, comments, delegations and states; comments by type, by what they ask, by outcome, by
/// paragraph and by guiding question; and for each version its paragraphs, its words and what changed. What each figure
/// means is printed with it, and each agrees with what `travaux comments` lists.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux statistics
  travaux statistics ict --round r4
  travaux statistics --version second
  travaux statistics --output statistics.xlsx")]
pub(super) struct Args {
    /// The workstream [default: the default one]
    #[arg(value_name = "WORKSTREAM")]
    workstream: Option<String>,

    /// Only what was received in this round
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// Only comments on this version
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,

    /// Count the brackets of the compiled text too
    #[arg(long)]
    brackets: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let (workstream, round) = (args.workstream.as_deref(), args.round.as_deref());
    ui.show(&desk.statistics(workstream, round, args.version.as_deref(), args.brackets)?)?;
    Ok(Outcome::Done)
}
