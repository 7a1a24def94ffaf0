//! `travaux plumbing`

use crate::cli::batch::in_order;
use crate::cli::ui::{Outcome, Ui};
use crate::error::Result;
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
///
/// `anchor` takes two versions and the comments on the first, {"id", "lang", "old": [{"id", "text"}], "new": [{"text"}],
/// "comments": [{"id", "old_id", "old_start", "quote": {"exact"}}]}, and answers {"id", "comments": [{"id", "pred",
/// "state", "listed"}]}. `pred` is the place that may be marked without asking anyone, {"paragraph", "start", "end"}, or
/// null; states are exact, amended, paragraph, ambiguous, orphaned; `listed` is the new paragraph under which the comment
/// then stands, or null. Paragraphs are counted from 0, places in Unicode code points; `old_start` may be left out where
/// the quotation stands once.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux plumbing align < cases.jsonl > guesses.jsonl
  travaux plumbing anchor < comments.jsonl > places.jsonl
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
    in_order(answer, |line| ui.print(&(line + "\n")))?;
    Ok(Outcome::Done)
}
