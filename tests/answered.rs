//! Answers held against the text: every contradiction that is planted is named, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use travaux::comment::{Action, Answers, CommentId, Outcome};
use travaux::desk::{AnswersAsked, CompileAsked, Desk, Selection};
use travaux::draft::{Language, ParagraphId, VersionId, VersionName};
use travaux::store::Store;
use travaux::workspace::Workspace;

/// Kinds of findings about answers.
const KINDS: [&str; 5] = [
    "not-reflected-but-stands",
    "reflected-but-unchanged",
    "reflected-but-changed",
    "answer-points-nowhere",
    "unanswered",
];

/// What the example says wrongly on purpose: one answer overlooks what the text has, one claims what it has not, and
/// eight comments of the fourth round were overlooked when the second version went out.
const IN_THE_EXAMPLE: [&str; 10] = [
    "XGH-r4-2 not-reflected-but-stands",
    "XGH-r4-4 reflected-but-unchanged",
    "XGH-r4-5 unanswered",
    "XIJ-r4-1 unanswered",
    "XIJ-r4-3 unanswered",
    "XVW-r4-4 unanswered",
    "XYN-r4-3 unanswered",
    "XYS-r4-4 unanswered",
    "XZZ-r4-4 unanswered",
    "XZZ-r4-5 unanswered",
];

/// A copy of the example with other answers.
struct Copy {
    folder: tempfile::TempDir,
    example: Workspace,
}

impl Copy {
    fn new() -> Copy {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::copy(root.join("schedule.toml"), folder.path().join("schedule.toml")).expect("the schedule");
        for part in ["drafts", "comments"] {
            copy(&root.join(part), &folder.path().join(part));
        }
        let example = Store::open(folder.path()).and_then(|store| store.read()).expect("in form");
        Copy { folder, example }
    }

    fn answer(&self, id: &str, text: &str) {
        let id = named(id);
        let path =
            format!("comments/{}/{}/answers/{}-{}.toml", id.workstream, id.round, id.delegation, id.no);
        let path = self.folder.path().join(path);
        if text.is_empty() {
            fs::remove_file(path).expect("an answer");
        } else {
            let text = text.replace(';', "\n");
            Answers::parse("answer", &text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
            fs::write(path, text).expect("a file");
        }
    }

    fn rewrite(&self, path: &str, from: &str, to: &str) {
        let path = self.folder.path().join(path);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replacen(from, to, 1)).expect("a file");
    }

    /// The findings about answers: `XGH-r4-2 unanswered`.
    fn findings(&self) -> BTreeSet<String> {
        let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
        let report =
            Desk::open(self.folder.path(), None, now).and_then(|desk| desk.check()).expect("an answer");
        let own = report.findings.iter().filter(|finding| KINDS.contains(&finding.kind));
        own.map(|finding| format!("{} {}", finding.place.split(' ').next().unwrap_or_default(), finding.kind))
            .collect()
    }

    /// The answers of the example that stand, with what the comments ask.
    fn answered(&self) -> impl Iterator<Item = (CommentId, Action, travaux::comment::Answer)> {
        self.example.answers.iter().filter_map(|(id, answers)| {
            let (_, comment) = self.example.comment(id)?;
            Some((id.clone(), comment.action, answers.standing()?.clone()))
        })
    }

    fn placement(&self, id: &CommentId) -> bool {
        !self.example.answers[id].placements.is_empty()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() { copy(&path, &there) } else { fs::copy(&path, &there).map(|_| ()).expect("a file") }
    }
}

fn named(id: &str) -> CommentId {
    let ict = travaux::draft::WorkstreamId::parse("ict").expect("a name");
    CommentId::parse(id, &ict).expect("a comment")
}

fn set<T: AsRef<str>>(findings: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    findings.into_iter().map(|finding| finding.as_ref().to_owned()).collect()
}

fn answer(version: &VersionId, outcome: &str, paragraphs: &str) -> String {
    let paragraphs =
        if paragraphs.is_empty() { String::new() } else { format!("paragraphs = {paragraphs};") };
    let see = if outcome == "duplicate" { "see = \"XAA-r4-1\";" } else { "" };
    format!(
        "[[answer]];version = \"{version}\";outcome = \"{outcome}\";{paragraphs}response = \"As discussed.\";{see}decided = 2026-05-28;"
    )
}

