//! A Word document as the door takes it in: headings, paragraphs and items in reading order.

use std::collections::BTreeMap;

use crate::intake::docx::file::WordFile;
use crate::intake::docx::layout::Layout;
use crate::intake::docx::passed::Passed;
use crate::intake::docx::shown::Shown;
use crate::intake::docx::tracked::View;
use crate::intake::gather::serves_as_heading;
use crate::intake::piece::{BOLD, Gathered, Piece, Shape};
use crate::intake::plain_blocks::mark_headings;
use crate::intake::wrapped::joined;
use crate::intake::{Asked, LeftOut, Why};

/// Whether bytes are a Word document, by what they hold and what they are called.
pub(in crate::intake) fn is_document(name: &str, bytes: &[u8]) -> bool {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let ending = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    let called = matches!(ending.as_deref(), Some("docx" | "docm" | "dotx" | "dotm"));
    let old = bytes.starts_with(b"\xd0\xcf\x11\xe0");
    (bytes.starts_with(b"PK") && (called && !holds(b"xl/workbook") || holds(b"word/document.xml")))
        || (called && old)
}

/// Takes a document in: one view of it, and of its tables one column where one is asked for.
pub(in crate::intake) fn gathered(file: &WordFile, asked: &Asked) -> Gathered {
    let shown = file.shown(asked.view.unwrap_or(View::After));
    let layout = Layout::of(file, &shown);
    let mut found = Gathered { columns: layout.columns, ..Gathered::default() };
    let titled = shown.iter().any(|paragraph| paragraph.heading == Some(0));
    let own = file.own_ids();
    let mut announced = Announced::default();
    let mut page = 0;
    for (at, paragraph) in shown.iter().enumerate() {
        let line = at + 1;
        page += usize::from(layout.goes_on(at));
        let elsewhere = asked.column.is_some_and(|column| layout.is_elsewhere(at, column));
        for (rank, part) in paragraph.text.split('\u{c}').enumerate() {
            page += usize::from(rank > 0);
            for block in blocks(part) {
                if elsewhere {
                    found.left_out.push(LeftOut { line, text: block, why: Why::OtherColumn });
                    continue;
                }
                let shape = if announced.is_item(paragraph, &block) {
                    Shape::Item(1)
                } else {
                    shape(paragraph, &block, titled)
                };
                let mut piece = Piece { page, ..Piece::new(shape, block, line) };
                piece.ids = paragraph.parts.iter().filter_map(|at| own.get(at)).flatten().cloned().collect();
                // What was cut in two bears its number once.
                piece.label = paragraph.label.clone().filter(|_| rank == 0);
                found.pieces.push(piece);
            }
        }
    }
    if !found.pieces.iter().any(Piece::is_heading) {
        mark_headings(&mut found.pieces);
    }
    beside(file, &mut found);
    found
}

/// The lists that a paragraph announced with a colon: their numbers are those of items, whatever else counts on with
/// them elsewhere.
#[derive(Default)]
struct Announced {
    lists: BTreeMap<u32, bool>,
    colon: bool,
}

impl Announced {
    /// Whether a paragraph is a numbered element of such a list. Asked paragraph by paragraph.
    fn is_item(&mut self, paragraph: &Shown, text: &str) -> bool {
        let colon = std::mem::replace(&mut self.colon, text.ends_with([':', '：']));
        let Some(list) = paragraph.list.filter(|_| paragraph.heading.is_none()) else { return false };
        *self.lists.entry(list).or_insert(colon) && paragraph.label.is_some()
    }
}

/// The blocks of a paragraph: an empty line divides them, as two line breaks do on a web page.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.split('\n').chain([""]) {
        if line.trim().is_empty() {
            blocks.extend(Some(joined(std::mem::take(&mut lines))).filter(|block| !block.is_empty()));
        } else {
            lines.push(line);
        }
    }
    blocks
}

fn shape(paragraph: &Shown, text: &str, titled: bool) -> Shape {
    if let Some(rank) = paragraph.heading {
        return Shape::Heading(rank + u8::from(titled));
    }
    let numbered = paragraph.label.is_some();
    match paragraph.depth {
        depth if paragraph.bold && (depth.is_none() || numbered) && serves_as_heading(text) => {
            Shape::Heading(BOLD)
        }
        // `2.1.` counts through the text as `2.` does; `(a)` and a bullet stand under what goes before.
        Some(depth) if depth == 0 && numbered || paragraph.counts_through() => Shape::Body,
        Some(depth) => Shape::Item(depth),
        None => Shape::Body,
    }
}

/// What stands in the file beside its text.
fn beside(file: &WordFile, found: &mut Gathered) {
    let notes = file.footnotes().map(|text| (text, Why::Footnote));
    let comments = file.comments().into_iter().map(|comment| (comment.text, Why::MarginComment));
    let passed = file.passed_over().map(|(kind, times)| {
        let why = if kind == Passed::PageHeads { Why::OfThePage } else { Why::NoText };
        (if times == 1 { kind.to_string() } else { format!("{kind}, {times} times") }, why)
    });
    let all = notes.chain(comments).chain(passed).filter(|(text, _)| !text.is_empty());
    found.left_out.extend(all.map(|(text, why)| LeftOut { line: 0, text, why }));
}
