//! `travaux save`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Keep hand edits: one commit of schedule, drafts and comments
///
/// Every file must be in form. Nothing outside schedule.toml, drafts and comments is committed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux save
  travaux save -m \"Soften D2 after the fourth round\"")]
pub(super) struct Args {
    /// What was done, in a few words
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.save(args.message.as_deref())?)?;
    Ok(Outcome::Done)
}
