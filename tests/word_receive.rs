//! Copies of a version that delegations marked up in Word: every change and every margin comment is taken once, and
//! what the delegation wants can be read from what was taken.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::dice::throws;
use crate::sandbox::{Said, Sandbox};
use crate::word_maker::{Made, del, ins, p, p_mark, run, table};

const SCHEDULE: &str = r#"[consultation]
title = "A consultation"
timezone = "Europe/Zurich"
languages = ["en"]
original = "en"

[[workstream]]
id = "ict"
title = "Technologies"

[[version]]
id = "first"
title = "First version"

[[round]]
id = "r4"
title = "Fourth round"
start = 2026-05-04
end = 2026-05-06
on = "first"

[[delegation]]
code = "XAA"
name = "Arendia"

[[delegation]]
code = "XAB"
name = "Borland"
"#;

const PASSAGES: [(&str, &str); 6] = [
    ("title", "Technologies in armed conflict"),
    ("A", "Duties of States"),
    (
        "A1",
        "States should exercise due diligence and keep lists of the objects, the persons and the data that they protect.",
    ),
    ("A2", "Parties to armed conflict train their forces before they act, and while they act."),
    ("A3", "Each State should publish its views, its lists and its rules."),
    ("A4", "Nothing in this text affects the Charter of the United Nations."),
];

fn laid_out() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("schedule.toml", SCHEDULE);
    let line = |(id, text): &(&str, &str)| match *id {
        "title" => format!("# {text}"),
        "A" => format!("## [A] {text}"),
        id => format!("[{id}] {text}"),
    };
    let text: Vec<String> = PASSAGES.iter().map(line).collect();
    sandbox.write("drafts/ict/first/en.md", text.join("\n\n") + "\n");
    sandbox.git(&["init", "-q"]);
    sandbox.git(&["add", "-A"]);
    sandbox.git(&["commit", "-q", "-m", "The first version"]);
    sandbox
}

/// Receives a document from Arendia.
fn received(sandbox: &Sandbox, made: &Made) -> Said {
    std::fs::write(sandbox.path("w/XAA.docx"), made.bytes()).expect("a file");
    sandbox.run(&["receive", "XAA.docx", "--received", "2026-05-05"])
}

/// The comments on file: action, passage, quote, proposal, comment.
fn on_file(sandbox: &Sandbox) -> Vec<String> {
    let text = sandbox.read("comments/ict/r4/XAA.toml");
    let submission = travaux::comment::Submission::parse(
        "XAA.toml",
        &text,
        &travaux::draft::WorkstreamId::parse("ict").expect("a name"),
        &travaux::comment::RoundId::parse("r4").expect("a name"),
    );
    let submission = submission.unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let said = |words: &Option<String>| words.clone().unwrap_or_default();
    let comments = submission.comments.iter().map(|comment| {
        let to = comment.to.as_ref().map(|to| format!(" after {to}")).unwrap_or_default();
        format!(
            "{} {}{to}|{}|{}|{}",
            comment.action.word(),
            comment.target,
            said(&comment.quote),
            said(&comment.proposal),
            said(&comment.comment)
        )
    });
    comments.collect()
}

/// The version as a document, with other elements in the place of some passages.
fn document(instead: &[(&str, &str)]) -> String {
    let passage = |(id, text): &(&str, &str)| {
        let own = instead.iter().find(|(of, _)| of == id);
        own.map_or_else(|| p(&run(text)), |(_, elements)| (*elements).to_owned())
    };
    PASSAGES.iter().map(passage).collect()
}

#[track_caller]
fn taken(instead: &[(&str, &str)], expected: &[&str]) -> Said {
    let sandbox = laid_out();
    let said = received(&sandbox, &Made::of(document(instead)));
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert_eq!(on_file(&sandbox), expected, "{}", said.out);
    said
}

#[test]
fn changes_of_words_are_comments_with_the_words_concerned() {
    let a1 = p(&(run("States ")
        + &del("should")
        + &ins("must")
        + &run(" exercise due diligence and keep ")
        + &ins("public ")
        + &run("lists of the objects, the persons")
        + &del(" and the data")
        + &run(" that they protect.")));
    taken(
        &[("A1", &a1)],
        &["amend A1|should|must|", "amend A1|keep|keep public|", "delete A1|and the data||"],
    );
}

