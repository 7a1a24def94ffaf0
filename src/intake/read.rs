//! From bytes to a reading, step by step.

use crate::error::{Error, Place, Problem, Result};
use crate::intake::decode::decoded;
use crate::intake::furniture::leave_out;
use crate::intake::piece::Gathered;
use crate::intake::{
    Asked, Kind, Reading, View, WordFile, columns, docx, html, levels, markdown, own, pages, part, plain,
    printed,
};

/// The largest file that is taken in, in bytes.
pub const LARGEST: usize = 32 << 20;

/// Reads a text that came from outside. `name` says what kind it is and stands in messages.
///
/// Fails, with the way out, on what is no text (PDF, other encodings), on a damaged Word document, on an empty file, on a
/// file above [`LARGEST`], on a column that is not there, on a text in columns where none is chosen,
/// and on a part that nothing begins or ends.
pub fn read(name: &str, bytes: &[u8], asked: &Asked) -> Result<Reading> {
    if docx::is_document(name, bytes) {
        return document(name, bytes, asked);
    }
    if asked.view.is_some() {
        return Err(Error::refused(
            format!("{name} is no Word document, and only those have tracked changes"),
            "leave `--view` out",
        ));
    }
    let decoded = decoded(name, bytes)?;
    let kind = asked.kind.unwrap_or_else(|| Kind::of(name, &decoded.text));
    let mut found = gathered(name, &decoded.text, kind, asked)?;
    found.left_out.extend(decoded.controls);
    reading(name, found, asked, kind == Kind::Text)
}

fn document(name: &str, bytes: &[u8], asked: &Asked) -> Result<Reading> {
    let file = WordFile::read(name, bytes)?;
    let found = docx::gathered(&file, asked);
    let divided = asked.column.is_none() && file.stands_side_by_side(asked.view.unwrap_or(View::After));
    let mut reading = reading(name, found, asked, false)?;
    reading.tracked = file.changes().map(|changes| (changes, asked.view.unwrap_or(View::After)));
    reading.side_by_side = divided;
    Ok(reading)
}

/// From what stood in the file to what it is.
fn reading(name: &str, mut found: Gathered, asked: &Asked, paged: bool) -> Result<Reading> {
    if let Some(column) = asked.column {
        column_stands(name, column, found.columns)?;
    }
    leave_out(&mut found, &asked.furniture, paged);
    pages::join(&mut found.pieces);
    printed::keep_apart(&mut found.pieces);
    let heading = part::cut(name, &mut found, asked)?;
    let whole = asked.from.is_none();
    let title = if whole { levels::take_title(&mut found.pieces) } else { heading };
    let joins = found.pieces.iter_mut().flat_map(|piece| std::mem::take(&mut piece.seams)).collect();
    let mut left_out = found.left_out;
    left_out.sort_by_key(|left| left.line);
    let reading =
        Reading { title, blocks: levels::blocks(found.pieces), left_out, joins, ..Reading::default() };
    if reading.title.is_none() && reading.blocks.is_empty() {
        return Err(nothing_left(name, &reading));
    }
    Ok(reading)
}

fn gathered(name: &str, text: &str, kind: Kind, asked: &Asked) -> Result<Gathered> {
    Ok(match (kind, asked.column) {
        (Kind::Html, column) => html::gathered(text, column),
        (Kind::Markdown, column) => match own::gathered(name, text) {
            Some(found) => found,
            None => markdown::gathered(text, column),
        },
        (Kind::Text, Some(column)) => columns::gathered(text, column),
        (Kind::Text, None) => {
            columns::refuse_unchosen(name, text)?;
            plain::gathered(text, &asked.furniture)
        }
    })
}

fn column_stands(name: &str, column: usize, columns: usize) -> Result<()> {
    if (1..=columns).contains(&column) {
        return Ok(());
    }
    let expected = match columns {
        0 => "no column, since nothing here stands in columns".to_owned(),
        1 => "column 1, the only one".to_owned(),
        _ => format!("a column from 1 to {columns}"),
    };
    let problem = Problem::new(Place::file(name), "there is no such column");
    Err(Error::Problems(vec![problem.found(column.to_string()).expected(expected)]))
}

fn nothing_left(name: &str, reading: &Reading) -> Error {
    let problem = Problem::new(Place::file(name), "no text is left after what was left out");
    let problem = match reading.left_out.first() {
        Some(first) => {
            problem.found(first.text.as_str()).expected(format!("text, but this is {}", first.why))
        }
        None => problem.expected("a text"),
    };
    Error::Problems(vec![problem])
}
