//! Turns the rows of a table into submissions, one for each sender.

use crate::comment::{Action, Comment, Kind, Origin, Submission, Target};
use crate::desk::receive::again::Found;
use crate::desk::receive::placing::Placed;
use crate::desk::receive::sender::Sender;
use crate::desk::receive::{Sent, Taking, corrections};
use crate::draft::{Language, VersionName};
use crate::error::{Error, Result};
use crate::intake::{CommentTable, Left, LeftWhy, TableAsked, TableRow, read_table};
use crate::report::{ReceivedFile, Reception, RefusedRow, Report};

/// What one sender said in a table.
struct Voice {
    sender: Sender,
    language: Language,
    comments: Vec<Comment>,
}

/// A row that could not be taken, with its cells as they came.
pub(super) struct Lost {
    pub(super) row: RefusedRow,
    pub(super) cells: Vec<String>,
}

impl Taking<'_> {
    /// Takes a table of comments in. What parses is taken; every other row is named and written aside.
    pub(super) fn table(&mut self, sent: &Sent) -> Result<ReceivedFile> {
        let participants = &self.desk.workspace.schedule.participants;
        let names = participants.iter().flat_map(|known| {
            let names = std::iter::once(&known.name).chain(known.names.values());
            std::iter::once(known.code.to_string()).chain(names.cloned())
        });
        let asked = TableAsked { sheet: self.asked.sheet.clone(), delegations: names.collect() };
        let table = read_table(&sent.path.display().to_string(), &sent.bytes, &asked)?;
        let mut received = ReceivedFile::new(sent.path.display().to_string(), Reception::Taken);
        received.form = Some(table.form.name());
        let form = written_for(&table);
        let occasion = self.desk.occasion(self.asked, form.as_ref())?;
        let continues = corrections::continues(&table);
        let (voices, lost) = self.heard(sent, &table, &occasion.version_name(), &mut received)?;
        let mut stem = None;
        for voice in voices {
            let submission =
                Submission { comments: voice.comments, ..occasion.submission(voice.sender, &voice.language) };
            let found = match &continues {
                Some(_) => Found::Beside,
                None => self.found(&submission, &sent.name(), form.is_some())?,
            };
            let kept = self.take(sent, submission, &found, stem.as_deref(), &mut received)?;
            stem = stem.or(kept);
        }
        received.left = self.left(&table, form.as_ref());
        if !lost.is_empty() {
            let origin = stem.or(continues).unwrap_or_else(|| sent.name());
            if !self.asked.dry_run {
                let beside = corrections::write(&sent.path, &table.header, &lost, &origin)?;
                received.corrections = Some(beside.display().to_string());
            }
            received.refused = lost.into_iter().map(|lost| lost.row).collect();
        }
        Ok(received)
    }

    /// Sorts the rows by who speaks and in which language.
    fn heard(
        &self,
        sent: &Sent,
        table: &CommentTable,
        on: &VersionName,
        received: &mut ReceivedFile,
    ) -> Result<(Vec<Voice>, Vec<Lost>)> {
        let told = self.told(sent)?;
        let language = self.language(table.language.as_ref())?;
        let mut voices: Vec<Voice> = Vec::new();
        let mut lost: Vec<Lost> = table
            .refused
            .iter()
            .map(|row| aside(row.sheet.as_ref(), row.row, &row.cells, &row.reason))
            .collect();
        for row in &table.rows {
            let read = self.read(row, on, told.as_ref(), &language);
            match read {
                Ok((sender, language, comment, remarks)) => {
                    let at = place(row.sheet.as_ref(), row.row);
                    received.remarks.extend(remarks.into_iter().map(|remark| format!("{at}: {remark}")));
                    let same = |voice: &&mut Voice| voice.sender == sender && voice.language == language;
                    match voices.iter_mut().find(same) {
                        Some(voice) => voice.comments.push(comment),
                        None => voices.push(Voice { sender, language, comments: vec![comment] }),
                    }
                }
                Err(reason) => {
                    let hint = reason.hint().map(|hint| format!("; {hint}")).unwrap_or_default();
                    lost.push(aside(row.sheet.as_ref(), row.row, &row.cells, &format!("{reason}{hint}")));
                }
            }
        }
        lost.sort_by_key(|lost| lost.row.row);
        Ok((voices, lost))
    }

    /// Who sent a file, where a person or the file's name tells it.
    pub(super) fn told(&self, sent: &Sent) -> Result<Option<Sender>> {
        let named = self.asked.delegation.clone();
        let named = named.or_else(|| self.desk.told_by_name(&sent.name()).map(|code| code.to_string()));
        let named: Vec<String> = named.into_iter().collect();
        self.desk.sender(&named, &self.asked.on_behalf_of)
    }

    /// The language a person names, or the one a file is in, or the original one.
    pub(super) fn language(&self, seen: Option<&Language>) -> Result<Language> {
        match (&self.asked.language, seen) {
            (Some(typed), _) => self.desk.language(Some(typed)),
            (None, seen) => {
                Ok(seen.map_or_else(|| self.desk.workspace.schedule.original.clone(), Clone::clone))
            }
        }
    }

    /// One row as a comment, or why it is none.
    fn read(
        &self,
        row: &TableRow,
        on: &VersionName,
        told: Option<&Sender>,
        language: &Language,
    ) -> Result<(Sender, Language, Comment, Vec<String>)> {
        let own = self.desk.sender(&row.delegations, &row.on_behalf_of)?;
        // A person who names the delegation means the whole file; a file's name only fills what is not told.
        let sender =
            if self.asked.delegation.is_some() { told.cloned().or(own) } else { own.or(told.cloned()) };
        let Some(sender) = sender else {
            return Err(Error::refused(
                "it does not say who speaks",
                "name the delegation with `--delegation`",
            ));
        };
        let language = match row.language.as_deref().map(|typed| self.desk.language(Some(typed))) {
            Some(language) => language?,
            None => language.clone(),
        };
        let question = match row.question.as_deref().map(|typed| self.desk.question(typed)) {
            Some(question) => Some(question?),
            None => None,
        };
        let Some(against) = self.against(on, &language) else {
            return Err(Error::Refused {
                what: "there is no text to read it against".to_owned(),
                way_out: None,
            });
        };
        let placed = against.place(row);
        let mut remarks: Vec<String> = row.remarks.iter().map(ToString::to_string).collect();
        remarks.extend(placed.remark.clone());
        if placed.rewritten.is_some() {
            remarks.push("the current wording was written over; taken as the proposed wording".to_owned());
        }
        Ok((sender, language, Comment { question, ..comment(row, placed) }, remarks))
    }

    /// What else stood in the file, so that nothing is dropped without a word. Headings are no news, nor is what a form
    /// of ours says of itself.
    fn left(&self, table: &CommentTable, form: Option<&VersionName>) -> Vec<String> {
        let language = table.language.as_ref().map(Language::as_str);
        let form = form.and_then(|version| self.desk.form(&version.to_string(), language, None).ok());
        let form = form.and_then(|form| form.spreadsheet());
        let quiet = |left: &Left| match left.why {
            LeftWhy::Headings | LeftWhy::HeadingsAgain | LeftWhy::ColumnNumbers | LeftWhy::Unfilled => true,
            LeftWhy::AboveHeadings => form.as_ref().is_some_and(|form| form.above.contains(&left.text)),
            LeftWhy::SheetWithoutTable => {
                let leaf = form.as_ref().and_then(|form| form.instructions.as_ref());
                leaf.is_some_and(|leaf| leaf.name == left.text)
            }
            _ => left.text.trim().starts_with(Origin::HEADING),
        };
        table.left.iter().filter(|left| !quiet(left)).map(ToString::to_string).collect()
    }
}

