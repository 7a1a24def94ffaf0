//! What stands in a document and is no text of its body.

use std::collections::BTreeMap;

/// A kind of thing that is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passed {
    /// A picture, drawing or chart.
    Picture,
    /// The text of a box beside the text.
    TextBox,
    /// A formula.
    Formula,
    /// A file inside the file.
    Embedded,
    /// A sign that only its font knows; U+FFFC stands for it.
    Symbol,
    /// Running heads and feet of pages.
    PageHeads,
    /// A program inside the file, which is never run.
    Macro,
    /// A number in a manner of counting that is not known, given in digits.
    NumberForm,
    /// A change of form alone: type, indents, columns.
    ChangeOfForm,
    /// Something that no version of the standard names.
    Unknown,
}

impl std::fmt::Display for Passed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Passed::Picture => "a picture or drawing",
            Passed::TextBox => "a text box",
            Passed::Formula => "a formula",
            Passed::Embedded => "a file inside the file",
            Passed::Symbol => "a symbol of a font",
            Passed::PageHeads => "a running head or foot",
            Passed::Macro => "macros, which are never run",
            Passed::NumberForm => "a manner of numbering that is not known",
            Passed::ChangeOfForm => "a change of form alone",
            Passed::Unknown => "something that is not known",
        })
    }
}

/// How often each kind was passed over.
pub(super) type PassedOver = BTreeMap<Passed, usize>;
