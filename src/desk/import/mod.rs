//! Takes a new text in: gives ids, continuing the version before it, or those of the original for a translation.

mod continued;
mod named;
mod review;
mod translated;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::align::guess::Certainty;
use crate::desk::Desk;
use crate::desk::desk::cite_all;
use crate::desk::history::path;
use crate::draft::{Draft, Language, Numbering, ParagraphId, VersionName, VersionRecord};
use crate::error::{Error, Result};
use crate::intake::{Block, Reading};
use crate::redline::Redline;
use crate::report::{ImportReport, ImportRow, Marked};
use crate::store::Act;

pub use review::Decisions;

/// What to do with a text that was taken in.
#[derive(Debug, Clone)]
pub struct Import {
    /// The file, for messages and for the review beside it.
    pub file: PathBuf,
    /// The version it becomes, as typed.
    pub version: String,
    /// Its language; the original one where none is named.
    pub language: Option<String>,
    /// What a person decided about paragraphs that were not certain.
    pub decided: Option<Decisions>,
    /// Whether only to show what would happen.
    pub dry_run: bool,
    /// Whether to show the redline of each paragraph.
    pub redline: bool,
    /// Whether a text that is there already, and not issued, may be replaced.
    pub replace: bool,
    /// Whether to commit.
    pub commit: bool,
}

/// One passage of the new text and what it continues.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its rank in the file, from 1.
    pub(super) rank: usize,
    /// The line of the file on which it begins.
    pub(super) line: usize,
    /// What it is.
    pub(super) level: crate::draft::Level,
    /// The number that was printed before it.
    pub(super) label: Option<String>,
    /// Its words.
    pub(super) text: String,
    /// The passages it continues, or, in a translation, renders.
    pub(super) continues: Vec<ParagraphId>,
    /// How sure that is.
    pub(super) certainty: Certainty,
    /// Whether it changed its place.
    pub(super) moved: bool,
}

impl Row {
    /// A passage that continues nothing, which is certain until something else is known.
    fn new(rank: usize, block: &Block) -> Row {
        Row {
            rank,
            line: block.line,
            level: block.level,
            label: block.label.clone(),
            text: block.text.clone(),
            continues: Vec::new(),
            certainty: Certainty::Certain,
            moved: false,
        }
    }
}

impl Desk {
    /// Takes a text in. Where every paragraph's ancestry is certain or decided, the draft is written in one commit;
    /// else a review is written beside the file for a person to decide, and nothing in the workspace.
    pub fn import(&self, reading: &Reading, import: &Import) -> Result<ImportReport> {
        self.writable()?;
        let name = self.workspace.version(&import.version)?;
        let language = self.language(import.language.as_deref())?;
        self.may_be_written(&name, &language, import.replace)?;
        refuse_own(reading, import)?;
        refuse_side_by_side(reading, import)?;
        let original = self.workspace.schedule.original.clone();
        let ruling = self.workspace.draft(&name, &original).filter(|_| language != original);
        let before = match ruling {
            Some(ruling) => Some((name.clone(), ruling)),
            None => self.text_before(&name, &language)?,
        };
        let old = before.as_ref().map(|(_, draft)| *draft);
        let (mut rows, differences) = match (old, ruling) {
            (Some(old), Some(_)) => translated::rows(reading, old),
            (Some(old), None) => (continued::rows(reading, old), Vec::new()),
            (None, _) => {
                (continued::rows(reading, &Draft { note: None, paragraphs: Vec::new() }), Vec::new())
            }
        };
        if let Some(decided) = &import.decided {
            decided.settle(&mut rows, old)?;
        }
        let draft = match ruling {
            Some(ruling) => named::translation(reading, &rows, ruling),
            None => named::version(reading, &rows, &mut self.giver(&name.workstream, Some(&name))),
        };
        let draft = checked(&draft)?;
        let mut report = self.import_report(&name, &language, &rows, &draft, before.as_ref(), import);
        report.differences = differences;
        report.joins = reading
            .joins
            .iter()
            .map(|join| format!("line {}: “{} | {}”", join.line, join.before, join.after))
            .collect();
        report.left_out = reading.left_out.iter().map(left_out).collect();
        self.finish(&name, &language, &rows, &draft, import, report)
    }

