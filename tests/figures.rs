//! Figures agree: with what `comments` lists, with what `redline` tells, with the front page, and with themselves.

use std::path::Path;

use chrono::{DateTime, Utc};
use travaux::comment::{Action, Kind, Outcome};
use travaux::demo::Size;
use travaux::desk::{Desk, Marking, Selection};
use travaux::redline::Direction;
use travaux::report::{Counted, ReceivedFigures, StatisticsReport, StrengthReport};

use crate::sandbox::Sandbox;

fn now() -> DateTime<Utc> {
    "2026-09-15T12:00:00Z".parse().expect("a moment")
}

/// The example, as it lies in the project.
fn example() -> Desk {
    Desk::open(Path::new(env!("CARGO_MANIFEST_DIR")), None, now()).expect("the example")
}

fn count(counted: &[Counted], name: &str) -> usize {
    counted.iter().find(|one| one.name == name).map_or(0, |one| one.count)
}

/// Holds one column of the figures against the lists of comments for every filter there is.
fn agrees(desk: &Desk, figures: &ReceivedFigures, on: Option<&str>) {
    let round = figures.round.as_ref().map(ToString::to_string);
    let listed = |asked: Selection| {
        let asked = Selection { round: round.clone(), on: on.map(str::to_owned), ..asked };
        let listed = desk.comments(&asked).expect("a list").comments;
        listed.into_iter().filter(|row| row.id.workstream.as_str() != "aid").count()
    };
    let said = |what: &str| format!("{what}, {:?}, {on:?}", figures.round);
    assert_eq!(figures.figures.comments, listed(Selection::default()), "{}", said("all"));
    let unanswered = listed(Selection { outcome: Some(Outcome::Open), ..Selection::default() });
    assert_eq!(figures.figures.answered + unanswered, figures.figures.comments, "{}", said("answered"));
    let unplaced = listed(Selection { unplaced: true, ..Selection::default() });
    assert_eq!(figures.apart, unplaced, "{}", said("unplaced"));
    for (word, kind) in Kind::WORDS {
        let asked = Selection { kind: Some(*kind), ..Selection::default() };
        assert_eq!(count(&figures.types, word), listed(asked), "{}", said(word));
    }
    for (word, action) in Action::WORDS {
        let asked = Selection { action: Some(*action), ..Selection::default() };
        assert_eq!(count(&figures.actions, word), listed(asked), "{}", said(word));
    }
    for (_, outcome) in Outcome::WORDS {
        let asked = Selection { outcome: Some(*outcome), ..Selection::default() };
        let word = outcome.on_screen();
        assert_eq!(count(&figures.outcomes, word), listed(asked), "{}", said(word));
    }
    for question in ["q1", "q2"] {
        let asked = Selection { question: Some(question.to_owned()), ..Selection::default() };
        if desk.comments(&asked).is_ok() {
            assert_eq!(count(&figures.questions, question), listed(asked), "{}", said(question));
        }
    }
    let sums = [&figures.types, &figures.actions, &figures.outcomes];
    for sum in sums.map(|counted| counted.iter().map(|one| one.count).sum::<usize>()) {
        assert_eq!(sum, figures.figures.comments, "{}", said("each comment once"));
    }
    let languages: usize = figures.languages.iter().map(|one| one.count).sum();
    assert_eq!(languages, figures.figures.submissions, "{}", said("each submission once"));
    let kinds: usize = figures.participants.iter().map(|one| one.count).sum();
    assert_eq!(kinds, figures.figures.delegations, "{}", said("each author once"));
}

/// Holds the ranking of passages against the lists of comments on each.
fn ranking_agrees(desk: &Desk, statistics: &StatisticsReport, on: &str) {
    let figures = &statistics.total;
    for passage in &figures.passages {
        let asked = Selection {
            paragraph: Some(passage.cited.id.to_string()),
            on: Some(on.to_owned()),
            ..Selection::default()
        };
        let listed = desk.comments(&asked).expect("a list").comments;
        assert_eq!(passage.comments, listed.len(), "{} on {on}", passage.cited.id);
    }
    for passage in figures.without_comments.iter().flat_map(|without| &without.passages) {
        let asked = Selection {
            paragraph: Some(passage.id.to_string()),
            on: Some(on.to_owned()),
            ..Selection::default()
        };
        assert!(desk.comments(&asked).expect("a list").comments.is_empty(), "{} on {on}", passage.id);
    }
    let ranked = figures.passages.windows(2).all(|pair| pair[0].comments >= pair[1].comments);
    assert!(ranked && !figures.passages.is_empty(), "the most first");
}

