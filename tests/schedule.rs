//! Whether dates are told as they are: by every kind of evidence, in every dress, on every day.

use std::process::Stdio;

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{CalendarDateTime, Component, DatePerhapsTime};

use crate::sandbox::{Said, Sandbox};

/// The days on which the example is asked.
const DAYS: [&str; 8] = [
    "2026-02-10",
    "2026-04-02",
    "2026-05-05",
    "2026-05-20",
    "2026-06-01",
    "2026-06-23",
    "2026-07-15",
    "2027-01-02",
];

/// A schedule whose rounds have hours in winter and in summer, and a deadline with an hour.
const HOURS: &str = r#"[consultation]
title = "A consultation, with; marks"
timezone = "Europe/Zurich"
languages = ["en"]
original = "en"

[[workstream]]
id = "ict"
title = "Technologies"

[[version]]
id = "first"
title = "First version"

[[round]]
id = "winter"
title = "Winter round"
start = 2026-02-16
end = 2026-02-16
hours = "10:00-14:00"
place = "Geneva, and online"

[[round]]
id = "summer"
title = "Summer round"
start = 2026-05-04
end = 2026-05-04
hours = "10:00-14:00"

[[round]]
id = "days"
title = "Round of three days"
start = 2026-06-22
end = 2026-06-24
hours = "10:00-18:00"

[[milestone]]
id = "comments"
title = "Comments close"
kind = "deadline"
version = "first"
due = 2026-05-20
time = "18:00"

[[milestone]]
id = "outcome"
title = "Outcome"
not-before = 2026-07-01
not-after = 2026-12-31

[[milestone]]
id = "unknown"
title = "No day"
"#;

fn example(words: &[&str]) -> Said {
    let mut all = vec!["-C", env!("CARGO_MANIFEST_DIR")];
    all.extend(words);
    Sandbox::new().run(&all)
}

