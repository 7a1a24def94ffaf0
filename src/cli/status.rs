//! `travaux status`

use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::{Error, Result};

/// Say what stands where today
///
/// The front page: whether the consultation is on schedule and which workstreams are late, what is due next and what
/// is missing for it, what delegations can do now, and one workstream in full: its versions, its rounds, the last one
/// in figures, and what waits for somebody. `travaux` alone, inside a workspace, says the same.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux status
  travaux status aid
  travaux status --as-at 2026-05-12
  travaux status --format json")]
pub(super) struct Args {
    /// The workstream to show in full [default: the default one]
    workstream: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.status(args.workstream.as_deref())?)?;
    Ok(Outcome::Done)
}

/// What `travaux` alone does: the front page inside a workspace, a word of welcome elsewhere.
pub(super) fn alone(options: &Options, ui: &mut Ui) -> Result<Outcome> {
    match options.desk() {
        Ok(desk) => run(&Args { workstream: None }, &desk, ui),
        Err(error @ Error::Refused { .. }) => {
            ui.print("travaux keeps the preparatory works of a consultation: drafts, comments, schedule.\n\n  travaux demo    shows a whole example\n  travaux init    makes this folder a workspace\n  travaux --help  lists all commands\n\n")?;
            Err(error)
        }
        Err(error) => Err(error),
    }
}
