//! The content of a run: words, and signs that stand for letters.

use quick_xml::events::BytesStart;

use crate::intake::docx::passed::Passed;
use crate::intake::package::attribute;

/// The form of a run, as far as it matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Bold or not by its own word.
    pub(super) bold: Option<bool>,
    /// Bold by its style.
    pub(super) styled: bool,
}

/// What an element within a run is.
pub(super) enum Content {
    /// Words follow.
    Words,
    /// It stands for these letters.
    Letters(&'static str),
    /// It begins, divides or ends a field.
    Field(String),
    /// The sign of a comment.
    Comment(String),
    /// It is passed over, and counted where it could be missed.
    Passed(Option<Passed>),
    /// It is none of a run's own.
    Other,
}

/// Says what an element within a run is.
pub(super) fn content(name: &str, element: &BytesStart<'_>) -> Content {
    let told = |name| attribute(element, name).unwrap_or_default();
    match name {
        "t" | "delText" => Content::Words,
        "tab" | "ptab" => Content::Letters("\t"),
        "br" if matches!(told("type").as_str(), "page" | "column") => Content::Letters("\u{c}"),
        "br" | "cr" => Content::Letters("\n"),
        "noBreakHyphen" => Content::Letters("\u{2011}"),
        "softHyphen" => Content::Letters("\u{ad}"),
        "sym" => Content::Letters("\u{fffc}"),
        "fldChar" => Content::Field(told("fldCharType")),
        "commentReference" => Content::Comment(told("id")),
        "drawing" | "pict" => Content::Passed(Some(Passed::Picture)),
        "object" | "control" | "contentPart" => Content::Passed(Some(Passed::Embedded)),
        _ => Content::Other,
    }
}

/// Whether a property that may be switched off is on.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    attribute(element, "val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}
