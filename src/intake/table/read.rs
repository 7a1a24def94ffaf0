//! From bytes to a table of comments.

use crate::comment::Origin;
use crate::error::{Error, Place, Problem, Result};
use crate::intake::table::columns::Columns;
use crate::intake::table::foreign::foreign;
use crate::intake::table::header::{Header, numbers_columns};
use crate::intake::table::heading::{Heading, nearest_heading};
use crate::intake::table::sheet::Sheet;
use crate::intake::table::speakers::{KnownNames, titled};
use crate::intake::table::taken::{Taking, shortened};
use crate::intake::table::{CommentTable, Left, LeftWhy, TableForm, document, separated, workbook};
use crate::intake::{LARGEST, WordFile, docx};
use crate::text::counted;

/// What the reader of a table may be told beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableAsked {
    /// The one sheet to be read; all that hold a table of comments where none is named.
    pub sheet: Option<String>,
    /// Codes and names of delegations, in all languages: names with a comma in them are not cut, and a
    /// line across the table, a sheet or a file that bears one says who speaks. No name is looked up.
    pub delegations: Vec<String>,
}

/// Reads a table of comments: a workbook (XLSX), or a text with commas, semicolons or tabs (CSV).
///
/// What the bytes are is seen from them; `name` stands in messages and may say who speaks. Fails, with
/// the way out, on old or encrypted workbooks, on archives that unfold without bounds, on a file
/// without headings of a table of comments and on a sheet that is not there.
pub fn read_table(name: &str, bytes: &[u8], asked: &TableAsked) -> Result<CommentTable> {
    let headings = |sheet: &Sheet| Header::find(sheet).map_or(0, |header| header.score() * 2 + 1);
    let Opened { sheets, notes, encoding } = opened(name, bytes, headings)?;
    let mut left = Vec::new();
    if notes {
        left.push(Left { sheet: None, row: None, text: stem(name), why: LeftWhy::CellNotes });
    }
    let mut table = CommentTable {
        form: TableForm::Own,
        language: None,
        header: Vec::new(),
        rows: Vec::new(),
        refused: Vec::new(),
        left,
    };
    if let Some(encoding) = encoding {
        table.left.push(Left { sheet: None, row: None, text: encoding.to_owned(), why: LeftWhy::Encoding });
    }
    let known = KnownNames::of(&asked.delegations);
    let covers = sheets.iter().filter(|sheet| Header::find(sheet).is_none());
    let cover = covers.into_iter().find_map(|sheet| Taking::title(&sheet.lines, &known));
    let mut found = false;
    for sheet in chosen(name, &sheets, asked, &mut table)? {
        let Some(header) = Header::find(sheet) else {
            leave_sheet(sheet, &mut table);
            continue;
        };
        if !found {
            (table.form, table.language) = (header.form(), header.language());
        }
        found = true;
        take(name, sheet, header, (&known, cover.as_deref()), &mut table);
    }
    if !found {
        return Err(headless(name, &sheets));
    }
    let width = table.header.len();
    let rows = table.rows.iter_mut().map(|row| &mut row.cells);
    rows.chain(table.refused.iter_mut().map(|row| &mut row.cells))
        .for_each(|cells| cells.resize(width, String::new()));
    Ok(table)
}

/// Whether a Word document holds a table of comments, in one of the forms that are known.
pub fn is_comment_table(name: &str, bytes: &[u8]) -> bool {
    opened(name, bytes, |_| 0)
        .is_ok_and(|opened| opened.sheets.iter().any(|sheet| Header::find(sheet).is_some()))
}

/// A file whose cells are read and not yet understood.
pub(super) struct Opened {
    pub(super) sheets: Vec<Sheet>,
    /// Whether notes are pinned to cells.
    pub(super) notes: bool,
    /// The encoding, where it had to be guessed.
    pub(super) encoding: Option<&'static str>,
}

/// Reads the cells of a workbook or of a text with separators, whose separator is the one in which `headings` finds
/// most.
pub(super) fn opened(name: &str, bytes: &[u8], headings: impl Fn(&Sheet) -> usize) -> Result<Opened> {
    if bytes.len() > LARGEST {
        let found = format!("{name} has {}", counted(bytes.len() >> 20, "megabyte"));
        let way_out = format!("a table may have {}; send it in parts", counted(LARGEST >> 20, "megabyte"));
        return Err(Error::refused(found, way_out));
    }
    if docx::is_document(name, bytes) {
        let sheets = document::sheets(&WordFile::read(name, bytes)?);
        return Ok(Opened { sheets, notes: false, encoding: None });
    }
    if let Some(refused) = foreign(name, bytes) {
        return Err(refused);
    }
    if bytes.starts_with(b"PK") {
        let (sheets, notes) = workbook::sheets(name, bytes)?;
        return Ok(Opened { sheets, notes, encoding: None });
    }
    let (sheet, encoding) = separated::sheet(name, bytes, headings)?;
    Ok(Opened { sheets: vec![sheet], notes: false, encoding })
}

/// The sheets to be read: the one asked for, or all.
fn chosen<'s>(
    name: &str,
    sheets: &'s [Sheet],
    asked: &TableAsked,
    table: &mut CommentTable,
) -> Result<Vec<&'s Sheet>> {
    let Some(wanted) = &asked.sheet else { return Ok(sheets.iter().collect()) };
    let is_it = |sheet: &&Sheet| sheet.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case(wanted));
    let Some(sheet) = sheets.iter().find(is_it) else {
        let known = sheets.iter().filter_map(|sheet| sheet.name.as_deref());
        return Err(Error::unknown(format!("sheet of {name}"), wanted, known));
    };
    sheets.iter().filter(|sheet| !is_it(sheet)).for_each(|sheet| leave_sheet(sheet, table));
    Ok(vec![sheet])
}

