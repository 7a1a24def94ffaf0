//! The page as HTML, for a browser and for print: one file, no script, nothing fetched.

mod inline;
mod style;
mod table;

use crate::render::clean::joined;
use crate::render::html::inline::{blocks, inline, language};
use crate::render::html::style::STYLE;
use crate::render::html::table::{is_wide, table};
use crate::render::isolate::{leftward, runs_leftward};
use crate::render::{markup, svg};
use crate::report::{Block, Document, Run, Timeline};

/// A page as HTML, with a picture after its first paragraph where there is one. Everything is escaped; the direction
/// of each block is that of its own words.
pub fn html(document: &Document, picture: Option<&Timeline>) -> String {
    let mut picture = picture.map(|timeline| format!("<figure>\n{}</figure>\n", svg(timeline)));
    let mut body = String::new();
    if let Some(notice) = &document.notice {
        body.push_str(&block("p", " class=\"notice\"", &[Run::plain(notice)]));
    }
    let mut section = 0;
    for part in &document.blocks {
        // Beside the first heading a picture would belong to it.
        if matches!(part, Block::Heading(_) | Block::Table(_)) {
            body.push_str(&picture.take().unwrap_or_default());
        }
        if let Block::Heading(_) = part {
            section += 1;
        }
        body.push_str(&shown(part, section));
    }
    body.push_str(&picture.unwrap_or_default());
    let title = inline(&joined(&[Run::plain(&document.title)]));
    let wide = document.blocks.iter().any(|part| matches!(part, Block::Table(table) if is_wide(table)));
    let wide = if wide { " class=\"wide\"" } else { "" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main{wide}>\n<h1 dir=\"auto\">{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn shown(part: &Block, section: usize) -> String {
    match part {
        Block::Heading(runs) => {
            let heading = joined(runs);
            format!("<h2 id=\"section-{section}\"{}>{}</h2>\n", direction(runs), inline(&heading))
        }
        Block::Prose(runs) => block("p", "", runs),
        Block::Passage { margin, body, item } => passage(margin, body, *item),
        Block::Table(rows) => table(rows),
        Block::List(points) => {
            let points: String = points.iter().map(|point| item(point)).collect();
            if points.is_empty() { points } else { format!("<ul>\n{points}</ul>\n") }
        }
    }
}

/// One element for each block of a text.
fn block(tag: &str, attributes: &str, runs: &[Run]) -> String {
    let lines = blocks(runs).into_iter();
    lines.map(|line| format!("<{tag}{attributes}{}>{}</{tag}>\n", direction(&line), inline(&line))).collect()
}

fn item(point: &[Run]) -> String {
    let lines = blocks(point);
    let inner: Vec<String> = lines.iter().map(|line| inline(line)).collect();
    if inner.is_empty() {
        return String::new();
    }
    format!("<li{}>{}</li>\n", direction(point), inner.join("<br>\n"))
}

/// A passage of the text under consultation, which can be linked to by its name where that is an id.
fn passage(margin: &[Run], body: &[Run], item: bool) -> String {
    let class = if item { "passage item" } else { "passage" };
    let name = inline(&joined(margin));
    let body = block("p", "", body);
    format!(
        "<div class=\"{class}\">\n<p class=\"margin\">{name}</p>\n<div class=\"words\">\n{body}</div>\n</div>\n"
    )
}

/// The direction of a text, and its language where the script tells it.
fn direction(runs: &[Run]) -> String {
    let language = language(runs).map(|code| format!(" lang=\"{}\"", markup::text(code))).unwrap_or_default();
    // Left to itself, a browser goes by the first letter.
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let direction = match runs_leftward(&text) {
        Some(true) => "rtl",
        Some(false) if text.chars().any(leftward) => "ltr",
        _ => "auto",
    };
    format!("{language} dir=\"{direction}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arabic_sentence_runs_from_the_right_whatever_it_begins_with() {
        let of = |text: &str| direction(&[Run::plain(text)]);
        assert!(of("ICT تخضع للقانون الدولي.").ends_with(" dir=\"rtl\""));
        assert!(of("القانون is the Arabic word for the law.").ends_with(" dir=\"ltr\""));
        assert!(of("The law.").ends_with(" dir=\"auto\""));
    }
}
