//! Reads a whole workspace, to the end, whatever is wrong on the way.

use std::collections::BTreeMap;

use crate::error::{Place, Problem};
use crate::schedule::Schedule;
use crate::store::decoding::{Decoded, decoded};
use crate::store::known::List;
use crate::store::source::{Entry, Kind, Read, Source, below};
use crate::workspace::Workspace;

/// A workspace being read, and what was found to be wrong with it so far.
pub(super) struct Reading<'s> {
    /// Where the files are.
    pub(super) source: &'s dyn Source,
    /// The plan; absent where it could not be read, and then names are judged by their form alone.
    pub(super) schedule: Option<Schedule>,
    problems: Vec<Problem>,
    oddities: Vec<Problem>,
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

    /// Takes what was read, or notes its problems.
    pub(super) fn parsed<T>(&mut self, read: Read<T>) -> Option<T> {
        read.map_err(|problems| self.problems.extend(problems)).ok()
    }

    /// The text of a file.
    pub(super) fn text(&mut self, path: &str) -> Option<Decoded> {
        let bytes = self.source.bytes(path);
        let bytes = self.parsed(bytes)?;
        let read = self.parsed(decoded(path, bytes))?;
        self.oddities.extend(read.oddities.iter().cloned());
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
    use crate::store::source::LARGEST;
    use crate::store::testing::{ANSWER, DRAFT, House, SCHEDULE, submission};

    #[track_caller]
    fn only(house: &House, start: &str) {
        let problems = house.problems();
        assert!(problems.len() == 1 && problems[0].starts_with(start), "{problems:#?}");
    }

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
                "comments/ict/r4/answers/XAB-9.toml",
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
            ("comments/ict/r10/XAZ.toml: the schedule knows no such delegation", "XAA"),
            ("comments/ict/r4/XAB.toml:3: the schedule knows no such version", "did you mean `first`?"),
            ("comments/ict/r4/XAB.toml:4: the schedule knows no such delegation", "XAC"),
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

    #[test]
    fn a_submission_agrees_with_its_name_and_numbers_run_on() {
        let house = House::committed();
        house.put("comments/ict/r4/XAA-2.toml", submission("XAA", 1).as_bytes());
        house.put("comments/ict/r4/XAB.toml", submission("XAA", 3).as_bytes());
        house.put("comments/ict/r4/answers/XAB-3.toml", ANSWER.as_bytes());
        house.put("comments/ict/r4/answers/XAA-12.toml", ANSWER.as_bytes());
        let problems = house.problems();
        assert_eq!(problems.len(), 3, "{problems:#?}");
        assert!(problems[0].starts_with("comments/ict/r4/XAA-2.toml:7: number is already taken in"));
        assert!(problems[1].starts_with("comments/ict/r4/XAB.toml:2: `delegation` does not agree"));
        assert!(problems[2].contains("there is no comment that this answers"));
        assert!(problems[2].contains("did you mean `XAA-r4-1`?"));
    }

    #[test]
    fn submissions_come_in_the_order_of_the_schedule_and_of_their_names() {
        let house = House::committed();
        house.put("comments/ict/r10/XAA.toml", submission("XAA", 1).as_bytes());
        house.put("comments/ict/r4/XAA-2.toml", submission("XAA", 2).as_bytes());
        house.put("comments/ict/r4/XAB.toml", submission("XAB", 1).as_bytes());
        house.put("comments/ict/r4/received/anything at all", b"\xFF");
        house.put("comments/ict/r4/round.toml", b"[held]\nstart = 2026-05-04\n");
        let workspace = house.store().read().unwrap();
        let paths: Vec<&str> =
            workspace.submissions.iter().map(|f| &f.path["comments/ict/".len()..]).collect();
        assert_eq!(paths, ["r4/XAA.toml", "r4/XAA-2.toml", "r4/XAB.toml", "r10/XAA.toml"]);
        assert_eq!(workspace.rounds.len(), 1);
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line() {
        let house = House::committed();
        house.put("drafts/ict/first/en.md", b"# T\n\n[D2] na\xEFve\n");
        only(&house, "drafts/ict/first/en.md:3: the text is not UTF-8: found `byte 0xEF`");
    }

    #[test]
    fn a_mark_and_crlf_are_oddities_and_the_digest_is_git_s() {
        let house = House::committed();
        let before = house.store().read().unwrap();
        let odd = DRAFT.replace('\n', "\r\n");
        house.put("drafts/ict/first/en.md", odd.as_bytes());
        house.put("schedule.toml", format!("\u{FEFF}{SCHEDULE}").as_bytes());
        let workspace = house.store().read().unwrap();
        let said: Vec<String> = workspace.oddities.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!((&workspace.texts, &workspace.schedule), (&before.texts, &before.schedule));
        assert_eq!(house.store().changed().unwrap(), ["schedule.toml"]);
    }

    #[test]
    fn what_is_too_large_is_named_and_not_read() {
        let house = House::committed();
        let file = std::fs::File::create(house.path("drafts/ict/first/en.md")).unwrap();
        file.set_len(LARGEST + 1).unwrap();
        only(&house, "drafts/ict/first/en.md: the file is too large to be read: found `16777217 bytes`");
        house.put("drafts/ict/first/en.md", &[b"# T\n".as_slice(), &vec![b'a'; 2 << 20]].concat());
        only(&house, "drafts/ict/first/en.md:2: the line is too long to be read");
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

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_submodules_are_named_and_never_followed() {
        use std::os::unix::fs::symlink;
        let house = House::committed();
        let outside = House::without_git(&[("en.md", DRAFT), ("XAB.toml", &submission("XAB", 1))]);
        symlink(outside.path("en.md"), house.path("drafts/ict/first/zh.md")).unwrap();
        symlink(outside.root(), house.path("drafts/ict/second")).unwrap();
        symlink(outside.path("XAB.toml"), house.path("comments/ict/r4/XAB.toml")).unwrap();
        symlink("/dev/zero", house.path("comments/ict/r4/received")).unwrap();
        let socket = std::os::unix::net::UnixListener::bind(house.path("drafts/pipe"));
        socket.unwrap();
        let problems = house.problems();
        assert_eq!(problems.len(), 5, "{problems:#?}");
        assert_eq!(problems.iter().filter(|p| p.contains("symbolic links are not followed")).count(), 4);
        assert!(problems[4].starts_with("drafts/pipe: wrong kind of file: found `a pipe or device`"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_commit_is_refused_as_one_in_a_folder() {
        let house = House::committed();
        let repo = house.repo();
        let head = repo.head().unwrap().peel_to_commit().unwrap();
        let link = repo.blob(b"/etc/passwd").unwrap();
        let mut update = git2::build::TreeUpdateBuilder::new();
        update.upsert("drafts/ict/first/zh.md", link, git2::FileMode::Link);
        update.upsert("drafts/ict/second", head.id(), git2::FileMode::Commit);
        let tree = update.create_updated(&repo, &head.tree().unwrap()).unwrap();
        let (clerk, tree) = (head.author(), repo.find_tree(tree).unwrap());
        repo.commit(Some("HEAD"), &clerk, &clerk, "links", &tree, &[&head]).unwrap();
        let said = house.store().read_at(&Moment::head()).unwrap_err().to_string();
        assert!(said.contains("drafts/ict/first/zh.md: symbolic links are not followed"), "{said}");
        assert!(said.contains("drafts/ict/second: submodules are not read"), "{said}");
        assert_eq!(house.store().life("drafts/ict/first/zh.md").unwrap(), []);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_top_folder_or_of_the_plan_is_refused() {
        use std::os::unix::fs::symlink;
        let outside = House::without_git(&[("schedule.toml", SCHEDULE), ("ict/first/en.md", DRAFT)]);
        let house = House::without_git(&[]);
        symlink(outside.path("schedule.toml"), house.path("schedule.toml")).unwrap();
        symlink(outside.root(), house.path("drafts")).unwrap();
        let problems = house.problems();
        assert_eq!(problems.len(), 2, "{problems:#?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_may_not_be_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let house = House::committed();
        let path = house.path("drafts/ict/first/en.md");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
        // Whoever may read everything cannot be kept from it.
        if std::fs::read(&path).is_err() {
            only(&house, "drafts/ict/first/en.md: cannot be read");
        }
    }
}
