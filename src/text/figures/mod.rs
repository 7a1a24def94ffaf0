//! The numbers and dates of a text, so that two languages can be held against each other.
//!
//! Digits of every script count, thousands joined. A number written as a word is known only so that it is not missed
//! where the other language writes digits: `one` is also a pronoun, and 十 stands in the name of the Red Cross.

mod names;

use std::collections::{BTreeMap, BTreeSet};

use crate::text::figures::names::{is_between, month, words};
use crate::text::search::comparable;
use crate::text::{Terms, unspaced};

/// The numbers and dates of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Numbers in digits and dates (`2026-04-01`, `04-01`, `2026-04`), and how often each stands there.
    pub counted: BTreeMap<String, usize>,
    /// Numbers from one to twelve that stand there as words, or may.
    words: BTreeSet<u32>,
}

/// One piece of a text, as far as numbers and dates are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Number(String),
    Month(u32),
    /// What may stand within a date.
    Between,
    Other,
}

impl Figures {
    /// What this text has and another lacks, more often than it: as the text has it.
    pub fn beyond(&self, other: &Figures) -> Vec<String> {
        let missing = self.counted.iter().filter(|(figure, count)| {
            let there = other.counted.get(*figure).copied().unwrap_or_default();
            let as_word = || figure.parse().is_ok_and(|number| other.words.contains(&number));
            there < **count && !as_word()
        });
        missing.map(|(figure, _)| figure.clone()).collect()
    }
}

/// The numbers and dates of a text in a language.
pub fn figures(language: &str, text: &str) -> Figures {
    let pieces = pieces(language, text);
    let mut found = Figures { words: words(language, text), ..Figures::default() };
    let mut at = 0;
    while at < pieces.len() {
        let (figure, length) = match date(&pieces[at..]) {
            Some((date, length)) => (Some(date), length),
            None => match &pieces[at] {
                Piece::Number(number) => (Some(number.clone()), 1),
                _ => (None, 1),
            },
        };
        if let Some(figure) = figure {
            *found.counted.entry(figure).or_default() += 1;
        }
        at += length;
    }
    found
}

/// A date at the beginning of some pieces, and how many it takes.
fn date(pieces: &[Piece]) -> Option<(String, usize)> {
    // What may stand within a date is passed over.
    let told: Vec<(usize, &Piece)> =
        pieces.iter().enumerate().filter(|(_, piece)| **piece != Piece::Between).take(3).collect();
    if told.first().is_none_or(|(at, _)| *at > 0) {
        return None;
    }
    let number = |rank: usize| match told.get(rank) {
        Some((_, Piece::Number(number))) => number.parse::<u32>().ok(),
        _ => None,
    };
    let month = |rank: usize| match told.get(rank) {
        Some((_, Piece::Month(month))) => Some(*month),
        _ => None,
    };
    let day = |rank: usize| number(rank).filter(|day| (1..=31).contains(day));
    let year = |rank: usize| number(rank).filter(|year| (1000..=2999).contains(year));
    let length = |ranks: usize| told[ranks - 1].0 + 1;
    if let (Some(day), Some(month), Some(year)) = (day(0), month(1), year(2)) {
        return Some((format!("{year}-{month:02}-{day:02}"), length(3)));
    }
    if let (Some(month), Some(day), Some(year)) = (month(0), day(1), year(2)) {
        return Some((format!("{year}-{month:02}-{day:02}"), length(3)));
    }
    if let (Some(year), Some(month), Some(day)) = (year(0), month(1), day(2)) {
        return Some((format!("{year}-{month:02}-{day:02}"), length(3)));
    }
    if let (Some(day), Some(month)) = (day(0).or(day(1)), month(1).or(month(0))) {
        return Some((format!("{month:02}-{day:02}"), length(2)));
    }
    let (year, month) = (year(0).or(year(1))?, month(1).or(month(0))?);
    Some((format!("{year}-{month:02}"), length(2)))
}

