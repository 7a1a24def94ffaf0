//! `travaux place`

use chrono::NaiveDate;

use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Desk, PlaceAsked};
use crate::error::Result;

/// Say where a comment stands, when the program cannot
///
/// Records a person's decision with author and day; the comment stands there in that version and is carried on from
/// there. `--nowhere` says that nothing in the version continues what the comment speaks of. `travaux carry` lists the
/// comments that wait for a person.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux place XAA-r4-3 D2
  travaux place XAA-r4-3 14 --quote \"must exercise\" --in second
  travaux place XAB-r4-2 --nowhere")]
pub(super) struct Args {
    /// The comment
    comment: String,

    /// The passage, by id or number
    #[arg(required_unless_present = "nowhere")]
    paragraph: Option<String>,

    /// The words of the passage that are meant [default: the whole passage]
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,

    /// Nothing in the version continues it
    #[arg(long, conflicts_with_all = ["paragraph", "quote"])]
    nowhere: bool,

    /// The version [default: the newest]
    #[arg(long = "in", value_name = "VERSION")]
    within: Option<String>,

    /// Who decided [default: the name git knows]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// The day of the decision [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,

    /// Write the file and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.place(&PlaceAsked {
        comment: args.comment.clone(),
        paragraph: args.paragraph.clone(),
        quote: args.quote.clone(),
        within: args.within.clone(),
        by: args.by.clone(),
        on: args.on,
        commit: !args.no_commit,
    })?)?;
    Ok(Outcome::Done)
}
