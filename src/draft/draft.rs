//! One version of a workstream's text in one language.

use crate::draft::{Level, Paragraph, ParagraphId};

/// One version in one language, in reading order, the title first.
///
/// Invariants: the first passage is the title; every id stands once; an item follows its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What the co-chairs say about the text, without being part of it (a status, "illustrative").
    pub note: Option<String>,
    /// Title, headings, paragraphs and items in reading order.
    pub paragraphs: Vec<Paragraph>,
}

impl Draft {
    /// The title.
    pub fn title(&self) -> &str {
        self.paragraphs.first().map_or("", |title| &title.text)
    }

    /// The passage that bears an id.
    pub fn get(&self, id: &ParagraphId) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.ids().any(|own| own == id))
    }

    /// Where a passage stands in reading order.
    pub fn position(&self, id: &ParagraphId) -> Option<usize> {
        self.paragraphs.iter().position(|p| p.ids().any(|own| own == id))
    }

    /// All ids in reading order.
    pub fn ids(&self) -> impl Iterator<Item = &ParagraphId> {
        self.paragraphs.iter().flat_map(Paragraph::ids)
    }

    /// The heading under which a passage stands; absent before the first heading.
    pub fn section_of(&self, id: &ParagraphId) -> Option<&Paragraph> {
        let at = self.position(id)?;
        self.paragraphs[..=at].iter().rev().find(|p| p.level() == Level::Section)
    }

    /// Whether a passage is the one named or belongs to it: an item to its paragraph, what stands under a heading to its
    /// section.
    pub fn belongs(&self, id: &ParagraphId, named: &ParagraphId) -> bool {
        let under = || self.section_of(id).is_some_and(|section| section.id == *named);
        named.covers(id) || named.level() == Level::Section && under()
    }

    /// Where what a passage holds comes to its end in reading order: a paragraph holds its items, a section all that
    /// stands under its heading. The rank after the last of them; absent where the passage is not there.
    pub fn end_of(&self, id: &ParagraphId) -> Option<usize> {
        let at = self.position(id)?;
        let held = |passage: &Paragraph| match id.level() {
            Level::Paragraph => passage.level() == Level::Item,
            Level::Section => !passage.level().is_heading(),
            Level::Title | Level::Item => false,
        };
        Some(at + 1 + self.paragraphs[at + 1..].iter().take_while(|passage| held(passage)).count())
    }

    /// The text as the next version begins with it: the same words, lineage dropped.
    pub fn continued(&self) -> Draft {
        let mut next = self.clone();
        for paragraph in &mut next.paragraphs {
            paragraph.from.clear();
        }
        next
    }

    /// How many paragraphs take a number.
    pub fn count(&self, level: Level) -> usize {
        self.paragraphs.iter().filter(|p| p.level() == level).count()
    }
}

impl Draft {
    /// Whether two drafts have the same passages with the same words, wherever their lines begin.
    pub fn says_the_same(&self, other: &Draft) -> bool {
        let said = |draft: &Draft| -> Vec<(Vec<ParagraphId>, String)> {
            let passages = draft.paragraphs.iter();
            passages.map(|p| (p.ids().cloned().collect(), p.text.clone())).collect()
        };
        said(self) == said(other)
    }
}
