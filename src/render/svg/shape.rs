//! One mark: a bar, a diamond, a triangle or a circle.

use chrono::NaiveDate;

use crate::render::svg::Scale;
use crate::report::EventKind;

/// Half the height of a mark.
pub(super) const HALF: f64 = 6.0;

/// A mark on its days, centred on a height.
pub(super) fn shape(
    kind: EventKind,
    days: (NaiveDate, NaiveDate),
    scale: Scale,
    y: f64,
    class: &str,
) -> String {
    match kind {
        EventKind::Round => {
            let (x, width) = bar(days, scale);
            rect(x, y, width, class)
        }
        _ => mark(kind, scale.middle(days.1), y, class),
    }
}

/// A mark around a point; a bar of no days in particular.
pub(super) fn mark(kind: EventKind, x: f64, y: f64, class: &str) -> String {
    let out = HALF + 1.0;
    match kind {
        EventKind::Round => rect(x - HALF, y, 2.0 * HALF, class),
        EventKind::Circulation => polygon(&[(x, y - out), (x + out, y), (x, y + out), (x - out, y)], class),
        EventKind::Deadline => {
            polygon(&[(x - HALF, y - HALF + 1.0), (x + HALF, y - HALF + 1.0), (x, y + HALF)], class)
        }
        EventKind::Other => format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{HALF}\"/>\n"),
    }
}

/// A window of days within which a day is still to be announced.
pub(super) fn window(days: (NaiveDate, NaiveDate), scale: Scale, y: f64) -> String {
    let (x, width) = bar(days, scale);
    rect(x, y, width, "open")
}

/// Where a mark is joined to another.
pub(super) fn centre(kind: EventKind, days: (NaiveDate, NaiveDate), scale: Scale) -> f64 {
    match kind {
        EventKind::Round => {
            let (x, width) = bar(days, scale);
            x + width / 2.0
        }
        _ => scale.middle(days.1),
    }
}

/// A bar is never too narrow to be seen.
fn bar(days: (NaiveDate, NaiveDate), scale: Scale) -> (f64, f64) {
    const LEAST: f64 = 5.0;
    let (from, until) = (scale.x(days.0), scale.x(days.1) + scale.per_day);
    let width = (until - from).max(LEAST);
    (f64::midpoint(from, until) - width / 2.0, width)
}

/// A bar of a width, its beginning given.
pub(super) fn rect(x: f64, y: f64, width: f64, class: &str) -> String {
    let (top, height) = (y - HALF, 2.0 * HALF);
    format!(
        "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\n"
    )
}

fn polygon(points: &[(f64, f64)], class: &str) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    format!("<polygon class=\"{class}\" points=\"{}\"/>\n", points.join(" "))
}
