//! Answers held against the text: whether it bears them out.

use crate::collate::{Followed, Follower, Uptake, Wish};
use crate::comment::{Action, Answer, Answers, Comment, CommentId, Kind, Outcome};
use crate::desk::Desk;
use crate::desk::check::answers::place;
use crate::draft::{Language, ParagraphId, VersionName};
use crate::report::Finding;
use crate::text::{listed, within_sentence};
use crate::workspace::Filed;

/// One answer with all that it is held against.
struct Held<'a> {
    id: &'a CommentId,
    filed: &'a Filed,
    comment: &'a Comment,
    answer: &'a Answer,
    version: VersionName,
    followed: Option<Followed>,
}

impl Desk {
    /// An answer says of its version what the text of that version shows: marked reflected, something changed;
    /// marked not reflected, the words that were asked for do not stand there.
    ///
    /// Every answer is held against the text of its own version, also one that a later answer followed.
    pub(super) fn answers_not_borne_out(&self) -> Vec<Finding> {
        let follower = Follower::new(&self.workspace);
        let mut findings = Vec::new();
        for (id, answers) in &self.workspace.answers {
            let Some((filed, comment)) = self.workspace.comment(id) else { continue };
            for (at, answer) in answers.answers.iter().enumerate() {
                let version = VersionName::new(&id.workstream, &answer.version);
                let followed = follower.follow(filed, comment, &version);
                let held = Held { id, filed, comment, answer, version, followed };
                findings.extend(match answer.outcome {
                    Outcome::Reflected | Outcome::PartlyReflected => {
                        self.reflected_in_vain(&follower, &held, answers, at)
                    }
                    Outcome::NotReflected => self.reflected_after_all(&held),
                    _ => None,
                });
            }
        }
        findings
    }

    /// Marked reflected, wholly or in part, and nothing shows it.
    fn reflected_in_vain(
        &self,
        follower: &Follower<'_>,
        held: &Held<'_>,
        answers: &Answers,
        at: usize,
    ) -> Option<Finding> {
        let Held { answer, comment, .. } = held;
        if comment.action == Action::Retain {
            return self.kept_in_vain(held);
        }
        // Where an earlier answer did not yet say so, the change came after its version.
        let earlier = answers.answers[..at].last();
        let earlier = earlier.filter(|earlier| !earlier.outcome.asks_for_paragraphs());
        let since = earlier.map_or(&held.filed.submission.version, |earlier| &earlier.version);
        let since = VersionName::new(&held.id.workstream, since);
        let ruling = self.workspace.texts.get(&held.version)?.ruling(&self.workspace.schedule.original)?;
        let takes_out = comment.action == Action::Delete;
        let there = |id: &&ParagraphId| takes_out || ruling.get(id).is_some();
        let named: Vec<ParagraphId> = answer.paragraphs.iter().filter(there).cloned().collect();
        let languages = self.languages_that_show(follower, held);
        let ways: Vec<_> =
            languages.iter().filter_map(|language| follower.way(&since, &held.version, language)).collect();
        let wish = held.followed.as_ref().map_or(&Wish::Nothing, |followed| &followed.wish);
        if named.is_empty()
            || ways.is_empty()
            || ways.iter().any(|way| way.step().shows(wish, comment, &named))
        {
            return None;
        }
        let names: Vec<&str> = named.iter().map(ParagraphId::as_str).collect();
        let changed = ways.iter().any(|way| way.step().changed(&named));
        let did = if changed { "did not change as it asks" } else { "did not change" };
        Some(Finding {
            kind: "reflected-but-unchanged",
            place: place(held.id),
            what: format!(
                "is marked {} in {}, which {did} from the {} to the {}",
                said(answer.outcome),
                listed(&names),
                self.called(&since),
                self.called(&held.version)
            ),
            way_out: names.first().map(|first| {
                format!("`travaux redline {since} {} {first}` shows the two texts", held.version)
            }),
        })
    }

    /// A wish to keep a text is met by no change.
    fn kept_in_vain(&self, held: &Held<'_>) -> Option<Finding> {
        let followed = held.followed.as_ref()?;
        let changed =
            followed.uptake == Some(Uptake::Kept(false)) && held.answer.outcome == Outcome::Reflected;
        changed.then(|| Finding {
            kind: "reflected-but-changed",
            place: place(held.id),
            what: format!(
                "asks to keep the text, is marked reflected, and the text was changed from the {} to the {}",
                self.called(&followed.base),
                self.called(&held.version)
            ),
            way_out: Some(format!("`travaux comments {}` shows what changed", self.comment_name(held.id))),
        })
    }

    /// Marked not reflected, and the text shows what was asked for.
    fn reflected_after_all(&self, held: &Held<'_>) -> Option<Finding> {
        let followed = held.followed.as_ref()?;
        let uptake = followed.uptake.as_ref().filter(|uptake| uptake.stands())?;
        let shown = self.uptake_shown(uptake, &held.version);
        let words = shown.standing();
        let words = if words.is_empty() { String::new() } else { format!(": {}", words.join(" … ")) };
        let language = match followed.language == self.workspace.schedule.original {
            true => String::new(),
            false => format!(" in {}", followed.language),
        };
        Some(Finding {
            kind: "not-reflected-but-stands",
            place: place(held.id),
            what: format!(
                "is marked not reflected, and in the {}{language} {}{words}",
                self.called(&held.version),
                shown.sentence()
            ),
            way_out: Some(format!("`travaux comments {}` shows what changed", self.comment_name(held.id))),
        })
    }

    /// The languages in which a change may show a comment; any, where it speaks of a translation.
    fn languages_that_show(&self, follower: &Follower<'_>, held: &Held<'_>) -> Vec<Language> {
        if held.comment.kind == Kind::Translation {
            return self.workspace.schedule.languages.clone();
        }
        follower.languages(held.filed, held.comment).into_iter().cloned().collect()
    }

    /// A version inside a sentence.
    fn called(&self, version: &VersionName) -> String {
        within_sentence(&self.title(&version.version))
    }
}

fn said(outcome: Outcome) -> String {
    within_sentence(outcome.on_screen())
}
