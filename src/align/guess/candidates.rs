//! Which pairs are worth comparing: those that share rare terms.
//!
//! An index from each term to its paragraphs, asked for the rarest terms first and with a budget, so
//! that the cost grows with the text and not with its square.

use super::profile::{Profile, Profiles};

/// How many paragraphs are looked at for one paragraph, over all its terms.
const BUDGET: usize = 1500;
/// How many are kept of the nearest by each of two orders.
const KEPT: usize = 6;

/// Finds the pairs (old, new) worth comparing among the paragraphs that are still free, sorted.
pub(super) fn candidates(profiles: &Profiles, old_free: &[bool], new_free: &[bool]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let index = Index::of(&profiles.old, old_free, profiles.spread.len());
    index.ask(profiles, &profiles.new, new_free, |new, old| pairs.push((old, new)));
    let index = Index::of(&profiles.new, new_free, profiles.spread.len());
    index.ask(profiles, &profiles.old, old_free, |old, new| pairs.push((old, new)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For each term the paragraphs it stands in, one after the other in one list.
struct Index<'p> {
    side: &'p [Profile],
    starts: Vec<u32>,
    entries: Vec<(u32, f32)>,
}

impl<'p> Index<'p> {
    fn of(side: &'p [Profile], free: &[bool], terms: usize) -> Index<'p> {
        let mut starts = vec![0_u32; terms + 1];
        let free = |&(at, _): &(usize, &Profile)| free[at];
        for (_, profile) in side.iter().enumerate().filter(free) {
            profile.terms.iter().for_each(|&(term, _)| starts[term as usize + 1] += 1);
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0.0); starts[terms] as usize];
        for (at, profile) in side.iter().enumerate().filter(free) {
            for &(term, weight) in &profile.terms {
                entries[next[term as usize] as usize] = (at as u32, weight);
                next[term as usize] += 1;
            }
        }
        Index { side, starts, entries }
    }

    /// Asks for the nearest of every free paragraph of the other side.
    fn ask(&self, profiles: &Profiles, other: &[Profile], free: &[bool], mut each: impl FnMut(u32, u32)) {
        let mut dots = vec![0.0_f32; self.side.len()];
        let mut touched = Vec::new();
        for (asker, profile) in other.iter().enumerate().filter(|&(at, _)| free[at]) {
            let mut terms = profile.terms.clone();
            terms.sort_unstable_by_key(|&(term, _)| (profiles.spread[term as usize], term));
            let mut budget = BUDGET;
            for (term, weight) in terms {
                let entries = &self.entries
                    [self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize];
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
            self.nearest(&mut touched, &dots, |at| each(asker as u32, at));
            touched.drain(..).for_each(|at| dots[at as usize] = 0.0);
        }
    }

    /// The first by shared weight (wholes that hold this part) and by cosine (equals).
    fn nearest(&self, touched: &mut [u32], dots: &[f32], mut each: impl FnMut(u32)) {
        let by_dot = |at: u32| dots[at as usize];
        let by_cosine = |at: u32| dots[at as usize] / self.side[at as usize].norm;
        for score in [&by_dot as &dyn Fn(u32) -> f32, &by_cosine] {
            let order = |a: &u32, b: &u32| score(*b).total_cmp(&score(*a)).then(a.cmp(b));
            if touched.len() > KEPT {
                touched.select_nth_unstable_by(KEPT, order);
            }
            touched.iter().take(KEPT).for_each(|&at| each(at));
        }
    }
}
