//! Times the redline on paragraphs as they come, and on texts of 5 MB made to hurt.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use travaux::redline::Redline;
use travaux::text::Terms;

fn main() {
    paragraphs();
    for (name, before, after) in prose().into_iter().chain(monotony()) {
        let start = Instant::now();
        let redline = Redline::between(&before, &after, &Terms::none());
        println!("5 MB, {name}: {:.2} s, {} marks", start.elapsed().as_secs_f32(), redline.marks().len());
    }
}

/// A name, a text before and a text after.
type Case = (&'static str, String, String);

/// Times 5,000 paragraphs of 80 words of which a third are edited.
fn paragraphs() {
    let words = words(400_000, 20_000, 1);
    let edited = edited(&words);
    let pairs: Vec<(String, String)> = (0..5_000)
        .map(|at| {
            let (was, is) = (&words[at * 80..at * 80 + 80], &edited[at * 80..at * 80 + 80]);
            (was.join(" "), if at % 3 == 0 { is } else { was }.join(" "))
        })
        .collect();
    let start = Instant::now();
    let terms = Terms::none();
    let marks: usize = pairs.iter().map(|(was, is)| Redline::between(was, is, &terms).marks().len()).sum();
    println!("5,000 paragraphs, a third edited: {:.4} s, {marks} marks", start.elapsed().as_secs_f32());
}

/// Words with as long a tail as those of a language, from a fixed seed.
fn words(count: usize, kinds: u64, seed: u64) -> Vec<String> {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % kinds + 1
    };
    (0..count).map(|_| format!("w{}", next() * next() / (kinds + 1))).collect()
}

/// The same words, with some put in and some taken out.
fn edited(words: &[String]) -> Vec<String> {
    let edit = |(at, word): (usize, &String)| match (at % 50, at % 70) {
        (0, _) => vec!["new".to_owned(), word.clone()],
        (_, 0) => vec![],
        _ => vec![word.clone()],
    };
    words.iter().enumerate().flat_map(edit).collect()
}

fn prose() -> Vec<Case> {
    let text = words(900_000, 20_000, 1);
    let foreign: Vec<String> = text.iter().map(|word| format!("x{word}")).collect();
    let (head, tail) = text.split_at(450_000);
    vec![
        ("edited at every 50th word", text.join(" "), edited(&text).join(" ")),
        ("no word in common", text.join(" "), foreign.join(" ")),
        ("halves swapped", text.join(" "), [tail, head].concat().join(" ")),
        ("other prose of the same words", text.join(" "), words(900_000, 20_000, 2).join(" ")),
    ]
}

fn monotony() -> Vec<Case> {
    let few = |kinds, seed| words(900_000, kinds, seed).join(" ");
    let chinese = ("国际人道法适用于网络行动，各国应当遵守。", "各国应当遵守国际人道法，网络行动。");
    let thai = ("กฎหมายระหว่างประเทศ", "ระหว่างกฎหมาย");
    let inside = |count| format!("b {}c", "a ".repeat(count));
    vec![
        ("two words at random", few(2, 1), few(2, 2)),
        ("thirty words at random", few(30, 1), few(30, 2)),
        ("one word, another at the end", "a ".repeat(2_500_000), "a ".repeat(2_400_000) + "b"),
        ("one word, more of it", "a ".repeat(2_400_000), "a ".repeat(2_500_000)),
        ("one word, a long piece out", inside(2_400_000), inside(1_500_000)),
        ("two words by turns", "a b ".repeat(1_250_000), "b a c ".repeat(800_000)),
        ("one letter without a space", "a".repeat(5_000_000), "a".repeat(4_999_999) + "b"),
        ("marks", ".,;".repeat(1_600_000), ",.;".repeat(1_600_000)),
        ("one Chinese sentence", chinese.0.repeat(90_000), chinese.1.repeat(100_000)),
        ("two Thai words", thai.0.repeat(90_000), thai.1.repeat(120_000)),
    ]
}
