//! Standard output and standard error: the answer on the one, the rest on the other.

use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use crate::cli::format::Format;
use crate::cli::options::{Options, When};
use crate::error::{Error, Result};
use crate::render::{Sheet, csv, docx, html, ics, json, markdown, svg, terminal, xlsx};
use crate::report::{Report, Spreadsheet};
use crate::store::Output;

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
    command: String,
    format: Format,
    output: Option<Output>,
    sheet: Sheet,
    color_on_stderr: bool,
}

impl Ui {
    /// For a command of that name; nothing is chosen yet that can be wrong.
    pub(super) fn new(options: &Options, command: &str) -> Ui {
        let colored = |terminal: bool| match options.color {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        };
        let terminal = std::io::stdout().is_terminal();
        let sheet = Sheet { width: width(terminal), color: colored(terminal), bidi: terminal };
        let color_on_stderr = colored(std::io::stderr().is_terminal());
        Ui { command: command.to_owned(), format: Format::Table, output: None, sheet, color_on_stderr }
    }

    /// Chooses the format and begins the file to be written, before the command does anything.
    pub(super) fn choose(&mut self, options: &Options) -> Result<()> {
        let output = options.output.as_ref().map(|output| options.path(output));
        self.format = Format::meant(options.format, output.as_deref())?;
        self.format.of_command(&self.command, output.is_some())?;
        if self.format == Format::Docx && output.is_none() && std::io::stdout().is_terminal() {
            return Err(Error::refused(
                "a Word document cannot be shown on a terminal",
                format!("write it to a file: `--output {}.docx`", self.command),
            ));
        }
        if let Some(output) = output {
            self.output = Some(Output::begin(&output, options.overwrite)?);
            self.sheet = Sheet::plain();
        }
        Ok(())
    }

    /// Whether answers are for a spreadsheet program.
    pub(super) fn is_spreadsheet(&self) -> bool {
        self.format.is_spreadsheet()
    }

    /// Whether answers are for a word processor.
    pub(super) fn is_document(&self) -> bool {
        self.format == Format::Docx
    }

    /// Shows an answer in the dress asked for, or writes it to the file asked for.
    pub(super) fn show(&mut self, report: &impl Report) -> Result<()> {
        let lacking = || self.format.lacking(&self.command);
        let bytes = match self.format {
            Format::Table => terminal(&report.document(), &self.sheet).into_bytes(),
            Format::Json => json(report).into_bytes(),
            Format::Markdown => markdown(&report.document()).into_bytes(),
            Format::Html => html(&report.document(), report.timeline().as_ref()).into_bytes(),
            Format::Docx => docx(&report.document(), report.manuscript().as_ref())?,
            Format::Ics => ics(&report.calendar().ok_or_else(lacking)?).into_bytes(),
            Format::Svg => svg(&report.timeline().ok_or_else(lacking)?).into_bytes(),
            Format::Csv => csv(&report.spreadsheet().ok_or_else(lacking)?).into_bytes(),
            Format::Xlsx => {
                let sheet = report.spreadsheet().ok_or_else(lacking)?;
                self.may_be_bytes(&sheet)?;
                xlsx(&sheet)?
            }
        };
        let Some(output) = self.output.take() else { return self.send(&bytes).map(|_| ()) };
        let path = output.path().display().to_string();
        output.finish(&bytes)?;
        self.note(&format!("wrote `{path}`"));
        Ok(())
    }

    /// Bytes are no reading for a terminal.
    fn may_be_bytes(&self, sheet: &Spreadsheet) -> Result<()> {
        if self.output.is_some() || !std::io::stdout().is_terminal() {
            return Ok(());
        }
        Err(Error::refused(
            "a workbook cannot be shown on a terminal",
            format!("write it to a file: `--output {}.xlsx`", sheet.file),
        ))
    }

    /// Prints text as it is, and says whether anybody is still reading: a reader who has seen enough (`| head`)
    /// is no error.
    pub(super) fn print(&mut self, text: &str) -> Result<bool> {
        self.send(text.as_bytes())
    }

    /// Says something beside the answer.
    pub(super) fn note(&self, text: &str) {
        // When even standard error is closed there is nobody left to tell.
        let _ = std::io::stderr().lock().write_all(format!("{text}\n").as_bytes());
    }

    fn send(&self, bytes: &[u8]) -> Result<bool> {
        let mut stdout = std::io::stdout().lock();
        match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
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
