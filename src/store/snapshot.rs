//! A workspace's files as one commit of git holds them.

use std::path::Path;

use git2::{ErrorCode, ObjectType, Repository, Tree, TreeEntry};

use crate::store::source::{Entry, Kind, LARGEST, Read, Source, too_large, unreadable};

/// The workspace's root in the tree of one commit.
pub(super) struct Snapshot<'r> {
    repo: &'r Repository,
    tree: Tree<'r>,
}

impl<'r> Snapshot<'r> {
    /// Reads below a tree, which is the workspace's root.
    pub(super) fn new(repo: &'r Repository, tree: Tree<'r>) -> Snapshot<'r> {
        Snapshot { repo, tree }
    }

    fn entry(&self, path: &str) -> Read<Option<TreeEntry<'static>>> {
        match self.tree.get_path(Path::new(path)) {
            Ok(entry) => Ok(Some(entry)),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(unreadable(path, error.message())),
        }
    }

    fn folder(&self, path: &str) -> Read<Tree<'r>> {
        if path.is_empty() {
            return Ok(self.tree.clone());
        }
        let entry = self.entry(path)?.ok_or_else(|| unreadable(path, "not there"))?;
        self.repo.find_tree(entry.id()).map_err(|error| unreadable(path, error.message()))
    }
}

impl Source for Snapshot<'_> {
    fn kind(&self, path: &str) -> Read<Option<Kind>> {
        Ok(self.entry(path)?.map(|entry| kind(&entry)))
    }

    fn entries(&self, folder: &str) -> Read<Vec<Entry>> {
        let tree = self.folder(folder)?;
        let entry = |entry: TreeEntry<'_>| {
            let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
            Entry { name, kind: kind(&entry) }
        };
        let mut entries: Vec<Entry> = tree.iter().map(entry).collect();
        entries.sort();
        Ok(entries)
    }

    fn bytes(&self, path: &str) -> Read<Vec<u8>> {
        let entry = self.entry(path)?.ok_or_else(|| unreadable(path, "not there"))?;
        match kind(&entry) {
            Kind::File => blob(self.repo, entry.id(), path),
            other => Err(vec![other.instead_of(path, Kind::File)]),
        }
    }
}

/// The bytes of a blob, after a look at its size.
pub(super) fn blob(repo: &Repository, id: git2::Oid, path: &str) -> Read<Vec<u8>> {
    let bytes = || {
        let odb = repo.odb()?;
        let (size, _) = odb.read_header(id)?;
        if size as u64 > LARGEST {
            return Ok(Err(too_large(path, size as u64)));
        }
        odb.read(id).map(|object| Ok(object.data().to_vec()))
    };
    bytes().unwrap_or_else(|error: git2::Error| Err(unreadable(path, error.message())))
}

/// What an entry of a tree stands for, by its mode: a link is a blob too.
pub(super) fn kind(entry: &TreeEntry<'_>) -> Kind {
    match (entry.kind(), entry.filemode()) {
        (_, 0o120_000) => Kind::Link,
        (Some(ObjectType::Commit), _) => Kind::Submodule,
        (Some(ObjectType::Tree), _) => Kind::Folder,
        (Some(ObjectType::Blob), _) => Kind::File,
        _ => Kind::Other,
    }
}
