//! `travaux carry`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show where the comments on earlier versions stand in a later one
///
/// The words a comment quotes are carried through the redline of its own paragraph's heirs, never searched for
/// elsewhere. `exact`: the very words; `amended`: what they became; `paragraph`: the words are gone, the paragraph
/// lives; `ambiguous`, `orphaned`, `unplaced`: a person has to say; `placed`: a person has said. Exit status 1
/// where a person is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux carry
  travaux carry second
  travaux carry final --from first --unplaced")]
pub(super) struct Args {
    /// The later version [default: the newest]
    version: Option<String>,

    /// Only the comments made on this version
    #[arg(long, value_name = "VERSION")]
    from: Option<String>,

    /// Only those whose place a person has to say
    #[arg(long)]
    unplaced: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let report = desk.carry(args.version.as_deref(), args.from.as_deref(), args.unplaced)?;
    ui.show(&report)?;
    Ok(Outcome::findings_if(report.for_a_person > 0))
}
