//! Words asked to be put in, found again in a passage's heirs or in a new passage.

use std::collections::HashSet;

use crate::collate::merge::meet;
use crate::draft::{Joined, ParagraphId};
use crate::redline::{Edit, says_little};
use crate::text::{Span, Terms, letters};

/// How words are counted: words as a reader counts them, or marks where only marks are asked for.
#[derive(Clone, Copy)]
pub(super) struct Count<'t> {
    terms: &'t Terms,
    marks: bool,
}

/// One word of a text.
pub(super) struct Word {
    pub(super) span: Span,
    lower: String,
}

/// The text of passages and of their heirs, in words, and what was put in since.
pub(super) struct Since<'t> {
    count: Count<'t>,
    base: &'t str,
    stood: Vec<Word>,
    stand: Vec<Word>,
    came: Vec<Came>,
    /// What was found already: each word is found once.
    found: Vec<Span>,
}

/// Words put in by one edit, and the place they have in the later text.
struct Came {
    edit: Edit,
    place: Span,
    words: Vec<Word>,
}

/// Which words of a wording stand, as they are found.
pub(super) struct Found {
    words: Vec<Word>,
    stands: Vec<bool>,
    places: Vec<Span>,
}

/// What was found of one wording.
pub(super) struct PutIn {
    pub(super) asked: usize,
    pub(super) standing: usize,
    pub(super) runs: Vec<(String, bool)>,
    pub(super) passages: Vec<ParagraphId>,
}

/// A new passage in which less than one word in so many of a wording stands says something else.
const OF_THE_SAME: usize = 3;

impl<'t> Count<'t> {
    /// Counts words.
    pub(super) fn all(terms: &'t Terms) -> Count<'t> {
        Count { terms, marks: false }
    }

    /// Counts words, or marks where edits put no word in or out.
    pub(super) fn of(edits: &[Edit], base: &str, terms: &'t Terms) -> Count<'t> {
        let says = |edit: &Edit| letters(&edit.words) + letters(&base[edit.span.clone()]) > 0;
        Count { terms, marks: !edits.iter().any(says) }
    }

    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        self.terms.cut(text, |span| {
            let token = &text[span.clone()];
            if letters(token) > 0 || self.marks && !token.trim().is_empty() {
                words.push(Word { lower: token.to_lowercase(), span });
            }
        });
        words
    }

    /// A wording of which nothing is found yet.
    pub(super) fn nothing_yet(&self, wording: &str) -> Found {
        let words = self.words(wording);
        Found { stands: vec![false; words.len()], places: Vec::new(), words }
    }

    /// Looks for a wording in a passage that is new; in one that says something else nothing is found.
    pub(super) fn in_new_passage(&self, wording: &str, passage: &Joined) -> PutIn {
        let mut found = self.nothing_yet(wording);
        let there = self.words(&passage.text);
        found.find(&there, &mut vec![false; there.len()], 0, |run, _| says_something(run));
        let standing = found.stands.iter().filter(|stands| **stands).count();
        if standing * OF_THE_SAME < found.words.len() {
            found = self.nothing_yet(wording);
        }
        found.finish(wording, passage)
    }
}

impl<'t> Since<'t> {
    /// What was put in from one text to another, by the fewest edits.
    pub(super) fn between(base: &'t str, later: &str, count: Count<'t>) -> Since<'t> {
        let (mut at, mut now) = (0, 0);
        let mut came = Vec::new();
        for edit in Edit::fewest(base, later, count.terms) {
            now += edit.span.start - at;
            let place = now..now + edit.words.len();
            (at, now) = (edit.span.end, place.end);
            came.push(Came { words: count.words(&edit.words), edit, place });
        }
        let (stood, stand) = (count.words(base), count.words(later));
        Since { count, base, stood, stand, came, found: Vec::new() }
    }

    /// Whether a word of the text before was taken out.
    pub(super) fn takes_out(&self, word: &Span) -> bool {
        self.came.iter().any(|came| came.edit.span.start < word.end && came.edit.span.end > word.start)
    }

    /// Looks for the words of an edit where they were to stand.
    pub(super) fn at_its_place(&mut self, asked: &Edit) -> Found {
        let mut found = self.count.nothing_yet(&asked.words);
        if let Some(same) = self.came.iter().find(|came| came.edit == *asked) {
            found.stands.fill(true);
            found.places.push(same.place.clone());
        } else if let Some(place) = self.in_its_sentence(asked, &found.words) {
            found.stands.fill(true);
            found.places.push(place);
        } else {
            let all = found.words.len();
            let beside =
                self.came.iter().filter(|came| side_by_side(self.base, &asked.span, &came.edit.span));
            for came in beside {
                let struck = self.count.words(&self.base[came.edit.span.clone()]);
                let struck: HashSet<&str> = struck.iter().map(|word| word.lower.as_str()).collect();
                let new = |word: &&Word| !struck.contains(word.lower.as_str());
                let mut used: Vec<bool> =
                    came.words.iter().map(|word| self.is_found(&came.at(word))).collect();
                found.find(&came.words, &mut used, came.place.start, |run, _| {
                    run.iter().filter(new).any(|word| !says_little(&word.lower))
                        || run.len() == all
                            && run.iter().any(|word| new(&word))
                            && self.in_company(asked, run)
                });
            }
        }
        self.found.extend(found.places.iter().cloned());
        found
    }

