//! Reads what comments ask, held against the text.

use crate::anchor::{Anchoring, Spot, places};
use crate::collate::wish::wording;
use crate::collate::{Entry, Rewording, Unclear, Wish};
use crate::comment::Action;
use crate::draft::{BREAK, Draft, Joined, Language, ParagraphId, VersionName};
use crate::redline::{Edit, Redline};
use crate::text::{Span, Terms};
use crate::workspace::Workspace;

/// Reads what comments ask of one version in one language.
#[derive(Debug)]
pub struct Wisher<'w> {
    workspace: &'w Workspace,
    version: VersionName,
    language: Language,
    /// Whether a person said that this is the language meant, whatever language a comment came in.
    said: bool,
    draft: &'w Draft,
    terms: Terms,
}

impl<'w> Wisher<'w> {
    /// For a version's text in one language; absent where it has none.
    pub fn new(
        workspace: &'w Workspace,
        version: &VersionName,
        language: &Language,
        said: bool,
    ) -> Option<Wisher<'w>> {
        let draft = workspace.draft(version, language)?;
        let terms = workspace.glossary.terms(language);
        let (version, language) = (version.clone(), language.clone());
        Some(Wisher { workspace, version, language, said, draft, terms })
    }

    /// The text read beside.
    pub fn draft(&self) -> &'w Draft {
        self.draft
    }

    /// The terms that stay whole.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What a comment asks, where it stands in this version.
    pub fn wish(&self, entry: &Entry<'_>) -> Wish {
        let comment = entry.comment;
        let words = comment.proposal.as_deref().map(wording).filter(|words| !words.is_empty());
        let asks = match (comment.action, &words) {
            (Action::Amend | Action::Add, None) => return Wish::Nothing,
            (Action::None, None) => return Wish::Nothing,
            (Action::Move, _) if comment.to.is_none() => return Wish::Nothing,
            // A wording is a wish, whatever else was said about it.
            (Action::None | Action::Delete, Some(_)) => Action::Amend,
            (action, _) => action,
        };
        let read = match asks {
            Action::Retain => self.retain(entry),
            Action::Move => self.moves(entry),
            Action::Add => self.add(entry, words.unwrap_or_default()),
            _ => self.reword(entry, words.as_deref()),
        };
        read.unwrap_or_else(Wish::Unclear)
    }

    /// The words in whose place a comment's own would stand, as they read in this text: those it quotes, or whole
    /// passages. Absent where there are none, or where they cannot be found.
    pub fn replaces(&self, entry: &Entry<'_>) -> Option<String> {
        let comment = entry.comment;
        let fits = || self.language_fits(entry, comment.quote.is_some()).ok();
        if comment.action == Action::Add
            || (comment.proposal.is_some() || comment.quote.is_some()) && fits().is_none()
        {
            return None;
        }
        let words = comment.proposal.as_deref().map(wording);
        let parts = match self.quoted(entry).ok()? {
            Some(parts) => parts,
            None => self.whole(entry, words.as_deref()).ok()?,
        };
        let words: Vec<&str> = parts.iter().filter_map(|(id, span)| self.words(id, span)).collect();
        Some(words.join(BREAK))
    }

    fn retain(&self, entry: &Entry<'_>) -> Result<Wish, Unclear> {
        let whole = |ids: Vec<ParagraphId>| {
            ids.into_iter().map(|paragraph| Spot { paragraph, span: None }).collect::<Vec<_>>()
        };
        if self.is_own(entry) && entry.anchoring.spots().iter().any(|spot| spot.span.is_some()) {
            let spots =
                entry.anchoring.spots().iter().filter(|spot| self.draft.get(&spot.paragraph).is_some());
            return Ok(Wish::Retain(spots.cloned().collect()));
        }
        Ok(Wish::Retain(whole(self.passages(entry)?)))
    }

    fn moves(&self, entry: &Entry<'_>) -> Result<Wish, Unclear> {
        let passages = self.passages(entry)?;
        let to = entry.comment.to.as_ref().map(ToString::to_string).unwrap_or_default();
        Ok(Wish::Move { passages, to })
    }

    fn add(&self, entry: &Entry<'_>, words: String) -> Result<Wish, Unclear> {
        self.language_fits(entry, true)?;
        if entry.anchoring == Anchoring::Whole {
            return Ok(Wish::Add { after: None, words });
        }
        // What comes after a paragraph comes after its items.
        let after = paragraphs(self.passages(entry)?).pop();
        Ok(Wish::Add { after, words })
    }

    /// Other words for the quoted ones, or for whole passages where none are quoted; without words, a deletion.
    fn reword(&self, entry: &Entry<'_>, words: Option<&str>) -> Result<Wish, Unclear> {
        let comment = entry.comment;
        // To take whole passages out needs no words, and so no language.
        if words.is_some() || comment.quote.is_some() {
            self.language_fits(entry, comment.quote.is_some())?;
        }
        let parts = match self.quoted(entry)? {
            Some(parts) => parts,
            None => self.whole(entry, words)?,
        };
        let blocks = words.map(|words| words.split('\n').collect::<Vec<_>>());
        let mut rewordings = match (words, blocks) {
            // As many blocks as passages: each is for its own.
            (Some(_), Some(blocks)) if blocks.len() == parts.len() => {
                let each = parts.iter().zip(blocks);
                each.flat_map(|(part, block)| self.reworded(std::slice::from_ref(part), Some(block)))
                    .collect()
            }
            _ => self.reworded(&parts, words),
        };
        if rewordings.is_empty() {
            return Err(Unclear::StandsAlready);
        }
        if words.is_none() {
            for rewording in &mut rewordings {
                self.tidy(rewording);
            }
        }
        Ok(Wish::Reword(rewordings))
    }

    /// Neighbouring pieces of text in other words, or taken out.
    fn reworded(&self, parts: &[(ParagraphId, Span)], words: Option<&str>) -> Vec<Rewording> {
        let mut joined = Joined::default();
        for (id, span) in parts {
            if !joined.parts.is_empty() {
                joined.text.push_str(BREAK);
            }
            let start = joined.text.len();
            joined.text.push_str(self.words(id, span).unwrap_or_default());
            joined.parts.push((id.clone(), start..joined.text.len()));
        }
        let edits = match words {
            Some(words) => Redline::between(&joined.text, words, &self.terms).edits(),
            None => vec![Edit { span: 0..joined.text.len(), words: String::new() }],
        };
        let offsets: Vec<usize> = parts.iter().map(|(_, span)| span.start).collect();
        spread(&joined, &offsets, &edits)
    }

    fn words(&self, id: &ParagraphId, span: &Span) -> Option<&'w str> {
        self.draft.get(id)?.text.get(span.clone())
    }

    /// Where the quoted words stand; absent where none are quoted.
    fn quoted(&self, entry: &Entry<'_>) -> Result<Option<Vec<(ParagraphId, Span)>>, Unclear> {
        match &entry.anchoring {
            Anchoring::Whole => return Err(Unclear::WholeText),
            Anchoring::Ambiguous(spots) => return Err(Unclear::Ambiguous(spots.len())),
            Anchoring::Orphaned | Anchoring::Unplaced => return Err(Unclear::NoPlace),
            Anchoring::Placed(spots) if spots.is_empty() => return Err(Unclear::Nowhere),
            _ => {}
        }
        let spots = entry.anchoring.spots();
        let parts: Option<Vec<(ParagraphId, Span)>> =
            spots.iter().map(|spot| Some((spot.paragraph.clone(), spot.span.clone()?))).collect();
        if let Some(parts) = parts.filter(|parts| !parts.is_empty() && self.is_own(entry)) {
            return Ok(Some(parts));
        }
        let Some(quote) = &entry.comment.quote else { return Ok(None) };
        // Placed by a person, or quoting the text that rules because its own language has none: in the passages
        // where the comment stands, and there only, the words are looked for.
        let placed = matches!(entry.anchoring, Anchoring::Placed(_));
        if !placed && self.is_own(entry) {
            return Err(Unclear::QuoteGone);
        }
        let passages: Vec<ParagraphId> = entry.anchoring.passages().into_iter().cloned().collect();
        let joined = self.draft.joined(&passages);
        match places(&joined.text, quote).as_slice() {
            [] => Err(Unclear::QuoteGone),
            [once] => Ok(Some(joined.within(once))),
            several => Err(Unclear::Ambiguous(several.len())),
        }
    }

    /// The whole passages a comment speaks of. A wording in one block is one for the paragraph, not for its items.
    fn whole(&self, entry: &Entry<'_>, words: Option<&str>) -> Result<Vec<(ParagraphId, Span)>, Unclear> {
        let mut passages = self.passages(entry)?;
        if words.is_some_and(|words| !words.contains('\n')) {
            passages = paragraphs(passages);
        }
        let whole = |id: ParagraphId| {
            let length = self.draft.get(&id)?.text.len();
            Some((id, 0..length))
        };
        Ok(passages.into_iter().filter_map(whole).collect())
    }

    /// The passages a comment stands on, those that this language has, each once by its first id.
    fn passages(&self, entry: &Entry<'_>) -> Result<Vec<ParagraphId>, Unclear> {
        match &entry.anchoring {
            Anchoring::Whole => return Err(Unclear::WholeText),
            Anchoring::Orphaned | Anchoring::Unplaced => return Err(Unclear::NoPlace),
            Anchoring::Placed(spots) if spots.is_empty() => return Err(Unclear::Nowhere),
            _ => {}
        }
        let named = entry.anchoring.passages();
        if let Anchoring::Ambiguous(spots) = &entry.anchoring
            && named.len() > 1
        {
            return Err(Unclear::Ambiguous(spots.len()));
        }
        let mut passages: Vec<ParagraphId> = Vec::new();
        for id in named {
            if let Some(passage) = self.draft.get(id)
                && !passages.contains(&passage.id)
            {
                passages.push(passage.id.clone());
            }
        }
        if passages.is_empty() { Err(Unclear::NotInLanguage) } else { Ok(passages) }
    }

    /// Whether a comment quotes and words the text in this language.
    fn is_own(&self, entry: &Entry<'_>) -> bool {
        *entry.filed.submission.quoted_language(entry.comment) == self.language
    }

    /// A wording is for the text in its own language. Where the version has none in it, the delegation had the text
    /// that rules before it: what it quotes from that text, or asks to be added, is for that one.
    fn language_fits(&self, entry: &Entry<'_>, by_quote: bool) -> Result<(), Unclear> {
        let own = entry.filed.submission.quoted_language(entry.comment);
        if self.is_own(entry) || self.said {
            return Ok(());
        }
        let rules = *own != self.workspace.schedule.original
            && self.language == self.workspace.schedule.original
            && self.workspace.draft(&self.version, own).is_none();
        if rules && by_quote { Ok(()) } else { Err(Unclear::InLanguage(own.clone())) }
    }

    /// Takes one of the two spaces along that would be left where words are taken out.
    fn tidy(&self, rewording: &mut Rewording) {
        let Some(passage) = self.draft.get(&rewording.paragraph) else { return };
        for edit in &mut rewording.edits {
            let (before, after) = (&passage.text[..edit.span.start], &passage.text[edit.span.end..]);
            let parts = |c: char| c == ' ' || c == '\n';
            if after.starts_with(' ') && (before.is_empty() || before.ends_with(parts)) {
                edit.span.end += 1;
            } else if before.ends_with(' ') && (after.is_empty() || after.starts_with(parts)) {
                edit.span.start -= 1;
            }
        }
    }
}

