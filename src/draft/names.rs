//! Names that must not be confused: workstreams, versions, languages.

use serde::Serialize;

/// What a workstream, version or round may be called.
pub const NAME_GRAMMAR: &str = "a name of small letters, digits and hyphens, such as `ict`";

/// Whether a name is one of small letters, digits and hyphens, beginning with a letter.
fn follows_grammar(name: &str) -> bool {
    name.len() <= 40
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Reads a name; absent where it does not follow the grammar.
            pub fn parse(name: &str) -> Option<$name> {
                follows_grammar(name).then(|| $name(name.to_owned()))
            }

            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// One of the consultation's subjects with a text of its own: `ict`.
    ///
    /// A workstream cannot be taken for a version:
    ///
    /// ```compile_fail
    /// use travaux::draft::{VersionId, WorkstreamId};
    /// let version: VersionId = WorkstreamId::parse("ict").unwrap();
    /// ```
    WorkstreamId
}

name! {
    /// A circulated or coming state of the text: `observations`, `first`, `second`, `final`.
    VersionId
}

/// A version of one workstream's text: `ict/first`; also the name of its tag.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct VersionName {
    /// The workstream.
    pub workstream: WorkstreamId,
    /// The version.
    pub version: VersionId,
}

impl VersionName {
    /// Puts the two names together.
    pub fn new(workstream: &WorkstreamId, version: &VersionId) -> VersionName {
        VersionName { workstream: workstream.clone(), version: version.clone() }
    }
}

impl std::fmt::Display for VersionName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.workstream, self.version)
    }
}

/// A language of the consultation, by its code: `en`, `zh`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// What a language may be called.
    pub const GRAMMAR: &str = "a language code such as `en`, `zh` or `pt-BR`";

    /// Reads a code; absent where it does not look like one.
    pub fn parse(code: &str) -> Option<Language> {
        let mut parts = code.split('-');
        let language = parts.next()?;
        let plain = (2..=3).contains(&language.len()) && language.chars().all(|c| c.is_ascii_lowercase());
        let rest = parts
            .all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
        (plain && rest).then(|| Language(code.to_owned()))
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        let language = self.0.split('-').next().unwrap_or_default();
        matches!(language, "ar" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_climb_out_of_their_folder() {
        for bad in ["", "..", "a/b", "A", "1a", "a b", "con.", "é"] {
            assert_eq!(VersionId::parse(bad), None, "{bad}");
        }
        assert!(VersionId::parse("second-draft").is_some());
    }

    #[test]
    fn languages_are_codes() {
        assert!(Language::parse("zh").is_some() && Language::parse("pt-BR").is_some());
        assert!(Language::parse("English").is_none() && Language::parse("e").is_none());
        let right_to_left = |code| Language::parse(code).unwrap().is_right_to_left();
        assert!(right_to_left("ar") && right_to_left("ar-EG") && !right_to_left("zh"));
    }
}
