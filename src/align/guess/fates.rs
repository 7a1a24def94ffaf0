//! What became of each new paragraph, told by its links.

use serde::{Deserialize, Serialize};

use super::certainty::Certainty;
use super::links::Link;
use crate::align::order::out_of_order;

/// How a new paragraph came to be. Where several hold, the first does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Continues several old paragraphs.
    Merged,
    /// Continues, with others, one old paragraph.
    Split,
    /// Left the order of the others.
    Moved,
    /// Stayed, with other words.
    Reworded,
    /// Stayed as it was.
    Unchanged,
    /// Continues nothing.
    Inserted,
}

/// One new paragraph and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// The old paragraphs it continues, in their order.
    pub from: Vec<usize>,
    /// How it came to be.
    pub kind: Kind,
    /// Whether its text differs from the one old text it continues.
    pub edited: bool,
    /// How sure the least sure of its links is; a new paragraph without links is as sure as can be.
    pub certainty: Certainty,
}

/// Tells of each new paragraph how it came to be. `links` are those of [`super::guess`].
pub fn arrivals(old: &[&str], new: &[&str], links: &[Link]) -> Vec<Arrival> {
    let none =
        Arrival { from: Vec::new(), kind: Kind::Inserted, edited: false, certainty: Certainty::Certain };
    let mut arrivals = vec![none; new.len()];
    let mut heirs = vec![0_usize; old.len()];
    for link in links {
        let arrival = &mut arrivals[link.new];
        arrival.from.push(link.old);
        arrival.certainty = arrival.certainty.min(link.certainty);
        heirs[link.old] += 1;
    }
    let moved = moved(&arrivals, new);
    for (at, arrival) in arrivals.iter_mut().enumerate() {
        arrival.from.sort_unstable();
        arrival.edited =
            arrival.from.first().is_some_and(|&from| arrival.from.len() > 1 || old[from] != new[at]);
        arrival.kind = match arrival.from[..] {
            [] => Kind::Inserted,
            [from] if heirs[from] > 1 => Kind::Split,
            [_] if moved[at] => Kind::Moved,
            [_] if arrival.edited => Kind::Reworded,
            [_] => Kind::Unchanged,
            _ => Kind::Merged,
        };
    }
    arrivals
}

/// Marks the fewest paragraphs that can be said to have moved: all outside the heaviest run of those that kept
/// their order.
fn moved(arrivals: &[Arrival], new: &[&str]) -> Vec<bool> {
    let placed: Vec<(usize, usize)> =
        arrivals.iter().enumerate().filter_map(|(at, arrival)| Some((at, *arrival.from.first()?))).collect();
    // A paragraph counts as one; its letters only break ties between equally many.
    let weighed: Vec<(usize, usize)> =
        placed.iter().map(|&(at, from)| (from, (1 << 40) + new[at].len())).collect();
    let mut moved = vec![false; arrivals.len()];
    for (strayed, (at, _)) in out_of_order(&weighed).into_iter().zip(placed) {
        moved[at] = strayed;
    }
    moved
}
