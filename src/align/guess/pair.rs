//! One old and one new paragraph that may belong together, and the evidence for it.

use super::likeness::Likeness;
use super::matching::{Around, Matching};
use super::model::{LITTLE, OF_PAIR, PAIR, SHORT, likelihood};
use super::question::PieceOf;

/// A pair worth comparing, and all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    likeness: Likeness,
    /// Where the runs that both have are noted: see [`super::compared`].
    pub(super) runs: (u32, u32),
    /// The letters of the shorter text; their logarithm; the square root of their share of the longer one's.
    letters: f32,
    log_letters: f32,
    size: f32,
    log_shared: f32,
    around: Around,
    /// How far it is ahead of the best other pair of its two paragraphs (behind, if negative); and
    /// the same among those whose partner is not taken.
    lead: f32,
    free_lead: f32,
    /// The lead over the weaker of the two best rivals.
    easy_lead: f32,
    /// How alike each is to the most alike paragraph that lives on unchanged.
    twins: (f32, f32),
    /// How likely one of the two is a piece of a third.
    third: f32,
    /// How likely it is that they belong together, by all this.
    pub(super) likelihood: f32,
}

impl Pair {
    /// A pair without anything around it yet.
    pub(super) fn new(
        (old, new): (usize, usize),
        letters: (u32, u32),
        likeness: Likeness,
        runs: (u32, u32),
        twins: (f32, f32),
    ) -> Pair {
        let (shorter, longer) = (letters.0.min(letters.1), letters.0.max(letters.1));
        Pair {
            old,
            new,
            likeness,
            runs,
            letters: shorter as f32,
            log_letters: (shorter as f32).ln_1p(),
            size: (shorter as f32 / longer.max(1) as f32).sqrt(),
            log_shared: likeness.shared.ln_1p(),
            around: Around::default(),
            twins,
            lead: 0.0,
            free_lead: 0.0,
            easy_lead: 0.0,
            third: 0.0,
            likelihood: 0.0,
        }
    }

    /// The measures that the model weighs, in its order.
    pub(super) fn evidence(&self) -> [f32; OF_PAIR] {
        let (like, around) = (&self.likeness, &self.around);
        [
            1.0,
            like.kept_old.max(like.kept_new),
            like.kept_old.min(like.kept_new),
            self.log_shared,
            around.gap_before + around.gap_after,
            around.gap_before * around.gap_after,
            self.log_letters,
            self.lead,
            self.free_lead,
            self.easy_lead,
            self.size,
            like.head,
            self.third,
            like.cosine * like.cosine,
            like.cosine * around.alone,
            like.cosine * (around.before + around.after),
            like.cosine * self.log_letters,
            like.stems,
        ]
    }

    /// Whether so little is common to both that only their place speaks for them: no ground for
    /// giving a new paragraph the name, and the comments, of a deleted one.
    fn bare(&self) -> bool {
        self.letters >= SHORT
            && self.likeness.cosine < LITTLE
            && self.likeness.kept_old.max(self.likeness.kept_new) < LITTLE
    }

    /// Whether one of the two is more like a paragraph that lives on unchanged.
    pub(super) fn shadowed(&self) -> bool {
        self.twins.0.max(self.twins.1) > self.likeness.cosine
    }

    /// How near their words are, wherever they stand.
    pub(super) fn nearness(&self) -> f32 {
        self.likeness.cosine
    }

    /// What pairs of one paragraph are compared by.
    fn rank(&self) -> f32 {
        self.likeness.cosine + 0.15 * (self.around.before + self.around.after)
    }
}

/// Weighs all pairs again, after the links have changed.
pub(super) fn weigh(pairs: &mut [Pair], matching: &Matching, pieces: &PieceOf) {
    let nearest = matching.nearest();
    for pair in pairs.iter_mut() {
        pair.around = matching.around(&nearest, pair.old, pair.new);
    }
    let (olds, news) = (matching.new_of.len(), matching.old_of.len());
    let (mut all, mut free) = (Best::new(olds, news), Best::new(olds, news));
    for pair in pairs.iter() {
        all.of_old[pair.old].add(pair.twins.0, usize::MAX);
        all.of_new[pair.new].add(pair.twins.1, usize::MAX);
        all.of_old[pair.old].add(pair.rank(), pair.new);
        all.of_new[pair.new].add(pair.rank(), pair.old);
        if matching.old_of[pair.new].is_none_or(|old| old as usize == pair.old) {
            free.of_old[pair.old].add(pair.rank(), pair.new);
        }
        if matching.new_of[pair.old].is_none_or(|new| new as usize == pair.new) {
            free.of_new[pair.new].add(pair.rank(), pair.old);
        }
    }
    for pair in pairs.iter_mut() {
        pair.third = pieces.third(pair.old, pair.new);
        (pair.lead, pair.easy_lead) = all.lead(pair);
        pair.free_lead = free.lead(pair).0;
        pair.likelihood = if pair.bare() { 0.0 } else { likelihood(&pair.evidence(), &PAIR) };
    }
}

/// The two best ranks of each paragraph.
struct Best {
    of_old: Vec<Two>,
    of_new: Vec<Two>,
}

#[derive(Clone, Copy)]
struct Two {
    first: f32,
    whose: usize,
    second: f32,
}

impl Best {
    fn new(old: usize, new: usize) -> Best {
        let none = Two { first: 0.0, whose: usize::MAX, second: 0.0 };
        Best { of_old: vec![none; old], of_new: vec![none; new] }
    }

    /// The lead over the best rival, and over the weaker of the two sides' best.
    fn lead(&self, pair: &Pair) -> (f32, f32) {
        let (one, other) = (self.of_old[pair.old].without(pair.new), self.of_new[pair.new].without(pair.old));
        let lead = |rival: f32| (pair.rank() - rival).clamp(-0.5, 0.5);
        (lead(one.max(other)), lead(one.min(other)))
    }
}

impl Two {
    fn add(&mut self, rank: f32, whose: usize) {
        if whose == self.whose {
            self.first = self.first.max(rank);
        } else if rank > self.first {
            *self = Two { first: rank, whose, second: self.first };
        } else {
            self.second = self.second.max(rank);
        }
    }

    fn without(&self, whose: usize) -> f32 {
        if self.whose == whose { self.second } else { self.first }
    }
}
