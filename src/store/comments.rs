//! Reads what stands in `comments/`: first all that was received, then the answers to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::comment::{Answers, Comment, CommentId, DelegationCode, RoundId, Submission};
use crate::draft::WorkstreamId;
use crate::error::{Place, Problem};
use crate::schedule::RoundRecord;
use crate::store::filenames::{self, ANSWER, SUBMISSION};
use crate::store::known::{List, Places};
use crate::store::reading::Reading;
use crate::store::source::{Entry, Kind, below};
use crate::workspace::Filed;

/// Whose comments of which round are meant.
type Voice = (WorkstreamId, RoundId, DelegationCode);

/// All that was received, and where its answers stand.
#[derive(Debug, Default)]
pub(super) struct Received {
    /// The rounds on record.
    pub(super) rounds: BTreeMap<(WorkstreamId, RoundId), RoundRecord>,
    /// The submissions, in the order of the schedule's workstreams and rounds, then of the files.
    pub(super) submissions: Vec<Filed>,
    /// Submissions that could not be read: nobody can say which comments they hold.
    unread: BTreeSet<Voice>,
    answers: Vec<(WorkstreamId, RoundId, String)>,
}

impl Reading<'_> {
    /// The records of rounds, and the submissions.
    pub(super) fn received(&mut self) -> Received {
        let mut received = Received::default();
        let entries = self.top("comments");
        let mut rounds = Vec::new();
        for (workstream, folder) in self.folders("comments", entries, List::Workstreams, WorkstreamId::parse)
        {
            let entries = self.entries(&folder);
            for (round, folder) in self.folders(&folder, entries, List::Rounds, RoundId::parse) {
                rounds.push((workstream.clone(), round, folder));
            }
        }
        // By the schedule, so that `r10` comes after `r9`.
        let (streams, ranks) = (self.ranks(List::Workstreams), self.ranks(List::Rounds));
        rounds.sort_by_key(|(w, r, _)| (streams.get(w.as_str()).copied(), ranks.get(r.as_str()).copied()));
        for (workstream, round, folder) in rounds {
            self.round(&mut received, &workstream, &round, &folder);
        }
        self.numbers(&received.submissions);
        received
    }

    fn round(&mut self, received: &mut Received, workstream: &WorkstreamId, round: &RoundId, folder: &str) {
        let mut files = Vec::new();
        for Entry { name, kind } in self.entries(folder) {
            let path = below(folder, &name);
            match (kind, name.as_str()) {
                // The bytes as they were sent, which only `import` reads.
                (Kind::Folder, "received") => {}
                (Kind::Folder, "answers") => {
                    received.answers.push((workstream.clone(), round.clone(), path));
                }
                (Kind::File, "round.toml") => {
                    let record =
                        self.text(&path).and_then(|read| self.parsed(RoundRecord::parse(&path, &read.text)));
                    received.rounds.extend(record.map(|r| ((workstream.clone(), round.clone()), r)));
                }
                (Kind::File, _) if filenames::submission(&name).is_some() => {
                    files.extend(filenames::submission(&name).map(|(code, nth)| (code, nth, path)));
                }
                _ => {
                    let problem = Problem::new(Place::file(&path), "nothing else stands in a round's folder");
                    let expected = format!("{SUBMISSION}, `round.toml`, `answers`, `received`");
                    self.note(problem.found(&name).expected(expected));
                }
            }
        }
        files.sort();
        let stems: Vec<String> = files.iter().map(|(code, nth, _)| stem(code, *nth)).collect();
        for (code, _, path) in files {
            match self.submission(&path, workstream, round, &code, &stems) {
                Some(submission) => received.submissions.push(Filed { path, submission }),
                None => {
                    received.unread.insert((workstream.clone(), round.clone(), code));
                }
            }
        }
    }

    fn submission(
        &mut self,
        path: &str,
        workstream: &WorkstreamId,
        round: &RoundId,
        code: &DelegationCode,
        stems: &[String],
    ) -> Option<Submission> {
        let read = self.text(path)?;
        let text = &read.text;
        let submission = self.parsed(Submission::parse(path, text, workstream, round))?;
        let places = Places::new(path, text);
        let head = |key| places.of("submission", 0, key);
        if submission.delegation != *code {
            let problem =
                Problem::new(head("delegation"), "`delegation` does not agree with the file's name");
            self.note(problem.found(submission.delegation.as_str()).expected(format!("`{code}`")));
        }
        self.hear(code, || Place::file(path));
        for code in &submission.on_behalf_of {
            self.hear(code, || head("on-behalf-of"));
        }
        self.is_known(List::Versions, submission.version.as_str(), || head("version"));
        self.is_known(List::Languages, submission.language.as_str(), || head("language"));
        if let Some(question) = &submission.question {
            self.is_known(List::Questions, question, || head("question"));
        }
        if let Some(earlier) = submission.replaces.as_ref().filter(|earlier| !stems.contains(earlier)) {
            let problem = Problem::new(head("replaces"), "the round holds no such submission");
            self.note(problem.among(earlier, stems.iter().map(String::as_str)));
        }
        for code in &submission.aligned {
            self.hear(code, || head("aligned"));
        }
        for (nth, comment) in submission.comments.iter().enumerate() {
            if let Some(question) = &comment.question {
                self.is_known(List::Questions, question, || places.of("comment", nth, "question"));
            }
            if let Some(language) = &comment.quote_language {
                let place = || places.of("comment", nth, "quote-language");
                self.is_known(List::Languages, language.as_str(), place);
            }
        }
        (submission.delegation == *code).then_some(submission)
    }

    /// Numbers run on through all submissions of a delegation in a round; only a comment that is sent again
    /// unchanged, in a submission that replaces another, keeps its number.
    fn numbers(&mut self, submissions: &[Filed]) {
        let mut taken: BTreeMap<CommentId, (&str, &Comment)> = BTreeMap::new();
        for filed in submissions {
            for comment in &filed.submission.comments {
                let Some((first, earlier)) =
                    taken.insert(filed.submission.id(comment), (&filed.path, comment))
                else {
                    continue;
                };
                if filed.submission.replaces.is_some() && first != filed.path && comment.same_words(earlier) {
                    continue;
                }
                let place = Place::line(&filed.path, comment.line);
                let problem = Problem::new(place, format!("number is already taken in {first}"));
                let expected = match filed.submission.replaces {
                    Some(_) => "a number of its own, or the very words of that comment",
                    None => "a number of its own",
                };
                self.odd("number-twice", problem.found(comment.no.to_string()).expected(expected));
            }
        }
    }

    /// What the co-chairs put on file about each comment.
    pub(super) fn answers(&mut self, received: &Received) -> BTreeMap<CommentId, Answers> {
        let ids = received.submissions.iter().flat_map(|filed| {
            filed.submission.comments.iter().map(move |comment| filed.submission.id(comment))
        });
        let known: BTreeSet<CommentId> = ids.collect();
        let mut all = BTreeMap::new();
        for (workstream, round, folder) in &received.answers {
            for Entry { name, kind } in self.entries(folder) {
                let path = below(folder, &name);
                let Some((delegation, no)) = filenames::answer(&name).filter(|_| kind == Kind::File) else {
                    let problem = Problem::new(Place::file(&path), "nothing else stands among the answers");
                    self.note(problem.found(&name).expected(ANSWER));
                    continue;
                };
                let id = CommentId { workstream: workstream.clone(), round: round.clone(), delegation, no };
                self.belongs(&path, &id, received, &known);
                let see = received.unread.is_empty().then_some(&known);
                all.extend(self.answer(&path, &id, see).map(|answers| (id, answers)));
            }
        }
        all
    }

    /// An answer must have a comment; where the submission could not be read, it may have one.
    fn belongs(&mut self, path: &str, id: &CommentId, received: &Received, known: &BTreeSet<CommentId>) {
        let voice = (id.workstream.clone(), id.round.clone(), id.delegation.clone());
        if known.contains(id) || received.unread.contains(&voice) {
            return;
        }
        let short: Vec<String> = known
            .iter()
            .filter(|other| other.workstream == id.workstream && other.round == id.round)
            .map(CommentId::short)
            .collect();
        let problem = Problem::new(Place::file(path), "there is no comment that this answers");
        self.odd("answer-without-comment", problem.among(&id.short(), short.iter().map(String::as_str)));
    }

    fn answer(&mut self, path: &str, id: &CommentId, see: Option<&BTreeSet<CommentId>>) -> Option<Answers> {
        let read = self.text(path)?;
        let text = &read.text;
        let answers = self.parsed(Answers::parse(path, text))?;
        let places = Places::new(path, text);
        for (nth, answer) in answers.answers.iter().enumerate() {
            let at = |key| places.of("answer", nth, key);
            self.is_known(List::Versions, answer.version.as_str(), || at("version"));
            if let (Some(see), Some(known)) = (&answer.see, see)
                && CommentId::parse(see, &id.workstream).is_none_or(|other| !known.contains(&other))
            {
                let short: Vec<String> = known.iter().map(CommentId::short).collect();
                let problem = Problem::new(at("see"), "there is no such comment");
                self.note(problem.among(see, short.iter().map(String::as_str)));
            }
        }
        for (nth, placement) in answers.placements.iter().enumerate() {
            let place = || places.of("placement", nth, "version");
            self.is_known(List::Versions, placement.version.as_str(), place);
        }
        Some(answers)
    }
}

