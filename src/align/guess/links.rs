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

/// Guesses which old paragraph each new one continues.
///
/// A new paragraph with several links is a merge, an old one with several a split; nobody is both.
/// The links are sorted by new paragraph, then by old. The same texts give the same links.
pub fn guess(old: &[&str], new: &[&str]) -> Vec<Link> {
    let found = find(old, new);
    let nearest = found.matching.nearest();
    // Equal texts that kept their order, and nothing else, may have changed places.
    let alone = |&(old, new): &(usize, usize)| {
        let around = found.matching.around(&nearest, old, new);
        around.before + around.after == 0.0
    };
    let loose: HashSet<(usize, usize)> = found.in_order.iter().copied().filter(alone).collect();
    let link = |(old, new): (usize, usize)| {
        let (strength, shadowed) = match weighed(&found, old, new) {
            _ if loose.contains(&(old, new)) => (0.5, true),
            Some(weighed) => weighed,
            None => (1.0, false),
        };
        let certainty = Certainty::of(strength);
        let certainty = if shadowed { certainty.min(Certainty::Likely) } else { certainty };
        Link { old, new, strength, certainty }
    };
    let mut links: Vec<Link> = found.matching.links().map(link).collect();
    links.sort_unstable_by_key(|link| (link.new, link.old));
    links
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