/// The version for which a form was written out, where it is of our writing and tells one version only.
pub(super) fn written_for(table: &CommentTable) -> Option<VersionName> {
    let at = table.header.iter().position(|heading| heading.trim() == Origin::HEADING)?;
    let mut told = table.rows.iter().filter_map(|row| Origin::parse(row.cells.get(at)?)).map(|o| o.version);
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

fn comment(row: &TableRow, placed: Placed) -> Comment {
    let general = placed.target == Target::All;
    let proposal = row.proposal.clone().or(placed.rewritten);
    let action = match row.action {
        Some(action) => action,
        None if proposal.is_some() && !general => Action::Amend,
        None => Action::None,
    };
    Comment {
        cited: row.cited.clone().or_else(|| row.section.clone()),
        quote: placed.quote,
        kind: row.kind.unwrap_or(if general { Kind::General } else { Kind::Substantive }),
        action,
        proposal,
        comment: row.comment.clone(),
        ..Comment::new(0, placed.target)
    }
}

fn aside(sheet: Option<&String>, row: u32, cells: &[String], reason: &impl ToString) -> Lost {
    let row = RefusedRow { row, place: place(sheet, row), reason: reason.to_string() };
    Lost { row, cells: cells.to_vec() }
}

fn place(sheet: Option<&String>, row: u32) -> String {
    match sheet {
        Some(sheet) => format!("{sheet}, row {row}"),
        None => format!("row {row}"),
    }
}
