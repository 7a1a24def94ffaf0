//! The comment matrix goes out, is filled in, sorted and filtered, and comes back: exactly what was changed changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use travaux::comment::{Column, Origin, Outcome};
use travaux::demo::Size;
use travaux::desk::{Answering, Desk, MatrixAsked, Selection};
use travaux::intake::{Cite, TableAsked, TableForm, TableRow, read_table};
use travaux::render::{csv, xlsx};
use travaux::report::{ColumnSet, MatrixReport, Report, RespondReport, Role, Run, Spreadsheet};

use crate::sandbox::Sandbox;

/// The example, opened to read.
fn desk(folder: &Path) -> Desk {
    let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
    Desk::open(folder, None, now).expect("a workspace")
}

fn example() -> Desk {
    desk(Path::new(env!("CARGO_MANIFEST_DIR")))
}

fn matrix(desk: &Desk, names: &[&str], selection: Selection, columns: ColumnSet) -> MatrixReport {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    desk.matrix(&MatrixAsked { names, selection, columns }).expect("a matrix")
}

fn at(sheet: &Spreadsheet, column: Column) -> usize {
    let named = |known: &travaux::report::SheetColumn| known.heading == column.names()[0];
    sheet.columns.iter().position(named).expect("a column")
}

fn words(cell: &[Run]) -> String {
    cell.iter().map(|run| run.text.as_str()).collect()
}

fn taken_back(desk: &Desk, sheet: &Spreadsheet, as_workbook: bool) -> RespondReport {
    let bytes = if as_workbook { xlsx(sheet).expect("a workbook") } else { csv(sheet).into_bytes() };
    let answering = Answering { dry_run: true, ..Answering::default() };
    desk.respond_from("matrix", &bytes, &answering).expect("a matrix that came back")
}

