//! `travaux adopt`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{AdoptAsked, Desk};
use crate::error::Result;

/// Put proposals into the version being prepared
///
/// A three-way merge on words: the text the comment was made on, the text as it is now, and the proposal. What was
/// changed since in the same words, or in words beside them, is a collision: it is shown, nothing is written, and the
/// exit status is 1. `add` makes a new paragraph after the one the comment speaks of (in a section, at its end),
/// `move` moves the paragraph, `delete` takes words or paragraphs out. Several comments are put in one after the
/// other, in one commit.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux adopt XAA-r4-3
  travaux adopt XAA-r4-3 XFG-r4-3 XAB-r4-2
  travaux adopt XAA-r4-3 --into second --dry-run")]
pub(super) struct Args {
    /// Comments, in the order in which they are put in
    #[arg(required = true, value_name = "COMMENT")]
    comments: Vec<String>,

    /// The version [default: the newest]
    #[arg(long, value_name = "VERSION")]
    into: Option<String>,

    /// The language of the text [default: the one the comment is worded in]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Show what would change, and write nothing
    #[arg(long, short = 'n')]
    dry_run: bool,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let report = desk.adopt(&AdoptAsked {
        comments: args.comments.clone(),
        into: args.into.clone(),
        language: args.language.clone(),
        dry_run: args.dry_run,
        commit: !args.no_commit,
    })?;
    ui.show(&report)?;
    Ok(Outcome::findings_if(!report.collisions.is_empty()))
}
