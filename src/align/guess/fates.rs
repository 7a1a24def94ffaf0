//! What became of each new paragraph, told by its links.

use serde::{Deserialize, Serialize};

use super::certainty::Certainty;
use super::links::Link;

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

/// Marks the fewest letters that can be said to have moved: all outside the heaviest run of
/// paragraphs that kept their order.
fn moved(arrivals: &[Arrival], new: &[&str]) -> Vec<bool> {
    let placed: Vec<(usize, usize)> =
        arrivals.iter().enumerate().filter_map(|(at, arrival)| Some((at, *arrival.from.first()?))).collect();
    let size = placed.iter().map(|&(_, from)| from + 1).max().unwrap_or(0);
    let mut heaviest = Heaviest { tree: vec![(0, None); size + 1] };
    let mut before = vec![None; placed.len()];
    let mut weights = Vec::with_capacity(placed.len());
    for (rank, &(at, from)) in placed.iter().enumerate() {
        let (weight, last) = heaviest.up_to(from);
        before[rank] = last;
        // A paragraph counts as one; its letters only break ties between equally many.
        let own = (1_u64 << 40) + new[at].len() as u64;
        weights.push(weight + own);
        heaviest.add(from, (weight + own, Some(rank)));
    }
    let mut moved = vec![false; arrivals.len()];
    placed.iter().for_each(|&(at, _)| moved[at] = true);
    let mut rank = heaviest.up_to(size.saturating_sub(1)).1;
    while let Some(kept) = rank {
        moved[placed[kept].0] = false;
        rank = before[kept];
    }
    moved
}

/// The heaviest run so far that ends at or before each old place (a Fenwick tree of maxima).
struct Heaviest {
    tree: Vec<(u64, Option<usize>)>,
}

impl Heaviest {
    fn add(&mut self, place: usize, run: (u64, Option<usize>)) {
        let mut at = place + 1;
        while at < self.tree.len() {
            if self.tree[at].0 < run.0 {
                self.tree[at] = run;
            }
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, place: usize) -> (u64, Option<usize>) {
        let mut best = (0, None);
        let mut at = (place + 1).min(self.tree.len().saturating_sub(1));
        while at > 0 {
            if self.tree[at].0 > best.0 {
                best = self.tree[at];
            }
            at &= at - 1;
        }
        best
    }
}