/// One edit of one row.
#[derive(Debug, Clone)]
enum Edit {
    /// Another outcome that asks for nothing more.
    Outcome(&'static str),
    /// Another response.
    Response(String),
    /// The row is taken out.
    Out,
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = "[=+@'a-zé各国ا \n\"_]{0,24}".prop_map(|words| format!("Considered: {words}"));
    prop_oneof![
        3 => select(vec!["noted", "Noted", "further-discussion", "For further discussion"]).prop_map(Edit::Outcome),
        3 => words.prop_map(Edit::Response),
        1 => Just(Edit::Out),
    ]
}

/// A matrix in which some rows were edited and some taken out, and the answers that should come of it: the outcome and
/// the response of each comment.
struct Edited {
    sheet: Spreadsheet,
    answers: BTreeMap<String, (String, String)>,
    out: BTreeSet<usize>,
}

fn edited(report: &MatrixReport, edits: Vec<(Index, Edit)>) -> Edited {
    let mut sheet = report.spreadsheet().expect("a matrix is a table");
    let (mut answers, mut out) = (BTreeMap::new(), BTreeSet::new());
    let mut replies: Vec<_> = report.comments.iter().map(|row| row.reply.clone()).collect();
    for (index, edit) in edits {
        let row = index.index(replies.len());
        let reply = &mut replies[row];
        match edit {
            Edit::Outcome(word) => word.clone_into(&mut reply.outcome),
            Edit::Response(text) => {
                reply.response = text;
                if reply.outcome.is_empty() {
                    "Noted".clone_into(&mut reply.outcome);
                }
            }
            Edit::Out => _ = out.insert(row),
        }
    }
    for (row, reply) in replies.iter().enumerate() {
        if report.columns == ColumnSet::Own {
            let (outcome, response) = (at(&sheet, Column::Outcome), at(&sheet, Column::Response));
            sheet.rows[row][outcome] = vec![Run::plain(&reply.outcome)];
            sheet.rows[row][response] = vec![Run::plain(&reply.response)];
        } else {
            let last = sheet.columns.len() - 2;
            sheet.rows[row][last] = vec![Run::plain(reply.together())];
        }
        if !out.contains(&row) && !reply.is_same(&report.comments[row].reply) {
            let outcome = Outcome::named(&reply.outcome).expect("an outcome").on_screen().to_owned();
            answers.insert(report.comments[row].comment.id.to_string(), (outcome, tidy(&reply.response)));
        }
    }
    let mut row = 0..;
    sheet.rows.retain(|_| !out.contains(&row.next().expect("numbers do not end")));
    Edited { sheet, answers, out }
}

fn tidy(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[test]
fn of_random_edits_of_random_rows_in_random_order_exactly_the_edited_rows_change() {
    let desk = example();
    let known = [ColumnSet::Own, ColumnSet::Iso, ColumnSet::Ipcc]
        .map(|columns| matrix(&desk, &[], Selection::default(), columns));
    proptest!(ProptestConfig::with_cases(48), |(
        edits in vec((any::<Index>(), edit()), 0..12),
        order in any::<u64>(),
        blank in 0_usize..3,
        which in 0_usize..3,
        as_workbook in any::<bool>(),
    )| {
        let report = &known[which];
        let Edited { mut sheet, answers, out } = edited(report, edits);
        sheet.rows.extend(std::iter::repeat_n(vec![Vec::new(); sheet.columns.len()], blank));
        shuffled(&mut sheet.rows, order);
        let back = taken_back(&desk, &sheet, as_workbook);
        prop_assert_eq!(&back.refused, &[]);
        prop_assert_eq!(&back.conflicts, &[]);
        let said = back.answered.iter().map(|one| {
            (one.id.to_string(), (one.reply.outcome.clone(), tidy(&one.reply.response)))
        });
        prop_assert_eq!(said.collect::<BTreeMap<_, _>>(), answers);
        let left: usize = back.left.iter().filter(|left| left.why == "unchanged").map(|left| left.rows.len()).sum();
        prop_assert_eq!(left + back.answered.len() + out.len(), report.comments.len());
    });
}

/// The same rows in another order, which a number decides.
fn shuffled<T>(rows: &mut [T], mut chance: u64) {
    for at in (1..rows.len()).rev() {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (chance >> 33) as usize % (at + 1));
    }
}

#[test]
fn a_matrix_that_nobody_touched_changes_nothing() {
    let desk = example();
    for columns in [ColumnSet::Own, ColumnSet::Iso, ColumnSet::Ipcc] {
        for by_delegation in [false, true] {
            let selection = Selection { by_delegation, ..Selection::default() };
            let report = matrix(&desk, &[], selection, columns);
            let sheet = report.spreadsheet().expect("a table");
            for as_workbook in [false, true] {
                let back = taken_back(&desk, &sheet, as_workbook);
                assert!(back.answered.is_empty() && !back.has_findings(), "{columns}: {back:#?}");
                assert_eq!(back.left[0].rows.len(), report.comments.len());
            }
        }
    }
}

fn counted(desk: &Desk, selection: &Selection) -> (usize, usize) {
    let matrix = matrix(desk, &[], selection.clone(), ColumnSet::Own);
    let listed = desk.comments(selection).expect("comments").comments;
    let own = listed.iter().filter(|row| row.id.workstream == matrix.workstream);
    (matrix.comments.len(), own.count())
}

#[test]
fn the_matrix_holds_as_many_comments_as_the_list_for_every_filter() {
    let desk = example();
    let all = Selection::default();
    let some = |text: &str| Some(text.to_owned());
    let mut filters = vec![
        all.clone(),
        Selection { unanswered: true, ..all.clone() },
        Selection { late: true, ..all.clone() },
        Selection { after_the_round: true, ..all.clone() },
        Selection { by_delegation: true, ..all.clone() },
        Selection { search: some("duty"), ..all.clone() },
        Selection { language: some("zh"), ..all.clone() },
        Selection { round: some("r5"), unanswered: true, ..all.clone() },
    ];
    filters.extend(["r4", "r5"].map(|round| Selection { round: some(round), ..all.clone() }));
    filters.extend(["XAA", "XHA", "XCD"].map(|code| Selection { delegation: some(code), ..all.clone() }));
    filters.extend(["A2", "D2", "D", "E1", "O1"].map(|id| Selection { paragraph: some(id), ..all.clone() }));
    filters.extend(
        travaux::comment::Kind::WORDS.iter().map(|(_, kind)| Selection { kind: Some(*kind), ..all.clone() }),
    );
    filters.extend(
        travaux::comment::Action::WORDS
            .iter()
            .map(|(_, action)| Selection { action: Some(*action), ..all.clone() }),
    );
    filters.extend(
        Outcome::WORDS.iter().map(|(_, outcome)| Selection { outcome: Some(*outcome), ..all.clone() }),
    );
    let mut found = 0;
    for filter in &filters {
        let (matrix, listed) = counted(&desk, filter);
        assert_eq!(matrix, listed, "{filter:?}");
        found += usize::from(matrix > 0);
    }
    assert!(found > 20, "most filters find something: {found}");
}

#[test]
fn the_matrix_holds_as_many_comments_as_the_compilation() {
    let sandbox = Sandbox::demo();
    let json = |words: &[&str]| -> Value {
        let mut all = vec!["-C", "demo"];
        all.extend(words);
        all.extend(["--format", "json"]);
        serde_json::from_str(&sandbox.run(&all).out).expect("JSON")
    };
    for version in ["first", "second", "aid/first"] {
        let matrix = json(&["matrix", version]);
        let compiled = json(&["compile", version]);
        let sum: u64 = ["comments", "withdrawn", "replaced"]
            .map(|key| compiled[key].as_u64().expect("a number"))
            .iter()
            .sum();
        assert_eq!(matrix["comments"].as_array().expect("rows").len() as u64, sum, "{version}");
        assert_eq!(matrix["of"].as_u64(), Some(sum));
        let ids: BTreeSet<&str> = matrix["comments"]
            .as_array()
            .expect("rows")
            .iter()
            .filter_map(|row| row["id"].as_str())
            .collect();
        assert_eq!(ids.len() as u64, sum, "each comment once");
    }
}

#[test]
fn general_comments_come_first_then_paragraphs_in_the_order_of_the_text_then_names() {
    let desk = example();
    let report = matrix(&desk, &["first"], Selection::default(), ColumnSet::Own);
    let draft = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/ict/first/en.md"))
        .expect("a text");
    let rank = |id: &str| {
        let begins = [format!("[{id}]"), format!("[{id} from ")];
        let line = draft.lines().position(|line| {
            begins.iter().any(|begin| line.trim_start_matches(['#', '-', ' ']).starts_with(begin))
        });
        line.map_or(1, |at| at + 2)
    };
    let keys: Vec<(usize, &str)> = report
        .comments
        .iter()
        .filter(|row| !row.comment.stands.needs_a_person)
        .map(|row| {
            let first = row.comment.stands.passages.first();
            (first.map_or(0, |cited| rank(cited.id.as_str())), row.comment.delegation_name.as_str())
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:#?}");
    assert_eq!(keys[0].0, 0);
    let joint =
        report.comments.iter().find(|row| !row.comment.on_behalf_of.is_empty()).expect("a joint comment");
    let shown = format!("{:?}", report.document());
    assert!(joint.comment.on_behalf_of.iter().all(|name| shown.contains(name)));
}

#[test]
fn the_redline_of_a_wording_keeps_every_word_of_it() {
    let desk = example();
    for row in matrix(&desk, &[], Selection::default(), ColumnSet::Own).comments {
        let mut after = String::new();
        for mark in &row.proposed {
            match mark {
                travaux::report::Marked::Kept(text) | travaux::report::Marked::Inserted(text) => {
                    after.push_str(text);
                }
                travaux::report::Marked::Struck(_) => {}
            }
        }
        assert_eq!(after, row.comment.proposal.clone().unwrap_or_default(), "{}", row.comment.id);
    }
}

/// The words of a matrix as the reader of what delegations send takes them.
fn received(sheet: &Spreadsheet, as_workbook: bool) -> Vec<TableRow> {
    let bytes = if as_workbook { xlsx(sheet).expect("a workbook") } else { csv(sheet).into_bytes() };
    let table = read_table("matrix", &bytes, &TableAsked::default()).expect("a table of comments");
    let refused: Vec<_> = table.refused.iter().map(|row| (&row.reason, &row.cells)).collect();
    assert!(refused.is_empty(), "{refused:?}");
    table.rows
}

#[test]
fn the_columns_of_other_forms_are_read_back_with_the_same_words() {
    let desk = example();
    for (columns, form) in [
        (ColumnSet::Own, TableForm::Own),
        (ColumnSet::Iso, TableForm::Iso),
        (ColumnSet::Ipcc, TableForm::Ipcc),
    ] {
        let report = matrix(&desk, &["first"], Selection::default(), columns);
        let sheet = report.spreadsheet().expect("a table");
        let bytes = xlsx(&sheet).expect("a workbook");
        assert_eq!(read_table("m", &bytes, &TableAsked::default()).expect("a table").form, form);
        for as_workbook in [true, false] {
            let rows = received(&sheet, as_workbook);
            assert_eq!(rows.len(), report.comments.len(), "{columns}");
            for (row, told) in rows.iter().zip(&report.comments) {
                let said = &told.comment;
                let id = &said.cited_as;
                assert_eq!(row.number.as_deref(), Some(id.as_str()));
                assert_eq!(row.delegations, std::slice::from_ref(&said.delegation_name), "{columns} {id}");
                assert_eq!(row.on_behalf_of, said.on_behalf_of, "{columns} {id}");
                let squeezed = |text: &Option<String>| {
                    text.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
                };
                assert_eq!(squeezed(&row.proposal), squeezed(&said.proposal), "{columns} {id}");
                let (read, meant) = (squeezed(&row.comment), squeezed(&said.comment));
                match columns {
                    ColumnSet::Own => assert_eq!(read, meant, "{id}"),
                    _ => assert!(read.contains(&meant), "{columns} {id}: {read} / {meant}"),
                }
                let place = match (said.paragraph.as_str(), columns) {
                    ("all", _) => Some(Cite::All),
                    (_, ColumnSet::Iso)
                        if !told.places.is_empty() && told.places.matches('[').count() == 1 =>
                    {
                        Some(Cite::Number(told.places.replace(['[', ']'], "")))
                    }
                    _ => None,
                };
                if let Some(place) = place {
                    assert_eq!(row.cites, [place], "{columns} {id}");
                }
            }
        }
    }
}

#[test]
fn what_is_given_is_grey_and_the_docket_hidden_and_nothing_forbids_sorting() {
    let desk = example();
    let sheet =
        matrix(&desk, &["first"], Selection::default(), ColumnSet::Own).spreadsheet().expect("a table");
    let open: Vec<&str> =
        sheet.columns.iter().filter(|column| !column.locked).map(|column| column.heading.as_str()).collect();
    assert_eq!(open, ["Outcome", "Response of the co-chairs", "Where shown", "Answered together with"]);
    let hidden: Vec<&str> =
        sheet.columns.iter().filter(|column| column.hidden).map(|column| column.heading.as_str()).collect();
    assert_eq!(hidden, [Origin::HEADING]);
    assert!(!sheet.protected);
    let outcomes: Vec<&str> = Outcome::WORDS.iter().map(|(_, outcome)| outcome.on_screen()).collect();
    assert_eq!(sheet.columns[at(&sheet, Column::Outcome)].choices, outcomes);
    let marked = sheet.rows.iter().flatten().flatten();
    assert!(
        marked.clone().any(|run| run.role == Role::Struck)
            && marked.clone().any(|run| run.role == Role::Inserted)
    );
}

#[test]
fn an_answer_that_changed_on_file_since_is_shown_and_not_overwritten() {
    let sandbox = Sandbox::demo();
    assert_eq!(sandbox.run(&["-C", "demo", "matrix", "first", "-o", "../m.csv"]).code, 0);
    assert_eq!(sandbox.run(&["-C", "demo", "respond", "XYN-r4-3", "--outcome", "noted"]).code, 0);
    let file = sandbox.read("m.csv");
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let records: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect();
    let headings =
        records.iter().find(|record| record.iter().any(|text| text == Origin::HEADING)).expect("headings");
    let outcome = headings.iter().position(|text| text == Column::Outcome.names()[0]).expect("a column");
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for mut record in records {
        if ["XYN-r4-3", "XZZ-r4-5"].contains(&record[0].as_str()) {
            "For further discussion".clone_into(&mut record[outcome]);
        }
        writer.write_record(record).expect("a row");
    }
    sandbox.write("m.csv", writer.into_inner().expect("all rows"));
    let said = sandbox.run(&["-C", "demo", "respond", "--from", "../m.csv", "--format", "json"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let json: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(json["conflicts"][0]["comment"], "XYN-r4-3");
    assert_eq!(json["conflicts"][0]["on_file"]["outcome"], "Noted");
    assert_eq!(json["conflicts"][0]["in_matrix"]["outcome"], "For further discussion");
    assert_eq!(json["answered"].as_array().map(Vec::len), Some(1), "the other row is taken: {json:#}");
    let answers = sandbox.read("demo/comments/ict/r4/answers/XYN-3.toml");
    assert!(answers.contains("noted") && !answers.contains("further-discussion"));
}

/// What the spreadsheet program does with the matrix: it fills in two rows, strikes one out, puts one in, sorts by
/// delegation from the end, filters by type and saves.
const WORK: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">
Sub Edit
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("FOLDER/m.xlsx", "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  cursor = sheet.createCursor() : cursor.gotoEndOfUsedArea(False)
  lowest = cursor.RangeAddress.EndRow : farthest = cursor.RangeAddress.EndColumn
  For row = 3 To lowest
    name = sheet.getCellByPosition(0, row).String
    If name = "XAA-r4-1" Then
      sheet.getCellByPosition(AT_OUTCOME, row).String = "Noted"
    End If
    If name = "XYN-r4-3" Then
      sheet.getCellByPosition(AT_OUTCOME, row).String = "For further discussion"
      sheet.getCellByPosition(AT_RESPONSE, row).String = "=kept for the next round" &amp; Chr(10) &amp; "各国"
    End If
    If name = "XAA-r4-3" Then struck = row
  Next row
  sheet.Rows.removeByIndex(struck, 1)
  sheet.Rows.insertByIndex(20, 1)
  sheet.getCellByPosition(AT_DELEGATION, 20).String = "a note of our own"
  Dim keys(0) As New com.sun.star.table.TableSortField
  keys(0).Field = AT_DELEGATION : keys(0).IsAscending = False
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  sorting(0).Name = "SortFields" : sorting(0).Value = keys()
  sorting(1).Name = "ContainsHeader" : sorting(1).Value = False
  sheet.getCellRangeByPosition(0, 3, farthest, lowest).sort(sorting())
  table = sheet.getCellRangeByPosition(0, 2, farthest, lowest)
  filter = table.createFilterDescriptor(True)
  Dim fields(0) As New com.sun.star.sheet.TableFilterField
  fields(0).Field = AT_TYPE : fields(0).IsNumeric = False : fields(0).StringValue = "substantive"
  fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  filter.setFilterFields(fields()) : filter.ContainsHeader = True
  table.filter(filter)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL("FOLDER/back.xlsx", how())
  doc.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  f = FreeFile
  Open "PATH/failed.txt" For Output As #f
  Print #f, Error$ &amp; " in line " &amp; Erl
  Close #f
  StarDesktop.terminate()
End Sub
</script:module>
"#;

/// Runs LibreOffice, and ends it where it takes too long.
fn soffice(sandbox: &Sandbox, words: &[&str]) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", sandbox.path("office").display());
    let mut command = sandbox.command("soffice");
    command.args(["--headless", "--norestore", &profile]).args(words);
    let Ok(mut program) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else { return false };
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(120) {
        if let Some(status) = program.try_wait().expect("it can be waited for") {
            return status.success();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    program.kill().expect("it can be ended");
    false
}

#[test]
fn filled_in_sorted_and_filtered_in_libreoffice_exactly_the_changed_rows_change() {
    let known = Command::new("soffice").arg("--version").output();
    if !known.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no LibreOffice on this machine");
        return;
    }
    let sandbox = Sandbox::demo();
    assert_eq!(sandbox.run(&["-C", "demo", "matrix", "first", "-o", "../m.xlsx"]).code, 0);
    let sheet =
        matrix(&example(), &["first"], Selection::default(), ColumnSet::Own).spreadsheet().expect("a table");
    assert!(soffice(&sandbox, &["--terminate_after_init"]), "LibreOffice makes itself at home");
    let basic = sandbox.path("office/user/basic/Standard");
    let place = |column: Column| at(&sheet, column).to_string();
    let folder = sandbox.path("w").display().to_string();
    let work = WORK
        .replace("FOLDER", &format!("file://{folder}"))
        .replace("PATH", &folder)
        .replace("AT_OUTCOME", &place(Column::Outcome))
        .replace("AT_RESPONSE", &place(Column::Response))
        .replace("AT_DELEGATION", &place(Column::Delegation))
        .replace("AT_TYPE", &place(Column::Type));
    std::fs::create_dir_all(&basic).expect("a folder for macros");
    std::fs::write(basic.join("Work.xba"), work).expect("a macro");
    let library = std::fs::read_to_string(basic.join("script.xlb")).expect("a library of macros");
    let element = " <library:element library:name=\"Work\"/>\n</library:library>";
    std::fs::write(basic.join("script.xlb"), library.replace("</library:library>", element))
        .expect("written");
    let ran = soffice(&sandbox, &["macro:///Standard.Work.Edit"]);
    let failed = std::fs::read_to_string(sandbox.path("w/failed.txt")).unwrap_or_default();
    assert!(ran && failed.is_empty(), "{failed}");
    let said = sandbox.run(&["-C", "demo", "respond", "--from", "../back.xlsx", "--format", "json"]);
    assert_eq!(said.code, 0, "{}\n{}", said.out, said.err);
    let json: Value = serde_json::from_str(&said.out).expect("JSON");
    let files: Vec<&str> =
        json["files"].as_array().expect("files").iter().filter_map(Value::as_str).collect();
    assert_eq!(files, ["comments/ict/r4/answers/XAA-1.toml", "comments/ict/r4/answers/XYN-3.toml"]);
    let changed = sandbox.git(&["-C", "demo", "diff", "--name-only", "HEAD~1", "HEAD"]).out;
    assert_eq!(changed.lines().collect::<Vec<_>>(), files, "and nothing else");
    let of = |why: &str| {
        let left = json["left"].as_array().expect("groups").iter().find(|left| left["why"] == why);
        left.map_or(0, |left| left["rows"].as_array().map_or(0, Vec::len))
    };
    assert_eq!(of("unchanged"), sheet.rows.len() - 3, "two changed, one struck out: {json:#}");
    assert_eq!(of("without a comment and without an answer"), 1, "one put in");
    let answers = sandbox.read("demo/comments/ict/r4/answers/XYN-3.toml");
    assert!(answers.contains("=kept for the next round") && answers.contains("各国"), "{answers}");
    assert_eq!(sandbox.git(&["-C", "demo", "status", "--porcelain"]).out, "");
    let again = sandbox.run(&["-C", "demo", "respond", "--from", "../back.xlsx"]);
    assert!(
        again.code == 0 && again.out.contains("No answer taken"),
        "taken twice, it is taken once: {}",
        again.out
    );
}

#[test]
fn two_thousand_generated_comments_go_out_and_come_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let laid = folder.path().join("made");
    let size = Size { paragraphs: 60, delegations: 30, comments: 2_000, ..Size::default() };
    size.lay(&laid).expect("laid out");
    let now: DateTime<Utc> = "2026-05-05T12:00:00Z".parse().expect("a moment");
    let desk = Desk::open(&laid, None, now).expect("a workspace");
    let report = matrix(&desk, &[], Selection::default(), ColumnSet::Own);
    assert_eq!(report.comments.len(), 2_000);
    let mut sheet = report.spreadsheet().expect("a table");
    let outcome = at(&sheet, Column::Outcome);
    for row in sheet.rows.iter_mut().step_by(7) {
        row[outcome] = vec![Run::plain("Noted")];
    }
    sheet.rows.reverse();
    let back = taken_back(&desk, &sheet, true);
    let meant = report.comments.iter().step_by(7).filter(|row| row.reply.outcome != "Noted").count();
    assert!(!back.has_findings(), "{:?}", back.refused.first());
    assert_eq!(back.answered.len(), meant);
    assert!(words(&sheet.rows[0][0]).len() > 4);
}
