//! Where wordings want different words in the same place.

use crate::anchor::Spot;
use crate::collate::merge::meet;
use crate::collate::{Backing, Wisher, Wishes};
use crate::comment::CommentId;
use crate::draft::ParagraphId;
use crate::redline::Edit;
use crate::text::Span;

/// One place that several would have differently.
///
/// Invariant: at least two sides, no two of which want the same words; at least one pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// The passage.
    pub paragraph: ParagraphId,
    /// The words contested, in bytes of the passage; absent where new passages would stand in the same place.
    pub span: Option<Span>,
    /// What stands there.
    pub stands: String,
    /// What is wanted there, each once.
    pub sides: Vec<Position>,
    /// Which sides collide: those whose words overlap, or have nothing but space between them, and differ.
    pub pairs: Vec<(usize, usize)>,
}

/// What one side wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The words it would have in the place; none where they are to be left out.
    pub words: String,
    /// What it asks with them.
    pub stance: Stance,
    /// Who is behind it.
    pub backing: Backing,
    /// Where its own changes lie.
    edits: Vec<Edit>,
}

/// What a side asks of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Other words, or none.
    Words,
    /// What stands there.
    Keeps,
    /// Changes within a paragraph that another wording would replace.
    Amends,
}

/// One change of one wording.
struct Own<'p> {
    edit: &'p Edit,
    proposal: usize,
}

/// All places of a text where wordings collide, in reading order. What is called a collision here is what would be
/// one in a merge.
pub fn collisions(wisher: &Wisher<'_>, wishes: &Wishes) -> Vec<Contested> {
    let mut found = Vec::new();
    let replacing: Vec<bool> =
        wishes.proposals.iter().map(|proposal| proposal.replaces_most(wisher.draft())).collect();
    for passage in &wisher.draft().paragraphs {
        let mut own: Vec<Own<'_>> = Vec::new();
        for (at, proposal) in wishes.proposals.iter().enumerate().filter(|(at, _)| !replacing[*at]) {
            let here = proposal.rewordings.iter().filter(|rewording| rewording.paragraph == passage.id);
            own.extend(here.flat_map(|rewording| &rewording.edits).map(|edit| Own { edit, proposal: at }));
        }
        own.sort_by_key(|own| (own.edit.span.start, own.edit.span.end));
        for cluster in clusters(&passage.text, &own) {
            found.extend(contested(&passage.id, &passage.text, cluster, wishes));
        }
        found.extend(replaced(&passage.id, &passage.text, wisher, wishes, &replacing));
        found.extend(several_new(&passage.id, wishes));
    }
    found
}

/// Cuts changes where two neighbours do not meet.
fn clusters<'o, 'p>(text: &str, own: &'o [Own<'p>]) -> Vec<&'o [Own<'p>]> {
    let mut clusters = Vec::new();
    let (mut begin, mut reach) = (0, 0);
    for (at, one) in own.iter().enumerate() {
        if at > begin && !meet(text, &(0..reach), &one.edit.span) {
            clusters.push(&own[begin..at]);
            begin = at;
        }
        reach = if at == begin { one.edit.span.end } else { reach.max(one.edit.span.end) };
    }
    if begin < own.len() {
        clusters.push(&own[begin..]);
    }
    clusters
}

