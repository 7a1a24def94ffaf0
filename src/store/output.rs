//! A file that an answer is written to, outside the workspace's own.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::store::placed::permissions;

/// A file to be written, whole or not at all: what is written stands beside it until it takes its place. Begun
/// before there is an answer, so that a place that cannot be written to is known before anything is done.
#[derive(Debug)]
pub struct Output {
    path: PathBuf,
    beside: NamedTempFile,
    overwrite: bool,
}

impl Output {
    /// Begins a file. Fails where one is there already that is not to be written over, where a folder stands in its
    /// place, and where nothing can be written.
    pub fn begin(path: &Path, overwrite: bool) -> Result<Output> {
        if path.is_dir() {
            let name = path.display();
            return Err(Error::refused(format!("`{name}` is a folder"), "name a file in it"));
        }
        if !overwrite && path.symlink_metadata().is_ok() {
            return Err(taken(path));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let what =
                format!("`{}` cannot be written: there is no folder `{}`", path.display(), folder.display());
            return Err(Error::refused(what, "create the folder, or name another one"));
        }
        let mut beside = tempfile::Builder::new();
        beside.prefix(".travaux-");
        let open = permissions();
        if let Some(open) = &open {
            beside.permissions(open.clone());
        }
        let beside = beside.tempfile_in(folder).map_err(failed(path))?;
        Ok(Output { path: path.to_owned(), beside, overwrite })
    }

    /// Begins a file under the first of some names that is not taken.
    pub fn under_a_free_name(mut names: impl Iterator<Item = PathBuf>) -> Result<Output> {
        let free = names.find(|name| name.symlink_metadata().is_err());
        Output::begin(&free.expect("there are more names than files"), false)
    }

    /// The file as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file.
    pub fn finish(mut self, bytes: &[u8]) -> Result<()> {
        self.beside
            .write_all(bytes)
            .and_then(|()| self.beside.as_file().sync_data())
            .map_err(failed(&self.path))?;
        if !self.overwrite {
            let written = self.beside.persist_noclobber(&self.path).map(drop);
            return written.map_err(|error| match error.error.kind() {
                ErrorKind::AlreadyExists => taken(&self.path),
                _ => failed(&self.path)(error.error),
            });
        }
        // A file that is written over stays as private as it was, and a link goes on leading to it.
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        if let Ok(there) = fs::metadata(&path) {
            fs::set_permissions(self.beside.path(), there.permissions()).map_err(failed(&self.path))?;
        }
        self.beside.persist(&path).map(drop).map_err(|error| failed(&self.path)(error.error))
    }
}

fn taken(path: &Path) -> Error {
    Error::refused(
        format!("`{}` is there already", path.display()),
        "name another file, or write over it with `--overwrite`",
    )
}

fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let doing = format!("write `{}`", path.display());
    // The name of the file beside it is nobody's business.
    move |error| Error::outside(doing)(std::io::Error::from(error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_not_written_over_by_chance() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        Output::begin(&path, false).unwrap().finish(b"first").unwrap();
        assert!(Output::begin(&path, false).unwrap_err().hint().unwrap().contains("--overwrite"));
        Output::begin(&path, true).unwrap().finish(b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
    }

    #[test]
    fn a_file_that_came_in_between_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        let output = Output::begin(&path, false).unwrap();
        fs::write(&path, "theirs").unwrap();
        assert!(output.finish(b"ours").unwrap_err().to_string().contains("is there already"));
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_must_not_be_lost_is_numbered_on() {
        let folder = tempfile::tempdir().unwrap();
        let names = || (1..).map(|nth| folder.path().join(format!("rows-{nth}.csv")));
        for nth in 1..=2 {
            let output = Output::under_a_free_name(names()).unwrap();
            assert_eq!(output.path(), folder.path().join(format!("rows-{nth}.csv")));
            output.finish(b"row").unwrap();
        }
    }

    #[test]
    fn what_is_never_finished_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        drop(Output::begin(&folder.path().join("form.xlsx"), false).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Output::begin(folder.path(), true).is_err());
        let nowhere = Output::begin(&folder.path().join("no/form.xlsx"), false).unwrap_err();
        assert!(nowhere.to_string().contains("form.xlsx"), "{nowhere}");
    }
}
