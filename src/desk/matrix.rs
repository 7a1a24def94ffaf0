//! Lays the comments of a workstream out as the comment matrix.

use std::collections::HashMap;

use crate::collate::{Carrier, Entry, Wisher};
use crate::comment::{Action, Docket, Reply, Target};
use crate::desk::{Desk, Selection};
use crate::draft::{Language, Level, Numbering, ParagraphId, VersionName, WorkstreamId};
use crate::error::Result;
use crate::redline::Redline;
use crate::report::{ColumnSet, Marked, MatrixReport, MatrixRow};

/// What of the comments a person wants to see as a matrix.
#[derive(Debug, Clone)]
pub struct MatrixAsked {
    /// A workstream, a version, or both, and perhaps a paragraph or a delegation; the comments on all versions where no
    /// version is named.
    pub names: Vec<String>,
    /// Which comments; its versions are left out.
    pub selection: Selection,
    /// Whose columns.
    pub columns: ColumnSet,
}

impl Desk {
    /// The comment matrix: general comments first, then by paragraph, then by delegation, each comment once; or by
    /// delegation.
    pub fn matrix(&self, asked: &MatrixAsked) -> Result<MatrixReport> {
        let (names, chosen) = self.named_last(asked);
        let (workstream, version) = self.text_meant(names, chosen.paragraph.as_deref())?;
        let on = version.as_ref().map(ToString::to_string);
        // A paragraph is looked for in the workstream that was named.
        let bare = |typed: &String| !typed.contains('/');
        let paragraph = match &chosen.paragraph {
            Some(typed) if bare(typed) => Some(format!("{workstream}/{typed}")),
            other => other.clone(),
        };
        let selected = self.select(&Selection { on, paragraph, within: None, ..chosen })?;
        let versions = self.versions_for(&workstream, version.as_ref());
        let mut wordings = Wordings { desk: self, wishers: HashMap::new(), carriers: HashMap::new() };
        let mut comments = Vec::new();
        let of = self.chosen(&selected, &versions, |entry, name| comments.push(wordings.row(entry, name)));
        if asked.selection.by_delegation {
            let key = |row: &MatrixRow| (row.comment.delegation_name.clone(), row.comment.id.clone());
            comments.sort_by_cached_key(key);
        }
        let mut file = format!("matrix-{workstream}");
        if let Some(version) = &version {
            file.push_str(&format!("-{}", version.version));
        }
        if asked.columns != ColumnSet::Own {
            file.push_str(&format!("-{}", asked.columns));
        }
        Ok(MatrixReport {
            about: self.about(),
            workstream,
            selection: selected.sentence(self),
            columns: asked.columns,
            by_delegation: asked.selection.by_delegation,
            of,
            comments,
            file,
        })
    }

    /// The names of texts, and the selection with the paragraph or the delegation that stands last among them.
    fn named_last<'a>(&self, asked: &'a MatrixAsked) -> (&'a [String], Selection) {
        let mut selection = asked.selection.clone();
        let Some((last, texts)) = asked.names.split_last() else { return (&[], selection) };
        if self.is_workstream(last) || self.is_version(last) || self.is_meant_as_version(last) {
            return (&asked.names, selection);
        }
        let wanted =
            if self.is_delegation(last) { &mut selection.delegation } else { &mut selection.paragraph };
        if wanted.is_some() {
            // Named twice: as the name of a text it is refused.
            return (&asked.names, selection);
        }
        *wanted = Some(last.clone());
        (texts, selection)
    }

    /// One version, or all versions of a workstream on which comments were made.
    pub(super) fn versions_for(
        &self,
        workstream: &WorkstreamId,
        version: Option<&VersionName>,
    ) -> Vec<VersionName> {
        match version {
            Some(version) => vec![version.clone()],
            None => {
                let all = self.versions_commented_on().into_iter();
                all.filter(|name| name.workstream == *workstream).collect()
            }
        }
    }
}

