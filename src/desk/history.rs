//! The versions of a workstream and the revisions of their texts.

use crate::desk::Desk;
use crate::draft::{Language, VersionName};
use crate::error::Result;
use crate::report::{LogReport, LogRow};
use crate::store::Touch;

impl Desk {
    /// Versions and revisions, newest first.
    pub fn log(&self, workstream: Option<&str>) -> Result<LogReport> {
        let workstream = self.workspace.workstream(workstream)?;
        let mut rows = Vec::new();
        for version in self.workspace.versions_of(&workstream) {
            let name = VersionName::new(&workstream, &version);
            rows.extend(self.record_rows(&name));
            rows.extend(self.touches(&name)?.into_iter().map(|touch| LogRow {
                on: self.workspace.schedule.day(touch.revision.when),
                version: self.title(&name.version),
                commit: Some(touch.revision.id),
                author: Some(touch.revision.author),
                what: touch.revision.subject,
            }));
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.on));
        let title = self.workspace.schedule.workstream(&workstream);
        Ok(LogReport {
            about: self.about(),
            workstream: title.map_or_else(|| workstream.to_string(), |known| known.title.clone()),
            remark: self.remark(),
            rows,
        })
    }

    /// What the record of a version says.
    fn record_rows(&self, name: &VersionName) -> Vec<LogRow> {
        let Some(text) = self.workspace.texts.get(name) else { return Vec::new() };
        let record = text.record.as_at(self.today);
        let row = |on, what: String| LogRow {
            on,
            version: self.title(&name.version),
            commit: None,
            author: None,
            what,
        };
        let issued =
            record.issued.iter().map(|issued| row(issued.on, format!("issued in {}", issued.language)));
        let sent = record.sent.iter().map(|sent| row(sent.on, format!("sent to {}", sent.to)));
        let published =
            record.published.iter().map(|there| row(there.on, format!("published at {}", there.url)));
        issued.chain(sent).chain(published).collect()
    }

    /// The commits that changed a version's text in the original language, newest first. An example's history
    /// is not git's: there are none.
    pub(super) fn touches(&self, name: &VersionName) -> Result<Vec<Touch>> {
        if self.workspace.schedule.example || !self.store.is_git() || !self.store.has_commits() {
            return Ok(Vec::new());
        }
        self.store.life(&path(name, &self.workspace.schedule.original))
    }

    /// What cannot be told, and why.
    pub(super) fn remark(&self) -> Option<String> {
        let remark = if self.workspace.schedule.example {
            "An example: dates are those of its records; its revisions are seen after `travaux demo DIR`."
        } else if !self.store.is_git() {
            "This workspace is not in a git repository, so only versions are known, not revisions."
        } else if !self.store.has_commits() {
            "The repository has no commits yet, so only versions are known, not revisions."
        } else if self.store.is_shallow() {
            "This clone is shallow: what was committed before it is not here (`git fetch --unshallow` brings it)."
        } else {
            return None;
        };
        Some(remark.to_owned())
    }
}

/// Where a version's text in one language stands, from the workspace's root.
pub(super) fn path(name: &VersionName, language: &Language) -> String {
    format!("{}/{language}.md", folder(name))
}

/// Where a version stands, from the workspace's root.
pub(super) fn folder(name: &VersionName) -> String {
    format!("drafts/{}/{}", name.workstream, name.version)
}
