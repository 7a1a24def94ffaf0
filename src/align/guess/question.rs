//! What was asked of two paragraphs, and the answers remembered.

use super::model::OF_PIECE;

/// One question: is the paragraph without a partner a piece of the other one?
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// The piece is the new paragraph and the whole the old one; or the other way round.
    pub(super) split: bool,
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) evidence: [f32; OF_PIECE],
    pub(super) likelihood: f32,
    /// Whether the piece is free; else it is asked whether its own link is a mistake.
    pub(super) free: bool,
    /// In which state the whole was when it was asked.
    pub(super) state: u32,
}

/// For each paragraph, of which other one it is likeliest a piece.
#[derive(Debug, Clone)]
pub(super) struct PieceOf {
    of_old: Vec<(f32, usize)>,
    of_new: Vec<(f32, usize)>,
}

impl PieceOf {
    pub(super) fn new(old: usize, new: usize) -> PieceOf {
        PieceOf { of_old: vec![(0.0, 0); old], of_new: vec![(0.0, 0); new] }
    }

    /// Remembers an answer.
    pub(super) fn note(&mut self, asked: &Question) {
        let (best, whole) = if asked.split {
            (&mut self.of_new[asked.new], asked.old)
        } else {
            (&mut self.of_old[asked.old], asked.new)
        };
        if asked.likelihood > best.0 {
            *best = (asked.likelihood, whole);
        }
    }

    /// How likely it is that one of a pair is a piece of a third.
    pub(super) fn third(&self, old: usize, new: usize) -> f32 {
        let other =
            |(likelihood, whole): (f32, usize), partner| if whole == partner { 0.0 } else { likelihood };
        other(self.of_old[old], new).max(other(self.of_new[new], old))
    }
}

/// What was asked before, in its order.
pub(super) struct Known<'q> {
    pub(super) asked: &'q [Question],
}

impl<'q> Known<'q> {
    /// Finds a question that stands after all those looked for so far.
    pub(super) fn find(&mut self, split: bool, old: usize, new: usize) -> Option<&'q Question> {
        let key = (old, new, !split);
        let before = |asked: &Question| (asked.old, asked.new, !asked.split) < key;
        while let [first, rest @ ..] = self.asked
            && before(first)
        {
            self.asked = rest;
        }
        self.asked.first().filter(|asked| (asked.old, asked.new, !asked.split) == key)
    }
}
