//! What is too long for one cell goes on in the row below.

use crate::report::{Cell, Run};

/// What a cell holds at the most, in UTF-16 units: the limit of the format.
const MOST: usize = 32_767;
/// What stands at the end of a cell that goes on below, and at the head of the one that goes on.
const GOES_ON: &str = "[…]";

/// The rows that one row becomes: one, or several where a cell is too long for the format. The rest stands in the
/// same column of the next row, `[…]` marks both ends, and the columns that are `given` are repeated there.
pub(super) fn rows(row: &[Cell], given: impl Fn(usize) -> bool) -> Vec<Vec<Cell>> {
    let pieces: Vec<Vec<Cell>> = row.iter().map(pieces).collect();
    let count = pieces.iter().map(Vec::len).max().unwrap_or(1);
    let cell = |column: usize, at: usize| -> Cell {
        match pieces[column].get(at) {
            Some(piece) => piece.clone(),
            None if given(column) && pieces[column].len() == 1 => pieces[column][0].clone(),
            None => Cell::new(),
        }
    };
    (0..count).map(|at| (0..row.len()).map(|column| cell(column, at)).collect()).collect()
}

/// A cell as pieces that fit.
fn pieces(cell: &Cell) -> Vec<Cell> {
    let length: usize = cell.iter().map(|run| units(&run.text)).sum();
    if length <= MOST {
        return vec![cell.clone()];
    }
    let room = MOST - 2 * (units(GOES_ON) + 1);
    let mut pieces = vec![Cell::new()];
    let mut left = room;
    for run in cell {
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let (head, tail) = cut(rest, left);
            if !head.is_empty() {
                pieces.last_mut().expect("there is a piece").push(Run::new(run.role, head));
            }
            left -= units(head);
            rest = tail;
            if !rest.is_empty() {
                pieces.push(Cell::new());
                left = room;
            }
        }
    }
    let last = pieces.len() - 1;
    for (at, piece) in pieces.iter_mut().enumerate() {
        if at > 0 {
            piece.insert(0, Run::plain(format!("{GOES_ON} ")));
        }
        if at < last {
            piece.push(Run::plain(format!(" {GOES_ON}")));
        }
    }
    pieces
}

/// The beginning of a text that has so many UTF-16 units at the most, and the rest: cut after a space where one is
/// near, never within a letter.
fn cut(text: &str, room: usize) -> (&str, &str) {
    const NEAR: usize = 200;
    let mut taken = 0;
    let end = text.char_indices().find(|(_, c)| {
        taken += c.len_utf16();
        taken > room
    });
    let Some((end, _)) = end else { return (text, "") };
    let space = text[..end].rfind([' ', '\n']).map(|space| space + 1);
    text.split_at(space.filter(|space| end - space <= NEAR).unwrap_or(end))
}

/// The length of a text as the format counts it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Role;

    fn words(cell: &Cell) -> String {
        cell.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        let row = vec![vec![Run::plain("a".repeat(MOST))], Cell::new()];
        assert_eq!(rows(&row, |_| false), vec![row]);
    }

    #[test]
    fn no_letter_is_lost_and_no_piece_is_too_long() {
        for unit in ["word ", "永", "𝕏", "x"] {
            let long = unit.repeat(100_000 / unit.len());
            let half = long.len() / 2;
            let half = (0..4).map(|more| half + more).find(|at| long.is_char_boundary(*at)).unwrap();
            let cell = vec![Run::plain(&long[..half]), Run::new(Role::Struck, &long[half..])];
            let rows = rows(&[vec![Run::plain("D2")], cell], |column| column == 0);
            assert!(rows.iter().all(|row| units(&words(&row[1])) <= MOST && words(&row[0]) == "D2"));
            let mut whole = String::new();
            for (at, row) in rows.iter().enumerate() {
                let text = words(&row[1]);
                let text = if at == 0 { text.as_str() } else { text.strip_prefix("[…] ").unwrap() };
                whole.push_str(if at + 1 == rows.len() {
                    text
                } else {
                    text.strip_suffix(" […]").unwrap()
                });
            }
            assert_eq!(whole, long);
        }
    }

    #[test]
    fn a_long_cell_is_cut_between_words() {
        let long = "due diligence ".repeat(5_000);
        let row = rows(&[vec![Run::plain(&long)]], |_| false);
        assert!(words(&row[0][0]).ends_with(" […]") && row.len() == 3);
        let before = words(&row[0][0]);
        assert!(
            before.ends_with("due  […]") || before.ends_with("diligence  […]"),
            "{}",
            &before[before.len() - 20..]
        );
    }
}
