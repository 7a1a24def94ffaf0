//! Which paragraphs that stood and which that are wanted have words in common.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::docx::shown::joined;
use crate::intake::docx::story::Story;
use crate::intake::docx::tracked::View;

/// Both texts of a story as groups of the file's paragraphs, without empty ones.
pub(super) struct Joining {
    pub(super) base: Vec<Vec<usize>>,
    pub(super) wanted: Vec<Vec<usize>>,
    /// For each paragraph of the file the one of either text that it is part of.
    pub(super) base_of: Vec<Option<usize>>,
    pub(super) wanted_of: Vec<Option<usize>>,
    /// Pairs with words in common.
    links: BTreeSet<(usize, usize)>,
    /// The first paragraph of the file with words of each paragraph that stood.
    begins: Vec<usize>,
}

impl Joining {
    pub(super) fn of(story: &Story) -> Joining {
        let filled = |view: View| -> Vec<Vec<usize>> {
            let has_words = |parts: &Vec<usize>| parts.iter().any(|at| story.has_words(*at, Some(view)));
            joined(story, view).into_iter().filter(has_words).collect()
        };
        let (base, wanted) = (filled(View::Before), filled(View::After));
        let of = |groups: &[Vec<usize>]| {
            let mut of = vec![None; story.paragraphs.len()];
            for (rank, parts) in groups.iter().enumerate() {
                parts.iter().for_each(|at| of[*at] = Some(rank));
            }
            of
        };
        let (base_of, wanted_of) = (of(&base), of(&wanted));
        let links = (0..story.paragraphs.len())
            .filter(|at| story.keeps_words(*at))
            .filter_map(|at| Some((base_of[at]?, wanted_of[at]?)))
            .collect();
        let first = |parts: &Vec<usize>| {
            let mut with_words = parts.iter().filter(|at| story.has_words(**at, Some(View::Before)));
            with_words.next().copied().unwrap_or(usize::MAX)
        };
        let begins = base.iter().map(first).collect();
        Joining { base, wanted, base_of, wanted_of, links, begins }
    }

    /// Paragraphs that hang together, by rank; one side is empty where something was added or left out.
    pub(super) fn components(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut component: BTreeMap<usize, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
        let mut of_base: Vec<Option<usize>> = vec![None; self.base.len()];
        let mut of_wanted: Vec<Option<usize>> = vec![None; self.wanted.len()];
        let mut next = 0;
        // Links are in order and cross nowhere, so that what hangs together follows each other.
        for &(base, wanted) in &self.links {
            let known = of_base[base].or(of_wanted[wanted]).unwrap_or_else(|| {
                next += 1;
                next
            });
            if let (Some(one), Some(other)) = (of_base[base], of_wanted[wanted])
                && one != other
                && let Some((bases, wanteds)) = component.remove(&other)
            {
                bases.iter().for_each(|at| of_base[*at] = Some(one));
                wanteds.iter().for_each(|at| of_wanted[*at] = Some(one));
                let into = component.entry(one).or_default();
                into.0.extend(bases);
                into.1.extend(wanteds);
            }
            (of_base[base], of_wanted[wanted]) = (Some(known), Some(known));
            let into = component.entry(known).or_default();
            into.0.insert(base);
            into.1.insert(wanted);
        }
        let linked = component
            .into_values()
            .map(|(base, wanted)| (base.into_iter().collect(), wanted.into_iter().collect()));
        let gone = (0..self.base.len()).filter(|at| of_base[*at].is_none()).map(|at| (vec![at], Vec::new()));
        let come =
            (0..self.wanted.len()).filter(|at| of_wanted[*at].is_none()).map(|at| (Vec::new(), vec![at]));
        linked.chain(gone).chain(come).collect()
    }

    /// The paragraphs of the file that some of either text are made of, in order.
    pub(super) fn parts(&self, base: &[usize], wanted: &[usize]) -> BTreeSet<usize> {
        let base = base.iter().flat_map(|rank| self.base[*rank].iter());
        base.chain(wanted.iter().flat_map(|rank| self.wanted[*rank].iter())).copied().collect()
    }

    /// Where in the file a change begins.
    pub(super) fn first(&self, base: &[usize], wanted: &[usize]) -> usize {
        let begins = base.iter().map(|rank| self.begins[*rank]);
        begins.chain(wanted.iter().map(|rank| self.wanted[*rank][0])).min().unwrap_or_default()
    }

    /// The last paragraph that stood before the place of a change.
    pub(super) fn before(&self, base: &[usize], wanted: &[usize]) -> Option<usize> {
        let place = self.first(base, wanted);
        self.begins.partition_point(|begins| *begins < place).checked_sub(1)
    }
}
