//! What is on record about a version: when it was issued, in which languages, to whom it was sent.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::draft::{ID_GRAMMAR, Language, ParagraphId};
use crate::error::Problem;
use crate::form::{Reader, Writer};

/// The record beside a circulated version: `version.toml`.
///
/// A circulation is done when it was issued, sent and published; before that it was only
/// "circulated here".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionRecord {
    /// Why it was issued though comments on earlier versions waited, and how many did; absent where none did.
    pub despite: Option<String>,
    /// The languages issued, one entry for each.
    pub issued: Vec<Issued>,
    /// To whom it was sent.
    pub sent: Vec<Sent>,
    /// Where it was published.
    pub published: Vec<Published>,
    /// The numbers printed in the document that was sent, where they are not the computed ones.
    pub labels: BTreeMap<ParagraphId, String>,
}

/// One language of a version, frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The language.
    pub language: Language,
    /// The day it was issued.
    pub on: NaiveDate,
    /// The git blob of the file as it was issued, in hexadecimal.
    pub digest: String,
}

/// That a version was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The addressees.
    pub to: String,
    /// The day.
    pub on: NaiveDate,
}

/// That a version was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The address.
    pub url: String,
    /// The day.
    pub on: NaiveDate,
}

impl VersionRecord {
    /// Reads a `version.toml`.
    pub fn parse(path: &str, text: &str) -> Result<VersionRecord, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let mut record = VersionRecord { despite: root.text("despite"), ..VersionRecord::default() };
        for table in root.tables("issued") {
            let language = table.needed_name("language", Language::GRAMMAR, Language::parse);
            let (on, digest) = (table.needed_date("on"), table.needed("digest"));
            if !digest.is_empty() && (digest.len() != 40 || !digest.bytes().all(|b| b.is_ascii_hexdigit())) {
                reader.note(
                    table.problem("digest", "`digest`").found(&digest).expected("40 hexadecimal digits"),
                );
            }
            if let Some(language) = language {
                if record.issued.iter().any(|issued| issued.language == language) {
                    reader
                        .note(table.problem("language", "language is issued twice").found(language.as_str()));
                }
                record.issued.push(Issued { language, on, digest });
            }
            table.close();
        }
        for table in root.tables("sent") {
            record.sent.push(Sent { to: table.needed("to"), on: table.needed_date("on") });
            table.close();
        }
        for table in root.tables("published") {
            record.published.push(Published { url: table.needed("url"), on: table.needed_date("on") });
            table.close();
        }
        if let Some(labels) = root.table("labels") {
            for (id, line, label) in labels.entries() {
                match (ParagraphId::parse(&id), label) {
                    (Some(id), Some(label)) => {
                        record.labels.insert(id, label);
                    }
                    _ => {
                        reader
                            .note(Problem::new(reader.place(line), "label").found(&id).expected(ID_GRAMMAR));
                    }
                }
            }
        }
        root.close();
        let problems = reader.close();
        if problems.is_empty() { Ok(record) } else { Err(problems) }
    }

    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let issued = self.issued.iter().map(|issued| {
            let writer = Writer::new().text("language", issued.language.as_str()).date("on", Some(issued.on));
            writer.text("digest", &issued.digest)
        });
        let sent = self.sent.iter().map(|sent| Writer::new().text("to", &sent.to).date("on", Some(sent.on)));
        let published = self
            .published
            .iter()
            .map(|there| Writer::new().text("url", &there.url).date("on", Some(there.on)));
        let mut writer = Writer::new()
            .text_if("despite", self.despite.as_deref())
            .tables("issued", issued)
            .tables("sent", sent)
            .tables("published", published);
        if !self.labels.is_empty() {
            let labels =
                self.labels.iter().fold(Writer::new(), |labels, (id, label)| labels.text(id.as_str(), label));
            writer = writer.table("labels", labels);
        }
        writer.print()
    }

    /// The day the version was first issued.
    pub fn first_issued(&self) -> Option<NaiveDate> {
        self.issued.iter().map(|issued| issued.on).min()
    }

    /// The day from which it was issued, sent and published; absent before that.
    pub fn circulated(&self) -> Option<NaiveDate> {
        let issued = self.first_issued()?;
        let sent = self.sent.iter().map(|sent| sent.on).min()?;
        let published = self.published.iter().map(|there| there.on).min()?;
        Some(issued.max(sent).max(published))
    }

    /// The record as it stood at the end of a day.
    pub fn as_at(&self, day: NaiveDate) -> VersionRecord {
        let mut then = self.clone();
        then.issued.retain(|issued| issued.on <= day);
        then.despite.take_if(|_| then.issued.is_empty());
        then.sent.retain(|sent| sent.on <= day);
        then.published.retain(|there| there.on <= day);
        then
    }
}
