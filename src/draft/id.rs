//! The lasting name of a paragraph.

use serde::Serialize;

/// What an id may look like, for messages.
pub const ID_GRAMMAR: &str = "an id such as D2, D2bis, B1a, a section D, or title";

/// The name of the whole text's title.
const TITLE: &str = "title";

/// Latin ordinals for what comes after, in their order.
pub(super) const SUFFIXES: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The title of the whole text.
    Title,
    /// A section, that is its heading.
    Section,
    /// A paragraph, which takes a printed number.
    Paragraph,
    /// A list item, lettered under its paragraph.
    Item,
}

impl Level {
    /// Whether it heads others: the title, or a section.
    pub fn is_heading(self) -> bool {
        matches!(self, Level::Title | Level::Section)
    }
}

/// The lasting name of a passage: `D2`, `D2bis`, the item `B1a`, the section `D`, or `title`.
///
/// Section letter and rank when first given, a Latin ordinal for what came after; shared by all
/// languages and never given to another passage. Invariant: it follows the grammar
/// `title | LETTERS SUFFIX? (NUMBER SUFFIX? (letter SUFFIX?)?)?`.
///
/// It cannot be taken for a version:
///
/// ```compile_fail
/// use travaux::draft::{ParagraphId, VersionId};
/// let id: ParagraphId = VersionId::parse("first").unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ParagraphId(String);

impl ParagraphId {
    /// Reads an id exactly as files write it.
    pub fn parse(text: &str) -> Option<ParagraphId> {
        parts(text).map(|_| ParagraphId(text.to_owned()))
    }

    /// Reads an id as a person types it, in any case: `d2BIS` is `D2bis`.
    pub fn typed(text: &str) -> Option<ParagraphId> {
        let lower = text.trim().to_ascii_lowercase();
        if lower == TITLE {
            return ParagraphId::parse(&lower);
        }
        // Each way of splitting the letters into a section and its suffix is tried, shortest section last.
        (1..=2).rev().filter(|&cut| lower.len() >= cut && lower.is_char_boundary(cut)).find_map(|cut| {
            let (section, rest) = lower.split_at(cut);
            ParagraphId::parse(&format!("{}{rest}", section.to_ascii_uppercase()))
        })
    }

    /// The name of the title.
    pub fn title() -> ParagraphId {
        ParagraphId(TITLE.to_owned())
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it names.
    pub fn level(&self) -> Level {
        if self.0 == TITLE {
            return Level::Title;
        }
        match parts(&self.0) {
            Some(Parts { item: Some(_), .. }) => Level::Item,
            Some(Parts { numbered: true, .. }) => Level::Paragraph,
            _ => Level::Section,
        }
    }

    /// The paragraph an item belongs to: `B1` for `B1a`.
    pub fn parent(&self) -> Option<ParagraphId> {
        let item = parts(&self.0)?.item?;
        Some(ParagraphId(self.0[..self.0.len() - item.len()].to_owned()))
    }

    /// The letter of an item with its suffix: `a` for `B1a`.
    pub fn item(&self) -> Option<&str> {
        parts(&self.0)?.item
    }

    /// Whether whoever names this id means the other too: a paragraph includes its items.
    pub fn covers(&self, other: &ParagraphId) -> bool {
        self == other || other.parent().as_ref() == Some(self)
    }
}

struct Parts<'t> {
    numbered: bool,
    item: Option<&'t str>,
}

/// Cuts an id into its parts; absent for `title` and for what follows no grammar.
fn parts(text: &str) -> Option<Parts<'_>> {
    if text.len() > 40 {
        return None;
    }
    let section_end = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    if !(1..=2).contains(&section_end) {
        return (text == TITLE).then_some(Parts { numbered: false, item: None });
    }
    let rest = without_suffix(&text[section_end..]);
    if rest.is_empty() {
        return Some(Parts { numbered: false, item: None });
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 || digits > 4 || rest.starts_with('0') {
        return None;
    }
    let item = without_suffix(&rest[digits..]);
    if item.is_empty() {
        return Some(Parts { numbered: true, item: None });
    }
    let lettered =
        item.starts_with(|c: char| c.is_ascii_lowercase()) && without_suffix(&item[1..]).is_empty();
    lettered.then_some(Parts { numbered: true, item: Some(item) })
}

fn without_suffix(text: &str) -> &str {
    // The longest first: `sexies` must not be read as an item `s`.
    SUFFIXES.iter().rev().find_map(|suffix| text.strip_prefix(suffix)).unwrap_or(text)
}

impl std::fmt::Display for ParagraphId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, level: Level) {
        assert_eq!(ParagraphId::parse(text).map(|id| id.level()), Some(level), "{text}");
    }

    #[test]
    fn ids_follow_the_grammar() {
        case("title", Level::Title);
        case("D", Level::Section);
        case("Dbis", Level::Section);
        case("D2", Level::Paragraph);
        case("D2bis", Level::Paragraph);
        case("Dbis1ter", Level::Paragraph);
        case("B1a", Level::Item);
        case("B1b", Level::Item);
        case("B1bbis", Level::Item);
        case("B1bisa", Level::Item);
    }

    #[test]
    fn other_brackets_are_text() {
        for text in ["", "States", "d2", "D0", "D2 bis", "12", "D2-", "ABC1", "D2ab", "§1", "Title"] {
            assert_eq!(ParagraphId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_person_may_type_any_case() {
        assert_eq!(ParagraphId::typed("d2BIS"), ParagraphId::parse("D2bis"));
        assert_eq!(ParagraphId::typed("dBIS1"), ParagraphId::parse("Dbis1"));
        assert_eq!(ParagraphId::typed("TITLE"), Some(ParagraphId::title()));
        assert_eq!(ParagraphId::typed("é"), None);
    }

    #[test]
    fn an_item_knows_its_paragraph() {
        let item = ParagraphId::parse("B1bisa").expect("an item");
        assert_eq!(item.parent(), ParagraphId::parse("B1bis"));
        assert_eq!(item.item(), Some("a"));
        assert_eq!(ParagraphId::parse("B1").and_then(|id| id.parent()), None);
    }
}
