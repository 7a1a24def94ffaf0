//! Splits and merges: paragraphs without a partner find the whole that they are a piece of.

use super::matching::Matching;
use super::model::{PART, PIECE, SURE, likelihood};
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
    /// Whether the piece is free; else it is asked whether its own link is a mistake.
    free: bool,
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

    fn note(&mut self, asked: &Question) {
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

/// Links pieces with their wholes, the likeliest first. Returns what was asked.
pub(super) fn attach(
    profiles: &Profiles,
    matching: &mut Matching,
    settled: &Matching,
    pairs: &[Pair],
    pieces: &mut PieceOf,
) -> Vec<Question> {
    let mut wholes = Wholes::of(profiles, matching, settled, pairs);
    let places = places(matching, pairs);
    let open = |&(old, new): &(usize, usize)| settled.new_of[old].is_none() && settled.old_of[new].is_none();
    let asked: Vec<Question> = places
        .into_iter()
        .filter(open)
        .flat_map(|(old, new)| wholes.questions(matching, old, new))
        .flatten()
        .collect();
    *pieces = PieceOf::new(profiles.old.len(), profiles.new.len());
    asked.iter().for_each(|asked| pieces.note(asked));
    let mut order: Vec<&Question> =
        asked.iter().filter(|asked| asked.free && asked.likelihood >= PART).collect();
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
        let own = |pair: &&Pair| matching.free(pair.old, pair.new) || matching.linked(pair.old, pair.new);
        for pair in pairs.iter().filter(own) {
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

    /// What there is to ask of two paragraphs.
    fn questions(&self, matching: &Matching, old: usize, new: usize) -> [Option<Question>; 2] {
        let ask = |split, free| Some(Question { free, ..self.ask(split, old, new) });
        match (matching.new_of[old], matching.old_of[new]) {
            (Some(_), None) => [ask(true, true), None],
            (None, Some(_)) => [ask(false, true), None],
            (Some(_), Some(_)) if !matching.linked(old, new) => [
                if self.alone_new[new] < SURE { ask(true, false) } else { None },
                if self.alone_old[old] < SURE { ask(false, false) } else { None },
            ],
            _ => [None, None],
        }
    }

    fn ask(&self, split: bool, old: usize, new: usize) -> Question {
        let evidence = if split {
            self.old[old].evidence(new, self.alone_new[new])
        } else {
            self.new[new].evidence(old, self.alone_old[old])
        };
        Question { split, old, new, evidence, likelihood: likelihood(&evidence, &PIECE), free: true }
    }

    fn take(&mut self, old: usize, new: usize) {
        self.old[old].take(new);
        self.new[new].take(old);
    }
}
