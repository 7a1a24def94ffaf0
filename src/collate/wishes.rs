//! All that is asked of one version in one language, identical wishes taken together.

use std::collections::HashMap;

use crate::collate::{Collation, Entry, Rewording, Unclear, Wish, Wisher};
use crate::comment::{CommentId, Outcome};
use crate::draft::{Draft, ParagraphId};
use crate::text::letters;

/// Who is behind a wish: the comments that ask for it, and those that support one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backing {
    /// The comments that ask for it in the same words, in the order of the collation.
    pub asked: Vec<CommentId>,
    /// Comments of others that say they support one of them.
    pub supported: Vec<CommentId>,
}

/// Other words for passages that stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The words, passage by passage.
    pub rewordings: Vec<Rewording>,
    /// Who asks for them.
    pub backing: Backing,
}

impl Proposal {
    /// Whether it puts new words in the place of most of its passages: less than half of their letters and digits
    /// would be kept.
    pub fn replaces_most(&self, draft: &Draft) -> bool {
        let (mut all, mut gone, mut come) = (0, 0, 0);
        for Rewording { paragraph, edits } in &self.rewordings {
            let Some(passage) = draft.get(paragraph) else { continue };
            all += letters(&passage.text);
            gone += edits.iter().map(|edit| letters(&passage.text[edit.span.clone()])).sum::<usize>();
            come += edits.iter().map(|edit| letters(&edit.words)).sum::<usize>();
        }
        come > 0 && 2 * (all - gone) < all
    }
}

/// A passage of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// After which passage; absent where the comment speaks of the whole text.
    pub after: Option<ParagraphId>,
    /// Its words.
    pub words: String,
    /// Who asks for it.
    pub backing: Backing,
}

/// Passages to stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// The passages.
    pub passages: Vec<ParagraphId>,
    /// After what, as the comments name it.
    pub to: String,
    /// Who asks for it.
    pub backing: Backing,
}

/// Everything asked of one version in one language.
///
/// Law: each comment of the collation that was wanted stands in exactly one of the lists, as one that asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Other words.
    pub proposals: Vec<Proposal>,
    /// Passages to be added.
    pub additions: Vec<Addition>,
    /// Passages to stand elsewhere.
    pub movings: Vec<Moving>,
    /// What is to stay, with the comment that asks it.
    pub retained: Vec<(Vec<crate::anchor::Spot>, CommentId)>,
    /// Comments that propose no words, by the passage they are laid beside; none for the whole text.
    pub without_wording: Vec<(Option<ParagraphId>, CommentId)>,
    /// Comments whose wording cannot be laid beside the text, and why.
    pub unclear: Vec<(Option<ParagraphId>, CommentId, Unclear)>,
    /// Comments that their authors took back.
    pub withdrawn: Vec<CommentId>,
    /// Comments that a later submission of the same delegation replaced.
    pub replaced: Vec<CommentId>,
}

