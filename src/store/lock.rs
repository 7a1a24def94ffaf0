//! One writer at a time.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// How long a second writer waits for the first.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The right to write, held until it is dropped: a file that says who holds it.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
}

impl Lock {
    /// Takes the lock, waiting a moment for whoever holds it.
    pub(super) fn take(path: PathBuf, what: &str, patience: Duration) -> Result<Lock> {
        let until = Instant::now() + patience;
        loop {
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    // From here on the file is ours, and goes away whatever happens.
                    let lock = Lock { path };
                    let holder = format!("process {} ({what})\n", std::process::id());
                    file.write_all(holder.as_bytes()).map_err(Error::outside("write the lock file"))?;
                    return Ok(lock);
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return Err(Error::outside(format!("create the lock file `{}`", path.display()))(error));
                }
            }
            if Instant::now() >= until {
                return Err(held(&path));
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Nothing can be done here if it fails; the next writer is told how to remove the file.
        let _ = fs::remove_file(&self.path);
    }
}

fn held(path: &Path) -> Error {
    let holder = fs::read_to_string(path).unwrap_or_default();
    let holder = match holder.lines().next().map(str::trim) {
        Some(holder) if !holder.is_empty() => holder.chars().take(120).collect(),
        _ => "another process".to_owned(),
    };
    Error::refused(
        format!("{holder} is writing in this workspace"),
        format!("try again; if that process has ended, remove `{}`", path.display()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_hears_who_holds_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("travaux.lock");
        let first = Lock::take(path.clone(), "ict: answer XAA-r4-3", PATIENCE).unwrap();
        let second = Lock::take(path.clone(), "other", Duration::from_millis(30)).unwrap_err();
        assert!(second.to_string().contains("ict: answer XAA-r4-3"), "{second}");
        assert!(second.to_string().contains(&std::process::id().to_string()));
        assert!(second.hint().unwrap().contains("travaux.lock"));
        drop(first);
        assert!(!path.exists());
        assert!(Lock::take(path, "other", PATIENCE).is_ok());
    }

    #[test]
    fn a_second_writer_waits_a_moment() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("travaux.lock");
        let first = Lock::take(path.clone(), "first", PATIENCE).unwrap();
        let waiting = std::thread::spawn(move || Lock::take(path, "second", PATIENCE).is_ok());
        std::thread::sleep(Duration::from_millis(80));
        drop(first);
        assert!(waiting.join().unwrap());
    }
}
