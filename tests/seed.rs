//! The real text: what a new workspace makes of it. The sentences are not ours to publish, so they are read from
//! where they lie beside the project, or where `TRAVAUX_SEED` says; without them nothing is tested here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use travaux::draft::{Draft, Level};

use crate::sandbox::Sandbox;

/// The folder of the real text, if it is there.
pub(crate) fn seed() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let folder = std::env::var_os("TRAVAUX_SEED").map_or(beside, PathBuf::from);
    folder.join("key-observations.en.md").is_file().then_some(folder)
}

/// The blocks of the real text: headings, paragraphs, items.
fn blocks(source: &str) -> Vec<&str> {
    source.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).collect()
}

/// Gives each paragraph the id of its place, as the schedule of ids has them: O1, A1 to A3, B1 with its items.
fn with_ids(source: &str) -> String {
    let mut section = 'O';
    let (mut paragraph, mut item) = (0, b'a');
    let mut out = Vec::new();
    for block in blocks(source) {
        out.push(if let Some(heading) = block.strip_prefix("## ") {
            section = if section == 'O' { 'A' } else { char::from(section as u8 + 1) };
            paragraph = 0;
            format!("## [{section}] {heading}")
        } else if block.starts_with("# ") {
            block.to_owned()
        } else if let Some(text) = block.strip_prefix("- ") {
            item += 1;
            format!("- [{section}{paragraph}{}] {text}", char::from(item - 1))
        } else {
            (paragraph, item) = (paragraph + 1, b'a');
            format!("[{section}{paragraph}] {block}")
        });
    }
    out.join("\n\n") + "\n"
}

/// A new workspace with the real text in both languages.
fn laid_out(folder: &Path) -> Sandbox {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&[
        "init",
        ".",
        "--workstream",
        "ict",
        "--languages",
        "en,zh",
        "--versions",
        "observations,first",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    for language in ["en", "zh"] {
        let source = fs::read_to_string(folder.join(format!("key-observations.{language}.md")));
        let text = with_ids(&source.expect("the real text in both languages"));
        sandbox.write(&format!("drafts/ict/observations/{language}.md"), text);
    }
    sandbox
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_real_text_loses_nothing_in_either_language() {
    let Some(folder) = seed() else {
        println!("skipped: the real text is not there (../shared/seed, or TRAVAUX_SEED)");
        return;
    };
    let sandbox = laid_out(&folder);
    let mut ids: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for language in ["en", "zh"] {
        let path = format!("drafts/ict/observations/{language}.md");
        let draft = Draft::parse(&path, &sandbox.read(&path)).expect("in form");
        assert_eq!((draft.count(Level::Paragraph), draft.count(Level::Item)), (27, 4), "{language}");
        assert_eq!(draft.count(Level::Section), 8, "{language}");
        assert_eq!(draft.print(), sandbox.read(&path), "{language}: nothing has to be escaped");
        ids.insert(language, draft.ids().map(ToString::to_string).collect());
        let source =
            fs::read_to_string(folder.join(format!("key-observations.{language}.md"))).expect("the text");
        let shown = sandbox.run(&["show", "--language", language]);
        assert_eq!((shown.code, shown.err.as_str()), (0, ""));
        let shown_bare = bare(&shown.out);
        for block in blocks(&source) {
            let words = block.trim_start_matches(['#', '-', ' ']);
            assert!(shown_bare.contains(&bare(words)), "{language}: lost\n{words}");
        }
        assert!(shown.out.contains("[27]"), "{language}: the last paragraph is the 27th");
    }
    assert_eq!(ids["en"], ids["zh"]);
    for id in ["O1", "A3", "B1", "B1a", "B1d", "B2", "C4", "D3", "E3", "F4", "G2", "H5"] {
        assert!(ids["en"].iter().any(|known| known == id), "{id}");
    }
}

#[test]
fn the_real_text_is_checked_saved_and_circulated() {
    let Some(folder) = seed() else {
        println!("skipped: the real text is not there (../shared/seed, or TRAVAUX_SEED)");
        return;
    };
    let sandbox = laid_out(&folder);
    for words in [
        &["check"][..],
        &["save", "-m", "The key observations"],
        &["circulate", "observations"],
        &["check"],
        &["start", "first"],
        &["redline", "observations", "first"],
        &["redline", "observations", "first", "--language", "zh", "--all"],
        &["concordance", "observations", "first"],
        &["show", "12"],
        &["log", "B1a"],
        &["status"],
    ] {
        let said = sandbox.run(words);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}\n{}", said.out);
    }
    assert!(sandbox.run(&["redline", "observations", "first"]).out.contains("Nothing changed."));
}

#[test]
fn the_languages_of_the_real_text_are_held_against_each_other() {
    let Some(folder) = seed() else {
        println!("skipped: the real text is not there (../shared/seed, or TRAVAUX_SEED)");
        return;
    };
    let sandbox = laid_out(&folder);
    let term = |en: &str, zh: &str| format!("[[term]]\nen = \"{en}\"\nzh = \"{zh}\"\n\n");
    let terms = [
        term("shared understanding", "共同理解"),
        term("IHL", "国际人道法"),
        term("armed conflict", "武装冲突"),
        term("constant care", "经常注意"),
        term("digital emblem", "数字标志"),
    ];
    sandbox.write("drafts/glossary.toml", terms.concat());
    let said = sandbox.run(&["languages", "--format", "json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("json");
    let doubts = report["translations"][0]["doubts"].as_array().expect("doubts");
    let named: Vec<(&str, &str)> = doubts
        .iter()
        .map(|one| (one["passages"][0]["id"].as_str().expect("an id"), one["kind"].as_str().expect("a kind")))
        .collect();
    // Said as essential in the one language and as a must in the other; a term that is rendered otherwise.
    assert!(named.contains(&("H4", "strength")) && named.contains(&("H5", "term")), "{named:?}");
    // An obligation that the original words as required, essential, needed or expected; each can be seen in the text.
    let strength: Vec<&str> =
        named.iter().filter(|(_, kind)| *kind == "strength").map(|(id, _)| *id).collect();
    assert_eq!(strength, ["O1", "A1", "C2", "E3", "F2", "F3", "H4"]);
    // The same passages, points and figures stand in both.
    assert!(named.iter().all(|(_, kind)| ["strength", "term"].contains(kind)), "{named:?}");
}
