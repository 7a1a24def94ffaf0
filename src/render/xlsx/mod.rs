//! A table as an Excel workbook.

mod cut;
mod dress;
mod height;
mod leaf;

use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::error::{Error, Result};
use crate::report::{Instruction, Instructions, Spreadsheet};

/// A table as an Excel workbook: instructions on a leaf of their own, then the table with its headings frozen, a
/// filter, words to choose from, and, where it is protected, only the cells unlocked on which people write. The same
/// table gives the same bytes: the file bears the day of the answer, not the clock's.
///
/// All cells are text. Struck and inserted words are struck and underlined. A text that is longer than a cell may be
/// (32,767 UTF-16 units) goes on in the row below, `[…]` at both ends, what is given in the row repeated.
/// Fails where the table has more rows or columns than the format holds.
pub fn xlsx(sheet: &Spreadsheet) -> Result<Vec<u8>> {
    let workbook = write(sheet).map_err(Error::outside("write the spreadsheet"))?;
    height::growing(workbook).map_err(Error::outside("write the spreadsheet"))
}

fn write(sheet: &Spreadsheet) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = (sheet.day.year(), sheet.day.month(), sheet.day.day());
    let made = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or_default(),
        u8::try_from(month).unwrap_or_default(),
        u8::try_from(day).unwrap_or_default(),
    )
    // The format has no day before 1900.
    .or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    let comment = sheet.above.join("\n");
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&sheet.title)
            .set_author("travaux")
            .set_comment(comment)
            .set_creation_datetime(&made),
    );
    let mut names = Vec::new();
    if let Some(instructions) = &sheet.instructions {
        names.push(leaf::name(&instructions.name, &names));
        let worksheet = workbook.add_worksheet().set_name(&names[0])?;
        explain(worksheet, instructions, sheet)?;
    }
    let name = leaf::name(&sheet.name, &names);
    let worksheet = workbook.add_worksheet().set_name(&name)?;
    leaf::table(worksheet, sheet)?;
    if sheet.protected {
        protect(worksheet);
    }
    workbook.save_to_buffer()
}

/// The width of names in the instructions, and of what is said beside them.
const NAMES: u16 = 24;
const SAID: u16 = 88;

/// The leaf of instructions: names on the left, what is said on the right.
fn explain(
    worksheet: &mut Worksheet,
    instructions: &Instructions,
    sheet: &Spreadsheet,
) -> std::result::Result<(), XlsxError> {
    worksheet.set_right_to_left(sheet.right_to_left).set_screen_gridlines(false);
    worksheet.set_column_width(0, NAMES)?.set_column_width(1, SAID)?;
    let mut write = |row: u32, column: u16, text: &str, format: Format| {
        let format = dress::aligned(format, text, sheet.right_to_left);
        worksheet.write_string_with_format(row, column, text, &format).map(drop)
    };
    let mut heights: Vec<(u32, u32)> = Vec::new();
    let mut points = 0;
    let mut row = 0;
    for line in &instructions.lines {
        match line {
            Instruction::Title(text) => write(row, 0, text, dress::title(true))?,
            Instruction::Heading(text) => {
                (points, row) = (0, row + 1);
                write(row, 0, text, dress::title(false))?;
            }
            Instruction::Point(text) => {
                points += 1;
                write(row, 0, &format!("{points}."), dress::name())?;
                write(row, 1, text, dress::instruction())?;
            }
            Instruction::Named(name, text) => {
                write(row, 0, name, dress::name())?;
                write(row, 1, text, dress::instruction())?;
            }
        }
        heights.extend(line.said().map(|said| (row, height::height([(said, SAID)]))));
        row += 1;
    }
    for (row, height) in heights {
        worksheet.set_row_height(row, height)?;
    }
    worksheet.set_paper_size(leaf::A4).set_print_fit_to_pages(1, 0);
    if sheet.protected {
        worksheet.protect();
    }
    Ok(())
}

/// Locks what is given. Rows may be inserted and deleted, words struck and underlined, columns made wider, and the
/// filter used. There is no password: the lock is against slips of the hand.
fn protect(worksheet: &mut Worksheet) {
    worksheet.protect_with_options(&ProtectionOptions {
        insert_rows: true,
        delete_rows: true,
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
}
