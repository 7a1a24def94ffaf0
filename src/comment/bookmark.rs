//! The hidden name by which a passage is known when a Word file comes back.

use crate::comment::Origin;
use crate::draft::{Language, ParagraphId, VersionName};

/// A bookmark on a passage of a Word file that we wrote: its id, the language of its words, and a digest of them as
/// they were sent out. A name that begins with `_` is hidden in Word and kept by it; other programs may lose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// The passage.
    pub id: ParagraphId,
    /// The language of the words.
    pub language: Language,
    /// The digest, 12 hexadecimal digits.
    pub digest: String,
}

const SIGN: &str = "_tv_";
/// The format allows no longer name.
const LONGEST: usize = 40;
const DIGITS: usize = 12;

impl Bookmark {
    /// On a passage of a version with these words.
    pub fn of(version: &VersionName, language: &Language, id: &ParagraphId, words: &str) -> Bookmark {
        let mut digest = Origin::of(version, language, [words]).digest;
        digest.truncate(DIGITS);
        Bookmark { id: id.clone(), language: language.clone(), digest }
    }

    /// Its name; absent where the format has no room for it, and the passage is matched by its words.
    pub fn name(&self) -> Option<String> {
        // Letters, digits and `_` are allowed.
        let language = self.language.as_str().replace('-', "_");
        let name = format!("{SIGN}{}_{language}_{}", self.id.as_str(), self.digest);
        Some(name).filter(|name| name.len() <= LONGEST)
    }

    /// Reads a name; absent where it is not of our writing.
    pub fn parse(name: &str) -> Option<Bookmark> {
        let (id, rest) = name.strip_prefix(SIGN)?.split_once('_')?;
        let (language, digest) = rest.rsplit_once('_')?;
        let whole = digest.len() == DIGITS && digest.bytes().all(|b| b.is_ascii_hexdigit());
        let language = Language::parse(&language.replace('_', "-"))?;
        let id = ParagraphId::parse(id)?;
        whole.then(|| Bookmark { id, language, digest: digest.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{VersionId, WorkstreamId};

    fn bookmark(id: &str) -> Bookmark {
        let version = VersionName::new(
            &WorkstreamId::parse("ict").expect("a workstream"),
            &VersionId::parse("first").expect("a version"),
        );
        let language = Language::parse("fr").expect("a language");
        let id = ParagraphId::parse(id).expect("an id");
        Bookmark::of(&version, &language, &id, "Les États doivent")
    }

    #[test]
    fn what_is_written_is_read_again() {
        for id in ["title", "D", "D2bis", "B1a", "AB12quater"] {
            let name = bookmark(id).name().expect("room for its name");
            assert!(name.len() <= LONGEST && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            assert_eq!(Bookmark::parse(&name), Some(bookmark(id)), "{name}");
        }
        for bad in ["", "_Toc123", "_tv_", "_tv_D2", "_tv_D2_fr", "_tv_D2_fr_xyz", "_tv__fr_0123456789ab"] {
            assert_eq!(Bookmark::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_name_for_which_there_is_no_room_is_left_out() {
        assert_eq!(bookmark("ABquinquies12quinquiesbquinquies").name(), None);
    }
}
