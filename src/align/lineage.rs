//! Alignment by the lineage that stands in the text.

use std::collections::HashMap;

use crate::align::order::{HEADING, out_of_order};
use crate::align::{Alignment, Pairing};
use crate::draft::{Draft, Paragraph, ParagraphId};

impl Alignment {
    /// Aligns two neighbouring versions.
    pub fn between(before: &Draft, after: &Draft) -> Alignment {
        Alignment::along(&[before, after])
    }

    /// Aligns two states of one version. Both say what they continue of the version before; only what the later
    /// says and the earlier did not is lineage between the two.
    pub fn within(before: &Draft, after: &Draft) -> Alignment {
        let mut after = after.clone();
        for passage in &mut after.paragraphs {
            if let Some(earlier) = before.get(&passage.id) {
                passage.from.retain(|id| !earlier.from.contains(id));
            }
        }
        Alignment::between(before, &after)
    }

    /// Aligns the first and the last of several versions through those between: a passage continues what
    /// bore its id or is named after `from`, step by step; one that was restored continues what bore its id
    /// before. No versions at all align to nothing.
    pub fn along(versions: &[&Draft]) -> Alignment {
        let (Some(first), Some(last)) = (versions.first(), versions.last()) else {
            return Alignment { pairings: Vec::new() };
        };
        let mut pairings = pairings(versions);
        for pairing in &mut pairings {
            pairing.reworded = wording(first, &pairing.before) != wording(last, &pairing.after);
        }
        mark_moved(first, last, &mut pairings);
        Alignment { pairings: in_reading_order(first, last, pairings) }
    }
}

/// Groups the passages of all versions by lineage and keeps the groups seen in the first or the last one.
fn pairings(versions: &[&Draft]) -> Vec<Pairing> {
    let mut families = Families::default();
    let mut members: Vec<Vec<usize>> = Vec::new();
    let mut bearer: HashMap<&ParagraphId, usize> = HashMap::new();
    for draft in versions {
        let known = bearer.clone();
        let mut here = Vec::new();
        for passage in &draft.paragraphs {
            let own = families.newcomer();
            for ancestor in passage.ids().chain(&passage.from).filter_map(|id| known.get(id)) {
                families.join(own, *ancestor);
            }
            bearer.extend(passage.ids().map(|id| (id, own)));
            here.push(own);
        }
        members.push(here);
    }
    let mut found: Vec<Pairing> = Vec::new();
    let mut at: HashMap<usize, usize> = HashMap::new();
    let last = versions.len() - 1;
    for (level, (draft, here)) in versions.iter().zip(&members).enumerate() {
        for (passage, member) in draft.paragraphs.iter().zip(here) {
            let place = *at.entry(families.head(*member)).or_insert_with(|| {
                found.push(Pairing {
                    before: Vec::new(),
                    after: Vec::new(),
                    way: vec![Vec::new(); last.saturating_sub(1)],
                    reworded: false,
                    moved: false,
                });
                found.len() - 1
            });
            let ids = || passage.ids().cloned();
            if level == 0 {
                found[place].before.extend(ids());
            }
            if level == last {
                found[place].after.extend(ids());
            }
            if level > 0 && level < last {
                found[place].way[level - 1].extend(ids());
            }
        }
    }
    found.retain(|pairing| !pairing.before.is_empty() || !pairing.after.is_empty());
    found
}

/// Families of passages, joined as their lineage is read.
#[derive(Default)]
struct Families {
    elder: Vec<usize>,
}

impl Families {
    fn newcomer(&mut self) -> usize {
        self.elder.push(self.elder.len());
        self.elder.len() - 1
    }

    fn head(&mut self, mut member: usize) -> usize {
        while self.elder[member] != member {
            self.elder[member] = self.elder[self.elder[member]];
            member = self.elder[member];
        }
        member
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.head(one), self.head(other));
        self.elder[one.max(other)] = one.min(other);
    }
}

/// The wording of some passages, in the draft's order.
fn wording<'d>(draft: &'d Draft, ids: &'d [ParagraphId]) -> Vec<&'d str> {
    passages(draft, ids).map(|(_, passage)| passage.text.as_str()).collect()
}

fn passages<'d>(draft: &'d Draft, ids: &'d [ParagraphId]) -> impl Iterator<Item = (usize, &'d Paragraph)> {
    let borne = |passage: &Paragraph| passage.ids().any(|id| ids.contains(id));
    draft.paragraphs.iter().enumerate().filter(move |(_, passage)| borne(passage))
}

fn mark_moved(first: &Draft, last: &Draft, pairings: &mut [Pairing]) {
    let mut both: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (at, pairing) in pairings.iter().enumerate() {
        let old = passages(first, &pairing.before).next();
        let new = passages(last, &pairing.after).next();
        if let (Some((old, _)), Some((new, passage))) = (old, new) {
            both.push((
                new,
                old,
                if passage.level().is_heading() { HEADING } else { pairing.after.len() },
                at,
            ));
        }
    }
    both.sort_unstable();
    let sequence: Vec<(usize, usize)> = both.iter().map(|(_, old, weight, _)| (*old, *weight)).collect();
    for (moved, (.., at)) in out_of_order(&sequence).into_iter().zip(both) {
        pairings[at].moved = moved;
    }
}

