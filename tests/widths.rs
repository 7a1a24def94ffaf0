//! Every table at every width, in every script: no line runs over, no escape code goes into a pipe.

use unicode_width::UnicodeWidthStr;

use crate::sandbox::Sandbox;

const QUESTIONS: &[&[&str]] = &[
    &["status"],
    &["schedule"],
    &["log"],
    &["log", "D2"],
    &["show", "second"],
    &["show", "second", "--language", "zh"],
    &["redline", "first", "second"],
    &["redline", "first", "second", "--language", "zh"],
    &["concordance", "first", "second"],
    &["concordance", "first", "second", "--language", "zh"],
    &["comments"],
    &["comments", "--language", "zh"],
    &["matrix"],
    &["matrix", "first", "--columns", "iso"],
    &["matrix", "first", "--language", "zh"],
    &["carry", "final"],
    &["check"],
];

#[test]
fn every_line_keeps_to_the_width() {
    let mut sandbox = Sandbox::demo();
    for columns in [60, 80, 200] {
        sandbox.columns(columns);
        for words in QUESTIONS {
            let mut all = vec!["-C", "demo"];
            all.extend(*words);
            let said = sandbox.run(&all);
            assert_eq!(said.err, "", "{words:?}");
            for line in said.out.lines() {
                assert!(line.width() <= columns, "{words:?} at {columns}: {} columns\n{line}", line.width());
            }
            assert!(!said.out.contains('\u{1b}'));
        }
    }
}

#[test]
fn arabic_and_long_names_keep_to_the_width() {
    let mut sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["init", ".", "--languages", "ar,en", "--title", "مشاورة"]).code, 0);
    let text = "# مشروع توصيات\n\n## [A] المدنيون\n\n[A1] يجب على أطراف النزاع المسلح أن تمتثل للقانون الدولي الإنساني في كل عملية.\n";
    sandbox.write("drafts/main/first/ar.md", text);
    sandbox.write("drafts/main/second/ar.md", text.replace("يجب", "ينبغي"));
    for columns in [60, 80, 200] {
        sandbox.columns(columns);
        for words in [vec!["status"], vec!["show"], vec!["redline"], vec!["concordance"], vec!["log", "A1"]] {
            let said = sandbox.run(&words);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}");
            for line in said.out.lines() {
                assert!(line.width() <= columns, "{words:?} at {columns}\n{line}");
            }
        }
    }
    assert!(sandbox.run(&["redline"]).out.contains("[-يجب-]"));
}
