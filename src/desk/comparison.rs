//! Two versions compared, word by word.

use std::rc::Rc;

use crate::align::{Alignment, Pairing};
use crate::comment::Target;
use crate::desk::desk::cite_all;
use crate::desk::stated::{Named, Stated};
use crate::desk::{Desk, Marking};
use crate::draft::{Draft, Joined, Language, Level, Numbering, ParagraphId, VersionId, VersionName};
use crate::error::{Error, Result};
use crate::redline::Redline;
use crate::report::{Change, Cited, Marked, RedlineReport, Step, Tally, WordCount};
use crate::text::Terms;

/// Two versions in one language, and how the one became the other.
pub(super) struct Comparison {
    pub(super) before: Stated,
    pub(super) after: Stated,
    pub(super) language: Language,
    pub(super) old: Draft,
    pub(super) new: Draft,
    pub(super) old_numbers: Rc<Numbering>,
    pub(super) new_numbers: Rc<Numbering>,
    between: Vec<(String, Rc<Numbering>)>,
    pub(super) alignment: Alignment,
    pub(super) terms: Terms,
}

impl Desk {
    /// What changed between two versions; in one passage only, where one is named last.
    pub fn redline(
        &self,
        names: &[String],
        language: Option<&str>,
        marking: Marking,
    ) -> Result<RedlineReport> {
        let asked = self.named(names, 2)?;
        let comparison = self.comparison(&asked, language)?;
        let named = match &asked.passage {
            Some(typed) => Some(self.either_side(&comparison, typed)?),
            None => None,
        };
        let concerned = |pairing: &&Pairing| {
            named.as_ref().is_none_or(|id| pairing.is_about(id, &comparison.old, &comparison.new))
        };
        let pairings: Vec<&Pairing> = comparison.alignment.pairings.iter().filter(concerned).collect();
        let mut passages: Vec<Change> = pairings.iter().map(|pairing| comparison.change(pairing)).collect();
        let about = self.about();
        let manuscript = marking.tracked.then(|| comparison.manuscript(&pairings, &passages, &about));
        let tally = Tally::of(&passages);
        let one_passage = named.as_ref().is_some_and(|id| id.level() != Level::Section);
        if !marking.all && !one_passage {
            passages.retain(|change| change.moved || change.fate != crate::align::Fate::Kept);
        }
        Ok(RedlineReport {
            about,
            before: comparison.before.title.clone(),
            after: comparison.after.title.clone(),
            through: comparison.between.iter().map(|(title, _)| title.clone()).collect(),
            language: comparison.language.clone(),
            tally,
            passages,
            side_by_side: marking.side_by_side,
            manuscript,
        })
    }

    /// The two versions a person means: both named; or one, compared with the newest; or the newest and the
    /// one it continues.
    pub(super) fn comparison(&self, asked: &Named, language: Option<&str>) -> Result<Comparison> {
        let (before, after) = match asked.versions.as_slice() {
            [before, after, ..] => (self.stated(before)?, self.stated(after)?),
            [one] => {
                let one = self.stated(one)?;
                let newest = self.newest_or_none(&one.name.workstream)?;
                if newest == one.name && one.at.is_none() {
                    (self.before(&newest)?, one)
                } else {
                    (one, self.stated(&newest.to_string())?)
                }
            }
            [] => {
                let newest = self.newest_or_none(&asked.workstream)?;
                (self.before(&newest)?, self.stated(&newest.to_string())?)
            }
        };
        self.compare(before, after, self.language(language)?)
    }

    pub(super) fn before(&self, name: &VersionName) -> Result<Stated> {
        let earlier = self.workspace.schedule.predecessor(&name.version);
        let earlier = earlier.map(|version| VersionName::new(&name.workstream, version));
        match earlier.filter(|name| self.workspace.texts.contains_key(name)) {
            Some(earlier) => self.stated(&earlier.to_string()),
            None => Err(Error::refused(
                format!("`{name}` continues no other version, so there is nothing to compare it with"),
                format!("name a revision of it, as in `travaux redline {name}@HEAD~1 {name}`"),
            )),
        }
    }

    pub(super) fn compare(&self, before: Stated, after: Stated, language: Language) -> Result<Comparison> {
        let way = self.way(&before, &after)?;
        let (old, new) = (self.draft_of(&before, &language)?, self.draft_of(&after, &language)?);
        let middle = way.get(1..way.len().saturating_sub(1)).unwrap_or_default();
        let name = |version: &VersionId| VersionName::new(&before.name.workstream, version);
        let mut texts = vec![&old];
        let mut between = Vec::new();
        for version in middle {
            if let Some(draft) = self.workspace.draft(&name(version), &language) {
                texts.push(draft);
                between.push((self.title(version), self.numbering(&name(version))));
            }
        }
        texts.push(&new);
        let alignment = match before.name == after.name {
            true => Alignment::within(&old, &new),
            false => Alignment::along(&texts),
        };
        Ok(Comparison {
            old_numbers: self.numbering_of(&before)?,
            new_numbers: self.numbering_of(&after)?,
            terms: self.workspace.glossary.terms(&language),
            before,
            after,
            language,
            old,
            new,
            between,
            alignment,
        })
    }

