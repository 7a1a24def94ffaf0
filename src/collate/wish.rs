//! What one comment asks of the text it stands in.

use crate::anchor::Spot;
use crate::draft::{Draft, Language, ParagraphId};
use crate::redline::Edit;
use crate::text::{join_lines, squeezed};

/// What a comment asks of a text in one language, in words that can be laid beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Other words in passages that stand, or none in their place.
    Reword(Vec<Rewording>),
    /// A passage of its own, after the one it speaks of; absent where it speaks of the whole text.
    Add {
        /// The passage after which it is to stand.
        after: Option<ParagraphId>,
        /// The words.
        words: String,
    },
    /// Passages to stand elsewhere.
    Move {
        /// The passages.
        passages: Vec<ParagraphId>,
        /// After what, as the comment names it.
        to: String,
    },
    /// The text to stay as it is; without a place where whole passages are meant.
    Retain(Vec<Spot>),
    /// A view, a question, a practice: no wording.
    Nothing,
    /// A wording that cannot be laid beside the text.
    Unclear(Unclear),
}

/// The words one passage should have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rewording {
    /// The passage.
    pub paragraph: ParagraphId,
    /// The changes, in order and apart from each other.
    pub edits: Vec<Edit>,
}

impl Rewording {
    /// The passage as it would read.
    pub fn applied(&self, draft: &Draft) -> String {
        let text = draft.get(&self.paragraph).map_or("", |passage| &passage.text);
        Edit::applied(text, &(0..text.len()), &self.edits)
    }
}

/// Why a wording cannot be laid beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// It is worded for the text in another language.
    InLanguage(Language),
    /// The words it quotes do not stand where it speaks of them.
    QuoteGone,
    /// Its words fit several places.
    Ambiguous(usize),
    /// Its passage is gone, or was never there.
    NoPlace,
    /// It speaks of the whole text.
    WholeText,
    /// A person decided that nothing continues what it speaks of.
    Nowhere,
    /// The words it asks for stand there already.
    StandsAlready,
    /// The passage it speaks of is not in this language.
    NotInLanguage,
}

impl Unclear {
    /// The reason in words.
    pub fn sentence(&self) -> String {
        match self {
            Unclear::InLanguage(language) => format!("it is worded in {language}"),
            Unclear::QuoteGone => "the words it quotes do not stand there".to_owned(),
            Unclear::Ambiguous(count) => format!("its words fit {count} places"),
            Unclear::NoPlace => "the passage it speaks of is not there".to_owned(),
            Unclear::WholeText => "it speaks of the whole text and names no place".to_owned(),
            Unclear::Nowhere => "a person decided that nothing continues what it speaks of".to_owned(),
            Unclear::StandsAlready => "the words it asks for stand there already".to_owned(),
            Unclear::NotInLanguage => "the passage it speaks of is not in this language".to_owned(),
        }
    }
}

/// A wording as a draft can hold it: one line a block, single spaces, no control character.
pub(super) fn wording(proposal: &str) -> String {
    let blocks = proposal.replace("\r\n", "\n").replace('\r', "\n");
    let block = |block: &str| {
        let line = join_lines(block.lines());
        let plain: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if plain.contains("  ") || plain.starts_with(' ') || plain.ends_with(' ') {
            return squeezed(&plain);
        }
        plain
    };
    let blocks: Vec<String> = blocks.split("\n\n").map(block).filter(|block| !block.is_empty()).collect();
    blocks.join("\n")
}
