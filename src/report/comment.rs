//! The answer to "what exactly was said here, and what became of it?".

use serde::Serialize;

use crate::comment::Outcome;
use crate::report::comment_table::comment_table;
use crate::report::next::{adopting, placing};
use crate::report::{About, Block, Change, CommentRow, Document, Report, Run, Spreadsheet, cited};
use crate::text::ordinal_day;

/// One comment in full, with its paragraph then and now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommentDetail {
    /// The head.
    pub about: About,
    /// The comment.
    pub comment: CommentRow,
    /// The version of interest, as named on screen.
    pub now_in: String,
    /// What became of those passages.
    pub change: Vec<Change>,
}

impl Report for CommentDetail {
    fn name(&self) -> &'static str {
        "comment"
    }

    fn document(&self) -> Document {
        let row = &self.comment;
        let mut facts = vec![
            fact("Delegation", row.speakers()),
            fact("Made on", format!("{}, {}", row.version, row.made_on())),
            fact("Received", received(row)),
            fact("Type", row.sort()),
        ];
        let optional = [
            ("Cited as", row.cited.clone()),
            ("Guiding question", row.question.clone()),
            ("Quotes", row.quote.as_ref().map(|quote| format!("“{quote}”"))),
            ("Says", row.comment.clone()),
            ("In translation", row.translation.clone()),
            ("Proposes", row.proposal.clone()),
            ("To stand after", row.to.clone()),
            ("Cut from its statement", row.stated.as_ref().map(|words| format!("“{words}”"))),
            ("Supports", (!row.supports.is_empty()).then(|| row.supports.join(", "))),
            ("Reacts to", (!row.reacts_to.is_empty()).then(|| row.reacts_to.join(", "))),
            ("Taken back", row.withdrawn.map(ordinal_day)),
            ("Replaced by", row.replaced_by.clone()),
            ("Outcome", Some(row.outcome.map_or("Not answered yet", Outcome::on_screen).to_owned())),
            ("Answered in", row.answered_in.clone()),
            ("Response", row.response.clone()),
            ("Answered together with", row.see.clone()),
        ];
        facts.extend(optional.into_iter().filter_map(|(name, value)| Some(fact(name, value?))));
        facts.push(fact("Stands", stands(row, &self.now_in)));
        let mut blocks = vec![Block::List(facts)];
        if !self.change.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain(format!(
                "The paragraph, from the {} to the {}",
                row.version.to_lowercase(),
                self.now_in.to_lowercase()
            ))]));
        }
        blocks.extend(self.change.iter().map(Change::passage));
        self.about.page(format!("Comment {}", row.id), blocks).then(next(row))
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let title = format!("Comment {}", self.comment.id);
        Some(comment_table(&title, &self.about, std::slice::from_ref(&self.comment)))
    }
}

/// What may be done with a comment: placed, taken over, answered.
fn next(row: &CommentRow) -> Vec<String> {
    let id = &row.cited_as;
    let place = format!("{}, `--nowhere` that nothing continues it", placing(id));
    let adopt = adopting(id);
    let answer = format!("`travaux respond {id} --outcome reflected --paragraphs PARAGRAPH` answers it");
    let open = row.unanswered;
    let wants_words = open && row.proposal.is_some();
    [(row.stands.needs_a_person, place), (wants_words, adopt), (open, answer)]
        .into_iter()
        .filter_map(|(fits, next)| fits.then_some(next))
        .collect()
}

fn fact(name: &str, value: String) -> Vec<Run> {
    vec![Run::strong(format!("{name}: ")), Run::plain(value)]
}

fn received(row: &CommentRow) -> String {
    let after = if row.after_the_round == Some(true) { ", after the round" } else { "" };
    let late = if row.late == Some(true) { ", late: after the deadline" } else { "" };
    format!("{}{after}{late}, in {}", ordinal_day(row.received), row.language)
}

fn stands(row: &CommentRow, now_in: &str) -> String {
    let place = if row.stands.passages.is_empty() {
        String::new()
    } else {
        format!(" at {}", cited(&row.stands.passages))
    };
    let why = row.stands.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{} in the {}{place}{why}", row.stands.standing, now_in.to_lowercase())
}
