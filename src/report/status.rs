//! The front page: what stands where today, and what is due next.

use chrono::NaiveDate;
use serde::Serialize;

use crate::draft::Language;
use crate::report::{About, Block, Document, Event, Report, Role, Run, Table};
use crate::text::{counted, ordinal_day, short_day};

/// What stands where today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusReport {
    /// The head.
    pub about: About,
    /// What is overdue: each circulation with the days since.
    pub overdue: Vec<String>,
    /// What is due next, in one line.
    pub next: Option<String>,
    /// Each workstream.
    pub workstreams: Vec<WorkstreamStatus>,
}

/// One workstream today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkstreamStatus {
    /// Its short name.
    pub id: String,
    /// Its number in the consultation.
    pub number: Option<u32>,
    /// What it is about.
    pub title: String,
    /// Its versions, from earliest to last.
    pub versions: Vec<VersionStatus>,
    /// Its rounds and circulations.
    pub events: Vec<Event>,
    /// The last round in figures.
    pub last_round: Option<RoundFigures>,
    /// What waits for somebody.
    pub waiting: Waiting,
}

/// One version today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionStatus {
    /// Its short name.
    pub id: String,
    /// Its name on screen.
    pub title: String,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// The day it was first issued.
    pub issued: Option<NaiveDate>,
    /// The day it was sent.
    pub sent: Option<NaiveDate>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The languages issued.
    pub languages: Vec<Language>,
    /// The languages of the consultation that are not issued.
    pub languages_not_out: Vec<Language>,
}

/// A round in figures. A submission is one document; states covered are authors and all for whom they spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundFigures {
    /// The round's title.
    pub title: String,
    /// Documents received.
    pub submissions: usize,
    /// Points made.
    pub comments: usize,
    /// Authors, each once.
    pub delegations: usize,
    /// States heard, directly or through others.
    pub states_covered: usize,
    /// Submissions that arrived after the last day.
    pub after_the_round: usize,
    /// Comments answered.
    pub answered: usize,
}

/// What waits for somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Comments without an answer, replaced ones left out.
    pub unanswered: usize,
    /// Comments whose place a person has to say, in the newest version.
    pub unplaced: usize,
    /// The newest version, as named on screen.
    pub newest: Option<String>,
}

impl RoundFigures {
    fn sentence(&self) -> String {
        let late = match self.after_the_round {
            0 => String::new(),
            late => format!(" ({late} after the round)"),
        };
        format!(
            "{}: {}{late} from {}, {} covered; {}, {} of {} answered.",
            self.title,
            counted(self.submissions, "submission"),
            counted(self.delegations, "delegation"),
            counted(self.states_covered, "state"),
            counted(self.comments, "comment"),
            self.answered,
            self.comments,
        )
    }
}

impl Waiting {
    fn points(&self) -> Vec<Vec<Run>> {
        let mut points = Vec::new();
        if self.unanswered > 0 {
            let said = format!(
                "{} without an answer (`travaux comments --unanswered`)",
                counted(self.unanswered, "comment")
            );
            points.push(vec![Run::plain(said)]);
        }
        if let (true, Some(newest)) = (self.unplaced > 0, &self.newest) {
            let said = format!(
                "{} whose place in the {} a person has to say (`travaux carry`)",
                counted(self.unplaced, "comment"),
                newest.to_lowercase()
            );
            points.push(vec![Run::plain(said)]);
        }
        points
    }
}

fn versions(versions: &[VersionStatus]) -> Table {
    let mut table =
        Table::new(&["Version~", "Paragraphs", "Issued~", "Sent~", "Published~", "Languages out~"]);
    for version in versions {
        let day = |day: Option<NaiveDate>| vec![Run::plain(day.map_or("–".to_owned(), short_day))];
        let codes =
            |languages: &[Language]| languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
        let languages = match (version.languages.is_empty(), version.languages_not_out.is_empty()) {
            (true, _) => vec![Run::quiet("in preparation")],
            (false, true) => vec![Run::plain(codes(&version.languages))],
            (false, false) => vec![
                Run::plain(codes(&version.languages)),
                Run::quiet(format!("; not yet {}", codes(&version.languages_not_out))),
            ],
        };
        table.row(vec![
            vec![Run::strong(&version.title)],
            vec![Run::plain(version.paragraphs.to_string())],
            day(version.issued),
            day(version.sent),
            day(version.published),
            languages,
        ]);
    }
    table
}

impl StatusReport {
    /// The consultation in one line.
    fn overall(&self) -> Run {
        let some = self.workstreams.iter().any(|workstream| !workstream.events.is_empty());
        let planned = some || self.next.is_some();
        match (self.overdue.as_slice(), planned) {
            ([], true) => Run::new(Role::Good, "On schedule."),
            ([], false) => Run::plain("Nothing is planned yet."),
            (overdue, _) => Run::new(Role::Bad, format!("Overdue: {}.", overdue.join("; "))),
        }
    }
}

impl Report for StatusReport {
    fn name(&self) -> &'static str {
        "status"
    }

    fn document(&self) -> Document {
        let mut head = vec![Run::plain(format!("As at {}. ", ordinal_day(self.about.as_at))), self.overall()];
        if let Some(next) = &self.next {
            head.push(Run::plain(format!(" {next}")));
        }
        let mut blocks = vec![Block::Prose(head)];
        for workstream in &self.workstreams {
            let number =
                workstream.number.map(|number| format!(" (workstream {number})")).unwrap_or_default();
            blocks.push(Block::Heading(vec![Run::plain(format!(
                "{}: {}{number}",
                workstream.id, workstream.title
            ))]));
            let tables = [versions(&workstream.versions), Event::table(&workstream.events, false)];
            blocks.extend(tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table));
            let mut points: Vec<Vec<Run>> = Vec::new();
            points.extend(workstream.last_round.iter().map(|round| vec![Run::plain(round.sentence())]));
            points.extend(workstream.waiting.points());
            if !points.is_empty() {
                blocks.push(Block::List(points));
            }
        }
        self.about.page(&self.about.consultation, blocks)
    }
}
