//! All wordings asked for, folded into the text they were made on.

use crate::collate::{Backing, Moving, Piece, Proposal, Unclear, Wisher, Wishes, fold};
use crate::comment::CommentId;
use crate::draft::{Draft, Giver, ParagraphId};
use crate::redline::Edit;
use crate::text::Span;

/// Every passage of a version with all that is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compilation {
    /// The passages, in reading order.
    pub passages: Vec<Compiled>,
    /// What is asked of the whole text, and what has no place in it: no pieces and no name.
    pub apart: Compiled,
}

/// One passage with all that is asked of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compiled {
    /// The passage; absent for the whole text.
    pub paragraph: Option<ParagraphId>,
    /// Its words, with a bracket wherever somebody asks for others.
    pub pieces: Vec<Piece>,
    /// Wordings that keep less than half of it, in full.
    pub alternatives: Vec<Alternative>,
    /// Passages to be added after it.
    pub additions: Vec<Numbered>,
    /// Passages to be moved, of which this is the first.
    pub movings: Vec<Moving>,
    /// Comments that ask to keep it as it stands, and stand in no bracket.
    pub retained: Vec<CommentId>,
    /// Comments that propose no words.
    pub without_wording: Vec<CommentId>,
    /// Comments whose wording could not be folded, and why.
    pub unclear: Vec<(CommentId, Unclear)>,
}

/// A wording that stands in the place of whole passages: `B2 alt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The passages in whose place it would stand.
    pub passages: Vec<ParagraphId>,
    /// The words.
    pub words: String,
    /// Who asks for it.
    pub backing: Backing,
}

/// A passage to be added, with the id that it would be given: `B2 bis`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The id; absent where it is not known after which passage it would stand.
    pub id: Option<ParagraphId>,
    /// The words.
    pub words: String,
    /// Who asks for it.
    pub backing: Backing,
}

impl Compilation {
    /// Folds wishes into the text they were read beside. `giver` knows the ids that were ever given.
    ///
    /// A wording that keeps less than half of its passages' letters and digits is an alternative to them and stands
    /// in full; all others are folded. Laws: what is kept and what stands in the brackets is the text; every wording
    /// can be read in full; every wish stands somewhere.
    pub fn of(wisher: &Wisher<'_>, wishes: &Wishes, giver: &mut Giver) -> Compilation {
        let draft = wisher.draft();
        let mut passages: Vec<Compiled> = draft
            .paragraphs
            .iter()
            .map(|passage| Compiled { paragraph: Some(passage.id.clone()), ..Compiled::default() })
            .collect();
        // What has no place stands last until it is taken off.
        passages.push(Compiled::default());
        let last = draft.paragraphs.len();
        let place = |id: Option<&ParagraphId>| id.and_then(|id| draft.position(id)).unwrap_or(last);
        let (alternatives, folded): (Vec<&Proposal>, Vec<&Proposal>) =
            wishes.proposals.iter().partition(|proposal| proposal.replaces_most(draft));
        for (passage, compiled) in draft.paragraphs.iter().zip(&mut passages) {
            let (inside, beside) = retained(wishes, &passage.id);
            compiled.pieces = fold(&passage.text, &wordings(&folded, &passage.id), &inside);
            let bracketed = compiled.brackets_that_retain();
            let left = inside.into_iter().map(|(_, id)| id).filter(|id| !bracketed.contains(id));
            compiled.retained = beside.into_iter().chain(left).collect();
        }
        for proposal in alternatives {
            let alternative = alternative(draft, proposal);
            passages[place(alternative.passages.first())].alternatives.push(alternative);
        }
        for moving in &wishes.movings {
            passages[place(moving.passages.first())].movings.push(moving.clone());
        }
        for (at, id) in &wishes.without_wording {
            passages[place(at.as_ref())].without_wording.push(id.clone());
        }
        for (at, id, why) in &wishes.unclear {
            passages[place(at.as_ref())].unclear.push((id.clone(), why.clone()));
        }
        for addition in &wishes.additions {
            let id = addition.after.as_ref().map(|after| giver.following(draft, after));
            let numbered = Numbered { id, words: addition.words.clone(), backing: addition.backing.clone() };
            let end = addition.after.as_ref().and_then(|after| draft.end_of(after));
            passages[end.map_or(last, |end| end - 1)].additions.push(numbered);
        }
        let apart = passages.pop().unwrap_or_default();
        Compilation { passages, apart }
    }

    /// Everything asked, passage by passage, then what has no place.
    pub fn all(&self) -> impl Iterator<Item = &Compiled> {
        self.passages.iter().chain([&self.apart])
    }

    /// How many brackets there are.
    pub fn brackets(&self) -> usize {
        self.passages.iter().map(Compiled::brackets).sum()
    }
}

impl Compiled {
    /// How many brackets it has.
    pub fn brackets(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Bracket(_))).count()
    }

    /// Whether nobody asks for other words here, nor for other passages.
    pub fn is_untouched(&self) -> bool {
        self.brackets() == 0
            && self.alternatives.is_empty()
            && self.additions.is_empty()
            && self.movings.is_empty()
    }

    fn brackets_that_retain(&self) -> Vec<CommentId> {
        let kept = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Bracket(bracket) => Some(&bracket.retained),
            Piece::Kept(_) => None,
        });
        kept.flatten().cloned().collect()
    }
}

fn alternative(draft: &Draft, proposal: &Proposal) -> Alternative {
    let texts: Vec<String> = proposal
        .rewordings
        .iter()
        .map(|rewording| rewording.applied(draft))
        .filter(|text| !text.trim().is_empty())
        .collect();
    Alternative {
        passages: proposal.rewordings.iter().map(|rewording| rewording.paragraph.clone()).collect(),
        words: texts.join("\n"),
        backing: proposal.backing.clone(),
    }
}

/// The edits of one passage, proposal by proposal.
fn wordings<'p>(proposals: &[&'p Proposal], id: &ParagraphId) -> Vec<(&'p [Edit], &'p Backing)> {
    let own = proposals.iter().flat_map(|proposal| {
        let here = proposal.rewordings.iter().filter(|rewording| rewording.paragraph == *id);
        here.map(|rewording| (rewording.edits.as_slice(), &proposal.backing))
    });
    own.collect()
}

/// The comments that ask to keep words of a passage, with the words; and those that ask to keep it whole.
fn retained(wishes: &Wishes, id: &ParagraphId) -> (Vec<(Span, CommentId)>, Vec<CommentId>) {
    let (mut inside, mut beside) = (Vec::new(), Vec::new());
    for (spots, comment) in &wishes.retained {
        for spot in spots.iter().filter(|spot| spot.paragraph == *id) {
            match &spot.span {
                Some(span) => inside.push((span.clone(), comment.clone())),
                None => beside.push(comment.clone()),
            }
        }
    }
    (inside, beside)
}