/// Puts pairings in the later version's order, and the deleted ones after what stood before them.
fn in_reading_order(first: &Draft, last: &Draft, pairings: Vec<Pairing>) -> Vec<Pairing> {
    let mut keyed: Vec<((usize, usize), Pairing)> = Vec::new();
    let place_after: HashMap<&ParagraphId, usize> =
        last.paragraphs.iter().enumerate().flat_map(|(at, p)| p.ids().map(move |id| (id, at + 1))).collect();
    let mut heir_of: HashMap<&ParagraphId, usize> = HashMap::new();
    for pairing in &pairings {
        if let Some(place) = pairing.after.iter().filter_map(|id| place_after.get(id)).min() {
            heir_of.extend(pairing.before.iter().map(|id| (id, *place)));
        }
    }
    // Walking the earlier text, each deleted passage takes the place of the last one that lives on.
    let mut last_place = 0;
    let mut deleted_at: HashMap<ParagraphId, (usize, usize)> = HashMap::new();
    for (rank, passage) in first.paragraphs.iter().enumerate() {
        match passage.ids().find_map(|id| heir_of.get(id)) {
            Some(place) => last_place = *place,
            None => {
                deleted_at.insert(passage.id.clone(), (last_place, rank + 1));
            }
        }
    }
    for pairing in pairings {
        let place = match pairing.after.iter().filter_map(|id| place_after.get(id)).min() {
            Some(place) => (*place, 0),
            None => pairing.before.first().and_then(|id| deleted_at.get(id)).copied().unwrap_or_default(),
        };
        keyed.push((place, pairing));
    }
    keyed.sort_by_key(|(place, _)| *place);
    keyed.into_iter().map(|(_, pairing)| pairing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Fate;

    fn draft(passages: &str) -> Draft {
        let blocks = passages.split(' ').map(|block| match block.split_once('=') {
            Some((lead, text)) => format!("[{}] {text}", lead.replace('<', " from ").replace('&', " ")),
            None => format!("## [{block}] heading"),
        });
        let text = format!("# title\n\n{}\n", blocks.collect::<Vec<_>>().join("\n\n"));
        Draft::parse("en.md", &text).expect("in form")
    }

    #[track_caller]
    fn case(versions: &[&str], expected: &str) {
        let drafts: Vec<Draft> = versions.iter().map(|text| draft(text)).collect();
        let alignment = Alignment::along(&drafts.iter().collect::<Vec<_>>());
        let names = |ids: &[ParagraphId]| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join("+");
        let rows: Vec<String> = alignment
            .pairings
            .iter()
            .skip(1)
            .map(|pairing| {
                let moved = if pairing.moved { "!" } else { "" };
                format!(
                    "{}>{}:{}{moved}",
                    names(&pairing.before),
                    names(&pairing.after),
                    pairing.fate().word()
                )
            })
            .collect();
        assert_eq!(rows.join(" "), expected);
    }

    #[test]
    fn every_fate_is_read_from_ids_and_lineage() {
        case(&["A1=a A2=b", "A1=a A2=c"], "A1>A1:kept A2>A2:reworded");
        case(&["A1=a A2=b A3=c", "A1=a A2=b A2bis<A2=d"], "A1>A1:kept A2>A2+A2bis:split A3>:deleted");
        case(&["A1=a A2=b", "A1<A1&A2=ab A3=n"], "A1+A2>A1:merged >A3:added");
        case(&["A1=a A2=b A3=c", "A3=c A1=a A2=b"], "A3>A3:kept! A1>A1:kept A2>A2:kept");
        case(&["A1=a A2=b", "A2=bb A1=a"], "A2>A2:reworded! A1>A1:kept");
    }

    #[test]
    fn a_paragraph_moves_across_a_heading_and_not_the_heading_across_it() {
        case(&["A A1=a B B1=b", "A B A1=a B1=b"], "A>A:kept B>B:kept A1>A1:kept! B1>B1:kept");
    }

    #[test]
    fn versions_between_are_composed_and_what_was_restored_comes_back_to_its_own() {
        case(&["A1=a A2=b", "A1=a A1bis<A1=c A2=b", "A1=a A2<A1bis&A2=bc"], "A1+A2>A1+A2:regrouped");
        case(&["A1=a A2=b", "A1=a", "A1=a A2=b"], "A1>A1:kept A2>A2:kept");
        case(&["A1=a", "A1=a A2=x", "A1=a"], "A1>A1:kept");
    }

    #[test]
    fn two_states_of_one_version_do_not_split_a_paragraph_twice() {
        let (earlier, later) = (draft("A1=a A1bis<A1=b"), draft("A1=a A1bis<A1=c"));
        let fates: Vec<Fate> =
            Alignment::within(&earlier, &later).pairings.iter().map(Pairing::fate).collect();
        assert_eq!(fates, [Fate::Kept, Fate::Kept, Fate::Reworded]);
        assert_eq!(Alignment::within(&draft("A1=ab"), &later).pairings[1].fate(), Fate::Split);
    }

    #[test]
    fn what_was_deleted_stands_where_it_used_to_stand() {
        case(&["A1=a A2=b A3=c", "A1=a A3=c"], "A1>A1:kept A2>:deleted A3>A3:kept");
        case(&["A1=a A2=b", "A2=b"], "A1>:deleted A2>A2:kept");
    }
}
