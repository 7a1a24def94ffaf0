//! Carries all comments of a workspace to one version.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::align::Alignment;
use crate::anchor::{Anchoring, Course, Spot, places};
use crate::comment::{Comment, Placement, Target};
use crate::draft::{Draft, Language, VersionId, VersionName};
use crate::workspace::{Filed, Workspace};

/// By the version commented on, and the language; none for the texts that rule.
type Courses<'w> = HashMap<(VersionId, Option<Language>), Option<Rc<Course<'w>>>>;

/// Says of any comment where it stands in one version. Alignments and redlines are worked out once.
#[derive(Debug)]
pub struct Carrier<'w> {
    workspace: &'w Workspace,
    to: VersionName,
    courses: RefCell<Courses<'w>>,
}

impl<'w> Carrier<'w> {
    /// Prepares to carry comments to a version.
    pub fn new(workspace: &'w Workspace, to: &VersionName) -> Carrier<'w> {
        Carrier { workspace, to: to.clone(), courses: RefCell::default() }
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
        match (target, self.course(from, language)) {
            (Target::All, _) => Anchoring::Whole,
            (_, None) => Anchoring::Unplaced,
            (_, Some(course)) => course.carry(target, quote),
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

    /// The way from a version, in one language; absent where either has no text.
    fn course(&self, from: &VersionId, language: Option<&Language>) -> Option<Rc<Course<'w>>> {
        let key = (from.clone(), language.cloned());
        if let Some(known) = self.courses.borrow().get(&key) {
            return known.clone();
        }
        let course = self.lay_out(from, language).map(Rc::new);
        self.courses.borrow_mut().insert(key, course.clone());
        course
    }

    fn lay_out(&self, from: &VersionId, language: Option<&Language>) -> Option<Course<'w>> {
        let (before, after) = (self.text(from, language)?, self.text(&self.to.version, language)?);
        let way = self.workspace.schedule.way(from, &self.to.version).unwrap_or_default();
        let texts: Vec<&Draft> = way.iter().filter_map(|version| self.text(version, language)).collect();
        let terms = self.workspace.glossary.terms(language.unwrap_or(&self.workspace.schedule.original));
        Some(Course::new(before, after, Alignment::along(&texts), terms))
    }
}
