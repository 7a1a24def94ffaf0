//! A text with tracked changes, comments on its words, hidden names, and perhaps another language beside it.

use std::collections::HashMap;

use unicode_width::UnicodeWidthStr;

use crate::draft::Level;
use crate::render::docx::paragraph::{Shape, paragraph, plain};
use crate::render::docx::table::{cell, head};
use crate::render::docx::tongue::Tongue;
use crate::render::docx::xml::Xml;
use crate::render::docx::{AUTHOR, notes, run};
use crate::report::{Manuscript, ManuscriptParagraph, MarginNote, Role, Touch, Touched};

/// What is being written.
struct Pen<'m> {
    xml: Xml,
    tongue: &'m Tongue,
    date: &'m str,
    notes: &'m [MarginNote],
    /// The last number given to a change, a range or a name; none is given twice.
    number: usize,
    /// The first and the last paragraph of each end of each move.
    moves: HashMap<Touch, (usize, usize)>,
}

/// Writes a text.
pub(super) fn manuscript(manuscript: &Manuscript, tongue: &Tongue, room: usize) -> Xml {
    let mut pen = Pen {
        xml: Xml::fragment(),
        tongue,
        date: &format!("{}T00:00:00Z", manuscript.day),
        notes: &manuscript.notes,
        number: 0,
        moves: moves(&manuscript.paragraphs),
    };
    match &manuscript.beside {
        Some(other) => pen.side_by_side(&manuscript.paragraphs, &Tongue::of(other), room),
        None => {
            for (at, one) in manuscript.paragraphs.iter().enumerate() {
                pen.paragraph(at, one, style(one));
            }
        }
    }
    pen.xml
}

/// The widest number for which the margin has room, in columns.
const WIDEST_NUMBER: usize = 8;

fn style(one: &ManuscriptParagraph) -> &'static str {
    let width: usize = one.label.iter().map(|piece| piece.text.width()).sum();
    match style_of(one.level, width > 0) {
        // `第一百九十四条` does not hang in the margin: the words go on under it.
        "NumberedParagraph" if width > WIDEST_NUMBER => "LongNumber",
        style => style,
    }
}

fn style_of(level: Option<Level>, numbered: bool) -> &'static str {
    match level {
        Some(Level::Title) => "Title",
        Some(Level::Section) => "Heading1",
        // Without a number there is nothing to hang in the margin.
        Some(Level::Paragraph) if !numbered => "Normal",
        Some(Level::Paragraph) => "NumberedParagraph",
        Some(Level::Item) if !numbered => "ListContinue",
        Some(Level::Item) => "List",
        None => "Said",
    }
}

fn style_beside(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::Title) => "Title",
        Some(Level::Section) => "Heading1",
        Some(Level::Item) => "BesideItem",
        Some(Level::Paragraph) | None => "BesideText",
    }
}

/// Where each end of each move begins and ends, by paragraph.
fn moves(paragraphs: &[ManuscriptParagraph]) -> HashMap<Touch, (usize, usize)> {
    let mut moves = HashMap::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        for touch in
            touches(paragraph).filter(|touch| matches!(touch, Touch::MovedFrom(_) | Touch::MovedTo(_)))
        {
            moves.entry(touch).or_insert((at, at)).1 = at;
        }
    }
    moves
}

fn touches(paragraph: &ManuscriptParagraph) -> impl Iterator<Item = Touch> {
    let pieces = paragraph.label.iter().chain(&paragraph.words);
    pieces.map(|piece| piece.touch).chain([paragraph.mark])
}

