//! Carries the comments on earlier versions to a later one.

use std::collections::BTreeMap;

use crate::collate::{Collation, Entry};
use crate::desk::Desk;
use crate::draft::{Language, VersionName};
use crate::error::Result;
use crate::report::{Because, CarryReport, Change, CommentRow};

impl Desk {
    /// Where every comment on a version before this one stands in it; the newest version where none is named.
    /// With `from`, only the comments on that version.
    pub fn carry(
        &self,
        to: Option<&str>,
        from: Option<&str>,
        only_for_a_person: bool,
    ) -> Result<CarryReport> {
        let to = match to {
            Some(typed) => self.stated(typed)?.name,
            None => self.newest_or_none(&self.workspace.workstream(None)?)?,
        };
        let from = from.map(|typed| self.stated(typed)).transpose()?.map(|stated| stated.name.version);
        let collation = Collation::of(&self.workspace, &to);
        let wanted = |entry: &&Entry<'_>| {
            let made_on = &entry.filed.submission.version;
            from.as_ref().map_or(*made_on != to.version, |from| made_on == from)
        };
        let rows: Vec<CommentRow> =
            collation.entries().filter(wanted).map(|entry| self.row(entry, &to)).collect();
        let mut tally: BTreeMap<&'static str, usize> = BTreeMap::new();
        for row in &rows {
            *tally.entry(row.stands.standing).or_default() += 1;
        }
        let because = self.because(collation.entries().filter(wanted), &to)?;
        let for_a_person = rows.iter().filter(|row| row.stands.needs_a_person).count();
        let shown = rows.into_iter().filter(|row| !only_for_a_person || row.stands.needs_a_person);
        Ok(CarryReport {
            about: self.about(),
            to: self.title(&to.version),
            tally,
            for_a_person,
            because,
            comments: shown.collect(),
        })
    }

    /// The redlines that left comments without a certain place, each once, with the comments they concern.
    fn because<'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry<'e>>,
        to: &VersionName,
    ) -> Result<Vec<Because>> {
        let mut because: Vec<Because> = Vec::new();
        for entry in entries.filter(|entry| entry.anchoring.needs_a_person()) {
            let submission = &entry.filed.submission;
            let made_on = VersionName::new(&submission.workstream, &submission.version);
            let change = self.change_of(&made_on, to, entry)?;
            let name = self.comment_name(&entry.id);
            match because.iter_mut().find(|known| known.change == change) {
                Some(known) => known.comments.push(name),
                None if change.is_empty() => {}
                None => because.push(Because { comments: vec![name], change }),
            }
        }
        Ok(because)
    }

    /// What became of a comment's passages, in the language it quotes where both texts have it.
    pub(super) fn change_of(
        &self,
        made_on: &VersionName,
        now: &VersionName,
        entry: &Entry<'_>,
    ) -> Result<Vec<Change>> {
        let quoted = entry.filed.submission.quoted_language(entry.comment);
        let languages = [quoted, &self.workspace.schedule.original];
        let in_both = |language: &&Language| {
            [made_on, now].iter().all(|name| self.workspace.draft(name, language).is_some())
        };
        match languages.into_iter().find(in_both) {
            Some(language) => self.changed_since(made_on, now, language, &entry.comment.target),
            None => Ok(Vec::new()),
        }
    }
}
