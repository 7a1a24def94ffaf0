//! A text without ids comes in: from a file to a version, with ids carried over.

use crate::sandbox::Sandbox;

const FIRST: &str = "\
# Draft recommendations

States reaffirm the rules on the conduct of hostilities in every armed conflict.

## Civilians

1. States should keep public lists of the hospitals that depend on shared networks.

2. Parties to a conflict must warn civilians before an attack on a network that serves them. The warning should name the
services concerned and the time.

3. Commanders should ask for legal advice on every operation:

- before it is planned; and

- while it lasts.

## Companies

4. Companies should tell their staff which tasks could expose them to attack.
";

/// Paragraph 3 moves up, 2 is split and reworded, 4 is reworded, one is new.
const SECOND: &str = "\
# Draft recommendations (second version)

States reaffirm the rules on the conduct of hostilities in every armed conflict.

## Civilians

1. Commanders should ask for legal advice on every operation:

- before it is planned; and

- while it lasts.

2. States should keep public lists of the hospitals that depend on shared networks.

3. Parties to a conflict must warn civilians before an attack on a network that serves them.

4. The warning should name the services concerned and the time.

5. Museums, archives and sacred places deserve a digital sign of their own.

## Companies

6. Companies must tell their staff which tasks could expose them to direct attack.
";

fn workspace() -> Sandbox {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["init", ".", "--workstream", "ict", "--languages", "en,zh"]);
    assert_eq!(said.code, 0, "{}", said.err);
    sandbox
}

#[track_caller]
fn imports(sandbox: &Sandbox, words: &[&str]) -> String {
    let mut all = vec!["import"];
    all.extend(words);
    let said = sandbox.run(&all);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}\n{}", said.out);
    said.out
}

