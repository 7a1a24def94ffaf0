//! The one place where the time is asked.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Now; or noon of the day in `TRAVAUX_TODAY`, for rehearsals.
pub(super) fn now() -> DateTime<Utc> {
    let rehearsed = std::env::var("TRAVAUX_TODAY").ok().and_then(|day| day.parse::<NaiveDate>().ok());
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time of day");
    rehearsed.map_or_else(Utc::now, |day| day.and_time(noon).and_utc())
}
