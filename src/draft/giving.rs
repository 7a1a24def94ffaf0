//! Gives ids to passages that have none.

use std::collections::HashSet;

use crate::draft::id::SUFFIXES;
use crate::draft::{Draft, Level, ParagraphId};

/// Gives new ids: section letter and rank in a first text, a Latin ordinal for what comes after, and never one that
/// any passage of any version bears or bore.
#[derive(Debug, Clone, Default)]
pub struct Giver {
    taken: HashSet<ParagraphId>,
    /// Those that were in use before this text was begun.
    old: HashSet<ParagraphId>,
}

/// The section of what stands before the first heading: the opening.
const OPENING: &str = "O";

impl Giver {
    /// Knows the ids that are in use or once were.
    pub fn new(taken: impl IntoIterator<Item = ParagraphId>) -> Giver {
        let old: HashSet<ParagraphId> = taken.into_iter().collect();
        Giver { taken: old.clone(), old }
    }

    /// An id for a section: the next letter at the end of the text, a Latin ordinal after another section where
    /// more follow.
    pub fn section(&mut self, after: Option<&ParagraphId>, more_follow: bool) -> ParagraphId {
        if let Some(after) = after.filter(|_| more_follow) {
            return self.ordinal(after.as_str());
        }
        let given = |letters: &String| ParagraphId::parse(letters).is_some_and(|id| self.taken.contains(&id));
        let last =
            (1..=26 * 27).rev().find(|&rank| given(&letters(rank)) && letters(rank) != OPENING).unwrap_or(0);
        let letters = (last + 1..).map(letters).find(|letters| letters != OPENING && self.is_free(letters));
        self.take(letters.expect("there are more pairs of letters than sections in any text"))
    }

    /// An id for a paragraph of a section. In a section that is new, its rank; in one that was there before, a Latin
    /// ordinal after the paragraph it follows, or the next rank where it follows none.
    pub fn paragraph(&mut self, section: Option<&ParagraphId>, after: Option<&ParagraphId>) -> ParagraphId {
        let section = section.map_or(OPENING, ParagraphId::as_str).to_owned();
        let stood = self.old.iter().any(|id| rank(id, &section).is_some());
        match after.filter(|_| stood) {
            Some(after) => self.ordinal(base(after.as_str())),
            None => {
                let next = self.last_rank(&section) + 1;
                self.take(format!("{section}{next}"))
            }
        }
    }

    /// An id for a list item of a paragraph: the next letter.
    pub fn item(&mut self, paragraph: &ParagraphId) -> ParagraphId {
        let letters = (b'a'..=b'z').map(|letter| format!("{paragraph}{}", char::from(letter)));
        let free = letters.into_iter().find(|id| self.is_free(id));
        match free {
            Some(free) => self.take(free),
            None => self.ordinal(&format!("{paragraph}z")),
        }
    }

    /// An id for a passage put in after another: among items an item, at a section's end the next rank, else a Latin
    /// ordinal.
    pub fn following(&mut self, draft: &Draft, after: &ParagraphId) -> ParagraphId {
        match (after.level(), after.parent()) {
            (Level::Item, Some(parent)) => self.item(&parent),
            (Level::Section, _) => self.paragraph(Some(after), None),
            (Level::Title, _) => self.paragraph(None, None),
            _ => self.paragraph(draft.section_of(after).map(|section| &section.id), Some(after)),
        }
    }

    /// Says that an id is in use in the text that is being written.
    pub fn keep(&mut self, id: &ParagraphId) {
        self.taken.insert(id.clone());
    }

    fn is_free(&self, id: &str) -> bool {
        ParagraphId::parse(id).is_some_and(|id| !self.taken.contains(&id))
    }

    fn take(&mut self, id: String) -> ParagraphId {
        let id = ParagraphId::parse(&id)
            .expect("an id made of letters, a rank and an ordinal follows the grammar");
        self.taken.insert(id.clone());
        id
    }

    /// The id with the next Latin ordinal.
    fn ordinal(&mut self, base: &str) -> ParagraphId {
        let free = SUFFIXES.iter().map(|suffix| format!("{base}{suffix}")).find(|id| self.is_free(id));
        // After `decies` one goes on from there: D2decies has no bis, but D3 and what follows is free.
        let id = free.unwrap_or_else(|| {
            let section: String = base.chars().take_while(char::is_ascii_uppercase).collect();
            format!("{section}{}", self.last_rank(&section) + 1)
        });
        self.take(id)
    }

    /// The highest rank given in a section.
    fn last_rank(&self, section: &str) -> usize {
        self.taken.iter().filter_map(|id| rank(id, section)).max().unwrap_or(0)
    }
}

/// The rank of a paragraph of a section: 2 for `D2bis` in `D`.
fn rank(id: &ParagraphId, section: &str) -> Option<usize> {
    let rest = id.as_str().strip_prefix(section)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// An id without its Latin ordinal: `D2` for `D2ter`.
fn base(id: &str) -> &str {
    SUFFIXES.iter().rev().find_map(|suffix| id.strip_suffix(suffix)).unwrap_or(id)
}

/// A to Z, then AA, AB.
fn letters(rank: usize) -> String {
    let letter = |index: usize| char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    let index = rank - 1;
    if index < 26 {
        letter(index).to_string()
    } else {
        format!("{}{}", letter(index / 26 - 1), letter(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ParagraphId {
        ParagraphId::parse(text).expect("an id")
    }

    #[test]
    fn a_first_text_gets_letters_and_ranks() {
        let mut giver = Giver::default();
        assert_eq!(giver.paragraph(None, None), id("O1"));
        let a = giver.section(None, true);
        assert_eq!(a, id("A"));
        let a1 = giver.paragraph(Some(&a), None);
        assert_eq!(giver.item(&a1), id("A1a"));
        assert_eq!(giver.item(&a1), id("A1b"));
        assert_eq!(giver.paragraph(Some(&a), Some(&a1)), id("A2"));
        assert_eq!(giver.section(Some(&a), false), id("B"));
    }

    #[test]
    fn what_comes_after_gets_an_ordinal_and_never_an_id_that_was_given() {
        let mut giver = Giver::new(["D", "D1", "D2", "D2bis", "D3", "E"].map(id));
        assert_eq!(giver.paragraph(Some(&id("D")), Some(&id("D2"))), id("D2ter"));
        assert_eq!(giver.paragraph(Some(&id("D")), Some(&id("D2ter"))), id("D2quater"));
        assert_eq!(giver.paragraph(Some(&id("D")), None), id("D4"));
        assert_eq!(giver.section(Some(&id("D")), true), id("Dbis"));
        assert_eq!(giver.paragraph(Some(&id("Dbis")), None), id("Dbis1"));
        assert_eq!(giver.section(Some(&id("E")), false), id("F"));
    }
}
