//! Makes the commit of an act, with its seals: all of it or nothing.

use std::collections::BTreeMap;
use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{
    Commit, ErrorCode, FileMode, Index, IndexEntry, ObjectType, Oid, RepositoryState, Signature, Time, Tree,
};

use crate::error::{Error, Result};
use crate::store::failure::git;
use crate::store::git::Git;
use crate::store::staged::staged;
use crate::store::{Act, Store};

/// Everything that a commit needs, looked up before anything is written.
pub(super) struct Ready<'r> {
    repository: &'r Git,
    parent: Option<Commit<'r>>,
    tree: Tree<'r>,
    /// The act's paths in the repository, with their blobs.
    blobs: BTreeMap<String, Option<Oid>>,
    clerk: Signature<'static>,
    index: Index,
    /// The reference that HEAD moves: a branch, or HEAD itself where it is detached.
    branch: String,
}

impl<'r> Ready<'r> {
    /// Looks whether an act can be committed as things stand.
    pub(super) fn for_act(repository: &'r Git, act: &Act) -> Result<Ready<'r>> {
        let doing = || git("prepare the commit");
        let repo = &repository.repo;
        refuse_half_done(repo.state())?;
        let clerk = clerk(repository, act)?;
        for (name, _) in &act.tags {
            refuse_taken(repository, name)?;
        }
        let index = repo.index().map_err(git("read git's index"))?;
        if index.has_conflicts() {
            let what = "some files are still in conflict after a merge";
            return Err(Error::refused(what, "resolve them; `git status` names them"));
        }
        let parent = repository.head()?;
        let mut blobs = BTreeMap::new();
        for (path, bytes) in &act.files {
            let id = bytes.as_ref().map(|bytes| repo.blob(bytes)).transpose().map_err(doing())?;
            blobs.insert(repository.path(path), id);
        }
        let before = match &parent {
            Some(parent) => parent.tree(),
            None => repo.treebuilder(None).and_then(|empty| empty.write()).and_then(|id| repo.find_tree(id)),
        };
        let tree = updated(repository, &before.map_err(doing())?, &blobs).map_err(doing())?;
        let head = repo.find_reference("HEAD").map_err(git("read HEAD"))?;
        let branch = head.symbolic_target().ok().flatten().unwrap_or("HEAD").to_owned();
        Ok(Ready { repository, parent, tree, blobs, clerk, index, branch })
    }

    /// Whether HEAD already holds what the act writes.
    pub(super) fn is_committed(&self) -> bool {
        let before = self.parent.as_ref().map(Commit::tree_id);
        before.map_or(self.tree.is_empty(), |before| before == self.tree.id())
    }

    /// Makes the commit and its seals. Where HEAD already holds the files, the seals are set on it.
    pub(super) fn commit(mut self, act: &Act) -> Result<Option<Commit<'r>>> {
        let repo = &self.repository.repo;
        let old = self.entries();
        let doing = || git("commit");
        let new = if self.is_committed() {
            self.parent.clone()
        } else {
            let parents: Vec<&Commit<'_>> = self.parent.iter().collect();
            let message = act.whole_message();
            let id = repo.commit(None, &self.clerk, &self.clerk, &message, &self.tree, &parents);
            Some(id.and_then(|id| repo.find_commit(id)).map_err(doing())?)
        };
        self.stage().map_err(git("write git's index"))?;
        let moved = new.as_ref().map_or(Ok(()), |new| self.move_references(new, act));
        if let Err(error) = moved {
            // The files go back as they were, and so must what git knows of them.
            self.take_back(new.as_ref());
            self.unstage(old).map_err(git("write git's index"))?;
            return Err(error);
        }
        Ok(new)
    }

    /// Moves the branch and sets the tags, all of them locked before the first is written.
    fn move_references(&self, new: &Commit<'_>, act: &Act) -> Result<()> {
        let repo = &self.repository.repo;
        let doing = || git("move the branch and set the tags");
        let mut references = repo.transaction().map_err(doing())?;
        let parent = self.parent.as_ref().map(Commit::id);
        if parent != Some(new.id()) {
            references.lock_ref(&self.branch).map_err(doing())?;
            if repo.refname_to_id(&self.branch).ok() != parent {
                let what = "somebody else committed at the same moment";
                return Err(Error::refused(what, "run the command again"));
            }
            let first = if parent.is_none() { " (initial)" } else { "" };
            let told = format!("commit{first}: {}", act.subject());
            references.set_target(&self.branch, new.id(), Some(&self.clerk), &told).map_err(doing())?;
        }
        for (name, message) in &act.tags {
            let message = format!("{}\n", message.trim_end());
            let tag = repo.tag_annotation_create(name, new.as_object(), &self.clerk, &message);
            let tag = tag.map_err(doing())?;
            let name = format!("refs/tags/{name}");
            references.lock_ref(&name).map_err(doing())?;
            references.set_target(&name, tag, Some(&self.clerk), "").map_err(doing())?;
        }
        references.commit().map_err(doing())
    }

    /// Moves the branch back, in case it was moved before something else failed.
    fn take_back(&self, new: Option<&Commit<'_>>) {
        let repo = &self.repository.repo;
        let new = new.map(Commit::id);
        let old = self.parent.as_ref().map(Commit::id);
        if old == new || repo.refname_to_id(&self.branch).ok() != new {
            return;
        }
        // The failure that is being reported is the one worth hearing of.
        let _ = match old {
            Some(old) => repo.reference(&self.branch, old, true, "take back a commit").map(drop),
            None => repo.find_reference(&self.branch).and_then(|mut branch| branch.delete()),
        };
    }

