//! Carries the comments on earlier versions to a later one.

use std::collections::BTreeMap;

use crate::collate::{Collation, Entry};
use crate::desk::Desk;
use crate::error::Result;
use crate::report::{CarryReport, CommentRow};

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
        let for_a_person = rows.iter().filter(|row| row.stands.needs_a_person).count();
        let shown = rows.into_iter().filter(|row| !only_for_a_person || row.stands.needs_a_person);
        Ok(CarryReport {
            about: self.about(),
            to: self.title(&to.version),
            tally,
            for_a_person,
            comments: shown.collect(),
        })
    }
}
