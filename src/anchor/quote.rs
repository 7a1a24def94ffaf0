//! Finds a quotation in the text it was taken from.

use crate::text::{Span, unspaced};

/// Every place where a text says the quoted words. White space of any kind and length is one space, and
/// straight quotation marks are the typographic ones, as they are for whoever copies from a printed page.
pub fn places(text: &str, quote: &str) -> Vec<Span> {
    let (text_folded, ends) = folded(text);
    let (quote_folded, _) = folded(quote.trim());
    if quote_folded.is_empty() {
        return Vec::new();
    }
    text_folded
        .match_indices(&quote_folded)
        .map(|(at, found)| ends[at].0..ends[at + found.len() - 1].1)
        .collect()
}

/// Every place where a later text says the words at a place of an earlier one; what began at the beginning of a
/// word there must begin one here.
pub(super) fn places_of_words(before: &str, place: &Span, after: &str, quote: &str) -> Vec<Span> {
    let begins = |text: &str, at: usize| {
        let beside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !unspaced(c));
        !(beside(text[..at].chars().next_back()) && beside(text[at..].chars().next()))
    };
    let begun = begins(before, place.start);
    let mut found = places(after, quote);
    found.retain(|span| !begun || begins(after, span.start));
    found
}

/// The folded text, and for each of its bytes where the character it came from begins and ends.
fn folded(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut out = String::with_capacity(text.len());
    let mut ends: Vec<(usize, usize)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let c_end = at + c.len_utf8();
        let plain = match c {
            c if c.is_whitespace() => ' ',
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            c => c,
        };
        if plain == ' ' && out.ends_with(' ') {
            if let Some(last) = ends.last_mut() {
                last.1 = c_end;
            }
            continue;
        }
        out.push(plain);
        ends.extend(std::iter::repeat_n((at, c_end), plain.len_utf8()));
    }
    (out, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_however_it_was_wrapped_or_quoted() {
        let text = "a patient\u{2019}s record,\ntwice: a patient\u{2019}s  record";
        let found: Vec<&str> = places(text, "patient's record").into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["patient\u{2019}s record", "patient\u{2019}s  record"]);
        assert_eq!(places("各国应恪尽职守", "恪尽职守").len(), 1);
        assert!(places("text", " ").is_empty());
    }
}