#[test]
fn marks_that_come_and_go_are_splits_merges_additions_and_deletions() {
    let split = p_mark("<w:ins/>", &run("Parties to armed conflict train their forces before they act,"))
        + &p(&run(" and while they act."));
    taken(&[("A2", &split)], &["amend A2|act, and|act,\n\nand|"]);
    let merged = p_mark("<w:del/>", &run("Each State should publish its views, its lists and its rules."))
        + &p(&(ins(" ") + &run(PASSAGES[5].1)));
    taken(
        &[("A3", &merged), ("A4", "")],
        &[
            "amend A3..A4||Each State should publish its views, its lists and its rules. Nothing in this text affects the Charter of the United Nations.|",
        ],
    );
    let added = p(&run(PASSAGES[4].1)) + &p_mark("<w:ins/>", &ins("A new paragraph."));
    taken(&[("A3", &added)], &["add A3||A new paragraph.|"]);
    let gone = p_mark("<w:del/>", &del(PASSAGES[4].1));
    taken(&[("A3", &gone)], &["delete A3|||"]);
}

#[test]
fn a_passage_that_was_dragged_is_moved() {
    let words = PASSAGES[4].1;
    let from = p_mark("<w:moveFrom/>", &format!("<w:moveFrom w:author=\"A\">{}</w:moveFrom>", run(words)));
    let to = p_mark("<w:moveTo/>", &format!("<w:moveTo w:author=\"A\">{}</w:moveTo>", run(words)));
    let before = to + &p(&run(PASSAGES[2].1));
    taken(&[("A1", &before), ("A3", &from)], &["move A3 after A|||"]);
}

#[test]
fn margin_comments_stand_on_their_words_with_their_author_and_whether_they_are_resolved() {
    let around = |id: &str, inside: &str| {
        format!(
            "<w:commentRangeStart w:id=\"{id}\"/>{inside}<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        )
    };
    let a2 = p(&(run("Parties to armed conflict ")
        + &around("0", &(run("train ") + &run("their forces")))
        + &run(" before they act, and while they act.")));
    let comment = |id: &str, key: &str, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"J. Doe\"><w:p w14:paraId=\"{key}\">{}</w:p></w:comment>",
            run(text)
        )
    };
    let made = Made::of(document(&[("A2", &a2)]))
        .with(
            "comments",
            "comments",
            comment("0", "0A", "Which forces?") + &comment("1", "0B", "A remark without a place."),
        )
        .with("commentsExtended", "commentsEx", "<w15:commentEx w15:paraId=\"0A\" w15:done=\"1\"/>");
    let sandbox = laid_out();
    let said = received(&sandbox, &made);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert_eq!(
        on_file(&sandbox),
        ["none A2|train their forces||Which forces?", "none all|||A remark without a place."]
    );
    let file = sandbox.read("comments/ict/r4/XAA.toml");
    assert!(file.contains("author = \"J. Doe\"") && file.contains("resolved = true"), "{file}");
}

#[test]
fn words_that_stand_twice_are_quoted_with_those_before_them() {
    let second =
        "<w:commentRangeStart w:id=\"0\"/>".to_owned() + &run("act") + "<w:commentRangeEnd w:id=\"0\"/>";
    let a2 = p(&(run("Parties to armed conflict train their forces before they act, and while they ")
        + &second
        + &run(".")));
    let note = format!("<w:comment w:id=\"0\" w:author=\"B\">{}</w:comment>", p(&run("How?")));
    let sandbox = laid_out();
    received(&sandbox, &Made::of(document(&[("A2", &a2)])).with("comments", "comments", note));
    assert_eq!(on_file(&sandbox), ["none A2|while they act||How?"]);
}

#[test]
fn a_copy_without_tracked_changes_is_compared_with_the_version() {
    let a3 = p(&run("Each State must publish its views, its lists and its rules."))
        + &p(&run("It may ask others for theirs, and it should say why."));
    let said = taken(
        &[("A3", &a3)],
        &["amend A3|should|must|", "add A3||It may ask others for theirs, and it should say why.|"],
    );
    assert!(said.out.contains("no tracked changes; compared with the version instead"), "{}", said.out);
}

#[test]
fn where_the_text_under_the_changes_is_not_the_versions_it_is_said() {
    let a2 = p(&(run("Parties to armed conflict drill their forces before they ")
        + &del("act")
        + &ins("attack")
        + &run(", and while they act.")));
    let said = taken(&[("A2", &a2), ("A4", "")], &["amend A2|they act,|they attack,|"]);
    assert!(
        said.out.contains("A2: the changes were made on other words than the version's: “drill” for “train”"),
        "{}",
        said.out
    );
    assert!(said.out.contains("A4 of the version is not in the file"), "{}", said.out);
}

