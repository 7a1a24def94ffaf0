//! Takes an edited matrix back: row by row, only what changed, by what a row is known by and never by where it stands.

use std::collections::{BTreeMap, HashMap};

use crate::collate::Entry;
use crate::comment::{Comment, CommentId, Docket, Reply};
use crate::desk::Desk;
use crate::desk::respond::given::{Given, Written};
use crate::desk::respond::{Answering, Ready};
use crate::error::{Error, Result};
use crate::intake::{AnsweredRow, RowFault, read_answers};
use crate::report::{Conflict, LeftAsItWas, NotTaken, RespondReport};
use crate::workspace::Filed;

/// What one row comes to.
enum Came<'d> {
    Ready(Box<Ready<'d>>),
    Left(&'static str),
    NotTaken(Error),
    Conflict(Reply),
}

/// The comments by their names, looked up once for all rows.
type Known<'d> = HashMap<CommentId, (&'d Filed, &'d Comment)>;

const UNCHANGED: &str = "unchanged";
const ON_FILE: &str = "on file already";
const AGAIN: &str = "the same as another row";
const BLANK: &str = "without a comment and without an answer";

impl Desk {
    /// Takes the answers of a matrix that was filled in. A row that is not taken does not stop the others; a row whose
    /// answer was changed on file since the matrix was made is shown and not taken. Fails where the file is no matrix.
    pub fn respond_from(&self, name: &str, bytes: &[u8], answering: &Answering) -> Result<RespondReport> {
        if !answering.dry_run {
            self.writable()?;
        }
        let rows = read_answers(name, bytes)?;
        if let Some(typed) = &answering.version {
            self.workspace.version(typed)?;
        }
        let known: Known<'_> = self
            .workspace
            .comments()
            .map(|(filed, comment)| (filed.submission.id(comment), (filed, comment)))
            .collect();
        let mut report = self.nothing_answered(answering.dry_run);
        report.from = Some(name.to_owned());
        let mut ready = Vec::new();
        let mut left: BTreeMap<&'static str, LeftAsItWas> = BTreeMap::new();
        let said_twice = said_twice(&rows);
        for row in &rows {
            let cited = row.docket.as_ref().map(|docket| self.comment_name(&docket.comment));
            match self.came_to(row, &said_twice, &known, answering) {
                Came::Ready(one) if !ready.iter().any(|ready: &Ready<'_>| ready.entry.id == one.entry.id) => {
                    ready.push(*one);
                }
                came @ (Came::Ready(_) | Came::Left(_)) => {
                    let why = if let Came::Left(why) = came { why } else { AGAIN };
                    let none = LeftAsItWas { why, comments: Vec::new(), rows: Vec::new() };
                    let group = left.entry(why).or_insert(none);
                    group.comments.extend(cited);
                    group.rows.push(row.row);
                }
                Came::NotTaken(why) => report.refused.push(NotTaken {
                    row: row.row,
                    comment: cited,
                    why: why.to_string(),
                    way_out: why.hint(),
                }),
                Came::Conflict(on_file) => report.conflicts.push(Conflict {
                    row: row.row,
                    comment: cited.unwrap_or_default(),
                    on_file,
                    in_matrix: row.reply.clone(),
                }),
            }
        }
        report.left = left.into_values().collect();
        self.put_on_file(report, ready, answering)
    }

    fn came_to<'d>(
        &'d self,
        row: &AnsweredRow,
        said_twice: &HashMap<&CommentId, Twice>,
        known: &Known<'d>,
        answering: &Answering,
    ) -> Came<'d> {
        let refuse = |what: String, way_out: &str| Came::NotTaken(Error::refused(what, way_out));
        match row.fault {
            Some(RowFault::StruckOut) => return Came::Left("struck out"),
            Some(fault) => return refuse(fault.to_string(), "answer it with `travaux respond COMMENT`"),
            None => {}
        }
        let Some(docket) = &row.docket else { return without_docket(row) };
        let Some((filed, comment)) = known.get(&docket.comment) else {
            return refuse(
                format!("there is no comment {}", docket.comment),
                "is the matrix of another workspace?",
            );
        };
        if let Some(number) = row.number.as_ref().filter(|number| !self.is_named(&docket.comment, number)) {
            return refuse(
                format!("it is the row of {}, but bears the number `{number}`", docket.comment.short()),
                "were columns sorted apart from each other? make the matrix anew",
            );
        }
        if Docket::words_of(comment) != docket.words {
            return refuse(
                "the words of the comment are others now than when the matrix was made".to_owned(),
                "make the matrix anew",
            );
        }
        let unchanged = |row: &AnsweredRow| Docket::answer_of(&row.reply) == docket.answer;
        match said_twice.get(&docket.comment) {
            // Of two rows of one comment, one of which is as it was sent out, the other is meant.
            Some(_) if unchanged(row) => return Came::Left(UNCHANGED),
            Some(Twice::GoesOn) if row.reply.is_empty() => return Came::Left(UNCHANGED),
            Some(Twice::Otherwise(rows)) => {
                let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
                return refuse(
                    format!("rows {} answer it each in its own way", rows.join(" and ")),
                    "leave one of them",
                );
            }
            _ if unchanged(row) => return Came::Left(UNCHANGED),
            _ => {}
        }
        let on_file = self.workspace.answers.get(&docket.comment).and_then(|answers| answers.standing());
        let now = on_file.map(Reply::of).unwrap_or_default();
        if now.is_same(&row.reply) {
            return Came::Left(ON_FILE);
        }
        if Docket::answer_of(&now) != docket.answer {
            return Came::Conflict(now);
        }
        let entry = Entry {
            id: docket.comment.clone(),
            filed,
            comment,
            anchoring: crate::anchor::Anchoring::Whole,
            answer: on_file,
            replaced_by: self.workspace.replaced_by(filed),
        };
        let written = if row.in_one_cell { Written::InOneCell } else { Written::InColumns };
        match self.weighed(&Given { reply: &row.reply, entry: &entry, written }, answering) {
            Ok(answer) => Came::Ready(Box::new(Ready { entry, row: Some(row.row), answer })),
            Err(why) => Came::NotTaken(why),
        }
    }

    /// Whether a number names a comment, with its workstream or without.
    fn is_named(&self, id: &CommentId, number: &str) -> bool {
        CommentId::parse(number.trim(), &id.workstream).is_some_and(|named| named == *id)
    }
}

