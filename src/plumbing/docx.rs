//! `plumbing docx`: the two texts of a Word document, its margin comments and the numbers of its lists.

use serde::Serialize;

use crate::error::Result;
use crate::intake::{MarginComment, Shown, View, WordFile};

/// What a document holds, as other programs ask for it.
#[derive(Debug, Serialize)]
struct Answer<'f> {
    name: &'f str,
    accept: Vec<String>,
    reject: Vec<String>,
    /// The number before each paragraph of `accept`; empty where its list prints none.
    labels: Vec<String>,
    comments: Vec<Comment>,
}

#[derive(Debug, Serialize)]
struct Comment {
    id: String,
    author: String,
    date: Option<String>,
    parent: Option<String>,
    done: bool,
    text: String,
    anchor: Option<String>,
    anchor_all: Option<String>,
}

#[derive(Debug, Serialize)]
struct Refused<'f> {
    name: &'f str,
    error: String,
}

/// One line for one file; `name` is the file's without its ending.
pub fn docx(name: &str, file: Result<WordFile>) -> String {
    let line = match &file {
        Ok(file) => serde_json::to_string(&answer(name, file)),
        Err(error) => serde_json::to_string(&Refused { name, error: error.to_string() }),
    };
    line.expect("texts and lists can always be written as JSON")
}

fn answer<'f>(name: &'f str, file: &WordFile) -> Answer<'f> {
    let accepted = file.shown(View::After);
    let texts = |shown: Vec<Shown>| shown.into_iter().map(|paragraph| paragraph.text).collect();
    Answer {
        name,
        labels: accepted.iter().map(|paragraph| paragraph.label.clone().unwrap_or_default()).collect(),
        accept: texts(accepted),
        reject: texts(file.shown(View::Before)),
        comments: file.comments().into_iter().map(comment).collect(),
    }
}

fn comment(comment: MarginComment) -> Comment {
    let MarginComment { id, author, date, parent, done, text, anchor, anchor_all } = comment;
    Comment { id, author, date, parent, done, text, anchor, anchor_all }
}
