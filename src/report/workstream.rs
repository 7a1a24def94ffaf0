//! One workstream today: its versions, its last round in figures, what waits for somebody.

use chrono::NaiveDate;
use serde::Serialize;

use crate::draft::Language;
use crate::report::{Event, Run, Table, TextWaiting};
use crate::text::{counted, short_day, within_sentence};

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
    /// Why it was circulated though something was open; absent where nothing was.
    pub despite: Option<String>,
    /// The day it was sent.
    pub sent: Option<NaiveDate>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The languages issued.
    pub languages: Vec<Language>,
    /// The languages of the consultation that are not issued.
    pub languages_not_out: Vec<Language>,
    /// The languages of the consultation in which there is no text yet.
    pub languages_without_text: Vec<Language>,
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
    /// Submissions that arrived after the last day of the round.
    pub after_the_round: usize,
    /// Submissions that arrived after the last day for comments; absent where none was announced.
    pub late: Option<usize>,
    /// Submissions that are in time only because the last day for comments was moved.
    pub in_time_since_moved: usize,
    /// Comments answered.
    pub answered: usize,
}

/// What waits for somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Comments without an answer, replaced ones left out.
    pub unanswered: usize,
    /// Among them, those that propose a wording.
    pub undecided_proposals: usize,
    /// Comments with a proposed wording, replaced ones left out.
    pub proposals: usize,
    /// Comments whose place a person has to say, in the newest version.
    pub unplaced: usize,
    /// The newest version, as named on screen.
    pub newest: Option<String>,
    /// The languages in which the newest version waits for translation.
    pub texts: Vec<TextWaiting>,
}

impl WorkstreamStatus {
    /// The newest version that is out.
    pub fn newest_out(&self) -> Option<&VersionStatus> {
        self.versions.iter().rev().find(|version| version.issued.is_some())
    }

    /// Which versions went out though something was open, each with the reason.
    pub(super) fn despite(&self) -> Vec<String> {
        let despite = self.versions.iter().filter_map(|version| {
            let reason = version.despite.as_ref()?;
            Some(format!(
                "the {} was circulated despite what was open: {reason}",
                within_sentence(&version.title)
            ))
        });
        despite.collect()
    }

    /// Its name as a heading: `ict: Technologies (workstream 6)`.
    pub fn heading(&self) -> String {
        let number = self.number.map(|number| format!(" (workstream {number})")).unwrap_or_default();
        format!("{}: {}{number}", self.id, self.title)
    }
}

impl RoundFigures {
    /// In short: `Fourth round: 3 of 80 answered`.
    pub fn in_short(&self) -> String {
        format!("{}: {} of {} answered", self.title, self.answered, counted(self.comments, "comment"))
    }

    /// In words.
    pub fn sentence(&self) -> String {
        let late = match (self.late, self.after_the_round) {
            (Some(0), _) | (None, 0) => None,
            (Some(late), _) => Some(format!("{late} late")),
            (None, after) => Some(format!("{after} after the round")),
        };
        let saved = (self.in_time_since_moved > 0)
            .then(|| format!("{} in time only since the deadline moved", self.in_time_since_moved));
        let late: Vec<String> = late.into_iter().chain(saved).collect();
        let late = if late.is_empty() { String::new() } else { format!(" ({})", late.join(", ")) };
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
    /// What waits, each point with the command that shows it.
    pub(super) fn points(&self) -> Vec<String> {
        let mut points = Vec::new();
        if self.unanswered > 0 {
            let count = counted(self.unanswered, "comment");
            points.push(format!("{count} without an answer (`travaux comments --unanswered`)"));
        }
        if let (true, Some(newest)) = (self.unplaced > 0, &self.newest) {
            let (count, newest) = (counted(self.unplaced, "comment"), newest.to_lowercase());
            points.push(format!("{count} whose place in the {newest} a person has to say (`travaux carry`)"));
        }
        if let (false, Some(newest)) = (self.texts.is_empty(), &self.newest) {
            let texts = counted(TextWaiting::languages(&self.texts), "language");
            let verb = if TextWaiting::languages(&self.texts) == 1 { "waits" } else { "wait" };
            points.push(format!(
                "{texts} of the {} {verb} for translation: {} (`travaux languages`)",
                newest.to_lowercase(),
                TextWaiting::points(&self.texts).join("; ")
            ));
        }
        points
    }
}

impl VersionStatus {
    /// The table of a workstream's versions.
    pub(super) fn table(versions: &[VersionStatus]) -> Table {
        let mut table =
            Table::new(&["Version~", "Paragraphs", "Issued~", "Sent~", "Published~", "Languages out~"]);
        for version in versions {
            let day = |day: Option<NaiveDate>| vec![Run::plain(day.map_or("–".to_owned(), short_day))];
            table.row(vec![
                vec![Run::strong(&version.title)],
                vec![Run::plain(version.paragraphs.to_string())],
                day(version.issued),
                day(version.sent),
                day(version.published),
                version.languages_out(),
            ]);
        }
        table
    }

    fn languages_out(&self) -> Vec<Run> {
        match (self.languages.is_empty(), self.languages_not_out.is_empty()) {
            (true, _) => vec![Run::quiet("in preparation")],
            (false, true) => vec![Run::plain(codes(&self.languages))],
            (false, false) => vec![
                Run::plain(codes(&self.languages)),
                Run::quiet(format!("; not yet {}", codes(&self.languages_not_out))),
            ],
        }
    }
}

/// `en, zh`
pub(super) fn codes(languages: &[Language]) -> String {
    languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ")
}
