//! Printed numbers at the head of a paragraph: `12.`, `12 bis`, `(a)`, `OP3 alt`, `第3条`, `٣.`.
//!
//! A number says where a paragraph stands, not what it says: after one insertion every later number
//! is another paragraph's. It is taken off before texts are compared.

/// Cuts a text into its printed label and the rest. A text that is nothing but a label is all rest.
pub fn split_label(text: &str) -> (&str, &str) {
    let mut rest = text.trim_start();
    // Two at most: "12. (a) The parties ...".
    for _ in 0..2 {
        match one(rest) {
            Some(length) if !rest[length..].trim().is_empty() => rest = rest[length..].trim_start(),
            _ => break,
        }
    }
    let label = text[..text.len() - rest.len()].trim();
    (label, if label.is_empty() { text } else { rest })
}

/// The length of the one label that a text begins with.
fn one(text: &str) -> Option<usize> {
    bullet(text)
        .or_else(|| bracketed(text))
        .or_else(|| ordinal(text))
        .or_else(|| named(text))
        .or_else(|| numbered(text))
        .or_else(|| lettered(text))
}

/// `- `, `• `, `# `: a mark with a space after it.
fn bullet(text: &str) -> Option<usize> {
    let mark = text.trim_start_matches(['-', '–', '—', '•', '*', '·', '▪', '●', '◦', '#', '>']);
    let length = text.len() - mark.len();
    (length > 0 && length <= 6 && mark.starts_with(char::is_whitespace)).then_some(length)
}

/// `(a)`, `(12 bis)`, `（一）`, `[12]`.
fn bracketed(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        _ => return None,
    };
    let open = close.len_utf8();
    let (at, _) = text.char_indices().take(12).find(|&(_, c)| c == close)?;
    let inner = &text[open..at];
    let end = counter(inner).map(|n| n + suffix(&inner[n..]))?;
    (end == inner.len()).then(|| at + close.len_utf8())
}

/// `第3条`, `第十二條之一`, set off by a space or a mark: otherwise it is a reference in running text.
fn ordinal(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('第')?;
    let mut at = '第'.len_utf8() + digits(inner).or_else(|| han_numeral(inner))?;
    let unit = text[at..].chars().next().filter(|c| "条條款项項段节節章".contains(*c))?;
    at += unit.len_utf8();
    if let Some(more) = text[at..].strip_prefix('之') {
        at += '之'.len_utf8() + digits(more).or_else(|| han_numeral(more))?;
    }
    set_off(&text[at..]).map(|n| at + n)
}

/// `OP3 alt`, `PP 2`, `Article 5.`, `§ 7:`. After a word of running text, only a mark sets it off.
fn named(text: &str) -> Option<usize> {
    let names = ["OP", "PP", "§§", "§", "Article", "ARTICLE", "Art.", "Paragraph", "Para."];
    let name = names.iter().find(|name| text.starts_with(**name))?;
    let inner = text[name.len()..].trim_start_matches([' ', '\u{a0}']);
    let number = digits(inner)?;
    let mut at = text.len() - inner.len() + number;
    at += suffix(&text[at..]);
    let marked = set_off(&text[at..])?;
    (marked > 0 || name.len() <= 4).then_some(at + marked)
}

/// `12.`, `12 bis.`, `1.2.3`, `٣.`, `一、`.
fn numbered(text: &str) -> Option<usize> {
    let (mut at, han) = match digits(text) {
        Some(length) => (length, false),
        None => (han_numeral(text)?, true),
    };
    let mut dots = 0;
    while let Some(more) = text[at..].strip_prefix('.').and_then(digits) {
        at += 1 + more;
        dots += 1;
    }
    let suffix = suffix(&text[at..]);
    at += suffix;
    let marked = set_off(&text[at..])?;
    (marked > 0 || dots > 1 || (suffix > 0 && !han)).then_some(at + marked)
}

/// `A.`, `iv)`.
fn lettered(text: &str) -> Option<usize> {
    let at = counter(text)?;
    set_off(&text[at..]).filter(|&marked| marked > 0).map(|marked| at + marked)
}

/// What counts inside brackets: a number, a letter, a Roman or a Han numeral.
fn counter(text: &str) -> Option<usize> {
    digits(text).or_else(|| han_numeral(text)).or_else(|| {
        let letter = text.chars().next().filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8);
        let roman = text.bytes().take(5).take_while(|byte| b"ivxIVX".contains(byte)).count();
        let whole = |length: usize| length > 0 && !text[length..].starts_with(char::is_alphabetic);
        [letter, roman].into_iter().find(|&length| whole(length))
    })
}

/// Up to four digits of any script.
fn digits(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_numeric() || han_digit(c)).unwrap_or(text.len());
    (1..=4).contains(&text[..end].chars().count()).then_some(end)
}

fn han_numeral(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !han_digit(c)).unwrap_or(text.len());
    (1..=5).contains(&text[..end].chars().count()).then_some(end)
}

fn han_digit(c: char) -> bool {
    "〇零一二三四五六七八九十百".contains(c)
}

/// ` bis`, `ter`, ` alt`, ` alt.2`: what tells a late number from its neighbour.
fn suffix(text: &str) -> usize {
    let inner = text.trim_start_matches([' ', '\u{a0}']);
    let space = text.len() - inner.len();
    let word = inner.find(|c: char| !c.is_alphabetic()).unwrap_or(inner.len());
    match &inner[..word] {
        "bis" | "ter" | "quater" | "quinquies" | "alt" | "new" | "novies" | "sexies" | "septies" => {
            space + word
        }
        one if space == 0 && one.len() == 1 => word,
        _ => 0,
    }
}

/// The length of the mark that sets a label off; zero if a space does, none if nothing does.
fn set_off(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    match chars.next() {
        None => Some(0),
        Some(c) if c.is_whitespace() => Some(0),
        Some(c @ ('、' | '．' | '：' | '）')) => Some(c.len_utf8()),
        Some(c @ ('.' | ')' | ':' | ']' | '-' | '–' | '—' | 'º' | '°')) => {
            let doubled = text[c.len_utf8()..].trim_start_matches(['.', ')', '-', '–', '—']);
            let end = text.len() - doubled.len();
            doubled.chars().next().is_none_or(char::is_whitespace).then_some(end)
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_number_is_taken_off() {
        for label in [
            "12.",
            "12 bis",
            "12bis.",
            "(a)",
            "a)",
            "(iv)",
            "[12]",
            "OP3 alt",
            "PP2",
            "第3条",
            "第十二條之一",
            "٣.",
            "一、",
            "（一）",
            "§ 7.",
            "Article 5:",
            "1.2.3",
            "-",
            "12. (a)",
        ] {
            let text = format!("{label} States should act");
            assert_eq!(split_label(&text), (label, "States should act"));
        }
    }

    #[test]
    fn running_text_keeps_its_numbers() {
        for text in [
            "12 States agreed",
            "2024 was",
            "3.5 million",
            "Article 5 applies",
            "第三条规定",
            "A State may",
            "",
            "12.",
        ] {
            assert_eq!(split_label(text), ("", text));
        }
    }
}
