//! On which occasion something arrived: the workstream, the round, the version, the day.

use chrono::NaiveDate;

use crate::comment::{RoundId, Submission};
use crate::desk::Desk;
use crate::desk::receive::Receive;
use crate::desk::receive::sender::Sender;
use crate::draft::{Language, VersionId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::schedule::Round;

/// Where and when files arrived.
#[derive(Debug, Clone)]
pub(super) struct Occasion {
    pub(super) workstream: WorkstreamId,
    pub(super) round: RoundId,
    pub(super) version: VersionId,
    pub(super) received: NaiveDate,
}

impl Occasion {
    /// The version commented on, of its workstream.
    pub(super) fn version_name(&self) -> VersionName {
        VersionName::new(&self.workstream, &self.version)
    }

    /// A submission that arrived on it and says nothing yet.
    pub(super) fn submission(&self, sender: Sender, language: &Language) -> Submission {
        Submission {
            on_behalf_of: sender.on_behalf_of,
            ..Submission::new(
                &self.workstream,
                &self.round,
                &sender.delegation,
                &self.version,
                self.received,
                language,
            )
        }
    }
}

impl Desk {
    /// The occasion a person names, or the version that a file tells, completed from the schedule: what arrives counts
    /// in the first round that has not ended and whose version has a text, or after all of them in the last one.
    pub(super) fn occasion(&self, asked: &Receive, told: Option<&VersionName>) -> Result<Occasion> {
        let told = told.map(ToString::to_string);
        let version =
            asked.version.as_deref().or(told.as_deref()).map(|typed| self.stated(typed)).transpose()?;
        let workstream = match (&asked.workstream, &version) {
            (None, Some(version)) => version.name.workstream.clone(),
            (named, _) => self.workspace.workstream(named.as_deref())?,
        };
        let received = asked.received.unwrap_or(self.today);
        let version = version.map(|version| version.name.version);
        let round = match &asked.round {
            Some(typed) => self.workspace.schedule.round(&self.round(typed)?).cloned(),
            None => self.round_of(&workstream, version.as_ref(), received),
        };
        let Some(round) = round else {
            return Err(Error::refused(
                format!("no round discusses a version of `{workstream}` that has a text"),
                "name the round and the version, as in `--round r4 --version first`",
            ));
        };
        let Some(version) = version.or_else(|| round.on.clone()) else {
            return Err(Error::refused(
                format!("schedule.toml does not say which version `{}` discusses", round.id),
                "name it, as in `--version first`",
            ));
        };
        let name = VersionName::new(&workstream, &version);
        if !self.workspace.texts.contains_key(&name) {
            return Err(Error::refused(
                format!("`{name}` has no text yet, so nothing can be read against it"),
                "name the version that was commented on with `--version`",
            ));
        }
        Ok(Occasion { workstream, round: round.id, version, received })
    }

    fn round_of(
        &self,
        workstream: &WorkstreamId,
        version: Option<&VersionId>,
        received: NaiveDate,
    ) -> Option<Round> {
        let has_text = |on: &VersionId| self.workspace.texts.contains_key(&VersionName::new(workstream, on));
        let discussed = |round: &&Round| match (version, &round.on) {
            (Some(version), Some(on)) => version == on,
            (None, Some(on)) => has_text(on),
            (_, None) => false,
        };
        let rounds: Vec<&Round> = self.workspace.schedule.rounds.iter().filter(discussed).collect();
        let open = rounds.iter().find(|round| round.end.is_none_or(|end| received <= end));
        open.or(rounds.last()).map(|round| (*round).clone())
    }
}
