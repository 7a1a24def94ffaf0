//! Where a workspace may lie: outside git, in a subfolder, bare, shallow, without commits, without tags.

use crate::sandbox::Sandbox;

#[track_caller]
fn works(sandbox: &Sandbox, folder: &str, words: &[&str], expected: &str) {
    let mut all = vec!["-C", folder];
    all.extend(words);
    let said = sandbox.run(&all);
    assert!(said.code < 2, "{words:?}: {}", said.err);
    assert!(said.out.contains(expected), "{words:?} does not say `{expected}`:\n{}", said.out);
}

#[track_caller]
fn refuses(sandbox: &Sandbox, folder: &str, words: &[&str], expected: &str) {
    let mut all = vec!["-C", folder];
    all.extend(words);
    let said = sandbox.run(&all);
    assert_eq!(said.code, 2, "{words:?}:\n{}", said.out);
    assert!(said.err.contains(expected), "{words:?} does not say `{expected}`:\n{}", said.err);
}

#[test]
fn a_bare_clone_answers_every_question_and_takes_no_writing() {
    let sandbox = Sandbox::demo();
    assert_eq!(sandbox.git(&["clone", "-q", "--bare", "demo", "bare.git"]).code, 0);
    for words in
        [&["status"][..], &["schedule"], &["log"], &["comments"], &["check"], &["carry"], &["concordance"]]
    {
        let mut from_bare = vec!["-C", "bare.git"];
        from_bare.extend(words);
        let mut from_folder = vec!["-C", "demo"];
        from_folder.extend(words);
        let (bare, folder) = (sandbox.run(&from_bare), sandbox.run(&from_folder));
        assert_eq!(bare.err, "");
        assert_eq!(bare.out, folder.out, "{words:?}");
    }
    works(&sandbox, "bare.git", &["log", "D2"], "Example clerk");
    works(&sandbox, "bare.git", &["redline", "second@HEAD~20", "second"], "Second version at HEAD~20");
    refuses(&sandbox, "bare.git", &["start", "final"], "");
    refuses(&sandbox, "bare.git", &["save"], "bare");
}

#[test]
fn a_shallow_clone_says_what_it_does_not_have() {
    let sandbox = Sandbox::demo();
    let from = format!("file://{}", sandbox.path("w/demo").display());
    assert_eq!(sandbox.git(&["clone", "-q", "--depth", "1", &from, "shallow"]).code, 0);
    works(&sandbox, "shallow", &["redline", "first", "second"], "Second version compared with first version");
    works(&sandbox, "shallow", &["log", "D2"], "shallow");
    works(&sandbox, "shallow", &["status"], "As at");
    refuses(&sandbox, "shallow", &["show", "second@HEAD~3"], "shallow");
    refuses(&sandbox, "shallow", &["status", "--as-at", "2026-05-20"], "shallow");
}

#[test]
fn without_tags_the_seals_are_missed_and_everything_else_works() {
    let sandbox = Sandbox::demo();
    assert_eq!(sandbox.git(&["clone", "-q", "--no-tags", "demo", "untagged"]).code, 0);
    works(&sandbox, "untagged", &["redline", "first", "second"], "compared");
    works(&sandbox, "untagged", &["check"], "there is no annotated tag `ict/first`");
}

#[test]
fn outside_git_versions_are_known_and_revisions_are_not() {
    let sandbox = Sandbox::demo();
    std::fs::remove_dir_all(sandbox.path("w/demo/.git")).expect("a repository");
    works(&sandbox, "demo", &["status"], "As at");
    works(&sandbox, "demo", &["log", "D2"], "not in a git repository");
    works(&sandbox, "demo", &["redline", "first", "second"], "compared");
    refuses(&sandbox, "demo", &["show", "second@HEAD~3"], "git");
    std::fs::remove_dir_all(sandbox.path("w/demo/drafts/ict/final")).expect("the final");
    refuses(&sandbox, "demo", &["start", "final"], "--no-commit");
    works(&sandbox, "demo", &["start", "final", "--no-commit"], "The final begins");
    works(&sandbox, "demo", &["show", "final", "D2"], "civilian hackers");
}

#[test]
fn a_repository_without_commits_works_and_takes_the_first_one() {
    let sandbox = Sandbox::demo();
    std::fs::remove_dir_all(sandbox.path("w/demo/.git")).expect("a repository");
    assert_eq!(sandbox.git(&["init", "-q", "demo"]).code, 0);
    works(&sandbox, "demo", &["log", "D2"], "no commits yet");
    refuses(&sandbox, "demo", &["show", "second@HEAD"], "commit");
    works(&sandbox, "demo", &["save", "-m", "Everything"], "Saved");
    works(&sandbox, "demo", &["show", "second@HEAD", "D2"], "civilian hackers");
}

#[test]
fn a_workspace_may_lie_in_a_subfolder_of_a_repository() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.git(&["init", "-q", "."]).code, 0);
    sandbox.write("other.txt", "not ours");
    let said = sandbox.run(&["init", "inside", "--workstream", "ict", "--languages", "en,zh"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!sandbox.path("w/inside/.git").exists());
    sandbox.write("inside/drafts/ict/first/en.md", "# T\n\n[A1] One.\n");
    works(&sandbox, "inside", &["save"], "Saved");
    sandbox.write("inside/drafts/ict/first/en.md", "# T\n\n[A1] Two.\n");
    works(&sandbox, "inside", &["save"], "Saved");
    works(&sandbox, "inside/drafts", &["log", "A1"], "[-One-]{+Two+}.");
    works(&sandbox, "inside", &["show", "first@HEAD~1"], "One.");
    assert!(
        sandbox.git(&["status", "--porcelain"]).out.contains("?? other.txt"),
        "what is not ours stays as it is"
    );
}

#[test]
fn without_a_name_git_is_told_how_to_get_one() {
    let sandbox = Sandbox::demo();
    std::fs::write(sandbox.path("home/.gitconfig"), "").expect("a configuration");
    sandbox.write(
        "demo/drafts/ict/final/en.md",
        sandbox.read("demo/drafts/ict/final/en.md").replace("[O2] Nothing", "[O2] No thing"),
    );
    let before = sandbox.git(&["-C", "demo", "rev-parse", "HEAD"]).out;
    refuses(&sandbox, "demo", &["save"], "git config user.name");
    assert_eq!(sandbox.git(&["-C", "demo", "rev-parse", "HEAD"]).out, before);
    works(&sandbox, "demo", &["status"], "As at");
}
