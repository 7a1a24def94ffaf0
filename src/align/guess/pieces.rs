//! Splits and merges: paragraphs without a partner find the whole that they are a piece of.

use std::borrow::Cow;

use super::common::common;
use super::compared::Compared;
use super::matching::Matching;
use super::model::{PART, PIECE, SURE, likelihood};
use super::pair::Pair;
use super::piece::{ALONE, Other, Whole};
use super::profile::Profiles;
use super::question::{Known, PieceOf, Question};

/// All paragraphs with what explains them, how likely each has a partner of its own, and all that was asked.
#[derive(Debug)]
pub(super) struct Pieces<'p> {
    profiles: &'p Profiles,
    /// The links between equal texts: nothing is asked of those, they explain each other.
    settled: &'p Matching,
    old: Vec<Whole>,
    new: Vec<Whole>,
    alone_old: Vec<f32>,
    alone_new: Vec<f32>,
    /// What was asked last, sorted by old paragraph and then by new.
    pub(super) asked: Vec<Question>,
    pub(super) piece_of: PieceOf,
}

impl<'p> Pieces<'p> {
    pub(super) fn new(profiles: &'p Profiles, settled: &'p Matching) -> Pieces<'p> {
        let (olds, news) = (profiles.old.len(), profiles.new.len());
        let wholes = |count: usize| (0..count).map(|_| Whole::default()).collect();
        Pieces {
            profiles,
            settled,
            old: wholes(olds),
            new: wholes(news),
            alone_old: Vec::new(),
            alone_new: Vec::new(),
            asked: Vec::new(),
            piece_of: PieceOf::new(olds, news),
        }
    }

    /// Links pieces with their wholes, the likeliest first. So far everybody has one partner at most.
    pub(super) fn attach(&mut self, matching: &mut Matching, compared: &Compared) {
        self.know(matching, &compared.pairs);
        self.follow(matching, compared);
        self.asked = self.questions(matching, compared);
        self.piece_of = PieceOf::new(self.profiles.old.len(), self.profiles.new.len());
        self.asked.iter().for_each(|asked| self.piece_of.note(asked));
        let mut order: Vec<Question> =
            self.asked.iter().filter(|asked| asked.free && asked.likelihood >= PART).cloned().collect();
        order.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.new, a.old).cmp(&(b.new, b.old))));
        for asked in &order {
            let Question { split, old, new, .. } = *asked;
            let piece = if split { matching.old_of[new] } else { matching.new_of[old] };
            if piece.is_some() {
                continue;
            }
            let runs = self.runs(compared, compared.find(old, new), old, new);
            // Asked again: another piece may have explained the same words since.
            let still = self.state(split, old, new) == asked.state
                || self.ask(split, old, new, &runs).likelihood >= PART;
            if still {
                self.take(old, new, &runs);
                matching.attach(split, old, new);
            }
        }
    }

    /// How likely each paragraph has a partner of its own.
    fn know(&mut self, matching: &Matching, pairs: &[Pair]) {
        self.alone_old = vec![0.0; self.profiles.old.len()];
        self.alone_new = vec![0.0; self.profiles.new.len()];
        let own = |pair: &&Pair| matching.free(pair.old, pair.new) || matching.linked(pair.old, pair.new);
        for pair in pairs.iter().filter(own) {
            self.alone_old[pair.old] = self.alone_old[pair.old].max(pair.likelihood);
            self.alone_new[pair.new] = self.alone_new[pair.new].max(pair.likelihood);
        }
    }

    /// Makes the partners of all wholes those of the matching.
    fn follow(&mut self, matching: &Matching, compared: &Compared) {
        let agree = |whole: &Whole, link: Option<u32>| match (&whole.partners[..], link) {
            ([], None) => true,
            ([one], Some(link)) => *one == link as usize,
            _ => false,
        };
        let mut changed = Vec::new();
        for (old, &link) in matching.new_of.iter().enumerate() {
            if self.settled.new_of[old].is_none() && !agree(&self.old[old], link) {
                self.old[old].forget();
                changed.extend(link.map(|new| (true, old, new as usize)));
            }
        }
        for (new, &link) in matching.old_of.iter().enumerate() {
            if self.settled.old_of[new].is_none() && !agree(&self.new[new], link) {
                self.new[new].forget();
                changed.extend(link.map(|old| (false, old as usize, new)));
            }
        }
        for (of_old, old, new) in changed {
            let runs = self.runs(compared, compared.find(old, new), old, new);
            if of_old {
                self.old_takes(old, new, &runs);
            } else {
                self.new_takes(old, new, &runs);
            }
        }
    }

    /// What there is to ask, sorted: of the pairs that share words, and of the neighbours of linked paragraphs.
    fn questions(&self, matching: &Matching, compared: &Compared) -> Vec<Question> {
        let beside = self.beside(matching);
        let mut beside = beside.iter().copied().peekable();
        let mut known = Known { asked: &self.asked };
        let mut asked = Vec::with_capacity(self.asked.len());
        for pair in &compared.pairs {
            let place = (pair.old, pair.new);
            while let Some((old, new)) = beside.next_if(|&other| other < place) {
                self.ask_both(matching, compared, (None, old, new), &mut known, &mut asked);
            }
            beside.next_if_eq(&place);
            self.ask_both(matching, compared, (Some(pair), pair.old, pair.new), &mut known, &mut asked);
        }
        for (old, new) in beside {
            self.ask_both(matching, compared, (None, old, new), &mut known, &mut asked);
        }
        asked
    }

    /// The neighbours of linked paragraphs, sorted, where nothing is settled.
    fn beside(&self, matching: &Matching) -> Vec<(usize, usize)> {
        let Matching { new_of, old_of } = self.settled;
        let open = |&(old, new): &(usize, usize)| {
            new_of.get(old).is_some_and(Option::is_none) && old_of.get(new).is_some_and(Option::is_none)
        };
        let linked = matching.new_of.iter().enumerate().filter(|&(old, _)| new_of[old].is_none());
        let mut beside: Vec<(usize, usize)> = linked
            .filter_map(|(old, new)| Some((old, (*new)? as usize)))
            .flat_map(|(old, new)| {
                [(old + 1, new), (old, new + 1), (old.wrapping_sub(1), new), (old, new.wrapping_sub(1))]
            })
            .filter(open)
            .collect();
        beside.sort_unstable();
        beside.dedup();
        beside
    }

    /// Asks what there is to ask of two paragraphs, or remembers the answer.
    fn ask_both(
        &self,
        matching: &Matching,
        compared: &Compared,
        (pair, old, new): (Option<&Pair>, usize, usize),
        known: &mut Known<'_>,
        asked: &mut Vec<Question>,
    ) {
        let (splits, merges, free) = match (matching.new_of[old], matching.old_of[new]) {
            (Some(_), None) => (true, false, true),
            (None, Some(_)) => (false, true, true),
            (Some(_), Some(_)) if !matching.linked(old, new) => {
                (self.alone_new[new] < SURE, self.alone_old[old] < SURE, false)
            }
            _ => return,
        };
        let mut runs = None;
        for split in
            [(true, splits), (false, merges)].into_iter().filter(|(_, so)| *so).map(|(split, _)| split)
        {
            let state = self.state(split, old, new);
            let question = match known.find(split, old, new).filter(|asked| asked.state == state) {
                Some(known) => self.known_alone(known),
                None => {
                    let runs = runs.get_or_insert_with(|| self.runs(compared, pair, old, new));
                    self.ask(split, old, new, runs)
                }
            };
            asked.push(Question { free, ..question });
        }
    }

    /// The same question again, when only the piece's own partner has become more or less likely.
    fn known_alone(&self, known: &Question) -> Question {
        let alone = if known.split { self.alone_new[known.new] } else { self.alone_old[known.old] };
        let mut evidence = known.evidence;
        evidence[ALONE] = alone;
        Question { evidence, likelihood: likelihood(&evidence, &PIECE), ..*known }
    }

    fn state(&self, split: bool, old: usize, new: usize) -> u32 {
        if split { self.old[old].state } else { self.new[new].state }
    }

    fn ask(&self, split: bool, old: usize, new: usize, runs: &[(u32, u32)]) -> Question {
        let (one, other) = (self.profiles.of_old(old), self.profiles.of_new(new));
        let evidence = if split {
            let piece = Other { at: new, profile: other, runs: runs.iter().copied() };
            self.old[old].evidence(one, piece, self.alone_new[new])
        } else {
            let piece = Other { at: old, profile: one, runs: runs.iter().map(|&(old, new)| (new, old)) };
            self.new[new].evidence(other, piece, self.alone_old[old])
        };
        let state = self.state(split, old, new);
        Question { split, old, new, evidence, likelihood: likelihood(&evidence, &PIECE), free: true, state }
    }

    fn take(&mut self, old: usize, new: usize, runs: &[(u32, u32)]) {
        self.old_takes(old, new, runs);
        self.new_takes(old, new, runs);
    }

    fn old_takes(&mut self, old: usize, new: usize, runs: &[(u32, u32)]) {
        let (one, other) = (self.profiles.of_old(old), self.profiles.of_new(new));
        self.old[old].take(one, Other { at: new, profile: other, runs: runs.iter().copied() });
    }

    fn new_takes(&mut self, old: usize, new: usize, runs: &[(u32, u32)]) {
        let (one, other) = (self.profiles.of_old(old), self.profiles.of_new(new));
        let runs = runs.iter().map(|&(old, new)| (new, old));
        self.new[new].take(other, Other { at: old, profile: one, runs });
    }

    /// Where the runs begin that two paragraphs have in common.
    fn runs<'c>(
        &self,
        compared: &'c Compared,
        pair: Option<&Pair>,
        old: usize,
        new: usize,
    ) -> Cow<'c, [(u32, u32)]> {
        if let Some(pair) = pair {
            return Cow::Borrowed(compared.runs(pair));
        }
        let mut runs = Vec::new();
        let (one, other) = (self.profiles.of_old(old), self.profiles.of_new(new));
        common(&one.runs, &other.runs, |a, b| runs.push((a.1, b.1)));
        Cow::Owned(runs)
    }
}
