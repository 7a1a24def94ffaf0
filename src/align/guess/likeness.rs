//! How alike two paragraphs are, whatever stands around them.

use super::common::{Hashed, common};
use super::cover::Cover;
use super::profile::Profile;

/// The measures of one pair. All but `shared` are shares, from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Likeness {
    /// Cosine of the weighted terms.
    pub(super) cosine: f32,
    /// The weight of the terms that stand in both.
    pub(super) shared: f32,
    /// The part of the old paragraph's letters in runs that both have, and of the new one's.
    pub(super) kept_old: f32,
    pub(super) kept_new: f32,
    /// The part of the words of both whose stems the other has too.
    pub(super) stems: f32,
    /// Whether both begin with the same words.
    pub(super) head: f32,
}

/// How many places the sieve of runs has.
const SIEVE: usize = 1 << 15;
/// A list so many times as long as the other is searched by `common`, not walked.
const LONGER: usize = 16;

/// An old paragraph laid open, to be compared with many new ones.
pub(super) struct Opened<'p> {
    old: &'p Profile,
    /// The weight of each term in it.
    weights: Vec<f32>,
    /// How often each stem stands in it.
    stems: Vec<u32>,
    /// A bit for some of the hash of each of its runs: what does not meet one is not among them.
    sieve: Vec<u64>,
    met: Vec<(Hashed, u32)>,
}

impl<'p> Opened<'p> {
    /// Lays the first one open; there are so many terms, and no more stems.
    pub(super) fn new(old: &'p Profile, terms: usize) -> Opened<'p> {
        let mut opened = Opened {
            old,
            weights: vec![0.0; terms],
            stems: vec![0; terms],
            sieve: vec![0; SIEVE / 64],
            met: Vec::new(),
        };
        opened.lay();
        opened
    }

    /// Closes it and lays another open.
    pub(super) fn turn(&mut self, old: &'p Profile) {
        if std::ptr::eq(old, self.old) {
            return;
        }
        self.old.terms.iter().for_each(|&(term, _)| self.weights[term as usize] = 0.0);
        self.old.stems.iter().for_each(|&(stem, _)| self.stems[stem as usize] = 0);
        self.old.runs.iter().for_each(|&(run, _)| self.sieve[place(run) / 64] = 0);
        self.old = old;
        self.lay();
    }

    fn lay(&mut self) {
        self.old.terms.iter().for_each(|&(term, weight)| self.weights[term as usize] = weight);
        self.old.stems.iter().for_each(|&(stem, times)| self.stems[stem as usize] = times);
        self.old.runs.iter().for_each(|&(run, _)| self.sieve[place(run) / 64] |= 1 << (place(run) % 64));
    }

    /// The part of the words of both that have a stem in the other, each stem as often as it stands in both.
    fn stems_kept(&self, new: &Profile) -> f32 {
        let (old, mut kept) = (self.old, 0);
        if new.stems.len() / LONGER > old.stems.len() {
            common(&old.stems, &new.stems, |a, b| kept += a.1.min(b.1));
        } else {
            new.stems.iter().for_each(|&(stem, times)| kept += times.min(self.stems[stem as usize]));
        }
        share(2.0 * kept as f32, (old.words.len() + new.words.len()) as f32)
    }

    /// Compares it with a new paragraph; calls `each` with the places of every run that both have.
    pub(super) fn compare(&mut self, new: &Profile, mut each: impl FnMut(u32, u32)) -> Likeness {
        let old = self.old;
        let (mut dot, mut shared) = (0.0, 0.0);
        let mut both = |one: f32, other: f32| {
            dot += one * other;
            shared += one.min(other);
        };
        if new.terms.len() / LONGER > old.terms.len() {
            common(&old.terms, &new.terms, |a, b| both(a.1, b.1));
        } else {
            new.terms.iter().for_each(|&(term, weight)| both(self.weights[term as usize], weight));
        }
        let (mut in_old, mut in_new) = (Cover::default(), Cover::default());
        let mut run = |a: (Hashed, u32), b: (Hashed, u32)| {
            in_old.add(a.1);
            in_new.add(b.1);
            each(a.1, b.1);
        };
        if new.runs.len() / LONGER > old.runs.len() {
            common(&old.runs, &new.runs, &mut run);
        } else {
            self.met.clear();
            let meets =
                |&&(run, _): &&(Hashed, u32)| self.sieve[place(run) / 64] >> (place(run) % 64) & 1 == 1;
            self.met.extend(new.runs.iter().filter(meets));
            common(&old.runs, &self.met, &mut run);
        }
        Likeness {
            cosine: share(dot, old.norm * new.norm),
            shared,
            kept_old: share(letters(in_old, old), old.letters as f32),
            kept_new: share(letters(in_new, new), new.letters as f32),
            stems: self.stems_kept(new),
            head: edge(old.words.iter().zip(&new.words)),
        }
    }
}

/// Where a run stands in the sieve.
fn place(run: Hashed) -> usize {
    run.0 as usize / ((1 << 32) / SIEVE)
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
