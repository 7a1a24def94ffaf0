//! `travaux plumbing`

use std::io::BufRead;

use crate::cli::ui::{Outcome, Ui};
use crate::error::{Error, Result};
use crate::plumbing::{align, anchor, redline};

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
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux plumbing align < cases.jsonl > guesses.jsonl
  travaux plumbing redline < pairs.jsonl > redlines.jsonl")]
pub(super) struct Args {
    /// The engine
    #[arg(value_enum)]
    engine: Engine,
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
}

pub(super) fn run(args: &Args, ui: &mut Ui) -> Result<Outcome> {
    let answer: fn(&str) -> String = match args.engine {
        Engine::Align => align,
        Engine::Anchor => anchor,
        Engine::Redline => redline,
    };
    let mut input = std::io::stdin().lock();
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes).map_err(Error::outside("read standard input"))?;
        if read == 0 {
            return Ok(Outcome::Done);
        }
        // What is not UTF-8 is a bad line like any other: the replacement characters make no JSON of it.
        let line = String::from_utf8_lossy(&bytes);
        if !ui.print(&(answer(line.trim_end_matches(['\n', '\r'])) + "\n"))? {
            return Ok(Outcome::Done);
        }
    }
}
