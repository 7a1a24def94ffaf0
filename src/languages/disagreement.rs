//! Everything in which a translation and its original differ.

use crate::draft::{Draft, Glossary, Joined, Language, ParagraphId};
use crate::languages::{passages, strength, terms};
use crate::text::figures;

/// One version in one language.
#[derive(Debug, Clone, Copy)]
pub struct Text<'d> {
    /// The language.
    pub language: &'d Language,
    /// The text.
    pub draft: &'d Draft,
}

/// One difference between a translation and its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The passages, by the original's ids.
    pub passages: Vec<ParagraphId>,
    /// What differs: `paragraph`, `points`, `joined`, `blocks`, `figures`, `strength`, `term`.
    pub kind: &'static str,
    /// What the original has.
    pub original: String,
    /// What the translation has.
    pub translation: String,
}

/// Where a translation and its original differ, in the original's order.
pub fn disagreements(original: Text<'_>, translation: Text<'_>, glossary: &Glossary) -> Vec<Disagreement> {
    let mut found = passages::differing(original.draft, translation.draft);
    let terms = terms::Terms::of(glossary, original.language, translation.language);
    for passage in &translation.draft.paragraphs {
        let ids: Vec<ParagraphId> =
            passage.ids().filter(|id| original.draft.get(id).is_some()).cloned().collect();
        let Joined { text, .. } = original.draft.joined(&ids);
        if ids.is_empty() {
            continue;
        }
        let (here, there) = (text.as_str(), passage.text.as_str());
        let mut differ = |kind, (original, translation): (String, String)| {
            found.push(Disagreement { passages: ids.clone(), kind, original, translation });
        };
        let numbers = figures(original.language.as_str(), here);
        let others = figures(translation.language.as_str(), there);
        let (only_here, only_there) = (numbers.beyond(&others), others.beyond(&numbers));
        if !only_here.is_empty() || !only_there.is_empty() {
            differ("figures", (only_here.join(", "), only_there.join(", ")));
        }
        let languages = (original.language.as_str(), translation.language.as_str());
        if let Some(sides) = strength::differing(languages, here, there) {
            differ("strength", sides);
        }
        for sides in terms.differing(here, there) {
            differ("term", sides);
        }
    }
    let place = |one: &Disagreement| {
        let first = one.passages.first().and_then(|id| original.draft.position(id));
        first.unwrap_or(usize::MAX)
    };
    found.sort_by_key(place);
    found
}