/// A submission's file name without its ending, as `replaces` names it.
fn stem(code: &DelegationCode, nth: u32) -> String {
    if nth == 1 { code.to_string() } else { format!("{code}-{nth}") }
}

#[cfg(test)]
mod tests {
    use crate::store::testing::{ANSWER, House, submission};

    #[test]
    fn a_submission_agrees_with_its_name_and_numbers_run_on() {
        let house = House::committed();
        house.put("comments/ict/r4/XAA-2.toml", submission("XAA", 1).as_bytes());
        house.put("comments/ict/r4/XAB.toml", submission("XAA", 3).as_bytes());
        house.put("comments/ict/r4/answers/XAB-3.toml", ANSWER.as_bytes());
        house.put("comments/ict/r4/answers/XAA-12.toml", ANSWER.as_bytes());
        let problems = house.problems();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(problems[0].starts_with("comments/ict/r4/XAB.toml:2: `delegation` does not agree"));
        house.put("comments/ict/r4/XAB.toml", submission("XAB", 3).as_bytes());
        let workspace = house.store().read().unwrap();
        let odd: Vec<String> =
            workspace.oddities.iter().map(|odd| format!("{} {}", odd.kind, odd.problem)).collect();
        assert_eq!(odd.len(), 2, "{odd:#?}");
        assert!(odd[0].starts_with("number-twice comments/ict/r4/XAA-2.toml:7: number is already taken in"));
        assert!(odd[1].starts_with("answer-without-comment comments/ict/r4/answers/XAA-12.toml"));
        assert!(odd[1].contains("did you mean `XAA-r4-1`?"));
        assert_eq!(workspace.comments().count(), 3);
    }

