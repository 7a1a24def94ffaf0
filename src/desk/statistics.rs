//! The consultation in figures: what was received, round by round, and what became of the text, version by version.

use std::collections::{BTreeMap, BTreeSet};

use crate::collate::{Collation, Entry};
use crate::comment::{Action, Comment, DelegationCode, Kind, Outcome, RoundId, Target};
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::desk::figures::{Received, authors};
use crate::desk::selection::speaks_of;
use crate::desk::witness::Witness;
use crate::draft::{Level, VersionId, VersionName, WorkstreamId};
use crate::error::{Error, Result};
use crate::report::{
    BracketCount, Change, Counted, PassageFigures, ReceivedFigures, StatisticsReport, Tally, VersionFigures,
    WithoutComments,
};
use crate::schedule::ParticipantKind;
use crate::text::{within_sentence, words};
use crate::workspace::Filed;

impl Desk {
    /// A workstream in figures: all of it, or one round, or the comments on one version.
    pub fn statistics(
        &self,
        workstream: Option<&str>,
        round: Option<&str>,
        version: Option<&str>,
        brackets: bool,
    ) -> Result<StatisticsReport> {
        let version = version.map(|typed| self.workspace.version(typed)).transpose()?;
        let workstream = match (&version, workstream) {
            (Some(name), None) => name.workstream.clone(),
            (_, typed) => self.workspace.workstream(typed)?,
        };
        if let Some(name) = version.as_ref().filter(|name| name.workstream != workstream) {
            return Err(Error::refused(
                format!("`{name}` is no version of workstream `{workstream}`"),
                format!("name one workstream only: `travaux statistics --version {name}`"),
            ));
        }
        let round = round.map(|typed| self.round(typed)).transpose()?;
        let version = version.map(|name| name.version);
        let witness = self.witness()?;
        let all = self.received(&workstream, round.as_ref(), version.as_ref());
        let rounds = self.workspace.schedule.rounds.iter().filter(|known| {
            let spoken = all.submissions.iter().any(|filed| filed.submission.round == known.id);
            spoken || round.as_ref() == Some(&known.id)
        });
        let rounds: Vec<ReceivedFigures> = rounds
            .map(|known| {
                let received = self.received(&workstream, Some(&known.id), version.as_ref());
                let figures = self.received_figures(&workstream, &known.title, &received, &witness);
                ReceivedFigures { round: Some(known.id.clone()), ..figures }
            })
            .collect();
        let total = self.received_figures(&workstream, "All rounds", &all, &witness);
        let title = self.workspace.schedule.workstream(&workstream).map(|known| known.title.clone());
        Ok(StatisticsReport {
            about: self.about(),
            workstream: workstream.to_string(),
            title: title.unwrap_or_default(),
            selection: self.selected(round.as_ref(), version.as_ref()),
            language: self.workspace.schedule.original.clone(),
            rounds,
            total,
            versions: self.versions_in_figures(
                &workstream,
                round.as_ref(),
                version.as_ref(),
                &all,
                brackets,
            )?,
        })
    }

    fn selected(&self, round: Option<&RoundId>, version: Option<&VersionId>) -> String {
        let round = round.map(|round| format!("of {round}"));
        let version = version.map(|version| format!("on the {}", within_sentence(&self.title(version))));
        round.into_iter().chain(version).collect::<Vec<_>>().join(", ")
    }

    /// What was received, counted in every way.
    pub(super) fn received_figures(
        &self,
        workstream: &WorkstreamId,
        title: &str,
        received: &Received<'_>,
        witness: &Witness,
    ) -> ReceivedFigures {
        let comments = || received.comments.iter();
        let outcome = |(filed, comment): &(&Filed, &Comment)| {
            let answers = self.workspace.answers.get(&filed.submission.id(comment));
            answers.and_then(|answers| answers.standing()).map_or(Outcome::Open, |answer| answer.outcome)
        };
        let kind_of = |code: &DelegationCode| self.workspace.schedule.participant(code).map(|p| p.kind);
        let speaking = authors(&received.submissions);
        let participants = ParticipantKind::WORDS.iter().map(|(_, kind)| {
            let count = speaking.iter().filter(|code| kind_of(code) == Some(*kind)).count();
            Counted::new(kind.on_screen(count), count)
        });
        let types = Kind::WORDS.iter().map(|(word, kind)| {
            Counted::new(*word, comments().filter(|(_, comment)| comment.kind == *kind).count())
        });
        let actions = Action::WORDS.iter().map(|(word, action)| {
            Counted::new(*word, comments().filter(|(_, comment)| comment.action == *action).count())
        });
        let outcomes = Outcome::WORDS.iter().map(|(_, known)| {
            Counted::new(known.on_screen(), comments().filter(|one| outcome(one) == *known).count())
        });
        let languages = self.workspace.schedule.languages.iter().map(|language| {
            let own = received.submissions.iter().filter(|filed| filed.submission.language == *language);
            Counted::new(language.as_str(), own.count())
        });
        let questions = self.workspace.schedule.questions.iter().map(|question| {
            let own = comments().filter(|(filed, c)| filed.submission.answers(c) == Some(&question.id));
            Counted::new(&question.id, own.count())
        });
        let (passages, without_comments, whole_text, apart) = self.passages_in_figures(workstream, received);
        ReceivedFigures {
            round: None,
            figures: self.figures(title, received, witness),
            withdrawn: comments().filter(|(filed, _)| filed.submission.withdrawn.is_some()).count(),
            replaced: comments().filter(|(filed, _)| self.workspace.replaced_by(filed).is_some()).count(),
            participants: Counted::some(participants),
            types: Counted::some(types),
            actions: Counted::some(actions),
            outcomes: Counted::some(outcomes),
            languages: Counted::some(languages),
            questions: Counted::some(questions),
            passages,
            without_comments,
            whole_text,
            apart,
        }
    }

