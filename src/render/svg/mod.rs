//! The schedule as a picture (SVG): rounds as bars, circulations as diamonds, last days as triangles; planned dates
//! hollow, actual dates filled, today as a line. Black, white and grey, so that any printer shows all of it.

mod axis;
mod labels;
mod lane;
mod legend;
mod shape;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::render::clean::{joined, words};
use crate::render::markup;
use crate::render::svg::axis::{months, today};
use crate::render::svg::lane::{Drawn, lane};
use crate::render::svg::legend::legend;
use crate::report::{Run, Timeline};

/// The width of a picture, in its own units.
const WIDTH: f64 = 1000.0;
/// Where the axis begins: lanes are named to the left of it.
const LEFT: f64 = 90.0;
/// Where it ends.
const RIGHT: f64 = WIDTH - 40.0;
/// The height above the first lane, for the months and the day.
const TOP: f64 = 64.0;

/// Where a day stands on the axis.
#[derive(Debug, Clone, Copy)]
struct Scale {
    from: NaiveDate,
    per_day: f64,
}

impl Scale {
    fn of(timeline: &Timeline) -> Scale {
        // An axis of a day or two would be all gap.
        let days = (timeline.until - timeline.from).num_days().max(7);
        Scale { from: timeline.from, per_day: (RIGHT - LEFT) / to_float(days + 1) }
    }

    /// The beginning of a day.
    fn x(self, day: NaiveDate) -> f64 {
        LEFT + to_float((day - self.from).num_days()) * self.per_day
    }

    /// The middle of a day.
    fn middle(self, day: NaiveDate) -> f64 {
        self.x(day) + self.per_day / 2.0
    }
}

/// Days as a length; a consultation does not last so long that one would be lost.
fn to_float(days: i64) -> f64 {
    i32::try_from(days).map_or(f64::from(i32::MAX), f64::from)
}

/// A timeline as a picture that stands alone or inside a page, with all that it shows in words.
pub fn svg(timeline: &Timeline) -> String {
    let scale = Scale::of(timeline);
    let mut body = String::new();
    let mut y = TOP;
    for (at, one) in timeline.lanes.iter().enumerate() {
        let Drawn { drawing, height } = lane(one, scale, y);
        if at > 0 {
            body.push_str(&line((0.0, y), (WIDTH, y), "rule"));
        }
        body.push_str(&drawing);
        y += height;
    }
    let bottom = y;
    let (legend, height) = legend(bottom + 14.0, timeline.notice.as_deref());
    let height = bottom + 14.0 + height;
    let axis = months(timeline, scale, bottom);
    let today = today(timeline, scale, bottom);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" role=\"img\" aria-labelledby=\"timeline-title timeline-words\">\n\
         <title id=\"timeline-title\">{}</title>\n<desc id=\"timeline-words\">{}</desc>\n{STYLE}\
         <rect class=\"paper\" x=\"0\" y=\"0\" width=\"{WIDTH}\" height=\"{height:.0}\"/>\n{axis}{body}{today}{legend}</svg>\n",
        said(&timeline.title),
        said(&timeline.description.join(" ")),
    )
}

/// Text as it may stand in a picture.
fn said(text: &str) -> String {
    markup::text(&words(&joined(&[Run::plain(text)])))
}

fn line(from: (f64, f64), to: (f64, f64), class: &str) -> String {
    format!(
        "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>\n",
        from.0, from.1, to.0, to.1
    )
}

fn text(at: (f64, f64), anchor: &str, class: &str, words: &str) -> String {
    format!(
        "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>\n",
        at.0,
        at.1,
        said(words)
    )
}

const STYLE: &str = "<style>
svg text { font-family: sans-serif; font-size: 11px; fill: #000 }
svg text.lane { font-size: 13px; font-weight: bold }
svg text.today { font-weight: bold }
svg text.late { font-weight: bold }
svg .paper { fill: #fff }
svg .rule { stroke: #bbb; stroke-width: 1 }
svg .month { stroke: #ddd; stroke-width: 1 }
svg .year { stroke: #999; stroke-width: 1 }
svg .now { stroke: #000; stroke-width: 1.5; stroke-dasharray: 5 3 }
svg .slip { stroke: #000; stroke-width: 1 }
svg .planned { fill: #fff; stroke: #000; stroke-width: 1.2 }
svg .first { fill: none; stroke: #000; stroke-width: 1; stroke-dasharray: 1.5 1.5 }
svg .open { fill: #fff; stroke: #000; stroke-width: 1; stroke-dasharray: 5 3 }
svg .actual { fill: #000; stroke: #000; stroke-width: 1 }
svg .begun { fill: #999; stroke: #000; stroke-width: 1 }
</style>
";
