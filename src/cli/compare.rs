//! `travaux compare`

use std::path::{Path, PathBuf};

use crate::cli::clock;
use crate::cli::options::Options;
use crate::cli::part::Part;
use crate::cli::ui::{Outcome, Ui};
use crate::desk::{Marking, compare};
use crate::error::{Error, Result};
use crate::intake::{Asked, Both, Reading, View, both, open};
use crate::text::counted;

/// Show what differs between two files, word by word
///
/// Takes Word documents, Markdown, plain text and HTML, in any language, and needs no workspace. Paragraphs are paired by what they
/// say: those that moved, were split or merged are shown as such, and printed numbers are compared apart. What is
/// not certain is said to be likely or doubtful. One Word document with tracked changes is compared with itself: the
/// text before its changes with the text after them.
///
/// A Word file of the answer (`--output changes.docx`) is set anew: it holds the words and what changed of them, not
/// the tables, bold letters and other layout of the two files.
///
/// As git's own way of showing differences: `git config diff.travaux.command "travaux compare --git"`, and a line
/// `*.md diff=travaux` in .gitattributes; then `git diff` and `git log -p --ext-diff` show redlines.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  travaux compare first.md second.md
  travaux compare old.docx new.docx --side-by-side
  travaux compare tracked.docx
  travaux compare agenda.txt new.txt --column 1 --from \"Key observations\" --until \"Guiding questions\"")]
pub(super) struct Args {
    /// The earlier file and the later file; or one Word document with tracked changes
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Show both texts side by side
    #[arg(long)]
    side_by_side: bool,

    /// Show unchanged paragraphs too
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    part: Part,

    /// Take the words that git hands to an external diff
    #[arg(long)]
    git: bool,
}

pub(super) fn run(args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    if let ([file], false) = (args.files.as_slice(), args.git)
        && is_word(file)
    {
        return tracked(file, args, options, ui);
    }
    let (name, old, new) = files(args)?;
    let read = |file: &Path, asked: &Asked| -> Result<Reading> {
        // git names the empty file where a text was added or deleted.
        if args.git && (file == Path::new("/dev/null") || file == Path::new("nul")) {
            return Ok(Reading::default());
        }
        open(&options.path(file), asked)
    };
    let names = match &name {
        Some(name) => (name.clone(), name.clone()),
        None => (old.display().to_string(), new.display().to_string()),
    };
    let Both { before, after, whole } = both([old, new], &args.part.asked(), read)?;
    if let Some(file) = whole {
        ui.note(&format!("note: {} does not stand in columns; all of it is compared", file.display()));
    }
    for (name, reading) in [(&names.0, &before), (&names.1, &after)] {
        if let Some(note) = args.part.which_text(name, reading) {
            ui.note(&note);
        }
    }
    let day = options.as_at.unwrap_or_else(|| clock::now().date_naive());
    ui.show(&compare((&names.0, &before), (&names.1, &after), marking(args, ui), day))?;
    note_layout(&[old, new], ui);
    Ok(Outcome::Done)
}

/// Says what a Word file of ours leaves behind of those it was made from.
fn note_layout(files: &[&Path], ui: &Ui) {
    if ui.is_document() && files.iter().any(|file| is_word(file)) {
        ui.note("note: the Word file holds the words and their changes; tables, bold letters and other layout stay behind in the two files");
    }
}

fn is_word(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.eq_ignore_ascii_case("docx"))
}

fn marking(args: &Args, ui: &Ui) -> Marking {
    Marking { all: args.all, side_by_side: args.side_by_side, tracked: ui.is_document() }
}

/// The two texts of one document.
fn tracked(file: &Path, args: &Args, options: &Options, ui: &mut Ui) -> Result<Outcome> {
    let name = file.display().to_string();
    let read = |view| open(&options.path(file), &Asked { view: Some(view), ..args.part.asked() });
    let (before, after) = (read(View::Before)?, read(View::After)?);
    if after.tracked.is_none() {
        return Err(Error::refused(
            format!("{name} holds no tracked changes, and alone there is nothing to compare it with"),
            "name two files: `travaux compare OLD NEW`",
        ));
    }
    let names = (format!("{name}, before its changes"), format!("{name}, after its changes"));
    let day = options.as_at.unwrap_or_else(|| clock::now().date_naive());
    ui.show(&compare((&names.0, &before), (&names.1, &after), marking(args, ui), day))?;
    note_layout(&[file], ui);
    Ok(Outcome::Done)
}

/// The two files; with `--git`, from `path old-file old-hex old-mode new-file new-hex new-mode`.
fn files(args: &Args) -> Result<(Option<String>, &Path, &Path)> {
    match args.files.as_slice() {
        [path, old, _, _, new, ..] if args.git => Ok((Some(path.display().to_string()), old, new)),
        [old, new] if !args.git => Ok((None, old, new)),
        words => Err(Error::refused(
            format!("two files are compared, and the words name {}", counted(words.len(), "file")),
            "`travaux compare OLD NEW`",
        )),
    }
}
