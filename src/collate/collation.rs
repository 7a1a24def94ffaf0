//! All comments beside one version's paragraphs.

use crate::anchor::Anchoring;
use crate::collate::Carrier;
use crate::comment::{Action, Answer, Comment, CommentId, Outcome};
use crate::draft::{ParagraphId, VersionName};
use crate::workspace::{Filed, Workspace};

/// A comment where it stands, with its answer.
#[derive(Debug, Clone)]
pub struct Entry<'w> {
    /// Its name.
    pub id: CommentId,
    /// The submission it came in.
    pub filed: &'w Filed,
    /// What was said.
    pub comment: &'w Comment,
    /// Where it stands.
    pub anchoring: Anchoring,
    /// The answer that stands.
    pub answer: Option<&'w Answer>,
    /// The later submission of the same delegation that takes its place.
    pub replaced_by: Option<&'w Filed>,
}

/// The comments on one passage.
#[derive(Debug, Clone)]
pub struct Margin<'w> {
    /// The passage.
    pub paragraph: ParagraphId,
    /// By delegation in alphabetical order, then by number.
    pub entries: Vec<Entry<'w>>,
}

/// The comments of a workstream beside the paragraphs of one version.
///
/// Law: every comment on this version, or on one that it continues, stands exactly once.
#[derive(Debug, Clone)]
pub struct Collation<'w> {
    /// The comments on the whole text.
    pub whole: Vec<Entry<'w>>,
    /// The comments on each passage that has any, in reading order.
    pub margins: Vec<Margin<'w>>,
    /// The comments whose place a person has to say, or whom a person placed nowhere.
    pub apart: Vec<Entry<'w>>,
}

impl Entry<'_> {
    /// Whether the co-chairs still owe an answer.
    pub fn is_unanswered(&self) -> bool {
        Entry::is_owed(self.filed, self.replaced_by, self.answer)
    }

    /// Whether a person has to say where it stands: not where it was taken back, nor where its passage is gone as it
    /// asked and the co-chairs said so.
    pub fn needs_a_person(&self) -> bool {
        let reflected = self.answer.is_some_and(|answer| answer.outcome == Outcome::Reflected);
        let gone_as_asked =
            self.anchoring == Anchoring::Orphaned && self.comment.action == Action::Delete && reflected;
        self.anchoring.needs_a_person() && !gone_as_asked && !self.is_withdrawn()
    }

    /// Whether an answer is owed to a comment of a submission: not where it was replaced or taken back.
    pub fn is_owed(filed: &Filed, replaced_by: Option<&Filed>, answer: Option<&Answer>) -> bool {
        let open = answer.is_none_or(|answer| answer.outcome == Outcome::Open);
        open && replaced_by.is_none() && filed.submission.withdrawn.is_none()
    }
}

impl<'w> Collation<'w> {
    /// Lays the comments beside a version.
    pub fn of(workspace: &'w Workspace, version: &VersionName) -> Collation<'w> {
        let carrier = Carrier::new(workspace, version);
        let mut entries: Vec<Entry<'w>> = Vec::new();
        for (filed, comment) in workspace.comments() {
            if let Some(anchoring) = carrier.stands(filed, comment) {
                entries.push(entry(workspace, filed, comment, anchoring));
            }
        }
        entries.sort_by_cached_key(|entry| {
            let name = workspace.schedule.name_of(&entry.id.delegation).to_owned();
            (name, entry.id.clone())
        });
        laid(workspace, version, entries)
    }

    /// All entries in their order: general ones, then by passage, then those apart.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'w>> {
        let beside = self.margins.iter().flat_map(|margin| &margin.entries);
        self.whole.iter().chain(beside).chain(&self.apart)
    }
}

fn entry<'w>(
    workspace: &'w Workspace,
    filed: &'w Filed,
    comment: &'w Comment,
    anchoring: Anchoring,
) -> Entry<'w> {
    let id = filed.submission.id(comment);
    let answer = workspace.answers.get(&id).and_then(|answers| answers.standing());
    Entry { replaced_by: workspace.replaced_by(filed), id, filed, comment, anchoring, answer }
}

fn laid<'w>(workspace: &Workspace, version: &VersionName, entries: Vec<Entry<'w>>) -> Collation<'w> {
    let mut collation = Collation { whole: Vec::new(), margins: Vec::new(), apart: Vec::new() };
    let ruling = workspace.texts.get(version).and_then(|text| text.ruling(&workspace.schedule.original));
    let ids: Vec<&ParagraphId> = ruling.map(|draft| draft.ids().collect()).unwrap_or_default();
    let mut by_passage: Vec<Vec<Entry<'w>>> = ids.iter().map(|_| Vec::new()).collect();
    for entry in entries {
        let first = entry.anchoring.passages().first().and_then(|id| ids.iter().position(|own| own == id));
        match (&entry.anchoring, first) {
            (Anchoring::Whole, _) => collation.whole.push(entry),
            (Anchoring::Ambiguous(_), Some(at)) if entry.anchoring.passages().len() == 1 => {
                by_passage[at].push(entry);
            }
            (Anchoring::Ambiguous(_), _) | (_, None) => collation.apart.push(entry),
            (_, Some(at)) => by_passage[at].push(entry),
        }
    }
    let beside = ids.into_iter().zip(by_passage).filter(|(_, entries)| !entries.is_empty());
    let margins = beside.map(|(id, entries)| Margin { paragraph: id.clone(), entries });
    collation.margins = margins.collect();
    collation
}
