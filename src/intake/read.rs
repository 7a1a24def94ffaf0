//! From bytes to a reading, step by step.

use crate::error::{Error, Place, Problem, Result};
use crate::intake::decode::decoded;
use crate::intake::furniture::leave_out;
use crate::intake::piece::Gathered;
use crate::intake::{
    Asked, Kind, Reading, columns, html, levels, markdown, own, pages, part, plain, printed,
};

/// The largest file that is taken in, in bytes.
pub const LARGEST: usize = 32 << 20;

/// Reads a text that came from outside. `name` says what kind it is and stands in messages.
///
/// Fails, with the way out, on what is no text (PDF, Word, other encodings), on an empty file, on a
/// file above [`LARGEST`], on a column that is not there, on a text in columns where none is chosen,
/// and on a part that nothing begins or ends.
pub fn read(name: &str, bytes: &[u8], asked: &Asked) -> Result<Reading> {
    let decoded = decoded(name, bytes)?;
    let kind = asked.kind.unwrap_or_else(|| Kind::of(name, &decoded.text));
    let mut found = gathered(name, &decoded.text, kind, asked)?;
    if let Some(column) = asked.column {
        column_stands(name, column, found.columns)?;
    }
    leave_out(&mut found, &asked.furniture, kind == Kind::Text);
    pages::join(&mut found.pieces);
    printed::keep_apart(&mut found.pieces);
    let heading = part::cut(name, &mut found, asked)?;
    let whole = asked.from.is_none();
    let title = if whole { levels::take_title(&mut found.pieces) } else { heading };
    let joins = found.pieces.iter_mut().flat_map(|piece| std::mem::take(&mut piece.seams)).collect();
    let mut left_out = found.left_out;
    left_out.extend(decoded.controls);
    left_out.sort_by_key(|left| left.line);
    let reading = Reading { title, blocks: levels::blocks(found.pieces), left_out, joins };
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
