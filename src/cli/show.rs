//! `travaux show`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Print a version, or one paragraph of it
///
/// The newest version where none is named. A section is shown with all its paragraphs, a paragraph with its items.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux show first
  travaux show first D2
  travaux show 12 --language zh
  travaux show second@2026-05-20 D
  travaux show aid/first")]
pub(super) struct Args {
    /// A version, a paragraph by id or number, or a version and a paragraph
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The language [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.show(&args.names, args.language.as_deref())?)?;
    Ok(Outcome::Done)
}
