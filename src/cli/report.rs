//! `travaux report`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Write a page to send on
///
/// `milestones`: one page for a ministry. Planned and actual dates with their evidence, the last round in figures,
/// risks, and what is due from whom; workstreams that stand alike share a line. The picture of the dates is
/// `travaux schedule --format svg`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux report milestones
  travaux report milestones ict --as-at 2026-05-12
  travaux report milestones --output milestones.html")]
pub(super) struct Args {
    /// Which page
    #[arg(value_enum)]
    page: Page,

    /// One workstream only
    workstream: Option<String>,
}

/// A page to send on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Page {
    /// Planned and actual dates, with evidence
    Milestones,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    match args.page {
        Page::Milestones => ui.show(&desk.milestones(args.workstream.as_deref())?)?,
    }
    Ok(Outcome::Done)
}
