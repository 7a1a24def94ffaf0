//! The repository around a workspace.

use std::path::Path;

use git2::{Commit, ErrorCode, Repository, RepositoryOpenFlags};

use crate::error::{Error, Result};
use crate::store::failure::git;
use crate::store::source::{Kind, below};
use crate::store::{Moment, snapshot};

/// A repository, and where in it the workspace stands.
pub(super) struct Git {
    /// The repository.
    pub(super) repo: Repository,
    /// The workspace's root in the repository, with `/`; empty where they are the same.
    pub(super) prefix: String,
}

impl Git {
    /// The repository around a folder, if there is one with a work tree.
    pub(super) fn around(root: &Path) -> Result<Option<Git>> {
        let doing = format!("open the repository of `{}`", root.display());
        let none: [&Path; 0] = [];
        let repo = match Repository::open_ext(root, RepositoryOpenFlags::empty(), none) {
            Ok(repo) => repo,
            Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
            Err(error) => return Err(git(doing)(error)),
        };
        // Both sides resolved, or a link on the way would hide that one lies in the other.
        let work = repo.workdir().and_then(|work| work.canonicalize().ok());
        let inside =
            work.and_then(|work| Some(root.canonicalize().ok()?.strip_prefix(work).ok()?.to_owned()));
        let Some(inside) = inside else { return Ok(None) };
        let Some(inside) = inside.to_str() else {
            let what = format!("the name of the folder `{}` is not UTF-8", root.display());
            return Err(Error::refused(what, "rename the folder"));
        };
        let prefix = inside.replace(std::path::MAIN_SEPARATOR, "/");
        Ok(Some(Git { repo, prefix }))
    }

    /// The commit that HEAD stands on; absent before the first.
    pub(super) fn head(&self) -> Result<Option<Commit<'_>>> {
        match self.repo.head() {
            Ok(head) => head.peel_to_commit().map(Some).map_err(git("read HEAD")),
            Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => Ok(None),
            Err(error) => Err(git("read HEAD")(error)),
        }
    }

    /// The commit that HEAD stands on, or that there is none yet.
    pub(super) fn tip(&self) -> Result<Commit<'_>> {
        self.head()?.ok_or_else(|| {
            Error::refused("the repository has no commit yet", "run `travaux save` to make the first")
        })
    }

    /// The commit that is meant by a moment.
    pub(super) fn commit(&self, moment: &Moment) -> Result<Commit<'_>> {
        moment.find(self)
    }

    /// The workspace as a commit holds it.
    pub(super) fn snapshot<'r>(&'r self, commit: &Commit<'r>) -> Result<snapshot::Snapshot<'r>> {
        let tree = commit.tree().map_err(git(format!("read the tree of {}", commit.id())))?;
        let nothing = || {
            let short: String = commit.id().to_string().chars().take(7).collect();
            Error::refused(
                format!("revision {short} holds no workspace: there is no {}", self.path("schedule.toml")),
                "name a later revision; `git log -- schedule.toml` in the workspace lists them",
            )
        };
        let root = match self.prefix.as_str() {
            "" => tree,
            prefix => {
                let entry = tree.get_path(Path::new(prefix)).map_err(|_| nothing())?;
                self.repo.find_tree(entry.id()).map_err(|_| nothing())?
            }
        };
        match root.get_name("schedule.toml").map(|entry| snapshot::kind(&entry)) {
            None | Some(Kind::Folder) => Err(nothing()),
            Some(_) => Ok(snapshot::Snapshot::new(&self.repo, root)),
        }
    }

    /// A path of the workspace as a path of the repository.
    pub(super) fn path(&self, path: &str) -> String {
        below(&self.prefix, path)
    }
}
