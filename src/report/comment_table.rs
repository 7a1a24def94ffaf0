//! Comments as the comment table: one row a comment, in the columns that delegations know.

use crate::comment::{Action, Column};
use crate::report::{About, Cell, CommentRow, Run, SheetColumn, Spreadsheet};

/// One column: what it is called, how wide it is and what stands in it.
struct Shown {
    heading: &'static str,
    width: u16,
    cell: fn(&CommentRow) -> String,
}

fn known(column: Column, width: u16, cell: fn(&CommentRow) -> String) -> Shown {
    Shown { heading: column.names()[0], width, cell }
}

fn other(heading: &'static str, width: u16, cell: fn(&CommentRow) -> String) -> Shown {
    Shown { heading, width, cell }
}

/// The columns of the comment table (FIELD.md, section 3.1), and what the record holds besides.
fn columns() -> Vec<Shown> {
    vec![
        known(Column::Number, 14, |row| row.cited_as.clone()),
        known(Column::Delegation, 18, |row| row.delegation_name.clone()),
        known(Column::OnBehalfOf, 18, |row| row.on_behalf_of.join("; ")),
        known(Column::Id, 10, |row| row.paragraph.clone()),
        known(Column::Paragraph, 10, |row| number(row.number.as_deref())),
        known(Column::Quote, 30, |row| row.quote.clone().unwrap_or_default()),
        known(Column::Type, 12, |row| row.kind.word().to_owned()),
        known(Column::Action, 10, |row| asked(row.action)),
        known(Column::Proposal, 40, |row| row.proposal.clone().unwrap_or_default()),
        known(Column::Comment, 50, |row| row.comment.clone().unwrap_or_default()),
        other("Translation", 40, |row| row.translation.clone().unwrap_or_default()),
        known(Column::Question, 10, |row| row.question.clone().unwrap_or_default()),
        known(Column::Language, 10, |row| row.language.to_string()),
        other("Version", 16, |row| row.version.clone()),
        other("Round", 8, |row| row.round.to_string()),
        other("Received", 12, |row| row.received.to_string()),
        other("Standing", 14, standing),
        known(Column::Outcome, 18, |row| row.outcome.map_or("", |outcome| outcome.on_screen()).to_owned()),
        known(Column::Response, 40, |row| row.response.clone().unwrap_or_default()),
        known(Column::ShownIn, 12, |row| {
            row.shown_in.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ")
        }),
    ]
}

/// The number of a passage as it is cited: `12`, `5(a)`.
pub(super) fn number(printed: Option<&str>) -> String {
    printed.unwrap_or_default().chars().filter(|c| !"[]".contains(*c)).collect()
}

fn asked(action: Action) -> String {
    if action == Action::None { String::new() } else { action.word().to_owned() }
}

/// Where it stands, where a person has to look.
fn standing(row: &CommentRow) -> String {
    match &row.stands.why {
        Some(why) if row.stands.needs_a_person => format!("{}: {why}", row.stands.standing),
        _ => row.stands.standing.to_owned(),
    }
}

/// Rows of comments as a spreadsheet.
pub(super) fn comment_table(title: &str, about: &About, comments: &[CommentRow]) -> Spreadsheet {
    let columns = columns();
    let mut sheet = Spreadsheet::new(title, "Comments", about.as_at);
    sheet.above.extend(about.notice());
    sheet.columns = columns.iter().map(|shown| SheetColumn::new(shown.heading, shown.width)).collect();
    for row in comments {
        let cell = |shown: &Shown| -> Cell { vec![Run::plain((shown.cell)(row))] };
        sheet.row(columns.iter().map(cell).collect());
    }
    sheet
}
