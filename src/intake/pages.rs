//! Puts paragraphs together again that a page break has cut.

use crate::intake::Join;
use crate::intake::label::labelled;
use crate::intake::piece::{Piece, Shape};
use crate::intake::wrapped::is_ended;
use crate::text::join_lines;

/// The shortest text, in characters, that may go on with a capital or in a script without small
/// letters: shorter ones are more often headings without a mark.
const LONG: usize = 60;
const LONG_CASELESS: usize = 12;

/// Joins what belongs together across page breaks, and notes the seam.
pub(super) fn join(pieces: &mut Vec<Piece>) {
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pieces.drain(..) {
        match whole.last_mut() {
            Some(open) if goes_on(open, &piece) => {
                open.seams.push(seam(open, &piece));
                append(&mut open.text, &piece.text);
                open.page = piece.page;
                open.ids.extend(piece.ids);
            }
            _ => whole.push(piece),
        }
    }
    *pieces = whole;
}

fn goes_on(open: &Piece, piece: &Piece) -> bool {
    let cut = piece.page > open.page && !open.is_heading() && piece.shape == Shape::Body;
    if !cut || piece.label.is_some() || is_ended(&open.text) || labelled(&piece.text).0.is_some() {
        return false;
    }
    let longer = |length| open.text.chars().nth(length).is_some();
    match piece.text.chars().find(|c| c.is_alphanumeric()) {
        Some(first) if first.is_lowercase() || first.is_numeric() => true,
        Some(first) if first.is_uppercase() => longer(LONG),
        Some(_) => longer(LONG_CASELESS),
        None => false,
    }
}

/// Adds a text as [`join_lines`] does, without copying what is there: a text may have many pages.
fn append(text: &mut String, more: &str) {
    let last: String = text.chars().next_back().into_iter().collect();
    let first: String = more.chars().next().into_iter().collect();
    if join_lines([last.as_str(), first.as_str()]).contains(' ') {
        text.push(' ');
    }
    text.push_str(more);
}

fn seam(open: &Piece, piece: &Piece) -> Join {
    const SHOWN: usize = 30;
    let from = open.text.char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
    let before = open.text[from..].to_owned();
    Join { line: piece.line, before, after: piece.text.chars().take(SHOWN).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(texts: &[(&str, usize)]) -> Vec<Piece> {
        texts.iter().map(|(text, page)| Piece { page: *page, ..Piece::new(Shape::Body, *text, 1) }).collect()
    }

    #[track_caller]
    fn joined(texts: &[(&str, usize)]) -> Vec<String> {
        let mut pieces = pieces(texts);
        join(&mut pieces);
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn only_a_page_break_in_mid_sentence_is_closed() {
        assert_eq!(
            joined(&[("carried over by the", 0), ("next vessel.", 1)]),
            ["carried over by the next vessel."]
        );
        assert_eq!(joined(&[("carried over by the", 0), ("next vessel.", 0)]).len(), 2);
        assert_eq!(joined(&[("A sentence.", 0), ("next vessel.", 1)]).len(), 2);
        assert_eq!(joined(&[("the following", 0), ("(a) an item", 1)]).len(), 2);
        assert_eq!(
            joined(&[("大会秘书处将于下个月公布最后文", 0), ("本全文。", 1)]),
            ["大会秘书处将于下个月公布最后文本全文。"]
        );
        assert_eq!(joined(&[("日程", 0), ("本全文。", 1)]).len(), 2);
        assert_eq!(joined(&[("Programme", 0), ("Monday", 1)]).len(), 2);
    }
}
