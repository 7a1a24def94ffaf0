//! A folder of its own in which the real program runs, cut off from the machine's settings.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The day on which everything happens unless a test says otherwise.
pub(crate) const TODAY: &str = "2026-09-15";

/// A folder of its own.
pub(crate) struct Sandbox {
    folder: tempfile::TempDir,
    today: String,
    columns: Option<usize>,
}

/// What the program said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Sandbox {
    /// An empty folder.
    pub(crate) fn new() -> Sandbox {
        // Not below the project: its repository would be the one around every workspace.
        let folder = tempfile::Builder::new().prefix("travaux-test-").tempdir().expect("a folder of its own");
        let sandbox = Sandbox { folder, today: TODAY.to_owned(), columns: None };
        let config = "[user]\n\tname = Test Clerk\n\temail = clerk@example.org\n[init]\n\tdefaultBranch = main\n[safe]\n\tdirectory = *\n[protocol \"file\"]\n\tallow = always\n";
        fs::create_dir_all(sandbox.home()).expect("a home");
        fs::write(sandbox.home().join(".gitconfig"), config).expect("a configuration of its own");
        fs::create_dir_all(sandbox.path("w")).expect("a folder to work in");
        sandbox
    }

    /// A laid-out example, in `w/demo`: laid out once, and copied for each test.
    pub(crate) fn demo() -> Sandbox {
        static LAID_OUT: OnceLock<PathBuf> = OnceLock::new();
        let laid_out = LAID_OUT.get_or_init(|| {
            let once = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example");
            let _ = fs::remove_dir_all(&once);
            let said = Sandbox::new().run(&["demo", once.to_str().expect("a plain path")]);
            assert_eq!(said.code, 0, "{}", said.err);
            // Two thousand loose objects are slow to copy.
            assert_eq!(Sandbox::new().git(&["-C", once.to_str().expect("a plain path"), "gc", "-q"]).code, 0);
            once
        });
        let sandbox = Sandbox::new();
        copy(laid_out, &sandbox.path("w/demo"));
        sandbox
    }

    /// Another folder that holds the same.
    pub(crate) fn copied(&self) -> Sandbox {
        let sandbox = Sandbox::new();
        copy(&self.path("w"), &sandbox.path("w"));
        sandbox
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A path in the folder that `w` names, or beside it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The day from now on.
    pub(crate) fn on(&mut self, day: &str) {
        day.clone_into(&mut self.today);
    }

    /// The width of the terminal from now on.
    pub(crate) fn columns(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    /// Writes a file in `w`.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path("w").join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }

    /// Reads a file in `w`.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path("w").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the program in `w`.
    pub(crate) fn run(&self, words: &[&str]) -> Said {
        let output =
            self.command(env!("CARGO_BIN_EXE_travaux")).args(words).output().expect("the program runs");
        said(&output)
    }

    /// Runs the program in `w`, and ends it if it takes longer than that.
    pub(crate) fn run_within(&self, limit: Duration, words: &[&str]) -> Said {
        let file = |name: &str| File::create(self.path(name)).expect("a file for what it says");
        let mut command = self.command(env!("CARGO_BIN_EXE_travaux"));
        command.args(words).stdin(Stdio::null()).stdout(file("out")).stderr(file("err"));
        let mut program = command.spawn().expect("the program runs");
        let started = Instant::now();
        let status = loop {
            match program.try_wait().expect("the program can be waited for") {
                Some(status) => break status,
                None if started.elapsed() > limit => {
                    program.kill().expect("the program can be ended");
                    panic!("{words:?} takes longer than {limit:?}");
                }
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        let read = |name: &str| fs::read(self.path(name)).expect("what it said");
        said(&Output { status, stdout: read("out"), stderr: read("err") })
    }

    /// Runs git in `w`.
    pub(crate) fn git(&self, words: &[&str]) -> Said {
        said(&self.command("git").args(words).output().expect("git runs"))
    }

    /// A command in `w`, in an environment that holds nothing of this machine.
    pub(crate) fn command(&self, program: &str) -> Command {
        // git's clock is that of the program.
        let moment =
            if self.today.contains('T') { self.today.clone() } else { format!("{}T12:00:00Z", self.today) };
        let mut command = Command::new(program);
        command
            .current_dir(self.path("w"))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home())
            .env("XDG_CONFIG_HOME", self.home())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("TRAVAUX_TODAY", &self.today)
            .env("GIT_AUTHOR_DATE", &moment)
            .env("GIT_COMMITTER_DATE", &moment);
        if let Some(columns) = self.columns {
            command.env("COLUMNS", columns.to_string());
        }
        command
    }

    /// Everything in `w`, git's own files too: each path with its kind, size and time, and its bytes where
    /// they are few.
    pub(crate) fn everything(&self) -> Vec<(PathBuf, String, Vec<u8>)> {
        let mut found = Vec::new();
        gather(&self.path("w"), &mut found);
        found.sort();
        found
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (old, new) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().expect("an entry has a kind").is_dir() {
            copy(&old, &new);
        } else {
            fs::copy(&old, &new).expect("a copy");
        }
    }
}

fn gather(folder: &Path, found: &mut Vec<(PathBuf, String, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        let there = path.symlink_metadata().expect("an entry has a kind");
        let few = there.is_file() && there.len() < 1 << 20;
        let bytes = if few { fs::read(&path).unwrap_or_default() } else { Vec::new() };
        let time = there.modified().expect("a time");
        // A folder's time changes with what comes and goes in it.
        found.push((path.clone(), format!("{:?} {} {time:?}", there.file_type(), there.len()), bytes));
        if there.is_dir() {
            gather(&path, found);
        }
    }
}

fn said(output: &Output) -> Said {
    Said {
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code().unwrap_or(-1),
    }
}
