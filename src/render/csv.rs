//! A table as text with commas (RFC 4180) that spreadsheet programs open as it was meant.

use std::borrow::Cow;

use crate::render::dress::marks;
use crate::report::{Cell, Role, Spreadsheet};
use crate::text::defused;

/// A table as CSV: UTF-8 with a mark at its head, by which Excel knows it; lines end in CR and LF; the lines above
/// the headings stand in the first column. Struck words are shown as `[-words-]`, inserted ones as `{+words+}`.
///
/// A cell that a program would take for a formula gets an apostrophe before it; who reads the file takes it away again.
pub fn csv(sheet: &Spreadsheet) -> String {
    let width = sheet.columns.len();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
        let cells = cells.chain(std::iter::repeat(Cow::Borrowed(""))).take(width);
        let defused = cells.map(|cell| defused(&cell).into_owned());
        writer.write_record(defused).expect("every line has the same number of cells, and memory takes them");
    };
    for line in &sheet.above {
        write(&mut std::iter::once(Cow::Borrowed(line.as_str())));
    }
    write(&mut sheet.columns.iter().map(|column| Cow::Borrowed(column.heading.as_str())));
    for row in &sheet.rows {
        write(&mut row.iter().map(flat));
    }
    let bytes = writer.into_inner().expect("memory takes what is left");
    String::from_utf8(bytes).expect("text was written, and a mark")
}

/// The words of a cell, with marks where they are struck or inserted.
fn flat(cell: &Cell) -> Cow<'_, str> {
    let text = cell.iter().map(|run| match run.role {
        Role::Struck | Role::Inserted => {
            let (before, after) = marks(run.role);
            format!("{before}{}{after}", run.text)
        }
        _ => run.text.clone(),
    });
    Cow::Owned(text.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Run, SheetColumn};

    fn sheet(cells: &[&str]) -> Spreadsheet {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day");
        let mut sheet = Spreadsheet::new("Comments", "Comments", day);
        sheet.columns = vec![SheetColumn::new("Paragraph", 10), SheetColumn::new("Comment", 40)];
        sheet.row(cells.iter().map(|text| vec![Run::plain(*text)]).collect());
        sheet
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_gets_an_apostrophe() {
        for (cell, shown) in [
            ("=1+1", "'=1+1"),
            ("+41", "'+41"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("12", "12"),
            ("", ""),
        ] {
            assert_eq!(defused(cell), shown);
        }
    }

    #[test]
    fn the_file_has_its_mark_and_the_line_ends_of_the_norm() {
        let mut sheet = sheet(&["12", "two\nlines, \"quoted\""]);
        sheet.above = vec!["Illustrative".to_owned()];
        let text = csv(&sheet);
        assert_eq!(
            text,
            "\u{feff}Illustrative,\r\nParagraph,Comment\r\n12,\"two\nlines, \"\"quoted\"\"\"\r\n"
        );
    }

    #[test]
    fn struck_and_inserted_words_are_marked() {
        let mut sheet = sheet(&["12", ""]);
        sheet.rows[0][1] = vec![
            Run::plain("States "),
            Run::new(Role::Struck, "should"),
            Run::new(Role::Inserted, "must"),
            Run::plain(" act."),
        ];
        assert!(csv(&sheet).contains("12,States [-should-]{+must+} act.\r\n"));
    }

    #[test]
    fn a_row_of_empty_cells_is_no_empty_line() {
        let text = csv(&sheet(&["", ""]));
        assert!(text.ends_with("\r\n,\r\n"), "{text:?}");
    }
}
