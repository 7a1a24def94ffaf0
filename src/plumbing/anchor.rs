//! `plumbing anchor`: where the comments on an old version stand in a new one that came without ids.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::align::guess::{Arrival, Certainty, Kind, Link, arrivals, guess};
use crate::align::{Alignment, Pairing};
use crate::anchor::{Anchoring, Course, Trust};
use crate::draft::{Draft, Paragraph, ParagraphId};
use crate::plumbing::{Named, Text, answered};
use crate::text::{Span, Terms};

/// Two versions, and all comments on the first.
/// `{"id", "lang", "old": [{"id", "text"}], "new": [{"text"}], "comments": [{"id", "old_id", "old_start", "quote": {"exact"}}]}`
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    old: Vec<Named>,
    new: Vec<Text>,
    comments: Vec<Said>,
}

/// A comment: the paragraph it was made on, and the words it quotes there, from a place in code points.
#[derive(Debug, Deserialize)]
struct Said {
    id: String,
    old_id: String,
    #[serde(default)]
    old_start: Option<usize>,
    #[serde(default)]
    quote: Quote,
}

#[derive(Debug, Default, Deserialize)]
struct Quote {
    exact: String,
}

/// `{"id", "comments": [{"id", "pred": {"paragraph", "start", "end"} | null, "state", "listed": paragraph | null}]}`
#[derive(Debug, Serialize)]
struct Answer {
    id: String,
    comments: Vec<Stands>,
}

/// Where one comment stands: the words that may be marked without asking anyone, and the paragraph it is listed under.
#[derive(Debug, Serialize)]
struct Stands {
    id: String,
    pred: Option<Place>,
    state: &'static str,
    listed: Option<usize>,
}

/// A place in a new paragraph, in code points.
#[derive(Debug, Serialize)]
struct Place {
    paragraph: usize,
    start: usize,
    end: usize,
}

/// Answers one line.
pub fn anchor(line: &str) -> String {
    answered(serde_json::from_str::<Case>(line).map(answer))
}

fn answer(case: Case) -> Answer {
    let names: HashMap<String, usize> =
        case.old.iter().enumerate().map(|(at, paragraph)| (paragraph.id.clone(), at)).collect();
    let old = draft(case.old.into_iter().map(|paragraph| paragraph.text));
    let new = draft(case.new.into_iter().map(|paragraph| paragraph.text));
    let course = course(&old, &new);
    let stands = |said: &Said| {
        let stands = match names.get(&said.old_id) {
            Some(&own) => carried(&course, &old.paragraphs[own], said),
            None => Anchoring::Unplaced,
        };
        shown(&said.id, &stands, &new)
    };
    Answer { comments: case.comments.iter().map(stands).collect(), id: case.id }
}

/// A version whose paragraphs are named by their places.
fn draft(texts: impl Iterator<Item = String>) -> Draft {
    let named = |(at, text)| Paragraph::new(name(at), text);
    Draft { note: None, paragraphs: texts.enumerate().map(named).collect() }
}

fn name(at: usize) -> ParagraphId {
    ParagraphId::parse(&format!("P{}", at + 1)).expect("a section's letter and a number make an id")
}

/// The way between two versions, as the guess says which paragraph continues which.
fn course<'d>(old: &'d Draft, new: &'d Draft) -> Course<'d> {
    let texts = |draft: &'d Draft| draft.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>();
    let (before, after) = (texts(old), texts(new));
    let links = guess(&before, &after);
    let arrivals = arrivals(&before, &after, &links);
    let pairings = families(&links, before.len()).into_iter().map(|(before, after)| Pairing {
        before: before.into_iter().map(name).collect(),
        after: after.into_iter().map(name).collect(),
        way: Vec::new(),
        reworded: true,
        moved: false,
    });
    let doubts =
        links.iter().map(|link| ((name(link.old), name(link.new)), trust(link, &arrivals[link.new])));
    let doubts = doubts.filter(|(_, trust)| *trust != Trust::Sure).collect();
    Course::new(old, new, Alignment { pairings: pairings.collect() }, Terms::none()).doubting(doubts)
}

/// The old paragraphs with what continues them. Links come sorted, and nobody is both of several and part of several:
/// so whatever shares an old or a new paragraph with a family belongs to it.
fn families(links: &[Link], olds: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut families: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    let (mut of_old, mut of_new) = (vec![None; olds], HashMap::new());
    for link in links {
        let known = of_old[link.old].or_else(|| of_new.get(&link.new).copied());
        let family = known.unwrap_or_else(|| {
            families.push((Vec::new(), Vec::new()));
            families.len() - 1
        });
        if !families[family].0.contains(&link.old) {
            families[family].0.push(link.old);
        }
        if !families[family].1.contains(&link.new) {
            families[family].1.push(link.new);
        }
        of_old[link.old] = Some(family);
        of_new.insert(link.new, family);
    }
    families
}

