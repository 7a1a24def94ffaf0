//! Workspaces for tests, in folders of their own, whatever this machine's git is configured to do.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use git2::Repository;
use tempfile::TempDir;

use crate::store::{Act, Clerk, Revision, Store};

/// The smallest consultation there can be.
pub(super) const SCHEDULE: &str = "\
[consultation]
title = \"A consultation\"
timezone = \"Europe/Zurich\"
languages = [\"en\", \"zh\"]
original = \"en\"

[[workstream]]
id = \"ict\"
title = \"Technologies\"

[[version]]
id = \"first\"
title = \"First version\"

[[version]]
id = \"second\"
title = \"Second version\"

[[round]]
id = \"r4\"
title = \"Fourth round\"

[[round]]
id = \"r10\"
title = \"Tenth round\"

[[delegation]]
code = \"XAA\"
name = \"Arendia\"

[[delegation]]
code = \"XAB\"
name = \"Borland\"
";

/// A draft of one paragraph.
pub(super) const DRAFT: &str = "# Title\n\n## [D] Section\n\n[D2] States should act.\n";

/// A submission of one comment.
pub(super) fn submission(code: &str, no: u32) -> String {
    format!(
        "[submission]\ndelegation = \"{code}\"\nversion = \"first\"\nreceived = 2026-05-04\nlanguage = \"en\"\n\n\
         [[comment]]\nno = {no}\nparagraph = \"D2\"\ncomment = \"Good.\"\n"
    )
}

/// An answer that notes a comment.
pub(super) const ANSWER: &str =
    "[[answer]]\nversion = \"second\"\noutcome = \"noted\"\ndecided = 2026-05-20\n";

/// A folder that goes away, with a repository in it or without.
pub(super) struct House {
    folder: TempDir,
}

impl House {
    /// Files without git.
    pub(super) fn without_git(files: &[(&str, &str)]) -> House {
        let house = House { folder: tempfile::tempdir().unwrap() };
        for (path, text) in files {
            house.put(path, text.as_bytes());
        }
        house
    }

    /// A small consultation in a repository, not committed.
    pub(super) fn uncommitted() -> House {
        let house = House::without_git(&[
            ("schedule.toml", SCHEDULE),
            ("drafts/ict/first/en.md", DRAFT),
            ("comments/ict/r4/XAA.toml", &submission("XAA", 1)),
            ("comments/ict/r4/answers/XAA-1.toml", ANSWER),
        ]);
        let repo = Repository::init(house.root()).unwrap();
        let mut config = repo.config().unwrap();
        config.set_str("user.name", "Clerk").unwrap();
        config.set_str("user.email", "clerk@example.org").unwrap();
        config.set_str("core.autocrlf", "false").unwrap();
        house
    }

    /// A small consultation, committed once.
    pub(super) fn committed() -> House {
        let house = House::uncommitted();
        house.save("begin", "2026-05-01T10:00:00Z").expect("a first commit");
        house
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(super) fn put(&self, path: &str, bytes: &[u8]) {
        let there = self.path(path);
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::write(there, bytes).unwrap();
    }

    pub(super) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(super) fn store(&self) -> Store {
        Store::open(self.root()).unwrap()
    }

    pub(super) fn repo(&self) -> Repository {
        Repository::open(self.root()).unwrap()
    }

    /// Commits all that was changed by hand.
    pub(super) fn save(&self, message: &str, when: &str) -> Option<Revision> {
        let store = self.store();
        let mut act = act(message, when);
        for path in store.changed().unwrap() {
            let bytes = store.bytes(&path).unwrap();
            act.files.insert(path, bytes);
        }
        store.write(act).unwrap()
    }

    /// Writes one file and commits it.
    pub(super) fn change(&self, path: &str, text: &str, when: &str) -> Revision {
        self.put(path, text.as_bytes());
        self.save(&format!("change {path}"), when).expect("a change")
    }

    /// The blob that HEAD holds at a path of the repository.
    pub(super) fn at_head(&self, path: &str) -> Option<String> {
        let repo = self.repo();
        let tree = repo.head().unwrap().peel_to_tree().unwrap();
        tree.get_path(Path::new(path)).ok().map(|entry| entry.id().to_string())
    }

    /// All problems of a reading, one a line.
    pub(super) fn problems(&self) -> Vec<String> {
        let problems = self.store().read().expect_err("not in form").to_string();
        problems.lines().map(str::to_owned).collect()
    }
}

/// An act of a clerk with a clock of their own.
pub(super) fn act(message: &str, when: &str) -> Act {
    let when: DateTime<Utc> = when.parse().unwrap();
    let clerk = Clerk { name: "Clerk".to_owned(), email: "clerk@example.org".to_owned(), when };
    Act { message: message.to_owned(), commit: true, clerk: Some(clerk), ..Act::default() }
}

/// An act that writes one file.
pub(super) fn writes(path: &str, text: &str) -> Act {
    let mut act = act("write", "2026-06-01T10:00:00Z");
    act.files.insert(path.to_owned(), Some(text.as_bytes().to_vec()));
    act
}