/// The passages without the items of those that are among them.
fn paragraphs(passages: Vec<ParagraphId>) -> Vec<ParagraphId> {
    let held = |id: &ParagraphId| passages.iter().any(|other| other != id && other.covers(id));
    passages.iter().filter(|id| !held(id)).cloned().collect()
}

/// Shares edits of a joined text out to its passages; words put in stand in the first passage they touch.
fn spread(joined: &Joined, offsets: &[usize], edits: &[Edit]) -> Vec<Rewording> {
    let mut rewordings: Vec<Rewording> = Vec::new();
    for edit in edits {
        let owner = joined.parts.iter().position(|(_, part)| part.end >= edit.span.start);
        for (at, ((id, part), offset)) in joined.parts.iter().zip(offsets).enumerate() {
            let start = edit.span.start.clamp(part.start, part.end);
            let end = edit.span.end.clamp(start, part.end);
            let words = if owner == Some(at) { edit.words.clone() } else { String::new() };
            if start == end && words.is_empty() {
                continue;
            }
            let edit = Edit { span: start - part.start + offset..end - part.start + offset, words };
            match rewordings.iter_mut().find(|known| known.paragraph == *id) {
                Some(known) => known.edits.push(edit),
                None => rewordings.push(Rewording { paragraph: id.clone(), edits: vec![edit] }),
            }
        }
    }
    rewordings
}
