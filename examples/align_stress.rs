//! Tries the alignment on a text that is turned over in every way, and counts the wrong links.
//!
//!     cargo run --example align_stress -- TEXT...
//!
//! Each text is a file with a blank line between paragraphs. It is shuffled, reversed, its paragraphs
//! deleted in turn, split, merged, and replaced in turn by a look-alike of their neighbour.

use std::collections::BTreeSet;

use travaux::align::guess::{Certainty, guess};

/// One new version: its paragraphs, and the old ones each continues.
type Version = Vec<(String, Vec<usize>)>;

#[derive(Default)]
struct Tally {
    versions: usize,
    links: usize,
    missing: usize,
    wrong: usize,
    certain: usize,
}

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let old: Vec<String> = text
            .split("\n\n")
            .map(|paragraph| paragraph.trim().to_owned())
            .filter(|p| !p.is_empty())
            .collect();
        say(&format!("{path}: {} paragraphs", old.len()));
        for (way, versions) in ways(&old) {
            let mut tally = Tally::default();
            versions.iter().for_each(|version| tally.add(&old, version));
            say(&format!(
                "  {way:28} {:4} versions {:6} links, {:3} missing, {:3} wrong, {:3} of these called certain",
                tally.versions, tally.links, tally.missing, tally.wrong, tally.certain
            ));
        }
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "an example prints")]
fn say(line: &str) {
    println!("{line}");
}

impl Tally {
    fn add(&mut self, old: &[String], version: &Version) {
        let old: Vec<&str> = old.iter().map(|text| &text[..]).collect();
        let new: Vec<&str> = version.iter().map(|(text, _)| &text[..]).collect();
        let truth: BTreeSet<(usize, usize)> = version
            .iter()
            .enumerate()
            .flat_map(|(at, (_, from))| from.iter().map(move |&old| (old, at)))
            .collect();
        let links = guess(&old, &new);
        let found: BTreeSet<(usize, usize)> = links.iter().map(|link| (link.old, link.new)).collect();
        self.versions += 1;
        self.links += links.len();
        self.missing += truth.difference(&found).count();
        for link in links.iter().filter(|link| !truth.contains(&(link.old, link.new))) {
            self.wrong += 1;
            self.certain += usize::from(link.certainty == Certainty::Certain);
        }
    }
}

fn ways(old: &[String]) -> Vec<(&'static str, Vec<Version>)> {
    let same =
        |order: Vec<usize>| -> Version { order.into_iter().map(|at| (old[at].clone(), vec![at])).collect() };
    let all = || (0..old.len()).collect::<Vec<usize>>();
    let each = |change: &dyn Fn(usize, &mut Version)| -> Vec<Version> {
        let one = |at| {
            let mut version = same(all());
            change(at, &mut version);
            version
        };
        (0..old.len()).map(one).collect()
    };
    let alike =
        |at: usize| old.get(at + 1).or_else(|| old.get(at.wrapping_sub(1))).cloned().unwrap_or_default();
    vec![
        ("unchanged", vec![same(all())]),
        ("reversed", vec![same(all().into_iter().rev().collect())]),
        ("shuffled", (0..50).map(|seed| same(shuffled(old.len(), seed))).collect()),
        ("each deleted", each(&|at, version| drop(version.remove(at)))),
        (
            "each moved to the front",
            each(&|at, version| {
                let one = version.remove(at);
                version.insert(0, one);
            }),
        ),
        ("each split", each(&|at, version| split(at, version))),
        ("each merged with the next", each(&|at, version| merge(at, version))),
        (
            "each replaced by a look-alike",
            each(&|at, version| version[at] = (reworded(&alike(at), 7), Vec::new())),
        ),
        ("by a closer look-alike", each(&|at, version| version[at] = (reworded(&alike(at), 19), Vec::new()))),
        (
            "each deleted, others reworded",
            each(&|at, version| {
                version.iter_mut().for_each(|(text, _)| *text = reworded(text, 9));
                version.remove(at);
            }),
        ),
    ]
}

/// The same order for the same seed.
fn shuffled(length: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut state = seed;
    for at in (1..length).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
    order
}

/// Other words for every n-th word, or character where there are no spaces.
fn reworded(text: &str, step: usize) -> String {
    if text.split(' ').count() > 5 {
        let word =
            |(at, word): (usize, &str)| if at % step == 3 { format!("other{at}") } else { word.to_owned() };
        return text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ");
    }
    text.chars().enumerate().map(|(at, c)| if at % step == 3 { '另' } else { c }).collect()
}

/// Cuts a paragraph in two after a sentence, or a clause, near its middle.
fn split(at: usize, version: &mut Version) {
    let (text, from) = version[at].clone();
    let ends = |marks: &[char]| {
        let middle = text.len() as i64 / 2;
        let place = text.match_indices(marks).map(|(place, mark)| place + mark.len());
        place.filter(|&place| place < text.len()).min_by_key(|&place| (place as i64 - middle).abs())
    };
    if let Some(place) = ends(&['.', '。', ';', '；']).or_else(|| ends(&[',', '，'])) {
        let (head, tail) = text.split_at(place);
        version[at] = (head.trim().to_owned(), from.clone());
        version.insert(at + 1, (tail.trim().to_owned(), from));
    }
}

fn merge(at: usize, version: &mut Version) {
    if at + 1 < version.len() {
        let (text, from) = version.remove(at + 1);
        let space = if text.is_ascii() { " " } else { "" };
        version[at].0 = format!("{}{space}{text}", version[at].0);
        version[at].1.extend(from);
    }
}
