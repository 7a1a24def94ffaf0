use super::*;

/// A plan that nobody could doubt.
const PLAN: &str = r#"[consultation]
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
start = 2026-05-18
end = 2026-05-20
on = "first"
hours = "10:00-14:00"

[[round.session]]
title = "Session 1"
starts = "10:00"
ends = "12:00"

[[round.session]]
title = "Session 2"
starts = "12:30"
ends = "14:00"

[[round]]
id = "r5"
title = "Fifth round"
start = 2026-09-14
end = 2026-09-18
on = "second"

[[milestone]]
id = "first-out"
title = "First version goes out"
kind = "circulation"
version = "first"
due = 2026-04-01

[[milestone]]
id = "second-out"
title = "Second version goes out"
kind = "circulation"
version = "second"
due = 2026-06-01

[[milestone]]
id = "registration"
title = "Registration closes"
kind = "deadline"
round = "r4"
due = 2026-05-15
time = "18:00"

[[milestone]]
id = "comments"
title = "Comments on the first version"
kind = "deadline"
version = "first"
round = "r4"
due = 2026-05-27

[[milestone]]
id = "outcome"
title = "Outcome"
not-before = 2026-07-01
not-after = 2026-12-31
precision = "half-year"
"#;

fn doubts(text: &str) -> Vec<Doubt> {
    Schedule::parse("schedule.toml", text).unwrap_or_else(|problems| panic!("{problems:?}")).doubts()
}

#[track_caller]
fn case(kind: &str, was: &str, is: &str, line: &str) {
    assert_eq!(PLAN.matches(was).count(), 1, "{was}");
    let text = PLAN.replace(was, is);
    let found = doubts(&text);
    let named: Vec<(&str, &str)> = found
        .iter()
        .map(|doubt| (doubt.kind, text.lines().nth(doubt.line - 1).expect("a line of the file")))
        .collect();
    assert_eq!(named, [(kind, line)], "{found:?}");
}

#[test]
fn a_plan_without_contradictions_is_left_alone() {
    assert_eq!(doubts(PLAN), []);
}

#[test]
fn rounds_are_held_against_each_other_and_their_versions() {
    let r5 = "start = 2026-09-14\nend = 2026-09-18\non = \"second\"";
    case("rounds-overlap", r5, "start = 2026-05-20\nend = 2026-05-22", "start = 2026-05-20");
    case("rounds-out-of-order", r5, "start = 2026-05-11\nend = 2026-05-12", "start = 2026-05-11");
    case("less-than-six-weeks", "2026-09-14", "2026-07-12", "start = 2026-07-12");
    case("round-before-its-version", "start = 2026-09-14", "start = 2026-05-29", "start = 2026-05-29");
    let called_off = "due = 2026-06-01\ncancelled = 2026-05-21";
    case("version-cancelled", "due = 2026-06-01", called_off, "start = 2026-09-14");
}

#[test]
fn six_weeks_are_forty_two_days_and_only_worth_a_remark() {
    let with = |start: &str| doubts(&PLAN.replace("2026-09-14", start));
    assert_eq!(with("2026-07-13"), []);
    assert!(with("2026-07-12")[0].remark);
}

#[test]
fn sessions_are_held_against_each_other_and_the_clock() {
    case("sessions-overlap", "starts = \"12:30\"", "starts = \"11:59\"", "starts = \"11:59\"");
    case("session-ends-before-it-starts", "ends = \"12:00\"", "ends = \"09:00\"", "starts = \"10:00\"");
    case("session-after-hours", "ends = \"14:00\"", "ends = \"14:05\"", "starts = \"12:30\"");
    // Summer time begins on 29 March and ends on 25 October 2026, at three in the morning.
    let on = |day: &str, hour: &str| {
        let session = format!("\n[[round.session]]\ntitle = \"Night\"\nstarts = \"{hour}\"\n");
        let days = "start = 2026-09-14\nend = 2026-09-18\non = \"second\"\n";
        let text = PLAN.replace(days, &format!("start = {day}\nend = {day}\n{session}"));
        doubts(&text).iter().map(|doubt| doubt.kind).collect::<Vec<_>>()
    };
    assert_eq!(on("2026-10-25", "02:30"), ["hour-twice"]);
    assert_eq!(on("2026-10-25", "03:00"), [""; 0]);
    assert_eq!(on("2027-03-28", "02:30"), ["hour-skipped"]);
    let night = "due = 2027-03-28\ntime = \"02:30\"";
    let text =
        PLAN.replace("not-before = 2026-07-01\nnot-after = 2026-12-31\nprecision = \"half-year\"", night);
    let deadline = text.replace("title = \"Outcome\"\n", "title = \"Outcome\"\nkind = \"deadline\"\n");
    // A Sunday, as the days of the change always are, and that is named first.
    assert_eq!(doubts(&deadline)[0].kind, "deadline-at-a-weekend");
}

#[test]
fn circulations_are_held_against_each_other_and_the_rounds_before_them() {
    case("version-before-its-round", "due = 2026-06-01", "due = 2026-05-20", "due = 2026-05-20");
    case("version-before-its-predecessor", "due = 2026-06-01", "due = 2026-03-31", "due = 2026-03-31");
    case("circulation-at-a-weekend", "due = 2026-06-01", "due = 2026-05-30", "due = 2026-05-30");
    let twice = "kind = \"circulation\"\nversion = \"second\"\nnot-before = 2026-07-01";
    case("circulated-twice", "not-before = 2026-07-01", twice, "not-before = 2026-07-01");
    let misfit = "not-after = 2026-11-30";
    case("precision-does-not-fit", "not-after = 2026-12-31", misfit, "not-before = 2026-07-01");
}

#[test]
fn deadlines_are_held_against_the_calendar_and_what_they_close() {
    case("deadline-at-a-weekend", "due = 2026-05-15", "due = 2026-05-16", "due = 2026-05-16");
    case("deadline-after-its-round", "due = 2026-05-15", "due = 2026-05-21", "due = 2026-05-21");
    case("deadline-before-its-version", "due = 2026-05-27", "due = 2026-04-01", "due = 2026-04-01");
    let other = "version = \"first\"\nround = \"r5\"\ndue = 2026-05-27";
    let was = "version = \"first\"\nround = \"r4\"\ndue = 2026-05-27";
    case("deadline-of-another-version", was, other, "due = 2026-05-27");
    let hours = "hours = \"10:00-14:00\"\ncancelled = 2026-05-01";
    let found = doubts(&PLAN.replace("hours = \"10:00-14:00\"", hours));
    assert_eq!(
        found.iter().map(|doubt| doubt.kind).collect::<Vec<_>>(),
        ["round-cancelled", "round-cancelled"]
    );
}
