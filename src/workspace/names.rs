//! What a person typed, found among what the workspace holds.

use crate::comment::CommentId;
use crate::draft::{ParagraphId, VersionId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

impl Workspace {
    /// The workstream a person means: the one named, or the only one that can be meant.
    pub fn workstream(&self, named: Option<&str>) -> Result<WorkstreamId> {
        match named {
            Some(name) => self.schedule.named_workstream(name),
            None => self.schedule.default_workstream().cloned().ok_or_else(|| {
                let known: Vec<&str> = self.schedule.workstreams.iter().map(|w| w.id.as_str()).collect();
                let example = known.first().copied().unwrap_or("ict");
                Error::refused(
                    format!("several workstreams could be meant: {}", known.join(", ")),
                    format!(
                        "name one, as in `{example}/first`, or set `default-workstream` in schedule.toml"
                    ),
                )
            }),
        }
    }

    /// A version a person names: `first`, `ict/first`.
    pub fn version(&self, typed: &str) -> Result<VersionName> {
        let (workstream, version) = match typed.split_once('/') {
            Some((workstream, version)) => (Some(workstream), version),
            None => (None, typed),
        };
        let workstream = self.workstream(workstream)?;
        let version = self.schedule.named_version(version)?;
        Ok(VersionName::new(&workstream, &version))
    }

    /// The versions of a workstream that have a text, in the schedule's order.
    pub fn versions_of(&self, workstream: &WorkstreamId) -> Vec<VersionId> {
        let versions = self.schedule.versions.iter().map(|version| &version.id);
        versions
            .filter(|version| self.texts.contains_key(&VersionName::new(workstream, version)))
            .cloned()
            .collect()
    }

    /// The passage of one version a person names: by id in any case, or by its printed number.
    pub fn passage(&self, name: &VersionName, typed: &str) -> Result<ParagraphId> {
        let bare = typed.rsplit_once('/').map_or(typed, |(_, bare)| bare);
        let text = self.texts.get(name);
        let original = &self.schedule.original;
        let by_number = text.and_then(|text| text.numbering(original).find(bare));
        let known: Vec<&ParagraphId> = text
            .and_then(|text| text.ruling(original))
            .map(|draft| draft.ids().collect())
            .unwrap_or_default();
        let by_id = ParagraphId::typed(bare).filter(|id| known.contains(&id));
        by_id.or(by_number).ok_or_else(|| {
            let title = self.schedule.title_of(&name.version).to_lowercase();
            Error::unknown(format!("paragraph of the {title}"), typed, known.iter().map(|id| id.as_str()))
        })
    }

    /// A comment a person names.
    pub fn named_comment(&self, typed: &str) -> Result<CommentId> {
        let default = self.workstream(None).or_else(|unclear| match typed.split_once('/') {
            Some((workstream, _)) => self.workstream(Some(workstream)),
            None => Err(unclear),
        })?;
        let known: Vec<CommentId> = self.comments().map(|(filed, c)| filed.submission.id(c)).collect();
        let id = CommentId::parse(typed, &default).filter(|id| known.contains(id));
        id.ok_or_else(|| {
            let known: Vec<String> = known
                .iter()
                .map(|id| if id.workstream == default { id.short() } else { id.to_string() })
                .collect();
            Error::unknown("comment", typed, known.iter().map(String::as_str))
        })
    }
}