impl Pen<'_> {
    /// A paragraph in a style.
    fn paragraph(&mut self, at: usize, one: &ManuscriptParagraph, style: &'static str) {
        let mut inner = Pen { xml: Xml::fragment(), moves: HashMap::new(), ..*self };
        let here = |end: fn(&(usize, usize)) -> usize| {
            let mut found: Vec<Touch> =
                self.moves.iter().filter(|(_, ends)| end(ends) == at).map(|(touch, _)| *touch).collect();
            found.sort_by_key(|touch| moved(*touch));
            found
        };
        for touch in here(|ends| ends.0) {
            inner.range(touch, true);
        }
        let names: Vec<(usize, &String)> = one.names.iter().map(|name| (inner.next(), name)).collect();
        for (id, name) in &names {
            inner.xml.empty("w:bookmarkStart", &[("w:id", &id.to_string()), ("w:name", name)]);
        }
        let pieces = one.printed();
        let (label, words) = pieces.split_at(pieces.len() - one.words.len());
        for piece in label {
            inner.piece(piece);
        }
        inner.words(at, words);
        for (id, _) in &names {
            inner.xml.empty("w:bookmarkEnd", &[("w:id", &id.to_string())]);
        }
        for touch in here(|ends| ends.1) {
            inner.range(touch, false);
        }
        let mut mark = Xml::fragment();
        if let Some(element) = element(one.mark) {
            let id = inner.next().to_string();
            mark.empty(element, &[("w:id", &id), ("w:author", AUTHOR), ("w:date", self.date)]);
        }
        self.number = inner.number;
        let mut change = Xml::fragment();
        if let Some(level) = one.was {
            self.number += 1;
            let attributes =
                [("w:id", &*self.number.to_string()), ("w:author", AUTHOR), ("w:date", self.date)];
            change.within("w:pPrChange", &attributes, |xml| {
                xml.within("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", style_of(Some(level), !one.label.is_empty()));
                });
            });
        }
        let shape = Shape { style, leftward: self.tongue.leftward };
        paragraph(&mut self.xml, shape, (mark, change), |xml| xml.append(inner.xml));
    }

    /// The words, cut where comments begin and end.
    fn words(&mut self, at: usize, words: &[Touched]) {
        let edges = edges(self.notes, at);
        let mut edges = edges.iter().peekable();
        let mut offset = 0;
        for stretch in words {
            let end = offset + stretch.text.len();
            let mut from = 0;
            while let Some(edge) = edges.next_if(|edge| edge.offset < end) {
                let cut = edge.offset.saturating_sub(offset).max(from);
                if let Some(text) = stretch.text.get(from..cut).filter(|text| !text.is_empty()) {
                    self.piece(&Touched { touch: stretch.touch, text: text.to_owned() });
                    from = cut;
                }
                self.edge(edge);
            }
            if let Some(text) = stretch.text.get(from..).filter(|text| !text.is_empty()) {
                self.piece(&Touched { touch: stretch.touch, text: text.to_owned() });
            }
            offset = end;
        }
        for edge in edges {
            self.edge(edge);
        }
    }

    fn edge(&mut self, edge: &Edge) {
        if edge.begins {
            notes::begins(&mut self.xml, edge.note);
        } else {
            notes::ends(&mut self.xml, edge.note);
        }
    }

    /// A stretch of text with what was done to it.
    fn piece(&mut self, piece: &Touched) {
        let letters = if piece.touch == Touch::Struck { "w:delText" } else { "w:t" };
        let tongue = self.tongue;
        let Some(element) = element(piece.touch) else {
            return run::text(&mut self.xml, &piece.text, Role::Plain, tongue, letters);
        };
        let id = self.next().to_string();
        let attributes = [("w:id", id.as_str()), ("w:author", AUTHOR), ("w:date", self.date)];
        self.xml
            .within(element, &attributes, |xml| run::text(xml, &piece.text, Role::Plain, tongue, letters));
    }

    /// Where one end of a move begins or ends.
    fn range(&mut self, touch: Touch, begins: bool) {
        let Some((end, number)) = moved(touch) else { return };
        // A range is known by its own number at both ends, a move by its name.
        let id = (1_000_000 + 2 * number + usize::from(end == "To")).to_string();
        let name = format!("move{}", number + 1);
        if begins {
            let attributes =
                [("w:id", id.as_str()), ("w:author", AUTHOR), ("w:date", self.date), ("w:name", &name)];
            self.xml.empty(&format!("w:move{end}RangeStart"), &attributes);
        } else {
            self.xml.empty(&format!("w:move{end}RangeEnd"), &[("w:id", &id)]);
        }
    }

    /// Both languages in two columns, a passage a row.
    fn side_by_side(&mut self, paragraphs: &[ManuscriptParagraph], other: &Tongue, room: usize) {
        let half = room / 2;
        let mut rows = Xml::fragment();
        // The columns of a table run as its first language does.
        head(&mut rows, &[half, half], self.tongue.leftward);
        for (at, one) in paragraphs.iter().enumerate() {
            let mut left = Pen { xml: Xml::fragment(), moves: HashMap::new(), ..*self };
            left.paragraph(at, one, style_beside(one.level));
            self.number = left.number;
            let right = self.beside(one, other);
            rows.within("w:tr", &[], |xml| {
                cell(xml, half, None, |xml| xml.append(left.xml));
                cell(xml, half, None, |xml| xml.append(right));
            });
        }
        self.xml.within("w:tbl", &[], |xml| xml.append(rows));
        plain(&mut self.xml, Shape { style: "TableText", leftward: false }, |_| {});
    }

    /// The passage in the other language, with the number that is the same in every language.
    fn beside(&mut self, one: &ManuscriptParagraph, tongue: &Tongue) -> Xml {
        let mut xml = Xml::fragment();
        let beside = one.beside.clone().unwrap_or_default();
        let names: Vec<(String, String)> =
            beside.names.into_iter().map(|name| (self.next().to_string(), name)).collect();
        let shape = Shape { style: style_beside(one.level), leftward: tongue.leftward };
        plain(&mut xml, shape, |xml| {
            for (id, name) in &names {
                xml.empty("w:bookmarkStart", &[("w:id", id), ("w:name", name)]);
            }
            if !beside.words.is_empty() {
                let pieces = one.printed();
                for piece in &pieces[..pieces.len() - one.words.len()] {
                    run::text(xml, &piece.text, Role::Plain, tongue, "w:t");
                }
                run::text(xml, &beside.words, Role::Plain, tongue, "w:t");
            }
            for (id, _) in &names {
                xml.empty("w:bookmarkEnd", &[("w:id", id)]);
            }
        });
        xml
    }

    fn next(&mut self) -> usize {
        self.number += 1;
        self.number
    }
}

