//! The seals of circulated versions: annotated tags.

use std::path::Path;

use chrono::{DateTime, Utc};
use git2::{Oid, Tag};

use crate::draft::{Language, VersionId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::decoding::digest;
use crate::store::failure::git;
use crate::store::git::Git;
use crate::store::revision::moment;
use crate::store::snapshot::{self, blob};
use crate::store::source::Kind;

/// An annotated tag that seals what was circulated: `ict/first`, and `ict/first-zh` for a translation that
/// was issued later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The tag: `ict/first`, `ict/first-zh`.
    pub name: String,
    /// The commit it stands on, 40 hexadecimal digits.
    pub commit: String,
    /// When it was set.
    pub when: DateTime<Utc>,
    /// What it says.
    pub message: String,
}

impl Seal {
    /// Whether it seals a version as a whole, or one language of it.
    ///
    /// Only the schedule knows whether `first-zh` is a version or a language of one, so the version is asked for.
    pub fn is_of(&self, version: &VersionName, language: Option<&Language>) -> bool {
        match language {
            None => self.name == version.to_string(),
            Some(language) => self.name == format!("{version}-{language}"),
        }
    }
}

impl Store {
    /// The seals, by name; none before the first commit and outside git. Lightweight tags are no seals.
    pub fn seals(&self) -> Result<Vec<Seal>> {
        let Some(repository) = &self.git else { return Ok(Vec::new()) };
        let mut found: Vec<(Oid, String)> = Vec::new();
        let look = repository.repo.tag_foreach(|id, name| {
            let name = std::str::from_utf8(name).ok().and_then(|name| name.strip_prefix("refs/tags/"));
            found.extend(name.filter(|name| follows_grammar(name)).map(|name| (id, name.to_owned())));
            true
        });
        look.map_err(git("list the tags"))?;
        found.sort_by(|a, b| a.1.cmp(&b.1));
        Ok(found.into_iter().filter_map(|(id, name)| seal(repository, id, name)).collect())
    }

    /// The digest of a file as a seal holds it, to be compared with a version's digests; absent where the
    /// sealed commit has no such file.
    pub fn sealed_digest(&self, seal: &Seal, path: &str) -> Result<Option<String>> {
        let repository = self.history()?;
        let doing = || format!("read `{path}` at the tag `{}`", seal.name);
        let commit = Oid::from_str(&seal.commit).and_then(|id| repository.repo.find_commit(id));
        let tree = commit.and_then(|commit| commit.tree()).map_err(git(doing()))?;
        let entry = tree.get_path(Path::new(&repository.path(path))).ok();
        let Some(entry) = entry.filter(|entry| snapshot::kind(entry) == Kind::File) else { return Ok(None) };
        let bytes = blob(&repository.repo, entry.id(), path);
        bytes.map(|bytes| Some(digest(&bytes))).map_err(Error::Problems)
    }
}

/// Whether a tag may be a seal: `<workstream>/<version>`, with or without a language.
pub(super) fn follows_grammar(name: &str) -> bool {
    let Some((workstream, rest)) = name.split_once('/') else { return false };
    let plain = |name| VersionId::parse(name).is_some();
    let with_language = rest
        .match_indices('-')
        .any(|(at, _)| plain(&rest[..at]) && Language::parse(&rest[at + 1..]).is_some());
    WorkstreamId::parse(workstream).is_some() && (plain(rest) || with_language)
}

fn seal(repository: &Git, id: Oid, name: String) -> Option<Seal> {
    let tag: Tag<'_> = repository.repo.find_tag(id).ok()?;
    let commit = tag.peel().ok()?.into_commit().ok()?;
    let when = tag.tagger().map_or_else(|| commit.time(), |tagger| tagger.when());
    let message = String::from_utf8_lossy(tag.message_bytes().unwrap_or_default()).trim().to_owned();
    Some(Seal { name, commit: commit.id().to_string(), when: moment(when), message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_workstream_and_a_version_make_a_seal() {
        for name in ["ict/first", "ict/first-zh", "ict/second-draft-pt-BR"] {
            assert!(follows_grammar(name), "{name}");
        }
        for name in ["v1.0", "ict", "ict/", "ict/first/en", "ICT/first", "ict/first-ZH", "ict/First"] {
            assert!(!follows_grammar(name), "{name}");
        }
    }
}
