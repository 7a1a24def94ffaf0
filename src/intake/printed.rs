//! Keeps the printed numbers of pieces apart from their texts.

use crate::intake::label::{bullet, headed, numbered};
use crate::intake::piece::{Piece, Shape};

/// Splits every piece that does not know its number yet. A number that stands alone belongs to what
/// follows, that of a heading only to a heading; where nothing fits, it stays the text that it was.
pub(super) fn keep_apart(pieces: &mut Vec<Piece>) {
    let mut alone: Option<Piece> = None;
    let mut out: Vec<Piece> = Vec::new();
    for mut piece in pieces.drain(..) {
        split(&mut piece);
        if let Some(number) = alone.take() {
            let fits = piece.is_heading() || !number.is_heading();
            if fits && piece.label.is_none() && !piece.text.is_empty() {
                piece.label = number.label;
                piece.line = number.line;
            } else {
                out.push(restored(number));
            }
        }
        match piece.text.is_empty() {
            true => alone = Some(piece),
            false => out.push(piece),
        }
    }
    out.extend(alone.map(restored));
    *pieces = out;
}

fn split(piece: &mut Piece) {
    if piece.label.is_some() {
        return;
    }
    if piece.is_heading() {
        take_off(piece, headed);
        return;
    }
    if let Some(bullet) = bullet(&piece.text)
        && !piece.text[bullet.length..].trim().is_empty()
    {
        piece.text = piece.text[bullet.length..].trim_start().to_owned();
        if piece.shape == Shape::Body {
            piece.shape = Shape::Item(0);
        }
    }
    take_off(piece, numbered);
}

/// Takes a number off, where one is found.
fn take_off(piece: &mut Piece, find: fn(&str) -> (Option<&str>, &str)) {
    if let (Some(label), text) = find(&piece.text) {
        (piece.label, piece.text) = (Some(label.to_owned()), text.to_owned());
    }
}

fn restored(mut piece: Piece) -> Piece {
    piece.text = piece.label.take().unwrap_or_default();
    piece
}
