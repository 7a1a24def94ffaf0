//! Reads a whole workspace, to the end, whatever is wrong on the way.

use std::collections::BTreeMap;

use crate::comment::DelegationCode;
use crate::error::{Place, Problem};
use crate::schedule::Schedule;
use crate::store::decoding::{Decoded, decoded};
use crate::store::known::List;
use crate::store::source::{Entry, Kind, Read, Source, below};
use crate::workspace::{Oddity, Workspace};

/// A workspace being read, and what was found to be wrong with it so far.
pub(super) struct Reading<'s> {
    /// Where the files are.
    pub(super) source: &'s dyn Source,
    /// The plan; absent where it could not be read, and then names are judged by their form alone.
    pub(super) schedule: Option<Schedule>,
    problems: Vec<Problem>,
    oddities: Vec<Oddity>,
}

/// Reads everything; the problems of all files together, by path and line.
pub(super) fn workspace(source: &dyn Source) -> Read<Workspace> {
    let mut reading = Reading { source, schedule: None, problems: Vec::new(), oddities: Vec::new() };
    reading.schedule = reading.plan();
    let (glossary, texts) = reading.drafts();
    let received = reading.received();
    let answers = reading.answers(&received);
    reading.problems.sort_by(|a, b| a.place.cmp(&b.place));
    match reading.schedule {
        Some(schedule) if reading.problems.is_empty() => Ok(Workspace {
            schedule,
            glossary,
            texts,
            rounds: received.rounds,
            submissions: received.submissions,
            answers,
            oddities: reading.oddities,
        }),
        _ => Err(reading.problems),
    }
}

