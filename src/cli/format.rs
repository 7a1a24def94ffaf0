//! The dress of an answer: as asked for, as the name of a file says, and as the command has it.

use std::path::Path;

use clap::ValueEnum;

use crate::error::{Error, Result};
use crate::text::listed;

/// The dress of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal
    Table,
    /// For programs
    Json,
    /// For pages and mail
    Markdown,
    /// For a browser and for print
    Html,
    /// For Word and other word processors; texts with tracked changes and comments
    Docx,
    /// For spreadsheet programs, as text; tables only
    Csv,
    /// For Excel and other spreadsheet programs; tables only
    Xlsx,
    /// For calendar programs; dates only
    Ics,
    /// A picture of dates, planned and actual; dates only
    Svg,
}

/// The endings of file names.
const ENDINGS: [(&str, Format); 11] = [
    ("csv", Format::Csv),
    ("docx", Format::Docx),
    ("htm", Format::Html),
    ("html", Format::Html),
    ("ics", Format::Ics),
    ("json", Format::Json),
    ("markdown", Format::Markdown),
    ("md", Format::Markdown),
    ("svg", Format::Svg),
    ("txt", Format::Table),
    ("xlsx", Format::Xlsx),
];
/// The commands whose answer is a table that people filter, fill in or send on.
const WITH_SPREADSHEET: [&str; 10] = [
    "answers",
    "collisions",
    "comments",
    "compile",
    "concordance",
    "form",
    "languages",
    "matrix",
    "statistics",
    "strength",
];
/// The commands whose answer is dates.
const WITH_DATES: [&str; 1] = ["schedule"];
/// The commands that write what other programs read, always in the same way.
const FOR_PROGRAMS: [&str; 3] = ["completions", "man", "plumbing"];

impl Format {
    /// The format asked for, or the one that the name of a file says.
    pub(super) fn meant(asked: Option<Format>, output: Option<&Path>) -> Result<Format> {
        let Some(output) = output else { return Ok(asked.unwrap_or(Format::Table)) };
        let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        let by_name = ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format);
        match (asked, by_name) {
            (Some(asked), Some(named)) if asked != named => Err(Error::refused(
                format!("`{}` is a name for {}, not for {}", output.display(), named.word(), asked.word()),
                format!("leave out `--format {}`, or give the file another ending", asked.word()),
            )),
            (Some(format), _) | (None, Some(format)) => Ok(format),
            (None, None) => Err(Error::refused(
                format!("the name `{}` does not say which format is meant", output.display()),
                "name the file with the ending .docx, .xlsx, .csv, .json, .html, .md or .txt, or add `--format`",
            )),
        }
    }

    /// Refuses a format that a command does not have, before the command does anything.
    pub(super) fn of_command(self, command: &str, to_file: bool) -> Result<()> {
        if to_file && FOR_PROGRAMS.contains(&command) {
            return Err(Error::refused(
                format!("`{command}` writes to standard output only"),
                "leave out `--output`, and send it to a file with `>`",
            ));
        }
        match self.only_for() {
            Some(commands) if !commands.contains(&command) => Err(self.lacking(command)),
            _ => Ok(()),
        }
    }

    /// The commands that have the format; absent where every answer has it.
    fn only_for(self) -> Option<&'static [&'static str]> {
        match self {
            Format::Csv | Format::Xlsx => Some(&WITH_SPREADSHEET),
            Format::Ics | Format::Svg => Some(&WITH_DATES),
            Format::Table | Format::Json | Format::Markdown | Format::Html | Format::Docx => None,
        }
    }

    /// That a command does not have the format.
    pub(super) fn lacking(self, command: &str) -> Error {
        let with = self.only_for().unwrap_or_default().iter().map(|command| format!("`{command}`"));
        let with: Vec<String> = with.collect();
        let others = if FOR_PROGRAMS.contains(&command) {
            "it writes what other programs read".to_owned()
        } else {
            "its formats are table, json, markdown, html and docx".to_owned()
        };
        let word = self.word();
        let with = listed(&with);
        Error::refused(format!("`{command}` has no {word}"), format!("{others}; {word} is for {with}"))
    }

    /// Whether it is for spreadsheet programs.
    pub(super) fn is_spreadsheet(self) -> bool {
        matches!(self, Format::Csv | Format::Xlsx)
    }

    /// As typed.
    pub(super) fn word(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Ics => "ics",
            Format::Svg => "svg",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_file_says_the_format() {
        let meant = |asked, path: &str| Format::meant(asked, Some(Path::new(path)));
        assert_eq!(meant(None, "a/Form.XLSX").unwrap(), Format::Xlsx);
        assert_eq!(meant(Some(Format::Csv), "form").unwrap(), Format::Csv);
        assert_eq!(meant(Some(Format::Markdown), "page.md").unwrap(), Format::Markdown);
        assert!(meant(None, "form").is_err() && meant(None, "form.doc").is_err());
        assert!(meant(Some(Format::Csv), "form.xlsx").unwrap_err().to_string().contains("not for csv"));
        assert_eq!(Format::meant(None, None).unwrap(), Format::Table);
    }

    #[test]
    fn only_tables_go_into_spreadsheets() {
        assert!(Format::Csv.of_command("comments", false).is_ok());
        let refused = Format::Xlsx.of_command("save", true).unwrap_err();
        assert_eq!(refused.to_string(), "`save` has no xlsx");
        assert!(refused.hint().unwrap().contains("table, json, markdown, html and docx"));
        assert!(Format::Table.of_command("man", true).is_err());
    }
}
