//! What adopting changes, and what it meets, as the answer shows it.

use crate::align::Alignment;
use crate::collate::{Clash, Hindrance};
use crate::desk::Desk;
use crate::desk::comparison::{Side, change_between};
use crate::desk::desk::cite_all;
use crate::draft::{Language, VersionName};
use crate::redline::{Edit, Redline};
use crate::report::{AdoptedReport, Change, Marked, Meeting};
use crate::workspace::Workspace;

impl Desk {
    pub(super) fn nothing_adopted(&self, into: &VersionName, dry_run: bool) -> AdoptedReport {
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
    pub(super) fn changes_in(
        &self,
        workspace: &Workspace,
        into: &VersionName,
        language: &Language,
    ) -> Vec<Change> {
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

    pub(super) fn meeting(
        &self,
        comment: &str,
        into: &VersionName,
        language: &Language,
        met: &Hindrance,
    ) -> Meeting {
        let numbering = self.numbering(into);
        let terms = self.workspace.glossary.terms(language);
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
                let side = |words: fn(&Clash) -> &String| {
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

    pub(super) fn after_adopting(&self, report: &AdoptedReport, into: &VersionName) -> Vec<String> {
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
