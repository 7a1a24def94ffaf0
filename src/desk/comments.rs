//! Lists comments, and shows one in full.

use crate::anchor::{Anchoring, named_in, places};
use crate::collate::{Carrier, Collation, Entry};
use crate::comment::{Submission, Target};
use crate::desk::comparison::Comparison;
use crate::desk::desk::cite_all;
use crate::desk::selection::Selected;
use crate::desk::{Desk, Selection};
use crate::draft::{Draft, Language, VersionName};
use crate::error::{Error, Result};
use crate::report::{CommentDetail, CommentRow, CommentsReport, Stands};

impl Desk {
    /// The comments a person asked for: general ones first, then by paragraph, then by delegation. Each stands
    /// where it was made, or in the version named by `within`.
    pub fn comments(&self, asked: &Selection) -> Result<CommentsReport> {
        let selected = self.select(asked)?;
        let versions = match &selected.within {
            Some(name) => vec![name.clone()],
            None => self.versions_commented_on(),
        };
        let mut rows = Vec::new();
        let of = self.chosen(&selected, &versions, |entry, name| rows.push(self.row(entry, name)));
        if asked.by_delegation {
            rows.sort_by(|a, b| (&a.delegation_name, &a.id).cmp(&(&b.delegation_name, &b.id)));
        }
        Ok(CommentsReport { about: self.about(), selection: selected.sentence(self), of, comments: rows })
    }

