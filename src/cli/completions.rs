//! `travaux completions`

use clap_complete::Shell;

use crate::cli::ui::{Outcome, Ui};
use crate::error::Result;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux completions bash > ~/.local/share/bash-completion/completions/travaux
  travaux completions zsh > ~/.zfunc/_travaux")]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, mut command: clap::Command, ui: &mut Ui) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "travaux", &mut script);
    ui.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
