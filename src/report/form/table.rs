//! The table that delegations fill in.

use crate::comment::{Action, Column, Kind, Origin};
use crate::draft::Level;
use crate::report::comment_table::number;
use crate::report::form::instructions::{days, in_original, instructions};
use crate::report::form::words::Words;
use crate::report::{Cell, FormPassage, FormReport, Role, Run, SheetColumn, Spreadsheet};

/// Rows at the end, for further comments.
const SPARE: usize = 20;

/// The form as a spreadsheet.
pub(super) fn table(form: &FormReport) -> Spreadsheet {
    let words = Words::of(&form.language);
    let mut sheet = Spreadsheet::new(
        format!("{}: {}, {}", words.title, form.version, form.about.consultation),
        words.table,
        form.about.as_at,
    );
    form.file.clone_into(&mut sheet.file);
    sheet.right_to_left = form.language.is_right_to_left();
    sheet.protected = true;
    sheet.above = above(form, words);
    sheet.columns = columns(form);
    sheet.spare = SPARE;
    sheet.instructions = Some(instructions(form, words));
    let general = Kind::General.name(&form.language).to_owned();
    let whole = vec![Run::quiet(words.whole_text)];
    sheet.row(row(form, "all", general, whole, &form.whole));
    for passage in &form.passages {
        let place = match passage.cited.id.level() {
            Level::Title => String::new(),
            Level::Section => passage.cited.id.to_string(),
            Level::Paragraph | Level::Item => number(passage.cited.number.as_deref()),
        };
        let id = passage.cited.id.as_str();
        sheet.row(row(form, id, place, wording(form, passage, words), &passage.origin));
    }
    sheet
}

/// What the form is and until when it is awaited, in the lines above the headings.
fn above(form: &FormReport, words: &Words) -> Vec<String> {
    let mut above = vec![format!("{} – {} – {}", words.title, form.version, form.about.consultation)];
    let deadlines: Vec<String> = form
        .deadlines
        .iter()
        .map(|deadline| format!("{}: {}", deadline.title, days(deadline, form, words)))
        .collect();
    let deadlines = if deadlines.is_empty() { words.not_announced.to_owned() } else { deadlines.join("; ") };
    above.push(format!("{}: {deadlines}", words.deadline));
    above.extend(form.is_all_in_original().then(|| in_original(form, words)));
    above.extend(form.about.illustrative.then(|| words.illustrative.to_owned()));
    above
}

fn columns(form: &FormReport) -> Vec<SheetColumn> {
    let language = &form.language;
    let column = |column: Column, width| SheetColumn::new(column.name(language), width);
    let mut columns = vec![
        column(Column::Id, 11).locked(),
        column(Column::Paragraph, 11),
        column(Column::Wording, 46).locked(),
        column(Column::Delegation, 16),
        column(Column::OnBehalfOf, 14),
        column(Column::Type, 14).choices(Kind::WORDS.iter().map(|(_, kind)| kind.name(language))),
        column(Column::Action, 14).choices(Action::WORDS.iter().map(|(_, action)| action.name(language))),
        column(Column::Quote, 26),
        column(Column::Proposal, 40),
        column(Column::Comment, 44),
    ];
    if !form.questions.is_empty() {
        let ids = form.questions.iter().map(|(id, _)| id);
        columns.push(column(Column::Question, 12).choices(ids));
    }
    columns.push(SheetColumn::new(Origin::HEADING, 12).hidden());
    columns
}

fn row(form: &FormReport, id: &str, place: String, wording: Cell, origin: &Origin) -> Vec<Cell> {
    let name = form.delegation.clone().unwrap_or_default();
    let mut cells = vec![vec![Run::plain(id)], vec![Run::plain(place)], wording, vec![Run::plain(name)]];
    let last = columns(form).len() - 1;
    cells.resize(last, Cell::new());
    cells.push(vec![Run::plain(origin.to_string())]);
    cells
}

/// The wording; where the language of the form lacks it, that of the original, which is said.
fn wording(form: &FormReport, passage: &FormPassage, words: &Words) -> Cell {
    let role = match passage.cited.id.level() {
        Level::Title | Level::Section => Role::Strong,
        Level::Paragraph | Level::Item => Role::Plain,
    };
    let text = Run::new(role, &passage.wording);
    if passage.origin.language == form.language || form.is_all_in_original() {
        return vec![text];
    }
    let remark = format!("[{} {}]\n", words.in_original, passage.origin.language);
    vec![Run::quiet(remark), text]
}
