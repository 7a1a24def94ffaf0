//! The guess itself: links with their strength and certainty.

use std::collections::HashMap;

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
    let strengths = strengths(&found);
    let mut links: Vec<Link> = found
        .matching
        .links()
        .map(|(old, new)| {
            let equal = found.equal.linked(old, new);
            // Equal texts that are left for their order alone have no pair.
            let strength = if equal { 1.0 } else { strengths.get(&(old, new)).copied().unwrap_or(0.5) };
            Link { old, new, strength, certainty: Certainty::of(strength) }
        })
        .collect();
    links.sort_unstable_by_key(|link| (link.new, link.old));
    links
}

/// How likely each pair is that was weighed, as a partner or as a piece.
fn strengths(found: &Found) -> HashMap<(usize, usize), f32> {
    let mut strengths: HashMap<(usize, usize), f32> = HashMap::new();
    let pairs = found.pairs.iter().map(|pair| ((pair.old, pair.new), pair.likelihood));
    let questions = found.questions.iter().map(|asked| ((asked.old, asked.new), asked.likelihood));
    for (place, strength) in pairs.chain(questions) {
        let known = strengths.entry(place).or_insert(strength);
        *known = known.max(strength);
    }
    strengths
}
