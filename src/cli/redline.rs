//! `travaux redline`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Desk, Marking};
use crate::error::Result;

/// Show what changed between two versions, word by word
///
/// Without names, the newest version is compared with the one it continues; with one, that version with the
/// newest. Lineage is followed through the versions between. Words put in and taken out are marked by signs as
/// well as by colour: {+put in+} and [-taken out-].
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux redline first second
  travaux redline first final D2
  travaux redline first second --language zh
  travaux redline first second --side-by-side
  travaux redline second@HEAD~3 second
  travaux redline D2")]
pub(super) struct Args {
    /// The earlier version, the later version, and a paragraph by id or number; each may be left out
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The language compared [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Show both versions side by side
    #[arg(long)]
    side_by_side: bool,

    /// Show unchanged paragraphs too
    #[arg(long)]
    all: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let marking = Marking { all: args.all, side_by_side: args.side_by_side, tracked: ui.is_document() };
    ui.show(&desk.redline(&args.names, args.language.as_deref(), marking)?)?;
    Ok(Outcome::Done)
}
