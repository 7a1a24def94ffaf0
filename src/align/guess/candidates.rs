//! Which pairs are worth comparing: those that share rare terms.
//!
//! An index from each term to its paragraphs, asked for the rarest terms first and with a budget, so
//! that the cost grows with the text and not with its square.

use super::matching::Matching;
use super::profile::{Profile, Profiles};

/// How many places are looked at for one paragraph, over all its terms.
const BUDGET: usize = 600;
/// How many free paragraphs are kept of the nearest by each of two orders.
const KEPT: usize = 6;

/// The pairs worth comparing, and what stands in their way.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Pairs (old, new) of free paragraphs, sorted.
    pub(super) pairs: Vec<(u32, u32)>,
    /// For each paragraph the cosine of the most alike one that has its equal already: who looks like
    /// something that lives on need not be what became of something else.
    pub(super) twin_of_old: Vec<f32>,
    pub(super) twin_of_new: Vec<f32>,
}

impl Candidates {
    /// Finds the pairs worth comparing among the paragraphs that are still free.
    pub(super) fn find(profiles: &Profiles, settled: &Matching) -> Candidates {
        let free = |links: &[Option<u32>]| links.iter().map(Option::is_none).collect::<Vec<bool>>();
        let (old_free, new_free) = (free(&settled.new_of), free(&settled.old_of));
        let mut pairs = Vec::new();
        let index = Index::of(&profiles.old, &old_free, profiles.spread.len());
        let twin_of_new = index.ask(profiles, &profiles.new, &new_free, |new, old| pairs.push((old, new)));
        let index = Index::of(&profiles.new, &new_free, profiles.spread.len());
        let twin_of_old = index.ask(profiles, &profiles.old, &old_free, |old, new| pairs.push((old, new)));
        pairs.extend(beside(settled, &old_free, &new_free));
        pairs.sort_unstable();
        pairs.dedup();
        Candidates { pairs, twin_of_old, twin_of_new }
    }
}

/// The pairs of free paragraphs just before and just after the linked ones: they may share no word.
fn beside(settled: &Matching, old_free: &[bool], new_free: &[bool]) -> Vec<(u32, u32)> {
    let both = |old: usize, new: usize| {
        let free = old_free.get(old).copied().unwrap_or(false) && new_free.get(new).copied().unwrap_or(false);
        free.then_some((old as u32, new as u32))
    };
    let around = |(old, new): (usize, usize)| {
        [both(old + 1, new + 1), both(old.wrapping_sub(1), new.wrapping_sub(1))].into_iter().flatten()
    };
    settled.links().flat_map(around).collect()
}

/// For each term the paragraphs it stands in, one after the other in one list.
struct Index<'p> {
    side: &'p [Profile],
    free: &'p [bool],
    starts: Vec<u32>,
    entries: Vec<(u32, f32)>,
}

impl<'p> Index<'p> {
    fn of(side: &'p [Profile], free: &'p [bool], terms: usize) -> Index<'p> {
        let mut starts = vec![0_u32; terms + 1];
        for profile in side {
            profile.terms.iter().for_each(|&(term, _)| starts[term as usize + 1] += 1);
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0.0); starts[terms] as usize];
        for (at, profile) in side.iter().enumerate() {
            for &(term, weight) in &profile.terms {
                entries[next[term as usize] as usize] = (at as u32, weight);
                next[term as usize] += 1;
            }
        }
        Index { side, free, starts, entries }
    }

    /// Asks for the nearest of every free paragraph of the other side; answers with their twins.
    fn ask(
        &self,
        profiles: &Profiles,
        others: &[Profile],
        free: &[bool],
        mut each: impl FnMut(u32, u32),
    ) -> Vec<f32> {
        let mut twins = vec![0.0; others.len()];
        let mut dots = vec![0.0_f32; self.side.len()];
        let (mut touched, mut terms) = (Vec::new(), Vec::new());
        for (asker, profile) in others.iter().enumerate().filter(|&(at, _)| free[at]) {
            terms.clone_from(&profile.terms);
            terms.sort_unstable_by_key(|&(term, _)| (profiles.spread[term as usize], term));
            let mut budget = BUDGET;
            for &(term, weight) in &terms {
                let entries = self.entries(term);
                if entries.len() > budget {
                    break;
                }
                budget -= entries.len();
                for &(at, other) in entries {
                    if dots[at as usize] == 0.0 {
                        touched.push(at);
                    }
                    dots[at as usize] += weight * other;
                }
            }
            let cosine = |at: u32| dots[at as usize] / (self.side[at as usize].norm * profile.norm);
            let taken = touched.iter().filter(|&&at| !self.free[at as usize]);
            twins[asker] = taken.map(|&at| cosine(at)).fold(0.0, f32::max);
            let mut near: Vec<u32> = touched.iter().copied().filter(|&at| self.free[at as usize]).collect();
            // By shared weight the wholes come first that hold this part; by cosine the equals.
            nearest(&mut near, |at| dots[at as usize], |at| each(asker as u32, at));
            nearest(&mut near, cosine, |at| each(asker as u32, at));
            touched.drain(..).for_each(|at| dots[at as usize] = 0.0);
        }
        twins
    }

    fn entries(&self, term: u32) -> &[(u32, f32)] {
        &self.entries[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }
}

/// Calls `each` with the first few by score.
fn nearest(near: &mut [u32], score: impl Fn(u32) -> f32, each: impl FnMut(u32)) {
    if near.len() > KEPT {
        near.select_nth_unstable_by(KEPT, |a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
    }
    near.iter().copied().take(KEPT).for_each(each);
}
