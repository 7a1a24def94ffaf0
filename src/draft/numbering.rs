//! The printed number of a paragraph in one version.

use std::collections::BTreeMap;

use crate::draft::{Draft, Level, ParagraphId};

/// The printed numbers of one version, the same in every language.
///
/// A number is a paragraph's rank in the original-language text, headings and items left out; items
/// are lettered under their paragraph. Where the document that was sent printed another label for a
/// paragraph, that label rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbering {
    numbers: BTreeMap<ParagraphId, Number>,
    count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    paragraph: String,
    item: Option<String>,
}

impl Numbering {
    /// Numbers a version by its original text and the labels of the document that was sent.
    pub fn of(original: &Draft, labels: &BTreeMap<ParagraphId, String>) -> Numbering {
        let mut numbers = BTreeMap::new();
        let mut count = 0;
        let mut paragraph = String::new();
        let mut items = 0;
        for passage in &original.paragraphs {
            let printed = labels.get(&passage.id);
            match passage.level() {
                Level::Title | Level::Section => {}
                Level::Paragraph => {
                    count += 1;
                    items = 0;
                    paragraph = printed.cloned().unwrap_or_else(|| count.to_string());
                    numbers.insert(passage.id.clone(), Number { paragraph: paragraph.clone(), item: None });
                }
                Level::Item => {
                    items += 1;
                    let item = Some(printed.cloned().unwrap_or_else(|| letter(items)));
                    numbers.insert(passage.id.clone(), Number { paragraph: paragraph.clone(), item });
                }
            }
        }
        Numbering { numbers, count }
    }

    /// The number as cited: `[12]`, `[13 bis]`, `[5](a)`; absent for headings and the title.
    pub fn cited(&self, id: &ParagraphId) -> Option<String> {
        let number = self.numbers.get(id)?;
        Some(match &number.item {
            None => format!("[{}]", number.paragraph),
            Some(item) => format!("[{}]({item})", number.paragraph),
        })
    }

    /// The number as it is printed before the passage itself: `[12]`, and `(a)` for an item, which stands under its
    /// paragraph.
    pub fn printed(&self, id: &ParagraphId) -> Option<String> {
        let number = self.numbers.get(id)?;
        Some(match &number.item {
            None => format!("[{}]", number.paragraph),
            Some(item) => format!("({item})"),
        })
    }

    /// The paragraph a person means by `12`, `[12]`, `13 bis`, `5(a)`.
    pub fn find(&self, typed: &str) -> Option<ParagraphId> {
        let bare = |text: &str| text.replace(['[', ']', '(', ')', ' ', '.'], "").to_lowercase();
        let typed = bare(typed);
        let written =
            |number: &Number| bare(&format!("{}{}", number.paragraph, number.item.as_deref().unwrap_or("")));
        self.numbers.iter().find(|(_, number)| written(number) == typed).map(|(id, _)| id.clone())
    }

    /// How many paragraphs the version has.
    pub fn count(&self) -> usize {
        self.count
    }
}

/// The letter of the nth item: a to z, then aa, ab.
fn letter(rank: usize) -> String {
    let index = rank.saturating_sub(1);
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    if index < 26 { last.to_string() } else { format!("{}{last}", letter(index / 26)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Paragraph;

    fn draft() -> Draft {
        let ids = ["title", "O1", "A", "A1", "B1", "B1a", "B1c"];
        let paragraphs =
            ids.iter().filter_map(|id| ParagraphId::parse(id)).map(|id| Paragraph::new(id, "x")).collect();
        Draft { note: None, paragraphs }
    }

    #[track_caller]
    fn id(text: &str) -> ParagraphId {
        ParagraphId::parse(text).expect("an id")
    }

    #[test]
    fn headings_take_no_number_and_items_are_lettered_as_they_stand() {
        let numbering = Numbering::of(&draft(), &BTreeMap::new());
        assert_eq!(numbering.cited(&id("A1")), Some("[2]".to_owned()));
        assert_eq!(numbering.cited(&id("B1c")), Some("[3](b)".to_owned()));
        assert_eq!(numbering.printed(&id("B1c")), Some("(b)".to_owned()));
        assert_eq!(numbering.cited(&id("A")), None);
        assert_eq!(numbering.find("[3](a)"), Some(id("B1a")));
        assert_eq!(numbering.find("4"), None);
        assert_eq!(numbering.count(), 3);
    }

    #[test]
    fn the_label_that_was_printed_rules() {
        let labels = BTreeMap::from([(id("B1"), "2 bis".to_owned())]);
        let numbering = Numbering::of(&draft(), &labels);
        assert_eq!(numbering.find("2bis"), Some(id("B1")));
        assert_eq!(numbering.cited(&id("B1a")), Some("[2 bis](a)".to_owned()));
        assert_eq!(numbering.find("3"), None);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([letter(1), letter(26), letter(27), letter(53)], ["a", "z", "aa", "ba"]);
    }
}
