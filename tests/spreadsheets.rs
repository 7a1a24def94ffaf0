//! Tables that leave the house and come back: CSV and Excel files as they are really written, read with other
//! people's programs.

use std::io::{Cursor, Read};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::sample::select;
use travaux::comment::{Action, Column, Kind, Origin};
use travaux::desk::Desk;
use travaux::draft::Language;
use travaux::intake::{Cite, LeftWhy, TableAsked, read_table};
use travaux::render::{csv, xlsx};
use travaux::report::{Cell, Report, Role, Run, SheetColumn, Spreadsheet};

use crate::sandbox::Sandbox;

const LANGUAGES: [&str; 6] = ["en", "ar", "zh", "fr", "ru", "es"];

/// The rows of a leaf, as text.
fn rows(file: &[u8], leaf: usize) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let name = workbook.sheet_names()[leaf].clone();
    let formulas = workbook.worksheet_formula(&name).expect("its formulas");
    assert!(formulas.is_empty(), "no cell is a formula");
    let range = workbook.worksheet_range(&name).expect("a leaf");
    let text = |data: &Data| match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        other => panic!("a cell is no text: {other:?}"),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// A part of a workbook, as text.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect("a part of that name").read_to_string(&mut text).expect("text");
    text
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap_or_default()).collect()
}

fn written(sandbox: &Sandbox, words: &[&str]) -> Vec<u8> {
    let mut all = vec!["-C", "demo"];
    all.extend(words);
    all.extend(["--output", "../out.xlsx", "--overwrite"]);
    let said = sandbox.run(&all);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    std::fs::read(sandbox.path("w/out.xlsx")).expect("it was written")
}

