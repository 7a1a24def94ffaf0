//! One row of a table, understood.

use crate::comment::{Action, Column, Kind};
use crate::intake::table::cited::says_nothing;
use crate::intake::table::header::Header;
use crate::intake::table::heading::Heading;
use crate::intake::table::kind_words::{action, kind};
use crate::intake::table::placed::Placed;
use crate::intake::table::sheet::{Cell, Given, Line};
use crate::intake::table::wish::Wish;
use crate::intake::table::{Cite, Refusal, Remark, TableRow};

/// The longest text that one cell may hold, in characters; a spreadsheet program holds 32,767.
const LONGEST: usize = 100_000;

/// A row, with the headings that say what its cells are.
#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    pub(super) line: &'s Line,
    pub(super) header: &'s Header,
}

/// What a row turned out to be.
pub(super) enum Understood {
    Comment(Box<TableRow>),
    Refused(Refusal),
    /// A row of the form to which nothing was written.
    Unfilled,
}

impl<'s> Row<'s> {
    /// The words of the first filled column of a heading.
    pub(super) fn text(&self, heading: Heading) -> Option<&'s str> {
        self.cell(heading).map(|(_, text)| text)
    }

    /// The first filled cell of a heading, with its words.
    pub(super) fn cell(&self, heading: Heading) -> Option<(&'s Cell, &'s str)> {
        let columns = self.header.columns_of(heading);
        let filled = columns.into_iter().map(|at| (at, self.line.own(at))).find(|(_, text)| !text.is_empty());
        filled.and_then(|(at, text)| Some((self.line.cells.get(at)?, text)))
    }

    pub(super) fn owned(&self, heading: Heading) -> Option<String> {
        self.text(heading).filter(|text| !says_nothing(text)).map(str::to_owned)
    }

    /// The words of all columns of some headings, each of them a part of its own.
    fn joined(&self, headings: &[Heading]) -> Option<String> {
        let columns = headings.iter().flat_map(|heading| self.header.columns_of(*heading));
        let mut parts: Vec<&str> = columns
            .map(|at| self.line.own(at))
            .filter(|text| !text.is_empty() && !says_nothing(text))
            .collect();
        parts.dedup();
        (!parts.is_empty()).then(|| parts.join("\n\n"))
    }

    /// Whether all that is said in it comes from merged cells that begin above.
    pub(super) fn says_what_is_above(&self) -> bool {
        let said = |found: &Option<super::heading::Recognised>| {
            found.as_ref().is_some_and(|found| found.heading.is_said())
        };
        let columns = self.header.columns.iter().enumerate().filter(|(_, found)| said(found));
        let mut cells =
            columns.filter_map(|(at, _)| self.line.cells.get(at)).filter(|cell| !cell.is_blank()).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.given == Given::Above)
    }

    /// The column whose words a merged cell spreads over all columns for what is said, so that they are said.
    pub(super) fn spread(&self) -> Option<usize> {
        let said = |at: &usize| {
            self.header.columns.get(*at).and_then(Option::as_ref).is_some_and(|found| found.heading.is_said())
        };
        let reached = self.line.filled().find(said)?;
        let given = |at: usize| self.line.cells.get(at).is_some_and(|cell| cell.given == Given::Before);
        if !given(reached) {
            return None;
        }
        (0..reached).rev().find(|at| !given(*at))
    }

    /// Reads the row; who speaks is filled in by whoever knows the rows above.
    pub(super) fn understood(&self) -> Understood {
        if self.line.broken {
            return Understood::Refused(Refusal::BrokenQuotes);
        }
        let longest = self.line.cells.iter().map(|cell| cell.text.len()).max().unwrap_or(0);
        if longest > LONGEST {
            return Understood::Refused(Refusal::TooLong(longest));
        }
        let mut remarks = Vec::new();
        let mut placed = Placed::read(self, &mut remarks);
        let told = self.kind(&mut remarks);
        if placed.cites.is_empty() && told == Some(Kind::General) {
            placed.cites.push(Cite::All);
        }
        let mut comment = self.joined(&[Heading::Of(Column::Comment), Heading::Explanation]);
        if comment.is_none()
            && let Some(at) = self.spread()
        {
            comment = Some(self.line.own(at).to_owned());
        }
        let wish = Wish::read(self, placed.is_new, &mut comment, &mut remarks);
        let asks = !matches!(wish.action, None | Some(Action::None));
        if wish.proposal.is_none() && comment.is_none() && !asks {
            return self.without_words(&placed, told.is_some() || wish.quote.is_some());
        }
        self.shown(&mut remarks);
        let general = placed.cites == [Cite::All];
        Understood::Comment(Box::new(TableRow {
            sheet: None,
            row: self.line.row,
            cells: Vec::new(),
            number: self.owned(Heading::Of(Column::Number)),
            delegations: Vec::new(),
            on_behalf_of: Vec::new(),
            id: placed.id,
            cited: placed.cited,
            cites: placed.cites,
            section: placed.section,
            kind: told.or(general.then_some(Kind::General)),
            action: wish.action,
            quote: wish.quote,
            wording: wish.wording,
            proposal: wish.proposal,
            comment,
            question: self.owned(Heading::Of(Column::Question)),
            language: self.owned(Heading::Of(Column::Language)),
            outcome: self.owned(Heading::Of(Column::Outcome)),
            response: self.owned(Heading::Of(Column::Response)),
            remarks,
        }))
    }

    fn kind(&self, remarks: &mut Vec<Remark>) -> Option<Kind> {
        let text = self.text(Heading::Of(Column::Type)).filter(|text| !says_nothing(text))?;
        let told = kind(text);
        if told.is_none() {
            remarks.push(Remark::UnknownType(text.to_owned()));
        }
        told
    }

    /// The action that is told, in its own column.
    pub(super) fn action(&self, remarks: &mut Vec<Remark>) -> Option<Action> {
        let text = self.text(Heading::Of(Column::Action)).filter(|text| !says_nothing(text))?;
        let told = action(text);
        if told.is_none() {
            remarks.push(Remark::UnknownAction(text.to_owned()));
        }
        told
    }

    fn without_words(&self, placed: &Placed, told: bool) -> Understood {
        let known = |at: usize| self.header.columns.get(at).is_some_and(Option::is_some);
        let own: Vec<usize> = self.line.filled().filter(|at| !self.line.own(*at).is_empty()).collect();
        if own.iter().all(|at| !known(*at)) {
            return Understood::Refused(Refusal::Unknown(self.line.said()));
        }
        let written_in =
            self.text(Heading::Of(Column::Id)).is_some() || self.text(Heading::Of(Column::Wording)).is_some();
        if written_in && !told && self.text(Heading::Of(Column::Response)).is_none() {
            return Understood::Unfilled;
        }
        match placed.cites.first() {
            Some(Cite::Unread(words)) => Understood::Refused(Refusal::UnreadPlace(words.clone())),
            _ => Understood::Refused(Refusal::Nothing),
        }
    }

    fn shown(&self, remarks: &mut Vec<Remark>) {
        if self.line.hidden {
            remarks.push(Remark::Hidden);
        }
        if self.line.cells.iter().any(|cell| cell.formula) {
            remarks.push(Remark::Formula);
        }
        let comments = self.header.columns_of(Heading::Of(Column::Comment));
        let struck = |at: &usize| {
            let marked = self.line.cells.get(*at).and_then(|cell| cell.marked.as_ref());
            marked.is_some_and(super::sheet::Marked::strikes)
        };
        if comments.iter().any(struck) {
            remarks.push(Remark::StruckComment);
        }
    }
}
