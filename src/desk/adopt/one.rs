//! One proposal: where its words stand, in which text, and whether they can be put in.

use crate::align::Alignment;
use crate::anchor::Anchoring;
use crate::collate::{Adopted, Adopting, Carrier, Entry, Wish, Wisher};
use crate::comment::{Action, CommentId};
use crate::desk::Desk;
use crate::desk::history::path;
use crate::draft::{Draft, Giver, Language, VersionId, VersionName};
use crate::error::{Error, Result};
use crate::text::within_sentence;
use crate::workspace::Workspace;

/// What one comment came to.
pub(super) struct One {
    pub(super) language: Language,
    pub(super) adopted: Adopted,
}

impl Desk {
    /// Puts one comment's wish into the text as it is now.
    pub(super) fn adopt_one(
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
            || matches!(entry.comment.action, Action::Delete | Action::Move | Action::Retain);
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
