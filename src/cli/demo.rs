//! `travaux demo`

use std::path::PathBuf;

use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::demo::{lay, tour};
use crate::error::Result;

/// Show an example consultation, or lay it out in a folder
///
/// Alone: a guided tour of the example, on a fixed day. With a folder, which must be new or empty: lays the example
/// out there as a repository with its whole history, and says where to look first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux demo
  travaux demo consultation
  travaux -C consultation log D2")]
pub(super) struct Args {
    /// The folder to lay it out in
    folder: Option<PathBuf>,
}

pub(super) fn run(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    match &args.folder {
        Some(folder) => ui.show(&lay(&options.path(folder))?)?,
        None => ui.show(&tour()?)?,
    }
    Ok(Outcome::Done)
}