fn contested(id: &ParagraphId, text: &str, cluster: &[Own<'_>], wishes: &Wishes) -> Option<Contested> {
    let start = cluster.iter().map(|own| own.edit.span.start).min()?;
    let span = start..cluster.iter().map(|own| own.edit.span.end).max()?;
    let mut sides: Vec<Position> = Vec::new();
    let mut proposals: Vec<usize> = cluster.iter().map(|own| own.proposal).collect();
    proposals.sort_unstable();
    proposals.dedup();
    for proposal in proposals {
        let own = cluster.iter().filter(|own| own.proposal == proposal);
        let edits: Vec<Edit> = own.map(|own| own.edit.clone()).collect();
        let words = Edit::applied(text, &span, &edits);
        let backing = &wishes.proposals[proposal].backing;
        match sides.iter_mut().find(|side| side.words == words) {
            Some(side) => side.backing.join(backing),
            None => sides.push(Position { words, stance: Stance::Words, backing: backing.clone(), edits }),
        }
    }
    sides.extend(keeping(id, text, &span, cluster, wishes));
    let pairs = pairs(text, &sides);
    let stands = text[span.clone()].to_owned();
    (!pairs.is_empty()).then_some(Contested { paragraph: id.clone(), span: Some(span), stands, sides, pairs })
}

/// Those who ask to keep words that others would change there, as one side.
fn keeping(
    id: &ParagraphId,
    text: &str,
    span: &Span,
    cluster: &[Own<'_>],
    wishes: &Wishes,
) -> Option<Position> {
    let touches = |kept: &Span| {
        cluster.iter().any(|own| {
            own.edit.span.start < kept.end && kept.start < own.edit.span.end.max(own.edit.span.start + 1)
        })
    };
    let mut asked: Vec<CommentId> = Vec::new();
    for (spots, comment) in &wishes.retained {
        let here = spots.iter().filter(|spot| spot.paragraph == *id);
        if here.into_iter().any(|spot| spot.span.as_ref().is_none_or(touches)) {
            asked.push(comment.clone());
        }
    }
    let words = text[span.clone()].to_owned();
    let backing = Backing { asked, supported: Vec::new() };
    (!backing.asked.is_empty()).then_some(Position {
        words,
        stance: Stance::Keeps,
        backing,
        edits: Vec::new(),
    })
}

/// The sides whose changes meet and differ; keeping collides with every change.
fn pairs(text: &str, sides: &[Position]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for one in 0..sides.len() {
        for other in one + 1..sides.len() {
            let differ = |a: &Edit, b: &Edit| {
                let (first, second) = if a.span.start <= b.span.start { (a, b) } else { (b, a) };
                a != b && meet(text, &first.span, &second.span)
            };
            let keeps = sides[one].stance == Stance::Keeps || sides[other].stance == Stance::Keeps;
            if keeps || sides[one].edits.iter().any(|a| sides[other].edits.iter().any(|b| differ(a, b))) {
                pairs.push((one, other));
            }
        }
    }
    pairs
}

/// Wordings that would replace a whole passage, against each other and against those who keep or amend it.
fn replaced(
    id: &ParagraphId,
    text: &str,
    wisher: &Wisher<'_>,
    wishes: &Wishes,
    replacing: &[bool],
) -> Option<Contested> {
    let mut sides: Vec<Position> = Vec::new();
    let mut amending = Backing::default();
    for (proposal, replaces) in wishes.proposals.iter().zip(replacing) {
        let Some(here) = proposal.rewordings.iter().find(|rewording| rewording.paragraph == *id) else {
            continue;
        };
        if *replaces {
            let words = here.applied(wisher.draft());
            let backing = proposal.backing.clone();
            sides.push(Position { words, stance: Stance::Words, backing, edits: Vec::new() });
        } else {
            amending.join(&proposal.backing);
        }
    }
    let alternatives = sides.len();
    if alternatives == 0 {
        return None;
    }
    let whole = 0..text.len();
    let asked = |spots: &[Spot]| spots.iter().any(|spot| spot.paragraph == *id);
    let keeping =
        wishes.retained.iter().filter(|(spots, _)| asked(spots)).map(|(_, comment)| comment.clone());
    let keeping = Backing { asked: keeping.collect(), supported: Vec::new() };
    for (stance, backing) in [(Stance::Amends, amending), (Stance::Keeps, keeping)] {
        if !backing.asked.is_empty() {
            sides.push(Position { words: text.to_owned(), stance, backing, edits: Vec::new() });
        }
    }
    let pairs = (0..alternatives).flat_map(|one| (one + 1..sides.len()).map(move |other| (one, other)));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    let stands = text.to_owned();
    (!pairs.is_empty()).then_some(Contested {
        paragraph: id.clone(),
        span: Some(whole),
        stands,
        sides,
        pairs,
    })
}

/// Different new passages asked for in the same place: which comes first, and whether both are wanted, nobody said.
fn several_new(id: &ParagraphId, wishes: &Wishes) -> Option<Contested> {
    let additions = wishes.additions.iter().filter(|addition| addition.after.as_ref() == Some(id));
    let sides: Vec<Position> = additions
        .map(|addition| Position {
            words: addition.words.clone(),
            stance: Stance::Words,
            backing: addition.backing.clone(),
            edits: Vec::new(),
        })
        .collect();
    if sides.len() < 2 {
        return None;
    }
    let pairs =
        (0..sides.len()).flat_map(|one| (one + 1..sides.len()).map(move |other| (one, other))).collect();
    Some(Contested { paragraph: id.clone(), span: None, stands: String::new(), sides, pairs })
}
