//! Opens a document and reads the parts that matter.

use std::collections::BTreeMap;
use std::path::Path;

use crate::comment::Bookmark;
use crate::draft::ParagraphId;
use crate::error::{Error, Result};
use crate::intake::docx::body::stories;
use crate::intake::docx::comments::{MarginComment, Threads, comments, text as text_of};
use crate::intake::docx::layout::{InTable, Layout};
use crate::intake::docx::numbering::Numbering;
use crate::intake::docx::passed::{Passed, PassedOver};
use crate::intake::docx::shown::Shown;
use crate::intake::docx::story::Story;
use crate::intake::docx::styles::Styles;
use crate::intake::docx::tracked::{Tracked, View};
use crate::intake::package::{Malformed, Office, Package, Relation, main_part, relations_of, within};
use crate::intake::{LARGEST, bytes_of};
use crate::text::counted;

/// A Word document as it was read.
#[derive(Debug, Default)]
pub struct WordFile {
    pub(super) body: Story,
    pub(super) comments: Vec<Story>,
    notes: Vec<Story>,
    styles: Styles,
    numbering: Numbering,
    pub(super) threads: Threads,
    passed: PassedOver,
}

impl WordFile {
    /// Reads the document of a path.
    pub fn open(path: &Path) -> Result<WordFile> {
        WordFile::read(&path.display().to_string(), &bytes_of(path)?)
    }

    /// Reads a document. Fails, with the way out, on what is none: other files, encrypted and damaged ones, and those
    /// made to hurt.
    pub fn read(name: &str, bytes: &[u8]) -> Result<WordFile> {
        if bytes.len() > LARGEST {
            return Err(Error::refused(
                format!("{name} has {}", counted(bytes.len() >> 20, "megabyte")),
                format!("a text may have {}; send the part that matters", counted(LARGEST >> 20, "megabyte")),
            ));
        }
        if let Some(refused) = foreign(name, bytes) {
            return Err(refused);
        }
        let mut package = Package::open(name, bytes, Office::Document)?;
        let main = main_part(&mut package, "word/document.xml")?;
        let Some(text) = package.part(&main)? else {
            return Err(Office::Document.hostile(name, "it holds no text".to_owned()));
        };
        let relations = relations_of(&mut package, &main)?;
        let relations =
            relations.map_err(|_: Malformed| Office::Document.damaged(name, "its list of parts"))?;
        let mut parts = Parts { name, main: &main, package, relations };
        let styles = parts.text("/styles")?.and_then(|text| Styles::parse(&text).ok()).unwrap_or_default();
        let numbering = parts.text("/numbering")?;
        let numbering = numbering.map_or(Ok(Numbering::default()), |text| Numbering::parse(&text));
        let threads = parts.text("/commentsExtended")?;
        let threads = threads.map_or(Ok(Threads::default()), |text| Threads::parse(&text));
        let mut file = WordFile {
            numbering: numbering.map_err(|_| Office::Document.damaged(name, "the part with its lists"))?,
            threads: threads.map_err(|_| Office::Document.damaged(name, "the part with its threads"))?,
            comments: parts.stories("/comments", "comments", &styles)?,
            ..WordFile::default()
        };
        for (kind, root) in [("/footnotes", "footnotes"), ("/endnotes", "endnotes")] {
            let notes = parts.stories(kind, root, &styles)?;
            // The lines between text and notes are notes of a kind of their own.
            file.notes.extend(
                notes.into_iter().filter(|note| note.kind.as_deref().is_none_or(|kind| kind == "normal")),
            );
        }
        let heads = parts.relations.iter().filter(|one| one.is("/header") || one.is("/footer")).count();
        let macros = usize::from(parts.relations.iter().any(|one| one.is("/vbaProject")));
        drop(parts);
        let body = stories(&text, "document", &styles).map_err(|fault| fault.told(name, "its text"))?;
        file.body = body.into_iter().next().unwrap_or_default();
        file.passed = file.body.passed.clone();
        for (kind, times) in [(Passed::PageHeads, heads), (Passed::Macro, macros)] {
            if times > 0 {
                file.passed.insert(kind, times);
            }
        }
        file.styles = styles;
        Ok(file)
    }

    /// The text with all changes accepted or undone, paragraph by paragraph; empty ones too.
    pub fn shown(&self, view: View) -> Vec<Shown> {
        self.body.shown(view, &self.styles, &self.numbering)
    }

    /// The comments in its margin.
    pub fn comments(&self) -> Vec<MarginComment> {
        comments(&self.body, &self.comments, &self.threads)
    }

    /// What its notes at the foot of a page or at the end say, in their order.
    pub fn footnotes(&self) -> impl Iterator<Item = String> {
        self.notes.iter().map(text_of)
    }

    /// The passages of ours that paragraphs of the file are, by the hidden names that we put into the files we write.
    pub(super) fn own_ids(&self) -> BTreeMap<usize, Vec<ParagraphId>> {
        let mut own: BTreeMap<usize, Vec<ParagraphId>> = BTreeMap::new();
        for (name, at) in &self.body.bookmarks {
            if let Some(bookmark) = Bookmark::parse(name) {
                own.entry(at.paragraph).or_default().push(bookmark.id);
            }
        }
        own
    }

