//! Cuts out the part of a document that was asked for.

use crate::error::{Error, Place, Problem, Result};
use crate::intake::furniture::whole;
use crate::intake::piece::{Gathered, Piece};
use crate::intake::{Asked, LeftOut, Why};
use crate::text::squeezed;

/// How well a block matches what was asked for; the smallest is the best. Headings come before text,
/// so that a table of contents or a mention does not pass for the place itself.
type Match = (u8, bool);

/// Keeps the part asked for; gives the heading with which it begins.
pub(super) fn cut(name: &str, found: &mut Gathered, asked: &Asked) -> Result<Option<String>> {
    if asked.from.is_none() && asked.until.is_none() {
        return Ok(None);
    }
    let mut problems = Vec::new();
    let opens = places(&found.pieces, asked.from.as_deref());
    if let (true, Some(from)) = (opens.is_empty(), &asked.from) {
        problems.push(missing(name, "no block begins the part asked for", from, &found.pieces));
    }
    let first = opens.first().copied().unwrap_or(0);
    let after = first + usize::from(asked.from.is_some());
    let rest = found.pieces.get(after..).unwrap_or_default();
    let closes: Vec<usize> =
        places(rest, asked.until.as_deref()).into_iter().map(|place| place + after).collect();
    if let (true, Some(until)) = (closes.is_empty() && problems.is_empty(), &asked.until) {
        problems.push(missing(name, "no block ends the part asked for", until, rest));
    }
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    Ok(keep(found, &opens, &closes, asked.from.is_none()))
}

fn keep(found: &mut Gathered, opens: &[usize], closes: &[usize], mut inside: bool) -> Option<String> {
    let mut title: Option<String> = None;
    let mut kept = Vec::new();
    let mut opened = inside;
    for (place, piece) in std::mem::take(&mut found.pieces).into_iter().enumerate() {
        let mut why = Why::OutsidePart;
        if inside && closes.binary_search(&place).is_ok() {
            inside = false;
        } else if !inside && opens.binary_search(&place).is_ok() && !(opened && closes.is_empty()) {
            inside = true;
            opened = true;
            if piece.is_heading() {
                if title.is_none() {
                    title = Some(piece.text);
                    continue;
                }
                why = Why::RepeatedHeading;
            }
        }
        if inside && why == Why::OutsidePart {
            kept.push(piece);
        } else {
            found.left_out.push(LeftOut { line: piece.line, text: whole(&piece), why });
        }
    }
    found.pieces = kept;
    title
}

/// The blocks that match best; each of them begins, or ends, a part.
fn places(pieces: &[Piece], sought: Option<&str>) -> Vec<usize> {
    let Some(sought) = sought.map(folded).filter(|sought| !sought.is_empty()) else { return Vec::new() };
    let matches: Vec<Option<Match>> = pieces.iter().map(|piece| matched(piece, &sought)).collect();
    let Some(best) = matches.iter().flatten().min().copied() else { return Vec::new() };
    matches.iter().enumerate().filter(|(_, found)| **found == Some(best)).map(|(place, _)| place).collect()
}

fn matched(piece: &Piece, sought: &str) -> Option<Match> {
    let text = folded(&piece.text);
    let labelled = piece.label.as_ref().map(|label| folded(&format!("{label} {}", piece.text)));
    let texts = || std::iter::once(&text).chain(&labelled);
    let rank = match () {
        () if texts().any(|text| text == sought) => 0,
        () if texts().any(|text| text.starts_with(sought)) => 1,
        () if texts().any(|text| text.contains(sought)) => 2,
        () => return None,
    };
    Some((rank, !piece.is_heading()))
}

fn folded(text: &str) -> String {
    squeezed(text).to_lowercase()
}

/// The fault of naming a place that is not there, with the nearest one that is.
fn missing(name: &str, what: &str, sought: &str, pieces: &[Piece]) -> Problem {
    const MOST: usize = 2000;
    let length = sought.chars().count();
    let starts: Vec<String> =
        pieces.iter().take(MOST).map(|piece| piece.text.chars().take(length).collect()).collect();
    let problem = Problem::new(Place::file(name), what);
    let mut problem = problem.among(sought, starts.iter().map(String::as_str));
    problem.expected = Some("a block that begins with or contains it".to_owned());
    problem
}
