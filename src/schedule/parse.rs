//! Reads `schedule.toml`, strictly, and holds its parts against each other.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use crate::comment::{DelegationCode, RoundId};
use crate::draft::{Language, NAME_GRAMMAR, VersionId, WorkstreamId};
use crate::error::Problem;
use crate::form::{Reader, Table};
use crate::schedule::round::clock;
use crate::schedule::{
    Due, Milestone, MilestoneKind, Participant, ParticipantKind, Precision, Question, Round, Rule, Schedule,
    Session, VersionPlan, Workstream,
};

impl Schedule {
    /// Reads a schedule.
    pub fn parse(path: &str, text: &str) -> Result<Schedule, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let head = root.table("consultation");
        let schedule = head.and_then(|head| {
            let schedule = schedule(&head, &root);
            head.close();
            schedule
        });
        let unread = schedule.is_none();
        root.close();
        let mut problems = reader.close();
        if unread && problems.is_empty() {
            let place = crate::error::Place::file(path);
            problems.push(Problem::new(place, "schedule").expected("a table [consultation]"));
        }
        match schedule {
            Some(schedule) if problems.is_empty() => Ok(schedule),
            _ => Err(problems),
        }
    }
}

fn schedule(head: &Table<'_, '_>, root: &Table<'_, '_>) -> Option<Schedule> {
    let title = head.needed("title");
    let example = head.truth("example");
    let illustrative = head.truth("illustrative");
    let timezone =
        head.needed_name("timezone", "a time zone such as `Europe/Zurich`", |name| name.parse::<Tz>().ok());
    let languages = head.names("languages", Language::GRAMMAR, Language::parse);
    let original = head.needed_name("original", Language::GRAMMAR, Language::parse);
    let default_workstream = head.name("default-workstream", NAME_GRAMMAR, WorkstreamId::parse);
    let contact = head.text("contact");
    if let Some(original) = original.as_ref().filter(|original| !languages.contains(original)) {
        let problem = head.problem("original", "the original language is not among `languages`");
        head.note(problem.among(original.as_str(), languages.iter().map(Language::as_str)));
    }
    let rules = each(root, "rule", |table| {
        Some(Rule { id: table.needed("id"), text: table.needed("text"), minutes: table.number("minutes") })
    });
    let workstreams = each(root, "workstream", |table| {
        let id = table.needed_name("id", NAME_GRAMMAR, WorkstreamId::parse);
        let number = table.number("number");
        Some(Workstream { title: table.needed("title"), id: id?, number })
    });
    let versions = each(root, "version", version);
    let questions = each(root, "question", |table| {
        let rounds = table.names("rounds", NAME_GRAMMAR, RoundId::parse);
        Some(Question { id: table.needed("id"), text: table.needed("text"), rounds })
    });
    let rounds = each(root, "round", round);
    let milestones = each(root, "milestone", milestone);
    let participants = each(root, "delegation", participant);
    check_names(root, default_workstream.as_ref(), head, &workstreams);
    let schedule = Schedule {
        title,
        example,
        illustrative,
        timezone: timezone?,
        languages,
        original: original?,
        default_workstream,
        contact,
        rules,
        workstreams,
        versions,
        questions,
        rounds,
        milestones,
        participants,
    };
    check_references(root, &schedule);
    Some(schedule)
}

/// Reads the tables of one kind; an id that stands twice is a problem.
fn each<T>(root: &Table<'_, '_>, key: &'static str, read: impl Fn(&Table<'_, '_>) -> Option<T>) -> Vec<T> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut values = Vec::new();
    for table in root.tables(key) {
        let name = if key == "delegation" { "code" } else { "id" };
        let value = read(&table);
        if let Some(id) = table.text(name)
            && let Some(first) = taken.insert(id.clone(), table.line_of(name))
        {
            let problem = table.problem(name, format!("{key} `{name}` is already taken on line {first}"));
            table.note(problem.found(id).expected("a name of its own"));
        }
        values.extend(value);
        table.close();
    }
    values
}

fn version(table: &Table<'_, '_>) -> Option<VersionPlan> {
    let id = table.needed_name("id", NAME_GRAMMAR, VersionId::parse);
    let follows = table.name("follows", NAME_GRAMMAR, VersionId::parse);
    Some(VersionPlan { title: table.needed("title"), id: id?, follows })
}

fn round(table: &Table<'_, '_>) -> Option<Round> {
    let id = table.needed_name("id", NAME_GRAMMAR, RoundId::parse);
    let (start, end) = (table.date("start"), table.date("end"));
    match (start, end) {
        (Some(start), Some(end)) if end < start => {
            let problem = table.problem("end", "the round ends before it starts");
            table.note(problem.found(end.to_string()).expected(format!("{start} or later")));
        }
        (Some(_), None) => {
            table.note(table.problem("end", "the round has a `start` but no `end`").expected("`end`"));
        }
        (None, Some(_)) => {
            table.note(table.problem("start", "the round has an `end` but no `start`").expected("`start`"));
        }
        _ => {}
    }
    let sessions = table.tables("session").into_iter().map(|table| {
        let session = Session {
            title: table.needed("title"),
            starts: table.name("starts", "a time such as `10:10`", time),
            ends: table.name("ends", "a time such as `12:00`", time),
            parts: table.texts("parts"),
            line: table.line_of("starts"),
        };
        table.close();
        session
    });
    let sessions = sessions.collect();
    Some(Round {
        title: table.needed("title"),
        start,
        end,
        on: table.name("on", NAME_GRAMMAR, VersionId::parse),
        format: table.text("format"),
        place: table.text("place"),
        hours: table.name("hours", "hours such as `10:00-14:00`", hours),
        tentative: table.truth("tentative"),
        cancelled: table.date("cancelled"),
        sessions,
        line: table.line_of("start"),
        id: id?,
    })
}