    /// Writes the draft, or the review, or nothing.
    fn finish(
        &self,
        name: &VersionName,
        language: &Language,
        rows: &[Row],
        draft: &Draft,
        import: &Import,
        mut report: ImportReport,
    ) -> Result<ImportReport> {
        report.uncertain = rows.iter().filter(|row| row.certainty != Certainty::Certain).count();
        if import.dry_run {
            return Ok(report);
        }
        if report.uncertain > 0 {
            let beside = review::beside(&import.file);
            review::write(&beside, &import.file, rows)?;
            report.review = Some(beside.display().to_string());
            return Ok(report);
        }
        let file = path(name, language);
        let mut files = BTreeMap::from([(file.clone(), Some(draft.print().into_bytes()))]);
        if let Some(record) = self.labels(name, language, rows, draft) {
            files.insert(
                format!("{}/version.toml", crate::desk::history::folder(name)),
                Some(record.print().into_bytes()),
            );
        }
        report.files = files.keys().cloned().collect();
        let source =
            import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let message = format!(
            "{}: import the {} in {language}",
            name.workstream,
            self.title(&name.version).to_lowercase()
        );
        let trailers = vec![("Version".to_owned(), name.to_string()), ("Source".to_owned(), source)];
        report.commit =
            self.write(Act { files, message, trailers, commit: import.commit, ..Act::default() })?;
        report.written = true;
        Ok(report)
    }

    /// A frozen text is never written over, a text in preparation only where that was asked for.
    fn may_be_written(&self, name: &VersionName, language: &Language, replace: bool) -> Result<()> {
        let Some(text) = self.workspace.texts.get(name) else { return Ok(()) };
        if text.is_issued(language) {
            return Err(Error::refused(
                format!("`{name}` is issued in {language}, and what is issued is frozen"),
                "import into the next version",
            ));
        }
        if text.drafts.contains_key(language) && !replace {
            return Err(Error::refused(
                format!("{} is there already", path(name, language)),
                "`--replace` writes over it; git keeps what was committed",
            ));
        }
        Ok(())
    }

    /// The text of the version before, in the language of the import or in the original one.
    fn text_before(&self, name: &VersionName, language: &Language) -> Result<Option<(VersionName, &Draft)>> {
        let original = &self.workspace.schedule.original;
        if language != original {
            return Err(Error::refused(
                format!("a translation takes the ids of the text in {original}, and `{name}` has none yet"),
                format!("import the text in {original} first"),
            ));
        }
        let before = self.workspace.schedule.predecessor(&name.version);
        let before = before.map(|version| VersionName::new(&name.workstream, version));
        Ok(before.and_then(|before| {
            let draft = self.workspace.draft(&before, original)?;
            Some((before, draft))
        }))
    }

    /// The record with the numbers that were printed, where they are not the computed ones.
    fn labels(
        &self,
        name: &VersionName,
        language: &Language,
        rows: &[Row],
        draft: &Draft,
    ) -> Option<VersionRecord> {
        if *language != self.workspace.schedule.original {
            return None;
        }
        let computed = Numbering::of(draft, &BTreeMap::new());
        let mut labels = BTreeMap::new();
        for (row, passage) in rows.iter().zip(draft.paragraphs.iter().skip(1)) {
            let Some(printed) = row.label.as_deref().map(bare).filter(|label| !label.is_empty()) else {
                continue;
            };
            let cited = computed.cited(&passage.id).unwrap_or_default();
            let own =
                cited.rsplit(['(', '[']).next().unwrap_or_default().trim_end_matches([')', ']']).to_owned();
            if !cited.is_empty() && own != printed {
                labels.insert(passage.id.clone(), printed);
            }
        }
        let mut record = self.workspace.texts.get(name).map(|text| text.record.clone()).unwrap_or_default();
        let before = record.labels.clone();
        record.labels = labels;
        (record.labels != before).then_some(record)
    }

