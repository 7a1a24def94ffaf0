//! The words of both versions, numbered as they are met.

use std::collections::HashMap;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::label::split_label;
use super::profile::Profile;
use super::words::{stem, words};

/// The stem of what is no word.
const NONE: u32 = u32::MAX;

type Map<K, V> = HashMap<K, V, FxBuildHasher>;

/// Numbers words, pairs of characters, and texts by their words.
#[derive(Default)]
pub(super) struct Lexicon<'t> {
    words: Map<Box<str>, u32>,
    pairs: Map<(u32, u32), u32>,
    stems: Map<Box<str>, u32>,
    /// What texts were read before, as they stood and by their words' hash.
    texts: Map<&'t str, u32>,
    kinds: Map<u64, u32>,
    /// One profile for all paragraphs with the same words.
    pub(super) profiles: Vec<Profile>,
    /// In how many paragraphs each term stands.
    pub(super) spread: Vec<u32>,
    /// Which stem each word has; a pair of characters has none of its own.
    pub(super) stem_of: Vec<u32>,
    terms: Vec<u32>,
}

impl<'t> Lexicon<'t> {
    /// Reads a paragraph without its printed label; says which profile is its own.
    pub(super) fn read(&mut self, text: &'t str) -> u32 {
        let (_, text) = split_label(text);
        if let Some(&known) = self.texts.get(text) {
            return self.again(known);
        }
        let profile = self.profile(text);
        let next = self.profiles.len() as u32;
        let known = *self.kinds.entry(FxBuildHasher.hash_one(&profile.words)).or_insert(next);
        let same = self.profiles.get(known as usize).is_some_and(|other| other.words == profile.words);
        let kind = if same { known } else { next };
        if !same {
            self.profiles.push(profile);
        }
        self.again(kind);
        self.texts.insert(text, kind);
        kind
    }

    /// Counts a paragraph.
    fn again(&mut self, known: u32) -> u32 {
        for &(term, _) in &self.profiles[known as usize].terms {
            self.spread[term as usize] += 1;
        }
        known
    }

    /// Reads the words; the weight of a term is, for now, how often it stands there.
    fn profile(&mut self, text: &str) -> Profile {
        // About as many words as a text of this length has.
        let words_about = text.len() / 6 + 1;
        let mut profile = Profile {
            words: Vec::with_capacity(words_about),
            sizes: Vec::with_capacity(words_about),
            ..Profile::default()
        };
        let mut unspaced_terms = false;
        let mut terms = std::mem::take(&mut self.terms);
        let mut previous = None;
        words(text, |word, unspaced| {
            let id = self.word(word);
            let size = if word.is_ascii() { word.len() } else { word.chars().count() }.min(255) as u8;
            profile.words.push(id);
            profile.sizes.push(size);
            profile.letters += u32::from(size);
            let term = match previous {
                // A pair of characters stands for a word of the dictionary.
                Some(before) if unspaced => self.pair(before, id),
                _ => id,
            };
            if unspaced && !unspaced_terms {
                unspaced_terms = true;
                profile.term_of.extend_from_slice(&profile.words[..profile.words.len() - 1]);
            }
            if unspaced_terms {
                profile.term_of.push(term);
            }
            if !unspaced || previous.is_some() {
                terms.push(term);
            }
            previous = unspaced.then_some(id);
        });
        if terms.is_empty() {
            terms.extend(&profile.words);
        }
        terms.sort_unstable();
        let same = terms.chunk_by(|a, b| a == b);
        profile.terms.reserve(terms.len());
        profile.terms.extend(same.map(|same| (same[0], same.len() as f32)));
        terms.clear();
        self.terms = terms;
        profile
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.words.get(word) {
            return id;
        }
        let id = self.spread.len() as u32;
        self.words.insert(word.into(), id);
        self.spread.push(0);
        let stem = self.stem(word);
        self.stem_of.push(stem);
        id
    }

    fn stem(&mut self, word: &str) -> u32 {
        let stem = stem(word);
        if let Some(&id) = self.stems.get(stem) {
            return id;
        }
        let id = self.stems.len() as u32;
        self.stems.insert(stem.into(), id);
        id
    }

    fn pair(&mut self, first: u32, second: u32) -> u32 {
        let next = self.spread.len() as u32;
        let id = *self.pairs.entry((first, second)).or_insert(next);
        if id == next {
            self.spread.push(0);
            self.stem_of.push(NONE);
        }
        id
    }
}
