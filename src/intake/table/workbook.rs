//! A workbook (XLSX): its sheets, row by row.
//!
//! Read by hand because the fonts within a cell are wanted, and because a file from outside may be
//! made to hurt: what a damaged or forged part claims is never believed.

use crate::error::Result;
use crate::intake::package::{
    Malformed, Next, Office, Package, Part, attribute, main_part, relations_of, says_yes, within,
};
use crate::intake::table::runs::Runs;
use crate::intake::table::sheet::Sheet;
use crate::intake::table::styles::Styles;
use crate::intake::table::worksheet::{Strings, worksheet};

/// The most sheets that are read.
const MOST_SHEETS: usize = 256;

/// Reads all sheets, hidden ones too; says whether notes are pinned to cells.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Result<(Vec<Sheet>, bool)> {
    let mut package = Package::open(name, bytes, Office::Workbook)?;
    let notes = package.has("xl/comments") || package.has("xl/threadedcomments");
    let malformed = |what: &'static str| move |_: Malformed| Office::Workbook.damaged(name, what);
    let root = main_part(&mut package, "xl/workbook.xml")?;
    let Some(book) = package.part(&root)? else {
        return Err(Office::Workbook.hostile(name, "it holds no workbook".to_owned()));
    };
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let relations = relations_of(&mut package, &root)?.map_err(malformed("its list of sheets"))?;
    let target = |ending: &str, otherwise: &str| {
        let found = relations.iter().find(|relation| relation.is(ending));
        within(folder, found.map_or(otherwise, |relation| &relation.target))
    };
    let (strings, styles) = (target("/sharedStrings", "sharedStrings.xml"), target("/styles", "styles.xml"));
    let shared = package.part(&strings)?.unwrap_or_default();
    let shared = Runs::shared(&shared).map_err(malformed("the part with its words"))?;
    // What a cell looks like matters less than what it says.
    let styles = package.part(&styles)?.and_then(|text| Styles::parse(&text).ok()).unwrap_or_default();
    let book = book_of(&book).map_err(malformed("its list of sheets"))?;
    if book.sheets.len() > MOST_SHEETS {
        return Err(Office::Workbook.hostile(name, format!("it has {} sheets", book.sheets.len())));
    }
    let strings = Strings { shared: &shared, styles: &styles, from_1904: book.from_1904 };
    let mut sheets = Vec::new();
    for listed in book.sheets {
        let relation = relations.iter().find(|relation| relation.id == listed.relation);
        let Some(relation) = relation.filter(|relation| relation.is("/worksheet")) else {
            continue;
        };
        let Some(text) = package.part(&within(folder, &relation.target))? else {
            return Err(Office::Workbook.damaged(name, "one of its sheets"));
        };
        let mut sheet = worksheet(name, &text, &strings)?;
        sheet.name = Some(listed.name);
        sheet.hidden = listed.hidden;
        sheets.push(sheet);
    }
    Ok((sheets, notes))
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
