//! Seven quotations that a search by likeness attaches wrongly or by luck: none may be attached to words of another
//! paragraph. Once in a text of our own, and once in the probe that lies beside the project where there is one.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use travaux::plumbing::anchor;

const BEFORE: [&str; 7] = [
    "Harbour masters keep a night log of every pump that serves two towns, and show it to whoever asks.",
    "Repair crews wear a white band and carry a letter from the water board, so that guards let them pass.",
    "Before a valve is closed for longer than a day, the towns below it are warned by bell. A copy of the warning is \
     kept for three years so that it can be shown.",
    "Volunteer divers may inspect the sluices in spring, provided that a second diver stands by on the bank.",
    "Owners of mills should report each leak to the water board within a week.",
    "Owners of wells should report each leak to the water board within a week.",
    "Fishers should mend their nets ashore, warn each other of ice, and keep a night log.",
];

const AFTER: [&str; 7] = [
    "Before a valve is closed for longer than a day, the towns below it are warned by bell.",
    "A copy of the warning is kept for seven years so that it can be shown.",
    "Guests of the ferry may watch the locks in summer, while a steward stands by.",
    "Owners of wells should report each leak to the water board within a week.",
    "Harbour masters keep a night log of every pump that serves two towns, and show it to whoever asks.",
    "Fishers should mend their nets ashore, and warn each other of ice.",
    "Repair crews wear a white band and carry a sealed letter from the water board, so that all guards let them pass.",
];

/// Where the comments stand: the state, the paragraph marked, and the paragraph under which each is listed.
fn stands(
    before: &[&str],
    after: &[&str],
    comments: &[(usize, &str)],
) -> Vec<(String, Option<u64>, Option<u64>)> {
    let comment = |(at, (paragraph, quote)): (usize, &(usize, &str))| {
        let found = before[*paragraph].find(quote).expect("a quotation of its paragraph");
        let start = before[*paragraph][..found].chars().count();
        json!({"id": at.to_string(), "old_id": paragraph.to_string(), "old_start": start, "quote": {"exact": quote}})
    };
    let case = json!({
        "id": "probe", "lang": "en",
        "old": before.iter().enumerate().map(|(at, text)| json!({"id": at.to_string(), "text": text})).collect::<Vec<_>>(),
        "new": after.iter().map(|text| json!({"text": text})).collect::<Vec<_>>(),
        "comments": comments.iter().enumerate().map(comment).collect::<Vec<_>>(),
    });
    let answer: Value = serde_json::from_str(&anchor(&case.to_string())).expect("JSON");
    let told = answer["comments"].as_array().expect("a list");
    let read = |one: &Value| {
        let state = one["state"].as_str().expect("a state").to_owned();
        (state, one["pred"]["paragraph"].as_u64(), one["listed"].as_u64())
    };
    told.iter().map(read).collect()
}

fn stand(state: &str, marked: Option<u64>, listed: Option<u64>) -> (String, Option<u64>, Option<u64>) {
    (state.to_owned(), marked, listed)
}

#[test]
fn none_of_the_seven_is_attached_to_the_words_of_another_paragraph() {
    let comments = [
        (1, BEFORE[1]),
        (2, BEFORE[2]),
        (3, BEFORE[3]),
        (3, "provided that a second diver stands by"),
        (3, "Volunteer divers"),
        (4, BEFORE[4]),
        (4, "report each leak"),
        (6, "keep a night log"),
    ];
    let expected = [
        stand("amended", Some(6), Some(6)),
        stand("amended", Some(0), Some(0)),
        stand("orphaned", None, None),
        stand("orphaned", None, None),
        stand("orphaned", None, None),
        stand("orphaned", None, None),
        stand("orphaned", None, None),
        // Its paragraph lives on, the words only in another one.
        stand("paragraph", None, Some(5)),
    ];
    assert_eq!(stands(&BEFORE, &AFTER, &comments), expected);
}

/// The folder of corpora, if there is one.
fn corpora() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let folder = std::env::var_os("CORPORA").map_or(beside, PathBuf::from);
    folder.join("probe/cases.json").is_file().then_some(folder)
}

#[test]
fn none_of_the_seven_of_the_probe_is_attached_to_the_words_of_another_paragraph() {
    let Some(folder) = corpora() else {
        eprintln!("skipped: no corpora beside the project, and CORPORA names none");
        return;
    };
    let read = |name: &str| -> Value {
        let text = fs::read_to_string(folder.join("probe").join(name)).expect("a file of the probe");
        serde_json::from_str(&text).expect("JSON")
    };
    let (cases, truth) = (read("cases.json"), read("truth.json"));
    // The printed numbers are cut off: they are kept apart where a text is taken in.
    let texts = |name: &str| -> Vec<String> {
        let numbered =
            cases[name].as_array().expect("a list").iter().map(|text| text.as_str().expect("a text"));
        numbered.map(|text| text.split_once(". ").expect("a number").1.to_owned()).collect()
    };
    let (mut before, mut after) = (texts("v1"), texts("v2"));
    // A paragraph that is deleted although its twin stays: one adjective differs.
    before.push(before[7].replace("regular", "frequent"));
    after.push("States are invited to keep the text of these commitments within reach.".to_owned());
    let links = truth["links"].as_array().expect("a list");
    let heirs = |old: usize| -> Vec<u64> {
        let own = links.iter().filter(|link| link[0].as_u64() == Some(old as u64 + 1));
        own.filter_map(|link| link[1].as_u64()).map(|new| new - 1).collect()
    };
    let borrowed =
        |texts: &'_ [String]| texts.iter().map(|text| text.as_str().to_owned()).collect::<Vec<_>>();
    let (old, new) = (borrowed(&before), borrowed(&after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let comments = [
        (1, old[1]),
        (2, old[2]),
        (6, old[6]),
        (6, "share good practices on dissemination"),
        (6, "volunteers and hackers"),
        (8, old[8]),
        (5, "medical services"),
    ];
    for ((own, quote), (state, marked, listed)) in comments.iter().zip(stands(&old, &new, &comments)) {
        let own = heirs(*own);
        assert_eq!(marked.is_none(), own.is_empty(), "`{quote}`: {state}");
        assert!(marked.iter().chain(&listed).all(|paragraph| own.contains(paragraph)), "`{quote}`: {state}");
    }
}
