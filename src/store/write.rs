//! Writes an act: its files, its commit, its seals.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::store::commit::Ready;
use crate::store::decoding::with_lf;
use crate::store::lock::{Lock, PATIENCE};
use crate::store::placed::place;
use crate::store::{Act, Revision, Store};

impl Store {
    /// Does an act: writes its files, commits exactly them, and sets its seals; or leaves everything as it was.
    ///
    /// Whatever else was changed in the folder, staged or not, stays as it is. Returns the commit; none where
    /// nothing would change, and where the act does not ask for one.
    pub fn write(&self, mut act: Act) -> Result<Option<Revision>> {
        let Some(root) = &self.root else {
            let what = "a bare repository has no folder to write in";
            return Err(Error::refused(what, "clone it with `git clone`, and work in the clone"));
        };
        for (path, bytes) in &mut act.files {
            if is_text(path) {
                *bytes = bytes.as_deref().map(with_lf);
            }
        }
        act.check()?;
        let git = match &self.git {
            None if act.commit => {
                let what = "this folder is not in a git repository, so nothing can be committed";
                return Err(Error::refused(what, "run `git init`, or write without a commit: `--no-commit`"));
            }
            git => git.as_ref().filter(|_| act.commit),
        };
        let _lock = Lock::take(self.lock_path(root), act.subject(), PATIENCE)?;
        let Some(git) = git else { return place(root, &act.files).map(|_| None) };
        let ready = Ready::for_act(git, &act)?;
        let committed = ready.is_committed();
        let placed = place(root, &act.files)?;
        if committed && placed.is_empty() && act.tags.is_empty() {
            return Ok(None);
        }
        match ready.commit(&act) {
            Ok(commit) => {
                let commit = commit.filter(|_| !committed || !act.tags.is_empty());
                Ok(commit.map(|commit| Revision::of(&commit)))
            }
            Err(failed) => Err(placed.put_back(failed)),
        }
    }

    fn lock_path(&self, root: &Path) -> PathBuf {
        match &self.git {
            Some(git) => git.repo.path().join("travaux.lock"),
            None => root.join(".travaux.lock"),
        }
    }
}

