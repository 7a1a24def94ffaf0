//! Carries a comment's words from the version it was made on to another.

use crate::align::Alignment;
use crate::anchor::{Anchoring, Spot, places};
use crate::comment::Target;
use crate::draft::{Draft, ParagraphId};
use crate::redline::Redline;
use crate::text::{Span, Terms, letters};

/// The way from the version a comment was made on to the version of interest, in the language it quotes.
///
/// Over several versions the alignment is composed and the words are carried once, from the text the
/// delegation had before it, so that errors do not add up.
#[derive(Debug, Clone, Copy)]
pub struct Course<'d> {
    /// The text commented on.
    pub before: &'d Draft,
    /// The text of interest.
    pub after: &'d Draft,
    /// Which passage became which.
    pub alignment: &'d Alignment,
    /// The terms that stay whole.
    pub terms: &'d Terms,
}

/// Half of the wording must have been kept for words to count as amended rather than gone.
const HALF: f32 = 0.5;

/// What became of one piece of a quotation.
struct Carried {
    spots: Vec<Spot>,
    letters: usize,
    kept: f32,
    same: bool,
}

impl Course<'_> {
    /// Where a comment stands. Never outside the heirs of the passages it was made on.
    pub fn carry(&self, target: &Target, quote: Option<&str>) -> Anchoring {
        if *target == Target::All {
            return Anchoring::Whole;
        }
        let Some(own) = self.named(target) else { return Anchoring::Unplaced };
        let heirs = self.heirs(&own);
        let Some(quote) = quote else { return by_paragraph(heirs) };
        let joined = self.before.joined(&own);
        let found = places(&joined.text, quote);
        let carried = found.iter().map(|span| self.carry_words(&joined.within(span)));
        let carried: Vec<Option<Anchoring>> = carried.collect();
        match carried.as_slice() {
            [] => by_paragraph(heirs),
            [Some(one)] => one.clone(),
            [None] => self.among_heirs(heirs, quote),
            several => {
                let mut spots: Vec<Spot> =
                    several.iter().flatten().flat_map(|one| one.spots().to_vec()).collect();
                spots.dedup();
                if spots.is_empty() { by_paragraph(heirs) } else { Anchoring::Ambiguous(spots) }
            }
        }
    }

    /// The passages a target names; absent where the text does not have them.
    fn named(&self, target: &Target) -> Option<Vec<ParagraphId>> {
        match target {
            Target::All => Some(Vec::new()),
            Target::Unread => None,
            Target::One(id) => {
                self.before.position(id)?;
                Some(self.before.ids().filter(|other| id.covers(other)).cloned().collect())
            }
            Target::Span(first, last) => {
                let (from, to) = (self.before.position(first)?, self.before.position(last)?);
                let between = self.before.paragraphs.get(from..=to)?;
                Some(between.iter().flat_map(|passage| passage.ids().cloned()).collect())
            }
            Target::Several(several) => {
                let named: Option<Vec<Vec<ParagraphId>>> =
                    several.iter().map(|one| self.named(one)).collect();
                // In the text's order and each once, however they were cited.
                let named: Vec<ParagraphId> = named?.concat();
                Some(self.before.ids().filter(|id| named.contains(id)).cloned().collect())
            }
        }
    }

    /// The passages that continue these, in the later text's order.
    fn heirs(&self, own: &[ParagraphId]) -> Vec<ParagraphId> {
        let continues = |id: &&ParagraphId| own.iter().any(|own| self.alignment.heirs(own).contains(id));
        self.after.ids().filter(continues).cloned().collect()
    }

    /// Carries the pieces of one quotation; absent where less than half of its wording lives on.
    fn carry_words(&self, pieces: &[(ParagraphId, Span)]) -> Option<Anchoring> {
        let carried: Vec<Carried> = pieces.iter().map(|(id, span)| self.carry_piece(id, span)).collect();
        let all: usize = carried.iter().map(|piece| piece.letters).sum();
        let kept: f32 = carried.iter().map(|piece| piece.kept).sum();
        let same = carried.iter().all(|piece| piece.same);
        let spots: Vec<Spot> = carried.into_iter().flat_map(|piece| piece.spots).collect();
        if spots.is_empty() {
            return None;
        }
        if same {
            return Some(Anchoring::Exact(spots));
        }
        #[expect(clippy::cast_precision_loss, reason = "a share of a text's letters needs no more than f32")]
        let enough = kept >= HALF * all as f32;
        enough.then_some(Anchoring::Amended(spots))
    }

    fn carry_piece(&self, id: &ParagraphId, span: &Span) -> Carried {
        let mut carried = Carried { spots: Vec::new(), letters: 0, kept: 0.0, same: false };
        let Some(pairing) = self.alignment.of_before(id) else { return carried };
        let (old, new) = (self.before.joined(&pairing.before), self.after.joined(&pairing.after));
        let Some(span) = old.place(id, span) else { return carried };
        carried.letters = letters(&old.text[span.clone()]);
        let redline = Redline::between(&old.text, &new.text, self.terms);
        if let Some((now, share)) = redline.carry(&span) {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a share of a text's letters needs no more than f32"
            )]
            let kept = share * carried.letters as f32;
            carried.kept = kept;
            carried.same = old.text[span] == new.text[now.clone()];
            carried.spots = spots(new.within(&now));
        }
        carried
    }

    /// The very words elsewhere in the heirs: once, they are meant; more often, a person decides.
    fn among_heirs(&self, heirs: Vec<ParagraphId>, quote: &str) -> Anchoring {
        let joined = self.after.joined(&heirs);
        let found: Vec<Vec<Spot>> =
            places(&joined.text, quote).iter().map(|span| spots(joined.within(span))).collect();
        match found.len() {
            0 => by_paragraph(heirs),
            1 => Anchoring::Exact(found.into_iter().flatten().collect()),
            _ => Anchoring::Ambiguous(found.into_iter().flatten().collect()),
        }
    }
}

fn by_paragraph(heirs: Vec<ParagraphId>) -> Anchoring {
    if heirs.is_empty() { Anchoring::Orphaned } else { Anchoring::Paragraph(heirs) }
}

fn spots(pieces: Vec<(ParagraphId, Span)>) -> Vec<Spot> {
    pieces.into_iter().map(|(paragraph, span)| Spot { paragraph, span: Some(span) }).collect()
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
        let terms = Terms::none();
        let course = Course { before: &before, after: &after, alignment: &alignment, terms: &terms };
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
    fn words_that_changed_are_amended_while_half_of_them_live() {
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