/// The passages that stand in both versions with the same words, in both languages.
fn unchanged(example: &Workspace, made_on: &VersionName, version: &VersionName) -> Vec<ParagraphId> {
    let languages = ["en", "zh"].map(|code| Language::parse(code).expect("a code"));
    let text = |name: &VersionName, language: &Language, id: &ParagraphId| {
        Some(example.draft(name, language)?.get(id)?.text.clone())
    };
    let same = |id: &&ParagraphId| {
        // G2 and D3bis moved with the second version.
        !["title", "G2", "D3bis"].contains(&id.as_str())
            && id.as_str().len() > 1
            && languages.iter().all(|language| {
                let now = text(version, language, id);
                now.is_some() && now == text(made_on, language, id)
            })
    };
    let draft = example.draft(version, &languages[0]).expect("a text");
    let alone = |id: &&ParagraphId| draft.ids().filter(|other| id.covers(other)).count() == 1;
    draft.ids().filter(same).filter(alone).cloned().collect()
}

#[test]
fn the_example_has_the_contradictions_that_are_in_it_on_purpose_and_no_other() {
    assert_eq!(Copy::new().findings(), set(IN_THE_EXAMPLE));
}

#[test]
fn whatever_was_reflected_is_named_when_it_is_marked_as_not_reflected() {
    let copy = Copy::new();
    let mut expected = set(IN_THE_EXAMPLE);
    expected.remove("XGH-r4-4 reflected-but-unchanged");
    // Reflected in other words than those asked for, or in none.
    let otherwise = ["XGH-r4-4", "XHA-r5-3", "XYS-r5-4"];
    let mut flipped = 0;
    for (id, _, answered) in copy.answered().filter(|(.., answer)| answer.outcome == Outcome::Reflected) {
        copy.answer(&id.short(), &answer(&answered.version, "not-reflected", ""));
        flipped += 1;
        if !otherwise.contains(&id.short().as_str()) {
            expected.insert(format!("{} not-reflected-but-stands", id.short()));
        }
    }
    assert!(flipped > 45, "{flipped}");
    assert_eq!(copy.findings(), expected);
}

#[test]
fn whatever_is_marked_as_reflected_where_nothing_changed_is_named() {
    for outcome in ["reflected", "partly-reflected"] {
        let copy = Copy::new();
        let mut expected = set(IN_THE_EXAMPLE);
        expected.remove("XGH-r4-2 not-reflected-but-stands");
        let mut planted: BTreeMap<Action, usize> = BTreeMap::new();
        for (at, (id, action, answered)) in copy.answered().enumerate().collect::<Vec<_>>() {
            let name = |version: &VersionId| VersionName::new(&id.workstream, version);
            let (filed, _) = copy.example.comment(&id).expect("a comment");
            let made_on = name(&filed.submission.version);
            let same = unchanged(&copy.example, &made_on, &name(&answered.version));
            let placed = copy.placement(&id);
            if placed || action == Action::Retain {
                continue;
            }
            // What was to move and moved is reflected, whatever the answer names.
            let moved = action == Action::Move
                && answered.outcome != Outcome::NotReflected
                && id.short() != "XBR-r4-3";
            let paragraph = &same[at % same.len()];
            copy.answer(&id.short(), &answer(&answered.version, outcome, &format!("[\"{paragraph}\"]")));
            if !moved {
                expected.insert(format!("{} reflected-but-unchanged", id.short()));
                *planted.entry(action).or_default() += 1;
            }
        }
        assert_eq!(copy.findings(), expected);
        for action in [Action::Add, Action::Amend, Action::Delete, Action::Move, Action::None] {
            assert!(planted.get(&action).is_some_and(|count| *count > 0), "nothing planted for {action}");
        }
    }
}

#[test]
fn a_wish_to_keep_a_text_is_reflected_by_no_change() {
    let copy = Copy::new();
    let mut expected = set(IN_THE_EXAMPLE);
    expected.remove("XIJ-r4-1 unanswered");
    let kept = ["XAA-r4-6", "XDE-r5-2", "XFG-r4-5", "XGH-r5-3", "XIJ-r4-2"];
    let (mut still, mut gone) = (0, 0);
    let retained = copy.answered().filter(|(_, action, _)| *action == Action::Retain).collect::<Vec<_>>();
    for (id, _, answered) in retained {
        copy.answer(&id.short(), &answer(&answered.version, "reflected", "[\"O2\"]"));
        // Its words never stood there, or nobody knows where.
        if ["XVW-r4-2", "XIJ-r4-1"].contains(&id.short().as_str()) {
            continue;
        }
        if kept.contains(&id.short().as_str()) {
            still += 1;
        } else {
            gone += 1;
            expected.insert(format!("{} reflected-but-changed", id.short()));
        }
    }
    assert!(still == 5 && gone > 3, "{still} {gone}");
    assert_eq!(copy.findings(), expected);
    for id in kept {
        copy.answer(id, &answer(&copy.example.answers[&named(id)].answers[0].version, "not-reflected", ""));
        expected.insert(format!("{id} not-reflected-but-stands"));
    }
    assert_eq!(copy.findings(), expected);
}

