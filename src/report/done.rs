//! What a writing command did.

use serde::Serialize;

use crate::report::{About, Block, Document, Report, Run};
use crate::text::counted;

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
        let blocks: Vec<Block> = written(&self.files, self.commit.as_ref(), &self.tags).into_iter().collect();
        let page = match &self.about {
            Some(about) => about.page(&self.done, blocks),
            None => Document { title: self.done.clone(), blocks, ..Document::default() },
        };
        page.then(self.next.clone())
    }
}

/// What an act wrote: its files, or how many where they would fill the page, its commit, its tags; absent for nothing.
pub(super) fn written(files: &[String], commit: Option<&String>, tags: &[String]) -> Option<Block> {
    let mut facts: Vec<String> =
        if files.len() > 12 { vec![counted(files.len(), "file")] } else { files.to_vec() };
    facts.extend(commit.map(|commit| format!("commit {}", &commit[..commit.len().min(10)])));
    facts.extend(tags.iter().map(|tag| format!("tag {tag}")));
    let points: Vec<Vec<Run>> = facts.into_iter().map(|fact| vec![Run::plain(fact)]).collect();
    (!points.is_empty()).then_some(Block::List(points))
}