#[test]
fn a_table_of_comments_in_word_is_read_as_one_in_a_workbook() {
    let rows: &[&[&str]] = &[
        &["Paragraph", "Type of comment", "Comment and reason", "Proposed wording"],
        &["1", "substantive", "Too weak.", "States must exercise due diligence."],
        &["3", "editorial", "Say which views.", ""],
    ];
    let sandbox = laid_out();
    let said = received(&sandbox, &Made::of(p(&run("Comments of Arendia")) + &table(rows)));
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert_eq!(
        on_file(&sandbox),
        ["amend A1||States must exercise due diligence.|Too weak.", "none A3|||Say which views."]
    );
}

#[test]
fn an_excerpt_does_not_ask_for_the_rest_to_be_left_out() {
    let text = p(&run("Each State must publish its views, its lists and its rules."));
    let gone: Vec<(&str, &str)> = ["title", "A", "A1", "A2", "A4"].map(|id| (id, "")).to_vec();
    let said = taken(&[&gone[..], &[("A3", text.as_str())]].concat(), &["amend A3|should|must|"]);
    assert!(said.out.contains("title, A, A1, A2 and A4 of the version are not in the file"), "{}", said.out);
}

/// Has another program write the document; says whether it is there.
fn by_pandoc(sandbox: &Sandbox, name: &str) -> bool {
    let words = [format!("{name}.md"), "-o".to_owned(), format!("{name}.docx")];
    std::process::Command::new("pandoc").args(words).current_dir(sandbox.path("w")).status().is_ok()
}

#[test]
fn ten_copies_marked_up_with_another_program_become_ten_submissions_and_one_compilation() {
    let sandbox = laid_out();
    let codes: Vec<String> = ('A'..='J').map(|letter| format!("XA{letter}")).collect();
    let delegations: String = codes[2..]
        .iter()
        .map(|code| format!("\n[[delegation]]\ncode = \"{code}\"\nname = \"{code}land\"\n"))
        .collect();
    sandbox.write("schedule.toml", format!("{SCHEDULE}{delegations}"));
    for (at, code) in codes.iter().enumerate() {
        let word = if at % 2 == 0 { "must" } else { "shall" };
        let by = format!("author=\"P. {code}\" date=\"2026-05-04T10:00:00Z\"");
        let a1 = PASSAGES[2].1.replacen(
            "should",
            &format!("[should]{{.deletion {by}}}[{word}]{{.insertion {by}}}"),
            1,
        );
        let a3 = PASSAGES[4].1.replacen(
            "its views",
            &format!(
                "[Point {at}.]{{.comment-start id=\"{at}\" {by}}}its views[]{{.comment-end id=\"{at}\"}}"
            ),
            1,
        );
        let text = [
            "# Technologies in armed conflict",
            "## Duties of States",
            &a1,
            PASSAGES[3].1,
            &a3,
            PASSAGES[5].1,
        ];
        sandbox.write(&format!("{code}.md"), text.join("\n\n") + "\n");
        if !by_pandoc(&sandbox, code) {
            println!("skipped: pandoc is not there");
            return;
        }
    }
    let files: Vec<String> = codes.iter().map(|code| format!("{code}.docx")).collect();
    let words: Vec<&str> =
        ["receive", "--received", "2026-05-05"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let said = sandbox.run(&words);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("10 submissions and 20 comments"), "{}", said.out);
    let said = sandbox.run(&["compile", "first", "--format", "json"]);
    let compiled: Value = serde_json::from_str(&said.out).expect("JSON");
    let pieces = compiled["passages"][2]["text"].as_array().expect("a list").clone();
    let brackets: Vec<&Value> = pieces.iter().filter_map(|piece| piece.get("bracket")).collect();
    assert_eq!(brackets.len(), 1, "{pieces:?}");
    let wants = brackets[0]["wants"].as_array().expect("a list");
    let told = |want: &Value| {
        (
            want["words"].as_str().expect("words").to_owned(),
            want["proposed_by"].as_array().expect("a list").len(),
        )
    };
    assert_eq!(wants.iter().map(told).collect::<Vec<_>>(), [("must".to_owned(), 5), ("shall".to_owned(), 5)]);
    assert_eq!(compiled["passages"][4]["without_wording"]["count"], 10);
}

/// A word of a passage and what becomes of it.
#[derive(Debug, Clone)]
enum Turn {
    Kept,
    Struck,
    Replaced(usize),
    Followed(usize),
}

const WORDS: [&str; 6] = ["must", "shall, where feasible,", "public", "and", "the", "lists of"];

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        12 => Just(Turn::Kept),
        2 => Just(Turn::Struck),
        2 => (0..WORDS.len()).prop_map(Turn::Replaced),
        2 => (0..WORDS.len()).prop_map(Turn::Followed),
    ]
}

