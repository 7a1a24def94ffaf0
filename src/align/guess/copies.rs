//! Copies of one text: nothing in their words tells which of them lives on.
//!
//! A text stood twice and stands once: which of the two stayed is for the neighbours to say. While they say nothing,
//! the question waits; once they speak clearly, the other copy is out of the question, and casts no doubt on this one.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::matching::Matching;
use super::pair::Pair;
use super::profile::Profiles;

/// Two likelihoods no farther apart than this are the same.
const ALIKE: f32 = 0.001;
/// A copy so much likelier than another is the one.
const CLEAR: f32 = 0.1;

/// Which copies there are, and how good the best of them is for whom.
pub(super) struct Copies<'p> {
    profiles: &'p Profiles,
    /// Of which texts there are several copies in either version.
    in_old: Vec<bool>,
    in_new: Vec<bool>,
    /// By the new paragraph and the old text; by the old paragraph and the new text.
    of_new: Map,
    of_old: Map,
}

type Map = HashMap<(u32, u32), Best, FxBuildHasher>;

/// How likely the best copy is, and whether several are as likely.
struct Best {
    likelihood: f32,
    tied: bool,
}

impl<'p> Copies<'p> {
    pub(super) fn new(profiles: &'p Profiles) -> Copies<'p> {
        let several = |kinds: &[u32]| {
            let mut count = vec![0_u32; profiles.kinds()];
            kinds.iter().for_each(|&kind| count[kind as usize] += 1);
            count.into_iter().map(|count| count > 1).collect()
        };
        let (in_old, in_new) = (several(&profiles.old), several(&profiles.new));
        Copies { profiles, in_old, in_new, of_new: Map::default(), of_old: Map::default() }
    }

    /// Looks which copies are the best by all that is known now. Those that have another partner are passed over.
    pub(super) fn look(&mut self, pairs: &[Pair], matching: &Matching) {
        self.of_new.clear();
        self.of_old.clear();
        let open = |pair: &&Pair| matching.free(pair.old, pair.new) || matching.linked(pair.old, pair.new);
        for pair in pairs.iter().filter(open) {
            let (text, other) = self.texts(pair);
            if self.in_old[text as usize] {
                add(&mut self.of_new, (pair.new as u32, text), pair.likelihood);
            }
            if self.in_new[other as usize] {
                add(&mut self.of_old, (pair.old as u32, other), pair.likelihood);
            }
        }
    }

    /// Whether another copy of one of the two would do as well.
    pub(super) fn undecided(&self, pair: &Pair) -> bool {
        self.best(pair).any(|best| best.tied)
    }

    /// Whether another copy of one of the two would do much better.
    pub(super) fn beaten(&self, pair: &Pair) -> bool {
        self.best(pair).any(|best| best.likelihood > pair.likelihood + CLEAR)
    }

    /// The links between equal texts of which there are several copies, sorted.
    pub(super) fn linked(&self, matching: &Matching) -> Vec<(usize, usize)> {
        let copy = |&(old, new): &(usize, usize)| {
            let text = self.profiles.old[old];
            text == self.profiles.new[new] && (self.in_old[text as usize] || self.in_new[text as usize])
        };
        matching.links().filter(copy).collect()
    }

    fn texts(&self, pair: &Pair) -> (u32, u32) {
        (self.profiles.old[pair.old], self.profiles.new[pair.new])
    }

    fn best(&self, pair: &Pair) -> impl Iterator<Item = &Best> {
        let (text, other) = self.texts(pair);
        let of_new = self.in_old[text as usize].then(|| self.of_new.get(&(pair.new as u32, text)));
        let of_old = self.in_new[other as usize].then(|| self.of_old.get(&(pair.old as u32, other)));
        [of_new, of_old].into_iter().flatten().flatten()
    }
}

fn add(map: &mut Map, key: (u32, u32), likelihood: f32) {
    let best = map.entry(key).or_insert(Best { likelihood: f32::NEG_INFINITY, tied: false });
    if likelihood > best.likelihood + ALIKE {
        *best = Best { likelihood, tied: false };
    } else if likelihood >= best.likelihood - ALIKE {
        best.tied = true;
    }
}
