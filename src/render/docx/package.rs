//! The file: a ZIP of parts that know each other by relationships.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::render::docx::xml::Xml;

/// One part of the file.
pub(super) struct Part {
    /// Its name in the ZIP: `word/document.xml`.
    pub(super) name: &'static str,
    /// What kind of part it is, without what all kinds begin with.
    pub(super) kind: &'static str,
    /// What it is to the part that names it: `styles`.
    pub(super) relation: &'static str,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// Where the relations stand that came after the standard.
const LATER: &str = "http://schemas.microsoft.com/office/2011/relationships/";

/// Packs parts into a file; the same parts give the same bytes.
pub(super) fn packed(parts: &[Part]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> ZipResult<()> {
        zip.start_file(name, SimpleFileOptions::default().last_modified_time(DateTime::default()))?;
        Ok(zip.write_all(bytes)?)
    };
    add("[Content_Types].xml", &content_types(parts))?;
    add("_rels/.rels", &relations(parts.iter().filter(|part| is_of_file(part)), ""))?;
    let of_document = parts.iter().filter(|part| !is_of_file(part));
    add("word/_rels/document.xml.rels", &relations(of_document, "word/"))?;
    for part in parts {
        add(part.name, &part.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Whether the file itself names a part, rather than its document.
fn is_of_file(part: &Part) -> bool {
    part.name.starts_with("docProps/") || part.relation == "officeDocument"
}

/// The name by which the document refers to a part.
pub(super) fn reference(relation: &str) -> String {
    format!("r-{relation}")
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.within("Types", &[("xmlns", namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for part in parts {
            let name = format!("/{}", part.name);
            let kind = format!("application/vnd.openxmlformats-{}+xml", part.kind);
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml.bytes()
}

fn relations<'p>(parts: impl Iterator<Item = &'p Part>, folder: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.within("Relationships", &[("xmlns", PACKAGE)], |xml| {
        for part in parts {
            let kind = match part.relation {
                "core-properties" => format!("{PACKAGE}/metadata/core-properties"),
                "commentsExtended" | "people" => format!("{LATER}{}", part.relation),
                relation => format!("{OFFICE}{relation}"),
            };
            let target = part.name.strip_prefix(folder).unwrap_or(part.name);
            let id = reference(part.relation);
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)]);
        }
    });
    xml.bytes()
}
