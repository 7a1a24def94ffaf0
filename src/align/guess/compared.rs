//! The candidates compared, each pair once, and what they have in common kept for later questions.

use super::candidates::Candidates;
use super::likeness::Opened;
use super::pair::Pair;
use super::profile::Profiles;

/// All pairs worth comparing, sorted, and the runs of words that the two of each have in common.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) pairs: Vec<Pair>,
    runs: Vec<(u32, u32)>,
}

impl Compared {
    /// Compares the candidates, whatever stands around them.
    pub(super) fn all(profiles: &Profiles, candidates: &Candidates) -> Compared {
        let mut all = Compared { pairs: Vec::with_capacity(candidates.pairs.len()), runs: Vec::new() };
        let Some(first) = candidates.pairs.first() else { return all };
        let mut opened = Opened::new(profiles.of_old(first.0 as usize), profiles.spread.len());
        for &(old, new) in &candidates.pairs {
            let (old, new) = (old as usize, new as usize);
            let (one, other) = (profiles.of_old(old), profiles.of_new(new));
            opened.turn(one);
            let start = all.runs.len() as u32;
            let likeness = opened.compare(other, |in_old, in_new| all.runs.push((in_old, in_new)));
            let runs = (start, all.runs.len() as u32);
            let twins = (candidates.twin_of_old[old], candidates.twin_of_new[new]);
            all.pairs.push(Pair::new((old, new), (one.letters, other.letters), likeness, runs, twins));
        }
        all
    }

    /// Where each run begins, in the old paragraph and in the new one, that a pair has in common.
    pub(super) fn runs(&self, pair: &Pair) -> &[(u32, u32)] {
        &self.runs[pair.runs.0 as usize..pair.runs.1 as usize]
    }

    /// The pair of two paragraphs, if they were worth comparing.
    pub(super) fn find(&self, old: usize, new: usize) -> Option<&Pair> {
        let at = self.pairs.binary_search_by_key(&(old, new), |pair| (pair.old, pair.new));
        at.ok().map(|at| &self.pairs[at])
    }
}
