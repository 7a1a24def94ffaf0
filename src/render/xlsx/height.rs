//! How high rows are.

use std::io::{Cursor, Read, Write};

use unicode_width::UnicodeWidthStr;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use crate::render::isolate::runs_leftward;
use crate::text::unspaced;

/// The height of a line in the usual letter, in points.
const LINE: usize = 15;
/// The same where letters are high.
const HIGH_LINE: usize = 17;
/// No row is higher: the limit of the format is 409 points.
const HIGHEST: usize = 405;

/// The height of a row with these texts in columns so wide (in digits of the usual letter), in points: enough for
/// the cell that takes the most lines, as far as that can be known without the letters themselves.
pub(super) fn height<'t>(cells: impl IntoIterator<Item = (&'t str, u16)>) -> u32 {
    // Most letters are narrower than a digit, so that this is a line too many more often than one too few.
    let points = cells.into_iter().map(|(text, width)| lines(text, usize::from(width)) * line(text));
    let most = points.max().unwrap_or(0).clamp(LINE, HIGHEST);
    u32::try_from(most).expect("a few hundred points")
}

/// The height of a line of a text: Han characters and Arabic letters take more than others.
fn line(text: &str) -> usize {
    if text.chars().any(unspaced) || runs_leftward(text) == Some(true) { HIGH_LINE } else { LINE }
}

/// How many lines a text takes: a word that does not fit any more begins the next one.
fn lines(text: &str, room: usize) -> usize {
    let room = room.max(2);
    let line = |line: &str| {
        let (mut lines, mut taken) = (1, 0);
        for word in line.split_inclusive(' ') {
            let whole = word.width();
            let shown = word.trim_end().width();
            if taken > 0 && taken + shown > room {
                (lines, taken) = (lines + 1, 0);
            }
            taken += whole;
            if shown > room {
                // A word longer than the line, as all Chinese text is, goes on in the next one.
                lines += (shown - 1) / room;
                taken = (whole - 1) % room + 1;
            }
        }
        lines
    };
    text.split('\n').map(line).sum()
}

/// Lets rows grow with what people write in them: the package can give a row a height only once and for all, and
/// without a height LibreOffice shows one line of each cell.
pub(super) fn growing(workbook: Vec<u8>) -> ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let name = from.by_index_raw(at)?.name()?.into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            to.raw_copy_file(from.by_index_raw(at)?)?;
            continue;
        }
        let mut leaf = String::new();
        from.by_index(at)?.read_to_string(&mut leaf)?;
        // Texts stand in a part of their own, so that only attributes are met here.
        let leaf = leaf.replace(" customHeight=\"1\"", "");
        to.start_file(name, SimpleFileOptions::default().last_modified_time(DateTime::default()))?;
        to.write_all(leaf.as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_wrap() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("one two three", 8), 2);
        assert_eq!(lines("one two three", 7), 2);
        assert_eq!(lines("one two six ten", 7), 2);
        assert_eq!(lines("one two six ten", 3), 4);
        assert_eq!(lines("a\nb\n\nc", 10), 4);
        assert_eq!(lines("武装冲突各方必须遵守", 10), 2);
        assert_eq!(lines(&"x".repeat(25), 10), 3);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell_and_no_higher_than_the_format_allows() {
        assert_eq!(height([("one", 10), ("one two three four", 10)]), 30);
        assert_eq!(height([("word ".repeat(9_999).as_str(), 10)]), 405);
        assert_eq!(height([]), 15);
        assert_eq!(height([("武装冲突", 4)]), 34);
    }
}
