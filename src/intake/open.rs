//! Takes in a file.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::intake::{Asked, LARGEST, Reading, read};
use crate::text::counted;

/// Reads a file that came from outside, whatever folder it lies in.
pub fn open(path: &Path, asked: &Asked) -> Result<Reading> {
    let name = path.display().to_string();
    let found = fs::metadata(path).map_err(Error::outside(format!("find {name}")))?;
    if found.is_dir() {
        return Err(Error::refused(format!("{name} is a folder"), "name a file"));
    }
    if found.len() > LARGEST as u64 {
        let megabytes = usize::try_from(found.len() >> 20).unwrap_or(usize::MAX);
        return Err(Error::refused(
            format!("{name} has {}", counted(megabytes, "megabyte")),
            format!("a text may have {}; send the part that matters", counted(LARGEST >> 20, "megabyte")),
        ));
    }
    let bytes = fs::read(path).map_err(Error::outside(format!("read {name}")))?;
    read(&name, &bytes, asked)
}

/// The text of a small file of our own beside a foreign one.
pub fn file_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Error::outside(format!("read {}", path.display())))
}

/// Writes a small file of our own beside a foreign one.
pub fn put_aside(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Error::outside(format!("write {}", path.display())))
}

/// What tells one version of a foreign file from another.
pub fn digest(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(Error::outside(format!("read {}", path.display())))?;
    Ok(blake3::hash(&bytes).to_hex().to_string())
}
