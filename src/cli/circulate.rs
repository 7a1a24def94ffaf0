//! `travaux circulate`

use chrono::NaiveDate;

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Circulation, Desk};
use crate::error::Result;

/// Freeze a version, and record that it was sent and published
///
/// Issues the version in every language that has a text, or in those named: writes version.toml with the digests of
/// the files, commits, and sets an annotated tag. A circulation counts as done when issued, sent and published are
/// all on record; each can be recorded by the same act or a later one.
///
/// A version does not go out while comments on earlier ones have no answer or no place in it, unless `--despite`
/// says why; the reason goes on record and into the commit and its tag, and `status` and `check` show it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux circulate second
  travaux circulate second --sent \"all States\" --published https://example.org/second
  travaux circulate second --language zh --on 2026-06-08
  travaux circulate second --despite \"announced for 1 June; the answers follow\"")]
pub(super) struct Args {
    /// The version
    version: String,

    /// Issue this language (can be repeated) [default: all that have a text and are not out]
    #[arg(long, short, value_name = "CODE")]
    language: Vec<String>,

    /// The day it happened [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,

    /// Record to whom it was sent
    #[arg(long, value_name = "ADDRESSEES")]
    sent: Option<String>,

    /// Record where it was published
    #[arg(long, value_name = "URL")]
    published: Option<String>,

    /// Circulate it though comments wait for an answer or a place, and say why
    #[arg(long, value_name = "REASON")]
    despite: Option<String>,

    /// Write the record and make neither commit nor tag
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let asked = Circulation {
        version: args.version.clone(),
        languages: args.language.clone(),
        on: args.on,
        sent: args.sent.clone(),
        published: args.published.clone(),
        despite: args.despite.clone(),
    };
    ui.show(&desk.circulate(&asked, !args.no_commit)?)?;
    Ok(Outcome::Done)
}
