//! Align and redline at 100, 1,000 and 10,000 paragraphs, and comments carried by the thousand: `cargo bench`.
//!
//! The text is made: sentences of legal words in an order that depends on the paragraph alone. A third of the
//! paragraphs are reworded, every tenth is moved, every twentieth is new.
#![allow(missing_docs)]

use divan::Bencher;
use travaux::align::guess::{guess, supposed};
use travaux::collate::Collation;
use travaux::demo::Size;
use travaux::draft::{VersionId, VersionName, WorkstreamId};
use travaux::redline::Redline;
use travaux::text::Terms;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

const SYLLABLES: [&str; 40] = [
    "ac", "ber", "con", "dan", "el", "for", "gra", "hum", "in", "jur", "kel", "law", "mil", "nat", "ob",
    "par", "qui", "res", "sta", "tec", "un", "ver", "war", "xen", "yar", "zon", "ar", "bel", "civ", "dis",
    "em", "fer", "gen", "hos", "ir", "lit", "mon", "nor", "op", "pro",
];

fn main() {
    divan::main();
}

/// A paragraph of sixty words that are its own: small numbers, and so some words, are more frequent than others.
fn paragraph(seed: usize) -> Vec<String> {
    let mut state = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % 1600) as usize
    };
    (0..60).map(|_| word(next() * next() / 1600)).collect()
}

fn word(number: usize) -> String {
    format!("{}{}", SYLLABLES[number % 40], SYLLABLES[number / 40 % 40])
}

fn texts(size: usize) -> (Vec<String>, Vec<String>) {
    let old: Vec<Vec<String>> = (0..size).map(paragraph).collect();
    let mut new = old.clone();
    for at in (0..size).step_by(3) {
        new[at][10] = word(at);
        new[at].splice(30..33, [word(at + 1)]);
    }
    for at in (0..size.saturating_sub(7)).step_by(10) {
        new.swap(at, at + 7);
    }
    for at in (0..size).step_by(20) {
        new[at] = paragraph(size + at);
    }
    let joined = |texts: Vec<Vec<String>>| texts.iter().map(|words| words.join(" ") + ".").collect();
    (joined(old), joined(new))
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

/// All comments of a consultation made by chance, carried from the first to the second version of 400 paragraphs in two
/// languages.
#[divan::bench(args = [2_000, 20_000], sample_count = 5)]
fn carry(bencher: Bencher, comments: usize) {
    let size = Size { paragraphs: 400, versions: 2, delegations: 196, comments, ..Size::default() };
    let workspace = size.workspace().expect("of a size that can be made");
    let (made, second) =
        (WorkstreamId::parse("made").expect("a name"), VersionId::parse("v2").expect("a name"));
    let second = VersionName::new(&made, &second);
    bencher.bench(|| Collation::of(&workspace, &second).entries().count());
}