/// A passage with tracked changes, and the words wanted.
fn turned(text: &str, turns: &[Turn]) -> (String, String) {
    let (mut elements, mut wanted) = (String::new(), Vec::new());
    for (at, word) in text.split(' ').enumerate() {
        let space = if at == 0 { "" } else { " " };
        let own = format!("{space}{word}");
        match turns.get(at).unwrap_or(&Turn::Kept) {
            Turn::Kept => {
                elements += &run(&own);
                wanted.push(word.to_owned());
            }
            Turn::Struck => elements += &del(&own),
            Turn::Replaced(new) => {
                elements += &(run(space) + &del(word) + &ins(WORDS[*new]));
                wanted.push(WORDS[*new].to_owned());
            }
            Turn::Followed(new) => {
                elements += &(run(&own) + &ins(&format!(" {}", WORDS[*new])));
                wanted.extend([word.to_owned(), WORDS[*new].to_owned()]);
            }
        }
    }
    (p(&elements), wanted.join(" "))
}

/// A passage as the compilation shows it, read through what Arendia wants; everything wanted of it stands once.
fn wanted_of(passage: &Value) -> String {
    assert_eq!(passage["not_folded"], Value::Array(Vec::new()), "{passage}");
    assert_eq!(passage["without_wording"]["count"], 0, "{passage}");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let alternatives = list(&passage["alternatives"]);
    if let [alternative] = alternatives.as_slice() {
        assert_eq!(passage["brackets"], 0, "{passage}");
        return alternative["words"].as_str().expect("words").to_owned();
    }
    assert!(alternatives.is_empty(), "{passage}");
    let piece = |piece: &Value| match piece.get("kept") {
        Some(kept) => kept.as_str().expect("words").to_owned(),
        None => {
            let wants = list(&piece["bracket"]["wants"]);
            assert_eq!(wants.len(), 1, "{passage}");
            wants[0]["words"].as_str().expect("words").to_owned()
        }
    };
    list(&passage["text"]).iter().map(piece).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What becomes of a whole passage besides.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Stays,
    LeftOut,
    FollowedByANewOne,
    Divided,
}

/// A passage with its fate, its elements and the words wanted; a division falls between two kept words.
fn fated(text: &str, turns: &[Turn], fate: Fate) -> (String, String) {
    match fate {
        Fate::Stays => turned(text, turns),
        Fate::LeftOut => (p_mark("<w:del w:author=\"A\"/>", &del(text)), String::new()),
        Fate::FollowedByANewOne => {
            let (elements, wanted) = turned(text, turns);
            (elements + &p_mark("<w:ins w:author=\"A\"/>", &ins("States may say so.")), wanted)
        }
        Fate::Divided => {
            let (first, rest) = text.split_once(' ').expect("two words");
            let (elements, wanted) = turned(rest, turns);
            (p_mark("<w:ins w:author=\"A\"/>", &run(first)) + &elements, format!("{first}\n{wanted}"))
        }
    }
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Stays),
        1 => Just(Fate::LeftOut),
        1 => Just(Fate::FollowedByANewOne),
        1 => Just(Fate::Divided),
    ]
}

proptest! {
    #![proptest_config(throws(16))]

    #[test]
    fn the_compilation_of_a_marked_up_copy_gives_the_words_wanted(turns in vec((vec(turn(), 0..20), fate()), 4)) {
        let made: Vec<(String, String)> = PASSAGES[2..].iter().zip(&turns).map(|((_, text), (turns, fate))| fated(text, turns, *fate)).collect();
        let instead: Vec<(&str, &str)> = PASSAGES[2..].iter().zip(&made).map(|((id, _), (elements, _))| (*id, elements.as_str())).collect();
        let sandbox = laid_out();
        let said = received(&sandbox, &Made::of(document(&instead)));
        prop_assert!(said.code < 2, "{}{}", said.out, said.err);
        let changes = made.iter().zip(&PASSAGES[2..]).any(|((_, wanted), (_, text))| wanted != text);
        if !changes && !turns.iter().any(|(_, fate)| matches!(fate, Fate::FollowedByANewOne)) {
            return Ok(());
        }
        let said = sandbox.run(&["compile", "first", "--format", "json"]);
        prop_assert_eq!(said.code, 0, "{}", said.err);
        let compiled: Value = serde_json::from_str(&said.out).expect("JSON");
        for (at, (_, wanted)) in made.iter().enumerate() {
            let passage = &compiled["passages"][at + 2];
            let added = passage["additions"].as_array().expect("a list").len();
            prop_assert_eq!(added, usize::from(matches!(turns[at].1, Fate::FollowedByANewOne)), "{}", passage);
            prop_assert_eq!(wanted_of(passage).matches('\n').count(), wanted.matches('\n').count(), "{}", passage);
            prop_assert_eq!(squeezed(&wanted_of(passage)), squeezed(wanted), "{}\n{}", passage, sandbox.read("comments/ict/r4/XAA.toml"));
        }
    }
}

