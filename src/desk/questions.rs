//! The four questions that whoever keeps a consultation must be able to answer at any moment.

use crate::desk::Desk;
use crate::desk::alike::alike;
use crate::desk::delegations::out_in;
use crate::report::{Answered, WorkstreamStatus};
use crate::schedule::ParticipantKind;
use crate::text::{counted, listed, short_day, short_days, within_sentence};

impl Desk {
    /// What is settled, who may speak to the rest, when changes may be proposed, what is undecided.
    pub(super) fn four_questions(&self, workstreams: &[WorkstreamStatus]) -> Vec<Answered> {
        vec![
            Answered { question: "What is settled?", answer: self.settled(workstreams) },
            Answered { question: "Who may speak to the text?", answer: self.who_may_speak() },
            Answered { question: "When may changes be proposed?", answer: self.when_changes() },
            Answered { question: "Which proposals are undecided?", answer: self.undecided(workstreams) },
        ]
    }

    /// States comment; the co-chairs finalize. Nothing is settled before the last version is out.
    fn settled(&self, workstreams: &[WorkstreamStatus]) -> String {
        let schedule = &self.workspace.schedule;
        let Some(last) = schedule.versions.last() else { return "No version is planned.".to_owned() };
        let title = within_sentence(&last.title);
        let out = out_in(&last.id, workstreams);
        if out.len() == workstreams.len() {
            return format!("The {title} is out: no further comments are asked for.");
        }
        let newest = workstreams.iter().filter_map(|w| Some((&w.newest_out()?.title, w.id.clone())));
        let newest = alike(newest)
            .into_iter()
            .map(|(version, named)| format!("the {}{}", within_sentence(version), self.named_among(&named)));
        let newest: Vec<String> = newest.collect();
        match newest.as_slice() {
            [] => format!("Nothing: no text is out, and the {title} is still to come."),
            newest => format!(
                "Nothing before the {title} is out{}. The newest text out is {}.",
                if out.is_empty() { String::new() } else { format!(", as it is in {}", listed(&out)) },
                newest.join(", ")
            ),
        }
    }

    fn who_may_speak(&self) -> String {
        let schedule = &self.workspace.schedule;
        let count = |kind: ParticipantKind| schedule.participants.iter().filter(|p| p.kind == kind).count();
        let kinds = ParticipantKind::WORDS.iter().filter(|(_, kind)| count(*kind) > 0);
        let kinds: Vec<String> =
            kinds.map(|(_, kind)| format!("{} {}", count(*kind), kind.on_screen(count(*kind)))).collect();
        let mut said: Vec<String> = ["participation", "invited"]
            .iter()
            .filter_map(|id| schedule.rules.iter().find(|rule| rule.id == *id))
            .map(|rule| rule.text.clone())
            .collect();
        said.push(match kinds.as_slice() {
            [] => "No delegation is on the list yet.".to_owned(),
            kinds => format!("On the list: {}.", listed(kinds)),
        });
        let minutes = schedule.rules.iter().find_map(|rule| rule.minutes);
        said.extend(
            minutes
                .map(|minutes| format!("A statement lasts up to {}.", counted(minutes as usize, "minute"))),
        );
        said.join(" ")
    }

    /// Whatever is still to come.
    fn when_changes(&self) -> String {
        let schedule = &self.workspace.schedule;
        let rounds = schedule.rounds.iter().filter(|round| round.cancelled.is_none());
        let coming = rounds.filter_map(|round| {
            let (version, start, end) = (round.on.as_ref()?, round.start?, round.end?);
            let deadline =
                schedule.comment_deadline(version, &round.id).and_then(|deadline| deadline.due.last());
            let open = deadline.map_or(end, |deadline| deadline.max(end)) >= self.today;
            open.then(|| {
                let written = match deadline {
                    Some(last) => format!("in writing until {}", short_day(last)),
                    None => "no last day for written comments was announced".to_owned(),
                };
                format!(
                    "On the {} in the {}, {}; {written}.",
                    within_sentence(schedule.title_of(version)),
                    within_sentence(&round.title),
                    short_days(start, end)
                )
            })
        });
        let coming: Vec<String> = coming.collect();
        if coming.is_empty() { "No further round is planned.".to_owned() } else { coming.join(" ") }
    }

    fn undecided(&self, workstreams: &[WorkstreamStatus]) -> String {
        let all: usize = workstreams.iter().map(|workstream| workstream.waiting.proposals).sum();
        let open = workstreams.iter().filter(|workstream| workstream.waiting.undecided_proposals > 0);
        let each = open.map(|w| format!("{} in {}", w.waiting.undecided_proposals, w.id));
        let each: Vec<String> = each.collect();
        let sum: usize = workstreams.iter().map(|workstream| workstream.waiting.undecided_proposals).sum();
        match (all, sum) {
            (0, _) => "None has been made yet.".to_owned(),
            (all, 0) => format!("None of {all} proposed wordings: each has an answer."),
            (all, sum) => {
                let each = if workstreams.len() > 1 { format!(": {}", listed(&each)) } else { String::new() };
                format!(
                    "{sum} of {all} proposed wordings have no answer{each} (`travaux comments --unanswered`)."
                )
            }
        }
    }
}
