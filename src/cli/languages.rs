//! `travaux languages`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Hold the translations of a version against its original
///
/// Shown is where they differ, as far as that can be seen: passages and points that one language lacks, numbers and
/// dates, words of obligation and recommendation, terms of the glossary, and what the original changed after the
/// translation. Each is a doubt for a lawyer-linguist and no fault, so that the exit status is 0.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux languages
  travaux languages first
  travaux languages second D2
  travaux languages final --language zh --format markdown")]
pub(super) struct Args {
    /// A version, or a workstream, and then perhaps a paragraph or section [default: the newest version]
    #[arg(value_name = "NAME", num_args = 0..=2)]
    names: Vec<String>,

    /// Only this translation
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.languages(&args.names, args.language.as_deref())?)?;
    Ok(Outcome::Done)
}
