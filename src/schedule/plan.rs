//! The consultation as planned: everything `schedule.toml` says.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::comment::{DelegationCode, RoundId};
use crate::draft::{Language, VersionId, WorkstreamId};
use crate::error::{Error, Result};
use crate::schedule::{Milestone, Participant, Round};

/// The plan of a consultation. Whatever its source does not state stays absent, "not announced".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// What the consultation is called.
    pub title: String,
    /// Whether it is the example that comes with the program: nothing is written to it, and its dates are those
    /// of its records alone, since its history is not git's.
    pub example: bool,
    /// Whether its wording, delegations and records are invented, which every answer says. An example is.
    pub illustrative: bool,
    /// Where its days begin and end.
    pub timezone: Tz,
    /// The languages in which versions may appear.
    pub languages: Vec<Language>,
    /// The language that rules where none is named.
    pub original: Language,
    /// The workstream meant where none is named.
    pub default_workstream: Option<WorkstreamId>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// How the consultation is conducted.
    pub rules: Vec<Rule>,
    /// The workstreams.
    pub workstreams: Vec<Workstream>,
    /// The versions, from earliest to last.
    pub versions: Vec<VersionPlan>,
    /// The guiding questions.
    pub questions: Vec<Question>,
    /// The rounds, from earliest to last.
    pub rounds: Vec<Round>,
    /// The milestones, in the file's order.
    pub milestones: Vec<Milestone>,
    /// Who takes part.
    pub participants: Vec<Participant>,
}

/// One of the consultation's subjects, with a text of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workstream {
    /// Its short name.
    pub id: WorkstreamId,
    /// Its number in the consultation.
    pub number: Option<u32>,
    /// What it is about.
    pub title: String,
}

/// A version as planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionPlan {
    /// Its short name.
    pub id: VersionId,
    /// Its name on screen: "First version".
    pub title: String,
    /// The version it continues, where that is not the one before it in the file.
    pub follows: Option<VersionId>,
}

/// A guiding question that a comment may answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its short name.
    pub id: String,
    /// The question.
    pub text: String,
    /// The rounds in which it is put.
    pub rounds: Vec<RoundId>,
}

/// A rule of conduct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its short name.
    pub id: String,
    /// The rule.
    pub text: String,
    /// A number of minutes it speaks of.
    pub minutes: Option<u32>,
}

impl Schedule {
    /// The workstream meant where none is named; absent when several could be.
    pub fn default_workstream(&self) -> Option<&WorkstreamId> {
        match (&self.default_workstream, self.workstreams.as_slice()) {
            (Some(named), _) => Some(named),
            (None, [only]) => Some(&only.id),
            _ => None,
        }
    }

    /// A workstream by its name.
    pub fn workstream(&self, id: &WorkstreamId) -> Option<&Workstream> {
        self.workstreams.iter().find(|workstream| workstream.id == *id)
    }

    /// A version by its name.
    pub fn version(&self, id: &VersionId) -> Option<&VersionPlan> {
        self.versions.iter().find(|version| version.id == *id)
    }

    /// The version that another continues.
    pub fn predecessor(&self, id: &VersionId) -> Option<&VersionId> {
        let at = self.versions.iter().position(|version| version.id == *id)?;
        let before = at.checked_sub(1).map(|before| &self.versions[before].id);
        self.versions[at].follows.as_ref().or(before)
    }

    /// The version that continues another.
    pub fn successor(&self, id: &VersionId) -> Option<&VersionId> {
        self.versions.iter().map(|version| &version.id).find(|later| self.predecessor(later) == Some(id))
    }

    /// The way from an earlier version to a later one, both included; absent where the later does not
    /// continue the earlier.
    pub fn way(&self, earlier: &VersionId, later: &VersionId) -> Option<Vec<VersionId>> {
        let mut way = vec![later.clone()];
        while way.last() != Some(earlier) {
            let before = self.predecessor(way.last()?)?.clone();
            if way.contains(&before) {
                return None;
            }
            way.push(before);
        }
        way.reverse();
        Some(way)
    }

    /// A round by its name.
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// A participant by its code.
    pub fn participant(&self, code: &DelegationCode) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.code == *code)
    }

    /// The name of a participant, or its code where it has none.
    pub fn name_of<'a>(&'a self, code: &'a DelegationCode) -> &'a str {
        self.participant(code).map_or(code.as_str(), |participant| &participant.name)
    }

    /// The version's name on screen, or its short name.
    pub fn title_of<'a>(&'a self, id: &'a VersionId) -> &'a str {
        self.version(id).map_or(id.as_str(), |version| &version.title)
    }

    /// The calendar day of a moment, where the consultation takes place.
    pub fn day(&self, moment: DateTime<Utc>) -> NaiveDate {
        moment.with_timezone(&self.timezone).date_naive()
    }

    /// A workstream as a person names it.
    pub fn named_workstream(&self, name: &str) -> Result<WorkstreamId> {
        let known = || self.workstreams.iter().map(|workstream| workstream.id.as_str());
        let lower = name.to_lowercase();
        let found = self.workstreams.iter().find(|workstream| workstream.id.as_str() == lower);
        found
            .map(|workstream| workstream.id.clone())
            .ok_or_else(|| Error::unknown("workstream", name, known()))
    }

    /// A version as a person names it.
    pub fn named_version(&self, name: &str) -> Result<VersionId> {
        let known = || self.versions.iter().map(|version| version.id.as_str());
        let lower = name.to_lowercase();
        let found = self.versions.iter().find(|version| version.id.as_str() == lower);
        found.map(|version| version.id.clone()).ok_or_else(|| Error::unknown("version", name, known()))
    }
}
