//! Aligns the cases of an alignment gold set: JSON lines in, JSON lines out, one for each, in order.
//!
//! In: `{"id", "old": [{"id", "text"}], "new": [{"text"}]}`. Out: `{"id", "gold": [{"new", "from",
//! "kind", "edited", "certainty"}], "deleted"}`. A line that cannot be read gets `{"error"}`.

use std::io::{BufRead, Write, stdin, stdout};

use serde::Deserialize;
use serde_json::{Value, json};
use travaux::align::guess::{arrivals, guess};

#[derive(Deserialize)]
struct Case {
    id: Value,
    old: Vec<Before>,
    new: Vec<After>,
}

#[derive(Deserialize)]
struct Before {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct After {
    text: String,
}

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?) {
            Ok(case) => align(&case),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn align(case: &Case) -> Value {
    let old: Vec<&str> = case.old.iter().map(|paragraph| &paragraph.text[..]).collect();
    let new: Vec<&str> = case.new.iter().map(|paragraph| &paragraph.text[..]).collect();
    let links = guess(&old, &new);
    let entries: Vec<Value> = arrivals(&old, &new, &links)
        .iter()
        .enumerate()
        .map(|(at, arrival)| {
            let from: Vec<&str> = arrival.from.iter().map(|&old| &case.old[old].id[..]).collect();
            json!({ "new": at, "from": from, "kind": arrival.kind, "edited": arrival.edited, "certainty": arrival.certainty })
        })
        .collect();
    let mut heirs = vec![false; old.len()];
    links.iter().for_each(|link| heirs[link.old] = true);
    let gone = case.old.iter().zip(&heirs).filter(|(_, has)| !**has);
    let deleted: Vec<&str> = gone.map(|(paragraph, _)| &paragraph.id[..]).collect();
    json!({ "id": case.id, "gold": entries, "deleted": deleted })
}
