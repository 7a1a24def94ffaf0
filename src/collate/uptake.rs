//! Uptake: how much of what a comment asks for stands in a later version.

use crate::align::{Alignment, Fate};
use crate::anchor::Spot;
use crate::collate::found::PutIn;
use crate::collate::neighbours::landing;
use crate::collate::since::{Since, edits};
use crate::collate::words_put_in::Count;
use crate::collate::{Rewording, Wish};
use crate::comment::Target;
use crate::draft::{BREAK, Draft, ParagraphId};
use crate::redline::Edit;
use crate::text::{Span, Terms, letters};

/// From this share on, in hundredths, the words that a comment asks for stand in a text.
///
/// Measured on the 64 wordings of the example consultation that are answered as reflected (40), in part (10) or not
/// (14), by `cargo run --example uptake_shares`: of the first none has less than 95, of the last none more than 0, two
/// apart whose answers are wrong on purpose; those reflected in part have 0 (4), 62 to 82 (4) and 100 (2).
pub const STANDS: usize = 70;

/// Two texts in one language, the one a wish was read beside and a later one, and the terms that stay whole.
#[derive(Debug, Clone, Copy)]
pub struct Step<'d> {
    /// The text the wish was read beside.
    pub base: &'d Draft,
    /// The later text.
    pub later: &'d Draft,
    /// Which passage of the one became which of the other.
    pub alignment: &'d Alignment,
    /// The terms that stay whole.
    pub terms: &'d Terms,
}

/// What became of what a comment asks for. Facts about two texts: what the co-chairs say of it stands in their answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uptake {
    /// Words were to be put in, or taken out, or both.
    Words(TakenUp),
    /// Whole passages were to be taken out; whether they are gone.
    Out(bool),
    /// Passages were to stand elsewhere; whether they stand there now.
    Moved(bool),
    /// Words or passages were to stay; whether they stand unchanged.
    Kept(bool),
    /// Words were asked for, and the passages that were to have them are gone.
    Gone,
}

/// How many of the words asked for stand, and which.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenUp {
    /// Words asked to be put in.
    pub put_in: usize,
    /// Of these, the words that stand there now and did not before.
    pub standing: usize,
    /// Words asked to be taken out.
    pub taken_out: usize,
    /// Of these, the words that are gone.
    pub gone: usize,
    /// The words asked to be put in, in runs, and whether each run stands.
    pub asked: Vec<(String, bool)>,
    /// The words asked to be taken out, in runs, and whether each run is gone.
    pub struck: Vec<(String, bool)>,
    /// The passages of the later version in which the words stand.
    pub passages: Vec<ParagraphId>,
}

impl TakenUp {
    /// How much of it stands, in hundredths: of the words to be put in, or where there are none, of those to be
    /// taken out.
    pub fn share(&self) -> usize {
        let (done, asked) =
            if self.put_in > 0 { (self.standing, self.put_in) } else { (self.gone, self.taken_out) };
        (100 * done).checked_div(asked).unwrap_or(0)
    }

    fn count(&mut self, part: PutIn) {
        self.put_in += part.asked;
        self.standing += part.standing;
        self.asked.extend(part.runs);
        for id in part.passages {
            if !self.passages.contains(&id) {
                self.passages.push(id);
            }
        }
    }
}

impl Uptake {
    /// Holds a wish against a later text; absent where it asks for nothing that words can show.
    ///
    /// The measure: by the fewest edits between words, what the wish would put into its passage, and what was put
    /// into that passage's heirs since. A word asked for stands where it is among the words that were put in at the
    /// same place, in a run that says something and did not stand in what was taken out there; and elsewhere in the
    /// heirs in a run of at least two words that say something and that did not stand in the passage before. A new
    /// passage that was asked for is looked for among the passages that are new, and among the words put into the
    /// passage after which it was to stand. Nothing else is searched.
    ///
    /// Laws: what was put in word for word has all of it; what was not changed has none.
    pub fn of(wish: &Wish, step: &Step<'_>) -> Option<Uptake> {
        match wish {
            Wish::Reword(rewordings) => step.reworded(rewordings),
            Wish::Add { after, words } => Some(Uptake::Words(step.added(after.as_ref(), words))),
            Wish::Move { passages, to } => step.moved(passages, to).map(Uptake::Moved),
            Wish::Retain(spots) => step.kept(spots).map(Uptake::Kept),
            Wish::Nothing | Wish::Unclear(_) => None,
        }
    }

