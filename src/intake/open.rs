//! Takes in a file.

use std::path::Path;

use crate::error::Result;
use crate::intake::{Asked, Reading, bytes_of, read};

/// Reads a file that came from outside, whatever folder it lies in.
pub fn open(path: &Path, asked: &Asked) -> Result<Reading> {
    read(&path.display().to_string(), &bytes_of(path)?, asked)
}