impl Reading<'_> {
    fn plan(&mut self) -> Option<Schedule> {
        const PATH: &str = "schedule.toml";
        let kind = self.source.kind(PATH);
        if self.parsed(kind)?.is_none() {
            let problem = Problem::new(Place::file(PATH), "there is no such file");
            self.note(problem.expected("the plan of the consultation"));
            return None;
        }
        let read = self.text(PATH)?;
        self.parsed(Schedule::parse(PATH, &read.text))
    }

    /// Notes a problem.
    pub(super) fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes what looks wrong and stops nothing.
    pub(super) fn odd(&mut self, kind: &'static str, problem: Problem) {
        self.oddities.push(Oddity { kind, problem });
    }

    /// Takes what was read, or notes its problems.
    pub(super) fn parsed<T>(&mut self, read: Read<T>) -> Option<T> {
        read.map_err(|problems| self.problems.extend(problems)).ok()
    }

    /// The text of a file.
    pub(super) fn text(&mut self, path: &str) -> Option<Decoded> {
        let bytes = self.source.bytes(path);
        let bytes = self.parsed(bytes)?;
        let read = self.parsed(decoded(path, bytes))?;
        for problem in &read.oddities {
            self.odd("odd-file", problem.clone());
        }
        Some(read)
    }

    /// What the folder `drafts` or `comments` holds; nothing where it is missing.
    pub(super) fn top(&mut self, folder: &str) -> Vec<Entry> {
        let kind = self.source.kind(folder);
        match self.parsed(kind).flatten() {
            None => Vec::new(),
            Some(Kind::Folder) => self.entries(folder),
            Some(other) => {
                self.note(other.instead_of(folder, Kind::Folder));
                Vec::new()
            }
        }
    }

    /// What a folder holds, without hidden files and what is written there for people. A link or a submodule
    /// is a problem, whatever it is called.
    pub(super) fn entries(&mut self, folder: &str) -> Vec<Entry> {
        let entries = self.source.entries(folder);
        let entries = self.parsed(entries).unwrap_or_default();
        let mut kept = Vec::new();
        for entry in entries.into_iter().filter(|entry| !entry.name.starts_with('.')) {
            match entry.kind {
                Kind::Link | Kind::Submodule | Kind::Other => {
                    self.note(entry.kind.instead_of(&below(folder, &entry.name), Kind::File));
                }
                Kind::File if entry.name == "README.md" => {}
                Kind::File | Kind::Folder => kept.push(entry),
            }
        }
        kept
    }

    /// The folders of a folder whose names the schedule knows; all else is a problem.
    pub(super) fn folders<T>(
        &mut self,
        folder: &str,
        entries: Vec<Entry>,
        list: List,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<(T, String)> {
        let mut folders = Vec::new();
        for Entry { name, kind } in entries {
            let path = below(folder, &name);
            if kind != Kind::Folder {
                self.note(kind.instead_of(&path, Kind::Folder));
                continue;
            }
            let known = self.is_known(list, &name, || Place::file(&path));
            match parse(&name) {
                Some(id) if known => folders.push((id, path)),
                None if known => {
                    let problem = Problem::new(Place::file(&path), "name of a folder").found(&name);
                    self.note(problem.expected(crate::draft::NAME_GRAMMAR));
                }
                _ => {}
            }
        }
        folders
    }

    /// Whether the schedule knows a name; a problem where it does not. Where there is no schedule that could be
    /// read, every name may be right.
    pub(super) fn is_known(&mut self, list: List, name: &str, place: impl FnOnce() -> Place) -> bool {
        let schedule = self.schedule.as_ref();
        let problem = schedule.and_then(|schedule| list.without(schedule, name, place));
        let known = problem.is_none();
        self.problems.extend(problem);
        known
    }

    /// Notes a delegation that the schedule does not know: what it said is kept all the same.
    pub(super) fn hear(&mut self, code: &DelegationCode, place: impl FnOnce() -> Place) {
        let schedule = self.schedule.as_ref();
        if let Some(problem) =
            schedule.and_then(|schedule| List::Delegations.without(schedule, code.as_str(), place))
        {
            self.odd("delegation-unknown", problem);
        }
    }

    /// Where the schedule ranks a name; what it does not know comes last.
    pub(super) fn ranks(&self, list: List) -> BTreeMap<String, usize> {
        let schedule = self.schedule.as_ref();
        let names = schedule.map(|schedule| list.of(schedule)).unwrap_or_default();
        names.into_iter().map(str::to_owned).zip(0..).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::error::Error;
    use crate::store::Moment;
    use crate::store::testing::{ANSWER, DRAFT, House, SCHEDULE};

    #[test]
    fn the_folder_and_its_commit_read_the_same() {
        let house = House::committed();
        let store = house.store();
        let workspace = store.read().unwrap();
        assert_eq!(workspace, store.read_at(&Moment::head()).unwrap());
        assert_eq!(workspace.submissions[0].path, "comments/ict/r4/XAA.toml");
        assert_eq!((workspace.texts.len(), workspace.answers.len()), (1, 1));
        let (name, text) = workspace.texts.first_key_value().unwrap();
        let (language, digest) = text.digests.first_key_value().unwrap();
        assert_eq!(house.at_head("drafts/ict/first/en.md").as_ref(), Some(digest));
        let draft = store.draft_at(name, language, &Moment::head()).unwrap();
        assert_eq!(draft.as_ref(), workspace.draft(name, language));
        let zh = crate::draft::Language::parse("zh").unwrap();
        assert_eq!(store.draft_at(name, &zh, &Moment::head()).unwrap(), None);
    }

    #[test]
    fn missing_folders_readmes_and_hidden_files_are_no_problem() {
        let house = House::without_git(&[
            ("schedule.toml", SCHEDULE),
            ("drafts/README.md", "for people"),
            ("drafts/ict/first/.en.md.swp", "\u{0}"),
            ("drafts/ict/first/README.md", "for people"),
        ]);
        let workspace = house.store().read().unwrap();
        assert!(workspace.texts.is_empty() && workspace.submissions.is_empty());
    }

    #[test]
    fn all_problems_of_all_files_come_together_in_order() {
        let house = House::without_git(&[
            ("schedule.toml", &SCHEDULE.replace("original = \"en\"", "original = \"fr\"")),
            ("drafts/ict/first/en.md", "no title\n\nno id\n"),
            ("drafts/ict/first/notes.txt", "stray"),
            ("comments/ict/r4/XAA.toml", "[submission\n"),
            ("comments/ict/r4/stray.toml", ""),
            ("comments/ict/r4/answers/XAA-9.toml", ANSWER),
            ("comments/ict/r4/answers/XAB-9.toml", "nonsense"),
        ]);
        let problems = house.problems();
        let places: Vec<&str> = problems.iter().filter_map(|line| line.split(": ").next()).collect();
        assert_eq!(
            places,
            [
                "comments/ict/r4/XAA.toml:1",
                "comments/ict/r4/answers/XAB-9.toml:1",
                "comments/ict/r4/stray.toml",
                "drafts/ict/first/en.md:1",
                "drafts/ict/first/en.md:3",
                "drafts/ict/first/notes.txt",
                "schedule.toml:5",
            ],
            "{problems:#?}"
        );
    }

    #[test]
    fn a_mark_and_crlf_are_oddities_and_the_digest_is_git_s() {
        let house = House::committed();
        let before = house.store().read().unwrap();
        let odd = DRAFT.replace('\n', "\r\n");
        house.put("drafts/ict/first/en.md", odd.as_bytes());
        house.put("schedule.toml", format!("\u{FEFF}{SCHEDULE}").as_bytes());
        let workspace = house.store().read().unwrap();
        let said: Vec<String> = workspace.oddities.iter().map(|odd| odd.problem.to_string()).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!((&workspace.texts, &workspace.schedule), (&before.texts, &before.schedule));
        assert_eq!(house.store().changed().unwrap(), ["schedule.toml"]);
    }

    #[test]
    fn a_missing_plan_and_a_folder_in_its_place_are_problems_in_history_too() {
        let house = House::committed();
        house.put("schedule.toml", b"[consultation]\n");
        house.save("break it", "2026-05-02T10:00:00Z");
        house.put("schedule.toml", SCHEDULE.as_bytes());
        house.save("mend it", "2026-05-03T10:00:00Z");
        let store = house.store();
        let broken = Moment::Revision("HEAD~1".to_owned());
        let short = store.revision(&broken).unwrap().short().to_owned();
        let Err(Error::Problems(problems)) = store.read_at(&broken) else { panic!("it was broken then") };
        assert!(problems.iter().all(|p| p.place.path == format!("{short}:schedule.toml")), "{problems:?}");
        assert!(store.read_at(&Moment::Revision("HEAD~2".to_owned())).is_ok());
    }

    #[test]
    fn no_bytes_make_a_reading_panic() {
        const ODD: &[u8] = b"\0\xFF\xEF\xBB\xBF\r\n[]#\"=-. 9z";
        let house = House::committed();
        house.put("drafts/ict/first/version.toml", b"[[sent]]\nto = \"all\"\non = 2026-04-01\n");
        house.put("drafts/glossary.toml", b"[[term]]\nen = \"State\"\n");
        house.put("comments/ict/r4/round.toml", b"[held]\nstart = 2026-05-04\n");
        let paths = [
            "schedule.toml",
            "drafts/ict/first/en.md",
            "comments/ict/r4/XAA.toml",
            "comments/ict/r4/answers/XAA-1.toml",
            "drafts/ict/first/version.toml",
            "drafts/glossary.toml",
            "comments/ict/r4/round.toml",
        ];
        let mut dice = 88_172_645_463_325_252_u64;
        let mut roll = |sides: usize| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            usize::try_from(dice % sides as u64).unwrap()
        };
        for _ in 0..400 {
            let path = paths[roll(paths.len())];
            let whole = std::fs::read(house.path(path)).unwrap();
            let mut bytes = whole.clone();
            for _ in 0..=roll(4) {
                let at = roll(bytes.len() + 1);
                let odd = ODD[roll(ODD.len())];
                match roll(3) {
                    0 => bytes.insert(at, odd),
                    1 => bytes.truncate(at.max(1)),
                    _ => bytes.get_mut(at).into_iter().for_each(|byte| *byte = odd),
                }
            }
            house.put(path, &bytes);
            // Whether it can be read or not, there is an answer, and every problem has a place.
            if let Err(Error::Problems(problems)) = house.store().read() {
                assert!(!problems.is_empty() && problems.iter().all(|p| !p.place.path.is_empty()));
            }
            house.put(path, &whole);
        }
    }
}
