//! The words of a table made comparable: letters as `text` compares them, signs and digits as Western ones.

use crate::text::{folded as letters, is_unseen};

/// The words of a text in small letters without accents, one space between them.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            // A dot inside an abbreviation joins, any other sign divides.
            '.' | '\'' | '’' | 'ʼ' | '"' => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in small letters without accents, its digits and signs Western; punctuation stays.
pub(super) fn plain(text: &str) -> String {
    let mut known = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Signs that stand for words, and raised digits, which point to notes.
            '№' | '#' => known.push_str(" no "),
            '¶' | '§' => known.push_str(" paragraph "),
            '°' => known.push('o'),
            '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => known.push(' '),
            'Œ' | 'œ' => known.push_str("oe"),
            'Æ' | 'æ' => known.push_str("ae"),
            c => known.push(c),
        }
    }
    letters(&known).map(western).collect()
}

/// Signs and digits as a Western writer sets them; line ends stay.
fn western(c: char) -> char {
    match c {
        '،' | '、' | '､' => ',',
        '؛' => ';',
        '٫' => '.',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '~' | '〜' => '-',
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        c => digit(c).unwrap_or(c),
    }
}

fn digit(c: char) -> Option<char> {
    ['٠', '۰'].iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10).filter(|_| value < 10)
    })
}

/// The words of a cell without white space and marks of direction at its edges.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_case_accents_widths_and_marks() {
        assert_eq!(folded(" N.º "), "no");
        assert_eq!(folded("№"), "no");
        assert_eq!(folded("Délégation*"), "delegation");
        assert_eq!(folded("De\u{301}le\u{301}gation¹"), "delegation");
        assert_eq!(folded("Para.\nno."), "para no");
        assert_eq!(folded("الفِقْـرة"), "الفقره");
        assert_eq!(folded("\u{200f}الإجراء"), "الاجراء");
        assert_eq!(folded("ＰＡＲＡ　１２"), "para 12");
        assert_eq!(folded("MB/NC"), "mb nc");
        assert_eq!(folded("Ещё"), "еще");
    }
}
