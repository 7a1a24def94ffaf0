//! What a delegation can do now.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::desk::alike::alike;
use crate::desk::due::status_of;
use crate::draft::{Language, VersionId};
use crate::report::WorkstreamStatus;
use crate::schedule::{MilestoneKind, Round};
use crate::text::{counted, listed, short_day, short_days, within_sentence};

impl Desk {
    /// What a delegation can do today, each in words.
    pub(super) fn delegations_can(&self, workstreams: &[WorkstreamStatus]) -> Vec<String> {
        let schedule = &self.workspace.schedule;
        let mut can = Vec::new();
        let rounds = schedule.rounds.iter().filter(|round| round.cancelled.is_none());
        let dated = rounds.filter_map(|round| Some((round, round.start?, round.end?)));
        for (round, start, end) in dated {
            if start <= self.today && self.today <= end {
                can.push(self.take_the_floor(round, start, end));
            }
            can.extend(self.comment_on(round, (start, end), workstreams));
        }
        can.extend(self.before_deadlines());
        can.extend(self.read(workstreams));
        if can.is_empty() {
            can.push("nothing at present: no text is out and no deadline is near".to_owned());
        }
        can
    }

    fn take_the_floor(&self, round: &Round, start: NaiveDate, end: NaiveDate) -> String {
        let place = round.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
        let hours = round.hours.as_ref().map(|hours| format!(", {hours}")).unwrap_or_default();
        let zone = self.workspace.schedule.timezone.name();
        let zone = if hours.is_empty() { String::new() } else { format!(" ({zone})") };
        format!(
            "take the floor in the {}, {}{hours}{zone}{place}",
            within_sentence(&round.title),
            short_days(start, end)
        )
    }

    fn comment_on(
        &self,
        round: &Round,
        (start, end): (NaiveDate, NaiveDate),
        workstreams: &[WorkstreamStatus],
    ) -> Option<String> {
        let schedule = &self.workspace.schedule;
        let version = round.on.as_ref()?;
        let out = out_in(version, workstreams);
        // Once the next version is out, it is the one to speak of.
        let overtaken = schedule.successor(version).is_some_and(|next| !out_in(next, workstreams).is_empty());
        if out.is_empty() || overtaken {
            return None;
        }
        let title = within_sentence(schedule.title_of(version));
        let within = self.named_among(&out);
        let days = short_days(start, end);
        let deadline = schedule.comment_deadline(version, &round.id).and_then(|deadline| deadline.due.last());
        let round = within_sentence(&round.title);
        Some(match deadline {
            Some(last) if last >= self.today => format!(
                "send written comments on the {title}{within} until {} ({} left); the {round} is {days}",
                short_day(last),
                counted(usize::try_from((last - self.today).num_days()).unwrap_or_default(), "day")
            ),
            Some(last) => format!(
                "comments on the {title}{within} that arrive now are late: the last day was {}",
                short_day(last)
            ),
            None if end >= self.today => format!(
                "send written comments on the {title}{within}: no last day was announced, the {round} is {days}"
            ),
            None => format!(
                "comments on the {title}{within} that arrive now come after the {round}, {days}; no last day was announced"
            ),
        })
    }

    /// What has to be done by a day that is still to come.
    fn before_deadlines(&self) -> Vec<String> {
        let deadlines = self.workspace.schedule.milestones.iter();
        let deadlines = deadlines
            .filter(|m| m.kind == MilestoneKind::Deadline && !m.closes_comments() && m.cancelled.is_none());
        let open = deadlines.filter_map(|m| {
            let last = m.due.last().filter(|last| *last >= self.today)?;
            let days = usize::try_from((last - self.today).num_days()).unwrap_or_default();
            let title = within_sentence(&m.title);
            Some(format!("by {} ({} left): {title}", short_day(last), counted(days, "day")))
        });
        open.collect()
    }

    /// Where the newest texts are.
    fn read(&self, workstreams: &[WorkstreamStatus]) -> Vec<String> {
        let said = workstreams.iter().filter_map(|workstream| {
            let version = workstream.newest_out()?;
            let codes: Vec<&str> = version.languages.iter().map(Language::as_str).collect();
            let read = format!("read the {} in {}", within_sentence(&version.title), listed(&codes));
            Some((read, workstream.id.clone()))
        });
        let groups = alike(said).into_iter();
        groups.map(|(said, named)| format!("{said}{}", self.named_among(&named))).collect()
    }

    /// ` (aid and ict)`; nothing where it is all of them.
    pub(super) fn named_among(&self, workstreams: &[String]) -> String {
        if workstreams.len() == self.workspace.schedule.workstreams.len() {
            return String::new();
        }
        format!(" ({})", listed(workstreams))
    }
}

/// The workstreams in which a version is out.
pub(super) fn out_in(version: &VersionId, workstreams: &[WorkstreamStatus]) -> Vec<String> {
    let out = |workstream: &&WorkstreamStatus| {
        status_of(workstream, version).is_some_and(|status| status.issued.is_some())
    };
    workstreams.iter().filter(out).map(|workstream| workstream.id.clone()).collect()
}