/// The element for what was done.
fn element(touch: Touch) -> Option<&'static str> {
    match touch {
        Touch::Kept => None,
        Touch::Inserted => Some("w:ins"),
        Touch::Struck => Some("w:del"),
        Touch::MovedFrom(_) => Some("w:moveFrom"),
        Touch::MovedTo(_) => Some("w:moveTo"),
    }
}

/// Which end of which move it is.
fn moved(touch: Touch) -> Option<(&'static str, usize)> {
    match touch {
        Touch::MovedFrom(number) => Some(("From", number)),
        Touch::MovedTo(number) => Some(("To", number)),
        Touch::Kept | Touch::Inserted | Touch::Struck => None,
    }
}

/// Where a comment begins or ends within a paragraph.
struct Edge {
    offset: usize,
    begins: bool,
    note: usize,
}

/// The edges of comments in a paragraph, in order: one that ends does so before the next begins.
fn edges(notes: &[MarginNote], at: usize) -> Vec<Edge> {
    let mut edges: Vec<(usize, u8, Edge)> = Vec::new();
    for (note, said) in notes.iter().enumerate() {
        // Nothing ends before it begins.
        let (from, to) = (said.from, said.to.max(said.from));
        if from.0 == at {
            edges.push((from.1, 1, Edge { offset: from.1, begins: true, note }));
        }
        if to.0 == at {
            let rank = if from == to { 2 } else { 0 };
            edges.push((to.1, rank, Edge { offset: to.1, begins: false, note }));
        }
    }
    edges.sort_by_key(|(offset, rank, _)| (*offset, *rank));
    edges.into_iter().map(|(.., edge)| edge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_too_wide_for_the_margin_does_not_hang_there() {
        let of = |label: &str| {
            style(&ManuscriptParagraph::new(Some(Level::Paragraph), Some(label.to_owned()), "x"))
        };
        assert_eq!((of("[12]"), of("第十四条")), ("NumberedParagraph", "NumberedParagraph"));
        assert_eq!(of("第一百九十四条"), "LongNumber");
    }
}
