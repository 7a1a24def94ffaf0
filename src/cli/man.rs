//! `travaux man`

use std::path::PathBuf;

use crate::cli::ui::{Outcome, Ui};
use crate::error::{Error, Result};

/// Print the manual page, or write one for each command into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux man | man -l -
  travaux man --to ~/.local/share/man/man1")]
pub(super) struct Args {
    /// The folder to write the pages into
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

pub(super) fn run(args: &Args, command: clap::Command, ui: &mut Ui) -> Result<Outcome> {
    match &args.to {
        Some(folder) => {
            clap_mangen::generate_to(command, folder)
                .map_err(Error::outside(format!("write the manual pages into {}", folder.display())))?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command)
                .render(&mut page)
                .map_err(Error::outside("write the manual page"))?;
            ui.print(&String::from_utf8_lossy(&page))?;
        }
    }
    Ok(Outcome::Done)
}
