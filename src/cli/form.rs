//! `travaux form`

use crate::cli::ui::{Outcome, Ui};
use crate::desk::Desk;
use crate::error::Result;

/// Make the blank comment table of a version, to be sent out
///
/// A row for general comments, then one for each heading, paragraph and list item, with its id, its number and its
/// current wording; headings, words to choose from and instructions in the language asked for. In the workbook
/// (xlsx) what is given is locked and what people write is not; csv is the same table without locks, lists and
/// instructions. Without a file the table is shown, and a name for the file suggested.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux form first
  travaux form first --output comments.xlsx
  travaux form first --language fr --delegation XAA --output comments-fr-XAA.xlsx
  travaux form first --format csv > comments.csv")]
pub(super) struct Args {
    /// The version
    version: String,

    /// The language of headings, instructions and wording [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// Write in the name of this delegation
    #[arg(long, short, value_name = "CODE OR NAME")]
    delegation: Option<String>,
}

pub(super) fn run(args: &Args, desk: &Desk, ui: &mut Ui) -> Result<Outcome> {
    let form = desk.form(&args.version, args.language.as_deref(), args.delegation.as_deref())?;
    ui.show(&form)?;
    if let Some(missing) = form.in_original_sentence().filter(|_| ui.is_spreadsheet()) {
        ui.note(&missing);
    }
    Ok(Outcome::Done)
}
