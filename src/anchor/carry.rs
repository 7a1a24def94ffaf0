//! Carries a comment's words from the version it was made on to another.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::align::Alignment;
use crate::anchor::family::{Carried, Family, spots};
use crate::anchor::{Anchoring, Spot, Trust, named_in, places, places_of_words};
use crate::comment::Target;
use crate::draft::{Draft, Joined, ParagraphId};
use crate::text::{Span, Terms};

/// The way from the version a comment was made on to the version of interest, in the language it quotes.
///
/// Over several versions the alignment is composed and the words are carried once, from the text the
/// delegation had before it, so that errors do not add up. Each pairing's redline is worked out once for all
/// comments.
#[derive(Debug)]
pub struct Course<'d> {
    before: &'d Draft,
    after: &'d Draft,
    alignment: Alignment,
    terms: Terms,
    /// The pairing of each passage before.
    pairings: HashMap<ParagraphId, usize>,
    /// The links that were guessed and are not sure.
    doubts: HashMap<(ParagraphId, ParagraphId), Trust>,
    families: RefCell<HashMap<usize, Rc<Family>>>,
    named: RefCell<HashMap<Target, Option<Rc<Named>>>>,
}

/// What a target names: its passages read as one text, and those that continue them.
#[derive(Debug)]
struct Named {
    joined: Joined,
    /// In the later text's order.
    heirs: Vec<ParagraphId>,
    /// The least trust with which any of its passages is linked to each of them.
    trust: Vec<Trust>,
}