#[test]
fn a_first_text_is_given_ids_and_a_second_one_continues_them() {
    let sandbox = workspace();
    sandbox.write("in/first.md", FIRST);
    imports(&sandbox, &["in/first.md", "first"]);
    let first = sandbox.read("drafts/ict/first/en.md");
    for lead in [
        "[O1] States reaffirm",
        "## [A] Civilians",
        "[A1] States should",
        "[A3] Commanders",
        "- [A3a] before",
        "## [B] Companies",
        "[B1] Companies",
    ] {
        assert!(first.contains(lead), "{lead}:\n{first}");
    }
    sandbox.write("in/second.md", SECOND);
    let table = imports(&sandbox, &["in/second.md", "second"]);
    assert!(table.contains("moved"), "{table}");
    let second = sandbox.read("drafts/ict/second/en.md");
    for lead in [
        "[A3] Commanders",
        "[A1] States should",
        "[A2] Parties",
        "[A2bis from A2] The warning",
        "[B1] Companies must",
    ] {
        assert!(second.contains(lead), "{lead}:\n{second}");
    }
    let new = second.lines().find(|line| line.contains("Museums")).expect("the new paragraph");
    assert!(new.starts_with("[A2ter] "), "{new}");
    assert_eq!(
        sandbox.git(&["log", "--format=%s%n%b", "-1"]).out.trim(),
        "ict: import the second version in en\nVersion: ict/second\nSource: second.md"
    );
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn the_same_text_in_three_forms_is_the_same_version() {
    let html = "<!doctype html><title>x</title><h1>Draft recommendations</h1><p>States reaffirm the rules on the conduct of hostilities in every armed conflict.</p><h2>Civilians</h2><p>1. States should keep public lists of the hospitals that depend on shared networks.</p>";
    let text = "DRAFT RECOMMENDATIONS\n\nStates reaffirm the rules on the conduct of hostilities in\nevery armed conflict.\n\nCivilians\n\n1. States should keep public lists of the hospitals that\ndepend on shared networks.\n";
    let markdown = "# Draft recommendations\n\nStates reaffirm the rules on the conduct of hostilities in every armed conflict.\n\n## Civilians\n\n1. States should keep public lists of the hospitals that depend on shared networks.\n";
    let bodies = [("a.html", html), ("a.txt", text), ("a.md", markdown)].map(|(name, body)| {
        let sandbox = workspace();
        sandbox.write(name, body);
        imports(&sandbox, &[name, "first"]);
        let draft = sandbox.read("drafts/ict/first/en.md");
        draft.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(bodies[0], bodies[2]);
    assert_eq!(bodies[1], bodies[2]);
}

#[test]
fn a_translation_takes_the_ids_of_the_original_and_says_where_it_differs() {
    let sandbox = workspace();
    sandbox.write("first.md", "# T\n\nOne.\n\n## Part\n\n1. Two:\n\n- three;\n\n- four.\n\n2. Five.\n");
    imports(&sandbox, &["first.md", "first"]);
    sandbox.write("zh.md", "# 题\n\n一。\n\n## 部分\n\n1. 二：\n\n- 三；\n\n- 四。\n\n2. 五。\n");
    imports(&sandbox, &["zh.md", "first", "--language", "zh"]);
    let ids = |text: String| {
        text.split('[')
            .skip(1)
            .filter_map(|rest| rest.split(']').next().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(sandbox.read("drafts/ict/first/zh.md")), ids(sandbox.read("drafts/ict/first/en.md")));
    sandbox.write("short.md", "# 题\n\n一。\n\n## 部分\n\n1. 二：\n\n- 三；\n\n2. 五。\n");
    let said = sandbox.run(&["import", "short.md", "first", "--language", "zh", "--replace"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.out.contains("part A: 2 paragraphs and 1 item here, 2 paragraphs and 2 items in the original"),
        "{}",
        said.out
    );
    let said = sandbox.run(&["import", "x.md", "second", "--language", "zh"]);
    assert_eq!(said.code, 2);
}

#[test]
fn what_is_not_certain_waits_for_a_person() {
    let sandbox = workspace();
    sandbox.write("first.md", "# T\n\n## Part\n\n一.\n\nCommanders should receive advice.\n\nTwins keep lists of hospitals.\n\nTwins keep lists of schools.\n");
    imports(&sandbox, &["first.md", "first"]);
    sandbox.write("zh.md", "# T\n\n## 部分\n\n一。\n\n二。\n\n三。\n");
    let before = sandbox.everything();
    let said = sandbox.run(&["import", "zh.md", "first", "--language", "zh", "--dry-run"]);
    assert_eq!(said.code, 1);
    assert_eq!(sandbox.everything(), before, "a rehearsal writes nothing");
    assert_eq!(sandbox.run(&["import", "zh.md", "first", "--language", "zh"]).code, 1);
    assert!(!sandbox.path("w/drafts/ict/first/zh.md").exists());
    let review = sandbox.read("zh.md.review.toml");
    assert!(review.contains("continues = [\"A1\"]"), "{review}");
    assert_eq!(
        sandbox.run(&["import", "zh.md", "first", "--language", "zh"]).code,
        1,
        "it may be asked again"
    );
    sandbox
        .write("zh.md.review.toml", review.replace("continues = [\"A3\"]", "continues = [\"A3\", \"A4\"]"));
    let said = sandbox.run(&["import", "zh.md", "first", "--language", "zh"]);
    assert!(said.code == 2 && said.err.contains("holds what was decided"), "{}", said.err);
    let said = sandbox.run(&["import", "zh.md", "first", "--language", "zh", "--accept"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(sandbox.read("drafts/ict/first/zh.md").contains("[A3+A4] 三。"));
    sandbox.write("zh.md", "# T\n\n## 部分\n\n一。\n\n二。\n\n四。\n");
    let said = sandbox.run(&["import", "zh.md", "first", "--language", "zh", "--accept", "--replace"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("was changed since"), "{}", said.err);
}

#[test]
fn a_person_may_answer_at_once() {
    let sandbox = workspace();
    sandbox.write("first.md", "# T\n\n## Part\n\nOne.\n\nTwo.\n\nThree.\n");
    imports(&sandbox, &["first.md", "first"]);
    sandbox.write("zh.md", "# T\n\n## 部分\n\n一。\n\n三。\n");
    let program = env!("CARGO_BIN_EXE_travaux");
    let command = format!("printf '\\nA3\\n' | {program} import zh.md first --language zh --ask");
    let output = sandbox.command("bash").args(["-c", &command]).output().expect("bash runs");
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("continues A1?"), "{output:?}");
    assert!(sandbox.read("drafts/ict/first/zh.md").contains("[A3] 三。"));
}

#[test]
fn printed_numbers_are_kept_where_they_are_not_the_computed_ones() {
    let sandbox = workspace();
    sandbox.write("first.md", "# T\n\n1. States keep lists.\n\n1 bis. Parties warn.\n\n2. Commanders ask.\n");
    imports(&sandbox, &["first.md", "first"]);
    let record = sandbox.read("drafts/ict/first/version.toml");
    assert!(
        record.contains("O2 = \"1 bis\"") && record.contains("O3 = \"2\"") && !record.contains("O1"),
        "{record}"
    );
    assert!(sandbox.run(&["show", "first", "1 bis"]).out.contains("Parties warn"));
    assert!(sandbox.run(&["show", "2"]).out.contains("Commanders ask"));
}

#[test]
fn what_cannot_be_taken_in_is_refused_with_a_way_out() {
    let sandbox = workspace();
    sandbox.write("first.md", FIRST);
    imports(&sandbox, &["first.md", "first"]);
    sandbox.write("own.md", sandbox.read("drafts/ict/first/en.md"));
    sandbox.write("empty.md", "");
    sandbox.write("word.docx", b"PK\x03\x04 word");
    let before = sandbox.everything();
    for (words, expected) in [
        (vec!["first.md", "first"], "--replace"),
        (vec!["own.md", "second"], "has ids already"),
        (vec!["empty.md", "second"], "empty"),
        (vec!["word.docx", "second"], "word.docx"),
        (vec!["none.md", "second"], "none.md"),
        (vec!["first.md", "secnd"], "did you mean `second`?"),
        (vec!["first.md", "second", "--from", "No such heading at all"], "No such heading"),
    ] {
        let mut all = vec!["import"];
        all.extend(&words);
        let said = sandbox.run(&all);
        assert_eq!(said.code, 2, "{words:?}: {}", said.out);
        assert!(said.err.contains(expected), "{words:?}: {}", said.err);
    }
    assert_eq!(sandbox.everything(), before);
    assert_eq!(sandbox.run(&["circulate", "first"]).code, 0);
    assert!(sandbox.run(&["import", "first.md", "first", "--replace"]).err.contains("frozen"));
}

#[test]
fn two_files_are_compared_without_a_workspace_and_by_git() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", FIRST);
    sandbox.write("b.md", SECOND);
    let said = sandbox.run(&["compare", "a.md", "b.md"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for expected in ["into 3. and 4.", "moved", "added", "Companies [-should-]{+must+} tell"] {
        assert!(said.out.contains(expected), "{expected}:\n{}", said.out);
    }
    let side = sandbox.run(&["compare", "a.md", "b.md", "--side-by-side"]).out;
    assert!(side.contains("Before") && side.contains("After"));
    assert!(sandbox.run(&["compare", "a.md", "a.md"]).out.contains("Nothing differs."));
    sandbox.git(&["init", "-q", "."]);
    sandbox.write(".gitattributes", "*.md diff=travaux\n");
    let program = format!("{} compare --git", env!("CARGO_BIN_EXE_travaux"));
    sandbox.git(&["config", "diff.travaux.command", &program]);
    sandbox.git(&["add", "-A"]);
    sandbox.git(&["commit", "-qm", "one"]);
    sandbox.write("a.md", SECOND);
    sandbox.write("c.md", FIRST);
    sandbox.git(&["add", "-A"]);
    let diff = sandbox.git(&["diff", "--cached"]);
    assert_eq!((diff.code, diff.err.as_str()), (0, ""));
    assert!(
        diff.out.contains("Companies [-should-]{+must+} tell") && diff.out.contains("c.md → c.md"),
        "{}",
        diff.out
    );
}

#[test]
fn the_engine_answers_every_line_in_order() {
    let sandbox = Sandbox::new();
    let lines = "{\"id\":\"a\",\"lang\":\"en\",\"old\":[],\"new\":[]}\nnonsense\n\n{\"id\":\"b\",\"lang\":\"en\",\"old\":[],\"new\":[]}";
    sandbox.write("lines.jsonl", lines);
    for engine in ["align", "redline"] {
        let program = env!("CARGO_BIN_EXE_travaux");
        let command = format!("{program} plumbing {engine} < lines.jsonl");
        let output = sandbox.command("bash").args(["-c", &command]).output().expect("bash runs");
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        let answers: Vec<&str> = out.lines().collect();
        assert_eq!(answers.len(), 4, "{out}");
        assert!(answers[0].contains("\"id\":\"a\"") && answers[3].contains("\"id\":\"b\""));
        assert!(answers[1].starts_with("{\"error\":") && answers[2].starts_with("{\"error\":"));
    }
}
