//! What became of one file through the history.

use std::collections::HashMap;

use git2::{Commit, Oid, Repository, Sort};

use crate::error::{Error, Result};
use crate::store::failure::git;
use crate::store::snapshot::{self, blob};
use crate::store::source::Kind;
use crate::store::{Revision, Store};

/// A commit that changed a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// The commit.
    pub revision: Revision,
    /// What the file holds since then; absent where it was deleted.
    pub bytes: Option<Vec<u8>>,
    /// How many commits of the history are newer. Commits of one second have an order too.
    pub newer: usize,
}

impl Store {
    /// The commits that changed a file, the newest first; empty before the first commit and outside git.
    ///
    /// A merge changed it only where it differs from every parent. A shallow clone ends where it ends: its
    /// oldest touch may only be the oldest that is known.
    pub fn life(&self, path: &str) -> Result<Vec<Touch>> {
        Ok(self.lives(&[path])?.pop().unwrap_or_default())
    }

    /// The commits that changed each of several files, in one walk through the history; as [`Store::life`] for one.
    pub fn lives(&self, paths: &[&str]) -> Result<Vec<Vec<Touch>>> {
        let nothing = || Ok(paths.iter().map(|_| Vec::new()).collect());
        let Some(repository) = &self.git else { return nothing() };
        let Some(head) = repository.head()? else { return nothing() };
        let commits = commits(&repository.repo, head.id()).map_err(git("read the history"))?;
        let life = |path: &&str| {
            if path.contains('\0') {
                return Ok(Vec::new());
            }
            let whole = repository.path(path);
            let doing = || format!("read the history of `{path}`");
            let mut file = Followed::new(&repository.repo, &whole);
            let mut touches = Vec::new();
            for (newer, commit, now) in file.touches(&commits).map_err(git(doing()))? {
                let bytes = now.map(|id| blob(&repository.repo, id, path)).transpose();
                let bytes = bytes.map_err(Error::Problems)?;
                touches.push(Touch { revision: Revision::of(commit), bytes, newer });
            }
            Ok(touches)
        };
        paths.iter().map(life).collect()
    }
}

/// All commits that lead to one, the newest first.
fn commits(repo: &Repository, head: Oid) -> std::result::Result<Vec<Commit<'_>>, git2::Error> {
    let mut walk = repo.revwalk()?;
    walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME)?;
    walk.push(head)?;
    walk.map(|id| repo.find_commit(id?)).collect()
}

/// A file followed through the trees of many commits.
///
/// Most commits leave most folders alone, so what a tree holds is remembered for each level of the path.
struct Followed<'r> {
    repo: &'r Repository,
    steps: Vec<&'r str>,
    seen: HashMap<(usize, Oid), Option<Oid>>,
    at: HashMap<Oid, Option<Oid>>,
}

/// A commit that touched a file, with its rank in the history and the blob since then.
type Touched<'c, 'r> = (usize, &'c Commit<'r>, Option<Oid>);

