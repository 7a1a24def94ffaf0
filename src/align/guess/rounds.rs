//! The order of work: what is equal, then what is likeliest, then the pieces, then what is left.

use super::candidates::Candidates;
use super::equals;
use super::matching::Matching;
use super::model::{STRONG, WEAK};
use super::pair::{Pair, weigh};
use super::pieces::{PieceOf, Question, attach};
use super::profile::Profiles;

/// What was found, and all that was weighed on the way.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) matching: Matching,
    /// The links between texts that stand several times, made for their order alone.
    pub(super) in_order: Vec<(usize, usize)>,
    pub(super) pairs: Vec<Pair>,
    pub(super) questions: Vec<Question>,
}

/// How often the links are guessed anew: a link made tells of its neighbours in the next round.
const ROUNDS: usize = 3;

/// Links old and new paragraphs.
pub(super) fn find(old: &[&str], new: &[&str]) -> Found {
    let profiles = Profiles::read(old, new);
    let mut equal = Matching::new(old.len(), new.len());
    equals::link_unique(&profiles, &mut equal);
    equals::link_beside(&profiles, &mut equal);
    let mut in_order = equals::link_in_order(&profiles, &mut equal, false);
    let candidates = Candidates::find(&profiles, &equal);
    let mut pairs: Vec<Pair> = candidates
        .pairs
        .iter()
        .map(|&(old, new)| Pair::of(&profiles, &candidates, old as usize, new as usize))
        .collect();
    let mut matching = equal.clone();
    let mut pieces = PieceOf::new(old.len(), new.len());
    let mut questions = Vec::new();
    for _ in 0..ROUNDS {
        weigh(&mut pairs, &matching, &pieces);
        let mut next = equal.clone();
        take(&pairs, &mut next, STRONG);
        equals::link_beside(&profiles, &mut next);
        questions = attach(&profiles, &mut next, &equal, &pairs, &mut pieces);
        if next == matching {
            break;
        }
        matching = next;
    }
    weigh(&mut pairs, &matching, &pieces);
    take(&pairs, &mut matching, WEAK);
    in_order.extend(equals::link_in_order(&profiles, &mut matching, true));
    Found { matching, in_order, pairs, questions }
}

/// Takes pairs one to one, the likeliest first.
fn take(pairs: &[Pair], matching: &mut Matching, least: f32) {
    let mut order: Vec<&Pair> = pairs.iter().filter(|pair| pair.likelihood >= least).collect();
    order.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.new, a.old).cmp(&(b.new, b.old))));
    for pair in order {
        if matching.free(pair.old, pair.new) {
            matching.link(pair.old, pair.new);
        }
    }
}