#[test]
fn without_its_answer_a_comment_is_named_once_the_next_version_is_out() {
    let copy = Copy::new();
    let mut expected: BTreeSet<String> = IN_THE_EXAMPLE
        .iter()
        .filter(|finding| finding.ends_with("unanswered"))
        .map(|f| (*f).to_owned())
        .collect();
    for (id, ..) in copy.answered().collect::<Vec<_>>() {
        copy.answer(&id.short(), "");
        let (filed, _) = copy.example.comment(&id).expect("a comment");
        let replaced = copy.example.replaced_by(filed).is_some();
        // The final, which answers what was said on the second version, is not out.
        if id.round.as_str() == "r4" && !replaced {
            expected.insert(format!("{} unanswered", id.short()));
        }
    }
    assert!(expected.len() > 70, "{}", expected.len());
    assert_eq!(copy.findings(), expected);
    // What arrived after the second version was out waits for the final.
    copy.rewrite("comments/ict/r4/XVW.toml", "received = 2026-05-12", "received = 2026-06-01");
    expected.retain(|finding| !finding.starts_with("XVW"));
    assert_eq!(copy.findings(), expected);
    // What was taken back is owed no answer.
    copy.rewrite("comments/ict/r4/XWG.toml", "[submission]", "[submission]\nwithdrawn = 2026-05-20");
    expected.retain(|finding| !finding.starts_with("XWG"));
    assert_eq!(copy.findings(), expected);
}

/// An answer in few words: `second reflected D2 D3`.
fn said(short: &str) -> String {
    let answers = short.split(" / ").map(|one| {
        let mut words = one.split(' ');
        let (version, outcome) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let paragraphs: Vec<String> = words.map(|id| format!("\"{id}\"")).collect();
        let paragraphs =
            if paragraphs.is_empty() { String::new() } else { format!("[{}]", paragraphs.join(", ")) };
        answer(&VersionId::parse(version).expect("a name"), outcome, &paragraphs)
    });
    answers.collect::<Vec<_>>().join(";;")
}

/// Plants answers, each comment once in a copy: each is named as expected, and nothing else is.
#[track_caller]
fn cases(plants: &[(&str, &str, Option<&str>)]) {
    let mut left: Vec<&(&str, &str, Option<&str>)> = plants.iter().collect();
    while !left.is_empty() {
        let copy = Copy::new();
        let mut expected = set(IN_THE_EXAMPLE);
        let mut planted: BTreeSet<&str> = BTreeSet::new();
        left.retain(|(id, short, kind)| {
            if !planted.insert(id) {
                return true;
            }
            copy.answer(id, &said(short));
            expected.retain(|finding| !finding.starts_with(&format!("{id} ")));
            expected.extend(kind.map(|kind| format!("{id} {kind}")));
            false
        });
        assert_eq!(copy.findings(), expected);
    }
}

#[test]
fn passages_that_were_split_merged_moved_taken_out_and_put_in_count_as_changed_where_that_is_what_was_asked()
{
    cases(&[
        // Split: D2 into D2 and D2bis.
        ("XYN-r4-1", "second reflected D2bis", None),
        ("XYN-r4-1", "second partly-reflected D2", None),
        // Merged: H1 and H4; the id that is gone is not there any more.
        ("XCD-r4-6", "second reflected H1", None),
        ("XCD-r4-6", "second reflected H4", Some("answer-points-nowhere")),
        ("XCD-r4-7", "second reflected H1", None),
        // Moved: G2 and D3bis; to move is no answer to who asks for other words.
        ("XAB-r4-2", "second reflected G2", None),
        ("XZZ-r4-1", "second reflected D3bis", None),
        ("XDE-r4-5", "second reflected D3bis", Some("reflected-but-unchanged")),
        ("XKT-r4-5", "second reflected H2", Some("reflected-but-unchanged")),
        // Taken out: the section that held it, or the passage itself, which is gone.
        ("XBR-r4-2", "second reflected F", None),
        ("XBR-r4-2", "second reflected F4", None),
        ("XKT-r4-4", "second reflected B1", None),
        ("XKT-r4-4", "second reflected B1d", None),
        ("XWG-r4-4", "second reflected E", Some("reflected-but-unchanged")),
        ("XAA-r4-3", "second reflected F4", Some("answer-points-nowhere")),
        // Put in.
        ("XGH-r4-1", "second reflected A3bis", None),
        ("XFG-r4-3", "second partly-reflected C5", None),
        ("XFG-r4-3", "second reflected C3", Some("reflected-but-unchanged")),
        // Several passages, of which one changed.
        ("XAA-r4-3", "second reflected O2 D2", None),
        ("XAA-r4-3", "second reflected O2 F3", Some("reflected-but-unchanged")),
        // A heading is not reworded by what changes below it.
        ("XBR-r4-1", "second reflected C", None),
        // In Chinese only.
        ("XHA-r5-3", "final reflected A3bis", None),
        ("XAA-r4-1", "second reflected O2", Some("reflected-but-unchanged")),
    ]);
}