    #[test]
    fn a_comment_of_another_wording_is_not_lost_for_bearing_a_number_again() {
        let house = House::committed();
        let other = submission("XAA", 1).replace("received", "replaces = \"XAA\"\nreceived");
        house.put("comments/ict/r4/XAA-2.toml", (other + "proposal = \"other words\"\n").as_bytes());
        let itself = submission("XAB", 1).replace("received", "replaces = \"XAB\"\nreceived");
        house.put("comments/ict/r4/XAB.toml", itself.as_bytes());
        let workspace = house.store().read().unwrap();
        let standing: Vec<&str> = workspace.comments().map(|(filed, _)| filed.name()).collect();
        assert_eq!(standing, ["XAA", "XAA-2", "XAB"]);
    }

    #[test]
    fn a_comment_sent_again_unchanged_keeps_its_number_and_stands_once() {
        let house = House::committed();
        let again = submission("XAA", 1).replace("received", "replaces = \"XAA\"\nreceived");
        house.put("comments/ict/r4/XAA-2.toml", again.as_bytes());
        let workspace = house.store().read().unwrap();
        assert!(workspace.oddities.is_empty(), "{:#?}", workspace.oddities);
        let standing: Vec<&str> = workspace.comments().map(|(filed, _)| filed.name()).collect();
        assert_eq!(standing, ["XAA-2"]);
        let id = crate::comment::CommentId::parse("ict/XAA-r4-1", &workspace.schedule.workstreams[0].id);
        assert_eq!(workspace.comment(&id.unwrap()).unwrap().0.name(), "XAA-2");
    }

    #[test]
    fn submissions_come_in_the_order_of_the_schedule_and_of_their_names() {
        let house = House::committed();
        house.put("comments/ict/r10/XAA.toml", submission("XAA", 1).as_bytes());
        house.put("comments/ict/r4/XAA-2.toml", submission("XAA", 2).as_bytes());
        house.put("comments/ict/r4/XAB.toml", submission("XAB", 1).as_bytes());
        house.put("comments/ict/r4/received/anything at all", b"\xFF");
        house.put("comments/ict/r4/round.toml", b"[held]\nstart = 2026-05-04\n");
        let workspace = house.store().read().unwrap();
        let paths: Vec<&str> =
            workspace.submissions.iter().map(|f| &f.path["comments/ict/".len()..]).collect();
        assert_eq!(paths, ["r4/XAA.toml", "r4/XAA-2.toml", "r4/XAB.toml", "r10/XAA.toml"]);
        assert_eq!(workspace.rounds.len(), 1);
    }
}
