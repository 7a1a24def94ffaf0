//! Pairs that would do better with each other's partners.
//!
//! Two sentences of one pattern may change places and words at once. Their places then speak for the wrong partners,
//! and only the words, by themselves, for the right ones.

use super::compared::Compared;
use super::matching::Matching;
use super::pair::Pair;

/// Lets two pairs change partners where all four paragraphs come nearer to theirs.
pub(super) fn uncross(compared: &Compared, matching: &mut Matching) {
    for pair in &compared.pairs {
        let (Some(new), Some(old)) = (matching.new_of[pair.old], matching.old_of[pair.new]) else { continue };
        let (old, new) = (old as usize, new as usize);
        let partners = matching.partners(pair.old, new) && matching.partners(old, pair.new);
        if new != pair.new && partners && nearer(compared, pair, (old, new)) {
            matching.link(pair.old, pair.new);
            matching.link(old, new);
        }
    }
}

/// Whether both this pair and the other one are nearer than either's partner is now.
fn nearer(compared: &Compared, pair: &Pair, (old, new): (usize, usize)) -> bool {
    let nearness = |old, new| compared.find(old, new).map(Pair::nearness);
    let (Some(other), Some(one_now), Some(other_now)) =
        (nearness(old, new), nearness(pair.old, new), nearness(old, pair.new))
    else {
        return false;
    };
    pair.nearness().min(other) > one_now.max(other_now)
}

#[cfg(test)]
mod tests {
    use crate::align::guess::guess;

    /// Lines that stand as they were, and make the words of the others common.
    fn filled(lines: Vec<String>) -> Vec<String> {
        let words = ["tunnel", "signal", "clinic", "museum", "bridge", "register"];
        let line =
            |at: usize| format!("Point {at} is the {} of the {}.", words[at % 6], words[(at * 5 + 1) % 6]);
        lines.into_iter().chain((0..40).map(line)).collect()
    }

    fn texts(lines: &[String]) -> Vec<&str> {
        lines.iter().map(String::as_str).collect()
    }

    #[test]
    fn two_sentences_of_one_pattern_that_changed_places_keep_their_words() {
        let line = |of: &str| {
            format!("The chart of a {of} keeps the {of} register and shows the {of} register to all.")
        };
        let reworded = |of: &str| {
            format!("The list of a {of} holds the {of} register and opens the {of} register to all.")
        };
        let old = filled(["clinic", "tunnel", "signal tunnel", "museum", "bridge"].map(line).to_vec());
        let new = filled(["clinic", "signal tunnel", "tunnel", "museum", "bridge"].map(reworded).to_vec());
        let links = guess(&texts(&old), &texts(&new));
        let places: Vec<(usize, usize)> = links.iter().take(5).map(|link| (link.old, link.new)).collect();
        assert_eq!(places, [(0, 0), (2, 1), (1, 2), (3, 3), (4, 4)]);
    }
}
