//! Makes the blank comment table of a version.

use crate::comment::Origin;
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::draft::{Draft, Language, ParagraphId, VersionId};
use crate::error::Result;
use crate::report::{Deadline, FormPassage, FormReport, FormRound};
use crate::schedule::{Due, MilestoneKind, Round};

/// The rules of a consultation that speak of what happens to what is sent in, by their names in schedule.toml.
const ON_PUBLICATION: [&str; 2] = ["publication", "confidentiality"];

impl Desk {
    /// The blank comment table of a version in one language of the consultation, for all or for one delegation. A
    /// passage that the language lacks stands in the original one.
    pub fn form(
        &self,
        version: &str,
        language: Option<&str>,
        delegation: Option<&str>,
    ) -> Result<FormReport> {
        let language = self.language(language)?;
        let code = delegation.map(|typed| self.delegation(typed)).transpose()?;
        let stated = self.stated(version)?;
        let original = self.workspace.schedule.original.clone();
        let asked = self.draft_if_any(&stated, &language)?;
        let ruling = match (self.draft_if_any(&stated, &original)?, &asked) {
            (Some(ruling), _) => ruling,
            (None, Some(asked)) => asked.clone(),
            (None, None) => self.draft_of(&stated, &language)?,
        };
        let numbering = self.numbering_of(&stated)?;
        let passage = |id: &ParagraphId| {
            let (wording, spoken) = worded(id, asked.as_ref(), &language, &ruling, &original);
            let origin = Origin::of(&stated.name, spoken, [id.as_str(), wording]);
            FormPassage { cited: cite(&numbering, id), wording: wording.to_owned(), origin }
        };
        let name = |code| {
            let known = self.workspace.schedule.participant(code);
            known.map(|known| known.names.get(&language).unwrap_or(&known.name).clone())
        };
        let round = self.round_on(&stated.name.version);
        let mut file = format!("comments-{}-{}-{language}", stated.name.workstream, stated.name.version);
        let mut command = format!("travaux form {version}");
        if language != original {
            command.push_str(&format!(" --language {language}"));
        }
        if let Some(code) = &code {
            file.push_str(&format!("-{code}"));
            command.push_str(&format!(" --delegation {code}"));
        }
        Ok(FormReport {
            about: self.about(),
            version: stated.title.clone(),
            delegation: code.as_ref().and_then(name),
            round: round.map(|round| FormRound {
                title: round.title.clone(),
                start: round.start,
                end: round.end,
            }),
            deadlines: round.map(|round| self.deadlines_of(round)).unwrap_or_default(),
            timezone: self.workspace.schedule.timezone.to_string(),
            rules: self.rules_on_publication(),
            questions: round.map(|round| self.questions_in(round)).unwrap_or_default(),
            whole: Origin::of(&stated.name, &language, ["all", ""]),
            passages: ruling.ids().map(passage).collect(),
            language,
            original,
            file,
            command,
        })
    }

    /// The round that discusses a version: the first that has not ended, or else the last.
    fn round_on(&self, version: &VersionId) -> Option<&Round> {
        let rounds = || {
            let rounds = self.workspace.schedule.rounds.iter();
            rounds.filter(|round| round.on.as_ref() == Some(version))
        };
        let ahead = rounds().find(|round| round.end.is_none_or(|end| end >= self.today));
        ahead.or_else(|| rounds().next_back())
    }

    fn deadlines_of(&self, round: &Round) -> Vec<Deadline> {
        let milestones = self.workspace.schedule.milestones.iter();
        let own = milestones.filter(|milestone| {
            milestone.kind == MilestoneKind::Deadline && milestone.round.as_ref() == Some(&round.id)
        });
        own.map(|milestone| {
            let (from, until) = match milestone.due {
                Due::On(day) => (Some(day), Some(day)),
                Due::Between(from, until) => (Some(from), Some(until)),
                Due::NotAnnounced => (None, None),
            };
            Deadline { title: milestone.title.clone(), from, until }
        })
        .collect()
    }

    fn questions_in(&self, round: &Round) -> Vec<(String, String)> {
        let questions = self.workspace.schedule.questions.iter();
        let put = questions.filter(|question| question.rounds.contains(&round.id));
        put.map(|question| (question.id.clone(), question.text.clone())).collect()
    }

    fn rules_on_publication(&self) -> Vec<String> {
        let rules = self.workspace.schedule.rules.iter();
        let ours = rules.filter(|rule| ON_PUBLICATION.contains(&rule.id.as_str()));
        ours.map(|rule| rule.text.clone()).collect()
    }
}

/// The wording of a passage in the language asked for, or else as the text that rules has it; and the language it is
/// in.
fn worded<'d>(
    id: &ParagraphId,
    asked: Option<&'d Draft>,
    language: &'d Language,
    ruling: &'d Draft,
    original: &'d Language,
) -> (&'d str, &'d Language) {
    match asked.and_then(|draft| draft.get(id)) {
        Some(passage) => (&passage.text, language),
        None => (ruling.get(id).map_or("", |passage| &passage.text), original),
    }
}
