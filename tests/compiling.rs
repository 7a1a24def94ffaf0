//! What holds for every compilation: no word of a delegation is added to, lost or changed.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use travaux::collate::{Backing, Collation, Compilation, Piece, Wish, Wisher, Wishes, fold};
use travaux::comment::{Action, CommentId, Submission, Target};
use travaux::draft::{Draft, Giver, Language, ParagraphId, VersionId, VersionName, WorkstreamId};
use travaux::redline::Edit;
use travaux::schedule::Schedule;
use travaux::text::Terms;
use travaux::workspace::{Filed, VersionText, Workspace};

use crate::dice::{self, counted, cut, throws};
use crate::sandbox::Sandbox;

const PLAN: &str = r#"
[consultation]
title = "A consultation"
timezone = "UTC"
languages = ["en", "zh"]
original = "en"
[[workstream]]
id = "ict"
title = "One"
[[version]]
id = "first"
title = "First version"
[[round]]
id = "r4"
title = "Fourth round"
[[delegation]]
code = "XAA"
name = "Arendia"
[[delegation]]
code = "XAB"
name = "Borland"
[[delegation]]
code = "XAC"
name = "Cassia"
"#;

fn name() -> VersionName {
    VersionName::new(
        &WorkstreamId::parse("ict").expect("a name"),
        &VersionId::parse("first").expect("a name"),
    )
}

/// One comment: what it asks, of which passage, quoting which of its words, in what words.
type Said = (Action, Index, Option<(Index, Index)>, Option<String>, bool, Option<Index>);

fn said() -> impl Strategy<Value = Said> {
    let words = select(
        &["must", "shall act", "in good faith, where feasible,", "必须", "a\n\nb", " ", "protect data"][..],
    );
    (
        select(
            &[
                Action::Add,
                Action::Amend,
                Action::Amend,
                Action::Delete,
                Action::Move,
                Action::Retain,
                Action::None,
            ][..],
        ),
        any::<Index>(),
        proptest::option::weighted(0.7, any::<(Index, Index)>()),
        proptest::option::weighted(0.8, words.prop_map(str::to_owned)),
        proptest::bool::weighted(0.1),
        proptest::option::weighted(0.2, any::<Index>()),
    )
}

/// A version with comments of three delegations, some taken back, some in another language.
fn workspace() -> impl Strategy<Value = Workspace> {
    let submission =
        (select(&["XAA", "XAB", "XAC"][..]), select(&["en", "en", "zh"][..]), proptest::bool::weighted(0.1));
    (dice::version(), vec((submission, vec(said(), 0..6)), 0..6)).prop_map(|(draft, handed)| {
        let en = Language::parse("en").expect("a code");
        let mut text = VersionText::default();
        text.drafts.insert(en, draft.clone());
        let mut workspace = Workspace {
            schedule: Schedule::parse("schedule.toml", PLAN).expect("in form"),
            glossary: travaux::draft::Glossary::default(),
            texts: BTreeMap::from([(name(), text)]),
            rounds: BTreeMap::new(),
            submissions: Vec::new(),
            answers: BTreeMap::new(),
            oddities: Vec::new(),
        };
        let mut no = 0;
        for (nth, ((code, language, withdrawn), comments)) in handed.into_iter().enumerate() {
            let file = handed_in(&draft, code, language, withdrawn, comments, &mut no);
            let path = format!("comments/ict/r4/{code}-{nth}.toml");
            workspace.submissions.push(Filed { path, submission: file });
        }
        workspace
    })
}

fn handed_in(
    draft: &Draft,
    code: &str,
    language: &str,
    withdrawn: bool,
    comments: Vec<Said>,
    no: &mut u32,
) -> Submission {
    let mut submission = Submission::new(
        &WorkstreamId::parse("ict").expect("a name"),
        &travaux::comment::RoundId::parse("r4").expect("a name"),
        &travaux::comment::DelegationCode::parse(code).expect("a code"),
        &VersionId::parse("first").expect("a name"),
        chrono::NaiveDate::default(),
        &Language::parse(language).expect("a code"),
    );
    submission.withdrawn = withdrawn.then(chrono::NaiveDate::default);
    for (action, which, quoted, proposal, whole, supports) in comments {
        *no += 1;
        let passage = which.get(&draft.paragraphs);
        let target = if whole { Target::All } else { Target::One(passage.id.clone()) };
        submission.comments.push(travaux::comment::Comment {
            action,
            quote: quoted.and_then(|(from, to)| cut(&passage.text, &from, &to)),
            proposal,
            to: (action == Action::Move).then(|| Target::One(draft.paragraphs[0].id.clone())),
            supports: supports.map(|index| format!("XAA-r4-{}", index.index(5) + 1)).into_iter().collect(),
            comment: Some("A view.".to_owned()),
            ..travaux::comment::Comment::new(*no, target)
        });
    }
    submission
}

