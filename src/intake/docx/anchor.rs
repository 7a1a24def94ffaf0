//! The words that a comment hangs on, in one view or with all that was inserted and deleted.

use crate::intake::docx::shown::joined;
use crate::intake::docx::story::{Anchored, At, Story};
use crate::intake::docx::tracked::View;

/// The most bytes that the words of all comments together may have; only a forged file has more.
const MOST_WORDS: usize = 8 << 20;

/// The words of the comments of one story.
pub(super) struct Anchors<'s> {
    story: &'s Story,
    /// The paragraph of the accepted text that each paragraph of the file is in, if it stands there.
    accepted: Vec<Option<usize>>,
    room: usize,
}

impl<'s> Anchors<'s> {
    pub(super) fn of(story: &'s Story) -> Anchors<'s> {
        let mut accepted = vec![None; story.paragraphs.len()];
        for (whole, parts) in joined(story, View::After).iter().enumerate() {
            parts.iter().for_each(|at| accepted[*at] = Some(whole));
        }
        Anchors { story, accepted, room: MOST_WORDS }
    }

    /// The words of a comment with all changes accepted, and with everything inserted and deleted; absent where it
    /// hangs on no words.
    pub(super) fn words(&mut self, id: &str) -> Option<(String, String)> {
        let anchored = self.story.anchored.get(id)?;
        let (start, end) = ends(anchored)?;
        let (accepted, all) = (self.between(start, end, true), self.between(start, end, false));
        Some((accepted, all))
    }

    fn between(&mut self, start: At, end: At, accepted: bool) -> String {
        let mut words = String::new();
        let mut before = None;
        for at in start.paragraph..self.accepted.len().min(end.paragraph.saturating_add(1)) {
            let whole = if accepted { self.accepted[at] } else { Some(at) };
            if whole.is_none() {
                continue;
            }
            let from = if at == start.paragraph { start.offset } else { 0 };
            let until = if at == end.paragraph { end.offset } else { usize::MAX };
            let stretch = self.story.words(at, from..until, accepted.then_some(View::After));
            if !words.is_empty() && !stretch.is_empty() && before != whole {
                words.push('\n');
            }
            if !stretch.is_empty() {
                before = whole;
            }
            if stretch.len() > self.room {
                break;
            }
            self.room -= stretch.len();
            words.push_str(&stretch);
        }
        words
    }
}

/// Where the words of a comment begin and end. What never ends hangs on the place of its sign, or on the rest of its
/// paragraph.
pub(super) fn ends(anchored: &Anchored) -> Option<(At, At)> {
    let start = anchored.start?;
    let rest = At { paragraph: start.paragraph, offset: usize::MAX };
    Some((start, anchored.end.or(anchored.sign).filter(|end| *end >= start).unwrap_or(rest)))
}
