//! One comment as answers hold it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::comment::{Action, CommentId, DelegationCode, Kind, Outcome, RoundId};
use crate::draft::{Language, ParagraphId, VersionId};
use crate::report::{Cited, Role, Run};
use crate::text::listed;

/// One comment, where it stands and what was answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommentRow {
    /// Its name.
    pub id: CommentId,
    /// Its name as it is cited here: without its workstream where only one can be meant.
    pub cited_as: String,
    /// Who made it.
    pub delegation: DelegationCode,
    /// The delegation's name.
    pub delegation_name: String,
    /// For whom else it was made, by name.
    pub on_behalf_of: Vec<String>,
    /// Who made it their own afterwards, by name.
    pub aligned: Vec<String>,
    /// The round it was received in.
    pub round: RoundId,
    /// The version it was made on, as named on screen.
    pub version: String,
    /// The short name of that version.
    pub version_id: VersionId,
    /// The day it arrived.
    pub received: NaiveDate,
    /// Whether it arrived after the last day of its round; absent where the round has no announced day.
    pub after_the_round: Option<bool>,
    /// Whether it arrived after the deadline for comments; absent where none was announced.
    pub late: Option<bool>,
    /// The language it came in.
    pub language: Language,
    /// The guiding question it answers.
    pub question: Option<String>,
    /// What it speaks of, as files write it: `D2`, `D2..D3`, `all`.
    pub paragraph: String,
    /// The number of that passage in the version it was made on.
    pub number: Option<String>,
    /// The passage as the delegation cited it.
    pub cited: Option<String>,
    /// The words it quotes.
    pub quote: Option<String>,
    /// What sort it is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What it asks.
    pub action: Action,
    /// The wording it asks for.
    pub proposal: Option<String>,
    /// After which passage a `move` should put the text.
    pub to: Option<String>,
    /// The view, or the reason.
    pub comment: Option<String>,
    /// The comment in the original language, where it came in another.
    pub translation: Option<String>,
    /// The words of the statement from which it was cut.
    pub stated: Option<String>,
    /// Comments it supports.
    pub supports: Vec<String>,
    /// Comments it answers.
    pub reacts_to: Vec<String>,
    /// Where it stands.
    pub stands: Stands,
    /// What became of it; absent while there is no answer.
    pub outcome: Option<Outcome>,
    /// Whether the co-chairs still owe an answer.
    pub unanswered: bool,
    /// The version that answers, as named on screen.
    pub answered_in: Option<String>,
    /// Where the text shows it.
    pub shown_in: Vec<ParagraphId>,
    /// What the co-chairs say.
    pub response: Option<String>,
    /// The comment it is answered together with.
    pub see: Option<String>,
    /// The day its author took the submission back.
    pub withdrawn: Option<NaiveDate>,
    /// The later submission of the same delegation that takes its place.
    pub replaced_by: Option<String>,
}

/// Where a comment stands in the version of interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stands {
    /// exact, amended, paragraph, ambiguous, orphaned, unplaced, placed, or whole.
    pub standing: &'static str,
    /// Whether a person has to say where it stands.
    pub needs_a_person: bool,
    /// Why, where a person is needed or words were lost.
    pub why: Option<String>,
    /// The passages it stands on.
    pub passages: Vec<Cited>,
    /// The words it stands on.
    pub words: Vec<String>,
}

impl CommentRow {
    /// Who speaks, and for whom.
    pub fn speakers(&self) -> String {
        let also = [("also for", &self.on_behalf_of), ("aligned:", &self.aligned)];
        let also = also.into_iter().filter(|(_, others)| !others.is_empty());
        let also: Vec<String> = also.map(|(word, others)| format!("{word} {}", listed(others))).collect();
        match also.is_empty() {
            true => self.delegation_name.clone(),
            false => format!("{} ({})", self.delegation_name, also.join("; ")),
        }
    }

    /// What it is and asks: `substantive, amend`.
    pub fn sort(&self) -> String {
        match self.action {
            Action::None => self.kind.word().to_owned(),
            action => format!("{}, {}", self.kind.word(), action.word()),
        }
    }

    /// The passage it was made on, as a person cites it.
    pub fn made_on(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.paragraph),
            None if self.paragraph == "all" => "whole text".to_owned(),
            None if self.paragraph == "?" => self.cited.clone().unwrap_or_else(|| self.paragraph.clone()),
            None => self.paragraph.clone(),
        }
    }

    /// What was said, in the original language where a translation is on file, and what is proposed.
    pub(super) fn said(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        if let Some(quote) = &self.quote {
            runs.push(Run::quiet(format!("“{quote}”")));
        }
        let view = self.translation.as_ref().or(self.comment.as_ref());
        for (text, role) in [(view, Role::Plain), (self.proposal.as_ref(), Role::Inserted)] {
            let Some(text) = text else { continue };
            if !runs.is_empty() {
                runs.push(Run::plain("\n"));
            }
            runs.push(Run::new(role, text));
        }
        if self.replaced_by.is_some() {
            runs.push(Run::quiet("\n(replaced by a later submission)"));
        }
        runs
    }

    /// What became of it, as a person reads it.
    pub(super) fn outcome_on_screen(&self) -> &'static str {
        self.outcome.map_or("–", Outcome::on_screen)
    }
}
