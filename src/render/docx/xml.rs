//! One part of the file: elements, attributes, text.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part being written. What is written into memory cannot fail.
pub(super) struct Xml {
    out: Writer<Vec<u8>>,
}

impl Xml {
    /// A stretch of a part.
    pub(super) fn fragment() -> Xml {
        Xml { out: Writer::new(Vec::new()) }
    }

    /// A part with its declaration.
    pub(super) fn part() -> Xml {
        let mut xml = Xml::fragment();
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element and what it holds.
    pub(super) fn within(&mut self, name: &str, attributes: &[(&str, &str)], inner: impl FnOnce(&mut Xml)) {
        self.write(Event::Start(start(name, attributes)));
        inner(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// An element whose one attribute is its value.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(text)));
    }

    /// What was written elsewhere.
    pub(super) fn append(&mut self, other: Xml) {
        self.out.get_mut().extend(other.bytes());
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&mut self) -> bool {
        self.out.get_mut().is_empty()
    }

    /// What was written.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.out.into_inner()
    }

    fn write(&mut self, event: Event<'_>) {
        self.out.write_event(event).expect("memory takes whatever is written to it");
    }
}

fn start<'a>(name: &'a str, attributes: &'a [(&'a str, &'a str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