/// Whether a file is one of ours to write; what was received is kept byte for byte.
fn is_text(path: &str) -> bool {
    let received = path.split('/').any(|step| step == "received");
    !received && (path.ends_with(".toml") || path.ends_with(".md"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use git2::{Repository, Status};

    use super::*;
    use crate::store::Moment;
    use crate::store::testing::{DRAFT, House, SCHEDULE, act, writes};

    const PATH: &str = "drafts/ict/first/en.md";

    fn status(house: &House, path: &str) -> Status {
        house.repo().status_file(Path::new(path)).unwrap()
    }

    #[test]
    fn an_act_is_one_commit_with_its_trailers_and_seals() {
        let house = House::committed();
        let store = house.store();
        let mut act = writes(PATH, "# New\n");
        act.trailers.push(("Comment".to_owned(), "ict/XAA-r4-1".to_owned()));
        act.tags.push(("ict/first".to_owned(), "First version".to_owned()));
        act.tags.push(("ict/first-zh".to_owned(), "In Chinese".to_owned()));
        let done = store.write(act).unwrap().unwrap();
        assert_eq!(done, store.revision(&Moment::head()).unwrap());
        assert_eq!(done.trailers, [("Comment".to_owned(), "ict/XAA-r4-1".to_owned())]);
        assert_eq!(
            (done.author.as_str(), done.when.to_rfc3339().as_str()),
            ("Clerk", "2026-06-01T10:00:00+00:00")
        );
        let seals = store.seals().unwrap();
        assert_eq!(seals.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["ict/first", "ict/first-zh"]);
        assert_eq!((seals[0].message.as_str(), &seals[0].commit), ("First version", &done.id));
        assert_eq!(seals[0].when, done.when);
        assert_eq!(house.text(PATH), "# New\n");
        assert_eq!(status(&house, PATH), Status::CURRENT);
        assert!(!house.path(".git/travaux.lock").exists());
        let log = house.repo().reflog("HEAD").unwrap();
        assert_eq!(log.get(0).unwrap().message().unwrap(), Some("commit: write"));
    }

    #[test]
    fn other_changes_staged_or_not_stay_as_they_are() {
        let house = House::committed();
        house.put("schedule.toml", SCHEDULE.replace("A consultation", "Changed by hand").as_bytes());
        house.put("drafts/ict/second/en.md", DRAFT.as_bytes());
        house.put("notes.txt", b"mine");
        let repo = house.repo();
        let mut index = repo.index().unwrap();
        index.add_path(Path::new("drafts/ict/second/en.md")).unwrap();
        index.write().unwrap();
        house.store().write(writes(PATH, "# New\n")).unwrap().unwrap();
        assert_eq!(status(&house, "schedule.toml"), Status::WT_MODIFIED);
        assert_eq!(status(&house, "drafts/ict/second/en.md"), Status::INDEX_NEW);
        assert_eq!(status(&house, "notes.txt"), Status::WT_NEW);
        assert_eq!(status(&house, PATH), Status::CURRENT);
        assert_eq!(house.store().changed().unwrap(), ["drafts/ict/second/en.md", "schedule.toml"]);
        assert_eq!(house.at_head("drafts/ict/second/en.md"), None);
    }

    #[test]
    fn what_changes_nothing_makes_no_commit() {
        let house = House::committed();
        let store = house.store();
        assert_eq!(store.write(writes(PATH, DRAFT)).unwrap(), None);
        assert_eq!(store.write(writes(PATH, &DRAFT.replace('\n', "\r\n"))).unwrap(), None);
        let mut delete = act("delete what is not there", "2026-06-01T10:00:00Z");
        delete.files.insert("drafts/ict/second/en.md".to_owned(), None);
        assert_eq!(store.write(delete).unwrap(), None);
        // HEAD holds it, the folder does not: it is put back without a commit.
        house.put(PATH, b"# By hand\n");
        assert_eq!(store.write(writes(PATH, DRAFT)).unwrap(), None);
        assert_eq!(house.text(PATH), DRAFT);
        assert_eq!(store.life(PATH).unwrap().len(), 1);
    }

    #[test]
    fn a_seal_may_be_set_on_what_is_committed_already() {
        let house = House::committed();
        let store = house.store();
        let mut seal = act("seal", "2026-06-01T10:00:00Z");
        seal.tags.push(("ict/first".to_owned(), "First version".to_owned()));
        let head = store.revision(&Moment::head()).unwrap();
        assert_eq!(store.write(seal.clone()).unwrap(), Some(head));
        let error = store.write(seal).unwrap_err();
        assert!(error.to_string().contains("the tag `ict/first` exists already"), "{error}");
    }

    #[test]
    fn a_tag_that_exists_stops_the_act_before_anything_is_written() {
        let house = House::committed();
        let mut act = writes(PATH, "# New\n");
        act.tags.push(("ict/first".to_owned(), "First".to_owned()));
        house.store().write(act.clone()).unwrap();
        act.files.insert(PATH.to_owned(), Some(b"# Newer\n".to_vec()));
        assert!(house.store().write(act).is_err());
        assert_eq!(house.text(PATH), "# New\n");
        assert_eq!(house.store().life(PATH).unwrap().len(), 2);
    }

    #[test]
    fn a_commit_that_fails_puts_everything_back() {
        let house = House::committed();
        let before = house.store().revision(&Moment::head()).unwrap();
        // Another program holds the tag, which shows only when everything else is written.
        house.put(".git/refs/tags/ict/first.lock", b"");
        let mut act = writes(PATH, "# New\n");
        act.files.insert("drafts/ict/second/en.md".to_owned(), Some(DRAFT.into()));
        act.files.insert("comments/ict/r4/XAA.toml".to_owned(), None);
        act.tags.push(("ict/first".to_owned(), "First".to_owned()));
        house.store().write(act.clone()).unwrap_err();
        assert_eq!(house.store().revision(&Moment::head()).unwrap(), before);
        assert_eq!(house.text(PATH), DRAFT);
        assert!(!house.path("drafts/ict/second").exists() && house.path("comments/ict/r4/XAA.toml").exists());
        assert!(house.repo().statuses(None).unwrap().is_empty());
        fs::remove_file(house.path(".git/refs/tags/ict/first.lock")).unwrap();
        assert!(house.store().write(act).unwrap().is_some());
    }

    #[test]
    fn the_first_commit_is_taken_back_as_any_other() {
        let house = House::uncommitted();
        house.put(".git/refs/tags/ict/first.lock", b"");
        let mut act = writes("drafts/ict/second/en.md", DRAFT);
        act.tags.push(("ict/first".to_owned(), "First".to_owned()));
        house.store().write(act).unwrap_err();
        assert!(!house.store().has_commits() && !house.path("drafts/ict/second").exists());
        assert!(house.repo().index().unwrap().is_empty());
    }

    #[test]
    fn a_tag_that_leaves_no_room_is_named() {
        let house = House::committed();
        let head = house.store().revision(&Moment::head()).unwrap().id;
        house.put(".git/packed-refs", format!("{head} refs/tags/ict\n").as_bytes());
        let mut act = writes(PATH, "# New\n");
        act.tags.push(("ict/first".to_owned(), "First".to_owned()));
        let error = house.store().write(act).unwrap_err();
        assert_eq!(error.to_string(), "the tag `ict` leaves no room for a tag `ict/first`");
        assert_eq!(house.text(PATH), DRAFT);
    }

    #[test]
    fn a_configuration_that_minds_the_ends_of_lines_stops_nothing() {
        let house = House::committed();
        let mut config = house.repo().config().unwrap();
        config.set_str("core.autocrlf", "true").unwrap();
        config.set_str("core.safecrlf", "true").unwrap();
        house.store().write(writes(PATH, "# New\n")).unwrap().unwrap();
        assert_eq!((house.text(PATH), status(&house, PATH)), ("# New\n".to_owned(), Status::CURRENT));
        assert!(house.store().changed().unwrap().is_empty());
    }

    #[test]
    fn two_writers_come_one_after_the_other() {
        let house = House::committed();
        let lock = house.path(".git/travaux.lock");
        fs::write(&lock, "process 1 (another act)\n").unwrap();
        let other = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(100));
            fs::remove_file(lock).unwrap();
        });
        assert!(house.store().write(writes(PATH, "# New\n")).unwrap().is_some());
        other.join().unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_mode() {
        use std::os::unix::fs::PermissionsExt;
        let house = House::committed();
        fs::set_permissions(house.path(PATH), fs::Permissions::from_mode(0o755)).unwrap();
        let repo = house.repo();
        let head = repo.head().unwrap().peel_to_commit().unwrap();
        let mut update = git2::build::TreeUpdateBuilder::new();
        update.upsert(PATH, repo.blob(DRAFT.as_bytes()).unwrap(), git2::FileMode::BlobExecutable);
        let tree = update.create_updated(&repo, &head.tree().unwrap()).unwrap();
        let tree = repo.find_tree(tree).unwrap();
        repo.commit(Some("HEAD"), &head.author(), &head.author(), "mode", &tree, &[&head]).unwrap();
        house.store().write(writes(PATH, "# New\n")).unwrap().unwrap();
        assert_eq!(fs::metadata(house.path(PATH)).unwrap().permissions().mode() & 0o777, 0o755);
        assert_eq!(status(&house, PATH), Status::CURRENT);
    }

    #[test]
    fn an_index_that_git_holds_stops_the_act_and_nothing_is_lost() {
        let house = House::committed();
        let before = house.store().revision(&Moment::head()).unwrap();
        house.put(".git/index.lock", b"");
        let error = house.store().write(writes(PATH, "# New\n")).unwrap_err();
        assert!(error.hint().unwrap().contains("`.lock`"), "{error:?}");
        assert_eq!(house.text(PATH), DRAFT);
        assert_eq!(house.store().revision(&Moment::head()).unwrap(), before);
        fs::remove_file(house.path(".git/index.lock")).unwrap();
        assert!(house.store().write(writes(PATH, "# New\n")).unwrap().is_some());
    }

    #[test]
    fn without_a_name_git_is_told_one_first() {
        let house = House::committed();
        let mut config = house.repo().config().unwrap();
        // An empty name hides whatever this machine's own configuration says.
        config.set_str("user.name", "").unwrap();
        let mut act = writes(PATH, "# New\n");
        act.clerk = None;
        let error = house.store().write(act.clone()).unwrap_err();
        assert_eq!(error.to_string(), "git does not know who you are");
        assert!(error.hint().unwrap().contains("git config user.name"));
        assert_eq!(house.text(PATH), DRAFT);
        config.set_str("user.name", "Clerk").unwrap();
        assert_eq!(house.store().write(act).unwrap().unwrap().author, "Clerk");
    }

    #[test]
    fn nothing_is_committed_in_the_middle_of_a_merge() {
        let house = House::committed();
        let head = house.store().revision(&Moment::head()).unwrap().id;
        house.put(".git/MERGE_HEAD", format!("{head}\n").as_bytes());
        let error = house.store().write(writes(PATH, "# New\n")).unwrap_err();
        assert!(error.to_string().contains("a merge is in progress"));
        assert_eq!(house.text(PATH), DRAFT);
    }

    #[test]
    fn nothing_is_written_outside_or_through_a_link() {
        let house = House::committed();
        for path in ["../out.md", "/tmp/out.md", ".git/config", "drafts/../../out.md"] {
            assert!(house.store().write(writes(path, "x")).is_err(), "{path}");
        }
        #[cfg(unix)]
        {
            let outside = tempfile::tempdir().unwrap();
            std::os::unix::fs::symlink(outside.path(), house.path("drafts/aid")).unwrap();
            std::os::unix::fs::symlink(outside.path().join("x"), house.path("drafts/ict/second")).unwrap();
            for path in ["drafts/aid/x.md", "drafts/ict/second"] {
                let error = house.store().write(writes(path, "x")).unwrap_err();
                assert!(error.to_string().contains("symbolic links are not followed"), "{error}");
            }
            assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn the_first_commit_and_a_detached_head_are_written_too() {
        let house = House::uncommitted();
        let first = house.save("begin", "2026-05-01T10:00:00Z").unwrap();
        let repo: Repository = house.repo();
        repo.set_head_detached(git2::Oid::from_str(&first.id).unwrap()).unwrap();
        let second = house.change(PATH, "# New\n", "2026-05-02T10:00:00Z");
        assert!(repo.head_detached().unwrap());
        assert_eq!(house.store().revision(&Moment::parse("HEAD~1", chrono_tz::UTC)).unwrap(), first);
        assert_eq!(house.store().revision(&Moment::head()).unwrap(), second);
        assert!(house.store().changed().unwrap().is_empty());
    }

    #[test]
    fn without_a_commit_git_is_left_alone() {
        let house = House::committed();
        let mut act = writes(PATH, "# New\n");
        act.commit = false;
        assert_eq!(house.store().write(act.clone()).unwrap(), None);
        assert_eq!(house.store().changed().unwrap(), [PATH]);
        assert_eq!(status(&house, PATH), Status::WT_MODIFIED);
        act.tags.push(("ict/first".to_owned(), "First".to_owned()));
        assert!(house.store().write(act).unwrap_err().hint().unwrap().contains("--no-commit"));
    }

    #[test]
    fn texts_are_written_with_lf_and_what_was_received_as_it_came() {
        let house = House::committed();
        let received = "comments/ict/r4/received/XAA.md";
        let mut act = writes(PATH, "# New\r\n");
        act.files.insert(received.to_owned(), Some(b"as sent\r\n".to_vec()));
        house.store().write(act).unwrap();
        assert_eq!((house.text(PATH), house.text(received)), ("# New\n".into(), "as sent\r\n".into()));
        assert!(house.store().changed().unwrap().is_empty());
        assert_eq!(
            house.store().life(received).unwrap()[0].bytes.as_deref(),
            Some(b"as sent\r\n".as_slice())
        );
    }
}
