//! The one door to a workspace's files.

use std::path::{Path, PathBuf};

use crate::draft::{Draft, Language, VersionName};
use crate::error::{Error, Problem, Result};
use crate::store::decoding::decoded;
use crate::store::folder::Folder;
use crate::store::git::Git;
use crate::store::reading::workspace;
use crate::store::source::Source;
use crate::store::{Moment, Revision};
use crate::workspace::Workspace;

/// The files of a consultation: a folder, with or without git, or a bare repository, which is read at HEAD.
///
/// Invariant: at least one of `root` and `git` is there.
pub struct Store {
    pub(super) root: Option<PathBuf>,
    pub(super) git: Option<Git>,
}

impl Store {
    /// The folder that holds schedule.toml; absent for a bare repository.
    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// Whether git keeps its history.
    pub fn is_git(&self) -> bool {
        self.git.is_some()
    }

    /// Whether it is a repository without a folder of files.
    pub fn is_bare(&self) -> bool {
        self.root.is_none()
    }

    /// Whether a part of the history was left behind when it was cloned.
    pub fn is_shallow(&self) -> bool {
        self.git.as_ref().is_some_and(|git| git.repo.is_shallow())
    }

    /// Whether anything was ever committed.
    pub fn has_commits(&self) -> bool {
        self.git.as_ref().is_some_and(|git| matches!(git.head(), Ok(Some(_))))
    }

    /// Reads everything as it stands in the folder, committed or not; a bare repository at HEAD.
    ///
    /// All problems of all files come together, by path and line.
    pub fn read(&self) -> Result<Workspace> {
        match &self.root {
            Some(root) => workspace(&Folder::new(root)).map_err(Error::Problems),
            None => self.read_at(&Moment::head()),
        }
    }

    /// Reads everything as it was committed at a moment. Problems are named as git would name their place:
    /// `1a2b3c4:schedule.toml:3`.
    pub fn read_at(&self, moment: &Moment) -> Result<Workspace> {
        let git = self.history()?;
        let commit = git.commit(moment)?;
        let snapshot = git.snapshot(&commit)?;
        workspace(&snapshot).map_err(|problems| at(&commit.id().to_string(), problems))
    }

    /// The commit that is meant by a moment.
    pub fn revision(&self, moment: &Moment) -> Result<Revision> {
        self.history()?.commit(moment).map(|commit| Revision::of(&commit))
    }

    /// One text as it was committed at a moment; absent where there was none.
    pub fn draft_at(
        &self,
        name: &VersionName,
        language: &Language,
        moment: &Moment,
    ) -> Result<Option<Draft>> {
        let git = self.history()?;
        let commit = git.commit(moment)?;
        let snapshot = git.snapshot(&commit)?;
        let path = format!("drafts/{name}/{language}.md");
        let read = || match snapshot.kind(&path)? {
            None => Ok(None),
            Some(_) => {
                let read = snapshot.bytes(&path).and_then(|bytes| decoded(&path, bytes))?;
                Draft::parse(&path, &read.text).map(Some)
            }
        };
        read().map_err(|problems| at(&commit.id().to_string(), problems))
    }

    /// The repository, or how to get one.
    pub(super) fn history(&self) -> Result<&Git> {
        self.git.as_ref().ok_or_else(|| {
            Error::refused("this folder is not in a git repository, so it has no history", "run `git init`")
        })
    }
}

/// Problems of a commit, not of the folder.
fn at(commit: &str, mut problems: Vec<Problem>) -> Error {
    let short: String = commit.chars().take(7).collect();
    for problem in &mut problems {
        problem.place.path = format!("{short}:{}", problem.place.path);
    }
    Error::Problems(problems)
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let git = self.git.as_ref().map(|git| git.repo.path());
        f.debug_struct("Store").field("root", &self.root).field("git", &git).finish()
    }
}
