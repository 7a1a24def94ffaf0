//! `travaux plumbing`

use std::path::PathBuf;

use crate::cli::batch::in_order;
use crate::cli::options::Options;
use crate::cli::ui::{Outcome, Ui};
use crate::error::{Error, Result};
use crate::intake::WordFile;
use crate::plumbing::{align, anchor, docx, redline};

/// Use the engine from other programs: JSON lines in, JSON lines out
///
/// Reads standard input and writes one line for each line read, in order. A line that cannot be read gets
/// {"error": ...} in its place.
///
/// `align` takes {"id", "lang", "old": [{"id", "text"}], "new": [{"text"}]} and answers {"id", "gold": [{"new", "from",
/// "kind", "edited", "certainty"}], "deleted": [id]}; kinds are unchanged, reworded, moved, split, merged, inserted;
/// certainties certain, likely, doubtful. `redline` takes {"id", "lang", "old": [text], "new": [text]} and answers
/// {"format": "prose-redline/1", "tool", "id", "pairs": [{"old", "new", "kind", "ops"}]}, where ops are
/// ["equal" | "delete" | "insert", text] and paragraphs of one pair are divided by an empty line.
///
/// `anchor` takes two versions and the comments on the first, {"id", "lang", "old": [{"id", "text"}], "new": [{"text"}],
/// "comments": [{"id", "old_id", "old_start", "quote": {"exact"}}]}, and answers {"id", "comments": [{"id", "pred",
/// "state", "listed"}]}. `pred` is the place that may be marked without asking anyone, {"paragraph", "start", "end"}, or
/// null; states are exact, amended, paragraph, ambiguous, orphaned; `listed` is the new paragraph under which the comment
/// then stands, or null. Paragraphs are counted from 0, places in Unicode code points; `old_start` may be left out where
/// the quotation stands once.
///
/// `docx` takes names of files instead of lines, and answers for each {"name", "accept": [paragraph], "reject":
/// [paragraph], "labels": [number before each paragraph of accept], "comments": [{"id", "author", "date", "parent",
/// "done", "text", "anchor", "anchor_all"}]}, or {"name", "error"}: the text after and before all tracked
/// changes; `anchor` is null where a comment marks no words, `anchor_all` shows what was inserted and deleted.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux plumbing align < cases.jsonl > guesses.jsonl
  travaux plumbing anchor < comments.jsonl > places.jsonl
  travaux plumbing docx sent/*.docx > documents.jsonl
  travaux plumbing redline < pairs.jsonl > redlines.jsonl")]
pub(super) struct Args {
    /// The engine
    #[arg(value_enum)]
    engine: Engine,

    /// The files that `docx` reads
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What to do with each line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Engine {
    /// Which paragraph of the old version each paragraph of the new one continues
    Align,
    /// Where comments on the old version stand in the new one
    Anchor,
    /// What changed, word by word
    Redline,
    /// The two texts, the margin comments and the list numbers of Word documents
    Docx,
}

pub(super) fn run(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let answer: fn(&str) -> String = match args.engine {
        Engine::Align => align,
        Engine::Anchor => anchor,
        Engine::Redline => redline,
        Engine::Docx => return documents(args, options, ui),
    };
    if let Some(file) = args.files.first() {
        return Err(Error::refused(
            format!("`{}` is a file, and only `docx` reads files", file.display()),
            "give the lines on standard input",
        ));
    }
    in_order(answer, |line| ui.print(&(line + "\n")))?;
    Ok(Outcome::Done)
}

fn documents(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    if args.files.is_empty() {
        return Err(Error::refused(
            "`docx` reads files, and none is named",
            "name them: travaux plumbing docx FILE...",
        ));
    }
    for file in &args.files {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let line = docx(&name, WordFile::open(&options.path(file)));
        ui.print(&(line + "\n"))?;
    }
    Ok(Outcome::Done)
}
