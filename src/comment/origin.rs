//! Where a row of a table that we wrote comes from.

use crate::comment::digest::{digest, is_digest};
use crate::draft::{Language, VersionId, VersionName, WorkstreamId};

/// What stands in the hidden column of a table that we wrote: the version, the language of its wording, and a
/// digest of what stood in the row. It is matched on its reference and this, never on where the row stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Origin {
    /// The version whose text the row shows.
    pub version: VersionName,
    /// The language of the wording shown.
    pub language: Language,
    /// The digest, 16 hexadecimal digits.
    pub digest: String,
}

impl Origin {
    /// The heading of the column, the same in every language.
    pub const HEADING: &str = "travaux";

    /// Of a row that shows these texts; the same texts in other cells give another digest.
    pub fn of<'t>(
        version: &VersionName,
        language: &Language,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Origin {
        Origin { version: version.clone(), language: language.clone(), digest: digest(texts) }
    }

    /// Reads what stands in the column; absent where it is not of our writing.
    pub fn parse(text: &str) -> Option<Origin> {
        let mut parts = text.split_whitespace();
        let (workstream, version) = parts.next()?.split_once('/')?;
        let version = VersionName::new(&WorkstreamId::parse(workstream)?, &VersionId::parse(version)?);
        let language = Language::parse(parts.next()?)?;
        let digest = parts.next().filter(|digest| is_digest(digest))?.to_owned();
        parts.next().is_none().then_some(Origin { version, language, digest })
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.version, self.language, self.digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Origin {
        let version = VersionName::new(
            &WorkstreamId::parse("ict").expect("a workstream"),
            &VersionId::parse("first").expect("a version"),
        );
        let language = Language::parse("fr").expect("a language");
        Origin::of(&version, &language, texts.iter().copied())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let origin = of(&["D2", "Les États doivent"]);
        assert_eq!(Origin::parse(&origin.to_string()), Some(origin));
        for bad in ["", "ict/first", "ict/first fr", "ict first fr 0123456789abcdef", "ict/first fr xyz"] {
            assert_eq!(Origin::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_digest_knows_where_a_text_ends() {
        assert_ne!(of(&["ab", "c"]).digest, of(&["a", "bc"]).digest);
        assert_ne!(of(&["a"]).digest, of(&["a", ""]).digest);
        assert_eq!(of(&["a"]), of(&["a"]));
    }
}
