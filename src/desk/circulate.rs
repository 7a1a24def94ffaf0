//! Freezes a version, and records that it was sent and published.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::desk::history::{folder, path};
use crate::draft::{Issued, Language, Published, Sent, VersionName, VersionRecord};
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::store::Act;
use crate::text::{capital, listed, ordinal_day};
use crate::workspace::VersionText;

/// What to put on record about a version.
#[derive(Debug, Clone, Default)]
pub struct Circulation {
    /// The version, as typed.
    pub version: String,
    /// The languages to issue; all that have a text and are not issued yet where none is named.
    pub languages: Vec<String>,
    /// The day; today where none is given.
    pub on: Option<NaiveDate>,
    /// To whom it was sent.
    pub sent: Option<String>,
    /// Where it was published.
    pub published: Option<String>,
    /// Why it goes out though comments on earlier versions wait for an answer or a place.
    pub despite: Option<String>,
}

impl Desk {
    /// Issues a version in one or more languages: writes its record with the digests of its files, commits, and
    /// seals with an annotated tag. What was sent and published is recorded by the same act or a later one.
    ///
    /// # Errors
    ///
    /// Among others, when comments on earlier versions wait for an answer or a place and no reason is given.
    pub fn circulate(&self, asked: &Circulation, commit: bool) -> Result<DoneReport> {
        self.writable()?;
        let name = self.workspace.version(&asked.version)?;
        let text = self.workspace.texts.get(&name).ok_or_else(|| {
            Error::refused(format!("`{name}` has no text yet"), format!("`travaux start {name}` begins it"))
        })?;
        let on = asked.on.unwrap_or(self.today);
        if on > self.today {
            return Err(Error::refused(
                format!("{} has not come yet", ordinal_day(on)),
                "record what happened on the day it happens, or later",
            ));
        }
        let languages = self.to_issue(&name, text, asked)?;
        let mut record = text.record.clone();
        record.issued.extend(languages.iter().map(|language| Issued {
            language: language.clone(),
            on,
            digest: text.digests.get(language).cloned().unwrap_or_default(),
        }));
        record.sent.extend(asked.sent.iter().map(|to| Sent { to: to.clone(), on }));
        record.published.extend(asked.published.iter().map(|url| Published { url: url.clone(), on }));
        let said = self.acts(&name, &languages, asked);
        if said.is_empty() {
            return Err(Error::refused(
                format!("`{name}` is issued already in every language that has a text"),
                "`--sent TO` and `--published URL` record what happened since",
            ));
        }
        let despite = self.despite(&name, text, &languages, asked)?;
        record.despite = despite.or(record.despite);
        self.seal(&name, &record, &languages, &said, commit)
    }

    /// The languages to issue now.
    fn to_issue(&self, name: &VersionName, text: &VersionText, asked: &Circulation) -> Result<Vec<Language>> {
        if !asked.languages.is_empty() {
            return asked.languages.iter().map(|typed| self.issuable(name, text, typed)).collect();
        }
        let only_recording = asked.sent.is_some() || asked.published.is_some();
        if only_recording && !text.record.issued.is_empty() {
            return Ok(Vec::new());
        }
        Ok(text.drafts.keys().filter(|language| !text.is_issued(language)).cloned().collect())
    }

    fn issuable(&self, name: &VersionName, text: &VersionText, typed: &str) -> Result<Language> {
        let language = self.language(Some(typed))?;
        if text.is_issued(&language) {
            return Err(Error::refused(
                format!("`{name}` is issued already in {language}"),
                "after circulation a version changes only by a corrigendum; `travaux check` names every difference",
            ));
        }
        if !text.drafts.contains_key(&language) {
            return Err(Error::refused(
                format!("`{name}` has no text in {language}"),
                format!("write {} first", path(name, &language)),
            ));
        }
        Ok(language)
    }

    /// What the act does, in words.
    fn acts(&self, name: &VersionName, languages: &[Language], asked: &Circulation) -> Vec<String> {
        let title = self.title(&name.version).to_lowercase();
        let languages: Vec<&str> = languages.iter().map(Language::as_str).collect();
        let mut said = Vec::new();
        if !languages.is_empty() {
            said.push(format!("the {title} is issued in {}", listed(&languages)));
        }
        said.extend(asked.sent.iter().map(|to| format!("the {title} was sent to {to}")));
        said.extend(asked.published.iter().map(|url| format!("the {title} was published at {url}")));
        said
    }

    fn seal(
        &self,
        name: &VersionName,
        record: &VersionRecord,
        languages: &[Language],
        said: &[String],
        commit: bool,
    ) -> Result<DoneReport> {
        // The reason is that of the first issue, and goes into its commit and tag.
        let first = self.workspace.texts.get(name).is_none_or(|text| text.record.issued.is_empty());
        let despite = record.despite.as_deref().filter(|_| first);
        let record_path = format!("{}/version.toml", folder(name));
        let mut files = BTreeMap::from([(record_path, Some(record.print().into_bytes()))]);
        // What is issued is sealed as it stands in the folder, edits that nobody saved included.
        let texts: Vec<String> = languages.iter().map(|language| path(name, language)).collect();
        files.extend(self.as_they_stand(&texts)?);
        let sentence = listed(said);
        let tags: Vec<(String, String)> =
            if commit { self.tags(name, languages, &sentence, despite) } else { Vec::new() };
        let paths = files.keys().cloned().collect();
        let message = format!("{}: {sentence}", name.workstream);
        let names: Vec<String> = tags.iter().map(|(tag, _)| tag.clone()).collect();
        let mut trailers = vec![("Version".to_owned(), name.to_string())];
        trailers.extend(despite.map(|reason| ("Despite".to_owned(), reason.to_owned())));
        let id = self.write(Act { files, message, trailers, tags, commit, ..Act::default() })?;
        let despite = despite.map(|reason| format!(" Despite: {reason}.")).unwrap_or_default();
        let mut done = self.done(&format!("{}.{despite}", capital(&sentence)), paths);
        done.commit = id;
        done.tags = names;
        let wanted = [
            (
                record.sent.is_empty(),
                format!("`travaux circulate {name} --sent TO` records that it was sent"),
            ),
            (
                record.published.is_empty(),
                format!("`travaux circulate {name} --published URL` records where it was published"),
            ),
        ];
        done.next = wanted.into_iter().filter(|(missing, _)| *missing).map(|(_, next)| next).collect();
        Ok(done)
    }

    /// The first issue of a version takes the version's tag; a language that comes later, one of its own.
    fn tags(
        &self,
        name: &VersionName,
        languages: &[Language],
        message: &str,
        despite: Option<&str>,
    ) -> Vec<(String, String)> {
        if languages.is_empty() {
            return Vec::new();
        }
        let first = self.workspace.texts.get(name).is_none_or(|text| text.record.issued.is_empty());
        let message = capital(message);
        if first {
            let despite = despite.map(|reason| format!("\n\nDespite: {reason}")).unwrap_or_default();
            return vec![(name.to_string(), message + &despite)];
        }
        languages.iter().map(|language| (format!("{name}-{language}"), message.clone())).collect()
    }
}
