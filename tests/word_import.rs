//! Word documents taken in as texts: what is a heading, what a list, what of a table is the text; the real text as a
//! table in two languages; and which of two texts is read.

use std::path::{Path, PathBuf};
use std::process::Command;

use travaux::draft::Level;
use travaux::intake::{Asked, Reading, Why, read};

use crate::sandbox::{Said, Sandbox};
use crate::seed::seed;
use crate::spreadsheets::part;
use crate::word_maker::{Made, del, escaped, ins, p, run, table};

fn taken(made: &Made, asked: &Asked) -> Reading {
    read("in.docx", &made.bytes(), asked).expect("a text")
}

/// Level, label and words of each block.
fn blocks(reading: &Reading) -> Vec<String> {
    let letter = |level| match level {
        Level::Title | Level::Section => 'S',
        Level::Paragraph => 'P',
        Level::Item => 'I',
    };
    let block = |block: &travaux::intake::Block| {
        format!("{}|{}|{}", letter(block.level), block.label.as_deref().unwrap_or_default(), block.text)
    };
    reading.blocks.iter().map(block).collect()
}

const STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>\
                      <w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style>";

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(words))
}

fn bold(words: &str) -> String {
    p(&format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"))
}

fn listed(list: u32, depth: u32, words: &str) -> String {
    let form = format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr>{form}</w:pPr>{}</w:p>", run(words))
}

fn lists() -> String {
    let level = |at: usize, manner: &str, print: &str| {
        format!("<w:lvl w:ilvl=\"{at}\"><w:numFmt w:val=\"{manner}\"/><w:lvlText w:val=\"{print}\"/></w:lvl>")
    };
    let pattern = level(0, "decimal", "%1.") + &level(1, "lowerLetter", "(%2)") + &level(2, "bullet", "•");
    (1..3)
        .map(|list| format!("<w:abstractNum w:abstractNumId=\"{list}\">{pattern}</w:abstractNum>"))
        .chain(
            (1..3)
                .map(|list| format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{list}\"/></w:num>")),
        )
        .collect()
}

#[test]
fn headings_are_known_by_their_style_in_any_language_of_word_or_by_a_bold_line() {
    let body = styled("T", "Draft")
        + &styled("Titre1", "Scope")
        + &p(&run("Text."))
        + &bold("Measures")
        + &p(&run("More."));
    let reading = taken(&Made::of(body).with("styles", "styles", STYLES), &Asked::default());
    assert_eq!(reading.title.as_deref(), Some("Draft"));
    assert_eq!(blocks(&reading), ["S||Scope", "P||Text.", "S||Measures", "P||More."]);
}

#[test]
fn computed_numbers_are_printed_numbers_and_letters_are_items() {
    let body = listed(1, 0, "States should keep lists of:")
        + &listed(1, 1, "names;")
        + &listed(1, 1, "dates.")
        + &listed(1, 0, "States must act.")
        + &p(&run("3.\tBy hand."));
    let reading = taken(&Made::of(body).with("numbering", "numbering", lists()), &Asked::default());
    let expected = [
        "P|1.|States should keep lists of:",
        "I|(a)|names;",
        "I|(b)|dates.",
        "P|2.|States must act.",
        "P|3.|By hand.",
    ];
    assert_eq!(blocks(&reading), expected);
}

#[test]
fn of_a_table_one_column_is_taken_and_a_paragraph_cut_by_a_row_is_put_together() {
    let rows: &[&[&str]] = &[
        &["States should keep lists of all", "各国应当保存所有相关登记册的"],
        &["names and dates.", "名称和日期。"],
        &["They should publish them.", "各国应当公布。"],
        &["They may ask.", "各国可以询问。"],
    ];
    let made = Made::of(table(rows));
    let column = |column| taken(&made, &Asked { column: Some(column), ..Asked::default() });
    let english = [
        "P||States should keep lists of all names and dates.",
        "P||They should publish them.",
        "P||They may ask.",
    ];
    assert_eq!(blocks(&column(1)), english);
    assert_eq!(
        blocks(&column(2)),
        ["P||各国应当保存所有相关登记册的名称和日期。", "P||各国应当公布。", "P||各国可以询问。"]
    );
    assert_eq!(column(2).left_out.iter().filter(|left| left.why == Why::OtherColumn).count(), 4);
    assert!(taken(&made, &Asked::default()).side_by_side);
    assert!(read("in.docx", &made.bytes(), &Asked { column: Some(3), ..Asked::default() }).is_err());
}

