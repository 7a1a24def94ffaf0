//! Places of which a spreadsheet program made a date: `3-4` became the 4th of March, or the 3rd of April.

use crate::intake::table::fold::plain;
use crate::intake::table::sheet::{Cell, Day};

/// The first letters of the months in English, French, Spanish and Russian; Chinese and Arabic write numbers.
const MONTHS: [&str; 12] = [
    "jan|janv|ene|янв",
    "feb|fev|фев",
    "mar|mars|мар",
    "apr|avr|abr|апр",
    "may|mai|маи|мая",
    "jun|juin|июн",
    "jul|juil|июл",
    "aug|aou|ago|авг",
    "sep|сен",
    "oct|окт",
    "nov|ноя",
    "dec|dic|дек",
];

/// The day that a cell holds, whether the program says so or its words do: `3-Apr`, `2026-04-03`.
pub(super) fn day(cell: &Cell) -> Option<Day> {
    cell.date.or_else(|| {
        let text = plain(&cell.text);
        let day_alone =
            text.split_once([' ', 't']).filter(|(_, time)| time.contains(':')).map(|(day, _)| day);
        let text = day_alone.unwrap_or(&text).trim().trim_end_matches('.');
        let parts: Vec<&str> =
            text.split(['-', '/', ' ', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [month, day] if text.contains('月') && text.ends_with('日') => {
                Some(Day { year: 0, month: month.parse().ok()?, day: Some(day.parse().ok()?) })
            }
            [first, second] => two(first, second),
            [year, month, day] if year.len() == 4 && text.contains(['-', '/', '年']) => {
                let (year, month, day) =
                    (year.parse().ok()?, month.parse().ok()?, day.get(..2).unwrap_or(day).parse().ok()?);
                let is_date =
                    (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
                is_date.then_some(Day { year, month, day: Some(day) })
            }
            [day, month, year] if month.chars().any(char::is_alphabetic) => {
                let dated = two(day, month)?;
                Some(Day { year: year.parse().ok()?, ..dated })
            }
            _ => None,
        }
    })
}

/// `3-Apr`, `Apr-40`: a month by name and a number.
fn two(first: &str, second: &str) -> Option<Day> {
    let (name, number) =
        if first.starts_with(|c: char| c.is_ascii_digit()) { (second, first) } else { (first, second) };
    let month = MONTHS.iter().position(|names| names.split('|').any(|begin| name.starts_with(begin)));
    let month = u32::try_from(month.filter(|_| name.chars().count() <= 5)? + 1).ok()?;
    let number: u32 = number.parse().ok()?;
    match number {
        1..=31 => Some(Day { year: 0, month, day: Some(number) }),
        32..=99 => Some(Day { year: number, month, day: None }),
        _ => None,
    }
}

/// What was most likely typed: a range that goes up, whichever of the two is the month.
pub(super) fn typed(day: Day) -> Option<(u32, u32)> {
    let other = day.day.unwrap_or(day.year % 100);
    let (first, last) = (day.month.min(other), day.month.max(other));
    (first < last && first > 0).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_what_was_typed_as_a_range() {
        for (text, range) in [
            ("3-Apr", (3, 4)),
            ("04-mars", (3, 4)),
            ("3 abr", (3, 4)),
            ("3.апр", (3, 4)),
            ("3月4日", (3, 4)),
            ("2026-03-04", (3, 4)),
            ("2026-04-03 00:00:00", (3, 4)),
            ("Dec-14", (12, 14)),
            ("Jan-40", (1, 40)),
            ("3-Apr-2026", (3, 4)),
        ] {
            assert_eq!(day(&Cell::of(text)).and_then(typed), Some(range), "{text}");
        }
        for text in
            ["3-4", "12", "12, 14", "D2", "8(d)", "12 bis", "3 to 4", "1.10", "12-14-16", "general", "para 3"]
        {
            assert_eq!(day(&Cell::of(text)), None, "{text}");
        }
        assert_eq!(typed(Day { year: 2026, month: 4, day: Some(4) }), None);
    }
}
