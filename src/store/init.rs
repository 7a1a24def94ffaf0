//! Begins a workspace.

use std::fs;
use std::path::Path;

use git2::Repository;

use crate::error::{Error, Result};
use crate::store::failure::git;
use crate::store::git::Git;
use crate::store::{Act, Revision, Store};

/// What git must know of a workspace's files: LF everywhere, and what was received byte for byte.
pub const ATTRIBUTES: &str = "* text=auto eol=lf\n**/received/** -text\n";

impl Store {
    /// Begins a workspace in a folder, in the repository around it, or else in a new one. Files that stand
    /// there already are left as they are; `.gitattributes` comes with them.
    ///
    /// Without a name in git's configuration the files are written and not committed, and no revision is
    /// returned.
    pub fn init(folder: &Path, act: Act) -> Result<(Store, Option<Revision>)> {
        begin(folder, act, false)
    }

    /// Begins a workspace in a repository of its own, whatever repository is around it.
    pub fn init_apart(folder: &Path, act: Act) -> Result<(Store, Option<Revision>)> {
        begin(folder, act, true)
    }
}

fn begin(folder: &Path, mut act: Act, apart: bool) -> Result<(Store, Option<Revision>)> {
    let place = folder.display();
    if folder.join("schedule.toml").symlink_metadata().is_ok() {
        let what = format!("`{place}` is a workspace already: it holds a schedule.toml");
        return Err(Error::refused(what, "name another folder"));
    }
    act.files.entry(".gitattributes".to_owned()).or_insert_with(|| Some(ATTRIBUTES.into()));
    act.check()?;
    fs::create_dir_all(folder).map_err(Error::outside(format!("create the folder `{place}`")))?;
    let root = folder.canonicalize().map_err(Error::outside(format!("find the folder `{place}`")))?;
    act.files.retain(|path, _| root.join(path).symlink_metadata().is_err());
    // A folder that the repository around it ignores is none of its business.
    let around = Git::around(&root)?.filter(|around| {
        let ignored = around.repo.is_path_ignored(&root).unwrap_or(false);
        if apart { around.prefix.is_empty() } else { around.prefix.is_empty() || !ignored }
    });
    let git = match around {
        Some(around) => around,
        None => {
            let repo = Repository::init(&root).map_err(git(format!("make a repository in `{place}`")))?;
            Git { repo, prefix: String::new() }
        }
    };
    act.commit = act.commit && (act.clerk.is_some() || git.repo.signature().is_ok());
    let store = Store { root: Some(root), git: Some(git) };
    let revision = store.write(act)?;
    Ok((store, revision))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{House, SCHEDULE, writes};

    #[test]
    fn a_new_folder_becomes_a_workspace_in_a_repository() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("new/workspace");
        let (store, first) = Store::init(&there, writes("schedule.toml", SCHEDULE)).unwrap();
        assert!(first.is_some() && store.is_git() && store.read().is_ok());
        assert!(store.changed().unwrap().is_empty());
        assert_eq!(fs::read_to_string(there.join(".gitattributes")).unwrap(), ATTRIBUTES);
        let again = Store::init(&there, writes("schedule.toml", SCHEDULE)).unwrap_err();
        assert!(again.to_string().contains("is a workspace already"));
    }

    #[test]
    fn the_repository_around_is_used_unless_one_apart_is_asked_for() {
        let house = House::committed();
        house.put(".gitignore", b"/ignored\n");
        let (inside, _) = Store::init(&house.path("inside"), writes("schedule.toml", SCHEDULE)).unwrap();
        assert!(!house.path("inside/.git").exists() && inside.has_commits());
        assert_eq!(inside.life("schedule.toml").unwrap().len(), 1);
        Store::init_apart(&house.path("apart"), writes("schedule.toml", SCHEDULE)).unwrap();
        Store::init(&house.path("ignored"), writes("schedule.toml", SCHEDULE)).unwrap();
        assert!(house.path("apart/.git").exists() && house.path("ignored/.git").exists());
    }

    #[test]
    fn files_that_stand_there_are_left_as_they_are() {
        let house = House::without_git(&[("README.md", "mine"), (".gitattributes", "mine\n")]);
        let mut act = writes("schedule.toml", SCHEDULE);
        act.files.insert("README.md".to_owned(), Some(b"theirs".to_vec()));
        let (store, first) = Store::init(house.root(), act).unwrap();
        assert!(first.is_some() && store.has_commits());
        assert_eq!((house.text("README.md"), house.text(".gitattributes")), ("mine".into(), "mine\n".into()));
    }
}
