//! `travaux respond`

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::cli::chosen::Chosen;
use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::comment::Reply;
use crate::desk::{Answering, Desk, RespondAsked, Selection};
use crate::error::{Error, Result};
use crate::intake::bytes_of;

/// Put the co-chairs' answer to comments on file
///
/// Comments are named, or chosen with the filters of `travaux matrix`: then those are answered that have no answer yet.
/// `not-reflected` and `out-of-scope` ask for a reason, `reflected` and `partly-reflected` for the paragraphs that show
/// it, `duplicate` for the other comment. With `--from`, the answers of a matrix that was filled in are taken: only rows
/// that changed, each known by its hidden column and not by where it stands; a row whose answer was changed on file since
/// is shown and not taken. One commit for all. Exit status 1 where a row was not taken.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux respond XAA-r4-3 --outcome reflected --paragraphs D2
  travaux respond XAA-r4-3 XAB-r4-2 --outcome noted
  travaux respond --paragraph D2 --type practice --outcome noted --dry-run
  travaux respond XAB-r4-2 --outcome duplicate --see XAA-r4-3
  travaux respond --from matrix.xlsx")]
pub(super) struct Args {
    /// Comments
    #[arg(value_name = "COMMENT", conflicts_with = "from")]
    comments: Vec<String>,

    /// A comment matrix that was filled in (XLSX, CSV)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["outcome", "response", "paragraphs", "see", "again"])]
    from: Option<PathBuf>,

    /// What became of them, as files write it or as it is read on screen
    #[arg(long, value_name = "OUTCOME", required_unless_present = "from")]
    outcome: Option<String>,

    /// What the co-chairs say
    #[arg(long, value_name = "WORDS")]
    response: Option<String>,

    /// The paragraphs that show it, by id or number
    #[arg(long, alias = "shown-in", value_name = "PARAGRAPHS", value_delimiter = ',', num_args = 1..)]
    paragraphs: Vec<String>,

    /// The comment they are answered together with
    #[arg(long, value_name = "COMMENT")]
    see: Option<String>,

    /// Answer comments on this paragraph or section
    #[arg(long, short, value_name = "PARAGRAPH")]
    paragraph: Option<String>,

    /// Answer comments made on this version
    #[arg(long, value_name = "VERSION")]
    made_on: Option<String>,

    #[command(flatten)]
    chosen: Chosen,

    /// With filters: answer those too that have an answer
    #[arg(long)]
    again: bool,

    /// The version that answers [default: the one being prepared]
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,

    /// The day of the decision [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,

    /// Show what would be written, and write nothing
    #[arg(long, short = 'n')]
    dry_run: bool,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let answering = Answering {
        version: args.version.clone(),
        on: args.on,
        dry_run: args.dry_run,
        commit: !args.no_commit,
    };
    let chosen =
        Selection { paragraph: args.paragraph.clone(), on: args.made_on.clone(), ..args.chosen.selection() };
    let report = match &args.from {
        Some(_) if !chosen.is_all() => {
            return Err(Error::refused(
                "`--from` takes the rows of a matrix, and filters choose comments",
                "filter when the matrix is made: `travaux matrix` takes the same filters",
            ));
        }
        Some(file) => {
            desk.respond_from(&file.display().to_string(), &bytes_of(&options.path(file))?, &answering)?
        }
        None => desk.respond(&asked(args, chosen, answering)?)?,
    };
    ui.show(&report)?;
    Ok(Outcome::findings_if(report.has_findings()))
}

/// One answer, to comments that are either named or chosen.
fn asked(args: &Args, chosen: Selection, answering: Answering) -> Result<RespondAsked> {
    let chosen = match (args.comments.is_empty(), chosen.is_all()) {
        (false, true) => None,
        (true, false) => Some(chosen),
        (false, false) => {
            return Err(Error::refused(
                "comments are named and chosen at once",
                "filters such as `--paragraph` choose comments; where the text shows it is said with `--paragraphs`",
            ));
        }
        (true, true) => {
            return Err(Error::refused(
                "no comment is named",
                "name comments, as in `travaux respond XAA-r4-3`, or choose them, as with `--paragraph D2`",
            ));
        }
    };
    Ok(RespondAsked {
        comments: args.comments.clone(),
        chosen,
        reply: Reply {
            outcome: args.outcome.clone().unwrap_or_default(),
            response: args.response.clone().unwrap_or_default(),
            shown: args.paragraphs.join(", "),
            see: args.see.clone().unwrap_or_default(),
        },
        again: args.again,
        answering,
    })
}
