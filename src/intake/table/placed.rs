//! Where a row speaks of, from all its columns that tell a place.

use crate::comment::Column;
use crate::draft::ParagraphId;
use crate::intake::table::cited::{Cited, says_nothing};
use crate::intake::table::dated;
use crate::intake::table::fold::{folded, plain};
use crate::intake::table::heading::Heading;
use crate::intake::table::place_words::means_all;
use crate::intake::table::row::Row;
use crate::intake::table::sheet::{Cell, Given};
use crate::intake::table::speakers::is_ditto;
use crate::intake::table::{Cite, Remark, Spot};

/// The place of a row.
#[derive(Debug, Default)]
pub(super) struct Placed {
    pub(super) id: Option<String>,
    pub(super) cited: Option<String>,
    pub(super) cites: Vec<Cite>,
    pub(super) section: Option<String>,
    pub(super) is_new: bool,
}

impl Placed {
    /// The paragraph leads; then the lasting id, the clause or section, the page and line.
    pub(super) fn read(row: &Row<'_>, remarks: &mut Vec<Remark>) -> Placed {
        let clause = row.owned(Heading::Clause).or_else(|| row.owned(Heading::Section));
        let mut placed = Placed { section: clause, ..Placed::default() };
        let reference = row.owned(Heading::Of(Column::Id));
        placed.id = reference.clone().filter(|id| ParagraphId::typed(id.trim_matches(['[', ']'])).is_some());
        placed.paragraphs(row, remarks);
        if placed.cites.is_empty()
            && let Some(reference) = reference
        {
            placed.take(&reference, Cited::read(&reference));
        }
        if placed.cites.is_empty() {
            placed.sections(row);
        }
        if placed.is_vague()
            && let Some((cite, cited)) = pages(row)
        {
            placed.cites = vec![cite];
            placed.cited = Some(cited);
        }
        if let (Some(cited), Some(within)) = (&mut placed.cited, row.owned(Heading::Sentence)) {
            cited.push_str(", ");
            cited.push_str(&within);
        }
        for cite in &placed.cites {
            if let Cite::Unread(words) = cite {
                remarks.push(Remark::UnreadPlace(words.clone()));
            }
        }
        placed
    }

    fn is_vague(&self) -> bool {
        self.cites.iter().all(|cite| matches!(cite, Cite::Section(_)))
    }

    fn take(&mut self, written: &str, cited: Cited) {
        if cited.cites.is_empty() {
            return;
        }
        self.is_new |= cited.is_new;
        self.cites.extend(cited.cites);
        self.cited =
            Some(self.cited.take().map_or(written.to_owned(), |before| format!("{before}, {written}")));
    }

    fn paragraphs(&mut self, row: &Row<'_>, remarks: &mut Vec<Remark>) {
        let said = row.spread();
        for at in row.header.columns_of(Heading::Of(Column::Paragraph)) {
            if said == Some(at) {
                continue;
            }
            let text = row.line.own(at);
            if is_ditto(text) {
                self.cited = Some(text.to_owned());
                continue;
            }
            let Some(cell) = row.line.cells.get(at).filter(|_| !says_nothing(text)) else { continue };
            let cited = of_cell(cell, text, remarks);
            if cell.given == Given::Above {
                remarks.push(Remark::MergedPlace);
            }
            self.take(text, cited);
        }
    }

    /// The clause or section stands for the paragraph where none is told.
    fn sections(&mut self, row: &Row<'_>) {
        let Some(told) = self.section.clone() else { return };
        if means_all(&folded(&told)) {
            return self.take(&told, Cited { cites: vec![Cite::All], is_new: false });
        }
        let cited = Cited::read(&told);
        let plain_numbers = cited.cites.iter().all(|cite| !matches!(cite, Cite::Unread(_)));
        let of_clause = row.text(Heading::Clause).is_some();
        let named = plain(&told).contains(|c: char| c.is_alphabetic());
        // `12` under `Clause` is what the text numbers; under `Section` it is a section.
        let cited = match cited {
            cited if plain_numbers && (of_clause || named) && !cited.cites.is_empty() => cited,
            _ => Cited { cites: vec![Cite::Section(told.clone())], is_new: false },
        };
        self.take(&told, cited);
    }
}

/// The places of a paragraph's cell, with what a spreadsheet program made of it.
fn of_cell(cell: &Cell, text: &str, remarks: &mut Vec<Remark>) -> Cited {
    if let Some(day) = dated::day(cell) {
        let read = dated::typed(day).map(|(first, last)| Cite::Range(first.to_string(), last.to_string()));
        remarks.push(Remark::Date { found: text.to_owned(), read: read.as_ref().map(Cite::to_string) });
        let cites = vec![read.unwrap_or_else(|| Cite::Unread(text.to_owned()))];
        return Cited { cites, is_new: false };
    }
    if cell.decimal {
        remarks.push(Remark::Decimal(text.to_owned()));
    }
    Cited::read(text)
}

/// The place on paper, from columns for page and line; page 0 is the whole text.
fn pages(row: &Row<'_>) -> Option<(Cite, String)> {
    let told = |headings: [Heading; 2]| headings.into_iter().find_map(|heading| row.text(heading));
    let (page, line) = (told([Heading::FromPage, Heading::Page]), told([Heading::FromLine, Heading::Line]));
    let first = numbers(page);
    let lines = numbers(line);
    let cited = [page, line].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let last_page = numbers(row.text(Heading::ToPage)).first().copied().or(first.get(1).copied());
    let last_line = numbers(row.text(Heading::ToLine)).first().copied().or(lines.get(1).copied());
    match (first.first().copied(), lines.first().copied()) {
        (Some(0), None | Some(0)) => Some((Cite::All, cited)),
        (None, Some(line)) if line > 0 => {
            Some((Cite::Lines(line, last_line.unwrap_or(line).max(line)), cited))
        }
        (Some(page), line) if page > 0 => {
            let from = Spot { page, line };
            let to = Spot { page: last_page.filter(|last| *last >= page).unwrap_or(page), line: last_line };
            let reaches = to != from && (to.line.is_some() || to.page > page);
            Some((Cite::Page(from, reaches.then_some(to)), cited))
        }
        _ => None,
    }
}

/// The numbers in a cell: `3-4` are two.
fn numbers(text: Option<&str>) -> Vec<u32> {
    let text = plain(text.unwrap_or_default());
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}
