//! Paragraphs, tables, comments and changes, where they begin.

use quick_xml::events::BytesStart;

use crate::intake::docx::body::Body;
use crate::intake::docx::field::Fields;
use crate::intake::docx::frame::{Begun, Frame, Place};
use crate::intake::docx::paragraph::Paragraph;
use crate::intake::docx::story::Story;
use crate::intake::docx::table::{Cell, Row};
use crate::intake::docx::tracked::{Change, Tracked};
use crate::intake::package::attribute;

impl Body<'_> {
    pub(super) fn open_paragraph(&mut self, element: &BytesStart<'_>) -> Begun {
        self.story.paragraphs.push(Paragraph {
            mark: self.tracked,
            cell: self.place.cell,
            key: attribute(element, "paraId"),
            ..Paragraph::default()
        });
        let open = self.story.paragraphs.len() - 1;
        Begun::Open(Frame::Paragraph(self.paragraph.replace(open)))
    }

    pub(super) fn open_table(&mut self) -> Begun {
        let outer = self.place;
        self.tables += 1;
        self.place = Place { table: self.tables, row: None, cell: outer.cell };
        Begun::Open(Frame::Table(outer))
    }

    pub(super) fn open_row(&mut self) -> Begun {
        let within = self.place.cell;
        self.story.rows.push(Row { table: self.place.table, within, tracked: self.tracked, width: 0 });
        Begun::Open(Frame::Row(self.place.row.replace(self.story.rows.len() - 1)))
    }

    pub(super) fn open_cell(&mut self) -> Begun {
        let Some(at) = self.place.row else { return Begun::Open(Frame::Holder) };
        let row = &mut self.story.rows[at];
        self.story.cells.push(Cell {
            row: at,
            column: row.width,
            until: row.width + 1,
            tracked: Tracked::default(),
        });
        row.width += 1;
        Begun::Open(Frame::Cell(self.place.cell.replace(self.story.cells.len() - 1)))
    }

    pub(super) fn open_story(&mut self, element: &BytesStart<'_>) -> Begun {
        self.story = Story {
            id: attribute(element, "id"),
            author: attribute(element, "author"),
            date: attribute(element, "date"),
            kind: attribute(element, "type"),
            ..Story::default()
        };
        self.fields = Fields::default();
        Begun::Open(Frame::Story)
    }

    pub(super) fn change(&mut self, change: Change, element: &BytesStart<'_>) -> Begun {
        let outer = self.tracked;
        let mut own = Tracked::default();
        own.take(change, self.revision(element));
        self.tracked = own.inside(outer);
        Begun::Open(Frame::Change(outer))
    }

    pub(super) fn bookmark(&mut self, element: &BytesStart<'_>) -> Begun {
        let now = self.now();
        self.story.bookmarks.extend(attribute(element, "name").map(|name| (name, now)));
        Begun::Passed
    }

    pub(super) fn comment_edge(&mut self, name: &str, element: &BytesStart<'_>) {
        let now = self.now();
        let Some(id) = attribute(element, "id") else { return };
        let anchored = self.story.anchored.entry(id).or_default();
        let edge = if name == "commentRangeStart" { &mut anchored.start } else { &mut anchored.end };
        edge.get_or_insert(now);
    }
}
