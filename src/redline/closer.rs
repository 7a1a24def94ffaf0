//! A closer look at one change: the words that stand on both sides of it, however few they are.
//!
//! A reader is shown no island of one word between two changes; for finding a place it is good enough.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::redline::small_words::small;
use crate::redline::units::digest;
use crate::text::{Span, unspaced};

/// A word of a change, without its case; where a script writes no spaces, one character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    digest: u64,
    /// How much its being kept says.
    pub(super) weight: f32,
}

/// What a word that says something weighs, one that says little, and one character.
const SAYING: f32 = 1.0;
const LITTLE: f32 = 0.2;
const CHARACTER: f32 = 0.4;
/// What a run of kept words costs that touches nothing else kept.
const APART: f32 = 0.5;
/// Changes with more pairs of words than this are compared more plainly.
const MANY: usize = 1 << 18;

/// Cuts a text into words, offsets counted from `base`.
pub(super) fn words(text: &str, base: usize) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut begun: Option<usize> = None;
    let letter = |c: char| c.is_alphanumeric() || joins(c);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let alone = unspaced(c);
        if let Some(start) = begun.filter(|_| alone || !letter(c)) {
            let weight = if small(&text[start..at]) { LITTLE } else { SAYING };
            words.push(Word { start: base + start, end: base + at, digest: digest(&folded), weight });
            begun = None;
        }
        if alone && c.is_alphanumeric() {
            let letters = &text[at..at + c.len_utf8()];
            let weight = if small(letters) { LITTLE } else { CHARACTER };
            words.push(Word {
                start: base + at,
                end: base + at + c.len_utf8(),
                digest: digest(letters),
                weight,
            });
        } else if letter(c) {
            if begun.is_none() {
                begun = Some(at);
                folded.clear();
            }
            folded.extend(c.to_lowercase());
        }
    }
    words
}

/// Marks that stand inside a word: vowel signs and other combining signs.
fn joins(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0900}'..='\u{0DFF}' | '\u{200C}' | '\u{200D}')
        && !matches!(c, '\u{0964}' | '\u{0965}')
}

/// The words kept inside one change, in order on both sides.
///
/// `touching` says whether something is kept right before the change, and right after it.
pub(super) fn closer(before: &str, gone: &Span, after: &str, come: &Span) -> Vec<(Span, Span)> {
    let touching = (gone.start > 0 && come.start > 0, gone.end < before.len() && come.end < after.len());
    let (old, new) = (words(&before[gone.clone()], gone.start), words(&after[come.clone()], come.start));
    let pairs = if old.len().saturating_mul(new.len()) > MANY {
        plain(&old, &new)
    } else {
        weighed(&old, &new, touching)
    };
    pairs.into_iter().map(|(i, j)| (old[i].start..old[i].end, new[j].start..new[j].end)).collect()
}

/// The pairs that say most, a run of them more than the same words strewn about. A run that goes on from what is kept
/// before the change, or leads to what is kept after it, costs nothing.
fn weighed(old: &[Word], new: &[Word], touching: (bool, bool)) -> Vec<(usize, usize)> {
    const NEVER: f32 = f32::MIN;
    let wide = new.len() + 1;
    // The best of the words before a corner; and the best that ends with the pair at the corner.
    let mut best = vec![0.0_f32; (old.len() + 1) * wide];
    let mut run = vec![NEVER; best.len()];
    if touching.0 {
        run[0] = 0.0;
    }
    for i in 1..=old.len() {
        for j in 1..=new.len() {
            let at = i * wide + j;
            if old[i - 1].digest == new[j - 1].digest {
                let corner = at - wide - 1;
                run[at] = run[corner].max(best[corner] - APART) + old[i - 1].weight;
            }
            best[at] = run[at].max(best[at - 1]).max(best[at - wide]);
        }
    }
    let (mut i, mut j) = (old.len(), new.len());
    let mut running = touching.1 && run[best.len() - 1] + APART > best[best.len() - 1];
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let at = i * wide + j;
        // Of equal choices the earliest in the later text is taken: what is added is mostly added after.
        if !running && best[at - 1] >= best[at] {
            j -= 1;
        } else if !running && best[at - wide] >= best[at] {
            i -= 1;
        } else {
            (i, j) = (i - 1, j - 1);
            pairs.push((i, j));
            let corner = at - wide - 1;
            running = run[corner] > NEVER && run[corner] >= best[corner] - APART;
        }
    }
    pairs.reverse();
    pairs
}

fn plain(old: &[Word], new: &[Word]) -> Vec<(usize, usize)> {
    let digests = |words: &[Word]| words.iter().map(|word| word.digest).collect::<Vec<_>>();
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Histogram, &digests(old), &digests(new)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            pairs.extend((0..len).map(|step| (old_index + step, new_index + step)));
        }
    }
    pairs
}

/// Where a run of words stands in others, if it stands there once.
pub(super) fn once(phrase: &[Word], words: &[Word]) -> Option<usize> {
    let same = |window: &[Word]| window.iter().zip(phrase).all(|(a, b)| a.digest == b.digest);
    let mut found =
        words.windows(phrase.len()).enumerate().filter(|(_, window)| same(window)).map(|(at, _)| at);
    found.next().filter(|_| found.next().is_none())
}
