//! `travaux held`

use chrono::NaiveDate;

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Record that a round was held
///
/// Writes comments/<workstream>/<round>/round.toml and makes one commit. A round that is over counts as done only
/// once it is on record. The days are those of schedule.toml unless others are named.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux held r4
  travaux held aid/r5
  travaux held ict/r4 --start 2026-05-04 --end 2026-05-05")]
pub(super) struct Args {
    /// The round, with its workstream where several could be meant
    round: String,

    /// The first day on which it was held [default: as planned]
    #[arg(long, value_name = "DATE")]
    start: Option<NaiveDate>,

    /// The last day [default: as planned]
    #[arg(long, value_name = "DATE")]
    end: Option<NaiveDate>,

    /// Write the record and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.held(&args.round, args.start, args.end, !args.no_commit)?)?;
    Ok(Outcome::Done)
}
