//! What the properties of paragraphs, runs, rows and cells say.

use quick_xml::events::BytesStart;

use crate::intake::docx::body::Body;
use crate::intake::docx::frame::{Begun, Frame};
use crate::intake::docx::paragraph::Form;
use crate::intake::docx::passed::Passed;
use crate::intake::docx::run::is_on;
use crate::intake::docx::tracked::Change;
use crate::intake::package::attribute;

/// The most columns that one cell may take.
const WIDEST: usize = 63;

impl Body<'_> {
    pub(super) fn form(&mut self, name: &str, element: &BytesStart<'_>, former: bool) -> Begun {
        match name {
            "numPr" => return Begun::Open(Frame::List { former }),
            "rPr" if !former => return Begun::Open(Frame::Mark),
            "pPrChange" if !former => {
                self.count(Passed::ChangeOfForm);
                return Begun::Open(Frame::Former);
            }
            "pStyle" => {
                let style = attribute(element, "val");
                self.formed(former, |form| form.style = style);
            }
            "outlineLvl" => {
                let level = number(element);
                self.formed(former, |form| form.outline = level);
            }
            _ => {}
        }
        self.passed(None)
    }

    pub(super) fn list(&mut self, name: &str, element: &BytesStart<'_>, former: bool) -> Begun {
        match name {
            "numId" => {
                let list = number(element);
                self.formed(former, |form| form.list = list);
            }
            "ilvl" => {
                let level = number(element);
                self.formed(former, |form| form.level = level);
            }
            _ => {}
        }
        self.passed(None)
    }

    pub(super) fn formed(&mut self, former: bool, set: impl FnOnce(&mut Form)) {
        let Some(paragraph) = self.current() else { return };
        if former {
            if let Some(form) = &mut paragraph.former {
                set(form);
            }
        } else {
            set(&mut paragraph.form);
        }
    }

    pub(super) fn mark(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        if let Some(change) = Change::of(name) {
            let revision = self.revision(element);
            if let Some(paragraph) = self.current() {
                paragraph.mark.take(change, revision);
            }
        }
        self.passed(None)
    }

    pub(super) fn run_form(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        match name {
            "b" => self.run.bold = Some(is_on(element)),
            "rStyle" => {
                self.run.styled = attribute(element, "val").is_some_and(|style| self.styles.is_bold(&style));
            }
            "rPrChange" => self.count(Passed::ChangeOfForm),
            _ => {}
        }
        self.passed(None)
    }

    pub(super) fn row_form(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        let revision = Change::of(name).map(|change| (change, self.revision(element)));
        if let Some(row) = self.place.row.and_then(|at| self.story.rows.get_mut(at)) {
            if let Some((change, revision)) = revision {
                row.tracked.take(change, revision);
            } else if name == "gridBefore" {
                row.width += number::<usize>(element).unwrap_or(0).min(WIDEST);
            }
        }
        self.passed(None)
    }

    pub(super) fn cell_form(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        let change = match name {
            "cellIns" => Some(Change::INSERTED),
            "cellDel" => Some(Change::DELETED),
            _ => None,
        };
        let revision = change.map(|change| (change, self.revision(element)));
        if let Some(cell) = self.place.cell.and_then(|at| self.story.cells.get_mut(at)) {
            if let Some((change, revision)) = revision {
                cell.tracked.take(change, revision);
            } else if name == "gridSpan" {
                let span = number::<usize>(element).unwrap_or(1).clamp(1, WIDEST);
                cell.until = cell.column + span;
                self.story.rows[cell.row].width = cell.until;
            }
        }
        self.passed(None)
    }
}

/// The number that an element says.
fn number<N: std::str::FromStr>(element: &BytesStart<'_>) -> Option<N> {
    attribute(element, "val").and_then(|value| value.trim().parse().ok())
}
