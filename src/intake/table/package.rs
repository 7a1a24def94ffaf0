//! The parts of a workbook, unfolded within bounds.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::{Error, Result};

/// The most parts that an archive may have.
const MOST_PARTS: usize = 4096;
/// The most bytes that one part may unfold to.
const LARGEST_PART: u64 = 64 << 20;
/// The most bytes that all parts that are read may unfold to.
const LARGEST_ALL: u64 = 192 << 20;

/// A workbook's archive. Bounds hold for the bytes that come out, not for the sizes it claims.
pub(super) struct Package<'b> {
    name: &'b str,
    archive: ZipArchive<Cursor<&'b [u8]>>,
    unfolded: u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(name: &'b str, bytes: &'b [u8]) -> Result<Package<'b>> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(name, "the archive"))?;
        if archive.len() > MOST_PARTS {
            return Err(hostile(name, format!("it has {} parts", archive.len())));
        }
        let mut names = BTreeSet::new();
        for part in archive.file_names_raw() {
            if !names.insert(part.to_ascii_lowercase()) {
                return Err(hostile(name, "two of its parts bear one name".to_owned()));
            }
        }
        Ok(Package { name, archive, unfolded: 0 })
    }

    /// Whether a part bears a name that begins so.
    pub(super) fn has(&self, start: &str) -> bool {
        self.archive.file_names_raw().any(|part| part.to_ascii_lowercase().starts_with(start.as_bytes()))
    }

    /// The text of a part, by its name in any case; absent where there is none.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>> {
        let wanted = path.trim_start_matches('/').to_ascii_lowercase();
        let is_it = |part: &[u8]| part.to_ascii_lowercase() == wanted.as_bytes();
        let Some(index) = self.archive.file_names_raw().position(is_it) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|_| damaged(self.name, path))?;
        let mut bytes = Vec::new();
        let room = LARGEST_PART.min(LARGEST_ALL.saturating_sub(self.unfolded));
        part.take(room + 1).read_to_end(&mut bytes).map_err(|_| damaged(self.name, path))?;
        self.unfolded += bytes.len() as u64;
        if bytes.len() as u64 > room {
            return Err(hostile(self.name, format!("{path} unfolds to more than {} MB", room >> 20)));
        }
        let text = decoded(&bytes).ok_or_else(|| damaged(self.name, path))?;
        if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
            return Err(hostile(self.name, format!("{path} declares entities of its own")));
        }
        Ok(Some(text))
    }
}

/// XML in UTF-8 or, with a byte order mark, in UTF-16.
fn decoded(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// A file that does not hold together.
pub(super) fn damaged(name: &str, what: &str) -> Error {
    Error::refused(
        format!("{name} is damaged: {what} cannot be read"),
        "open it in a spreadsheet program, save it again as .xlsx, and take in that file",
    )
}

/// A file that would unfold without bounds, or that no spreadsheet program writes.
pub(super) fn hostile(name: &str, why: String) -> Error {
    Error::refused(
        format!("{name} is no workbook that a spreadsheet program writes: {why}"),
        "ask its sender for the table as .xlsx or .csv",
    )
}
