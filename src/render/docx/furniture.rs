//! What surrounds the text: the page, its head and foot, the properties of the file.

use chrono::NaiveDate;

use crate::render::clean::joined;
use crate::render::docx::package::reference;
use crate::render::docx::run;
use crate::render::docx::tongue::Tongue;
use crate::render::docx::xml::Xml;
use crate::report::{Role, Run};
use crate::text::ordinal_day;

/// What stands around the text on every page.
#[derive(Debug, Default)]
pub(super) struct Furniture<'p> {
    /// What the file is called.
    pub(super) title: &'p str,
    /// What stands at the head of every page.
    pub(super) head: &'p str,
    /// The day for which it holds.
    pub(super) day: Option<NaiveDate>,
    /// What must be said on every page.
    pub(super) notice: Option<&'p str>,
    /// What is said about the text, under that.
    pub(super) note: Option<&'p str>,
    /// Which version the hidden names belong to.
    pub(super) version: Option<&'p str>,
    /// Whether the sheet lies on its long side.
    pub(super) wide: bool,
    /// The language of the text.
    pub(super) tongue: Tongue,
}

pub(super) const W: (&str, &str) =
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const R: (&str, &str) = ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

/// The short and the long side of A4, and the margin, in twentieths of a point.
const SHORT: usize = 11_906;
const LONG: usize = 16_838;
const MARGIN: usize = 1_304;
/// The margin where a table needs the room.
const NARROW_MARGIN: usize = 850;

impl Furniture<'_> {
    /// The room between the margins.
    pub(super) fn room(&self) -> usize {
        (if self.wide { LONG } else { SHORT }) - 2 * self.margin()
    }

    fn margin(&self) -> usize {
        if self.wide { NARROW_MARGIN } else { MARGIN }
    }

    /// The part that holds the text.
    pub(super) fn document(&self, body: Xml) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.within("w:document", &[W, R], |xml| {
            xml.within("w:body", &[], |xml| {
                xml.append(body);
                self.section(xml);
            });
        });
        xml.bytes()
    }

    fn section(&self, xml: &mut Xml) {
        let (width, height) = if self.wide { (LONG, SHORT) } else { (SHORT, LONG) };
        let (width, height, margin) = (width.to_string(), height.to_string(), self.margin().to_string());
        let orient = if self.wide { "landscape" } else { "portrait" };
        xml.within("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", &reference("header"))]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", &reference("footer"))]);
            xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", orient)]);
            let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
            let rest = [("w:header", "680"), ("w:footer", "680"), ("w:gutter", "0")];
            xml.empty("w:pgMar", &[&sides[..], &rest[..]].concat());
            xml.empty("w:cols", &[("w:space", "708")]);
            if self.tongue.leftward {
                xml.empty("w:bidi", &[]);
            }
        });
    }

    /// The head of every page: what the text is, and the day.
    pub(super) fn header(&self) -> Vec<u8> {
        let day = self.day.map(ordinal_day);
        self.lines("w:hdr", "Header", &[&shortened(self.head)], |xml| {
            run::text(xml, day.as_deref().unwrap_or_default(), Role::Plain, &Tongue::default(), "w:t");
        })
    }

    /// The foot of every page: what must be said, and the number of the page.
    pub(super) fn footer(&self) -> Vec<u8> {
        let said: Vec<&str> = self.note.into_iter().chain([self.notice.unwrap_or_default()]).collect();
        self.lines("w:ftr", "Footer", &said, |xml| {
            field(xml, "PAGE");
            run::text(xml, " / ", Role::Plain, &Tongue::default(), "w:t");
            field(xml, "NUMPAGES");
        })
    }

    /// Lines, the last with something at its other end.
    fn lines(&self, element: &str, style: &str, said: &[&str], right: impl FnOnce(&mut Xml)) -> Vec<u8> {
        let edge = self.room().to_string();
        let (last, above) = said.split_last().expect("there is a line, if an empty one");
        let mut xml = Xml::part();
        let begin = |xml: &mut Xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style);
                xml.within("w:tabs", &[], |xml| {
                    xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &edge)]);
                });
            });
        };
        let words = |xml: &mut Xml, text: &str| {
            let words = joined(&[Run::plain(text)]);
            let tongue = Tongue::guessed(text);
            run::line(xml, &words, &tongue);
        };
        xml.within(element, &[W, R], |xml| {
            for line in above {
                xml.within("w:p", &[], |xml| {
                    begin(xml);
                    words(xml, line);
                });
            }
            xml.within("w:p", &[], |xml| {
                begin(xml);
                words(xml, last);
                xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
                right(xml);
            });
        });
        xml.bytes()
    }

    /// What the file says of itself. It bears the day of the answer and not the clock's, so that the same answer
    /// gives the same bytes.
    pub(super) fn properties(&self) -> Vec<u8> {
        let namespaces = [
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ];
        let one_line =
            |text: &str| joined(&[Run::plain(text)]).into_iter().map(|run| run.text).collect::<String>();
        let mut xml = Xml::part();
        xml.within("cp:coreProperties", &namespaces, |xml| {
            xml.within("dc:title", &[], |xml| xml.text(&one_line(self.title)));
            xml.within("dc:creator", &[], |xml| xml.text("travaux"));
            if let Some(notice) = self.notice {
                xml.within("dc:description", &[], |xml| xml.text(&one_line(notice)));
            }
            if let Some(tag) = self.tongue.tag() {
                xml.within("dc:language", &[], |xml| xml.text(tag));
            }
            for name in ["dcterms:created", "dcterms:modified"] {
                let Some(day) = self.day else { continue };
                let moment = format!("{day}T00:00:00Z");
                xml.within(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&moment));
            }
        });
        xml.bytes()
    }

    /// Which version the hidden names of paragraphs belong to, under the name `travaux`.
    pub(super) fn origin(&self) -> Option<Vec<u8>> {
        let version = self.version?;
        let properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
        let values = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
        // The one set of properties that programs give to what users define.
        let set = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        let mut xml = Xml::part();
        xml.within("Properties", &[("xmlns", properties), ("xmlns:vt", values)], |xml| {
            xml.within("property", &[("fmtid", set), ("pid", "2"), ("name", "travaux")], |xml| {
                xml.within("vt:lpwstr", &[], |xml| xml.text(version));
            });
        });
        Some(xml.bytes())
    }
}

/// A number that Word counts.
fn field(xml: &mut Xml, name: &str) {
    xml.within("w:fldSimple", &[("w:instr", name)], |xml| {
        xml.within("w:r", &[], |xml| xml.within("w:t", &[], |xml| xml.text("1")));
    });
}

/// A line as far as there is room for it.
fn shortened(text: &str) -> String {
    const MOST: usize = 88;
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => {
            let whole_words = text[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", &text[..whole_words])
        }
        None => text.to_owned(),
    }
}
