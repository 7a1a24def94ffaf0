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
                open.text = join_lines([open.text.as_str(), piece.text.as_str()]);
                open.page = piece.page;
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
    let length = open.text.chars().count();
    match piece.text.chars().find(|c| c.is_alphanumeric()) {
        Some(first) if first.is_lowercase() || first.is_numeric() => true,
        Some(first) if first.is_uppercase() => length > LONG,
        Some(_) => length > LONG_CASELESS,
        None => false,
    }
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
            joined(&[("arising from the", 0), ("military use.", 1)]),
            ["arising from the military use."]
        );
        assert_eq!(joined(&[("arising from the", 0), ("military use.", 0)]).len(), 2);
        assert_eq!(joined(&[("A sentence.", 0), ("military use.", 1)]).len(), 2);
        assert_eq!(joined(&[("the following", 0), ("(a) an item", 1)]).len(), 2);
        assert_eq!(
            joined(&[("保护其控制下的平民居民免受军事行", 0), ("动的危害。", 1)]),
            ["保护其控制下的平民居民免受军事行动的危害。"]
        );
        assert_eq!(joined(&[("会议形式", 0), ("动的危害。", 1)]).len(), 2);
        assert_eq!(joined(&[("Programme", 0), ("Monday", 1)]).len(), 2);
    }
}
