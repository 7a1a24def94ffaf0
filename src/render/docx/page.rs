//! A page like any other: headings, prose, passages, tables, points.

use crate::render::clean::{Line, blocks, joined, words};
use crate::render::docx::paragraph::{Shape, plain};
use crate::render::docx::run;
use crate::render::docx::table::{needs_room, table};
use crate::render::docx::tongue::Tongue;
use crate::render::docx::xml::Xml;
use crate::report::{Block, Document, Role, Run};

/// Whether a page has a table that wants the long side of the sheet.
pub(super) fn is_wide(document: &Document) -> bool {
    document.blocks.iter().any(|block| matches!(block, Block::Table(table) if needs_room(table)))
}

/// Writes a page into the room between the margins.
pub(super) fn page(document: &Document, room: usize) -> Xml {
    let mut xml = Xml::fragment();
    line(&mut xml, "Title", &joined(&[Run::plain(&document.title)]));
    if let Some(notice) = &document.notice {
        lines(&mut xml, "Notice", "Notice", &[Run::plain(notice)]);
    }
    for block in &document.blocks {
        match block {
            Block::Heading(runs) => line(&mut xml, "Heading1", &joined(runs)),
            Block::Prose(runs) => lines(&mut xml, "Normal", "Normal", runs),
            Block::Passage { margin, body, item } => passage(&mut xml, margin, body, *item),
            Block::Table(rows) => table(&mut xml, rows, room),
            Block::List(points) => {
                for point in points {
                    lines(&mut xml, "ListBullet", "ListContinue", point);
                }
            }
        }
    }
    xml
}

/// A passage: its name, then its words, set in beside it.
fn passage(xml: &mut Xml, margin: &[Run], body: &[Run], item: bool) {
    let (first, rest) =
        if item { ("PassageItem", "PassageItemContinued") } else { ("Passage", "PassageContinued") };
    let mut body = blocks(body).into_iter();
    let mut opening: Line = joined(margin);
    if let Some(words) = body.next() {
        if !opening.is_empty() {
            opening.push(Run::plain("\t"));
        }
        opening.extend(words);
    }
    line(xml, first, &opening);
    for words in body {
        line(xml, rest, &words);
    }
}

/// A paragraph for each hard line.
pub(super) fn lines(xml: &mut Xml, first: &'static str, rest: &'static str, runs: &[Run]) {
    for (at, words) in blocks(runs).iter().enumerate() {
        line(xml, if at == 0 { first } else { rest }, words);
    }
}

/// One paragraph, in the direction of its own words; what stands in the margin has none.
pub(super) fn line(xml: &mut Xml, style: &'static str, line: &[Run]) {
    let body = line.iter().position(|run| run.text == "\t").map_or(line, |at| &line[at + 1..]);
    let tongue = Tongue::guessed(&words(body));
    plain(xml, Shape { style, leftward: tongue.leftward }, |xml| {
        // What is to be looked at is never told by colour alone.
        for run in line {
            if run.role == Role::Bad {
                run::text(xml, "‼ ", run.role, &tongue, "w:t");
            }
            run::line(xml, std::slice::from_ref(run), &tongue);
        }
    });
}
