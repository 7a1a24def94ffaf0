//! `travaux generate`

use std::path::PathBuf;

use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::demo::Size;
use crate::draft::Language;
use crate::error::{Error, Result};

/// Make a consultation by chance, to try the tool out at any size
///
/// Writes it into a folder, which must be new or empty. The same numbers give the same files. The wording and the
/// delegations are made up, and every answer says so.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux generate large --paragraphs 400 --delegations 196 --comments 20000
  travaux generate six --languages en,ar,zh,fr,ru,es --seed 7")]
pub(super) struct Args {
    /// The folder to lay it out in
    folder: PathBuf,
    /// What chance begins from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Paragraphs of the first version
    #[arg(long, default_value_t = 60)]
    paragraphs: usize,
    /// Versions, each continuing the one before
    #[arg(long, default_value_t = 3)]
    versions: usize,
    /// Delegations
    #[arg(long, default_value_t = 20)]
    delegations: usize,
    /// Comments, over all rounds
    #[arg(long, default_value_t = 200)]
    comments: usize,
    /// Languages, the original first
    #[arg(long, value_delimiter = ',', default_value = "en,zh")]
    languages: Vec<String>,
}

pub(super) fn run(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let language = |code: &String| {
        Language::parse(code).ok_or_else(|| {
            Error::refused(format!("`{code}` is no language"), "write codes with commas: en,zh")
        })
    };
    let size = Size {
        seed: args.seed,
        paragraphs: args.paragraphs,
        versions: args.versions,
        delegations: args.delegations,
        comments: args.comments,
        languages: args.languages.iter().map(language).collect::<Result<_>>()?,
    };
    ui.show(&size.lay(&options.path(&args.folder))?)?;
    Ok(Outcome::Done)
}