#[test]
fn a_redline_of_ours_comes_back_as_what_it_changes_and_a_paragraph_after_a_list_is_no_item_of_it() {
    let sandbox = Sandbox::demo();
    let written = sandbox.run(&["-C", "demo", "redline", "second", "final", "-o", "../XAA.docx"]);
    assert_eq!(written.code, 0, "{}", written.err);
    let said = sandbox.run(&["-C", "demo", "receive", "../XAA.docx", "--received", "2026-06-23"]);
    assert!(said.code == 0 && !said.out.contains("differs"), "{}{}", said.out, said.err);
    let list = sandbox.run(&["-C", "demo", "comments", "--round", "r5", "-d", "XAA", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&list.out).expect("JSON");
    let new = list["comments"].as_array().expect("a list").iter().filter(|one| {
        one["cited_as"].as_str() > Some("XAA-r5-6")
            || one["cited_as"].as_str().is_some_and(|name| name.len() > 8)
    });
    let asked: Vec<String> = new
        .map(|one| {
            format!(
                "{} {}",
                one["action"].as_str().expect("an action"),
                one["paragraph"].as_str().expect("a place")
            )
        })
        .collect();
    assert!(asked.contains(&"add B1".to_owned()), "{asked:?}");
    assert!(asked.contains(&"delete A2bis".to_owned()), "{asked:?}");
}

/// The programs that write Word files here, each from a page.
const PRODUCERS: [&str; 2] = ["pandoc", "LibreOffice"];

/// Has a program turn a page into `XAA.docx`; says whether it is there.
fn made_by(producer: &str, sandbox: &Sandbox, page: &str) -> bool {
    let page = format!("<html><head><meta charset=\"utf-8\"/></head><body>{page}</body></html>");
    sandbox.write("XAA.html", page);
    let profile = format!("-env:UserInstallation=file://{}", sandbox.path("profile").display());
    let (program, words): (&str, Vec<&str>) = match producer {
        "pandoc" => ("pandoc", vec!["XAA.html", "-o", "XAA.docx"]),
        _ => {
            let form = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "XAA.html"];
            ("soffice", [&[profile.as_str(), "--headless"][..], &form].concat())
        }
    };
    let made = sandbox.command(program).args(words).output().is_ok();
    assert!(!made || sandbox.path("w/XAA.docx").is_file(), "{producer} writes the file");
    made
}

/// What a delegation may send in Word without tracked changes, as a page, and what it becomes.
fn sent_without_changes() -> [(&'static str, String, Vec<&'static str>); 2] {
    let mut copy = format!("<h1>{}</h1><h2>{}</h2>", PASSAGES[0].1, PASSAGES[1].1);
    for (_, text) in &PASSAGES[2..] {
        copy.push_str(&format!("<p>{}</p>", text.replacen("should exercise", "must exercise", 1)));
    }
    let row = |cells: [&str; 3]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let rows = [
        row(["Paragraph", "Comment and reason", "Proposed wording"]),
        row(["1", "Too weak.", "States must exercise due diligence."]),
        row(["3", "Say which views.", ""]),
    ];
    let table = format!("<p>Comments of Arendia</p><table>{}</table>", rows.concat());
    let of_table =
        vec!["amend A1||States must exercise due diligence.|Too weak.", "none A3|||Say which views."];
    [("a changed copy", copy, vec!["amend A1|should|must|"]), ("a table", table, of_table)]
}

#[test]
fn copies_and_tables_are_read_whichever_program_wrote_them() {
    for producer in PRODUCERS {
        for (kind, page, becomes) in sent_without_changes() {
            let sandbox = laid_out();
            if !made_by(producer, &sandbox, &page) {
                println!("skipped: {producer} is not there");
                break;
            }
            let said = sandbox.run(&["receive", "XAA.docx", "--received", "2026-05-05"]);
            assert_eq!(said.code, 0, "{kind} by {producer}: {}{}", said.out, said.err);
            assert_eq!(on_file(&sandbox), becomes, "{kind} by {producer}: {}", said.out);
        }
    }
}
