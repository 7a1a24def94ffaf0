//! What was put into passages since, and how much of that was asked for.

use std::collections::HashSet;

use crate::collate::found::{Found, There, Word, says_something};
use crate::collate::merge::meet;
use crate::collate::words_put_in::Count;
use crate::redline::{Edit, says_little};
use crate::text::{Span, Terms, unspaced};

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

impl<'t> Since<'t> {
    /// What was put in from one text to another, by the fewest edits.
    pub(super) fn between(base: &'t str, later: &str, count: Count<'t>) -> Since<'t> {
        let (mut at, mut now) = (0, 0);
        let mut came = Vec::new();
        for edit in edits(base, later, count.terms()) {
            now += edit.span.start - at;
            let place = now..now + edit.words.len();
            (at, now) = (edit.span.end, place.end);
            came.push(Came { words: count.words(&edit.words), edit, place });
        }
        let (stood, stand) = (count.words(base), count.words(later));
        Since { count, base, stood, stand, came, found: Vec::new() }
    }

    /// Looks for the words of edits: those that were made as they are, then those where they were to stand, then
    /// those that stand elsewhere in these passages.
    pub(super) fn find(&mut self, asked: &[Edit]) -> Vec<Found> {
        let mut all: Vec<Found> = asked.iter().map(|edit| self.count.nothing_yet(&edit.words)).collect();
        let steps: [fn(&mut Self, &Edit, &mut Found); 3] = [
            |since, edit, found| since.just_so(edit, found),
            |since, edit, found| since.at_its_place(edit, found),
            |since, _, found| since.among_new_words(found),
        ];
        for step in steps {
            for (edit, found) in asked.iter().zip(&mut all) {
                step(self, edit, found);
            }
        }
        all
    }

    /// Whether a word that an edit takes out is gone: not where it says something and only stands elsewhere now.
    pub(super) fn is_gone(&self, asked: &Edit, word: &Span) -> bool {
        let out = |came: &&Came| came.edit.span.start < word.end && came.edit.span.end > word.start;
        let Some(came) = self.came.iter().find(out) else { return false };
        let Some(own) = self.stood.iter().find(|own| own.span == *word) else { return true };
        let times = |text: &[Word]| text.iter().filter(|word| word.lower == own.lower).count();
        came.edit == *asked || says_little(&own.lower) || times(&self.stand) < times(&self.stood)
    }

    /// The very same edit was made.
    fn just_so(&mut self, asked: &Edit, found: &mut Found) {
        if let Some(same) = self.came.iter().find(|came| came.edit == *asked) {
            found.all_at(same.place.clone());
            self.found.push(same.place.clone());
        }
    }

    fn at_its_place(&mut self, asked: &Edit, found: &mut Found) {
        let before = found.places.len();
        if !found.places.is_empty() {
            return;
        }
        if let Some(place) = self.in_its_sentence(asked, &found.words) {
            found.all_at(place);
        } else {
            let all = found.words.len();
            let beside =
                self.came.iter().filter(|came| side_by_side(self.base, &asked.span, &came.edit.span));
            for came in beside {
                let struck = self.count.words(&self.base[came.edit.span.clone()]);
                let struck: HashSet<&str> = struck.iter().map(|word| word.lower.as_str()).collect();
                let new = |word: &&Word| !struck.contains(word.lower.as_str());
                let used: Vec<bool> = came.words.iter().map(|word| self.is_found(&came.at(word))).collect();
                let there = There { words: &came.words, used, from: came.place.start, in_order: true };
                found.find(there, |run, _| {
                    run.iter().filter(new).any(|word| !says_little(&word.lower))
                        || run.len() == all
                            && run.iter().any(|word| new(&word))
                            && self.in_company(asked, run)
                });
            }
        }
        self.found.extend(found.places[before..].iter().cloned());
    }

    /// Looks for words wherever others were put into the same passages: runs that say something, did not stand
    /// there before and are new for the greater part.
    pub(super) fn among_new_words(&mut self, found: &mut Found) {
        let before = found.places.len();
        let is_new = |word: &Word| {
            self.came.iter().any(|came| came.place.start < word.span.end && came.place.end > word.span.start)
        };
        let new: Vec<bool> = self.stand.iter().map(is_new).collect();
        let used: Vec<bool> = self.stand.iter().map(|word| self.is_found(&word.span)).collect();
        let there = There { words: &self.stand, used, from: 0, in_order: false };
        found.find(there, |run, at| {
            let new = new[at..at + run.len()].iter().filter(|new| **new).count();
            2 * new > run.len() && says_something(run) && place_of(&self.stood, run).is_none()
        });
        self.found.extend(found.places[before..].iter().cloned());
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
        let own = |at: usize| {
            let at = at + usize::from(prior.is_some());
            self.stand[at].span.start..self.stand[at + words.len() - 1].span.end
        };
        places_of_words(&self.stand, &run).map(own).find(|place| !self.is_found(place))
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

fn place_of(text: &[Word], run: &[Word]) -> Option<usize> {
    place_of_words(text, &run.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>())
}

fn place_of_words(text: &[Word], run: &[&str]) -> Option<usize> {
    places_of_words(text, run).next()
}

/// The ranks of the words at which a run of words begins in a text.
fn places_of_words(text: &[Word], run: &[&str]) -> impl Iterator<Item = usize> {
    let same = move |window: &[Word]| window.iter().zip(run).all(|(word, own)| word.lower == *own);
    text.windows(run.len()).enumerate().filter(move |(_, window)| same(window)).map(|(at, _)| at)
}

/// The fewest edits between two texts, drawn closer where words have no space between them: there a dictionary may cut
/// the same letters into other words when their neighbours change.
pub(super) fn edits(base: &str, other: &str, terms: &Terms) -> Vec<Edit> {
    let closer = |edit: Edit| {
        let (gone, come) = (&base[edit.span.clone()], edit.words.as_str());
        let lead = alike(gone.chars().zip(come.chars()));
        let (gone, come) = (&gone[lead..], &come[lead..]);
        let trail = alike(gone.chars().rev().zip(come.chars().rev()));
        let span = edit.span.start + lead..edit.span.end - trail;
        Edit { span, words: come[..come.len() - trail].to_owned() }
    };
    Edit::fewest(base, other, terms).into_iter().map(closer).collect()
}

/// How many bytes are the same, as long as they belong to a script without spaces.
fn alike(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(one, other)| one == other && unspaced(*one)).map(|(one, _)| one.len_utf8()).sum()
}

fn side_by_side(text: &str, one: &Span, other: &Span) -> bool {
    if one.start <= other.start { meet(text, one, other) } else { meet(text, other, one) }
}
