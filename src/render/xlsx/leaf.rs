//! The leaf that holds the table.

use rust_xlsxwriter::{ColNum, DataValidation, Format, Formula, RowNum, Worksheet, XlsxError};

use crate::render::xlsx::height::height;
use crate::render::xlsx::{cut, dress};
use crate::report::{Cell, Role, Run, SheetColumn, Spreadsheet};

/// The paper, in the format's own numbers.
pub(super) const A4: u8 = 9;
/// How wide a table may be that is printed on one page across.
const PAGE: u16 = 250;
/// How many rows below the last one still offer the words to choose from, so that rows can be added by hand.
const MORE_ROWS: RowNum = 500;

/// Writes the table.
pub(super) fn table(worksheet: &mut Worksheet, sheet: &Spreadsheet) -> Result<(), XlsxError> {
    worksheet.set_right_to_left(sheet.right_to_left);
    for (at, column) in columns(sheet) {
        worksheet.set_column_width(at, column.width)?.set_column_format(at, &dress::column(column))?;
        if column.hidden {
            worksheet.set_column_hidden(at)?;
        }
    }
    let mut row: RowNum = 0;
    for (at, line) in sheet.above.iter().enumerate() {
        let format = dress::aligned(dress::above(at == 0), line, sheet.right_to_left);
        worksheet.write_string_with_format(row, 0, one_line(line), &format)?;
        row += 1;
    }
    let headings = row;
    for (at, column) in columns(sheet) {
        let format = dress::directed(dress::heading(), &column.heading, sheet.right_to_left);
        worksheet.write_string_with_format(row, at, &column.heading, &format)?;
    }
    worksheet
        .set_row_height(headings, tall(sheet, sheet.columns.iter().map(|column| column.heading.clone())))?;
    for cells in &sheet.rows {
        for cells in cut::rows(cells, |column| sheet.columns[column].locked) {
            row += 1;
            worksheet.set_row_height(row, tall(sheet, cells.iter().map(words)))?;
            for ((at, column), cell) in columns(sheet).zip(&cells) {
                write(worksheet, (row, at), column, cell, sheet.right_to_left)?;
            }
        }
    }
    let written = row;
    for _ in 0..sheet.spare {
        row += 1;
        for (at, column) in columns(sheet) {
            write(worksheet, (row, at), column, &Cell::new(), sheet.right_to_left)?;
        }
    }
    offer(worksheet, sheet, headings + 1, row + MORE_ROWS)?;
    if !sheet.protected && written > headings {
        guard(worksheet, sheet, headings + 1, written)?;
    }
    arrange(worksheet, sheet, headings, if sheet.spare > 0 { row } else { written })
}

/// How high a row with these texts is; what is hidden takes no room.
fn tall(sheet: &Spreadsheet, texts: impl Iterator<Item = String>) -> u32 {
    let texts: Vec<String> = texts.collect();
    let shown = texts.iter().zip(&sheet.columns).filter(|(_, column)| !column.hidden);
    height(shown.map(|(text, column)| (text.as_str(), column.width)))
}

fn words(cell: &Cell) -> String {
    cell.iter().map(|run| run.text.as_str()).collect()
}

/// Writes one cell: text in one role as such, several roles as runs.
fn write(
    worksheet: &mut Worksheet,
    (row, at): (RowNum, ColNum),
    column: &SheetColumn,
    cell: &Cell,
    right_to_left: bool,
) -> Result<(), XlsxError> {
    let runs: Vec<Run> = cell.iter().filter(|run| !run.text.is_empty()).map(plain_ends).collect();
    let role = runs.first().map_or(Role::Plain, |run| run.role);
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    // Prose stands where its own lines begin, a name or a number where those of its leaf do.
    let short = text.chars().count() <= usize::from(column.width);
    let placed = if short { dress::aligned } else { dress::directed };
    let dress = |role| placed(dress::cell(column, role), &text, right_to_left);
    let marked = matches!(role, Role::Struck | Role::Inserted);
    // Words struck or put in are always runs: who reads the file back looks for them there.
    if !marked && runs.iter().all(|run| run.role == role) {
        worksheet.write_string_with_format(row, at, &text, &dress(role))?;
        return Ok(());
    }
    let dressed: Vec<(Format, &str)> = runs
        .iter()
        .flat_map(|run| verbatim(&run.text).into_iter().map(|text| (dress::run(run.role), text)))
        .collect();
    let dressed: Vec<(&Format, &str)> = dressed.iter().map(|(format, text)| (format, *text)).collect();
    worksheet.write_rich_string_with_format(row, at, &dressed, &dress(Role::Plain))?;
    Ok(())
}

