//! How a file of the workspace is read strictly and written canonically: keys, values, lines.
//!
//! The one home of `toml`. A reader collects every problem of a file instead of stopping at the
//! first; a key nobody asked for is a problem, with the nearest key that would have been read.

mod read;
mod write;

pub use read::{Reader, Table};
pub use write::Writer;

use chrono::NaiveDate;

/// A TOML date as a calendar day; absent for times, and for days no calendar has.
fn day(datetime: &toml::value::Datetime) -> Option<NaiveDate> {
    let (Some(date), None, None) = (datetime.date, datetime.time, datetime.offset) else {
        return None;
    };
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}
