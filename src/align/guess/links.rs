//! The guess itself: links with their strength and certainty.

use std::collections::HashSet;

use super::certainty::Certainty;
use super::rounds::{Found, find};

/// One guess: this new paragraph continues that old one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where the old paragraph stands in its version, from 0.
    pub old: usize,
    /// Where the new paragraph stands in its version, from 0.
    pub new: usize,
    /// How likely the link is by all the evidence, from 0 to 1.
    pub strength: f32,
    /// The same in a word, on which a person can rely.
    pub certainty: Certainty,
}

/// How likely the one of two copies is at most, where nothing speaks for it but that it was there.
const EVEN: f32 = 0.5;

/// Guesses which old paragraph each new one continues.
///
/// A new paragraph with several links is a merge, an old one with several a split; nobody is both.
/// The links are sorted by new paragraph, then by old. The same texts give the same links.
pub fn guess(old: &[&str], new: &[&str]) -> Vec<Link> {
    let found = find(old, new);
    let loose = loose(&found);
    let link = |(old, new): (usize, usize)| {
        let (strength, shadowed) = match weighed(&found, old, new).unwrap_or((1.0, false)) {
            (strength, _) if loose.contains(&(old, new)) => (strength.min(EVEN), true),
            weighed => weighed,
        };
        let certainty = Certainty::of(strength);
        let certainty = if shadowed { certainty.min(Certainty::Likely) } else { certainty };
        Link { old, new, strength, certainty }
    };
    let mut links: Vec<Link> = found.matching.links().map(link).collect();
    links.sort_unstable_by_key(|link| (link.new, link.old));
    links
}

/// The links between copies that nothing but each other holds in place: another copy could have stayed as well.
fn loose(found: &Found) -> HashSet<(usize, usize)> {
    let nearest = found.matching.nearest();
    let around = |&(old, new): &(usize, usize)| found.matching.around(&nearest, old, new);
    let mut loose = HashSet::new();
    for run in runs(&found.copies) {
        let held = around(&run[0]).before + around(&run[run.len() - 1]).after;
        if held == 0.0 {
            loose.extend(run);
        }
    }
    loose
}

/// Cuts links, sorted, into runs of neighbours.
fn runs(links: &[(usize, usize)]) -> Vec<Vec<(usize, usize)>> {
    // Neighbours in both versions have the same distance.
    let mut sorted = links.to_vec();
    sorted.sort_unstable_by_key(|&(old, new)| (old.wrapping_sub(new), old));
    let next = |a: &(usize, usize), b: &(usize, usize)| (a.0 + 1, a.1 + 1) == *b;
    sorted.chunk_by(next).map(<[_]>::to_vec).collect()
}

/// How likely a pair is that was weighed, as partners or as piece and whole; and whether one of
/// partners is more like a paragraph that lives on unchanged, which nobody should take on trust.
fn weighed(found: &Found, old: usize, new: usize) -> Option<(f32, bool)> {
    let pair = found.pairs.binary_search_by_key(&(old, new), |pair| (pair.old, pair.new)).ok();
    let partners = pair.map(|at| (found.pairs[at].likelihood, found.pairs[at].shadowed()));
    let first = found.questions.partition_point(|asked| (asked.old, asked.new) < (old, new));
    let asked = found.questions[first..].iter().take_while(|asked| (asked.old, asked.new) == (old, new));
    let piece = asked.map(|asked| asked.likelihood).reduce(f32::max);
    match (partners, piece) {
        (None, piece) => piece.map(|likelihood| (likelihood, false)),
        (Some(partners), Some(piece)) if piece > partners.0 => Some((piece, false)),
        (partners, _) => partners,
    }
}
