//! The one place where the time is asked.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Now; or for rehearsals, the moment in `TRAVAUX_TODAY`: `2026-04-01T23:30:00+02:00`, or noon of a day.
pub(super) fn now() -> DateTime<Utc> {
    let rehearsed = std::env::var("TRAVAUX_TODAY").ok().and_then(|moment| rehearsed(&moment));
    rehearsed.unwrap_or_else(Utc::now)
}

fn rehearsed(moment: &str) -> Option<DateTime<Utc>> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time of day");
    let day = moment.parse::<NaiveDate>().map(|day| day.and_time(noon).and_utc());
    let exact = || DateTime::parse_from_rfc3339(moment).map(|moment| moment.with_timezone(&Utc));
    day.or_else(|_| exact()).ok()
}
