//! What changed between two versions, as a text with tracked changes.

use chrono::NaiveDate;

use crate::align::{Fate, Pairing, Woven};
use crate::desk::comparison::Comparison;
use crate::desk::printed::printed;
use crate::desk::tracked::{Printed, Tracked, tracked};
use crate::draft::{Draft, ParagraphId};
use crate::report::{About, Change, Manuscript, MarginNote, Marked, Run};
use crate::text::within_sentence;

/// Who says in the margin that a passage moved, was split or merged.
const TRAVAUX: &str = "travaux";

/// Some passages of a text, by their places in it.
struct Chosen {
    places: Vec<usize>,
}

impl Chosen {
    /// The passages that bear one of these ids, each once, in reading order.
    fn of<'i>(draft: &Draft, ids: impl Iterator<Item = &'i ParagraphId>) -> Chosen {
        let mut places: Vec<usize> = ids.filter_map(|id| draft.position(id)).collect();
        places.sort_unstable();
        places.dedup();
        Chosen { places }
    }

    fn printed(&self, all: &[Printed]) -> Vec<Printed> {
        self.places.iter().map(|&at| all[at].clone()).collect()
    }

    /// Where passages stand among these.
    fn among(&self, draft: &Draft, ids: &[ParagraphId]) -> Vec<usize> {
        let mut found: Vec<usize> =
            ids.iter().filter_map(|id| self.places.binary_search(&draft.position(id)?).ok()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Comparison {
    /// The passages of some pairings as a text with tracked changes; `changes` are what became of each.
    pub(super) fn manuscript(&self, pairings: &[&Pairing], changes: &[Change], about: &About) -> Manuscript {
        let old = Chosen::of(&self.old, pairings.iter().flat_map(|pairing| &pairing.before));
        let new = Chosen::of(&self.new, pairings.iter().flat_map(|pairing| &pairing.after));
        let print = |draft: &Draft, numbers, name| printed(draft, numbers, name, &self.language);
        let old_text = old.printed(&print(&self.old, &self.old_numbers, &self.before.name));
        let new_text = new.printed(&print(&self.new, &self.new_numbers, &self.after.name));
        let tie = |pairing: &&Pairing| Woven {
            before: old.among(&self.old, &pairing.before),
            after: new.among(&self.new, &pairing.after),
            moved: pairing.moved,
        };
        let ties: Vec<Woven> = pairings.iter().map(tie).collect();
        let known: Vec<Option<&[Marked]>> =
            changes.iter().map(|change| Some(change.marks.as_slice())).collect();
        let text = tracked(&old_text, &new_text, &ties, &known, &self.terms);
        let said = changes.iter().zip(&ties).filter(|(change, _)| is_to_be_said(change.fate, change.moved));
        let notes =
            said.filter_map(|(change, tie)| note(&text, tie, change.sentence(), about.as_at)).collect();
        let head = format!(
            "{} compared with {}, in {}",
            self.after.title,
            within_sentence(&self.before.title),
            self.language
        );
        Manuscript {
            title: format!("{} → {}", self.before.title, self.after.title),
            head,
            day: about.as_at,
            notice: about.notice(),
            version: Some(self.after.name.to_string()),
            language: Some(self.language.clone()),
            paragraphs: text.paragraphs,
            notes,
            ..Manuscript::default()
        }
    }
}

/// Whether what became of a passage has to be said in words, since the marks on its words do not.
pub(super) fn is_to_be_said(fate: Fate, moved: bool) -> bool {
    moved || matches!(fate, Fate::Split | Fate::Merged | Fate::Regrouped)
}

/// A comment on the first passage after a change that says what became of it.
pub(super) fn note(text: &Tracked, tie: &Woven, sentence: String, day: NaiveDate) -> Option<MarginNote> {
    let at = text.begins[*tie.after.first()?];
    Some(MarginNote {
        author: TRAVAUX.to_owned(),
        initials: TRAVAUX.chars().take(2).collect(),
        day,
        said: vec![vec![Run::plain(sentence)]],
        from: (at, 0),
        to: (at, text.paragraphs[at].length()),
        answers: None,
    })
}
