//! Carries the comments on earlier versions to a later one.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap};

use crate::collate::{Collation, Entry};
use crate::comment::Target;
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
        let mut compared = HashMap::new();
        // Where the comments on one target stand in the list; none where there is nothing to show.
        let mut known: HashMap<(VersionName, Language, Target), Option<usize>> = HashMap::new();
        for entry in entries.filter(|entry| entry.needs_a_person()) {
            let made_on = made_on(entry);
            let Some(language) = self.language_in_both(&made_on, to, entry) else { continue };
            let key = (made_on, language, entry.comment.target.clone());
            let at = match known.get(&key) {
                Some(at) => *at,
                None => {
                    let versions = (key.0.clone(), key.1.clone());
                    let comparison = match compared.entry(versions) {
                        Slot::Occupied(known) => known.into_mut(),
                        Slot::Vacant(new) => new.insert(self.compared(&key.0, to, &key.1)?),
                    };
                    let at = place_among(&mut because, comparison.changes_of(&key.2));
                    known.insert(key, at);
                    at
                }
            };
            if let Some(at) = at {
                because[at].comments.push(self.comment_name(&entry.id));
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
        match self.language_in_both(made_on, now, entry) {
            Some(language) => Ok(self.compared(made_on, now, &language)?.changes_of(&entry.comment.target)),
            None => Ok(Vec::new()),
        }
    }

    /// The language a comment quotes, or the original one: the first in which both versions have a text.
    pub(super) fn language_in_both(
        &self,
        made_on: &VersionName,
        now: &VersionName,
        entry: &Entry<'_>,
    ) -> Option<Language> {
        let quoted = entry.filed.submission.quoted_language(entry.comment);
        let languages = [quoted, &self.workspace.schedule.original];
        let in_both = |language: &&Language| {
            [made_on, now].iter().all(|name| self.workspace.draft(name, language).is_some())
        };
        languages.into_iter().find(in_both).cloned()
    }
}

fn made_on(entry: &Entry<'_>) -> VersionName {
    VersionName::new(&entry.filed.submission.workstream, &entry.filed.submission.version)
}

/// Where a change stands in the list, to which it is added if it is new; none for no change at all.
fn place_among(because: &mut Vec<Because>, change: Vec<Change>) -> Option<usize> {
    if change.is_empty() {
        return None;
    }
    let known = because.iter().position(|known| known.change == change);
    Some(known.unwrap_or_else(|| {
        because.push(Because { comments: Vec::new(), change });
        because.len() - 1
    }))
}
