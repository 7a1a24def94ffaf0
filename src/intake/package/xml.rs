//! XML of a part, element by element; prefixes do not matter.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

/// What comes next in a part.
pub(in crate::intake) enum Next<'x> {
    /// An element begins; an empty one is followed by its end.
    Start(BytesStart<'x>),
    /// An element ends, by its local name.
    End(String),
    /// Words.
    Words(String),
}

/// Reads a part from its beginning; a fault of form ends it with an error.
pub(in crate::intake) struct Part<'x> {
    reader: NsReader<&'x [u8]>,
    ended: Option<String>,
}

/// Whose word an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Space {
    /// Of a text, in transitional or strict files.
    Word,
    /// Of a text, as later versions of Word extend it.
    WordLater,
    /// Of two forms of one thing, one of which is to be read.
    Compatibility,
    /// Of formulas.
    Formula,
    /// Of anything else.
    Other,
}

/// The part is no well-formed XML.
#[derive(Debug)]
pub(in crate::intake) struct Malformed;

impl<'x> Part<'x> {
    pub(in crate::intake) fn of(text: &'x str) -> Part<'x> {
        Part { reader: NsReader::from_str(text), ended: None }
    }

    /// Whose word the element is that was just met.
    pub(in crate::intake) fn space(&self, element: &BytesStart<'_>) -> Space {
        let ResolveResult::Bound(space) = self.reader.resolver().resolve_element(element.name()).0 else {
            return Space::Other;
        };
        match space.as_ref() {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Formula,
            later if later.starts_with("http://schemas.microsoft.com/office/word/20") => Space::WordLater,
            _ => Space::Other,
        }
    }

    /// Whether the namespaces of some prefixes, divided by spaces, are all known to be understood or passed over.
    pub(in crate::intake) fn understands(&self, prefixes: &str) -> bool {
        const UNDERSTOOD: [&str; 9] = [
            "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
            "http://schemas.microsoft.com/office/word/2010/wordml",
            "http://schemas.microsoft.com/office/word/2012/wordml",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ];
        prefixes.split_whitespace().all(|prefix| {
            let name = format!("{prefix}:x");
            let bound = self.reader.resolver().resolve_element(quick_xml::name::QName(&name)).0;
            matches!(bound, ResolveResult::Bound(space) if UNDERSTOOD.contains(&space.as_ref()))
        })
    }

    /// The next event; absent at the end.
    pub(in crate::intake) fn next(&mut self) -> Result<Option<Next<'x>>, Malformed> {
        if let Some(name) = self.ended.take() {
            return Ok(Some(Next::End(name)));
        }
        loop {
            return Ok(match self.reader.read_event().map_err(|_| Malformed)? {
                Event::Start(element) => Some(Next::Start(element)),
                Event::Empty(element) => {
                    self.ended = Some(element.local_name().as_ref().to_owned());
                    Some(Next::Start(element))
                }
                Event::End(element) => Some(Next::End(element.local_name().as_ref().to_owned())),
                Event::Text(words) => Some(Next::Words(words.xml10_content().into_owned())),
                Event::CData(words) => Some(Next::Words(words.into_inner().into_owned())),
                Event::GeneralRef(name) => Some(Next::Words(referred(&name)?)),
                Event::Eof => None,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }
}

fn referred(name: &BytesRef<'_>) -> Result<String, Malformed> {
    if let Some(c) = name.resolve_char_ref().map_err(|_| Malformed)? {
        return Ok(c.to_string());
    }
    let words = match name.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(Malformed),
    };
    Ok(words.to_owned())
}

/// An attribute by its local name.
pub(in crate::intake) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|each| each.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes; one that is not there says no.
pub(in crate::intake) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}
