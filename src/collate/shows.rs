//! Whether the passages that an answer names changed as fits what was asked.

use crate::align::{Fate, Pairing};
use crate::collate::{Step, Wish};
use crate::comment::{Action, Comment};
use crate::draft::{Level, ParagraphId};

impl Step<'_> {
    /// Whether at least one of the passages, in which an answer says that the text shows a comment, changed as fits
    /// what the comment asks: other words, a passage more, fewer or elsewhere. A wish to keep a text is shown by no
    /// change.
    ///
    /// A wish to take passages out, or words of them, is looked for in those passages where the answer names only
    /// what holds them, the section or the paragraph of an item.
    pub fn shows(&self, wish: &Wish, comment: &Comment, named: &[ParagraphId]) -> bool {
        let own = own(wish, comment);
        let takes_out = comment.action == Action::Delete;
        named.iter().any(|named| {
            let held: Vec<&ParagraphId> = own
                .iter()
                .filter(|own| takes_out && **own != named && self.holds(named, own))
                .copied()
                .collect();
            let heading = named.level() == Level::Section && own.contains(&named);
            self.alignment.pairings.iter().any(|pairing| {
                let concerned = if !held.is_empty() {
                    pairing.before.iter().any(|id| held.contains(&id))
                } else if heading {
                    pairing.before.contains(named) || pairing.after.contains(named)
                } else {
                    pairing.is_about(named, self.base, self.later)
                };
                concerned && fits(comment.action, pairing)
            })
        }) || comment.action == Action::Move && self.own_fit(&own)
    }

    /// Whether anything at all became different in passages of either text.
    pub fn changed(&self, named: &[ParagraphId]) -> bool {
        let about = |pairing: &&Pairing| named.iter().any(|id| pairing.is_about(id, self.base, self.later));
        self.alignment.pairings.iter().filter(about).any(Pairing::changed)
    }

    /// Whether passages that were to stand elsewhere did not stay as they were, whatever the answer names.
    fn own_fit(&self, own: &[&ParagraphId]) -> bool {
        own.iter().any(|id| self.alignment.of_before(id).is_some_and(|pairing| fits(Action::Move, pairing)))
    }

    fn holds(&self, named: &ParagraphId, own: &ParagraphId) -> bool {
        named.covers(own)
            || named.level() == Level::Section
                && self.base.section_of(own).is_some_and(|section| section.id == *named)
    }
}

/// The passages a comment speaks of, as far as it is read.
fn own<'a>(wish: &'a Wish, comment: &'a Comment) -> Vec<&'a ParagraphId> {
    match wish {
        Wish::Reword(rewordings) => rewordings.iter().map(|one| &one.paragraph).collect(),
        Wish::Move { passages, .. } => passages.iter().collect(),
        _ => comment.target.ids(),
    }
}

/// Whether a change is one by which such a wish can be met.
fn fits(action: Action, pairing: &Pairing) -> bool {
    let fate = pairing.fate();
    match action {
        Action::Amend | Action::Delete => fate != Fate::Kept,
        Action::Add => !matches!(fate, Fate::Kept | Fate::Deleted),
        Action::Move => pairing.moved || !matches!(fate, Fate::Kept | Fate::Reworded),
        Action::Retain | Action::None => pairing.changed(),
    }
}
