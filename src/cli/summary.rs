//! `travaux summary`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Begin the co-chairs' summary of a round, with figures, paragraphs and dates filled in
///
/// No delegation is named. What only people can write is marked `[to be written]`; `--output summary.md` gives a text to
/// go on with.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux summary r4
  travaux summary ict/r5
  travaux summary r4 --output summary.md")]
pub(super) struct Args {
    /// The round, with its workstream where several could be meant
    #[arg(value_name = "ROUND")]
    round: String,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.summary(&args.round)?)?;
    Ok(Outcome::Done)
}
