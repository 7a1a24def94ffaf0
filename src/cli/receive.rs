//! `travaux receive`

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Desk, Receive, Sent};
use crate::error::Result;
use crate::intake::bytes_of;

/// Take in what delegations sent
///
/// Reads comment tables (XLSX, CSV) whose columns are ours, those of the ISO/IEC, IPPC/Codex or IPCC forms, or any with
/// a place and words, their headings in six languages, in Word too; copies of the version marked up in Word, each tracked
/// change and each comment in the margin a comment; and submissions in TOML. Numbers are read against the version
/// commented on. Each row that cannot be taken is named, and written to a file beside the one sent that can be
/// corrected and sent again. The bytes received are kept. A file sent twice is taken once; a changed one replaces the
/// submission before it, and both are kept. A statement in prose is kept whole (`--statement`). Exit status 1 where a
/// row or a file was not taken.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux receive XAA.xlsx
  travaux receive inbox/*.xlsx --dry-run
  travaux receive marked-up.docx --delegation XAA --on first
  travaux receive table.csv --delegation XAA --received 2026-05-04
  travaux receive statement.txt --statement --delegation Arendia --language fr")]
pub(super) struct Args {
    /// The files
    #[arg(required = true)]
    files: Vec<PathBuf>,

    /// Who sent them, by code or name [default: as the files say]
    #[arg(long, short, value_name = "CODE OR NAME")]
    delegation: Option<String>,

    /// For whom else they speak
    #[arg(long, value_name = "CODE OR NAME", value_delimiter = ',')]
    on_behalf_of: Vec<String>,

    /// Who made them their own
    #[arg(long, value_name = "CODE OR NAME", value_delimiter = ',')]
    aligned: Vec<String>,

    /// The version commented on [default: the one the round discusses]
    #[arg(long, value_name = "VERSION")]
    on: Option<String>,

    /// The round in which they count [default: the first that has not ended]
    #[arg(long, short, value_name = "ROUND")]
    round: Option<String>,

    /// The workstream
    #[arg(long, value_name = "WORKSTREAM")]
    workstream: Option<String>,

    /// The day they arrived [default: today]
    #[arg(long, value_name = "DATE")]
    received: Option<NaiveDate>,

    /// The language they came in [default: that of the headings, or the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    /// The guiding question answered
    #[arg(long, value_name = "QUESTION")]
    question: Option<String>,

    /// The sheet of a workbook [default: all that hold a table of comments]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,

    /// Keep the files whole, as statements in prose
    #[arg(long)]
    statement: bool,

    /// The earlier submission whose place it takes, as in `XAA`
    #[arg(long, value_name = "SUBMISSION", conflicts_with = "beside")]
    replaces: Option<String>,

    /// Let it stand beside what the delegation sent before
    #[arg(long)]
    beside: bool,

    /// Say that confidentiality was asked for
    #[arg(long)]
    confidential: bool,

    /// Show what would be taken and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let mut sent = Vec::new();
    for file in &args.files {
        sent.push(Sent { path: options.path(file), bytes: bytes_of(&options.path(file))? });
    }
    let report = desk.receive(
        &sent,
        &Receive {
            workstream: args.workstream.clone(),
            round: args.round.clone(),
            version: args.on.clone(),
            delegation: args.delegation.clone(),
            on_behalf_of: args.on_behalf_of.clone(),
            aligned: args.aligned.clone(),
            received: args.received,
            language: args.language.clone(),
            question: args.question.clone(),
            sheet: args.sheet.clone(),
            statement: args.statement,
            replaces: args.replaces.clone(),
            beside: args.beside,
            confidential: args.confidential,
            dry_run: args.dry_run,
            commit: !args.no_commit,
        },
    )?;
    ui.show(&report)?;
    Ok(Outcome::findings_if(report.has_findings()))
}