/// What is worked out once for all rows: texts to lay wordings beside, ways to the next version.
struct Wordings<'d> {
    desk: &'d Desk,
    wishers: HashMap<(VersionName, Language), Option<Wisher<'d>>>,
    carriers: HashMap<VersionName, Carrier<'d>>,
}

impl<'d> Wordings<'d> {
    fn row(&mut self, entry: &Entry<'d>, made_on: &VersionName) -> MatrixRow {
        let desk = self.desk;
        let numbering = desk.numbering(made_on);
        let reply = entry.answer.map(Reply::of).unwrap_or_default();
        let original = &desk.workspace.schedule.original;
        let ruling = desk.workspace.texts.get(made_on).and_then(|text| text.ruling(original));
        let section = entry.comment.target.first().and_then(|id| ruling?.section_of(id));
        let next = desk.workspace.schedule.successor(&made_on.version);
        let next = next.map(|version| VersionName::new(&made_on.workstream, version));
        let next = next.filter(|name| desk.workspace.texts.contains_key(name));
        MatrixRow {
            comment: desk.row(entry, made_on),
            places: places(&entry.comment.target, &numbering),
            section: section.map(|section| section.id.to_string()),
            proposed: self.proposed(entry, made_on),
            docket: Docket::of(&entry.id, entry.comment, &reply),
            reply,
            next_version: next.as_ref().map(|name| desk.title(&name.version)),
            stands_next: next.and_then(|name| self.stands(entry, &name)),
        }
    }

    fn stands(&mut self, entry: &Entry<'d>, next: &VersionName) -> Option<crate::report::Stands> {
        let desk = self.desk;
        let carrier =
            self.carriers.entry(next.clone()).or_insert_with(|| Carrier::new(&desk.workspace, next));
        let anchoring = carrier.stands(entry.filed, entry.comment)?;
        Some(desk.stands(&Entry { anchoring, ..entry.clone() }, next))
    }

    /// The wording asked for, as a redline against the words in whose place it would stand: those of the text, or else
    /// those the comment quotes. Kept and inserted words are the proposal, word for word.
    fn proposed(&mut self, entry: &Entry<'d>, made_on: &VersionName) -> Vec<Marked> {
        let comment = entry.comment;
        let words = match (comment.action, comment.proposal.as_deref()) {
            (_, Some(proposal)) => proposal,
            (Action::Delete, None) => "",
            (_, None) => return Vec::new(),
        };
        let language = entry.filed.submission.quoted_language(comment);
        let desk = self.desk;
        let key = (made_on.clone(), language.clone());
        let wisher =
            self.wishers.entry(key).or_insert_with(|| Wisher::new(&desk.workspace, made_on, language, false));
        let stands = match (comment.action, comment.proposal.is_some()) {
            (Action::Add, _) | (Action::Retain, true) => None,
            _ => wisher.as_ref().and_then(|wisher| wisher.replaces(entry)).or_else(|| comment.quote.clone()),
        };
        let terms = desk.workspace.glossary.terms(language);
        Marked::of(&Redline::between(stands.as_deref().unwrap_or_default(), words, &terms))
    }
}

/// The passages of a target as they are printed, where all of them bear numbers; nothing for the whole text.
fn places(target: &Target, numbering: &Numbering) -> String {
    let number = |id: &ParagraphId| match id.level() {
        Level::Title | Level::Section => None,
        Level::Paragraph | Level::Item => numbering.cited(id),
    };
    let printed = |one: &Target| match one {
        Target::One(id) => number(id),
        Target::Span(first, last) => Some(format!("{}–{}", number(first)?, number(last)?)),
        Target::All | Target::Unread | Target::Several(_) => None,
    };
    match target {
        Target::Several(several) => {
            let printed: Option<Vec<String>> = several.iter().map(printed).collect();
            printed.unwrap_or_default().join(", ")
        }
        one => printed(one).unwrap_or_default(),
    }
}
