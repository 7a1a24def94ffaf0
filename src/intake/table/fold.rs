//! Words made comparable: without case, accents, punctuation, widths and marks of direction.

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
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ª' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'º' | '°' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ё' => plain.push('е'),
            'й' => plain.push('и'),
            'أ' | 'إ' | 'آ' | 'ٱ' => plain.push('ا'),
            'ى' | 'ی' => plain.push('ي'),
            'ک' => plain.push('ك'),
            'ة' => plain.push('ه'),
            '№' => plain.push_str(" no "),
            '#' => plain.push_str(" no "),
            '¶' => plain.push_str(" paragraph "),
            '§' => plain.push_str(" paragraph "),
            '،' | '，' | '、' | '､' => plain.push(','),
            '؛' | '；' => plain.push(';'),
            '٫' => plain.push('.'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '~' | '～' | '〜' => {
                plain.push('-');
            }
            '（' => plain.push('('),
            '）' => plain.push(')'),
            '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => plain.push(' '),
            c if is_mark(c) => {}
            c if c.is_whitespace() => plain.push(if c == '\n' { '\n' } else { ' ' }),
            c => plain.push(digit(c).unwrap_or_else(|| narrow(c))),
        }
    }
    plain
}

/// What is written but says nothing: accents set apart, vowel signs, stretching, direction, soft hyphens.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | 'ـ' | '\u{ad}' | '\u{fe0f}' | '\u{20e3}')
        || is_direction(c)
}

/// Marks of direction and of no width.
pub(super) fn is_direction(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn digit(c: char) -> Option<char> {
    ['٠', '۰', '０'].iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10).filter(|_| value < 10)
    })
}

/// The narrow form of a full-width letter or sign.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The words of a cell without white space and marks of direction at its edges.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_direction(c))
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
