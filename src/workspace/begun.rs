//! When work on a version began, for a workspace whose history nobody kept.

use chrono::{Days, NaiveDate};

use crate::draft::VersionName;
use crate::workspace::Workspace;

/// Days between the last round on a version and the beginning of the next one.
const REST: Days = Days::new(2);
/// Days for which a first text lies in the drawer before it is issued.
const DRAWER: Days = Days::new(14);

impl Workspace {
    /// The day on which a version was begun, told by the plan and the records where no history tells it: two days
    /// after the last round on the version before it, or for a first text, two weeks before it was issued. Absent
    /// where neither tells anything.
    pub fn begun_on(&self, name: &VersionName) -> Option<NaiveDate> {
        let text = self.texts.get(name)?;
        let before = self.schedule.predecessor(&name.version);
        let before = before.filter(|b| self.texts.contains_key(&VersionName::new(&name.workstream, b)));
        let Some(before) = before else {
            return text.record.first_issued()?.checked_sub_days(DRAWER);
        };
        let rounds = self.schedule.rounds.iter().filter(|round| round.on.as_ref() == Some(before));
        rounds.filter_map(|round| round.end).max()?.checked_add_days(REST)
    }

    /// Whether work on a version had begun by the end of a day; issued, it certainly had.
    pub(super) fn had_begun(&self, name: &VersionName, day: NaiveDate) -> bool {
        let issued = self.texts.get(name).and_then(|text| text.record.first_issued());
        let begun = self.begun_on(name);
        issued.is_some_and(|issued| issued <= day) || begun.is_none_or(|begun| begun <= day)
    }
}