    fn import_report(
        &self,
        name: &VersionName,
        language: &Language,
        rows: &[Row],
        draft: &Draft,
        before: Option<&(VersionName, &Draft)>,
        import: &Import,
    ) -> ImportReport {
        let numbers = before.map(|(before, _)| self.numbering(before)).unwrap_or_default();
        let terms = self.workspace.glossary.terms(language);
        let translation = before.is_some_and(|(before, _)| before == name);
        let shown = rows.iter().zip(draft.paragraphs.iter().skip(1)).map(|(row, passage)| {
            let old = before.map(|(_, old)| old.joined(&row.continues).text).unwrap_or_default();
            let marks = import.redline && before.is_some() && !translation;
            ImportRow {
                rank: row.rank,
                line: row.line,
                label: row.label.clone(),
                id: passage.id.clone(),
                continues: cite_all(&numbers, &row.continues),
                fate: if translation { crate::align::Fate::Kept } else { fate(row, rows, &old) },
                moved: row.moved,
                certainty: row.certainty,
                text: row.text.clone(),
                marks: if marks {
                    Marked::of(&Redline::between(&old, &row.text, &terms))
                } else {
                    Vec::new()
                },
            }
        });
        let continued = |id: &&ParagraphId| rows.iter().any(|row| row.continues.contains(id));
        let gone = before
            .iter()
            .flat_map(|(_, old)| old.ids())
            .filter(|id| id.as_str() != "title" && !continued(id));
        ImportReport {
            about: self.about(),
            file: import.file.display().to_string(),
            version: self.title(&name.version),
            language: language.clone(),
            translation,
            from: before.filter(|(before, _)| before != name).map(|(before, _)| self.title(&before.version)),
            rows: shown.collect(),
            gone: cite_all(&numbers, &gone.cloned().collect::<Vec<_>>()),
            differences: Vec::new(),
            joins: Vec::new(),
            left_out: Vec::new(),
            uncertain: 0,
            review: None,
            written: false,
            files: Vec::new(),
            commit: None,
        }
    }
}

/// What became of the passages a row continues.
fn fate(row: &Row, rows: &[Row], old: &str) -> crate::align::Fate {
    use crate::align::Fate;
    let split = |id: &ParagraphId| rows.iter().filter(|other| other.continues.contains(id)).count() > 1;
    match row.continues.as_slice() {
        [] => Fate::Added,
        [one] if split(one) => Fate::Split,
        [_] if old == row.text => Fate::Kept,
        [_] => Fate::Reworded,
        _ => Fate::Merged,
    }
}

/// A file of our own has its ids already.
fn refuse_own(reading: &Reading, import: &Import) -> Result<()> {
    let own = |block: &crate::intake::Block| {
        let inside = block.label.as_deref().and_then(|label| label.strip_prefix('[')?.strip_suffix(']'));
        inside.and_then(|inside| ParagraphId::parse(inside.split(' ').next()?)).is_some()
    };
    if !reading.blocks.is_empty() && reading.blocks.iter().all(own) {
        return Err(Error::refused(
            format!("{} has ids already", import.file.display()),
            "copy it to its place under drafts/, then `travaux save`",
        ));
    }
    Ok(())
}

/// Read across, two languages would make one text.
fn refuse_side_by_side(reading: &Reading, import: &Import) -> Result<()> {
    if !reading.side_by_side {
        return Ok(());
    }
    let what = format!("most of {} stands in columns side by side", import.file.display());
    Err(Error::refused(what, "`--column` says which one to take, counted from 1"))
}

/// What was put together must be in form: read back, it says the same.
fn checked(draft: &Draft) -> Result<Draft> {
    Draft::parse("the imported text", &draft.print()).map_err(Error::Problems)
}

/// What was not taken as text: `line 12, a rule: ----`.
fn left_out(piece: &crate::intake::LeftOut) -> String {
    let beginning: String = piece.text.chars().take(80).collect();
    match piece.line {
        0 => format!("{}: {beginning}", piece.why),
        line => format!("line {line}, {}: {beginning}", piece.why),
    }
}

/// A printed number without its marks: `12 bis` for `12 bis.`, `a` for `(a)`.
fn bare(label: &str) -> String {
    label.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace()).to_owned()
}

/// The folder of a review and the review itself live beside the file, not in the workspace.
pub fn decisions(file: &Path) -> Result<Decisions> {
    review::read(&review::beside(file), file)
}
