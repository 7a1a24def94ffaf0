//! Names that the schedule must know.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::error::{Place, Problem};
use crate::form::{Reader, Table};
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

/// Where the keys of a file stand.
///
/// Values do not remember their lines; they are looked up again only where there is something to say, and
/// then once, since a file may have as many unknown names as tables.
pub(super) struct Places<'t> {
    path: &'t str,
    text: &'t str,
    tables: RefCell<HashMap<&'static str, Vec<Keys>>>,
}

/// The line on which a table begins, and those of its keys.
struct Keys {
    line: usize,
    keys: HashMap<String, usize>,
}

impl<'t> Places<'t> {
    /// The places in one file.
    pub(super) fn new(path: &'t str, text: &'t str) -> Places<'t> {
        Places { path, text, tables: RefCell::default() }
    }

    /// The place of a key in the nth table of a name, counted from 0; that of the table where it has no such
    /// key.
    pub(super) fn of(&self, table: &'static str, nth: usize, key: &str) -> Place {
        let mut tables = self.tables.borrow_mut();
        let tables = tables.entry(table).or_insert_with(|| self.read(table));
        match tables.get(nth) {
            Some(table) => Place::line(self.path, *table.keys.get(key).unwrap_or(&table.line)),
            None => Place::file(self.path),
        }
    }

    fn read(&self, table: &'static str) -> Vec<Keys> {
        let reader = Reader::new(self.path, self.text);
        let root = reader.root();
        let several = root.tables(table);
        let all = if several.is_empty() { root.table(table).into_iter().collect() } else { several };
        let keys = |table: &Table<'_, '_>| {
            table.entries().into_iter().map(|(key, line, _)| (key, line)).collect::<HashMap<_, _>>()
        };
        all.iter().map(|table| Keys { line: table.line, keys: keys(table) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::store::testing::{DRAFT, House, submission};

    #[test]
    fn a_name_the_schedule_does_not_know_is_named_with_the_nearest() {
        let house = House::committed();
        house.put("drafts/itc/first/en.md", DRAFT.as_bytes());
        house.put("drafts/ict/frist/en.md", DRAFT.as_bytes());
        house.put("drafts/ict/first/fr.md", DRAFT.as_bytes());
        house.put("drafts/ict/first/version.toml", b"[[issued]]\nlanguage = \"fr\"\non = 2026-04-01\ndigest = \"ce013625030ba8dba906f756967f9e9ca394464a\"\n");
        house.put("drafts/glossary.toml", b"[[term]]\nen = \"x\"\nfr = \"y\"\n");
        house.put("comments/ict/r44/XAA.toml", submission("XAA", 1).as_bytes());
        house.put("comments/ict/r10/XAZ.toml", submission("XAZ", 1).as_bytes());
        let text = submission("XAB", 1).replace("\"first\"", "\"frist\"").replace("\"en\"", "\"zz\"");
        let text = text.replace("received", "on-behalf-of = [\"XAC\"]\nreplaces = \"XAB-7\"\nreceived");
        house.put("comments/ict/r4/XAB.toml", text.as_bytes());
        let problems = house.problems();
        let expected = [
            ("comments/ict/r4/XAB.toml:3: the schedule knows no such version", "did you mean `first`?"),
            ("comments/ict/r4/XAB.toml:5: the round holds no such submission", "did you mean `XAB`?"),
            ("comments/ict/r4/XAB.toml:7: the schedule knows no such language", "one of en, zh"),
            ("comments/ict/r44: the schedule knows no such round", "did you mean `r4`?"),
            ("drafts/glossary.toml:3: the schedule knows no such language", "fr"),
            ("drafts/ict/first/fr.md: the schedule knows no such language", "one of en, zh"),
            ("drafts/ict/first/version.toml:2: the schedule knows no such language", "fr"),
            ("drafts/ict/frist: the schedule knows no such version", "did you mean `first`?"),
            ("drafts/itc: the schedule knows no such workstream", "did you mean `ict`?"),
        ];
        assert_eq!(problems.len(), expected.len(), "{problems:#?}");
        for (problem, (start, rest)) in problems.iter().zip(expected) {
            assert!(problem.starts_with(start) && problem.contains(rest), "{problem}");
        }
    }
}