/// How several rows of one comment stand to each other.
enum Twice {
    /// One holds the answer, the others go on with what was too long for one cell, or say the same.
    GoesOn,
    /// They say different things; these rows.
    Otherwise(Vec<u32>),
}

/// The comments that several rows answer.
fn said_twice(rows: &[AnsweredRow]) -> HashMap<&CommentId, Twice> {
    let mut by_comment: HashMap<&CommentId, Vec<(&AnsweredRow, &Docket)>> = HashMap::new();
    for row in rows.iter().filter(|row| row.fault.is_none()) {
        if let Some(docket) = &row.docket {
            by_comment.entry(&docket.comment).or_default().push((row, docket));
        }
    }
    by_comment.retain(|_, rows| rows.len() > 1);
    let twice = |rows: Vec<(&AnsweredRow, &Docket)>| {
        let says = |(row, docket): &&(&AnsweredRow, &Docket)| {
            !row.reply.is_empty() && Docket::answer_of(&row.reply) != docket.answer
        };
        let saying: Vec<&AnsweredRow> = rows.iter().filter(says).map(|(row, _)| *row).collect();
        match saying.windows(2).all(|pair| pair[0].reply.is_same(&pair[1].reply)) {
            true => Twice::GoesOn,
            false => Twice::Otherwise(saying.iter().map(|row| row.row).collect()),
        }
    };
    by_comment.into_iter().map(|(id, rows)| (id, twice(rows))).collect()
}

/// A row that was put in by hand, or whose hidden column was lost.
fn without_docket<'d>(row: &AnsweredRow) -> Came<'d> {
    if row.reply.is_empty() && row.number.as_deref().unwrap_or_default().is_empty() {
        return Came::Left(BLANK);
    }
    Came::NotTaken(Error::refused(
        "it does not say which comment it answers: the hidden column `travaux` is empty or was written over",
        "fill in the row that the matrix has for the comment, or use `travaux respond COMMENT`",
    ))
}
