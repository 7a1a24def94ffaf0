//! Foreign files as bytes, and small tables of our own beside them.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::intake::LARGEST;
use crate::intake::decode::decoded;
use crate::text::counted;

/// The bytes of a file that came from outside.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let name = path.display().to_string();
    let found = fs::metadata(path).map_err(Error::outside(format!("find {name}")))?;
    if found.is_dir() {
        return Err(Error::refused(format!("{name} is a folder"), "name the files in it"));
    }
    if found.len() > LARGEST as u64 {
        return Err(Error::refused(
            format!("{name} has {} MB", found.len() >> 20),
            format!("a file may have {}", counted(LARGEST >> 20, "megabyte")),
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

/// Writes rows as CSV that spreadsheet programs open (UTF-8 with a byte order mark, CRLF), beside a foreign file.
/// What could be taken for a formula gets an apostrophe before it, which the reader of tables takes off again.
pub fn put_rows_aside(path: &Path, rows: &[Vec<String>]) -> Result<()> {
    let doing = || format!("write {}", path.display());
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf]);
    for row in rows {
        let defused = row.iter().map(|cell| {
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.clone() }
        });
        writer.write_record(defused).map_err(Error::outside(doing()))?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::outside(doing())(error.to_string()))?;
    // Beside and renamed, so that a correction begun in it is never half overwritten.
    let draft = path.with_extension("csv.new");
    fs::write(&draft, bytes).map_err(Error::outside(doing()))?;
    fs::rename(&draft, path).map_err(Error::outside(doing()))
}
