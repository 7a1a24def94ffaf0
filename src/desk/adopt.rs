//! Puts proposals into the version that is being prepared.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Alignment;
use crate::anchor::Anchoring;
use crate::collate::{Adopted, Adopting, Carrier, Entry, Hindrance, Wish, Wisher};
use crate::comment::CommentId;
use crate::desk::Desk;
use crate::desk::comparison::{Side, change_between};
use crate::desk::desk::cite_all;
use crate::desk::history::path;
use crate::desk::place::comment_trailers;
use crate::draft::{Draft, Giver, Language, VersionId, VersionName};
use crate::error::{Error, Result};
use crate::redline::{Edit, Redline};
use crate::report::{AdoptedReport, Change, Marked, Meeting, Taken, Untouched};
use crate::store::Act;
use crate::text::{Terms, counted, within_sentence};
use crate::workspace::Workspace;

/// Which proposals go where.
#[derive(Debug, Clone, Default)]
pub struct AdoptAsked {
    /// The comments, in the order in which they are put in.
    pub comments: Vec<String>,
    /// The version; the newest one where none is named.
    pub into: Option<String>,
    /// The language of the text, where it is not the one a comment is worded in.
    pub language: Option<String>,
    /// Whether only to show what would happen.
    pub dry_run: bool,
    /// Whether to commit.
    pub commit: bool,
}

/// What one comment came to.
struct One {
    language: Language,
    adopted: Adopted,
}

impl Desk {
    /// Puts proposals into a version one after the other, in one act; where one of them meets what was changed since
    /// it was made, nothing is written and the collision is shown.
    pub fn adopt(&self, asked: &AdoptAsked) -> Result<AdoptedReport> {
        if !asked.dry_run {
            self.writable()?;
        }
        let ids: Result<Vec<CommentId>> =
            asked.comments.iter().map(|typed| self.workspace.named_comment(typed)).collect();
        let ids = ids?;
        let into = self.version_to_prepare(&ids, asked.into.as_deref())?;
        let language = asked.language.as_deref().map(|typed| self.language(Some(typed))).transpose()?;
        let mut report = self.nothing_adopted(&into, asked.dry_run);
        let mut giver = self.ids_ever_given(&into.workstream);
        let mut workspace = self.workspace.clone();
        let mut languages: BTreeSet<Language> = BTreeSet::new();
        for id in &ids {
            let one = self.adopt_one(&workspace, &into, id, language.as_ref(), &mut giver)?;
            let comment = self.comment_name(id);
            match one.adopted {
                Adopted::Nothing(why) => report.nothing.push(Untouched { comment, why: why.to_owned() }),
                Adopted::Collision(hindrances) => {
                    let met = hindrances.iter().map(|met| self.meeting(&comment, &into, &one.language, met));
                    report.collisions.extend(met);
                }
                Adopted::Taken(draft) => {
                    let (filed, said) = self.workspace.comment(id).expect("a named comment is on file");
                    report.adopted.push(Taken {
                        comment,
                        delegation: self.workspace.schedule.name_of(&filed.submission.delegation).to_owned(),
                        action: said.action.word(),
                        language: one.language.clone(),
                    });
                    if let Some(text) = workspace.texts.get_mut(&into) {
                        text.drafts.insert(one.language.clone(), draft);
                    }
                    languages.insert(one.language);
                }
            }
        }
        for language in &languages {
            report.changes.extend(self.changes_in(&workspace, &into, language));
        }
        let others = self.workspace.texts.get(&into).into_iter().flat_map(|text| text.drafts.keys());
        report.waiting = others.filter(|other| !languages.contains(*other)).cloned().collect();
        self.write_adopted(report, &workspace, &into, &ids, &languages, asked)
    }

