//! `plumbing redline`: the marked-up change between two texts, in the neutral form `prose-redline/1`.

use serde::{Deserialize, Serialize};

use crate::align::guess::{Supposed, supposed};
use crate::plumbing::answered;
use crate::redline::{Mark, Redline};
use crate::text::Terms;

/// Two texts. `{"id", "lang", "old": [text], "new": [text]}`
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    old: Vec<String>,
    new: Vec<String>,
}

/// Their redline. `{"format": "prose-redline/1", "tool", "id", "pairs": [{"old", "new", "kind", "ops"}]}`
#[derive(Debug, Serialize)]
struct Answer {
    format: &'static str,
    tool: &'static str,
    id: String,
    pairs: Vec<Pair>,
}

/// Paragraphs that belong together: their places, what became of them, and the runs of the redline.
#[derive(Debug, Serialize)]
struct Pair {
    old: Vec<usize>,
    new: Vec<usize>,
    kind: &'static str,
    ops: Vec<(&'static str, String)>,
}

/// Answers one line.
pub fn redline(line: &str) -> String {
    answered(serde_json::from_str::<Case>(line).map(answer))
}

fn answer(case: Case) -> Answer {
    let old: Vec<&str> = case.old.iter().map(String::as_str).collect();
    let new: Vec<&str> = case.new.iter().map(String::as_str).collect();
    let pairs = supposed(&old, &new).into_iter().map(|pairing| pair(&old, &new, pairing)).collect();
    Answer {
        format: "prose-redline/1",
        tool: concat!("travaux ", env!("CARGO_PKG_VERSION")),
        id: case.id,
        pairs,
    }
}

fn pair(old: &[&str], new: &[&str], pairing: Supposed) -> Pair {
    let joined = |texts: &[&str], at: &[usize]| {
        at.iter().map(|&at| texts[at]).collect::<Vec<_>>().join(crate::draft::BREAK)
    };
    let (before, after) = (joined(old, &pairing.before), joined(new, &pairing.after));
    let redline = Redline::between(&before, &after, &Terms::none());
    let op = |mark: &Mark<'_>| {
        let kind = match mark {
            Mark::Kept(_) => "equal",
            Mark::Struck(_) => "delete",
            Mark::Inserted(_) => "insert",
        };
        (kind, mark.text().to_owned())
    };
    let ops = redline.marks().iter().map(op).collect();
    Pair { kind: kind(&pairing, redline.changed()), old: pairing.before, new: pairing.after, ops }
}

/// The words of the neutral form.
fn kind(pairing: &Supposed, changed: bool) -> &'static str {
    match (pairing.before.len(), pairing.after.len()) {
        (0, _) => "inserted",
        (_, 0) => "deleted",
        _ if pairing.moved && changed => "moved-edited",
        _ if pairing.moved => "moved",
        (1, 1) if changed => "edited",
        (1, 1) => "equal",
        (1, _) => "split",
        _ => "merged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_is_a_line_out_and_a_bad_one_says_why() {
        let out = redline(
            r#"{"id":"c","lang":"en","old":["States should keep lists."],"new":["States must keep lists."]}"#,
        );
        let expected = format!(
            r#"{{"format":"prose-redline/1","tool":"travaux {}","id":"c","pairs":[{{"old":[0],"new":[0],"kind":"edited","ops":[["equal","States "],["delete","should"],["insert","must"],["equal"," keep lists."]]}}]}}"#,
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(out, expected);
        assert!(redline("[]").starts_with(r#"{"error":"#));
    }
}
