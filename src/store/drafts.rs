//! Reads what stands in `drafts/`.

use std::collections::BTreeMap;

use crate::draft::{Draft, Glossary, Language, VersionId, VersionName, VersionRecord, WorkstreamId};
use crate::error::{Place, Problem};
use crate::store::known::{List, Places};
use crate::store::reading::Reading;
use crate::store::source::{Kind, below};
use crate::workspace::VersionText;

/// The texts of all versions.
type Texts = BTreeMap<VersionName, VersionText>;

impl Reading<'_> {
    /// The glossary and the versions of every workstream.
    pub(super) fn drafts(&mut self) -> (Glossary, Texts) {
        let entries = self.top("drafts");
        let (glossary, entries): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.name == "glossary.toml" && entry.kind == Kind::File);
        let glossary = if glossary.is_empty() { Glossary::default() } else { self.glossary() };
        let mut texts = Texts::new();
        for (workstream, folder) in self.folders("drafts", entries, List::Workstreams, WorkstreamId::parse) {
            let entries = self.entries(&folder);
            for (version, folder) in self.folders(&folder, entries, List::Versions, VersionId::parse) {
                // A folder without files is no version: git does not know of it either.
                if let Some(text) = self.version(&folder) {
                    texts.insert(VersionName::new(&workstream, &version), text);
                }
            }
        }
        (glossary, texts)
    }

    fn glossary(&mut self) -> Glossary {
        const PATH: &str = "drafts/glossary.toml";
        let Some(read) = self.text(PATH) else { return Glossary::default() };
        let glossary = self.parsed(Glossary::parse(PATH, &read.text)).unwrap_or_default();
        let places = Places::new(PATH, &read.text);
        for (nth, term) in glossary.terms.iter().enumerate() {
            for language in term.wordings.keys() {
                let place = || places.of("term", nth, language.as_str());
                self.is_known(List::Languages, language.as_str(), place);
            }
        }
        glossary
    }

    fn version(&mut self, folder: &str) -> Option<VersionText> {
        let entries = self.entries(folder);
        if entries.is_empty() {
            return None;
        }
        let mut version = VersionText::default();
        for entry in entries {
            let path = below(folder, &entry.name);
            match (entry.kind, entry.name.strip_suffix(".md")) {
                (Kind::File, None) if entry.name == "version.toml" => version.record = self.record(&path),
                (Kind::File, Some(code)) => self.draft(&mut version, &path, code),
                _ => {
                    let problem =
                        Problem::new(Place::file(&path), "nothing else stands in a version's folder");
                    let found = if entry.kind == Kind::Folder { entry.kind.said() } else { &entry.name };
                    self.note(problem.found(found).expected("`version.toml`, or a language such as `en.md`"));
                }
            }
        }
        Some(version)
    }

    fn draft(&mut self, version: &mut VersionText, path: &str, code: &str) {
        let known = self.is_known(List::Languages, code, || Place::file(path));
        let language = Language::parse(code);
        if language.is_none() && known {
            let problem = Problem::new(Place::file(path), "name of a text").found(code);
            self.note(problem.expected(Language::GRAMMAR));
        }
        let Some(read) = self.text(path) else { return };
        let draft = self.parsed(Draft::parse(path, &read.text));
        if let (Some(language), Some(draft)) = (language, draft) {
            version.digests.insert(language.clone(), read.digest());
            version.drafts.insert(language, draft);
        }
    }

    fn record(&mut self, path: &str) -> VersionRecord {
        let Some(read) = self.text(path) else { return VersionRecord::default() };
        let record = self.parsed(VersionRecord::parse(path, &read.text)).unwrap_or_default();
        let places = Places::new(path, &read.text);
        for (nth, issued) in record.issued.iter().enumerate() {
            let place = || places.of("issued", nth, "language");
            self.is_known(List::Languages, issued.language.as_str(), place);
        }
        record
    }
}
