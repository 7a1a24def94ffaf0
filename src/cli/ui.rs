//! Standard output and standard error: the answer on the one, the rest on the other.

use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use crate::cli::options::{Format, Options, When};
use crate::error::{Error, Result};
use crate::render::{Sheet, json, markdown, terminal};
use crate::report::Report;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Done.
    Done,
    /// Done, and there is something to look at.
    Findings,
}

impl Outcome {
    /// Findings, where there are any.
    pub(super) fn findings_if(any: bool) -> Outcome {
        if any { Outcome::Findings } else { Outcome::Done }
    }
}

/// Where answers go.
#[derive(Debug)]
pub(super) struct Ui {
    format: Format,
    sheet: Sheet,
    color_on_stderr: bool,
}

impl Ui {
    pub(super) fn new(options: &Options) -> Ui {
        let colored = |terminal: bool| match options.color {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        };
        let terminal = std::io::stdout().is_terminal();
        let sheet = Sheet { width: width(terminal), color: colored(terminal), bidi: terminal };
        Ui { format: options.format, sheet, color_on_stderr: colored(std::io::stderr().is_terminal()) }
    }

    /// Prints an answer in the dress asked for.
    pub(super) fn show(&mut self, report: &impl Report) -> Result<()> {
        let text = match self.format {
            Format::Table => terminal(&report.document(), &self.sheet),
            Format::Json => json(report),
            Format::Markdown => markdown(&report.document()),
        };
        self.print(&text).map(|_| ())
    }

    /// Prints text as it is, and says whether anybody is still reading: a reader who has seen enough (`| head`)
    /// is no error.
    pub(super) fn print(&mut self, text: &str) -> Result<bool> {
        let mut stdout = std::io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(Error::outside("write the answer")(error)),
        }
    }

    /// Says what went wrong, what caused it and what to do about it.
    pub(super) fn error(&mut self, error: &Error) -> ExitCode {
        let mut said = String::new();
        let (head, end) = if self.color_on_stderr {
            ("\u{1b}[1;31merror\u{1b}[0m: ", "\u{1b}[1mhint\u{1b}[0m: ")
        } else {
            ("error: ", "hint: ")
        };
        match error {
            Error::Problems(problems) => {
                for problem in problems {
                    said.push_str(&format!("{head}{problem}\n"));
                }
            }
            _ => said.push_str(&format!("{head}{error}\n")),
        }
        let mut cause = std::error::Error::source(error);
        while let Some(source) = cause {
            said.push_str(&format!("caused by: {source}\n"));
            cause = source.source();
        }
        if let Some(hint) = error.hint() {
            said.push_str(&format!("{end}{hint}\n"));
        }
        // When even standard error is closed there is nobody left to tell.
        let _ = std::io::stderr().lock().write_all(said.as_bytes());
        ExitCode::from(2)
    }
}

/// The width to print at: `COLUMNS` where it is set, the terminal's own; none into a pipe.
fn width(terminal: bool) -> Option<usize> {
    let set =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|width| *width > 0);
    let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    set.or_else(|| if terminal { own() } else { None })
}

/// Prints help and version on standard output, and mistakes of usage on standard error.
pub(super) fn usage(usage: &clap::Error) -> ExitCode {
    // A closed pipe is no error here either.
    let _ = usage.print();
    if usage.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
