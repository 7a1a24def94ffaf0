//! Which texts wait for translation: a language that a version lacks, that lacks passages of the original, or that is
//! older than the original's last change.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::desk::Desk;
use crate::desk::desk::cite_all;
use crate::desk::history::path;
use crate::draft::{Draft, Language, ParagraphId, VersionName};
use crate::error::Result;
use crate::report::{TextWaiting, WhyWaiting};
use crate::store::Touch;
use crate::workspace::VersionText;

/// When the words of a passage were last changed: how many commits are newer, itself counted, and the moment. What
/// nobody saved yet is newer than all.
pub(super) type Changed = (usize, DateTime<Utc>);

/// When the words of each passage were last changed; absent where nobody knows.
type LastChanged = BTreeMap<ParagraphId, Changed>;

/// The languages of a text that wait for translation once others were changed: all that have a text and were not.
pub(super) fn waiting_after<'l>(
    text: Option<&VersionText>,
    changed: impl IntoIterator<Item = &'l Language> + Clone,
) -> Vec<Language> {
    let languages = text.into_iter().flat_map(|text| text.drafts.keys());
    languages.filter(|language| !changed.clone().into_iter().any(|own| own == *language)).cloned().collect()
}

impl Desk {
    /// The languages of the consultation in which a version waits for translation, and why.
    pub(super) fn texts_waiting(&self, name: &VersionName) -> Result<Vec<TextWaiting>> {
        let schedule = &self.workspace.schedule;
        let mut waiting = Vec::new();
        let original = self.workspace.draft(name, &schedule.original);
        for language in schedule.languages.iter().filter(|language| **language != schedule.original) {
            let wait = |why, passages: &[ParagraphId]| TextWaiting {
                language: language.clone(),
                why,
                passages: cite_all(&self.numbering(name), passages),
            };
            let (Some(draft), Some(original)) = (self.workspace.draft(name, language), original) else {
                if self.workspace.draft(name, language).is_none() {
                    waiting.push(wait(WhyWaiting::NoText, &[]));
                }
                continue;
            };
            let missing: Vec<ParagraphId> =
                original.ids().filter(|id| draft.get(id).is_none()).cloned().collect();
            if !missing.is_empty() {
                waiting.push(wait(WhyWaiting::LacksPassages, &missing));
            }
            let older = self.older_than_original(name, language)?;
            if !older.is_empty() {
                waiting.push(wait(WhyWaiting::Older, &older));
            }
        }
        Ok(waiting)
    }

    /// The passages of a translation that are older than the original's last change of them: by git's history, or
    /// where there is none, by the days on which the languages were issued.
    pub(super) fn older_than_original(
        &self,
        name: &VersionName,
        language: &Language,
    ) -> Result<Vec<ParagraphId>> {
        let schedule = &self.workspace.schedule;
        let (Some(own), Some(original)) =
            (self.workspace.draft(name, language), self.workspace.draft(name, &schedule.original))
        else {
            return Ok(Vec::new());
        };
        let both: Vec<&ParagraphId> = original.ids().filter(|id| own.get(id).is_some()).collect();
        if schedule.example || !self.store.is_git() || !self.store.has_commits() {
            let record = self.workspace.texts.get(name).map(|text| text.record.as_at(self.today));
            let issued = |language: &Language| {
                record.as_ref()?.issued.iter().find(|issued| issued.language == *language).map(|i| i.on)
            };
            let older =
                issued(language).zip(issued(&schedule.original)).is_some_and(|(own, first)| own < first);
            return Ok(if older { both.into_iter().cloned().collect() } else { Vec::new() });
        }
        let (own, original) =
            (self.last_changed(name, language)?, self.last_changed(name, &schedule.original)?);
        let older = |id: &&&ParagraphId| {
            own.get(**id).zip(original.get(**id)).is_some_and(|(own, first)| own.0 > first.0)
        };
        Ok(both.iter().filter(older).map(|id| (*id).clone()).collect())
    }

    /// When each passage of a version last changed its words in a language, followed back through the versions that it
    /// continues: what the next version merely copies keeps its age.
    pub(super) fn last_changed(&self, name: &VersionName, language: &Language) -> Result<LastChanged> {
        let mut way = vec![name.clone()];
        while let Some(before) =
            way.last().and_then(|last| self.workspace.schedule.predecessor(&last.version))
        {
            way.push(VersionName::new(&name.workstream, before));
        }
        let paths: Vec<String> = way.iter().map(|name| path(name, language)).collect();
        let lives = self.store.lives(&paths.iter().map(String::as_str).collect::<Vec<_>>())?;
        let mut known = LastChanged::new();
        let mut before: Option<Draft> = None;
        for (name, life) in way.iter().zip(lives).rev() {
            let Some(now) = self.workspace.draft(name, language) else { continue };
            let by_then = |touch: &&Touch| self.workspace.schedule.day(touch.revision.when) <= self.today;
            for touch in life.iter().rev().filter(by_then) {
                let Some(draft) = read(touch) else { continue };
                remember(&mut known, before.as_ref(), &draft, (touch.newer + 1, touch.revision.when));
                before = Some(draft);
            }
            // What nobody saved yet was changed now.
            remember(&mut known, before.as_ref(), now, (0, self.now));
            before = Some(now.clone());
        }
        Ok(known)
    }
}

/// Notes the passages whose words are other than they were.
fn remember(known: &mut LastChanged, before: Option<&Draft>, draft: &Draft, when: Changed) {
    for passage in &draft.paragraphs {
        let same =
            before.and_then(|before| before.get(&passage.id)).is_some_and(|old| old.text == passage.text);
        if !same {
            known.extend(passage.ids().map(|id| (id.clone(), when)));
        }
    }
}

fn read(touch: &Touch) -> Option<Draft> {
    let text = String::from_utf8(touch.bytes.clone()?).ok()?;
    Draft::parse("", &text.replace("\r\n", "\n")).ok()
}
