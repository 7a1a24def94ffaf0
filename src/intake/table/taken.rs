//! A sheet's rows, one after another: what holds downwards, what is no comment.

use crate::comment::Column;
use crate::intake::table::cited::Cited;
use crate::intake::table::columns::Columns;
use crate::intake::table::fold::folded;
use crate::intake::table::header::{Header, numbers_columns};
use crate::intake::table::heading::Heading;
use crate::intake::table::row::{Row, Understood};
use crate::intake::table::sheet::{Given, Line, Sheet};
use crate::intake::table::speakers::{
    KnownNames, Speakers, body_and_number, is_ditto, names, names_speaker, titled,
};
use crate::intake::table::{Cite, CommentTable, Left, LeftWhy, Refusal, RefusedRow, Remark, TableRow};

/// The longest line across a table that is no comment, in characters.
const ACROSS: usize = 120;

/// What is known while the rows of a sheet are read from above.
pub(super) struct Taking<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) known: &'s KnownNames,
    pub(super) table: &'s mut CommentTable,
    pub(super) columns: Columns,
    /// Who speaks where no row says it, by a title, the sheet or the file.
    pub(super) titled: Option<String>,
    /// Who speaks by the last row that said it.
    above: Option<Speakers>,
    /// Whether lines across the table say who speaks.
    grouped: bool,
    /// The place that the last row told.
    place: Option<(Option<String>, Vec<Cite>)>,
}

