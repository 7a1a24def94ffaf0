//! Margin comments: who wrote what, in answer to what, on which words.

use std::collections::BTreeMap;

use crate::intake::docx::anchor::Anchors;
use crate::intake::docx::story::Story;
use crate::intake::docx::tracked::View;
use crate::intake::package::{Malformed, Next, Part, attribute};

/// A comment in the margin of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarginComment {
    /// Its number in the file.
    pub id: String,
    /// Who wrote it, as Word knew the person; may be scrubbed.
    pub author: String,
    /// The moment it was written, as it stands; often absent.
    pub date: Option<String>,
    /// The number of the comment that it answers.
    pub parent: Option<String>,
    /// Whether it was marked as resolved.
    pub done: bool,
    /// What it says; its paragraphs divided by a line feed.
    pub text: String,
    /// The words it hangs on with all changes accepted; absent where no words are marked.
    pub anchor: Option<String>,
    /// The same with everything inserted and everything deleted.
    pub anchor_all: Option<String>,
}

/// What the later part about comments says: which one answers which, and what is resolved, by the last paragraph.
#[derive(Debug, Default)]
pub(super) struct Threads {
    by_key: BTreeMap<String, (Option<String>, bool)>,
}

impl Threads {
    /// Reads the part.
    pub(super) fn parse(text: &str) -> Result<Threads, Malformed> {
        let mut part = Part::of(text);
        let mut threads = Threads::default();
        while let Some(next) = part.next()? {
            if let Next::Start(element) = next
                && element.local_name().as_ref() == "commentEx"
                && let Some(key) = attribute(&element, "paraId")
            {
                let done = attribute(&element, "done").is_some_and(|done| done == "1" || done == "true");
                let parent = attribute(&element, "paraIdParent").map(|key| key.to_uppercase());
                threads.by_key.insert(key.to_uppercase(), (parent, done));
            }
        }
        Ok(threads)
    }
}

/// All margin comments of a document in the order of its part.
pub(super) fn comments(body: &Story, notes: &[Story], threads: &Threads) -> Vec<MarginComment> {
    let keys: BTreeMap<String, &str> = notes
        .iter()
        .flat_map(|note| {
            note.paragraphs.iter().zip(std::iter::repeat(note.id.as_deref().unwrap_or_default()))
        })
        .filter_map(|(paragraph, id)| paragraph.key.as_ref().map(|key| (key.to_uppercase(), id)))
        .collect();
    let said = |note: &Story| {
        let mut keys = note.paragraphs.iter().rev().filter_map(|paragraph| paragraph.key.as_ref());
        keys.find_map(|key| threads.by_key.get(&key.to_uppercase()))
    };
    let mut anchors = Anchors::of(body);
    let one = |note: &Story| {
        let id = note.id.clone().unwrap_or_default();
        let (parent, done) = said(note).map_or((None, false), |(parent, done)| (parent.as_deref(), *done));
        let (anchor, anchor_all) = anchors.words(&id).unzip();
        MarginComment {
            author: note.author.clone().unwrap_or_default(),
            date: note.date.clone(),
            parent: parent.and_then(|key| keys.get(key)).map(|id| (*id).to_owned()),
            done,
            text: text(note),
            anchor,
            anchor_all,
            id,
        }
    };
    notes.iter().map(one).collect()
}

/// What a note says.
pub(super) fn text(note: &Story) -> String {
    let lines: Vec<String> =
        (0..note.paragraphs.len()).map(|at| note.words(at, 0..usize::MAX, Some(View::After))).collect();
    lines.join("\n").trim().to_owned()
}
