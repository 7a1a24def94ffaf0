//! Which passage of the version each paragraph of a document is.

use std::collections::HashMap;

use crate::align::guess::{Supposed, supposed};
use crate::draft::Draft;
use crate::intake::{CopyParagraph, labelled};
use crate::text::squeezed;

/// The paragraphs of a document beside the passages of a version, both by rank.
pub(super) struct Matched {
    /// For each paragraph its passage.
    pub(super) passage: Vec<Option<usize>>,
    /// The words of each paragraph without the number that is printed before them, and where they begin.
    pub(super) bare: Vec<(String, usize)>,
    /// What the words alone tell, pair by pair.
    pub(super) pairings: Vec<Supposed>,
}

impl Matched {
    /// By the hidden names that we put into our files, then by the words.
    pub(super) fn of(paragraphs: &[CopyParagraph], draft: &Draft) -> Matched {
        let own: HashMap<String, usize> =
            (draft.paragraphs.iter().map(|passage| squeezed(&passage.text))).zip(0..).collect();
        let bare = |paragraph: &CopyParagraph| {
            if own.contains_key(&squeezed(&paragraph.text)) {
                return (paragraph.text.clone(), 0);
            }
            let text = labelled(&paragraph.text).1;
            (text.to_owned(), paragraph.text.len() - text.len())
        };
        let bare: Vec<(String, usize)> = paragraphs.iter().map(bare).collect();
        let before: Vec<&str> = draft.paragraphs.iter().map(|passage| passage.text.as_str()).collect();
        let after: Vec<&str> = bare.iter().map(|(text, _)| text.as_str()).collect();
        let pairings = supposed(&before, &after);
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
        Matched { passage, bare, pairings }
    }
}
