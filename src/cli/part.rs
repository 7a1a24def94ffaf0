//! What of a file is the text: options of every command that takes a file in.

use crate::intake::Asked;

#[derive(Debug, clap::Args)]
pub(super) struct Part {
    /// Read this column of a text in columns, counted from 1
    #[arg(long, value_name = "NUMBER")]
    column: Option<usize>,

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

impl Part {
    /// The part as intake asks for it.
    pub(super) fn asked(&self) -> Asked {
        Asked {
            kind: None,
            column: self.column,
            from: self.from.clone(),
            until: self.until.clone(),
            furniture: self.furniture.clone(),
        }
    }
}
