//! `travaux check`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Check drafts, comments, answers and records against each other
///
/// Files that are not in form stop every command (exit status 2). `check` names what is in form but looks wrong or
/// unfinished: quotations that are not there, paragraphs in one language only, texts touched after circulation.
/// Exit status 1 where there are findings.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux check
  travaux check --format json")]
pub(super) struct Args {}

pub(super) fn run(_args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let report = desk.check()?;
    ui.show(&report)?;
    Ok(Outcome::findings_if(!report.findings.is_empty()))
}
