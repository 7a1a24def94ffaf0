//! The matrix as a spreadsheet that is filled in and sent back.

use crate::comment::{Column, Origin, Outcome};
use crate::report::matrix::{cells, columns};
use crate::report::{Cell, ColumnSet, Marked, MatrixReport, MatrixRow, Run, SheetColumn, Spreadsheet};

/// One column of the sheet, and what stands in it.
type Shown = (SheetColumn, Box<dyn Fn(&MatrixRow) -> Cell>);

/// The matrix as a spreadsheet: what is given is grey and refuses typing, outcome, response and where shown are written
/// on. It is not protected, since nobody can sort a protected sheet.
pub(super) fn sheet(matrix: &MatrixReport) -> Spreadsheet {
    let mut sheet = Spreadsheet::new(matrix.title(), "Matrix", matrix.about.as_at);
    matrix.file.clone_into(&mut sheet.file);
    sheet.above.push(matrix.title());
    sheet.above.extend(matrix.about.notice());
    sheet.above.extend(matrix.columns.statement().map(str::to_owned));
    let columns = match matrix.columns {
        ColumnSet::Own => own(matrix),
        form => of_form(form),
    };
    for row in &matrix.comments {
        sheet.rows.push(columns.iter().map(|(_, cell)| cell(row)).collect());
    }
    sheet.columns = columns.into_iter().map(|(column, _)| column).collect();
    sheet
}

fn given(heading: &str, width: u16, cell: impl Fn(&MatrixRow) -> Cell + 'static) -> Shown {
    (SheetColumn::new(heading, width).locked(), Box::new(cell))
}

fn written(column: Column, width: u16, cell: impl Fn(&MatrixRow) -> String + 'static) -> Shown {
    (SheetColumn::new(columns::heading(column), width), Box::new(move |row| cells::plain(cell(row))))
}

/// What the program needs to know the row again.
fn docket() -> Shown {
    let column = SheetColumn::new(Origin::HEADING, 12).hidden();
    (column, Box::new(|row: &MatrixRow| cells::plain(row.docket.to_string())))
}

fn own(matrix: &MatrixReport) -> Vec<Shown> {
    let any = |has: fn(&MatrixRow) -> bool| matrix.comments.iter().any(has);
    let known = |column: Column| columns::heading(column);
    let text = |text: Option<&String>| cells::plain(text.cloned().unwrap_or_default());
    let number = |row: &MatrixRow| vec![Run::strong(&row.comment.cited_as)];
    let mut columns = vec![
        given(known(Column::Number), 12, number),
        given(known(Column::Delegation), 18, |row| cells::plain(&row.comment.delegation_name)),
    ];
    if any(|row| !row.comment.on_behalf_of.is_empty()) {
        columns.push(given(known(Column::OnBehalfOf), 18, |row| {
            cells::plain(row.comment.on_behalf_of.join("; "))
        }));
    }
    if any(|row| !row.comment.aligned.is_empty()) {
        columns.push(given("Aligned", 18, |row| cells::plain(row.comment.aligned.join("; "))));
    }
    if matrix.is_mixed() {
        columns.push(given("Version", 14, |row| cells::plain(&row.comment.version)));
    }
    columns.extend([
        given(known(Column::Id), 10, |row| cells::plain(&row.comment.paragraph)),
        given(known(Column::Paragraph), 10, |row| cells::plain(cells::numbers(row))),
        given(known(Column::Type), 12, |row| cells::plain(row.comment.kind.word())),
        given(known(Column::Action), 10, cells::asked),
        given(known(Column::Quote), 24, move |row| text(row.comment.quote.as_ref())),
        given(known(Column::Comment), 44, move |row| text(row.comment.comment.as_ref())),
    ]);
    if any(|row| row.comment.translation.is_some()) {
        columns.push(given("Translation", 40, move |row| text(row.comment.translation.as_ref())));
    }
    let outcomes = Outcome::WORDS.iter().map(|(_, outcome)| outcome.on_screen());
    let mut outcome = written(Column::Outcome, 18, |row| row.reply.outcome.clone());
    outcome.0 = outcome.0.choices(outcomes);
    columns.extend([
        given(known(Column::Proposal), 44, |row| Marked::runs(&row.proposed)),
        outcome,
        written(Column::Response, 44, |row| row.reply.response.clone()),
        written(Column::ShownIn, 12, |row| row.reply.shown.clone()),
        written(Column::See, 14, |row| row.reply.see.clone()),
        given("Stands in the next version at", 14, |row| cells::plain(cells::stands(row))),
        docket(),
    ]);
    columns
}

fn of_form(set: ColumnSet) -> Vec<Shown> {
    let number = |row: &MatrixRow| vec![Run::strong(&row.comment.cited_as)];
    let mut shown = vec![given(columns::heading(Column::Number), 12, number)];
    let of_form = columns::of_form(set);
    let last = of_form.len() - 1;
    for (at, column) in of_form.into_iter().enumerate() {
        let width = if column.name.ends_with('*') { 44 } else { 14 };
        let mut sheet = SheetColumn::new(column.name.trim_end_matches(['*', '~']), width);
        if at < last {
            sheet = sheet.locked();
        }
        shown.push((sheet, column.cell));
    }
    shown.push(docket());
    shown
}