#[test]
fn the_form_says_what_the_version_says_in_each_language() {
    let sandbox = Sandbox::demo();
    for code in LANGUAGES {
        let language = Language::parse(code).expect("a language");
        let file = written(&sandbox, &["form", "first", "--language", code]);
        let said = sandbox.run(&["-C", "demo", "form", "first", "--language", code, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let table = rows(&file, 1);
        let head = table.iter().position(|row| row[0] == Column::Id.name(&language)).expect("headings");
        let expected = [
            Column::Id,
            Column::Paragraph,
            Column::Wording,
            Column::Delegation,
            Column::OnBehalfOf,
            Column::Type,
            Column::Action,
            Column::Quote,
            Column::Proposal,
            Column::Comment,
            Column::Question,
        ];
        let mut headings: Vec<&str> = expected.iter().map(|column| column.name(&language)).collect();
        headings.push(Origin::HEADING);
        assert_eq!(table[head], headings);
        let passages = json["passages"].as_array().expect("passages");
        assert_eq!(table.len(), head + 2 + passages.len(), "{code}: as many rows as passages, and one more");
        assert_eq!(table[head + 1][..2], ["all", Kind::General.name(&language)]);
        for (row, passage) in table[head + 2..].iter().zip(passages) {
            assert_eq!(row[0], passage["id"]);
            let number = passage["number"].as_str().unwrap_or_default().replace(['[', ']'], "");
            assert!(row[1] == number || (number.is_empty() && (row[1] == row[0] || row[0] == "title")));
            assert_eq!(row[2], passage["wording"]);
            assert!(row[3..11].iter().all(String::is_empty), "{code}: people write there");
            let origin = Origin::parse(&row[11]).expect("version, language and digest");
            assert_eq!(origin.version.to_string(), "ict/first");
            assert_eq!(origin.language.as_str(), passage["origin"]["language"]);
            assert_eq!(origin.digest, passage["origin"]["digest"]);
        }
        let texts: Vec<String> = rows(&file, 0).concat();
        let given = |text: &str| texts.iter().any(|line| line.contains(text));
        assert!(given("Illustrative consultation on") && given("First version"));
        assert!(given("Fourth round of consultations, 2026-05-04 – 2026-05-06"));
        assert!(given("Written comments on the first version: "));
        assert!(given("Written statements appear on the website unless"), "{code}: the consultation's rule");
        assert!(Kind::WORDS.iter().all(|(_, kind)| given(kind.name(&language))));
        assert!(!given("{"), "{code}: every name of a column is put in");
    }
}

#[test]
fn chinese_wording_is_the_chinese_text_and_what_is_missing_is_said() {
    let sandbox = Sandbox::demo();
    let table = rows(&written(&sandbox, &["form", "first", "--language", "zh"]), 1);
    let draft = sandbox.read("demo/drafts/ict/first/zh.md");
    let d2 = table.iter().find(|row| row[0] == "D2").expect("D2");
    let block = draft.lines().find_map(|line| line.strip_prefix("[D2] ")).expect("D2 in Chinese");
    assert!(d2[2].starts_with(block));
    let said = sandbox.run(&["-C", "demo", "form", "final", "--language", "zh", "-o", "../final.xlsx"]);
    assert!(said.err.contains("Not in zh, shown in en: [22] E3bis"), "{}", said.err);
    let file = std::fs::read(sandbox.path("w/final.xlsx")).expect("it was written");
    let e3bis = rows(&file, 1).into_iter().find(|row| row[0] == "E3bis").expect("E3bis");
    assert!(e3bis[2].starts_with("[无本语文文本；所示文本语文： en]\n"), "{}", e3bis[2]);
    assert_eq!(Origin::parse(&e3bis[10]).expect("an origin").language.as_str(), "en");
}

#[test]
fn only_arabic_runs_from_the_right() {
    let sandbox = Sandbox::demo();
    for code in LANGUAGES {
        let file = written(&sandbox, &["form", "first", "--language", code]);
        for leaf in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            assert_eq!(part(&file, leaf).contains("rightToLeft=\"1\""), code == "ar", "{code} {leaf}");
        }
    }
}

#[test]
fn what_is_given_is_locked_and_what_people_write_is_not() {
    let sandbox = Sandbox::demo();
    let language = Language::parse("fr").expect("a language");
    let file = written(&sandbox, &["form", "first", "--language", "fr"]);
    let leaf = part(&file, "xl/worksheets/sheet2.xml");
    let protection = between(&leaf, "<sheetProtection ", "/>")[0];
    for allowed in ["insertRows=\"0\"", "formatCells=\"0\"", "autoFilter=\"0\"", "formatRows=\"0\""] {
        assert!(protection.contains(allowed), "{protection}");
    }
    assert!(!protection.contains("insertColumns"), "{protection}");
    let styles = part(&file, "xl/styles.xml");
    let cells = between(&styles, "<cellXfs", "</cellXfs>")[0];
    let unlocked: Vec<bool> =
        cells.split("<xf ").skip(1).map(|xf| xf.contains("<protection locked=\"0\"/>")).collect();
    let rows = between(&leaf, "<row ", "</row>");
    let table = rows_below_headings(&rows);
    assert!(table.len() > 40 + 15, "rows for further comments stand at the end");
    for row in table {
        let cells: Vec<&str> = row.split("<c r=\"").skip(1).collect();
        assert_eq!(cells.len(), 12, "every cell is there, the empty ones too");
        for (at, cell) in cells.iter().enumerate() {
            let style: usize = between(cell, "s=\"", "\"")[0].parse().expect("a style");
            let given = [0, 2, 11].contains(&at);
            assert_eq!(unlocked[style], !given, "column {at}: {cell}");
        }
    }
    let lists = between(&leaf, "<formula1>", "</formula1>");
    let words = |words: Vec<&str>| format!("\"{}\"", words.join(","));
    assert_eq!(lists[0], words(Kind::WORDS.iter().map(|(_, kind)| kind.name(&language)).collect()));
    assert_eq!(lists[1], words(Action::WORDS.iter().map(|(_, action)| action.name(&language)).collect()));
    assert!(leaf.contains("<pane ySplit=\"5\"") && leaf.contains("<autoFilter ref=\"A5:L"));
    assert!(leaf.contains("hidden=\"1\"") && leaf.matches("hidden=\"1\"").count() == 1);
    assert!(!leaf.contains("customHeight"), "rows grow with what is written in them");
}

fn rows_below_headings<'r>(rows: &'r [&'r str]) -> Vec<&'r str> {
    let cells = |row: &&str| row.matches("<c r=").count();
    rows.iter().skip_while(|row| cells(row) < 12).skip(1).copied().collect()
}

#[test]
fn the_same_form_is_the_same_file() {
    let sandbox = Sandbox::demo();
    for words in
        [&["form", "second", "--language", "ar"][..], &["comments"], &["concordance", "first", "second"]]
    {
        let first = written(&sandbox, words);
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert!(first == written(&sandbox, words), "{words:?}");
    }
    let core = part(&written(&sandbox, &["form", "second"]), "docProps/core.xml");
    assert!(core.contains(">2026-09-15T00:00:00Z<"), "{core}");
    assert!(core.contains("<dc:title>Comment form: Second version"), "{core}");
}

#[test]
fn a_form_sent_again_under_another_name_takes_the_earlier_one_s_place() {
    let sandbox = Sandbox::demo();
    let form = sandbox.run(&["-C", "demo", "form", "second", "-d", "XAA", "--format", "csv"]).out;
    for (file, said) in [("one.csv", "A first thought."), ("another.csv", "A second thought.")] {
        let mut filled = csv::WriterBuilder::new().from_writer(Vec::new());
        let lines = csv::ReaderBuilder::new().has_headers(false).from_reader(form.as_bytes()).into_records();
        for (at, line) in lines.map(|line| line.expect("a line")).enumerate() {
            let cell = |(column, cell)| if (at, column) == (7, 9) { said } else { cell };
            filled.write_record(line.iter().enumerate().map(cell)).expect("a line");
        }
        sandbox.write(&format!("demo/{file}"), filled.into_inner().expect("a file"));
    }
    let first = sandbox.run(&["-C", "demo", "receive", "one.csv"]);
    assert!(
        first.code == 0 && first.out.contains("XAA-2 ") && !first.out.contains("Not read"),
        "{}",
        first.out
    );
    let again = sandbox.run(&["-C", "demo", "receive", "another.csv"]);
    assert!(again.code == 0 && again.out.contains("replaces XAA-2"), "{}{}", again.out, again.err);
    let beside = sandbox.run(&["-C", "demo", "receive", "another.csv", "--beside"]);
    assert!(beside.out.contains("received before, as XAA-3"), "{}", beside.out);
}

#[test]
fn a_form_for_one_delegation_bears_its_name_in_the_language_of_the_form() {
    let sandbox = Sandbox::demo();
    let table = rows(&written(&sandbox, &["form", "first", "-l", "zh", "--delegation", "Arendia"]), 1);
    let filled = table.iter().filter(|row| row[3] == "阿伦迪亚").count();
    assert_eq!(filled, table.len() - 4, "each row but the headings and what stands above them");
    let shown = sandbox.run(&["-C", "demo", "form", "first", "-l", "zh", "-d", "XAA"]);
    assert!(shown.out.contains(
        "travaux form first --language zh --delegation XAA --output comments-ict-first-zh-XAA.xlsx"
    ));
    let unknown = sandbox.run(&["-C", "demo", "form", "first", "-d", "XAX"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.starts_with("error: no delegation is called `XAX`\nhint: did you mean `XA"),
        "{}",
        unknown.err
    );
}

#[test]
fn comments_as_a_table_hold_what_the_list_holds() {
    let sandbox = Sandbox::demo();
    let said = sandbox.run(&["-C", "demo", "comments", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let comments = json["comments"].as_array().expect("comments");
    let table = rows(&written(&sandbox, &["comments"]), 0);
    assert_eq!(table.len(), comments.len() + 2);
    let text = sandbox.run(&["-C", "demo", "comments", "--format", "csv"]).out;
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.strip_prefix('\u{feff}').expect("a mark at the head").as_bytes());
    for ((row, record), comment) in table[2..].iter().zip(reader.records().skip(2)).zip(comments) {
        let record = record.expect("a record");
        assert_eq!(row[0], comment["cited_as"]);
        assert_eq!(row[3], comment["paragraph"]);
        for (at, field) in [(5, "quote"), (8, "proposal"), (9, "comment"), (18, "response")] {
            assert_eq!(row[at], comment[field].as_str().unwrap_or_default(), "{field}");
        }
        for (ours, theirs) in row.iter().zip(&record) {
            assert_eq!(&ours.replace("\r\n", "\n"), theirs.strip_prefix('\'').unwrap_or(theirs));
        }
    }
}

fn sheet(cells: Vec<Cell>) -> Spreadsheet {
    let day = NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day");
    let mut sheet = Spreadsheet::new("Comments", "Comments", day);
    sheet.columns = vec![SheetColumn::new("No.", 10).locked()];
    sheet.columns.extend((1..cells.len()).map(|at| SheetColumn::new(format!("Column {at}"), 40)));
    sheet.row(cells);
    sheet
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let texts =
        ["=HYPERLINK(\"https://example.org\")", "+1", "-1", "@SUM(A1)", "007", "1.10", "TRUE", "2026-05-04"];
    let sheet = sheet(texts.iter().map(|text| vec![Run::plain(*text)]).collect());
    assert_eq!(rows(&xlsx(&sheet).expect("a workbook"), 0)[1], texts);
    let text = csv(&sheet);
    assert!(
        text.contains("\"'=HYPERLINK(\"\"https://example.org\"\")\",'+1,'-1,'@SUM(A1),007,1.10"),
        "{text}"
    );
}

#[test]
fn a_redline_is_shown_as_rich_text() {
    let runs = vec![
        Run::plain("States "),
        Run::new(Role::Struck, "should"),
        Run::new(Role::Inserted, "must"),
        Run::plain(" act _x0041_."),
    ];
    let whole = vec![Run::new(Role::Struck, "All of it.")];
    let file = xlsx(&sheet(vec![vec![Run::plain("1")], runs, whole])).expect("a workbook");
    let strings = part(&file, "xl/sharedStrings.xml");
    let run = |words: &str| {
        let runs = between(&strings, "<r>", "</r>");
        runs.into_iter().find(|run| run.contains(&format!("<t>{words}</t>"))).expect("a run").to_owned()
    };
    assert!(run("should").contains("<strike/>") && !run("should").contains("<u/>"));
    assert!(run("must").contains("<u/>") && !run("must").contains("<strike/>"));
    assert!(run("All of it.").contains("<strike/>"), "words that are all struck are a run too");
    assert_eq!(rows(&file, 0)[1], ["1", "States shouldmust act _x0041_.", "All of it."]);
}

#[test]
fn a_text_longer_than_a_cell_goes_on_below() {
    let long = "永 due diligence, ".repeat(4_000);
    let file =
        xlsx(&sheet(vec![vec![Run::plain("XAA-r4-3")], vec![Run::plain(&long)], vec![Run::plain("x")]]));
    let table = rows(&file.expect("a workbook"), 0);
    assert!(table.len() > 2);
    let mut whole = String::new();
    for (at, row) in table[1..].iter().enumerate() {
        assert_eq!(row[0], "XAA-r4-3", "what is given is repeated");
        assert_eq!(row[2], if at == 0 { "x" } else { "" }, "what people wrote is not");
        assert!(row[1].encode_utf16().count() <= 32_767);
        let text = row[1].strip_prefix("[…] ").unwrap_or(&row[1]);
        whole.push_str(text.strip_suffix(" […]").unwrap_or(text));
    }
    assert_eq!(whole, long);
}

/// Texts as people write them, and as nobody should.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "=",
        "+",
        "-",
        "@",
        "'",
        "\t",
        "\n",
        "\"",
        ",",
        ";",
        " ",
        "_x0041_",
        "<&>",
        "法律",
        "القانون",
        "é",
        "𝕏",
        "a",
    ];
    prop::collection::vec(select(pieces.to_vec()), 0..12).prop_map(|pieces| pieces.concat())
}

/// Cells of several runs.
fn cell() -> impl Strategy<Value = Cell> {
    let roles = vec![Role::Plain, Role::Strong, Role::Quiet, Role::Struck, Role::Inserted];
    let run = (select(roles), text()).prop_map(|(role, text)| Run::new(role, text));
    prop::collection::vec(run, 0..4)
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn every_cell_comes_back_from_a_workbook(cells in prop::collection::vec(cell(), 1..6), right in any::<bool>()) {
        let mut sheet = sheet(cells.clone());
        sheet.right_to_left = right;
        let table = rows(&xlsx(&sheet).expect("a workbook"), 0);
        let empty = Vec::new();
        let row = table.get(1).unwrap_or(&empty);
        for (at, cell) in cells.iter().enumerate() {
            let words: String = cell.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(row.get(at).map_or("", String::as_str), words);
        }
    }

    #[test]
    fn every_cell_comes_back_from_csv(cells in prop::collection::vec(text(), 2..6)) {
        let sheet = sheet(cells.iter().map(|text| vec![Run::plain(text)]).collect());
        let text = csv(&sheet);
        let mut reader = ::csv::Reader::from_reader(text.strip_prefix('\u{feff}').expect("a mark").as_bytes());
        let record = reader.records().next().expect("a row").expect("a record");
        let formula = |text: &str| text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
        for (written, meant) in record.iter().zip(&cells) {
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']));
            let read = written.strip_prefix('\'').filter(|rest| formula(rest)).unwrap_or(written);
            assert_eq!(read, meant);
        }
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let sandbox = Sandbox::demo();
    let files = || sandbox.everything().into_iter().map(|(path, _, bytes)| (path, bytes)).collect::<Vec<_>>();
    let before = files();
    let refused = |words: &[&str], error: &str| {
        let mut all = vec!["-C", "demo"];
        all.extend(words);
        let said = sandbox.run(&all);
        assert_eq!(said.code, 2, "{words:?}");
        assert!(said.err.contains(error), "{words:?}: {}", said.err);
    };
    refused(
        &["form", "first", "-o", "schedule.toml", "--format", "csv"],
        "`demo/schedule.toml` is there already",
    );
    refused(&["form", "first", "-o", "nowhere/form.xlsx"], "there is no folder `demo/nowhere`");
    refused(&["form", "first", "-o", "drafts"], "does not say which format");
    refused(&["form", "first", "-o", "drafts", "--format", "xlsx"], "is a folder");
    refused(&["form", "first", "-o", "form.csv", "--format", "xlsx"], "is a name for csv, not for xlsx");
    refused(&["form", "frist", "-o", "form.xlsx"], "no version is called `frist`");
    refused(
        &["form", "first", "-l", "pt", "-o", "form.xlsx"],
        "no language of the consultation is called `pt`",
    );
    refused(&["save", "-o", "nowhere/saved.json"], "there is no folder");
    refused(&["plumbing", "align", "-o", "out.json"], "writes to standard output only");
    assert!(before == files(), "nothing was left behind");
}

#[test]
fn libreoffice_gives_back_what_it_was_given() {
    let known = Command::new("soffice").arg("--version").output();
    if !known.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no LibreOffice on this machine");
        return;
    }
    let sandbox = Sandbox::demo();
    for code in ["ar", "zh"] {
        let ours = written(&sandbox, &["form", "first", "--language", code]);
        let to =
            ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "again", "out.xlsx"];
        let done = sandbox.command("soffice").args(to).output().expect("LibreOffice runs");
        assert!(done.status.success(), "{done:?}");
        let theirs = std::fs::read(sandbox.path("w/again/out.xlsx")).expect("it was saved again");
        for leaf in [0, 1] {
            assert_eq!(rows(&ours, leaf), rows(&theirs, leaf), "{code}");
        }
        let leaf = part(&theirs, "xl/worksheets/sheet2.xml");
        assert_eq!(leaf.contains("rightToLeft=\"true\""), code == "ar");
        assert!(leaf.contains("<sheetProtection") && leaf.contains("<dataValidation "));
    }
}

/// The form of the example's first version, as a value to be filled in.
fn form(language: &str, delegation: Option<&str>) -> Spreadsheet {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let noon = NaiveDate::from_ymd_opt(2026, 4, 10).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("noon");
    let desk = Desk::open(root, None, noon.and_utc()).expect("the example");
    let form = desk.form("first", Some(language), delegation).expect("a form");
    form.spreadsheet().expect("a form is a table")
}

/// The form in a language, with four comments in it; the last stands in a row that was added by hand.
fn filled_in(code: &str) -> Spreadsheet {
    let language = Language::parse(code).expect("a language");
    let mut sheet = form(code, Some("XAA"));
    let at = |column: Column| {
        let named = |known: &SheetColumn| known.heading == column.name(&language);
        sheet.columns.iter().position(named).expect("a column")
    };
    let [kind, action] = [at(Column::Type), at(Column::Action)];
    let [quote, proposal, comment] = [at(Column::Quote), at(Column::Proposal), at(Column::Comment)];
    let question = at(Column::Question);
    let row = |id: &str| sheet.rows.iter().position(|row| row[0] == [Run::plain(id)]).expect("a row");
    let [all, d2, item] = [row("all"), row("D2"), row("B1b")];
    let plain = |text: &str| vec![Run::plain(text)];
    sheet.rows[all][kind] = plain(Kind::General.name(&language));
    sheet.rows[all][comment] = plain("=A list of terms would help.");
    sheet.rows[d2][kind] = plain(Kind::Substantive.name(&language));
    sheet.rows[d2][action] = plain(Action::Amend.name(&language));
    sheet.rows[d2][quote] = plain("should exercise");
    sheet.rows[d2][proposal] = plain("must exercise");
    sheet.rows[d2][question] = plain("q2");
    sheet.rows[item][action] = plain(Action::Delete.name(&language));
    sheet.rows[item][comment] = plain("'-' is not needed");
    let mut more = sheet.rows[d2].clone();
    more[0] = Cell::new();
    more[2] = Cell::new();
    more[proposal] = Cell::new();
    more[action] = plain(Action::Retain.name(&language));
    sheet.rows.push(more);
    sheet
}

#[test]
fn a_form_that_was_filled_in_is_read_as_it_was_meant() {
    for code in LANGUAGES {
        let sheet = filled_in(code);
        for bytes in [xlsx(&sheet).expect("a workbook"), csv(&sheet).into_bytes()] {
            let table = read_table("form", &bytes, &TableAsked::default()).expect("a table");
            assert_eq!(table.refused, [], "{code}");
            assert_eq!(table.language, Language::parse(code));
            let unfilled = table.left.iter().filter(|left| left.why == LeftWhy::Unfilled).count();
            assert_eq!(unfilled, sheet.rows.len() - 4, "{code}");
            let strange = table.left.iter().find(|left| {
                matches!(left.why, LeftWhy::UnknownColumn | LeftWhy::HiddenColumns | LeftWhy::Across)
            });
            assert_eq!(strange, None, "{code}");
            let [general, deleted, amended, retained] = &table.rows[..] else {
                panic!("{code}: four comments")
            };
            let ids = [general, deleted, amended, retained].map(|row| row.id.as_deref());
            assert_eq!(ids, [None, Some("B1b"), Some("D2"), None], "{code}");
            assert_eq!(general.cites, [Cite::All], "{code}");
            assert_eq!(general.kind, Some(Kind::General), "{code}");
            assert_eq!(general.comment.as_deref(), Some("=A list of terms would help."), "{code}");
            assert_eq!(deleted.action, Some(Action::Delete), "{code}");
            assert_eq!(deleted.comment.as_deref(), Some("'-' is not needed"), "{code}");
            assert_eq!((amended.kind, amended.action), (Some(Kind::Substantive), Some(Action::Amend)));
            assert_eq!(amended.quote.as_deref(), Some("should exercise"));
            assert_eq!(amended.proposal.as_deref(), Some("must exercise"));
            assert_eq!(amended.question.as_deref(), Some("q2"));
            assert_eq!(retained.cites, [Cite::Number("16".to_owned())], "{code}");
            assert_eq!(retained.action, Some(Action::Retain), "{code}");
            assert!(table.rows.iter().all(|row| row.remarks.is_empty()), "{code}: nothing to look at");
            assert!(table.rows.iter().all(|row| row.delegations.len() == 1), "{code}");
        }
    }
}
