//! Grammar of small sentences: "1 comment", "3 comments", "a, b and c", "4 May 2026".

use chrono::NaiveDate;

/// Writes a number with its noun: `1 comment`, `3 comments`, `2 deliveries`.
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{number} {stem}ies"),
        _ => format!("{number} {noun}s"),
    }
}

/// Joins items as a sentence does: `a`, `a and b`, `a, b and c`.
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

/// A title inside a sentence: `First version at HEAD~1` becomes `first version at HEAD~1`.
pub fn within_sentence(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// A sentence's first letter as a capital.
pub fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Writes a day as the source document does: `4 May 2026`.
pub fn ordinal_day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Writes a day for a table: `4 May 2026`, `26 Jan 2026`.
pub fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// Writes days that follow each other for a table: `4–6 May 2026`, `30 Jun 2026 to 2 Jul 2026`.
pub fn short_days(from: NaiveDate, until: NaiveDate) -> String {
    let month = |day: NaiveDate| day.format("%m%Y").to_string();
    if from == until {
        short_day(from)
    } else if month(from) == month(until) {
        format!("{}–{}", from.format("%-d"), short_day(until))
    } else {
        format!("{} to {}", short_day(from), short_day(until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(counted(1, "comment"), "1 comment");
        assert_eq!(counted(0, "comment"), "0 comments");
        assert_eq!(counted(2, "day"), "2 days");
        assert_eq!(counted(2, "entry"), "2 entries");
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
