//! What delegations got wrong, or left open; the comment is kept as it came.

use std::collections::BTreeSet;

use crate::anchor::Anchoring;
use crate::collate::Carrier;
use crate::comment::{Action, Comment, CommentId, Target};
use crate::desk::Desk;
use crate::draft::{ParagraphId, VersionName};
use crate::report::Finding;
use crate::workspace::Filed;

impl Desk {
    /// Comments held against the version they were made on.
    pub(super) fn comment_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (name, carrier) in self.carriers() {
            let here = self.workspace.comments().filter(|(filed, _)| {
                let submission = &filed.submission;
                submission.workstream == name.workstream && submission.version == name.version
            });
            for (filed, comment) in here {
                findings.extend(self.misplaced(&carrier, filed, comment));
                findings.extend(self.miscited(&name, filed, comment));
                findings.extend(incomplete(filed, comment));
                findings.extend(self.unknown_references(filed, comment));
            }
        }
        findings
    }

    /// One carrier for each version commented on, whether it has a text or not.
    fn carriers(&self) -> Vec<(VersionName, Carrier<'_>)> {
        let names: BTreeSet<VersionName> = self
            .workspace
            .submissions
            .iter()
            .map(|filed| VersionName::new(&filed.submission.workstream, &filed.submission.version))
            .collect();
        names.into_iter().map(|name| (name.clone(), Carrier::new(&self.workspace, &name))).collect()
    }

    fn misplaced(&self, carrier: &Carrier<'_>, filed: &Filed, comment: &Comment) -> Option<Finding> {
        let target = &comment.target;
        let version = self.title(&filed.submission.version).to_lowercase();
        let quote = comment.quote.as_deref().unwrap_or_default();
        let quotable = self
            .workspace
            .draft(
                &VersionName::new(&filed.submission.workstream, &filed.submission.version),
                filed.submission.quoted_language(comment),
            )
            .is_some();
        let (kind, what, way_out) = match carrier.stands(filed, comment)? {
            Anchoring::Unplaced if *target == Target::Unread => (
                "citation-not-read",
                format!("cites `{}`, which names no paragraph", comment.cited.as_deref().unwrap_or("?")),
                "it stays under the whole text until a person places it",
            ),
            Anchoring::Unplaced => (
                "paragraph-not-there",
                format!("{target} is not in the {version}"),
                "it stays under the whole text until a person places it",
            ),
            Anchoring::Paragraph(_) if comment.quote.is_some() && quotable => (
                "quote-not-found",
                format!("the quoted words `{quote}` are not in {target} of the {version}"),
                "it stays beside the paragraph",
            ),
            Anchoring::Ambiguous(spots) => (
                "quote-stands-twice",
                format!("the quoted words `{quote}` fit {} places in {target} of the {version}", spots.len()),
                "a person decides which is meant",
            ),
            _ => return None,
        };
        Some(finding(kind, filed, comment, what, Some(way_out.to_owned())))
    }

    /// A number that was cited and a paragraph it was read as must be the same.
    fn miscited(&self, name: &VersionName, filed: &Filed, comment: &Comment) -> Option<Finding> {
        let cited = comment.cited.as_deref()?;
        let bare = cited.trim_start_matches(|c: char| c.is_alphabetic() || c == '.' || c == '§' || c == ' ');
        let page = cited.to_lowercase().starts_with('p') && !cited.to_lowercase().starts_with("para");
        let meant = self.numbering(name).find(bare).filter(|_| !page)?;
        let read_as = comment.target.ids();
        let by_id = ParagraphId::typed(cited.trim()).is_some_and(|id| read_as.contains(&&id));
        if read_as.is_empty()
            || by_id
            || read_as.iter().any(|id| **id == meant || meant.covers(id) || id.covers(&meant))
        {
            return None;
        }
        let what = format!("cites `{cited}`, which is {meant}, and was read as {}", comment.target);
        Some(finding("cited-elsewhere", filed, comment, what, None))
    }

    fn unknown_references(&self, filed: &Filed, comment: &Comment) -> Vec<Finding> {
        let workstream = &filed.submission.workstream;
        let known = |name: &String| {
            CommentId::parse(name, workstream).is_some_and(|id| self.workspace.comment(&id).is_some())
        };
        let named = comment.supports.iter().chain(&comment.reacts_to).filter(|name| !known(name));
        let unknown = named.map(|name| {
            let what = format!("refers to `{name}`, which is not among the comments");
            finding("reference-unknown", filed, comment, what, None)
        });
        unknown.collect()
    }
}

/// A wish without what it wishes for.
fn incomplete(filed: &Filed, comment: &Comment) -> Option<Finding> {
    let (kind, what) = match comment.action {
        Action::Amend | Action::Add if comment.proposal.is_none() => {
            ("proposal-missing", format!("asks to {} but proposes no wording", comment.action))
        }
        Action::Move if comment.to.is_none() => {
            ("place-missing", "asks to move the text but does not say where".to_owned())
        }
        Action::Amend | Action::Delete | Action::Move | Action::Retain if comment.target.ids().is_empty() => {
            ("paragraph-missing", format!("asks to {} but names no paragraph", comment.action))
        }
        _ => return None,
    };
    Some(finding(kind, filed, comment, what, Some("it is kept as it came".to_owned())))
}

fn finding(
    kind: &'static str,
    filed: &Filed,
    comment: &Comment,
    what: String,
    way_out: Option<String>,
) -> Finding {
    let place = format!("{} ({}:{})", filed.submission.id(comment).short(), filed.path, comment.line);
    Finding { kind, place, what, way_out }
}
