//! One paragraph without a partner, and one that has another: is it a piece of it?
//!
//! What a linked paragraph shares with its partners is explained. A piece must be found in what is
//! not: so halves find their whole, and a look-alike of something that lives on does not.

use super::likeness::{common, cover, share};
use super::model::OF_PIECE;
use super::profile::Profile;

/// A paragraph with partners, and which of its words they explain.
#[derive(Debug, Clone)]
pub(super) struct Whole<'p> {
    profile: &'p Profile,
    /// The paragraphs of the other side.
    others: &'p [Profile],
    explained: Vec<bool>,
    partners: Vec<usize>,
}

impl<'p> Whole<'p> {
    pub(super) fn new(profile: &'p Profile, others: &'p [Profile]) -> Whole<'p> {
        Whole { profile, others, explained: Vec::new(), partners: Vec::new() }
    }

    /// Takes a partner: what it shares is explained from now on.
    pub(super) fn take(&mut self, at: usize) {
        self.explained.resize(self.profile.words.len(), false);
        common(&self.profile.runs, &self.others[at].runs, |own, _| cover(&mut self.explained, own.1));
        self.partners.push(at);
    }

    /// The measures that the model weighs, in its order, of the question whether the paragraph `at`
    /// of the other side is a piece. `alone` is how likely the piece's best partner of its own is.
    pub(super) fn evidence(&self, at: usize, alone: f32) -> [f32; OF_PIECE] {
        let (own, piece) = (self.profile, &self.others[at]);
        let (in_own, in_piece) = self.unexplained_runs(piece);
        let all: f32 = own.weights.iter().sum();
        let left = weight(own, &self.explained, false);
        let weighs: f32 = piece.weights.iter().sum();
        let kept = share(weight(piece, &in_piece, true), weighs);
        let explains = share(weight(own, &in_own, true), left);
        let letters = marked(&in_piece, &piece.sizes).map(f32::from).sum::<f32>();
        let kept_letters = share(letters, piece.letters as f32);
        let near = |steps| flag(self.partners.iter().any(|partner| partner.abs_diff(at) <= steps));
        let (beside, edge) = (near(1), flag(self.at_edge(piece)));
        let partners: u32 = self.partners.iter().map(|&partner| self.others[partner].letters).sum();
        let fits = |letters: u32| (letters as f32 / own.letters.max(1) as f32).max(0.05).ln().abs().min(2.0);
        let with = fits(partners + piece.letters);
        [
            1.0,
            kept_letters,
            share(self.loose_words(piece), weighs),
            beside,
            near(3),
            edge,
            edge * beside,
            explains,
            letters.ln_1p(),
            (piece.letters as f32).ln_1p(),
            kept_letters * beside,
            explains * beside,
            alone,
            kept,
            self.in_order(at, &in_own) * beside,
            with,
            fits(partners) - with,
            1.0 - share(left, all),
            (share(left, all) * explains).sqrt(),
            (kept * explains).sqrt(),
        ]
    }

    /// The words of runs that both have and that nothing explains yet.
    fn unexplained_runs(&self, piece: &Profile) -> (Vec<bool>, Vec<bool>) {
        let own = self.profile;
        let (mut in_own, mut in_piece) = (vec![false; own.words.len()], vec![false; piece.words.len()]);
        common(&own.runs, &piece.runs, |a, b| {
            let at = a.1 as usize;
            if !self.explained[at..self.explained.len().min(at + 3)].contains(&true) {
                cover(&mut in_own, a.1);
                cover(&mut in_piece, b.1);
            }
        });
        (in_own, in_piece)
    }

    /// The weight of the piece's words that stand anywhere in what is not explained.
    fn loose_words(&self, piece: &Profile) -> f32 {
        let free = self.profile.words.iter().zip(&self.explained).filter(|(_, explained)| !**explained);
        let mut words: Vec<u32> = free.map(|(&word, _)| word).collect();
        words.sort_unstable();
        let found =
            piece.words.iter().zip(&piece.weights).filter(|(word, _)| words.binary_search(word).is_ok());
        found.map(|(_, weight)| weight).sum()
    }

    /// Whether the whole begins or ends with the very words of the piece, still unexplained.
    fn at_edge(&self, piece: &Profile) -> bool {
        let (own, size) = (&self.profile.words, piece.words.len());
        let Some(tail) = own.len().checked_sub(size) else { return false };
        let free = |from: usize, to: usize| !self.explained[from..to].contains(&true);
        (own[..size] == piece.words[..] && free(0, size))
            || (own[tail..] == piece.words[..] && free(tail, own.len()))
    }

    /// Whether the piece's words stand on that side of the explained ones on which the piece stands
    /// of the partners: 1, or -1 if not, or 0 if that cannot be said.
    fn in_order(&self, at: usize, in_own: &[bool]) -> f32 {
        let after = self.partners.iter().any(|&partner| partner < at);
        match (middle(in_own), middle(&self.explained)) {
            (Some(own), Some(explained)) if (own > explained) == after => 1.0,
            (Some(_), Some(_)) => -1.0,
            _ => 0.0,
        }
    }
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

fn marked<'m, T: Copy>(mask: &'m [bool], values: &'m [T]) -> impl Iterator<Item = T> + 'm {
    mask.iter().zip(values).filter(|(marked, _)| **marked).map(|(_, &value)| value)
}

fn weight(profile: &Profile, mask: &[bool], of: bool) -> f32 {
    mask.iter().zip(&profile.weights).filter(|(marked, _)| **marked == of).map(|(_, weight)| weight).sum()
}

/// The mean place of the marked words.
fn middle(mask: &[bool]) -> Option<f32> {
    let places = mask.iter().enumerate().filter(|(_, marked)| **marked).map(|(at, _)| at as f64);
    let (sum, count) = places.fold((0.0, 0.0), |(sum, count), at| (sum + at, count + 1.0));
    (count > 0.0).then(|| (sum / count) as f32)
}
