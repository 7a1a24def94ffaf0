//! A change of words as a comment would ask for it: the inverse of reading a wish.

use crate::anchor::places;
use crate::redline::Edit;
use crate::text::{Span, Terms, squeezed};

/// What one comment asks of a passage: other words for those it quotes, or for all of it where it quotes none; without
/// words, to leave them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The words concerned, which stand once in the passage; absent for the whole of it.
    pub quote: Option<String>,
    /// The words asked for in their place; where they divide the passage, with an empty line.
    pub proposal: Option<String>,
    /// Where the quoted words begin.
    pub at: usize,
    /// The edits it asks for, by rank.
    pub edits: Vec<usize>,
}

impl Request {
    /// Asks for all edits of a passage, in whole words and in as few quoted ones as stand once in it. Edits must lie in
    /// order and apart from each other; a line feed in their words divides the passage.
    ///
    /// Law: what the requests ask for together gives the passage as edited, but for the number of spaces.
    pub fn of(text: &str, edits: &[Edit], terms: &Terms) -> Vec<Request> {
        let mut tokens: Vec<Span> = Vec::new();
        terms.cut(text, |token| {
            if !text[token.clone()].trim().is_empty() {
                tokens.push(token);
            }
        });
        let passage = Passage { text, tokens };
        let piece = |(rank, edit): (usize, &Edit)| Piece {
            span: edit.span.clone(),
            words: edit.words.clone(),
            edits: vec![rank],
            left: true,
        };
        let mut pieces: Vec<Piece> = edits.iter().enumerate().map(piece).collect();
        let mut at = 0;
        while at < pieces.len() {
            match passage.lacks(&mut pieces[at]) {
                None => at += 1,
                Some(left) => at = passage.widen(&mut pieces, at, left),
            }
        }
        pieces.into_iter().filter_map(|piece| passage.request(piece)).collect()
    }
}

struct Passage<'t> {
    text: &'t str,
    /// Its words and marks.
    tokens: Vec<Span>,
}

/// A place that grows until it can be quoted.
#[derive(Debug)]
struct Piece {
    span: Span,
    words: String,
    edits: Vec<usize>,
    /// On which side it grows next where either would do.
    left: bool,
}

