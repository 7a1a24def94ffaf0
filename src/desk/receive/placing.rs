//! Reads the places a row cites against the version that was commented on.

use std::rc::Rc;

use crate::comment::Target;
use crate::desk::receive::Taking;
use crate::draft::{Draft, Language, Level, Numbering, ParagraphId, VersionName};
use crate::intake::{Cite, TableRow};
use crate::text::squeezed;

/// The text a submission speaks of, in its language or in the one that rules.
pub(super) struct Against<'d> {
    pub(super) draft: &'d Draft,
    pub(super) numbering: Rc<Numbering>,
}

/// What a row speaks of.
pub(super) struct Placed {
    pub(super) target: Target,
    pub(super) quote: Option<String>,
    /// The wording column, where the delegation wrote over it and proposed nothing elsewhere.
    pub(super) rewritten: Option<String>,
    pub(super) remark: Option<String>,
}

impl Taking<'_> {
    /// The text that comments in a language are read against.
    pub(super) fn against(&self, name: &VersionName, language: &Language) -> Option<Against<'_>> {
        let workspace = &self.desk.workspace;
        let text = workspace.texts.get(name)?;
        let ruling = || text.ruling(&workspace.schedule.original);
        let draft = text.drafts.get(language).or_else(ruling)?;
        Some(Against { draft, numbering: self.desk.numbering(name) })
    }
}

impl Against<'_> {
    /// Where a row stands: by the id of the form, by what is cited, or by the words where a page was cited.
    pub(super) fn place(&self, row: &TableRow) -> Placed {
        let by_id = row.id.as_deref().and_then(ParagraphId::typed).filter(|id| self.knows(id));
        let told = row.section.as_ref().map(|section| Cite::Section(section.clone()));
        let cites: Vec<Cite> = match (&by_id, row.cites.is_empty()) {
            (Some(id), _) => vec![Cite::Id(id.clone())],
            (None, true) => told.clone().into_iter().collect(),
            (None, false) => row.cites.clone(),
        };
        let read: Vec<Target> = cites.iter().map(|cite| self.read(cite)).collect();
        let places: Vec<Target> = read.iter().filter(|one| !one.ids().is_empty()).cloned().collect();
        let words = row.quote.as_deref().or(row.wording.as_deref());
        let (target, remark) = match (places.len(), cites.is_empty()) {
            (0, true) => (Target::All, None),
            (0, false) if read.contains(&Target::All) => (Target::All, None),
            (0, false) => match words.and_then(|words| self.only_place(words)) {
                Some(id) => (Target::One(id.clone()), Some(format!("placed on {id} by its words"))),
                None => (Target::Unread, Some(format!("`{}` names no paragraph", cited(row, &cites)))),
            },
            (1, _) => (places[0].clone(), unread(&read, &cites)),
            _ => (Target::Several(places), unread(&read, &cites)),
        };
        let (quote, rewritten) = self.quoted(row, &target);
        Placed { target, quote, rewritten, remark }
    }

    fn knows(&self, id: &ParagraphId) -> bool {
        self.draft.position(id).is_some()
    }

    fn read(&self, cite: &Cite) -> Target {
        let one = |id: Option<ParagraphId>| id.map_or(Target::Unread, Target::One);
        match cite {
            Cite::All => Target::All,
            Cite::Number(number) => one(self.numbered(number)),
            Cite::Range(first, last) => match (self.numbered(first), self.numbered(last)) {
                (Some(first), Some(last)) if first == last => Target::One(first),
                (Some(first), Some(last)) if self.draft.position(&first) < self.draft.position(&last) => {
                    Target::Span(first, last)
                }
                _ => Target::Unread,
            },
            Cite::Section(section) => one(self.section(section)),
            Cite::Id(id) => one(Some(id.clone()).filter(|id| self.knows(id))),
            Cite::Page(..) | Cite::Lines(..) | Cite::Unread(_) => Target::Unread,
        }
    }

    /// By the printed number first, then as an id.
    fn numbered(&self, written: &str) -> Option<ParagraphId> {
        let by_id = || ParagraphId::typed(written).filter(|id| self.knows(id));
        self.numbering.find(written).or_else(by_id)
    }

    /// A section by its letter, by its rank, or by its heading.
    fn section(&self, written: &str) -> Option<ParagraphId> {
        let sections = || self.draft.paragraphs.iter().filter(|one| one.level() == Level::Section);
        let bare = written.trim().trim_end_matches(['.', ')', ':']);
        let lettered = ParagraphId::typed(bare).filter(|id| self.knows(id));
        let fold = |text: &str| squeezed(text).to_lowercase();
        let headed = || sections().find(|one| fold(&one.text) == fold(written)).map(|one| one.id.clone());
        let ranked = || {
            let rank: usize = bare.parse().ok().or_else(|| roman(bare))?;
            sections().nth(rank.checked_sub(1)?).map(|one| one.id.clone())
        };
        lettered.or_else(headed).or_else(ranked)
    }

    /// The only passage in which the words stand.
    fn only_place(&self, words: &str) -> Option<&ParagraphId> {
        let holds = |text: &str| !crate::anchor::places(text, words).is_empty();
        let mut found = self.draft.paragraphs.iter().filter(|passage| holds(&passage.text));
        let first = found.next()?;
        found.next().is_none().then_some(&first.id)
    }

    /// The words concerned, and the wording column where it was written over.
    fn quoted(&self, row: &TableRow, target: &Target) -> (Option<String>, Option<String>) {
        let ids: Vec<ParagraphId> = match target {
            Target::One(id) => self.draft.ids().filter(|own| id.covers(own)).cloned().collect(),
            _ => target.ids().into_iter().cloned().collect(),
        };
        let text = self.draft.joined(&ids).text;
        let whole = |words: &str| squeezed(words) == squeezed(&text);
        if let Some(quote) = &row.quote {
            return (Some(quote.clone()).filter(|quote| !whole(quote)), None);
        }
        let Some(wording) = row.wording.as_ref().filter(|wording| !whole(wording)) else {
            return (None, None);
        };
        let own = self.draft.paragraphs.iter().any(|passage| squeezed(&passage.text) == squeezed(wording));
        if own || ids.is_empty() {
            return (None, None);
        }
        let stands = !crate::anchor::places(&text, wording).is_empty();
        match (stands, &row.proposal) {
            (false, None) => (None, Some(wording.clone())),
            _ => (Some(wording.clone()), None),
        }
    }
}

/// What the row cites, as written.
fn cited(row: &TableRow, cites: &[Cite]) -> String {
    let read = || cites.iter().map(Cite::to_string).collect::<Vec<_>>().join(", ");
    row.cited.clone().unwrap_or_else(read)
}

/// Places that could not be read beside others that could.
fn unread(read: &[Target], cites: &[Cite]) -> Option<String> {
    let lost: Vec<String> = read
        .iter()
        .zip(cites)
        .filter(|(target, _)| **target == Target::Unread)
        .map(|(_, cite)| format!("`{cite}`"))
        .collect();
    (!lost.is_empty()).then(|| format!("{} could not be read as a paragraph", lost.join(", ")))
}

/// The rank that a Roman numeral tells, as far as sections go.
fn roman(text: &str) -> Option<usize> {
    const NUMERALS: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII", "XVIII", "XIX", "XX",
    ];
    NUMERALS.iter().position(|numeral| *numeral == text.to_uppercase()).map(|at| at + 1)
}
