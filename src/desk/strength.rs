//! Counts the strength words of versions, and follows them from one to the next.

use crate::align::Fate;
use crate::desk::Desk;
use crate::desk::comparison::Comparison;
use crate::desk::desk::cite;
use crate::desk::stated::{Named, Stated};
use crate::draft::{Draft, Language, Level, ParagraphId, VersionName};
use crate::error::{Error, Result};
use crate::redline::{Redline, shifts};
use crate::report::{
    Marked, StrengthOfPassage, StrengthOfVersion, StrengthReport, StrengthShift, StrengthStep,
    WordNotCounted, WordOfStrength,
};
use crate::text::{StrengthWord, has_strength_words, listed, strengths};

impl Desk {
    /// The strength words of the versions named, or of all; of one passage or section only, where one is named last.
    /// One version alone is shown with the one that it continues.
    pub fn strength(&self, names: &[String], language: Option<&str>, all: bool) -> Result<StrengthReport> {
        let language = self.language(language)?;
        if !has_strength_words(language.as_str()) {
            return Err(no_table(self, &language));
        }
        let (asked, versions) = self.versions_for_strength(names)?;
        let drafts: Vec<Draft> =
            versions.iter().map(|stated| self.draft_of(stated, &language)).collect::<Result<_>>()?;
        let named = match &asked.passage {
            Some(typed) => Some(self.in_any(&versions, &drafts, typed)?),
            None => None,
        };
        let wanted = |draft: &Draft, id: &ParagraphId| {
            named.as_ref().is_none_or(|named| {
                let section = draft.section_of(id).filter(|_| named.level() == Level::Section);
                named.covers(id) || section.is_some_and(|section| section.id == *named)
            })
        };
        let of_version = |(stated, draft): (&Stated, &Draft)| {
            let texts: Vec<&str> =
                draft.paragraphs.iter().filter(|p| wanted(draft, &p.id)).map(|p| p.text.as_str()).collect();
            of_version(&stated.title, &language, &texts)
        };
        let steps = versions.windows(2).map(|pair| self.strength_step(pair, &language, &wanted));
        Ok(StrengthReport {
            about: self.about(),
            versions: versions.iter().zip(&drafts).map(of_version).collect(),
            steps: steps.collect::<Result<_>>()?,
            passages: self.strength_by_passage(&versions, &drafts, &language, &wanted)?,
            all: all || named.is_some(),
            language,
        })
    }

    /// The versions a person means, each with a text, in the order in which they were named.
    fn versions_for_strength(&self, names: &[String]) -> Result<(Named, Vec<Stated>)> {
        let asked = self.named(names, self.workspace.schedule.versions.len().max(2))?;
        let mut versions: Vec<Stated> =
            asked.versions.iter().map(|typed| self.stated(typed)).collect::<Result<_>>()?;
        if versions.is_empty() {
            self.newest_or_none(&asked.workstream)?;
            let all = self.workspace.versions_of(&asked.workstream).into_iter();
            let all = all.map(|version| VersionName::new(&asked.workstream, &version));
            versions = all.map(|name| self.stated(&name.to_string())).collect::<Result<_>>()?;
        } else if let [only] = versions.as_slice()
            && only.at.is_none()
            && let Ok(before) = self.before(&only.name)
        {
            versions.insert(0, before);
        }
        Ok((asked, versions))
    }

    /// A passage of one of the versions, the last one first.
    fn in_any(&self, versions: &[Stated], drafts: &[Draft], typed: &str) -> Result<ParagraphId> {
        let mut found =
            versions.iter().zip(drafts).rev().map(|(stated, draft)| self.passage_of(stated, typed, draft));
        let last = found.next().unwrap_or_else(|| Err(Error::unknown("paragraph", typed, [])));
        last.or_else(|unknown| found.find_map(Result::ok).ok_or(unknown))
    }

