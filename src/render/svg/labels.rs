//! Names beside marks, in as many rows as it takes for none to cover another.

use unicode_width::UnicodeWidthStr;

use crate::render::svg::{LEFT, WIDTH};

/// The height of one row of names.
pub(super) const ROW: f64 = 13.0;
/// What a letter of a name takes, a little more than most do.
const LETTER: f64 = 6.3;

/// A name where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// Its middle.
    pub(super) x: f64,
    /// Its row, counted from the marks outwards.
    pub(super) row: usize,
    /// The name.
    pub(super) name: String,
    /// Whether it is to be read first.
    pub(super) late: bool,
}

/// Places names around the middles wanted, each in the first row where it covers none before it. Names that want the
/// same place share it.
pub(super) fn placed(mut wanted: Vec<(f64, String, bool)>) -> Vec<Label> {
    wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut labels: Vec<Label> = Vec::new();
    let mut ends: Vec<f64> = Vec::new();
    for (x, name, late) in joined(wanted) {
        let half = LETTER * name.width() as f64 / 2.0;
        let x = x.clamp(LEFT + half - 40.0, (WIDTH - half - 2.0).max(LEFT));
        let row = ends.iter().position(|end| *end <= x - half).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0.0);
        }
        ends[row] = x + half + LETTER;
        labels.push(Label { x, row, name, late });
    }
    labels
}

/// Names of one place as one: `registration, statement-copies`.
fn joined(wanted: Vec<(f64, String, bool)>) -> Vec<(f64, String, bool)> {
    let mut joined: Vec<(f64, String, bool)> = Vec::new();
    for (x, name, late) in wanted {
        match joined.last_mut() {
            Some((at, known, known_late)) if (*at - x).abs() < 0.01 => {
                known.push_str(&format!(", {name}"));
                *known_late |= late;
            }
            _ => joined.push((x, name, late)),
        }
    }
    joined
}
