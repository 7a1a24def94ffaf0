//! Reads a file of our own, exactly: its ids stand where others have printed numbers.

use crate::draft::{Draft, Level, Paragraph, ParagraphId};
use crate::intake::piece::{Gathered, Piece, Shape};
use crate::intake::{LeftOut, Why};

/// Reads a draft; absent where the text is not one, or bears no ids.
pub(super) fn gathered(name: &str, text: &str) -> Option<Gathered> {
    let draft = Draft::parse(name, text).ok()?;
    if draft.paragraphs.len() < 2 {
        return None;
    }
    let mut found = Gathered::default();
    if let Some(note) = draft.note {
        // The note follows the title, which stands on the first line of text.
        let line = draft.paragraphs.first().map_or(1, |title| title.line + 1);
        found.left_out.push(LeftOut { line, text: note, why: Why::Note });
    }
    found.pieces = draft.paragraphs.into_iter().map(piece).collect();
    Some(found)
}

fn piece(paragraph: Paragraph) -> Piece {
    let shape = match paragraph.level() {
        Level::Title => Shape::Heading(1),
        Level::Section => Shape::Heading(2),
        Level::Paragraph => Shape::Body,
        Level::Item => Shape::Item(0),
    };
    let label = (paragraph.level() != Level::Title).then(|| margin(&paragraph));
    Piece { label, ..Piece::new(shape, paragraph.text, paragraph.line) }
}

/// The margin as it stands in the file: `[D2bis from D2]`.
fn margin(paragraph: &Paragraph) -> String {
    let named = |ids: &[&str], between: &str| ids.join(between);
    let ids: Vec<&str> = paragraph.ids().map(ParagraphId::as_str).collect();
    let from: Vec<&str> = paragraph.from.iter().map(ParagraphId::as_str).collect();
    match from.is_empty() {
        true => format!("[{}]", named(&ids, "+")),
        false => format!("[{} from {}]", named(&ids, "+"), named(&from, " ")),
    }
}