    /// What the index holds at the act's paths.
    fn entries(&self) -> Vec<(String, Option<IndexEntry>)> {
        let entry = |path: &String| (path.clone(), self.index.get_path(Path::new(path), 0));
        self.blobs.keys().map(entry).collect()
    }

    /// Writes the act's paths, and no other, into the index.
    fn stage(&mut self) -> std::result::Result<(), git2::Error> {
        // Somebody may have staged something since it was read.
        self.index.read(false)?;
        let repo = &self.repository.repo;
        for (path, blob) in &self.blobs {
            let place = Path::new(path);
            match blob {
                Some(blob) => self.index.add(&staged(repo, path, *blob, &self.tree))?,
                None if self.index.get_path(place, 0).is_some() => self.index.remove_path(place)?,
                None => {}
            }
        }
        self.index.write()
    }

    fn unstage(&mut self, old: Vec<(String, Option<IndexEntry>)>) -> std::result::Result<(), git2::Error> {
        for (path, entry) in old {
            let place = Path::new(&path);
            match entry {
                Some(entry) => self.index.add(&entry)?,
                None if self.index.get_path(place, 0).is_some() => self.index.remove_path(place)?,
                None => {}
            }
        }
        self.index.write()
    }
}

/// A seal is set once, and needs room for its name: a tag `ict` and a tag `ict/first` cannot both stand.
fn refuse_taken(repository: &Git, name: &str) -> Result<()> {
    let stands = |name: &str| repository.repo.find_reference(&format!("refs/tags/{name}")).is_ok();
    if stands(name) {
        let what = format!("the tag `{name}` exists already, and seals are never moved");
        return Err(Error::refused(what, format!("`git show {name}` shows what it seals")));
    }
    match name.split_once('/') {
        Some((folder, _)) if stands(folder) => {
            let what = format!("the tag `{folder}` leaves no room for a tag `{name}`");
            Err(Error::refused(what, format!("delete it with `git tag -d {folder}`, if nobody needs it")))
        }
        _ => Ok(()),
    }
}

/// The tree before with exactly the act's paths changed.
fn updated<'r>(
    repository: &'r Git,
    before: &Tree<'_>,
    blobs: &BTreeMap<String, Option<Oid>>,
) -> std::result::Result<Tree<'r>, git2::Error> {
    let mut update = TreeUpdateBuilder::new();
    for (path, blob) in blobs {
        let there = before.get_path(Path::new(path)).ok();
        match (blob, there) {
            (Some(id), Some(entry)) if entry.filemode() == i32::from(FileMode::BlobExecutable) => {
                update.upsert(path.as_str(), *id, FileMode::BlobExecutable)
            }
            (Some(id), _) => update.upsert(path.as_str(), *id, FileMode::Blob),
            (None, Some(entry)) if entry.kind() == Some(ObjectType::Blob) => update.remove(path.as_str()),
            (None, _) => &mut update,
        };
    }
    let tree = update.create_updated(&repository.repo, before)?;
    repository.repo.find_tree(tree)
}

impl Store {
    /// Who works here, by the name that git knows.
    pub fn worker(&self) -> Result<String> {
        let clerk = clerk(self.history()?, &Act::default())?;
        Ok(clerk.name().unwrap_or("a person whose name git cannot show").to_owned())
    }
}

/// In whose name: git's own answer, or the way to give one.
fn clerk(repository: &Git, act: &Act) -> Result<Signature<'static>> {
    if let Some(clerk) = &act.clerk {
        let when = Time::new(clerk.when.timestamp(), 0);
        return Signature::new(&clerk.name, &clerk.email, &when).map_err(git("use the name of the clerk"));
    }
    let known = repository.repo.signature().and_then(|known| match act.when {
        Some(when) => {
            let when = Time::new(when.timestamp(), known.when().offset_minutes());
            Signature::new(known.name().unwrap_or_default(), known.email().unwrap_or_default(), &when)
        }
        None => Ok(known),
    });
    known.map_err(|error| match error.code() {
        ErrorCode::NotFound | ErrorCode::GenericError => Error::refused(
            "git does not know who you are",
            "run `git config user.name \"YOUR NAME\"` and `git config user.email YOU@EXAMPLE.ORG`",
        ),
        _ => git("read your name from git's configuration")(error),
    })
}

/// A commit in the middle of a merge would end it unasked.
fn refuse_half_done(state: RepositoryState) -> Result<()> {
    use RepositoryState as State;
    let (what, command) = match state {
        State::Clean => return Ok(()),
        State::Merge => ("a merge", "merge"),
        State::Revert | State::RevertSequence => ("a revert", "revert"),
        State::CherryPick | State::CherryPickSequence => ("a cherry-pick", "cherry-pick"),
        State::Bisect => ("a bisection", "bisect"),
        State::Rebase | State::RebaseInteractive | State::RebaseMerge => ("a rebase", "rebase"),
        State::ApplyMailbox | State::ApplyMailboxOrRebase => ("the applying of patches", "am"),
    };
    let way_out = match command {
        "bisect" => "end it with `git bisect reset`".to_owned(),
        "merge" => "finish it with `git commit`, or give it up with `git merge --abort`".to_owned(),
        _ => format!("finish it with `git {command} --continue`, or give it up with `git {command} --abort`"),
    };
    Err(Error::refused(format!("{what} is in progress in this repository"), way_out))
}