    /// Hands over the comments that a selection wants, version by version in the order of the collation, and tells how
    /// many there are in all. Where the selection names no version in which they are shown, each stands once, in the
    /// version it was made on.
    pub(super) fn chosen<'d>(
        &'d self,
        selected: &Selected,
        versions: &[VersionName],
        mut each: impl FnMut(&Entry<'d>, &VersionName),
    ) -> usize {
        let mut of = 0;
        for name in versions {
            let collation = Collation::of(&self.workspace, name);
            let own = |entry: &&Entry<'_>| {
                selected.within.is_some() || entry.filed.submission.version == name.version
            };
            for entry in collation.entries().filter(own) {
                of += 1;
                let day = self.workspace.first_received(entry.filed, entry.comment);
                if selected.wants(entry, self.arrival(&entry.filed.submission, day)) {
                    each(entry, name);
                }
            }
        }
        of
    }

    /// One comment in full, with its paragraph then and now.
    pub fn comment(&self, typed: &str, within: Option<&str>) -> Result<CommentDetail> {
        let id = self.workspace.named_comment(typed)?;
        let (filed, comment) =
            self.workspace.comment(&id).expect("a named comment is one that the workspace holds");
        let made_on = VersionName::new(&id.workstream, &filed.submission.version);
        let now = match within {
            Some(typed) => self.stated(typed)?.name,
            None => self.newest_continuing(&made_on),
        };
        let anchoring = Carrier::new(&self.workspace, &now).stands(filed, comment).ok_or_else(|| {
            Error::refused(
                format!("`{now}` does not continue `{made_on}`, on which {typed} was made"),
                format!("name a version that does, as in `--in {}`", made_on.version),
            )
        })?;
        let answer = self.workspace.answers.get(&id).and_then(|answers| answers.standing());
        let replaced_by = self.workspace.replaced_by(filed);
        let entry = Entry { id, filed, comment, anchoring, answer, replaced_by };
        let change = self.change_of(&made_on, &now, &entry)?;
        Ok(CommentDetail {
            about: self.about(),
            comment: self.row(&entry, &now),
            now_in: self.title(&now.version),
            change,
        })
    }

    /// Two versions held against each other in one language.
    pub(super) fn compared(
        &self,
        made_on: &VersionName,
        now: &VersionName,
        language: &Language,
    ) -> Result<Comparison> {
        let (before, after) = (self.stated(&made_on.to_string())?, self.stated(&now.to_string())?);
        self.compare(before, after, language.clone())
    }

    /// The newest version that continues one, or that one itself where none has a text.
    pub(super) fn newest_continuing(&self, made_on: &VersionName) -> VersionName {
        let versions = self.workspace.versions_of(&made_on.workstream).into_iter().rev();
        let mut continuing =
            versions.filter(|version| self.workspace.schedule.way(&made_on.version, version).is_some());
        let newest = continuing.next().map(|version| VersionName::new(&made_on.workstream, &version));
        newest.unwrap_or_else(|| made_on.clone())
    }

    /// The versions on which comments were made, workstream by workstream.
    pub(super) fn versions_commented_on(&self) -> Vec<VersionName> {
        let schedule = &self.workspace.schedule;
        let all = schedule.workstreams.iter().flat_map(|workstream| {
            schedule.versions.iter().map(|version| VersionName::new(&workstream.id, &version.id))
        });
        all.filter(|name| self.is_commented_on(name)).collect()
    }

    /// Whether anything was received on a version.
    pub(super) fn is_commented_on(&self, name: &VersionName) -> bool {
        let on = |submission: &Submission| {
            submission.workstream == name.workstream && submission.version == name.version
        };
        self.workspace.submissions.iter().any(|filed| on(&filed.submission))
    }

    /// A comment as answers hold it, standing in a version.
    pub(super) fn row(&self, entry: &Entry<'_>, within: &VersionName) -> CommentRow {
        let (submission, comment) = (&entry.filed.submission, entry.comment);
        let schedule = &self.workspace.schedule;
        let received = self.workspace.first_received(entry.filed, comment);
        let arrival = self.arrival(submission, received);
        let made_on = self.numbering(&VersionName::new(&submission.workstream, &submission.version));
        let number = match &comment.target {
            Target::One(id) => made_on.cited(id),
            Target::All | Target::Unread | Target::Span(..) | Target::Several(_) => None,
        };
        let name = |code: &crate::comment::DelegationCode| schedule.name_of(code).to_owned();
        CommentRow {
            id: entry.id.clone(),
            cited_as: self.comment_name(&entry.id),
            delegation: submission.delegation.clone(),
            delegation_name: name(&submission.delegation),
            on_behalf_of: submission.on_behalf_of.iter().map(name).collect(),
            aligned: submission.aligned.iter().map(name).collect(),
            round: submission.round.clone(),
            version: self.title(&submission.version),
            version_id: submission.version.clone(),
            received,
            after_the_round: arrival.after_the_round,
            late: arrival.late,
            language: submission.language.clone(),
            question: submission.answers(comment).cloned(),
            paragraph: comment.target.to_string(),
            number,
            cited: comment.cited.clone(),
            quote: comment.quote.clone(),
            kind: comment.kind,
            action: comment.action,
            proposal: comment.proposal.clone(),
            to: comment.to.as_ref().map(ToString::to_string),
            comment: comment.comment.clone(),
            translation: comment.translation.clone(),
            stated: comment.stated.clone(),
            supports: comment.supports.clone(),
            reacts_to: comment.reacts_to.clone(),
            stands: self.stands(entry, within),
            outcome: entry.answer.map(|answer| answer.outcome),
            answered_in: entry.answer.map(|answer| self.title(&answer.version)),
            shown_in: entry.answer.map(|answer| answer.paragraphs.clone()).unwrap_or_default(),
            response: entry.answer.and_then(|answer| answer.response.clone()),
            see: entry.answer.and_then(|answer| answer.see.clone()),
            unanswered: entry.is_unanswered(),
            withdrawn: submission.withdrawn,
            replaced_by: entry.replaced_by.map(|filed| filed.name().to_owned()),
        }
    }

    pub(super) fn stands(&self, entry: &Entry<'_>, within: &VersionName) -> Stands {
        let submission = &entry.filed.submission;
        let language = submission.quoted_language(entry.comment);
        let ruling =
            self.workspace.texts.get(within).and_then(|text| text.ruling(&self.workspace.schedule.original));
        let draft: Option<&Draft> = self.workspace.draft(within, language).or(ruling);
        let words = entry.anchoring.spots().iter().filter_map(|spot| {
            let text = &draft?.get(&spot.paragraph)?.text;
            text.get(spot.span.clone()?).map(str::to_owned)
        });
        let passages: Vec<_> = entry.anchoring.passages().into_iter().cloned().collect();
        Stands {
            standing: entry.anchoring.word(),
            needs_a_person: entry.needs_a_person(),
            why: self.why(entry, within),
            passages: cite_all(&self.numbering(within), &passages),
            words: words.collect(),
        }
    }

    /// Why a person is needed, or why the words a comment quotes are not shown.
    fn why(&self, entry: &Entry<'_>, within: &VersionName) -> Option<String> {
        let made_on = &entry.filed.submission.version;
        let target = &entry.comment.target;
        let then = self.title(made_on).to_lowercase();
        let now = self.title(&within.version).to_lowercase();
        match &entry.anchoring {
            Anchoring::Unplaced if *target == Target::Unread => {
                Some(format!("`{}` could not be read", entry.comment.cited.as_deref().unwrap_or("?")))
            }
            Anchoring::Unplaced => Some(format!("{target} is not in the {then}")),
            Anchoring::Orphaned => Some(format!("{target} does not live on in the {now}")),
            Anchoring::Ambiguous(spots) => Some(format!("its words fit {} places", spots.len())),
            Anchoring::Paragraph(_) if entry.comment.quote.is_some() => Some(if self.misquoted(entry) {
                format!("the words it quotes are not in {target}")
            } else {
                "the words it quotes are gone".to_owned()
            }),
            Anchoring::Placed(spots) if spots.is_empty() => {
                Some("a person decided that nothing continues it".to_owned())
            }
            _ => None,
        }
    }

    /// Whether the words a comment quotes never stood in the passage it names, by the text it was made on.
    fn misquoted(&self, entry: &Entry<'_>) -> bool {
        let (submission, comment) = (&entry.filed.submission, entry.comment);
        let name = VersionName::new(&submission.workstream, &submission.version);
        let text = self.workspace.draft(&name, submission.quoted_language(comment));
        let Some((draft, quote)) = text.zip(comment.quote.as_deref()) else { return false };
        named_in(draft, &comment.target).is_some_and(|own| places(&draft.joined(&own).text, quote).is_empty())
    }
}
