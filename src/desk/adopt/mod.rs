//! Puts proposals into the version that is being prepared.

mod one;
mod shown;

use std::collections::{BTreeMap, BTreeSet};

use crate::collate::Adopted;
use crate::comment::CommentId;
use crate::desk::Desk;
use crate::desk::history::path;
use crate::desk::place::comment_trailers;
use crate::desk::translation::waiting_after;
use crate::draft::{Language, VersionName};
use crate::error::{Error, Result};
use crate::report::{AdoptedReport, Taken, Untouched};
use crate::store::Act;
use crate::text::{counted, within_sentence};
use crate::workspace::Workspace;

/// Which proposals go where.
#[derive(Debug, Clone, Default)]
pub struct AdoptAsked {
    /// The comments, in the order in which they are put in.
    pub comments: Vec<String>,
    /// The version; the newest one where none is named.
    pub into: Option<String>,
    /// The language of the text, where it is not the one a comment is worded in.
    pub language: Option<String>,
    /// Whether only to show what would happen.
    pub dry_run: bool,
    /// Whether to commit.
    pub commit: bool,
}

impl Desk {
    /// Puts proposals into a version one after the other, in one act; where one of them meets what was changed since
    /// it was made, nothing is written and the collision is shown.
    pub fn adopt(&self, asked: &AdoptAsked) -> Result<AdoptedReport> {
        if !asked.dry_run {
            self.writable()?;
        }
        let ids: Result<Vec<CommentId>> =
            asked.comments.iter().map(|typed| self.workspace.named_comment(typed)).collect();
        let ids = ids?;
        let into = self.version_to_prepare(&ids, asked.into.as_deref())?;
        let language = asked.language.as_deref().map(|typed| self.language(Some(typed))).transpose()?;
        let mut report = self.nothing_adopted(&into, asked.dry_run);
        let mut giver = self.giver(&into.workstream, None);
        let mut workspace = self.workspace.clone();
        let mut languages: BTreeSet<Language> = BTreeSet::new();
        for id in &ids {
            let one = self.adopt_one(&workspace, &into, id, language.as_ref(), &mut giver)?;
            let comment = self.comment_name(id);
            match one.adopted {
                Adopted::Nothing(why) => report.nothing.push(Untouched { comment, why: why.to_owned() }),
                Adopted::Collision(hindrances) => {
                    let met = hindrances.iter().map(|met| self.meeting(&comment, &into, &one.language, met));
                    report.collisions.extend(met);
                }
                Adopted::Taken(draft) => {
                    let (filed, said) = self.workspace.comment(id).expect("a named comment is on file");
                    report.adopted.push(Taken {
                        comment,
                        delegation: self.workspace.schedule.name_of(&filed.submission.delegation).to_owned(),
                        action: said.action.word(),
                        language: one.language.clone(),
                    });
                    if let Some(text) = workspace.texts.get_mut(&into) {
                        text.drafts.insert(one.language.clone(), draft);
                    }
                    languages.insert(one.language);
                }
            }
        }
        for language in &languages {
            report.changes.extend(self.changes_in(&workspace, &into, language));
        }
        report.waiting = waiting_after(self.workspace.texts.get(&into), &languages);
        self.write_adopted(report, &workspace, &into, &ids, &languages, asked)
    }

    /// Writes what was put in, unless it was only to be shown or something collided.
    fn write_adopted(
        &self,
        mut report: AdoptedReport,
        workspace: &Workspace,
        into: &VersionName,
        ids: &[CommentId],
        languages: &BTreeSet<Language>,
        asked: &AdoptAsked,
    ) -> Result<AdoptedReport> {
        report.next = self.after_adopting(&report, into);
        if !report.collisions.is_empty() || asked.dry_run || languages.is_empty() {
            return Ok(report);
        }
        let mut files: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        for language in languages {
            if let Some(draft) = workspace.draft(into, language) {
                files.insert(path(into, language), Some(draft.print().into_bytes()));
            }
        }
        if asked.commit {
            self.nothing_unsaved(files.keys())?;
        }
        let taken: Vec<&CommentId> = ids
            .iter()
            .filter(|id| report.adopted.iter().any(|taken| taken.comment == self.comment_name(id)))
            .collect();
        let said = match taken.as_slice() {
            [one] => one.short(),
            several => counted(several.len(), "comment"),
        };
        let title = within_sentence(&report.into);
        let message = format!("{}: take {said} into the {title}", into.workstream);
        let trailers = comment_trailers(taken);
        report.files = files.keys().cloned().collect();
        report.commit =
            self.write(Act { files, message, trailers, commit: asked.commit, ..Act::default() })?;
        report.written = true;
        Ok(report)
    }

    /// The version that proposals go into: named, or the newest of the comments' workstream; never an issued one.
    fn version_to_prepare(&self, ids: &[CommentId], named: Option<&str>) -> Result<VersionName> {
        let workstream = match ids.first() {
            Some(first) => first.workstream.clone(),
            None => self.workspace.workstream(None)?,
        };
        let into = match named {
            Some(typed) => {
                let stated = self.stated(typed)?;
                if stated.at.is_some() {
                    let what =
                        format!("`{typed}` is a revision, and only the text as it is now can be written");
                    return Err(Error::refused(
                        what,
                        format!("name the version: `--into {}`", stated.name.version),
                    ));
                }
                stated.name
            }
            None => self.newest_or_none(&workstream)?,
        };
        match ids.iter().find(|id| id.workstream != into.workstream) {
            Some(other) => Err(Error::refused(
                format!("{other} speaks of another text than `{into}`"),
                "adopt the comments of one workstream at a time",
            )),
            None => Ok(into),
        }
    }

    /// A commit of ours holds nothing that somebody else edited.
    fn nothing_unsaved<'p>(&self, paths: impl Iterator<Item = &'p String>) -> Result<()> {
        let changed = self.store.changed()?;
        match paths.into_iter().find(|path| changed.contains(path)) {
            Some(path) => Err(Error::refused(
                format!("{path} holds edits that were not saved"),
                "`travaux save` first, or write without a commit: `--no-commit`",
            )),
            None => Ok(()),
        }
    }
}
