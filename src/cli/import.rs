//! `travaux import`

use std::io::{BufRead, Write};
use std::path::PathBuf;

use crate::align::guess::Certainty;
use crate::cli::options::Options;
use crate::cli::part::Part;
use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Decisions, Desk, Import, decisions};
use crate::draft::ParagraphId;
use crate::error::{Error, Result};
use crate::intake::{Reading, open};
use crate::report::ImportReport;

/// Take in a new text, giving each paragraph the id of what it continues
///
/// Reads Word documents, Markdown, plain text and HTML. Each paragraph takes the id of the one it continues in the version before;
/// what is new gets an id of its own; printed numbers are kept apart. A translation (`--language`) is matched by
/// structure to the original and takes the same ids. What is certain is taken; where anything is not, a review is
/// written beside the file, which a person corrects, and `--accept` finishes; or `--ask` asks at once. Exit status 1
/// where a person has to decide.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux import second.md second
  travaux import second.docx second --dry-run --redline
  travaux import bilingual.docx second --column 2 --language fr
  travaux import second.zh.txt second --language zh
  travaux import second.md second --accept
  travaux import agenda.txt observations --column 1 --from \"Key observations\" --until \"Guiding questions\"")]
pub(super) struct Args {
    /// The file to take in
    file: PathBuf,

    /// The version it becomes
    version: String,

    /// Its language [default: the original one]
    #[arg(long, short, value_name = "CODE")]
    language: Option<String>,

    #[command(flatten)]
    part: Part,

    /// Show what would happen and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Show the redline of each paragraph
    #[arg(long)]
    redline: bool,

    /// Take the decisions of the review beside the file
    #[arg(long, conflicts_with = "ask")]
    accept: bool,

    /// Ask about each paragraph that is not certain
    #[arg(long)]
    ask: bool,

    /// Write over a text in preparation
    #[arg(long)]
    replace: bool,

    /// Write the files and make no commit
    #[arg(long)]
    no_commit: bool,
}

pub(super) fn run(args: &Args, desk: &Desk, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let file = options.path(&args.file);
    let asked = args.part.asked();
    let reading = open(&file, &asked)?;
    if let Some(note) = args.part.which_text(&file.display().to_string(), &reading) {
        ui.note(&note);
    }
    let mut import = Import {
        decided: if args.accept { Some(decisions(&file)?) } else { None },
        file,
        version: args.version.clone(),
        language: args.language.clone(),
        dry_run: args.dry_run || args.ask,
        redline: args.redline,
        replace: args.replace,
        commit: !args.no_commit,
    };
    let mut report = desk.import(&reading, &import)?;
    if args.ask {
        report = answered(desk, &reading, &mut import, report, args.dry_run)?;
    }
    ui.show(&report)?;
    Ok(Outcome::findings_if(report.uncertain > 0))
}

/// Asks about each paragraph that is not certain, and imports with the answers.
fn answered(
    desk: &Desk,
    reading: &Reading,
    import: &mut Import,
    report: ImportReport,
    dry_run: bool,
) -> Result<ImportReport> {
    let mut decided = Decisions::default();
    let mut answers = std::io::stdin().lock().lines();
    for row in report.rows.iter().filter(|row| row.certainty != Certainty::Certain) {
        let guess: Vec<ParagraphId> = row.continues.iter().map(|cited| cited.id.clone()).collect();
        let names = guess.iter().map(ParagraphId::as_str).collect::<Vec<_>>().join(" ");
        let opening: String = row.text.chars().take(200).collect();
        let question =
            format!("\n{opening}\n  continues {names}? [Enter: yes, n: it is new, or the ids it continues] ");
        let mut stderr = std::io::stderr().lock();
        // A question that cannot be shown is answered by the end of input below.
        let _ = stderr.write_all(question.as_bytes()).and_then(|()| stderr.flush());
        let Some(answer) = answers.next() else { break };
        let answer = answer.map_err(Error::outside("read the answer"))?;
        decided.continues.insert(row.rank, understood(answer.trim(), guess)?);
    }
    import.decided = Some(decided);
    import.dry_run = dry_run;
    desk.import(reading, import)
}

fn understood(answer: &str, guess: Vec<ParagraphId>) -> Result<Vec<ParagraphId>> {
    match answer.to_lowercase().as_str() {
        "" | "y" | "yes" => Ok(guess),
        "n" | "no" | "new" => Ok(Vec::new()),
        _ => {
            let ids = answer.split([' ', ',', '+']).filter(|word| !word.is_empty());
            ids.map(|word| {
                let way_out = format!("answer with {}", crate::draft::ID_GRAMMAR);
                ParagraphId::typed(word).ok_or_else(|| Error::refused(format!("`{word}` is no id"), way_out))
            })
            .collect()
        }
    }
}
