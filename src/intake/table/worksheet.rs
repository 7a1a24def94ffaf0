//! One sheet of a workbook: its cells, what is merged, what is hidden.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use crate::error::Result;
use crate::intake::package::{Malformed, Next, Office, Part, attribute, says_yes};
use crate::intake::table::runs::Runs;
use crate::intake::table::sheet::{Cell, Day, Given, Line, Sheet};
use crate::intake::table::styles::{Shown, Styles};

/// The most cells that a sheet may hold, empty ones before filled ones counted.
const MOST_CELLS: usize = 2_000_000;
/// The most bytes of words that a sheet may hold: a word shared by many cells is there many times.
const MOST_WORDS: usize = 64 << 20;
/// The last column and row of a spreadsheet program, counted from 0.
const LAST: (usize, u32) = (16_383, 1_048_575);

/// What the sheets of a workbook share.
pub(super) struct Strings<'w> {
    pub(super) shared: &'w [Runs],
    pub(super) styles: &'w Styles,
    pub(super) from_1904: bool,
}

/// Reads a sheet; fails where it is damaged or holds more than a sheet can.
pub(super) fn worksheet(name: &str, text: &str, strings: &Strings<'_>) -> Result<Sheet> {
    let mut found = Found::default();
    found.read(&mut Part::of(text), strings).map_err(|fault| match fault {
        Fault::Malformed => Office::Workbook.damaged(name, "one of its sheets"),
        Fault::TooMany => {
            Office::Workbook.hostile(name, "one of its sheets has cells without number".to_owned())
        }
    })?;
    found
        .merge()
        .map_err(|_| Office::Workbook.hostile(name, "its merged cells are without number".to_owned()))?;
    let line = |(row, line): (u32, BTreeMap<usize, Cell>)| {
        let mut cells = Vec::new();
        for (column, cell) in line {
            cells.resize(column, Cell::default());
            cells.push(cell);
        }
        let hidden = found.hidden_rows.contains(&row);
        Line { row: row + 1, hidden, broken: false, cells }
    };
    let lines = std::mem::take(&mut found.lines).into_iter().map(line).collect();
    Ok(Sheet { lines, hidden_columns: found.hidden_columns.into_iter().collect(), ..Sheet::default() })
}

enum Fault {
    Malformed,
    TooMany,
}

impl From<Malformed> for Fault {
    fn from(_: Malformed) -> Fault {
        Fault::Malformed
    }
}

#[derive(Default)]
struct Found {
    lines: BTreeMap<u32, BTreeMap<usize, Cell>>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<usize>,
    merged: Vec<Area>,
    held: usize,
    words: usize,
}

/// A merged cell, first and last row and column counted from 0.
struct Area {
    rows: (u32, u32),
    columns: (usize, usize),
}

