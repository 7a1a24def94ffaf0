//! A workspace's files as they stand in a folder.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::error::{Place, Problem};
use crate::store::source::{self, Entry, Kind, LARGEST, Source, below, too_large, unreadable};

/// The folder that holds schedule.toml.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Reads below a root.
    pub(super) fn new(root: &Path) -> Folder {
        Folder { root: root.to_owned() }
    }
}

impl Source for Folder {
    fn kind(&self, path: &str) -> source::Read<Option<Kind>> {
        match fs::symlink_metadata(self.root.join(path)) {
            Ok(found) => Ok(Some(kind(&found.file_type()))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(unreadable(path, error)),
        }
    }

    fn entries(&self, folder: &str) -> source::Read<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(self.root.join(folder)).map_err(|error| unreadable(folder, error))? {
            let entry = entry.map_err(|error| unreadable(folder, error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // The type of the entry itself: a link is not followed.
            let found = entry.file_type().map_err(|error| unreadable(&below(folder, &name), error))?;
            entries.push(Entry { name, kind: kind(&found) });
        }
        entries.sort();
        Ok(entries)
    }

    fn bytes(&self, path: &str) -> source::Read<Vec<u8>> {
        let there = self.root.join(path);
        let before = fs::symlink_metadata(&there).map_err(|error| unreadable(path, error))?;
        match kind(&before.file_type()) {
            Kind::File => {}
            // Opening a pipe would wait for ever.
            other => return Err(vec![other.instead_of(path, Kind::File)]),
        }
        if before.len() > LARGEST {
            return Err(too_large(path, before.len()));
        }
        let file = File::open(&there).map_err(|error| unreadable(path, error))?;
        let opened = file.metadata().map_err(|error| unreadable(path, error))?;
        if !is_same(&before, &opened) {
            // Between the two looks a link may have taken the file's place.
            let what = "the file was replaced while it was being read";
            return Err(vec![Problem::new(Place::file(path), what)]);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default());
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, error))?;
        match bytes.len() as u64 {
            size if size > LARGEST => Err(too_large(path, size)),
            _ => Ok(bytes),
        }
    }
}

fn kind(found: &fs::FileType) -> Kind {
    if found.is_symlink() {
        Kind::Link
    } else if found.is_dir() {
        Kind::Folder
    } else if found.is_file() {
        Kind::File
    } else {
        Kind::Other
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    one.file_type() == other.file_type()
}
