//! The parts of an Office file (XLSX, DOCX), unfolded within bounds.

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

/// What kind of Office file is read; messages differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Office {
    /// A spreadsheet (XLSX).
    Workbook,
    /// A text (DOCX).
    Document,
}

/// A file's archive. Bounds hold for the bytes that come out, not for the sizes it claims.
pub(in crate::intake) struct Package<'b> {
    name: &'b str,
    office: Office,
    archive: ZipArchive<Cursor<&'b [u8]>>,
    unfolded: u64,
}

impl<'b> Package<'b> {
    pub(in crate::intake) fn open(name: &'b str, bytes: &'b [u8], office: Office) -> Result<Package<'b>> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| office.damaged(name, "the archive"))?;
        if archive.len() > MOST_PARTS {
            return Err(office.hostile(name, format!("it has {} parts", archive.len())));
        }
        // Names in the list of parts, and names that differ in their case alone.
        let mut names = BTreeSet::new();
        let twice = archive.file_names_raw().any(|part| !names.insert(part.to_ascii_lowercase()));
        if twice || archive.has_duplicate_names() {
            return Err(office.hostile(name, "two of its parts bear one name".to_owned()));
        }
        Ok(Package { name, office, archive, unfolded: 0 })
    }

    /// Whether a part bears a name that begins so.
    pub(in crate::intake) fn has(&self, start: &str) -> bool {
        self.archive.file_names_raw().any(|part| part.to_ascii_lowercase().starts_with(start.as_bytes()))
    }

    /// The text of a part, by its name in any case; absent where there is none.
    pub(in crate::intake) fn part(&mut self, path: &str) -> Result<Option<String>> {
        let wanted = path.trim_start_matches('/').to_ascii_lowercase();
        let is_it = |part: &[u8]| part.to_ascii_lowercase() == wanted.as_bytes();
        let Some(index) = self.archive.file_names_raw().position(is_it) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|_| self.office.damaged(self.name, path))?;
        let mut bytes = Vec::new();
        let room = LARGEST_PART.min(LARGEST_ALL.saturating_sub(self.unfolded));
        part.take(room + 1).read_to_end(&mut bytes).map_err(|_| self.office.damaged(self.name, path))?;
        self.unfolded += bytes.len() as u64;
        if bytes.len() as u64 > room {
            return Err(self
                .office
                .hostile(self.name, format!("{path} unfolds to more than {} MB", room >> 20)));
        }
        let text = decoded(&bytes).ok_or_else(|| self.office.damaged(self.name, path))?;
        if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
            return Err(self.office.hostile(self.name, format!("{path} declares entities of its own")));
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

impl Office {
    /// A file that does not hold together.
    pub(in crate::intake) fn damaged(self, name: &str, what: &str) -> Error {
        let (program, ending) = self.program();
        Error::refused(
            format!("{name} is damaged: {what} cannot be read"),
            format!("open it in a {program}, save it again as {ending}, and take in that file"),
        )
    }

    /// A file that would unfold without bounds, or that no office program writes.
    pub(in crate::intake) fn hostile(self, name: &str, why: String) -> Error {
        let (program, _) = self.program();
        let (what, way_out) = match self {
            Office::Workbook => ("workbook", "ask its sender for the table as .xlsx or .csv"),
            Office::Document => ("document", "ask its sender to save it again as .docx"),
        };
        Error::refused(format!("{name} is no {what} that a {program} writes: {why}"), way_out)
    }

    fn program(self) -> (&'static str, &'static str) {
        match self {
            Office::Workbook => ("spreadsheet program", ".xlsx"),
            Office::Document => ("word processor", ".docx"),
        }
    }
}
