//! Comments in the margin: what they say, who says it, which of them answers which.

use crate::render::clean::{joined, words};
use crate::render::docx::furniture::W;
use crate::render::docx::package::Part;
use crate::render::docx::paragraph::Shape;
use crate::render::docx::run;
use crate::render::docx::tongue::Tongue;
use crate::render::docx::xml::Xml;
use crate::report::{MarginNote, Run};

const COMPATIBLE: (&str, &str) = ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
const W14: (&str, &str) = ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml");
const W15: (&str, &str) = ("xmlns:w15", "http://schemas.microsoft.com/office/word/2012/wordml");

/// The comments of a text.
#[derive(Debug)]
pub(super) struct Notes<'n> {
    notes: &'n [MarginNote],
}

impl<'n> Notes<'n> {
    pub(super) fn of(notes: &'n [MarginNote]) -> Notes<'n> {
        Notes { notes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// The parts of the file that hold them.
    pub(super) fn parts(&self) -> Vec<Part> {
        let part = |name, relation, kind, bytes| Part { name, kind, relation, bytes };
        vec![
            part(
                "word/comments.xml",
                "comments",
                "officedocument.wordprocessingml.comments",
                self.comments(),
            ),
            part(
                "word/commentsExtended.xml",
                "commentsExtended",
                "officedocument.wordprocessingml.commentsExtended",
                self.threads(),
            ),
            part("word/people.xml", "people", "officedocument.wordprocessingml.people", self.people()),
        ]
    }

    fn comments(&self) -> Vec<u8> {
        let mut xml = Xml::part();
        let ignorable = ("mc:Ignorable", "w14");
        xml.within("w:comments", &[W, COMPATIBLE, W14, ignorable], |xml| {
            for (at, note) in self.notes.iter().enumerate() {
                comment(xml, at, note);
            }
        });
        xml.bytes()
    }

    /// Which comment answers which. A thread hangs on the last paragraph of its comments.
    fn threads(&self) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.within("w15:commentsEx", &[W15, COMPATIBLE, ("mc:Ignorable", "w15")], |xml| {
            for (at, note) in self.notes.iter().enumerate() {
                let (own, parent) = (thread(at), note.answers.map(thread));
                let mut attributes = vec![("w15:paraId", own.as_str())];
                attributes.extend(parent.as_deref().map(|parent| ("w15:paraIdParent", parent)));
                attributes.push(("w15:done", "0"));
                xml.empty("w15:commentEx", &attributes);
            }
        });
        xml.bytes()
    }

    fn people(&self) -> Vec<u8> {
        let mut authors: Vec<String> = self.notes.iter().map(|note| shown(&note.author)).collect();
        authors.sort_unstable();
        authors.dedup();
        let mut xml = Xml::part();
        xml.within("w15:people", &[W15, COMPATIBLE, ("mc:Ignorable", "w15")], |xml| {
            for author in authors {
                xml.within("w15:person", &[("w15:author", &author)], |xml| {
                    xml.empty("w15:presenceInfo", &[("w15:providerId", "None"), ("w15:userId", &author)]);
                });
            }
        });
        xml.bytes()
    }
}

/// The number by which a thread knows a comment; below 0x80000000, as the format asks.
fn thread(at: usize) -> String {
    format!("{:08X}", 0x1000_0000 + at)
}

/// A name on one line, with nothing in it that XML cannot hold.
fn shown(name: &str) -> String {
    words(&joined(&[Run::plain(name)]))
}

fn comment(xml: &mut Xml, at: usize, note: &MarginNote) {
    let (id, date) = (at.to_string(), format!("{}T00:00:00Z", note.day));
    let attributes = [
        ("w:id", id.as_str()),
        ("w:author", &note.author),
        ("w:date", &date),
        ("w:initials", &note.initials),
    ];
    xml.within("w:comment", &attributes, |xml| {
        let last = note.said.len().saturating_sub(1);
        let empty = [Vec::new()];
        let said = if note.said.is_empty() { &empty[..] } else { &note.said };
        for (paragraph, runs) in said.iter().enumerate() {
            let thread = thread(at);
            let name: &[(&str, &str)] = if paragraph == last { &[("w14:paraId", &thread)] } else { &[] };
            xml.within("w:p", name, |xml| said_in(xml, runs, paragraph == 0));
        }
    });
}

/// One paragraph of a comment.
fn said_in(xml: &mut Xml, runs: &[Run], first: bool) {
    let line = joined(runs);
    let tongue = Tongue::guessed(&words(&line));
    let shape = Shape { style: "CommentText", leftward: tongue.leftward };
    xml.within("w:pPr", &[], |xml| {
        xml.value("w:pStyle", shape.style);
        if shape.leftward {
            xml.empty("w:bidi", &[]);
        }
    });
    if first {
        xml.within("w:r", &[], |xml| {
            xml.within("w:rPr", &[], |xml| xml.value("w:rStyle", "CommentReference"));
            xml.empty("w:annotationRef", &[]);
        });
    }
    run::line(xml, &line, &tongue);
}

/// Where the words of a comment begin.
pub(super) fn begins(xml: &mut Xml, at: usize) {
    xml.empty("w:commentRangeStart", &[("w:id", &at.to_string())]);
}

/// Where the words of a comment end, and its sign.
pub(super) fn ends(xml: &mut Xml, at: usize) {
    let id = at.to_string();
    xml.empty("w:commentRangeEnd", &[("w:id", &id)]);
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| xml.value("w:rStyle", "CommentReference"));
        xml.empty("w:commentReference", &[("w:id", &id)]);
    });
}
