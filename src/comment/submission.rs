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

words! {
    /// How a submission came.
    Form {
        /// In writing: comments on the text.
        Written = "written",
        /// As a statement in prose, delivered or sent.
        Statement = "statement",
        /// Both: a statement with comments of its own.
        Both = "both",
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
    /// Others that made it their own afterwards.
    pub aligned: Vec<DelegationCode>,
    /// How it came.
    pub form: Form,
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
    /// The day its author took it back; it is kept all the same.
    pub withdrawn: Option<NaiveDate>,
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
    /// Where the bytes are kept, below the round's `received`.
    pub kept: Option<String>,
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
    /// The guiding question it answers, where that is not the submission's.
    pub question: Option<String>,
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
    /// The words of the statement from which it was cut.
    pub stated: Option<String>,
    /// The person who wrote it, as the program that wrote the document knew them; the delegation speaks all the same.
    pub author: Option<String>,
    /// Whether the delegation had marked it as resolved in its document.
    pub resolved: bool,
    /// Comments of others that it supports: `XAB-r4-2`.
    pub supports: Vec<String>,
    /// Comments of others that it answers.
    pub reacts_to: Vec<String>,
    /// The line of the file on which it begins.
    pub line: usize,
}

impl Submission {
    /// A submission that says nothing yet.
    pub fn new(
        workstream: &WorkstreamId,
        round: &RoundId,
        delegation: &DelegationCode,
        version: &VersionId,
        received: NaiveDate,
        language: &Language,
    ) -> Submission {
        Submission {
            workstream: workstream.clone(),
            round: round.clone(),
            delegation: delegation.clone(),
            on_behalf_of: Vec::new(),
            aligned: Vec::new(),
            form: Form::Written,
            version: version.clone(),
            received,
            language: language.clone(),
            question: None,
            attribution: Attribution::Named,
            confidential: false,
            replaces: None,
            withdrawn: None,
            source: None,
            comments: Vec::new(),
        }
    }

    /// The public name of one of its comments.
    pub fn id(&self, comment: &Comment) -> CommentId {
        CommentId {
            workstream: self.workstream.clone(),
            round: self.round.clone(),
            delegation: self.delegation.clone(),
            no: comment.no,
        }
    }

    /// All whose words it is: who handed it in, for whom, and who made it their own.
    pub fn spoke(&self) -> impl Iterator<Item = &DelegationCode> {
        std::iter::once(&self.delegation).chain(&self.on_behalf_of).chain(&self.aligned)
    }

    /// Whether it is of the same delegation, in the same round and workstream.
    pub fn is_of(&self, other: &Submission) -> bool {
        self.workstream == other.workstream
            && self.round == other.round
            && self.delegation == other.delegation
    }

    /// The number that a delegation's next comment bears: numbers run on through all its submissions in a round.
    pub fn next_number<'s>(own: impl Iterator<Item = &'s Submission>) -> u32 {
        own.flat_map(|submission| &submission.comments).map(|comment| comment.no).max().unwrap_or(0) + 1
    }

    /// The guiding question a comment answers.
    pub fn answers<'a>(&'a self, comment: &'a Comment) -> Option<&'a String> {
        comment.question.as_ref().or(self.question.as_ref())
    }

    /// The language whose text a comment quotes.
    pub fn quoted_language<'a>(&'a self, comment: &'a Comment) -> &'a Language {
        comment.quote_language.as_ref().unwrap_or(&self.language)
    }
}

impl Comment {
    /// A comment on a place that says nothing yet.
    pub fn new(no: u32, target: Target) -> Comment {
        Comment {
            no,
            target,
            cited: None,
            question: None,
            quote: None,
            quote_language: None,
            kind: Kind::Substantive,
            action: Action::None,
            proposal: None,
            to: None,
            comment: None,
            translation: None,
            stated: None,
            author: None,
            resolved: false,
            supports: Vec::new(),
            reacts_to: Vec::new(),
            line: 0,
        }
    }

    /// Whether the delegation's own words are the same, however the rest was read.
    pub fn same_words(&self, other: &Comment) -> bool {
        let words = |comment: &Comment| {
            [&comment.quote, &comment.proposal, &comment.comment]
                .map(|words| words.as_deref().map(crate::text::squeezed))
        };
        words(self) == words(other)
    }

    /// Whether it is the same comment, sent again unchanged: its number and its words.
    pub fn is_again(&self, other: &Comment) -> bool {
        self.no == other.no && self.same_words(other)
    }

    /// What it says in one line: its view, or else the wording it asks for.
    pub fn gist(&self) -> &str {
        let said = self.comment.as_deref().or(self.proposal.as_deref());
        said.unwrap_or("")
    }
}
