//! Cuts comments from what a delegation said, and corrects how they were read. Its words are never edited.

use std::collections::BTreeMap;

use crate::anchor::places;
use crate::comment::{Action, Comment, DelegationCode, Form, Kind, Submission, Target};
use crate::desk::Desk;
use crate::desk::place::comment_trailers;
use crate::draft::VersionName;
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::text::squeezed;
use crate::workspace::Filed;

/// What a person cuts from a submission, or says of a comment's reading; what is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Remark {
    /// The paragraph, by id or number; `all` for the whole text; several with commas.
    pub paragraph: Option<String>,
    /// The paragraph as the delegation cited it.
    pub cited: Option<String>,
    /// The words of the text that it quotes.
    pub quote: Option<String>,
    /// What sort of comment it is.
    pub kind: Option<Kind>,
    /// What it asks.
    pub action: Option<Action>,
    /// The wording it asks for.
    pub proposal: Option<String>,
    /// After which passage a `move` should put the text.
    pub to: Option<String>,
    /// The view, or the reason.
    pub comment: Option<String>,
    /// The words of the statement from which it is cut.
    pub stated: Option<String>,
    /// The comment in the original language.
    pub translation: Option<String>,
    /// The guiding question answered.
    pub question: Option<String>,
    /// Comments that it supports.
    pub supports: Vec<String>,
    /// Comments that it answers.
    pub reacts_to: Vec<String>,
    /// Whether to commit.
    pub commit: bool,
}

impl Desk {
    /// Adds a comment to a submission (`XAA-r4`), cut from a statement or noted down by hand.
    pub fn add_comment(&self, submission: &str, said: &Remark) -> Result<DoneReport> {
        self.writable()?;
        let filed = self.submission_to_add_to(submission)?;
        let old = &filed.submission;
        if let Some(words) = &said.stated {
            self.is_said(filed, words)?;
        }
        let mut comment = Comment {
            quote: said.quote.clone(),
            proposal: said.proposal.clone(),
            comment: said.comment.clone().or_else(|| match &said.proposal {
                None => said.stated.clone(),
                Some(_) => None,
            }),
            stated: said.stated.clone(),
            ..Comment::new(self.next_number(old), Target::All)
        };
        if comment.comment.is_none() && comment.proposal.is_none() {
            return Err(Error::refused(
                "the comment would say nothing",
                "give its words with `--stated`, `--comment` or `--proposal`",
            ));
        }
        self.read_as(&mut comment, old, said)?;
        if said.kind.is_none() && comment.target == Target::All {
            comment.kind = Kind::General;
        }
        if said.action.is_none() && comment.proposal.is_some() && comment.target != Target::All {
            comment.action = Action::Amend;
        }
        let id = old.id(&comment);
        let mut new = old.clone();
        if new.form == Form::Statement && said.stated.is_none() {
            new.form = Form::Both;
        }
        new.comments.push(comment);
        let files = BTreeMap::from([(filed.path.clone(), Some(new.print().into_bytes()))]);
        let message = format!("{}: add {} to {}", id.workstream, id.short(), filed.name());
        let name = self.comment_name(&id);
        let sentence = format!("{name} was added to {}.", filed.path);
        let mut done = self.act(&sentence, files, message, comment_trailers([&id]), said.commit)?;
        done.next = vec![format!("`travaux comments {name}` shows it beside its paragraph")];
        Ok(done)
    }

    /// Corrects how a comment was read: its place, type, action, what it supports, its translation.
    pub fn correct_comment(&self, typed: &str, said: &Remark) -> Result<DoneReport> {
        self.writable()?;
        let id = self.workspace.named_comment(typed)?;
        let (filed, _) = self.workspace.comment(&id).expect("a named comment is on file");
        let mut new = filed.submission.clone();
        let comment = new.comments.iter_mut().find(|comment| comment.no == id.no);
        let comment = comment.expect("a comment stands in its own submission");
        let before = comment.clone();
        self.read_as(comment, &filed.submission, said)?;
        let name = self.comment_name(&id);
        if *comment == before {
            return Ok(self.done(&format!("{name} was read that way already."), Vec::new()));
        }
        let files = BTreeMap::from([(filed.path.clone(), Some(new.print().into_bytes()))]);
        let message = format!("{}: correct the reading of {}", id.workstream, id.short());
        let sentence = format!("The reading of {name} was corrected; its words stand as they came.");
        let mut trailers = comment_trailers([&id]);
        trailers.push(("Corrected".to_owned(), "reading".to_owned()));
        let mut done = self.act(&sentence, files, message, trailers, said.commit)?;
        done.next = vec![format!("`travaux comments {name}` shows it beside its paragraph")];
        Ok(done)
    }