impl Found {
    fn read(&mut self, part: &mut Part<'_>, strings: &Strings<'_>) -> std::result::Result<(), Fault> {
        let (mut row, mut column) = (0_u32, 0_usize);
        while let Some(next) = part.next()? {
            match next {
                Next::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        let told = attribute(&element, "r").and_then(|row| row.parse::<u32>().ok());
                        row = told.map_or(row, |row| row.saturating_sub(1));
                        column = 0;
                        if says_yes(&element, "hidden") {
                            self.hidden_rows.insert(row);
                        }
                    }
                    "c" => {
                        let at = attribute(&element, "r").and_then(|at| place(&at));
                        (column, row) = at.unwrap_or((column, row));
                        if column > LAST.0 || row > LAST.1 {
                            return Err(Fault::TooMany);
                        }
                        let cell = cell(part, &element, strings)?;
                        self.put(row, column, cell)?;
                        column += 1;
                    }
                    "col" if says_yes(&element, "hidden") => self.hide(&element),
                    "mergeCell" => self.merged.extend(attribute(&element, "ref").and_then(|at| area(&at))),
                    _ => {}
                },
                Next::End(name) if name == "row" => row = row.saturating_add(1),
                Next::End(_) | Next::Words(_) => {}
            }
        }
        Ok(())
    }

    fn put(&mut self, row: u32, column: usize, cell: Cell) -> std::result::Result<(), Fault> {
        if cell.is_blank() {
            return Ok(());
        }
        let line = self.lines.entry(row).or_default();
        let known = line.last_key_value().map_or(0, |(last, _)| last + 1);
        self.held += (column + 1).saturating_sub(known);
        self.words += cell.text.len();
        line.insert(column, cell);
        self.bounded()
    }

    fn hide(&mut self, element: &BytesStart<'_>) {
        let told = |name| attribute(element, name).and_then(|at| at.parse::<usize>().ok()).unwrap_or(0);
        let last = told("max").min(LAST.0 + 1);
        self.hidden_columns.extend((told("min").max(1)..=last).map(|column| column - 1));
    }

    fn bounded(&self) -> std::result::Result<(), Fault> {
        let within = self.held <= MOST_CELLS && self.words <= MOST_WORDS;
        if within { Ok(()) } else { Err(Fault::TooMany) }
    }

    /// What stands in the first cell of a merged area holds for all its rows and columns; rows in which
    /// nothing else stands are not made by it.
    fn merge(&mut self) -> std::result::Result<(), Fault> {
        for area in std::mem::take(&mut self.merged) {
            let first = self.lines.get(&area.rows.0).and_then(|line| line.get(&area.columns.0));
            let Some(mut cell) = first.cloned() else { continue };
            // An area wider than any table would only fill memory.
            let last = area.columns.1.min(area.columns.0 + 64);
            for (row, line) in self.lines.range_mut(area.rows.0..=area.rows.1) {
                for column in area.columns.0..=last {
                    self.held += 1;
                    self.words += cell.text.len();
                    cell.given = match () {
                        () if column > area.columns.0 => Given::Before,
                        () if *row > area.rows.0 => Given::Above,
                        () => continue,
                    };
                    line.entry(column).or_insert_with(|| cell.clone());
                }
                if self.held > MOST_CELLS || self.words > MOST_WORDS {
                    return Err(Fault::TooMany);
                }
            }
        }
        self.bounded()
    }
}

/// Reads a cell up to its end.
fn cell(
    part: &mut Part<'_>,
    element: &BytesStart<'_>,
    strings: &Strings<'_>,
) -> std::result::Result<Cell, Malformed> {
    let kind = attribute(element, "t").unwrap_or_default();
    let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
    let (mut value, mut inline, mut formula, mut reading) = (String::new(), None, false, false);
    while let Some(next) = part.next()? {
        match next {
            Next::Start(element) => match element.local_name().as_ref() {
                "is" => inline = Some(Runs::read(part, "is")?),
                "v" => reading = true,
                "f" => formula = true,
                _ => {}
            },
            Next::Words(words) if reading => value.push_str(&words),
            Next::End(name) if name == "v" => reading = false,
            Next::End(name) if name == "c" => {
                let runs = match kind.as_str() {
                    "s" => value.trim().parse::<usize>().ok().and_then(|at| strings.shared.get(at)),
                    _ => inline.as_ref(),
                };
                let cell = runs.map_or_else(
                    || plain(&kind, value.trim_matches(['\n', '\r']), style, strings),
                    |runs| Cell { marked: runs.marked(&strings.styles.font(style)), ..Cell::of(runs.text()) },
                );
                return Ok(Cell { formula, ..cell });
            }
            Next::End(_) | Next::Words(_) => {}
        }
    }
    Err(Malformed)
}

/// A cell without runs: a number, a date, a formula's result, a fault.
fn plain(kind: &str, value: &str, style: usize, strings: &Strings<'_>) -> Cell {
    let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    match (kind, number) {
        ("b", _) => Cell::of(if value == "1" { "TRUE" } else { "FALSE" }),
        ("" | "n", Some(number)) => match strings.styles.shown(style) {
            Shown::Number => Cell { decimal: number.fract() != 0.0, ..Cell::of(number.to_string()) },
            shown => dated(number, shown, strings.from_1904).unwrap_or_else(|| Cell::of(number.to_string())),
        },
        ("s", _) => Cell::default(),
        ("d", _) => {
            let mut parts = value.split(['-', 'T']).map(|part| part.parse().ok());
            let day = || Some(Day { year: parts.next()??, month: parts.next()??, day: parts.next()? });
            Cell { date: { day }(), ..Cell::of(value) }
        }
        _ => Cell::of(value),
    }
}

