//! What a name that a person typed means: a delegation, a round, a guiding question.

use crate::comment::{DelegationCode, RoundId};
use crate::desk::Desk;
use crate::error::{Error, Result};

impl Desk {
    /// A delegation by its code or its name in any language.
    pub(super) fn delegation(&self, typed: &str) -> Result<DelegationCode> {
        let participants = &self.workspace.schedule.participants;
        let lower = typed.to_lowercase();
        let found = participants.iter().find(|known| {
            let names = std::iter::once(known.name.as_str()).chain(known.names.values().map(String::as_str));
            known.code.as_str().to_lowercase() == lower
                || names.into_iter().any(|name| name.to_lowercase() == lower)
        });
        found
            .map(|known| known.code.clone())
            .ok_or_else(|| Error::unknown("delegation", typed, self.codes_and_names()))
    }

    /// What may be typed for a delegation.
    pub(super) fn codes_and_names(&self) -> impl Iterator<Item = &str> {
        let participants = self.workspace.schedule.participants.iter();
        participants.flat_map(|known| [known.code.as_str(), known.name.as_str()])
    }

    /// A round by its id.
    pub(super) fn round(&self, typed: &str) -> Result<RoundId> {
        let rounds = &self.workspace.schedule.rounds;
        let found = rounds.iter().find(|round| round.id.as_str().eq_ignore_ascii_case(typed));
        found
            .map(|round| round.id.clone())
            .ok_or_else(|| Error::unknown("round", typed, rounds.iter().map(|round| round.id.as_str())))
    }

    /// A guiding question by its short name, its rank, or its words.
    pub(super) fn question(&self, typed: &str) -> Result<String> {
        let questions = &self.workspace.schedule.questions;
        let bare = typed.trim().trim_end_matches(['.', ')']).to_lowercase();
        let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
        // A longer text that holds a digit is no rank.
        let rank = |at: usize| bare.chars().count() <= 12 && digits == (at + 1).to_string();
        let found = questions.iter().enumerate().find(|(at, question)| {
            question.id.to_lowercase() == bare || question.text.to_lowercase() == bare || rank(*at)
        });
        let known = || questions.iter().map(|question| question.id.as_str());
        found
            .map(|(_, question)| question.id.clone())
            .ok_or_else(|| Error::unknown("guiding question", typed, known()))
    }
}