    /// The table, the row and the columns of a cell; what stands in a table within a table stands in the cell around it.
    pub(super) fn place_of(&self, cell: usize) -> InTable {
        let mut outer = cell;
        while let Some(around) = self.body.rows[self.body.cells[outer].row].within {
            outer = around;
        }
        let cell = &self.body.cells[outer];
        InTable { table: self.body.rows[cell.row].table, row: cell.row, from: cell.column, until: cell.until }
    }

    /// Whether most of its paragraphs stand in rows with text in several columns, as two languages do.
    pub(in crate::intake) fn stands_side_by_side(&self, view: View) -> bool {
        let shown = self.shown(view);
        let filled = shown.iter().filter(|paragraph| !paragraph.text.trim().is_empty()).count();
        let divided = Layout::of(self, &shown).side_by_side;
        divided > 5 && divided * 2 > filled
    }

    /// The tracked changes in it; absent where there are none.
    pub fn changes(&self) -> Option<Changes> {
        let body = &self.body;
        let spans =
            body.paragraphs.iter().flat_map(|paragraph| paragraph.spans.iter().map(|span| span.tracked));
        let marks = body.paragraphs.iter().map(|paragraph| paragraph.mark);
        let cells = body.rows.iter().map(|row| row.tracked).chain(body.cells.iter().map(|cell| cell.tracked));
        let all: Vec<Tracked> = spans.chain(marks).chain(cells).collect();
        let inserted: Vec<u32> = all.iter().filter_map(|tracked| tracked.inserted).collect();
        let deleted: Vec<u32> = all.iter().filter_map(|tracked| tracked.deleted).collect();
        let used = |rank: usize| inserted.iter().chain(&deleted).any(|used| *used as usize == rank);
        let authors = body.revisions.iter().enumerate().filter(|(rank, _)| used(*rank));
        let mut authors: Vec<String> = authors.filter_map(|(_, revision)| revision.author.clone()).collect();
        authors.sort();
        authors.dedup();
        let changes = Changes { insertions: inserted.len(), deletions: deleted.len(), authors };
        (changes.insertions + changes.deletions > 0).then_some(changes)
    }

    /// What is no text of the body, by kind and how often.
    pub fn passed_over(&self) -> impl Iterator<Item = (Passed, usize)> {
        self.passed.iter().map(|(kind, times)| (*kind, *times))
    }
}

/// The tracked changes of a document, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Stretches, marks, rows and cells that came in; a move counts where it arrives.
    pub insertions: usize,
    /// Those that went out.
    pub deletions: usize,
    /// Who made them, as Word knew the persons.
    pub authors: Vec<String>,
}

/// The parts of an open file.
struct Parts<'b> {
    name: &'b str,
    main: &'b str,
    package: Package<'b>,
    relations: Vec<Relation>,
}

impl Parts<'_> {
    /// The text of the part of a kind that the main part names.
    fn text(&mut self, kind: &str) -> Result<Option<String>> {
        let Some(relation) = self.relations.iter().find(|relation| relation.is(kind)) else {
            return Ok(None);
        };
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.package.part(&within(folder, &relation.target))
    }

    fn stories(&mut self, kind: &str, root: &str, styles: &Styles) -> Result<Vec<Story>> {
        let Some(text) = self.text(kind)? else { return Ok(Vec::new()) };
        stories(&text, root, styles)
            .map_err(|fault| fault.told(self.name, &format!("the part with its {root}")))
    }
}

/// What is sent as a Word document and is none.
fn foreign(name: &str, bytes: &[u8]) -> Option<Error> {
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let save = "open it in a word processor, save it as .docx, and take in that file";
    let (what, way_out) = match bytes {
        [] => ("empty", "ask its sender for the document"),
        // An encrypted document is an old archive with a part of this name in UTF-16.
        [0xd0, 0xcf, 0x11, 0xe0, ..] if holds(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") => {
            ("encrypted", "ask its sender for the password, save it without, and take in that file")
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("a file of old Microsoft Office (.doc, .xls)", save),
        [b'%', b'P', b'D', b'F', ..] => ("a PDF file, not a Word document", "ask its sender for the .docx"),
        [b'{', b'\\', b'r', b't', b'f', ..] => ("a rich text (RTF) file, not a Word document", save),
        [b'P', b'K', 3 | 5, ..] if holds(b"application/vnd.oasis.opendocument") => {
            ("an OpenDocument file", save)
        }
        [b'P', b'K', 3 | 5, ..] if holds(b"xl/workbook.xml") => {
            ("an Excel workbook, not a Word document", "a table of comments is taken in by `travaux receive`")
        }
        [b'P', b'K', ..] => return None,
        _ => ("no Word document", save),
    };
    Some(Error::refused(format!("{name} is {what}"), way_out))
}
