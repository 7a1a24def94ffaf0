//! Development plumbing: JSON lines `{"id","lang","old":[text],"new":[text]}` in, `prose-redline/1` out.
//! With `--marks`, prints the changed pairs as `[-struck-]` and `{+inserted+}` instead.
#![allow(clippy::print_stdout, missing_docs)]

use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

use serde_json::{Value, json};
use travaux::redline::{Mark, Redline};
use travaux::text::Terms;

/// Paragraph numbers on both sides, and whether they moved.
type Pair = (Vec<usize>, Vec<usize>, bool);

fn main() {
    let terms = Terms::none();
    let shown = std::env::args().any(|arg| arg == "--marks");
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let answer = match serde_json::from_str::<Value>(&line) {
            Ok(case) => redline(&case, &terms, shown),
            Err(problem) => json!({ "error": problem.to_string() }),
        };
        if !shown {
            println!("{answer}");
        }
    }
}

fn redline(case: &Value, terms: &Terms, shown: bool) -> Value {
    let texts = |key: &str| -> Vec<String> {
        let list = case[key].as_array().into_iter().flatten();
        list.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    };
    let (old, new) = (texts("old"), texts("new"));
    let joined = |texts: &[String], at: &[usize]| {
        at.iter().map(|&i| texts[i].as_str()).collect::<Vec<_>>().join("\n\n")
    };
    let mut pairs = Vec::new();
    for (from, to, moved) in align(&old, &new, terms) {
        let (before, after) = (joined(&old, &from), joined(&new, &to));
        let redline = Redline::between(&before, &after, terms);
        if shown && !from.is_empty() && !to.is_empty() && redline.changed() {
            println!("{from:?} -> {to:?}{}\n{}\n", if moved { " moved" } else { "" }, marked(&redline));
        }
        let kind = kind(&from, &to, moved, redline.changed());
        let ops: Vec<Value> = redline.marks().iter().map(op).collect();
        pairs.push(json!({ "old": from, "new": to, "kind": kind, "ops": ops }));
    }
    json!({ "format": "prose-redline/1", "tool": "travaux", "id": case["id"], "pairs": pairs })
}

fn op(mark: &Mark) -> Value {
    let kind = match mark {
        Mark::Kept(_) => "equal",
        Mark::Struck(_) => "delete",
        Mark::Inserted(_) => "insert",
    };
    json!([kind, mark.text()])
}

fn marked(redline: &Redline) -> String {
    let mark = |mark: &Mark| match mark {
        Mark::Kept(text) => (*text).to_owned(),
        Mark::Struck(text) => format!("[-{text}-]"),
        Mark::Inserted(text) => format!("{{+{text}+}}"),
    };
    redline.marks().iter().map(mark).collect()
}

fn kind(from: &[usize], to: &[usize], moved: bool, changed: bool) -> &'static str {
    match (from.len(), to.len()) {
        (0, _) => "inserted",
        (_, 0) => "deleted",
        _ if moved => ["moved", "moved-edited"][usize::from(changed)],
        (1, 1) => ["equal", "edited"][usize::from(changed)],
        (1, _) => "split",
        _ => "merged",
    }
}

