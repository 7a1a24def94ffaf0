//! Every command in every dress. The table of commands and formats in CONTRIBUTING.md is the list of what is run.

use calamine::{Reader, Xlsx, open_workbook};

use crate::sandbox::{Said, Sandbox};
use crate::word::lint::lint;
use crate::word::reader::everything;

/// The rows of the table in CONTRIBUTING.md: the command with its words, and the dresses it is shown in.
fn table() -> Vec<(Vec<String>, Vec<String>)> {
    marked("✓")
}

/// The rows of that table, each with the dresses whose cell bears a mark: ✓ has it, – does not.
fn marked(mark: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/CONTRIBUTING.md"))
        .expect("CONTRIBUTING.md");
    let mut lines = text.lines().skip_while(|line| !line.starts_with("| command"));
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    let head = cells(lines.next().expect("the table of commands and formats"));
    let rows = lines.skip(1).take_while(|line| line.starts_with('|')).map(|line| {
        let row = cells(line);
        let known = row.iter().skip(1).all(|cell| ["✓", "–"].contains(&cell.as_str()));
        assert!(known && row.len() == head.len(), "every cell is ✓ or –: {line}");
        let words = row[0].split(' ').map(str::to_owned).collect();
        let dresses =
            head.iter().zip(&row).skip(1).filter(|(_, cell)| *cell == mark).map(|(name, _)| name.clone());
        (words, dresses.collect())
    });
    rows.collect()
}

/// What a command says in a dress; what it writes as a workbook or for Word, in its words.
fn run(sandbox: &Sandbox, words: &[String], format: &str) -> Said {
    let mut all: Vec<&str> = words.iter().map(String::as_str).collect();
    all.extend(["--format", format]);
    if format != "xlsx" && format != "docx" {
        return sandbox.run(&all);
    }
    let file = format!("../out.{format}");
    all.extend(["--output", &file, "--overwrite"]);
    let said = sandbox.run(&all);
    assert_eq!(
        (said.out.as_str(), said.err.as_str()),
        ("", format!("wrote `demo/{file}`\n").as_str()),
        "{all:?}"
    );
    let out = if format == "docx" { read_document(sandbox) } else { read_workbook(sandbox) };
    Said { out, err: String::new(), code: said.code }
}

/// The words of a Word file, those at the head and the foot of its pages too.
fn read_document(sandbox: &Sandbox) -> String {
    let bytes = std::fs::read(sandbox.path("w/out.docx")).expect("a Word file");
    assert_eq!(lint(&bytes), Vec::<String>::new());
    everything(&bytes)
}

