//! Puts new files in place of old ones, and back.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Error, Result};
use crate::store::paths::refuse_links;

/// The files that were written, with what stood there before.
#[derive(Debug, Default)]
pub(super) struct Placed {
    before: Vec<(PathBuf, Option<Vec<u8>>)>,
    folders: Vec<PathBuf>,
}

/// A file that is written, and waits beside the one whose place it takes; nothing waits where one is taken away.
struct Ready<'f> {
    path: &'f str,
    place: PathBuf,
    before: Option<Vec<u8>>,
    beside: Option<TempPath>,
}

/// Writes files below a root, each as a whole or not at all; none deletes. On any failure all are put back.
///
/// All are written and kept by the disk before the first takes its place: one after the other, each would wait for it.
pub(super) fn place(root: &Path, files: &BTreeMap<String, Option<Vec<u8>>>) -> Result<Placed> {
    for path in files.keys() {
        refuse_links(root, path)?;
    }
    let mut placed = Placed::default();
    let failed = |path: &str| Error::outside(format!("write `{path}`"));
    let mut all = Vec::new();
    for (path, bytes) in files {
        match placed.ready(root, path, bytes.as_deref()) {
            Ok(ready) => all.extend(ready),
            Err(error) => return Err(placed.put_back(failed(path)(error))),
        }
    }
    for ready in &all {
        if let Some(beside) = &ready.beside
            && let Err(error) = File::open(beside).and_then(|file| file.sync_data())
        {
            return Err(placed.put_back(failed(ready.path)(error)));
        }
    }
    for ready in all {
        let path = ready.path;
        if let Err(error) = placed.take_place(ready) {
            return Err(placed.put_back(failed(path)(error)));
        }
    }
    Ok(placed)
}

impl Placed {
    /// Writes a file beside the one whose place it is to take; nothing to do where that one says the same.
    fn ready<'f>(
        &mut self,
        root: &Path,
        path: &'f str,
        bytes: Option<&[u8]>,
    ) -> std::io::Result<Option<Ready<'f>>> {
        let place = root.join(path);
        let before = match fs::read(&place) {
            Ok(before) => Some(before),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        // What is the same keeps its time stamp, and git its knowledge of it.
        if before.as_deref() == bytes {
            return Ok(None);
        }
        self.folders_for(&place)?;
        let beside = bytes.map(|bytes| written(&place, bytes)).transpose()?;
        Ok(Some(Ready { path, place, before, beside }))
    }

    fn take_place(&mut self, ready: Ready<'_>) -> std::io::Result<()> {
        match ready.beside {
            Some(beside) => beside.persist(&ready.place).map_err(|error| error.error)?,
            None => fs::remove_file(&ready.place)?,
        }
        self.before.push((ready.place, ready.before));
        Ok(())
    }

    fn folders_for(&mut self, path: &Path) -> std::io::Result<()> {
        let missing = path.ancestors().skip(1).take_while(|folder| !folder.exists());
        let missing: Vec<&Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    /// Whether anything was written.
    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// Puts everything back as it was because something failed; returns that failure, and says so if a file
    /// could not be put back.
    pub(super) fn put_back(self, failed: Error) -> Error {
        let mut stuck = Vec::new();
        for (path, before) in self.before.iter().rev() {
            if put(path, before.as_deref()).is_err() {
                stuck.push(path.display().to_string());
            }
        }
        for folder in self.folders.iter().rev() {
            // A folder in which somebody else has put something meanwhile is theirs now.
            let _ = fs::remove_dir(folder);
        }
        if stuck.is_empty() {
            return failed;
        }
        Error::refused(
            format!("{failed}, and these files could not be put back as they were: {}", stuck.join(", ")),
            "look at them with `git diff`, and take them back with `git restore`",
        )
    }
}

/// Puts one file in place, so that no reader ever sees half of it.
fn put(path: &Path, bytes: Option<&[u8]>) -> std::io::Result<()> {
    let Some(bytes) = bytes else { return fs::remove_file(path) };
    written(path, bytes)?.persist(path).map_err(|error| error.error)
}

/// Writes beside a file what is to take its place, as open as that file is.
fn written(path: &Path, bytes: &[u8]) -> std::io::Result<TempPath> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new();
    beside.prefix(".travaux-");
    let open = permissions();
    if let Some(open) = &open {
        beside.permissions(open.clone());
    }
    let mut beside = beside.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    if let Ok(there) = fs::metadata(path) {
        fs::set_permissions(beside.path(), there.permissions())?;
    }
    Ok(beside.into_temp_path())
}

/// Temporary files are private; a workspace's files are as open as the user's mask lets them be.
#[cfg(unix)]
pub(super) fn permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
pub(super) fn permissions() -> Option<fs::Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, Option<&str>)]) -> BTreeMap<String, Option<Vec<u8>>> {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.map(|t| t.as_bytes().to_vec()))).collect()
    }

    #[test]
    fn files_go_back_as_they_were() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("a"), "old").unwrap();
        fs::write(root.path().join("gone"), "kept").unwrap();
        let placed = place(root.path(), &files(&[("a", Some("new")), ("gone", None), ("x/y/b", Some("b"))]));
        let placed = placed.unwrap();
        assert!(root.path().join("x/y/b").exists() && !root.path().join("gone").exists());
        placed.put_back(Error::refused("no", "none"));
        assert_eq!(fs::read_to_string(root.path().join("a")).unwrap(), "old");
        assert_eq!(fs::read_to_string(root.path().join("gone")).unwrap(), "kept");
        assert!(!root.path().join("x").exists());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_failure_half_way_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("z")).unwrap();
        // `z` is a folder, so that the second file cannot be written.
        assert!(place(root.path(), &files(&[("a", Some("new")), ("z", Some("new"))])).is_err());
        assert!(!root.path().join("a").exists());
    }

    #[cfg(unix)]
    #[test]
    fn written_files_are_no_more_private_than_others() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("plain"), "x").unwrap();
        place(root.path(), &files(&[("ours", Some("x"))])).unwrap();
        let mode = |name| fs::metadata(root.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode("ours"), mode("plain"));
    }
}