    /// What became of strength words from one version to the next; nothing where the one does not continue the other.
    fn strength_step(
        &self,
        pair: &[Stated],
        language: &Language,
        wanted: &impl Fn(&Draft, &ParagraphId) -> bool,
    ) -> Result<StrengthStep> {
        let [before, after] = pair else { unreachable!("windows of two") };
        let comparison = self.compare(before.clone(), after.clone(), language.clone())?;
        let mut step = StrengthStep {
            before: before.title.clone(),
            after: after.title.clone(),
            shifts: Vec::new(),
            with_new: Vec::new(),
            with_deleted: Vec::new(),
        };
        let (mut come, mut gone) = (Vec::new(), Vec::new());
        for pairing in &comparison.alignment.pairings {
            let own =
                |id: &ParagraphId| comparison.either(|draft| draft.get(id).is_some() && wanted(draft, id));
            if !pairing.before.iter().chain(&pairing.after).any(own) {
                continue;
            }
            let (old, new) = comparison.joined(pairing);
            match pairing.fate() {
                Fate::Added => come.extend(strengths(language.as_str(), &new.text).counted),
                Fate::Deleted => gone.extend(strengths(language.as_str(), &old.text).counted),
                _ => {
                    let redline = Redline::between(&old.text, &new.text, comparison.terms());
                    let shown = |shift| shown(&comparison, pairing, shift);
                    step.shifts.extend(shifts(&redline, language.as_str()).into_iter().map(shown));
                }
            }
        }
        (step.with_new, step.with_deleted) = (counted(&come), counted(&gone));
        Ok(step)
    }

    /// Every passage with strength words, in the order of the last version that has it.
    fn strength_by_passage(
        &self,
        versions: &[Stated],
        drafts: &[Draft],
        language: &Language,
        wanted: &impl Fn(&Draft, &ParagraphId) -> bool,
    ) -> Result<Vec<StrengthOfPassage>> {
        let mut passages: Vec<StrengthOfPassage> = Vec::new();
        for (stated, draft) in versions.iter().zip(drafts).rev() {
            let numbering = self.numbering_of(stated)?;
            for passage in draft.paragraphs.iter().filter(|passage| wanted(draft, &passage.id)) {
                if passages.iter().any(|known| known.cited.id == passage.id) {
                    continue;
                }
                let of = |draft: &Draft| {
                    let text = &draft.get(&passage.id)?.text;
                    Some(counted(&strengths(language.as_str(), text).counted))
                };
                let words: Vec<Option<Vec<WordOfStrength>>> = drafts.iter().map(of).collect();
                if words.iter().flatten().any(|words| !words.is_empty()) {
                    let cited = cite(&numbering, &passage.id);
                    passages.push(StrengthOfPassage { cited, versions: words });
                }
            }
        }
        Ok(passages)
    }
}

fn shown(
    comparison: &Comparison,
    pairing: &crate::align::Pairing,
    shift: crate::redline::Shift<'_>,
) -> StrengthShift {
    StrengthShift {
        passages: comparison.cited(pairing),
        direction: shift.direction(),
        around: Marked::these(&shift.around),
        before: shift.before.map(|word| word.form),
        after: shift.after.map(|word| word.form),
    }
}

fn of_version(title: &str, language: &Language, texts: &[&str]) -> StrengthOfVersion {
    let (mut words, mut doubtful) = (Vec::new(), Vec::<WordNotCounted>::new());
    for text in texts {
        let found = strengths(language.as_str(), text);
        words.extend(found.counted);
        for (_, word) in found.doubtful {
            match doubtful.iter_mut().find(|known| known.word == word) {
                Some(known) => known.count += 1,
                None => doubtful.push(WordNotCounted { word, count: 1 }),
            }
        }
    }
    doubtful.sort_by(|one, other| (other.count, &one.word).cmp(&(one.count, &other.word)));
    StrengthOfVersion { version: title.to_owned(), words: counted(&words), not_counted: doubtful }
}

/// Strength words counted by form, the strongest first.
fn counted(words: &[StrengthWord]) -> Vec<WordOfStrength> {
    let mut counted: Vec<WordOfStrength> = Vec::new();
    for word in words {
        match counted.iter_mut().find(|known| known.word == word.form && known.degree == word.degree) {
            Some(known) => known.count += 1,
            None => counted.push(WordOfStrength {
                word: word.form.clone(),
                degree: word.degree,
                denied: word.denied,
                count: 1,
            }),
        }
    }
    counted.sort_by(|a, b| (a.degree, a.denied, &a.word).cmp(&(b.degree, b.denied, &b.word)));
    counted
}

fn no_table(desk: &Desk, language: &Language) -> Error {
    let schedule = &desk.workspace.schedule;
    let known = schedule.languages.iter().map(Language::as_str).filter(|known| has_strength_words(known));
    let known: Vec<&str> = known.collect();
    Error::refused(
        format!("there is no table of strength words for {language}"),
        format!("name a language that has one with `--language`: {}", listed(&known)),
    )
}
