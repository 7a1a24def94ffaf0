//! `travaux start`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Begin the next version as a copy of the one it continues
///
/// Ids are copied, lineage is dropped. Edit the files, mark what continues what (`[D2bis from D2]`), and `save`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux start second
  travaux start aid/second --no-commit")]
pub(super) struct Args {
    /// The version to begin
    version: String,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.start(&args.version, !args.no_commit)?)?;
    Ok(Outcome::Done)
}
