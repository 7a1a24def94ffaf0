//! A table on a terminal: as a grid, or as records where the sheet is too narrow for one.

use comfy_table::{ContentArrangement, LineStyle, TableStyle};
use unicode_width::UnicodeWidthStr;

use crate::render::Sheet;
use crate::render::clean::{Line, lines, words};
use crate::render::fold::fold;
use crate::render::isolate::isolated;
use crate::render::records::records;
use crate::render::share::{GAP, Wish, shares};
use crate::report::{Cell, Run, Table};

/// A quiet table: one rule under the names, nothing else.
const QUIET: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));
/// Stands for a column that `comfy_table` does not see; never shown. A noncharacter, which no text holds
/// once it is cleaned.
const UNSEEN: char = '\u{fdd0}';

/// Draws a table.
pub(crate) fn grid(table: &Table, sheet: &Sheet) -> String {
    let names: Vec<Vec<Line>> =
        table.columns.iter().map(|column| lines(&[Run::strong(&column.name)])).collect();
    let rows: Vec<Vec<Vec<Line>>> =
        table.rows.iter().map(|row| row.iter().map(|cell: &Cell| lines(cell)).collect()).collect();
    let wishes: Vec<Wish> = (0..names.len())
        .map(|at| {
            let cells = || std::iter::once(&names).chain(&rows).filter_map(|row| row.get(at)).flatten();
            let widths = cells().flat_map(|line| fold(line, None, sheet.color)).map(|line| line.width);
            let word = |line: &Line| words(line).split_whitespace().map(UnicodeWidthStr::width).max();
            let least = cells().filter_map(word).max().unwrap_or(0);
            Wish { natural: widths.max().unwrap_or(0), word: least, fold: table.columns[at].fold }
        })
        .collect();
    match shares(&wishes, sheet.table()) {
        Some(widths) => drawn(&names, &rows, &widths, sheet),
        None => records(&names, &rows, sheet),
    }
}

/// Has `comfy_table` draw cells that are already folded to the width of their columns: its own wrapping knows
/// spaces only, and would begin a Chinese line with a comma.
fn drawn(names: &[Vec<Line>], rows: &[Vec<Vec<Line>>], widths: &[usize], sheet: &Sheet) -> String {
    let folded = |row: &[Vec<Line>]| -> Vec<String> {
        row.iter().zip(widths).map(|(cell, &width)| folded(cell, width, sheet)).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| folded(row)).collect();
    let tall = rows.iter().flatten().any(|cell| cell.contains('\n'));
    let mut grid = comfy_table::Table::new();
    // A blank line between rows shows where one of several lines ends; single lines need none.
    let style = if tall { QUIET.row_separator(LineStyle::none().fill(' ')) } else { QUIET };
    grid.load_style(style).force_no_tty().set_content_arrangement(ContentArrangement::Disabled);
    grid.set_header(folded(names)).add_rows(rows);
    let last = widths.len().saturating_sub(1);
    for (at, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, if at == last { 0 } else { GAP as u16 }));
    }
    let lines: Vec<String> =
        grid.lines().map(|line| line.replace(UNSEEN, "").trim_end().to_owned()).collect();
    lines.join("\n")
}

/// The text of one cell, folded.
fn folded(cell: &[Line], width: usize, sheet: &Sheet) -> String {
    let mut shown = Vec::new();
    for line in cell {
        let whole = words(line);
        for part in fold(line, Some(width.max(2)), sheet.color) {
            let text = if sheet.bidi { isolated(&part.text, &whole) } else { part.text };
            // comfy_table measures a text as a whole, terminals measure it cluster by cluster (measure).
            let unseen = part.width.saturating_sub(anstream::adapter::strip_str(&text).to_string().width());
            shown.push(text + &UNSEEN.to_string().repeat(unseen));
        }
    }
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Role;

    fn sheet(width: usize) -> Sheet {
        Sheet { width: Some(width), color: false, bidi: false }
    }

    fn concordance() -> Table {
        let mut table = Table::new(&["Now", "Change", "Text*"]);
        let redline = vec![
            Run::plain("States "),
            Run::new(Role::Struck, "must"),
            Run::new(Role::Inserted, "should"),
            Run::plain(" exercise due diligence."),
        ];
        table.row(vec![vec![Run::plain("D1")], vec![Run::plain("reworded")], redline]);
        table.row(vec![vec![], vec![Run::plain("kept")], vec![Run::plain("各国应当，恪尽职守。")]]);
        table
    }

    #[test]
    fn a_table_that_fits_has_one_line_a_row() {
        let expected = "\
Now  Change    Text
──────────────────────────────────────────────────────────
D1   reworded  States [-must-]{+should+} exercise due diligence.
     kept      各国应当，恪尽职守。";
        assert_eq!(grid(&concordance(), &sheet(80)).replace('─', ""), expected.replace('─', ""));
    }

    #[test]
    fn prose_is_folded_and_a_blank_line_parts_the_rows() {
        let expected = "\
Now  Change    Text
────────────────────────────────────────
D1   reworded  States [-must-]{+should+}
               exercise due diligence.

     kept      各国应当，恪尽职守。";
        assert_eq!(grid(&concordance(), &sheet(40)), expected);
    }

    #[test]
    fn without_room_for_prose_each_row_is_a_record() {
        let expected = "\
Now: D1
Change: reworded
Text:
  States [-must-]{+should+}
  exercise due diligence.

Change: kept
Text: 各国应当，恪尽职守。";
        assert_eq!(grid(&concordance(), &sheet(30)), expected);
    }

    #[test]
    fn columns_stand_straight_beside_arabic_ligatures() {
        let mut table = Table::new(&["Round", "Opens"]);
        table.row(vec![vec![Run::plain("لا")], vec![Run::plain("x")]]);
        let shown = grid(&table, &sheet(80));
        assert!(shown.ends_with("\nلا     x"), "{shown}");
    }

    #[test]
    fn a_colored_cell_does_not_colour_its_neighbour() {
        let shown = grid(&concordance(), &Sheet { width: Some(40), color: true, bidi: false });
        assert!(shown.contains("D1   reworded  States \u{1b}[9m\u{1b}[31mmust\u{1b}[0m"), "{shown:?}");
    }

    #[test]
    fn an_empty_table_is_its_names() {
        assert!(grid(&Table::new(&["Now", "Text*"]), &sheet(80)).starts_with("Now  Text\n──"));
        assert_eq!(grid(&Table::new(&["Delegation", "Comment"]), &sheet(12)), "Delegation:\nComment:");
        assert_eq!(grid(&Table::default(), &sheet(80)), "");
    }
}
