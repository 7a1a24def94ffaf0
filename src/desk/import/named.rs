//! Puts a draft together from rows whose ancestry is known.

use std::collections::HashSet;

use crate::desk::import::Row;
use crate::draft::{Draft, Giver, Level, Paragraph, ParagraphId};
use crate::intake::Reading;

/// A new version: a passage takes the id of the first passage it continues that nobody before it took, and names the
/// others after `from`; what is new gets an id of its own.
pub(super) fn version(reading: &Reading, rows: &[Row], giver: &mut Giver) -> Draft {
    let mut taken: HashSet<ParagraphId> = HashSet::new();
    let mut paragraphs = vec![title(reading)];
    let mut place = Place::default();
    for (at, row) in rows.iter().enumerate() {
        let free = |id: &&ParagraphId| id.level() == row.level && !taken.contains(id);
        let own = row.continues.iter().find(free).cloned();
        let id = own.unwrap_or_else(|| place.give(giver, row.level, &rows[at + 1..]));
        giver.keep(&id);
        taken.insert(id.clone());
        let from = row.continues.iter().filter(|from| **from != id).cloned().collect();
        place.after(&id);
        paragraphs.push(Paragraph { from, ..Paragraph::new(id, row.text.clone()) });
    }
    Draft { note: None, paragraphs }
}

/// A translation: every block bears the ids of what it renders, and their lineage.
pub(super) fn translation(reading: &Reading, rows: &[Row], original: &Draft) -> Draft {
    let mut taken: HashSet<ParagraphId> = HashSet::new();
    let mut paragraphs = vec![title(reading)];
    let mut spare = Giver::new(original.ids().cloned());
    let mut place = Place::default();
    for (at, row) in rows.iter().enumerate() {
        let mut ids = row.continues.iter().filter(|id| !taken.contains(id)).cloned();
        let id = ids.next().unwrap_or_else(|| place.give(&mut spare, row.level, &rows[at + 1..]));
        let with: Vec<ParagraphId> = ids.collect();
        taken.extend(with.iter().cloned().chain([id.clone()]));
        place.after(&id);
        let from = original.get(&id).map(|passage| passage.from.clone()).unwrap_or_default();
        paragraphs.push(Paragraph { with, from, ..Paragraph::new(id, row.text.clone()) });
    }
    Draft { note: None, paragraphs }
}

fn title(reading: &Reading) -> Paragraph {
    let title = reading.title.clone().unwrap_or_else(|| "Untitled".to_owned());
    Paragraph::new(ParagraphId::title(), title)
}

/// Where in the text the next id is given.
#[derive(Default)]
struct Place {
    section: Option<ParagraphId>,
    /// The last paragraph of the section.
    paragraph: Option<ParagraphId>,
}

impl Place {
    fn after(&mut self, id: &ParagraphId) {
        match id.level() {
            Level::Section => {
                self.section = Some(id.clone());
                self.paragraph = None;
            }
            Level::Paragraph => self.paragraph = Some(id.clone()),
            Level::Title | Level::Item => {}
        }
    }

    fn give(&self, giver: &mut Giver, level: Level, rest: &[Row]) -> ParagraphId {
        match level {
            Level::Section | Level::Title => {
                let known_follow =
                    rest.iter().any(|row| row.level == Level::Section && !row.continues.is_empty());
                giver.section(self.section.as_ref(), known_follow)
            }
            Level::Paragraph => giver.paragraph(self.section.as_ref(), self.paragraph.as_ref()),
            Level::Item => match &self.paragraph {
                Some(paragraph) => giver.item(paragraph),
                None => giver.paragraph(self.section.as_ref(), None),
            },
        }
    }
}
