//! Reads a Word file as somebody does who has accepted, or rejected, all changes in it.

use crate::word::tree::{Node, parse, parts};

/// The paragraphs with all changes accepted, or all rejected.
pub(crate) fn view(bytes: &[u8], accepted: bool) -> Vec<String> {
    let parts = parts(bytes).expect("a file");
    let document = parse(&parts["word/document.xml"]).expect("a well-formed document");
    let mut paragraphs = Vec::new();
    for paragraph in document.all("w:p") {
        let mut read = paragraphs.pop().unwrap_or_default();
        for child in &paragraph.children {
            words(child, accepted, &mut read);
        }
        paragraphs.push(read);
        if there(paragraph.child("w:pPr").and_then(|all| all.child("w:rPr")), accepted) {
            // The next one begins anew.
            paragraphs.push(String::new());
        }
    }
    // Behind the last mark nothing stands.
    assert_eq!(paragraphs.pop().as_deref().unwrap_or_default(), "");
    paragraphs
}

/// All words of a file, those around the text too, a paragraph a line.
pub(crate) fn everything(bytes: &[u8]) -> String {
    let parts = parts(bytes).expect("a file");
    let shown = ["word/document.xml", "word/header.xml", "word/footer.xml", "word/comments.xml"];
    let mut text = String::new();
    for part in shown.iter().filter_map(|name| parts.get(*name)) {
        for paragraph in parse(part).expect("a well-formed part").all("w:p") {
            words(paragraph, true, &mut text);
            text.push('\n');
        }
    }
    text
}

/// Whether the mark of a paragraph is there.
fn there(mark: Option<&Node>, accepted: bool) -> bool {
    let gone = if accepted { ["w:del", "w:moveFrom"] } else { ["w:ins", "w:moveTo"] };
    !mark.is_some_and(|mark| mark.children.iter().any(|child| gone.contains(&child.name.as_str())))
}

fn words(node: &Node, accepted: bool, read: &mut String) {
    match node.name.as_str() {
        "w:ins" | "w:moveTo" if !accepted => {}
        "w:del" | "w:moveFrom" if accepted => {}
        "w:t" | "w:delText" => read.push_str(&node.text),
        "w:tab" => read.push('\t'),
        "w:br" => read.push('\n'),
        "w:pPr" | "w:rPr" | "w:fldSimple" => {}
        _ => node.children.iter().for_each(|child| words(child, accepted, read)),
    }
}

/// A comment: who says it, what it says, on which words, and under which other it stands.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) author: String,
    pub(crate) text: String,
    pub(crate) on: String,
    pub(crate) under: Option<usize>,
}

/// The comments of a file.
pub(crate) fn comments(bytes: &[u8]) -> Vec<Said> {
    let parts = parts(bytes).expect("a file");
    let Some(comments) = parts.get("word/comments.xml") else { return Vec::new() };
    let comments = parse(comments).expect("well-formed comments");
    let threads = parse(&parts["word/commentsExtended.xml"]).expect("well-formed threads");
    let document = parse(&parts["word/document.xml"]).expect("a well-formed document");
    let names: Vec<String> = comments
        .children
        .iter()
        .map(|comment| {
            let last = comment.all("w:p").into_iter().last().expect("a paragraph");
            last.attribute("w14:paraId").expect("the thread hangs on it").to_owned()
        })
        .collect();
    let under = |name: &String| {
        let thread = threads.children.iter().find(|one| one.attribute("w15:paraId") == Some(name))?;
        let parent = thread.attribute("w15:paraIdParent")?;
        names.iter().position(|name| name == parent)
    };
    let said = comments.children.iter().zip(&names).map(|(comment, name)| {
        let mut text = String::new();
        words(comment, true, &mut text);
        Said {
            author: comment.attribute("w:author").expect("an author").to_owned(),
            text,
            on: on(&document, comment.attribute("w:id").expect("a number")),
            under: under(name),
        }
    });
    said.collect()
}

/// The words on which a comment stands.
fn on(document: &Node, id: &str) -> String {
    let (mut within, mut text) = (false, String::new());
    document.walk(&mut Vec::new(), &mut |node, _| match node.name.as_str() {
        "w:commentRangeStart" if node.attribute("w:id") == Some(id) => within = true,
        "w:commentRangeEnd" if node.attribute("w:id") == Some(id) => within = false,
        "w:t" if within => text.push_str(&node.text),
        _ => {}
    });
    text
}