fn read_workbook(sandbox: &Sandbox) -> String {
    let mut workbook: Xlsx<_> = open_workbook(sandbox.path("w/out.xlsx")).expect("a workbook");
    let leaves = workbook.worksheets();
    let cells = leaves.iter().flat_map(|(_, range)| range.cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect::<Vec<_>>().join("\n")
}

/// A sandbox in which a command can do its work: the example for those that read, a copy of it for those that write.
fn prepared(words: &[String]) -> Sandbox {
    let sandbox = Sandbox::demo();
    match words[0].as_str() {
        "save" => {
            let text = sandbox.read("demo/drafts/ict/final/en.md");
            sandbox.write("demo/drafts/ict/final/en.md", text.replace("[O2] Nothing", "[O2] Nothing at all"));
        }
        "respond" => {
            assert_eq!(sandbox.run(&["-C", "demo", "matrix", "-o", "../matrix.csv"]).code, 0);
        }
        "receive" => {
            sandbox.write("XAA.csv", "Para.,Comment\n12,We thank the co-chairs.\n");
            let copy = ["-C", "demo", "redline", "second", "final", "-o", "../XAA.docx"];
            assert_eq!(sandbox.run(&copy).code, 0);
        }
        "import" => {
            let text = sandbox.read("demo/drafts/ict/final/en.md");
            let bare =
                text.lines().filter(|line| !line.starts_with('>')).map(|line| match line.split_once("] ") {
                    Some((lead, rest)) if lead.starts_with("## [") => format!("## {rest}"),
                    Some((lead, rest)) if lead.starts_with("- [") => format!("- {rest}"),
                    Some((_, rest)) => rest.to_owned(),
                    None => line.to_owned(),
                });
            sandbox.write("new.md", bare.collect::<Vec<_>>().join("\n"));
        }
        "start" => {
            std::fs::remove_dir_all(sandbox.path("w/demo/drafts/ict/final")).expect("the final is there");
        }
        _ => {}
    }
    sandbox
}

#[test]
fn every_cell_of_the_table_holds() {
    let rows = table();
    assert!(rows.len() > 15, "the table lists the commands");
    let reading = Sandbox::demo();
    for (words, dresses) in rows {
        let writes = [
            "start",
            "save",
            "circulate",
            "held",
            "init",
            "demo",
            "import",
            "receive",
            "comment",
            "place",
            "withdraw",
            "adopt",
            "respond",
        ]
        .contains(&words[0].as_str());
        for dress in dresses.iter().filter(|dress| {
            !dress.starts_with("--") && !["help", "man", "completions"].contains(&dress.as_str())
        }) {
            let written_to = if writes { Some(prepared(&words)) } else { None };
            let sandbox = written_to.as_ref().unwrap_or(&reading);
            let mut inside = vec!["-C".to_owned(), "demo".to_owned()];
            inside.extend(words.iter().cloned());
            let said = run(sandbox, &inside, dress);
            let called = format!("travaux {} --format {dress}", words.join(" "));
            assert!(said.code == 0 || said.code == 1, "{called}: {}", said.err);
            assert_eq!(said.err, "", "{called}");
            assert!(!said.out.contains('\u{1b}'), "{called}: escape codes into a pipe");
            // A workspace that was just begun has nothing invented in it.
            assert!(
                words[0] == "init" || said.out.to_lowercase().contains("illustrative"),
                "{called}: does not say illustrative\n{}",
                said.out
            );
            match dress.as_str() {
                "json" => {
                    let value: serde_json::Value =
                        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{called}: {e}"));
                    assert!(value["report"].is_string(), "{called}: names its report");
                }
                "html" => assert!(said.out.starts_with("<!DOCTYPE html>"), "{called}\n{}", said.out),
                "ics" => assert!(said.out.starts_with("BEGIN:VCALENDAR\r\n"), "{called}\n{}", said.out),
                "svg" => assert!(said.out.starts_with("<svg "), "{called}\n{}", said.out),
                "csv" => assert!(said.out.starts_with('\u{feff}') && said.out.ends_with("\r\n"), "{called}"),
                "markdown" => assert!(said.out.starts_with("# "), "{called}\n{}", said.out),
                _ => assert!(!said.out.starts_with("# "), "{called}"),
            }
        }
    }
}

#[test]
fn a_dress_that_a_command_does_not_have_is_refused_before_anything_is_done() {
    let sandbox = Sandbox::demo();
    let before = sandbox.everything();
    let mut refused = 0;
    for (words, dresses) in marked("–") {
        for dress in dresses {
            let mut all = vec!["-C", "demo"];
            all.extend(words.iter().map(String::as_str));
            all.extend(["--format", &dress]);
            let said = sandbox.run(&all);
            let called = format!("travaux {} --format {dress}", words.join(" "));
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{called}");
            let expected = format!("error: `{}` has no {dress}\nhint: its formats are table, json", words[0]);
            assert!(said.err.starts_with(&expected), "{called}: {}", said.err);
            refused += 1;
        }
    }
    assert!(refused > 20 && before == sandbox.everything());
}

/// The commands, from the program's own help.
fn commands() -> Vec<String> {
    let help = Sandbox::new().run(&["--help"]).out;
    let listed = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let names =
        listed.take_while(|line| line.starts_with("  ")).filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

#[test]
fn every_command_stands_in_the_table() {
    let rows = table();
    for command in commands() {
        let known = rows.iter().any(|(words, _)| words[0] == command)
            || ["completions", "man", "plumbing"].contains(&command.as_str());
        assert!(known, "CONTRIBUTING.md does not list `{command}`");
    }
}

#[test]
fn every_command_has_help_with_examples_that_parse() {
    let sandbox = Sandbox::new();
    for command in commands() {
        let said = sandbox.run(&[&command, "--help"]);
        assert_eq!(said.code, 0);
        let first = said.out.lines().next().unwrap_or_default();
        assert!(first.starts_with(char::is_uppercase) && !first.ends_with('.'), "{command}: {first}");
        assert!(said.out.contains("Examples:\n  travaux"), "{command} has no examples");
        let short = sandbox.run(&[&command, "-h"]).out;
        assert!(short.len() <= said.out.len(), "{command}: -h is the shorter help");
        for example in said.out.lines().filter_map(|line| line.strip_prefix("  travaux ")) {
            let words: Vec<&str> =
                example.split(['|', '>', '<']).next().unwrap_or_default().split_whitespace().collect();
            let simple = !example.contains('"') && !example.contains('~') && !example.contains("example.org");
            if simple {
                let code = sandbox.run(&words);
                assert!(!code.err.contains("Usage:"), "travaux {example}: {}", code.err);
            }
        }
    }
}

#[test]
fn every_command_has_a_manual_page_and_is_completed() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("w/man")).expect("a folder");
    assert_eq!(sandbox.run(&["man", "--to", "man"]).code, 0);
    for command in commands() {
        let page = sandbox.read(&format!("man/travaux-{command}.1"));
        assert!(page.contains(".SH"), "{command}");
    }
    assert!(sandbox.run(&["man"]).out.contains(".TH travaux"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = sandbox.run(&["completions", shell]).out;
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not complete {command}");
        }
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let sandbox = Sandbox::demo();
    let program = env!("CARGO_BIN_EXE_travaux");
    let line = format!(
        "{program} -C demo redline observations final --all | head -n 1; echo \"${{PIPESTATUS[0]}}\""
    );
    let output = sandbox.command("bash").args(["-c", &line]).output().expect("bash runs");
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("\n0\n"), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn nothing_is_written_to_the_example_itself() {
    let root = env!("CARGO_MANIFEST_DIR");
    let sandbox = Sandbox::new();
    for words in [vec!["start", "final"], vec!["save"], vec!["circulate", "final"]] {
        let mut all = vec!["-C", root];
        all.extend(words);
        let said = sandbox.run(&all);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("travaux demo DIR"), "{}", said.err);
    }
}
