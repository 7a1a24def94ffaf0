//! Finds the workspace that a folder belongs to.

use std::path::{Path, PathBuf};

use git2::{ErrorCode, Repository, RepositoryOpenFlags};

use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::failure::git;
use crate::store::git::Git;

impl Store {
    /// Climbs from a folder to the one that holds schedule.toml. A bare repository is read at HEAD, where
    /// schedule.toml stands at the root of its tree.
    pub fn open(from: &Path) -> Result<Store> {
        let place = from.display();
        let start = from.canonicalize().map_err(Error::outside(format!("find the folder `{place}`")))?;
        for folder in start.ancestors() {
            if is_plan(&folder.join("schedule.toml")) {
                return Store::at(folder.to_owned());
            }
            if let Some(store) = bare(folder)? {
                return Ok(store);
            }
        }
        Err(Error::refused(
            format!("no schedule.toml in `{}` or any folder above it", start.display()),
            "run `travaux init`, or point to a workspace with `-C <DIR>`",
        ))
    }

    /// The workspace whose root is known, with the repository around it, if there is one.
    pub(super) fn at(root: PathBuf) -> Result<Store> {
        let git = Git::around(&root)?;
        Ok(Store { root: Some(root), git })
    }
}

/// A link in its place is found too, so that reading can refuse it by name.
fn is_plan(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| !found.is_dir())
}

/// The bare repository that a folder is, if it holds a workspace.
fn bare(folder: &Path) -> Result<Option<Store>> {
    // A look is cheaper than an attempt, and this is asked of every folder on the way up.
    if !folder.join("HEAD").is_file() || !folder.join("objects").is_dir() {
        return Ok(None);
    }
    let doing = format!("open the repository `{}`", folder.display());
    let none: [&Path; 0] = [];
    let repo = match Repository::open_ext(folder, RepositoryOpenFlags::NO_SEARCH, none) {
        Ok(repo) => repo,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(git(doing)(error)),
    };
    if !repo.is_bare() {
        return Ok(None);
    }
    let bare = Git { repo, prefix: String::new() };
    let way_out = "point to a workspace with `-C <DIR>`";
    let holds = match bare.head()? {
        Some(head) => head.tree().map_err(git(doing))?.get_name("schedule.toml").is_some(),
        None => {
            let what = format!("the bare repository `{}` has no commit to be read at HEAD", folder.display());
            return Err(Error::refused(what, format!("push to it first, or {way_out}")));
        }
    };
    if !holds {
        let what = format!("no schedule.toml at HEAD of the bare repository `{}`", folder.display());
        return Err(Error::refused(what, way_out));
    }
    Ok(Some(Store { root: None, git: Some(bare) }))
}

#[cfg(test)]
mod tests {
    use git2::WorktreeAddOptions;

    use super::*;
    use crate::store::Moment;
    use crate::store::testing::{DRAFT, House, SCHEDULE, writes};

    #[test]
    fn a_workspace_is_found_from_any_folder_inside() {
        let house = House::committed();
        let store = Store::open(&house.path("drafts/ict/first")).unwrap();
        assert_eq!(store.root(), Some(house.root().canonicalize().unwrap().as_path()));
        assert!(store.is_git() && !store.is_bare() && !store.is_shallow() && store.has_commits());
        assert!(Store::open(&house.path(".git/refs")).unwrap().root().is_some());
    }

    #[test]
    fn where_there_is_none_the_way_out_is_named() {
        let empty = tempfile::tempdir().unwrap();
        let error = Store::open(empty.path()).unwrap_err();
        assert!(error.to_string().starts_with("no schedule.toml in `"), "{error}");
        assert!(error.hint().unwrap().contains("travaux init"));
        assert!(Store::open(&empty.path().join("none")).is_err());
    }

    #[test]
    fn a_folder_outside_git_is_read_and_has_no_history() {
        let house = House::without_git(&[("schedule.toml", SCHEDULE), ("drafts/ict/first/en.md", DRAFT)]);
        let store = house.store();
        assert!(!store.is_git() && !store.has_commits());
        let digests: Vec<String> =
            store.read().unwrap().texts.values().flat_map(|text| text.digests.values().cloned()).collect();
        assert_eq!(digests.len(), 1);
        assert!(store.life("schedule.toml").unwrap().is_empty() && store.seals().unwrap().is_empty());
        for error in [store.read_at(&Moment::head()).unwrap_err(), store.changed().unwrap_err()] {
            assert_eq!(error.hint().as_deref(), Some("run `git init`"));
        }
        let error = store.write(writes("drafts/ict/first/en.md", "# T\n")).unwrap_err();
        assert!(error.hint().unwrap().contains("--no-commit"));
        let mut act = writes("drafts/ict/first/en.md", "# T\n");
        act.commit = false;
        assert_eq!(store.write(act).unwrap(), None);
        assert_eq!(house.text("drafts/ict/first/en.md"), "# T\n");
        assert!(!house.path(".travaux.lock").exists());
    }

