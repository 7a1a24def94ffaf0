//! A copy of the version that a delegation marked up in Word, or rewrote, as one submission.

use crate::comment::Submission;
use crate::desk::receive::marked::MarkedUp;
use crate::desk::receive::{Sent, Taking};
use crate::draft::{Draft, Language, VersionName};
use crate::error::{Error, Result};
use crate::intake::{WordCopy, WordFile, is_comment_table};
use crate::report::{ReceivedFile, Reception};
use crate::text::{counted, listed, squeezed};

impl Taking<'_> {
    /// Takes a Word document in: a table of comments as such, anything else as a copy of the version.
    pub(super) fn document(&mut self, sent: &Sent) -> Result<ReceivedFile> {
        let shown = sent.path.display().to_string();
        let file = WordFile::read(&shown, &sent.bytes)?;
        if is_comment_table(&shown, &sent.bytes) {
            return self.table(sent);
        }
        let Some(sender) = self.told(sent)? else {
            return Err(Error::refused(
                format!("{shown} does not say who speaks"),
                "name the delegation with `--delegation`",
            ));
        };
        let occasion = self.desk.occasion(self.asked, None)?;
        let version = occasion.version_name();
        let copy = file.copy();
        let (language, draft) = self.worded_for(&copy, &version)?;
        let tracked = file.changes();
        let terms = self.desk.workspace.glossary.terms(&language);
        let read = MarkedUp::read(&copy, tracked.is_some(), draft, &terms);
        if read.matched == 0 {
            return Err(Error::refused(
                format!(
                    "no paragraph of {shown} is one of {} in {language}",
                    self.desk.title(&version.version)
                ),
                "name the version that was marked up with `--on`; `--statement` keeps a document whole",
            ));
        }
        let mut received = ReceivedFile::new(shown, Reception::Taken);
        received.form = Some(if tracked.is_some() { "tracked changes" } else { "a text of its own" });
        received.remarks = read.remarks;
        if let Some(changes) = &tracked {
            let by = if changes.authors.is_empty() {
                String::new()
            } else {
                format!(" by {}", listed(&changes.authors))
            };
            let (come, gone) =
                (counted(changes.insertions, "insertion"), counted(changes.deletions, "deletion"));
            received.remarks.insert(0, format!("{come} and {gone}{by} were read: {}", read.tally));
        } else {
            received
                .remarks
                .insert(0, format!("no tracked changes; compared with the version instead: {}", read.tally));
        }
        received.left = read.left;
        received.left.extend(file.passed_over().map(|(kind, times)| match times {
            1 => kind.to_string(),
            _ => format!("{kind}, {times} times"),
        }));
        received.left.extend(file.footnotes().map(|note| format!("a note: {note}")));
        if read.comments.is_empty() {
            received.left.push("the text is that of the version, and nothing is said of it".to_owned());
            return Ok(received);
        }
        let submission = Submission { comments: read.comments, ..occasion.submission(sender, &language) };
        let found = self.found(&submission, &sent.name(), false)?;
        self.take(sent, submission, &found, None, &mut received)?;
        Ok(received)
    }

    /// The text that was marked up: in the language a person names, or the one whose words the file has most of.
    fn worded_for(&self, copy: &WordCopy, version: &VersionName) -> Result<(Language, &Draft)> {
        let none = || {
            Error::refused(
                format!("`{version}` has no text in that language"),
                "name another with `--language`",
            )
        };
        if self.asked.language.is_some() {
            let language = self.language(None)?;
            let draft = self.desk.workspace.draft(version, &language).ok_or_else(none)?;
            return Ok((language, draft));
        }
        let text = self.desk.workspace.texts.get(version).ok_or_else(none)?;
        let words: std::collections::HashSet<String> = copy
            .base
            .iter()
            .flat_map(|paragraph| {
                squeezed(&paragraph.text).split(' ').map(str::to_lowercase).collect::<Vec<_>>()
            })
            .collect();
        let shared = |draft: &Draft| {
            let of = draft.paragraphs.iter().map(|passage| {
                let own = squeezed(&passage.text);
                let all = own.split(' ').count();
                own.split(' ').filter(|word| words.contains(&word.to_lowercase())).count() as f64 / all as f64
            });
            of.sum::<f64>()
        };
        let original = &self.desk.workspace.schedule.original;
        let languages = text.drafts.iter().max_by(|one, other| {
            let (ours, theirs) = (shared(one.1), shared(other.1));
            ours.total_cmp(&theirs).then((one.0 == original).cmp(&(other.0 == original)))
        });
        languages.map(|(language, draft)| (language.clone(), draft)).ok_or_else(none)
    }
}
