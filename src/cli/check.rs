//! `travaux check`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Check drafts, comments, answers, records and the schedule against each other
///
/// Files that are not in form stop every command (exit status 2). `check` names what is in form but looks wrong or
/// unfinished: quotations that are not there, answers that the text does not bear out, comments without an answer when
/// the next version is out, paragraphs in one language only, texts touched after circulation, dates that contradict
/// each other. Exit status 1 where there are findings; remarks are only worth knowing.
///
/// `--milestones` asks about dates only, for a job that runs every day: exit status 1 where something is overdue, is
/// not recorded as held, or will be due within the days named.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux check
  travaux check --format json
  travaux check --milestones --within 14 --format json")]
pub(super) struct Args {
    /// Ask about dates only: what is overdue or due today
    #[arg(long)]
    milestones: bool,

    /// With `--milestones`: what is due within so many days, too
    #[arg(
        long,
        value_name = "DAYS",
        requires = "milestones",
        default_value_t = 0,
        hide_default_value = true
    )]
    within: u32,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let report = if args.milestones { desk.check_milestones(args.within)? } else { desk.check()? };
    ui.show(&report)?;
    Ok(Outcome::findings_if(!report.findings.is_empty()))
}
