//! Tables of comments as delegations fill them: six languages of headings, four forms, and what is done to
//! them. Each cell is a real file, written here by another library than the one that reads it.

use std::io::{Cursor, Read, Write};

use calamine::Reader;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_xlsxwriter::{Format, FormatAlign, FormatUnderline, Workbook, Worksheet};
use travaux::comment::{Action, Column, Kind};
use travaux::intake::{
    Cite, CommentTable, LeftWhy, Remark, Spot, TableAsked, TableForm, TableRow, read_table,
};

use crate::dice::throws;

/// The languages of the headings, in the order of every list below.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// What a column of a form holds in these tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Who,
    Section,
    Place,
    Page,
    Line,
    Kind,
    Words,
    Proposal,
    Other,
}

/// A column's role, and its heading in each language.
type Headed = (Role, [&'static str; 6]);

/// The forms, with the headings that their issuers print, in six languages.
#[rustfmt::skip]
const FORMS: &[(TableForm, &[Headed])] = &[
    (TableForm::Iso, &[
        (Role::Who, ["MB/NC¹", "MB/NC", "MB/NC", "Комитет-член", "الهيئة العضو", "成员团体"]),
        (Role::Line, ["Line number (e.g. 17)", "N° de ligne", "Número de línea", "Номер строки", "رقم السطر", "行号"]),
        (Role::Section, ["Clause/ Subclause (e.g. 3.1)", "Article/ Paragraphe", "Capítulo/ Apartado", "Раздел/ подраздел", "البند/ البند الفرعي", "章/条"]),
        (Role::Place, ["Paragraph/ Figure/ Table/ (e.g. Table 1)", "Paragraphe/ Figure/ Tableau", "Párrafo/ Figura/ Tabla", "Пункт/ Рисунок/ Таблица", "الفقرة/ الشكل/ الجدول", "段/图/表"]),
        (Role::Kind, ["Type of comment²", "Type de commentaire", "Tipo de comentario", "Тип замечания", "نوع التعليق", "意见类型"]),
        (Role::Words, ["Comments", "Commentaires", "Comentarios", "Замечания", "التعليقات", "意见"]),
        (Role::Proposal, ["Proposed change", "Modification proposée", "Cambio propuesto", "Предлагаемое изменение", "التغيير المقترح", "修改建议"]),
        (Role::Other, ["Observations of the secretariat", "Observations du secrétariat", "Observaciones de la secretaría", "Замечания секретариата", "ملاحظات الأمانة", "秘书处意见"]),
    ]),
    (TableForm::Ippc, &[
        (Role::Section, ["Section", "Section", "Sección", "Раздел", "القسم", "章节"]),
        (Role::Place, ["Para. nber", "N° de paragraphe", "N.º de párrafo", "Номер пункта", "رقم الفقرة", "段落编号"]),
        (Role::Other, ["Sentence/row/indent, etc.", "Phrase/ligne/alinéa", "Oración/fila/inciso", "Предложение/строка", "الجملة/السطر", "句/行"]),
        (Role::Kind, ["Type of comment", "Type d’observation", "Tipo de observación", "Вид замечания", "نوع الملاحظة", "意见类别"]),
        (Role::Proposal, ["Proposed rewording", "Nouveau libellé proposé", "Nueva redacción propuesta", "Предлагаемая редакция", "الصيغة المقترحة", "建议措辞"]),
        (Role::Words, ["Explanation", "Explication", "Explicación", "Пояснение", "الشرح", "解释"]),
        (Role::Who, ["Country", "Pays", "País", "Страна", "البلد", "国家"]),
    ]),
    (TableForm::Ipcc, &[
        (Role::Section, ["Chapter", "Chapitre", "Capítulo", "Глава", "الفصل", "章"]),
        (Role::Page, ["From Page", "De la page", "Desde la página", "Со страницы", "من الصفحة", "起始页"]),
        (Role::Line, ["From Line", "De la ligne", "Desde la línea", "Со строки", "من السطر", "起始行"]),
        (Role::Other, ["To Page", "À la page", "Hasta la página", "По страницу", "إلى الصفحة", "终止页"]),
        (Role::Other, ["To Line", "À la ligne", "Hasta la línea", "По строку", "إلى السطر", "终止行"]),
        (Role::Words, ["Comment", "Commentaire", "Comentario", "Замечание", "التعليق", "评论"]),
        (Role::Who, ["Government", "Gouvernement", "Gobierno", "Правительство", "الحكومة", "政府"]),
    ]),
];

/// `12, 14-16` as each language writes it.
const SEVERAL: [&str; 6] = [
    "12, 14-16",
    "12 et 14 à 16",
    "párrs. 12 y 14 a 16",
    "пп. 12, 14–16",
    "الفقرات ١٢ و١٤-١٦",
    "第12、14至16段",
];
const BIS: [&str; 6] = ["12 bis", "par. 12 bis", "12 bis", "п. 12 бис", "١٢ مكرر", "第12 bis段"];
const PAGES: [&str; 6] = [
    "p. 3, l. 12",
    "page 3, ligne 12",
    "pág. 3, línea 12",
    "с. 3, строка 12",
    "الصفحة ٣، السطر ١٢",
    "第3页第12行",
];
const WHOLE: [&str; 6] = [
    "General",
    "Observations générales",
    "Comentarios generales",
    "Общие замечания",
    "تعليقات عامة",
    "总体意见",
];
const TITLE: [&str; 6] = [
    "Comments on the first version",
    "Observations sur la première version",
    "Comentarios sobre la primera versión",
    "Замечания по первому варианту",
    "تعليقات على النسخة الأولى",
    "对第一稿的意见",
];

fn own() -> Vec<(Role, [&'static str; 6])> {
    let columns = [
        (Role::Other, Column::Number),
        (Role::Who, Column::Delegation),
        (Role::Place, Column::Paragraph),
        (Role::Other, Column::Wording),
        (Role::Other, Column::Quote),
        (Role::Kind, Column::Type),
        (Role::Other, Column::Action),
        (Role::Proposal, Column::Proposal),
        (Role::Words, Column::Comment),
    ];
    columns.map(|(role, column)| (role, column.names())).to_vec()
}

fn forms() -> Vec<(TableForm, Vec<Headed>)> {
    let others = FORMS.iter().map(|(form, columns)| (*form, columns.to_vec()));
    std::iter::once((TableForm::Own, own())).chain(others).collect()
}

/// One cell of a file to be written.
#[derive(Debug, Clone)]
enum Written {
    Words(String),
    /// Kept, struck and underlined pieces.
    Runs(Vec<(char, &'static str)>),
    /// A merged cell that reaches down over this many rows.
    Down(String, u32),
}

fn words(text: impl Into<String>) -> Written {
    Written::Words(text.into())
}

/// A table to be written: headings in one language, rows by what their columns hold.
struct Table {
    headings: Vec<(Role, &'static str)>,
    title: Option<&'static str>,
    rows: Vec<Vec<(Role, Written)>>,
}

impl Table {
    fn new(columns: &[(Role, [&'static str; 6])], language: usize) -> Table {
        let headings = columns.iter().map(|(role, names)| (*role, names[language])).collect();
        Table { headings, title: None, rows: Vec::new() }
    }

    fn row(mut self, cells: impl IntoIterator<Item = (Role, Written)>) -> Table {
        self.rows.push(cells.into_iter().collect());
        self
    }

    fn has(&self, role: Role) -> bool {
        self.headings.iter().any(|(other, _)| *other == role)
    }

    /// The row of the headings, counted from 0.
    fn head(&self) -> u32 {
        if self.title.is_some() { 2 } else { 0 }
    }

    fn place(&self, role: Role) -> Option<u16> {
        let at = self.headings.iter().position(|(other, _)| *other == role)?;
        Some(u16::try_from(at).expect("few columns"))
    }

    fn fill(&self, sheet: &mut Worksheet) {
        let plain = Format::new();
        if let Some(title) = self.title {
            let last = u16::try_from(self.headings.len() - 1).expect("few columns");
            sheet.merge_range(0, 0, 0, last, title, &plain).expect("a title");
        }
        let head = self.head();
        for (at, (_, heading)) in (0..).zip(&self.headings) {
            sheet
                .write_string_with_format(head, at, *heading, &Format::new().set_text_wrap())
                .expect("a heading");
        }
        for (row, cells) in (head + 1..).zip(&self.rows) {
            for (role, cell) in cells {
                let Some(column) = self.place(*role) else { continue };
                match cell {
                    Written::Words(text) => _ = sheet.write_string(row, column, text).expect("a cell"),
                    Written::Runs(runs) => runs_in(sheet, row, column, runs),
                    Written::Down(text, rows) => {
                        let format = Format::new().set_align(FormatAlign::VerticalCenter);
                        sheet
                            .merge_range(row, column, row + rows - 1, column, text, &format)
                            .expect("a merged cell");
                    }
                }
            }
        }
    }

    fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        self.fill(book.add_worksheet());
        book.save_to_buffer().expect("a workbook")
    }

    /// As a text with separators; struck and new words between signs.
    fn csv(&self, separator: u8) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(vec![]);
        if let Some(title) = self.title {
            writer.write_record([title]).expect("a title");
            writer.write_record(vec![""; self.headings.len()]).expect("a blank row");
        }
        writer.write_record(self.headings.iter().map(|(_, heading)| *heading)).expect("headings");
        for cells in &self.rows {
            let field = |role: Role| {
                let cell = cells.iter().find(|(other, _)| *other == role).map(|(_, cell)| cell);
                match cell {
                    Some(Written::Words(text) | Written::Down(text, _)) => text.clone(),
                    Some(Written::Runs(runs)) => runs.iter().map(signed).collect(),
                    None => String::new(),
                }
            };
            let mut used = Vec::new();
            let fields: Vec<String> = self
                .headings
                .iter()
                .map(|(role, _)| {
                    let first = !used.contains(role);
                    used.push(*role);
                    if first { field(*role) } else { String::new() }
                })
                .collect();
            writer.write_record(fields).expect("a row");
        }
        writer.into_inner().expect("a text")
    }
}

fn signed((mark, text): &(char, &'static str)) -> String {
    match mark {
        '-' => format!("~~{text}~~"),
        '+' => format!("++{text}++"),
        _ => (*text).to_owned(),
    }
}

fn runs_in(sheet: &mut Worksheet, row: u32, column: u16, runs: &[(char, &'static str)]) {
    let formats: Vec<Format> = runs
        .iter()
        .map(|(mark, _)| match mark {
            '-' => Format::new().set_font_strikethrough(),
            '+' => Format::new().set_underline(FormatUnderline::Single),
            _ => Format::new(),
        })
        .collect();
    match runs {
        [(_, text)] => _ = sheet.write_string_with_format(row, column, *text, &formats[0]).expect("a cell"),
        _ => {
            let runs: Vec<(&Format, &str)> =
                formats.iter().zip(runs).map(|(format, (_, text))| (format, *text)).collect();
            sheet.write_rich_string(row, column, &runs).expect("runs");
        }
    }
}

fn number(number: &str) -> Cite {
    Cite::Number(number.to_owned())
}

fn range(first: &str, last: &str) -> Cite {
    Cite::Range(first.to_owned(), last.to_owned())
}

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> CommentTable {
    let asked = TableAsked {
        sheet: None,
        delegations: ["XAA", "Arendia", "XAB", "Borland"].map(str::to_owned).to_vec(),
    };
    read_table(name, bytes, &asked).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The same table as a workbook and as texts with three separators.
fn files(table: &Table) -> Vec<(String, Vec<u8>)> {
    let texts = [(b',', "comma.csv"), (b';', "semicolon.csv"), (b'\t', "tab.csv")];
    let texts = texts.map(|(separator, name)| (name.to_owned(), table.csv(separator)));
    std::iter::once(("workbook.xlsx".to_owned(), table.xlsx())).chain(texts).collect()
}

/// Holds each form in each language, as each kind of file, against what was meant.
#[track_caller]
fn everywhere(draw: impl Fn(Table, usize) -> Option<Table>, meant: impl Fn(&str, &CommentTable, usize)) {
    let mut cells = 0;
    for (form, columns) in forms() {
        for (language, code) in LANGUAGES.iter().enumerate() {
            let Some(table) = draw(Table::new(&columns, language), language) else { continue };
            for (name, bytes) in files(&table) {
                let what = format!("{} in {code}, {name}", form.name());
                let read = read(&name, &bytes);
                assert_eq!(read.form, form, "{what}");
                let told = read.language.as_ref().map(ToString::to_string);
                assert_eq!(told.as_deref(), Some(*code), "{what}");
                assert!(read.refused.is_empty(), "{what}: {:?}", read.refused);
                meant(&what, &read, language);
                cells += 1;
            }
        }
    }
    assert!(cells >= 24, "only {cells} cells were drawn");
}

#[test]
fn several_paragraphs_in_one_cell_are_read_in_every_form_and_language() {
    everywhere(
        |table, language| {
            table.has(Role::Place).then(|| {
                table.row([
                    (Role::Who, words("XAA")),
                    (Role::Place, words(SEVERAL[language])),
                    (Role::Kind, words(Kind::Editorial.names()[language])),
                    (Role::Proposal, words("= shall, not -should")),
                    (Role::Words, words("One.\nTwo; and, \"three\"")),
                ])
            })
        },
        |what, read, language| {
            let [row] = read.rows.as_slice() else { panic!("{what}: {:?}", read.rows) };
            assert_eq!(row.cites, [number("12"), range("14", "16")], "{what}");
            assert_eq!(row.cited.as_deref(), Some(SEVERAL[language]), "{what}");
            assert_eq!(row.delegations, ["XAA"], "{what}");
            assert_eq!((row.kind, row.action), (Some(Kind::Editorial), Some(Action::Amend)), "{what}");
            assert_eq!(row.proposal.as_deref(), Some("= shall, not -should"), "{what}");
            assert_eq!(row.comment.as_deref(), Some("One.\nTwo; and, \"three\""), "{what}");
            assert!(row.remarks.is_empty(), "{what}: {:?}", row.remarks);
        },
    );
}

#[test]
fn what_came_later_is_read_in_every_form_and_language() {
    everywhere(
        |table, language| {
            table.has(Role::Place).then(|| {
                table.row([
                    (Role::Who, words("XAA")),
                    (Role::Place, words(BIS[language])),
                    (Role::Words, words("Why?")),
                ])
            })
        },
        |what, read, _| {
            assert_eq!(read.rows[0].cites, [number("12 bis")], "{what}");
            assert_eq!((read.rows[0].kind, read.rows[0].action), (None, Some(Action::None)), "{what}");
        },
    );
}

#[test]
fn pages_and_lines_are_read_in_every_form_and_language() {
    let spot = Spot { page: 3, line: Some(12) };
    everywhere(
        |table, language| {
            let places = if table.has(Role::Page) {
                vec![(Role::Page, words("3")), (Role::Line, words("12"))]
            } else {
                vec![(Role::Place, words(PAGES[language]))]
            };
            let places = places.into_iter().chain([(Role::Who, words("XAA")), (Role::Words, words("Why?"))]);
            Some(table.row(places))
        },
        |what, read, _| assert_eq!(read.rows[0].cites, [Cite::Page(spot, None)], "{what}"),
    );
}

#[test]
fn the_whole_text_is_read_in_every_form_and_language() {
    everywhere(
        |table, language| {
            let place = match () {
                () if table.has(Role::Page) => vec![(Role::Page, words("0")), (Role::Line, words("0"))],
                () if table.has(Role::Section) => vec![(Role::Section, words(WHOLE[language]))],
                () => vec![(Role::Place, words(WHOLE[language]))],
            };
            Some(
                table.row(
                    place.into_iter().chain([(Role::Who, words("XAA")), (Role::Words, words("Thanks"))]),
                ),
            )
        },
        |what, read, _| {
            assert_eq!(read.rows[0].cites, [Cite::All], "{what}");
            assert_eq!(read.rows[0].kind, Some(Kind::General), "{what}");
        },
    );
}

#[test]
fn title_rows_blank_rows_and_a_country_named_once_are_read_in_every_form_and_language() {
    everywhere(
        |mut table, language| {
            table.title = Some(TITLE[language]);
            let place = if table.has(Role::Page) { Role::Page } else { Role::Place };
            Some(
                table
                    .row([(Role::Who, words("Arendia")), (place, words("3")), (Role::Words, words("One"))])
                    .row([(Role::Who, words(" ")), (place, words(" "))])
                    .row([(place, words("4")), (Role::Words, words("Two"))])
                    .row([
                        (Role::Who, words("Borland; XAA")),
                        (place, words("5")),
                        (Role::Words, words("Three")),
                    ])
                    .row([(Role::Who, words("\"")), (place, words("6")), (Role::Words, words("Four"))]),
            )
        },
        |what, read, _| {
            let who: Vec<String> = read.rows.iter().map(|row| row.delegations.join(" + ")).collect();
            assert_eq!(who, ["Arendia", "Arendia", "Borland + XAA", "Borland + XAA"], "{what}");
            let numbers: Vec<u32> = read.rows.iter().map(|row| row.row).collect();
            assert_eq!(numbers, [4, 6, 7, 8], "{what}");
            let above = Remark::DelegationFromAbove("Arendia".to_owned());
            assert!(read.rows[1].remarks.contains(&above), "{what}: {:?}", read.rows[1].remarks);
            assert_eq!(read.left.len(), 1, "{what}: {:?}", read.left);
            assert_eq!((read.left[0].why, read.left[0].row), (LeftWhy::AboveHeadings, Some(1)), "{what}");
        },
    );
}

#[test]
fn struck_and_underlined_runs_are_deletion_and_insertion_in_every_form_and_language() {
    everywhere(
        |table, _| {
            let has = table.has(Role::Proposal);
            let row = |runs: Vec<(char, &'static str)>| {
                [(Role::Who, words("XAA")), (Role::Place, words("12")), (Role::Proposal, Written::Runs(runs))]
            };
            has.then(|| {
                table
                    .row(row(vec![
                        (' ', "States "),
                        ('-', "should"),
                        (' ', " "),
                        ('+', "shall"),
                        (' ', " act."),
                    ]))
                    .row(row(vec![('-', "All of it goes.")]))
                    .row(row(vec![('+', "A new sentence.")]))
                    .row(row(vec![(' ', "States act"), ('+', ", where feasible"), (' ', ".")]))
            })
        },
        |what, read, _| {
            let seen: Vec<(Option<Action>, Option<&str>, Option<&str>)> = read
                .rows
                .iter()
                .map(|row| (row.action, row.quote.as_deref(), row.proposal.as_deref()))
                .collect();
            let meant = [
                (Some(Action::Amend), Some("States should act."), Some("States shall act.")),
                (Some(Action::Delete), Some("All of it goes."), None),
                (Some(Action::Add), None, Some("A new sentence.")),
                (Some(Action::Amend), Some("States act."), Some("States act, where feasible.")),
            ];
            assert_eq!(seen, meant, "{what}");
        },
    );
}

#[test]
fn merged_cells_hold_for_all_their_rows_in_every_form_and_language() {
    for (form, columns) in forms() {
        for (at, language) in LANGUAGES.iter().enumerate() {
            let what = format!("{} in {language}", form.name());
            let table = Table::new(&columns, at);
            let place = if table.has(Role::Page) { Role::Page } else { Role::Place };
            let table = table
                .row([
                    (Role::Who, Written::Down("Arendia".to_owned(), 3)),
                    (place, Written::Down("12".to_owned(), 2)),
                    (Role::Words, words("One")),
                ])
                .row([(Role::Words, words("Two"))])
                .row([(place, words("14")), (Role::Words, words("Three"))]);
            let read = read("merged.xlsx", &table.xlsx());
            let seen: Vec<(&str, &str)> = read
                .rows
                .iter()
                .map(|row| (row.delegations[0].as_str(), row.comment.as_deref().unwrap_or_default()))
                .collect();
            assert_eq!(seen, [("Arendia", "One"), ("Arendia", "Two"), ("Arendia", "Three")], "{what}");
            let twelve = match form {
                TableForm::Ipcc => Cite::Page(Spot { page: 12, line: None }, None),
                _ => number("12"),
            };
            assert_eq!((&read.rows[0].cites[0], &read.rows[1].cites[0]), (&twelve, &twelve), "{what}");
            assert!(read.refused.is_empty() && read.left.is_empty(), "{what}");
        }
    }
}

/// A row without what only says where it stood in its file.
fn bare(row: &TableRow) -> TableRow {
    TableRow { sheet: None, row: 0, remarks: Vec::new(), ..row.clone() }
}

#[test]
fn rows_written_back_under_their_headings_are_read_as_before_in_every_form_and_language() {
    everywhere(
        |table, language| {
            let place = if table.has(Role::Page) { Role::Page } else { Role::Place };
            Some(
                table
                    .row([
                        (Role::Who, words("XAA")),
                        (place, words("12")),
                        (Role::Words, words("One, \"two\"\nthree")),
                    ])
                    .row([
                        (Role::Who, words("XAB")),
                        (place, words(if place == Role::Page { "7" } else { SEVERAL[language] })),
                        (Role::Kind, words(Kind::Translation.names()[language])),
                        (Role::Proposal, Written::Runs(vec![(' ', "a "), ('-', "b"), ('+', "c")])),
                        (Role::Words, words("Why not")),
                    ]),
            )
        },
        |what, first, _| {
            let mut writer = csv::Writer::from_writer(vec![]);
            writer.write_record(&first.header).expect("headings");
            first.rows.iter().for_each(|row| writer.write_record(&row.cells).expect("a row"));
            let again = read("again.csv", &writer.into_inner().expect("a text"));
            let rows = |table: &CommentTable| table.rows.iter().map(bare).collect::<Vec<_>>();
            assert_eq!(rows(first), rows(&again), "{what}");
            assert_eq!(first.rows.len(), 2, "{what}");
        },
    );
}

/// The rows of a table in all three lists, by number.
fn accounted(table: &CommentTable) -> Vec<u32> {
    let rows = table.rows.iter().map(|row| row.row);
    let refused = table.refused.iter().map(|row| row.row);
    let left = table.left.iter().filter_map(|left| left.row);
    let mut all: Vec<u32> = rows.chain(refused).chain(left).collect();
    all.sort_unstable();
    all
}

/// What stands in cells of tables that have broken a reader somewhere.
#[rustfmt::skip]
const CELLS: &[&str] = &[
    "", "", "", " ", "XAA", "Arendia", "Borland; XAB", "\"", "12", "12, 14-16", "8(d)", "general", "Section D", "p. 3, l. 4", "3-Apr", "1.1",
    "see above", "Table 1", "substantive", "major", "ge", "States shall act.", "~~should~~ ++shall++", "Delete", "-", "n/a", "=1+1", "'=1+1",
    "Paragraph", "Comment", "Note: send this by May", "a\nb", "a;b,c\td", "he said \"no\"", "\u{200f}١٢", "第3至5段", "\u{a0}", "New paragraph: x",
    "We thank the co-chairs for a text that is clear, short and balanced, and for the time that they gave to all of us in these weeks.",
];

proptest! {
    #![proptest_config(throws(300))]

    #[test]
    fn every_row_below_the_headings_is_taken_refused_or_left_and_none_twice(
        rows in vec(vec(select(CELLS), 6), 0..12),
        merges in vec((0u32..12, 0u16..6, 1u32..4, 1u16..4), 0..3),
        separator in select(b",;\t".to_vec()),
    ) {
        let headings = ["Delegation", "Paragraph", "Type", "Existing text", "Comment", "Proposed text"];
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(vec![]);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        writer.write_record(headings).expect("headings");
        for (at, heading) in (0..).zip(headings) {
            sheet.write_string(0, at, heading).expect("a heading");
        }
        for (row, cells) in (1..).zip(&rows) {
            writer.write_record(cells).expect("a row");
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, *cell).expect("a cell");
            }
        }
        for (row, column, down, across) in merges {
            let (last, end) = (row + down, column + across);
            let (plain, text) = (Format::new(), rows.get(row as usize).map_or("", |cells| cells[usize::from(column)]));
            // Merged cells that overlap are no table, and are not written.
            _ = sheet.merge_range(row + 1, column, last, end.min(5), text, &plain);
        }
        let blank = |cells: &&Vec<&str>| cells.iter().all(|cell| cell.trim().is_empty());
        let filled: Vec<u32> = (2..).zip(&rows).filter(|(_, cells)| !blank(cells)).map(|(row, _)| row).collect();
        let text = writer.into_inner().expect("a text");
        let table = read("law.csv", &text);
        prop_assert_eq!(&accounted(&table), &filled, "{}", String::from_utf8_lossy(&text));
        // A cell that is merged is written over what stood in it, so only what is there may be counted.
        let table = read("law.xlsx", &book.save_to_buffer().expect("a workbook"));
        let seen = accounted(&table);
        prop_assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "{seen:?}");
        for row in table.rows {
            prop_assert!(row.proposal.is_some() || row.comment.is_some() || row.action != Some(Action::None));
            prop_assert_eq!(row.cells.len(), table.header.len());
        }
    }

    #[test]
    fn damaged_files_are_read_or_refused_and_never_break_the_reader(
        hits in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        which in 0usize..4,
    ) {
        let mut bytes = match which {
            0 => sample().xlsx(),
            1 => sample().csv(b','),
            2 => sample().csv(b';'),
            _ => stored(&sample().xlsx()),
        };
        for (at, byte) in &hits {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        _ = read_table("damaged", &bytes, &TableAsked::default());
        bytes.truncate(hits[0].0.index(bytes.len()));
        _ = read_table("cut", &bytes, &TableAsked::default());
    }

    #[test]
    fn damaged_parts_of_a_workbook_are_read_or_refused_and_never_break_the_reader(
        part in select(vec!["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]),
        hits in vec((any::<prop::sample::Index>(), select(DAMAGE)), 1..6),
    ) {
        let bytes = rewritten(&sample().xlsx(), |name, mut text| {
            if name == part {
                for (at, piece) in &hits {
                    let at = (0..=at.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                    text.insert_str(at, piece);
                }
            }
            text
        });
        _ = read_table("damaged.xlsx", &bytes, &TableAsked::default());
    }
}

/// What is written into the parts of a workbook to damage them.
const DAMAGE: &[&str] = &[
    "<",
    ">",
    "\"",
    "&",
    "&amp;",
    "&#x0;",
    "&nope;",
    "</c>",
    "<c>",
    "<c r=\"ZZZZZZZ9\">",
    "r=\"A0\"",
    "99999999999",
    "-1",
    "<row r=\"4294967295\">",
    "<r>",
    "</si>",
    "<si/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "é",
    "<!--",
    "]]>",
    "<![CDATA[x]]>",
    "<col min=\"0\" max=\"99999999\" hidden=\"1\"/>",
    "<t>",
    "<v>1e400</v>",
    "s=\"99999\"",
    "t=\"s\"",
];

/// A table with something of everything.
fn sample() -> Table {
    let mut table = Table::new(&own(), 0);
    table.title = Some("Comments from Arendia");
    let runs = vec![(' ', "States "), ('-', "should"), ('+', " shall"), (' ', " act.")];
    table
        .row([
            (Role::Who, Written::Down("XAA".to_owned(), 2)),
            (Role::Place, words("12, 14-16")),
            (Role::Words, words("One")),
        ])
        .row([(Role::Place, words("8(d)")), (Role::Proposal, Written::Runs(runs))])
        .row([
            (Role::Who, words("XAB")),
            (Role::Place, words("p. 3")),
            (Role::Words, words("\"Two\", he said")),
        ])
}

/// The same archive with its parts rewritten.
fn rewritten(bytes: &[u8], mut change: impl FnMut(&str, String) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = (0..old.len())
        .map(|at| old.by_index(at).expect("a part").name().expect("a name").to_string())
        .collect();
    for name in names {
        let mut text = String::new();
        old.by_name(&name).expect("a part").read_to_string(&mut text).expect("text");
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        new.start_file(name.as_str(), options).expect("a part");
        new.write_all(change(&name, text).as_bytes()).expect("its bytes");
    }
    new.finish().expect("an archive").into_inner()
}

fn stored(bytes: &[u8]) -> Vec<u8> {
    rewritten(bytes, |_, text| text)
}

#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> String {
    let start = std::time::Instant::now();
    let error = read_table(name, bytes, &TableAsked::default()).expect_err("no table");
    assert!(start.elapsed().as_secs() < 20, "{name} took too long");
    format!("{error} | {}", error.hint().unwrap_or_default())
}

#[test]
fn files_that_are_no_tables_are_named_with_the_way_out() {
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    assert!(refused("in.xls", &old).contains("old Microsoft Office (.xls, .doc) | open it in a spreadsheet"));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused("in.xlsx", &[&old[..], &name].concat()).contains("is encrypted | ask its sender"));
    assert!(refused("in.xls", b"<html><table><tr><td>Paragraph").contains("a web page"));
    assert!(refused("in.xlsx", b"PK\x03\x04 and nothing more").contains("damaged"));
    assert!(refused("in.csv", b"").contains("is empty"));
    assert!(refused("in.csv", b"a\0b,c").contains("neither a workbook nor a text"));
    let headless = refused("in.csv", b"Parograph,Remaks\n12,x\n");
    assert!(
        headless.contains("no row heads a table of comments: found `row 1: Parograph | Remaks`"),
        "{headless}"
    );
    assert!(headless.contains("did you mean `Paragraph`?"), "{headless}");
    let asked = TableAsked { sheet: Some("Comment".to_owned()), delegations: Vec::new() };
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Comments").expect("a name");
    let error =
        read_table("in.xlsx", &book.save_to_buffer().expect("a workbook"), &asked).expect_err("no sheet");
    assert!(error.hint().expect("a hint").contains("did you mean `Comments`?"));
}

#[test]
fn workbooks_made_to_hurt_are_refused() {
    let plain = sample().xlsx();
    let forged = |part: &'static str, with: &dyn Fn(String) -> String| {
        rewritten(&plain, |name, text| if name == part { with(text) } else { text })
    };
    let bomb = forged("xl/sharedStrings.xml", &|text| {
        text.replacen("?>", "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", 1)
    });
    assert!(refused("entities.xlsx", &bomb).contains("declares entities of its own"));
    let large = [b"PK\x03\x04".as_slice(), &vec![0; 33 << 20]].concat();
    assert!(refused("large.xlsx", &large).contains("has 33 megabytes | a table may have 32 megabytes"));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    for _ in 0..80 {
        zip.write_all(&vec![b' '; 1 << 20]).expect("its bytes");
    }
    let deflated = zip.finish().expect("an archive").into_inner();
    assert!(deflated.len() < 1 << 20);
    assert!(refused("deflated.xlsx", &deflated).contains("unfolds to more than 64 MB"));
    // One long word that all cells share.
    let word = "x".repeat(30_000);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    (0..2_500).for_each(|row| _ = sheet.write_string(row, 0, &word).expect("a cell"));
    assert!(refused("shared.xlsx", &book.save_to_buffer().expect("a workbook")).contains("without number"));
}

#[test]
fn cells_are_those_that_another_reader_sees() {
    for (form, columns) in forms() {
        for (at, language) in LANGUAGES.iter().enumerate() {
            let table = Table::new(&columns, at).row([
                (Role::Who, words("XAA")),
                (Role::Place, words("007")),
                (Role::Page, words("1.10")),
                (Role::Words, words("=HYPERLINK(\"x\")\nline\u{a0}two \u{200f}مرحبا")),
            ]);
            let bytes = table.xlsx();
            let mut other: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
            let range = other.worksheet_range_at(0).expect("a sheet").expect("its cells");
            let row = range.rows().nth(1).expect("a row");
            let read = read("seen.xlsx", &bytes);
            let theirs: Vec<String> = row.iter().map(ToString::to_string).collect();
            assert_eq!(read.rows[0].cells[..theirs.len()], theirs, "{} in {language}", form.name());
        }
    }
}

#[test]
fn struck_cells_hidden_rows_and_dates_are_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in (0..).zip(["Para", "Current text", "Suggested text", "Reason", "E-mail"]) {
        sheet.write_string(0, at, heading).expect("a heading");
    }
    let struck = Format::new().set_font_strikethrough();
    sheet.write_string_with_format(1, 1, "All of this goes.", &struck).expect("a cell");
    sheet.write_number(1, 0, 12).expect("a number");
    let day = Format::new().set_num_format("d-mmm");
    sheet.write_number_with_format(2, 0, 46_115, &day).expect("a date");
    sheet.write_string(2, 3, "Why?").expect("a cell");
    sheet.set_row_hidden(2).expect("a hidden row");
    sheet.write_number(3, 0, 1.1).expect("a number");
    sheet.write_string(3, 3, "Why?").expect("a cell");
    sheet.write_string(3, 4, "a@b").expect("a cell");
    sheet.set_column_hidden(3).expect("a hidden column");
    let read = read("said.xlsx", &book.save_to_buffer().expect("a workbook"));
    let [goes, dated, decimal] = read.rows.as_slice() else { panic!("{:?}", read.rows) };
    assert_eq!((goes.action, goes.quote.as_deref()), (Some(Action::Delete), Some("All of this goes.")));
    assert_eq!(goes.cites, [number("12")]);
    assert_eq!(dated.cites, [range("3", "4")]);
    let date = Remark::Date { found: "2026-04-03".to_owned(), read: Some("3–4".to_owned()) };
    assert_eq!(dated.remarks, [date, Remark::Hidden,]);
    assert_eq!(decimal.remarks, [Remark::Decimal("1.1".to_owned())]);
    let said: Vec<(LeftWhy, &str)> = read.left.iter().map(|left| (left.why, left.text.as_str())).collect();
    let meant =
        [(LeftWhy::HiddenRows, "3"), (LeftWhy::HiddenColumns, "Reason"), (LeftWhy::UnknownColumn, "E-mail")];
    assert_eq!(said, meant);
}

#[test]
fn lines_across_the_table_say_who_speaks_below_them() {
    let table =
        b"Paragraph,Comment,Proposed text\nArendia,,\n12,One,\nBorland (on behalf of XAB),,\n13,Two,\n\
        Section D,,\n14,Three,\nElbonia,,\n15,Four,\nTotal of all the comments above,,\n";
    let read = read("across.csv", table);
    let who: Vec<String> = read.rows.iter().map(|row| row.delegations.join(", ")).collect();
    assert_eq!(who, ["Arendia", "Borland", "Borland", "Elbonia"]);
    assert_eq!(read.rows[2].on_behalf_of, ["XAB"]);
    assert_eq!(read.left.len(), 5, "{:?}", read.left);
}

#[test]
fn a_comment_in_a_merged_cell_is_one_comment_on_several_paragraphs() {
    let mut table = Table::new(&own(), 0)
        .row([(Role::Place, words("12")), (Role::Words, Written::Down("One for all".to_owned(), 3))])
        .row([(Role::Place, words("14"))])
        .row([(Role::Place, words("16")), (Role::Proposal, words("Other words"))]);
    table.title = Some("Comments from Arendia");
    let read = read("one.xlsx", &table.xlsx());
    assert_eq!(read.rows.len(), 2);
    assert_eq!(read.rows[0].cites, [number("12"), number("14")]);
    assert_eq!(read.rows[1].comment.as_deref(), Some("One for all"));
    assert_eq!(read.left[1].why, LeftWhy::JoinedAbove);
}
