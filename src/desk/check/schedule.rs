//! The plan held against itself, against the records, and both against git.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::desk::evidence::facts;
use crate::desk::held::record_path;
use crate::desk::history::folder;
use crate::desk::lateness::Lateness;
use crate::desk::witness::{Fact, Witness};
use crate::draft::WorkstreamId;
use crate::report::Finding;
use crate::schedule::{RoundRecord, Schedule};
use crate::text::{counted, short_day};

/// What has to be looked at, and what is only worth knowing.
#[derive(Debug, Default)]
pub(super) struct Noticed {
    pub(super) findings: Vec<Finding>,
    pub(super) remarks: Vec<Finding>,
}

impl Noticed {
    fn note(&mut self, remark: bool, finding: Finding) {
        if remark { self.remarks.push(finding) } else { self.findings.push(finding) }
    }
}

impl Desk {
    /// Contradictions in the plan, records that git does not bear out, statements that do not fit.
    pub(super) fn schedule_findings(&self, witness: &Witness) -> Noticed {
        let mut noticed = Noticed::default();
        for doubt in self.workspace.schedule.doubts() {
            let finding = Finding {
                kind: doubt.kind,
                place: format!("schedule.toml:{}", doubt.line),
                what: doubt.what,
                way_out: doubt.way_out,
            };
            noticed.note(doubt.remark, finding);
        }
        self.records_against_git(witness, &mut noticed);
        self.moved_deadlines(witness, &mut noticed);
        self.announced_against_sessions(&mut noticed);
        noticed
    }

    /// A record that speaks of a day before its commit is worth knowing; where it makes something punctual that the
    /// commit does not, or speaks of a day that had not come, it has to be looked at.
    fn records_against_git(&self, witness: &Witness, noticed: &mut Noticed) {
        for (name, text) in &self.workspace.texts {
            let circulation = self.workspace.schedule.circulation_of(&name.version);
            let due = circulation.and_then(|circulation| circulation.due.last());
            let path = format!("{}/version.toml", folder(name));
            for (fact, on, said) in facts(name, &text.record) {
                let needed = !matches!(&fact, Fact::Issued(..)) || text.record.first_issued() == Some(on);
                noticed.compare(witness, &fact, &path, &said, on, due.filter(|_| needed));
            }
        }
        for ((workstream, round), record) in &self.workspace.rounds {
            if let Some(held) = record.held {
                let fact = Fact::Held(workstream.clone(), round.clone(), held.start, held.end);
                noticed.compare(witness, &fact, &record_path(workstream, round), "held", held.end, None);
            }
        }
    }

    /// A moved deadline makes nothing punctual in silence.
    fn moved_deadlines(&self, witness: &Witness, noticed: &mut Noticed) {
        for change in witness.changes.iter().filter(|change| change.moved()) {
            let milestone = self.workspace.schedule.milestones.iter().find(|m| m.id == change.event);
            let (Some(milestone), Some(was)) = (milestone.filter(|m| m.closes_comments()), change.was.until)
            else {
                continue;
            };
            if change.on > was {
                noticed.findings.push(Finding {
                    kind: "deadline-moved-after-it-passed",
                    place: format!("schedule.toml:{}", milestone.line),
                    what: format!(
                        "`{}` was {}, and moved on {}, when it had passed",
                        milestone.id,
                        short_day(was),
                        short_day(change.on)
                    ),
                    way_out: None,
                });
            }
        }
        for filed in &self.workspace.submissions {
            let received = short_day(self.arrived(filed));
            let (kind, said, was, on) = match self.lateness(filed, witness) {
                Lateness::InTimeSinceMoved { was, on } => ("in-time-since-moved", "in time only", was, on),
                Lateness::LateSinceMoved { was, on } => ("late-since-moved", "late only", was, on),
                _ => continue,
            };
            noticed.remarks.push(Finding {
                kind,
                place: filed.path.clone(),
                what: format!(
                    "received {received}: {said} since the deadline moved on {}; it was {}",
                    short_day(on),
                    short_day(was)
                ),
                way_out: None,
            });
        }
    }

    /// Announced statements belong to a session of the plan, and fit into it.
    fn announced_against_sessions(&self, noticed: &mut Noticed) {
        let schedule = &self.workspace.schedule;
        for ((workstream, id), record) in &self.workspace.rounds {
            let Some(round) = schedule.round(id) else { continue };
            let unknown = record.announced.iter().filter_map(|announced| announced.session.as_deref());
            for title in unknown.filter(|title| round.sessions.iter().all(|known| known.title != *title)) {
                let known: Vec<&str> = round.sessions.iter().map(|session| session.title.as_str()).collect();
                noticed.findings.push(Finding {
                    kind: "session-unknown",
                    place: record_path(workstream, id),
                    what: format!("statements are announced for `{title}`, which `{id}` does not have"),
                    way_out: Some(match crate::text::nearest(title, known.iter().copied()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("known are {}", known.join(", ")),
                    }),
                });
            }
            noticed.remarks.extend(too_many(schedule, workstream, id.as_str(), record, self));
        }
    }
}

/// More statements than fit: worth knowing before the round.
fn too_many(
    schedule: &Schedule,
    workstream: &WorkstreamId,
    round: &str,
    record: &RoundRecord,
    desk: &Desk,
) -> Option<Finding> {
    let title = schedule.rounds.iter().find(|known| known.id.as_str() == round).map(|known| &known.title)?;
    let floor = desk.floor_time(std::slice::from_ref(workstream));
    let overfull = floor.iter().find(|floor| floor.round == *title)?.overfull()?;
    record.held.is_none().then(|| Finding {
        kind: "more-statements-than-fit",
        place: format!("{workstream}/{round}"),
        what: format!("more statements are announced than fit: {overfull}"),
        way_out: Some("written statements have no limit".to_owned()),
    })
}

impl Noticed {
    fn compare(
        &mut self,
        witness: &Witness,
        fact: &Fact,
        path: &str,
        said: &str,
        on: NaiveDate,
        due: Option<NaiveDate>,
    ) {
        let Some(committed) = witness.of(fact).filter(|committed| *committed != on) else { return };
        let days = counted(usize::try_from((committed - on).num_days().abs()).unwrap_or_default(), "day");
        let (day, record) = (short_day(committed), short_day(on));
        let early = committed < on;
        let saves = due.is_some_and(|due| on <= due && committed > due);
        let what = match (early, saves) {
            (true, _) => format!("says {said} {record}, and was committed on {day}, {days} before"),
            (false, true) => format!(
                "says {said} {record}, in time, and was committed on {day}, {days} later and after the day due"
            ),
            (false, false) => format!("says {said} {record}, and was committed on {day}, {days} later"),
        };
        let way_out = "record what happens on the day it happens; `git log` has the commit";
        let finding = Finding {
            kind: if early { "recorded-before-the-day" } else { "recorded-later" },
            place: path.to_owned(),
            what,
            way_out: (early || saves).then(|| way_out.to_owned()),
        };
        self.note(!(early || saves), finding);
    }
}
