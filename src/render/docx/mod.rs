//! An answer as a Word document.
//!
//! A page like any other goes through `page`; a text with tracked changes and comments, which Word has forms of its
//! own for, through `manuscript`. What never changes, such as the styles, stands as files in `parts`.

mod furniture;
mod manuscript;
mod notes;
mod package;
mod page;
mod paragraph;
mod run;
mod table;
mod tongue;
mod xml;

use crate::error::{Error, Result};
use crate::render::docx::furniture::Furniture;
use crate::render::docx::notes::Notes;
use crate::render::docx::package::{Part, packed};
use crate::render::docx::tongue::Tongue;
use crate::render::docx::xml::Xml;
use crate::report::{Document, Manuscript};

/// The author of tracked changes: they are worked out and not typed by anybody, and what a delegation changes in the
/// file can be told from them.
const AUTHOR: &str = "travaux";

/// An answer as a Word document: in Word's own form where there is one, or else its page. The same answer gives the
/// same bytes: the file bears the day of the answer, not the clock's.
///
/// Fails where the answer is larger than the format holds.
pub fn docx(document: &Document, manuscript: Option<&Manuscript>) -> Result<Vec<u8>> {
    let parts = match manuscript {
        Some(manuscript) => of_manuscript(manuscript),
        None => of_page(document),
    };
    packed(&parts).map_err(Error::outside("write the Word document"))
}

fn of_page(document: &Document) -> Vec<Part> {
    let furniture = Furniture {
        title: &document.title,
        head: &document.title,
        day: document.day,
        notice: document.notice.as_deref(),
        wide: page::is_wide(document),
        ..Furniture::default()
    };
    let body = page::page(document, furniture.room());
    parts(&furniture, body, None)
}

fn of_manuscript(manuscript: &Manuscript) -> Vec<Part> {
    let letters = || manuscript.paragraphs.iter().flat_map(|paragraph| &paragraph.words);
    let guessed = || {
        let text: String = letters().map(|stretch| stretch.text.as_str()).take(20).collect();
        Tongue::guessed(&text)
    };
    let furniture = Furniture {
        title: &manuscript.title,
        head: &manuscript.head,
        day: Some(manuscript.day),
        notice: manuscript.notice.as_deref(),
        note: manuscript.note.as_deref(),
        version: manuscript.version.as_deref(),
        wide: false,
        tongue: manuscript.language.as_ref().map_or_else(guessed, Tongue::of),
    };
    let body = manuscript::manuscript(manuscript, &furniture.tongue, furniture.room());
    let notes = Some(Notes::of(&manuscript.notes)).filter(|notes| !notes.is_empty());
    parts(&furniture, body, notes)
}

fn parts(furniture: &Furniture<'_>, body: Xml, notes: Option<Notes<'_>>) -> Vec<Part> {
    let word = |name, relation, kind, bytes: Vec<u8>| Part { name, kind, relation, bytes };
    let mut parts = vec![
        word(
            "word/document.xml",
            "officeDocument",
            "officedocument.wordprocessingml.document.main",
            furniture.document(body),
        ),
        word("docProps/core.xml", "core-properties", "package.core-properties", furniture.properties()),
        word("word/header.xml", "header", "officedocument.wordprocessingml.header", furniture.header()),
        word("word/footer.xml", "footer", "officedocument.wordprocessingml.footer", furniture.footer()),
    ];
    if let Some(origin) = furniture.origin() {
        let kind = "officedocument.custom-properties";
        parts.push(word("docProps/custom.xml", "custom-properties", kind, origin));
    }
    let fixed: [(&'static str, &'static str, &'static str, &'static [u8]); 5] = [
        (
            "word/styles.xml",
            "styles",
            "officedocument.wordprocessingml.styles",
            include_bytes!("parts/styles.xml"),
        ),
        (
            "word/settings.xml",
            "settings",
            "officedocument.wordprocessingml.settings",
            include_bytes!("parts/settings.xml"),
        ),
        (
            "word/numbering.xml",
            "numbering",
            "officedocument.wordprocessingml.numbering",
            include_bytes!("parts/numbering.xml"),
        ),
        (
            "word/fontTable.xml",
            "fontTable",
            "officedocument.wordprocessingml.fontTable",
            include_bytes!("parts/fontTable.xml"),
        ),
        ("word/theme/theme1.xml", "theme", "officedocument.theme", include_bytes!("parts/theme.xml")),
    ];
    parts.extend(fixed.map(|(name, relation, kind, bytes)| word(name, relation, kind, bytes.to_vec())));
    parts.extend(notes.into_iter().flat_map(|notes| notes.parts()));
    parts
}