#[test]
fn the_figures_of_the_example_are_those_of_its_lists_for_every_filter() {
    let desk = example();
    let statistics = desk.statistics(Some("ict"), None, None, false).expect("figures");
    assert_eq!(statistics.rounds.len(), 2);
    [&statistics.rounds[0], &statistics.total].into_iter().for_each(|figures| agrees(&desk, figures, None));
    let on = desk.statistics(None, None, Some("second"), false).expect("figures");
    agrees(&desk, &on.total, Some("second"));
    ranking_agrees(&desk, &on, "second");
    let one = desk.statistics(Some("ict"), Some("r4"), None, false).expect("figures");
    assert_eq!(one.rounds, statistics.rounds[..1]);
}

#[test]
fn the_figures_of_a_consultation_made_by_chance_are_those_of_its_lists() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let laid = folder.path().join("made");
    let size = Size { paragraphs: 30, delegations: 20, comments: 200, ..Size::default() };
    size.lay(&laid).expect("laid out");
    let desk = Desk::open(&laid, None, now()).expect("a workspace");
    let statistics = desk.statistics(None, None, None, false).expect("figures");
    assert_eq!(statistics.total.figures.comments, 200);
    statistics.rounds.iter().chain([&statistics.total]).for_each(|figures| agrees(&desk, figures, None));
    for version in &statistics.versions {
        let on = desk.statistics(None, None, Some(version.id.as_str()), false).expect("figures");
        if on.total.figures.comments > 0 {
            ranking_agrees(&desk, &on, version.id.as_str());
        }
    }
}

#[test]
fn the_front_page_and_the_figures_tell_the_same_round() {
    let desk = example();
    let statistics = desk.statistics(Some("ict"), None, None, false).expect("figures");
    let status = desk.status(Some("ict")).expect("the front page");
    let own = status.workstreams.iter().find(|known| known.id == "ict").expect("the workstream");
    assert_eq!(own.last_round.as_ref(), statistics.rounds.last().map(|round| &round.figures));
}

#[test]
fn what_became_of_the_text_is_counted_as_redline_counts_it() {
    let desk = example();
    let statistics = desk.statistics(Some("ict"), None, None, true).expect("figures");
    let versions = ["observations", "first", "second", "final"];
    assert_eq!(statistics.versions.len(), 4);
    for (pair, figures) in versions.windows(2).zip(&statistics.versions[1..]) {
        let names: Vec<String> = pair.iter().map(ToString::to_string).collect();
        let redline =
            desk.redline(&names, None, Marking { all: true, ..Marking::default() }).expect("a redline");
        assert_eq!(figures.tally.as_ref(), Some(&redline.tally), "{pair:?}");
    }
    let compiled = desk.compile(&travaux::desk::CompileAsked::default()).expect("a compilation");
    let brackets: Vec<_> = statistics.versions.iter().filter_map(|one| one.brackets.clone()).collect();
    assert_eq!(brackets, compiled.over_versions);
}

/// Strength words are conserved: what a version has more than the one before came, what it has less went.
fn balances(report: &StrengthReport) {
    for (step, pair) in report.steps.iter().zip(report.versions.windows(2)) {
        let sum =
            |words: &[travaux::report::WordOfStrength]| words.iter().map(|word| word.count).sum::<usize>();
        let went = |direction| step.shifts.iter().filter(|shift| shift.direction == direction).count();
        let came = went(Direction::Added) + sum(&step.with_new);
        let gone = went(Direction::Dropped) + sum(&step.with_deleted);
        assert_eq!(
            sum(&pair[0].words) + came,
            sum(&pair[1].words) + gone,
            "{} → {}",
            step.before,
            step.after
        );
    }
    for (at, version) in report.versions.iter().enumerate() {
        let in_passages = report.passages.iter().filter_map(|passage| passage.versions[at].as_ref());
        let counted: usize = in_passages.flatten().map(|word| word.count).sum();
        let all: usize = version.words.iter().map(|word| word.count).sum();
        assert_eq!(counted, all, "{}", version.version);
    }
}

#[test]
fn strength_words_are_conserved_from_version_to_version() {
    let desk = example();
    let english = desk.strength(&[], None, false).expect("strength words");
    balances(&english);
    let became = |from: &str, to: &str| {
        let shifts = english.steps.iter().flat_map(|step| &step.shifts);
        shifts.filter(|s| s.before.as_deref() == Some(from) && s.after.as_deref() == Some(to)).count()
    };
    assert!(became("should", "must") >= 2 && became("must", "should") >= 1);
    balances(&desk.strength(&["first".to_owned(), "second".to_owned()], Some("zh"), true).expect("words"));
}

/// The same change in six languages: a should that became a must, and a must that became a must not.
const SIX: [(&str, &str, &str, &str, &str, &str); 6] = [
    (
        "en",
        "States should act.",
        "States must act.",
        "They must wait.",
        "They must not wait.",
        "should → must",
    ),
    (
        "fr",
        "Les États devraient agir.",
        "Les États doivent agir.",
        "Ils doivent attendre.",
        "Ils ne doivent pas attendre.",
        "devraient → doivent",
    ),
    (
        "es",
        "Los Estados deberían actuar.",
        "Los Estados deben actuar.",
        "Deben esperar.",
        "No deben esperar.",
        "deberían → deben",
    ),
    (
        "ru",
        "Государствам следует действовать.",
        "Государства должны действовать.",
        "Они должны ждать.",
        "Они не должны ждать.",
        "следует → должны",
    ),
    ("ar", "ينبغي للدول أن تعمل.", "يجب على الدول أن تعمل.", "يجب الانتظار.", "لا يجب الانتظار.", "ينبغي → يجب"),
    ("zh", "各国应行动。", "各国必须行动。", "各方必须等待。", "各方不得等待。", "应 → 必须"),
];