/// A paragraph that left its neighbours is believed to be the same only where its link is strong.
const MOVED: f32 = 0.75;

fn trust(link: &Link, arrival: &Arrival) -> Trust {
    match link.certainty {
        Certainty::Certain => Trust::Sure,
        _ if arrival.kind == Kind::Moved && link.strength < MOVED => Trust::Unsupported,
        Certainty::Likely => Trust::Likely,
        Certainty::Doubtful => Trust::Doubtful,
    }
}

fn carried(course: &Course<'_>, own: &Paragraph, said: &Said) -> Anchoring {
    let place = said.old_start.and_then(|start| quoted(&own.text, start, &said.quote.exact));
    match place {
        Some(place) => course.carry_place(&own.id, &place),
        None => {
            let quote = Some(said.quote.exact.as_str()).filter(|quote| !quote.trim().is_empty());
            course.carry(&crate::comment::Target::One(own.id.clone()), quote)
        }
    }
}

/// Where the quoted words begin that many code points into a text; absent where others do.
fn quoted(text: &str, start: usize, quote: &str) -> Option<Span> {
    let start = text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(start)?;
    (!quote.trim().is_empty() && text[start..].starts_with(quote)).then(|| start..start + quote.len())
}

fn shown(id: &str, stands: &Anchoring, new: &Draft) -> Stands {
    let at = |id: &ParagraphId| new.position(id);
    let pred = match stands {
        Anchoring::Exact(spots) | Anchoring::Amended(spots) => spots
            .iter()
            .filter_map(|spot| Some((at(&spot.paragraph)?, spot.span.clone()?)))
            // A place in one paragraph is asked for; words that now run over two lie where more of them do.
            .rev()
            .max_by_key(|(_, span)| span.len())
            .map(|(paragraph, span)| {
                let points = |end: usize| new.paragraphs[paragraph].text[..end].chars().count();
                Place { paragraph, start: points(span.start), end: points(span.end) }
            }),
        _ => None,
    };
    let listed = match &pred {
        Some(place) => Some(place.paragraph),
        None => stands.passages().first().and_then(|id| at(id)),
    };
    let state = match stands {
        Anchoring::Unplaced => "orphaned",
        stands => stands.word(),
    };
    Stands { id: id.to_owned(), pred, state, listed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(comment: &str) -> String {
        let line = format!(
            r#"{{"id":"c","lang":"fr","old":[{{"id":"a","text":"L’État tient des listes publiques à jour."}},{{"id":"b","text":"Gone without any trace."}}],"new":[{{"text":"Des mots neufs, tout autres."}},{{"text":"L’État tient des listes complètes et publiques à jour."}}],"comments":[{comment}]}}"#
        );
        let answer = anchor(&line);
        let head = r#"{"id":"c","comments":["#;
        answer
            .strip_prefix(head)
            .and_then(|rest| rest.strip_suffix("]}"))
            .map_or(answer.clone(), str::to_owned)
    }

    #[test]
    fn a_comment_stands_where_its_words_do_in_code_points() {
        assert_eq!(
            one(r#"{"id":"1","old_id":"a","old_start":8,"quote":{"exact":"tient des listes"}}"#),
            r#"{"id":"1","pred":{"paragraph":1,"start":7,"end":23},"state":"exact","listed":1}"#
        );
        assert_eq!(
            one(r#"{"id":"2","old_id":"a","old_start":17,"quote":{"exact":"listes publiques"}}"#),
            r#"{"id":"2","pred":{"paragraph":1,"start":17,"end":46},"state":"amended","listed":1}"#
        );
    }

    #[test]
    fn what_cannot_be_marked_has_no_place() {
        assert_eq!(
            one(r#"{"id":"3","old_id":"b","old_start":0,"quote":{"exact":"Gone"}}"#),
            r#"{"id":"3","pred":null,"state":"orphaned","listed":null}"#
        );
        let wrong =
            [r#"{"id":"4","old_id":"a","old_start":0,"quote":{"exact":"Z"}}"#, r#"{"id":"4","old_id":"a"}"#];
        for wrong in wrong {
            assert_eq!(one(wrong), r#"{"id":"4","pred":null,"state":"paragraph","listed":1}"#);
        }
        assert_eq!(
            one(r#"{"id":"5","old_id":"z"}"#),
            r#"{"id":"5","pred":null,"state":"orphaned","listed":null}"#
        );
    }

    #[test]
    fn a_bad_line_says_why() {
        assert!(anchor("{").starts_with(r#"{"error":"#));
        assert!(anchor(r#"{"id":"c"}"#).contains("missing field"));
    }
}
