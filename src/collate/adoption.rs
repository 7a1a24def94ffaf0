//! One wish put into a text that has gone on since the comment was made.

use std::ops::Range;

use crate::align::Alignment;
use crate::collate::{Clash, Merged, Rewording, Wish, merge};
use crate::comment::Target;
use crate::draft::{BREAK, Draft, Giver, Level, Paragraph, ParagraphId};
use crate::text::Terms;

/// The way from the text a comment speaks of to the text that is being prepared, in one language.
#[derive(Debug, Clone, Copy)]
pub struct Adopting<'d> {
    /// The text the wish was read beside.
    pub base: &'d Draft,
    /// The text that is being prepared.
    pub ours: &'d Draft,
    /// Which passage of the one became which of the other.
    pub alignment: &'d Alignment,
    /// The terms that stay whole.
    pub terms: &'d Terms,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adopted {
    /// The text with it.
    Taken(Draft),
    /// There is nothing to do, and why.
    Nothing(&'static str),
    /// It meets what was changed since.
    Collision(Vec<Hindrance>),
}

/// What a wish meets in a text that has gone on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The same words, or words beside them, were changed in another way.
    Words {
        /// The passages as they are now.
        passages: Vec<ParagraphId>,
        /// Their words when the comment was made.
        base: String,
        /// Where both changed them.
        clashes: Vec<Clash>,
    },
    /// It is to be taken out, but was changed since.
    Changed {
        /// The passages as they are now.
        passages: Vec<ParagraphId>,
        /// Their words when the comment was made.
        base: String,
        /// Their words now.
        ours: String,
    },
    /// What stood beside the place does not stand there any more.
    Neighbours {
        /// The passage beside which it would stand, or stood.
        place: ParagraphId,
        /// What stands beside it now; absent at an end of the text.
        now: Option<ParagraphId>,
    },
    /// Nothing continues a passage that it needs.
    Gone(ParagraphId),
    /// A paragraph that holds items, or a heading that holds paragraphs, is to be taken out without them.
    Holds(ParagraphId),
}

type Outcome = Result<Draft, Hindrance>;