/// The text as it stands, and as one wording would have it.
fn read(pieces: &[Piece], id: Option<&CommentId>) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Kept(text) => text.clone(),
        Piece::Bracket(bracket) => {
            let own = bracket.wants.iter().find(|want| id.is_some_and(|id| want.backing.asked.contains(id)));
            own.map_or_else(|| bracket.base.clone(), |want| want.words.clone())
        }
    };
    pieces.iter().map(piece).collect()
}

fn id(no: usize) -> CommentId {
    CommentId::parse(&format!("XAA-r4-{}", no + 1), &WorkstreamId::parse("ict").expect("a name"))
        .expect("a comment")
}

proptest! {
    #![proptest_config(throws(400))]

    #[test]
    fn a_folded_text_gives_back_the_text_and_every_wording(base in dice::text(), others in vec(dice::text(), 0..5), middles in vec(any::<(Index, Index)>(), 0..5)) {
        // Some wordings are other texts, some change a part of this one.
        let part = |(from, to): &(Index, Index), words: &String| cut(&base, from, to).map(|part| base.replacen(&part, words, 1));
        let texts: Vec<String> = others.iter().cloned().chain(middles.iter().zip(&others).filter_map(|(cut, words)| part(cut, words))).collect();
        let read_as: Vec<(Vec<Edit>, Backing)> = texts.iter().enumerate().map(|(no, text)| {
            let backing = Backing { asked: vec![id(no)], supported: Vec::new() };
            (Edit::fewest(&base, text, &Terms::none()), backing)
        }).collect();
        let wordings: Vec<(&[Edit], &Backing)> = read_as.iter().map(|(edits, backing)| (edits.as_slice(), backing)).collect();
        let pieces = fold(&base, &wordings, &[]);
        prop_assert_eq!(read(&pieces, None), base.as_str());
        for (no, text) in texts.iter().enumerate() {
            prop_assert_eq!(&read(&pieces, Some(&id(no))), text);
        }
    }

    #[test]
    fn a_compilation_holds_the_text_every_wording_and_every_comment(workspace in workspace()) {
        let en = Language::parse("en").expect("a code");
        let wisher = Wisher::new(&workspace, &name(), &en, false).expect("a text");
        let collation = Collation::of(&workspace, &name());
        let wishes = Wishes::of(&wisher, &collation, |_| true);
        let compilation = Compilation::of(&wisher, &wishes, &mut Giver::new(wisher.draft().ids().cloned()));
        // Strike what the brackets add, and the version's own text stands.
        for (passage, compiled) in wisher.draft().paragraphs.iter().zip(&compilation.passages) {
            prop_assert_eq!(compiled.paragraph.as_ref(), Some(&passage.id));
            prop_assert_eq!(&read(&compiled.pieces, None), &passage.text);
        }
        // Every wording can be read in full where it was folded, or stands in full.
        for entry in collation.entries().filter(|entry| !entry.is_withdrawn()) {
            match wisher.wish(entry) {
                Wish::Reword(rewordings) => for rewording in &rewordings {
                    let at = wisher.draft().position(&rewording.paragraph).expect("a passage");
                    let wanted = rewording.applied(wisher.draft());
                    let compiled = &compilation.passages[at];
                    let whole = compilation.all().flat_map(|one| &one.alternatives).any(|alternative| {
                        alternative.backing.asked.contains(&entry.id) && alternative.words.contains(&wanted)
                    });
                    prop_assert!(whole || read(&compiled.pieces, Some(&entry.id)) == wanted, "{wanted}\n{compiled:?}");
                },
                Wish::Add { words, .. } => {
                    let there = compilation.all().flat_map(|one| &one.additions).any(|addition| {
                        addition.words == words && addition.backing.asked.contains(&entry.id)
                    });
                    prop_assert!(there, "the paragraph of {} stands nowhere", entry.id);
                }
                _ => {}
            }
        }
        // Every comment is accounted for once, and in the compilation as in the wishes.
        let mut ids: Vec<&CommentId> = Vec::new();
        ids.extend(wishes.proposals.iter().flat_map(|one| &one.backing.asked));
        ids.extend(wishes.additions.iter().flat_map(|one| &one.backing.asked));
        ids.extend(wishes.movings.iter().flat_map(|one| &one.backing.asked));
        ids.extend(wishes.retained.iter().map(|(_, id)| id));
        ids.extend(wishes.without_wording.iter().map(|(_, id)| id));
        ids.extend(wishes.unclear.iter().map(|(_, id, _)| id));
        prop_assert_eq!(ids.len(), wishes.count());
        ids.extend(wishes.withdrawn.iter().chain(&wishes.replaced));
        prop_assert_eq!(counted(ids), counted(collation.entries().map(|entry| &entry.id)));
        let shown = shown(&compilation);
        for id in collation.entries().filter(|entry| !entry.is_withdrawn() && entry.replaced_by.is_none()).map(|entry| &entry.id) {
            prop_assert!(shown.contains(&id), "{id} stands nowhere");
        }
    }

    #[test]
    fn the_new_paragraphs_of_a_compilation_have_names_of_their_own(workspace in workspace()) {
        let en = Language::parse("en").expect("a code");
        let wisher = Wisher::new(&workspace, &name(), &en, false).expect("a text");
        let wishes = Wishes::of(&wisher, &Collation::of(&workspace, &name()), |_| true);
        let compilation = Compilation::of(&wisher, &wishes, &mut Giver::new(wisher.draft().ids().cloned()));
        let given: Vec<&ParagraphId> = compilation.all().flat_map(|one| &one.additions).filter_map(|addition| addition.id.as_ref()).collect();
        let all = counted(given.into_iter().chain(wisher.draft().ids()));
        prop_assert!(all.values().all(|times| *times == 1), "{all:?}");
    }
}

