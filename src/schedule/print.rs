//! Writes a schedule canonically.

use crate::form::Writer;
use crate::schedule::{Due, Milestone, MilestoneKind, Participant, Round, Schedule};

impl Schedule {
    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let head = Writer::new()
            .text("title", &self.title)
            .truth("example", self.example)
            .truth("illustrative", self.illustrative)
            .text("timezone", self.timezone.name())
            .texts("languages", &self.languages)
            .text("original", self.original.as_str())
            .text_if("default-workstream", self.default_workstream.as_ref())
            .text_if("contact", self.contact.as_ref());
        let rules = self.rules.iter().map(|rule| {
            Writer::new().text("id", &rule.id).text("text", &rule.text).number("minutes", rule.minutes)
        });
        let workstreams = self.workstreams.iter().map(|workstream| {
            let writer = Writer::new().text("id", workstream.id.as_str()).number("number", workstream.number);
            writer.text("title", &workstream.title)
        });
        let versions = self.versions.iter().map(|version| {
            let writer = Writer::new().text("id", version.id.as_str()).text("title", &version.title);
            writer.text_if("follows", version.follows.as_ref())
        });
        let questions = self.questions.iter().map(|question| {
            let writer = Writer::new().text("id", &question.id).text("text", &question.text);
            writer.texts("rounds", &question.rounds)
        });
        Writer::new()
            .table("consultation", head)
            .tables("rule", rules)
            .tables("workstream", workstreams)
            .tables("version", versions)
            .tables("question", questions)
            .tables("round", self.rounds.iter().map(round))
            .tables("milestone", self.milestones.iter().map(milestone))
            .tables("delegation", self.participants.iter().map(participant))
            .print()
    }
}

fn round(round: &Round) -> Writer {
    let sessions = round.sessions.iter().map(|session| {
        Writer::new()
            .text("title", &session.title)
            .text_if("starts", session.starts.as_ref())
            .text_if("ends", session.ends.as_ref())
            .texts("parts", &session.parts)
    });
    Writer::new()
        .text("id", round.id.as_str())
        .text("title", &round.title)
        .date("start", round.start)
        .date("end", round.end)
        .text_if("on", round.on.as_ref())
        .text_if("format", round.format.as_ref())
        .text_if("place", round.place.as_ref())
        .text_if("hours", round.hours.as_ref())
        .truth("tentative", round.tentative)
        .date("cancelled", round.cancelled)
        .tables("session", sessions)
}

fn milestone(milestone: &Milestone) -> Writer {
    let writer = Writer::new()
        .text("id", &milestone.id)
        .text("title", &milestone.title)
        .text_if("kind", (milestone.kind != MilestoneKind::Other).then_some(milestone.kind))
        .text_if("version", milestone.version.as_ref())
        .text_if("round", milestone.round.as_ref());
    let writer = match milestone.due {
        Due::On(day) => writer.date("due", Some(day)),
        Due::Between(first, last) => writer.date("not-before", Some(first)).date("not-after", Some(last)),
        Due::NotAnnounced => writer,
    };
    writer
        .text_if("precision", milestone.precision)
        .text_if("time", milestone.time.as_ref())
        .truth("tentative", milestone.tentative)
        .date("cancelled", milestone.cancelled)
}

fn participant(participant: &Participant) -> Writer {
    let mut writer = Writer::new().text("code", participant.code.as_str()).text("name", &participant.name);
    for (language, name) in &participant.names {
        writer = writer.text(&format!("name-{language}"), name);
    }
    writer.text("kind", participant.kind.word()).texts("members", &participant.members)
}
