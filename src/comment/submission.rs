//! What one delegation handed in, as it was received.

use chrono::NaiveDate;

use crate::comment::kind::words;
use crate::comment::{Action, CommentId, DelegationCode, Kind, RoundId, Target};
use crate::draft::{Language, VersionId, WorkstreamId};

words! {
    /// How the author is shown where comments are published.
    Attribution {
        /// By name.
        Named = "named",
        /// By group.
        Group = "group",
        /// Not at all.
        None = "none",
    }
}

/// One document of one delegation or group in one round; its words are never edited afterwards.
///
/// Invariants: `workstream` and `round` are those of its path; numbers of comments are not repeated
/// by a delegation in a round, however many submissions it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The workstream, from the path.
    pub workstream: WorkstreamId,
    /// The round, from the path.
    pub round: RoundId,
    /// Who handed it in.
    pub delegation: DelegationCode,
    /// Others for whom it was handed in: a joint statement.
    pub on_behalf_of: Vec<DelegationCode>,
    /// The version commented on.
    pub version: VersionId,
    /// The day it arrived.
    pub received: NaiveDate,
    /// The language of the original.
    pub language: Language,
    /// The guiding question answered.
    pub question: Option<String>,
    /// How the author is shown.
    pub attribution: Attribution,
    /// Whether confidentiality was explicitly requested; such material may not stand in this workspace.
    pub confidential: bool,
    /// The earlier submission that this one replaces: `XAA`, `XAA-2`.
    pub replaces: Option<String>,
    /// What was sent: name and digest.
    pub source: Option<Source>,
    /// The comments, in the delegation's order.
    pub comments: Vec<Comment>,
}

/// The document a submission was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// The digest of its bytes, in hexadecimal.
    pub digest: String,
}

/// One point a delegation made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number in the delegation's round.
    pub no: u32,
    /// What it speaks of, as it was read.
    pub target: Target,
    /// The paragraph as the delegation cited it: `12`, `p. 3`.
    pub cited: Option<String>,
    /// The words it quotes.
    pub quote: Option<String>,
    /// The language of the text quoted, where it is not the submission's.
    pub quote_language: Option<Language>,
    /// What sort it is.
    pub kind: Kind,
    /// What it asks.
    pub action: Action,
    /// The wording it asks for.
    pub proposal: Option<String>,
    /// After which passage a `move` should put the text.
    pub to: Option<Target>,
    /// The view, or the reason.
    pub comment: Option<String>,
    /// The comment in the consultation's original language, where it came in another.
    pub translation: Option<String>,
    /// Comments of others that it supports: `XAB-r4-2`.
    pub supports: Vec<String>,
    /// Comments of others that it answers.
    pub reacts_to: Vec<String>,
    /// The line of the file on which it begins.
    pub line: usize,
}

impl Submission {
    /// The public name of one of its comments.
    pub fn id(&self, comment: &Comment) -> CommentId {
        CommentId {
            workstream: self.workstream.clone(),
            round: self.round.clone(),
            delegation: self.delegation.clone(),
            no: comment.no,
        }
    }

    /// The language whose text a comment quotes.
    pub fn quoted_language<'a>(&'a self, comment: &'a Comment) -> &'a Language {
        comment.quote_language.as_ref().unwrap_or(&self.language)
    }
}

impl Comment {
    /// What it says in one line: its view, or else the wording it asks for.
    pub fn gist(&self) -> &str {
        let said = self.comment.as_deref().or(self.proposal.as_deref());
        said.unwrap_or("")
    }
}
