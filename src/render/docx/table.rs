//! A table: its headings repeated on every page, its columns as wide as what stands in them.

use unicode_width::UnicodeWidthStr;

use crate::render::clean::{lines, words};
use crate::render::docx::page::lines as paragraphs;
use crate::render::docx::paragraph::{Shape, plain};
use crate::render::docx::xml::Xml;
use crate::render::share::{GAP, Wish, shares};
use crate::report::{Cell, Fold, Run, Table};

/// How many letters of a table stand side by side on the short side of the sheet.
const UPRIGHT: usize = 84;
/// The same, where letters are small.
const SMALL_UPRIGHT: usize = 96;
/// The colour of the row of headings.
const HEADINGS: &str = "1F3A5F";

/// Whether a table wants the long side of the sheet.
pub(super) fn needs_room(table: &Table) -> bool {
    let prose = table.columns.iter().filter(|column| column.fold == Fold::Prose).count();
    table.columns.len() > 5 || prose > 2 || shares(&wishes(table), UPRIGHT).is_none()
}

/// Whether a table has so many columns that its letters have to be small.
fn is_small(table: &Table) -> bool {
    table.columns.len() > 6
}

/// Writes a table into a room so wide.
pub(super) fn table(xml: &mut Xml, table: &Table, room: usize) {
    if table.columns.is_empty() {
        return;
    }
    let widths = widths(table, room);
    let words = if is_small(table) { "TableTextSmall" } else { "TableText" };
    xml.within("w:tbl", &[], |xml| {
        head(xml, &widths, false);
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, width) in table.columns.iter().zip(&widths) {
                let name = [Run::plain(&column.name)];
                cell(xml, *width, Some(HEADINGS), |xml| written(xml, "TableHeading", &name));
            }
        });
        for row in &table.rows {
            xml.within("w:tr", &[], |xml| {
                for (runs, width) in row.iter().zip(&widths) {
                    cell(xml, *width, None, |xml| written(xml, words, runs));
                }
            });
        }
    });
    // A table runs into the next one, or into the end of the section, unless something stands between.
    plain(xml, Shape { style: "TableText", leftward: false }, |_| {});
}

/// What every table begins with.
pub(super) fn head(xml: &mut Xml, widths: &[usize], leftward: bool) {
    xml.within("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", "TableGrid");
        if leftward {
            xml.empty("w:bidiVisual", &[]);
        }
        xml.empty("w:tblW", &[("w:w", &widths.iter().sum::<usize>().to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    });
    xml.within("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

/// A cell of a colour.
pub(super) fn cell(xml: &mut Xml, width: usize, fill: Option<&str>, inner: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if let Some(fill) = fill {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
            }
        });
        inner(xml);
    });
}

/// The paragraphs of a cell, which holds one at the least.
fn written(xml: &mut Xml, style: &'static str, runs: &[Run]) {
    let mut inner = Xml::fragment();
    paragraphs(&mut inner, style, style, runs);
    if inner.is_empty() {
        plain(&mut inner, Shape { style, leftward: false }, |_| {});
    }
    xml.append(inner);
}

/// The widths of the columns.
fn widths(table: &Table, room: usize) -> Vec<usize> {
    let wishes = wishes(table);
    // As many letters as the room has, in a table's small letters.
    let upright = if is_small(table) { SMALL_UPRIGHT } else { UPRIGHT };
    let letters = room * upright / 9_298;
    let shares = shares(&wishes, letters).unwrap_or_else(|| squeezed(&wishes, letters));
    // Between two columns of a sheet stands a gap; here each cell has its own.
    let wanted: Vec<usize> = shares.iter().map(|share| share + GAP).collect();
    let all: usize = wanted.iter().sum();
    wanted.iter().map(|wanted| wanted * room / all).collect()
}

/// The shares of columns for which there is no room: each has room for its words, as far as they are of common length,
/// and what is left goes to those that hold whole sentences.
fn squeezed(wishes: &[Wish], letters: usize) -> Vec<usize> {
    let least: Vec<usize> = wishes.iter().map(|wish| wish.word.clamp(4, 16)).collect();
    let more: Vec<usize> =
        wishes.iter().zip(&least).map(|(wish, least)| wish.natural.min(200).saturating_sub(*least)).collect();
    let spare = letters.saturating_sub(least.iter().sum::<usize>() + GAP * wishes.len());
    let all = more.iter().sum::<usize>().max(1);
    least.iter().zip(more).map(|(least, more)| least + more * spare / all).collect()
}

fn wishes(table: &Table) -> Vec<Wish> {
    let wish = |at: usize| {
        let name = vec![Run::plain(&table.columns[at].name)];
        let cells =
            || std::iter::once(&name).chain(table.rows.iter().filter_map(move |row: &Vec<Cell>| row.get(at)));
        let texts = || cells().flat_map(|cell| lines(cell)).map(|line| words(&line));
        let natural = texts().map(|text| text.width()).max().unwrap_or(0);
        let word = texts().filter_map(|text| text.split_whitespace().map(UnicodeWidthStr::width).max()).max();
        // The letters of a heading are bold, and take more.
        let bold = |width: usize| width + width / 5 + 1;
        let heading =
            table.columns[at].name.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let least = bold(heading);
        let word = word.unwrap_or(0).max(least);
        Wish { natural: natural.max(least), word, fold: table.columns[at].fold }
    };
    (0..table.columns.len()).map(wish).collect()
}
