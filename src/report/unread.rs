//! What stands beside one of two texts and not beside the other.

use serde::Serialize;

use crate::report::{Block, Role, Run};
use crate::text::counted;

/// How many of them a page lists.
const LISTED: usize = 10;
/// How much of one it shows, in characters.
const SHOWN: usize = 80;

/// A note, a comment or a picture that one file has beside its text and the other has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Which file has it.
    #[serde(rename = "in")]
    pub holder: Holder,
    /// What it is, as in "a note".
    pub kind: String,
    /// What it says.
    pub text: String,
}

/// One of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The earlier.
    Before,
    /// The later.
    After,
}

impl Unread {
    /// What has to be said of them wherever the text is shown; nothing where there are none.
    pub fn sentence(unread: &[Unread]) -> Option<String> {
        let verb = if unread.len() == 1 { "differs" } else { "differ" };
        (!unread.is_empty()).then(|| {
            format!(
                "Beside the text {} {verb} (notes, comments, pictures and the like), not compared word by word.",
                counted(unread.len(), "piece")
            )
        })
    }

    /// That, and which they are.
    pub(super) fn blocks(unread: &[Unread]) -> Vec<Block> {
        let Some(sentence) = Unread::sentence(unread) else { return Vec::new() };
        let mut points: Vec<Vec<Run>> = unread.iter().take(LISTED).map(Unread::point).collect();
        if let Some(more) = unread.len().checked_sub(LISTED).filter(|more| *more > 0) {
            points.push(vec![Run::quiet(format!("and {more} more (`--format json` lists them)"))]);
        }
        vec![Block::Prose(vec![Run::new(Role::Warn, sentence)]), Block::List(points)]
    }

    fn point(&self) -> Vec<Run> {
        let side = match self.holder {
            Holder::Before => "only before",
            Holder::After => "only after",
        };
        let mut said: String = self.text.chars().take(SHOWN).collect();
        if said.len() < self.text.len() {
            said.push('…');
        }
        vec![Run::quiet(format!("{side}, {}: ", self.kind)), Run::plain(said)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_counted_and_the_first_are_listed() {
        let one = Unread { holder: Holder::Before, kind: "a note".to_owned(), text: "x".repeat(90) };
        assert!(Unread::blocks(&[]).is_empty());
        let blocks = Unread::blocks(&vec![one; 12]);
        let Block::List(points) = &blocks[1] else { panic!("a list follows: {blocks:?}") };
        assert_eq!((points.len(), points[0][1].text.chars().count()), (11, 81));
        assert_eq!(points[10], vec![Run::quiet("and 2 more (`--format json` lists them)")]);
    }
}
