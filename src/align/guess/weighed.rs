//! What the models weigh, shown: for fitting their figures anew.

use super::rounds::find;

/// One question that was asked of two paragraphs, and the measures it was answered by.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// Where the old paragraph stands.
    pub old: usize,
    /// Where the new paragraph stands.
    pub new: usize,
    /// Whether it was asked if one is a piece of the other; else if they are partners.
    pub piece: bool,
    /// The measures, the first always 1.
    pub evidence: Vec<f32>,
}

/// Shows what was weighed last, when nothing changed any more. See `scripts/fit-alignment`.
pub fn weighed(old: &[&str], new: &[&str]) -> Vec<Weighed> {
    let found = find(old, new);
    let pairs = found.pairs.iter().map(|pair| Weighed {
        old: pair.old,
        new: pair.new,
        piece: false,
        evidence: pair.evidence().to_vec(),
    });
    let pieces = found.questions.iter().map(|asked| Weighed {
        old: asked.old,
        new: asked.new,
        piece: true,
        evidence: asked.evidence.to_vec(),
    });
    pairs.chain(pieces).collect()
}