impl<'s> Taking<'s> {
    pub(super) fn new(
        sheet: &'s Sheet,
        known: &'s KnownNames,
        table: &'s mut CommentTable,
        columns: Columns,
        titled: Option<String>,
    ) -> Taking<'s> {
        Taking { sheet, known, table, columns, titled, above: None, grouped: false, place: None }
    }

    /// Takes all rows below the headings.
    pub(super) fn take(&mut self, mut header: Header) {
        let start = header.first + header.height;
        for at in start..self.sheet.lines.len() {
            let line = &self.sheet.lines[at];
            if line.is_blank() {
                continue;
            }
            if at <= start + 1 && numbers_columns(line) {
                self.leave(line, LeftWhy::ColumnNumbers);
                continue;
            }
            if let Some(next) = Header::at(self.sheet, at, 1).filter(|next| header.again(line, next)) {
                let same = header.is_same(&next);
                self.leave(line, if same { LeftWhy::HeadingsAgain } else { LeftWhy::Headings });
                if !same && at > start {
                    self.columns.learn(&next.texts, &mut self.table.header);
                    header = next;
                }
                continue;
            }
            let last = !self.sheet.lines[at + 1..].iter().any(|line| line.filled().count() > 1);
            self.line(Row { line, header: &header }, last);
        }
    }

    fn line(&mut self, row: Row<'_>, last: bool) {
        let line = row.line;
        if let Some(why) = self.across(&row, last) {
            return self.leave(line, why);
        }
        let (found, expected) = (line.cells.len(), row.header.texts.len());
        let beyond = (expected..found).any(|at| !line.own(at).is_empty());
        if self.sheet.name.is_none() && beyond && !line.broken {
            return self.refuse(line, Refusal::Cells { found, expected });
        }
        match row.understood() {
            Understood::Comment(comment) => self.comment(&row, *comment),
            Understood::Unfilled => self.leave(line, LeftWhy::Unfilled),
            Understood::Refused(reason) => self.refuse(line, reason),
        }
    }

    /// A single text that is no comment: a delegation's name, a section's, a note.
    fn across(&mut self, row: &Row<'_>, last: bool) -> Option<LeftWhy> {
        let line = row.line;
        let own = |at: &usize| line.cells[*at].given == Given::Own;
        let filled: Vec<usize> = line.filled().filter(own).collect();
        let [at] = filled.as_slice() else { return None };
        let given_above = line.filled().any(|at| line.cells[at].given == Given::Above);
        let heading = row.header.columns.get(*at)?.as_ref().map(|found| found.heading);
        if given_above || heading.is_some_and(Heading::is_said) || line.broken {
            return None;
        }
        let text = line.text(*at);
        let short = text.chars().count() <= ACROSS;
        let spread = line.filled().count() > 1;
        let named = heading.is_some_and(names_speaker) && text.chars().count() <= 60 && !is_ditto(text);
        if short && let Some(name) = titled(text, self.known).or_else(|| named.then(|| text.to_owned())) {
            self.above = Some(Speakers::read(&name, self.known));
            self.grouped = true;
            return Some(LeftWhy::Across);
        }
        if short && self.names_group(text, heading) {
            self.above = Some(Speakers::read(text, self.known));
            self.grouped = true;
            return Some(LeftWhy::Across);
        }
        if last && !spread && text.split_whitespace().count() > 4 && *at == 0 {
            return Some(LeftWhy::Note);
        }
        let numbered = text.chars().any(char::is_numeric) && !spread;
        let of_place =
            heading.is_some_and(|heading| heading.is_place() || heading == Heading::Of(Column::Number));
        let titles = short && !numbered && (spread || of_place || heading.is_none());
        if heading == Some(Heading::Of(Column::Wording)) || !(titles || (last && !numbered && *at == 0)) {
            return None;
        }
        Some(if last { LeftWhy::Note } else { LeftWhy::Across })
    }

    /// Where lines across the table say who speaks, another such line that names no place is a name too:
    /// what follows it is not of the one above.
    fn names_group(&self, text: &str, heading: Option<Heading>) -> bool {
        let few = text.split_whitespace().count() <= 4 && text.chars().count() <= 60;
        let names_place = || Cited::read(text).cites.iter().any(|cite| !matches!(cite, Cite::Unread(_)));
        self.grouped && few && heading != Some(Heading::Of(Column::Number)) && !names_place()
    }

    fn comment(&mut self, row: &Row<'_>, mut comment: TableRow) {
        if row.says_what_is_above() && self.joins(&comment) {
            return self.leave(row.line, LeftWhy::JoinedAbove);
        }
        self.speak(row, &mut comment);
        self.place(&mut comment);
        comment.sheet.clone_from(&self.sheet.name);
        comment.cells = self.columns.cells(row.line, &mut self.table.header);
        self.table.rows.push(comment);
    }

    /// A comment in a merged cell is one comment: its places are those of all its rows.
    fn joins(&mut self, comment: &TableRow) -> bool {
        let Some(above) = self.table.rows.last_mut() else { return false };
        if above.sheet != self.sheet.name
            || above.comment != comment.comment
            || above.proposal != comment.proposal
        {
            return false;
        }
        let fresh = |cite: &&Cite| !above.cites.contains(cite);
        let more: Vec<Cite> = comment.cites.iter().filter(fresh).cloned().collect();
        if !more.is_empty()
            && let Some(cited) = &comment.cited
        {
            above.cited =
                Some(above.cited.take().map_or(cited.clone(), |before| format!("{before}, {cited}")));
        }
        above.cites.extend(more);
        true
    }

    /// Who speaks: the row, or the last row that said it, or a title.
    fn speak(&mut self, row: &Row<'_>, comment: &mut TableRow) {
        let told = row.text(Heading::Of(Column::Delegation)).or_else(|| row.text(Heading::Body));
        let told = told.filter(|text| text.chars().any(char::is_alphanumeric) && !is_ditto(text));
        let mut speakers = match told {
            Some(text) => match body_and_number(text).filter(|_| !self.known.has(text)) {
                Some((body, number)) => {
                    comment.number.get_or_insert(number.to_owned());
                    Speakers { delegations: vec![body.to_owned()], ..Speakers::default() }
                }
                None => Speakers::read(text, self.known),
            },
            None => self.told_outside(comment),
        };
        if told.is_some() {
            self.above = Some(speakers.clone());
        }
        if let Some(whom) = row.text(Heading::Of(Column::OnBehalfOf)) {
            speakers.on_behalf_of.extend(names(whom, self.known));
        }
        comment.delegations = speakers.delegations;
        comment.on_behalf_of = speakers.on_behalf_of;
    }

    fn told_outside(&self, comment: &mut TableRow) -> Speakers {
        if let Some(above) = &self.above {
            comment.remarks.push(Remark::DelegationFromAbove(above.delegations.join(", ")));
            return above.clone();
        }
        let Some(titled) = &self.titled else { return Speakers::default() };
        comment.remarks.push(Remark::DelegationFromTitle(titled.clone()));
        Speakers::read(titled, self.known)
    }

    /// A place that is told once and then left blank is not carried down: the row may speak of the whole.
    fn place(&mut self, comment: &mut TableRow) {
        let ditto = comment.cited.as_deref().is_some_and(is_ditto);
        if ditto && let Some((cited, cites)) = &self.place {
            comment.cited.clone_from(cited);
            comment.cites.clone_from(cites);
            comment.remarks.retain(|remark| !matches!(remark, Remark::UnreadPlace(_)));
            return;
        }
        if comment.cites.is_empty() {
            let above = self.place.as_ref().and_then(|(cited, _)| cited.clone());
            comment.remarks.push(above.map_or(Remark::NoPlace, Remark::NoPlaceBelow));
        } else {
            self.place = Some((comment.cited.clone(), comment.cites.clone()));
        }
    }

    fn leave(&mut self, line: &Line, why: LeftWhy) {
        self.table.left.push(Left {
            sheet: self.sheet.name.clone(),
            row: Some(line.row),
            text: shortened(&line.said()),
            why,
        });
    }

    fn refuse(&mut self, line: &Line, reason: Refusal) {
        self.table.refused.push(RefusedRow {
            sheet: self.sheet.name.clone(),
            row: line.row,
            cells: self.columns.cells(line, &mut self.table.header),
            reason,
        });
    }

    /// Who speaks by what stands above the headings, or on a sheet without any.
    pub(super) fn title(lines: &[Line], known: &KnownNames) -> Option<String> {
        lines.iter().find_map(|line| {
            let texts: Vec<&str> =
                line.filled().map(|at| line.own(at)).filter(|text| !text.is_empty()).collect();
            let labelled = texts.windows(2).find(|pair| {
                let label = crate::intake::table::heading::recognised(pair[0]);
                label.is_some_and(|found| names_speaker(found.heading) && !found.loosely)
            });
            let labelled = labelled.map(|pair| pair[1].to_owned()).filter(|name| !folded(name).is_empty());
            labelled.or_else(|| texts.iter().find_map(|text| titled(text, known)))
        })
    }
}

/// What is shown of a row that was left.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
