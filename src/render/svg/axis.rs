//! The days along the top: months, years, and the day for which the picture holds.

use chrono::{Datelike, Months, NaiveDate};

use crate::render::svg::{LEFT, RIGHT, Scale, TOP, line, text};
use crate::report::Timeline;
use crate::text::short_day;

/// The least room between the names of two months.
const ROOM: f64 = 46.0;

/// The months behind the lanes; the first one named bears its year, as each January does.
pub(super) fn months(timeline: &Timeline, scale: Scale, bottom: f64) -> String {
    let mut drawn = line((LEFT, TOP), (RIGHT, TOP), "year");
    let mut first = true;
    for month in first_days(timeline.from, timeline.until) {
        let x = scale.x(month);
        let january = month.month() == 1;
        drawn.push_str(&line((x, TOP - 6.0), (x, bottom), if january { "year" } else { "month" }));
        let every = every(scale);
        if every == 12 && january {
            drawn.push_str(&text((x, TOP - 10.0), "start", "month-name", &month.format("%Y").to_string()));
        } else if every < 12 && month.month0().is_multiple_of(every) {
            let named = month.format(if january || first { "%b %Y" } else { "%b" }).to_string();
            first = false;
            drawn.push_str(&text((x, TOP - 10.0), "start", "month-name", &named));
        }
    }
    drawn
}

/// The day for which the picture holds, over everything else.
pub(super) fn today(timeline: &Timeline, scale: Scale, bottom: f64) -> String {
    let today = scale.middle(timeline.today);
    let mut drawn = String::new();
    drawn.push_str(&line((today, 30.0), (today, bottom), "now"));
    let anchor = if today > RIGHT - 90.0 { "end" } else { "start" };
    let named = format!("today: {}", short_day(timeline.today));
    let aside = if anchor == "end" { -5.0 } else { 5.0 };
    drawn.push_str(&text((today + aside, 30.0), anchor, "today", &named));
    drawn
}

/// How many months lie between two that are named: all, quarters, half-years or years.
fn every(scale: Scale) -> u32 {
    let month = scale.per_day * 30.0;
    [1_u32, 3, 6].into_iter().find(|every| month * f64::from(*every) >= ROOM).unwrap_or(12)
}

/// The first days of the months between two days.
fn first_days(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    // Beyond a hundred years nobody looks for months.
    const MOST: usize = 1200;
    let first = from.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    let next = |month: &NaiveDate| month.checked_add_months(Months::new(1));
    std::iter::successors(first, next).take(MOST).take_while(move |month| *month <= until)
}