/// Every comment that a compilation shows as one that asks.
fn shown(compilation: &Compilation) -> Vec<&CommentId> {
    let mut shown: Vec<&CommentId> = Vec::new();
    for compiled in compilation.all() {
        for piece in &compiled.pieces {
            if let Piece::Bracket(bracket) = piece {
                shown.extend(
                    bracket.wants.iter().flat_map(|want| &want.backing.asked).chain(&bracket.retained),
                );
            }
        }
        shown.extend(compiled.alternatives.iter().flat_map(|one| &one.backing.asked));
        shown.extend(compiled.additions.iter().flat_map(|one| &one.backing.asked));
        shown.extend(compiled.movings.iter().flat_map(|one| &one.backing.asked));
        shown.extend(compiled.retained.iter().chain(&compiled.without_wording));
        shown.extend(compiled.unclear.iter().map(|(id, _)| id));
    }
    shown
}

#[test]
fn without_attribution_no_format_names_anybody() {
    let sandbox = Sandbox::demo();
    let plan = Schedule::parse("schedule.toml", &sandbox.read("demo/schedule.toml")).expect("in form");
    for format in ["table", "json", "markdown", "html", "csv"] {
        for version in ["first", "second"] {
            let told = |words: &[&str]| {
                let mut all = vec!["-C", "demo", "compile", version, "--format", format];
                all.extend(words);
                let said = sandbox.run(&all);
                assert_eq!(said.code, 0, "{}", said.err);
                said.out
            };
            let (named, bare) = (told(&[]), told(&["--unattributed"]));
            let names = plan.participants.iter().flat_map(|one| [one.name.as_str(), one.code.as_str()]);
            let names: Vec<&str> = names.collect();
            assert!(names.iter().filter(|name| named.contains(**name)).count() > 10, "{format}");
            let told: Vec<&&str> = names.iter().filter(|name| bare.contains(**name)).collect();
            assert!(told.is_empty(), "{version} as {format} names {told:?}");
        }
    }
}

#[test]
fn a_compilation_counts_the_comments_that_the_list_shows() {
    let sandbox = Sandbox::demo();
    let json = |words: &[&str]| -> serde_json::Value {
        let mut all = vec!["-C", "demo", "--format", "json"];
        all.extend(words);
        serde_json::from_str(&sandbox.run(&all).out).expect("JSON")
    };
    for version in ["first", "second"] {
        for language in ["en", "zh"] {
            let compiled = json(&["compile", version, "--language", language]);
            let count = |key: &str| compiled[key].as_u64().expect("a number");
            let listed = json(&["comments", "--on", version]);
            let listed = listed["comments"].as_array().expect("comments").len() as u64;
            assert_eq!(count("comments") + count("withdrawn") + count("replaced"), listed);
        }
    }
}
