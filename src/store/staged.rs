//! What git's index remembers of one file.

use std::fs::Metadata;
use std::path::Path;

use git2::{FileMode, IndexEntry, IndexTime, Oid, Repository, Tree};

/// The entry of a file that was just written, with the blob and mode of the tree to be committed.
///
/// Made here and not by git, which would send the file through the filters of the user's configuration and may
/// refuse it for the ends of its lines.
pub(super) fn staged(repo: &Repository, path: &str, id: Oid, tree: &Tree<'_>) -> IndexEntry {
    let file = repo.workdir().and_then(|work| work.join(path).symlink_metadata().ok());
    let mode = tree.get_path(Path::new(path)).map_or(i32::from(FileMode::Blob), |entry| entry.filemode());
    let mut entry = IndexEntry {
        ctime: IndexTime::new(0, 0),
        mtime: IndexTime::new(0, 0),
        dev: 0,
        ino: 0,
        mode: u32::try_from(mode).unwrap_or_default(),
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    };
    if let Some(file) = file {
        remember(&mut entry, &file);
    }
    entry
}

/// How git recognises the file unchanged without reading it again; it keeps the low 32 bits of each number.
#[cfg(unix)]
fn remember(entry: &mut IndexEntry, file: &Metadata) {
    use std::os::unix::fs::MetadataExt;
    entry.ctime = IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32);
    entry.mtime = IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32);
    (entry.dev, entry.ino) = (file.dev() as u32, file.ino() as u32);
    (entry.uid, entry.gid) = (file.uid(), file.gid());
    entry.file_size = file.len() as u32;
}

/// Elsewhere git reads the file once more, and remembers it then.
#[cfg(not(unix))]
fn remember(_: &mut IndexEntry, _: &Metadata) {}
