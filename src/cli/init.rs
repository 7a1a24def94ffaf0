//! `travaux init`

use std::path::PathBuf;

use crate::cli::clock;
use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::desk::{NewWorkspace, init};
use crate::error::Result;

/// Make a folder a workspace
///
/// Writes a schedule.toml to be filled in, and makes a git repository where there is none.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux init
  travaux init consultation --title \"Consultation on ...\" --workstream ict --languages en,zh")]
pub(super) struct Args {
    /// The folder [default: this one]
    folder: Option<PathBuf>,

    /// What the consultation is called
    #[arg(long, default_value = "Consultation")]
    title: String,

    /// The first workstream's short name
    #[arg(long, default_value = "main")]
    workstream: String,

    /// The languages, the original one first
    #[arg(long, value_delimiter = ',', default_value = "en,ar,zh,fr,ru,es")]
    languages: Vec<String>,

    /// The versions, from earliest to last
    #[arg(long, value_delimiter = ',', default_value = "first,second,final")]
    versions: Vec<String>,

    /// Where its days begin and end
    #[arg(long, default_value = "Europe/Zurich")]
    timezone: String,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let folder = args.folder.as_ref().map_or_else(|| options.start_in.clone(), |own| options.path(own));
    let new = NewWorkspace {
        title: args.title.clone(),
        workstream: args.workstream.clone(),
        languages: args.languages.clone(),
        versions: args.versions.clone(),
        timezone: args.timezone.clone(),
    };
    ui.show(&init(&folder, &new, !args.no_commit, clock::now())?)?;
    Ok(Outcome::Done)
}
