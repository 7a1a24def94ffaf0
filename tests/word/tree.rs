//! The parts of a file, and the elements in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::Event;

/// An element.
#[derive(Debug, Default, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// The text directly in it.
    pub(crate) text: String,
}

impl Node {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The element and all in it, in reading order, each with the names of those around it.
    pub(crate) fn walk<'n>(
        &'n self,
        around: &mut Vec<&'n str>,
        visit: &mut impl FnMut(&'n Node, &[&'n str]),
    ) {
        visit(self, around);
        around.push(&self.name);
        for child in &self.children {
            child.walk(around, visit);
        }
        around.pop();
    }

    /// All elements of a name.
    pub(crate) fn all<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        let mut found = Vec::new();
        self.walk(&mut Vec::new(), &mut |node, _| {
            if node.name == name {
                found.push(node);
            }
        });
        found
    }
}

/// The parts of a file by name; an error says what is wrong with the ZIP.
pub(crate) fn parts(bytes: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).map_err(|error| error.to_string())?;
        let name = entry.name().map_err(|error| error.to_string())?.into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).map_err(|error| format!("{name}: {error}"))?;
        if parts.insert(name.clone(), text).is_some() {
            return Err(format!("{name} stands twice"));
        }
    }
    Ok(parts)
}

/// Reads a part; an error says why it is not well-formed.
pub(crate) fn parse(text: &str) -> Result<Node, String> {
    if let Some(bad) = text.chars().find(|c| !is_allowed(*c)) {
        return Err(format!("holds {bad:?}, which XML cannot"));
    }
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => open.push(node(&start)?),
            Event::Empty(start) => {
                let node = node(&start)?;
                open.last_mut().expect("the document").children.push(node);
            }
            Event::End(_) => {
                let closed = open.pop().expect("what was opened");
                open.last_mut().expect("the document").children.push(closed);
            }
            Event::Text(text) => {
                let text = text.xml10_content().to_string();
                open.last_mut().expect("the document").text.push_str(&text);
            }
            Event::GeneralRef(name) => {
                let named = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().map_err(|error| error.to_string())?,
                };
                open.last_mut().expect("the document").text.push(named.ok_or("an unknown entity")?);
            }
            Event::DocType(_) => return Err("a document type".to_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    match open.as_mut_slice() {
        [document] => document.children.pop().ok_or_else(|| "no element".to_owned()),
        _ => Err("an element is left open".to_owned()),
    }
}

fn node(start: &quick_xml::events::BytesStart<'_>) -> Result<Node, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Node { name: start.name().as_ref().to_owned(), attributes, ..Node::default() })
}

/// What XML 1.0 can hold.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
