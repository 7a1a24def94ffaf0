//! Align and redline at 100, 1,000 and 10,000 paragraphs: `cargo bench`.
//!
//! The text is made: sentences of legal words in an order that depends on the paragraph alone. A third of the
//! paragraphs are reworded, every tenth is moved, every twentieth is new.
#![allow(missing_docs)]

use divan::Bencher;
use travaux::align::guess::{guess, supposed};
use travaux::redline::Redline;
use travaux::text::Terms;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

const WORDS: [&str; 48] = [
    "States",
    "parties",
    "conflict",
    "armed",
    "should",
    "must",
    "ensure",
    "respect",
    "civilian",
    "population",
    "objects",
    "data",
    "networks",
    "hospitals",
    "relief",
    "personnel",
    "operations",
    "effects",
    "foreseeable",
    "incidental",
    "harm",
    "precautions",
    "feasible",
    "measures",
    "national",
    "law",
    "training",
    "legal",
    "advisers",
    "commanders",
    "inventory",
    "infrastructure",
    "services",
    "companies",
    "due",
    "diligence",
    "territory",
    "control",
    "prevent",
    "conduct",
    "publish",
    "positions",
    "exchange",
    "practice",
    "cultural",
    "property",
    "protection",
    "emblem",
];

fn main() {
    divan::main();
}

/// A paragraph of sixty words that are its own.
fn paragraph(seed: usize) -> String {
    let mut state = seed as u64 * 0x9E37_79B9_7F4A_7C15 + 1;
    let words = (0..60).map(|_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        WORDS[(state % WORDS.len() as u64) as usize]
    });
    format!("{}.", words.collect::<Vec<_>>().join(" "))
}

fn texts(size: usize) -> (Vec<String>, Vec<String>) {
    let old: Vec<String> = (0..size).map(paragraph).collect();
    let mut new: Vec<String> = old
        .iter()
        .enumerate()
        .map(|(at, text)| match at % 3 {
            0 => text.replacen("States", "Every State", 1).replacen("should", "is to", 2),
            _ => text.clone(),
        })
        .collect();
    for at in (0..size.saturating_sub(7)).step_by(10) {
        new.swap(at, at + 7);
    }
    for at in (0..size).step_by(20) {
        new[at] = paragraph(size + at);
    }
    (old, new)
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn align(bencher: Bencher, size: usize) {
    let (old, new) = texts(size);
    bencher.bench(|| guess(&borrowed(&old), &borrowed(&new)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn redline(bencher: Bencher, size: usize) {
    let (old, new) = texts(size);
    let pairs: Vec<(&String, &String)> = supposed(&borrowed(&old), &borrowed(&new))
        .into_iter()
        .filter(|pairing| !pairing.before.is_empty() && !pairing.after.is_empty())
        .map(|pairing| (&old[pairing.before[0]], &new[pairing.after[0]]))
        .collect();
    let terms = Terms::none();
    bencher.bench(|| {
        pairs.iter().map(|(old, new)| Redline::between(old, new, &terms).marks().len()).sum::<usize>()
    });
}
