//! XML of a workbook's part, element by element; prefixes and namespaces do not matter.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What comes next in a part.
pub(super) enum Next<'x> {
    /// An element begins; an empty one is followed by its end.
    Start(BytesStart<'x>),
    /// An element ends, by its local name.
    End(String),
    /// Words.
    Words(String),
}

/// Reads a part from its beginning; a fault of form ends it with an error.
pub(super) struct Part<'x> {
    reader: Reader<&'x [u8]>,
    ended: Option<String>,
}

/// The part is no well-formed XML.
#[derive(Debug)]
pub(super) struct Malformed;

impl<'x> Part<'x> {
    pub(super) fn of(text: &'x str) -> Part<'x> {
        Part { reader: Reader::from_str(text), ended: None }
    }

    /// The next event; absent at the end.
    pub(super) fn next(&mut self) -> Result<Option<Next<'x>>, Malformed> {
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
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|each| each.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes; one that is not there says no.
pub(super) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}
