//! Which passage of the version each paragraph of a document is.

use std::collections::HashSet;

use crate::align::guess::{Supposed, supposed_under_headings};
use crate::draft::{Draft, Level};
use crate::intake::{CopyParagraph, headed, labelled};
use crate::text::squeezed;

/// The paragraphs of a document beside the passages of a version, both by rank.
pub(super) struct Matched {
    /// For each paragraph its passage.
    pub(super) passage: Vec<Option<usize>>,
    /// The words of each paragraph without the number that is printed before them, and where they begin.
    pub(super) bare: Vec<(String, usize)>,
    /// What the words alone tell, pair by pair.
    pub(super) pairings: Vec<Supposed>,
    /// The words of all passages.
    own: HashSet<String>,
}

impl Matched {
    /// By the hidden names that we put into our files, then by the words.
    pub(super) fn of(paragraphs: &[CopyParagraph], draft: &Draft) -> Matched {
        let own: HashSet<String> = draft.paragraphs.iter().map(|passage| squeezed(&passage.text)).collect();
        let mut bare: Vec<(String, usize)> =
            paragraphs.iter().map(|paragraph| without_number(&paragraph.text, &own)).collect();
        let before: Vec<&str> = draft.paragraphs.iter().map(|passage| passage.text.as_str()).collect();
        let now: Vec<&str> = bare.iter().map(|(text, _)| text.as_str()).collect();
        let is_heading = |at: usize| draft.paragraphs[at].level().is_heading();
        let pairings = supposed_under_headings(&before, &now, is_heading);
        let mut passage = vec![None; paragraphs.len()];
        for pairing in &pairings {
            if let ([before], [after]) = (pairing.before.as_slice(), pairing.after.as_slice()) {
                passage[*after] = Some(*before);
            }
        }
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let Some(named) = paragraph.ids.iter().find_map(|id| draft.position(id)) else { continue };
            // A paragraph that was copied has its name twice; the first is the passage.
            if !passage[..at].contains(&Some(named)) {
                passage.iter_mut().filter(|other| **other == Some(named)).for_each(|other| *other = None);
                passage[at] = Some(named);
            }
        }
        for (at, named) in passage.iter().enumerate() {
            let heading = named.is_some_and(|named: usize| draft.paragraphs[named].level() == Level::Section);
            if heading && bare[at].1 == 0 {
                bare[at] = after(&paragraphs[at].text, headed(&paragraphs[at].text).1);
            }
        }
        Matched { passage, bare, pairings, own }
    }

    /// A text without the number that was typed before it.
    pub(super) fn without_number<'t>(&self, text: &'t str) -> &'t str {
        &text[without_number(text, &self.own).1..]
    }
}

/// A paragraph without the number that was typed before it, and where its words begin: whichever number leaves the
/// words of a passage, or else what a tab parts from the rest, or what looks like one.
fn without_number(text: &str, own: &HashSet<String>) -> (String, usize) {
    /// The longest number before a tab, in characters.
    const LONGEST: usize = 24;
    let parted = text
        .split_once('\t')
        .filter(|(number, rest)| number.chars().count() <= LONGEST && !rest.trim().is_empty());
    let parted = parted.map(|(_, rest)| rest.trim_start());
    let candidates = [Some(text), parted, Some(labelled(text).1), Some(headed(text).1)];
    let known = candidates.iter().flatten().find(|rest| own.contains(&squeezed(rest)));
    let rest = known.copied().or(parted).unwrap_or_else(|| labelled(text).1);
    after(text, rest)
}

/// The end of a text as words of their own, and where it begins.
fn after(text: &str, rest: &str) -> (String, usize) {
    (rest.to_owned(), text.len() - rest.len())
}