    fn way(&self, before: &Stated, after: &Stated) -> Result<Vec<VersionId>> {
        if before.name.workstream != after.name.workstream {
            return Err(Error::refused(
                format!("`{}` and `{}` are texts of different workstreams", before.name, after.name),
                "compare two versions of one workstream",
            ));
        }
        let (first, last) = (&before.name.version, &after.name.version);
        self.workspace.schedule.way(first, last).ok_or_else(|| {
            let swapped = self.workspace.schedule.way(last, first).is_some();
            let way_out = if swapped {
                format!("name the earlier one first: `{} {}`", after.name, before.name)
            } else {
                "`follows` in schedule.toml says which version continues which".to_owned()
            };
            Error::refused(format!("`{}` does not continue `{}`", after.name, before.name), way_out)
        })
    }

    /// A passage named by its id, or by its number in the later version, or in the earlier one.
    fn either_side(&self, comparison: &Comparison, typed: &str) -> Result<ParagraphId> {
        self.passage_of(&comparison.after, typed, &comparison.new)
            .or_else(|later| self.passage_of(&comparison.before, typed, &comparison.old).map_err(|_| later))
    }

    /// A passage of a stated version.
    pub(super) fn passage_of(&self, stated: &Stated, typed: &str, draft: &Draft) -> Result<ParagraphId> {
        if stated.at.is_none() {
            return self.workspace.passage(&stated.name, typed);
        }
        let bare = typed.rsplit_once('/').map_or(typed, |(_, bare)| bare);
        let by_id = ParagraphId::typed(bare).filter(|id| draft.get(id).is_some());
        by_id.or(self.numbering_of(stated)?.find(bare)).ok_or_else(|| {
            let known = draft.ids().map(ParagraphId::as_str);
            Error::unknown(
                format!("paragraph of the {}", crate::text::within_sentence(&stated.title)),
                typed,
                known,
            )
        })
    }
}

impl Comparison {
    /// What became of the passages a comment speaks of.
    pub(super) fn changes_of(&self, target: &Target) -> Vec<Change> {
        let own = target.ids();
        let concerned =
            |pairing: &&Pairing| pairing.before.iter().any(|id| own.iter().any(|own| own.covers(id)));
        self.alignment.pairings.iter().filter(concerned).map(|pairing| self.change(pairing)).collect()
    }

    /// What became of some passages, with their redline.
    pub(super) fn change(&self, pairing: &Pairing) -> Change {
        let step = |((version, numbers), ids): (&(String, Rc<Numbering>), &Vec<ParagraphId>)| Step {
            version: version.clone(),
            passages: cite_all(numbers, ids),
        };
        let before = Side { draft: &self.old, numbers: &self.old_numbers };
        let after = Side { draft: &self.new, numbers: &self.new_numbers };
        let way = self.between.iter().zip(&pairing.way).map(step).collect();
        Change { way, ..change_between(&before, &after, pairing, &self.terms) }
    }

    /// The words of a pairing before and after, each read as one text.
    pub(super) fn joined(&self, pairing: &Pairing) -> (Joined, Joined) {
        (self.old.joined(&pairing.before), self.new.joined(&pairing.after))
    }

    /// Whether something holds of either text.
    pub(super) fn either(&self, holds: impl Fn(&Draft) -> bool) -> bool {
        holds(&self.old) || holds(&self.new)
    }

    /// The words that stay whole when the two are compared.
    pub(super) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What a pairing is cited by: the passage in the later version, where it stands there.
    pub(super) fn cited(&self, pairing: &Pairing) -> Vec<Cited> {
        match pairing.after.as_slice() {
            [] => cite_all(&self.old_numbers, &pairing.before),
            after => cite_all(&self.new_numbers, after),
        }
    }

    /// The first words of a pairing, in the later version where it stands there.
    pub(super) fn opening(&self, pairing: &Pairing) -> String {
        let joined = match pairing.after.as_slice() {
            [] => self.old.joined(&pairing.before),
            after => self.new.joined(after),
        };
        const OPENING: usize = 72;
        let line = joined.text.lines().next().unwrap_or_default();
        match line.char_indices().nth(OPENING) {
            Some((cut, _)) => {
                let whole_words = line[..cut].rfind(' ').unwrap_or(cut);
                format!("{}…", line[..whole_words].trim_end_matches([' ', ',', ';']))
            }
            None => line.to_owned(),
        }
    }
}

/// One side of a change: a text and its printed numbers.
pub(super) struct Side<'d> {
    pub(super) draft: &'d Draft,
    pub(super) numbers: &'d Numbering,
}

/// What became of some passages from one text to another, with their redline; how it came to be is left open.
pub(super) fn change_between(
    before: &Side<'_>,
    after: &Side<'_>,
    pairing: &Pairing,
    terms: &Terms,
) -> Change {
    let (old, new) = (before.draft.joined(&pairing.before), after.draft.joined(&pairing.after));
    let redline = Redline::between(&old.text, &new.text, terms);
    Change {
        before: cite_all(before.numbers, &pairing.before),
        after: cite_all(after.numbers, &pairing.after),
        fate: pairing.fate(),
        moved: pairing.moved,
        way: Vec::new(),
        words: if pairing.reworded { WordCount::of(&redline) } else { WordCount::default() },
        marks: Marked::of(&redline),
    }
}
