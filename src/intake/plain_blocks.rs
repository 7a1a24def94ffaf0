//! Items and headings of a plain text, which nothing but their look gives away.

use unicode_width::UnicodeWidthStr;

use crate::intake::label::{bullet, headed, labelled};
use crate::intake::piece::{Piece, Shape};
use crate::intake::plain::Line;
use crate::intake::wrapped::{is_ended, joined};

/// The widest block that may be a heading, in columns.
const WIDEST_HEADING: usize = 160;

/// Divides the lines of a block where an item or a numbered paragraph begins.
pub(super) fn divided(block: &[Line]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    for line in block {
        if let (Some(first), Some(last)) = (open.first(), open.last())
            && begins(line.text, last.text, first.text)
        {
            pieces.push(piece(&open));
            open.clear();
        }
        open.push(*line);
    }
    pieces.push(piece(&open));
    // Nothing is left of a line that held a soft hyphen alone.
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn piece(lines: &[Line]) -> Piece {
    let text = joined(lines.iter().map(|line| line.text));
    let (number, page) = lines.first().map_or((0, 0), |line| (line.number, line.page));
    Piece { page, ..Piece::new(Shape::Body, text, number) }
}

/// Whether a line begins a new piece, after the line before it and in a piece that begins with
/// another. Wrapping may put a number of the sentence at the beginning of a line ("of Article /
/// 12. States"), so what could be one needs an end before it, or an item that began alike.
fn begins(line: &str, before: &str, first: &str) -> bool {
    if let Some(mark) = bullet(line.trim_start()) {
        let sign = line.trim_start().chars().next();
        let alike = bullet(first.trim_start()).is_some() && first.trim_start().chars().next() == sign;
        return mark.certain || alike || is_ended(before);
    }
    let announced = is_ended(before) || before.trim_end().ends_with([',', '،', '，', '、']);
    labelled(line).0.is_some()
        && (announced || before.trim_end().ends_with([';', '；']) || ends_with_and(before))
}

fn ends_with_and(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    line.contains([',', ';', '،', '؛'])
        && ["and", "or", "et", "ou", "y", "o", "и", "или", "و"].contains(&last)
}

/// Marks what stands like a heading: short, without an end, followed by something longer.
pub(super) fn mark_headings(pieces: &mut [Piece]) {
    let like: Vec<bool> = pieces.iter().map(looks_like_heading).collect();
    for at in 0..pieces.len() {
        if !like[at] {
            continue;
        }
        let Some(next) = pieces.get(at + 1) else { continue };
        let sure = is_sure(&pieces[at].text);
        let title = at == 0 && headed(&pieces[at].text).0.is_none();
        let longer =
            !like[at + 1] && next.text.width() > pieces[at].text.width() && !ends_a_list(pieces, &like, at);
        // What goes on with a small letter, or on the next page, may be the same sentence.
        if !sure && (next.page > pieces[at].page || next.text.starts_with(char::is_lowercase)) {
            continue;
        }
        let before_sure = like[at + 1] && is_sure(&next.text);
        if title && (longer || like[at + 1] || next.is_heading()) {
            pieces[at].shape = Shape::Heading(1);
        } else if sure || longer || before_sure {
            pieces[at].shape = Shape::Heading(2);
        }
    }
}

/// Whether a short piece without an end is the last of a list that was announced: it follows others like it, back to a
/// colon, and is hardly shorter than they are. A heading behind a list is.
fn ends_a_list(pieces: &[Piece], like: &[bool], at: usize) -> bool {
    let before = like[..at].iter().rev().take_while(|like| **like).count();
    let announced = at
        .checked_sub(before + 1)
        .is_some_and(|colon| before > 0 && pieces[colon].text.ends_with([':', '：']));
    let mut widths: Vec<usize> = pieces[at - before..at].iter().map(|piece| piece.text.width()).collect();
    widths.sort_unstable();
    announced && widths.get(before / 2).is_some_and(|usual| 4 * pieces[at].text.width() > 3 * usual)
}

fn looks_like_heading(piece: &Piece) -> bool {
    let (label, words) = headed(&piece.text);
    // Most paragraphs end as sentences do, and nothing more needs to be known of them.
    if is_ended(words) {
        return false;
    }
    let item = bullet(&piece.text).is_some() || (label.is_some() && !is_sure(&piece.text));
    // `Section 2` may stand without a title.
    let alone = words.is_empty() && label.is_some();
    let small = !alone && words.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_lowercase);
    piece.shape == Shape::Body
        && !small
        && !item
        && words.width() <= WIDEST_HEADING
        && !words.ends_with([',', '،', '，', '、'])
}

/// Whether a short text is a heading by itself: all capitals, or numbered as headings are (`IV.`,
/// `A.`, `第一章`, `Section 2`).
fn is_sure(text: &str) -> bool {
    let (label, words) = headed(text);
    let cased = words.chars().filter(|c| c.is_uppercase() || c.is_lowercase()).count();
    let capitals = cased > 2 && !words.chars().any(char::is_lowercase);
    let numbered = label.is_some_and(|label| {
        let first = label.chars().next();
        first.is_some_and(|c| c.is_uppercase() || c == '第')
            && !label.ends_with(')')
            && !label.starts_with("OP")
    });
    capitals && label.is_none() || numbered
}
