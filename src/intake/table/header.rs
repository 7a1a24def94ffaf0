//! The row of headings: where it stands, what each column holds, which form it is.

use std::collections::BTreeSet;

use crate::comment::Column;
use crate::draft::Language;
use crate::intake::table::TableForm;
use crate::intake::table::heading::{Heading, Recognised, recognised};
use crate::intake::table::sheet::{Line, Sheet};

/// How many rows from the top may stand above the headings.
const DEEPEST: usize = 80;

/// The headings of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// The first of its rows, as a place in the sheet's lines.
    pub(super) first: usize,
    /// How many rows it takes: two where `From` stands above `page` and `line`.
    pub(super) height: usize,
    /// The headings as they stand.
    pub(super) texts: Vec<String>,
    /// What each column holds; absent where that is not known.
    pub(super) columns: Vec<Option<Recognised>>,
}

impl Header {
    /// The row with the most headings; absent where no row heads a table of comments.
    pub(super) fn find(sheet: &Sheet) -> Option<Header> {
        let mut best: Option<(usize, Header)> = None;
        for height in 1..=2 {
            for first in 0..sheet.lines.len().min(DEEPEST) {
                let Some(header) = Header::at(sheet, first, height) else { continue };
                let score = header.score();
                if header.suffices() && best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, header));
                }
            }
        }
        best.map(|(_, header)| header)
    }

    /// The headings that would stand in a row, or in a row and the one below it.
    pub(super) fn at(sheet: &Sheet, first: usize, height: usize) -> Option<Header> {
        let lines = sheet.lines.get(first..first + height)?;
        // A title stands above the headings and is none of them.
        let several = |line: &Line| line.filled().filter(|at| !line.own(*at).is_empty()).count() > 1;
        if height == 2 && (lines[1].row != lines[0].row + 1 || !lines.iter().all(several)) {
            return None;
        }
        let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
        let texts: Vec<String> = (0..width).map(|column| stacked(lines, column)).collect();
        let columns = texts.iter().map(|text| recognised(text)).collect();
        Some(Header { first, height, texts, columns })
    }

    /// How many different headings there are; one recognised by a word in it counts half.
    pub(super) fn score(&self) -> usize {
        let loose = |loosely: bool| -> BTreeSet<Heading> {
            let found = self.columns.iter().flatten().filter(|found| found.loosely == loosely);
            found.map(|found| found.heading).collect()
        };
        let (known, guessed) = (loose(false), loose(true));
        known.len() * 2 + guessed.difference(&known).count()
    }

    /// Whether these can be the headings of a table of comments: what about, and what is said.
    fn suffices(&self) -> bool {
        let said = self.columns.iter().flatten().any(|found| found.heading.is_said());
        let who = [Column::Delegation, Column::Wording, Column::Quote, Column::Number].map(Heading::Of);
        let about =
            |heading: Heading| heading.is_place() || heading == Heading::Body || who.contains(&heading);
        said && self.columns.iter().flatten().any(|found| about(found.heading)) && self.score() >= 3
    }

    /// Whether a later row repeats these headings, or brings others for what follows.
    pub(super) fn again(&self, line: &Line, next: &Header) -> bool {
        let filled = line.filled().count();
        let exact = next.columns.iter().flatten().filter(|found| !found.loosely).count();
        next.suffices() && filled >= 2 && exact * 3 >= filled * 2
    }

    /// Whether the words of a row are those of the headings.
    pub(super) fn is_same(&self, other: &Header) -> bool {
        let headings = |header: &Header| -> Vec<(usize, Heading)> {
            let columns = header.columns.iter().enumerate();
            columns.filter_map(|(at, found)| found.as_ref().map(|found| (at, found.heading))).collect()
        };
        headings(self) == headings(other)
    }

    /// The columns that hold a thing, those named outright first.
    pub(super) fn columns_of(&self, heading: Heading) -> Vec<usize> {
        let of = |loosely: bool| {
            let columns = self.columns.iter().enumerate();
            columns.filter(move |(_, found)| {
                found.as_ref().is_some_and(|found| found.heading == heading && found.loosely == loosely)
            })
        };
        of(false).chain(of(true)).map(|(at, _)| at).collect()
    }

    pub(super) fn has(&self, heading: Heading) -> bool {
        self.columns.iter().flatten().any(|found| found.heading == heading)
    }

    /// Which of the known forms these are the headings of.
    pub(super) fn form(&self) -> TableForm {
        use Heading::{Body, Clause, Explanation, FromLine, FromPage, Line, Of, Section, Sentence};
        let has = |heading: Heading| self.has(heading);
        let ours = has(Of(Column::Id)) || has(Of(Column::Quote)) || has(Of(Column::Action));
        let ours = ours || has(Of(Column::Wording));
        let said = has(Explanation) || has(Of(Column::Comment));
        let (proposal, paragraph) = (has(Of(Column::Proposal)), has(Of(Column::Paragraph)));
        if has(FromPage) || has(FromLine) {
            TableForm::Ipcc
        } else if has(Body)
            || (has(Clause) && proposal && (has(Line) || has(Of(Column::Response)) || paragraph))
        {
            TableForm::Iso
        } else if !ours && (has(Sentence) || (has(Section) && paragraph && proposal && said)) {
            TableForm::Ippc
        } else {
            TableForm::Own
        }
    }

    /// The language that explains most headings, where it is one.
    pub(super) fn language(&self) -> Option<Language> {
        let mut counted = [0_usize; 6];
        for language in self.columns.iter().flatten().flat_map(|found| &found.languages) {
            counted[*language] += 1;
        }
        let most = *counted.iter().max()?;
        let first = counted.iter().position(|count| *count == most)?;
        let alone = counted.iter().filter(|count| **count == most).count() == 1;
        Language::parse(["en", "fr", "es", "ru", "ar", "zh"][first]).filter(|_| alone && most > 0)
    }
}

/// The words of a column in one row or in two; what is merged over both stands there once.
fn stacked(lines: &[Line], column: usize) -> String {
    let mut stacked: Vec<&str> = lines.iter().map(|line| line.text(column)).collect();
    stacked.retain(|text| !text.is_empty());
    stacked.dedup();
    stacked.join(" ")
}

/// Whether a row only numbers the columns: `1 2 (3) 4 5 (6) (7)`.
pub(super) fn numbers_columns(line: &Line) -> bool {
    let numbers: Vec<Option<u32>> =
        line.filled().map(|at| line.text(at).trim_matches(['(', ')', '.', ' ']).parse().ok()).collect();
    let rising = numbers.windows(2).all(|pair| pair[0].zip(pair[1]).is_some_and(|(a, b)| b == a + 1));
    numbers.len() >= 3 && rising && numbers[0].is_some_and(|first| first <= 2)
}
