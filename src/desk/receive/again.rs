//! What is on file already: the same bytes, the same words, or what a later submission replaces.

use crate::comment::{Comment, Form, Source, Submission};
use crate::desk::receive::rows::written_for;
use crate::desk::receive::{Sent, Taking};
use crate::error::{Error, Result};
use crate::intake::{TableAsked, read_table};
use crate::report::{ReceivedFile, Reception, TakenSubmission};
use crate::workspace::Filed;

/// How a submission stands to what the same delegation sent before.
pub(super) enum Found {
    /// It is another one.
    Beside,
    /// It says the same, word for word.
    Same(String),
    /// It takes an earlier one's place.
    Replaces(String),
}

impl Taking<'_> {
    /// The submission that was read from these very bytes.
    pub(super) fn with_digest(&self, digest: &str) -> Option<String> {
        let read_from = |filed: &&Filed| {
            let submission = &filed.submission;
            submission.source.as_ref().is_some_and(|source| source.digest == digest)
        };
        self.filed.iter().find(read_from).map(|filed| format!("{}-{}", filed.name(), filed.submission.round))
    }

    /// How a submission stands to those on file: it replaces one that came in a file of the same name, that it repeats
    /// in part, or that came on a form of ours as it does itself, unless a person says otherwise.
    pub(super) fn found(&self, new: &Submission, file: &str, is_form: bool) -> Result<Found> {
        let earlier: Vec<&Filed> = self.standing(new).collect();
        if let Some(named) = &self.asked.replaces {
            let known = || earlier.iter().map(|filed| filed.name());
            if !known().any(|name| name == named) {
                let kind = format!("submission of {} that still stands in this round", new.delegation);
                return Err(Error::unknown(kind, named.as_str(), known()));
            }
            return Ok(Found::Replaces(named.clone()));
        }
        let repeats = |filed: &Filed| {
            let comments = &filed.submission.comments;
            new.comments.iter().filter(|own| comments.iter().any(|one| own.same_words(one))).count()
        };
        if let Some(same) = earlier.iter().find(|filed| {
            let said = filed.submission.comments.len();
            said > 0 && said == new.comments.len() && repeats(filed) == said
        }) {
            return Ok(Found::Same(same.name().to_owned()));
        }
        if self.asked.beside {
            return Ok(Found::Beside);
        }
        let of_same_name = |filed: &&&Filed| {
            filed.submission.source.as_ref().is_some_and(|source| source.name == file)
                && filed.submission.on_behalf_of == new.on_behalf_of
                && filed.submission.language == new.language
        };
        let of_our_form = |filed: &&&Filed| is_form && self.came_as_a_form(filed, new);
        let most = earlier.iter().filter(|filed| repeats(filed) > 0).max_by_key(|filed| repeats(filed));
        let replaced = earlier.iter().rev().find(of_same_name).or(most);
        let replaced = replaced.or_else(|| earlier.iter().rev().find(of_our_form));
        Ok(replaced.map_or(Found::Beside, |filed| Found::Replaces(filed.name().to_owned())))
    }

    /// Whether a submission came on a form of ours for the version on which another one speaks: the form says that,
    /// sent again, it takes the earlier one's place.
    fn came_as_a_form(&self, filed: &Filed, new: &Submission) -> bool {
        let earlier = &filed.submission;
        let kept = earlier.source.as_ref().and_then(|source| source.kept.as_ref());
        let Some(path) = kept.map(|kept| format!("{}/received/{kept}", folder(earlier))) else {
            return false;
        };
        let taken_now = self.act.files.get(&path).cloned().flatten();
        let bytes = taken_now.or_else(|| self.desk.store.bytes(&path).ok().flatten());
        let table = bytes.and_then(|bytes| read_table(&path, &bytes, &TableAsked::default()).ok());
        earlier.version == new.version
            && earlier.on_behalf_of == new.on_behalf_of
            && earlier.language == new.language
            && table.is_some_and(|table| written_for(&table).is_some())
    }

    /// What the same delegation sent in this round and did not replace or take back.
    fn standing<'a>(&'a self, new: &'a Submission) -> impl Iterator<Item = &'a Filed> {
        let all = self.filed.iter().filter(|filed| filed.submission.is_of(new));
        let replaced: Vec<&str> =
            all.clone().filter_map(|filed| filed.submission.replaces.as_deref()).collect();
        all.filter(move |filed| !replaced.contains(&filed.name()) && filed.submission.withdrawn.is_none())
    }

    /// Puts a submission on file, numbered, its bytes kept once; gives the name it gets.
    pub(super) fn take(
        &mut self,
        sent: &Sent,
        mut new: Submission,
        found: &Found,
        kept_as: Option<&str>,
        received: &mut ReceivedFile,
    ) -> Result<Option<String>> {
        if let Found::Same(name) = found {
            if received.submissions.is_empty() {
                received.reception = Reception::Same(name.clone());
            }
            return Ok(None);
        }
        let name = self.next_name(&new);
        let beside: Vec<String> = self.standing(&new).map(|filed| filed.name().to_owned()).collect();
        let bytes = format!(
            "{}.{}",
            kept_as.unwrap_or(&name),
            if sent.ending().is_empty() { "txt".into() } else { sent.ending() }
        );
        let replaced = match found {
            Found::Replaces(earlier) => Some(earlier.clone()),
            _ => None,
        };
        let elsewhere = self.leave_out_what_stands(&mut new, replaced.as_deref());
        let repeated = self.number(&mut new, replaced.as_deref());
        new.replaces.clone_from(&replaced);
        for aligned in &self.asked.aligned {
            new.aligned.push(self.desk.written(aligned)?);
        }
        if new.question.is_none() {
            new.question = self.asked.question.clone();
        }
        let folder = folder(&new);
        let version = self.desk.title(&new.version);
        let after_the_round = self.desk.arrival(&new, new.received).after_the_round;
        new.source = Some(Source { name: sent.name(), digest: sent.digest(), kept: Some(bytes.clone()) });
        let path = format!("{folder}/{name}.toml");
        self.act.files.insert(path.clone(), Some(new.print().into_bytes()));
        self.act.files.insert(format!("{folder}/received/{bytes}"), Some(sent.bytes.clone()));
        let schedule = &self.desk.workspace.schedule;
        received.reception = Reception::Taken;
        received.submissions.push(TakenSubmission {
            name: name.clone(),
            workstream: new.workstream.clone(),
            round: new.round.clone(),
            version,
            received: new.received,
            after_the_round,
            delegation: new.delegation.clone(),
            delegation_name: schedule.name_of(&new.delegation).to_owned(),
            on_behalf_of: new.on_behalf_of.iter().map(|code| schedule.name_of(code).to_owned()).collect(),
            statement: new.form != Form::Written,
            language: new.language.clone(),
            comments: new.comments.len(),
            repeated,
            elsewhere,
            beside: if replaced.is_some() { Vec::new() } else { beside },
            replaces: replaced,
        });
        self.filed.push(Filed { path, submission: new });
        Ok(Some(name))
    }

    /// The file name a further submission gets: `XAA`, `XAA-2`.
    fn next_name(&self, new: &Submission) -> String {
        let taken = self.filed.iter().filter(|filed| filed.submission.is_of(new));
        let last =
            taken.map(|filed| filed.name().rsplit_once('-').map_or(1, |(_, nth)| nth.parse().unwrap_or(1)));
        match last.max() {
            None => new.delegation.to_string(),
            Some(last) => format!("{}-{}", new.delegation, last + 1),
        }
    }

    /// Leaves out what stands on file word for word in another submission of the delegation: a row that was
    /// corrected and sent alone, and then again with the whole table. Gives how many those are.
    fn leave_out_what_stands(&self, new: &mut Submission, replaced: Option<&str>) -> usize {
        let others = self.standing(new).filter(|filed| Some(filed.name()) != replaced);
        let on_file: Vec<Comment> =
            others.flat_map(|filed| filed.submission.comments.iter().cloned()).collect();
        let before = new.comments.len();
        new.comments.retain(|own| !on_file.iter().any(|one| one.target == own.target && one.same_words(own)));
        before - new.comments.len()
    }

    /// Numbers run on through all submissions of a delegation in a round; what is repeated word for word from the
    /// one replaced keeps its number. Gives how many those are.
    fn number(&self, new: &mut Submission, replaced: Option<&str>) -> usize {
        let own = self.filed.iter().filter(|filed| filed.submission.is_of(new));
        let mut next = Submission::next_number(own.clone().map(|filed| &filed.submission));
        let replaced = own.filter(|filed| Some(filed.name()) == replaced);
        let mut earlier: Vec<&Comment> = replaced.flat_map(|filed| &filed.submission.comments).collect();
        let mut repeated = 0;
        for comment in &mut new.comments {
            match earlier.iter().position(|one| one.same_words(comment) && one.target == comment.target) {
                Some(at) => {
                    // What a person corrected in the reading stays corrected.
                    *comment = earlier.remove(at).clone();
                    repeated += 1;
                }
                None => {
                    comment.no = next;
                    next += 1;
                }
            }
        }
        repeated
    }
}

/// The folder of a submission's round.
fn folder(submission: &Submission) -> String {
    format!("comments/{}/{}", submission.workstream, submission.round)
}
