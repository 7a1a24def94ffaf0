//! The order of work: what is equal, then what is likeliest, then the pieces, then what is left.

use super::candidates::Candidates;
use super::compared::Compared;
use super::copies::Copies;
use super::equals;
use super::matching::Matching;
use super::model::{STRONG, WEAK};
use super::pair::{Pair, weigh};
use super::pieces::Pieces;
use super::profile::Profiles;
use super::question::Question;

/// What was found, and all that was weighed on the way.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) matching: Matching,
    /// The links between equal texts that stand several times, sorted.
    pub(super) copies: Vec<(usize, usize)>,
    /// Sorted by old paragraph and then by new, as the questions are.
    pub(super) pairs: Vec<Pair>,
    pub(super) questions: Vec<Question>,
}

/// How often the links are guessed anew: a link made tells of its neighbours in the next round.
const ROUNDS: usize = 3;

/// Links old and new paragraphs.
pub(super) fn find(old: &[&str], new: &[&str]) -> Found {
    let mut profiles = Profiles::read(old, new);
    let mut equal = Matching::new(old.len(), new.len());
    equals::link_unique(&profiles, &mut equal);
    equals::link_beside(&profiles, &mut equal);
    equals::link_by_marks(&profiles, (old, new), &mut equal);
    equals::link_in_order(&profiles, &mut equal, false);
    equals::link_beside(&profiles, &mut equal);
    profiles.measure_free(&equal);
    let candidates = Candidates::find(&profiles, &equal);
    let mut compared = Compared::all(&profiles, &candidates);
    let mut matching = equal.clone();
    let mut pieces = Pieces::new(&profiles, &equal);
    let mut copies = Copies::new(&profiles);
    for _ in 0..ROUNDS {
        weigh(&mut compared.pairs, &matching, &pieces.piece_of);
        copies.look(&compared.pairs, &matching);
        compared.pairs.retain(|pair| !copies.beaten(pair));
        let mut next = equal.clone();
        take(compared.pairs.iter().filter(|pair| !copies.undecided(pair)), &mut next, STRONG);
        equals::link_beside(&profiles, &mut next);
        pieces.attach(&mut next, &compared);
        if next == matching {
            break;
        }
        matching = next;
    }
    weigh(&mut compared.pairs, &matching, &pieces.piece_of);
    take(compared.pairs.iter(), &mut matching, WEAK);
    equals::link_in_order(&profiles, &mut matching, true);
    let copies = copies.linked(&matching);
    Found { matching, copies, pairs: compared.pairs, questions: pieces.asked }
}

/// Takes pairs one to one, the likeliest first.
fn take<'p>(pairs: impl Iterator<Item = &'p Pair>, matching: &mut Matching, least: f32) {
    let mut order: Vec<&Pair> = pairs.filter(|pair| pair.likelihood >= least).collect();
    order.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.new, a.old).cmp(&(b.new, b.old))));
    for pair in order {
        if matching.free(pair.old, pair.new) {
            matching.link(pair.old, pair.new);
        }
    }
}
