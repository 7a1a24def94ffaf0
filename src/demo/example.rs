//! The example's files, as they stand in the project's own root.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::error::{Error, Result};
use crate::store::Store;
use crate::workspace::Workspace;

static DRAFTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/drafts");
static COMMENTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/comments");
const SCHEDULE: &str = include_str!("../../schedule.toml");

/// The example: its files by path, and all that they hold.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) workspace: Workspace,
}

impl Example {
    /// Takes the example out of the binary.
    pub(super) fn open() -> Result<Example> {
        let mut files = BTreeMap::from([("schedule.toml".to_owned(), SCHEDULE.as_bytes().to_vec())]);
        gather(&DRAFTS, "drafts", &mut files);
        gather(&COMMENTS, "comments", &mut files);
        let workspace = open_aside(&files)?;
        Ok(Example { files, workspace })
    }

    /// One file of the example.
    pub(super) fn file(&self, path: &str) -> Vec<u8> {
        self.files.get(path).cloned().unwrap_or_default()
    }
}

/// Reads files as the workspace that they make.
pub(super) fn open_aside(files: &BTreeMap<String, Vec<u8>>) -> Result<Workspace> {
    let aside = tempfile::tempdir().map_err(Error::outside("make a temporary folder"))?;
    for (path, bytes) in files {
        put(aside.path(), path, bytes)?;
    }
    Store::open(aside.path())?.read()
}

/// Refuses a folder in which something stands already.
pub(super) fn refuse_if_used(folder: &Path) -> Result<()> {
    let used = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if !used && !folder.is_file() {
        return Ok(());
    }
    Err(Error::refused(format!("{} is not empty", folder.display()), "name a folder that does not exist yet"))
}

fn gather(folder: &Dir<'_>, name: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        // Paths inside the binary are relative to the folder, with the separators of the machine that built it.
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(format!("{name}/{path}"), file.contents().to_vec());
    }
    for inner in folder.dirs() {
        gather(inner, name, files);
    }
}

fn put(root: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let file = root.join(path);
    let folder = file.parent().unwrap_or(root);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&file, bytes))
        .map_err(Error::outside(format!("write {path} into a temporary folder")))
}
