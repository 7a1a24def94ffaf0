//! How alike two paragraphs are, whatever stands around them.

use super::common::common;
use super::cover::Cover;
use super::profile::Profile;

/// The measures of one pair. All but `shared` are shares, from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Likeness {
    /// Cosine of the weighted terms.
    pub(super) cosine: f32,
    /// The weight of the terms that stand in both.
    pub(super) shared: f32,
    /// The part of the old paragraph's weight that stands in the new one, and the other way round.
    pub(super) of_old: f32,
    pub(super) of_new: f32,
    /// The part of the old paragraph's letters in runs that both have, and of the new one's.
    pub(super) kept_old: f32,
    pub(super) kept_new: f32,
    /// Whether both begin, and end, with the same words.
    pub(super) head: f32,
    pub(super) tail: f32,
}

impl Likeness {
    /// Compares an old paragraph with a new one.
    pub(super) fn between(old: &Profile, new: &Profile) -> Likeness {
        let (mut dot, mut shared) = (0.0, 0.0);
        common(&old.terms, &new.terms, |a, b| {
            dot += a.1 * b.1;
            shared += a.1.min(b.1);
        });
        let (mut in_old, mut in_new) = (Cover::default(), Cover::default());
        common(&old.runs, &new.runs, |a, b| {
            in_old.add(a.1);
            in_new.add(b.1);
        });
        Likeness {
            cosine: share(dot, old.norm * new.norm),
            shared,
            of_old: share(shared, old.mass),
            of_new: share(shared, new.mass),
            kept_old: share(letters(in_old, old), old.letters as f32),
            kept_new: share(letters(in_new, new), new.letters as f32),
            head: edge(old.words.iter().zip(&new.words)),
            tail: edge(old.words.iter().rev().zip(new.words.iter().rev())),
        }
    }
}

/// The letters of the words that are covered.
fn letters(cover: Cover, profile: &Profile) -> f32 {
    let mut letters = 0;
    cover.words(profile.words.len(), |at| letters += u32::from(profile.sizes[at]));
    letters as f32
}

/// A part of a whole, from 0 to 1.
pub(super) fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// How much of four words at an edge is the same.
fn edge<'w>(pairs: impl Iterator<Item = (&'w u32, &'w u32)>) -> f32 {
    pairs.take(4).take_while(|(a, b)| a == b).count() as f32 / 4.0
}
