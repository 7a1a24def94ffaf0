//! The comment matrix as the co-chairs filled it in: what each row answers, and with what.

use crate::comment::{Column, Docket, Origin, Reply};
use crate::error::{Error, Result};
use crate::intake::table::fold::trimmed;
use crate::intake::table::header::Header;
use crate::intake::table::heading::Heading;
use crate::intake::table::read::opened;
use crate::intake::table::sheet::{Line, Mark, Marked, Sheet};

/// How many rows from the top may stand above the headings.
const DEEPEST: usize = 80;
/// Beyond so many bytes a cell may be one that our own workbook cut in two.
const MAYBE_CUT: usize = 30_000;

/// One row of an edited matrix. No comment is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredRow {
    /// Its row, as the spreadsheet program numbers it.
    pub row: u32,
    /// What it is known by; absent where the hidden column does not say.
    pub docket: Option<Docket>,
    /// The comment as the row names it for people; absent where there is no such column.
    pub number: Option<String>,
    /// The answer as it stands in the row.
    pub reply: Reply,
    /// Whether all of the answer shares one cell.
    pub in_one_cell: bool,
    /// What is wrong with it.
    pub fault: Option<RowFault>,
}

/// What may be wrong with a row of an edited matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// A quotation mark is left open in it.
    BrokenQuotes,
    /// Its reference is struck through.
    StruckOut,
    /// Its response is so long that it was cut in two.
    Cut,
}

impl std::fmt::Display for RowFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            RowFault::BrokenQuotes => "a quotation mark is left open in it",
            RowFault::StruckOut => "it is struck out",
            RowFault::Cut => "its response is longer than a cell may be and was cut in two",
        })
    }
}

/// The columns of the matrix that people write in, and those by which a row is known.
struct Columns {
    docket: usize,
    number: Option<usize>,
    outcome: Option<usize>,
    response: Option<usize>,
    shown: Option<usize>,
    see: Option<usize>,
}

/// Reads an edited comment matrix, a workbook (XLSX) or a text with separators (CSV), wherever its rows stand now.
///
/// Fails, with the way out, on what is no table, and on one that is no matrix of ours: the row of headings is the one
/// that bears [`Origin::HEADING`].
pub fn read_answers(name: &str, bytes: &[u8]) -> Result<Vec<AnsweredRow>> {
    let headings = |sheet: &Sheet| head(sheet).map_or(0, |(_, header)| header.texts.len());
    let file = opened(name, bytes, headings)?;
    let mut rows = Vec::new();
    let mut found = false;
    for sheet in &file.sheets {
        let Some((at, header)) = head(sheet) else { continue };
        found = true;
        let columns = Columns::of(&header);
        if columns.outcome.is_none() && columns.response.is_none() {
            return Err(Error::refused(
                format!("{name} has no column for the answer"),
                format!(
                    "keep the headings `{}` and `{}` as they were written",
                    Column::Outcome.names()[0],
                    Column::Response.names()[0]
                ),
            ));
        }
        let below = sheet.lines[at + 1..].iter().filter(|line| !line.is_blank());
        let again = |line: &&Line| line.own(columns.docket) != Origin::HEADING;
        rows.extend(below.filter(again).map(|line| columns.row(line, sheet.name.is_some())));
    }
    if found {
        return Ok(rows);
    }
    Err(Error::refused(
        format!("{name} is no comment matrix: no row of headings bears `{}`", Origin::HEADING),
        "`travaux matrix --output matrix.xlsx` writes one; keep its columns, hidden ones too",
    ))
}

/// The row of headings of a sheet.
fn head(sheet: &Sheet) -> Option<(usize, Header)> {
    let named = |line: &Line| line.cells.iter().any(|cell| trimmed(&cell.text) == Origin::HEADING);
    let at = sheet.lines.iter().take(DEEPEST).position(named)?;
    Some((at, Header::at(sheet, at, 1)?))
}

