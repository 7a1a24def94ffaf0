//! A workbook (XLSX): its sheets, row by row.
//!
//! Read by hand because the fonts within a cell are wanted, and because a file from outside may be
//! made to hurt: what a damaged or forged part claims is never believed.

use crate::error::Result;
use crate::intake::table::package::{Package, damaged, hostile};
use crate::intake::table::runs::Runs;
use crate::intake::table::sheet::Sheet;
use crate::intake::table::styles::Styles;
use crate::intake::table::worksheet::{Strings, worksheet};
use crate::intake::table::xml::{Malformed, Next, Part, attribute, says_yes};

/// The most sheets that are read.
const MOST_SHEETS: usize = 256;

/// Reads all sheets, hidden ones too; says whether notes are pinned to cells.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Result<(Vec<Sheet>, bool)> {
    let mut package = Package::open(name, bytes)?;
    let notes = package.has("xl/comments") || package.has("xl/threadedcomments");
    let malformed = |what: &'static str| move |_: Malformed| damaged(name, what);
    let root = root(&mut package)?;
    let Some(book) = package.part(&root)? else {
        return Err(hostile(name, "it holds no workbook".to_owned()));
    };
    let (folder, file) = root.rsplit_once('/').unwrap_or(("", &root));
    let relations = package.part(&format!("{folder}/_rels/{file}.rels"))?.unwrap_or_default();
    let relations = relations_of(&relations).map_err(malformed("its list of sheets"))?;
    let target = |ending: &str, otherwise: &str| {
        let found = relations.iter().find(|relation| relation.kind.ends_with(ending));
        within(folder, found.map_or(otherwise, |relation| &relation.target))
    };
    let (strings, styles) = (target("/sharedStrings", "sharedStrings.xml"), target("/styles", "styles.xml"));
    let shared = package.part(&strings)?.unwrap_or_default();
    let shared = Runs::shared(&shared).map_err(malformed("the part with its words"))?;
    // What a cell looks like matters less than what it says.
    let styles = package.part(&styles)?.and_then(|text| Styles::parse(&text).ok()).unwrap_or_default();
    let book = book_of(&book).map_err(malformed("its list of sheets"))?;
    if book.sheets.len() > MOST_SHEETS {
        return Err(hostile(name, format!("it has {} sheets", book.sheets.len())));
    }
    let strings = Strings { shared: &shared, styles: &styles, from_1904: book.from_1904 };
    let mut sheets = Vec::new();
    for listed in book.sheets {
        let relation = relations.iter().find(|relation| relation.id == listed.relation);
        let Some(relation) = relation.filter(|relation| relation.kind.ends_with("/worksheet")) else {
            continue;
        };
        let Some(text) = package.part(&within(folder, &relation.target))? else {
            return Err(damaged(name, "one of its sheets"));
        };
        let mut sheet = worksheet(name, &text, &strings)?;
        sheet.name = Some(listed.name);
        sheet.hidden = listed.hidden;
        sheets.push(sheet);
    }
    Ok((sheets, notes))
}

/// Where the workbook stands in the archive.
fn root(package: &mut Package<'_>) -> Result<String> {
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    let relations = relations_of(&relations).unwrap_or_default();
    let root = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    Ok(root.map_or_else(|| "xl/workbook.xml".to_owned(), |root| within("", &root.target)))
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations_of(text: &str) -> std::result::Result<Vec<Relation>, Malformed> {
    let mut part = Part::of(text);
    let mut relations = Vec::new();
    while let Some(next) = part.next()? {
        if let Next::Start(element) = next
            && element.local_name().as_ref() == "Relationship"
            && attribute(&element, "TargetMode").is_none_or(|mode| mode != "External")
        {
            let told = |name| attribute(&element, name).unwrap_or_default();
            relations.push(Relation { id: told("Id"), kind: told("Type"), target: told("Target") });
        }
    }
    Ok(relations)
}

#[derive(Default)]
struct Book {
    sheets: Vec<Listed>,
    from_1904: bool,
}

struct Listed {
    name: String,
    relation: String,
    hidden: bool,
}

fn book_of(text: &str) -> std::result::Result<Book, Malformed> {
    let mut part = Part::of(text);
    let mut book = Book::default();
    while let Some(next) = part.next()? {
        let Next::Start(element) = next else { continue };
        match element.local_name().as_ref() {
            "workbookPr" => book.from_1904 |= says_yes(&element, "date1904"),
            "sheet" => book.sheets.push(Listed {
                name: attribute(&element, "name").unwrap_or_default(),
                relation: attribute(&element, "id").unwrap_or_default(),
                hidden: attribute(&element, "state").is_some_and(|state| state.ends_with("idden")),
            }),
            _ => {}
        }
    }
    Ok(book)
}

/// A target as the archive names it; no target leads out of the archive, which is in memory.
fn within(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