    /// Writes what was put in, unless it was only to be shown or something collided.
    fn write_adopted(
        &self,
        mut report: AdoptedReport,
        workspace: &Workspace,
        into: &VersionName,
        ids: &[CommentId],
        languages: &BTreeSet<Language>,
        asked: &AdoptAsked,
    ) -> Result<AdoptedReport> {
        report.next = self.after_adopting(&report, into);
        if !report.collisions.is_empty() || asked.dry_run || languages.is_empty() {
            return Ok(report);
        }
        let mut files: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        for language in languages {
            if let Some(draft) = workspace.draft(into, language) {
                files.insert(path(into, language), Some(draft.print().into_bytes()));
            }
        }
        if asked.commit {
            self.nothing_unsaved(files.keys())?;
        }
        let taken: Vec<&CommentId> = ids
            .iter()
            .filter(|id| report.adopted.iter().any(|taken| taken.comment == self.comment_name(id)))
            .collect();
        let said = match taken.as_slice() {
            [one] => one.short(),
            several => counted(several.len(), "comment"),
        };
        let title = within_sentence(&report.into);
        let message = format!("{}: take {said} into the {title}", into.workstream);
        let trailers = comment_trailers(taken);
        report.files = files.keys().cloned().collect();
        report.commit =
            self.write(Act { files, message, trailers, commit: asked.commit, ..Act::default() })?;
        report.written = true;
        Ok(report)
    }

    /// The version that proposals go into: named, or the newest of the comments' workstream; never an issued one.
    fn version_to_prepare(&self, ids: &[CommentId], named: Option<&str>) -> Result<VersionName> {
        let workstream = match ids.first() {
            Some(first) => first.workstream.clone(),
            None => self.workspace.workstream(None)?,
        };
        let into = match named {
            Some(typed) => {
                let stated = self.stated(typed)?;
                if stated.at.is_some() {
                    let what =
                        format!("`{typed}` is a revision, and only the text as it is now can be written");
                    return Err(Error::refused(
                        what,
                        format!("name the version: `--into {}`", stated.name.version),
                    ));
                }
                stated.name
            }
            None => self.newest_or_none(&workstream)?,
        };
        match ids.iter().find(|id| id.workstream != into.workstream) {
            Some(other) => Err(Error::refused(
                format!("{other} speaks of another text than `{into}`"),
                "adopt the comments of one workstream at a time",
            )),
            None => Ok(into),
        }
    }

    fn adopt_one(
        &self,
        workspace: &Workspace,
        into: &VersionName,
        id: &CommentId,
        said: Option<&Language>,
        giver: &mut Giver,
    ) -> Result<One> {
        let name = self.comment_name(id);
        let (filed, comment) = workspace.comment(id).expect("a named comment is on file");
        let answer = workspace.answers.get(id).and_then(|answers| answers.standing());
        let replaced_by = workspace.replaced_by(filed);
        let entry = |anchoring| Entry { id: id.clone(), filed, comment, anchoring, answer, replaced_by };
        let made_on = &filed.submission.version;
        let way = workspace.schedule.way(made_on, &into.version).ok_or_else(|| {
            let what = format!("`{into}` does not continue the {made_on}, on which {name} was made");
            Error::refused(what, "name a version that does: `--into VERSION`")
        })?;
        let now = Carrier::new(workspace, into).stands(filed, comment).unwrap_or(Anchoring::Unplaced);
        let now = entry(now);
        self.can_be_adopted(&now, &name, into)?;
        let own = filed.submission.quoted_language(comment);
        let language = said.unwrap_or(own).clone();
        // What a person decided holds in the version for which it was decided, and is carried on from there.
        let answers = workspace.answers.get(id);
        let placed = way.iter().rev().find(|version| answers.is_some_and(|a| a.placement(version).is_some()));
        let from = placed.unwrap_or(made_on);
        let base = VersionName::new(&into.workstream, from);
        let ours = self.text_to_write(workspace, into, &language, &name)?;
        let wisher = Wisher::new(workspace, &base, &language, said.is_some()).ok_or_else(|| {
            let title = within_sentence(&self.title(from));
            let what = format!("the {title}, of which {name} speaks, has no text in {language}");
            Error::refused(what, format!("edit {} by hand, then `travaux save`", path(into, &language)))
        })?;
        let then = Carrier::new(workspace, &base).stands(filed, comment).unwrap_or(Anchoring::Unplaced);
        let wish = wisher.wish(&entry(then));
        if let Wish::Unclear(why) = &wish {
            return Err(unclear(&name, &why.sentence(), into));
        }
        let at = way.iter().position(|version| version == from).unwrap_or_default();
        let texts: Vec<&Draft> = way[at..]
            .iter()
            .filter_map(|version: &VersionId| {
                workspace.draft(&VersionName::new(&into.workstream, version), &language)
            })
            .collect();
        let alignment = Alignment::along(&texts);
        let adopting = Adopting { base: wisher.draft(), ours, alignment: &alignment, terms: wisher.terms() };
        let adopted = adopting.adopt(&wish, giver);
        Ok(One { language, adopted })
    }

