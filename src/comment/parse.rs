//! Reads submissions and answers, strictly as to form.
//!
//! What a delegation got wrong in substance (a paragraph that is not there, a quote that stands twice)
//! is not a fault of form: the comment is kept as it came.

use crate::comment::{
    Action, Answer, Answers, Attribution, Comment, DelegationCode, Form, Kind, Outcome, Placement, RoundId,
    Source, Submission, Target,
};
use crate::draft::{ID_GRAMMAR, Language, NAME_GRAMMAR, ParagraphId, VersionId, WorkstreamId};
use crate::error::Problem;
use crate::form::{Reader, Table};

impl Submission {
    /// Reads a submission; workstream and round are those of its folder.
    pub fn parse(
        path: &str,
        text: &str,
        workstream: &WorkstreamId,
        round: &RoundId,
    ) -> Result<Submission, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let head = root.table("submission");
        let submission =
            head.and_then(|table| submission(&table, &root, workstream, round).inspect(|_| table.close()));
        if submission.is_none() {
            reader.note(Problem::new(reader.place(1), "submission").expected("a table [submission] in form"));
        }
        root.close();
        let problems = reader.close();
        match submission {
            Some(submission) if problems.is_empty() => Ok(submission),
            _ => Err(without_echo(problems)),
        }
    }
}

/// Drops "submission: expected a table" where a better reason is known.
fn without_echo(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > 1 {
        problems.retain(|problem| problem.what != "submission");
    }
    problems
}

fn submission(
    table: &Table<'_, '_>,
    root: &Table<'_, '_>,
    workstream: &WorkstreamId,
    round: &RoundId,
) -> Option<Submission> {
    let delegation = table.needed_name("delegation", DelegationCode::GRAMMAR, DelegationCode::parse);
    let on_behalf_of = table.names("on-behalf-of", DelegationCode::GRAMMAR, DelegationCode::parse);
    let aligned = table.names("aligned", DelegationCode::GRAMMAR, DelegationCode::parse);
    let form = table.word("form", Form::WORDS).unwrap_or(Form::Written);
    let version = table.needed_name("version", NAME_GRAMMAR, VersionId::parse);
    let received = table.needed_date("received");
    let language = table.needed_name("language", Language::GRAMMAR, Language::parse);
    let question = table.text("question");
    let attribution = table.word("attribution", Attribution::WORDS).unwrap_or(Attribution::Named);
    let confidential = table.truth("confidential");
    let replaces = table.text("replaces");
    let withdrawn = table.date("withdrawn");
    let source = table.table("source").map(|table| {
        let (name, digest) = (table.needed("name"), table.needed("digest"));
        let source = Source { name, digest, kept: table.text("kept") };
        table.close();
        source
    });
    refuse_sealed(table, attribution, confidential);
    let comments = comments(root);
    Some(Submission {
        workstream: workstream.clone(),
        round: round.clone(),
        delegation: delegation?,
        on_behalf_of,
        aligned,
        form,
        version: version?,
        received,
        language: language?,
        question,
        attribution,
        confidential,
        replaces,
        withdrawn,
        source,
        comments,
    })
}

/// What must not be published may not stand in a repository that may be.
fn refuse_sealed(table: &Table<'_, '_>, attribution: Attribution, confidential: bool) {
    if confidential {
        let problem = table.problem("confidential", "confidential material may not stand in this workspace");
        table.note(
            problem.found("true").expected("a submission that may be published; keep this one elsewhere"),
        );
    }
    if attribution != Attribution::Named {
        let problem = table.problem("attribution", "attribution other than `named` is not possible yet");
        table.note(problem.found(attribution.word()).expected("`named`"));
    }
}

fn comments(root: &Table<'_, '_>) -> Vec<Comment> {
    let read = root.tables("comment").into_iter().map(|table| {
        let comment = comment(&table);
        table.close();
        comment
    });
    read.collect()
}

