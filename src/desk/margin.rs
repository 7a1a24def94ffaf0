//! Comments in the margin of a text, each on its words.

use crate::anchor::{Anchoring, Spot};
use crate::collate::Entry;
use crate::desk::Desk;
use crate::draft::{Language, Paragraph, VersionName};
use crate::report::{CommentRow, MarginNote, Role, Run};
use crate::text::listed;

/// Where a comment stands among the paragraphs shown: the paragraph, and the byte in its words.
type Place = ((usize, usize), (usize, usize));

impl Desk {
    /// The comments as notes in the margin, in the order of their places. One that supports or answers another on
    /// the same passage stands under it.
    pub(super) fn margin(
        &self,
        entries: &[&Entry<'_>],
        shown: &[&Paragraph],
        version: &VersionName,
        language: &Language,
    ) -> Vec<MarginNote> {
        let mut placed: Vec<(Place, &Entry<'_>)> =
            entries.iter().map(|entry| (place(entry, shown, language), *entry)).collect();
        placed.sort_by_key(|(place, _)| *place);
        let parents: Vec<Option<usize>> = (0..placed.len()).map(|at| parent(&placed, at)).collect();
        let mut notes: Vec<MarginNote> = Vec::new();
        for (at, (place, entry)) in placed.iter().enumerate().filter(|(at, _)| parents[*at].is_none()) {
            let own = notes.len();
            notes.push(note(&self.row(entry, version), *place, None));
            let answers = (0..placed.len()).filter(|other| parents[*other] == Some(at));
            notes.extend(answers.map(|other| note(&self.row(placed[other].1, version), *place, Some(own))));
        }
        notes
    }
}

/// The comment under which another stands, which stands under none: a thread is one level deep.
fn parent(placed: &[(Place, &Entry<'_>)], at: usize) -> Option<usize> {
    let above = named(placed, at)?;
    match named(placed, above) {
        None => Some(above),
        Some(top) => Some(top).filter(|top| *top != at && named(placed, *top).is_none()),
    }
}

/// The first comment on the same passage that another supports or reacts to.
fn named(placed: &[(Place, &Entry<'_>)], at: usize) -> Option<usize> {
    let (place, entry) = &placed[at];
    let mut names = entry.comment.supports.iter().chain(&entry.comment.reacts_to);
    names.find_map(|name| {
        placed.iter().position(|(other, candidate)| {
            let is_named = candidate.id.short() == *name || candidate.id.to_string() == *name;
            is_named && candidate.id != entry.id && other.0.0 == place.0.0
        })
    })
}

/// Where a comment stands: on its words where they are of the language shown, on its passages where they are not, on
/// the title where it speaks of the whole text or nobody knows where it stands.
fn place(entry: &Entry<'_>, shown: &[&Paragraph], language: &Language) -> Place {
    let among = |spot: &Spot| {
        let at = shown.iter().position(|passage| passage.ids().any(|id| *id == spot.paragraph))?;
        let own = entry.filed.submission.quoted_language(entry.comment) == language;
        let sure = own && !matches!(entry.anchoring, Anchoring::Ambiguous(_));
        let whole = 0..shown[at].text.len();
        let span = spot.span.clone().filter(|span| sure && shown[at].text.get(span.clone()).is_some());
        Some((at, span.unwrap_or(whole)))
    };
    let spots = match &entry.anchoring {
        Anchoring::Paragraph(ids) => {
            ids.iter().map(|id| Spot { paragraph: id.clone(), span: None }).collect()
        }
        other => other.spots().to_vec(),
    };
    let places: Vec<(usize, crate::text::Span)> = spots.iter().filter_map(among).collect();
    let from = places.iter().map(|(at, span)| (*at, span.start)).min();
    let to = places.iter().map(|(at, span)| (*at, span.end)).max();
    from.zip(to).unwrap_or(((0, 0), (0, shown.first().map_or(0, |title| title.text.len()))))
}

/// What a comment says in the margin.
fn note(row: &CommentRow, (from, to): Place, answers: Option<usize>) -> MarginNote {
    let mut head = vec![Run::strong(&row.cited_as), Run::plain(format!(" {}", row.sort()))];
    let others = [("supports", &row.supports), ("reacts to", &row.reacts_to)];
    for (word, names) in others.into_iter().filter(|(_, names)| !names.is_empty()) {
        head.push(Run::plain(format!(", {word} {}", listed(names))));
    }
    if row.speakers() != row.delegation_name {
        head.push(Run::plain(format!("; {}", row.speakers())));
    }
    let mut said = vec![head];
    match (&row.stands.why, row.stands.standing) {
        (Some(why), _) => {
            said.push(vec![Run::new(Role::Quiet, format!("Made on {}: {why}.", row.made_on()))]);
        }
        (None, "whole") => said.push(vec![Run::new(Role::Quiet, "On the whole text.")]),
        _ => {}
    }
    let lines = |text: &str| {
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    for text in [&row.comment, &row.translation].into_iter().flatten() {
        said.extend(lines(text).into_iter().map(|line| vec![Run::plain(line)]));
    }
    for (at, line) in row.proposal.iter().flat_map(|proposal| lines(proposal)).enumerate() {
        let lead = (at == 0).then(|| Run::plain("Proposed: "));
        said.push(lead.into_iter().chain([Run::new(Role::Inserted, line)]).collect());
    }
    MarginNote {
        author: row.delegation_name.clone(),
        initials: row.delegation.to_string(),
        day: row.received,
        said,
        from,
        to,
        answers,
    }
}
