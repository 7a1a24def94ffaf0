//! Which comments a person wants to see.

use crate::anchor::Anchoring;
use crate::collate::Entry;
use crate::comment::{Action, Comment, DelegationCode, Kind, Outcome, RoundId};
use crate::desk::Desk;
use crate::desk::lateness::Arrival;
use crate::draft::{Language, ParagraphId, VersionName};
use crate::error::{Error, Result};
use crate::text::{Search, listed, nearest};

/// What a person asked for, as typed; everything left out does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// A passage, by id or number.
    pub paragraph: Option<String>,
    /// The version the comments were made on.
    pub on: Option<String>,
    /// The version in which they are shown.
    pub within: Option<String>,
    /// A delegation, by code or name.
    pub delegation: Option<String>,
    /// A round.
    pub round: Option<String>,
    /// The guiding question answered.
    pub question: Option<String>,
    /// What sort of comment.
    pub kind: Option<Kind>,
    /// What it asks.
    pub action: Option<Action>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// The language it came in.
    pub language: Option<String>,
    /// Only those that say these words.
    pub search: Option<String>,
    /// Only those that arrived after an announced deadline.
    pub late: bool,
    /// Only those that lost their passage.
    pub orphaned: bool,
    /// Only those without an answer.
    pub unanswered: bool,
    /// Only those that arrived after the round.
    pub after_the_round: bool,
    /// Only those whose place a person has to say.
    pub unplaced: bool,
    /// By delegation instead of by paragraph.
    pub by_delegation: bool,
}

impl Selection {
    /// Whether it leaves nothing out, in whatever order.
    pub fn is_all(&self) -> bool {
        *self == Selection { by_delegation: self.by_delegation, ..Selection::default() }
    }
}

/// A selection whose names were found.
#[derive(Debug, Default)]
pub(super) struct Selected {
    pub(super) on: Option<VersionName>,
    pub(super) within: Option<VersionName>,
    pub(super) paragraph: Option<ParagraphId>,
    delegation: Option<DelegationCode>,
    round: Option<RoundId>,
    question: Option<String>,
    language: Option<Language>,
    search: Option<Search>,
    asked: Selection,
}

impl Desk {
    /// Whether a name is that of a workstream.
    pub fn is_workstream(&self, typed: &str) -> bool {
        self.workspace.schedule.named_workstream(typed).is_ok()
    }

    /// Whether a name is that of a comment, or was clearly to be one: `XAA-r4-99`.
    pub fn is_comment(&self, typed: &str) -> bool {
        let bare = typed.rsplit_once('/').map_or(typed, |(_, bare)| bare);
        self.workspace.named_comment(typed).is_ok() || bare.matches('-').count() >= 2
    }

    /// Whether a name is that of a delegation and of no paragraph, or was probably to be one.
    pub fn is_delegation(&self, typed: &str) -> bool {
        let near = || nearest(typed, self.codes_and_names()).is_some();
        let meant = || self.delegation(typed).is_ok() || (ParagraphId::typed(typed).is_none() && near());
        self.passage_in_any(typed, None).is_err() && meant()
    }

    /// Finds every name of a selection, or says which one nobody knows.
    pub(super) fn select(&self, asked: &Selection) -> Result<Selected> {
        let version = |typed: &Option<String>| typed.as_ref().map(|typed| self.stated(typed)).transpose();
        let on = version(&asked.on)?.map(|stated| stated.name);
        let within = version(&asked.within)?.map(|stated| stated.name);
        let paragraph = match &asked.paragraph {
            Some(typed) => Some(self.passage_in_any(typed, within.as_ref().or(on.as_ref()))?),
            None => None,
        };
        let question = asked.question.as_deref().map(|typed| self.question(typed)).transpose()?;
        let search = match asked.search.as_deref() {
            Some(typed) => Some(Search::new(typed).ok_or_else(|| {
                Error::refused(
                    format!("`{typed}` holds no word to look for"),
                    "name words, or a phrase in quotation marks",
                )
            })?),
            None => None,
        };
        Ok(Selected {
            search,
            paragraph,
            delegation: asked.delegation.as_deref().map(|typed| self.delegation(typed)).transpose()?,
            round: asked.round.as_deref().map(|typed| self.round(typed)).transpose()?,
            question,
            language: asked.language.as_deref().map(|typed| self.language(Some(typed))).transpose()?,
            on,
            within,
            asked: asked.clone(),
        })
    }

