//! Carries all comments of a workspace to one version.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::align::Alignment;
use crate::anchor::{Anchoring, Course, Spot, places};
use crate::comment::{Comment, Placement, Target};
use crate::draft::{Draft, Language, VersionId, VersionName};
use crate::text::Terms;
use crate::workspace::{Filed, Workspace};

/// Says of any comment where it stands in one version. Alignments and terms are worked out once.
#[derive(Debug)]
pub struct Carrier<'w> {
    workspace: &'w Workspace,
    to: VersionName,
    alignments: RefCell<HashMap<(VersionId, Option<Language>), Rc<Alignment>>>,
    terms: RefCell<HashMap<Language, Rc<Terms>>>,
}

impl<'w> Carrier<'w> {
    /// Prepares to carry comments to a version.
    pub fn new(workspace: &'w Workspace, to: &VersionName) -> Carrier<'w> {
        Carrier { workspace, to: to.clone(), alignments: RefCell::default(), terms: RefCell::default() }
    }

    /// Where a comment stands; absent where the version does not continue the one commented on.
    pub fn stands(&self, filed: &Filed, comment: &Comment) -> Option<Anchoring> {
        let submission = &filed.submission;
        if submission.workstream != self.to.workstream {
            return None;
        }
        let way = self.workspace.schedule.way(&submission.version, &self.to.version)?;
        let language = submission.quoted_language(comment);
        let answers = self.workspace.answers.get(&submission.id(comment));
        let placed = way.iter().rev().find_map(|version| answers.and_then(|a| a.placement(version)));
        Some(match placed {
            Some(placement) => self.placed(placement, language),
            None => self.carried(&submission.version, language, &comment.target, comment.quote.as_deref()),
        })
    }

    /// What a person decided holds in its own version and is carried on from there.
    fn placed(&self, placement: &Placement, language: &Language) -> Anchoring {
        let Some(paragraph) = &placement.paragraph else { return Anchoring::Placed(Vec::new()) };
        if placement.version != self.to.version {
            let target = Target::One(paragraph.clone());
            return self.carried(&placement.version, language, &target, placement.quote.as_deref());
        }
        let text = self.text(&placement.version, Some(language)).and_then(|draft| draft.get(paragraph));
        let span = placement.quote.as_deref().zip(text).and_then(|(quote, p)| places(&p.text, quote).pop());
        Anchoring::Placed(vec![Spot { paragraph: paragraph.clone(), span }])
    }

    /// Carries words in the language they quote. Where either version has no text in it, the passage is
    /// carried by the texts that rule, without its words; where there is no text at all, a person is asked.
    fn carried(
        &self,
        from: &VersionId,
        language: &Language,
        target: &Target,
        quote: Option<&str>,
    ) -> Anchoring {
        let own = Some(language);
        let both = self.text(from, own).is_some() && self.text(&self.to.version, own).is_some();
        let (language, quote) = if both { (own, quote) } else { (None, None) };
        let texts = self.text(from, language).zip(self.text(&self.to.version, language));
        match (texts, target) {
            (_, Target::All) => Anchoring::Whole,
            (None, _) => Anchoring::Unplaced,
            (Some((before, after)), target) => {
                let alignment = self.alignment(from, language);
                let terms = self.terms(language.unwrap_or(&self.workspace.schedule.original));
                Course { before, after, alignment: &alignment, terms: &terms }.carry(target, quote)
            }
        }
    }

    /// A version's text in a language, or the one that rules.
    fn text(&self, version: &VersionId, language: Option<&Language>) -> Option<&'w Draft> {
        let text = self.workspace.texts.get(&VersionName::new(&self.to.workstream, version))?;
        match language {
            Some(language) => text.drafts.get(language),
            None => text.ruling(&self.workspace.schedule.original),
        }
    }

    fn alignment(&self, from: &VersionId, language: Option<&Language>) -> Rc<Alignment> {
        let key = (from.clone(), language.cloned());
        if let Some(known) = self.alignments.borrow().get(&key) {
            return known.clone();
        }
        let way = self.workspace.schedule.way(from, &self.to.version).unwrap_or_default();
        let texts: Vec<&Draft> = way.iter().filter_map(|version| self.text(version, language)).collect();
        let alignment = Rc::new(Alignment::along(&texts));
        self.alignments.borrow_mut().insert(key, alignment.clone());
        alignment
    }

    fn terms(&self, language: &Language) -> Rc<Terms> {
        let mut known = self.terms.borrow_mut();
        known
            .entry(language.clone())
            .or_insert_with(|| Rc::new(self.workspace.glossary.terms(language)))
            .clone()
    }
}
