//! Holds the translations of a version against its original.

use crate::desk::Desk;
use crate::desk::desk::cite_all;
use crate::desk::translation::Changed;
use crate::draft::{Language, Level, ParagraphId, VersionName};
use crate::error::{Error, Result};
use crate::languages::{Text, disagreements};
use crate::report::{LanguageDoubt, LanguagesReport, TranslationReport};
use crate::text::{has_strength_words, within_sentence};

impl Desk {
    /// Where the languages of a version do not say the same, as far as that can be seen: in all translations or one; on
    /// one passage or section only, where one is named last.
    pub fn languages(&self, names: &[String], language: Option<&str>) -> Result<LanguagesReport> {
        let named = self.named(names, 1)?;
        let name = match named.versions.first() {
            Some(version) => self.stated(version)?.name,
            None => self.newest_or_none(&named.workstream)?,
        };
        let passage = named.passage.map(|typed| self.workspace.passage(&name, &typed)).transpose()?;
        let original = self.workspace.schedule.original.clone();
        let only = language.map(|typed| self.language(Some(typed))).transpose()?;
        if only.as_ref() == Some(&original) {
            return Err(Error::refused(
                format!("{original} is the original language; it is what the others are held against"),
                "name another one with `--language`, or none",
            ));
        }
        let text = self.workspace.texts.get(&name);
        let ruling = self.workspace.draft(&name, &original).ok_or_else(|| {
            Error::refused(
                format!("the {} has no text in {original}", within_sentence(&self.title(&name.version))),
                "the translations are held against the original",
            )
        })?;
        let there = |language: &&Language| {
            **language != original && only.as_ref().is_none_or(|only| only == *language)
        };
        let languages = text.into_iter().flat_map(|text| text.drafts.keys()).filter(there);
        let shown = |ids: &[ParagraphId]| {
            passage.as_ref().is_none_or(|named| {
                ids.iter().any(|id| {
                    let section = ruling.section_of(id).filter(|_| named.level() == Level::Section);
                    named.covers(id) || section.is_some_and(|section| section.id == *named)
                })
            })
        };
        let translations: Vec<TranslationReport> =
            languages.map(|language| self.translation(&name, language, &shown)).collect::<Result<_>>()?;
        let mut waiting = self.texts_waiting(&name)?;
        waiting.retain(|text| only.as_ref().is_none_or(|only| *only == text.language));
        Ok(LanguagesReport {
            about: self.about(),
            version: self.title(&name.version),
            terms: self.workspace.glossary.terms.len(),
            by_git: !self.workspace.schedule.example && self.store.is_git() && self.store.has_commits(),
            strength: has_strength_words(original.as_str()),
            asked: only,
            original,
            waiting,
            translations,
        })
    }

    /// One translation held against the original.
    fn translation(
        &self,
        name: &VersionName,
        language: &Language,
        shown: &impl Fn(&[ParagraphId]) -> bool,
    ) -> Result<TranslationReport> {
        let original = &self.workspace.schedule.original;
        let numbering = self.numbering(name);
        let found = self.disagreements(name, language);
        let mut doubts: Vec<LanguageDoubt> = found
            .into_iter()
            .filter(|one| shown(&one.passages))
            .map(|one| LanguageDoubt {
                passages: cite_all(&numbering, &one.passages),
                kind: one.kind,
                original: one.original,
                translation: one.translation,
            })
            .collect();
        let older = self.older_than_original(name, language)?;
        let older: Vec<&ParagraphId> = older.iter().filter(|id| shown(std::slice::from_ref(*id))).collect();
        if !older.is_empty() && self.store.is_git() && !self.workspace.schedule.example {
            let (first, own) = (self.last_changed(name, original)?, self.last_changed(name, language)?);
            let day = |known: &std::collections::BTreeMap<_, Changed>, id: &ParagraphId| {
                known.get(id).map(|(_, when)| self.workspace.schedule.day(*when))
            };
            let said = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, crate::text::short_day);
            doubts.extend(older.into_iter().map(|id| LanguageDoubt {
                passages: cite_all(&numbering, std::slice::from_ref(id)),
                kind: "older",
                original: said(day(&first, id)),
                translation: said(day(&own, id)),
            }));
        }
        let ruling = self.workspace.draft(name, original);
        doubts.sort_by_key(|one| ruling.and_then(|draft| draft.position(&one.passages.first()?.id)));
        Ok(TranslationReport {
            language: language.clone(),
            doubts,
            strength: has_strength_words(language.as_str()),
        })
    }

    /// Where a translation and the original differ.
    pub(super) fn disagreements(
        &self,
        name: &VersionName,
        language: &Language,
    ) -> Vec<crate::languages::Disagreement> {
        let original = &self.workspace.schedule.original;
        let (ruling, own) = (self.workspace.draft(name, original), self.workspace.draft(name, language));
        let Some((ruling, own)) = ruling.zip(own) else { return Vec::new() };
        let (one, other) = (Text { language: original, draft: ruling }, Text { language, draft: own });
        disagreements(one, other, &self.workspace.glossary)
    }
}
