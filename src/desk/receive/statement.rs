//! A statement in prose, kept whole; comments are cut from it by a person.

use crate::comment::{Form, Submission};
use crate::desk::receive::again::Found;
use crate::desk::receive::{Sent, Taking};
use crate::error::{Error, Result};
use crate::intake::text_of;
use crate::report::{ReceivedFile, Reception};

impl Taking<'_> {
    /// Takes a statement in as a submission that holds no comment yet.
    pub(super) fn statement(&mut self, sent: &Sent) -> Result<ReceivedFile> {
        let shown = sent.path.display().to_string();
        let Some(sender) = self.told(sent)? else {
            return Err(Error::refused(
                format!("{shown} does not say who speaks"),
                "name the delegation with `--delegation`",
            ));
        };
        // What is not a text could not be read out, shown or cut.
        text_of(&shown, &sent.bytes)?;
        let language = self.language(None)?;
        let occasion = self.desk.occasion(self.asked, None)?;
        let new = Submission { form: Form::Statement, ..occasion.submission(sender, &language) };
        let mut received = ReceivedFile::new(shown, Reception::Taken);
        let found = match self.asked.replaces {
            Some(_) => self.found(&new, &sent.name(), false)?,
            None => Found::Beside,
        };
        self.take(sent, new, &found, None, &mut received)?;
        Ok(received)
    }
}
