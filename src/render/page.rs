//! The page on a terminal, in a pipe or in a text file.

use anstyle::Style;

use crate::render::Sheet;
use crate::render::clean::{Line, blocks, joined, words};
use crate::render::fold::{Folded, fold};
use crate::render::grid::grid;
use crate::render::isolate::isolated;
use crate::render::passage::{margin, passage};
use crate::report::{Block, Document, Role, Run};

/// A page as text, in lines that fit the sheet.
pub fn terminal(document: &Document, sheet: &Sheet) -> String {
    let mut shown = vec![title(&document.title, sheet)];
    if let Some(notice) = &document.notice {
        shown.push(prose(&[Run::new(Role::Warn, notice)], sheet));
    }
    let margin = margin(&document.blocks, sheet);
    shown.extend(document.blocks.iter().map(|block| match block {
        Block::Heading(runs) => heading(runs, sheet),
        Block::Prose(runs) => prose(runs, sheet),
        Block::Passage { margin: name, body, item } => passage(name, body, *item, margin, sheet),
        Block::Table(table) => grid(table, sheet),
        Block::List(points) => list(points, sheet),
    }));
    shown.retain(|block| !block.is_empty());
    shown.join("\n\n") + "\n"
}

/// The title: bold and underlined, or over a rule.
fn title(title: &str, sheet: &Sheet) -> String {
    let lines = fold(&joined(&[Run::plain(title)]), sheet.prose(0), false);
    if !sheet.color {
        return ruled(&lines, '=');
    }
    let style = Style::new().bold().underline();
    let styled =
        lines.iter().filter(|line| line.width > 0).map(|line| format!("{style}{}{style:#}", line.text));
    styled.collect::<Vec<_>>().join("\n")
}

/// A heading: bold, or over a rule.
fn heading(runs: &[Run], sheet: &Sheet) -> String {
    let strong = |run: Run| if run.role == Role::Plain { Run::strong(run.text) } else { run };
    let heading: Line = joined(runs).into_iter().map(strong).collect();
    let lines = fold(&heading, sheet.prose(0), sheet.color);
    if sheet.color { stacked(&lines) } else { ruled(&lines, '-') }
}

/// Lines over a rule as long as the longest of them.
fn ruled(lines: &[Folded], rule: char) -> String {
    match lines.iter().map(|line| line.width).max() {
        None | Some(0) => String::new(),
        Some(width) => format!("{}\n{}", stacked(lines), rule.to_string().repeat(width)),
    }
}

/// Lines one under the other.
fn stacked(lines: &[Folded]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// A paragraph of prose.
fn prose(runs: &[Run], sheet: &Sheet) -> String {
    let lines = blocks(runs).into_iter().flat_map(|line| fold(&line, sheet.prose(0), sheet.color));
    stacked(&lines.collect::<Vec<_>>())
}

/// Points, one under the other.
fn list(points: &[Vec<Run>], sheet: &Sheet) -> String {
    let bullet = [Run::plain("-")];
    points.iter().map(|point| beside(&bullet, &blocks(point), 2, sheet)).collect::<Vec<_>>().join("\n")
}

/// Sets text beside a label, every line of it indented alike. A label too long for the indent, or an indent
/// too deep for the sheet, leaves the label a line of its own.
pub(crate) fn beside(label: &[Run], text: &[Line], indent: usize, sheet: &Sheet) -> String {
    let deep = sheet.width.is_some_and(|width| indent > 2 && indent * 3 > width);
    let indent = if deep || indent == 0 { 2 } else { indent };
    let mut shown: Vec<String> = Vec::new();
    for line in text {
        let whole = words(line);
        for part in fold(line, sheet.prose(indent), sheet.color) {
            let part = if sheet.bidi { isolated(&part.text, &whole) } else { part.text };
            shown.push(if part.is_empty() { part } else { format!("{}{part}", " ".repeat(indent)) });
        }
    }
    let labels = fold(label, sheet.prose(0), sheet.color);
    match (&labels[..], shown.first_mut()) {
        ([only], Some(first)) if only.width < indent => {
            let rest = first.get(only.width..).unwrap_or_default();
            *first = format!("{}{rest}", only.text);
        }
        _ => shown.splice(0..0, labels.into_iter().map(|label| label.text)).for_each(drop),
    }
    shown.join("\n")
}