/// What depends on a text that is half done: the example has only the text as it became, the laid-out one the text
/// as it stood.
fn without_places(said: &str) -> String {
    let half_done = ["whose place", "for translation"];
    let told = said.lines().filter(|line| !half_done.iter().any(|words| line.contains(words)));
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_and_its_history_tell_the_same_dates() {
    let demo = Sandbox::demo();
    for day in DAYS {
        for question in [&["status"][..], &["status", "aid"], &["schedule", "--agenda"]] {
            let mut words = question.to_vec();
            words.extend(["--as-at", day]);
            let ours = example(&words);
            words.extend(["-C", "demo"]);
            let theirs = demo.run(&words);
            assert_eq!((ours.code, ours.err.as_str()), (0, ""), "{question:?} {day}");
            assert_eq!(without_places(&ours.out), without_places(&theirs.out), "{question:?} on {day}");
        }
        let standings = |said: Said| -> Vec<serde_json::Value> {
            let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
            report["events"]
                .as_array()
                .expect("events")
                .iter()
                .map(|event| event["standing"].clone())
                .collect()
        };
        let words = ["schedule", "--as-at", day, "--format", "json"];
        let ours = standings(example(&words));
        let theirs = standings(demo.run(&["-C", "demo", "schedule", "--as-at", day, "--format", "json"]));
        assert!(ours.len() > 10);
        assert_eq!(ours, theirs, "{day}");
    }
}

#[test]
fn four_minutes_a_statement_are_counted_as_the_agenda_has_them() {
    let said = example(&["schedule", "ict", "--agenda", "--format", "json", "--as-at", "2026-02-14"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let floor = &report["floor"][0];
    assert_eq!((floor["minutes"].as_u64(), floor["fit"].as_u64()), (Some(195), Some(48)));
    assert_eq!(floor["speaking_in_each"].as_u64(), Some(21));
    let sessions: Vec<_> =
        floor["sessions"].as_array().expect("sessions").iter().map(|s| s["fit"].as_u64()).collect();
    assert_eq!(sessions, [Some(27), Some(21)]);
}

fn calendar_of(sandbox: &Sandbox) -> (String, icalendar::Calendar) {
    let said = sandbox.run(&["schedule", "--format", "ics"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let calendar = said.out.parse().expect("a calendar that can be read");
    (said.out, calendar)
}

fn utc(moment: &str) -> DatePerhapsTime {
    let moment: DateTime<Utc> = moment.parse().expect("a moment");
    DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment))
}

fn day(day: &str) -> DatePerhapsTime {
    DatePerhapsTime::Date(day.parse::<NaiveDate>().expect("a day"))
}

#[test]
fn a_calendar_shows_the_hours_of_geneva_in_winter_and_in_summer() {
    let sandbox = Sandbox::new();
    sandbox.write("schedule.toml", HOURS);
    let (_, calendar) = calendar_of(&sandbox);
    let event = |name: &str| {
        let start = format!("{name}@");
        let found =
            calendar.events().find(|event| event.get_uid().is_some_and(|uid| uid.starts_with(&start)));
        found.unwrap_or_else(|| panic!("no entry {name}"))
    };
    let when = |name: &str| (event(name).get_start(), event(name).get_end());
    assert_eq!(when("winter"), (Some(utc("2026-02-16T09:00:00Z")), Some(utc("2026-02-16T13:00:00Z"))));
    assert_eq!(when("summer"), (Some(utc("2026-05-04T08:00:00Z")), Some(utc("2026-05-04T12:00:00Z"))));
    assert_eq!(when("days"), (Some(day("2026-06-22")), Some(day("2026-06-25"))));
    assert_eq!(when("comments"), (Some(utc("2026-05-20T16:00:00Z")), None));
    assert_eq!(when("outcome"), (Some(day("2026-12-31")), Some(day("2027-01-01"))));
    assert_eq!(calendar.events().count(), 5, "what has no day has no entry");
    assert_eq!(event("winter").property_value("LOCATION"), Some("Geneva, and online"));
    assert_eq!(event("comments").components().len(), 2, "two reminders");
    assert_eq!(event("winter").components().len(), 0);
}

#[test]
fn the_same_plan_gives_the_same_calendar_on_every_day() {
    let mut sandbox = Sandbox::new();
    sandbox.write("schedule.toml", HOURS);
    assert_eq!(sandbox.git(&["init", "-q"]).code, 0);
    sandbox.on("2026-01-10");
    assert_eq!(sandbox.run(&["save"]).code, 0);
    let (before, _) = calendar_of(&sandbox);
    sandbox.on("2026-02-01");
    assert_eq!(calendar_of(&sandbox).0, before);
    sandbox.write("schedule.toml", HOURS.replace("due = 2026-05-20", "due = 2026-05-27"));
    assert_eq!(sandbox.run(&["save"]).code, 0);
    let (after, calendar) = calendar_of(&sandbox);
    let names = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect()
    };
    assert_eq!(names(&before), names(&after), "a date that moved keeps its name");
    let moved =
        calendar.events().find(|event| event.get_uid().is_some_and(|uid| uid.starts_with("comments@")));
    let moved = moved.expect("the deadline");
    assert_eq!(moved.get_sequence(), Some(1));
    assert_eq!(
        moved.get_timestamp().map(|stamp| stamp.date_naive().to_string()).as_deref(),
        Some("2026-02-01")
    );
    assert!(moved.get_description().is_some_and(|said| said.contains("moved on 1 Feb 2026")));
}

#[test]
fn another_library_reads_the_calendar_too() {
    let sandbox = Sandbox::new();
    sandbox.write("schedule.toml", HOURS);
    let (file, _) = calendar_of(&sandbox);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/check-calendar");
    let mut command = std::process::Command::new("python3");
    let Ok(mut python) = command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else {
        eprintln!("skipped: there is no python3");
        return;
    };
    let mut input = python.stdin.take().expect("an input");
    // Where the package is missing the script ends without reading.
    let _ = std::io::Write::write_all(&mut input, file.as_bytes());
    drop(input);
    let said = python.wait_with_output().expect("an answer");
    let out = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success(), "{out}");
    if out.starts_with("skipped") {
        eprintln!("{out}");
        return;
    }
    assert!(out.contains("2026-02-16 10:00 to 2026-02-16 14:00 (Europe/Zurich)  Winter round"), "{out}");
    assert!(out.contains("2026-05-04 10:00 to 2026-05-04 14:00 (Europe/Zurich)  Summer round"), "{out}");
    assert!(out.contains("2026-06-22 to 2026-06-24  Round of three days"), "{out}");
}

/// What is planned for all of them.
const PLAN: &str = r#"
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

[[round]]
id = "r5"
title = "Fifth round"
start = 2026-06-22
end = 2026-06-26
on = "second"

[[milestone]]
id = "first-out"
title = "First versions go out"
kind = "circulation"
version = "first"
due = 2026-04-01

[[milestone]]
id = "second-out"
title = "Second versions go out"
kind = "circulation"
version = "second"
due = 2026-06-01
"#;

/// Seven workstreams, each with a first version that is out; the second one is out in five.
fn seven() -> Sandbox {
    const NAMES: [&str; 7] = ["civ", "det", "pris", "med", "tech", "ict", "peace"];
    let mut sandbox = Sandbox::new();
    let mut schedule = "[consultation]\ntitle = \"Seven subjects\"\ntimezone = \"Europe/Zurich\"\nlanguages = [\"en\", \"fr\"]\noriginal = \"en\"\n".to_owned();
    for name in NAMES {
        schedule.push_str(&format!("\n[[workstream]]\nid = \"{name}\"\ntitle = \"On {name}\"\n"));
        sandbox.write(&format!("drafts/{name}/first/en.md"), "# On it\n\n[A1] States should act.\n");
    }
    schedule.push_str(PLAN);
    sandbox.write("schedule.toml", schedule);
    assert_eq!(sandbox.git(&["init", "-q"]).code, 0);
    sandbox.on("2026-03-20");
    let does = |sandbox: &Sandbox, words: &[&str]| assert_eq!(sandbox.run(words).code, 0, "{words:?}");
    does(&sandbox, &["save"]);
    let out = ["--sent", "all States", "--published", "https://example.org/text"];
    for name in NAMES {
        sandbox.on(if name == "med" { "2026-04-09" } else { "2026-04-01" });
        does(&sandbox, &[&["circulate", &format!("{name}/first")][..], &out].concat());
    }
    sandbox.on("2026-05-06");
    for name in NAMES {
        does(&sandbox, &["held", &format!("{name}/r4")]);
        does(&sandbox, &["start", &format!("{name}/second")]);
    }
    sandbox.on("2026-06-01");
    for name in NAMES.into_iter().filter(|name| *name != "pris" && *name != "tech") {
        does(&sandbox, &[&["circulate", &format!("{name}/second")][..], &out].concat());
    }
    sandbox.on("2026-06-09");
    sandbox
}

#[test]
fn one_line_says_which_of_seven_workstreams_are_late_and_by_how_much() {
    let sandbox = seven();
    let late = "Overdue: Second versions go out, in 2 of 7 workstreams: pris by 8 days and tech by 8 days.";
    for question in [&["status"][..], &["report", "milestones"]] {
        let said = sandbox.run(question);
        assert!(said.out.lines().any(|line| line.contains(late)), "{question:?}\n{}", said.out);
    }
    let page = sandbox.run(&["report", "milestones", "--format", "markdown"]).out;
    for row in [
        "| First versions go out: **civ, det, pris, tech, ict and peace** | 1 Apr 2026 | 1 Apr 2026 | done | tag; out in en |",
        "| **med** |  | 9 Apr 2026 | done, 8 days late | tag; out in en |",
        "| Second versions go out: **civ, det, med, ict and peace** | 1 Jun 2026 | 1 Jun 2026 | done | tag; out in en |",
        "| **pris and tech** |  | – | overdue, 8 days | – |",
        "| Fourth round | 4–6 May 2026 | 4–6 May 2026 | done | on record |",
    ] {
        assert!(page.contains(row), "{row}\n{page}");
    }
    assert!(
        page.contains(
            "- time to comment on the second version: at most 17 days instead of 25 (pris and tech)"
        )
    );
    // A sheet of A4 holds about sixty lines.
    assert!(page.lines().count() < 60, "{} lines", page.lines().count());
}

#[test]
fn a_daily_job_is_told_by_the_exit_status() {
    let sandbox = seven();
    let asked = |day: &str, within: &str| {
        let words = ["check", "--milestones", "--within", within, "--format", "json", "--as-at", day];
        let said = sandbox.run(&words);
        let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let findings = report["findings"].as_array().expect("findings").clone();
        let kinds = findings.iter().map(|f| f["kind"].as_str().unwrap_or_default().to_owned());
        (said.code, kinds.collect::<Vec<_>>())
    };
    assert_eq!(asked("2026-05-20", "0"), (0, Vec::new()));
    assert_eq!(asked("2026-05-20", "11"), (0, Vec::new()));
    assert_eq!(asked("2026-05-20", "12"), (1, vec!["due-soon".to_owned(); 7]));
    assert_eq!(asked("2026-06-09", "0"), (1, vec!["overdue".to_owned(); 2]));
    let (code, kinds) = asked("2026-06-09", "13");
    assert_eq!((code, kinds.iter().filter(|kind| *kind == "due-soon").count()), (1, 7), "the fifth round");
    let (code, kinds) = asked("2026-06-30", "0");
    assert_eq!((code, kinds.iter().filter(|kind| *kind == "not-recorded-as-held").count()), (1, 7));
    assert_eq!(sandbox.run(&["check", "--within", "3"]).code, 2);
}
