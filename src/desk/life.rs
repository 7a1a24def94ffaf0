//! A paragraph's life: each version and revision in which its words changed.

use crate::align::Alignment;
use crate::comment::{Action, CommentId};
use crate::desk::Desk;
use crate::desk::comparison::{Side, change_between};
use crate::desk::desk::cite;
use crate::draft::{Draft, Numbering, ParagraphId, VersionId, VersionName};
use crate::error::Result;
use crate::report::{Change, Entered, LifeReport};
use crate::store::Revision;
use crate::text::Terms;

/// The text of one version at one moment.
struct State {
    version: VersionName,
    /// The commit; absent for the folder as it stands, and for what only the versions say.
    revision: Option<Revision>,
    uncommitted: bool,
    draft: Draft,
}

impl Desk {
    /// The life of a paragraph, newest first: who changed it when, the redline of each step, and the comments
    /// that asked for it. It walks the blobs of the text, version by version.
    pub fn life(&self, typed: &str) -> Result<LifeReport> {
        let workstream =
            self.workspace.workstream(typed.split_once('/').map(|(workstream, _)| workstream))?;
        let (name, id) = self.latest_with(&workstream, typed)?;
        let states = self.states(&name)?;
        let terms = self.workspace.glossary.terms(&self.workspace.schedule.original);
        let mut family = vec![id.clone()];
        let mut steps: Vec<Entered> = Vec::new();
        for (at, state) in states.iter().enumerate() {
            let before = states.get(at + 1);
            let step = step(state, before, &family, &terms);
            let Some((change, ancestors)) = step else { continue };
            let newest_in_version =
                !steps.iter().any(|step| step.version == self.title(&state.version.version));
            let asked_by =
                if newest_in_version { self.asked_for(&state.version, &family) } else { Vec::new() };
            steps.push(self.entered(state, change, asked_by));
            family = ancestors;
        }
        Ok(LifeReport {
            about: self.about(),
            passage: cite(&self.numbering(&name), &id),
            remark: self.remark(),
            steps,
        })
    }

    /// The newest version that has the paragraph.
    fn latest_with(
        &self,
        workstream: &crate::draft::WorkstreamId,
        typed: &str,
    ) -> Result<(VersionName, ParagraphId)> {
        let newest = self.newest_or_none(workstream)?;
        let unknown = match self.workspace.passage(&newest, typed) {
            Ok(id) => return Ok((newest, id)),
            Err(unknown) => unknown,
        };
        let earlier = self.workspace.versions_of(workstream).into_iter().rev().skip(1);
        let mut found = earlier.filter_map(|version| {
            let name = VersionName::new(workstream, &version);
            self.workspace.passage(&name, typed).ok().map(|id| (name, id))
        });
        found.next().ok_or(unknown)
    }

    /// The states of the text, newest first, from a version back through all that it continues.
    fn states(&self, newest: &VersionName) -> Result<Vec<State>> {
        let mut states = Vec::new();
        let mut version: Option<VersionId> = Some(newest.version.clone());
        while let Some(here) = version {
            let name = VersionName::new(&newest.workstream, &here);
            let original = &self.workspace.schedule.original;
            if let Some(draft) = self.workspace.draft(&name, original) {
                let touches = self.touches(&name)?;
                let committed = touches.iter().filter_map(|touch| {
                    let text = String::from_utf8(touch.bytes.clone()?).ok()?;
                    let draft = Draft::parse("", &text.replace("\r\n", "\n")).ok()?;
                    let revision = Some(touch.revision.clone());
                    Some(State { version: name.clone(), revision, uncommitted: false, draft })
                });
                let committed: Vec<State> = committed.collect();
                if committed.first().is_none_or(|state| !state.draft.says_the_same(draft)) {
                    let uncommitted = !committed.is_empty();
                    states.push(State { version: name, revision: None, uncommitted, draft: draft.clone() });
                }
                states.extend(committed);
            }
            version = self.workspace.schedule.predecessor(&here).cloned();
        }
        Ok(states)
    }

    fn entered(&self, state: &State, change: Change, asked_by: Vec<CommentId>) -> Entered {
        let record = self.workspace.texts.get(&state.version).and_then(|text| text.record.first_issued());
        let revision = state.revision.as_ref();
        Entered {
            version: self.title(&state.version.version),
            on: match revision {
                Some(revision) => Some(self.workspace.schedule.day(revision.when)),
                None if state.uncommitted => None,
                None => record,
            },
            commit: revision.map(|revision| revision.id.clone()),
            author: revision.map(|revision| revision.author.clone()),
            what: match revision {
                Some(revision) => Some(revision.subject.clone()),
                None => state.uncommitted.then(|| "not committed yet".to_owned()),
            },
            change,
            asked_by,
        }
    }

    /// The comments on the version before that asked for a change of these passages.
    fn asked_for(&self, version: &VersionName, family: &[ParagraphId]) -> Vec<CommentId> {
        let Some(before) = self.workspace.schedule.predecessor(&version.version) else { return Vec::new() };
        let asks = |action: Action| !matches!(action, Action::None | Action::Retain);
        let about = |comment: &crate::comment::Comment| {
            comment.target.ids().iter().any(|id| family.iter().any(|own| own.covers(id)))
        };
        let comments = self.workspace.comments().filter(|(filed, comment)| {
            let submission = &filed.submission;
            submission.workstream == version.workstream
                && submission.version == *before
                && asks(comment.action)
                && about(comment)
        });
        comments.map(|(filed, comment)| filed.submission.id(comment)).collect()
    }
}

/// What became of a family of passages from one state to the next, and the ids they bore before; absent where
/// nothing did, or where they had no part in either.
fn step(
    state: &State,
    before: Option<&State>,
    family: &[ParagraphId],
    terms: &Terms,
) -> Option<(Change, Vec<ParagraphId>)> {
    let nothing = Draft { note: None, paragraphs: Vec::new() };
    let old = before.map_or(&nothing, |before| &before.draft);
    let same_version = before.is_some_and(|before| before.version == state.version);
    let alignment = if same_version {
        Alignment::within(old, &state.draft)
    } else {
        Alignment::between(old, &state.draft)
    };
    let pairing = alignment.pairings.iter().find(|pairing| {
        let ids = if pairing.after.is_empty() { &pairing.before } else { &pairing.after };
        ids.iter().any(|id| family.contains(id))
    })?;
    if !pairing.changed() {
        return None;
    }
    let numbers = |draft: &Draft| Numbering::of(draft, &std::collections::BTreeMap::new());
    let (old_numbers, new_numbers) = (numbers(old), numbers(&state.draft));
    let change = change_between(
        &Side { draft: old, numbers: &old_numbers },
        &Side { draft: &state.draft, numbers: &new_numbers },
        pairing,
        terms,
    );
    // What was added may have stood in an earlier version still, and been left out of one between.
    let ancestors = if pairing.before.is_empty() { family.to_vec() } else { pairing.before.clone() };
    Some((change, ancestors))
}