#[test]
fn a_should_that_became_a_must_is_shown_in_every_language_and_every_dress() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&[
        "init",
        ".",
        "--workstream",
        "ict",
        "--languages",
        "en,fr,es,ru,ar,zh",
        "--versions",
        "first,second",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    for (language, should, must, wait, not, _) in SIX {
        let text = |one: &str, other: &str| format!("# T\n\n## [A] T\n\n[A1] {one}\n\n[A2] {other}\n");
        sandbox.write(&format!("drafts/ict/first/{language}.md"), text(should, wait));
        sandbox.write(&format!("drafts/ict/second/{language}.md"), text(must, not));
    }
    for (language, .., shift) in SIX {
        for format in ["table", "json", "markdown", "html", "csv"] {
            let said =
                sandbox.run(&["strength", "first", "second", "--language", language, "--format", format]);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{language} {format}");
            let (before, after) = shift.split_once(" → ").expect("two words");
            let plain = |c: char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
            let out: String = said.out.chars().filter(|c| plain(*c)).collect();
            assert!(out.contains(before) && out.contains(after), "{language} {format}\n{out}");
            assert!(out.contains("stronger") && out.contains("reversed"), "{language} {format}\n{out}");
        }
        let path = format!("../{language}.xlsx");
        let said = sandbox.run(&["strength", "first", "second", "--language", language, "--output", &path]);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    // The six say the same, so that there is nothing to look at.
    for version in ["first", "second"] {
        let said = sandbox.run(&["languages", version]).out;
        assert!(said.contains("Nothing differs between en and ar, es, fr, ru, zh."), "{said}");
    }
}

#[test]
fn the_summary_of_a_round_names_nobody_in_any_dress() {
    let sandbox = Sandbox::demo();
    let plan = sandbox.read("demo/schedule.toml");
    let value = |key: &str| -> Vec<String> {
        let lines = plan.split("[[delegation]]").skip(1).flat_map(str::lines);
        let own = lines.filter_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix("= \""));
        own.map(|rest| rest.trim_end_matches('"').to_owned()).collect()
    };
    let names: Vec<String> = ["code", "name", "name-zh"].into_iter().flat_map(value).collect();
    assert!(names.len() > 70 && names.contains(&"XAA".to_owned()) && names.contains(&"Arendia".to_owned()));
    for round in ["r1", "r3", "r4", "r5", "aid/r4"] {
        for format in ["table", "json", "markdown", "html"] {
            let said = sandbox.run(&["-C", "demo", "summary", round, "--format", format]);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{round} {format}");
            for name in &names {
                assert!(!said.out.contains(name.as_str()), "{round} {format} names {name}");
            }
            assert!(!said.out.contains("agreed") && !said.out.contains("rejected"), "{round} {format}");
        }
    }
    let shown = sandbox.run(&["-C", "demo", "summary", "r4", "--format", "markdown"]).out;
    assert!(
        shown.contains("[to be written: ") && shown.contains("Second versions go to all States"),
        "{shown}"
    );
}

#[test]
fn a_translation_waits_from_the_commit_that_changed_the_original_until_it_follows() {
    let sandbox = Sandbox::demo();
    let path = |language: &str| format!("demo/drafts/ict/final/{language}.md");
    let waits = || {
        let status = sandbox.run(&["-C", "demo", "status", "--format", "json"]).out;
        let status: serde_json::Value = serde_json::from_str(&status).expect("json");
        let texts = status["workstreams"][0]["waiting"]["texts"].as_array().expect("texts").clone();
        texts.iter().any(|text| text["language"] == "zh" && text["why"] == "older")
    };
    assert!(!waits());
    let text = sandbox.read(&path("en"));
    sandbox.write(&path("en"), text.replace("[O2] Nothing", "[O2] Nothing at all"));
    assert!(waits(), "what nobody saved yet counts");
    assert_eq!(sandbox.run(&["-C", "demo", "save"]).code, 0);
    assert!(waits());
    let shown = sandbox.run(&["-C", "demo", "languages", "final", "O2"]).out;
    assert!(shown.contains("original changed since"), "{shown}");
    let text = sandbox.read(&path("zh"));
    sandbox.write(&path("zh"), text.replace("[O2] 这些建议的任何内容", "[O2] 这些建议的任何内容一概"));
    assert_eq!(sandbox.run(&["-C", "demo", "save"]).code, 0);
    assert!(!waits());
}
