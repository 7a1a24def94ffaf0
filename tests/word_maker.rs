//! Makes small Word documents, element by element, for the tests that read them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The namespaces of transitional files.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Those of strict ones.
const STRICT_WORD: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// A document that is being made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made {
    body: String,
    parts: Vec<(&'static str, &'static str, String)>,
    strict: bool,
    main: Option<&'static str>,
    prefix: Option<&'static str>,
}

impl Made {
    /// A document with this body, in which `w:` stands for the words of the standard.
    pub(crate) fn of(body: impl Into<String>) -> Made {
        Made { body: body.into(), ..Made::default() }
    }

    /// Adds a part of a kind: `comments` with the elements that it holds.
    pub(crate) fn with(mut self, kind: &'static str, root: &'static str, inside: impl Into<String>) -> Made {
        self.parts.push((kind, root, inside.into()));
        self
    }

    /// Writes it in the strict namespaces.
    pub(crate) fn strict(mut self) -> Made {
        self.strict = true;
        self
    }

    /// Gives the main part another name.
    pub(crate) fn main(mut self, name: &'static str) -> Made {
        self.main = Some(name);
        self
    }

    /// Writes another prefix than `w`.
    pub(crate) fn prefix(mut self, prefix: &'static str) -> Made {
        self.prefix = Some(prefix);
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let (word, relations) = if self.strict { (STRICT_WORD, STRICT_RELATIONS) } else { (WORD, RELATIONS) };
        let main = self.main.unwrap_or("word/document.xml");
        let prefix = self.prefix.unwrap_or("w");
        let spaces = format!(
            "xmlns:{prefix}=\"{word}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
             xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
             xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" \
             xmlns:w99=\"urn:of-a-later-century\" \
             xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
        );
        let element = |root: &str, inside: &str| {
            let (open, close) = if root == "commentsEx" { ("w15", "w15") } else { ("w", "w") };
            let xml = format!("<{open}:{root} {spaces}>{inside}</{close}:{root}>");
            if prefix == "w" {
                xml
            } else {
                xml.replace("<w:", &format!("<{prefix}:"))
                    .replace("</w:", &format!("</{prefix}:"))
                    .replace(" w:", &format!(" {prefix}:"))
            }
        };
        let mut named =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                .to_owned();
        let mut files =
            vec![(main.to_owned(), element("document", &format!("<w:body>{}</w:body>", self.body)))];
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (at, (kind, root, inside)) in self.parts.iter().enumerate() {
            write!(named, "<Relationship Id=\"r{at}\" Type=\"{relations}/{kind}\" Target=\"part{at}.xml\"/>")
                .expect("a text");
            files.push((format!("{folder}/part{at}.xml"), element(root, inside)));
        }
        named.push_str("</Relationships>");
        let file = main.rsplit('/').next().expect("a name");
        files.push((format!("{folder}/_rels/{file}.rels"), named));
        let first = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"/{main}\"/></Relationships>"
        );
        files.push(("_rels/.rels".to_owned(), first));
        archive(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
    }
}

/// An archive of parts.
pub(crate) fn archive<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// Words as XML holds them.
pub(crate) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A run of words.
pub(crate) fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words))
}

/// Words that were inserted.
pub(crate) fn ins(words: &str) -> String {
    format!("<w:ins w:id=\"1\" w:author=\"A\" w:date=\"2026-05-01T10:00:00Z\">{}</w:ins>", run(words))
}

/// Words that were deleted.
pub(crate) fn del(words: &str) -> String {
    let run = run(words).replace("w:t", "w:delText");
    format!("<w:del w:id=\"2\" w:author=\"A\" w:date=\"2026-05-01T10:00:00Z\">{run}</w:del>")
}

/// A paragraph.
pub(crate) fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

/// A paragraph whose mark was inserted or deleted: `<w:ins/>`, `<w:del/>`, `<w:moveFrom/>`.
pub(crate) fn p_mark(mark: &str, inside: &str) -> String {
    format!("<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>")
}

/// A table of rows of cells.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let cell = |inside: &&str| format!("<w:tc>{}</w:tc>", p(&run(inside)));
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}
