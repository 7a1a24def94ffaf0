//! What a writing command did.

use serde::Serialize;

use crate::report::{About, Block, Document, Report, Run};

/// An act: what was done, which files it touched, the commit and the tags it made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DoneReport {
    /// The head; absent before there is a workspace to speak of.
    pub about: Option<About>,
    /// What was done, one sentence.
    pub done: String,
    /// The files written, from the workspace's root.
    pub files: Vec<String>,
    /// The commit, where one was made.
    pub commit: Option<String>,
    /// The tags set.
    pub tags: Vec<String>,
    /// What a person may want to do next.
    pub next: Vec<String>,
}

impl Report for DoneReport {
    fn name(&self) -> &'static str {
        "done"
    }

    fn document(&self) -> Document {
        let mut facts: Vec<Vec<Run>> = self.files.iter().map(|file| vec![Run::plain(file)]).collect();
        if let Some(commit) = &self.commit {
            facts.push(vec![Run::plain(format!("commit {}", &commit[..commit.len().min(10)]))]);
        }
        facts.extend(self.tags.iter().map(|tag| vec![Run::plain(format!("tag {tag}"))]));
        let mut blocks = Vec::new();
        if !facts.is_empty() {
            blocks.push(Block::List(facts));
        }
        if !self.next.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain("Next:")]));
            blocks.push(Block::List(self.next.iter().map(|next| vec![Run::plain(next)]).collect()));
        }
        match &self.about {
            Some(about) => about.page(&self.done, blocks),
            None => Document { title: self.done.clone(), blocks, ..Document::default() },
        }
    }
}
