//! Times the alignment on made texts of growing size and on texts made to be hard: the least of three runs, since
//! whatever else the machine does only adds to it.

use std::time::Instant;

use travaux::align::guess::guess;

/// A small generator of numbers, the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// Words as rare as in real text: the n-th word about n times as rare as the first.
    fn text(&mut self, words: usize) -> String {
        let word = |dice: &mut Dice| {
            let top = 1 << (1 + dice.roll(14));
            format!("w{}", dice.roll(top))
        };
        (0..words).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }
}

fn main() {
    for size in [100, 200, 400, 1_000, 2_000, 4_000, 10_000, 20_000, 40_000, 100_000] {
        let (old, new) = versions(size);
        time(&format!("{size} by {size}, a third reworded, some moved, split, new"), &old, &new);
    }
    let equal = vec!["The same words again and again.".to_owned(); 10_000];
    time("10,000 equal", &equal, &equal);
    time("10,000 equal, and 9,000", &equal, &equal[..9_000]);
    let mut dice = Dice(7);
    let long = vec![dice.text(1_000_000)];
    time("one of 5 MB, and itself with a word more", &long, &[format!("{} more", long[0])]);
    let parts: Vec<String> =
        long[0].split(' ').collect::<Vec<_>>().chunks(100).map(|part| part.join(" ")).collect();
    time("one of 5 MB, and its 10,000 parts", &long, &parts);
    time("10,000 parts, and their whole", &parts, &long);
    let other: Vec<String> = parts.iter().map(|part| part.replace('w', "v")).collect();
    time("10,000 without a word in common", &parts, &other);
    let plate = |seed| {
        (0..10_000)
            .map(|at| format!("The parties shall report under number {} by then.", (at * seed) % 9_973))
            .collect::<Vec<_>>()
    };
    time("10,000 alike but for one word", &plate(1), &plate(3));
    let mut few = || {
        (0..10_000)
            .map(|_| (0..40).map(|_| ["a", "b", "c", "d"][dice.roll(4)]).collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    time("10,000 of four words in any order", &few(), &few());
    let long = vec!["a ".repeat(2_500_000), "b a".repeat(10)];
    time("5 MB of one word", &long, &[format!("{} b", long[0]), "a a a a".to_owned()]);
}

fn versions(size: usize) -> (Vec<String>, Vec<String>) {
    let mut dice = Dice(size as u64);
    let old: Vec<String> = (0..size)
        .map(|_| {
            let words = 20 + dice.roll(60);
            dice.text(words)
        })
        .collect();
    let mut new = Vec::new();
    for text in &old {
        let words: Vec<&str> = text.split(' ').collect();
        match dice.roll(12) {
            0 => new.push(dice.text(40)),
            1 => new.extend(words.chunks(words.len() / 2 + 1).map(|half| half.join(" "))),
            2 => {
                let at = dice.roll(new.len() + 1);
                new.insert(at, text.clone());
            }
            3..6 => new.push(
                words
                    .iter()
                    .map(|word| if dice.roll(6) == 0 { dice.text(1) } else { (*word).to_owned() })
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
            _ => new.push(text.clone()),
        }
    }
    (old, new)
}

fn time(what: &str, old: &[String], new: &[String]) {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(|t| &t[..]).collect(), new.iter().map(|t| &t[..]).collect());
    let run = |_| {
        let start = Instant::now();
        let links = guess(&old, &new).len();
        (start.elapsed(), links)
    };
    let (spent, links) = (0..3).map(run).min().expect("it runs three times");
    #[allow(clippy::print_stdout, reason = "an example prints")]
    {
        println!("{:9.1} ms  {links:7} links  {what}", spent.as_secs_f64() * 1e3);
    }
}
