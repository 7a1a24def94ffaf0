//! Records that a round was held.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::comment::RoundId;
use crate::desk::Desk;
use crate::draft::{VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::schedule::{Held, Round, RoundRecord};
use crate::store::Act;
use crate::text::{short_day, short_days, within_sentence};

impl Desk {
    /// Records that a round was held in a workstream, on the days of the plan unless others are named: one commit.
    pub fn held(
        &self,
        typed: &str,
        start: Option<NaiveDate>,
        end: Option<NaiveDate>,
        commit: bool,
    ) -> Result<DoneReport> {
        self.writable()?;
        let (workstream, round) = self.named_round(typed)?;
        let days = self.days_held(round, start, end)?;
        let record = self.workspace.rounds.get(&(workstream.clone(), round.id.clone()));
        let path = record_path(&workstream, &round.id);
        if let Some(known) = record.and_then(|record| record.held) {
            let days = short_days(known.start, known.end);
            return Err(Error::refused(
                format!("`{workstream}/{}` is on record as held, {days}", round.id),
                format!("correct {path} by hand, then `travaux save`"),
            ));
        }
        let record = RoundRecord { held: Some(days), ..record.cloned().unwrap_or_default() };
        let files = BTreeMap::from([(path.clone(), Some(record.print().into_bytes()))]);
        let title = &round.title;
        let said = format!("{title} was held, {}", short_days(days.start, days.end));
        let message = format!("{workstream}: {said}");
        let trailers = vec![("Round".to_owned(), format!("{workstream}/{}", round.id))];
        let commit = self.write(Act { files, message, trailers, commit, ..Act::default() })?;
        let mut done = self.done(&format!("{said}."), vec![path]);
        done.commit = commit;
        done.next = self.next_after(&workstream, round);
        Ok(done)
    }

    /// A round as a person names it: `r4`, `ict/r4`.
    fn named_round(&self, typed: &str) -> Result<(WorkstreamId, &Round)> {
        let (workstream, name) = match typed.split_once('/') {
            Some((workstream, name)) => (Some(workstream), name),
            None => (None, typed),
        };
        let schedule = &self.workspace.schedule;
        let lower = name.to_lowercase();
        let round = schedule.rounds.iter().find(|round| round.id.as_str() == lower);
        let known = || schedule.rounds.iter().map(|round| round.id.as_str());
        let round = round.ok_or_else(|| Error::unknown("round", name, known()))?;
        Ok((self.workspace.workstream(workstream)?, round))
    }

    /// The days named, or those of the plan; a round is held when it is over.
    fn days_held(&self, round: &Round, start: Option<NaiveDate>, end: Option<NaiveDate>) -> Result<Held> {
        let start = start.or(round.start).ok_or_else(|| {
            let what = format!("schedule.toml announces no day for `{}`", round.id);
            Error::refused(what, "name the days: `--start DATE --end DATE`")
        })?;
        let end = end.or(round.end).unwrap_or(start).max(start);
        if end > self.today {
            return Err(Error::refused(
                format!("`{}` lasts until {}, which has not come yet", round.id, short_day(end)),
                "record it when it is over; `--end DATE` where it ended early",
            ));
        }
        Ok(Held { start, end })
    }

    /// What a person may want to do once a round is over.
    fn next_after(&self, workstream: &WorkstreamId, round: &Round) -> Vec<String> {
        let schedule = &self.workspace.schedule;
        let next = round.on.as_ref().and_then(|discussed| schedule.successor(discussed));
        let next = next.map(|next| VersionName::new(workstream, next));
        let mut hints = vec![format!(
            "submissions go to comments/{workstream}/{}/CODE.toml, then `travaux save`",
            round.id
        )];
        hints.extend(next.filter(|next| !self.workspace.texts.contains_key(next)).map(|next| {
            let title = within_sentence(schedule.title_of(&next.version));
            format!("`travaux start {next}` begins the {title}")
        }));
        hints.push("`travaux status` says what is due next".to_owned());
        hints
    }
}

/// Where the record of a round stands, from the workspace's root.
pub(super) fn record_path(workstream: &WorkstreamId, round: &RoundId) -> String {
    format!("comments/{workstream}/{round}/round.toml")
}