impl Columns {
    fn of(header: &Header) -> Columns {
        let of = |column: Column| header.columns_of(Heading::Of(column)).first().copied();
        let docket =
            header.texts.iter().position(|text| trimmed(text) == Origin::HEADING).unwrap_or_default();
        Columns {
            docket,
            number: of(Column::Number),
            outcome: of(Column::Outcome),
            response: of(Column::Response),
            shown: of(Column::ShownIn),
            see: of(Column::See),
        }
    }

    fn row(&self, line: &Line, in_workbook: bool) -> AnsweredRow {
        let words =
            |column: Option<usize>| column.map_or_else(String::new, |at| words(line, at, in_workbook));
        let response = words(self.response);
        let struck = |at: usize| {
            let marked = line.cells.get(at).and_then(|cell| cell.marked.as_ref());
            marked.is_some_and(|marked| marked.is_all(Mark::Struck))
        };
        let ends = |text: &str| text.starts_with("[…]") || text.ends_with("[…]");
        let fault = match () {
            () if line.broken => Some(RowFault::BrokenQuotes),
            () if in_workbook && self.number.is_some_and(struck) => Some(RowFault::StruckOut),
            () if ends(&response) && response.len() > MAYBE_CUT => Some(RowFault::Cut),
            () => None,
        };
        let reply = match self.outcome {
            Some(_) => Reply {
                outcome: words(self.outcome),
                response,
                shown: words(self.shown),
                see: words(self.see),
            },
            None => Reply::apart(&response),
        };
        AnsweredRow {
            row: line.row,
            docket: Docket::parse(line.own(self.docket)),
            number: self.number.map(|at| line.own(at).to_owned()),
            reply,
            in_one_cell: self.outcome.is_none(),
            fault,
        }
    }
}

/// The words of a cell; of one in which words were struck and put in, those that are to stand.
fn words(line: &Line, at: usize, in_workbook: bool) -> String {
    let Some(cell) = line.cells.get(at) else { return String::new() };
    let marked = cell.marked.as_ref().filter(|marked| in_workbook && marked.strikes());
    marked.map_or_else(|| trimmed(&cell.text).to_owned(), Marked::after)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "ict/XAA-r4-3 0123456789abcdef 0123456789abcdef";

    #[test]
    fn a_row_is_known_by_its_docket_wherever_it_stands() {
        let text =
            format!("Illustrative\nresponse;Outcome;No.;travaux\nWhy;noted;XAA-r4-3;{ID}\n;;;\nMine;;;\n");
        let rows = read_answers("m.csv", text.as_bytes()).expect("a matrix");
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (rows[0].row, rows[0].reply.outcome.as_str(), rows[0].reply.response.as_str()),
            (3, "noted", "Why")
        );
        assert_eq!(rows[0].docket, Docket::parse(ID));
        assert_eq!((rows[1].docket.clone(), rows[1].number.as_deref()), (None, Some("")));
    }

    #[test]
    fn an_outcome_without_a_column_stands_before_the_response() {
        let text = format!("Clause,Observations of the secretariat,travaux\n1,Reflected (D2): Yes,{ID}\n");
        let rows = read_answers("m.csv", text.as_bytes()).expect("a matrix");
        let reply = &rows[0].reply;
        assert_eq!(
            (reply.outcome.as_str(), reply.shown.as_str(), reply.response.as_str()),
            ("Reflected", "D2", "Yes")
        );
    }

    #[test]
    fn what_is_no_matrix_is_refused_with_a_way_out() {
        for (text, words) in
            [("a,b\n1,2\n", "no comment matrix"), ("No.,travaux\n1,2\n", "no column for the answer")]
        {
            let refused = read_answers("m.csv", text.as_bytes()).expect_err("no matrix");
            assert!(refused.to_string().contains(words), "{refused}");
            assert!(refused.hint().is_some());
        }
    }
}