impl Wishes {
    /// Reads what the wanted comments of a collation ask.
    pub fn of(wisher: &Wisher<'_>, collation: &Collation<'_>, wanted: impl Fn(&Entry<'_>) -> bool) -> Wishes {
        let mut wishes = Wishes::default();
        let mut known = Known::default();
        let mut supports: Vec<(&Entry<'_>, CommentId)> = Vec::new();
        for (place, entry) in placed(collation).filter(|(_, entry)| wanted(entry)) {
            if entry.is_withdrawn() {
                wishes.withdrawn.push(entry.id.clone());
            } else if entry.replaced_by.is_some() {
                wishes.replaced.push(entry.id.clone());
            } else {
                wishes.take(wisher.draft(), &mut known, place, entry, wisher.wish(entry));
                let workstream = &entry.id.workstream;
                let named =
                    entry.comment.supports.iter().filter_map(|name| CommentId::parse(name, workstream));
                supports.extend(named.map(|id| (entry, id)));
            }
        }
        wishes.support(&supports);
        wishes
    }

    /// How many comments there are, those left out not counted.
    pub fn count(&self) -> usize {
        let proposals = self.proposals.iter().map(|proposal| &proposal.backing);
        let additions = self.additions.iter().map(|addition| &addition.backing);
        let movings = self.movings.iter().map(|moving| &moving.backing);
        let asked: usize = proposals.chain(additions).chain(movings).map(|backing| backing.asked.len()).sum();
        asked + self.retained.len() + self.without_wording.len() + self.unclear.len()
    }

    fn take(
        &mut self,
        draft: &Draft,
        known: &mut Known,
        place: Option<&ParagraphId>,
        entry: &Entry<'_>,
        wish: Wish,
    ) {
        let id = entry.id.clone();
        match wish {
            Wish::Reword(rewordings) => {
                let read = rewordings.iter().map(|one| (one.paragraph.clone(), one.applied(draft))).collect();
                let at = *known.proposals.entry(read).or_insert(self.proposals.len());
                if at == self.proposals.len() {
                    self.proposals.push(Proposal { rewordings, backing: Backing::default() });
                }
                self.proposals[at].backing.asked.push(id);
            }
            Wish::Add { after, words } => {
                let key = (after.clone(), words.clone());
                let at = *known.additions.entry(key).or_insert(self.additions.len());
                if at == self.additions.len() {
                    self.additions.push(Addition { after, words, backing: Backing::default() });
                }
                self.additions[at].backing.asked.push(id);
            }
            Wish::Move { passages, to } => {
                let same = self.movings.iter().position(|m| m.passages == passages && m.to == to);
                let at = same.unwrap_or(self.movings.len());
                if same.is_none() {
                    self.movings.push(Moving { passages, to, backing: Backing::default() });
                }
                self.movings[at].backing.asked.push(id);
            }
            Wish::Retain(spots) => self.retained.push((spots, id)),
            Wish::Nothing => self.without_wording.push((place.cloned(), id)),
            Wish::Unclear(why) => self.unclear.push((place.cloned(), id, why)),
        }
    }

    /// Adds those who say they support a comment to what it asks for. Support is stated, never inferred.
    fn support(&mut self, supports: &[(&Entry<'_>, CommentId)]) {
        let mut by_comment: HashMap<&CommentId, Vec<&Entry<'_>>> = HashMap::new();
        for (entry, id) in supports {
            by_comment.entry(id).or_default().push(entry);
        }
        let proposals = self.proposals.iter_mut().map(|proposal| &mut proposal.backing);
        let additions = self.additions.iter_mut().map(|addition| &mut addition.backing);
        let movings = self.movings.iter_mut().map(|moving| &mut moving.backing);
        for backing in proposals.chain(additions).chain(movings) {
            for id in &backing.asked {
                for entry in by_comment.get(id).into_iter().flatten() {
                    if !backing.asked.contains(&entry.id) && !backing.supported.contains(&entry.id) {
                        backing.supported.push(entry.id.clone());
                    }
                }
            }
        }
    }
}

/// What was read already, so that identical wishes are taken together.
#[derive(Default)]
struct Known {
    /// By the passages as they would read: how much of them a delegation quoted does not matter.
    proposals: HashMap<Vec<(ParagraphId, String)>, usize>,
    additions: HashMap<(Option<ParagraphId>, String), usize>,
}

/// The entries of a collation, each with the passage it is laid beside.
fn placed<'c, 'w>(
    collation: &'c Collation<'w>,
) -> impl Iterator<Item = (Option<&'c ParagraphId>, &'c Entry<'w>)> {
    let beside = collation.margins.iter();
    let beside =
        beside.flat_map(|margin| margin.entries.iter().map(move |entry| (Some(&margin.paragraph), entry)));
    let whole = collation.whole.iter().chain(&collation.apart).map(|entry| (None, entry));
    beside.chain(whole)
}

impl Entry<'_> {
    /// Whether its author took it back.
    pub fn is_withdrawn(&self) -> bool {
        let said = self.answer.is_some_and(|answer| answer.outcome == Outcome::Withdrawn);
        said || self.filed.submission.withdrawn.is_some()
    }
}
