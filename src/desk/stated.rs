//! A version as a person names it, where a revision may stand too: `second`, `second@HEAD~3`, `second@2026-05-20`.

use std::rc::Rc;

use crate::desk::Desk;
use crate::draft::{Draft, Language, Numbering, ParagraphId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::store::Moment;
use crate::text::{counted, nearest, within_sentence};

/// A version, now or at a revision.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// The version.
    pub(super) name: VersionName,
    /// The revision, as typed; absent for the text in the folder.
    pub(super) at: Option<String>,
    /// How it is called on screen.
    pub(super) title: String,
}

/// What the words of a command name: versions, then perhaps a passage.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The versions, as typed.
    pub(super) versions: Vec<String>,
    /// The passage, as typed, its workstream left off.
    pub(super) passage: Option<String>,
    /// The workstream meant.
    pub(super) workstream: WorkstreamId,
}

impl Desk {
    /// Sorts the words of a command into versions, `most` at the most, and a passage, which comes last; or one
    /// workstream.
    pub(super) fn named(&self, typed: &[String], most: usize) -> Result<Named> {
        if let [one] = typed
            && self.is_workstream(one)
        {
            let workstream = self.workspace.workstream(Some(one))?;
            return Ok(Named { versions: Vec::new(), passage: None, workstream });
        }
        let (mut versions, mut passage) = (typed, None);
        if let Some((last, before)) = typed.split_last()
            && (typed.len() > most || !self.is_version(last))
            && !self.is_meant_as_version(last)
        {
            (versions, passage) = (before, Some(last.as_str()));
        }
        for version in versions {
            self.stated(version)?;
        }
        if let Some(extra) = versions.get(most) {
            return Err(Error::refused(
                format!("`{extra}` is one name too many"),
                format!("name {} at the most, and then a paragraph", counted(most, "version")),
            ));
        }
        let prefix = passage.and_then(|passage| passage.split_once('/'));
        let workstream = match versions.first() {
            Some(version) => self.stated(version)?.name.workstream,
            None => self.workspace.workstream(prefix.map(|(workstream, _)| workstream))?,
        };
        let passage = passage.map(|passage| prefix.map_or(passage, |(_, bare)| bare).to_owned());
        Ok(Named { versions: versions.to_vec(), passage, workstream })
    }

    /// The workstream and perhaps the version that a person names, by words or by a paragraph in one (`aid/D2`).
    pub(super) fn text_meant(
        &self,
        names: &[String],
        paragraph: Option<&str>,
    ) -> Result<(WorkstreamId, Option<VersionName>)> {
        let of_paragraph =
            paragraph.and_then(|typed| typed.split_once('/')).map(|(workstream, _)| workstream);
        match names {
            [] => Ok((self.workspace.workstream(of_paragraph)?, None)),
            [one] if self.is_workstream(one) => Ok((self.workspace.workstream(Some(one))?, None)),
            [version] => {
                self.stated(version).map(|stated| (stated.name.workstream.clone(), Some(stated.name)))
            }
            [workstream, version, ..] => {
                let name = self.stated(&format!("{workstream}/{version}"))?.name;
                Ok((name.workstream.clone(), Some(name)))
            }
        }
    }

    pub(super) fn is_version(&self, typed: &str) -> bool {
        let name = typed.split_once('@').map_or(typed, |(name, _)| name);
        self.workspace.version(name).is_ok()
    }

    /// Whether a name that nobody knows was probably to be a version: it names a revision, or is near to one.
    pub(super) fn is_meant_as_version(&self, typed: &str) -> bool {
        let bare = typed.rsplit_once('/').map_or(typed, |(_, bare)| bare);
        let known = self.workspace.schedule.versions.iter().map(|version| version.id.as_str());
        let near = || bare.len() > 3 && nearest(bare, known).is_some();
        typed.contains('@') || (ParagraphId::typed(bare).is_none() && near())
    }

    /// Reads what a person typed.
    pub(super) fn stated(&self, typed: &str) -> Result<Stated> {
        let (name, at) = match typed.split_once('@') {
            Some((name, at)) => (name, Some(at.to_owned())),
            None => (typed, None),
        };
        let name = self.workspace.version(name)?;
        if at.is_none() && !self.workspace.texts.contains_key(&name) {
            let known = self.workspace.versions_of(&name.workstream);
            let known: Vec<&str> = known.iter().map(|version| version.as_str()).collect();
            let known = if known.is_empty() { "no version yet".to_owned() } else { known.join(", ") };
            return Err(Error::refused(
                format!("`{name}` has no text yet"),
                format!("the workstream has {known}; `travaux start {name}` begins a version"),
            ));
        }
        let mut title = self.title(&name.version);
        if let Some(at) = &at {
            title.push_str(&format!(" at {at}"));
        }
        Ok(Stated { name, at, title })
    }

    /// The text of a stated version in one language; an error names the languages there are.
    pub(super) fn draft_of(&self, stated: &Stated, language: &Language) -> Result<Draft> {
        let found = self.draft_if_any(stated, language)?;
        found.ok_or_else(|| self.no_text(&stated.name, &stated.title, language))
    }

    /// That a version has no text in a language, and in which it has.
    pub(super) fn no_text(&self, name: &VersionName, title: &str, language: &Language) -> Error {
        let text = self.workspace.texts.get(name);
        let known: Vec<&str> =
            text.iter().flat_map(|text| text.drafts.keys()).map(Language::as_str).collect();
        Error::refused(
            format!("the {} has no text in {language}", within_sentence(title)),
            format!("languages there: {}", known.join(", ")),
        )
    }

    pub(super) fn draft_if_any(&self, stated: &Stated, language: &Language) -> Result<Option<Draft>> {
        match &stated.at {
            None => Ok(self.workspace.draft(&stated.name, language).cloned()),
            Some(at) => {
                let moment = Moment::parse(at, self.workspace.schedule.timezone);
                self.store.draft_at(&stated.name, language, &moment)
            }
        }
    }

    /// The printed numbers of a stated version.
    pub(super) fn numbering_of(&self, stated: &Stated) -> Result<Rc<Numbering>> {
        if stated.at.is_none() {
            return Ok(self.numbering(&stated.name));
        }
        let labels = self.workspace.texts.get(&stated.name).map(|text| text.record.labels.clone());
        let ruling = self.draft_if_any(stated, &self.workspace.schedule.original.clone())?;
        let numbering = ruling.map(|draft| Numbering::of(&draft, &labels.unwrap_or_default()));
        Ok(Rc::new(numbering.unwrap_or_default()))
    }
}