fn comment(table: &Table<'_, '_>) -> Comment {
    let no = table.needed_number("no");
    let target = table.name("paragraph", Target::GRAMMAR, Target::parse).unwrap_or(Target::All);
    let cited = table.text("cited");
    let question = table.text("question");
    let quote = table.text("quote");
    let quote_language = table.name("quote-language", Language::GRAMMAR, Language::parse);
    let kind = table.word("type", Kind::WORDS).unwrap_or(Kind::Substantive);
    let action = table.word("action", Action::WORDS).unwrap_or(Action::None);
    let proposal = table.text("proposal");
    let to = table.name("to", Target::GRAMMAR, Target::parse);
    let comment = table.text("comment");
    // To leave out, to keep or to move says enough.
    let asks = matches!(action, Action::Delete | Action::Retain) || (action == Action::Move && to.is_some());
    if comment.is_none() && proposal.is_none() && !asks {
        let problem = table.problem("comment", format!("comment {no} says nothing"));
        table.note(problem.expected("a `comment` or a `proposal`"));
    }
    Comment {
        no,
        target,
        cited,
        question,
        quote,
        quote_language,
        kind,
        action,
        proposal,
        to,
        comment,
        translation: table.text("translation"),
        stated: table.text("stated"),
        author: table.text("author"),
        resolved: table.truth("resolved"),
        supports: table.texts("supports"),
        reacts_to: table.texts("reacts-to"),
        line: table.line,
    }
}

impl Answers {
    /// Reads the answers and placements of one comment.
    pub fn parse(path: &str, text: &str) -> Result<Answers, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let answers = root.tables("answer").into_iter().filter_map(|table| {
            let answer = answer(&table);
            table.close();
            answer
        });
        let answers = answers.collect();
        let placements = root.tables("placement").into_iter().filter_map(|table| {
            let placement = placement(&table);
            table.close();
            placement
        });
        let placements = placements.collect();
        root.close();
        let problems = reader.close();
        if problems.is_empty() { Ok(Answers { answers, placements }) } else { Err(problems) }
    }
}

fn answer(table: &Table<'_, '_>) -> Option<Answer> {
    let version = table.needed_name("version", NAME_GRAMMAR, VersionId::parse);
    let outcome = table.word("outcome", Outcome::WORDS);
    let paragraphs = table.names("paragraphs", ID_GRAMMAR, ParagraphId::parse);
    let response = table.text("response");
    let see = table.text("see");
    let decided = table.needed_date("decided");
    match outcome {
        None if table.line_of("outcome") == table.line => {
            table.note(
                table
                    .problem("outcome", "[[answer]] has no `outcome`")
                    .expected("an outcome such as `noted`"),
            );
        }
        Some(outcome) if outcome.asks_for_paragraphs() && paragraphs.is_empty() => {
            let problem = table.problem("paragraphs", format!("outcome `{outcome}` does not say where"));
            table.note(problem.expected("`paragraphs` with at least one id"));
        }
        Some(outcome) if outcome.asks_for_response() && response.is_none() => {
            let problem = table.problem("response", format!("outcome `{outcome}` does not say why"));
            table.note(problem.expected("a `response`"));
        }
        Some(Outcome::Duplicate) if see.is_none() => {
            table.note(table.problem("see", "outcome `duplicate` names no other comment").expected("`see`"));
        }
        _ => {}
    }
    Some(Answer { version: version?, outcome: outcome?, paragraphs, response, see, decided })
}

fn placement(table: &Table<'_, '_>) -> Option<Placement> {
    let version = table.needed_name("version", NAME_GRAMMAR, VersionId::parse);
    let paragraph = table.name("paragraph", ID_GRAMMAR, ParagraphId::parse);
    let quote = table.text("quote");
    Some(Placement {
        version: version?,
        paragraph,
        quote,
        by: table.needed("by"),
        on: table.needed_date("on"),
    })
}
