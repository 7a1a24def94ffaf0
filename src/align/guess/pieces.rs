//! Splits and merges: paragraphs without a partner find the whole that they are a piece of.

use super::matching::Matching;
use super::model::{PART, PIECE, likelihood};
use super::pair::Pair;
use super::piece::Whole;
use super::profile::Profiles;

/// One question: is the paragraph without a partner a piece of the other one?
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// The piece is the new paragraph and the whole the old one; or the other way round.
    split: bool,
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) evidence: [f32; super::model::OF_PIECE],
    pub(super) likelihood: f32,
}

/// Links pieces with their wholes, the likeliest first. Returns what was asked.
pub(super) fn attach(
    profiles: &Profiles,
    matching: &mut Matching,
    settled: &Matching,
    pairs: &[Pair],
) -> Vec<Question> {
    let mut wholes = Wholes::of(profiles, matching, settled, pairs);
    let places = places(matching, pairs);
    let open = |&(old, new): &(usize, usize)| settled.new_of[old].is_none() && settled.old_of[new].is_none();
    let asked: Vec<Question> = places
        .into_iter()
        .filter(open)
        .filter_map(|(old, new)| match (matching.new_of[old], matching.old_of[new]) {
            (Some(_), None) => Some(wholes.ask(true, old, new)),
            (None, Some(_)) => Some(wholes.ask(false, old, new)),
            _ => None,
        })
        .collect();
    let mut order: Vec<&Question> = asked.iter().filter(|question| question.likelihood >= PART).collect();
    order.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.new, a.old).cmp(&(b.new, b.old))));
    for &&Question { split, old, new, .. } in &order {
        let piece = if split { matching.old_of[new] } else { matching.new_of[old] };
        // Asked again: another piece may have explained the same words since.
        if piece.is_none() && wholes.ask(split, old, new).likelihood >= PART {
            wholes.take(old, new);
            matching.attach(split, old, new);
        }
    }
    asked
}

/// Where to ask: the pairs that share words, and the neighbours of linked paragraphs.
fn places(matching: &Matching, pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    for (old, new) in matching.links() {
        let beside = [(old + 1, new), (old, new + 1), (old.wrapping_sub(1), new), (old, new.wrapping_sub(1))];
        let inside =
            |&(old, new): &(usize, usize)| old < matching.new_of.len() && new < matching.old_of.len();
        places.extend(beside.into_iter().filter(inside));
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// All paragraphs with what explains them, and how likely each has a partner of its own.
struct Wholes<'p> {
    old: Vec<Whole<'p>>,
    new: Vec<Whole<'p>>,
    alone_old: Vec<f32>,
    alone_new: Vec<f32>,
}

impl<'p> Wholes<'p> {
    fn of(profiles: &'p Profiles, matching: &Matching, settled: &Matching, pairs: &[Pair]) -> Wholes<'p> {
        let (mut alone_old, mut alone_new) =
            (vec![0.0_f32; profiles.old.len()], vec![0.0_f32; profiles.new.len()]);
        for pair in pairs.iter().filter(|pair| matching.free(pair.old, pair.new)) {
            alone_old[pair.old] = alone_old[pair.old].max(pair.likelihood);
            alone_new[pair.new] = alone_new[pair.new].max(pair.likelihood);
        }
        let old = profiles.old.iter().map(|profile| Whole::new(profile, &profiles.new)).collect();
        let new = profiles.new.iter().map(|profile| Whole::new(profile, &profiles.old)).collect();
        let mut wholes = Wholes { old, new, alone_old, alone_new };
        // Nothing is asked of equal texts: they explain each other.
        for (old, new) in matching.links().filter(|&(old, new)| !settled.linked(old, new)) {
            wholes.take(old, new);
        }
        wholes
    }

    fn ask(&self, split: bool, old: usize, new: usize) -> Question {
        let evidence = if split {
            self.old[old].evidence(new, self.alone_new[new])
        } else {
            self.new[new].evidence(old, self.alone_old[old])
        };
        Question { split, old, new, evidence, likelihood: likelihood(&evidence, &PIECE) }
    }

    fn take(&mut self, old: usize, new: usize) {
        self.old[old].take(new);
        self.new[new].take(old);
    }
}
