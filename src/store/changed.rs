//! What was changed by hand and not yet saved.

use git2::{Index, IndexEntryExtendedFlag, StatusOptions};

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
    /// ignores, hidden files, and what a sparse checkout does not show are left out; a bare repository has none.
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
        let index = repository.repo.index().map_err(git("read git's index"))?;
        let folder = Folder::new(root);
        let mut changed = Vec::new();
        for status in statuses.iter() {
            let path = String::from_utf8_lossy(status.path_bytes()).into_owned();
            let Some(path) = path.strip_prefix(&prefix) else { continue };
            let hidden = path.split('/').any(|step| step.starts_with('.'));
            if hidden || is_left_out(&index, &repository.path(path)) && !root.join(path).exists() {
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

/// Whether a sparse checkout keeps a file out of the folder: it was not deleted, and must not be.
fn is_left_out(index: &Index, path: &str) -> bool {
    let entry = index.get_path(std::path::Path::new(path), 0);
    let flags = entry.map_or(0, |entry| entry.flags_extended);
    IndexEntryExtendedFlag::from_bits_truncate(flags).contains(IndexEntryExtendedFlag::SKIP_WORKTREE)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{DRAFT, House, SCHEDULE};

    #[test]
    fn only_what_belongs_to_the_consultation_and_differs_is_changed() {
        let house = House::committed();
        assert!(house.store().changed().unwrap().is_empty());
        house.put("schedule.toml", SCHEDULE.replace("A consultation", "By hand").as_bytes());
        house.put("drafts/ict/second/en.md", DRAFT.as_bytes());
        house.put("drafts/.DS_Store", b"x");
        house.put("notes.txt", b"mine");
        house.put("comments/ict/r4/received/Note verbale \u{2013} \u{c9}tat.docx", b"PK");
        std::fs::remove_file(house.path("comments/ict/r4/XAA.toml")).unwrap();
        let expected = [
            "comments/ict/r4/XAA.toml",
            "comments/ict/r4/received/Note verbale \u{2013} \u{c9}tat.docx",
            "drafts/ict/second/en.md",
            "schedule.toml",
        ];
        assert_eq!(house.store().changed().unwrap(), expected);
        house.save("by hand", "2026-05-02T10:00:00Z").unwrap();
        assert!(house.store().changed().unwrap().is_empty());
        assert_eq!(house.at_head("comments/ict/r4/XAA.toml"), None);
        assert_eq!((house.at_head("notes.txt"), house.at_head("drafts/.DS_Store")), (None, None));
    }

    #[test]
    fn what_is_staged_and_taken_back_is_not_changed() {
        let house = House::committed();
        let path = "drafts/ict/first/en.md";
        house.put(path, b"# Staged\n");
        let repo = house.repo();
        let mut index = repo.index().unwrap();
        index.add_path(std::path::Path::new(path)).unwrap();
        index.write().unwrap();
        assert_eq!(house.store().changed().unwrap(), [path]);
        house.put(path, DRAFT.as_bytes());
        assert!(house.store().changed().unwrap().is_empty());
    }

    #[test]
    fn a_sparse_checkout_deletes_nothing() {
        let house = House::committed();
        let path = "comments/ict/r4/XAA.toml";
        let repo = house.repo();
        let mut index = repo.index().unwrap();
        let mut entry = index.get_path(std::path::Path::new(path), 0).unwrap();
        entry.flags_extended |= IndexEntryExtendedFlag::SKIP_WORKTREE.bits();
        index.add(&entry).unwrap();
        index.write().unwrap();
        std::fs::remove_file(house.path(path)).unwrap();
        assert!(house.store().changed().unwrap().is_empty());
    }

    #[test]
    fn bytes_are_those_of_plain_files_below_the_root() {
        let house = House::committed();
        let store = house.store();
        assert_eq!(store.bytes("schedule.toml").unwrap().as_deref(), Some(SCHEDULE.as_bytes()));
        assert_eq!(store.bytes("drafts/none.md").unwrap(), None);
        for path in ["../x", "/etc/passwd", "drafts", "drafts/../../x"] {
            assert!(store.bytes(path).is_err(), "{path}");
        }
    }
}
