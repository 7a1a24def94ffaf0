//! What stands on a page without being text: rules, page numbers, and what the caller names.

use crate::intake::piece::{Gathered, Piece};
use crate::intake::{LeftOut, Why};
use crate::text::squeezed;

/// Why a line or a block is no text, if it is none.
pub(super) fn furniture(text: &str, named: &[String]) -> Option<Why> {
    if is_rule(text) {
        return Some(Why::Rule);
    }
    if is_page_number(text) {
        return Some(Why::PageNumber);
    }
    is_named(text, named).then_some(Why::Furniture)
}

/// Takes furniture out. On paged texts, what goes may be a page break.
pub(super) fn leave_out(found: &mut Gathered, named: &[String], paged: bool) {
    let mut breaks = 0;
    let pieces = std::mem::take(&mut found.pieces);
    for mut piece in pieces {
        let why = if paged {
            furniture(&piece.text, named)
        } else {
            is_named(&piece.text, named).then_some(Why::Furniture)
        };
        match why {
            Some(why) => {
                breaks += usize::from(paged && why != Why::Furniture);
                found.left_out.push(LeftOut { line: piece.line, text: whole(&piece), why });
            }
            None => {
                piece.page += breaks;
                found.pieces.push(piece);
            }
        }
    }
}

/// A piece as it stood, its number before it.
pub(super) fn whole(piece: &Piece) -> String {
    match &piece.label {
        Some(label) => format!("{label} {}", piece.text),
        None => piece.text.clone(),
    }
}

/// A line of dashes, dots or stars and nothing else.
pub(super) fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    signs.all(|c| "-–—_=*─━~.·".contains(c)) && text.trim().chars().count() > 1
}

/// `- 3 -`, `Page 3`, `Page 3 of 12`, `3/12`, `第3页`. A bare number may be a paragraph's own.
fn is_page_number(text: &str) -> bool {
    if text.len() > 40 || !text.contains(char::is_numeric) {
        return false;
    }
    let text = squeezed(text).to_lowercase();
    let dashes = ['-', '–', '—', ' '];
    let bare = text.trim_matches(dashes);
    if bare != text && text.starts_with(dashes) && text.ends_with(dashes) {
        return is_number(bare);
    }
    let pages = ["page", "página", "стр.", "страница", "صفحة", "الصفحة"];
    if let Some(rest) = pages.iter().find_map(|page| text.strip_prefix(page)) {
        return rest.starts_with(' ') && is_numbers(rest, &["of", "de", "sur", "из", "من", "/"]);
    }
    if let Some(rest) = text.strip_prefix('第') {
        return rest.strip_suffix('页').is_some_and(|rest| is_number(rest.trim()));
    }
    match text.split_once('/') {
        Some((page, pages)) => {
            let numbers = (page.trim().parse::<u32>(), pages.trim().parse::<u32>());
            matches!(numbers, (Ok(page), Ok(pages)) if 0 < page && page <= pages)
        }
        None => false,
    }
}

fn is_numbers(text: &str, between: &[&str]) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    match words[..] {
        [one] => is_number(one),
        [one, middle, other] => is_number(one) && between.contains(&middle) && is_number(other),
        _ => false,
    }
}

/// A number as pages bear it, in digits of any script.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().count() < 5 && text.chars().all(char::is_numeric)
}

/// Whether a text begins or ends with what the caller named, at the edge of a word.
fn is_named(text: &str, named: &[String]) -> bool {
    if named.is_empty() {
        return false;
    }
    let text = squeezed(text);
    named.iter().map(|name| squeezed(name)).filter(|name| !name.is_empty()).any(|name| {
        let apart = |rest: Option<char>| rest.is_none_or(|c| !c.is_alphanumeric());
        text.strip_prefix(&name).is_some_and(|rest| apart(rest.chars().next()))
            || text.strip_suffix(&name).is_some_and(|rest| apart(rest.chars().next_back()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_rules_are_furniture_and_bare_numbers_are_not() {
        for text in
            ["- 3 -", "– 12 –", "Page 3", "page 3 of 12", "3/12", "第 3 页", "Página 3 de 4", "صفحة ٣"]
        {
            assert_eq!(furniture(text, &[]), Some(Why::PageNumber), "{text}");
        }
        for text in ["--", "---", "* * *", "_____", "====", "…..…", "-- --"] {
            let rule = text != "…..…";
            assert_eq!(furniture(text, &[]) == Some(Why::Rule), rule, "{text}");
        }
        for text in ["3", "12.", "3/", "12/3", "Page", "Page three", "- 3", "-", "page 3 and 4", "- a -"] {
            assert_eq!(furniture(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn what_the_caller_names_stands_at_the_edge_of_a_block() {
        let named = ["Break".to_owned(), "A/79/L.1".to_owned()];
        assert_eq!(furniture("Break", &named), Some(Why::Furniture));
        assert_eq!(furniture("3 A/79/L.1", &named), Some(Why::Furniture));
        assert_eq!(furniture("Breaking the law", &named), None);
        assert_eq!(furniture("A Break in time", &named), None);
    }
}