impl<'r> Followed<'r> {
    fn new(repo: &'r Repository, path: &'r str) -> Followed<'r> {
        Followed { repo, steps: path.split('/').collect(), seen: HashMap::new(), at: HashMap::new() }
    }

    fn touches<'c>(
        &mut self,
        commits: &'c [Commit<'r>],
    ) -> std::result::Result<Vec<Touched<'c, 'r>>, git2::Error> {
        let mut touches = Vec::new();
        for (newer, commit) in commits.iter().enumerate() {
            let now = self.blob_of(commit)?;
            let mut touched = commit.parent_count() > 0 || now.is_some();
            for parent in commit.parents() {
                touched = touched && self.blob_of(&parent)? != now;
            }
            if touched {
                touches.push((newer, commit, now));
            }
        }
        Ok(touches)
    }

    /// The blob that a commit holds at the path.
    fn blob_of(&mut self, commit: &Commit<'r>) -> std::result::Result<Option<Oid>, git2::Error> {
        if let Some(known) = self.at.get(&commit.id()) {
            return Ok(*known);
        }
        let mut at = Some(commit.tree_id());
        for level in 0..self.steps.len() {
            let Some(tree) = at else { break };
            at = match self.seen.get(&(level, tree)) {
                Some(known) => *known,
                None => {
                    let below = self.step(tree, level)?;
                    self.seen.insert((level, tree), below);
                    below
                }
            };
        }
        self.at.insert(commit.id(), at);
        Ok(at)
    }

    /// One step down: a folder, or at the end a plain file. A link is neither.
    fn step(&self, tree: Oid, level: usize) -> std::result::Result<Option<Oid>, git2::Error> {
        let wanted = if level + 1 == self.steps.len() { Kind::File } else { Kind::Folder };
        let tree = self.repo.find_tree(tree)?;
        let entry = tree.get_name(self.steps[level]);
        Ok(entry.filter(|entry| snapshot::kind(entry) == wanted).map(|entry| entry.id()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Moment;
    use crate::store::testing::{DRAFT, House, act};

    const PATH: &str = "drafts/ict/first/en.md";

    fn told(house: &House) -> Vec<(String, Option<String>)> {
        let life = house.store().life(PATH).unwrap();
        let text = |touch: &Touch| touch.bytes.clone().map(|bytes| String::from_utf8(bytes).unwrap());
        life.iter().map(|touch| (touch.revision.subject.clone(), text(touch))).collect()
    }

    #[test]
    fn only_commits_that_changed_the_file_are_named_the_newest_first() {
        let house = House::committed();
        house.change(PATH, "# Second\n", "2026-05-02T10:00:00Z");
        house.change("drafts/ict/second/en.md", DRAFT, "2026-05-03T10:00:00Z");
        let mut delete = act("delete", "2026-05-04T10:00:00Z");
        delete.files.insert(PATH.to_owned(), None);
        house.store().write(delete).unwrap();
        let told = told(&house);
        assert_eq!(told[0], ("delete".to_owned(), None));
        assert_eq!(told[1], (format!("change {PATH}"), Some("# Second\n".to_owned())));
        assert_eq!(told[2], ("begin".to_owned(), Some(DRAFT.to_owned())));
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn a_merge_touches_only_what_differs_from_every_parent() {
        let house = House::committed();
        let base = house.store().revision(&Moment::head()).unwrap().id;
        house.change(PATH, "# Ours\n", "2026-05-02T10:00:00Z");
        let repo = house.repo();
        let find = |id: &str| repo.find_commit(Oid::from_str(id).unwrap()).unwrap();
        let (base, ours) = (find(&base), repo.head().unwrap().peel_to_commit().unwrap());
        let clerk = base.author().to_owned();
        // The other side left the draft alone.
        let theirs = repo.commit(None, &clerk, &clerk, "theirs", &base.tree().unwrap(), &[&base]).unwrap();
        let theirs = repo.find_commit(theirs).unwrap();
        let parents = [&ours, &theirs];
        repo.commit(Some("HEAD"), &clerk, &clerk, "merge", &ours.tree().unwrap(), &parents).unwrap();
        let subjects: Vec<String> = told(&house).into_iter().map(|(subject, _)| subject).collect();
        assert_eq!(subjects, [format!("change {PATH}"), "begin".to_owned()]);
    }

    #[test]
    fn a_shallow_clone_ends_where_it_ends_and_says_so() {
        let house = House::committed();
        let first = house.store().revision(&Moment::head()).unwrap().id;
        let second = house.change(PATH, "# Second\n", "2026-05-02T10:00:00Z").id;
        house.change(PATH, "# Third\n", "2026-05-03T10:00:00Z");
        // What a shallow clone is: a list of commits whose parents were left behind.
        house.put(".git/shallow", format!("{second}\n").as_bytes());
        std::fs::remove_file(house.path(&format!(".git/objects/{}/{}", &first[..2], &first[2..]))).unwrap();
        let store = house.store();
        assert!(store.is_shallow());
        assert_eq!(told(&house).len(), 2);
        let zurich = chrono_tz::Europe::Zurich;
        for moment in ["HEAD~2", "HEAD~9", &first, "2026-05-01"] {
            let error = store.read_at(&Moment::parse(moment, zurich)).unwrap_err();
            assert!(error.to_string().contains("shallow clone"), "{moment}: {error}");
            assert!(error.hint().unwrap().contains("git fetch --unshallow"));
        }
        let then = store.revision(&Moment::parse("2026-05-02", zurich)).unwrap();
        assert_eq!(then.id, second);
    }

    #[test]
    fn a_repository_without_commits_has_no_life_yet() {
        let house = House::uncommitted();
        let store = house.store();
        assert!(!store.has_commits() && store.read().is_ok());
        assert!(store.life(PATH).unwrap().is_empty() && store.seals().unwrap().is_empty());
        assert_eq!(store.changed().unwrap().len(), 4);
        for moment in ["HEAD", "HEAD~1", "nonsense", "2026-05-01"] {
            let error = store.revision(&Moment::parse(moment, chrono_tz::UTC)).unwrap_err();
            assert!(error.to_string().contains("no commit yet"), "{moment}: {error}");
        }
    }
}
