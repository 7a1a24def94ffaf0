//! What is on record about an event, in words and held against git.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::desk::witness::{Fact, Witness};
use crate::draft::{VersionName, VersionRecord, WorkstreamId};
use crate::schedule::Milestone;
use crate::text::{counted, listed, short_day};

impl Desk {
    /// What came before and after a last day for comments: `12 submissions by then, 3 later`.
    pub(super) fn received_by(&self, milestone: &Milestone, shown: &[WorkstreamId]) -> Option<String> {
        let version = milestone.version.as_ref().filter(|_| milestone.closes_comments())?;
        let last = milestone.due.last()?;
        let received = self.workspace.submissions.iter().map(|filed| &filed.submission);
        let on_it = received.filter(|s| shown.contains(&s.workstream) && s.version == *version);
        let days: Vec<NaiveDate> = on_it.map(|submission| submission.received).collect();
        if days.is_empty() {
            return None;
        }
        let later = days.iter().filter(|day| **day > last).count();
        let by_then = counted(days.len() - later, "submission");
        Some(match later {
            0 if self.today <= last => format!("{by_then} so far"),
            0 => format!("{by_then} by then"),
            later => format!("{by_then} by then, {later} later"),
        })
    }
}

/// What a record says, with days named once where they are the same, and what it does not say yet:
/// `issued, sent and published 1 Apr 2026, in zh 10 Apr 2026`.
pub(super) fn record_in_words(record: &VersionRecord) -> (String, Vec<String>) {
    let first = record.first_issued();
    let facts = [
        ("issued", first),
        ("sent", record.sent.iter().map(|sent| sent.on).min()),
        ("published", record.published.iter().map(|there| there.on).min()),
    ];
    let mut groups: Vec<(NaiveDate, Vec<&str>)> = Vec::new();
    for (what, day) in facts {
        let Some(day) = day else { continue };
        match groups.last_mut() {
            Some((last, whats)) if *last == day => whats.push(what),
            _ => groups.push((day, vec![what])),
        }
    }
    let acts = groups.iter().map(|(day, whats)| format!("{} {}", listed(whats), short_day(*day)));
    let later = record.issued.iter().filter(|issued| Some(issued.on) != first);
    let later = later.map(|issued| format!("in {} {}", issued.language, short_day(issued.on)));
    let said: Vec<String> = acts.chain(later).collect();
    let missing = facts.iter().filter(|(_, day)| day.is_none());
    (said.join(", "), missing.map(|(what, _)| format!("{what}: not recorded")).collect())
}

/// Everything a record says, with the day it speaks of.
pub(super) fn facts(name: &VersionName, record: &VersionRecord) -> Vec<(Fact, NaiveDate, String)> {
    let issued = record.issued.iter().map(|i| {
        let fact = Fact::Issued(name.clone(), i.language.clone(), i.on);
        (fact, i.on, format!("issued in {}", i.language))
    });
    let sent = record.sent.iter().map(|sent| (Fact::Sent(name.clone(), sent.on), sent.on, "sent".to_owned()));
    let published = record
        .published
        .iter()
        .map(|there| (Fact::Published(name.clone(), there.on), there.on, "published".to_owned()));
    issued.chain(sent).chain(published).collect()
}

/// The last day on which git took in what makes a circulation done, where that was later than the record says.
pub(super) fn committed_later(
    name: &VersionName,
    record: &VersionRecord,
    witness: &Witness,
) -> Option<NaiveDate> {
    let first = record.first_issued();
    let needed = facts(name, record).into_iter().filter(|(fact, on, _)| match fact {
        Fact::Issued(..) => Some(*on) == first,
        _ => true,
    });
    let later = needed.filter_map(|(fact, on, _)| witness.of(&fact).filter(|committed| *committed > on));
    later.max()
}
