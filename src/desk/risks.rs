//! What may go wrong, and what is due from whom.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::desk::alike::alike;
use crate::desk::milestones::named;
use crate::draft::{Language, VersionName, WorkstreamId};
use crate::report::{DueFrom, Event, EventKind, WorkstreamStatus};
use crate::schedule::{MilestoneKind, Standing, Window, WindowKind};
use crate::text::{counted, listed, short_day, within_sentence};

impl Desk {
    /// Windows that are or will be shorter than planned, languages that are late, little time to read, more statements
    /// than fit.
    pub(super) fn risks(&self, workstreams: &[WorkstreamStatus], ids: &[WorkstreamId]) -> Vec<String> {
        let mut risks = Vec::new();
        for window in self.workspace.schedule.windows() {
            // What is over is no risk any more.
            if window.until >= self.today {
                risks.extend(self.shortened(&window, ids));
            }
        }
        risks.extend(self.late_languages(workstreams));
        let rounds = &self.workspace.schedule.rounds;
        let ahead = |line: usize| {
            rounds
                .iter()
                .any(|round| round.line == line && round.start.is_some_and(|start| start >= self.today))
        };
        let doubts = self.workspace.schedule.doubts().into_iter();
        risks.extend(doubts.filter(|doubt| doubt.remark && ahead(doubt.line)).map(|doubt| doubt.what));
        let floor = self.floor_time(ids).into_iter().filter(|floor| {
            rounds.iter().any(|r| r.title == floor.round && r.start.is_some_and(|start| start >= self.today))
        });
        risks.extend(floor.filter_map(|floor| {
            Some(format!("{}: more statements are announced than fit, {}", floor.round, floor.overfull()?))
        }));
        risks
    }

    /// A window that began late, or has not begun though it should have, in each workstream.
    fn shortened(&self, window: &Window, ids: &[WorkstreamId]) -> Vec<String> {
        let schedule = &self.workspace.schedule;
        let title = within_sentence(schedule.title_of(&window.version));
        let what = match window.kind {
            WindowKind::Comments => format!("time to comment on the {title}"),
            WindowKind::Consolidation => format!("time to prepare the {title}"),
        };
        let begun = |id: &WorkstreamId| -> Option<NaiveDate> {
            match window.kind {
                WindowKind::Comments => {
                    let text = self.workspace.texts.get(&VersionName::new(id, &window.version))?;
                    text.record.as_at(self.today).circulated()
                }
                WindowKind::Consolidation => {
                    Some(self.workspace.rounds.get(&(id.clone(), window.round.clone()))?.held?.end)
                }
            }
        };
        let shorter = ids.iter().filter_map(|id| {
            let (from, open) = match begun(id) {
                Some(from) => (from, false),
                None if window.kind == WindowKind::Comments => (self.today, true),
                None => return None,
            };
            (from > window.from).then(|| (((window.until - from).num_days(), open), id.to_string()))
        });
        let shorter = alike(shorter);
        let several = schedule.workstreams.len() > 1;
        shorter
            .into_iter()
            .map(|((left, open), names)| {
                let within = if several { format!(" ({})", listed(&names)) } else { String::new() };
                let days = counted(usize::try_from(left).unwrap_or_default(), "day");
                let most = if open { "at most " } else { "" };
                format!("{what}: {most}{days} instead of {}{within}", window.days())
            })
            .collect()
    }

    /// Languages in which the newest text is not out, and since when the first one is.
    fn late_languages(&self, workstreams: &[WorkstreamStatus]) -> Vec<String> {
        let late = workstreams.iter().filter_map(|workstream| {
            let version = workstream.newest_out().filter(|v| !v.languages_not_out.is_empty())?;
            let since = version.issued.map_or(0, |issued| (self.today - issued).num_days());
            let codes: Vec<&str> = version.languages_not_out.iter().map(Language::as_str).collect();
            let said = format!(
                "the {} is not out in {}, {} after it was first issued",
                within_sentence(&version.title),
                listed(&codes),
                counted(usize::try_from(since).unwrap_or_default(), "day")
            );
            Some((said, workstream.id.clone()))
        });
        let all = workstreams.len();
        alike(late).into_iter().map(|(said, of)| format!("{said}{}", named(&of, all))).collect()
    }

    /// What somebody still has to do, the co-chairs first.
    pub(super) fn due_from(&self, events: &[&Event], workstreams: &[WorkstreamStatus]) -> Vec<DueFrom> {
        let mut due = self.due_from_the_co_chairs(events, workstreams);
        for milestone in &self.workspace.schedule.milestones {
            let open =
                milestone.due.last().filter(|last| *last >= self.today && milestone.cancelled.is_none());
            if let (MilestoneKind::Deadline, Some(last)) = (milestone.kind, open) {
                let what = within_sentence(&milestone.title);
                due.push(DueFrom { from: "delegations", what, by: Some(short_day(last)) });
            }
        }
        let unrecorded = events.iter().filter(|event| {
            event.kind == EventKind::Round && matches!(event.standing, Standing::Overdue { .. })
        });
        let to_record =
            alike(unrecorded.map(|event| (&event.title, event.workstream.clone().unwrap_or_default())));
        due.extend(to_record.into_iter().map(|(title, names)| DueFrom {
            from: "secretariat",
            what: format!(
                "the record that the {} was held{}",
                within_sentence(title),
                named(&names, workstreams.len())
            ),
            by: None,
        }));
        let languages = self.late_languages(workstreams).into_iter();
        due.extend(languages.map(|what| DueFrom { from: "translators", what, by: None }));
        due
    }

    /// Answers before the next version, then the versions themselves.
    fn due_from_the_co_chairs(&self, events: &[&Event], workstreams: &[WorkstreamStatus]) -> Vec<DueFrom> {
        let mut due: Vec<DueFrom> = Vec::new();
        let circulations = events.iter().filter(|event| event.kind == EventKind::Circulation);
        let open = circulations.filter(|event| {
            event.standing.days_left().is_some() || matches!(event.standing, Standing::Overdue { .. })
        });
        let mut versions: Vec<(&Event, Vec<&WorkstreamStatus>)> = Vec::new();
        for event in open {
            let own = workstreams.iter().find(|known| Some(&known.id) == event.workstream.as_ref());
            match versions.iter_mut().find(|(known, _)| known.id == event.id) {
                Some((_, named)) => named.extend(own),
                None => versions.push((event, own.into_iter().collect())),
            }
        }
        for workstream in workstreams.iter().filter(|known| known.waiting.unanswered > 0) {
            // Answers are due with the next version of their own workstream.
            let own = |(_, of): &&(&Event, Vec<&WorkstreamStatus>)| {
                of.iter().any(|known| known.id == workstream.id)
            };
            let next = versions.iter().find(own).map(|(event, _)| event.planned.when());
            due.push(DueFrom {
                from: "co-chairs",
                what: format!(
                    "answers to {}{}",
                    counted(workstream.waiting.unanswered, "comment"),
                    named(std::slice::from_ref(&workstream.id), workstreams.len())
                ),
                by: next,
            });
        }
        due.extend(versions.into_iter().map(|(event, of)| {
            let of: Vec<String> = of.into_iter().map(|known| known.id.clone()).collect();
            let of =
                if of.len() == workstreams.len() { String::new() } else { named(&of, workstreams.len()) };
            DueFrom {
                from: "co-chairs",
                what: format!("{}{of}", within_sentence(&event.title)),
                by: Some(event.planned.when()),
            }
        }));
        due
    }
}
