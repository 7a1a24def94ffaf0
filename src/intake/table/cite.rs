//! A place that a delegation cited.

use crate::draft::ParagraphId;

/// One place cited in a row, as it was read; which paragraph of the version it is, is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cite {
    /// The whole text: `general`, or page 0 and line 0.
    All,
    /// A printed number, normalised: `12`, `12 bis`, `8(d)`, `8(d)(ii)`, `5.2`.
    Number(String),
    /// From one number to another, both normalised and both meant.
    Range(String, String),
    /// A section, by its letter, number or heading: `D`, `II`, `Terms`.
    Section(String),
    /// A lasting id, written in by the form or by the delegation.
    Id(ParagraphId),
    /// A page, and the line where one is told; to another where one is told.
    Page(Spot, Option<Spot>),
    /// Lines of a text whose pages are not told, first and last.
    Lines(u32, u32),
    /// Words that could not be read as a place.
    Unread(String),
}

/// A place on paper, counted from 1 as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// The page.
    pub page: u32,
    /// The line on it.
    pub line: Option<u32>,
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "page {}, line {line}", self.page),
            None => write!(f, "page {}", self.page),
        }
    }
}

impl std::fmt::Display for Cite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cite::All => f.write_str("the whole text"),
            Cite::Number(number) => f.write_str(number),
            Cite::Range(first, last) => write!(f, "{first}–{last}"),
            Cite::Section(section) => write!(f, "section {section}"),
            Cite::Id(id) => write!(f, "{id}"),
            Cite::Page(from, Some(to)) => write!(f, "{from} to {to}"),
            Cite::Page(from, None) => write!(f, "{from}"),
            Cite::Lines(first, last) if first == last => write!(f, "line {first}"),
            Cite::Lines(first, last) => write!(f, "lines {first}–{last}"),
            Cite::Unread(words) => f.write_str(words),
        }
    }
}
