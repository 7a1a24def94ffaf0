//! Shows a version, or one passage of it.

use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::desk::stated::Named;
use crate::draft::{Draft, Language, Paragraph, ParagraphId};
use crate::error::Result;
use crate::report::{Cited, PassageText, TextReport};
use crate::text::ordinal_day;

impl Desk {
    /// A version, or one passage of it with its items; the newest version where none is named. A single name
    /// that is no version is taken for a passage.
    pub fn show(&self, names: &[String], language: Option<&str>) -> Result<TextReport> {
        let Named { versions, passage, workstream } = self.named(names, 1)?;
        let stated = match versions.first() {
            Some(version) => self.stated(version)?,
            None => self.stated(&self.newest_or_none(&workstream)?.to_string())?,
        };
        let language = self.language(language)?;
        let draft = self.draft_of(&stated, &language)?;
        let numbering = self.numbering_of(&stated)?;
        let original = self.draft_of(&stated, &self.workspace.schedule.original.clone()).ok();
        let shown = match &passage {
            Some(typed) => Some(self.passage_of(&stated, typed, original.as_ref().unwrap_or(&draft))?),
            None => None,
        };
        let is_shown = |id: &ParagraphId| shown.as_ref().is_none_or(|named| draft.belongs(id, named));
        let passages = draft.paragraphs.iter().filter(|passage| passage.ids().any(is_shown));
        let passage_text = |passage: &Paragraph| PassageText {
            cited: cite(&numbering, &passage.id),
            with: passage.with.clone(),
            from: passage.from.clone(),
            text: passage.text.clone(),
        };
        let missing =
            original.iter().flat_map(Draft::ids).filter(|id| is_shown(id) && draft.get(id).is_none());
        let missing: Vec<Cited> = missing.map(|id| cite(&numbering, id)).collect();
        Ok(TextReport {
            about: self.about(),
            version: stated.title.clone(),
            title: draft.title().to_owned(),
            note: draft.note.clone(),
            state: self.state(&stated.name, &language),
            passages: passages.map(passage_text).collect(),
            missing,
            language,
        })
    }

    fn state(&self, name: &crate::draft::VersionName, language: &Language) -> String {
        let record =
            self.workspace.texts.get(name).map(|text| text.record.as_at(self.today)).unwrap_or_default();
        match record.issued.iter().find(|issued| issued.language == *language) {
            Some(issued) => format!("issued on {}", ordinal_day(issued.on)),
            None => "in preparation".to_owned(),
        }
    }
}
