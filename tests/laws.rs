//! What holds for all texts, files and workspaces.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use travaux::align::{Alignment, Fate};
use travaux::anchor::{Anchoring, Course, places};
use travaux::collate::Collation;
use travaux::comment::{Answers, Comment, CommentId, DelegationCode, Placement, RoundId, Submission, Target};
use travaux::draft::{
    Draft, Glossary, Language, ParagraphId, VersionId, VersionName, VersionRecord, WorkstreamId,
};
use travaux::redline::{Mark, Redline};
use travaux::render::{Sheet, json, markdown, terminal};
use travaux::report::{About, Change, Cited, Marked, RedlineReport, Report, Tally, WordCount};
use travaux::schedule::{RoundRecord, Schedule};
use travaux::text::Terms;
use travaux::workspace::{Filed, VersionText, Workspace};

use crate::dice::{self, counted, cut, throws};

/// A draft without the lines it was read from.
fn unplaced(mut draft: Draft) -> Draft {
    draft.paragraphs.iter_mut().for_each(|passage| passage.line = 0);
    draft
}

fn ids(draft: &Draft) -> BTreeMap<&ParagraphId, usize> {
    counted(draft.ids())
}

/// Every passage of both drafts stands in exactly one row, and no row is empty.
fn is_partition(alignment: &Alignment, before: &Draft, after: &Draft) -> Result<(), TestCaseError> {
    let rows = &alignment.pairings;
    prop_assert_eq!(counted(rows.iter().flat_map(|row| &row.before)), ids(before));
    prop_assert_eq!(counted(rows.iter().flat_map(|row| &row.after)), ids(after));
    prop_assert!(rows.iter().all(|row| !row.before.is_empty() || !row.after.is_empty()));
    Ok(())
}

