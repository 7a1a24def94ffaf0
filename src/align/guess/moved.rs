//! Which pairings changed their place.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::label::split_label;
use super::supposed::Supposed;
use crate::align::order::{HEADING, out_of_order};
use crate::text::{alphanumeric, squeezed, unspaced};

/// The least weight with which a paragraph holds its place for others.
const FRAME: usize = 5;

/// What each old paragraph weighs.
#[derive(Clone, Copy)]
pub(super) struct Weights<'w> {
    pub(super) texts: &'w [&'w str],
    pub(super) is_heading: &'w dyn Fn(usize) -> bool,
}

impl Weights<'_> {
    /// Nobody counts beyond `most`.
    fn of(self, old: usize, most: usize) -> usize {
        if (self.is_heading)(old) { HEADING.min(most) } else { weight(self.texts[old], most) }
    }
}

/// Marks what moved. Paragraphs that stayed the same and are the only ones of their kind make a frame, all but the
/// lightest of them that left the order; the others are measured against it, and then against each other.
pub(super) fn mark_moved(pairings: &mut [Supposed], old: Weights<'_>, new: &[&str]) {
    let mut linked: Vec<usize> = (0..pairings.len())
        .filter(|&at| !pairings[at].before.is_empty() && !pairings[at].after.is_empty())
        .collect();
    linked.sort_by_key(|&at| (pairings[at].before[0], pairings[at].after[0]));
    let (frame, rest) = framed(&linked, pairings, old, new);
    let gone = strayed(&frame, pairings, old);
    let mut left = gone.iter().copied().peekable();
    // What is gone is in the order of the frame.
    let stays: Vec<usize> = frame.iter().copied().filter(|at| left.next_if_eq(at).is_none()).collect();
    // What crosses the frame has moved; of what does not, the heaviest run stays.
    let (across, within): (Vec<usize>, Vec<usize>) =
        rest.into_iter().partition(|&at| crosses(at, &stays, pairings));
    let strayed_within = strayed(&within, pairings, old);
    for at in gone.into_iter().chain(across).chain(strayed_within) {
        pairings[at].moved = true;
    }
}

/// Parts what makes the frame from the rest, in the order given.
fn framed(
    linked: &[usize],
    pairings: &[Supposed],
    old: Weights<'_>,
    new: &[&str],
) -> (Vec<usize>, Vec<usize>) {
    let mut plain = Plain::default();
    let olds: Vec<usize> = old.texts.iter().map(|text| plain.number(text)).collect();
    let news: Vec<usize> = new.iter().map(|text| plain.number(text)).collect();
    let counted = |numbers: &[usize]| {
        let mut count = vec![0_usize; plain.by_wording.len()];
        numbers.iter().for_each(|&number| count[number] += 1);
        count
    };
    let (in_old, in_new) = (counted(&olds), counted(&news));
    linked.iter().partition(|&&at| match (pairings[at].before.as_slice(), pairings[at].after.as_slice()) {
        ([from], [to]) => {
            let same = olds[*from];
            same == news[*to] && in_old[same] == 1 && in_new[same] == 1 && old.of(*from, FRAME) == FRAME
        }
        _ => false,
    })
}

/// Numbers texts by their wording: without printed number, capitals and runs of white space.
#[derive(Default)]
struct Plain<'t> {
    by_text: HashMap<&'t str, usize, FxBuildHasher>,
    by_wording: HashMap<String, usize, FxBuildHasher>,
    wording: String,
}

impl<'t> Plain<'t> {
    fn number(&mut self, text: &'t str) -> usize {
        if let Some(&known) = self.by_text.get(text) {
            return known;
        }
        self.read(split_label(text).1);
        let next = self.by_wording.len();
        let number = match self.by_wording.get(&self.wording) {
            Some(&known) => known,
            None => *self.by_wording.entry(self.wording.clone()).or_insert(next),
        };
        self.by_text.insert(text, number);
        number
    }

    fn read(&mut self, text: &str) {
        self.wording.clear();
        if text.is_ascii() {
            self.wording.push_str(text);
            if !is_squeezed(text) {
                self.wording = squeezed(text);
            }
            self.wording.make_ascii_lowercase();
        } else {
            self.wording = squeezed(text).to_lowercase();
        }
    }
}

/// Whether a text of ASCII characters is as [`squeezed`] leaves it: one space between words, and nothing else beside them.
fn is_squeezed(text: &str) -> bool {
    let mut space = true;
    let fits = |byte: u8| {
        let after = std::mem::replace(&mut space, byte == b' ');
        !(space && after || matches!(byte, b'\t'..=b'\r'))
    };
    text.bytes().all(fits) && !space
}

/// The lightest pairings whose removal leaves the others in order.
fn strayed(some: &[usize], pairings: &[Supposed], old: Weights<'_>) -> Vec<usize> {
    let whole = |from: &usize| old.of(*from, usize::MAX);
    let place = |at: &usize| (pairings[*at].after[0], pairings[*at].before.iter().map(whole).sum());
    let places: Vec<(usize, usize)> = some.iter().map(place).collect();
    out_of_order(&places).into_iter().zip(some).filter(|(moved, _)| *moved).map(|(_, at)| *at).collect()
}

/// Whether a pairing stands before a part of the frame on one side and after it on the other. The frame is in order
/// on both sides, so its nearest parts decide.
fn crosses(at: usize, stays: &[usize], pairings: &[Supposed]) -> bool {
    let (from, to) = (pairings[at].before[0], pairings[at].after[0]);
    let next = stays.partition_point(|&fixed| pairings[fixed].before[0] < from);
    let after_last = next.checked_sub(1).is_none_or(|last| pairings[stays[last]].after[0] < to);
    let before_next = stays.get(next).is_none_or(|&fixed| to < pairings[fixed].after[0]);
    !(after_last && before_next)
}

/// How much a text holds: words and marks, characters where a script does not part words. Nobody counts beyond `most`.
fn weight(text: &str, most: usize) -> usize {
    let mut within = false;
    if text.is_ascii() {
        let counts = |byte: &u8| {
            let letter = byte.is_ascii_alphanumeric() || *byte == b'_';
            let goes_on = letter && within;
            within = letter;
            // White space as Unicode has it.
            !(goes_on || matches!(byte, b' ' | b'\t'..=b'\r'))
        };
        return text.bytes().filter(counts).take(most).count();
    }
    let counts = |c: &char| {
        let letter = (alphanumeric(*c) || *c == '_') && !unspaced(*c);
        let goes_on = letter && within;
        within = letter;
        !(goes_on || c.is_whitespace())
    };
    text.chars().filter(counts).take(most).count()
}
