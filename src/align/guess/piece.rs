//! One paragraph without a partner, and one that has another: is it a piece of it?
//!
//! What a linked paragraph shares with its partners is explained. A piece must be found in what is
//! not: so halves find their whole, and a look-alike of something that lives on does not. Each
//! question costs no more than the piece is long, however long the whole.

use super::common::common;
use super::cover::Cover;
use super::likeness::share;
use super::model::OF_PIECE;
use super::profile::Profile;

/// A paragraph with partners, and which of its words they explain.
#[derive(Debug)]
pub(super) struct Whole<'p> {
    profile: &'p Profile,
    /// The paragraphs of the other side.
    others: &'p [Profile],
    explained: Vec<bool>,
    /// How often each word stands in what is not explained, sorted by word.
    free: Vec<(u32, u32)>,
    /// The weight, the sum of the places and the number of the explained words.
    weight: f32,
    places: f64,
    count: f64,
    /// Sorted; and how many letters they have.
    partners: Vec<usize>,
    letters: u32,
}

impl<'p> Whole<'p> {
    pub(super) fn new(profile: &'p Profile, others: &'p [Profile]) -> Whole<'p> {
        let (explained, free, partners) = (Vec::new(), Vec::new(), Vec::new());
        Whole { profile, others, explained, free, weight: 0.0, places: 0.0, count: 0.0, partners, letters: 0 }
    }

    /// Takes a partner: what it shares is explained from now on.
    pub(super) fn take(&mut self, at: usize) {
        if self.partners.is_empty() {
            self.begin();
        }
        let mut cover = Cover::default();
        common(&self.profile.runs, &self.others[at].runs, |own, _| cover.add(own.1));
        cover.words(self.profile.words.len(), |word| {
            if !std::mem::replace(&mut self.explained[word], true) {
                self.weight += self.profile.weights[word];
                self.places += word as f64;
                self.count += 1.0;
                if let Ok(found) = self.free.binary_search_by_key(&self.profile.words[word], |entry| entry.0)
                {
                    self.free[found].1 -= 1;
                }
            }
        });
        self.partners.insert(self.partners.partition_point(|&partner| partner < at), at);
        self.letters += self.others[at].letters;
    }

    /// Prepares for questions; only paragraphs with partners are asked.
    fn begin(&mut self) {
        self.explained = vec![false; self.profile.words.len()];
        let mut words = self.profile.words.clone();
        words.sort_unstable();
        self.free = words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
    }

    /// The measures that the model weighs, in its order, of the question whether the paragraph `at`
    /// of the other side is a piece. `alone` is how likely the piece's best partner of its own is.
    pub(super) fn evidence(&self, at: usize, alone: f32) -> [f32; OF_PIECE] {
        let (own, piece) = (self.profile, &self.others[at]);
        let found = self.find(piece);
        let left = (own.weight - self.weight).max(0.0);
        let explains = share(found.own_weight, left);
        let kept = share(found.weight, piece.weight);
        let beside = flag(self.near(at, 1));
        let edge = flag(self.at_edge(piece));
        let fits = |letters: u32| (letters as f32 / own.letters.max(1) as f32).max(0.05).ln().abs().min(2.0);
        let with = fits(self.letters.saturating_add(piece.letters));
        [
            1.0,
            share(found.letters, piece.letters as f32),
            share(self.loose_words(piece), piece.weight),
            beside,
            flag(self.near(at, 3)),
            found.letters.ln_1p(),
            (piece.letters as f32).ln_1p(),
            alone,
            kept,
            self.in_order(at, found.middle) * beside,
            with,
            fits(self.letters) - with,
            (kept * explains).sqrt(),
            edge * beside,
        ]
    }

    /// Finds the piece's runs in what is not explained yet.
    fn find(&self, piece: &Profile) -> Finding {
        let (mut in_own, mut in_piece) = (Cover::default(), Cover::default());
        common(&self.profile.runs, &piece.runs, |own, its| {
            let start = own.1 as usize;
            if !self.explained[start..self.explained.len().min(start + 3)].contains(&true) {
                in_own.add(own.1);
                in_piece.add(its.1);
            }
        });
        let mut finding = Finding::default();
        let (mut places, mut count) = (0.0, 0.0);
        in_own.words(self.profile.words.len(), |word| {
            finding.own_weight += self.profile.weights[word];
            places += word as f64;
            count += 1.0;
        });
        in_piece.words(piece.words.len(), |word| {
            finding.weight += piece.weights[word];
            finding.letters += f32::from(piece.sizes[word]);
        });
        finding.middle = (count > 0.0).then(|| places / count);
        finding
    }

    /// The weight of the piece's words that stand anywhere in what is not explained.
    fn loose_words(&self, piece: &Profile) -> f32 {
        let free = |word: &u32| {
            self.free.binary_search_by_key(word, |entry| entry.0).is_ok_and(|found| self.free[found].1 > 0)
        };
        piece.words.iter().zip(&piece.weights).filter(|(word, _)| free(word)).map(|(_, weight)| weight).sum()
    }

    /// Whether a partner stands at most so many steps away.
    fn near(&self, at: usize, steps: usize) -> bool {
        let next = self.partners.partition_point(|&partner| partner + steps < at);
        self.partners.get(next).is_some_and(|&partner| partner <= at + steps)
    }

    /// Whether the whole begins or ends with the very words of the piece, explained or not: a heading
    /// may repeat the words of what it heads.
    fn at_edge(&self, piece: &Profile) -> bool {
        self.profile.words.starts_with(&piece.words) || self.profile.words.ends_with(&piece.words)
    }

    /// Whether the piece's words stand on that side of the explained ones on which the piece stands
    /// of the partners: 1, or -1 if not, or 0 if that cannot be said.
    fn in_order(&self, at: usize, middle: Option<f64>) -> f32 {
        let after = self.partners.first().is_some_and(|&partner| partner < at);
        match middle {
            Some(middle) if self.count > 0.0 => {
                if (middle > self.places / self.count) == after {
                    1.0
                } else {
                    -1.0
                }
            }
            _ => 0.0,
        }
    }
}

/// What of a piece was found in the unexplained words of a whole.
#[derive(Debug, Default)]
struct Finding {
    own_weight: f32,
    weight: f32,
    letters: f32,
    middle: Option<f64>,
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
