//! The co-chairs' summary of a round, with what can be counted filled in and gaps for what people have to write.
//!
//! It names no delegation: it holds numbers, passages and dates only, so that there is nothing in it to be left out.

use serde::Serialize;

use crate::report::{About, Block, Cited, Counted, Document, ReceivedFigures, Report, Role, Run};
use crate::text::{counted, listed, ordinal_day, within_sentence};

/// The co-chairs' summary of a round, to be finished by people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SummaryReport {
    /// The head.
    pub about: About,
    /// What the workstream is about.
    pub workstream: String,
    /// The round's title.
    pub round: String,
    /// Its days, in words; absent where they were not announced.
    pub days: Option<String>,
    /// Whether it is on record as held.
    pub held: bool,
    /// Where it took place, where that is known.
    pub place: Option<String>,
    /// In person, online or both.
    pub format: Option<String>,
    /// The version discussed, as named on screen.
    pub on: Option<String>,
    /// What was received.
    pub figures: ReceivedFigures,
    /// The guiding questions put in it, with their short names.
    pub questions: Vec<(String, String)>,
    /// The passages in which proposals collide.
    pub contested: Vec<Contested>,
    /// What is planned after it.
    pub next: Vec<NextStep>,
}

/// A passage in which proposals collide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contested {
    /// The version.
    pub version: String,
    /// The passage.
    #[serde(flatten)]
    pub cited: Cited,
    /// In how many places.
    pub places: usize,
    /// How many wordings are wanted there, or that it stay as it is.
    pub wordings: usize,
}

/// What is planned after a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStep {
    /// What.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// What is on record of it by now.
    pub on_record: Option<String>,
}

/// Passages that the page lists.
const MOST: usize = 10;

fn heading(title: &str) -> Block {
    Block::Heading(vec![Run::plain(title)])
}

fn prose(text: impl Into<String>) -> Block {
    Block::Prose(vec![Run::plain(text)])
}

/// What only people can write.
fn gap(what: &str) -> Block {
    Block::Prose(vec![Run::new(Role::Warn, format!("[to be written: {what}]"))])
}

fn points(points: impl IntoIterator<Item = String>) -> Block {
    Block::List(points.into_iter().map(|point| vec![Run::plain(point)]).collect())
}

/// `61 substantive, 9 editorial and 3 general`
fn each(counts: &[Counted]) -> String {
    let each: Vec<String> = counts.iter().map(|one| format!("{} {}", one.count, one.name)).collect();
    listed(&each)
}

impl SummaryReport {
    fn head(&self) -> Vec<Block> {
        let days = match (&self.days, self.held) {
            (Some(days), true) => format!("Date: {days}"),
            (Some(days), false) => format!("Date: {days}, as planned; that it was held is not on record"),
            (None, _) => "Date: not announced".to_owned(),
        };
        let mut lines = vec![format!("Workstream: {}", self.workstream), days];
        lines.push(match (&self.place, &self.format) {
            (Some(place), Some(format)) => format!("Place: {place} ({format})"),
            (Some(place), None) => format!("Place: {place}"),
            (None, Some(format)) => format!("Format: {format}"),
            (None, None) => "Place: not announced".to_owned(),
        });
        lines.extend(self.on.as_ref().map(|on| format!("Text discussed: {}", within_sentence(on))));
        let own = "Prepared under the co-chairs' own responsibility, without prejudice to the position of any delegation. \
                   No delegation is named.";
        vec![
            Block::Prose(vec![Run::strong(own)]),
            points(lines),
            gap("opening remarks, and thanks to the participants"),
        ]
    }

    fn participation(&self) -> Vec<Block> {
        let figures = &self.figures.figures;
        let mut said = format!(
            "{} received from {}: {}. {} covered, directly or through a joint statement or a group.",
            was(figures.submissions, "submission"),
            counted(figures.delegations, "delegation"),
            each(&self.figures.participants),
            was(figures.states_covered, "state"),
        );
        if figures.submissions == 0 {
            said = "No submission was received.".to_owned();
        } else {
            let languages = each(&self.figures.languages);
            said.push_str(&format!(" By language: {languages}."));
            if let Some(late) = figures.late.filter(|late| *late > 0) {
                said.push_str(&format!(" {late} came after the last day for comments."));
            } else if figures.after_the_round > 0 {
                said.push_str(&format!(" {} came after the round.", figures.after_the_round));
            }
            said.push_str(&format!(
                " They hold {}: {}; what they ask: {}.",
                counted(figures.comments, "comment"),
                each(&self.figures.types),
                each(&self.figures.actions)
            ));
        }
        vec![heading("Participation"), prose(said)]
    }