proptest! {
    #![proptest_config(throws(400))]

    #[test]
    fn a_draft_is_read_as_it_was_printed(draft in dice::draft()) {
        let text = draft.print();
        let read = Draft::parse("en.md", &text);
        prop_assert!(read.is_ok(), "{text}\n{:?}", read.err());
        let read = unplaced(read.unwrap());
        prop_assert_eq!(&read, &draft, "{}", &text);
        prop_assert_eq!(read.print(), text);
    }

    #[test]
    fn what_was_written_by_hand_says_the_same_once_printed(text in dice::by_hand()) {
        if let Ok(draft) = Draft::parse("en.md", &text) {
            let printed = draft.print();
            let again = Draft::parse("en.md", &printed);
            prop_assert_eq!(again.map(unplaced), Ok(unplaced(draft)), "{}\n----\n{}", &text, &printed);
        }
    }

    #[test]
    fn no_text_of_a_draft_breaks_its_invariants(text in dice::by_hand()) {
        for passage in Draft::parse("en.md", &text).into_iter().flat_map(|draft| draft.paragraphs) {
            for block in passage.text.split('\n') {
                prop_assert!(!block.is_empty() && !block.contains(char::is_control), "{text}\n{passage:?}");
                prop_assert!(block.trim_matches(' ') == block, "{text}\n{passage:?}");
            }
        }
    }

    #[test]
    fn both_texts_of_a_redline_can_be_read_back(before in dice::text(), middle in dice::text(), after in dice::text()) {
        let (before, after) = (format!("{before}{middle}"), format!("{middle}{after}"));
        let redline = Redline::between(&before, &after, &Terms::none());
        let (old, new) = redline.sides();
        let read = |marks: &[Mark<'_>]| marks.iter().map(Mark::text).collect::<String>();
        prop_assert_eq!(read(&old), before.as_str());
        prop_assert_eq!(read(&new), after.as_str());
    }
}

proptest! {
    #![proptest_config(throws(250))]

    #[test]
    fn a_submission_is_read_as_it_was_printed(submission in dice::submission()) {
        let text = submission.print();
        let read = Submission::parse("XAA.toml", &text, &submission.workstream, &submission.round);
        let read = read.map(|mut read| {
            read.comments.iter_mut().for_each(|comment| comment.line = 0);
            read
        });
        prop_assert_eq!(read.as_ref(), Ok(&submission), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }

    #[test]
    fn answers_are_read_as_they_were_printed(answers in dice::answers()) {
        let text = answers.print();
        let read = Answers::parse("XAA-1.toml", &text);
        prop_assert_eq!(read.as_ref(), Ok(&answers), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }

    #[test]
    fn a_record_of_a_version_is_read_as_it_was_printed(record in dice::version_record()) {
        let text = record.print();
        let read = VersionRecord::parse("version.toml", &text);
        prop_assert_eq!(read.as_ref(), Ok(&record), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }

    #[test]
    fn a_record_of_a_round_is_read_as_it_was_printed(record in dice::round_record()) {
        let text = record.print();
        let read = RoundRecord::parse("round.toml", &text);
        prop_assert_eq!(read.as_ref(), Ok(&record), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }

    #[test]
    fn a_glossary_is_read_as_it_was_printed(glossary in dice::glossary()) {
        let text = glossary.print();
        let read = Glossary::parse("glossary.toml", &text);
        prop_assert_eq!(read.as_ref(), Ok(&glossary), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }

    #[test]
    fn a_schedule_is_read_as_it_was_printed(schedule in dice::schedule()) {
        let text = schedule.print();
        let read = Schedule::parse("schedule.toml", &text).map(|mut read| {
            read.milestones.iter_mut().for_each(|milestone| milestone.line = 0);
            for round in &mut read.rounds {
                round.line = 0;
                round.sessions.iter_mut().for_each(|session| session.line = 0);
            }
            read
        });
        prop_assert_eq!(read.as_ref(), Ok(&schedule), "{}", &text);
        prop_assert_eq!(read.unwrap().print(), text);
    }
}

proptest! {
    #![proptest_config(throws(400))]

    #[test]
    fn every_passage_of_both_versions_stands_in_one_row(before in dice::version(), after in dice::version()) {
        is_partition(&Alignment::between(&before, &after), &before, &after)?;
        is_partition(&Alignment::within(&before, &after), &before, &after)?;
    }

    #[test]
    fn it_does_so_by_way_of_a_version_between(a in dice::version(), b in dice::version(), c in dice::version()) {
        let alignment = Alignment::along(&[&a, &b, &c]);
        is_partition(&alignment, &a, &c)?;
        prop_assert!(alignment.pairings.iter().all(|row| row.way.len() == 1));
        let between = counted(alignment.pairings.iter().flat_map(|row| &row.way[0]));
        prop_assert!(between.values().all(|times| *times == 1));
    }

    #[test]
    fn a_draft_aligned_with_itself_keeps_all(draft in dice::version()) {
        let draft = draft.continued();
        let alignment = Alignment::between(&draft, &draft);
        for row in &alignment.pairings {
            prop_assert_eq!(&row.before, &row.after);
            prop_assert!(!row.moved && !row.reworded);
            prop_assert!(row.before.len() > 1 || row.fate() == Fate::Kept);
        }
        let order: Vec<&ParagraphId> = alignment.pairings.iter().flat_map(|row| &row.after).collect();
        prop_assert_eq!(order, draft.ids().collect::<Vec<_>>());
    }

    #[test]
    fn a_comment_never_leaves_the_heirs_of_its_paragraph(
        before in dice::version(), after in dice::version(), which in any::<Index>(), from in any::<Index>(),
        to in any::<Index>(), quoted in any::<bool>(),
    ) {
        let alignment = Alignment::between(&before, &after);
        let passage = which.get(&before.paragraphs);
        let quote = cut(&passage.text, &from, &to).filter(|_| quoted);
        let course = Course::new(&before, &after, alignment.clone(), Terms::none());
        let stands = course.carry(&Target::One(passage.id.clone()), quote.as_deref());
        let own: Vec<&ParagraphId> = before.ids().filter(|id| passage.id.covers(id)).collect();
        let heirs: Vec<&ParagraphId> = own.iter().flat_map(|id| alignment.heirs(id)).collect();
        for paragraph in stands.passages() {
            prop_assert!(heirs.contains(&paragraph), "{stands:?} outside {heirs:?}");
        }
        prop_assert_eq!(stands == Anchoring::Orphaned, heirs.is_empty());
        for spot in stands.spots() {
            let text = &after.get(&spot.paragraph).expect("a passage of the later version").text;
            prop_assert!(spot.span.as_ref().is_none_or(|span| text.get(span.clone()).is_some()));
        }
    }

    #[test]
    fn a_comment_on_a_deleted_paragraph_is_never_shown_on_another(
        before in dice::version(), after in dice::version(), from in any::<Index>(), to in any::<Index>(),
    ) {
        let alignment = Alignment::between(&before, &after);
        let course = Course::new(&before, &after, alignment.clone(), Terms::none());
        for passage in before.paragraphs.iter().filter(|p| alignment.heirs(&p.id).is_empty()) {
            // A paragraph includes its items, which may live on without it.
            let own: Vec<&ParagraphId> = before.ids().filter(|id| passage.id.covers(id)).collect();
            let heirs: Vec<&ParagraphId> = own.iter().flat_map(|id| alignment.heirs(id)).collect();
            for quote in [None, cut(&passage.text, &from, &to)] {
                let stands = course.carry(&Target::One(passage.id.clone()), quote.as_deref());
                prop_assert!(stands.passages().iter().all(|id| heirs.contains(id)), "{stands:?}");
                prop_assert_eq!(stands == Anchoring::Orphaned, heirs.is_empty());
            }
            let stands = course.carry_place(&passage.id, &(0..passage.text.len()));
            prop_assert!(stands.passages().iter().all(|id| heirs.contains(id)), "{stands:?}");
        }
    }

    #[test]
    fn carried_by_way_of_the_second_version_words_stand_where_they_stand_directly_or_one_way_says_why_not(
        first in dice::version(), second in dice::version(), third in dice::version(), which in any::<Index>(),
        from in any::<Index>(), to in any::<Index>(),
    ) {
        let way = |texts: &[&Draft]| Alignment::along(texts);
        let direct = Course::new(&first, &third, way(&[&first, &second, &third]), Terms::none());
        let there = Course::new(&first, &second, way(&[&first, &second]), Terms::none());
        let on = Course::new(&second, &third, way(&[&second, &third]), Terms::none());
        let passage = which.get(&first.paragraphs);
        let Some(quote) = cut(&passage.text, &from, &to) else { return Ok(()) };
        let at_once = direct.carry(&Target::One(passage.id.clone()), Some(&quote));
        // By stages only what was exact at every stage can be followed without doubt.
        let Anchoring::Exact(spots) = there.carry(&Target::One(passage.id.clone()), Some(&quote)) else { return Ok(()) };
        let [spot] = spots.as_slice() else { return Ok(()) };
        let staged = on.carry_place(&spot.paragraph, spot.span.as_ref().expect("the words"));
        for id in staged.passages() {
            let heirs = direct.carry(&Target::One(passage.id.clone()), None);
            prop_assert!(heirs.passages().contains(&id), "{staged:?} outside {heirs:?}");
        }
        if let (Anchoring::Exact(staged), Anchoring::Exact(at_once)) = (&staged, &at_once) {
            let said = |spots: &[travaux::anchor::Spot]| -> Vec<String> {
                let words = |spot: &travaux::anchor::Spot| {
                    third.get(&spot.paragraph).expect("a passage").text[spot.span.clone().expect("the words")].to_owned()
                };
                spots.iter().map(words).collect()
            };
            prop_assert_eq!(said(staged).concat().replace(char::is_whitespace, ""), said(at_once).concat().replace(char::is_whitespace, ""));
        }
    }

    #[test]
    fn carried_to_its_own_version_a_quote_that_stands_once_is_exact(
        draft in prop_oneof![dice::version().boxed(), dice::draft().boxed()], which in any::<Index>(),
        from in any::<Index>(), to in any::<Index>(),
    ) {
        let draft = draft.continued();
        let passage = which.get(&draft.paragraphs);
        let own: Vec<ParagraphId> = draft.ids().filter(|id| passage.id.covers(id)).cloned().collect();
        let alignment = Alignment::between(&draft, &draft);
        let course = Course::new(&draft, &draft, alignment, Terms::none());
        if let Some(quote) = cut(&passage.text, &from, &to) {
            let found = places(&draft.joined(&own).text, &quote).len();
            let stands = course.carry(&Target::One(passage.id.clone()), Some(&quote));
            match (&stands, found) {
                (Anchoring::Exact(spots), 1) => {
                    prop_assert_eq!(spots.len(), 1);
                    prop_assert_eq!(&spots[0].paragraph, &passage.id);
                    let span = spots[0].span.clone().expect("the words");
                    prop_assert_eq!(places(&passage.text[span], &quote).len(), 1);
                }
                (Anchoring::Ambiguous(spots), 2..) => prop_assert_eq!(spots.len(), found),
                _ => prop_assert!(false, "`{quote}` stands {found} times: {stands:?}"),
            }
        }
    }
}

fn name(text: &str) -> VersionName {
    VersionName::new(&WorkstreamId::parse("ict").expect("a name"), &VersionId::parse(text).expect("a name"))
}

fn language(code: &str) -> Language {
    Language::parse(code).expect("a code")
}

const PLAN: &str = r#"
[consultation]
title = "A consultation"
timezone = "UTC"
languages = ["en", "zh", "fr"]
original = "en"
[[workstream]]
id = "ict"
title = "One"
[[workstream]]
id = "aid"
title = "Two"
[[version]]
id = "observations"
title = "Key observations"
[[version]]
id = "first"
title = "First version"
[[version]]
id = "second"
title = "Second version"
[[version]]
id = "apart"
title = "Not a continuation"
follows = "observations"
[[round]]
id = "r4"
title = "Fourth round"
[[round]]
id = "r5"
title = "Fifth round"
[[delegation]]
code = "XAA"
name = "Arendia"
[[delegation]]
code = "XAB"
name = "Borland"
"#;

const VERSIONS: [&str; 4] = ["observations", "first", "second", "apart"];

/// One submission: where it was handed in, by whom, on which version, in which language, saying what.
type Handed = (&'static str, &'static str, &'static str, &'static str, &'static str, Vec<Said>);
type Said = (Option<Index>, Option<(Index, Index)>, Option<Index>);

fn handed() -> impl Strategy<Value = Handed> {
    let pick = |names: &'static [&'static str]| select(names);
    let said = (
        any::<Option<Index>>(),
        any::<Option<(Index, Index)>>(),
        proptest::option::weighted(0.2, any::<Index>()),
    );
    (
        pick(&["ict", "ict", "ict", "aid"]),
        pick(&["r4", "r5"]),
        pick(&["XAA", "XAB"]),
        pick(&VERSIONS),
        pick(&["en", "zh", "fr"]),
        vec(said, 0..5),
    )
}

/// Random texts, some in several languages, some missing; random comments, some placed by a person.
fn workspace() -> impl Strategy<Value = Workspace> {
    let texts = vec((select(&VERSIONS[..]), select(&["en", "en", "zh"][..]), dice::version()), 0..7);
    (texts, vec(handed(), 0..7)).prop_map(|(drafts, handed)| {
        let schedule = Schedule::parse("schedule.toml", PLAN).expect("in form");
        let mut texts: BTreeMap<VersionName, VersionText> = BTreeMap::new();
        for (version, code, draft) in drafts {
            texts.entry(name(version)).or_default().drafts.insert(language(code), draft);
        }
        let mut workspace = Workspace {
            schedule,
            glossary: Glossary::default(),
            texts,
            rounds: BTreeMap::new(),
            submissions: Vec::new(),
            answers: BTreeMap::new(),
            oddities: Vec::new(),
        };
        let mut no = 0;
        for (nth, handed) in handed.into_iter().enumerate() {
            file(&mut workspace, nth, &mut no, handed);
        }
        workspace
    })
}

fn file(workspace: &mut Workspace, nth: usize, no: &mut u32, handed: Handed) {
    let (workstream, round, delegation, version, code, said) = handed;
    let known: Vec<ParagraphId> = ["A1", "A2", "A1a", "B", "B1", "Z9", "title"]
        .iter()
        .filter_map(|id| ParagraphId::parse(id))
        .collect();
    let mut submission = Submission::new(
        &WorkstreamId::parse(workstream).expect("a name"),
        &RoundId::parse(round).expect("a name"),
        &DelegationCode::parse(delegation).expect("a code"),
        &VersionId::parse(version).expect("a name"),
        NaiveDate::default(),
        &language(code),
    );
    let text = workspace.draft(&name(version), &language(code)).cloned();
    for (about, quoted, placed) in said {
        *no += 1;
        let target = about.map_or(Target::All, |index| Target::One(index.get(&known).clone()));
        let passage = target.first().and_then(|id| text.as_ref()?.get(id));
        let words = passage.map_or("States must", |passage| passage.text.as_str());
        let comment = Comment {
            quote: quoted.and_then(|(from, to)| cut(words, &from, &to)),
            comment: Some("A view.".to_owned()),
            ..Comment::new(*no, target)
        };
        if let Some(index) = placed {
            let placement = Placement {
                version: VersionId::parse(VERSIONS[index.index(VERSIONS.len())]).expect("a name"),
                paragraph: Some(index.get(&known).clone()).filter(|_| index.index(3) > 0),
                quote: None,
                by: "the secretariat".to_owned(),
                on: NaiveDate::default(),
            };
            let answers = Answers { answers: Vec::new(), placements: vec![placement] };
            workspace.answers.insert(submission.id(&comment), answers);
        }
        submission.comments.push(comment);
    }
    workspace
        .submissions
        .push(Filed { path: format!("comments/{workstream}/{round}/{delegation}-{nth}.toml"), submission });
}

proptest! {
    #![proptest_config(throws(300))]

    #[test]
    fn every_comment_stands_exactly_once_beside_a_version(workspace in workspace()) {
        for version in VERSIONS.map(name) {
            let collation = Collation::of(&workspace, &version);
            let expected = workspace.comments().filter(|(filed, _)| {
                filed.submission.workstream == version.workstream
                    && workspace.schedule.way(&filed.submission.version, &version.version).is_some()
            });
            let expected: BTreeMap<CommentId, usize> = counted(expected.map(|(filed, comment)| filed.submission.id(comment)));
            let found = counted(collation.entries().map(|entry| entry.id.clone()));
            prop_assert_eq!(found, expected, "beside {}", version);
        }
    }

    #[test]
    fn a_redline_says_the_same_words_in_every_dress(before in dice::version(), after in dice::version()) {
        let alignment = Alignment::between(&before, &after);
        let cite = |ids: &[ParagraphId]| ids.iter().map(|id| Cited { id: id.clone(), number: None }).collect();
        let changes = alignment.pairings.iter().map(|row| {
            let (old, new) = (before.joined(&row.before).text, after.joined(&row.after).text);
            let marks = Marked::of(&Redline::between(&old, &new, &Terms::none()));
            let change = Change {
                before: cite(&row.before), after: cite(&row.after), fate: row.fate(), moved: row.moved,
                way: Vec::new(), words: WordCount::default(), marks,
            };
            (change, old, new)
        });
        let changes: Vec<(Change, String, String)> = changes.collect();
        let report = RedlineReport {
            about: About { consultation: "A consultation".to_owned(), illustrative: false, as_at: NaiveDate::default() },
            before: "First version".to_owned(),
            after: "Second version".to_owned(),
            through: Vec::new(),
            language: language("en"),
            tally: Tally::of(changes.iter().map(|(change, ..)| change)),
            passages: changes.iter().map(|(change, ..)| change.clone()).collect(),
            side_by_side: false,
            manuscript: None,
        };
        let value: serde_json::Value = serde_json::from_str(&json(&report)).expect("JSON");
        let (page, printed) = (read(&markdown(&report.document())), terminal(&report.document(), &Sheet::plain()));
        let printed = bare(&["[-", "-]", "{+", "+}"].iter().fold(printed, |text, mark| text.replace(mark, "")));
        for ((change, old, new), told) in changes.iter().zip(value["passages"].as_array().expect("passages")) {
            prop_assert_eq!(&side(&told["marks"], "struck"), old);
            prop_assert_eq!(&side(&told["marks"], "inserted"), new);
            let words = bare(&change.marks.iter().map(words).collect::<String>());
            prop_assert!(page.contains(&words), "{words}\nis not on the page\n{page}");
            prop_assert!(printed.contains(&words), "{words}\nis not printed\n{printed}");
        }
    }
}

fn words(mark: &Marked) -> &str {
    match mark {
        Marked::Kept(text) | Marked::Struck(text) | Marked::Inserted(text) => text,
    }
}

/// What was kept, and what was struck or inserted, from the JSON of a redline.
fn side(marks: &serde_json::Value, which: &str) -> String {
    let marks = marks.as_array().expect("a list of marks");
    marks.iter().filter_map(|mark| mark["kept"].as_str().or(mark[which].as_str())).collect()
}

/// A text without white space and without the sign for a paragraph that was split.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '¶').collect()
}

/// The text that a reader of the Markdown sees.
fn read(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let text = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
        _ => None,
    });
    bare(&text.collect::<String>())
}
