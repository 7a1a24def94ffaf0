//! Translations held against the text in the original language.

use crate::desk::Desk;
use crate::desk::history::path;
use crate::draft::{Draft, Language, ParagraphId, VersionName};
use crate::report::Finding;

impl Desk {
    /// The same passages stand in every language; what is missing or of its own is named, never guessed.
    pub(super) fn language_findings(&self) -> Vec<Finding> {
        let original = &self.workspace.schedule.original;
        let mut findings = Vec::new();
        for (name, text) in &self.workspace.texts {
            let Some(ruling) = text.drafts.get(original) else {
                findings.push(Finding {
                    kind: "no-original",
                    place: name.to_string(),
                    what: format!("there is no text in {original}, the original language"),
                    way_out: Some(format!("write {}", path(name, original))),
                });
                continue;
            };
            for (language, draft) in text.drafts.iter().filter(|(language, _)| *language != original) {
                findings.extend(one_sided(name, language, draft, original, ruling));
                findings.extend(one_sided(name, original, ruling, language, draft));
            }
        }
        findings
    }

    /// Translations whose words ask otherwise than the original's, or lack its figures and terms: doubts, not faults.
    pub(super) fn language_remarks(&self) -> Vec<Finding> {
        let original = &self.workspace.schedule.original;
        let mut remarks = Vec::new();
        for (name, text) in &self.workspace.texts {
            for language in text.drafts.keys().filter(|language| *language != original) {
                let found = self.disagreements(name, language).into_iter();
                // What stands in one language only is a finding; what was joined, a translator joined.
                let doubts =
                    found.filter(|one| matches!(one.kind, "figures" | "strength" | "term" | "blocks"));
                let count = doubts.count();
                if count > 0 {
                    remarks.push(Finding {
                        kind: "languages-differ",
                        place: path(name, language),
                        what: format!(
                            "{} from {original} for a lawyer-linguist to look at",
                            crate::text::counted(count, "difference")
                        ),
                        way_out: Some(format!("`travaux languages {name}`")),
                    });
                }
            }
        }
        remarks
    }
}

/// Passages that stand in one language only.
fn one_sided(
    name: &VersionName,
    here: &Language,
    draft: &Draft,
    there: &Language,
    other: &Draft,
) -> Option<Finding> {
    let alone: Vec<&str> =
        draft.ids().filter(|id| other.get(id).is_none()).map(ParagraphId::as_str).collect();
    (!alone.is_empty()).then(|| Finding {
        kind: "one-language-only",
        place: path(name, here),
        what: format!("{} in {here}, not in {there}", stand(&alone)),
        way_out: None,
    })
}

fn stand(ids: &[&str]) -> String {
    let verb = if ids.len() == 1 { "stands" } else { "stand" };
    format!("{} {verb}", crate::text::listed(ids))
}
