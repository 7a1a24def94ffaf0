//! Passages put in, taken out and moved, by the passages that stand beside them.

use std::ops::Range;

use crate::collate::adoption::Outcome;
use crate::collate::{Adopting, Hindrance};
use crate::comment::Target;
use crate::draft::{Draft, Giver, Level, Paragraph, ParagraphId};

impl Adopting<'_> {
    /// Puts a passage in; none where it stands there already.
    pub(super) fn add(
        &self,
        after: &ParagraphId,
        words: &str,
        giver: &mut Giver,
    ) -> Result<Option<Draft>, Hindrance> {
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
    pub(super) fn delete(&self, out: &[ParagraphId], mut draft: Draft) -> Outcome {
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
    pub(super) fn move_to(&self, passages: &[ParagraphId], to: &str) -> Outcome {
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
pub(super) fn landing(draft: &Draft, to: &ParagraphId) -> usize {
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
