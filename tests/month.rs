//! A month of the co-chairs' work, from the round to the next version, with the commands that each page offers next.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sandbox::{Said, Sandbox};

/// The rows of a table in text form, its headings first.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.trim_start_matches('\u{feff}');
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let lines = reader.into_records().map(|line| line.expect("a line"));
    let lines = lines.map(|line| line.iter().map(str::to_owned).collect::<Vec<_>>());
    lines.skip_while(|line| line.iter().filter(|cell| !cell.is_empty()).count() < 5).collect()
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut csv = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).expect("a line");
    }
    csv.into_inner().expect("a file")
}

fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0].iter().position(|cell| cell == heading).unwrap_or_else(|| panic!("{heading} in {:?}", rows[0]))
}

/// A month's desk: what was said is what the last command said.
struct Desk {
    sandbox: Sandbox,
}

impl Desk {
    /// The example on the morning of the fourth round, with forty delegations.
    fn opened() -> Desk {
        let sandbox = Sandbox::demo();
        let mut desk = Desk { sandbox };
        desk.sandbox.on("2026-05-07");
        assert_eq!(desk.sandbox.git(&["-C", "demo", "reset", "-q", "--hard", "ict/first"]).code, 0);
        for tag in ["ict/second", "ict/second-zh"] {
            assert_eq!(desk.sandbox.git(&["-C", "demo", "tag", "-d", tag]).code, 0);
        }
        let mut schedule = desk.sandbox.read("demo/schedule.toml");
        for more in 'A'..='N' {
            schedule.push_str(&format!("\n[[delegation]]\ncode = \"XQ{more}\"\nname = \"Quarta {more}\"\n"));
        }
        desk.sandbox.write("demo/schedule.toml", schedule);
        desk.does(&["save"]);
        desk
    }

    fn run(&self, words: &[&str]) -> Said {
        let mut all = vec!["-C", "demo"];
        all.extend(words);
        self.sandbox.run(&all)
    }

    /// Runs a command that must end well.
    fn does(&self, words: &[&str]) -> String {
        let said = self.run(words);
        assert_eq!(said.code, 0, "{words:?}\n{}{}", said.out, said.err);
        said.out
    }

    /// Runs a command that must say what to do next.
    fn does_and_leads_on(&self, words: &[&str], to: &str) -> String {
        let said = self.run(words);
        assert!(said.code < 2, "{words:?}\n{}", said.err);
        let (_, next) =
            said.out.rsplit_once("\nNext:\n").unwrap_or_else(|| panic!("{words:?}\n{}", said.out));
        assert!(next.contains(&format!("travaux {to}")), "{words:?} leads to {to}:\n{next}");
        said.out
    }

    fn json(&self, words: &[&str]) -> Value {
        let said = self.run(&[words, &["--format", "json"]].concat());
        assert!(said.code < 2, "{words:?}\n{}", said.err);
        serde_json::from_str(&said.out).expect("JSON")
    }

    fn count(&self, words: &[&str]) -> usize {
        self.json(words)["comments"].as_array().expect("comments").len()
    }
}

/// Forty filled-in forms: each delegation asks for words in one paragraph, and says something of another.
fn forty_forms(desk: &Desk) -> Vec<String> {
    let schedule = desk.json(&["schedule"]);
    assert!(schedule.is_object());
    let form = rows(&desk.does(&["form", "first", "--format", "csv"]));
    let (wording, who) = (column(&form, "Current wording"), column(&form, "Delegation"));
    let (action, quote) = (column(&form, "Action asked"), column(&form, "Words concerned"));
    let (proposal, view) = (column(&form, "Proposed wording"), column(&form, "Comment and reason"));
    let asking: Vec<usize> =
        (1..form.len()).filter(|&at| form[at][wording].matches("should").count() == 1).collect();
    let codes = desk.sandbox.read("demo/schedule.toml");
    let codes: Vec<&str> =
        codes.lines().filter_map(|line| line.strip_prefix("code = \"")?.get(..3)).collect();
    let mut files = Vec::new();
    for (nth, code) in codes.iter().take(40).enumerate() {
        let mut filled = form.clone();
        let at = asking[nth % asking.len()];
        let row = &mut filled[at];
        (row[who], row[action], row[quote]) = ((*code).to_owned(), "amend".to_owned(), "should".to_owned());
        row[proposal] = ["must", "should, where feasible,", "may"][nth / asking.len() % 3].to_owned();
        row[view] = format!("Point 1 of {code}.");
        let other = &mut filled[asking[(nth + 7) % asking.len()]];
        (other[who], other[view]) = ((*code).to_owned(), format!("Point 2 of {code}."));
        let file = format!("inbox/{code}.csv");
        desk.sandbox.write(&format!("demo/{file}"), written(&filled));
        files.push(file);
    }
    files
}

