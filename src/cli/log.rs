//! `travaux log`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show a paragraph's life, or the versions and revisions of a text
///
/// With a paragraph: each version and revision in which its words changed, newest first, who committed, the
/// redline of each step, and the comments that asked for it. Without: all versions and revisions of the
/// workstream's text.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux log D2
  travaux log 12
  travaux log
  travaux log ict")]
pub(super) struct Args {
    /// A paragraph, by id or number; or a workstream
    name: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    match args.name.as_deref() {
        Some(name) if !desk.is_workstream(name) => ui.show(&desk.life(name)?)?,
        workstream => ui.show(&desk.log(workstream)?)?,
    }
    Ok(Outcome::Done)
}
