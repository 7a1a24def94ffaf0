//! The answer to "what happened to our comments?".

use std::collections::BTreeMap;

use serde::Serialize;

use crate::comment::Outcome;
use crate::draft::VersionId;
use crate::report::comment_table::number;
use crate::report::{
    About, Block, Cell, Change, CommentRow, Document, Marked, Report, Role, Run, SheetColumn, Spreadsheet,
    Table, UptakeShown, cited,
};
use crate::text::{counted, listed, within_sentence};

/// What became of the comments of one delegation: its own, and those made with others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswersReport {
    /// The head.
    pub about: About,
    /// The delegation, by name.
    pub delegation: String,
    /// What was asked for besides, in words: `of r4`.
    pub selection: String,
    /// Comments by what became of them, as named on screen.
    pub tally: BTreeMap<&'static str, usize>,
    /// Each comment with what became of it.
    pub comments: Vec<AnsweredComment>,
}

/// One comment, what the co-chairs say of it, and what the text shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnsweredComment {
    /// The comment with its answer, where it stands in the newest version.
    #[serde(flatten)]
    pub comment: CommentRow,
    /// The newest version, or the one asked for, as named on screen.
    pub now_in: String,
    /// How the delegation comes to be among its authors, where another handed it in: `handed in by Belmar`.
    pub through: Option<String>,
    /// The answers given before the one that stands.
    pub earlier: Vec<EarlierAnswer>,
    /// How much of what it asks for stands in that version.
    pub uptake: Option<UptakeShown>,
    /// What became of the passages it speaks of.
    pub change: Vec<Change>,
}

/// An answer that a later one followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EarlierAnswer {
    /// The version it was given for.
    pub version: VersionId,
    /// The version as named on screen.
    pub version_title: String,
    /// What it said had become of the comment.
    pub outcome: Outcome,
    /// What the co-chairs said.
    pub response: Option<String>,
}

/// Where nobody said anything yet.
pub(super) const NO_ANSWER: &str = "No answer yet";

impl AnsweredComment {
    /// What became of it in a word or two; said of one that was replaced or taken back before all else.
    pub fn became(&self) -> &'static str {
        let row = &self.comment;
        AnsweredComment::became_of(row.replaced_by.is_some(), row.withdrawn.is_some(), row.outcome)
    }

    /// What became of a comment, from whether it was replaced or taken back and from its outcome.
    pub fn became_of(replaced: bool, withdrawn: bool, outcome: Option<Outcome>) -> &'static str {
        match (replaced, withdrawn) {
            (true, _) => "Replaced",
            (_, true) => Outcome::Withdrawn.on_screen(),
            _ => outcome.map_or(NO_ANSWER, Outcome::on_screen),
        }
    }

    /// Whether an answer is still owed.
    pub fn is_open(&self) -> bool {
        self.comment.unanswered
    }

    /// Where it was made and where that is now: `[14] D2, now [19] D2`.
    fn place(&self) -> Vec<Run> {
        let (then, stands) = (self.comment.made_on(), &self.comment.stands);
        let mut runs = vec![Run::plain(&then)];
        let now = cited(&stands.passages);
        if stands.needs_a_person {
            let now = match stands.standing {
                "orphaned" => "gone",
                "ambiguous" => "in several places",
                _ => "not there",
            };
            runs.push(Run::new(Role::Warn, format!("\n{now}")));
        } else if stands.standing == "orphaned" {
            runs.push(Run::quiet("\ngone"));
        } else if !stands.passages.is_empty() && now != then {
            runs.push(Run::plain(format!("\nnow {now}")));
        }
        runs
    }

    /// What the co-chairs say, and what the text shows.
    fn answer(&self) -> Vec<Run> {
        let row = &self.comment;
        let mut runs = vec![Run::strong(self.became())];
        let outcome = row.outcome.filter(|_| row.replaced_by.is_some() || row.withdrawn.is_some());
        if let Some(later) = &row.replaced_by {
            runs.push(Run::plain(format!(" by the submission {later}")));
        }
        if let Some(outcome) = outcome.filter(|outcome| *outcome != Outcome::Withdrawn) {
            runs.push(Run::plain(format!("; {}", within_sentence(outcome.on_screen()))));
        }
        if !row.shown_in.is_empty() {
            let ids: Vec<&str> = row.shown_in.iter().map(|id| id.as_str()).collect();
            runs.push(Run::plain(format!(" in {}", listed(&ids))));
        }
        if let Some(version) = &row.answered_in {
            runs.push(Run::quiet(format!(" ({})", within_sentence(version))));
        }
        if let Some(response) = &row.response {
            runs.push(Run::plain(format!("\n{response}")));
        }
        if let Some(see) = &row.see {
            runs.push(Run::quiet(format!("\nanswered together with {see}")));
        }
        for earlier in &self.earlier {
            runs.push(Run::quiet(format!("\nbefore: {}", earlier.sentence())));
        }
        if let Some(uptake) = &self.uptake {
            let now = within_sentence(&self.now_in);
            runs.push(Run::quiet(format!("\nIn the {now} {}.", uptake.sentence())));
        }
        runs
    }

    fn said(&self) -> Vec<Run> {
        let mut runs = self.comment.said();
        if let Some(through) = &self.through {
            let line = if runs.is_empty() { "" } else { "\n" };
            runs.push(Run::quiet(format!("{line}({through})")));
        }
        runs
    }

    /// The redline of the passages it speaks of.
    fn redline(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for change in &self.change {
            if !runs.is_empty() {
                runs.push(Run::plain("\n"));
            }
            runs.push(Run::quiet(format!("{}\n", change.sentence())));
            runs.extend(Marked::runs(&change.marks));
        }
        runs
    }
}

