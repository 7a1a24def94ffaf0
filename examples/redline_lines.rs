//! Development plumbing: JSON lines `{"id","lang","old":[text],"new":[text]}` in, `prose-redline/1` out.
//! With `--marks`, prints the changed pairs as `[-struck-]` and `{+inserted+}` instead.
#![allow(clippy::print_stdout, missing_docs)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::BufRead;

use serde_json::{Value, json};
use travaux::align::guess::{guess, split_label};
use travaux::redline::{Mark, Redline};
use travaux::text::{Terms, squeezed, unspaced};

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

/// The paragraphs that belong together, by the guess.
fn align(old: &[String], new: &[String], terms: &Terms) -> Vec<Pair> {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    // Whatever is linked, however far around, is one pairing.
    let mut home: Vec<usize> = (0..old.len() + new.len()).collect();
    fn root(home: &[usize], mut at: usize) -> usize {
        while home[at] != at {
            at = home[at];
        }
        at
    }
    for link in guess(&before, &after) {
        let (from, to) = (root(&home, link.old), root(&home, old.len() + link.new));
        home[from.max(to)] = from.min(to);
    }
    let mut members: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in 0..home.len() {
        let pair = members.entry(root(&home, at)).or_default();
        if at < old.len() { pair.0.push(at) } else { pair.1.push(at - old.len()) }
    }
    let mut pairs: Vec<Pair> = members.into_values().map(|(from, to)| (from, to, false)).collect();
    mark_moved(&mut pairs, &before, &after, terms);
    pairs
}

/// Marks what moved: paragraphs that are the same and the only ones of their kind make the frame, all but
/// the heaviest run of them that kept its order; the others are measured against it.
fn mark_moved(pairs: &mut [Pair], old: &[&str], new: &[&str], terms: &Terms) {
    let weight = |text: &str| -> usize {
        let tokens = terms.tokens(text);
        tokens
            .iter()
            .filter(|t| !t.trim().is_empty())
            .map(|t| if t.starts_with(unspaced) { t.chars().count() } else { 1 })
            .sum()
    };
    let plain = |text: &str| squeezed(split_label(text).1).to_lowercase();
    let counted = |texts: &[&str]| {
        let mut count: HashMap<String, usize> = HashMap::new();
        texts.iter().for_each(|text| *count.entry(plain(text)).or_default() += 1);
        count
    };
    let (olds, news) = (counted(old), counted(new));
    let mut linked: Vec<usize> =
        (0..pairs.len()).filter(|&at| !pairs[at].0.is_empty() && !pairs[at].1.is_empty()).collect();
    linked.sort_by_key(|&at| (pairs[at].0[0], pairs[at].1[0]));
    let framing = |at: usize| {
        let (from, to, _) = &pairs[at];
        let same = plain(old[from[0]]);
        from.len() == 1
            && to.len() == 1
            && same == plain(new[to[0]])
            && olds[&same] == 1
            && news[&same] == 1
            && weight(old[from[0]]) >= 5
    };
    let (frame, rest): (Vec<usize>, Vec<usize>) = linked.iter().partition(|&&at| framing(at));
    let places = |list: &[usize]| -> Vec<(usize, usize)> {
        list.iter().map(|&at| (pairs[at].1[0], pairs[at].0.iter().map(|&i| weight(old[i])).sum())).collect()
    };
    let stays: HashSet<usize> = heaviest(&places(&frame)).into_iter().map(|at| frame[at]).collect();
    // What crosses the frame has moved; of what does not, the heaviest run stays.
    let crosses = |at: usize| {
        let (from, to, _) = &pairs[at];
        stays.iter().any(|&fixed| (pairs[fixed].0[0] < from[0]) != (pairs[fixed].1[0] < to[0]))
    };
    let rest: Vec<usize> = rest.into_iter().filter(|&at| !crosses(at)).collect();
    let others: HashSet<usize> = heaviest(&places(&rest)).into_iter().map(|at| rest[at]).collect();
    for at in linked {
        pairs[at].2 = !stays.contains(&at) && !others.contains(&at);
    }
}

/// The heaviest run of rising places.
fn heaviest(items: &[(usize, usize)]) -> Vec<usize> {
    let size = items.iter().map(|item| item.0 + 1).max().unwrap_or(0);
    let mut tree: Vec<(usize, Option<usize>)> = vec![(0, None); size + 1];
    let mut before = vec![None; items.len()];
    let mut best = (0, None);
    for (at, &(place, weight)) in items.iter().enumerate() {
        let (mut top, mut node) = ((0, None), place);
        while node > 0 {
            top = top.max(tree[node]);
            node &= node - 1;
        }
        before[at] = top.1;
        let here = (top.0 + weight, Some(at));
        node = place + 1;
        while node <= size {
            tree[node] = tree[node].max(here);
            node += node & node.wrapping_neg();
        }
        best = best.max(here);
    }
    let (mut run, mut at) = (Vec::new(), best.1);
    while let Some(here) = at {
        run.push(here);
        at = before[here];
    }
    run
}
