//! `travaux collisions`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Show where proposals want different words in the same place
///
/// Proposals collide where their words overlap, or have nothing but space between them, and differ; what some would
/// change and others ask to keep collides too, and so do different new paragraphs in the same place. Each side is
/// shown with its words and with those who are behind it, each pair with the words that both want. Wordings that are
/// like each other are shown as such, with the measure; support is only what a delegation said.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux collisions first
  travaux collisions first D2
  travaux collisions D2
  travaux collisions first --language zh --format markdown")]
pub(super) struct Args {
    /// A version, a paragraph or section, or both [default: the newest version commented on]
    #[arg(value_name = "NAME", num_args = 0..=2)]
    names: Vec<String>,

    /// The language of the text [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Only the comments of this round, where they stand in the version
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// The comments on earlier versions too, where they stand now
    #[arg(long, conflicts_with = "round")]
    carried: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.collisions(&args.names, args.language.as_deref(), args.round.as_deref(), args.carried)?)?;
    Ok(Outcome::Done)
}
