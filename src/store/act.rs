//! One act of writing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::error::{Error, Result};
use crate::store::{paths, seal};

/// What a writing command does to the workspace: one commit, or nothing at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Act {
    /// The new bytes of each file, by its path from the workspace's root; none deletes it.
    ///
    /// Texts (`.toml`, `.md`) are written with LF; what stands in `received` is written as it is.
    pub files: BTreeMap<String, Option<Vec<u8>>>,
    /// The commit's message: a subject, and a body after an empty line.
    pub message: String,
    /// What the act says of itself below the message: `Comment: ict/XAA-r4-3`.
    pub trailers: Vec<(String, String)>,
    /// The seals to be set on the commit: name and message.
    pub tags: Vec<(String, String)>,
    /// Whether to commit; otherwise the files are written and git is left alone.
    pub commit: bool,
    /// When it happens, by the clock of the command; absent: now.
    pub when: Option<DateTime<Utc>>,
    /// In whose name; absent: git's configuration.
    pub clerk: Option<Clerk>,
}

/// An author with a clock of their own, for the example consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clerk {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The time.
    pub when: DateTime<Utc>,
}

impl Act {
    /// What it is in one line.
    pub(super) fn subject(&self) -> &str {
        self.message.lines().next().unwrap_or_default().trim()
    }

    /// The whole message, its trailers below an empty line.
    pub(super) fn whole_message(&self) -> String {
        let mut message = self.message.trim_end().to_owned() + "\n";
        if !self.trailers.is_empty() {
            message.push('\n');
        }
        for (key, value) in &self.trailers {
            // A line feed in a value would begin a line of its own, and with it perhaps another trailer.
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            message.push_str(&format!("{key}: {value}\n"));
        }
        message
    }

    /// Whether it can be done at all, whatever stands in the workspace.
    pub(super) fn check(&self) -> Result<()> {
        for path in self.files.keys() {
            paths::check(path)?;
        }
        let fault = |what: String| Err(Error::Refused { what, way_out: None });
        if self.commit && self.subject().is_empty() {
            return fault("a commit needs a message".to_owned());
        }
        if self.whole_message().contains('\0') {
            return fault("the commit's message holds a NUL".to_owned());
        }
        let plain =
            |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if let Some((key, _)) = self.trailers.iter().find(|(key, _)| !plain(key)) {
            return fault(format!("`{key}` cannot be the key of a trailer"));
        }
        for (name, message) in &self.tags {
            if !seal::follows_grammar(name) || message.contains('\0') {
                return fault(format!("`{name}` cannot be the name of a seal"));
            }
            if !self.commit {
                let what = format!("the tag `{name}` needs a commit to stand on");
                return Err(Error::refused(what, "leave out `--no-commit`"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailers_stand_below_an_empty_line_and_stay_on_theirs() {
        let act = Act {
            message: "ict: answer XAA-r4-3\n\nA body.\n".to_owned(),
            trailers: vec![
                ("Comment".to_owned(), "ict/XAA-r4-3".to_owned()),
                ("Outcome".to_owned(), "noted\nSigned-off-by: somebody else".to_owned()),
            ],
            ..Act::default()
        };
        let message = act.whole_message();
        assert!(message.starts_with("ict: answer XAA-r4-3\n\nA body.\n\nComment: ict/XAA-r4-3\n"));
        assert_eq!(git2::message_trailers_strs(&message).unwrap().len(), 2);
    }
}
