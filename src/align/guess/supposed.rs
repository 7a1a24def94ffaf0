//! The guess as a partition of both versions.

use super::certainty::Certainty;
use super::links::guess;
use super::moved::{Weights, mark_moved};
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
    /// A pairing without anybody in it.
    fn alone() -> Supposed {
        Supposed {
            before: Vec::new(),
            after: Vec::new(),
            reworded: true,
            moved: false,
            certainty: Certainty::Certain,
        }
    }

    /// What probably became of it.
    pub fn fate(&self) -> Fate {
        Fate::of(self.before.len(), self.after.len(), self.reworded)
    }
}

/// Pairs the paragraphs of two versions, in the later version's order; what was deleted stands where it used to
/// stand. A partition: every paragraph of either side stands in exactly one pairing.
pub fn supposed(old: &[&str], new: &[&str]) -> Vec<Supposed> {
    supposed_under_headings(old, new, |_| false)
}

/// The same for texts of which is known which paragraphs of the earlier one are headings: a paragraph moves across a
/// heading, not the heading across it.
pub fn supposed_under_headings(
    old: &[&str],
    new: &[&str],
    is_heading: impl Fn(usize) -> bool,
) -> Vec<Supposed> {
    let links = guess(old, new);
    let mut of_old: Vec<Option<usize>> = vec![None; old.len()];
    let mut of_new: Vec<Option<usize>> = vec![None; new.len()];
    let mut families: Vec<Option<Supposed>> = Vec::new();
    for link in &links {
        // Whatever is linked, however far around, is one pairing.
        let family = joined(&mut families, of_old[link.old], of_new[link.new]);
        let pairing = families[family].get_or_insert_with(Supposed::alone);
        add(&mut pairing.before, link.old);
        add(&mut pairing.after, link.new);
        pairing.certainty = pairing.certainty.min(link.certainty);
        pairing.before.iter().for_each(|&old| of_old[old] = Some(family));
        pairing.after.iter().for_each(|&new| of_new[new] = Some(family));
    }
    let unlinked = (0..new.len()).filter(|&at| of_new[at].is_none());
    let mut pairings: Vec<Supposed> =
        unlinked.map(|at| Supposed { after: vec![at], ..Supposed::alone() }).collect();
    pairings.extend(families.into_iter().flatten());
    pairings.sort_by_key(|pairing| pairing.after[0]);
    for pairing in &mut pairings {
        pairing.reworded = match (pairing.before.as_slice(), pairing.after.as_slice()) {
            ([from], [to]) => old[*from] != new[*to],
            _ => true,
        };
    }
    let weights = Weights { texts: old, is_heading: &is_heading };
    mark_moved(&mut pairings, weights, new);
    with_deleted(old.len(), pairings)
}

/// The family of a link: a new one, the one that is known, or two that become one.
fn joined(families: &mut Vec<Option<Supposed>>, one: Option<usize>, other: Option<usize>) -> usize {
    match (one, other) {
        (Some(one), Some(other)) if one != other => {
            if let Some(absorbed) = families[other].take() {
                let whole = families[one].get_or_insert_with(Supposed::alone);
                absorbed.before.iter().for_each(|&at| add(&mut whole.before, at));
                absorbed.after.iter().for_each(|&at| add(&mut whole.after, at));
                whole.certainty = whole.certainty.min(absorbed.certainty);
            }
            one
        }
        (Some(known), _) | (None, Some(known)) => known,
        (None, None) => {
            families.push(None);
            families.len() - 1
        }
    }
}

/// Adds a place in its order, once.
fn add(places: &mut Vec<usize>, place: usize) {
    if let Err(at) = places.binary_search(&place) {
        places.insert(at, place);
    }
}

/// Puts what was deleted after what stood before it.
fn with_deleted(olds: usize, pairings: Vec<Supposed>) -> Vec<Supposed> {
    let mut home: Vec<Option<usize>> = vec![None; olds];
    for (at, pairing) in pairings.iter().enumerate() {
        pairing.before.iter().for_each(|&old| home[old] = Some(at));
    }
    let mut gone_after: Vec<Vec<Supposed>> = vec![Vec::new(); pairings.len() + 1];
    let mut place = 0;
    for (old, home) in home.into_iter().enumerate() {
        match home {
            Some(pairing) => place = pairing + 1,
            None => gone_after[place].push(Supposed { before: vec![old], ..Supposed::alone() }),
        }
    }
    let mut gone = gone_after.into_iter();
    let mut all = gone.next().unwrap_or_default();
    for (pairing, gone) in pairings.into_iter().zip(gone) {
        all.push(pairing);
        all.extend(gone);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_move_across_a_heading_and_not_the_heading_across_them() {
        let lines = [
            "Reports and who reads them",
            "Every office sends its figures to the registry in spring.",
            "The registry answers each office within ten working days.",
            "Guests are told in writing how to reach the registry.",
            "Visits and who allows them",
            "No visit begins before the keeper has seen the pass.",
        ];
        let new = [lines[0], lines[4], lines[1], lines[2], lines[3], lines[5]];
        let moved = |pairings: Vec<Supposed>| {
            pairings.into_iter().filter(|one| one.moved).flat_map(|one| one.before).collect::<Vec<usize>>()
        };
        assert_eq!(moved(supposed(&lines, &new)), [4]);
        assert_eq!(moved(supposed_under_headings(&lines, &new, |at| at % 4 == 0)), [1, 2, 3]);
    }

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
