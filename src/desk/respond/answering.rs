//! In the name of which version a comment is answered.

use crate::comment::CommentId;
use crate::desk::Desk;
use crate::draft::{VersionId, VersionName};
use crate::error::{Error, Result};

impl Desk {
    /// The version that answers a comment: the one named, or the one being prepared, that is the first after the
    /// comment's own that was not issued yet. What was said with a version that went out stays on file as it was said.
    pub(super) fn answering_version(
        &self,
        id: &CommentId,
        made_on: &VersionId,
        named: Option<&str>,
    ) -> Result<VersionName> {
        let schedule = &self.workspace.schedule;
        if let Some(typed) = named {
            let bare = typed.rsplit_once('/').map_or(typed, |(_, bare)| bare);
            let version = schedule.named_version(bare)?;
            if schedule.way(made_on, &version).is_none() {
                return Err(Error::refused(
                    format!("`{version}` does not continue `{made_on}`, on which {} was made", id.short()),
                    "name a version that does, or leave out `--version`",
                ));
            }
            return Ok(VersionName::new(&id.workstream, &version));
        }
        let mut answering = made_on;
        while let Some(next) = schedule.successor(answering) {
            answering = next;
            let text = self.workspace.texts.get(&VersionName::new(&id.workstream, next));
            if text.is_none_or(|text| text.record.first_issued().is_none()) {
                break;
            }
        }
        Ok(VersionName::new(&id.workstream, answering))
    }
}
