//! What of a file is the text: options of every command that takes a file in.

use crate::intake::{Asked, Reading, View};
use crate::text::{counted, listed};

#[derive(Debug, clap::Args)]
pub(super) struct Part {
    /// Read this column of a text in columns, counted from 1
    #[arg(long, value_name = "NUMBER")]
    column: Option<usize>,

    /// Read this text of a Word document with tracked changes [default: after its changes]
    #[arg(long, value_enum, value_name = "VIEW")]
    view: Option<Viewed>,

    /// Begin at the block that says this
    #[arg(long, value_name = "TEXT")]
    from: Option<String>,

    /// End before the block that says this
    #[arg(long, value_name = "TEXT")]
    until: Option<String>,

    /// Leave out blocks that begin or end with this (can be repeated)
    #[arg(long, value_name = "TEXT")]
    furniture: Vec<String>,
}

/// The two texts of a document with tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Viewed {
    /// As it would stand with every change made
    After,
    /// As it stood before
    Before,
}

impl From<Viewed> for View {
    fn from(viewed: Viewed) -> View {
        match viewed {
            Viewed::After => View::After,
            Viewed::Before => View::Before,
        }
    }
}

impl Part {
    /// Which of the two texts of a document was read, where it has two and none was named.
    pub(super) fn which_text(&self, name: &str, reading: &Reading) -> Option<String> {
        let (changes, _) = reading.tracked.as_ref().filter(|_| self.view.is_none())?;
        let number = changes.insertions + changes.deletions;
        let by = match changes.authors.as_slice() {
            [] => String::new(),
            authors => format!(" by {}", listed(authors)),
        };
        Some(format!(
            "note: {name} has {}{by}; read as it stands after them (`--view before` reads the text they were made in)",
            counted(number, "tracked change")
        ))
    }

    /// The part as intake asks for it.
    pub(super) fn asked(&self) -> Asked {
        Asked {
            kind: None,
            view: self.view.map(View::from),
            column: self.column,
            from: self.from.clone(),
            until: self.until.clone(),
            furniture: self.furniture.clone(),
        }
    }
}