impl EarlierAnswer {
    fn sentence(&self) -> String {
        let outcome = within_sentence(self.outcome.on_screen());
        let response = self.response.as_ref().map(|said| format!(": {said}")).unwrap_or_default();
        format!("{outcome} ({}){response}", within_sentence(&self.version_title))
    }
}

impl AnswersReport {
    fn title(&self) -> String {
        let selection =
            if self.selection.is_empty() { String::new() } else { format!(", {}", self.selection) };
        format!("What became of the comments of {}{selection}", self.delegation)
    }

    fn summary(&self) -> String {
        if self.comments.is_empty() {
            return "No comment is on file.".to_owned();
        }
        let outcomes = Outcome::WORDS.iter().map(|(_, outcome)| outcome.on_screen()).chain(["Replaced"]);
        let count = |outcome: &'static str, said: &str| {
            self.tally.get(outcome).map(|count| format!("{count} {}", within_sentence(said)))
        };
        let tally: Vec<String> = outcomes
            .filter_map(|outcome| count(outcome, outcome))
            .chain(count(NO_ANSWER, "without an answer"))
            .collect();
        format!("{}: {}.", counted(self.comments.len(), "comment"), listed(&tally))
    }

    /// Every change once, under the comments that speak of what changed.
    fn changes(&self) -> Vec<Block> {
        let mut groups: Vec<(&AnsweredComment, Vec<&str>)> = Vec::new();
        for one in self.comments.iter().filter(|one| one.change.iter().any(Change::is_one)) {
            match groups.iter_mut().find(|(known, _)| known.change == one.change) {
                Some((_, names)) => names.push(&one.comment.cited_as),
                None => groups.push((one, vec![&one.comment.cited_as])),
            }
        }
        if groups.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(vec![Run::plain("What changed in the paragraphs")])];
        for (one, names) in groups {
            let way = format!(
                ": from the {} to the {}",
                within_sentence(&one.comment.version),
                within_sentence(&one.now_in)
            );
            blocks.push(Block::Prose(vec![Run::strong(listed(&names)), Run::plain(way)]));
            blocks.extend(one.change.iter().filter(|change| change.is_one()).map(Change::passage));
        }
        blocks
    }

    /// What is still to come.
    fn open(&self) -> Option<Block> {
        let open: Vec<&str> = self
            .comments
            .iter()
            .filter(|one| one.is_open())
            .map(|one| one.comment.cited_as.as_str())
            .collect();
        if open.is_empty() {
            return None;
        }
        let wait = if open.len() == 1 { "waits" } else { "wait" };
        Some(Block::Prose(vec![
            Run::plain(format!("{} {wait} for an answer: ", counted(open.len(), "comment"))),
            Run::strong(listed(&open)),
            Run::plain("."),
        ]))
    }
}

