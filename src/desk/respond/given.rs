//! An answer as people give it, held against what an answer needs.

use crate::anchor::Anchoring;
use crate::collate::{Carrier, Entry};
use crate::comment::{Answer, Column, Outcome, Reply};
use crate::desk::Desk;
use crate::desk::respond::Answering;
use crate::draft::{ParagraphId, VersionName};
use crate::error::{Error, Result};
use crate::text::within_sentence;

/// The most letters of a response: more does not fit into one cell of a matrix.
const MOST: usize = 20_000;

/// An answer to one comment, in words.
pub(super) struct Given<'g, 'd> {
    pub(super) reply: &'g Reply,
    pub(super) entry: &'g Entry<'d>,
    /// Where it was written.
    pub(super) written: Written,
}

/// Where an answer was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// In a command.
    Typed,
    /// In the columns of a matrix.
    InColumns,
    /// In one cell of a matrix with the columns of others.
    InOneCell,
}

impl Given<'_, '_> {
    /// What to do: in the words of a table, or in those of a command.
    fn way_out(&self, column: Column, in_a_row: &str, typed: &str) -> String {
        match self.written {
            Written::Typed => typed.to_owned(),
            Written::InColumns => format!("{in_a_row} under “{}”", column.names()[0]),
            Written::InOneCell => {
                format!("{in_a_row}, as in `Partly reflected (D2; see XAB-r4-2): a qualifier was added`")
            }
        }
    }
}

/// What other secretariats say, and the outcome that is meant by it here: nothing a state said is accepted or rejected.
const ELSEWHERE: [(&str, Outcome); 16] = [
    ("accept", Outcome::Reflected),
    ("accepted", Outcome::Reflected),
    ("agreed", Outcome::Reflected),
    ("accepted in principle", Outcome::PartlyReflected),
    ("accepted with modifications", Outcome::PartlyReflected),
    ("partially accepted", Outcome::PartlyReflected),
    ("partly accepted", Outcome::PartlyReflected),
    ("taken into account", Outcome::PartlyReflected),
    ("reject", Outcome::NotReflected),
    ("rejected", Outcome::NotReflected),
    ("not accepted", Outcome::NotReflected),
    ("declined", Outcome::NotReflected),
    ("not agreed", Outcome::NotReflected),
    ("deferred", Outcome::FurtherDiscussion),
    ("out of scope", Outcome::OutOfScope),
    ("same", Outcome::Duplicate),
];

impl Desk {
    /// The answer as it may be put on file, or what it lacks, with the way out.
    pub(super) fn weighed(&self, given: &Given<'_, '_>, answering: &Answering) -> Result<Answer> {
        let (reply, entry) = (given.reply, given.entry);
        let outcome = outcome(given)?;
        let made_on = &entry.filed.submission.version;
        let version = self.answering_version(&entry.id, made_on, answering.version.as_deref())?;
        let paragraphs: Result<Vec<ParagraphId>> =
            reply.places().map(|typed| self.shown_in(&version, typed)).collect();
        let paragraphs = paragraphs?;
        let response = self.response(reply)?;
        if outcome.asks_for_response() && response.is_none() {
            return Err(Error::refused(
                format!("the outcome `{}` asks for a reason", outcome.on_screen()),
                given.way_out(Column::Response, "say why", "say why, as in `--response \"...\"`"),
            ));
        }
        if outcome.asks_for_paragraphs() && paragraphs.is_empty() {
            return Err(self.shown_nowhere_yet(given, outcome, &version));
        }
        let see = self.other(reply, entry)?;
        if outcome == Outcome::Duplicate && see.is_none() {
            return Err(Error::refused(
                format!("the outcome `{}` asks which other comment is meant", outcome.on_screen()),
                given.way_out(Column::See, "name it", "name it, as in `--see XAB-r4-2`"),
            ));
        }
        let decided = answering.on.unwrap_or(self.today);
        Ok(Answer { version: version.version, outcome, paragraphs, response, see, decided })
    }