#[test]
fn every_answer_is_held_against_the_text_of_its_own_version() {
    cases(&[
        // The safeguards came into C4 with the final.
        ("XFG-r4-2", "second further-discussion / final reflected C4", None),
        ("XFG-r4-2", "second reflected C4 / final reflected C4", Some("reflected-but-unchanged")),
        ("XFG-r4-2", "second not-reflected / final not-reflected", Some("not-reflected-but-stands")),
        ("XFG-r4-2", "second not-reflected / final reflected C4", None),
        // D3 changed with the second version and not again.
        ("XYS-r4-3", "second not-reflected / final reflected D3", Some("reflected-but-unchanged")),
        ("XYS-r4-3", "final reflected D3", None),
        // B2 was left out, and came back with the words proposed.
        ("XPQ-r4-5", "second not-reflected / final reflected B2", None),
        ("XPQ-r4-5", "second reflected B2 / final reflected B2", Some("answer-points-nowhere")),
        ("XPQ-r4-5", "second not-reflected / final not-reflected", Some("not-reflected-but-stands")),
    ]);
}

#[test]
fn other_outcomes_claim_nothing_of_the_text() {
    for outcome in ["noted", "further-discussion", "out-of-scope", "duplicate", "withdrawn"] {
        let short = format!("second {outcome}");
        cases(&[("XAA-r4-3", &short, None), ("XJL-r4-3", &short, None)]);
    }
    cases(&[("XAA-r4-3", "second open", Some("unanswered"))]);
}

#[test]
fn an_answer_that_claims_nothing_about_words_that_are_there_by_chance_is_not_named() {
    // “must” came into D2, G2 and H2, and “to the extent feasible” stands everywhere.
    cases(&[
        ("XCD-r4-8", "second not-reflected", None),
        ("XGH-r4-3", "second not-reflected", None),
        ("XDE-r4-5", "second not-reflected", None),
        ("XMN-r4-5", "second not-reflected", None),
        ("XAA-r5-5", "final not-reflected", None),
        ("XHA-r5-1", "final not-reflected", None),
        ("XJL-r4-4", "second not-reflected", None),
        ("XAB-r4-6", "second not-reflected", None),
        ("XZZ-r5-2", "final not-reflected", None),
        ("XOP-r5-1", "final not-reflected", None),
        ("XVW-r4-1", "second not-reflected", None),
    ]);
}

#[test]
fn what_changed_though_nobody_spoke_of_it_is_a_remark_and_no_finding() {
    let copy = Copy::new();
    let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
    let desk = || Desk::open(copy.folder.path(), None, now).expect("a workspace");
    let remarks = || {
        let report = desk().check().expect("an answer");
        let own = report.remarks.into_iter().filter(|remark| remark.kind == "changed-unasked");
        own.map(|remark| format!("{}: {}", remark.place, remark.what)).collect::<Vec<_>>()
    };
    assert_eq!(remarks(), Vec::<String>::new());
    let second = "drafts/ict/second/en.md";
    copy.rewrite(
        second,
        "[A1] Parties to armed conflict must comply",
        "[A1] All parties to armed conflict must comply",
    );
    copy.rewrite(second, "[F1] ", "[F9] Another paragraph, for which nobody asked.\n\n[F1] ");
    // Many spoke of D2, and one asked for C5.
    copy.rewrite(second, "[D2] States must exercise", "[D2] States really must exercise");
    assert_eq!(
        remarks(),
        [
            "ict/final: A1 and F9 changed since the second version, and no comment speaks of them",
            "ict/second: A1 and F9 changed since the first version, and no comment speaks of them",
        ]
    );
    let report = desk().answered(&AnswersAsked::default()).expect("an answer");
    let unasked: Vec<String> = report
        .unasked
        .iter()
        .map(|one| {
            format!(
                "{}: {}",
                one.version,
                one.passages.iter().map(|cited| cited.both()).collect::<Vec<_>>().join(", ")
            )
        })
        .collect();
    assert_eq!(unasked, ["Final: [3] A1, [24] F9", "Second version: [3] A1, [24] F9"]);
    assert_eq!(copy.findings(), set(IN_THE_EXAMPLE));
}

