//! What is compared of a paragraph: its words, its terms weighted by rarity, its runs of three words.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use super::common::Hashed;
use super::label::split_label;
use super::words::words;

type Map<K, V> = HashMap<K, V, BuildHasherDefault<FxHasher>>;

/// One paragraph as the guess sees it.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// The words in order, as numbers of the lexicon.
    pub(super) words: Vec<u32>,
    /// How many letters each word has.
    pub(super) sizes: Vec<u8>,
    /// How much each word weighs: its rarity.
    pub(super) weights: Vec<f32>,
    pub(super) weight: f32,
    /// The term that each word makes, alone or with the one before.
    term_of: Vec<u32>,
    /// The distinct terms with their weight, sorted by number.
    pub(super) terms: Vec<(u32, f32)>,
    /// The runs of three words with the place of their first, sorted by key.
    pub(super) runs: Vec<(Hashed, u32)>,
    /// The sum of the weights, and the square root of the sum of their squares.
    pub(super) mass: f32,
    pub(super) norm: f32,
    /// All letters and digits.
    pub(super) letters: u32,
}

/// The paragraphs of both versions, measured with one lexicon.
#[derive(Debug)]
pub(super) struct Profiles {
    pub(super) old: Vec<Profile>,
    pub(super) new: Vec<Profile>,
    /// In how many paragraphs of both versions each term stands.
    pub(super) spread: Vec<u32>,
}

#[derive(Default)]
struct Lexicon {
    words: Map<Box<str>, u32>,
    pairs: Map<(u32, u32), u32>,
    spread: Vec<u32>,
}

impl Profiles {
    /// Measures the paragraphs of both versions, without their printed labels.
    pub(super) fn read(old: &[&str], new: &[&str]) -> Profiles {
        let mut lexicon = Lexicon::default();
        let mut old: Vec<Profile> = old.iter().map(|text| lexicon.read(text)).collect();
        let mut new: Vec<Profile> = new.iter().map(|text| lexicon.read(text)).collect();
        let all = (old.len() + new.len()) as f32;
        let rarity: Vec<f32> =
            lexicon.spread.iter().map(|&spread| (1.0 + all / spread.max(1) as f32).ln() - 0.55).collect();
        for profile in old.iter_mut().chain(new.iter_mut()) {
            profile.weigh(&rarity);
        }
        Profiles { old, new, spread: lexicon.spread }
    }
}

impl Lexicon {
    /// Reads one paragraph; the weight of a term is, for now, how often it stands there.
    fn read(&mut self, text: &str) -> Profile {
        let (_, text) = split_label(text);
        let mut profile = Profile::default();
        let mut terms: Vec<u32> = Vec::new();
        let mut previous = None;
        words(text, |word, unspaced| {
            let id = self.word(word);
            let size = word.chars().count().min(255) as u8;
            profile.words.push(id);
            profile.sizes.push(size);
            profile.letters += u32::from(size);
            let term = match previous {
                // A pair of characters stands for a word of the dictionary.
                Some(before) if unspaced => self.pair(before, id),
                _ => id,
            };
            profile.term_of.push(term);
            if !unspaced || previous.is_some() {
                terms.push(term);
            }
            previous = unspaced.then_some(id);
        });
        if terms.is_empty() {
            terms.extend(&profile.words);
        }
        terms.sort_unstable();
        for id in terms {
            match profile.terms.last_mut() {
                Some((last, times)) if *last == id => *times += 1.0,
                _ => {
                    self.spread[id as usize] += 1;
                    profile.terms.push((id, 1.0));
                }
            }
        }
        profile.runs = runs(&profile.words);
        profile
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.words.get(word) {
            return id;
        }
        let id = self.spread.len() as u32;
        self.words.insert(word.into(), id);
        self.spread.push(0);
        id
    }

    fn pair(&mut self, first: u32, second: u32) -> u32 {
        let next = self.spread.len() as u32;
        let id = *self.pairs.entry((first, second)).or_insert(next);
        if id == next {
            self.spread.push(0);
        }
        id
    }
}

impl Profile {
    /// Turns counts into weights: rare terms weigh more, a repeated term a little more.
    fn weigh(&mut self, rarity: &[f32]) {
        for (id, weight) in &mut self.terms {
            *weight = (1.0 + weight.ln()) * rarity[*id as usize];
            self.mass += *weight;
            self.norm += *weight * *weight;
        }
        self.norm = self.norm.sqrt();
        // The first character of a stretch makes no term of its own and weighs little.
        let weight = |&term: &u32| {
            if self.terms.binary_search_by_key(&term, |entry| entry.0).is_ok() {
                rarity[term as usize]
            } else {
                0.7
            }
        };
        self.weights = std::mem::take(&mut self.term_of).iter().map(weight).collect();
        self.weight = self.weights.iter().sum();
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
