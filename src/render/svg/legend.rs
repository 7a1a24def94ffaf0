//! What the shapes mean.

use crate::render::svg::shape::{mark, rect};
use crate::render::svg::{RIGHT, line, text};
use crate::report::EventKind;

/// A sample of what is explained.
enum Sample {
    Mark(EventKind, &'static str),
    Bar(&'static str),
    Today,
    Words,
}

/// What is explained, in two rows.
const ROWS: [&[(Sample, &str)]; 2] = [
    &[
        (Sample::Mark(EventKind::Round, "planned"), "round, planned"),
        (Sample::Mark(EventKind::Round, "actual"), "held"),
        (Sample::Mark(EventKind::Circulation, "planned"), "circulation, planned"),
        (Sample::Mark(EventKind::Circulation, "begun"), "issued"),
        (Sample::Mark(EventKind::Circulation, "actual"), "issued, sent and published"),
        (Sample::Mark(EventKind::Deadline, "planned"), "last day"),
        (Sample::Mark(EventKind::Deadline, "actual"), "passed"),
    ],
    &[
        (Sample::Bar("open"), "day not announced"),
        (Sample::Bar("first"), "planned first, then moved"),
        (Sample::Today, "today"),
        (Sample::Words, "+3 d: three days late"),
        (Sample::Words, "!: overdue"),
    ],
];
/// The height of a row.
const ROW: f64 = 22.0;

/// The legend, and how high it is.
pub(super) fn legend(top: f64, notice: Option<&str>) -> (String, f64) {
    let mut drawn = String::new();
    let mut y = top + ROW / 2.0;
    for row in ROWS {
        let mut x = 10.0;
        for (sample, words) in row {
            let (sample, wide) = drawn_sample(sample, x, y);
            drawn.push_str(&sample);
            drawn.push_str(&text((x + wide, y + 4.0), "start", "name", words));
            x += wide + 6.0 * words.len() as f64 + 14.0;
        }
        y += ROW;
    }
    if let Some(notice) = notice {
        drawn.push_str(&text((RIGHT, y - ROW + 4.0), "end", "late", notice));
    }
    (drawn, ROW * ROWS.len() as f64 + 6.0)
}

fn drawn_sample(sample: &Sample, x: f64, y: f64) -> (String, f64) {
    match sample {
        Sample::Mark(kind, class) => (mark(*kind, x + 8.0, y, class), 20.0),
        Sample::Bar(class) => (rect(x, y, 36.0, class), 42.0),
        Sample::Today => (line((x, y), (x + 36.0, y), "now"), 42.0),
        Sample::Words => (String::new(), 0.0),
    }
}
