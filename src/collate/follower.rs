//! Follows what comments ask for from the version they were made on to a later one.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::align::Alignment;
use crate::anchor::Anchoring;
use crate::collate::{Carrier, Entry, Step, Unclear, Uptake, Wish, Wisher};
use crate::comment::Comment;
use crate::draft::{Draft, Language, VersionId, VersionName};
use crate::workspace::{Filed, Workspace};

/// By the version before, the later one and the language.
type Ways<'w> = HashMap<(VersionName, VersionId, Language), Option<Rc<Way<'w>>>>;

/// Says of any comment what it asks for and how much of it stands in a later version. Texts are aligned once.
#[derive(Debug)]
pub struct Follower<'w> {
    workspace: &'w Workspace,
    ways: RefCell<Ways<'w>>,
}

/// The way from one version to a later one in one language.
#[derive(Debug)]
pub struct Way<'w> {
    wisher: Wisher<'w>,
    carrier: Carrier<'w>,
    later: &'w Draft,
    alignment: Alignment,
}

/// What a comment asks for, and what became of it in a later version.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The version beside which it was read.
    pub base: VersionName,
    /// The language in which it was read.
    pub language: Language,
    /// What it asks for.
    pub wish: Wish,
    /// How much of it stands; absent where it asks for nothing that words can show.
    pub uptake: Option<Uptake>,
}

impl Way<'_> {
    /// The text at either end, and how the one became the other.
    pub fn step(&self) -> Step<'_> {
        Step {
            base: self.wisher.draft(),
            later: self.later,
            alignment: &self.alignment,
            terms: self.wisher.terms(),
        }
    }
}

impl<'w> Follower<'w> {
    /// Prepares to follow the comments of a workspace.
    pub fn new(workspace: &'w Workspace) -> Follower<'w> {
        Follower { workspace, ways: RefCell::default() }
    }

    /// What became of a comment's wish in a later version, in the language it quotes, or in the original one where
    /// there is no text in that; absent where the version does not continue the one it was made on.
    ///
    /// It is read beside the version it was made on; where its place there is not clear, beside an earlier version
    /// than the later one in which a person placed it.
    pub fn follow(&self, filed: &Filed, comment: &Comment, later: &VersionName) -> Option<Followed> {
        let submission = &filed.submission;
        if submission.workstream != later.workstream {
            return None;
        }
        let way = self.workspace.schedule.way(&submission.version, &later.version)?;
        let answers = self.workspace.answers.get(&submission.id(comment));
        let placed =
            |version: &&VersionId| answers.is_some_and(|answers| answers.placement(version).is_some());
        let beside = way.first().into_iter().chain(way.iter().skip(1).filter(placed));
        let beside: Vec<&VersionId> = beside.filter(|version| **version != later.version).collect();
        let mut followed: Option<Followed> = None;
        for version in beside {
            let base = VersionName::new(&later.workstream, version);
            for language in self.languages(filed, comment) {
                let clear = followed.as_ref().is_some_and(|known| !matches!(known.wish, Wish::Unclear(_)));
                if clear {
                    return followed;
                }
                followed = self.followed(filed, comment, &base, later, language).or(followed);
            }
        }
        followed
    }

    fn followed(
        &self,
        filed: &Filed,
        comment: &Comment,
        base: &VersionName,
        later: &VersionName,
        language: &Language,
    ) -> Option<Followed> {
        let way = self.way(base, later, language)?;
        let id = filed.submission.id(comment);
        let anchoring = way.carrier.stands(filed, comment).unwrap_or(Anchoring::Unplaced);
        let wish = way.wisher.wish(&Entry { id, filed, comment, anchoring, answer: None, replaced_by: None });
        if let Wish::Unclear(Unclear::InLanguage(_)) = wish {
            return None;
        }
        // Words that were to stay, and never stood there: nobody can say whether they did.
        let misquoted = comment.quote.is_some()
            && matches!(&wish, Wish::Retain(spots) if spots.iter().all(|spot| spot.span.is_none()));
        let uptake = if misquoted { None } else { Uptake::of(&wish, &way.step()) };
        Some(Followed { base: base.clone(), language: language.clone(), wish, uptake })
    }

    /// The languages in whose texts a comment may be shown: the one it quotes, then the original one.
    pub fn languages<'a>(&'a self, filed: &'a Filed, comment: &'a Comment) -> Vec<&'a Language> {
        let own = filed.submission.quoted_language(comment);
        let original = &self.workspace.schedule.original;
        if own == original { vec![own] } else { vec![own, original] }
    }

    /// The way between two versions; absent where either has no text in the language, or the later does not continue
    /// the other.
    pub fn way(&self, base: &VersionName, later: &VersionName, language: &Language) -> Option<Rc<Way<'w>>> {
        let key = (base.clone(), later.version.clone(), language.clone());
        if let Some(known) = self.ways.borrow().get(&key) {
            return known.clone();
        }
        let way = self.lay_out(base, later, language).map(Rc::new);
        self.ways.borrow_mut().insert(key, way.clone());
        way
    }

    fn lay_out(&self, base: &VersionName, later: &VersionName, language: &Language) -> Option<Way<'w>> {
        let versions = self.workspace.schedule.way(&base.version, &later.version)?;
        let wisher = Wisher::new(self.workspace, base, language, false)?;
        let draft = |version: &VersionId| {
            self.workspace.draft(&VersionName::new(&later.workstream, version), language)
        };
        let later = draft(&later.version)?;
        let texts: Vec<&Draft> = versions.iter().filter_map(draft).collect();
        let alignment = Alignment::along(&texts);
        Some(Way { wisher, carrier: Carrier::new(self.workspace, base), later, alignment })
    }
}