/// A stand-in for the aligner: greedy by shared rare words, then halves to their wholes.
fn align(old: &[String], new: &[String], terms: &Terms) -> Vec<Pair> {
    let words = |texts: &[String]| -> Vec<HashMap<String, f32>> {
        let count = |text: &String| {
            let mut bag = HashMap::new();
            for token in terms.tokens(text).iter().filter(|t| t.chars().any(char::is_alphanumeric)) {
                *bag.entry(token.to_lowercase()).or_default() += 1.0;
            }
            bag
        };
        texts.iter().map(count).collect()
    };
    let (before, after) = (words(old), words(new));
    let mut spread: HashMap<&str, f32> = HashMap::new();
    for word in before.iter().chain(&after).flat_map(HashMap::keys) {
        *spread.entry(word).or_default() += 1.0;
    }
    let rarity = |word: &str| 1.0 + ((old.len() + new.len()) as f32 / spread[word]).ln();
    let mass = |bag: &HashMap<String, f32>| bag.iter().map(|(w, n)| n * rarity(w)).sum::<f32>().max(1e-6);
    let mut index: HashMap<&str, Vec<usize>> = HashMap::new();
    for (j, bag) in after.iter().enumerate() {
        for word in bag.keys() {
            index.entry(word).or_default().push(j);
        }
    }
    let (weights_old, weights_new): (Vec<f32>, Vec<f32>) =
        (before.iter().map(mass).collect(), after.iter().map(mass).collect());
    // (score, i, j, share of the shorter)
    let mut links: Vec<(f32, usize, usize, f32)> = Vec::new();
    for (i, bag) in before.iter().enumerate() {
        let mut shared: BTreeMap<usize, f32> = BTreeMap::new();
        for (word, n) in bag {
            let places = index.get(word.as_str()).map_or(&[][..], Vec::as_slice);
            if places.len() <= 300 || rarity(word) > 3.0 {
                for &j in places {
                    *shared.entry(j).or_default() += n.min(after[j][word]) * rarity(word);
                }
            }
        }
        for (j, shared) in shared {
            let same = f32::from(u8::from(old[i] == new[j]));
            let near = 0.1 / (1.0 + (i as f32 / old.len() as f32 - j as f32 / new.len() as f32).abs() * 20.0);
            let dice = 2.0 * shared / (weights_old[i] + weights_new[j]);
            links.push((same + dice + near, i, j, shared / weights_old[i].min(weights_new[j])));
        }
    }
    links.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut to, mut from) = (vec![None; old.len()], vec![None; new.len()]);
    for &(score, i, j, _) in links.iter().filter(|link| link.0 > 0.45) {
        let _ = score;
        if to[i].is_none() && from[j].is_none() {
            (to[i], from[j]) = (Some(j), Some(i));
        }
    }
    let mut group: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    let mut at_old = vec![usize::MAX; old.len()];
    let mut at_new = vec![usize::MAX; new.len()];
    for (i, j) in to.iter().enumerate().filter_map(|(i, j)| j.map(|j| (i, j))) {
        (at_old[i], at_new[j]) = (group.len(), group.len());
        group.push((vec![i], vec![j]));
    }
    for &(_, i, j, share) in links.iter().filter(|link| link.3 > 0.6) {
        let close = |x: &[usize], y: usize| x.iter().any(|&x| x.abs_diff(y) <= 2);
        if at_old[i] == usize::MAX && at_new[j] != usize::MAX && weights_old[i] > 12.0 {
            let group_at = at_new[j];
            let (olds, news) = &mut group[group_at];
            if news.len() == 1
                && close(olds, i)
                && !(olds.len() == 1 && old[olds[0]] == new[j])
                && share > 0.6
            {
                olds.push(i);
                at_old[i] = group_at;
            }
        } else if at_new[j] == usize::MAX && at_old[i] != usize::MAX && weights_new[j] > 12.0 {
            let group_at = at_old[i];
            let (olds, news) = &mut group[group_at];
            if olds.len() == 1 && close(news, j) && !(news.len() == 1 && new[news[0]] == old[i]) {
                news.push(j);
                at_new[j] = group_at;
            }
        }
    }
    finish(group, &at_old, &at_new, &weights_old)
}

/// Marks the moved and adds the single.
fn finish(
    group: Vec<(Vec<usize>, Vec<usize>)>,
    at_old: &[usize],
    at_new: &[usize],
    weights: &[f32],
) -> Vec<Pair> {
    let mut ordered: Vec<(Vec<usize>, Vec<usize>)> = group;
    for (from, to) in &mut ordered {
        from.sort_unstable();
        to.sort_unstable();
    }
    ordered.sort();
    // The heaviest run that keeps its order stays.
    let mut best: Vec<(f32, Option<usize>)> = Vec::new();
    for (x, (from, to)) in ordered.iter().enumerate() {
        let weight: f32 = from.iter().map(|&i| weights[i]).sum();
        let mut top = (0.0, None);
        for (y, before) in ordered[..x].iter().enumerate() {
            if before.1[0] < to[0] && best[y].0 > top.0 {
                top = (best[y].0, Some(y));
            }
        }
        best.push((top.0 + weight, top.1));
    }
    let mut stays = vec![false; ordered.len()];
    let mut at = (0..best.len()).max_by(|&x, &y| best[x].0.total_cmp(&best[y].0));
    while let Some(x) = at {
        stays[x] = true;
        at = best[x].1;
    }
    let mut pairs: Vec<Pair> =
        ordered.into_iter().zip(&stays).map(|((from, to), stays)| (from, to, !stays)).collect();
    let single = |at: &[usize]| -> Vec<usize> { (0..at.len()).filter(|&i| at[i] == usize::MAX).collect() };
    pairs.extend(single(at_old).into_iter().map(|i| (vec![i], vec![], false)));
    pairs.extend(single(at_new).into_iter().map(|j| (vec![], vec![j], false)));
    pairs
}