    /// The passages of the versions commented on, by the number of comments that speak of them, as `comments` finds
    /// them; the paragraphs of which nobody spoke; comments on the whole text, and those without a place.
    fn passages_in_figures(
        &self,
        workstream: &WorkstreamId,
        received: &Received<'_>,
    ) -> (Vec<PassageFigures>, Vec<WithoutComments>, usize, usize) {
        let ids: BTreeSet<_> = received.comments.iter().map(|(filed, c)| filed.submission.id(c)).collect();
        let on: BTreeSet<&VersionId> =
            received.submissions.iter().map(|filed| &filed.submission.version).collect();
        let versions = self.workspace.schedule.versions.iter().map(|known| &known.id);
        let (mut passages, mut without, mut whole, mut apart) = (Vec::new(), Vec::new(), 0, 0);
        for version in versions.filter(|version| on.contains(version)) {
            let name = VersionName::new(workstream, version);
            let collation = Collation::of(&self.workspace, &name);
            let own =
                |entry: &&Entry<'_>| entry.filed.submission.version == *version && ids.contains(&entry.id);
            let entries: Vec<&Entry<'_>> = collation.entries().filter(own).collect();
            let everywhere = |entry: &&&Entry<'_>| entry.comment.target == Target::All;
            whole += entries.iter().filter(everywhere).count();
            apart += entries.iter().filter(|entry| entry.needs_a_person()).count();
            let ruling = self
                .workspace
                .texts
                .get(&name)
                .and_then(|text| text.ruling(&self.workspace.schedule.original));
            let Some(draft) = ruling else { continue };
            let numbering = self.numbering(&name);
            let mut silent = Vec::new();
            for passage in draft.paragraphs.iter().filter(|passage| passage.level() != Level::Item) {
                let spoken: Vec<&&Entry<'_>> =
                    entries.iter().filter(|entry| speaks_of(entry, &passage.id)).collect();
                let delegations: BTreeSet<&DelegationCode> =
                    spoken.iter().map(|entry| &entry.filed.submission.delegation).collect();
                let cited = cite(&numbering, &passage.id);
                match (spoken.len(), passage.level()) {
                    (0, Level::Paragraph) => silent.push(cited),
                    (0, _) => {}
                    (comments, _) => passages.push(PassageFigures {
                        version: self.title(version),
                        cited,
                        comments,
                        delegations: delegations.len(),
                        further: count_further(&spoken),
                    }),
                }
            }
            if !silent.is_empty() {
                without.push(WithoutComments { version: self.title(version), passages: silent });
            }
        }
        // The order of the text among those of which equally many spoke.
        passages.sort_by_key(|passage| std::cmp::Reverse(passage.comments));
        (passages, without, whole, apart)
    }

    /// The versions, each compared with the one that it continues, as `redline` compares them.
    fn versions_in_figures(
        &self,
        workstream: &WorkstreamId,
        round: Option<&RoundId>,
        version: Option<&VersionId>,
        received: &Received<'_>,
        brackets: bool,
    ) -> Result<Vec<VersionFigures>> {
        let spoken_of = |id: &VersionId| received.submissions.iter().any(|f| f.submission.version == *id);
        let shown = |id: &&VersionId| match (version, round) {
            (Some(named), _) => *id == named,
            (None, Some(_)) => spoken_of(id),
            (None, None) => true,
        };
        let original = self.workspace.schedule.original.clone();
        let brackets: BTreeMap<String, BracketCount> = if brackets {
            let counts = self.brackets_over_versions(workstream)?;
            counts.into_iter().map(|count| (count.version.clone(), count)).collect()
        } else {
            BTreeMap::new()
        };
        let mut figures = Vec::new();
        for id in self.workspace.versions_of(workstream).iter().filter(shown) {
            let name = VersionName::new(workstream, id);
            let Some(draft) = self.workspace.texts.get(&name).and_then(|text| text.ruling(&original)) else {
                continue;
            };
            let compared = match self.before(&name) {
                Ok(before) => {
                    let after = self.stated(&name.to_string())?;
                    let comparison = self.compare(before, after, original.clone()).ok();
                    comparison.map(|comparison| {
                        let pairings = comparison.alignment.pairings.iter();
                        let changes: Vec<Change> = pairings.map(|p| comparison.change(p)).collect();
                        (comparison.before.title.clone(), Tally::of(&changes))
                    })
                }
                Err(_) => None,
            };
            let (compared_with, tally) = compared.unzip();
            figures.push(VersionFigures {
                version: self.title(id),
                id: id.clone(),
                paragraphs: draft.count(Level::Paragraph),
                items: draft.count(Level::Item),
                words: draft.paragraphs.iter().map(|passage| words(&passage.text)).sum(),
                compared_with,
                tally,
                brackets: brackets.get(&self.title(id)).cloned(),
            });
        }
        Ok(figures)
    }
}

/// How many comments are kept for further discussion.
fn count_further(entries: &[&&Entry<'_>]) -> usize {
    let further = |entry: &&&&Entry<'_>| {
        entry.answer.is_some_and(|answer| answer.outcome == Outcome::FurtherDiscussion)
    };
    entries.iter().filter(further).count()
}
