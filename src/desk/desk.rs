//! The desk officer: one workspace, one day.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::comment::CommentId;
use crate::draft::{Giver, Language, Numbering, ParagraphId, VersionId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::report::{About, Cited};
use crate::store::{Act, Moment, Store};
use crate::workspace::Workspace;

/// Answers questions about one workspace on one day. The day is an input, never asked of a clock here.
#[derive(Debug)]
pub struct Desk {
    pub(super) store: Store,
    pub(super) workspace: Workspace,
    pub(super) today: NaiveDate,
    /// The moment at which the desk was opened, for acts.
    pub(super) now: DateTime<Utc>,
    /// The printed numbers of the versions asked about.
    numberings: RefCell<HashMap<VersionName, Rc<Numbering>>>,
}

impl Desk {
    /// Opens the workspace that a folder lies in. With `as_at`, it is read as it stood at the end of that day:
    /// from git, or for an example, whose history is not git's, by the dates of its records.
    pub fn open(from: &Path, as_at: Option<NaiveDate>, now: DateTime<Utc>) -> Result<Desk> {
        let store = Store::open(from)?;
        let workspace = store.read()?;
        let today = as_at.unwrap_or_else(|| workspace.schedule.day(now));
        let workspace = match as_at {
            Some(day) if workspace.schedule.example || !store.is_git() => workspace.as_at(day),
            Some(day) => store.read_at(&Moment::Day(day, workspace.schedule.timezone))?,
            None => workspace,
        };
        Ok(Desk { store, workspace, today, now, numberings: RefCell::default() })
    }

    /// The head of every answer.
    pub(super) fn about(&self) -> About {
        let schedule = &self.workspace.schedule;
        About {
            consultation: schedule.title.clone(),
            illustrative: schedule.example || schedule.illustrative,
            as_at: self.today,
        }
    }

    /// The newest version of a workstream that has a text.
    pub(super) fn newest(&self, workstream: &WorkstreamId) -> Option<VersionName> {
        let version = self.workspace.versions_of(workstream).pop()?;
        Some(VersionName::new(workstream, &version))
    }

    /// The newest version, or an error that says there is none.
    pub(super) fn newest_or_none(&self, workstream: &WorkstreamId) -> Result<VersionName> {
        self.newest(workstream).ok_or_else(|| {
            let first = self.workspace.schedule.versions.first();
            let version = first.map_or("first", |version| version.id.as_str());
            let original = &self.workspace.schedule.original;
            Error::refused(
                format!("workstream `{workstream}` has no text yet"),
                format!("write drafts/{workstream}/{version}/{original}.md, then `travaux save`"),
            )
        })
    }

    /// A version's name on screen: "First version".
    pub(super) fn title(&self, version: &VersionId) -> String {
        self.workspace.schedule.title_of(version).to_owned()
    }

    /// The language a person names by its code or its name, or the original one.
    pub(super) fn language(&self, named: Option<&str>) -> Result<Language> {
        let schedule = &self.workspace.schedule;
        let Some(named) = named else { return Ok(schedule.original.clone()) };
        let known = || schedule.languages.iter().map(Language::as_str);
        let called = Language::called(named);
        let meant = |language: &&Language| {
            language.as_str().eq_ignore_ascii_case(named.trim()) || Some(*language) == called.as_ref()
        };
        let found = schedule.languages.iter().find(meant);
        found.cloned().ok_or_else(|| Error::unknown("language of the consultation", named, known()))
    }

    /// Gives ids that no passage of any version of a workstream bears; a version that is to be written anew is left out.
    pub(super) fn giver(&self, workstream: &WorkstreamId, but: Option<&VersionName>) -> Giver {
        let texts = self.workspace.texts.iter();
        let own = texts.filter(|(name, _)| name.workstream == *workstream && Some(*name) != but);
        Giver::new(own.flat_map(|(_, text)| text.drafts.values()).flat_map(|draft| draft.ids().cloned()))
    }

    /// The printed numbers of a version.
    pub(super) fn numbering(&self, name: &VersionName) -> Rc<Numbering> {
        if let Some(known) = self.numberings.borrow().get(name) {
            return known.clone();
        }
        let text = self.workspace.texts.get(name);
        let numbering = text.map(|text| text.numbering(&self.workspace.schedule.original));
        let numbering = Rc::new(numbering.unwrap_or_default());
        self.numberings.borrow_mut().insert(name.clone(), numbering.clone());
        numbering
    }

    /// Hands an act to the store, in the name of whoever git says is working here.
    pub(super) fn write(&self, act: Act) -> Result<Option<String>> {
        self.writable()?;
        let when = act.when.or(Some(self.now));
        let revision = self.store.write(Act { when, ..act })?;
        Ok(revision.map(|revision| revision.id))
    }

    /// Writing is for one's own workspace, not for the example that comes with the program.
    pub(super) fn writable(&self) -> Result<()> {
        if self.workspace.schedule.example {
            return Err(Error::refused(
                "this workspace is the example that comes with travaux; nothing is written here",
                "`travaux demo DIR` lays it out in a folder of its own, where everything can be tried",
            ));
        }
        if self.store.is_bare() {
            return Err(Error::refused(
                "a bare repository has no folder to write in",
                "write in a clone of it, and push",
            ));
        }
        Ok(())
    }

    /// The name of a comment as it is cited: without its workstream where only one can be meant.
    pub(super) fn comment_name(&self, id: &CommentId) -> String {
        match self.workspace.schedule.default_workstream() {
            Some(default) if *default == id.workstream => id.short(),
            _ => id.to_string(),
        }
    }
}

/// A passage by both its names.
pub(super) fn cite(numbering: &Numbering, id: &ParagraphId) -> Cited {
    Cited { id: id.clone(), number: numbering.cited(id) }
}

/// Several passages by both their names.
pub(super) fn cite_all(numbering: &Numbering, ids: &[ParagraphId]) -> Vec<Cited> {
    ids.iter().map(|id| cite(numbering, id)).collect()
}