    fn text(&self) -> Vec<Block> {
        let mut blocks = vec![heading("Paragraphs most commented on")];
        if self.figures.passages.is_empty() {
            blocks.push(prose("No comment speaks of a paragraph."));
        } else {
            blocks.push(points(self.figures.passages.iter().take(MOST).map(|passage| passage.sentence())));
        }
        let silent: usize = self.figures.without_comments.iter().map(|one| one.passages.len()).sum();
        let mut rest = Vec::new();
        if self.figures.whole_text > 0 {
            rest.push(format!("{} on the text as a whole", counted(self.figures.whole_text, "comment")));
        }
        if silent > 0 {
            rest.push(format!("{} on which nobody commented", counted(silent, "paragraph")));
        }
        if !rest.is_empty() {
            blocks.push(prose(format!("Besides: {}.", listed(&rest))));
        }
        blocks.extend([heading("Points on which views come together"), gap("what many said alike")]);
        blocks.push(heading("Points on which views differ"));
        if self.contested.is_empty() {
            blocks.push(prose("No two proposals ask for different words in the same place."));
        } else {
            let said = |one: &Contested| {
                let (places, wordings) = (counted(one.places, "place"), counted(one.wordings, "wording"));
                format!("{}: {places} where proposals collide, {wordings}", one.cited.both())
            };
            blocks.push(points(self.contested.iter().map(said)));
        }
        blocks.push(gap("what the views are, without naming who holds them"));
        blocks
    }

    fn questions(&self) -> Vec<Block> {
        if self.questions.is_empty() {
            return Vec::new();
        }
        let count = |id: &String| {
            self.figures.questions.iter().find(|one| one.name == *id).map_or(0, |one| one.count)
        };
        let said = self
            .questions
            .iter()
            .map(|(id, text)| format!("{text} {} answer it.", counted(count(id), "comment")));
        let mut blocks = vec![heading("Guiding questions"), points(said)];
        let practice =
            self.figures.types.iter().find(|one| one.name == "practice").map_or(0, |one| one.count);
        blocks.push(prose(match practice {
            0 => "No comment tells of national practice.".to_owned(),
            1 => "1 comment tells of national practice.".to_owned(),
            count => format!("{count} comments tell of national practice."),
        }));
        blocks.push(gap("the practice that was offered, without naming whose it is"));
        blocks
    }

    fn further(&self) -> Vec<Block> {
        let mut blocks = vec![heading("Issues for further discussion")];
        let further = self.figures.passages.iter().filter(|passage| passage.further > 0);
        let kept: Vec<String> = further
            .map(|passage| format!("{}: {}", passage.cited.both(), counted(passage.further, "comment")))
            .collect();
        if kept.is_empty() {
            blocks.push(prose("No comment is kept for further discussion so far."));
        } else {
            blocks.push(points(kept));
        }
        blocks.push(gap("what has to be discussed further, and why"));
        blocks
    }

    fn handling(&self) -> Vec<Block> {
        let figures = &self.figures.figures;
        let outcomes: Vec<String> = self
            .figures
            .outcomes
            .iter()
            .map(|one| format!("{} {}", one.count, within_sentence(&one.name)))
            .collect();
        let said = format!(
            "Every comment is kept as it came and receives an answer. By {}, {} of {} are answered: {}.",
            ordinal_day(self.about.as_at),
            figures.answered,
            figures.comments,
            listed(&outcomes)
        );
        let mut blocks = vec![heading("How comments are handled")];
        if figures.comments > 0 {
            blocks.push(prose(said));
        }
        blocks.push(gap("how the co-chairs work the comments into the next version"));
        blocks
    }

    fn steps(&self) -> Vec<Block> {
        let mut blocks = vec![heading("Next steps")];
        if self.next.is_empty() {
            blocks.push(prose("Nothing is planned after this round."));
        } else {
            let step = |step: &NextStep| {
                let record = step.on_record.as_ref().map(|record| format!(" ({record})")).unwrap_or_default();
                format!("{}: {}{record}", step.title, step.when)
            };
            blocks.push(points(self.next.iter().map(step)));
        }
        blocks
    }
}

/// `1 submission was`, `3 submissions were`
fn was(number: usize, noun: &str) -> String {
    format!("{} {}", counted(number, noun), if number == 1 { "was" } else { "were" })
}

impl Report for SummaryReport {
    fn name(&self) -> &'static str {
        "summary"
    }

    fn document(&self) -> Document {
        let parts = [
            self.head(),
            self.participation(),
            self.text(),
            self.questions(),
            self.further(),
            self.handling(),
            self.steps(),
        ];
        let title = format!("Co-chairs' summary: {}", within_sentence(&self.round));
        self.about.page(title, parts.into_iter().flatten().collect())
    }
}