fn time(text: &str) -> Option<String> {
    clock(text).map(|_| text.to_owned())
}

fn hours(text: &str) -> Option<String> {
    let (from, until) = text.split_once('-')?;
    (clock(from)? <= clock(until)?).then(|| text.to_owned())
}

fn milestone(table: &Table<'_, '_>) -> Option<Milestone> {
    let kind = table.word("kind", MilestoneKind::WORDS).unwrap_or(MilestoneKind::Other);
    let version = table.name("version", NAME_GRAMMAR, VersionId::parse);
    if kind == MilestoneKind::Circulation && version.is_none() {
        table.note(table.problem("version", "a circulation names no version").expected("`version`"));
    }
    let days = (table.date("due"), table.date("not-before"), table.date("not-after"));
    let due = match days {
        (Some(day), None, None) => Due::On(day),
        (None, Some(first), Some(last)) if first <= last => Due::Between(first, last),
        (None, None, None) => Due::NotAnnounced,
        _ => {
            let problem = table.problem("due", "the days of the milestone do not fit together");
            table.note(problem.expected("`due` alone, or `not-before` and a later `not-after`, or none"));
            Due::NotAnnounced
        }
    };
    let precision = table.word("precision", Precision::WORDS);
    if precision.is_some() && !matches!(due, Due::Between(..)) {
        let problem = table.problem("precision", "a precision belongs to a window of days");
        table.note(problem.expected("`not-before` and `not-after`"));
    }
    let time = table.name("time", "a time such as `18:00`", time);
    if time.is_some() && !matches!(due, Due::On(_)) {
        table.note(table.problem("time", "an hour belongs to a day").expected("`due`"));
    }
    let day = ["due", "not-before"].into_iter().map(|key| table.line_of(key));
    Some(Milestone {
        id: table.needed("id"),
        title: table.needed("title"),
        kind,
        version,
        round: table.name("round", NAME_GRAMMAR, RoundId::parse),
        due,
        precision,
        time,
        tentative: table.truth("tentative"),
        cancelled: table.date("cancelled"),
        line: day.max().unwrap_or(table.line),
    })
}

fn participant(table: &Table<'_, '_>) -> Option<Participant> {
    let code = table.needed_name("code", DelegationCode::GRAMMAR, DelegationCode::parse);
    let mut names = BTreeMap::new();
    for (key, code) in [
        ("name-ar", "ar"),
        ("name-en", "en"),
        ("name-es", "es"),
        ("name-fr", "fr"),
        ("name-ru", "ru"),
        ("name-zh", "zh"),
    ] {
        if let (Some(name), Some(language)) = (table.text(key), Language::parse(code)) {
            names.insert(language, name);
        }
    }
    Some(Participant {
        name: table.needed("name"),
        names,
        kind: table.word("kind", ParticipantKind::WORDS).unwrap_or(ParticipantKind::State),
        members: table.names("members", DelegationCode::GRAMMAR, DelegationCode::parse),
        code: code?,
    })
}

fn check_names(
    root: &Table<'_, '_>,
    default: Option<&WorkstreamId>,
    head: &Table<'_, '_>,
    workstreams: &[Workstream],
) {
    if workstreams.is_empty() {
        root.note(
            root.problem("workstream", "the schedule names no workstream").expected("a table [[workstream]]"),
        );
    }
    if let Some(default) = default.filter(|default| !workstreams.iter().any(|w| w.id == **default)) {
        let problem = head.problem("default-workstream", "no such workstream");
        head.note(problem.among(default.as_str(), workstreams.iter().map(|w| w.id.as_str())));
    }
}

/// Names that point to another table of the file must find it.
fn check_references(root: &Table<'_, '_>, schedule: &Schedule) {
    let versions: Vec<&str> = schedule.versions.iter().map(|version| version.id.as_str()).collect();
    let rounds: Vec<&str> = schedule.rounds.iter().map(|round| round.id.as_str()).collect();
    let codes: Vec<&str> = schedule.participants.iter().map(|p| p.code.as_str()).collect();
    for (kind, key, what, known) in [
        ("version", "follows", "no such version", &versions),
        ("round", "on", "no such version", &versions),
        ("milestone", "version", "no such version", &versions),
        ("milestone", "round", "no such round", &rounds),
    ] {
        for table in root.tables(kind) {
            if let Some(name) = table.text(key).filter(|name| !known.contains(&name.as_str())) {
                table.note(table.problem(key, what).among(&name, known.iter().copied()));
            }
        }
    }
    // Both are dates of one plan, and are named as such.
    for table in root.tables("milestone") {
        if let Some(id) = table.text("id").filter(|id| rounds.contains(&id.as_str())) {
            let problem = table.problem("id", "a round is called so already");
            table.note(problem.found(id).expected("a name of its own"));
        }
    }
    for (kind, key, what, known) in [
        ("question", "rounds", "no such round", &rounds),
        ("delegation", "members", "no such delegation", &codes),
    ] {
        for table in root.tables(kind) {
            for name in table.texts(key).iter().filter(|name| !known.contains(&name.as_str())) {
                table.note(table.problem(key, what).among(name, known.iter().copied()));
            }
        }
    }
}
