//! `travaux compile`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{CompileAsked, Desk};
use crate::error::Result;

/// Fold all wordings asked for on a version into one text with brackets
///
/// Every proposed word stands in the text where it was asked for, with the names of those who ask:
/// `[should / shall – Arendia, Borland]`. A wording that keeps less than half of a paragraph stands as `alt`, a new
/// paragraph as `bis`; identical wordings are taken together, support is shown where it was stated. Comments without
/// wording are counted under each paragraph, and what could not be folded is named with the reason. Comments taken
/// back or replaced are left out and counted. Brackets are counted over the versions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux compile first
  travaux compile ict first --unattributed
  travaux compile first --paragraph D2 --paragraph E
  travaux compile second --round r4
  travaux compile first --language zh --format markdown")]
pub(super) struct Args {
    /// A version, or a workstream and a version [default: the newest version commented on]
    #[arg(value_name = "VERSION", num_args = 0..=2)]
    names: Vec<String>,

    /// Only this paragraph or section, by id or number (can be repeated)
    #[arg(long, short, value_name = "PARAGRAPH")]
    paragraph: Vec<String>,

    /// The language of the text [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Leave names out
    #[arg(long)]
    unattributed: bool,

    /// Only the comments of this round, where they stand in the version
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// The comments on earlier versions too, where they stand now
    #[arg(long, conflicts_with = "round")]
    carried: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.compile(&CompileAsked {
        names: args.names.clone(),
        paragraphs: args.paragraph.clone(),
        language: args.language.clone(),
        round: args.round.clone(),
        carried: args.carried,
        unattributed: args.unattributed,
    })?)?;
    Ok(Outcome::Done)
}
