//! Where a workspace's files are read from.

use crate::error::{Place, Problem};

/// The largest file that is read; drafts and submissions are a thousand times smaller.
pub(super) const LARGEST: u64 = 16 << 20;

/// What was read, or what is wrong with it.
pub(super) type Read<T> = Result<T, Vec<Problem>>;

/// A folder of the disk, or a tree of git: whatever holds a workspace's files at one moment.
///
/// Paths go from the workspace's root, with `/`. No link is ever followed.
pub(super) trait Source {
    /// What stands at a path; absent where nothing does.
    fn kind(&self, path: &str) -> Read<Option<Kind>>;
    /// What a folder holds, in the order of names.
    fn entries(&self, folder: &str) -> Read<Vec<Entry>>;
    /// The bytes of a plain file of bearable size.
    fn bytes(&self, path: &str) -> Read<Vec<u8>>;
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// The name; what is not UTF-8 in it is replaced, and so follows no grammar.
    pub(super) name: String,
    /// What it names.
    pub(super) kind: Kind,
}

/// What a name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// Another repository.
    Submodule,
    /// A pipe, a socket, a device.
    Other,
}

impl Kind {
    /// As a person would say it.
    pub(super) fn said(self) -> &'static str {
        match self {
            Kind::File => "a file",
            Kind::Folder => "a folder",
            Kind::Link => "a symbolic link",
            Kind::Submodule => "a submodule",
            Kind::Other => "a pipe or device",
        }
    }

    /// That something else was needed here.
    pub(super) fn instead_of(self, path: &str, wanted: Kind) -> Problem {
        let what = match self {
            Kind::Link => "symbolic links are not followed",
            Kind::Submodule => "submodules are not read",
            _ => "wrong kind of file",
        };
        Problem::new(Place::file(path), what).found(self.said()).expected(wanted.said())
    }
}

/// That a file is too large to be read.
pub(super) fn too_large(path: &str, size: u64) -> Vec<Problem> {
    let problem =
        Problem::new(Place::file(path), "the file is too large to be read").found(format!("{size} bytes"));
    vec![problem.expected(format!("at most {LARGEST} bytes"))]
}

/// That something cannot be read, with what the outside said.
pub(super) fn unreadable(path: &str, said: impl std::fmt::Display) -> Vec<Problem> {
    let path = if path.is_empty() { "." } else { path };
    vec![Problem::new(Place::file(path), "cannot be read").found(said.to_string())]
}

/// A path one step further down.
pub(super) fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
