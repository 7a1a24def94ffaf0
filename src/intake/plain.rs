//! Reads plain text: blocks divided by empty lines, or lines where there are none.

use crate::intake::fragment::{begins_with_tag, holds_tag};
use crate::intake::furniture::{furniture, is_number, is_rule};
use crate::intake::html::Html;
use crate::intake::piece::{Gathered, Piece, Shape};
use crate::intake::plain_blocks::{divided, mark_headings};
use crate::intake::wrapped::joined;
use crate::intake::{LeftOut, Why};

/// A line of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) number: usize,
    pub(super) page: usize,
}

/// Reads a whole file. What the caller names as furniture is looked for line by line too, since a
/// running head may stand in the middle of a paragraph.
pub(super) fn gathered(text: &str, named: &[String]) -> Gathered {
    let mut found = Gathered::default();
    let lines = lines(text, &mut found.left_out);
    let filled = |line: &Line| !line.text.trim().is_empty();
    let inside = lines.iter().skip_while(|line| !filled(line));
    let apart = inside.skip_while(|line| filled(line)).any(filled);
    let mut block: Vec<Line> = Vec::new();
    let mut breaks = 0;
    for line in lines {
        let line = Line { page: line.page + breaks, ..line };
        if line.text.trim().is_empty() {
            end(&mut block, &mut found);
        } else if is_rule(line.text) && block.len() == 1 && line.text.trim_matches(['=', '-', ' ']).is_empty()
        {
            underlined(&mut block, &mut found);
        } else if let Some(why) = furniture(line.text, named) {
            found.left_out.push(LeftOut { line: line.number, text: line.text.trim().to_owned(), why });
            // A rule divides what stands in one block; a page number or a running head does not.
            if why == Why::Rule {
                end(&mut block, &mut found);
            }
            breaks += 1;
        } else {
            block.push(line);
            if !apart {
                end(&mut block, &mut found);
            }
        }
    }
    end(&mut block, &mut found);
    mark_headings(&mut found.pieces);
    found
}

/// Cuts a text into lines; a bare number beside a form feed is the number of a page.
fn lines<'t>(text: &'t str, left_out: &mut Vec<LeftOut>) -> Vec<Line<'t>> {
    let mut out: Vec<Line> = Vec::new();
    let mut page = 0;
    for (line, number) in text.split('\n').zip(1..) {
        for (rank, text) in line.split('\u{c}').enumerate() {
            page += usize::from(rank > 0);
            out.push(Line { text, number, page });
        }
    }
    if page == 0 {
        return out;
    }
    let filled: Vec<usize> = (0..out.len()).filter(|at| !out[*at].text.trim().is_empty()).collect();
    for (rank, at) in filled.iter().enumerate() {
        let line = out[*at];
        let page_of = |rank: Option<usize>| rank.and_then(|rank| filled.get(rank)).map(|at| out[*at].page);
        let first = page_of(rank.checked_sub(1)).is_none_or(|page| page != line.page);
        let last = page_of(Some(rank + 1)).is_none_or(|page| page != line.page);
        if (first || last) && is_number(line.text.trim()) {
            let text = line.text.trim().to_owned();
            left_out.push(LeftOut { line: line.number, text, why: Why::PageNumber });
            out[*at].text = "";
        }
    }
    out
}

/// A line of signs under a single line makes it a heading.
fn underlined(block: &mut Vec<Line>, found: &mut Gathered) {
    for line in block.drain(..) {
        let heading = Piece::new(Shape::Heading(2), joined([line.text]), line.number);
        found.pieces.push(Piece { page: line.page, ..heading });
    }
}

fn end(block: &mut Vec<Line>, found: &mut Gathered) {
    let Some(first) = block.first().copied() else { return };
    if begins_with_tag(first.text.trim_start()) && block.iter().any(|line| line.text.contains("</")) {
        fragment(block, first.page, found);
    } else {
        found.pieces.extend(divided(block));
    }
    block.clear();
}

/// Takes in a block that is a fragment of a web page.
fn fragment(block: &[Line], page: usize, found: &mut Gathered) {
    let mut html = Html::new(None);
    for line in block {
        html.feed(line.text, line.number);
        html.feed("\n", line.number);
    }
    take(html, page, found);
}

/// Takes in one cell or line, which may be a fragment of a web page.
pub(super) fn take_cell(cell: &str, number: usize, page: usize, found: &mut Gathered) {
    if holds_tag(cell) {
        let mut html = Html::new(None);
        html.feed(cell, number);
        take(html, page, found);
    } else {
        let text = joined([cell]);
        if !text.is_empty() {
            found.pieces.push(Piece { page, ..Piece::new(Shape::Body, text, number) });
        }
    }
}

fn take(html: Html, page: usize, found: &mut Gathered) {
    let mut inside = html.finish();
    for piece in &mut inside.pieces {
        piece.page = page;
    }
    found.pieces.append(&mut inside.pieces);
    found.left_out.append(&mut inside.left_out);
}