impl Report for AnswersReport {
    fn name(&self) -> &'static str {
        "answers"
    }

    fn document(&self) -> Document {
        let mut table =
            Table::new(&["Comment", "Paragraph~", "Said and proposed*", "Answer, and what the text shows*"]);
        for one in &self.comments {
            table.row(vec![vec![Run::strong(&one.comment.cited_as)], one.place(), one.said(), one.answer()]);
        }
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())])];
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        blocks.extend(self.open());
        blocks.extend(self.changes());
        self.about.page(self.title(), blocks)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet = Spreadsheet::new(self.title(), "Answers", self.about.as_at);
        sheet.above.extend(self.about.notice());
        let columns = columns();
        sheet.columns =
            columns.iter().map(|(heading, width, _)| SheetColumn::new(*heading, *width)).collect();
        for one in &self.comments {
            sheet.row(columns.iter().map(|(.., cell)| cell(one)).collect());
        }
        Some(sheet)
    }
}

/// One column of the spreadsheet: its heading, its width, and what stands in it.
type Shown = (&'static str, u16, fn(&AnsweredComment) -> Cell);

fn columns() -> Vec<Shown> {
    fn plain(text: impl Into<String>) -> Cell {
        vec![Run::plain(text)]
    }
    fn maybe(text: Option<&String>) -> Cell {
        plain(text.cloned().unwrap_or_default())
    }
    vec![
        ("Comment", 14, |one| plain(&one.comment.cited_as)),
        ("Delegation", 18, |one| plain(one.comment.speakers())),
        ("Round", 8, |one| plain(one.comment.round.to_string())),
        ("Version", 16, |one| plain(&one.comment.version)),
        ("Paragraph", 10, |one| plain(&one.comment.paragraph)),
        ("Number", 10, |one| plain(number(one.comment.number.as_deref()))),
        ("Quote", 30, |one| maybe(one.comment.quote.as_ref())),
        ("Type", 12, |one| plain(one.comment.kind.word())),
        ("Action", 10, |one| plain(one.comment.action.word())),
        ("Proposal", 40, |one| maybe(one.comment.proposal.as_ref())),
        ("Comment in words", 40, |one| maybe(one.comment.comment.as_ref())),
        ("Outcome", 18, |one| plain(one.became())),
        ("Answered in", 16, |one| maybe(one.comment.answered_in.as_ref())),
        ("Shown in", 12, |one| {
            plain(one.comment.shown_in.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "))
        }),
        ("Response", 40, |one| maybe(one.comment.response.as_ref())),
        ("Text now", 16, |one| plain(&one.now_in)),
        ("Stands", 14, |one| plain(one.comment.stands.standing)),
        ("Now at", 16, |one| {
            let passages = &one.comment.stands.passages;
            plain(if passages.is_empty() { String::new() } else { cited(passages) })
        }),
        ("Uptake", 30, |one| plain(one.uptake.as_ref().map(UptakeShown::sentence).unwrap_or_default())),
        ("Words asked for", 40, |one| one.uptake.as_ref().map(UptakeShown::runs).unwrap_or_default()),
        ("Redline", 60, AnsweredComment::redline),
    ]
}