    #[test]
    fn a_bare_repository_is_read_at_head_and_never_written() {
        let house = House::committed();
        let folder = tempfile::tempdir().unwrap();
        let bare = git2::build::RepoBuilder::new()
            .bare(true)
            .clone(house.root().to_str().unwrap(), folder.path())
            .unwrap();
        let store = Store::open(&folder.path().join("refs")).unwrap();
        assert!(store.is_bare() && store.is_git() && store.root().is_none());
        assert_eq!(store.read().unwrap(), house.store().read().unwrap());
        assert_eq!(store.life("schedule.toml").unwrap().len(), 1);
        assert!(store.changed().unwrap().is_empty());
        assert!(store.write(writes("schedule.toml", "")).unwrap_err().hint().unwrap().contains("clone"));
        assert!(bare.is_bare());
    }

    #[test]
    fn a_bare_repository_without_a_workspace_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repository::init_bare(folder.path()).unwrap();
        assert!(Store::open(folder.path()).unwrap_err().to_string().contains("no commit"));
        let tree = repo.treebuilder(None).and_then(|t| t.write()).and_then(|id| repo.find_tree(id)).unwrap();
        let clerk = git2::Signature::now("Clerk", "clerk@example.org").unwrap();
        repo.commit(Some("HEAD"), &clerk, &clerk, "empty", &tree, &[]).unwrap();
        assert!(Store::open(folder.path()).unwrap_err().to_string().contains("at HEAD of the bare"));
    }

    #[test]
    fn a_workspace_may_stand_in_a_subfolder_of_its_repository() {
        let house = House::without_git(&[
            ("sub/ws/schedule.toml", SCHEDULE),
            ("sub/ws/drafts/ict/first/en.md", DRAFT),
            ("drafts/none.md", "not ours"),
        ]);
        Repository::init(house.root()).unwrap();
        let store = Store::open(&house.path("sub/ws/drafts")).unwrap();
        assert_eq!(store.changed().unwrap(), ["drafts/ict/first/en.md", "schedule.toml"]);
        let mut act = writes("drafts/ict/first/en.md", DRAFT);
        act.files.insert("schedule.toml".to_owned(), Some(SCHEDULE.into()));
        act.tags.push(("ict/first".to_owned(), "sealed".to_owned()));
        store.write(act).unwrap().unwrap();
        assert!(store.changed().unwrap().is_empty());
        let then = store.read_at(&Moment::Revision("ict/first".to_owned())).unwrap();
        assert_eq!(then, store.read().unwrap());
        assert_eq!(store.life("drafts/ict/first/en.md").unwrap().len(), 1);
        let seal = &store.seals().unwrap()[0];
        let digest = then.texts.values().next().unwrap().digests.values().next().cloned();
        assert_eq!(store.sealed_digest(seal, "drafts/ict/first/en.md").unwrap(), digest);
        assert!(house.at_head("sub/ws/schedule.toml").is_some() && house.at_head("drafts").is_none());
    }

    #[test]
    fn a_linked_worktree_has_a_head_of_its_own() {
        let house = House::committed();
        let apart = tempfile::tempdir().unwrap();
        let path = apart.path().join("linked");
        house.repo().worktree("linked", &path, Some(&WorktreeAddOptions::new())).unwrap();
        let store = Store::open(&path).unwrap();
        assert_eq!(store.read().unwrap(), house.store().read().unwrap());
        let done = store.write(writes("drafts/ict/second/en.md", DRAFT)).unwrap().unwrap();
        assert_eq!(store.revision(&Moment::head()).unwrap().id, done.id);
        assert_ne!(house.store().revision(&Moment::head()).unwrap().id, done.id);
        assert!(store.changed().unwrap().is_empty() && house.store().changed().unwrap().is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_repository_of_somebody_else_is_not_trusted() {
        let house = House::committed();
        for path in [house.root().to_owned(), house.path(".git")] {
            // Only a privileged user can give a folder away.
            if std::os::unix::fs::chown(path, Some(54321), None).is_err() {
                return;
            }
        }
        // Where everything is declared safe, nothing is left to be seen.
        if Repository::open(house.root()).is_ok() {
            return;
        }
        let error = Store::open(house.root()).unwrap_err();
        assert!(error.to_string().contains("does not trust"), "{error}");
        assert!(error.hint().unwrap().contains("safe.directory"));
    }
}
