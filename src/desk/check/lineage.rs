//! Lineage that points to paragraphs that were never there.

use crate::desk::Desk;
use crate::desk::history::path;
use crate::draft::VersionName;
use crate::report::Finding;
use crate::text::nearest;

impl Desk {
    /// `from` must name paragraphs of the version before.
    pub(super) fn lineage_findings(&self) -> Vec<Finding> {
        let schedule = &self.workspace.schedule;
        let mut findings = Vec::new();
        for (name, text) in &self.workspace.texts {
            let before = schedule.predecessor(&name.version);
            let before = before.map(|version| VersionName::new(&name.workstream, version));
            let before_text = before.as_ref().and_then(|before| self.workspace.texts.get(before));
            let old = before_text.and_then(|text| text.ruling(&schedule.original));
            for (language, draft) in &text.drafts {
                for passage in &draft.paragraphs {
                    for from in
                        passage.from.iter().filter(|from| old.is_none_or(|old| old.get(from).is_none()))
                    {
                        let title =
                            before.as_ref().map_or("version before".to_owned(), |b| self.title(&b.version));
                        let known =
                            old.iter().flat_map(|old| old.ids()).map(crate::draft::ParagraphId::as_str);
                        findings.push(Finding {
                            kind: "lineage-unknown",
                            place: format!("{}:{}", path(name, language), passage.line),
                            what: format!(
                                "{} continues {from}, which the {} does not have",
                                passage.id,
                                title.to_lowercase()
                            ),
                            way_out: nearest(from.as_str(), known)
                                .map(|near| format!("did you mean `{near}`?")),
                        });
                    }
                }
            }
        }
        findings
    }
}