impl Passage<'_> {
    /// On which side a piece lacks words, the left one or the right; absent where it can be quoted.
    fn lacks(&self, piece: &mut Piece) -> Option<bool> {
        self.strip(piece);
        let gone = &self.text[piece.span.clone()];
        if gone.trim().is_empty() {
            return self.either(piece, true);
        }
        // A mark alone says little; the word before it is quoted too.
        if !gone.trim_start().starts_with(char::is_alphanumeric)
            && let Some(true) = self.either(piece, true)
        {
            return Some(true);
        }
        let inside = |at: usize| self.tokens.iter().any(|token| token.start < at && at < token.end);
        let words = piece.words.as_str();
        let bare = words.trim().is_empty();
        let starts =
            gone.starts_with(char::is_whitespace) || (!bare && words.starts_with(char::is_whitespace));
        if inside(piece.span.start) || (!bare && starts) {
            return self.either(piece, true);
        }
        let ends = gone.ends_with(char::is_whitespace) || (!bare && words.ends_with(char::is_whitespace));
        if inside(piece.span.end) || (!bare && ends) {
            return self.either(piece, false);
        }
        if bare && !self.leaves_out_alike(&piece.span) {
            return self.either(piece, true);
        }
        if places(self.text, gone).len() > 1 {
            let left = piece.left;
            piece.left = !left;
            return self.either(piece, left);
        }
        None
    }

    /// Takes off the spaces that stand alike on both sides of a piece.
    fn strip(&self, piece: &mut Piece) {
        let gone = &self.text[piece.span.clone()];
        if gone.trim().is_empty() || piece.words.trim().is_empty() {
            return;
        }
        if gone.starts_with(' ') && piece.words.starts_with(' ') {
            piece.span.start += gone.len() - gone.trim_start_matches(' ').len();
            piece.words = piece.words.trim_start_matches(' ').to_owned();
        }
        let gone = &self.text[piece.span.clone()];
        if gone.ends_with(' ') && piece.words.ends_with(' ') {
            piece.span.end -= gone.len() - gone.trim_end_matches(' ').len();
            piece.words = piece.words.trim_end_matches(' ').to_owned();
        }
    }

    /// Whether taking out the words of a place, and one of two spaces that would be left, gives what was asked for.
    fn leaves_out_alike(&self, span: &Span) -> bool {
        let wanted = squeezed(&format!("{}{}", &self.text[..span.start], &self.text[span.end..]));
        wanted == squeezed(&self.without(span))
    }

    /// The text without the words of a place, and without one of the two spaces that would be left.
    fn without(&self, span: &Span) -> String {
        let gone = &self.text[span.clone()];
        let from = span.start + (gone.len() - gone.trim_start().len());
        let until = span.end - (gone.len() - gone.trim_end().len());
        let (before, after) = (&self.text[..from], &self.text[until..]);
        let parts = |c: char| c == ' ' || c == '\n';
        if after.starts_with(' ') && (before.is_empty() || before.ends_with(parts)) {
            format!("{before}{}", &after[1..])
        } else if before.ends_with(' ') && (after.is_empty() || after.starts_with(parts)) {
            format!("{}{after}", &before[..before.len() - 1])
        } else {
            format!("{before}{after}")
        }
    }

    /// The side asked for, or the other where there is nothing more on it.
    fn either(&self, piece: &Piece, left: bool) -> Option<bool> {
        let has_left = self.tokens.first().is_some_and(|first| first.start < piece.span.start);
        let has_right = self.tokens.last().is_some_and(|last| last.end > piece.span.end);
        match (has_left, has_right) {
            (false, false) => None,
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) => Some(left),
        }
    }

    /// Adds a word on one side; what it meets there becomes one with it. Gives where to go on.
    fn widen(&self, pieces: &mut Vec<Piece>, at: usize, left: bool) -> usize {
        let span = pieces[at].span.clone();
        if left {
            let token = self.tokens.iter().rev().find(|token| token.start < span.start);
            let start = token.map_or(0, |token| token.start);
            if at > 0 && pieces[at - 1].span.end >= start {
                return self.join(pieces, at - 1);
            }
            pieces[at].words.insert_str(0, &self.text[start..span.start]);
            pieces[at].span.start = start;
        } else {
            let token = self.tokens.iter().find(|token| token.end > span.end);
            let end = token.map_or(self.text.len(), |token| token.end);
            if pieces.get(at + 1).is_some_and(|next| next.span.start <= end) {
                return self.join(pieces, at);
            }
            pieces[at].words.push_str(&self.text[span.end..end]);
            pieces[at].span.end = end;
        }
        at
    }

    /// Makes one piece of a piece and the next, with the words between them.
    fn join(&self, pieces: &mut Vec<Piece>, at: usize) -> usize {
        let next = pieces.remove(at + 1);
        let piece = &mut pieces[at];
        piece.words.push_str(&self.text[piece.span.end..next.span.start]);
        piece.words.push_str(&next.words);
        piece.span.end = next.span.end;
        piece.edits.extend(next.edits);
        at
    }

    fn request(&self, piece: Piece) -> Option<Request> {
        let gone = self.text[piece.span.clone()].trim();
        let blocks: Vec<String> =
            piece.words.split('\n').map(squeezed).filter(|block| !block.is_empty()).collect();
        let words = blocks.join("\n\n");
        if squeezed(gone) == words {
            return None;
        }
        let whole = gone == self.text.trim();
        let quote = (!whole).then(|| gone.to_owned()).filter(|quote| !quote.is_empty());
        Some(Request {
            quote,
            proposal: (!words.is_empty()).then_some(words),
            at: piece.span.start,
            edits: piece.edits,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn asked(text: &str, edits: &[(Span, &str)], expected: &[(Option<&str>, Option<&str>)]) {
        let edit = |(span, words): &(Span, &str)| Edit { span: span.clone(), words: (*words).to_owned() };
        let edits: Vec<Edit> = edits.iter().map(edit).collect();
        let requests = Request::of(text, &edits, &Terms::none());
        let shown: Vec<(Option<&str>, Option<&str>)> =
            requests.iter().map(|one| (one.quote.as_deref(), one.proposal.as_deref())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn whole_words_are_quoted_and_no_more_than_stand_once() {
        asked("States should act.", &[(7..13, "shall")], &[(Some("should"), Some("shall"))]);
        asked("States should act.", &[(8..13, "hall")], &[(Some("should"), Some("shall"))]);
        asked("a word, b", &[(1..6, "")], &[(Some("a word"), Some("a"))]);
        asked("a word b", &[(2..7, "")], &[(Some("word"), None)]);
        asked("before they supply", &[(7..7, "and while ")], &[(Some("before"), Some("before and while"))]);
        asked("lists of the lists", &[(13..18, "rolls")], &[(Some("the lists"), Some("the rolls"))]);
        asked("各国应当行动", &[(6..12, "必须")], &[(Some("应当"), Some("必须"))]);
        asked("one two three", &[(3..3, "\n")], &[(Some("one two"), Some("one\n\ntwo"))]);
    }
}