    /// Looks for words wherever others were put into the same passages: runs that say something, did not stand
    /// there before and are new for the greater part.
    pub(super) fn among_new_words(&mut self, found: &mut Found) {
        let is_new = |word: &Word| {
            self.came.iter().any(|came| came.place.start < word.span.end && came.place.end > word.span.start)
        };
        let new: Vec<bool> = self.stand.iter().map(is_new).collect();
        let mut used: Vec<bool> = self.stand.iter().map(|word| self.is_found(&word.span)).collect();
        found.find(&self.stand, &mut used, 0, |run, at| {
            let new = new[at..at + run.len()].iter().filter(|new| **new).count();
            2 * new > run.len() && says_something(run) && place_of(&self.stood, run).is_none()
        });
        self.found.extend(found.places.iter().cloned());
    }

    fn is_found(&self, place: &Span) -> bool {
        self.found.iter().any(|found| found.start < place.end && found.end > place.start)
    }

    /// Where an edit's words stand between the words that were beside them, if they did not before.
    fn in_its_sentence(&self, asked: &Edit, words: &[Word]) -> Option<Span> {
        let (prior, next) = self.beside(asked);
        let own = words.iter().map(|word| word.lower.as_str());
        let run: Vec<&str> = prior.into_iter().chain(own).chain(next).collect();
        if words.is_empty() || run.len() < words.len() + 1 || place_of_words(&self.stood, &run).is_some() {
            return None;
        }
        let at = place_of_words(&self.stand, &run)? + usize::from(prior.is_some());
        Some(self.stand[at].span.start..self.stand[at + words.len() - 1].span.end)
    }

    /// Whether small words stand beside one of the two words that were beside them.
    fn in_company(&self, asked: &Edit, run: &[Word]) -> bool {
        let (prior, next) = self.beside(asked);
        let own: Vec<&str> = run.iter().map(|word| word.lower.as_str()).collect();
        let stands = |run: Vec<&str>| {
            place_of_words(&self.stand, &run).is_some() && place_of_words(&self.stood, &run).is_none()
        };
        prior.is_some_and(|prior| stands([&[prior], own.as_slice()].concat()))
            || next.is_some_and(|next| stands([own.as_slice(), &[next]].concat()))
    }

    /// The words of the text before on both sides of an edit.
    fn beside(&self, asked: &Edit) -> (Option<&str>, Option<&str>) {
        let prior = self.stood.iter().rfind(|word| word.span.end <= asked.span.start);
        let next = self.stood.iter().find(|word| word.span.start >= asked.span.end);
        (prior.map(|word| word.lower.as_str()), next.map(|word| word.lower.as_str()))
    }
}

impl Came {
    fn at(&self, word: &Word) -> Span {
        self.place.start + word.span.start..self.place.start + word.span.end
    }
}

impl Found {
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
    fn find(
        &mut self,
        there: &[Word],
        used: &mut [bool],
        from: usize,
        counts: impl Fn(&[Word], usize) -> bool,
    ) {
        while let Some((at, other, length)) = self.longest(there, used, &counts) {
            self.stands[at..at + length].fill(true);
            used[other..other + length].fill(true);
            self.places.push(from + there[other].span.start..from + there[other + length - 1].span.end);
        }
    }

    fn longest(
        &self,
        there: &[Word],
        used: &[bool],
        counts: impl Fn(&[Word], usize) -> bool,
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
                let longer = length > best.map_or(0, |(.., length)| length);
                if longer && counts(&self.words[at..at + length], other) {
                    best = Some((at, other, length));
                }
            }
        }
        best
    }
}

/// Whether at least two words say something.
fn says_something(run: &[Word]) -> bool {
    run.iter().filter(|word| !says_little(&word.lower)).count() > 1
}

fn place_of(text: &[Word], run: &[Word]) -> Option<usize> {
    place_of_words(text, &run.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>())
}

/// The rank of the word at which a run of words begins in a text.
fn place_of_words(text: &[Word], run: &[&str]) -> Option<usize> {
    let same = |window: &[Word]| window.iter().zip(run).all(|(word, own)| word.lower == *own);
    text.windows(run.len()).position(same)
}

fn side_by_side(text: &str, one: &Span, other: &Span) -> bool {
    if one.start <= other.start { meet(text, one, other) } else { meet(text, other, one) }
}
