//! What git says of the plan and the records: when each came to say what it says. Nobody types those days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::comment::RoundId;
use crate::desk::Desk;
use crate::desk::held::record_path;
use crate::desk::history::folder;
use crate::desk::plan_changes::changes;
use crate::draft::{Language, VersionName, VersionRecord, WorkstreamId};
use crate::error::Result;
use crate::report::PlanChange;
use crate::schedule::{Held, RoundRecord, Schedule};
use crate::store::{Seal, Touch};

/// One thing that a record says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// A version was issued in a language on a day.
    Issued(VersionName, Language, NaiveDate),
    /// It was sent.
    Sent(VersionName, NaiveDate),
    /// It was published.
    Published(VersionName, NaiveDate),
    /// A round was held from one day to another.
    Held(WorkstreamId, RoundId, NaiveDate, NaiveDate),
}

/// The plan as it stood from a day on.
#[derive(Debug, Clone)]
pub(super) struct PlanState {
    /// The day on which it came to say so.
    pub(super) on: NaiveDate,
    /// The commit; absent for what nobody has saved yet.
    pub(super) commit: Option<String>,
    /// What it said.
    pub(super) schedule: Schedule,
}

/// What git has seen by the day asked. Empty for an example, whose history is not git's, and outside git.
#[derive(Debug, Default)]
pub(super) struct Witness {
    /// Whether there is a history to ask.
    pub(super) asked: bool,
    /// The plan, the earliest state first.
    pub(super) plans: Vec<PlanState>,
    /// What changed in the plan from one state to the next, the earliest first.
    pub(super) changes: Vec<PlanChange>,
    /// The day on which each thing on record was committed.
    pub(super) committed: BTreeMap<Fact, NaiveDate>,
    /// The seals set by then.
    pub(super) seals: Vec<Seal>,
}

impl Desk {
    /// Asks git about the plan and all records, in one walk through the history.
    pub(super) fn witness(&self) -> Result<Witness> {
        let schedule = &self.workspace.schedule;
        if schedule.example || !self.store.is_git() || !self.store.has_commits() {
            return Ok(Witness::default());
        }
        let mut paths = vec!["schedule.toml".to_owned()];
        let names: Vec<&VersionName> = self.workspace.texts.keys().collect();
        paths.extend(names.iter().map(|name| format!("{}/version.toml", folder(name))));
        let rounds: Vec<&(WorkstreamId, RoundId)> = self.workspace.rounds.keys().collect();
        paths.extend(rounds.iter().map(|(workstream, round)| record_path(workstream, round)));
        let asked: Vec<&str> = paths.iter().map(String::as_str).collect();
        let mut lives = self.store.lives(&asked)?.into_iter();
        let mut witness = Witness { asked: true, ..Witness::default() };
        witness.plans = self.plans(&lives.next().unwrap_or_default());
        witness.changes = changes(&witness.plans);
        for (name, life) in names.into_iter().zip(lives.by_ref()) {
            self.remember(&mut witness, &life, |text| version_facts(name, text));
        }
        for ((workstream, round), life) in rounds.into_iter().zip(lives) {
            self.remember(&mut witness, &life, |text| round_facts(workstream, round, text));
        }
        witness.seals = self.store.seals()?;
        witness.seals.retain(|seal| schedule.day(seal.when) <= self.today);
        Ok(witness)
    }

    /// The plan's states by the day asked, and what stands in the folder where nobody has saved it yet. A state that
    /// was not in form is passed over.
    fn plans(&self, life: &[Touch]) -> Vec<PlanState> {
        let now = &self.workspace.schedule;
        let state = |(on, touch, text): (NaiveDate, &Touch, &str)| {
            let schedule = Schedule::parse("schedule.toml", text).ok()?;
            Some(PlanState { on, commit: Some(touch.revision.id.clone()), schedule })
        };
        let mut plans: Vec<PlanState> = self.texts_of(life).filter_map(state).collect();
        if plans.last().is_some_and(|last| last.schedule != *now) {
            plans.push(PlanState { on: self.today, commit: None, schedule: now.clone() });
        }
        plans
    }

    /// Notes the first day on which each fact was committed, by the day asked.
    fn remember(&self, witness: &mut Witness, life: &[Touch], facts: impl Fn(&str) -> Vec<Fact>) {
        for (on, _, text) in self.texts_of(life) {
            for fact in facts(text) {
                witness.committed.entry(fact).or_insert(on);
            }
        }
    }

    /// What a file said, the earliest first, by the day asked.
    fn texts_of<'l>(&self, life: &'l [Touch]) -> impl Iterator<Item = (NaiveDate, &'l Touch, &'l str)> {
        let dated = life.iter().rev().map(|touch| (self.workspace.schedule.day(touch.revision.when), touch));
        let today = self.today;
        dated.filter(move |(on, _)| *on <= today).filter_map(|(on, touch)| {
            let text = std::str::from_utf8(touch.bytes.as_deref()?).ok()?;
            Some((on, touch, text))
        })
    }
}

impl Witness {
    /// The day on which something on record was committed.
    pub(super) fn of(&self, fact: &Fact) -> Option<NaiveDate> {
        self.committed.get(fact).copied()
    }

    /// Whether a version bears its tag; absent where there is no git to ask.
    pub(super) fn sealed(&self, name: &VersionName) -> Option<bool> {
        self.asked.then(|| self.seals.iter().any(|seal| seal.is_of(name, None)))
    }
}

fn version_facts(name: &VersionName, text: &str) -> Vec<Fact> {
    let record = VersionRecord::parse("version.toml", text).unwrap_or_default();
    let issued = record.issued.into_iter().map(|i| Fact::Issued(name.clone(), i.language, i.on));
    let sent = record.sent.into_iter().map(|sent| Fact::Sent(name.clone(), sent.on));
    let published = record.published.into_iter().map(|there| Fact::Published(name.clone(), there.on));
    issued.chain(sent).chain(published).collect()
}

fn round_facts(workstream: &WorkstreamId, round: &RoundId, text: &str) -> Vec<Fact> {
    let record = RoundRecord::parse("round.toml", text).unwrap_or_default();
    let fact = |held: Held| Fact::Held(workstream.clone(), round.clone(), held.start, held.end);
    record.held.into_iter().map(fact).collect()
}
