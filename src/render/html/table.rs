//! A table: on a narrow screen each row is a block, and each cell bears the name of its column.

use crate::render::clean::joined;
use crate::render::html::direction;
use crate::render::html::inline::{blocks, inline};
use crate::report::{Fold, Run, Table};

/// Whether a table needs the whole width of a screen, and paper turned on its side.
pub(super) fn is_wide(table: &Table) -> bool {
    const MANY: usize = 8;
    table.columns.len() >= MANY
}

pub(super) fn table(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let names: Vec<String> =
        table.columns.iter().map(|column| inline(&joined(&[Run::plain(&column.name)]))).collect();
    let heads: String =
        names.iter().map(|name| format!("<th scope=\"col\" dir=\"auto\">{name}</th>")).collect();
    let mut rows = String::new();
    for row in &table.rows {
        let cells = table.columns.iter().zip(&names).zip(row);
        let cells: String = cells
            .map(|((column, name), cell)| {
                let lines: Vec<String> = blocks(cell).iter().map(|line| inline(line)).collect();
                // Numbers, days and codes stay on one line, names are not broken within a word.
                let class = match column.fold {
                    Fold::Never => " class=\"short\"",
                    Fold::Narrow => " class=\"name\"",
                    Fold::Prose => "",
                };
                let empty = if lines.is_empty() { " data-empty" } else { "" };
                format!(
                    "<td{class}{empty} data-column=\"{name}\"{}>{}</td>",
                    direction(cell),
                    lines.join("<br>")
                )
            })
            .collect();
        rows.push_str(&format!("<tr>{cells}</tr>\n"));
    }
    format!(
        "<div class=\"table\">\n<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}