#[test]
fn a_paragraph_cut_by_a_page_break_is_put_together() {
    let body =
        p(&run("carried over by the")) + &p("<w:r><w:br w:type=\"page\"/></w:r>") + &p(&run("next vessel."));
    let reading = taken(&Made::of(body), &Asked::default());
    assert_eq!(
        (blocks(&reading), reading.joins.len()),
        (vec!["P||carried over by the next vessel.".to_owned()], 1)
    );
}

#[test]
fn what_is_beside_the_text_is_named_and_not_dropped() {
    let note = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(&run("See above.")));
    let comment = format!("<w:comment w:id=\"0\" w:author=\"A\">{}</w:comment>", p(&run("Why?")));
    let made = Made::of(p(&(run("Text") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")))
        .with("footnotes", "footnotes", note)
        .with("comments", "comments", comment);
    let left: Vec<(String, Why)> =
        taken(&made, &Asked::default()).left_out.into_iter().map(|left| (left.text, left.why)).collect();
    assert_eq!(left, [("See above.".to_owned(), Why::Footnote), ("Why?".to_owned(), Why::MarginComment)]);
}

#[test]
fn which_of_the_two_texts_is_read_is_said_and_chosen() {
    let sandbox = Sandbox::new();
    let made = Made::of(p(&(run("States ") + &del("should") + &ins("shall") + &run(" keep lists."))));
    std::fs::write(sandbox.path("w/a.docx"), made.bytes()).expect("a file");
    sandbox.write("b.md", "States must keep lists.\n");
    let said = sandbox.run(&["compare", "a.docx"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("[-should-]{+shall+}"), "{}", said.out);
    let said = sandbox.run(&["compare", "a.docx", "b.md"]);
    assert!(
        said.err.contains("a.docx has 2 tracked changes by A; read as it stands after them"),
        "{}",
        said.err
    );
    assert!(said.out.contains("[-shall-]{+must+}"), "{}", said.out);
    let said = sandbox.run(&["compare", "a.docx", "b.md", "--view", "before"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (
            2,
            "error: b.md is no Word document, and only those have tracked changes\nhint: leave `--view` out\n"
        )
    );
}

#[test]
fn a_note_that_differs_is_said_wherever_two_documents_are_compared() {
    let sandbox = Sandbox::new();
    let with = |file: &str, note: &str| {
        let notes = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(&run(note)));
        let made = Made::of(p(&(run("Text") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")));
        std::fs::write(sandbox.path(file), made.with("footnotes", "footnotes", notes).bytes())
            .expect("a file");
    };
    with("w/a.docx", "See above.");
    with("w/b.docx", "See below.");
    let said = sandbox.run(&["compare", "a.docx", "b.docx"]).out;
    assert!(said.contains("Nothing differs in the text."), "{said}");
    assert!(said.contains("- only before, a note: See above.\n- only after, a note: See below."), "{said}");
    let said = sandbox.run(&["compare", "a.docx", "a.docx"]).out;
    assert!(said.contains("Nothing differs.") && !said.contains("Beside the text"), "{said}");
    sandbox.run(&["compare", "a.docx", "b.docx", "-o", "c.docx"]);
    let foot = std::fs::read(sandbox.path("w/c.docx")).expect("a file");
    let foot = part(&foot, "word/footer.xml");
    assert!(foot.contains("Beside the text 2 pieces differ"), "{foot}");
}

/// Takes both columns of a table into a new workspace; gives the ids of each language.
fn both_columns(file: &Path) -> (Vec<String>, Vec<String>) {
    let sandbox = Sandbox::new();
    let words =
        ["init", ".", "--workstream", "ict", "--languages", "en,zh", "--versions", "observations,first"];
    let run = |words: &[&str]| -> Said {
        let said = sandbox.run(words);
        assert_eq!(said.code, 0, "{words:?}\n{}{}", said.out, said.err);
        said
    };
    run(&words);
    let path = file.to_string_lossy();
    let refused = sandbox.run(&["import", &path, "observations"]);
    assert!(refused.err.contains("stands in columns side by side"), "{}", refused.err);
    run(&["import", &path, "observations", "--column", "1"]);
    run(&["import", &path, "observations", "--column", "2", "--language", "zh"]);
    let ids = |language: &str| {
        let path = format!("drafts/ict/observations/{language}.md");
        let draft = travaux::draft::Draft::parse(&path, &sandbox.read(&path)).expect("in form");
        assert_eq!((draft.count(Level::Paragraph), draft.count(Level::Item)), (27, 4), "{language}");
        draft.ids().map(ToString::to_string).collect()
    };
    (ids("en"), ids("zh"))
}

fn source(folder: &Path, language: &str) -> Vec<String> {
    let text =
        std::fs::read_to_string(folder.join(format!("key-observations.{language}.md"))).expect("the text");
    text.split("\n\n").map(|block| block.trim().to_owned()).filter(|block| !block.is_empty()).collect()
}

#[test]
fn the_real_text_as_a_table_in_two_languages_gets_the_same_ids_in_both() {
    let Some(folder) = seed() else {
        println!("skipped: the real text is not there (../shared/seed, or TRAVAUX_SEED)");
        return;
    };
    let cell = |block: &String| {
        let inside = match block.split_once(' ') {
            Some(("#", words)) => styled("T", words),
            Some(("##", words)) => styled("Titre1", words),
            Some(("-", words)) => listed(1, 2, words),
            _ => p(&run(block)),
        };
        format!("<w:tc>{inside}</w:tc>")
    };
    let pairs = source(&folder, "en").into_iter().zip(source(&folder, "zh"));
    let rows = pairs.map(|(en, zh)| format!("<w:tr>{}{}</w:tr>", cell(&en), cell(&zh)));
    let made = Made::of(format!("<w:tbl>{}</w:tbl>", rows.collect::<String>()))
        .with("styles", "styles", STYLES)
        .with("numbering", "numbering", lists());
    let aside = tempfile::tempdir().expect("a folder");
    let file = aside.path().join("table.docx");
    std::fs::write(&file, made.bytes()).expect("a file");
    let (en, zh) = both_columns(&file);
    assert_eq!(en, zh);
}

#[test]
fn the_same_table_made_with_libreoffice_gets_the_same_ids_in_both() {
    let Some(folder) = seed() else {
        println!("skipped: the real text is not there (../shared/seed, or TRAVAUX_SEED)");
        return;
    };
    let aside = tempfile::tempdir().expect("a folder");
    let Some(file) = by_libreoffice(&folder, aside.path()) else {
        println!("skipped: LibreOffice (soffice) is not there");
        return;
    };
    let (en, zh) = both_columns(&file);
    assert_eq!(en, zh);
}

/// The real text as a table, written by another program than ours.
fn by_libreoffice(folder: &Path, aside: &Path) -> Option<PathBuf> {
    let cell = |block: &String| match block.split_once(' ') {
        Some(("#", words)) => format!("<td><h1>{}</h1></td>", escaped(words)),
        Some(("##", words)) => format!("<td><h2>{}</h2></td>", escaped(words)),
        Some(("-", words)) => format!("<td><ul><li>{}</li></ul></td>", escaped(words)),
        _ => format!("<td><p>{}</p></td>", escaped(block)),
    };
    let pairs = source(folder, "en").into_iter().zip(source(folder, "zh"));
    let rows: String = pairs.map(|(en, zh)| format!("<tr>{}{}</tr>", cell(&en), cell(&zh))).collect();
    let page =
        format!("<html><head><meta charset=\"utf-8\"></head><body><table>{rows}</table></body></html>");
    std::fs::write(aside.join("table.html"), page).expect("a file");
    let profile = format!("-env:UserInstallation=file://{}", aside.join("profile").display());
    let words =
        ["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "table.html"];
    let done = Command::new("soffice").arg(profile).args(words).current_dir(aside).output().ok()?;
    let file = aside.join("table.docx");
    assert!(file.is_file(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(file)
}

#[test]
fn twins_in_a_document_of_ours_are_told_apart_by_the_names_it_has_kept() {
    let sandbox = Sandbox::new();
    let workspace =
        ["init", ".", "--title", "Twins", "--workstream", "ict", "--versions", "first,second,third"];
    assert_eq!(sandbox.run(&workspace).code, 0);
    let text = |ids: [&str; 2]| {
        let lines = ids.map(|id| format!("[{id}] States keep lists of what they protect.\n"));
        format!("# Twins\n\n## [A] Part\n\n{}", lines.join("\n"))
    };
    sandbox.write("drafts/ict/first/en.md", text(["A1", "A2"]));
    sandbox.write("drafts/ict/second/en.md", text(["A2", "A1"]));
    for words in
        [&["save"][..], &["show", "first", "-o", "../sent.docx"], &["import", "../sent.docx", "third"]]
    {
        let said = sandbox.run(words);
        assert_eq!(said.code, 0, "{words:?} {}{}", said.out, said.err);
    }
    let third = sandbox.read("drafts/ict/third/en.md");
    assert!(third.find("[A1]") < third.find("[A2]"), "{third}");
}