/// Takes one wording for each paragraph over; the next one on the same words meets it.
fn adopts_one_for_each_paragraph(desk: &Desk) -> BTreeMap<String, String> {
    let comments = desk.json(&["comments", "--round", "r4", "--action", "amend"]);
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut met = 0;
    for comment in comments["comments"].as_array().expect("comments") {
        let id = comment["cited_as"].as_str().expect("a name").to_owned();
        let passage = comment["paragraph"].as_str().expect("a paragraph").to_owned();
        let said = desk.run(&["adopt", &id]);
        match taken.contains_key(&passage) {
            false => assert_eq!(said.code, 0, "{id}\n{}{}", said.out, said.err),
            true if said.code == 0 => assert!(said.out.contains("othing to do"), "{id}\n{}", said.out),
            true => met += 1,
        }
        taken.entry(passage).or_insert(id);
    }
    assert!(met > 0 && taken.len() > 5, "{met} {taken:?}");
    taken
}

/// The matrix goes round, and comes back with an answer in each row.
fn fills_in_the_matrix(desk: &Desk, taken: &BTreeMap<String, String>) {
    desk.does_and_leads_on(&["matrix", "ict", "first"], "respond --from");
    desk.does(&["matrix", "ict", "first", "--output", "matrix.csv"]);
    let mut matrix = rows(&desk.sandbox.read("demo/matrix.csv"));
    let (no, outcome) = (column(&matrix, "No."), column(&matrix, "Outcome"));
    let (response, shown) = (column(&matrix, "Response of the co-chairs"), column(&matrix, "Where shown"));
    let (reference, asked) = (column(&matrix, "Reference"), column(&matrix, "Action asked"));
    let current = |id: &str| desk.does(&["show", "ict/second", id]);
    for row in &mut matrix[1..] {
        if taken.values().any(|id| *id == row[no]) {
            (row[outcome], row[shown]) = ("Reflected".to_owned(), row[reference].clone());
        } else if row[asked] == "amend" && current(&row[reference]).contains("must") {
            // Another one asked for the same words and got them.
            (row[outcome], row[shown]) = ("Partly reflected".to_owned(), row[reference].clone());
        } else {
            row[outcome] = "Noted".to_owned();
        }
        row[response] = "Considered together with the others on this paragraph.".to_owned();
    }
    desk.sandbox.write("demo/matrix.csv", written(&matrix));
}

#[test]
fn a_month_from_forty_files_to_the_second_version_has_a_command_for_each_step() {
    let mut desk = Desk::opened();
    let files = forty_forms(&desk);
    assert_eq!(files.len(), 40);
    let inbox: Vec<&str> = files.iter().map(String::as_str).collect();
    desk.does_and_leads_on(&[&["receive", "--round", "r4"][..], &inbox].concat(), "comments --round r4");
    desk.does_and_leads_on(&["comments", "--round", "r4"], "respond");
    assert_eq!(desk.count(&["comments", "--round", "r4"]), 80);
    assert_eq!(desk.count(&["matrix", "ict", "first"]), 80);
    assert_eq!(desk.json(&["compile", "ict", "first"])["comments"], 80);
    desk.does_and_leads_on(&["compile", "ict", "first"], "collisions");
    desk.does_and_leads_on(&["collisions", "ict/first"], "adopt");
    desk.does_and_leads_on(&["start", "ict/second"], "");

    desk.sandbox.on("2026-05-20");
    let taken = adopts_one_for_each_paragraph(&desk);
    fills_in_the_matrix(&desk, &taken);

    // Nothing goes out before everybody has an answer.
    desk.sandbox.on("2026-06-01");
    let early = desk.run(&["circulate", "ict/second"]);
    assert_eq!(early.code, 2, "{}", early.out);
    assert!(early.err.contains("80 comments") && early.err.contains("--despite"), "{}", early.err);
    desk.does_and_leads_on(&["respond", "--from", "matrix.csv"], "");
    assert_eq!(desk.count(&["comments", "--round", "r4", "--unanswered"]), 0);
    let carried = desk.run(&["carry", "ict/second"]);
    assert_eq!(carried.code, 0, "{}", carried.err);
    for comment in desk.json(&["carry", "ict/second", "--unplaced"])["comments"].as_array().expect("comments")
    {
        let id = comment["cited_as"].as_str().expect("a name");
        let passage = comment["paragraph"].as_str().expect("a paragraph");
        desk.does_and_leads_on(&["place", id, passage, "--in", "ict/second"], "carry");
    }
    desk.does_and_leads_on(&["circulate", "ict/second", "--sent", "all States"], "");
    for words in
        [&["answers", "XQA"][..], &["statistics"], &["summary", "r4"], &["strength", "first", "second"]]
    {
        desk.does(words);
    }
    let check = desk.run(&["check"]);
    assert!(!check.out.contains("Unanswered") && !check.out.contains("but unchanged"), "{}", check.out);
}
