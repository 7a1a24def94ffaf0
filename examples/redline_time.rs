//! Times the redline on inputs made to hurt.
#![allow(clippy::print_stdout, missing_docs)]

use std::time::Instant;

use travaux::redline::Redline;
use travaux::text::Terms;

fn main() {
    let mut seed = 1_u64;
    let mut next = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut words = |count: usize, kinds: u64| -> Vec<String> {
        (0..count)
            .map(|_| {
                // Many small words and a long tail, as language has.
                let (x, y) = (next(kinds) + 1, next(kinds) + 1);
                format!("w{}", (x * y) / (kinds + 1))
            })
            .collect()
    };
    let prose = words(900_000, 20_000);
    let other: Vec<String> = words(900_000, 20_000).iter().map(|word| format!("x{word}")).collect();
    let edited: Vec<String> = prose
        .iter()
        .enumerate()
        .flat_map(|(at, word)| {
            if at % 50 == 0 {
                vec!["new".to_owned(), word.clone()]
            } else if at % 70 == 0 {
                vec![]
            } else {
                vec![word.clone()]
            }
        })
        .collect();
    let binary = words(1_200_000, 2);
    let binary_too = words(1_200_000, 2);
    let few = words(900_000, 30);
    let few_too = words(900_000, 30);
    let half = |words: &[String]| [&words[words.len() / 2..], &words[..words.len() / 2]].concat().join(" ");
    let paragraphs: Vec<(String, String)> = (0..5_000)
        .map(|at| {
            let (was, is) = (&prose[at * 80..at * 80 + 80], &edited[at * 80..at * 80 + 80]);
            (was.join(" "), if at % 3 == 0 { is.join(" ") } else { was.join(" ") })
        })
        .collect();
    let start = Instant::now();
    let marks: usize =
        paragraphs.iter().map(|(was, is)| Redline::between(was, is, &Terms::none()).marks().len()).sum();
    println!("5,000 paragraphs, a third edited: {:.4} s, {marks} marks", start.elapsed().as_secs_f32());
    let cases = [
        ("5 MB, one word and more of it", "a ".repeat(2_400_000), "a ".repeat(2_500_000)),
        (
            "5 MB, one word, a long piece out",
            "b ".to_owned() + &"a ".repeat(2_400_000) + "c",
            "b ".to_owned() + &"a ".repeat(1_500_000) + "c",
        ),
        ("5 MB, edited at every 50th word", prose.join(" "), edited.join(" ")),
        ("5 MB, no word in common", prose.join(" "), other.join(" ")),
        ("5 MB, halves swapped", prose.join(" "), half(&prose)),
        ("5 MB, other prose of the same words", prose.join(" "), words(900_000, 20_000).join(" ")),
        ("5 MB, of two words", binary.join(" "), binary_too.join(" ")),
        ("5 MB, of thirty words", few.join(" "), few_too.join(" ")),
        ("5 MB, one word", "a ".repeat(2_500_000), "a ".repeat(2_400_000) + "b"),
        ("5 MB, two words by turns", "a b ".repeat(1_250_000), "b a c ".repeat(800_000)),
        ("5 MB, no space", "a".repeat(5_000_000), "a".repeat(4_999_999) + "b"),
        (
            "5 MB of Chinese",
            "国际人道法适用于网络行动，各国应当遵守。".repeat(90_000),
            "各国应当遵守国际人道法，网络行动。".repeat(100_000),
        ),
        ("5 MB of marks", ".,;".repeat(1_600_000), ",.;".repeat(1_600_000)),
        ("5 MB, Thai", "กฎหมายระหว่างประเทศ".repeat(90_000), "ระหว่างกฎหมาย".repeat(120_000)),
    ];
    let terms = Terms::none();
    for (name, before, after) in &cases {
        let start = Instant::now();
        let redline = Redline::between(before, after, &terms);
        println!("{name}: {:.2} s, {} marks", start.elapsed().as_secs_f32(), redline.marks().len());
    }
}
