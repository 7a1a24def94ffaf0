//! Which words of a wording are found in another text.

use crate::draft::{Joined, ParagraphId};
use crate::redline::says_little;
use crate::text::Span;

/// One word of a text.
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) lower: String,
}

/// Which words of a wording stand, as they are found.
pub(super) struct Found {
    pub(super) words: Vec<Word>,
    pub(super) stands: Vec<bool>,
    pub(super) places: Vec<Span>,
}

/// What was found of one wording.
pub(super) struct PutIn {
    pub(super) asked: usize,
    pub(super) standing: usize,
    pub(super) runs: Vec<(String, bool)>,
    pub(super) passages: Vec<ParagraphId>,
}

/// Words among which a wording is looked for.
pub(super) struct There<'w> {
    pub(super) words: &'w [Word],
    /// Which of them were found already.
    pub(super) used: Vec<bool>,
    /// Where the first of them begins in its text.
    pub(super) from: usize,
    /// Whether what is found must stand in the order of the wording.
    pub(super) in_order: bool,
}

impl Found {
    /// All of it stands at one place.
    pub(super) fn all_at(&mut self, place: Span) {
        self.stands.fill(true);
        self.places.push(place);
    }

    /// Counts what was found; the places are those of a later text.
    pub(super) fn finish(self, wording: &str, later: &Joined) -> PutIn {
        let mut runs: Vec<(Span, bool)> = Vec::new();
        for (word, stands) in self.words.iter().zip(&self.stands) {
            match runs.last_mut().filter(|(_, known)| known == stands) {
                Some((run, _)) => run.end = word.span.end,
                None => runs.push((word.span.clone(), *stands)),
            }
        }
        let mut passages: Vec<ParagraphId> = Vec::new();
        for (id, _) in self.places.iter().flat_map(|place| later.within(place)) {
            if !passages.contains(&id) {
                passages.push(id);
            }
        }
        PutIn {
            asked: self.words.len(),
            standing: self.stands.iter().filter(|stands| **stands).count(),
            runs: runs.into_iter().map(|(run, stands)| (wording[run].to_owned(), stands)).collect(),
            passages,
        }
    }

    /// Finds runs of words, the longest first, each word once on both sides; only runs that count, which are told
    /// where they stand.
    pub(super) fn find(&mut self, there: There<'_>, counts: impl Fn(&[Word], usize) -> bool) {
        let There { words, mut used, from, in_order } = there;
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        loop {
            let fits = |at: usize, other: usize, length: usize| {
                let ordered = pairs.iter().all(|(own, its)| (*own < at) == (*its < other));
                (ordered || !in_order) && counts(&self.words[at..at + length], other)
            };
            let Some((at, other, length)) = self.longest(words, &used, fits) else { return };
            self.stands[at..at + length].fill(true);
            used[other..other + length].fill(true);
            pairs.push((at, other));
            self.places.push(from + words[other].span.start..from + words[other + length - 1].span.end);
        }
    }

    fn longest(
        &self,
        there: &[Word],
        used: &[bool],
        fits: impl Fn(usize, usize, usize) -> bool,
    ) -> Option<(usize, usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        for at in 0..self.words.len() {
            for other in 0..there.len() {
                let same = |step: &usize| {
                    let (own, its) = (at + step, other + step);
                    own < self.words.len()
                        && its < there.len()
                        && !self.stands[own]
                        && !used[its]
                        && self.words[own].lower == there[its].lower
                };
                let length = (0..).take_while(same).count();
                if length > best.map_or(0, |(.., length)| length) && fits(at, other, length) {
                    best = Some((at, other, length));
                }
            }
        }
        best
    }
}

/// Whether at least two words say something.
pub(super) fn says_something(run: &[Word]) -> bool {
    run.iter().filter(|word| !says_little(&word.lower)).count() > 1
}
