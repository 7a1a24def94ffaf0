//! Shows a version, or one passage of it; perhaps with another language beside it, and with the comments on it.

use crate::collate::{Collation, Entry};
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::desk::printed::passage_printed;
use crate::desk::stated::{Named, Stated};
use crate::draft::{Draft, Language, Level, Numbering, Paragraph, ParagraphId, VersionName};
use crate::error::{Error, Result};
use crate::report::{
    Beside, Cited, CommentRow, Manuscript, ManuscriptParagraph, MarginNote, PassageText, TextReport,
};
use crate::text::ordinal_day;

/// What a person wants to see of a text.
#[derive(Debug, Clone, Default)]
pub struct ShowAsked {
    /// A version, a passage by id or number, or both; the newest version where none is named.
    pub names: Vec<String>,
    /// The language; the original one where none is named.
    pub language: Option<String>,
    /// The language beside it.
    pub beside: Option<String>,
    /// Whether the comments made on the version are shown on their words.
    pub comments: bool,
    /// Whether those made on earlier versions are, where they stand now.
    pub carried: bool,
}

/// A passage in the language shown, and in the one beside it; one of them at the least.
type Row<'d> = (Option<&'d Paragraph>, Option<&'d Paragraph>);

impl Desk {
    /// A version, or one passage of it with its items; the newest version where none is named. A single name
    /// that is no version is taken for a passage.
    pub fn show(&self, asked: &ShowAsked) -> Result<TextReport> {
        let Named { versions, passage, workstream } = self.named(&asked.names, 1)?;
        let stated = match versions.first() {
            Some(version) => self.stated(version)?,
            None => self.stated(&self.newest_or_none(&workstream)?.to_string())?,
        };
        let language = self.language(asked.language.as_deref())?;
        let beside = asked.beside.as_deref().map(|named| self.language(Some(named))).transpose()?;
        if beside.as_ref() == Some(&language) {
            return Err(Error::refused(
                format!("the text in {language} is to stand beside itself"),
                "name another language, as in `--language fr --beside en`",
            ));
        }
        let draft = self.draft_of(&stated, &language)?;
        let other = beside.as_ref().map(|other| self.draft_of(&stated, other)).transpose()?;
        let original = self.draft_of(&stated, &self.workspace.schedule.original.clone()).ok();
        let ruling = original.as_ref().unwrap_or(&draft);
        let shown = match &passage {
            Some(typed) => Some(self.passage_of(&stated, typed, ruling)?),
            None => None,
        };
        let is_shown = |id: &ParagraphId| shown.as_ref().is_none_or(|named| ruling.belongs(id, named));
        let rows = rows(&draft, other.as_ref()).into_iter();
        let rows: Vec<Row<'_>> = rows.filter(|row| passage_of(row).ids().any(is_shown)).collect();
        let missing =
            original.iter().flat_map(Draft::ids).filter(|id| is_shown(id) && draft.get(id).is_none());
        let numbering = self.numbering_of(&stated)?;
        let missing: Vec<Cited> = missing.map(|id| cite(&numbering, id)).collect();
        let about = self.about();
        let state = self.state(&stated.name, &language);
        let mut manuscript = Manuscript {
            title: draft.title().to_owned(),
            head: format!("{} in {language}, {state}", stated.title),
            day: about.as_at,
            notice: about.notice(),
            note: draft.note.clone(),
            version: Some(stated.name.to_string()),
            language: Some(language.clone()),
            beside: beside.clone(),
            paragraphs: self.paragraphs(&rows, &stated, (&language, beside.as_ref()))?,
            notes: Vec::new(),
        };
        let mut comments = None;
        if asked.comments || asked.carried {
            let (notes, said) = self.on_words(&rows, &stated, &language, asked.carried)?;
            (manuscript.notes, comments) = (notes, Some(said));
        }
        Ok(TextReport {
            about,
            version: stated.title.clone(),
            title: draft.title().to_owned(),
            note: draft.note.clone(),
            state,
            passages: rows.iter().map(|row| passage_text(row, &numbering)).collect(),
            missing,
            language,
            beside,
            comments,
            manuscript,
        })
    }