fn pieces(language: &str, text: &str) -> Vec<Piece> {
    let text = plain_digits(text);
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let (number, length) = number(language, rest);
            rest = &rest[length..];
            pieces.push(numbered(&number, &mut rest));
        } else if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic() || unspaced(c) != unspaced(first));
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            let word_folded = comparable(word);
            let month = month(language, &word_folded, word.starts_with(char::is_uppercase));
            match month {
                // `نيسان/أبريل`: one month by two names.
                Some(month) if pieces.last() == Some(&Piece::Month(month)) => {}
                Some(month) => pieces.push(Piece::Month(month)),
                None if is_between(language, &word_folded) => pieces.push(Piece::Between),
                None => pieces.push(Piece::Other),
            }
        } else {
            // A date goes on over a comma, a hyphen and spaces.
            if !first.is_whitespace() && !matches!(first, ',' | '-' | '/' | '،' | '.') {
                pieces.push(Piece::Other);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    pieces
}

/// A number with the Chinese sign for what it counts; a month is one.
fn numbered(number: &str, rest: &mut &str) -> Piece {
    for (sign, is_month) in [('年', false), ('月', true), ('日', false)] {
        if let Some(after) = rest.trim_start().strip_prefix(sign) {
            *rest = after;
            if is_month && let Ok(month @ 1..=12) = number.parse() {
                return Piece::Month(month);
            }
        }
    }
    Piece::Number(number.to_owned())
}

/// The number at the beginning of a text, thousands joined and its decimal sign a full stop, and its length.
fn number(language: &str, text: &str) -> (String, usize) {
    let digits = |from: &str| from.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    let mut number = text[..end].to_owned();
    // `2026-04-01`
    if end == 4 && text.len() >= 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' {
        let (month, day) = (text.get(5..7), text.get(8..10));
        if let (Some(month), Some(day)) = (month, day)
            && digits(month) == 2
            && digits(day) == 2
            && digits(&text[8..]) == 2
        {
            return (format!("{number}-{month}-{day}"), 10);
        }
    }
    let spaces = matches!(language, "fr" | "es" | "ru");
    while let Some(sign) = text[end..].chars().next() {
        let after = &text[end + sign.len_utf8()..];
        let (length, grouped) = (digits(after), matches!(sign, ',' | '.' | '٬' | '\u{a0}' | '\u{202f}'));
        if length == 3 && end <= 3 + number.len() && (grouped || sign == ' ' && spaces && number.len() <= 3) {
            number.push_str(&after[..3]);
        } else if matches!(sign, ',' | '.' | '٫') && (1..=2).contains(&length) && !number.contains('.') {
            number.push('.');
            number.push_str(&after[..length]);
        } else {
            break;
        }
        end += sign.len_utf8() + length;
    }
    (number, end)
}

/// A text with the digits of every script as those of English.
fn plain_digits(text: &str) -> String {
    const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
    let plain = |c: char| {
        let zero = ZEROS
            .iter()
            .find(|zero| (**zero..=char::from_u32(**zero as u32 + 9).unwrap_or(**zero)).contains(&c));
        zero.and_then(|zero| char::from_digit(c as u32 - *zero as u32, 10)).unwrap_or(c)
    };
    text.chars().map(plain).collect()
}

/// The words of a text, folded, for looking numbers up.
fn folded_words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    Terms::none().cut(text, |token| {
        words.insert(comparable(&text[token]));
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(language: &str, text: &str) -> Vec<String> {
        figures(language, text).counted.into_keys().collect()
    }

    #[test]
    fn a_date_is_the_same_in_six_languages() {
        for (language, text) in [
            ("en", "on 1 April 2026"),
            ("en", "on April 1, 2026"),
            ("en", "by 2026-04-01"),
            ("fr", "le 1er avril 2026"),
            ("es", "el 1 de abril de 2026"),
            ("ru", "1 апреля 2026 года"),
            ("ar", "في 1 نيسان/أبريل 2026"),
            ("ar", "في ١ أبريل ٢٠٢٦"),
            ("zh", "2026年4月1日"),
            ("zh", "２０２６年４月１日"),
        ] {
            assert_eq!(found(language, text), ["2026-04-01"], "{text}");
        }
        assert_eq!(found("en", "in May 2026 they may on 4 May"), ["05-04", "2026-05"]);
        assert_eq!(found("ar", "في 3 كانون الثاني/يناير 2027"), ["2027-01-03"]);
        assert_eq!(found("zh", "5月4日"), ["05-04"]);
    }

    #[test]
    fn numbers_are_read_in_every_script_with_their_thousands() {
        assert_eq!(found("en", "1,000 of 12 and 1.5"), ["1.5", "1000", "12"]);
        assert_eq!(found("fr", "1 000 sur 12 et 1,5"), ["1.5", "1000", "12"]);
        assert_eq!(found("es", "1.000"), ["1000"]);
        assert_eq!(found("ar", "١٬٠٠٠ و١٢"), ["1000", "12"]);
        assert_eq!(found("zh", "第36条"), ["36"]);
        assert_eq!(found("en", "Part 7. 12 of 30"), ["12", "30", "7"]);
    }

    #[test]
    fn a_number_is_not_missed_where_the_other_language_has_it_as_a_word() {
        let (en, zh) = (figures("en", "within 4 weeks and 30 days"), figures("zh", "四周和31天之内"));
        assert_eq!((en.beyond(&zh), zh.beyond(&en)), (vec!["30".to_owned()], vec!["31".to_owned()]));
        assert!(figures("ru", "за 3 дня").beyond(&figures("fr", "en trois jours")).is_empty());
        assert!(figures("ar", "ثلاثة أيام").beyond(&figures("es", "en tres días")).is_empty());
    }
}