impl<'d> Course<'d> {
    /// Lays out the way between two texts, as the alignment says which passage became which. `terms` stay whole.
    pub fn new(before: &'d Draft, after: &'d Draft, alignment: Alignment, terms: Terms) -> Course<'d> {
        let rows = alignment.pairings.iter().enumerate();
        let pairings = rows.flat_map(|(at, pairing)| pairing.before.iter().map(move |id| (id.clone(), at)));
        Course {
            before,
            after,
            pairings: pairings.collect(),
            alignment,
            terms,
            doubts: HashMap::new(),
            families: RefCell::default(),
            named: RefCell::default(),
        }
    }

    /// Says which links, from a passage before to one after, are not sure.
    pub fn doubting(mut self, doubts: HashMap<(ParagraphId, ParagraphId), Trust>) -> Course<'d> {
        self.doubts = doubts;
        self
    }

    /// Where a comment stands. Never outside the heirs of the passages it was made on.
    pub fn carry(&self, target: &Target, quote: Option<&str>) -> Anchoring {
        if *target == Target::All {
            return Anchoring::Whole;
        }
        let Some(named) = self.named(target) else { return Anchoring::Unplaced };
        let Some(quote) = quote else { return named.by_paragraph() };
        match places(&named.joined.text, quote).as_slice() {
            [] => named.by_paragraph(),
            [one] => self.follow(&named, one, quote),
            several => {
                let stands = several.iter().filter_map(|span| self.words(&named, span));
                let mut spots: Vec<Spot> = stands.flat_map(|one| one.spots().to_vec()).collect();
                spots.dedup();
                if spots.is_empty() { named.by_paragraph() } else { Anchoring::Ambiguous(spots) }
            }
        }
    }

    /// Where a place in one passage stands that is known by more than its words.
    pub fn carry_place(&self, id: &ParagraphId, span: &Span) -> Anchoring {
        let Some(named) = self.named(&Target::One(id.clone())) else { return Anchoring::Unplaced };
        let place = named.joined.place(id, span);
        let quote = place.as_ref().and_then(|place| named.joined.text.get(place.clone()));
        match place.zip(quote) {
            Some((place, quote)) if places(&named.joined.text, quote).len() == 1 => {
                self.follow(&named, &place, quote)
            }
            Some((place, _)) => self.words(&named, &place).unwrap_or_else(|| named.by_paragraph()),
            None => named.by_paragraph(),
        }
    }

    /// Follows words that stand once: where they are, or where the very same stand once in an heir, or what they
    /// became.
    fn follow(&self, named: &Named, place: &Span, quote: &str) -> Anchoring {
        let carried = self.words(named, place);
        if let Some(Anchoring::Exact(_)) = carried {
            return carried.expect("just looked at");
        }
        let heirs: Vec<ParagraphId> = named.believed().cloned().collect();
        let joined = self.after.joined(&heirs);
        let found = places_of_words(&named.joined.text, place, &joined.text, quote);
        match (found.as_slice(), carried) {
            ([one], _) => Anchoring::Exact(spots(joined.within(one))),
            (_, Some(amended)) => amended,
            ([], None) => named.by_paragraph(),
            (several, None) => {
                let several = several.iter().flat_map(|span| spots(joined.within(span)));
                Anchoring::Ambiguous(several.collect())
            }
        }
    }

    /// Carries the words at a place of the passages named; absent where too little of them lives on.
    fn words(&self, named: &Named, place: &Span) -> Option<Anchoring> {
        let pieces = named.joined.within(place);
        let carried: Vec<Carried> = pieces
            .iter()
            .filter_map(|(id, span)| {
                let family = self.family(*self.pairings.get(id)?);
                family.carry(id, span, &self.terms)
            })
            .collect();
        let all: usize = carried.iter().map(|piece| piece.letters.max(1)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a share of a text's letters needs no more than f32")]
        let kept: f32 = carried.iter().map(|piece| piece.share * piece.letters.max(1) as f32).sum();
        #[expect(clippy::cast_precision_loss, reason = "a share of a text's letters needs no more than f32")]
        let share = kept / all.max(1) as f32;
        let same = carried.iter().all(|piece| piece.same);
        let spots: Vec<Spot> = carried.into_iter().flat_map(|piece| piece.spots).collect();
        let trust = spots.iter().map(|spot| named.trust_in(&spot.paragraph)).min()?;
        if share < trust.least()? {
            return None;
        }
        Some(if same { Anchoring::Exact(spots) } else { Anchoring::Amended(spots) })
    }

    fn family(&self, pairing: usize) -> Rc<Family> {
        let mut families = self.families.borrow_mut();
        let family = || Rc::new(Family::of(&self.alignment.pairings[pairing], self.before, self.after));
        families.entry(pairing).or_insert_with(family).clone()
    }

    /// What a target names; absent where the text does not have it.
    fn named(&self, target: &Target) -> Option<Rc<Named>> {
        if let Some(known) = self.named.borrow().get(target) {
            return known.clone();
        }
        let named = named_in(self.before, target).map(|own| Rc::new(self.name(&own)));
        self.named.borrow_mut().insert(target.clone(), named.clone());
        named
    }

    fn name(&self, own: &[ParagraphId]) -> Named {
        let heirs_of = |id: &ParagraphId| {
            self.pairings.get(id).map_or(&[][..], |&at| self.alignment.pairings[at].after.as_slice())
        };
        let continuing: Vec<&ParagraphId> = own.iter().flat_map(heirs_of).collect();
        let heirs: Vec<ParagraphId> =
            self.after.ids().filter(|id| continuing.contains(id)).cloned().collect();
        let trust = |heir: &ParagraphId| {
            let doubts = own.iter().filter_map(|id| self.doubts.get(&(id.clone(), heir.clone())));
            doubts.min().copied().unwrap_or_default()
        };
        Named { joined: self.before.joined(own), trust: heirs.iter().map(trust).collect(), heirs }
    }
}

impl Named {
    /// Without words to vouch for them, only sure heirs hold a comment.
    fn by_paragraph(&self) -> Anchoring {
        let linked = self.heirs.iter().zip(&self.trust);
        let sure: Vec<ParagraphId> =
            linked.filter(|(_, trust)| **trust == Trust::Sure).map(|(id, _)| id.clone()).collect();
        if sure.is_empty() { Anchoring::Orphaned } else { Anchoring::Paragraph(sure) }
    }