    /// A passage of the version named, or of any version from the newest back.
    fn passage_in_any(&self, typed: &str, version: Option<&VersionName>) -> Result<ParagraphId> {
        if let Some(name) = version {
            return self.workspace.passage(name, typed);
        }
        let workstream =
            self.workspace.workstream(typed.split_once('/').map(|(workstream, _)| workstream))?;
        let mut versions = self.workspace.versions_of(&workstream);
        let newest = self.newest_or_none(&workstream)?;
        let named = self.workspace.passage(&newest, typed);
        versions.pop();
        named.or_else(|unknown| {
            let earlier = versions.iter().rev().map(|version| VersionName::new(&workstream, version));
            let mut found = earlier.filter_map(|name| self.workspace.passage(&name, typed).ok());
            found.next().ok_or(unknown)
        })
    }
}

impl Selected {
    /// Whether an entry is wanted.
    pub(super) fn wants(&self, entry: &Entry<'_>, arrival: Arrival) -> bool {
        let submission = &entry.filed.submission;
        let asked = &self.asked;
        let outcome = entry.answer.map_or(Outcome::Open, |answer| answer.outcome);
        let on = self.on.as_ref();
        on.is_none_or(|on| submission.workstream == on.workstream && submission.version == on.version)
            && self.delegation.as_ref().is_none_or(|code| submission.spoke().any(|spoke| spoke == code))
            && self.round.as_ref().is_none_or(|round| submission.round == *round)
            && self.language.as_ref().is_none_or(|language| submission.language == *language)
            && self.question.as_ref().is_none_or(|wanted| submission.answers(entry.comment) == Some(wanted))
            && asked.kind.is_none_or(|kind| entry.comment.kind == kind)
            && asked.action.is_none_or(|action| entry.comment.action == action)
            && asked.outcome.is_none_or(|wanted| outcome == wanted)
            && (!asked.orphaned || entry.anchoring == Anchoring::Orphaned)
            && self.search.as_ref().is_none_or(|search| search.finds(said(entry.comment)))
            && (!asked.unanswered || entry.is_unanswered())
            && (!asked.after_the_round || arrival.after_the_round == Some(true))
            && (!asked.late || arrival.late == Some(true))
            && (!asked.unplaced || entry.needs_a_person())
            && self.paragraph.as_ref().is_none_or(|id| speaks_of(entry, id))
    }

    /// What was asked for, in words.
    pub(super) fn sentence(&self, desk: &Desk) -> String {
        let asked = &self.asked;
        let title = |name: &VersionName| desk.title(&name.version).to_lowercase();
        let facts = [
            self.paragraph.as_ref().map(|id| format!("on {id}")),
            self.on.as_ref().map(|name| format!("on the {}", title(name))),
            self.within.as_ref().map(|name| format!("as they stand in the {}", title(name))),
            self.delegation.as_ref().map(|code| format!("by {}", desk.workspace.schedule.name_of(code))),
            self.round.as_ref().map(|round| format!("of {round}")),
            self.question.as_ref().map(|question| format!("that answer {question}")),
            asked.kind.map(|kind| format!("of type {kind}")),
            asked.action.map(|action| format!("that ask to {action}")),
            asked.outcome.map(|outcome| format!("with outcome “{}”", outcome.on_screen())),
            self.language.as_ref().map(|language| format!("in {language}")),
            asked.search.as_ref().map(|words| format!("that say `{words}`")),
            asked.late.then(|| "received after the deadline".to_owned()),
            asked.orphaned.then(|| "whose passage is gone".to_owned()),
            asked.unanswered.then(|| "without an answer".to_owned()),
            asked.after_the_round.then(|| "received after the round".to_owned()),
            asked.unplaced.then(|| "that a person has to place".to_owned()),
        ];
        listed(&facts.into_iter().flatten().collect::<Vec<_>>()).replace(" and ", ", ")
    }
}

/// Everything a comment says, in every language it stands in.
fn said(comment: &Comment) -> impl Iterator<Item = &str> {
    let texts = [&comment.quote, &comment.proposal, &comment.comment, &comment.translation, &comment.stated];
    texts.into_iter().flatten().map(String::as_str)
}

/// Whether a comment was made on a passage or stands on it.
pub(super) fn speaks_of(entry: &Entry<'_>, id: &ParagraphId) -> bool {
    let made_on = entry.comment.target.ids();
    made_on.into_iter().chain(entry.anchoring.passages()).any(|own| id.covers(own))
}