    /// A passage that a person says shows it: by id, by its printed number, or by both as answers print them.
    fn shown_in(&self, version: &VersionName, typed: &str) -> Result<ParagraphId> {
        if !self.workspace.texts.contains_key(version) {
            let title = within_sentence(&self.title(&version.version));
            return Err(Error::refused(
                format!("the {title} has no text yet, so nothing shows in `{typed}`"),
                format!(
                    "`travaux start {version}` begins it; `--version` names another version that answers"
                ),
            ));
        }
        let last = typed.rsplit(' ').next().unwrap_or(typed);
        let by_both = || self.workspace.passage(version, last).ok().filter(|_| typed.starts_with('['));
        self.workspace.passage(version, typed).or_else(|unknown| by_both().ok_or(unknown))
    }

    fn response(&self, reply: &Reply) -> Result<Option<String>> {
        let lines = reply.response.replace("\r\n", "\n").replace('\r', "\n");
        let text: String =
            lines.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let letters = text.chars().count();
        if letters > MOST {
            return Err(Error::refused(
                format!("the response has {letters} letters"),
                format!("say it in {MOST} at the most; longer ones do not fit into a cell of the matrix"),
            ));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// The other comment, by its name as files write it.
    fn other(&self, reply: &Reply, entry: &Entry<'_>) -> Result<Option<String>> {
        let typed = reply.see.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let typed = match typed.contains('/') {
            true => typed.to_owned(),
            false => format!("{}/{typed}", entry.id.workstream),
        };
        let other = self.workspace.named_comment(&typed)?;
        if other == entry.id {
            return Err(Error::refused(
                format!("{} cannot be answered together with itself", other.short()),
                "name another comment",
            ));
        }
        let near = other.workstream == entry.id.workstream;
        Ok(Some(if near { other.short() } else { other.to_string() }))
    }

    /// That an outcome needs a place; where the comment's own passage lives on, it is proposed and not taken for granted.
    fn shown_nowhere_yet(&self, given: &Given<'_, '_>, outcome: Outcome, version: &VersionName) -> Error {
        let entry = given.entry;
        let what = format!("the outcome `{}` asks where the text shows it", outcome.on_screen());
        let stands = Carrier::new(&self.workspace, version).stands(entry.filed, entry.comment);
        let certain = stands.filter(|stands| !stands.needs_a_person() && *stands != Anchoring::Whole);
        let heirs: Vec<String> = certain
            .map(|stands| stands.passages().into_iter().map(ToString::to_string).collect())
            .unwrap_or_default();
        if heirs.is_empty() {
            let typed = "name the paragraphs, as in `--paragraphs D2`";
            return Error::refused(what, given.way_out(Column::ShownIn, "name the paragraphs", typed));
        }
        let title = within_sentence(&self.title(&version.version));
        let write = given.way_out(
            Column::ShownIn,
            &format!("write `{}`", heirs.join(", ")),
            &format!("add `--paragraphs {}`", heirs.join(",")),
        );
        let name = self.comment_name(&entry.id);
        Error::refused(
            what,
            format!("{name} stands in the {title} at {}: if that shows it, {write}", heirs.join(", ")),
        )
    }
}

/// The outcome that is named, or the one that is probably meant.
fn outcome(given: &Given<'_, '_>) -> Result<Outcome> {
    let typed = given.reply.outcome.trim();
    if let Some(outcome) = Outcome::named(typed) {
        return Ok(outcome);
    }
    if typed.is_empty() {
        let way_out = format!("choose one; `{}` takes an answer back", Outcome::Open.on_screen());
        return Err(Error::refused("no outcome is given", way_out));
    }
    let lower = typed.to_lowercase().replace('-', " ");
    if let Some((_, meant)) = ELSEWHERE.iter().find(|(known, _)| *known == lower) {
        return Err(Error::refused(
            format!("`{typed}` is not an outcome here"),
            format!("what is meant by it is probably `{}`", meant.on_screen()),
        ));
    }
    let known = Outcome::WORDS.iter().flat_map(|(word, outcome)| [outcome.on_screen(), *word]);
    Err(Error::unknown("outcome", typed, known))
}