    /// What must be so before a comment's words can be put in.
    fn can_be_adopted(&self, entry: &Entry<'_>, name: &str, into: &VersionName) -> Result<()> {
        if entry.is_withdrawn() {
            return Err(Error::refused(
                format!("{name} was taken back by its author"),
                "edit the text by hand where its words are wanted all the same",
            ));
        }
        if let Some(later) = entry.replaced_by {
            return Err(Error::refused(
                format!("{name} was replaced by a later submission, {}", later.name()),
                "adopt the comment that took its place",
            ));
        }
        let asks = entry.comment.proposal.is_some()
            || matches!(
                entry.comment.action,
                crate::comment::Action::Delete
                    | crate::comment::Action::Move
                    | crate::comment::Action::Retain
            );
        if !asks {
            return Err(Error::refused(
                format!("{name} proposes no wording"),
                format!("`travaux comments {name}` shows what it says"),
            ));
        }
        let title = within_sentence(&self.title(&into.version));
        match &entry.anchoring {
            Anchoring::Whole => Err(unclear(name, "it speaks of the whole text and names no place", into)),
            Anchoring::Ambiguous(spots) => {
                Err(unclear(name, &format!("its words fit {} places in the {title}", spots.len()), into))
            }
            Anchoring::Orphaned => {
                Err(unclear(name, &format!("{} does not live on in the {title}", entry.comment.target), into))
            }
            Anchoring::Unplaced => Err(unclear(name, "the passage it speaks of is not there", into)),
            Anchoring::Placed(spots) if spots.is_empty() => {
                Err(unclear(name, "a person decided that nothing continues what it speaks of", into))
            }
            _ => Ok(()),
        }
    }

