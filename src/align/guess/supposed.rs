//! The guess as a partition of both versions.

use std::collections::HashMap;

use super::certainty::Certainty;
use super::fates::{Kind, arrivals};
use super::links::guess;
use crate::align::Fate;

/// Paragraphs of two versions that probably belong together, by their places in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The places before, in their order; empty for what is new.
    pub before: Vec<usize>,
    /// The places after; empty for what was deleted.
    pub after: Vec<usize>,
    /// Whether the words differ.
    pub reworded: bool,
    /// Whether it changed its place.
    pub moved: bool,
    /// How sure the least sure of its links is.
    pub certainty: Certainty,
}

impl Supposed {
    /// What probably became of it.
    pub fn fate(&self) -> Fate {
        match (self.before.len(), self.after.len()) {
            (0, _) => Fate::Added,
            (_, 0) => Fate::Deleted,
            (1, 1) if self.reworded => Fate::Reworded,
            (1, 1) => Fate::Kept,
            (1, _) => Fate::Split,
            (_, 1) => Fate::Merged,
            _ => Fate::Regrouped,
        }
    }
}

/// Pairs the paragraphs of two versions, in the later version's order; what was deleted stands where it used to
/// stand. A partition: every paragraph of either side stands in exactly one pairing.
pub fn supposed(old: &[&str], new: &[&str]) -> Vec<Supposed> {
    let links = guess(old, new);
    let mut pairings: Vec<Supposed> = Vec::new();
    let mut of_old: HashMap<usize, usize> = HashMap::new();
    for (at, arrival) in arrivals(old, new, &links).into_iter().enumerate() {
        // The parts of a split come one by one and belong to one pairing.
        let known = arrival.from.first().and_then(|from| of_old.get(from)).copied();
        if let Some(known) = known.filter(|_| arrival.kind == Kind::Split) {
            let whole: &mut Supposed = &mut pairings[known];
            whole.after.push(at);
            whole.certainty = whole.certainty.min(arrival.certainty);
            continue;
        }
        of_old.extend(arrival.from.iter().map(|&from| (from, pairings.len())));
        pairings.push(Supposed {
            before: arrival.from,
            after: vec![at],
            reworded: arrival.edited,
            moved: arrival.kind == Kind::Moved,
            certainty: arrival.certainty,
        });
    }
    with_deleted(old.len(), pairings, &of_old)
}

/// Puts what was deleted after what stood before it.
fn with_deleted(olds: usize, pairings: Vec<Supposed>, of_old: &HashMap<usize, usize>) -> Vec<Supposed> {
    let mut gone_after: Vec<Vec<Supposed>> = vec![Vec::new(); pairings.len() + 1];
    let mut place = 0;
    for old in 0..olds {
        match of_old.get(&old) {
            Some(&pairing) => place = pairing + 1,
            None => gone_after[place].push(Supposed {
                before: vec![old],
                after: Vec::new(),
                reworded: true,
                moved: false,
                certainty: Certainty::Certain,
            }),
        }
    }
    let mut all = gone_after[0].clone();
    for (pairing, gone) in pairings.into_iter().zip(gone_after.into_iter().skip(1)) {
        all.push(pairing);
        all.extend(gone);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_stands_in_one_pairing_and_what_is_gone_where_it_was() {
        let old = [
            "States keep public lists of hospitals.",
            "Gone without any trace left.",
            "Parties spare water.",
        ];
        let new = ["Entirely different subject matter here.", old[2], old[0]];
        let found = supposed(&old, &new);
        let mut before: Vec<usize> = found.iter().flat_map(|pairing| pairing.before.clone()).collect();
        before.sort_unstable();
        assert_eq!(before, [0, 1, 2]);
        let after: Vec<usize> = found.iter().flat_map(|pairing| pairing.after.clone()).collect();
        assert_eq!(after, [0, 1, 2]);
        assert!(found.iter().any(|pairing| pairing.fate() == Fate::Deleted));
        assert!(supposed(&[], &[]).is_empty());
    }
}
