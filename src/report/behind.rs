//! Who is behind a wording.

use serde::Serialize;

use crate::text::listed;

/// Those who ask for a wording and those who say they support it, by name; nobody in an unattributed answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Behind {
    /// Who asks, in English alphabetical order.
    pub proposed_by: Vec<Speaker>,
    /// Who says they support it, in the same order.
    pub supported_by: Vec<String>,
    /// The comments that ask for it.
    pub comments: Vec<String>,
}

/// A delegation, with those for whom it speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Speaker {
    /// Its name.
    pub name: String,
    /// For whom else it speaks.
    pub on_behalf_of: Vec<String>,
    /// Who made it their own afterwards.
    pub aligned: Vec<String>,
}

impl Speaker {
    fn said(&self) -> String {
        if self.on_behalf_of.is_empty() {
            return self.name.clone();
        }
        format!("{} on behalf of {}", self.name, listed(&self.on_behalf_of))
    }
}

impl Behind {
    /// `Arendia, Fenland on behalf of Borland; aligned: Estria; supported by Galvia`; empty where nobody is named.
    pub fn said(&self) -> String {
        let speakers: Vec<String> = self.proposed_by.iter().map(Speaker::said).collect();
        let mut said = speakers.join(", ");
        let mut aligned: Vec<&str> =
            self.proposed_by.iter().flat_map(|speaker| &speaker.aligned).map(String::as_str).collect();
        aligned.sort_unstable();
        aligned.dedup();
        if !aligned.is_empty() {
            said.push_str(&format!("; aligned: {}", listed(&aligned)));
        }
        if !self.supported_by.is_empty() {
            said.push_str(&format!("; supported by {}", listed(&self.supported_by)));
        }
        said
    }
}
