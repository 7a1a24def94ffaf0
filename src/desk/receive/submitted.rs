//! A submission in our own form, TOML, as another secretariat or program may send it.

use crate::comment::Submission;
use crate::desk::receive::again::Found;
use crate::desk::receive::{Sent, Taking};
use crate::draft::VersionName;
use crate::error::{Error, Place, Problem, Result};
use crate::intake::text_of;
use crate::report::{ReceivedFile, Reception};

impl Taking<'_> {
    /// What a submission says of itself; its round is that of the place where it will stand, not known yet.
    fn read_submission(&self, shown: &str, text: &str) -> Result<Submission> {
        let workstream = self.desk.workspace.workstream(self.asked.workstream.as_deref())?;
        let schedule = &self.desk.workspace.schedule;
        let Some(any) = schedule.rounds.first() else {
            return Err(Error::refused("schedule.toml names no round", "add a `[[round]]` to it"));
        };
        let read = Submission::parse(shown, text, &workstream, &any.id).map_err(Error::Problems)?;
        schedule.named_version(read.version.as_str())?;
        Ok(read)
    }

    /// Takes a submission file in; it says itself who speaks, on which version and when it arrived.
    pub(super) fn submitted(&mut self, sent: &Sent) -> Result<ReceivedFile> {
        let shown = sent.path.display().to_string();
        let text = text_of(&shown, &sent.bytes)?;
        let read = self.read_submission(&shown, &text)?;
        let told = VersionName::new(&read.workstream, &read.version);
        let occasion = self.desk.occasion(self.asked, Some(&told))?;
        let new = Submission { workstream: occasion.workstream, round: occasion.round, ..read };
        let schedule = &self.desk.workspace.schedule;
        let codes = || schedule.participants.iter().map(|known| known.code.as_str());
        let spoken = std::iter::once(&new.delegation).chain(&new.on_behalf_of).chain(&new.aligned);
        let unknown = spoken.filter(|code| schedule.participant(code).is_none()).map(|code| {
            Problem::new(Place::file(&shown), "the schedule knows no such delegation")
                .among(code.as_str(), codes())
        });
        let mut problems: Vec<Problem> = unknown.collect();
        if new.version != occasion.version {
            let problem = Problem::new(Place::file(&shown), "it speaks of another version");
            problems.push(problem.found(new.version.as_str()).expected(format!("`{}`", occasion.version)));
        }
        if !schedule.languages.contains(&new.language) {
            let known = schedule.languages.iter().map(crate::draft::Language::as_str);
            let problem = Problem::new(Place::file(&shown), "the consultation has no such language");
            problems.push(problem.among(new.language.as_str(), known));
        }
        if !problems.is_empty() {
            return Err(Error::Problems(problems));
        }
        let mut received = ReceivedFile::new(shown, Reception::Taken);
        let found = match &new.replaces {
            Some(earlier) => Found::Replaces(earlier.clone()),
            None => self.found(&new, &sent.name(), false)?,
        };
        self.take(sent, new, &found, None, &mut received)?;
        Ok(received)
    }
}