    /// Whether the text shows what was asked for, or nearly all of it: from [`STANDS`] on.
    pub fn stands(&self) -> bool {
        match self {
            Uptake::Words(words) => words.share() >= STANDS,
            Uptake::Out(done) | Uptake::Moved(done) | Uptake::Kept(done) => *done,
            Uptake::Gone => false,
        }
    }
}

impl Step<'_> {
    fn reworded(&self, rewordings: &[Rewording]) -> Option<Uptake> {
        let whole = |one: &&Rewording| one.applied(self.base).trim().is_empty();
        let fates: Vec<Fate> = rewordings
            .iter()
            .filter_map(|one| Some(self.alignment.of_before(&one.paragraph)?.fate()))
            .collect();
        let same = |wanted: Fate| fates.iter().all(|fate| *fate == wanted);
        if rewordings.iter().filter(whole).count() == rewordings.len() {
            // Where the passages live on in other words, the words say how far they are gone.
            if same(Fate::Deleted) || same(Fate::Kept) {
                return Some(Uptake::Out(same(Fate::Deleted)));
            }
        } else if same(Fate::Deleted) {
            return Some(if self.takes_most_out(rewordings) { Uptake::Out(true) } else { Uptake::Gone });
        }
        let mut taken_up = TakenUp::default();
        let mut done: Vec<&ParagraphId> = Vec::new();
        for one in rewordings {
            if done.contains(&&one.paragraph) {
                continue;
            }
            let pairing = self.alignment.of_before(&one.paragraph)?;
            done.extend(&pairing.before);
            self.family(&pairing.before, &pairing.after, rewordings, &mut taken_up);
        }
        Some(Uptake::Words(taken_up))
    }

    /// Whether most of some passages was to be taken out and nothing put in.
    fn takes_most_out(&self, rewordings: &[Rewording]) -> bool {
        let (mut all, mut out) = (0, 0);
        for Rewording { paragraph, edits } in rewordings {
            let text = self.base.get(paragraph).map_or("", |passage| &passage.text);
            all += letters(text);
            out += edits.iter().map(|edit| letters(&text[edit.span.clone()])).sum::<usize>();
        }
        let puts_in = rewordings.iter().flat_map(|one| &one.edits).any(|edit| letters(&edit.words) > 0);
        !puts_in && 2 * out >= all
    }

    /// The words asked for in passages that belong together.
    fn family(
        &self,
        before: &[ParagraphId],
        after: &[ParagraphId],
        rewordings: &[Rewording],
        taken_up: &mut TakenUp,
    ) {
        let (base, later) = (self.base.joined(before), self.later.joined(after));
        let own = |id: &ParagraphId| rewordings.iter().find(|one| one.paragraph == *id);
        let wished: Vec<String> = base
            .parts
            .iter()
            .map(|(id, part)| {
                own(id).map_or_else(|| base.text[part.clone()].to_owned(), |one| one.applied(self.base))
            })
            .collect();
        let asked = edits(&base.text, &wished.join(BREAK), self.terms);
        let count = Count::of(&asked, &base.text, self.terms);
        let mut since = Since::between(&base.text, &later.text, count);
        let found = since.find(&asked);
        for (edit, found) in asked.iter().zip(found) {
            taken_up.count(found.finish(&edit.words, &later));
            let (mut run, mut state) = (String::new(), None);
            for word in count.words(&base.text[edit.span.clone()]) {
                let place = edit.span.start + word.span.start..edit.span.start + word.span.end;
                let gone = since.is_gone(edit, &place);
                taken_up.taken_out += 1;
                taken_up.gone += usize::from(gone);
                if state.is_some_and(|known| known != gone) {
                    taken_up.struck.push((std::mem::take(&mut run), !gone));
                }
                let from =
                    if run.is_empty() { place.start } else { place.start - gap(&base.text, place.start) };
                run.push_str(&base.text[from..place.end]);
                state = Some(gone);
            }
            taken_up.struck.extend(state.map(|gone| (run, gone)));
        }
    }

    fn added(&self, after: Option<&ParagraphId>, words: &str) -> TakenUp {
        let count = Count::all(self.terms);
        let place =
            after.and_then(|after| self.alignment.pairings.iter().position(|p| p.before.contains(after)));
        let mut best: Option<(usize, bool, PutIn)> = None;
        let mut take = |part: PutIn, near: bool| {
            if best.as_ref().is_none_or(|(standing, known, _)| (part.standing, near) > (*standing, *known)) {
                best = Some((part.standing, near, part));
            }
        };
        for (at, pairing) in self.alignment.pairings.iter().enumerate() {
            if pairing.before.is_empty() {
                let later = self.later.joined(&pairing.after);
                take(count.in_new_passage(words, &later), place.is_some_and(|place| at > place));
            }
        }
        if let Some(pairing) = place.and_then(|at| self.alignment.pairings.get(at)) {
            let (base, later) = (self.base.joined(&pairing.before), self.later.joined(&pairing.after));
            let mut found = count.nothing_yet(words);
            Since::between(&base.text, &later.text, count).among_new_words(&mut found);
            take(found.finish(words, &later), true);
        }
        let mut taken_up = TakenUp::default();
        let part = best.map_or_else(
            || count.nothing_yet(words).finish(words, &self.later.joined(&[])),
            |(.., part)| part,
        );
        taken_up.count(part);
        taken_up
    }

    /// Whether passages stand where they should, or are joined with what they should stand after; absent where
    /// they stood there before.
    fn moved(&self, passages: &[ParagraphId], to: &str) -> Option<bool> {
        let to = Target::parse(to)?.ids().pop()?.clone();
        let stood = landing(self.base, &to) == self.base.position(passages.first()?)?;
        let heir = |id: &ParagraphId| self.alignment.heirs(id).iter();
        let last = heir(&to).max_by_key(|heir| self.later.position(heir));
        let now = passages.iter().flat_map(heir).filter_map(|heir| self.later.position(heir)).min();
        match last {
            Some(last) if self.later.position(last) == now => Some(true),
            _ if stood => None,
            last => Some(last.is_some_and(|last| Some(landing(self.later, last)) == now)),
        }
    }

    /// Whether words stand as they stood; absent where there are none to keep.
    fn kept(&self, spots: &[Spot]) -> Option<bool> {
        let mut some = false;
        for spot in spots {
            let pairing = self.alignment.of_before(&spot.paragraph)?;
            let (base, later) = (self.base.joined(&pairing.before), self.later.joined(&pairing.after));
            let (_, part) = base.parts.iter().find(|(id, _)| *id == spot.paragraph)?;
            let place: Span = match &spot.span {
                Some(span) => part.start + span.start..part.start + span.end,
                None => part.clone(),
            };
            some = true;
            let whole = spot.span.is_none();
            let edits = edits(&base.text, &later.text, self.terms);
            let touches = |edit: &Edit| {
                if whole {
                    edit.span.start <= place.end && edit.span.end >= place.start
                } else {
                    edit.span.start < place.end && edit.span.end > place.start
                }
            };
            if edits.iter().any(touches) {
                return Some(false);
            }
        }
        some.then_some(true)
    }
}

/// How many bytes of space stand before a place.
fn gap(text: &str, at: usize) -> usize {
    at - text[..at].trim_end().len()
}
