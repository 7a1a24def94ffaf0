//! Takes in two files that are to be held against each other.

use std::path::Path;

use crate::error::{Error, Result};
use crate::intake::{Asked, Reading};

/// Two texts, and which of the files does not stand in the column that was asked for.
#[derive(Debug)]
pub struct Both<'p> {
    /// The earlier text.
    pub before: Reading,
    /// The later text.
    pub after: Reading,
    /// The file of which all was taken, since the column is one of the other's.
    pub whole: Option<&'p Path>,
}

/// Reads both. A column that only one of them has is taken of that one, and all of the other.
pub fn both<'p>(
    [old, new]: [&'p Path; 2],
    asked: &Asked,
    read: impl Fn(&Path, &Asked) -> Result<Reading>,
) -> Result<Both<'p>> {
    let all = |file: &Path, refused: Error| -> Result<Reading> {
        let of = |column| read(file, &Asked { column, ..asked.clone() });
        match (of(Some(1)), of(None)) {
            (Err(_), Ok(all)) if asked.column.is_some() => Ok(all),
            _ => Err(refused),
        }
    };
    match (read(old, asked), read(new, asked)) {
        (Err(refused), Ok(after)) => Ok(Both { before: all(old, refused)?, after, whole: Some(old) }),
        (Ok(before), Err(refused)) => Ok(Both { before, after: all(new, refused)?, whole: Some(new) }),
        (before, after) => Ok(Both { before: before?, after: after?, whole: None }),
    }
}
