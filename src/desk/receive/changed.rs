//! What became of the paragraphs of a copy, as comments: by its tracked changes, or by comparing its words.

use crate::align::guess::Supposed;
use crate::desk::receive::marked::{Markup, Reading};
use crate::draft::Level;
use crate::intake::{Stretch, WordChange};
use crate::redline::Redline;
use crate::text::{listed, squeezed};

impl Reading<'_> {
    /// By its tracked changes; the text under them is held against the version.
    pub(super) fn tracked(&mut self) {
        self.hold_base();
        let changes = self.copy.changes.clone();
        let passages = |change: &WordChange| -> Option<Vec<usize>> {
            change.base.iter().map(|rank| self.matched.passage[*rank]).collect()
        };
        let placed: Vec<Option<Vec<usize>>> = changes.iter().map(passages).collect();
        let mut arrived: Vec<usize> = Vec::new();
        for (at, change) in changes.iter().enumerate() {
            let Some(passages) = &placed[at] else {
                self.unplaced(change);
                continue;
            };
            match (passages.as_slice(), change.wanted.as_slice()) {
                ([passage], []) => match self.arrives(&changes, change, &arrived) {
                    Some(to) => {
                        arrived.push(to);
                        let after = changes[to].after.and_then(|rank| self.before(rank, *passage));
                        self.move_after(*passage, after, &change.authors);
                        self.reworded_too(*passage, change.base[0], changes[to].wanted[0], &change.authors);
                    }
                    None => self.leave_out(*passage, &change.authors),
                },
                ([], [_]) => {}
                ([passage], wanted) => {
                    if wanted.len() > 1 {
                        self.count(Markup::Divided);
                    }
                    let words = self.wanted(wanted).join("\n\n");
                    self.reword(*passage, change.base[0], &change.stretches, &words, &change.authors);
                }
                (passages, wanted) => {
                    let words = self.wanted(wanted);
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    self.put_together(passages, &words, &change.authors);
                }
            }
        }
        for (at, change) in changes.iter().enumerate() {
            if let ([], [wanted]) = (change.base.as_slice(), change.wanted.as_slice())
                && !arrived.contains(&at)
            {
                let text = &self.copy.wanted[*wanted].text;
                let words = self.matched.without_number(text);
                let after = change.after.and_then(|rank| self.before(rank, usize::MAX));
                let after = self.after_items(after, &text[..text.len() - words.len()]);
                let words = words.to_owned();
                self.add(after, &words, &change.authors);
            }
        }
    }

    /// After what something new stands: what counts on with figures, as paragraphs do, follows a paragraph with all its
    /// items and is none of them.
    fn after_items(&self, after: Option<usize>, number: &str) -> Option<usize> {
        let last = &self.draft.paragraphs[after?].id;
        let paragraph =
            last.parent().filter(|_| last.level() == Level::Item && number.contains(char::is_numeric));
        paragraph.and_then(|paragraph| self.draft.position(&paragraph)).or(after)
    }

    fn wanted(&self, ranks: &[usize]) -> Vec<String> {
        ranks
            .iter()
            .map(|rank| squeezed(self.matched.without_number(&self.copy.wanted[*rank].text)))
            .collect()
    }

    /// Where a passage that was dragged away arrives: with the same words, or else with any.
    fn arrives(&self, changes: &[WordChange], gone: &WordChange, arrived: &[usize]) -> Option<usize> {
        if !gone.moved {
            return None;
        }
        let come = || {
            (0..changes.len()).filter(|at| {
                let change = &changes[*at];
                change.moved && change.base.is_empty() && change.wanted.len() == 1 && !arrived.contains(at)
            })
        };
        let words = squeezed(&self.copy.base[gone.base[0]].text);
        let same = |at: &usize| squeezed(&self.copy.wanted[changes[*at].wanted[0]].text) == words;
        come().find(same).or_else(|| come().next())
    }

    /// The last passage at or before a paragraph that stood; not the one that moves itself.
    fn before(&self, rank: usize, moving: usize) -> Option<usize> {
        (0..=rank).rev().find_map(|rank| self.matched.passage[rank].filter(|passage| *passage != moving))
    }

    /// What was dragged and rewritten besides.
    fn reworded_too(&mut self, passage: usize, base: usize, wanted: usize, authors: &[String]) {
        let (was, is) = (self.copy.base[base].text.clone(), self.copy.wanted[wanted].text.clone());
        if squeezed(self.matched.without_number(&was)) != squeezed(self.matched.without_number(&is)) {
            self.by_words(passage, base, &was, &is, authors);
        }
    }

    /// A change told by its words alone.
    fn by_words(&mut self, passage: usize, base: usize, was: &str, is: &str, authors: &[String]) {
        let edits = Redline::between(was, is, self.terms).edits();
        let stretch = |edit: crate::redline::Edit| Stretch {
            span: edit.span,
            words: edit.words,
            moved: false,
            authors: authors.to_vec(),
        };
        let stretches: Vec<Stretch> = edits.into_iter().map(stretch).collect();
        self.reword(passage, base, &stretches, is, authors);
    }

    /// Holds the text under the changes against the version; where they differ, says where and goes on.
    fn hold_base(&mut self) {
        for (rank, (bare, _)) in self.matched.bare.iter().enumerate() {
            let Some(passage) = self.matched.passage[rank] else { continue };
            let text = &self.draft.paragraphs[passage].text;
            if squeezed(bare) != squeezed(text) {
                let redline = Redline::between(text, bare, self.terms);
                let (was, is): (Vec<_>, Vec<_>) = redline.marks().iter().partition(|mark| mark.stood());
                let shown = |marks: Vec<&crate::redline::Mark<'_>>,
                             other: fn(&crate::redline::Mark<'_>) -> bool|
                 -> String {
                    let words =
                        marks.into_iter().find(|mark| !(mark.stood() && mark.stands()) && other(mark));
                    words.map(|mark| mark.text().trim().chars().take(40).collect()).unwrap_or_default()
                };
                let (was, is) = (shown(was, |mark| mark.stood()), shown(is, |mark| mark.stands()));
                self.remarks.push(format!(
                    "{}: the changes were made on other words than the version's: “{is}” for “{was}”",
                    self.id(passage)
                ));
            }
        }
        self.tell_strangers();
    }

    /// Names the paragraphs that are none of the version, and the passages that are not in the file.
    fn tell_strangers(&mut self) {
        for (rank, passage) in self.matched.passage.iter().enumerate() {
            if passage.is_none() {
                let words: String = self.copy.base[rank].text.trim().chars().take(60).collect();
                self.left.push(format!("not of the version: {words}"));
            }
        }
        let there = |at: &usize| self.matched.passage.contains(&Some(*at));
        let missing: Vec<usize> = (0..self.draft.paragraphs.len()).filter(|at| !there(at)).collect();
        self.tell_missing(&missing);
    }

    /// Passages of which the file holds nothing.
    fn tell_missing(&mut self, missing: &[usize]) {
        let ids: Vec<&str> = missing.iter().map(|at| self.id(*at).as_str()).collect();
        let told = match ids.as_slice() {
            [] => return,
            [one] => format!("{one} of the version is not in the file, and nothing is said of it"),
            _ => format!("{} of the version are not in the file, and nothing is said of them", listed(&ids)),
        };
        self.left.push(told);
    }

    /// By comparing its words with the version's.
    pub(super) fn compared(&mut self) {
        let pairings = std::mem::take(&mut self.matched.pairings);
        // What stands before the first passage but the title is a cover.
        let text = pairings.iter().filter(|pairing| pairing.before.iter().any(|passage| *passage > 0));
        let first = text.flat_map(|pairing| &pairing.after).min().copied();
        // An excerpt does not ask for the rest to be left out.
        let alone = |pairing: &&Supposed| pairing.after.is_empty();
        let missing: Vec<usize> = pairings.iter().filter(alone).flat_map(|one| one.before.clone()).collect();
        let excerpt = missing.len() * 2 > self.draft.paragraphs.len();
        if excerpt {
            self.tell_missing(&missing);
        }
        for pairing in &pairings {
            match (pairing.before.as_slice(), pairing.after.as_slice()) {
                ([passage], []) if *passage > 0 && !excerpt => self.leave_out(*passage, &[]),
                ([_], []) => {}
                ([], [come]) if Some(*come) < first => {
                    let words: String = self.copy.base[*come].text.trim().chars().take(60).collect();
                    self.left.push(format!("stands before the text: {words}"));
                }
                ([], [come]) => {
                    let after = come.checked_sub(1).and_then(|rank| self.before(rank, usize::MAX));
                    let words = self.matched.bare[*come].0.clone();
                    let text = &self.copy.base[*come].text;
                    let after = self.after_items(after, &text[..self.matched.bare[*come].1]);
                    self.add(after, &words, &[]);
                }
                ([passage], [come]) => {
                    if pairing.moved {
                        let after = come.checked_sub(1).and_then(|rank| self.before(rank, *passage));
                        self.move_after(*passage, after, &[]);
                    }
                    self.instead(*passage, &[*come]);
                }
                ([passage], come) => {
                    self.count(Markup::Divided);
                    self.instead(*passage, come);
                }
                (passages, come) => {
                    let words: Vec<String> =
                        come.iter().map(|rank| self.matched.bare[*rank].0.clone()).collect();
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    self.put_together(passages, &words, &[]);
                }
            }
        }
    }

    /// Other words in the place of a passage's.
    fn instead(&mut self, passage: usize, come: &[usize]) {
        let was = self.draft.paragraphs[passage].text.clone();
        let is: Vec<String> = come.iter().map(|rank| squeezed(&self.matched.bare[*rank].0)).collect();
        let is = is.join("\n");
        if squeezed(&was) == squeezed(&is) && come.len() == 1 {
            return;
        }
        let edits = Redline::between(&was, &is, self.terms).edits();
        self.ask(passage, &edits, &[]);
    }
}
