//! Answers held against the comments and the text they speak of.

use crate::comment::{Action, Answer, CommentId};
use crate::desk::Desk;
use crate::draft::{ParagraphId, VersionName};
use crate::report::Finding;

impl Desk {
    /// An answer points to paragraphs that its version has, and to comments that exist.
    pub(super) fn answer_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (id, answers) in &self.workspace.answers {
            for answer in &answers.answers {
                findings.extend(self.shown_nowhere(id, answer));
                findings.extend(self.answered_with_nobody(id, answer));
            }
        }
        findings
    }

    fn shown_nowhere(&self, id: &CommentId, answer: &Answer) -> Vec<Finding> {
        let name = VersionName::new(&id.workstream, &answer.version);
        let Some(text) = self.workspace.texts.get(&name) else { return Vec::new() };
        let Some(draft) = text.ruling(&self.workspace.schedule.original) else { return Vec::new() };
        let gone = answer.paragraphs.iter().filter(|paragraph| draft.get(paragraph).is_none());
        let gone = gone.filter(|paragraph| !self.was_to_go(id, paragraph));
        gone.map(|paragraph| Finding {
            kind: "answer-points-nowhere",
            place: place(id),
            what: format!(
                "the answer says that the text shows it in {paragraph}, which the {} does not have",
                self.title(&answer.version).to_lowercase()
            ),
            way_out: None,
        })
        .collect()
    }

    /// Whether a comment asks to take a passage out that its version had: that it is gone is what the answer says.
    fn was_to_go(&self, id: &CommentId, paragraph: &ParagraphId) -> bool {
        let Some((filed, comment)) = self.workspace.comment(id) else { return false };
        let name = VersionName::new(&id.workstream, &filed.submission.version);
        let ruling =
            self.workspace.texts.get(&name).and_then(|t| t.ruling(&self.workspace.schedule.original));
        comment.action == Action::Delete && ruling.is_some_and(|draft| draft.get(paragraph).is_some())
    }

    fn answered_with_nobody(&self, id: &CommentId, answer: &Answer) -> Option<Finding> {
        let see = answer.see.as_deref()?;
        let known =
            CommentId::parse(see, &id.workstream).is_some_and(|see| self.workspace.comment(&see).is_some());
        (!known).then(|| Finding {
            kind: "reference-unknown",
            place: place(id),
            what: format!("is answered together with `{see}`, which is not among the comments"),
            way_out: None,
        })
    }
}

/// An answer's place: its comment and its file.
pub(super) fn place(id: &CommentId) -> String {
    format!(
        "{} (comments/{}/{}/answers/{}-{}.toml)",
        id.short(),
        id.workstream,
        id.round,
        id.delegation,
        id.no
    )
}
