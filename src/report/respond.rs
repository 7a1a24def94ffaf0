//! What came of answering comments: what was taken, what was there already, what was not taken and why.

use serde::Serialize;

use crate::comment::{CommentId, Outcome, Reply};
use crate::report::done::written;
use crate::report::{About, Block, Cell, Document, Report, Role, Run, Table};
use crate::text::counted;

/// Answers given, or those of a matrix that came back, row by row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RespondReport {
    /// The head.
    pub about: About,
    /// The matrix they came in; absent where they were typed.
    pub from: Option<String>,
    /// Whether anything was written.
    pub written: bool,
    /// Whether it was only to be shown.
    pub dry_run: bool,
    /// The answers taken.
    pub answered: Vec<GivenAnswer>,
    /// What was left as it was, and why: the same on file, answered before, nobody waits for an answer.
    pub left: Vec<LeftAsItWas>,
    /// The rows that were not taken.
    pub refused: Vec<NotTaken>,
    /// The rows whose answer was changed on file since they were sent out; nothing is overwritten.
    pub conflicts: Vec<Conflict>,
    /// The files written.
    pub files: Vec<String>,
    /// The commit, where one was made.
    pub commit: Option<String>,
    /// How many comments on the versions concerned still wait for an answer.
    pub waiting: usize,
    /// What a person may want to do next.
    pub next: Vec<String>,
}

/// One answer taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GivenAnswer {
    /// The comment.
    pub id: CommentId,
    /// Its name as it is cited here.
    pub comment: String,
    /// Who made it, and for whom.
    pub delegation: String,
    /// The row of the matrix.
    pub row: Option<u32>,
    /// The version that answers, as named on screen.
    pub version: String,
    /// The answer.
    #[serde(flatten)]
    pub reply: Reply,
    /// The answer that stood before, or nothing.
    pub before: Reply,
}

/// Comments or rows that were left as they were for one reason.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftAsItWas {
    /// Why, as the end of a sentence: `unchanged`.
    pub why: &'static str,
    /// The comments.
    pub comments: Vec<String>,
    /// The rows of the matrix.
    pub rows: Vec<u32>,
}

/// One row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotTaken {
    /// The row of the matrix.
    pub row: u32,
    /// The comment, where the row says which one.
    pub comment: Option<String>,
    /// Why it was not taken.
    pub why: String,
    /// What to do about it.
    pub way_out: Option<String>,
}

/// One row whose answer on file was changed since.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    /// The row of the matrix.
    pub row: u32,
    /// The comment.
    pub comment: String,
    /// The answer on file.
    pub on_file: Reply,
    /// The answer in the row.
    pub in_matrix: Reply,
}

impl RespondReport {
    /// Whether a person has something to do: a row was not taken.
    pub fn has_findings(&self) -> bool {
        !self.refused.is_empty() || !self.conflicts.is_empty()
    }

    fn title(&self) -> String {
        let count = self.answered.len();
        let comments = match self.answered.as_slice() {
            [one] => one.comment.clone(),
            several => counted(several.len(), "comment"),
        };
        let open = Outcome::Open.on_screen();
        let reopened = self.answered.iter().all(|one| one.reply.outcome == open);
        match (count, self.dry_run) {
            (0, _) => "No answer taken".to_owned(),
            (_, true) if reopened => format!("{comments} would be under consideration"),
            (_, false) if reopened => format!("{comments} under consideration"),
            (_, true) => format!("{comments} would be answered"),
            (_, false) => format!("{comments} answered"),
        }
    }

    /// `From matrix.xlsx: 3 rows taken, 91 unchanged, 1 not taken.`
    fn summary(&self) -> Option<String> {
        let from = self.from.as_ref()?;
        let taken = counted(self.answered.len(), "row");
        let mut parts = vec![format!("{taken} {}", if self.dry_run { "would be taken" } else { "taken" })];
        parts.extend(self.left.iter().map(|left| format!("{} {}", left.rows.len(), left.why)));
        parts.extend(
            (!self.conflicts.is_empty()).then(|| format!("{} changed on file since", self.conflicts.len())),
        );
        parts.extend((!self.refused.is_empty()).then(|| format!("{} not taken", self.refused.len())));
        Some(format!("From {from}: {}.", parts.join(", ")))
    }

