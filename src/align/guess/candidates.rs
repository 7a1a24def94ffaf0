//! Which pairs are worth comparing: those that share rare terms.
//!
//! An index from each term to its paragraphs, asked for the rarest terms first and with a budget, so
//! that the cost grows with the text and not with its square.

use super::matching::Matching;
use super::profile::{Profile, Profiles};

/// How many places are looked at for one paragraph, over all its terms.
const BUDGET: usize = 400;
/// How many free paragraphs are kept of the nearest by each of two orders.
const KEPT: usize = 4;

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
        // A pair as one number, old above new: numbers are quickly sorted.
        let mut pairs: Vec<u64> = Vec::new();
        let pair = |old: u32, new: u32| u64::from(old) << 32 | u64::from(new);
        let old = Side { profiles, kinds: &profiles.old, free: &old_free };
        let new = Side { profiles, kinds: &profiles.new, free: &new_free };
        let twin_of_new = Index::of(&old, &new).ask(&new, |new, old| pairs.push(pair(old, new)));
        let twin_of_old = Index::of(&new, &old).ask(&old, |old, new| pairs.push(pair(old, new)));
        pairs.extend(beside(settled, &old_free, &new_free).map(|(old, new)| pair(old, new)));
        pairs.sort_unstable();
        pairs.dedup();
        let pairs = pairs.into_iter().map(|pair| ((pair >> 32) as u32, pair as u32)).collect();
        Candidates { pairs, twin_of_old, twin_of_new }
    }
}

/// The pairs of free paragraphs just before and just after the linked ones: they may share no word.
fn beside(settled: &Matching, old_free: &[bool], new_free: &[bool]) -> impl Iterator<Item = (u32, u32)> {
    let both = |old: usize, new: usize| {
        let free = old_free.get(old).copied().unwrap_or(false) && new_free.get(new).copied().unwrap_or(false);
        free.then_some((old as u32, new as u32))
    };
    let around = move |(old, new): (usize, usize)| {
        [both(old + 1, new + 1), both(old.wrapping_sub(1), new.wrapping_sub(1))].into_iter().flatten()
    };
    settled.links().flat_map(around)
}

/// The paragraphs of one version, and which of them are free.
struct Side<'p> {
    profiles: &'p Profiles,
    kinds: &'p [u32],
    free: &'p [bool],
}

impl<'p> Side<'p> {
    fn all(&self) -> impl Iterator<Item = (usize, &'p Profile)> {
        self.kinds.iter().map(|&kind| self.profiles.kind(kind)).enumerate()
    }

    fn free(&self) -> impl Iterator<Item = (usize, &'p Profile)> {
        self.all().filter(|&(at, _)| self.free[at])
    }
}

/// For each term the paragraphs it stands in, one after the other in one list.
struct Index<'p> {
    side: &'p Side<'p>,
    norms: Vec<f32>,
    /// In how many paragraphs each term stands that will be asked for.
    counts: Vec<u32>,
    ends: Vec<u32>,
    entries: Vec<(u32, f32)>,
}

impl<'p> Index<'p> {
    /// Lists one side's paragraphs under the terms that the other's free ones will ask for.
    fn of(side: &'p Side<'p>, askers: &Side<'_>) -> Index<'p> {
        let terms = side.profiles.spread.len();
        let mut asked = vec![false; terms];
        askers
            .free()
            .for_each(|(_, asker)| asker.terms.iter().for_each(|term| asked[term.0 as usize] = true));
        let mut counts = vec![0_u32; terms];
        for (_, profile) in side.all() {
            profile.terms.iter().for_each(|&(term, _)| counts[term as usize] += 1);
        }
        let (mut ends, mut length) = (Vec::with_capacity(terms), 0_u32);
        for term in 0..terms {
            // What nobody asks for, or what stands too often to be looked at, is not listed.
            asked[term] &= counts[term] as usize <= BUDGET;
            ends.push(length);
            length += if asked[term] { counts[term] } else { 0 };
        }
        let mut entries = vec![(0, 0.0); length as usize];
        for (at, profile) in side.all() {
            for &(term, weight) in profile.terms.iter().filter(|&&(term, _)| asked[term as usize]) {
                let end = &mut ends[term as usize];
                entries[*end as usize] = (at as u32, weight);
                *end += 1;
            }
        }
        let norms = side.all().map(|(_, profile)| profile.norm).collect();
        Index { side, norms, counts, ends, entries }
    }

    /// Asks for the nearest of every free paragraph of the other side; answers with their twins.
    fn ask(&self, askers: &Side<'_>, mut each: impl FnMut(u32, u32)) -> Vec<f32> {
        let mut twins = vec![0.0; askers.kinds.len()];
        let mut dots = vec![0.0_f32; self.norms.len()];
        let (mut touched, mut terms) = (Vec::new(), Vec::new());
        for (asker, profile) in askers.free() {
            terms.clear();
            let spread = |term: u32| u64::from(askers.profiles.spread[term as usize]);
            terms.extend(
                profile.terms.iter().map(|&(term, weight)| (spread(term) << 32 | u64::from(term), weight)),
            );
            terms.sort_unstable_by_key(|&(rank, _)| rank);
            let mut budget = BUDGET;
            for &(rank, weight) in &terms {
                let term = rank as u32 as usize;
                if self.counts[term] as usize > budget {
                    break;
                }
                budget -= self.counts[term] as usize;
                let end = self.ends[term] as usize;
                for &(at, other) in &self.entries[end - self.counts[term] as usize..end] {
                    let dot = &mut dots[at as usize];
                    if *dot == 0.0 {
                        touched.push(at);
                    }
                    *dot += weight * other;
                }
            }
            // By shared weight the wholes come first that hold this part; by cosine the equals.
            let (mut by_weight, mut by_cosine) = (Nearest::default(), Nearest::default());
            for at in touched.drain(..) {
                let dot = std::mem::take(&mut dots[at as usize]);
                let cosine = dot / (self.norms[at as usize] * profile.norm);
                if self.side.free[at as usize] {
                    by_weight.add(dot, at);
                    by_cosine.add(cosine, at);
                } else if cosine > twins[asker] {
                    twins[asker] = cosine;
                }
            }
            by_weight.all().chain(by_cosine.all()).for_each(|at| each(asker as u32, at));
        }
        twins
    }
}

/// The first few by score, the earlier before the later where scores are equal.
#[derive(Default)]
struct Nearest {
    best: [(f32, u32); KEPT],
    count: usize,
}

impl Nearest {
    /// Adds one; most are behind the last.
    #[inline]
    fn add(&mut self, score: f32, at: u32) {
        if score >= self.best[KEPT - 1].0 || self.count < KEPT {
            self.place(score, at);
        }
    }

    fn place(&mut self, score: f32, at: u32) {
        let behind = |&(other, place): &(f32, u32)| other > score || (other == score && place < at);
        if self.count == KEPT && behind(&self.best[KEPT - 1]) {
            return;
        }
        let place = self.best[..self.count].iter().take_while(|best| behind(best)).count();
        self.count = (self.count + 1).min(KEPT);
        self.best[place..self.count].rotate_right(1);
        self.best[place] = (score, at);
    }

    fn all(&self) -> impl Iterator<Item = u32> {
        self.best[..self.count].iter().map(|&(_, at)| at)
    }
}