/// A line within a cell ends in a line feed.
fn plain_ends(run: &Run) -> Run {
    Run::new(run.role, run.text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Text cut so that nothing in it is taken for one of the format's own escapes (`_x0041_`).
fn verbatim(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices("_x") {
        let escape = text.as_bytes().get(at + 2..at + 7);
        if escape.is_some_and(|end| end[4] == b'_' && end[..4].iter().all(u8::is_ascii_hexdigit)) {
            pieces.push(&text[from..=at]);
            from = at + 1;
        }
    }
    pieces.push(&text[from..]);
    pieces
}

/// Offers the words of a column where people write; what does not fit into the format's list (255 units) is not
/// offered, and may be typed.
fn offer(
    worksheet: &mut Worksheet,
    sheet: &Spreadsheet,
    first: RowNum,
    last: RowNum,
) -> Result<(), XlsxError> {
    for (at, column) in columns(sheet).filter(|(_, column)| !column.choices.is_empty()) {
        if let Ok(list) = DataValidation::new().allow_list_strings(&column.choices) {
            worksheet.add_data_validation(first, at, last, at, &list)?;
        }
    }
    Ok(())
}

/// Refuses typing over what is given, on a leaf that is not protected: a protected one cannot be sorted.
fn guard(
    worksheet: &mut Worksheet,
    sheet: &Spreadsheet,
    first: RowNum,
    last: RowNum,
) -> Result<(), XlsxError> {
    for (at, _) in columns(sheet).filter(|(_, column)| column.locked) {
        let never = DataValidation::new()
            .allow_custom(Formula::new("=FALSE"))
            .set_error_title("Given")?
            .set_error_message("This column is given; please write in the white ones.")?;
        worksheet.add_data_validation(first, at, last, at, &never)?;
    }
    Ok(())
}

/// Freezes the headings, puts a filter on them, and makes the leaf fit for printing.
fn arrange(
    worksheet: &mut Worksheet,
    sheet: &Spreadsheet,
    headings: RowNum,
    last: RowNum,
) -> Result<(), XlsxError> {
    worksheet.set_freeze_panes(headings + 1, 0)?;
    let Some((right, _)) = columns(sheet).last() else { return Ok(()) };
    worksheet.autofilter(headings, 0, last.max(headings + 1), right)?;
    worksheet.set_repeat_rows(headings, headings)?;
    let width: u16 = sheet.columns.iter().filter(|column| !column.hidden).map(|column| column.width).sum();
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(width.div_ceil(PAGE).max(1), 0);
    if width > PAGE {
        worksheet.set_repeat_columns(0, 0)?;
    }
    worksheet.set_footer(format!("&L{}&R&P / &N", foot(&sheet.title)));
    Ok(())
}

/// The title at the foot of a page, whose room is limited.
fn foot(title: &str) -> String {
    const LONGEST: usize = 100;
    let mut short: String = title.chars().take(LONGEST).collect();
    if title.chars().count() > LONGEST {
        short.push('…');
    }
    short.replace('&', "&&")
}

fn columns(sheet: &Spreadsheet) -> impl Iterator<Item = (ColNum, &SheetColumn)> {
    (0..).zip(&sheet.columns)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name that a leaf may bear: 31 letters at the most, some marks not among them, and unlike the others.
pub(super) fn name(wanted: &str, taken: &[String]) -> String {
    let plain: String =
        wanted.chars().map(|c| if "*?:[]\\/'".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let mut units = 0;
    let short: String = plain
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= 28
        })
        .collect();
    let short = Some(short.trim()).filter(|short| !short.is_empty()).unwrap_or("Table");
    let free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let mut names = (1..).map(|at| if at == 1 { short.to_owned() } else { format!("{short} {at}") });
    // Excel keeps this one for itself.
    let allowed = |name: &String| !name.eq_ignore_ascii_case("history");
    names.find(|name| allowed(name) && free(name)).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_bears_a_name_that_the_format_allows() {
        assert_eq!(name("Comments", &[]), "Comments");
        assert_eq!(name("On D2/D3: [all]", &[]), "On D2 D3   all");
        assert_eq!(name("comments", &["Comments".to_owned()]), "comments 2");
        assert_eq!(name("History", &[]), "History 2");
        assert_eq!(name("", &[]), "Table");
        assert_eq!(name(&"永".repeat(60), &[]).chars().count(), 28);
    }

    #[test]
    fn what_looks_like_an_escape_is_text() {
        assert_eq!(verbatim("a_x0041_b"), ["a_", "x0041_b"]);
        assert_eq!(verbatim("_x0041__x0042_"), ["_", "x0041__", "x0042_"]);
        assert_eq!(verbatim("_xyz_ _x004"), ["_xyz_ _x004"]);
        assert_eq!(verbatim("永_x"), ["永_x"]);
    }
}
