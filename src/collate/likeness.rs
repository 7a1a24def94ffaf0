//! How like two wordings are. Likeness is shown as likeness; support is what a delegation says.

use std::collections::BTreeSet;

use crate::redline::Redline;
use crate::text::{Terms, letters, unspaced};

/// How much two wordings have in common, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    /// Of the letters of both, those in words that stand in both in the same order, by a redline from one to the
    /// other.
    pub in_order: usize,
    /// Of the words of both that say something, those that stand in both in any order: words of more than three
    /// letters, by their first six; Chinese words whole.
    pub in_substance: usize,
}

/// From here on two wordings are nearly the same.
pub const NEARLY_THE_SAME: usize = 80;
/// From here on two wordings are alike in substance.
pub const ALIKE: usize = 50;

impl Likeness {
    /// Nothing in common.
    pub const NONE: Likeness = Likeness { in_order: 0, in_substance: 0 };

    /// Compares two wordings.
    pub fn between(one: &str, other: &str, terms: &Terms) -> Likeness {
        let in_substance = shared(&said(one, terms), &said(other, terms));
        let redline = Redline::between(one, other, terms);
        let kept: usize = redline.kept().into_iter().map(|(span, _)| letters(&one[span])).sum();
        let all = letters(one) + letters(other);
        let in_order = (200 * kept).checked_div(all).unwrap_or(0);
        Likeness { in_order, in_substance }
    }

    /// Whether they are nearly the same words.
    pub fn is_nearly_the_same(self) -> bool {
        self.in_order >= NEARLY_THE_SAME
    }

    /// Whether they are alike, in words or in substance.
    pub fn is_alike(self) -> bool {
        self.in_order >= NEARLY_THE_SAME || self.in_substance >= ALIKE
    }
}

/// The words of a text that say something.
pub(super) fn said(text: &str, terms: &Terms) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for token in terms.tokens(text) {
        let whole = token.starts_with(unspaced);
        if whole || letters(token) > 3 {
            let length = if whole { usize::MAX } else { 6 };
            said.insert(token.to_lowercase().chars().take(length).collect());
        }
    }
    said
}

/// The share of two sets that both have, in hundredths.
pub(super) fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    match one.len() + other.len() {
        0 => 0,
        all => 200 * one.intersection(other).count() / all,
    }
}

/// Groups wordings with the first that each of them is like; groups of one are left out.
pub fn alike(wordings: &[&str], terms: &Terms) -> Vec<Vec<(usize, Likeness)>> {
    let sets: Vec<BTreeSet<String>> = wordings.iter().map(|words| said(words, terms)).collect();
    let mut groups: Vec<Vec<(usize, Likeness)>> = Vec::new();
    for at in 0..wordings.len() {
        let best = (0..groups.len())
            .max_by_key(|&group| (shared(&sets[groups[group][0].0], &sets[at]), usize::MAX - group));
        let near = best.filter(|&group| shared(&sets[groups[group][0].0], &sets[at]) >= ALIKE);
        match near {
            Some(group) => {
                let likeness = Likeness::between(wordings[groups[group][0].0], wordings[at], terms);
                groups[group].push((at, likeness));
            }
            None => groups.push(vec![(at, Likeness { in_order: 100, in_substance: 100 })]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_by_words_in_order_and_by_substance_in_any() {
        let terms = Terms::none();
        let near = Likeness::between("is designed or expected to deprive", "is designed to deprive", &terms);
        assert!(near.is_nearly_the_same() || near.in_order >= 70, "{near:?}");
        let turned = Likeness::between(
            "States should separate military infrastructure from civilian networks.",
            "From civilian networks, military infrastructure should be separated by States.",
            &terms,
        );
        assert!(turned.is_alike() && !turned.is_nearly_the_same(), "{turned:?}");
        let other = Likeness::between("Companies warn clinics.", "States publish positions.", &terms);
        assert!(!other.is_alike(), "{other:?}");
        assert_eq!(Likeness::between("各国应当行动", "各国必须行动", &terms).in_substance, 66);
    }

    #[test]
    fn wordings_are_grouped_with_the_first_they_are_like() {
        let terms = Terms::none();
        let wordings = [
            "States should separate military infrastructure.",
            "Companies should warn clinics in good time.",
            "To the extent feasible, States should separate military infrastructure.",
        ];
        let groups = alike(&wordings, &terms);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 2]);
    }
}
