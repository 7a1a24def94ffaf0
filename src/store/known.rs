//! Names that the schedule must know.

use crate::error::{Place, Problem};
use crate::form::Reader;
use crate::schedule::Schedule;

/// A list of names in the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// The workstreams.
    Workstreams,
    /// The versions.
    Versions,
    /// The rounds.
    Rounds,
    /// The languages.
    Languages,
    /// The delegations and other participants.
    Delegations,
    /// The guiding questions.
    Questions,
}

impl List {
    /// The names.
    pub(super) fn of(self, schedule: &Schedule) -> Vec<&str> {
        match self {
            List::Workstreams => schedule.workstreams.iter().map(|w| w.id.as_str()).collect(),
            List::Versions => schedule.versions.iter().map(|version| version.id.as_str()).collect(),
            List::Rounds => schedule.rounds.iter().map(|round| round.id.as_str()).collect(),
            List::Languages => schedule.languages.iter().map(|language| language.as_str()).collect(),
            List::Delegations => schedule.participants.iter().map(|p| p.code.as_str()).collect(),
            List::Questions => schedule.questions.iter().map(|question| question.id.as_str()).collect(),
        }
    }

    fn one(self) -> &'static str {
        match self {
            List::Workstreams => "workstream",
            List::Versions => "version",
            List::Rounds => "round",
            List::Languages => "language",
            List::Delegations => "delegation",
            List::Questions => "question",
        }
    }

    /// The problem with a name, where the schedule does not know it.
    pub(super) fn without(
        self,
        schedule: &Schedule,
        name: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<Problem> {
        let known = self.of(schedule);
        if known.contains(&name) {
            return None;
        }
        let what = format!("the schedule knows no such {}", self.one());
        Some(Problem::new(place(), what).among(name, known))
    }
}

/// The place of a key: in the table of a name, or in the nth of the tables of a name.
///
/// Values do not remember their lines; they are looked up again only where there is something to say.
pub(super) fn place_of(path: &str, text: &str, table: (&'static str, Option<usize>), key: &str) -> Place {
    let reader = Reader::new(path, text);
    let root = reader.root();
    let line = match table {
        (name, None) => root.table(name).map(|table| table.line_of(key)),
        (name, Some(nth)) => root.tables(name).get(nth).map(|table| table.line_of(key)),
    };
    line.map_or_else(|| Place::file(path), |line| Place::line(path, line))
}
