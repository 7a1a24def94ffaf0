//! The number of comments in is the number out, whatever is received, sent again, changed, placed and taken back.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::dice::throws;
use crate::sandbox::Sandbox;

const SCHEDULE: &str = r#"[consultation]
title = "A consultation"
timezone = "Europe/Zurich"
languages = ["en"]
original = "en"

[[workstream]]
id = "ict"
title = "Technologies"

[[version]]
id = "first"
title = "First version"

[[version]]
id = "second"
title = "Second version"

[[round]]
id = "r4"
title = "Fourth round"
start = 2026-05-04
end = 2026-05-06
on = "first"

[[delegation]]
code = "XAA"
name = "Arendia"

[[delegation]]
code = "XAB"
name = "Borland"
"#;

const FIRST: &str = "# Technologies\n\n## [A] Duties\n\n[A1] States should exercise due diligence.\n\n\
[A2] Parties keep lists of what they protect.\n\n[A3] Parties train their forces.\n";

const SECOND: &str = "# Technologies\n\n## [A] Duties\n\n[A3] Parties should train their forces.\n\n\
[A1] States must exercise due diligence.\n";

/// The places a delegation cites: some there, some gone later, some nowhere.
const PLACES: [&str; 6] = ["general", "1", "2", "3", "1, 3", "99"];

/// One thing that happens in a secretariat.
#[derive(Debug, Clone)]
enum Step {
    /// A delegation sends a table, or its last one with some rows left out and others added.
    Sends { who: usize, places: Vec<usize>, keeps: u8, same_name: bool },
    /// It sends its last table once more.
    SendsAgain { who: usize },
    /// It takes a comment back.
    TakesBack { nth: usize },
    /// A person places a comment.
    Places { nth: usize, nowhere: bool },
}

fn step() -> impl Strategy<Value = Step> {
    let sends = (0..2usize, vec(0..PLACES.len(), 1..4), any::<u8>(), any::<bool>())
        .prop_map(|(who, places, keeps, same_name)| Step::Sends { who, places, keeps, same_name });
    prop_oneof![
        4 => sends,
        1 => (0..2usize).prop_map(|who| Step::SendsAgain { who }),
        1 => any::<usize>().prop_map(|nth| Step::TakesBack { nth }),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(nth, nowhere)| Step::Places { nth, nowhere }),
    ]
}

/// What was sent so far, as it was meant.
#[derive(Default)]
struct Post {
    /// Every comment ever sent: who, where, what.
    all: BTreeSet<(usize, usize, String)>,
    /// The last table of each delegation, and its file.
    last: BTreeMap<usize, (String, Vec<(usize, String)>)>,
    said: usize,
}

impl Post {
    fn table(&mut self, who: usize, places: &[usize], keeps: u8, same_name: bool) -> String {
        let (name, before) = self.last.remove(&who).unwrap_or_default();
        let kept = before.into_iter().enumerate().filter(|(at, _)| keeps >> (at % 8) & 1 == 1);
        let mut rows: Vec<(usize, String)> = kept.map(|(_, row)| row).collect();
        for place in places {
            self.said += 1;
            rows.push((*place, format!("Point {} of the delegation.", self.said)));
        }
        let new = || format!("inbox/table {}.csv", self.said);
        let name = if same_name && !name.is_empty() { name } else { new() };
        self.all.extend(rows.iter().map(|(place, words)| (who, *place, words.clone())));
        self.last.insert(who, (name.clone(), rows));
        name
    }

    fn csv(&self, who: usize) -> String {
        let rows = self.last[&who].1.iter().map(|(place, words)| format!("\"{}\",{words}\n", PLACES[*place]));
        format!("Paragraph,Comment\n{}", rows.collect::<String>())
    }
}

const CODES: [&str; 2] = ["XAA", "XAB"];

/// The comments that a command lists, by name.
fn listed(house: &Sandbox, words: &[&str]) -> Vec<Value> {
    let mut all = words.to_vec();
    all.extend(["--format", "json"]);
    let said = house.run(&all);
    assert!(said.code < 2, "{words:?}: {}", said.err);
    let answer: Value = serde_json::from_str(&said.out).expect("JSON");
    answer["comments"].as_array().expect("comments").clone()
}

fn names(comments: &[Value]) -> Vec<String> {
    let name = |comment: &Value| comment["cited_as"].as_str().expect("a name").to_owned();
    let mut names: Vec<String> = comments.iter().map(name).collect();
    names.sort();
    names
}

/// Everything that was said is listed once, under its author, in every listing.
fn holds(house: &Sandbox, post: &Post) {
    let comments = listed(house, &["comments"]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut told: Vec<(String, String)> =
        comments.iter().map(|one| (text(&one["delegation"]), text(&one["comment"]))).collect();
    told.sort();
    let mut meant: Vec<(String, String)> =
        post.all.iter().map(|(who, _, words)| (CODES[*who].to_owned(), words.clone())).collect();
    meant.sort();
    assert_eq!(told, meant);
    let own = names(&comments);
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "a number stands twice: {own:?}");
    assert_eq!(names(&listed(house, &["carry", "second"])), own);
    assert_eq!(names(&listed(house, &["comments", "--in", "second"])), own);
    let by_delegation: usize =
        CODES.iter().map(|code| listed(house, &["comments", "--delegation", code]).len()).sum();
    assert_eq!(by_delegation, own.len());
    for comment in listed(house, &["comments", "--in", "second"]) {
        // A2 is gone: what was said of it alone stands on no other passage, unless a person put it there.
        let stands = &comment["stands"];
        if comment["paragraph"] == "A2" && stands["standing"] != "placed" {
            assert_eq!(stands["standing"], "orphaned", "{comment}");
            assert_eq!(stands["passages"], Value::Array(Vec::new()));
        }
    }
}

fn lives_through(steps: &[Step]) {
    let mut house = Sandbox::new();
    house.on("2026-05-05");
    house.write("schedule.toml", SCHEDULE);
    house.write("drafts/ict/first/en.md", FIRST);
    house.write("drafts/ict/second/en.md", SECOND);
    house.git(&["init", "-q"]);
    assert_eq!(house.run(&["save", "-m", "Begin"]).code, 0);
    let mut post = Post::default();
    for step in steps {
        let known = names(&listed(&house, &["comments"]));
        let said = match step {
            Step::Sends { who, places, keeps, same_name } => {
                let name = post.table(*who, places, *keeps, *same_name);
                house.write(&name, post.csv(*who));
                house.run(&["receive", &name, "--delegation", CODES[*who]])
            }
            Step::SendsAgain { who } => {
                let Some((name, _)) = post.last.get(who) else { continue };
                house.run(&["receive", name, "--delegation", CODES[*who]])
            }
            Step::TakesBack { nth } if !known.is_empty() => {
                house.run(&["withdraw", &known[nth % known.len()]])
            }
            Step::Places { nth, nowhere } if !known.is_empty() => {
                let name = known[nth % known.len()].as_str();
                house.run(&["place", name, if *nowhere { "--nowhere" } else { "A3" }, "--in", "second"])
            }
            Step::TakesBack { .. } | Step::Places { .. } => continue,
        };
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{step:?}\n{}", said.out);
    }
    holds(&house, &post);
}

proptest! {
    #![proptest_config(throws(24))]

    #[test]
    fn whatever_happens_every_comment_is_listed_once_and_none_is_lost(steps in vec(step(), 1..10)) {
        lives_through(&steps);
    }
}
