//! Numbers with a name: `Article 5.`, `Art. 5`, `§ 3`, `OP3 alt`, `第3条`, `Статья 5.`, `المادة ٥:`.

use crate::intake::label::number::{digits, han, romans, suffix};
use crate::intake::label::{ends, goes_on, next};

/// What is numbered, in six languages. The longer of two that begin alike comes first.
const NAMES: [&str; 48] = [
    "article",
    "artículo",
    "articulo",
    "art.",
    "art",
    "статья",
    "ст.",
    "المادة",
    "rule",
    "règle",
    "regla",
    "правило",
    "القاعدة",
    "principle",
    "principe",
    "principio",
    "принцип",
    "المبدأ",
    "recommendation",
    "recommandation",
    "recomendación",
    "рекомендация",
    "التوصية",
    "guideline",
    "directive",
    "directriz",
    "paragraph",
    "paragraphe",
    "párrafo",
    "пункт",
    "الفقرة",
    "para.",
    "para",
    "section",
    "sección",
    "раздел",
    "القسم",
    "chapter",
    "chapitre",
    "capítulo",
    "глава",
    "الفصل",
    "part",
    "partie",
    "parte",
    "часть",
    "الجزء",
    "annex",
];

/// Whether a name begins with this letter: most texts begin with another.
fn begins_name(first: char) -> bool {
    match first {
        'a' | 'r' | 'p' | 'g' | 'd' | 's' | 'c' => true,
        first => !first.is_ascii() && NAMES.iter().any(|name| initial(name) == Some(first)),
    }
}

/// A name's first letter; to take it out costs less than to ask the name whether it begins with another.
fn initial(name: &str) -> Option<char> {
    name.chars().next()
}

/// Where a number with its name ends.
pub(super) fn named(text: &str) -> Option<usize> {
    sign(text).or_else(|| operative(text)).or_else(|| ordinal(text)).or_else(|| titled(text))
}

/// `§ 3`, not `§ 3 applies`, nor the German `§ 3 Absatz 2`, whose nouns look like the beginning of a sentence.
fn sign(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('§')?.trim_start_matches([' ', '\u{a0}']);
    let number = digits(rest)?;
    let rest = &rest[number.length + suffix(&rest[number.length..])..];
    let german = ["Abs", "Satz", "Nr"].iter().any(|word| rest.trim_start().starts_with(word));
    if german { None } else { closing(text, rest) }
}

/// `OP3`, `PP12 bis`, `OP3 alt`: operative and preambular paragraphs; `OP3 and OP4` is of the sentence.
fn operative(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("OP").or_else(|| text.strip_prefix("PP"))?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '.']);
    let number = digits(rest).filter(|number| number.value < 1000)?;
    let rest = &rest[number.length..];
    let suffixed = suffix(rest);
    let rest = &rest[suffixed..];
    let marked = rest.strip_prefix(['.', ':', ')']);
    let rest = marked.unwrap_or(rest);
    let sure = marked.is_some() || suffixed > 0 || !goes_on(rest);
    (ends(rest) && sure).then_some(text.len() - rest.len())
}

/// `第3条 `, `第十二条：`. Without a space or a mark it is of the sentence: 第十二条规定.
fn ordinal(text: &str) -> Option<usize> {
    let space: &[char] = &[' ', '\u{a0}'];
    let rest = text.strip_prefix('第')?.trim_start_matches(space);
    let number = digits(rest).or_else(|| han(rest))?;
    let rest = rest[number.length..].trim_start_matches(space);
    let kinds = ["部分", "条", "條", "款", "项", "項", "段", "节", "節", "章", "编", "編"];
    let rest = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?;
    let rest = &rest[suffix(rest)..];
    let marked = rest.strip_prefix(['：', ':', '、']);
    let apart = rest.chars().next().is_none_or(char::is_whitespace);
    (marked.is_some() || apart).then_some(text.len() - marked.unwrap_or(rest).len())
}

/// `Article 5.`, `Rule 12:`, `Section IV –`, `Art. 5` before a capital.
fn titled(text: &str) -> Option<usize> {
    let first = text.chars().next()?.to_lowercase().next()?;
    if !begins_name(first) {
        return None;
    }
    let name = NAMES
        .iter()
        .filter(|name| initial(name) == Some(first))
        .find_map(|name| starts_with_folded(text, name))?;
    let rest = text[name..].trim_start_matches('.');
    let number_at = rest.trim_start_matches([' ', '\u{a0}']);
    let number = digits(number_at).or_else(|| romans(number_at))?;
    let mut rest = &number_at[number.length..];
    while let Some(part) = rest.strip_prefix('.').and_then(digits) {
        rest = &rest[1 + part.length..];
    }
    closing(text, &rest[suffix(rest)..])
}

/// Ends a name and number: at a mark, at the end, or where a sentence begins. A word in capitals
/// may be what the article is of (`Article 51 UN Charter`), so may a Russian one in the genitive
/// (`Статья 5 Конвенции`), and scripts without small letters do not show where a sentence begins.
fn closing(text: &str, rest: &str) -> Option<usize> {
    let marked = rest.strip_prefix(['.', ':', '：']).or_else(|| {
        let dash = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix(['–', '—', '-'])?;
        (dash.starts_with(char::is_whitespace) && !next(dash).is_some_and(char::is_numeric)).then_some(dash)
    });
    if let Some(rest) = marked {
        return ends(rest).then_some(text.len() - rest.len());
    }
    let mut word = rest.trim_start().chars();
    let fits = match (word.next(), word.next()) {
        (None, _) => true,
        (Some(first), second) => {
            first.is_uppercase() && first < 'Ͱ' && second.is_none_or(|c| !c.is_uppercase())
        }
    };
    (ends(rest) && fits).then_some(text.len() - rest.len())
}

/// The length of a name that begins a text in any case, before something that is no letter.
fn starts_with_folded(text: &str, name: &str) -> Option<usize> {
    let mut folded = text.char_indices();
    for expected in name.chars() {
        let (_, c) = folded.next()?;
        if c.to_lowercase().next() != Some(expected) {
            return None;
        }
    }
    match folded.next() {
        Some((at, c)) => (!c.is_alphabetic()).then_some(at),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_begins_as_names_do() {
        assert!(NAMES.iter().all(|name| name.chars().next().is_some_and(begins_name)));
        assert!(!begins_name('t') && !begins_name('国'));
    }
}
