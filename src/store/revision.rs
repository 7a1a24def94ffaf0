//! One commit, as a person reads of it.

use chrono::{DateTime, Utc};

/// A state of the workspace that was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The commit's id, 40 hexadecimal digits.
    pub id: String,
    /// When it was committed.
    pub when: DateTime<Utc>,
    /// The name of its author.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// What acts of the co-chairs say of themselves: `Comment: ict/XAA-r4-3`.
    pub trailers: Vec<(String, String)>,
}

impl Revision {
    /// Reads a commit; what is not UTF-8 in it is replaced.
    pub(super) fn of(commit: &git2::Commit<'_>) -> Revision {
        let message = String::from_utf8_lossy(commit.message_bytes()).replace('\0', " ");
        let message = message.trim_start();
        Revision {
            id: commit.id().to_string(),
            when: moment(commit.time()),
            author: String::from_utf8_lossy(commit.author().name_bytes()).into_owned(),
            subject: message.lines().next().unwrap_or_default().trim_end().to_owned(),
            trailers: trailers(message),
        }
    }

    /// The id as a person would say it.
    pub fn short(&self) -> &str {
        self.id.get(..7).unwrap_or(&self.id)
    }
}

/// A time of git; a time that no calendar has becomes the first of all.
pub(super) fn moment(time: git2::Time) -> DateTime<Utc> {
    DateTime::from_timestamp(time.seconds(), 0).unwrap_or_default()
}

fn trailers(message: &str) -> Vec<(String, String)> {
    let found = git2::message_trailers_strs(message);
    let found = found.iter().flat_map(|found| found.iter());
    found.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}