    /// The comments on the passages shown: as notes on their words, and in full.
    fn on_words(
        &self,
        rows: &[Row<'_>],
        stated: &Stated,
        language: &Language,
        carried: bool,
    ) -> Result<(Vec<MarginNote>, Vec<CommentRow>)> {
        let shown: Vec<&Paragraph> = rows.iter().map(passage_of).collect();
        // What is said of the whole text stands on its title.
        let whole = shown.first().is_some_and(|first| first.id.level() == Level::Title);
        let is_shown = |id: &&ParagraphId| shown.iter().any(|passage| passage.ids().any(|own| own == *id));
        let collation = self.commented(stated)?;
        let wanted = |entry: &&Entry<'_>| {
            let on = carried || entry.filed.submission.version == stated.name.version;
            let here = whole || entry.anchoring.passages().iter().any(is_shown);
            on && here && !entry.is_withdrawn() && entry.replaced_by.is_none()
        };
        let entries: Vec<&Entry<'_>> = collation.entries().filter(wanted).collect();
        let notes = self.margin(&entries, &shown, &stated.name, language);
        Ok((notes, entries.iter().map(|entry| self.row(entry, &stated.name)).collect()))
    }

    /// The passages as they are printed.
    fn paragraphs(
        &self,
        rows: &[Row<'_>],
        stated: &Stated,
        (language, other): (&Language, Option<&Language>),
    ) -> Result<Vec<ManuscriptParagraph>> {
        let numbering = self.numbering_of(stated)?;
        let paragraph = |row: &Row<'_>| {
            let printed = passage_printed(passage_of(row), &numbering, &stated.name, language);
            let beside = row.1.zip(other).map(|(passage, other)| Beside {
                names: passage_printed(passage, &numbering, &stated.name, other).names,
                words: passage.text.clone(),
            });
            // A passage that stands only in the other language has no words in this one, and no name.
            let (names, words) = match row.0 {
                Some(passage) => (printed.names, passage.text.clone()),
                None => Default::default(),
            };
            ManuscriptParagraph {
                names,
                beside,
                ..ManuscriptParagraph::new(Some(printed.level), printed.label, words)
            }
        };
        Ok(rows.iter().map(paragraph).collect())
    }

    /// The comments beside a version, which stand on the text in the folder.
    fn commented(&self, stated: &Stated) -> Result<Collation<'_>> {
        match &stated.at {
            None => Ok(Collation::of(&self.workspace, &stated.name)),
            Some(at) => Err(Error::refused(
                format!("comments stand on a version, not on its revision `{at}`"),
                format!("`travaux show {} --comments`", stated.name),
            )),
        }
    }

    fn state(&self, name: &VersionName, language: &Language) -> String {
        let record =
            self.workspace.texts.get(name).map(|text| text.record.as_at(self.today)).unwrap_or_default();
        match record.issued.iter().find(|issued| issued.language == *language) {
            Some(issued) => format!("issued on {}", ordinal_day(issued.on)),
            None => "in preparation".to_owned(),
        }
    }
}

/// A passage as answers hold it.
fn passage_text(row: &Row<'_>, numbering: &Numbering) -> PassageText {
    let passage = passage_of(row);
    PassageText {
        cited: cite(numbering, &passage.id),
        with: passage.with.clone(),
        from: passage.from.clone(),
        text: row.0.map(|passage| passage.text.clone()).unwrap_or_default(),
        beside: row.1.map(|passage| passage.text.clone()),
    }
}

/// The passage of a row, in the language shown where it has it.
fn passage_of<'d>(row: &Row<'d>) -> &'d Paragraph {
    row.0.or(row.1).expect("a row has one of them at the least")
}

/// Both texts passage by passage, in the order of the first; what only the second has stands behind what stands before
/// it there.
fn rows<'d>(draft: &'d Draft, other: Option<&'d Draft>) -> Vec<Row<'d>> {
    let mut rows: Vec<Row<'d>> = draft.paragraphs.iter().map(|passage| (Some(passage), None)).collect();
    let mut behind = 0;
    for passage in other.iter().flat_map(|other| &other.paragraphs) {
        let bears = |row: &Row<'d>| {
            row.0.is_some_and(|own| own.ids().any(|id| passage.ids().any(|other| other == id)))
        };
        match rows.iter().position(|row| bears(row) && row.1.is_none()) {
            Some(at) => {
                rows[at].1 = Some(passage);
                behind = at + 1;
            }
            None => {
                rows.insert(behind, (None, Some(passage)));
                behind += 1;
            }
        }
    }
    rows
}
