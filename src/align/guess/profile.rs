//! What is compared of a paragraph: its words, its terms weighted by rarity, its runs of three words.

use super::common::Hashed;
use super::lexicon::Lexicon;
use super::matching::Matching;

/// One paragraph as the guess sees it; all with the same words have one profile.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// The words in order, as numbers of the lexicon.
    pub(super) words: Vec<u32>,
    /// How many letters each word has.
    pub(super) sizes: Vec<u8>,
    /// The term that each word makes, alone or with the one before; empty where each is its own.
    pub(super) term_of: Vec<u32>,
    /// The distinct terms with their weight, sorted by number.
    pub(super) terms: Vec<(u32, f32)>,
    /// The sum of the weights, and the square root of the sum of their squares.
    pub(super) mass: f32,
    pub(super) norm: f32,
    /// All letters and digits.
    pub(super) letters: u32,
    /// How much each word weighs: its rarity. This and what follows is measured only where it is asked for.
    pub(super) weights: Vec<f32>,
    pub(super) weight: f32,
    pub(super) log_letters: f32,
    /// The stems of its words, and how often each stands there, sorted by number.
    pub(super) stems: Vec<(u32, u32)>,
    /// The runs of three words with the place of their first, sorted by key.
    pub(super) runs: Vec<(Hashed, u32)>,
}

/// The paragraphs of both versions, measured with one lexicon.
#[derive(Debug)]
pub(super) struct Profiles {
    profiles: Vec<Profile>,
    /// Which profile each paragraph has: the same number, the same words.
    pub(super) old: Vec<u32>,
    pub(super) new: Vec<u32>,
    /// In how many paragraphs of both versions each term stands.
    pub(super) spread: Vec<u32>,
    rarity: Vec<f32>,
    stem_of: Vec<u32>,
}

impl Profiles {
    /// Measures the paragraphs of both versions, without their printed labels.
    pub(super) fn read(old: &[&str], new: &[&str]) -> Profiles {
        let mut lexicon = Lexicon::default();
        let old: Vec<u32> = old.iter().map(|text| lexicon.read(text)).collect();
        let new: Vec<u32> = new.iter().map(|text| lexicon.read(text)).collect();
        let all = (old.len() + new.len()) as f32;
        let Lexicon { mut profiles, spread, stem_of, .. } = lexicon;
        let rarity: Vec<f32> =
            spread.iter().map(|&spread| (1.0 + all / spread.max(1) as f32).ln() - 0.55).collect();
        profiles.iter_mut().for_each(|profile| profile.weigh(&rarity));
        Profiles { profiles, old, new, spread, rarity, stem_of }
    }

    /// Measures what is asked only of paragraphs that are still free.
    pub(super) fn measure_free(&mut self, settled: &Matching) {
        let sides = [(&self.old, &settled.new_of), (&self.new, &settled.old_of)];
        for (kinds, links) in sides {
            for (&kind, _) in kinds.iter().zip(links).filter(|(_, link)| link.is_none()) {
                self.profiles[kind as usize].measure(&self.rarity, &self.stem_of);
            }
        }
    }

    pub(super) fn of_old(&self, at: usize) -> &Profile {
        &self.profiles[self.old[at] as usize]
    }

    pub(super) fn of_new(&self, at: usize) -> &Profile {
        &self.profiles[self.new[at] as usize]
    }

    /// One of either side by its number.
    pub(super) fn kind(&self, kind: u32) -> &Profile {
        &self.profiles[kind as usize]
    }

    /// How many kinds of paragraphs there are.
    pub(super) fn kinds(&self) -> usize {
        self.profiles.len()
    }
}

impl Profile {
    /// Turns counts into weights: rare terms weigh more, a repeated term a little more.
    fn weigh(&mut self, rarity: &[f32]) {
        for (id, weight) in &mut self.terms {
            let times = if *weight > 1.0 { 1.0 + weight.ln() } else { 1.0 };
            *weight = times * rarity[*id as usize];
            self.mass += *weight;
            self.norm += *weight * *weight;
        }
        self.norm = self.norm.sqrt();
    }

    /// Measures words, stems and runs, once.
    fn measure(&mut self, rarity: &[f32], stem_of: &[u32]) {
        if !self.weights.is_empty() {
            return;
        }
        self.weights = if self.term_of.is_empty() {
            // Each word is its own term.
            self.words.iter().map(|&word| rarity[word as usize]).collect()
        } else {
            // The first character of a stretch makes no term of its own and weighs little.
            let is_term = |term: &u32| self.terms.binary_search_by_key(term, |entry| entry.0).is_ok();
            let weight = |term: &u32| if is_term(term) { rarity[*term as usize] } else { 0.7 };
            self.term_of.iter().map(weight).collect()
        };
        self.weight = self.weights.iter().sum();
        self.log_letters = (self.letters as f32).ln_1p();
        let mut stems: Vec<u32> = self.words.iter().map(|&word| stem_of[word as usize]).collect();
        stems.sort_unstable();
        self.stems = stems.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        self.runs = runs(&self.words);
    }
}

/// The runs of three words; a text of one or two words is one run.
fn runs(words: &[u32]) -> Vec<(Hashed, u32)> {
    let key = |run: &[u32]| {
        let mix = |key: u64, &word: &u32| {
            (key.rotate_left(21) ^ u64::from(word).wrapping_add(1)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        };
        Hashed((run.iter().fold(run.len() as u64, mix) >> 32) as u32)
    };
    let mut runs: Vec<(Hashed, u32)> = match words.len() {
        0 => Vec::new(),
        1 | 2 => vec![(key(words), 0)],
        _ => words.windows(3).enumerate().map(|(at, run)| (key(run), at as u32)).collect(),
    };
    runs.sort_unstable();
    runs
}
