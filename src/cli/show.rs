//! `travaux show`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Desk, ShowAsked};
use crate::error::Result;

/// Print a version, or one paragraph of it
///
/// The newest version where none is named. A section is shown with all its paragraphs, a paragraph with its items.
/// Written to a .docx it is a Word document with numbered paragraphs, whose ids travel with it as hidden bookmarks.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux show first
  travaux show first D2
  travaux show 12 --language zh
  travaux show second@2026-05-20 D
  travaux show aid/first
  travaux show first --beside zh --output first.docx
  travaux show first --comments --output first-with-comments.docx")]
pub(super) struct Args {
    /// A version, a paragraph by id or number, or a version and a paragraph
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The language [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Show the same text in this language beside it
    #[arg(long, value_name = "CODE")]
    beside: Option<String>,

    /// Show the comments made on it; in Word, on their words
    #[arg(long)]
    comments: bool,

    /// Show the comments on earlier versions too, where they stand now
    #[arg(long)]
    carried: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let asked = ShowAsked {
        names: args.names.clone(),
        language: args.language.clone(),
        beside: args.beside.clone(),
        comments: args.comments,
        carried: args.carried,
    };
    ui.show(&desk.show(&asked)?)?;
    Ok(Outcome::Done)
}