fn leave_sheet(sheet: &Sheet, table: &mut CommentTable) {
    if sheet.lines.iter().any(|line| !line.is_blank()) {
        let text = sheet.name.clone().unwrap_or_default();
        table.left.push(Left { sheet: None, row: None, text, why: LeftWhy::SheetWithoutTable });
    }
}

fn take(
    name: &str,
    sheet: &Sheet,
    header: Header,
    (known, cover): (&KnownNames, Option<&str>),
    table: &mut CommentTable,
) {
    let note =
        |text: String, row: Option<u32>, why: LeftWhy| Left { sheet: sheet.name.clone(), row, text, why };
    for line in sheet.lines[..header.first].iter().filter(|line| !line.is_blank()) {
        let why = if numbers_columns(line) { LeftWhy::ColumnNumbers } else { LeftWhy::AboveHeadings };
        table.left.push(note(shortened(&line.said()), Some(line.row), why));
    }
    let mut left = Vec::new();
    if sheet.hidden {
        left.push(note(sheet.name.clone().unwrap_or_default(), None, LeftWhy::HiddenSheet));
    }
    let hidden: Vec<String> = sheet
        .lines
        .iter()
        .filter(|line| line.hidden && !line.is_blank())
        .map(|line| line.row.to_string())
        .collect();
    if !hidden.is_empty() {
        left.push(note(shortened(&hidden.join(", ")), None, LeftWhy::HiddenRows));
    }
    let below = || &sheet.lines[header.first + header.height..];
    // What our own form wrote for the program is nobody's word.
    let ours = |at: usize| titled_column(&header, at) == Origin::HEADING;
    let used = |at: usize| !ours(at) && below().iter().any(|line| !line.own(at).is_empty());
    let hidden: Vec<String> =
        sheet.hidden_columns.iter().filter(|at| used(**at)).map(|at| titled_column(&header, *at)).collect();
    if !hidden.is_empty() {
        left.push(note(hidden.join(", "), None, LeftWhy::HiddenColumns));
    }
    let widest = below().iter().map(|line| line.cells.len()).max().unwrap_or(0);
    // In a text with separators a cell beyond the headings is a fault of its row.
    let width = if sheet.name.is_some() { widest } else { widest.min(header.texts.len()) };
    for at in (0..width).filter(|at| !is_read(&header, *at) && used(*at)) {
        left.push(note(titled_column(&header, at), None, LeftWhy::UnknownColumn));
    }
    table.left.append(&mut left);
    let title = Taking::title(&sheet.lines[..header.first], known)
        .or_else(|| titled(sheet.name.as_deref().unwrap_or_default(), known))
        .or_else(|| cover.map(str::to_owned))
        .or_else(|| titled(&stem(name), known));
    let mut columns = Columns::default();
    columns.learn(&header.texts, &mut table.header);
    Taking::new(sheet, known, table, columns, title).take(header);
}

/// Whether what stands in a column goes into the comment.
fn is_read(header: &Header, at: usize) -> bool {
    use crate::comment::Column::{Comment, Paragraph, Proposal, ShownIn};
    let Some(found) = header.columns.get(at).and_then(Option::as_ref) else { return false };
    let heading = found.heading;
    let all = [Heading::Of(Comment), Heading::Of(Paragraph), Heading::Of(Proposal), Heading::Explanation];
    let first = header.columns_of(heading).first() == Some(&at);
    heading != Heading::Of(ShownIn) && (first || all.contains(&heading))
}

/// A column as a person finds it: by its heading, or by its letter.
fn titled_column(header: &Header, at: usize) -> String {
    match header.texts.get(at).map(|text| text.trim()).filter(|text| !text.is_empty()) {
        Some(text) => shortened(text),
        None => format!("column {}", rank(at)),
    }
}

/// The letters of a column: A, Z, AA.
fn rank(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    if at < 26 { letter.to_string() } else { format!("{}{letter}", rank(at / 26 - 1)) }
}

/// A file's name without folders and ending, its words apart.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace(['_', '+'], " ")
}

/// No row heads a table of comments: what comes nearest, and what is looked for.
fn headless(name: &str, sheets: &[Sheet]) -> Error {
    let rows = sheets.iter().flat_map(|sheet| (0..sheet.lines.len().min(80)).map(move |at| (sheet, at)));
    let headers = rows.filter_map(|(sheet, at)| Header::at(sheet, at, 1).map(|header| (sheet, header)));
    let best = headers.fold(None, |best: Option<(&Sheet, Header)>, (sheet, header)| {
        let better = best.as_ref().is_none_or(|(_, other)| header.score() > other.score());
        if better { Some((sheet, header)) } else { best }
    });
    let problem = Problem::new(Place::file(name), "no row heads a table of comments");
    let problem = problem.expected(
        "a row that heads a place and words, such as `Paragraph`, `Proposed wording`, `Comment and reason`, in \
         Arabic, Chinese, English, French, Russian or Spanish",
    );
    let Some((sheet, header)) = best else { return Error::Problems(vec![problem]) };
    let line = &sheet.lines[header.first];
    let strangers =
        header.texts.iter().zip(&header.columns).filter(|(text, found)| found.is_none() && !text.is_empty());
    let nearest = strangers.into_iter().find_map(|(text, _)| nearest_heading(text));
    let mut problem = problem.found(format!("row {}: {}", line.row, line.said()));
    problem.nearest = nearest;
    Error::Problems(vec![problem])
}
