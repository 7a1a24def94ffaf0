//! `plumbing align`: which paragraph of an old version each paragraph of a new one continues.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::align::guess::{Certainty, Kind, arrivals, guess};
use crate::plumbing::{Named, Text, answered};

/// An alignment case. `{"id", "lang", "old": [{"id", "text"}], "new": [{"text"}]}`
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    old: Vec<Named>,
    new: Vec<Text>,
}

/// Its answer. `{"id", "gold": [{"new", "from", "kind", "edited", "certainty"}], "deleted": [id]}`
#[derive(Debug, Serialize)]
struct Answer {
    id: String,
    gold: Vec<Continued>,
    deleted: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Continued {
    new: usize,
    from: Vec<String>,
    kind: Kind,
    edited: bool,
    certainty: Certainty,
}

/// Answers one line.
pub fn align(line: &str) -> String {
    answered(serde_json::from_str::<Case>(line).map(|case| answer(&case)))
}

fn answer(case: &Case) -> Answer {
    let old: Vec<&str> = case.old.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let new: Vec<&str> = case.new.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let links = guess(&old, &new);
    let continued: BTreeSet<usize> = links.iter().map(|link| link.old).collect();
    let deleted = case.old.iter().enumerate().filter(|(at, _)| !continued.contains(at));
    let gold = arrivals(&old, &new, &links).into_iter().enumerate().map(|(new, arrival)| Continued {
        new,
        from: arrival.from.iter().map(|&old| case.old[old].id.clone()).collect(),
        kind: arrival.kind,
        edited: arrival.edited,
        certainty: arrival.certainty,
    });
    Answer {
        id: case.id.clone(),
        gold: gold.collect(),
        deleted: deleted.map(|(_, paragraph)| paragraph.id.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_is_a_line_out_and_a_bad_one_says_why() {
        let case = r#"{"id":"c","lang":"en","old":[{"id":"a","text":"States keep lists."}],"new":[{"text":"States keep lists."},{"text":"Other."}]}"#;
        let expected = r#"{"id":"c","gold":[{"new":0,"from":["a"],"kind":"unchanged","edited":false,"certainty":"certain"},{"new":1,"from":[],"kind":"inserted","edited":false,"certainty":"certain"}],"deleted":[]}"#;
        assert_eq!(align(case), expected);
        assert!(align("{").starts_with(r#"{"error":"#));
        assert!(align(r#"{"id":"c"}"#).contains("missing field"));
    }
}