/// The compilation of a version holds every comment on it, as the answers do.
fn compiled_as_answered(desk: &Desk, workstream: Option<&str>, versions: [&str; 2]) {
    for version in versions {
        let compiled = CompileAsked { names: vec![version.to_owned()], ..CompileAsked::default() };
        let compiled = desk.compile(&compiled).expect("an answer");
        let workstream = workstream.map(str::to_owned);
        let asked = AnswersAsked { on: Some(version.to_owned()), workstream, ..AnswersAsked::default() };
        let answered = desk.answered(&asked).expect("an answer").comments;
        assert_eq!(compiled.comments + compiled.withdrawn + compiled.replaced, answered, "{version}");
    }
}

/// A consultation made by chance, and the example: every way to count comments gives the same number.
#[test]
fn the_count_of_comments_in_answers_is_that_in_comments_and_in_the_compilation_for_every_filter() {
    let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let made = folder.path().join("made");
    travaux::demo::Size { paragraphs: 20, delegations: 8, comments: 90, ..travaux::demo::Size::default() }
        .lay(&made)
        .expect("laid out");
    let example = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (place, versions, rounds) in
        [(example, ["first", "second"], ["r4", "r5"]), (made.as_path(), ["v1", "v2"], ["r1", "r2"])]
    {
        let desk = Desk::open(place, None, now).expect("a workspace");
        let some = |word: &str| Some(word.to_owned());
        let mut filters: Vec<(Option<String>, Option<String>, Option<String>)> = vec![(None, None, None)];
        filters.extend(rounds.iter().map(|round| (some(round), None, None)));
        filters.extend(versions.iter().map(|version| (None, some(version), None)));
        filters.extend(versions.iter().map(|version| (None, None, some(version))));
        filters.push((some(rounds[0]), some(versions[0]), some(versions[1])));
        filters.push((some(rounds[1]), some(versions[0]), None));
        for (rank, (round, on, within)) in filters.into_iter().enumerate() {
            let asked = AnswersAsked {
                round: round.clone(),
                on: on.clone(),
                within: within.clone(),
                ..AnswersAsked::default()
            };
            let selection =
                Selection { round: round.clone(), on: on.clone(), within, ..Selection::default() };
            let all = desk.answered(&asked).expect("an answer");
            let listed = desk.comments(&selection).expect("an answer").comments;
            assert_eq!(all.comments, listed.len(), "{asked:?}");
            let mut each: BTreeSet<String> = BTreeSet::new();
            // All delegations where nothing is left out, some of them with each filter.
            for (at, delegation) in all.delegations.iter().enumerate() {
                if rank > 0 && at % 7 != rank % 7 {
                    continue;
                }
                let code = delegation.code.to_string();
                let own = desk
                    .answers(&AnswersAsked { delegation: code.clone(), ..asked.clone() })
                    .expect("an answer");
                assert_eq!(own.comments.len(), delegation.comments, "{code}");
                assert_eq!(own.tally, delegation.tally, "{code}");
                let theirs = Selection { delegation: Some(code.clone()), ..selection.clone() };
                assert_eq!(
                    own.comments.len(),
                    desk.comments(&theirs).expect("an answer").comments.len(),
                    "{code}"
                );
                each.extend(own.comments.iter().map(|one| one.comment.id.to_string()));
            }
            let listed: BTreeSet<String> = listed.iter().map(|row| row.id.to_string()).collect();
            assert!(if rank == 0 { each == listed } else { each.is_subset(&listed) }, "{asked:?}");
        }
        compiled_as_answered(&desk, (place == example).then_some("ict"), versions);
    }
}

#[test]
fn a_comment_made_together_is_told_to_each_who_made_it() {
    let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
    let desk = Desk::open(Path::new(env!("CARGO_MANIFEST_DIR")), None, now).expect("a workspace");
    let of = |code: &str| {
        let report = desk.answers(&AnswersAsked { delegation: code.to_owned(), ..AnswersAsked::default() });
        let comments = report.expect("an answer").comments;
        let joint = |one: &&travaux::report::AnsweredComment| one.comment.id.short() == "XPQ-r4-2";
        comments.iter().find(joint).map(|one| one.through.clone())
    };
    assert_eq!(of("XPQ"), Some(None));
    assert_eq!(of("XQR"), Some(Some("joint, handed in by Pellandra".to_owned())));
    assert_eq!(of("XAA"), None);
}