impl Adopting<'_> {
    /// Puts a wish in: words by a three-way merge, passages by their neighbours.
    ///
    /// A passage is put in, taken out or moved only where the passages beside its place are still those that stood
    /// there; so two such wishes that touch the same gap between passages collide in whichever order they come, and
    /// the others give the same text in every order (but for the ids of what is new). What is neither clean nor a
    /// collision does not exist.
    pub fn adopt(&self, wish: &Wish, giver: &mut Giver) -> Adopted {
        match wish {
            Wish::Reword(rewordings) => self.reword(rewordings),
            Wish::Add { after: Some(after), words } => match self.add(after, words, giver) {
                Ok(None) => Adopted::Nothing("the paragraph stands there already"),
                Ok(Some(draft)) => Adopted::Taken(draft),
                Err(hindrance) => Adopted::Collision(vec![hindrance]),
            },
            Wish::Move { passages, to } => self.outcome(self.move_to(passages, to)),
            Wish::Retain(_) => Adopted::Nothing("it asks to keep the text as it stands"),
            Wish::Add { after: None, .. } | Wish::Nothing | Wish::Unclear(_) => {
                Adopted::Nothing("it proposes no wording for a place in the text")
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> Adopted {
        match outcome {
            Ok(draft) if draft == *self.ours => Adopted::Nothing("the text says so already"),
            Ok(draft) => Adopted::Taken(draft),
            Err(hindrance) => Adopted::Collision(vec![hindrance]),
        }
    }

    /// Rewords passages; those of which nothing would be left are taken out.
    fn reword(&self, rewordings: &[Rewording]) -> Adopted {
        let empty = |one: &Rewording| one.applied(self.base).trim().is_empty();
        let (out, other): (Vec<&Rewording>, Vec<&Rewording>) = rewordings.iter().partition(|one| empty(one));
        let mut draft = self.ours.clone();
        let mut hindrances = Vec::new();
        let mut done: Vec<&ParagraphId> = Vec::new();
        for one in &other {
            if done.contains(&&one.paragraph) {
                continue;
            }
            match self.merged(&one.paragraph, &other) {
                Ok((before, after)) => {
                    done.extend(before);
                    for (id, text) in after {
                        if let Some(passage) = draft.paragraphs.iter_mut().find(|p| p.id == id) {
                            passage.text = text;
                        }
                    }
                }
                Err(hindrance) => {
                    done.push(&one.paragraph);
                    hindrances.push(hindrance);
                }
            }
        }
        let out: Vec<ParagraphId> = out.iter().map(|one| one.paragraph.clone()).collect();
        match self.delete(&out, draft) {
            Ok(draft) if hindrances.is_empty() => self.outcome(Ok(draft)),
            Ok(_) => Adopted::Collision(hindrances),
            Err(hindrance) => {
                hindrances.push(hindrance);
                Adopted::Collision(hindrances)
            }
        }
    }

    /// The words of one passage's heirs after the merge, with the passages before that they come from.
    fn merged<'s>(
        &'s self,
        id: &'s ParagraphId,
        rewordings: &[&Rewording],
    ) -> Result<(&'s [ParagraphId], Vec<(ParagraphId, String)>), Hindrance> {
        let pairing = self.alignment.of_before(id).filter(|pairing| !pairing.after.is_empty());
        let Some(pairing) = pairing else { return Err(Hindrance::Gone(id.clone())) };
        let (base, ours) = (self.base.joined(&pairing.before), self.ours.joined(&pairing.after));
        let theirs: Vec<String> = base
            .parts
            .iter()
            .map(|(id, part)| {
                let own = rewordings.iter().find(|one| one.paragraph == *id);
                own.map_or_else(|| base.text[part.clone()].to_owned(), |one| one.applied(self.base))
            })
            .collect();
        let theirs = theirs.join(BREAK);
        let clashes = match merge(&base.text, &ours.text, &theirs, self.terms) {
            Merged::Clean(text) => {
                let parts: Vec<String> = text.split(BREAK).map(in_form).collect();
                if parts.len() == ours.parts.len() && parts.iter().all(|part| !part.is_empty()) {
                    let ids = ours.parts.into_iter().map(|(id, _)| id);
                    return Ok((&pairing.before, ids.zip(parts).collect()));
                }
                vec![Clash { span: 0..base.text.len(), ours: ours.text, theirs }]
            }
            Merged::Collision(clashes) => clashes,
        };
        Err(Hindrance::Words { passages: pairing.after.clone(), base: base.text, clashes })
    }

    /// Puts a passage in; none where it stands there already.
    fn add(&self, after: &ParagraphId, words: &str, giver: &mut Giver) -> Result<Option<Draft>, Hindrance> {
        let gone = || Hindrance::Gone(after.clone());
        let before = self.base.end_of(after).ok_or_else(gone)?;
        let says_so = |draft: &Draft, at: usize| {
            let next = draft.paragraphs.get(at);
            let item = after.level() == Level::Item;
            next.is_some_and(|next| next.text == words && item == (next.level() == Level::Item))
        };
        if says_so(self.base, before) {
            return Ok(None);
        }
        let heir = self.last_heir(after)?;
        let now = self.ours.end_of(&heir).ok_or_else(gone)?;
        // Put there since, and nothing else.
        let next = self.base.paragraphs.get(before);
        if says_so(self.ours, now) && self.is_heir(next, Some(now + 1), after).is_ok() {
            return Ok(None);
        }
        self.same_gap(before, now, &heir)?;
        let mut draft = self.ours.clone();
        let passage = Paragraph::new(giver.following(self.ours, &heir), words);
        draft.paragraphs.insert(now, passage);
        Ok(Some(draft))
    }

    /// Takes passages out of a draft that has the passages of ours.
    fn delete(&self, out: &[ParagraphId], mut draft: Draft) -> Outcome {
        let mut going: Vec<ParagraphId> = Vec::new();
        for id in out {
            if matches!(id.level(), Level::Section | Level::Title) {
                return Err(Hindrance::Holds(id.clone()));
            }
            let pairing = self.alignment.of_before(id).filter(|pairing| !pairing.after.is_empty());
            let Some(pairing) = pairing else { return Err(Hindrance::Gone(id.clone())) };
            let (base, ours) = (self.base.joined(&pairing.before), self.ours.joined(&pairing.after));
            if base.text != ours.text || pairing.before.iter().any(|id| !out.contains(id)) {
                let passages = pairing.after.clone();
                return Err(Hindrance::Changed { passages, base: base.text, ours: ours.text });
            }
            self.stays_between(id, &pairing.after)?;
            going.extend(pairing.after.iter().cloned());
        }
        for id in &going {
            let held = self.ours.paragraphs.iter().filter(|passage| passage.id.level() == Level::Item);
            let (from, to) = (self.ours.position(id), self.ours.end_of(id));
            let left = held.filter(|item| {
                let at = self.ours.position(&item.id);
                at > from && at < to && !going.contains(&item.id)
            });
            if id.level() == Level::Paragraph && left.count() > 0 {
                return Err(Hindrance::Holds(id.clone()));
            }
        }
        draft.paragraphs.retain(|passage| !going.contains(&passage.id));
        Ok(draft)
    }

    /// Whether a passage that is to go still stands between the passages it stood between; what was taken out since
    /// does not count.
    fn stays_between(&self, id: &ParagraphId, heirs: &[ParagraphId]) -> Result<(), Hindrance> {
        let at = self.base.position(id).unwrap_or_default();
        let first = heirs.iter().filter_map(|id| self.ours.position(id)).min().unwrap_or_default();
        let last = heirs.iter().filter_map(|id| self.ours.position(id)).max().unwrap_or_default();
        let lives = |passage: &&Paragraph| !self.alignment.heirs(&passage.id).is_empty();
        let before = self.base.paragraphs[..at].iter().rev().find(lives);
        let after = self.base.paragraphs[at + 1..].iter().find(lives);
        self.is_heir(before, first.checked_sub(1), id)?;
        self.is_heir(after, Some(last + 1), id)
    }

    fn is_heir(
        &self,
        was: Option<&Paragraph>,
        now: Option<usize>,
        place: &ParagraphId,
    ) -> Result<(), Hindrance> {
        let now = now.and_then(|at| self.ours.paragraphs.get(at));
        let same = match (was, now) {
            (None, None) => true,
            (Some(was), Some(now)) => now.ids().any(|id| self.alignment.heirs(&was.id).contains(id)),
            _ => false,
        };
        let now = now.map(|passage| passage.id.clone());
        if same { Ok(()) } else { Err(Hindrance::Neighbours { place: place.clone(), now }) }
    }

    /// Moves passages with their items after another, as the comment names it.
    fn move_to(&self, passages: &[ParagraphId], to: &str) -> Outcome {
        let first = passages.first().cloned().unwrap_or_else(ParagraphId::title);
        let to = Target::parse(to).and_then(|target| target.ids().pop().cloned());
        let Some(to) = to.filter(|to| self.base.position(to).is_some()) else {
            return Err(Hindrance::Gone(first));
        };
        let stays = |id: &ParagraphId| matches!(id.level(), Level::Section | Level::Title);
        if let Some(heading) = passages.iter().find(|id| stays(id) || **id == to) {
            return Err(Hindrance::Holds(heading.clone()));
        }
        let was = block(self.base, passages).ok_or_else(|| Hindrance::Gone(first.clone()))?;
        let base_to = landing(self.base, &to);
        // What stood there when the comment was made is not moved.
        if base_to == was.start || was.contains(&base_to) {
            return Ok(self.ours.clone());
        }
        let heirs = self.base.paragraphs[was.clone()].iter().flat_map(|p| self.alignment.heirs(&p.id));
        let heirs: Vec<ParagraphId> = heirs.cloned().collect();
        let now = block(self.ours, &heirs).ok_or_else(|| Hindrance::Gone(first.clone()))?;
        let heir = self.last_heir(&to)?;
        let ours_to = landing(self.ours, &heir);
        if self.was_moved(&was, &now, base_to, ours_to) {
            return Ok(self.ours.clone());
        }
        // Its own first and last passage must be there still, or others may have come to the places beside it.
        self.is_heir(self.base.paragraphs.get(was.start), Some(now.start), &first)?;
        self.is_heir(self.base.paragraphs.get(was.end - 1), Some(now.end - 1), &first)?;
        let prior = was.start.checked_sub(1).and_then(|at| self.base.paragraphs.get(at));
        self.is_heir(prior, now.start.checked_sub(1), &first)?;
        self.is_heir(self.base.paragraphs.get(was.end), Some(now.end), &first)?;
        self.same_gap(base_to, ours_to, &heir)?;
        let mut draft = self.ours.clone();
        let moved: Vec<Paragraph> = draft.paragraphs.drain(now.clone()).collect();
        let at = if ours_to > now.start { ours_to - now.len() } else { ours_to };
        draft.paragraphs.splice(at..at, moved);
        Ok(draft)
    }

    /// Whether this very move was made since: the passages stand in the gap where they should, and the gap that they
    /// left is closed.
    fn was_moved(&self, was: &Range<usize>, now: &Range<usize>, base_to: usize, ours_to: usize) -> bool {
        let stood = |at: usize| self.base.paragraphs.get(at);
        let prior = was.start.checked_sub(1).and_then(stood);
        let left = prior.and_then(|prior| self.alignment.heirs(&prior.id).last());
        let left = left.and_then(|prior| self.ours.position(prior));
        let place = ParagraphId::title();
        ours_to == now.start
            && self.is_heir(stood(base_to), Some(now.end), &place).is_ok()
            && self.is_heir(stood(was.end), left.map(|at| at + 1), &place).is_ok()
    }

    /// Whether what stands on both sides of a place is still what stood there.
    fn same_gap(&self, before: usize, now: usize, place: &ParagraphId) -> Result<(), Hindrance> {
        let prior = before.checked_sub(1).and_then(|at| self.base.paragraphs.get(at));
        self.is_heir(prior, now.checked_sub(1), place)?;
        self.is_heir(self.base.paragraphs.get(before), Some(now), place)
    }

    /// The last of the passages that continue one.
    fn last_heir(&self, id: &ParagraphId) -> Result<ParagraphId, Hindrance> {
        let heirs = self.alignment.heirs(id).iter();
        let last = heirs.max_by_key(|heir| self.ours.position(heir));
        last.cloned().ok_or_else(|| Hindrance::Gone(id.clone()))
    }
}

/// Where what is moved after a passage comes to stand: below a heading, after all else that a passage holds.
fn landing(draft: &Draft, to: &ParagraphId) -> usize {
    match to.level() {
        Level::Section => draft.position(to).map(|at| at + 1),
        _ => draft.end_of(to),
    }
    .unwrap_or(draft.paragraphs.len())
}

/// The ranks of some passages with all they hold, where they stand together.
fn block(draft: &Draft, passages: &[ParagraphId]) -> Option<Range<usize>> {
    let mut ranks: Vec<usize> = Vec::new();
    for id in passages {
        ranks.extend(draft.position(id)?..draft.end_of(id)?);
    }
    ranks.sort_unstable();
    ranks.dedup();
    let (first, last) = (*ranks.first()?, *ranks.last()?);
    (last - first + 1 == ranks.len()).then_some(first..last + 1)
}

/// Words as a draft holds them: no space at the ends of a block, no empty block.
fn in_form(text: &str) -> String {
    let blocks: Vec<&str> = text.split('\n').map(|block| block.trim_matches(' ')).collect();
    blocks.into_iter().filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n")
}
