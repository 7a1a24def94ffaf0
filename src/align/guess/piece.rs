//! One paragraph without a partner, and one that has another: is it a piece of it?
//!
//! What a linked paragraph shares with its partners is explained. A piece must be found in what is
//! not: so halves find their whole, and a look-alike of something that lives on does not. Each
//! question costs no more than the piece is long, however long the whole.

use super::cover::Cover;
use super::likeness::share;
use super::model::OF_PIECE;
use super::profile::Profile;

/// Where the evidence holds how likely the piece has a partner of its own.
pub(super) const ALONE: usize = 7;

/// A paragraph with partners, and which of its words they explain.
#[derive(Debug, Default)]
pub(super) struct Whole {
    explained: Vec<bool>,
    /// How often each word stands in what is not explained, sorted by word.
    free: Vec<(u32, u32)>,
    /// The weight, the sum of the places and the number of the explained words.
    weight: f32,
    places: f64,
    count: f64,
    /// Sorted; and how many letters they have.
    pub(super) partners: Vec<usize>,
    letters: u32,
    /// How well their length fits.
    fit: f32,
    /// Which state of it this is: it changes with every partner.
    pub(super) state: u32,
}

/// What a paragraph may be a piece of or have as a piece: where it stands, and what it says.
#[derive(Clone, Copy)]
pub(super) struct Other<'p, R> {
    pub(super) at: usize,
    pub(super) profile: &'p Profile,
    /// Where the runs begin that both have, in the whole and in this one.
    pub(super) runs: R,
}

impl Whole {
    /// Forgets all partners.
    pub(super) fn forget(&mut self) {
        *self = Whole { state: self.state + 1, ..Whole::default() };
    }

    /// Takes a partner: what `own` shares with it is explained from now on.
    pub(super) fn take(&mut self, own: &Profile, partner: Other<'_, impl Iterator<Item = (u32, u32)>>) {
        let first = self.partners.is_empty();
        if first {
            self.explained = vec![false; own.words.len()];
        }
        let mut cover = Cover::default();
        partner.runs.for_each(|(start, _)| cover.add(start));
        cover.words(own.words.len(), |word| {
            if !std::mem::replace(&mut self.explained[word], true) {
                self.weight += own.weights[word];
                self.places += word as f64;
                self.count += 1.0;
                let known = self.free.binary_search_by_key(&own.words[word], |entry| entry.0);
                if let Ok(at) = known {
                    self.free[at].1 -= 1;
                }
            }
        });
        if first {
            let free = own.words.iter().zip(&self.explained).filter(|(_, explained)| !**explained);
            let mut free: Vec<u32> = free.map(|(&word, _)| word).collect();
            free.sort_unstable();
            self.free = free.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        }
        self.partners.insert(self.partners.partition_point(|&other| other < partner.at), partner.at);
        self.letters += partner.profile.letters;
        self.fit = fit(self.letters, own.letters);
        self.state += 1;
    }

    /// The measures that the model weighs, in its order, of the question whether another is a piece of `own`.
    /// `alone` is how likely the piece's best partner of its own is.
    pub(super) fn evidence(
        &self,
        own: &Profile,
        piece: Other<'_, impl Iterator<Item = (u32, u32)>>,
        alone: f32,
    ) -> [f32; OF_PIECE] {
        let Other { at, profile, runs } = piece;
        let found = self.find(own, profile, runs);
        let explains = share(found.own_weight, (own.weight - self.weight).max(0.0));
        let kept = share(found.weight, profile.weight);
        let near = self.near(at, 1);
        let beside = flag(near);
        let with = fit(self.letters.saturating_add(profile.letters), own.letters);
        [
            1.0,
            share(found.letters, profile.letters as f32),
            share(self.loose_words(profile), profile.weight),
            beside,
            flag(self.near(at, 3)),
            found.letters.ln_1p(),
            profile.log_letters,
            alone,
            kept,
            self.in_order(at, found.middle) * beside,
            with,
            self.fit - with,
            (kept * explains).sqrt(),
            flag(near && at_edge(own, profile)),
        ]
    }

    /// Finds the piece's runs in what is not explained yet.
    fn find(&self, own: &Profile, piece: &Profile, runs: impl Iterator<Item = (u32, u32)>) -> Finding {
        let (mut in_own, mut in_piece) = (Cover::default(), Cover::default());
        for (its_own, its) in runs {
            let start = its_own as usize;
            if !self.explained[start..self.explained.len().min(start + 3)].contains(&true) {
                in_own.add(its_own);
                in_piece.add(its);
            }
        }
        let mut finding = Finding::default();
        let (mut places, mut count) = (0.0, 0.0);
        in_own.words(own.words.len(), |word| {
            finding.own_weight += own.weights[word];
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

/// Whether the whole begins or ends with the very words of the piece, explained or not: a heading
/// may repeat the words of what it heads.
fn at_edge(own: &Profile, piece: &Profile) -> bool {
    own.words.starts_with(&piece.words) || own.words.ends_with(&piece.words)
}

/// How far the length of some parts is from that of their whole, whichever is longer.
fn fit(parts: u32, whole: u32) -> f32 {
    (parts as f32 / whole.max(1) as f32).max(0.05).ln().abs().min(2.0)
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
