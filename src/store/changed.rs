//! What was changed by hand and not yet saved.

use git2::{Status, StatusOptions};

use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::decoding::digest;
use crate::store::failure::git;
use crate::store::folder::Folder;
use crate::store::git::Git;
use crate::store::paths::refuse_links;
use crate::store::snapshot::blob;
use crate::store::source::Source;

/// What belongs to the consultation; whatever else stands in the folder is no business of `save`.
const OURS: [&str; 3] = ["schedule.toml", "drafts", "comments"];

impl Store {
    /// The files of the consultation that differ from HEAD: added, modified or deleted, by path. What git
    /// ignores and new hidden files are left out; a bare repository has none.
    pub fn changed(&self) -> Result<Vec<String>> {
        let repository = self.history()?;
        let Some(root) = &self.root else { return Ok(Vec::new()) };
        let mut options = StatusOptions::new();
        options.include_untracked(true).recurse_untracked_dirs(true).disable_pathspec_match(true);
        options.include_ignored(false).include_unmodified(false).exclude_submodules(true);
        for ours in OURS {
            options.pathspec(repository.path(ours));
        }
        let statuses =
            repository.repo.statuses(Some(&mut options)).map_err(git("compare the files with HEAD"))?;
        let prefix = if repository.prefix.is_empty() { String::new() } else { repository.path("") };
        let folder = Folder::new(root);
        let mut changed = Vec::new();
        for status in statuses.iter() {
            let path = String::from_utf8_lossy(status.path_bytes()).into_owned();
            let Some(path) = path.strip_prefix(&prefix) else { continue };
            let hidden = path.split('/').any(|step| step.starts_with('.'));
            if hidden && status.status().contains(Status::WT_NEW) {
                continue;
            }
            if !is_as_committed(repository, &folder, path)? {
                changed.push(path.to_owned());
            }
        }
        changed.sort();
        Ok(changed)
    }

    /// A file's bytes as they stand in the folder, for `save`; absent where it was deleted.
    pub fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let Some(root) = &self.root else {
            return Err(Error::refused("a bare repository has no folder of files", "work in a clone of it"));
        };
        refuse_links(root, path)?;
        let folder = Folder::new(root);
        let read = folder.kind(path).and_then(|kind| kind.map(|_| folder.bytes(path)).transpose());
        read.map_err(Error::Problems)
    }
}

/// Whether a file is what HEAD holds after all: staged and taken back, or different only in its line ends.
fn is_as_committed(repository: &Git, folder: &Folder, path: &str) -> Result<bool> {
    let Some(head) = repository.head()? else { return Ok(false) };
    let tree = head.tree().map_err(git("read HEAD"))?;
    let Ok(entry) = tree.get_path(std::path::Path::new(&repository.path(path))) else { return Ok(false) };
    match (blob(&repository.repo, entry.id(), path), folder.bytes(path)) {
        (Ok(then), Ok(now)) => Ok(digest(&then) == digest(&now)),
        _ => Ok(false),
    }
}