    /// Reads what a person said about a comment against the version it speaks of.
    fn read_as(&self, comment: &mut Comment, submission: &Submission, said: &Remark) -> Result<()> {
        let version = VersionName::new(&submission.workstream, &submission.version);
        if let Some(typed) = &said.paragraph {
            comment.target = self.target(&version, typed)?;
            if comment.cited.is_none() && *typed != comment.target.to_string() {
                comment.cited = Some(typed.clone());
            }
        }
        if let Some(typed) = &said.to {
            comment.to = Some(self.target(&version, typed)?);
        }
        if let Some(question) = &said.question {
            comment.question = Some(self.question(question)?);
        }
        for (names, list) in
            [(&said.supports, &mut comment.supports), (&said.reacts_to, &mut comment.reacts_to)]
        {
            for name in names {
                let id = self.workspace.named_comment(name)?;
                let name = if id.workstream == submission.workstream { id.short() } else { id.to_string() };
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        comment.kind = said.kind.unwrap_or(comment.kind);
        comment.action = said.action.unwrap_or(comment.action);
        for (said, own) in [(&said.cited, &mut comment.cited), (&said.translation, &mut comment.translation)]
        {
            if let Some(said) = said {
                *own = Some(said.clone());
            }
        }
        Ok(())
    }

    /// A target as a person types it: ids or numbers, `..` between neighbours, commas, or `all`.
    fn target(&self, version: &VersionName, typed: &str) -> Result<Target> {
        let passage = |typed: &str| self.workspace.passage(version, typed.trim());
        let one = |typed: &str| match typed.split_once("..") {
            Some((first, last)) => Ok(Target::Span(passage(first)?, passage(last)?)),
            None => passage(typed).map(Target::One),
        };
        match typed.trim() {
            "all" => Ok(Target::All),
            typed if typed.contains(',') => {
                Ok(Target::Several(typed.split(',').map(one).collect::<Result<_>>()?))
            }
            typed => one(typed),
        }
    }

    /// The submission a person means: by its file and round, or the last one of a delegation in the newest round.
    fn submission_to_add_to(&self, typed: &str) -> Result<&Filed> {
        let by_name = self.submission_named(typed);
        let Ok(code) = self.delegation(typed) else { return by_name };
        let own = |filed: &&Filed| filed.submission.delegation == code;
        let statement = |filed: &&&Filed| filed.submission.form != Form::Written;
        let all: Vec<&Filed> = self.workspace.submissions.iter().filter(own).collect();
        let last = all.iter().rev().find(statement).or(all.last());
        last.copied().ok_or_else(|| nothing_from(&code))
    }

    /// The words a comment is cut from must stand in the statement as it came.
    fn is_said(&self, filed: &Filed, words: &str) -> Result<()> {
        let submission = &filed.submission;
        let kept = submission.source.as_ref().and_then(|source| source.kept.as_ref());
        let Some(kept) = kept else { return Ok(()) };
        let path = format!("comments/{}/{}/received/{kept}", submission.workstream, submission.round);
        let Some(bytes) = self.store.bytes(&path)? else { return Ok(()) };
        // A table's words stand in its cells, which are no running text.
        let Ok(text) = crate::intake::text_of(&path, &bytes) else { return Ok(()) };
        if places(&squeezed(&text), &squeezed(words)).is_empty() {
            return Err(Error::refused(
                format!("the words `{}` do not stand in {path}", squeezed(words)),
                "copy them from there, so that the comment points back to what was said",
            ));
        }
        Ok(())
    }

    fn next_number(&self, submission: &Submission) -> u32 {
        let all = self.workspace.submissions.iter().map(|filed| &filed.submission);
        Submission::next_number(all.filter(|own| own.is_of(submission)))
    }
}

fn nothing_from(code: &DelegationCode) -> Error {
    Error::refused(
        format!("nothing was received from {code} yet"),
        format!("`travaux receive FILE --statement --delegation {code}` takes a statement in first"),
    )
}