    fn believed(&self) -> impl Iterator<Item = &ParagraphId> {
        self.heirs.iter().zip(&self.trust).filter(|(_, trust)| trust.least().is_some()).map(|(id, _)| id)
    }

    fn trust_in(&self, heir: &ParagraphId) -> Trust {
        let at = self.heirs.iter().position(|own| own == heir);
        at.map_or(Trust::Unsupported, |at| self.trust[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft::parse("en.md", &format!("# title\n\n{}\n", text.replace('|', "\n\n"))).expect("in form")
    }

    #[track_caller]
    fn case(before: &str, after: &str, target: &str, quote: &str, expected: &str) {
        let (before, after) = (draft(before), draft(after));
        let alignment = Alignment::between(&before, &after);
        let course = Course::new(&before, &after, alignment, Terms::none());
        let target = Target::parse(target).expect("a target");
        let stands = course.carry(&target, Some(quote).filter(|quote| !quote.is_empty()));
        let words = stands.spots().iter().filter_map(|spot| {
            let text = &after.get(&spot.paragraph)?.text;
            Some(format!(" {}:{}", spot.paragraph, &text[spot.span.clone()?]))
        });
        let passages: Vec<&str> = stands.passages().into_iter().map(ParagraphId::as_str).collect();
        let words: String = words.collect();
        let words = if words.is_empty() { format!(" {}", passages.join("+")) } else { words };
        assert_eq!(format!("{}{}", stands.word(), words).trim_end(), expected);
    }

    #[test]
    fn words_that_stand_are_exact_wherever_their_paragraph_went() {
        case(
            "[A1] States must act now.|[A2] x",
            "[A2] x|[A1] Today States must act now.",
            "A1",
            "must act",
            "exact A1:must act",
        );
        case(
            "[A1] One act. Two acts.",
            "[A1] One act.|[A1bis from A1] Two acts.",
            "A1",
            "Two acts",
            "exact A1bis:Two acts",
        );
        case("[A1] One act.|[A2] Two acts.", "[A1 from A2] One act. Two acts.", "A2", "Two", "exact A1:Two");
    }

    #[test]
    fn words_that_changed_are_amended_while_enough_of_them_lives() {
        case(
            "[A1] States should exercise due diligence.",
            "[A1] States must exercise due diligence.",
            "A1",
            "should exercise due diligence",
            "amended A1:must exercise due diligence",
        );
    }

    #[test]
    fn a_comment_never_jumps_to_a_lookalike() {
        case(
            "[A1] States keep lists.|[A2] States keep lists.",
            "[A2] States keep lists.",
            "A1",
            "keep lists",
            "orphaned",
        );
        case(
            "[A1] States keep lists. Also x.|[A2] Volunteers.",
            "[A1] Also x.|[A2] Volunteers. States keep lists.",
            "A1",
            "States keep lists",
            "paragraph A1",
        );
    }

    #[test]
    fn words_that_stand_twice_are_for_a_person_to_place() {
        case(
            "[A1] if feasible, x, if feasible",
            "[A1] if feasible, x, if feasible",
            "A1",
            "if feasible",
            "ambiguous A1:if feasible A1:if feasible",
        );
    }

    #[test]
    fn what_a_delegation_got_wrong_keeps_its_comment() {
        case("[A1] a", "[A1] a", "A1", "not there", "paragraph A1");
        case("[A1] a", "[A1] a", "D9", "", "unplaced");
        case("[A1] a", "[A1] a", "all", "", "whole");
    }

    #[test]
    fn a_paragraph_includes_its_items_and_a_quotation_may_span_neighbours() {
        case(
            "[A1] these:|- [A1a] one thing",
            "[A1] these:|- [A1a] one thing",
            "A1",
            "one thing",
            "exact A1a:one thing",
        );
        case("[A1] a b|[A2] c d", "[A1] a b|[A2] c d", "A1..A2", "b c", "exact A1:b A2:c");
    }
}
