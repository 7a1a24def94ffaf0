//! Foreign files as bytes, and what is written beside them.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::intake::LARGEST;
use crate::intake::decode::decoded;
use crate::text::{counted, defused};

/// The bytes of a file that came from outside.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let name = path.display().to_string();
    let found = fs::metadata(path).map_err(Error::outside(format!("find {name}")))?;
    if found.is_dir() {
        return Err(Error::refused(format!("{name} is a folder"), "name the files in it"));
    }
    if found.len() > LARGEST as u64 {
        let megabytes = usize::try_from(found.len() >> 20).unwrap_or(usize::MAX);
        return Err(Error::refused(
            format!("{name} has {}", counted(megabytes, "megabyte")),
            format!("a file may have {}; send the part that matters", counted(LARGEST >> 20, "megabyte")),
        ));
    }
    fs::read(path).map_err(Error::outside(format!("read {name}")))
}

/// The text that bytes hold, or what is wrong with them.
pub fn text_of(name: &str, bytes: &[u8]) -> Result<String> {
    Ok(decoded(name, bytes)?.text)
}

/// What tells these bytes from all others.
pub fn digest_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Rows as CSV that spreadsheet programs open (UTF-8 with a byte order mark, CRLF). What could be taken for a formula
/// gets an apostrophe before it, which the reader of tables takes off again.
pub fn csv_of(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf]);
    for row in rows {
        let cells = row.iter().map(|cell| defused(cell).into_owned());
        writer.write_record(cells).expect("every row has the cells of the first, and memory takes them");
    }
    writer.into_inner().expect("memory takes what is left")
}
