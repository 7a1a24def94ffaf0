//! `travaux withdraw`

use chrono::NaiveDate;

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Record that a delegation took a comment or a submission back
///
/// Nothing is removed: what was said stays on file, marked as withdrawn, and no answer is owed any more. A submission
/// is named by its file and its round, as in `XAA-r4` or `XAA-2-r4`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux withdraw XAA-r4-3
  travaux withdraw XAA-r4 --on 2026-05-11")]
pub(super) struct Args {
    /// Comments or submissions
    #[arg(required = true)]
    names: Vec<String>,

    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.withdraw(&args.names, args.on, !args.no_commit)?)?;
    Ok(Outcome::Done)
}