/// The day that a serial number means.
fn dated(serial: f64, shown: Shown, from_1904: bool) -> Option<Cell> {
    let start = if from_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    let start = chrono::NaiveDate::from_ymd_opt(start.0, start.1, start.2)?;
    // Beyond the last day of a spreadsheet program there are no dates.
    let days = (1.0..2_958_466.0).contains(&serial).then_some(serial as u64)?;
    let date = start.checked_add_days(chrono::Days::new(days))?;
    let part = |format: &str| date.format(format).to_string().parse::<u32>().ok();
    let day = part("%d").filter(|_| shown == Shown::Date);
    Some(Cell {
        date: Some(Day { year: part("%Y")?, month: part("%m")?, day }),
        ..Cell::of(date.format(if day.is_some() { "%Y-%m-%d" } else { "%Y-%m" }).to_string())
    })
}

/// `B12` as column and row, counted from 0.
fn place(text: &str) -> Option<(usize, u32)> {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic()).filter(|length| (1..=3).contains(length))?;
    let column = text[..letters]
        .bytes()
        .fold(0, |column, c| column * 26 + usize::from(c.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = text[letters..].parse().ok()?;
    Some((column - 1, row.checked_sub(1)?))
}

fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    (first.0 <= last.0 && first.1 <= last.1)
        .then_some(Area { rows: (first.1, last.1), columns: (first.0, last.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> Result<Sheet> {
        let strings = Strings { shared: &[], styles: &Styles::default(), from_1904: false };
        worksheet("in.xlsx", xml, &strings)
    }

    #[test]
    fn cells_stand_where_they_say_or_after_one_another() {
        let sheet = read(
            r#"<worksheet><sheetData><row r="3"><c r="B3"><v>12</v></c><c t="inlineStr"><is><t>x</t></is></c></row>
            <row><c><v>1.5</v></c></row></sheetData></worksheet>"#,
        )
        .expect("a sheet");
        assert_eq!((sheet.lines[0].row, sheet.lines[0].text(1), sheet.lines[0].text(2)), (3, "12", "x"));
        assert_eq!((sheet.lines[1].row, sheet.lines[1].text(0)), (4, "1.5"));
        assert!(sheet.lines[1].cells[0].decimal);
    }

    #[test]
    fn a_merged_cell_holds_for_its_rows_but_makes_none() {
        let sheet = read(
            r#"<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>1</v></c></row>
            <row r="2"><c r="B2"><v>2</v></c></row></sheetData>
            <mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>"#,
        )
        .expect("a sheet");
        assert_eq!(sheet.lines.len(), 2);
        assert_eq!(sheet.lines[1].text(0), "7");
        assert_eq!(sheet.lines[1].cells[0].given, Given::Above);
    }

    #[test]
    fn claims_of_a_forged_sheet_are_not_believed() {
        for cell in ["XFE1", "A1048577", "AAAAAAAAAAA1", "A99999999999", "A0", "1", "é1"] {
            let xml = format!(r#"<worksheet><row><c r="{cell}"><v>1</v></c></row></worksheet>"#);
            _ = read(&xml);
        }
        let wide = r#"<row><c r="XFD1"><v>1</v></c></row>"#;
        let many: String = (1..200).map(|row| wide.replace("XFD1", &format!("XFD{row}"))).collect();
        let error = read(&format!("<worksheet>{many}</worksheet>")).expect_err("too many");
        assert!(error.to_string().contains("cells without number"), "{error}");
        for area in ["C3:A1", "A1", "A1:", ":"] {
            let xml = format!(r#"<worksheet><mergeCells><mergeCell ref="{area}"/></mergeCells></worksheet>"#);
            assert!(read(&xml).expect("a sheet").lines.is_empty());
        }
    }

    #[test]
    fn a_serial_number_is_a_day_where_its_format_says_so() {
        let day = dated(46_116.0, Shown::Date, false).expect("a day");
        assert_eq!(
            (day.text.as_str(), day.date),
            ("2026-04-04", Some(Day { year: 2026, month: 4, day: Some(4) }))
        );
        assert_eq!(dated(14_611.0, Shown::MonthAndYear, false).expect("a month").text, "1940-01");
        assert!(dated(-1.0, Shown::Date, false).is_none() && dated(1e300, Shown::Date, false).is_none());
    }
}