    /// The text that is to be written, which nobody was sent yet.
    fn text_to_write<'w>(
        &self,
        workspace: &'w Workspace,
        into: &VersionName,
        language: &Language,
        name: &str,
    ) -> Result<&'w Draft> {
        let title = within_sentence(&self.title(&into.version));
        let text = workspace.texts.get(into);
        if text.is_some_and(|text| text.is_issued(language)) {
            let next = workspace.schedule.successor(&into.version);
            let next = next.map(|next| VersionName::new(&into.workstream, next));
            let way_out = match next {
                Some(next) if workspace.texts.contains_key(&next) => {
                    format!("put it into the next: `--into {next}`")
                }
                Some(next) => format!("`travaux start {next}` begins the next version"),
                None => "schedule.toml names no later version".to_owned(),
            };
            return Err(Error::refused(
                format!("the {title} is issued in {language}, and its words stand"),
                way_out,
            ));
        }
        workspace.draft(into, language).ok_or_else(|| {
            let known: Vec<String> = text
                .iter()
                .flat_map(|text| text.drafts.keys())
                .map(|known| format!("`--language {known}`"))
                .collect();
            Error::refused(
                format!("{name} is worded in {language}, in which the {title} has no text"),
                format!("say into which text it goes: {}", known.join(" or ")),
            )
        })
    }

    /// A commit of ours holds nothing that somebody else edited.
    fn nothing_unsaved<'p>(&self, paths: impl Iterator<Item = &'p String>) -> Result<()> {
        let changed = self.store.changed()?;
        match paths.into_iter().find(|path| changed.contains(path)) {
            Some(path) => Err(Error::refused(
                format!("{path} holds edits that were not saved"),
                "`travaux save` first, or write without a commit: `--no-commit`",
            )),
            None => Ok(()),
        }
    }

    fn nothing_adopted(&self, into: &VersionName, dry_run: bool) -> AdoptedReport {
        AdoptedReport {
            about: self.about(),
            into: self.title(&into.version),
            written: false,
            dry_run,
            adopted: Vec::new(),
            nothing: Vec::new(),
            collisions: Vec::new(),
            changes: Vec::new(),
            waiting: Vec::new(),
            files: Vec::new(),
            commit: None,
            next: Vec::new(),
        }
    }

    /// What changes between the text as it is and as it will be.
    fn changes_in(&self, workspace: &Workspace, into: &VersionName, language: &Language) -> Vec<Change> {
        let (Some(old), Some(new)) = (self.workspace.draft(into, language), workspace.draft(into, language))
        else {
            return Vec::new();
        };
        let numbers = self.numbering(into);
        let original = &workspace.schedule.original;
        let new_numbers = workspace.texts.get(into).map(|text| text.numbering(original)).unwrap_or_default();
        let terms = self.workspace.glossary.terms(language);
        let (before, after) =
            (Side { draft: old, numbers: &numbers }, Side { draft: new, numbers: &new_numbers });
        let alignment = Alignment::within(old, new);
        let changed = alignment.pairings.iter().filter(|pairing| {
            pairing.changed() && !(pairing.before == pairing.after && !pairing.reworded && !pairing.moved)
        });
        changed.map(|pairing| change_between(&before, &after, pairing, &terms)).collect()
    }

    fn meeting(&self, comment: &str, into: &VersionName, language: &Language, met: &Hindrance) -> Meeting {
        let numbering = self.numbering(into);
        let terms: Terms = self.workspace.glossary.terms(language);
        let marks = |before: &str, after: &str| Marked::of(&Redline::between(before, after, &terms));
        let mut meeting = Meeting {
            comment: comment.to_owned(),
            what: String::new(),
            passages: Vec::new(),
            now: Vec::new(),
            asked: Vec::new(),
        };
        match met {
            Hindrance::Words { passages, base, clashes } => {
                meeting.what = "the same words, or words beside them, were changed in another way".to_owned();
                meeting.passages = cite_all(&numbering, passages);
                let side = |words: fn(&crate::collate::Clash) -> &String| {
                    let edits: Vec<Edit> = clashes
                        .iter()
                        .map(|clash| Edit { span: clash.span.clone(), words: words(clash).clone() })
                        .collect();
                    Edit::applied(base, &(0..base.len()), &edits)
                };
                meeting.now = marks(base, &side(|clash| &clash.ours));
                meeting.asked = marks(base, &side(|clash| &clash.theirs));
            }
            Hindrance::Changed { passages, base, ours } => {
                meeting.what = "is to be taken out, but was changed since".to_owned();
                meeting.passages = cite_all(&numbering, passages);
                meeting.now = marks(base, ours);
                meeting.asked = marks(base, "");
            }
            Hindrance::Neighbours { place, now } => {
                meeting.passages = cite_all(&numbering, std::slice::from_ref(place));
                meeting.what = match now {
                    Some(now) => format!("{now} stands beside it now, and did not when the comment was made"),
                    None => "what stood beside it does not stand there any more".to_owned(),
                };
            }
            Hindrance::Gone(id) => {
                meeting.what = format!("nothing continues {id}");
            }
            Hindrance::Holds(id) => {
                meeting.passages = cite_all(&numbering, std::slice::from_ref(id));
                meeting.what = "holds other passages, and cannot go without them".to_owned();
            }
        }
        meeting
    }

    fn after_adopting(&self, report: &AdoptedReport, into: &VersionName) -> Vec<String> {
        if let Some(first) = report.collisions.first() {
            let place = format!("`travaux place {} PARAGRAPH --in {into}`", first.comment);
            return vec![
                match first.now.is_empty() {
                    true => {
                        format!("say after or on which passage it is to stand: {place}, and adopt it again")
                    }
                    false => format!("choose the words by hand in drafts/{into}, then `travaux save`"),
                },
                "leave it out, and adopt the others".to_owned(),
            ];
        }
        if report.dry_run || report.adopted.is_empty() {
            return Vec::new();
        }
        let before = self.workspace.schedule.predecessor(&into.version);
        let before = before.map(|before| VersionName::new(&into.workstream, before));
        let before = before.filter(|before| self.workspace.texts.contains_key(before));
        before
            .map(|before| format!("`travaux redline {before} {into}` shows all that changed"))
            .into_iter()
            .collect()
    }
}

/// A comment that a person has to place first.
fn unclear(name: &str, why: &str, into: &VersionName) -> Error {
    Error::refused(
        format!("it is not clear where the words of {name} go: {why}"),
        format!(
            "say where it stands: `travaux place {name} PARAGRAPH --in {into}`, with `--quote WORDS` where not the whole passage is meant"
        ),
    )
}
