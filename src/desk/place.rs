//! Records where a person put a comment.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::anchor::places;
use crate::comment::{Answers, CommentId, Placement};
use crate::desk::Desk;
use crate::draft::VersionName;
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::store::Act;

/// Where a person puts a comment.
#[derive(Debug, Clone, Default)]
pub struct PlaceAsked {
    /// The comment.
    pub comment: String,
    /// The passage; absent where nothing continues what the comment speaks of.
    pub paragraph: Option<String>,
    /// The words, where not the whole passage is meant.
    pub quote: Option<String>,
    /// The version; the newest that continues the comment's own where none is named.
    pub within: Option<String>,
    /// Who decided; whoever git says works here where nobody is named.
    pub by: Option<String>,
    /// The day; today where none is named.
    pub on: Option<NaiveDate>,
    /// Whether to commit.
    pub commit: bool,
}

impl Desk {
    /// Puts a comment on a passage of a version, or on none: one act, in one person's name.
    pub fn place(&self, asked: &PlaceAsked) -> Result<DoneReport> {
        self.writable()?;
        let id = self.workspace.named_comment(&asked.comment)?;
        let (filed, comment) = self.workspace.comment(&id).expect("a named comment is on file");
        let made_on = VersionName::new(&id.workstream, &filed.submission.version);
        let within = match &asked.within {
            Some(typed) => self.stated(typed)?.name,
            None => self.newest_continuing(&made_on),
        };
        if self.workspace.schedule.way(&made_on.version, &within.version).is_none() {
            return Err(Error::refused(
                format!("`{within}` does not continue `{made_on}`, on which {} was made", asked.comment),
                format!("name a version that does, as in `--in {}`", made_on.version),
            ));
        }
        let paragraph = match &asked.paragraph {
            Some(typed) => Some(self.workspace.passage(&within, typed)?),
            None => None,
        };
        if let (Some(quote), Some(id)) = (&asked.quote, &paragraph) {
            let language = filed.submission.quoted_language(comment);
            let own = self.workspace.draft(&within, language);
            let text = own.and_then(|draft| draft.get(id)).map(|passage| passage.text.as_str());
            if places(text.unwrap_or_default(), quote).len() != 1 {
                return Err(Error::refused(
                    format!("the words `{quote}` do not stand once in {id} of `{within}` in {language}"),
                    format!("`travaux show {within} {id} --language {language}` shows its words"),
                ));
            }
        }
        let on = asked.on.unwrap_or(self.today);
        let by = self.decider(asked.by.as_deref())?;
        let place = paragraph.as_ref().map_or_else(|| "nowhere".to_owned(), ToString::to_string);
        let name = self.comment_name(&id);
        let mut answers = self.workspace.answers.get(&id).cloned().unwrap_or_default();
        answers.placements.retain(|placement| placement.version != within.version);
        let version = within.version.clone();
        answers.placements.push(Placement { version, paragraph, quote: asked.quote.clone(), by, on });
        let message = format!("{}: place {} at {place} in the {}", id.workstream, id.short(), within.version);
        let files = BTreeMap::from([answer_file(&id, &answers)]);
        let mut trailers = comment_trailers([&id]);
        trailers.push(("Placed".to_owned(), place.clone()));
        let sentence = match asked.paragraph {
            Some(_) => {
                format!("{name} stands at {place} in the {}.", self.title(&within.version).to_lowercase())
            }
            None => format!(
                "{name} stands nowhere in the {}: a person decided that nothing continues it.",
                self.title(&within.version).to_lowercase()
            ),
        };
        let mut done = self.act(&sentence, files, message, trailers, asked.commit)?;
        let list = if within == made_on { "comments --in" } else { "carry" };
        done.next =
            vec![format!("`travaux {list} {within} --unplaced` lists the others that wait for a person")];
        Ok(done)
    }

    /// Who decides: whoever is named, or whoever git says works here.
    fn decider(&self, named: Option<&str>) -> Result<String> {
        match named {
            Some(by) if by.trim().is_empty() => {
                Err(Error::refused("nobody is named", "say who decided, as in `--by \"the secretariat\"`"))
            }
            Some(by) => Ok(by.to_owned()),
            None => self.store.worker(),
        }
    }

    /// One act of the co-chairs, said in one sentence.
    pub(super) fn act(
        &self,
        sentence: &str,
        files: BTreeMap<String, Option<Vec<u8>>>,
        message: String,
        trailers: Vec<(String, String)>,
        commit: bool,
    ) -> Result<DoneReport> {
        let paths = files.keys().cloned().collect();
        let written = self.write(Act { files, message, trailers, commit, ..Act::default() })?;
        let mut done = self.done(sentence, paths);
        done.commit = written;
        Ok(done)
    }
}

/// The file that holds the answers to one comment, and its bytes.
pub(super) fn answer_file(id: &CommentId, answers: &Answers) -> (String, Option<Vec<u8>>) {
    let path = format!("comments/{}/{}/answers/{}-{}.toml", id.workstream, id.round, id.delegation, id.no);
    (path, Some(answers.print().into_bytes()))
}

/// What a commit says of the comments it is about.
pub(super) fn comment_trailers<'a>(ids: impl IntoIterator<Item = &'a CommentId>) -> Vec<(String, String)> {
    ids.into_iter().map(|id| ("Comment".to_owned(), id.to_string())).collect()
}
