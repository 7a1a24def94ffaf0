//! The names of those behind a wording.

use crate::collate::Backing;
use crate::comment::{Attribution, CommentId};
use crate::desk::Desk;
use crate::report::{Behind, Listed, Speaker};

impl Desk {
    /// Who is behind a wish; nobody where names are left out.
    pub(super) fn behind(&self, backing: &Backing, named: bool) -> Behind {
        if !named {
            return Behind::default();
        }
        let mut proposed_by: Vec<Speaker> = backing.asked.iter().filter_map(|id| self.speaker(id)).collect();
        proposed_by.sort();
        proposed_by.dedup();
        let supported_by = self.delegations(&backing.supported);
        let supported_by =
            supported_by.into_iter().filter(|name| proposed_by.iter().all(|by| by.name != *name));
        Behind {
            supported_by: supported_by.collect(),
            comments: backing.asked.iter().map(|id| self.comment_name(id)).collect(),
            proposed_by,
        }
    }

    /// The delegations behind some comments, each once, in English alphabetical order.
    pub(super) fn delegations(&self, comments: &[CommentId]) -> Vec<String> {
        let mut names: Vec<String> =
            comments.iter().filter_map(|id| self.speaker(id)).map(|speaker| speaker.name).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Comments counted, and named where names are given.
    pub(super) fn listed(&self, comments: &[CommentId], named: bool) -> Listed {
        let names = |of: Vec<String>| if named { of } else { Vec::new() };
        Listed {
            count: comments.len(),
            delegations: names(self.delegations(comments)),
            comments: names(comments.iter().map(|id| self.comment_name(id)).collect()),
        }
    }

    /// Who made a comment, as it may be named; absent where no such comment is on file.
    fn speaker(&self, id: &CommentId) -> Option<Speaker> {
        let (filed, _) = self.workspace.comment(id)?;
        let submission = &filed.submission;
        let schedule = &self.workspace.schedule;
        let mut names: Vec<String> =
            submission.on_behalf_of.iter().map(|code| schedule.name_of(code).to_owned()).collect();
        names.sort();
        let mut aligned: Vec<String> =
            submission.aligned.iter().map(|code| schedule.name_of(code).to_owned()).collect();
        aligned.sort();
        let (name, on_behalf_of) = match submission.attribution {
            Attribution::Named => (schedule.name_of(&submission.delegation).to_owned(), names),
            Attribution::Group if !names.is_empty() => (names.join(", "), Vec::new()),
            Attribution::Group | Attribution::None => ("not named".to_owned(), Vec::new()),
        };
        Some(Speaker { name, on_behalf_of, aligned })
    }
}
