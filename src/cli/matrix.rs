//! `travaux matrix`

use crate::cli::chosen::{By, Chosen};
use crate::cli::ui::{Outcome, Ui};
use crate::cli::words::word;
use crate::comment::Outcome as Became;
use crate::desk::{Desk, MatrixAsked, Selection};
use crate::error::Result;
use crate::report::ColumnSet;

/// Lay comments out as the comment matrix, to be printed or filled in
///
/// One row holds one comment, however many states made it together: general comments first, then by paragraph, then by
/// delegation. The proposed wording is a redline against the words it would replace. As a workbook or as CSV the matrix
/// can be filled in, sorted, filtered and sent back: `travaux respond --from` takes what changed. `--columns` gives it
/// the columns of the ISO/IEC or IPCC forms for comments.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux matrix
  travaux matrix first --unanswered
  travaux matrix D2
  travaux matrix ict first --paragraph D2
  travaux matrix --by delegation --format markdown
  travaux matrix first --output matrix.xlsx
  travaux matrix first --columns iso --output matrix.csv")]
pub(super) struct Args {
    /// A workstream, a version commented on, or both; then perhaps a paragraph or a delegation [default: all versions]
    #[arg(value_name = "NAME", num_args = 0..=3)]
    names: Vec<String>,

    /// On this paragraph or section, by id or number
    #[arg(long, short, value_name = "PARAGRAPH")]
    paragraph: Option<String>,

    #[command(flatten)]
    chosen: Chosen,

    /// With this outcome
    #[arg(long, value_name = "OUTCOME", value_parser = word(Became::WORDS))]
    outcome: Option<Became>,

    /// The order
    #[arg(long, value_enum, default_value_t = By::Paragraph)]
    by: By,

    /// Whose columns: our own, those of the ISO/IEC form, or those of the IPCC form
    #[arg(long, value_name = "COLUMNS", value_parser = word(ColumnSet::WORDS), default_value = "own")]
    columns: ColumnSet,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    ui.show(&desk.matrix(&MatrixAsked {
        names: args.names.clone(),
        selection: Selection {
            paragraph: args.paragraph.clone(),
            outcome: args.outcome,
            by_delegation: args.by == By::Delegation,
            ..args.chosen.selection()
        },
        columns: args.columns,
    })?)?;
    Ok(Outcome::Done)
}
