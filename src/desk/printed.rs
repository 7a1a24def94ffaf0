//! A version as it is printed: each passage with its number and its hidden names.

use crate::comment::Bookmark;
use crate::desk::tracked::Printed;
use crate::draft::{Draft, Language, Level, Numbering, Paragraph, VersionName};

/// The passages of a version as they are printed. The numbers are text and not a word processor's own: a number is how
/// a passage of this version is cited, and must not change when somebody puts a paragraph into a copy of it.
pub(super) fn printed(
    draft: &Draft,
    numbering: &Numbering,
    version: &VersionName,
    language: &Language,
) -> Vec<Printed> {
    draft.paragraphs.iter().map(|passage| passage_printed(passage, numbering, version, language)).collect()
}

/// One passage as it is printed.
pub(super) fn passage_printed(
    passage: &Paragraph,
    numbering: &Numbering,
    version: &VersionName,
    language: &Language,
) -> Printed {
    let label = match passage.level() {
        Level::Title => None,
        Level::Section => Some(format!("{}.", passage.id)),
        Level::Paragraph | Level::Item => {
            let numbers: Vec<String> = passage.ids().filter_map(|id| numbering.printed(id)).collect();
            Some(numbers.join(", ")).filter(|label| !label.is_empty())
        }
    };
    let names = passage.ids().filter_map(|id| Bookmark::of(version, language, id, &passage.text).name());
    Printed { level: passage.level(), names: names.collect(), label, text: passage.text.clone() }
}
