//! Passages of the text under consultation: the name in the margin, the words beside it.

use crate::render::Sheet;
use crate::render::beside::beside;
use crate::render::clean::{Line, blocks, joined};
use crate::render::fold::fold;
use crate::report::{Block, Run};

/// The margin, where the names are short.
const LEAST: usize = 12;
/// The margin, where they are long; a longer name stands on a line of its own.
const MOST: usize = 20;
/// How far list items are set in.
const ITEM: usize = 2;

/// The margin of a page: wide enough for most of its names, and the same all the way down.
pub(crate) fn margin(page: &[Block], sheet: &Sheet) -> usize {
    if sheet.narrow() {
        return 0;
    }
    let names = page.iter().filter_map(|block| match block {
        Block::Passage { margin, .. } => Some(fold(&joined(margin), None, sheet.color)[0].width + 2),
        _ => None,
    });
    names.filter(|&width| width <= MOST).max().unwrap_or(0).max(LEAST)
}

/// Shows one passage; its blocks stand apart.
pub(crate) fn passage(name: &[Run], body: &[Run], item: bool, margin: usize, sheet: &Sheet) -> String {
    let indent = if item { margin + ITEM } else { margin };
    let mut name = joined(name);
    let mut shown = Vec::new();
    let mut body = blocks(body);
    if body.is_empty() {
        body.push(Line::new());
    }
    for block in body {
        shown.push(beside(&std::mem::take(&mut name), &[block], indent, sheet));
    }
    shown.join("\n\n")
}
