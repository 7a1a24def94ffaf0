//! `travaux strength`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Count must, should, may and their like, and show where a should became a must
///
/// The words by which a text asks for something are counted in each version, with what denies them, in English, Arabic,
/// Chinese, French, Russian or Spanish. From each version to the next, whatever became stronger, weaker or was
/// reversed is shown with the words around it, across moves, splits and merges.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux strength
  travaux strength first second
  travaux strength second D2
  travaux strength first final --language zh --all
  travaux strength --output strength.xlsx")]
pub(super) struct Args {
    /// Versions, and then perhaps a paragraph or section; or a workstream [default: all versions]
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The language of the text [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Show the words of every paragraph too
    #[arg(long)]
    all: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.strength(&args.names, args.language.as_deref(), args.all)?)?;
    Ok(Outcome::Done)
}
