//! Who takes part in the consultation.

use std::collections::BTreeMap;

use crate::comment::{DelegationCode, words};
use crate::draft::Language;

words! {
    /// What kind of participant one is; counts of states count states.
    ParticipantKind {
        /// A state.
        State = "state",
        /// A group of states.
        Group = "group",
        /// An international organization.
        InternationalOrganization = "international-organization",
        /// Civil society.
        CivilSociety = "civil-society",
        /// Academia.
        Academia = "academia",
        /// The technology sector.
        TechnologySector = "technology-sector",
    }
}

impl ParticipantKind {
    /// So many of them, as a sentence names them: `states`, `group of states`.
    pub fn on_screen(self, count: usize) -> &'static str {
        match (self, count) {
            (ParticipantKind::State, 1) => "state",
            (ParticipantKind::State, _) => "states",
            (ParticipantKind::Group, 1) => "group of states",
            (ParticipantKind::Group, _) => "groups of states",
            (ParticipantKind::InternationalOrganization, 1) => "international organization",
            (ParticipantKind::InternationalOrganization, _) => "international organizations",
            (ParticipantKind::CivilSociety, _) => "of civil society",
            (ParticipantKind::Academia, _) => "of academia",
            (ParticipantKind::TechnologySector, _) => "of the technology sector",
        }
    }
}

/// A delegation, a group or another participant; keyed by its code, listed by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Its code.
    pub code: DelegationCode,
    /// Its name in the original language.
    pub name: String,
    /// Its names in other languages: `name-zh`.
    pub names: BTreeMap<Language, String>,
    /// What it is.
    pub kind: ParticipantKind,
    /// The members of a group.
    pub members: Vec<DelegationCode>,
}
