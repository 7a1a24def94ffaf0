//! The page as Markdown, for GitHub and for word processors that read it.

use crate::render::clean::{Line, blocks, joined};
use crate::render::escape::Place;
use crate::render::inline::inline;
use crate::report::{Block, Document, Role, Run, Table};

/// A page as Markdown (CommonMark with tables and strike-outs, as GitHub reads it).
pub fn markdown(document: &Document) -> String {
    let mut page = String::new();
    let mut item_before = false;
    let mut add = |block: String, item: bool| {
        if block.is_empty() {
            return;
        }
        // Items in a row are one list.
        page.push_str(match (page.is_empty(), item_before && item) {
            (true, _) => "",
            (_, true) => "\n",
            (_, false) => "\n\n",
        });
        page.push_str(&block);
        item_before = item;
    };
    add(heading("# ", &[Run::plain(&document.title)]), false);
    if let Some(notice) = &document.notice {
        add(prefixed("> ", "> ", &paragraphs(&[Run::plain(notice)])), false);
    }
    for block in &document.blocks {
        match block {
            Block::Heading(runs) => add(heading("## ", runs), false),
            Block::Prose(runs) => add(paragraphs(runs).join("\n\n"), false),
            Block::Passage { margin, body, item } => add(passage(margin, body, *item), *item),
            Block::Table(table) => add(pipes(table), false),
            Block::List(points) => add(list(points), false),
        }
    }
    page.push('\n');
    page
}

/// A title or a heading.
fn heading(mark: &str, runs: &[Run]) -> String {
    prefixed(mark, "", &[inline(&joined(runs), Place::Heading)])
}

/// The blocks of a text.
fn paragraphs(runs: &[Run]) -> Vec<String> {
    blocks(runs).iter().map(|line| inline(line, Place::Block)).collect()
}

/// Paragraphs behind a mark: one on the first, one on all the others.
fn prefixed(first: &str, others: &str, paragraphs: &[String]) -> String {
    let mut text = String::new();
    for (at, paragraph) in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()).enumerate() {
        match at {
            0 => text.push_str(first),
            _ => text.push_str(&format!("\n{}\n{others}", others.trim_end())),
        }
        text.push_str(paragraph);
    }
    text
}

/// A passage: its name, then its words.
fn passage(margin: &[Run], body: &[Run], item: bool) -> String {
    let strong = |run: Run| if run.role == Role::Struck { run } else { Run::strong(run.text) };
    let mut name: Line = joined(margin).into_iter().map(strong).collect();
    let mut body = blocks(body).into_iter();
    if let Some(first) = body.next() {
        if !name.is_empty() {
            name.push(Run::plain(" "));
        }
        name.extend(first);
    }
    let lines: Vec<String> =
        std::iter::once(name).chain(body).map(|line| inline(&line, Place::Block)).collect();
    if item { prefixed("- ", "  ", &lines) } else { lines.join("\n\n") }
}

/// Points.
fn list(points: &[Vec<Run>]) -> String {
    let points = points.iter().map(|point| prefixed("- ", "  ", &paragraphs(point)));
    points.filter(|point| !point.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A pipe table.
fn pipes(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let cell = |runs: &[Run]| {
        let lines = blocks(runs);
        lines.iter().map(|line| inline(line, Place::Cell)).collect::<Vec<_>>().join("<br>")
    };
    let names = table.columns.iter().map(|column| cell(&[Run::plain(&column.name)])).collect();
    let mut lines = vec![row(names), format!("|{}", "---|".repeat(table.columns.len()))];
    lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(|runs| cell(runs)).collect())));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_title_its_notice_and_its_blocks() {
        let passage = |name: &str, body: &str, item| Block::Passage {
            margin: vec![Run::plain(name)],
            body: vec![Run::plain(body)],
            item,
        };
        let mut table = Table::new(&["Now", "Text*"]);
        table.row(vec![vec![Run::plain("a|b")], vec![Run::plain("one\ntwo")]]);
        let document = Document {
            title: "ict #1".to_owned(),
            notice: Some("illustrative".to_owned()),
            day: None,
            blocks: vec![
                Block::Heading(vec![Run::plain("Section D")]),
                passage("[12] D2", "States:\nand so", false),
                passage("D2a", "train;", true),
                passage("D2b", "assess.", true),
                Block::Table(table),
                Block::List(vec![vec![Run::plain("1. a\nb")], vec![Run::strong("c")]]),
            ],
            next: vec!["is for those at work".to_owned()],
        };
        let expected = "\
# ict \\#1

> illustrative

## Section D

**[12] D2** States:

and so

- **D2a** train;
- **D2b** assess.

| Now | Text |
|---|---|
| a\\|b | one<br>two |

- 1\\. a

  b
- **c**
";
        assert_eq!(markdown(&document), expected);
    }

    #[test]
    fn an_empty_passage_is_its_name() {
        assert_eq!(passage(&[Run::plain("D3")], &[], false), "**D3**");
        assert_eq!(passage(&[Run::new(Role::Struck, "D3")], &[], false), "~~D3~~");
    }
}
