//! Options of every command.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::cli::clock;
use crate::cli::format::Format;
use crate::desk::Desk;
use crate::error::{Error, Result};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Run as if started in <DIR>
    #[arg(short = 'C', value_name = "DIR", global = true, default_value = ".", hide_default_value = true)]
    pub(super) start_in: PathBuf,

    /// The dress of the answer [default: table, or what the name of the file says]
    #[arg(long, value_name = "FORMAT", global = true, value_enum)]
    pub(super) format: Option<Format>,

    /// Write the answer to a file, whole or not at all
    #[arg(long, short, value_name = "FILE", global = true)]
    pub(super) output: Option<PathBuf>,

    /// Write over the file that `--output` names
    #[arg(long, global = true)]
    pub(super) overwrite: bool,

    /// Whether to use colour
    #[arg(long, value_name = "WHEN", global = true, value_enum, default_value_t = When::Auto)]
    pub(super) color: When,

    /// Answer as at the end of a day (YYYY-MM-DD), by what the repository held then
    #[arg(long, value_name = "DATE", global = true)]
    pub(super) as_at: Option<NaiveDate>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Options {
    /// A path as typed, seen from the folder the program was told to start in.
    pub(super) fn path(&self, typed: &Path) -> PathBuf {
        match self.start_in.as_os_str() == "." {
            true => typed.to_owned(),
            false => self.start_in.join(typed),
        }
    }

    /// Opens the workspace, as at the day asked for.
    pub(super) fn desk(&self) -> Result<Desk> {
        Desk::open(&self.start_in, self.as_at, clock::now())
    }

    /// Opens the workspace to write in it, which can only be done today.
    pub(super) fn desk_now(&self) -> Result<Desk> {
        if let Some(day) = self.as_at {
            return Err(Error::refused(
                format!("nothing can be written as at {day}"),
                "leave out `--as-at`; acts that carry a day of their own take `--on`",
            ));
        }
        self.desk()
    }
}
