//! `travaux concordance`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show where each paragraph of one version went in another
///
/// Every paragraph of both versions stands in exactly one row, with what became of it and how many comments spoke
/// of it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux concordance first second
  travaux concordance observations final --format markdown")]
pub(super) struct Args {
    /// The earlier version and the later version; each may be left out
    #[arg(value_name = "VERSION")]
    versions: Vec<String>,

    /// The language compared [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.concordance(&args.versions, args.language.as_deref())?)?;
    Ok(Outcome::Done)
}
