//! How many statements fit into the sessions of a round, and how many were announced.

use crate::desk::Desk;
use crate::draft::WorkstreamId;
use crate::report::{FloorSession, FloorTime};
use crate::schedule::{Round, RoundRecord};

impl Desk {
    /// The floor time of every round whose sessions give the floor: once for each workstream for which statements
    /// were announced, or once for all.
    pub(super) fn floor_time(&self, shown: &[WorkstreamId]) -> Vec<FloorTime> {
        let schedule = &self.workspace.schedule;
        // The first rule that speaks of minutes is the one on the length of statements.
        let Some(minutes) = schedule.rules.iter().find_map(|rule| rule.minutes) else { return Vec::new() };
        let mut times = Vec::new();
        for round in schedule.rounds.iter().filter(|round| round.cancelled.is_none()) {
            let record = |id: &WorkstreamId| self.workspace.rounds.get(&(id.clone(), round.id.clone()));
            let announced = shown.iter().filter_map(|id| Some((id, record(id)?)));
            let announced: Vec<(&WorkstreamId, &RoundRecord)> =
                announced.filter(|(_, record)| !record.announced.is_empty()).collect();
            if announced.is_empty() {
                times.extend(floor(round, minutes, None));
            }
            times.extend(announced.into_iter().filter_map(|known| floor(round, minutes, Some(known))));
        }
        times
    }
}

fn floor(round: &Round, minutes: u32, known: Option<(&WorkstreamId, &RoundRecord)>) -> Option<FloorTime> {
    let record = known.map(|(_, record)| record);
    let sessions = round.sessions.iter().filter(|session| session.gives_the_floor());
    let sessions: Vec<FloorSession> = sessions
        .filter_map(|session| {
            let lasts = session.minutes()?;
            let announced = record.and_then(|record| record.announced_for(Some(&session.title)));
            Some(FloorSession {
                title: session.title.clone(),
                minutes: lasts,
                fit: lasts / minutes,
                announced: announced.map(|announced| announced.statements),
                as_of: announced.map(|announced| announced.on),
            })
        })
        .collect();
    if sessions.is_empty() {
        return None;
    }
    let whole = record.and_then(|record| record.announced_for(None)).map(|announced| announced.statements);
    let in_sessions = sessions.iter().filter_map(|session| session.announced);
    let sum = in_sessions.clone().next().map(|_| in_sessions.sum());
    Some(FloorTime {
        round: round.title.clone(),
        workstream: known.map(|(id, _)| id.to_string()),
        minutes_each: minutes,
        minutes: sessions.iter().map(|session| session.minutes).sum(),
        fit: sessions.iter().map(|session| session.fit).sum(),
        speaking_in_each: sessions.iter().map(|session| session.fit).min().unwrap_or_default(),
        announced: whole.or(sum),
        sessions,
    })
}