    fn table(&self) -> Option<Table> {
        let from = self.from.is_some();
        let mut names = vec!["Comment", "Delegation~", "Outcome~", "Shown in~", "Response*", "Answered in~"];
        if from {
            names.insert(0, "Row");
        }
        let mut table = Table::new(&names);
        for one in &self.answered {
            let mut row = vec![
                vec![Run::strong(&one.comment)],
                vec![Run::plain(&one.delegation)],
                changed(&one.before.outcome, &one.reply.outcome),
                changed(&one.before.shown, &one.reply.shown),
                response(one),
                vec![Run::plain(&one.version)],
            ];
            if from {
                row.insert(0, vec![Run::plain(one.row.map(|row| row.to_string()).unwrap_or_default())]);
            }
            table.row(row);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    fn details(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut group = |title: &str, points: Vec<Vec<Run>>| {
            if !points.is_empty() {
                blocks.push(Block::Heading(vec![Run::plain(title)]));
                blocks.push(Block::List(points));
            }
        };
        let conflicts = self.conflicts.iter().flat_map(Conflict::points);
        group("Answered otherwise on file since the matrix was made; left as on file", conflicts.collect());
        group("Rows not taken", self.refused.iter().map(NotTaken::point).collect());
        group("Left as it was", self.left.iter().map(LeftAsItWas::point).collect());
        blocks
    }
}

/// What stood there, where it was something else, and what stands there now.
fn changed(before: &str, after: &str) -> Cell {
    let mut runs = Vec::new();
    if !before.is_empty() && before != after {
        runs.push(Run::new(Role::Struck, before));
        runs.extend((!after.is_empty()).then(|| Run::plain(" ")));
    }
    runs.extend((!after.is_empty()).then(|| Run::plain(after)));
    runs
}

/// What the co-chairs say; where they said something before and say nothing now, that is shown.
fn response(one: &GivenAnswer) -> Cell {
    let (before, reply) = (&one.before.response, &one.reply);
    let mut runs = Vec::new();
    if !reply.response.is_empty() {
        runs.push(Run::plain(&reply.response));
    } else if !before.is_empty() {
        runs.push(Run::new(Role::Struck, before));
    }
    if !reply.see.is_empty() {
        let lead = if runs.is_empty() { "" } else { "\n" };
        runs.push(Run::quiet(format!("{lead}answered together with {}", reply.see)));
    }
    runs
}

impl Conflict {
    fn points(&self) -> Vec<Vec<Run>> {
        let said = |reply: &Reply| if reply.is_empty() { "no answer".to_owned() } else { reply.together() };
        vec![vec![
            Run::strong(format!("row {}, {}", self.row, self.comment)),
            Run::plain(format!("\non file: {}", said(&self.on_file))),
            Run::plain(format!("\nin the row: {}", said(&self.in_matrix))),
        ]]
    }
}

impl NotTaken {
    fn point(&self) -> Vec<Run> {
        let comment = self.comment.as_ref().map(|comment| format!(", {comment}")).unwrap_or_default();
        let way_out = self.way_out.as_ref().map(|way_out| format!("; {way_out}")).unwrap_or_default();
        vec![
            Run::strong(format!("row {}{comment}", self.row)),
            Run::plain(format!(": {}{way_out}", self.why)),
        ]
    }
}

impl LeftAsItWas {
    fn point(&self) -> Vec<Run> {
        let what = match self.rows.is_empty() {
            true => self.comments.join(", "),
            false => format!("{} {}", if self.rows.len() == 1 { "row" } else { "rows" }, ranges(&self.rows)),
        };
        vec![Run::plain(format!("{}: ", self.why)), Run::quiet(what)]
    }
}

/// `4, 7–12`.
fn ranges(rows: &[u32]) -> String {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let runs = rows.chunk_by(|a, b| a + 1 == *b);
    let runs = runs.map(|run| match run {
        [one] => one.to_string(),
        [first, second] => format!("{first}, {second}"),
        [first, .., last] => format!("{first}–{last}"),
        [] => String::new(),
    });
    runs.collect::<Vec<_>>().join(", ")
}

impl Report for RespondReport {
    fn name(&self) -> &'static str {
        "respond"
    }

    fn document(&self) -> Document {
        let mut blocks: Vec<Block> =
            self.summary().map(|said| Block::Prose(vec![Run::plain(said)])).into_iter().collect();
        blocks.extend(self.table().map(Block::Table));
        blocks.extend(self.details());
        blocks.extend(written(&self.files, self.commit.as_ref(), &[]));
        self.about.page(self.title(), blocks).then(self.next.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_listed_in_short() {
        assert_eq!(ranges(&[4, 7, 8, 9, 2, 3, 9, 12, 13]), "2–4, 7–9, 12, 13");
        assert_eq!(ranges(&[]), "");
    }
}
