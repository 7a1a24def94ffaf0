//! Two files compared, without a workspace.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::align::guess::{Certainty, Supposed, supposed_under_headings};
use crate::align::{Fate, Woven};
use crate::desk::Marking;
use crate::desk::redlined::{is_to_be_said, note};
use crate::desk::tracked::{Printed, tracked};
use crate::desk::unread::unread;
use crate::draft::{BREAK, Level};
use crate::intake::Reading;
use crate::redline::Redline;
use crate::report::{CompareReport, Difference, Manuscript, Marked, Position, Tally, Unread, WordCount};
use crate::text::Terms;

/// A passage, its printed number apart.
struct Passage<'r> {
    level: Level,
    label: Option<&'r str>,
    line: usize,
    wording: &'r str,
}

/// What differs between two texts: paragraphs are paired by what they say, words compared within each pair.
pub fn compare(
    before: (&str, &Reading),
    after: (&str, &Reading),
    marking: Marking,
    day: NaiveDate,
) -> CompareReport {
    let (old, new) = (passages(before.1), passages(after.1));
    let old_wordings: Vec<&str> = old.iter().map(|passage| passage.wording).collect();
    let new_wordings: Vec<&str> = new.iter().map(|passage| passage.wording).collect();
    let is_heading = |at: usize| old[at].level.is_heading();
    let pairings = supposed_under_headings(&old_wordings, &new_wordings, is_heading);
    let terms = Terms::none();
    let mut tally = Tally::default();
    let mut renumbered = 0;
    let mut shown = Vec::new();
    // Which pairing each of those shown is.
    let mut at = Vec::new();
    for (rank, pairing) in pairings.iter().enumerate() {
        // A printed number stands in the margin, old and new; it is no part of the words.
        let (was, is) = (wording(&old, &pairing.before), wording(&new, &pairing.after));
        let fate = Fate::of(pairing.before.len(), pairing.after.len(), was != is);
        if marking.all || pairing.moved || fate != Fate::Kept {
            let redline = Redline::between(&was, &is, &terms);
            let difference = difference(pairing, fate, &old, &new, &redline);
            tally.count(fate, pairing.moved, difference.words);
            shown.push(difference);
            at.push(rank);
        } else {
            // What nobody will see is not marked up.
            tally.count(fate, false, WordCount::default());
            renumbered += usize::from(labels(&old, &pairing.before).ne(labels(&new, &pairing.after)));
        }
    }
    let known: HashMap<usize, &Difference> = at.into_iter().zip(&shown).collect();
    let unread = unread(before.1, after.1);
    let manuscript = marking.tracked.then(|| Manuscript {
        note: Unread::sentence(&unread),
        ..manuscript(before, after, &pairings, &known, day)
    });
    CompareReport {
        before: before.0.to_owned(),
        after: after.0.to_owned(),
        day,
        tally,
        passages: shown,
        renumbered,
        unread,
        side_by_side: marking.side_by_side,
        manuscript,
    }
}

/// Both texts as one with tracked changes.
fn manuscript(
    before: (&str, &Reading),
    after: (&str, &Reading),
    pairings: &[Supposed],
    known: &HashMap<usize, &Difference>,
    day: NaiveDate,
) -> Manuscript {
    let tie = |pairing: &Supposed| Woven {
        before: pairing.before.clone(),
        after: pairing.after.clone(),
        moved: pairing.moved,
    };
    let ties: Vec<Woven> = pairings.iter().map(tie).collect();
    let marks: Vec<Option<&[Marked]>> =
        (0..ties.len()).map(|rank| known.get(&rank).map(|difference| difference.marks.as_slice())).collect();
    let text = tracked(&printed(before.1), &printed(after.1), &ties, &marks, &Terms::none());
    let told = ties.iter().enumerate().filter_map(|(rank, tie)| {
        let difference = known.get(&rank)?;
        let said =
            is_to_be_said(difference.fate, difference.moved) || difference.certainty != Certainty::Certain;
        said.then(|| note(&text, tie, difference.note(), day))?
    });
    let notes = told.collect();
    // Where a file lies is nobody's business but its owner's.
    let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let (was, is) = (name(before.0), name(after.0));
    Manuscript {
        title: format!("{was} → {is}"),
        head: format!("{is} compared with {was}"),
        day,
        paragraphs: text.paragraphs,
        notes,
        ..Manuscript::default()
    }
}

/// The passages of a text as they are printed, its title first.
fn printed(reading: &Reading) -> Vec<Printed> {
    let title = reading.title.iter().map(|title| (Level::Title, None, title));
    let blocks = reading.blocks.iter().map(|block| (block.level, block.label.clone(), &block.text));
    let passage = |(level, label, text): (Level, Option<String>, &String)| Printed {
        level,
        names: Vec::new(),
        label,
        text: text.clone(),
    };
    title.chain(blocks).map(passage).collect()
}

/// The passages of a text, its title first.
fn passages(reading: &Reading) -> Vec<Passage<'_>> {
    let title = reading.title.iter().map(|title| Passage {
        level: Level::Title,
        label: None,
        line: 1,
        wording: title,
    });
    let blocks = reading.blocks.iter().map(|block| Passage {
        level: block.level,
        label: block.label.as_deref(),
        line: block.line,
        wording: &block.text,
    });
    title.chain(blocks).collect()
}

/// Some passages read as one text.
fn wording<'r>(passages: &[Passage<'r>], at: &[usize]) -> Cow<'r, str> {
    match at {
        [one] => Cow::Borrowed(passages[*one].wording),
        _ => Cow::Owned(at.iter().map(|&at| passages[at].wording).collect::<Vec<_>>().join(BREAK)),
    }
}

/// The printed numbers of some passages.
fn labels<'r>(passages: &[Passage<'r>], at: &[usize]) -> impl Iterator<Item = Option<&'r str>> {
    at.iter().map(|&at| passages[at].label)
}

fn difference(
    pairing: &Supposed,
    fate: Fate,
    old: &[Passage<'_>],
    new: &[Passage<'_>],
    redline: &Redline<'_>,
) -> Difference {
    let position = |passages: &[Passage<'_>], at: usize| Position {
        rank: at + 1,
        label: passages[at].label.map(str::to_owned),
        line: passages[at].line,
    };
    let positions =
        |passages: &[Passage<'_>], at: &[usize]| at.iter().map(|&at| position(passages, at)).collect();
    Difference {
        before: positions(old, &pairing.before),
        after: positions(new, &pairing.after),
        fate,
        moved: pairing.moved,
        certainty: pairing.certainty,
        words: WordCount::of(redline),
        marks: Marked::of(redline),
    }
}
