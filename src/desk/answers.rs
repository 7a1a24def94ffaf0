//! What became of comments: those of one delegation in full, those of all counted.

use std::collections::{BTreeMap, HashMap};

use crate::collate::{Collation, Entry, Follower};
use crate::comment::{DelegationCode, Target};
use crate::desk::comparison::Comparison;
use crate::desk::desk::cite;
use crate::desk::selection::Selected;
use crate::desk::{Desk, Selection};
use crate::draft::{Language, VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{
    AnsweredComment, AnsweredDelegation, AnsweredReport, AnswersReport, Change, EarlierAnswer, Unasked,
};

/// Whose comments, and which of them.
#[derive(Debug, Clone, Default)]
pub struct AnswersAsked {
    /// The delegation, by code or name.
    pub delegation: String,
    /// Only those on the texts of this workstream.
    pub workstream: Option<String>,
    /// Only those of this round.
    pub round: Option<String>,
    /// Only those made on this version.
    pub on: Option<String>,
    /// The version in which they are shown; the newest that continues the one commented on where none is named.
    pub within: Option<String>,
}

impl AnswersAsked {
    fn selection(&self, delegation: Option<String>) -> Selection {
        Selection {
            delegation,
            on: self.on.clone(),
            within: self.within.clone(),
            round: self.round.clone(),
            ..Selection::default()
        }
    }
}

/// Versions compared, and the changes of the passages that comments speak of: each worked out once.
#[derive(Default)]
struct Changes {
    compared: HashMap<(VersionName, VersionName, Language), Comparison>,
    changes: HashMap<(VersionName, VersionName, Language, Target), Vec<Change>>,
}

impl Desk {
    /// What became of the comments that a delegation made, alone or with others.
    pub fn answers(&self, asked: &AnswersAsked) -> Result<AnswersReport> {
        let selected = self.select(&asked.selection(Some(asked.delegation.clone())))?;
        let code = self.delegation(&asked.delegation)?;
        let follower = Follower::new(&self.workspace);
        let mut changes = Changes::default();
        let mut comments = Vec::new();
        for (now, collation) in self.where_comments_stand(&selected, asked.workstream.as_deref())? {
            for entry in self.wanted(&collation, &now, &selected) {
                comments.push(self.answered_comment(entry, &now, &code, &follower, &mut changes)?);
            }
        }
        comments.sort_by_cached_key(|one| {
            let id = &one.comment.id;
            (id.workstream.clone(), id.round.clone(), one.through.is_some(), id.clone())
        });
        let mut tally = BTreeMap::new();
        for one in &comments {
            *tally.entry(one.became()).or_default() += 1;
        }
        Ok(AnswersReport {
            about: self.about(),
            delegation: self.workspace.schedule.name_of(&code).to_owned(),
            selection: self.answers_selection(asked)?,
            tally,
            comments,
        })
    }

    /// What became of the comments of every delegation, in figures.
    pub fn answered(&self, asked: &AnswersAsked) -> Result<AnsweredReport> {
        let selected = self.select(&asked.selection(None))?;
        let mut delegations: BTreeMap<(String, DelegationCode), BTreeMap<&'static str, usize>> =
            BTreeMap::new();
        let mut tally: BTreeMap<&'static str, usize> = BTreeMap::new();
        let schedule = &self.workspace.schedule;
        for (now, collation) in self.where_comments_stand(&selected, asked.workstream.as_deref())? {
            for entry in self.wanted(&collation, &now, &selected) {
                let became = AnsweredComment::became_of(
                    entry.replaced_by.is_some(),
                    entry.filed.submission.withdrawn.is_some(),
                    entry.answer.map(|answer| answer.outcome),
                );
                *tally.entry(became).or_default() += 1;
                let mut authors: Vec<&DelegationCode> = entry.filed.submission.spoke().collect();
                authors.sort();
                authors.dedup();
                for code in authors {
                    let own =
                        delegations.entry((schedule.name_of(code).to_owned(), code.clone())).or_default();
                    *own.entry(became).or_default() += 1;
                }
            }
        }
        let delegations = delegations.into_iter().map(|((name, code), tally)| AnsweredDelegation {
            code,
            name,
            comments: tally.values().sum(),
            tally,
        });
        Ok(AnsweredReport {
            about: self.about(),
            selection: self.answers_selection(asked)?,
            comments: tally.values().sum(),
            delegations: delegations.collect(),
            tally,
            unasked: self.unasked(asked.workstream.as_deref())?,
        })
    }

    /// The versions in which comments are shown: the one asked for, or for each workstream the newest ones that
    /// continue what was commented on.
    fn where_comments_stand(
        &self,
        selected: &Selected,
        workstream: Option<&str>,
    ) -> Result<Vec<(VersionName, Collation<'_>)>> {
        let workstream = self.workstream_named(workstream)?;
        let mut versions: Vec<VersionName> = match &selected.within {
            Some(name) => vec![name.clone()],
            None => self.versions_commented_on().iter().map(|name| self.newest_continuing(name)).collect(),
        };
        versions.dedup();
        versions.retain(|name| workstream.as_ref().is_none_or(|own| name.workstream == *own));
        Ok(versions.into_iter().map(|name| (name.clone(), Collation::of(&self.workspace, &name))).collect())
    }

    fn workstream_named(&self, typed: Option<&str>) -> Result<Option<WorkstreamId>> {
        typed.map(|typed| self.workspace.schedule.named_workstream(typed)).transpose()
    }

    /// The comments of a collation that were asked for, each only in the version where it is to be shown.
    fn wanted<'c, 'w>(
        &'c self,
        collation: &'c Collation<'w>,
        now: &'c VersionName,
        selected: &'c Selected,
    ) -> impl Iterator<Item = &'c Entry<'w>> {
        collation.entries().filter(move |entry| {
            let submission = &entry.filed.submission;
            let made_on = VersionName::new(&submission.workstream, &submission.version);
            let here = selected.within.is_some() || self.newest_continuing(&made_on) == *now;
            let day = self.workspace.first_received(entry.filed, entry.comment);
            here && selected.wants(entry, self.arrival(submission, day))
        })
    }

    fn answered_comment(
        &self,
        entry: &Entry<'_>,
        now: &VersionName,
        code: &DelegationCode,
        follower: &Follower<'_>,
        changes: &mut Changes,
    ) -> Result<AnsweredComment> {
        let submission = &entry.filed.submission;
        let author = self.workspace.schedule.name_of(&submission.delegation);
        let through = match submission.delegation == *code {
            true => None,
            false if submission.on_behalf_of.contains(code) => Some(format!("joint, handed in by {author}")),
            false => Some(format!("made by {author}; aligned")),
        };
        let answers = self.workspace.answers.get(&entry.id).map_or(&[][..], |answers| &answers.answers);
        let earlier = answers.split_last().map_or(&[][..], |(_, earlier)| earlier);
        let earlier = earlier.iter().map(|answer| EarlierAnswer {
            version: answer.version.clone(),
            version_title: self.title(&answer.version),
            outcome: answer.outcome,
            response: answer.response.clone(),
        });
        let followed = follower.follow(entry.filed, entry.comment, now);
        let uptake = followed.and_then(|followed| followed.uptake);
        Ok(AnsweredComment {
            comment: self.row(entry, now),
            now_in: self.title(&now.version),
            through,
            earlier: earlier.collect(),
            uptake: uptake.map(|uptake| self.uptake_shown(&uptake, now)),
            change: self.changes_for(entry, now, changes)?,
        })
    }

    /// What became of the passages a comment speaks of.
    fn changes_for(&self, entry: &Entry<'_>, now: &VersionName, known: &mut Changes) -> Result<Vec<Change>> {
        let submission = &entry.filed.submission;
        let made_on = VersionName::new(&submission.workstream, &submission.version);
        let Some(language) = self.language_in_both(&made_on, now, entry).filter(|_| made_on != *now) else {
            return Ok(Vec::new());
        };
        let target = entry.comment.target.clone();
        let key = (made_on.clone(), now.clone(), language.clone(), target);
        if let Some(changes) = known.changes.get(&key) {
            return Ok(changes.clone());
        }
        let versions = (made_on.clone(), now.clone(), language.clone());
        if !known.compared.contains_key(&versions) {
            let compared = self.compared(&made_on, now, &language)?;
            known.compared.insert(versions.clone(), compared);
        }
        let changes =
            known.compared.get(&versions).map(|comparison| comparison.changes_of(&key.3)).unwrap_or_default();
        known.changes.insert(key, changes.clone());
        Ok(changes)
    }

    /// What was asked for besides the delegation, in words.
    fn answers_selection(&self, asked: &AnswersAsked) -> Result<String> {
        let sentence = self.select(&asked.selection(None))?.sentence(self);
        let workstream = self.workstream_named(asked.workstream.as_deref())?;
        let workstream = workstream.map(|id| format!("in {id}"));
        let said: Vec<String> =
            workstream.into_iter().chain(Some(sentence).filter(|said| !said.is_empty())).collect();
        Ok(said.join(", "))
    }

    fn unasked(&self, workstream: Option<&str>) -> Result<Vec<Unasked>> {
        let workstream = self.workstream_named(workstream)?;
        let follower = Follower::new(&self.workspace);
        let versions = self.workspace.texts.keys();
        let versions = versions.filter(|name| workstream.as_ref().is_none_or(|own| name.workstream == *own));
        let unasked = versions.filter_map(|name| {
            let ids = self.changed_unasked(&follower, name);
            let before = self.workspace.schedule.predecessor(&name.version)?;
            let (now, then) =
                (self.numbering(name), self.numbering(&VersionName::new(&name.workstream, before)));
            let passages = ids.iter().map(|id| match now.cited(id) {
                Some(_) => cite(&now, id),
                None => cite(&then, id),
            });
            (!ids.is_empty())
                .then(|| Unasked { version: self.title(&name.version), passages: passages.collect() })
        });
        Ok(unasked.collect())
    }
}
