//! A text with separators (CSV): its separator found, its records cut.

use csv::{ByteRecord, ReaderBuilder};

use crate::error::{Error, Result};
use crate::intake::table::encoded::texts;
use crate::intake::table::sheet::{Cell, Line, Marked, Sheet};
use crate::text::undefused;

/// The separators in use; the first is taken where nothing decides.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// How much of a file decides about encoding and separator, in bytes of UTF-8.
const SAMPLE: usize = 64 << 10;
/// How many quotation marks may be left open before the rest is taken as it stands.
const MOST_BROKEN: usize = 200;

/// Reads a text with separators as one sheet, and names the encoding where it had to be guessed.
///
/// Encoding and separator are those in which `headings` finds most.
pub(super) fn sheet(
    name: &str,
    bytes: &[u8],
    headings: impl Fn(&Sheet) -> usize,
) -> Result<(Sheet, Option<&'static str>)> {
    let mut best: Option<(usize, u8, String, Option<&'static str>)> = None;
    for (encoding, text) in texts(bytes) {
        if text.contains('\0') {
            continue;
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (declared, text) = match declared(&text) {
            Some((separator, rest)) => (vec![separator], rest.to_owned()),
            None => (SEPARATORS.to_vec(), text),
        };
        for separator in declared {
            let found = headings(&cut(sample(&text), separator));
            if best.as_ref().is_none_or(|(most, ..)| found > *most) {
                best = Some((found, separator, text.clone(), encoding));
            }
        }
    }
    let Some((_, separator, text, encoding)) = best else {
        let way_out = "save the table as .xlsx or .csv and take in that file";
        return Err(Error::refused(format!("{name} is neither a workbook nor a text"), way_out));
    };
    Ok((cut(&text, separator), encoding))
}

/// `sep=;` in the first line, as spreadsheet programs write and read it.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let separator = first.trim_matches('"').strip_prefix("sep=")?.bytes().next()?;
    // The line is a row of the file all the same, so that rows keep their numbers.
    let from = text.len() - rest.len() - 1;
    separator.is_ascii().then(|| (separator, &text[from..]))
}

fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    if end == text.len() { text } else { &text[..text[..end].rfind('\n').unwrap_or(end)] }
}

/// Cuts a text into rows. A quotation mark that is never closed breaks its own row only.
fn cut(text: &str, separator: u8) -> Sheet {
    let mut sheet = Sheet::default();
    let (mut rest, mut row, mut broken) = (text, 1, 0);
    loop {
        let Some(at) = records(rest, separator, &mut row, &mut sheet.lines, broken < MOST_BROKEN) else {
            return sheet;
        };
        broken += 1;
        let line = rest[at..].split('\n').next().unwrap_or_default();
        let cells = line.split(char::from(separator)).map(|field| cell(field.trim_matches('"'))).collect();
        sheet.lines.push(Line { row, cells, broken: true, ..Line::default() });
        row += 1;
        rest = rest.get(at + line.len() + 1..).unwrap_or_default();
    }
}

/// Reads records up to the end, or to one whose quotation mark is never closed: then says where it begins.
fn records(
    text: &str,
    separator: u8,
    row: &mut u32,
    lines: &mut Vec<Line>,
    stop_at_broken: bool,
) -> Option<usize> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let offset = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    loop {
        let start = offset(reader.position().byte());
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            return None;
        }
        let raw = text.get(start..offset(reader.position().byte())).unwrap_or_default();
        // The reader of records passes over empty lines; a spreadsheet program numbers them.
        let empty = raw.len() - raw.trim_start_matches('\n').len();
        *row += u32::try_from(empty).unwrap_or_default();
        if stop_at_broken && left_open(&raw[empty..], separator) {
            return Some(start + empty);
        }
        let cells = record.iter().map(|field| cell(&String::from_utf8_lossy(field))).collect();
        lines.push(Line { row: *row, cells, ..Line::default() });
        *row += 1;
    }
}

/// Whether a quotation mark that opens a field is never closed, or only by one that stands within words:
/// then where the field ends cannot be known.
fn left_open(record: &str, separator: u8) -> bool {
    let bytes = record.as_bytes();
    let (mut open, mut begins) = (false, true);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match byte {
            b'"' if open && next == Some(&b'"') => at += 1,
            b'"' if open => {
                open = false;
                if next.is_some_and(|next| *next != separator && *next != b'\n') {
                    return true;
                }
            }
            b'"' if begins => open = true,
            _ => {}
        }
        begins = *byte == separator;
        at += 1;
    }
    open
}

/// One field as a cell: what a spreadsheet program or a careful writer put around it goes.
fn cell(field: &str) -> Cell {
    let told = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let text = told.filter(|text| !text.contains('"')).unwrap_or_else(|| undefused(field));
    Cell { marked: Marked::parse(text), ..Cell::of(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts_of(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
        sheet
            .lines
            .iter()
            .map(|line| (line.row, line.cells.iter().map(|c| c.text.as_str()).collect()))
            .collect()
    }

    #[test]
    fn rows_bear_the_numbers_of_the_spreadsheet_program() {
        let sheet = cut("a,b\n\n\n1,\"x\ny\"\n2,z\n", b',');
        assert_eq!(texts_of(&sheet), [(1, vec!["a", "b"]), (4, vec!["1", "x\ny"]), (5, vec!["2", "z"]),]);
    }

    #[test]
    fn a_quotation_mark_left_open_breaks_its_own_row_only() {
        let sheet = cut("a,b\n1,\"never closed\n2,z\n3,5\" gun\n", b',');
        assert_eq!(
            texts_of(&sheet),
            [
                (1, vec!["a", "b"]),
                (2, vec!["1", "never closed"]),
                (3, vec!["2", "z"]),
                (4, vec!["3", "5\" gun"]),
            ]
        );
        assert_eq!(
            sheet.lines.iter().map(|line| line.broken).collect::<Vec<_>>(),
            [false, true, false, false]
        );
        assert!(!left_open("a,\"b \"\"c\"\" d\"\n", b',') && left_open("a,\"b \"\"c\n", b','));
    }

    #[test]
    fn what_was_put_around_a_field_goes() {
        assert_eq!(cell("'=SUM").text, "=SUM");
        assert_eq!(cell("'- item").text, "- item");
        assert_eq!(cell("'tis").text, "'tis");
        assert_eq!(cell("=\"007\"").text, "007");
        assert_eq!(cell("=x").text, "=x");
        assert!(cell("~~a~~ b").marked.is_some());
    }

    #[test]
    fn encoding_and_separator_are_those_in_which_headings_are_found() {
        let columns = |sheet: &Sheet| usize::from(sheet.lines[0].text(0) == "a");
        let (sheet, encoding) = sheet("in.csv", b"a;b, c\n1;\xe9", columns).expect("a text");
        assert_eq!(texts_of(&sheet)[1], (2, vec!["1", "é"]));
        assert_eq!(encoding, Some("Windows-1252"));
        let (sheet, _) = super::sheet("in.csv", b"sep=|\na|b\n", |_| 0).expect("a text");
        assert_eq!(texts_of(&sheet), [(2, vec!["a", "b"])]);
        assert!(super::sheet("in.csv", b"a\0b", |_| 0).is_err());
    }
}
