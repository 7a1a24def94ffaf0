//! `travaux schedule`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show rounds and milestones, and how they stand
///
/// Every round, circulation and deadline: planned, on record, and its standing on the day. What was not announced
/// is shown as not announced; nobody types "done".
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux schedule
  travaux schedule aid
  travaux schedule --agenda
  travaux schedule --as-at 2026-06-10 --format markdown")]
pub(super) struct Args {
    /// One workstream only
    workstream: Option<String>,

    /// Show sessions, guiding questions and rules of conduct too
    #[arg(long)]
    agenda: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.schedule(args.workstream.as_deref(), args.agenda)?)?;
    Ok(Outcome::Done)
}
