//! One workstream: what was planned above, what took place below, and how far one slipped from the other.

use crate::render::svg::labels::{ROW, placed};
use crate::render::svg::shape::{HALF, centre, shape, window};
use crate::render::svg::{Scale, line, text};
use crate::report::{EventKind, Lane, Mark};
use crate::schedule::Standing;

/// A lane, and how high it became.
pub(super) struct Drawn {
    pub(super) drawing: String,
    pub(super) height: f64,
}

/// Between the planned marks and the actual ones.
const STEP: f64 = 22.0;
/// Above the first row of names and below the last.
const AIR: f64 = 8.0;

pub(super) fn lane(lane: &Lane, scale: Scale, top: f64) -> Drawn {
    // Names of bars stand above the marks, all others below, so that neighbours have room.
    let (above, below): (Vec<&Mark>, Vec<&Mark>) =
        lane.marks.iter().partition(|mark| mark.kind == EventKind::Round);
    let (above, below) = (names(&above, scale), names(&below, scale));
    let rows = |labels: &[crate::render::svg::labels::Label]| {
        labels.iter().map(|label| label.row + 1).max().unwrap_or(0) as f64
    };
    let planned = top + AIR + rows(&above) * ROW + HALF + 2.0;
    let actual = planned + STEP;
    let mut drawing = text((6.0, planned + STEP / 2.0 + 4.0), "start", "lane", &lane.name);
    for mark in &lane.marks {
        drawing.push_str(&marked(mark, scale, planned, actual));
    }
    let class = |late: bool| if late { "late" } else { "name" };
    for label in &above {
        let y = planned - HALF - 4.0 - label.row as f64 * ROW;
        drawing.push_str(&text((label.x, y), "middle", class(label.late), &label.name));
    }
    for label in &below {
        let y = actual + HALF + 12.0 + label.row as f64 * ROW;
        drawing.push_str(&text((label.x, y), "middle", class(label.late), &label.name));
    }
    Drawn { drawing, height: actual + HALF + 4.0 + rows(&below) * ROW + AIR - top }
}

fn names(marks: &[&Mark], scale: Scale) -> Vec<crate::render::svg::labels::Label> {
    let wanted = marks.iter().map(|mark| {
        let name = match mark.standing {
            Standing::Overdue { days } => format!("! {} +{days} d", mark.label),
            Standing::DoneLate { days, .. } => format!("{} +{days} d", mark.label),
            Standing::Cancelled { .. } => format!("{} (called off)", mark.label),
            _ => mark.label.clone(),
        };
        let x = match (mark.open, mark.actual) {
            (true, None) => f64::midpoint(scale.x(mark.planned.0), scale.x(mark.planned.1)),
            _ => centre(mark.kind, mark.planned, scale),
        };
        (x, name, mark.overdue())
    });
    placed(wanted.collect())
}

fn marked(mark: &Mark, scale: Scale, planned: f64, actual: f64) -> String {
    let mut drawn = String::new();
    if let Some((from, until)) = mark.actual {
        let until = until.unwrap_or(from);
        let (x, there) = (centre(mark.kind, mark.planned, scale), centre(mark.kind, (from, until), scale));
        if !mark.open {
            drawn.push_str(&line((x, planned + HALF), (there, actual - HALF), "slip"));
        }
        if mark.kind == EventKind::Circulation && from < until {
            drawn.push_str(&line((scale.middle(from), actual), (there, actual), "slip"));
            drawn.push_str(&shape(mark.kind, (from, from), scale, actual, "begun"));
        }
    }
    if let Some(first) = mark.first_planned {
        let (x, now) = (centre(mark.kind, first, scale), centre(mark.kind, mark.planned, scale));
        drawn.push_str(&line((x, planned), (now, planned), "first"));
        drawn.push_str(&shape(mark.kind, first, scale, planned, "first"));
    }
    drawn.push_str(&match mark.open {
        true => window(mark.planned, scale, planned),
        false => shape(mark.kind, mark.planned, scale, planned, "planned"),
    });
    if mark.cancelled() {
        let x = centre(mark.kind, mark.planned, scale);
        drawn.push_str(&line((x - 9.0, planned - 9.0), (x + 9.0, planned + 9.0), "slip"));
        drawn.push_str(&line((x - 9.0, planned + 9.0), (x + 9.0, planned - 9.0), "slip"));
    }
    match mark.actual {
        Some((from, Some(until))) => {
            drawn.push_str(&shape(mark.kind, (from, until), scale, actual, "actual"));
        }
        Some((from, None)) => drawn.push_str(&shape(mark.kind, (from, from), scale, actual, "begun")),
        None => {}
    }
    drawn
}
