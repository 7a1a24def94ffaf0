//! Shows what the models weigh, for fitting their figures: see `scripts/fit-alignment`.
//!
//! JSON lines in, as for `travaux plumbing align`; out, for each: `{"id", "weighed": [[old id, new,
//! whether asked as a piece, measures], ...]}`.

use std::io::{BufRead, Write, stdin, stdout};

use serde_json::{Value, json};
use travaux::align::guess::weighed;

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let field = |list: &str, name: &str| -> Vec<String> {
            let paragraphs = case[list].as_array().map(Vec::as_slice).unwrap_or_default();
            paragraphs
                .iter()
                .map(|paragraph| paragraph[name].as_str().unwrap_or_default().to_owned())
                .collect()
        };
        let (ids, old, new) = (field("old", "id"), field("old", "text"), field("new", "text"));
        let (old, new): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let rows: Vec<Value> = weighed(&old, &new)
            .iter()
            .map(|row| json!([ids[row.old], row.new, row.piece, row.evidence]))
            .collect();
        writeln!(out, "{}", json!({ "id": case["id"], "weighed": rows }))?;
    }
    Ok(())
}
