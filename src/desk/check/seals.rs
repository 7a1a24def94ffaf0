//! Circulated versions held against their digests and tags.

use crate::desk::Desk;
use crate::desk::history::path;
use crate::draft::VersionName;
use crate::error::Result;
use crate::report::Finding;
use crate::store::Seal;
use crate::workspace::VersionText;

impl Desk {
    /// After circulation a version changes only by a recorded act: whatever else touched it is named.
    pub(super) fn seal_findings(&self) -> Result<Vec<Finding>> {
        // An example lies in a repository whose tags are not its own.
        let sealed = self.store.is_git() && !self.workspace.schedule.example;
        let seals = if sealed { self.store.seals()? } else { Vec::new() };
        let mut findings = Vec::new();
        for (name, text) in &self.workspace.texts {
            findings.extend(self.touched_since(name, text));
            if sealed {
                findings.extend(self.unsealed(name, text, &seals)?);
            }
        }
        Ok(findings)
    }

    /// Versions that went out though comments waited, each with the reason given.
    pub(super) fn despite_remarks(&self) -> Vec<Finding> {
        let despite = self.workspace.texts.iter().filter_map(|(name, text)| {
            let reason = text.record.as_at(self.today).despite?;
            Some(Finding {
                kind: "circulated-despite",
                place: name.to_string(),
                what: format!("was circulated despite what was open: {reason}"),
                way_out: None,
            })
        });
        despite.collect()
    }

    fn touched_since(&self, name: &VersionName, text: &VersionText) -> Vec<Finding> {
        let mut findings = Vec::new();
        for issued in &text.record.issued {
            let file = path(name, &issued.language);
            let what = match text.digests.get(&issued.language) {
                None => "was issued, but the file is not there".to_owned(),
                Some(digest) if *digest != issued.digest => {
                    format!("was changed after it was issued on {}", issued.on)
                }
                Some(_) => continue,
            };
            findings.push(Finding {
                kind: "changed-after-circulation",
                place: file,
                what,
                way_out: Some(format!(
                    "`travaux show {name}` reads the folder; the record has the digest of what was issued"
                )),
            });
        }
        findings
    }

    fn unsealed(&self, name: &VersionName, text: &VersionText, seals: &[Seal]) -> Result<Vec<Finding>> {
        if text.record.issued.is_empty() {
            return Ok(Vec::new());
        }
        let tag = name.to_string();
        let Some(seal) = seals.iter().find(|seal| seal.name == tag) else {
            return Ok(vec![Finding {
                kind: "no-seal",
                place: name.to_string(),
                what: format!("was issued, but there is no annotated tag `{tag}`"),
                way_out: Some("`git fetch --tags` brings tags that were set elsewhere".to_owned()),
            }]);
        };
        let mut findings = Vec::new();
        let first = text.record.first_issued();
        for issued in text.record.issued.iter().filter(|issued| Some(issued.on) == first) {
            let file = path(name, &issued.language);
            let at_tag = self.store.sealed_digest(seal, &file)?;
            // A language issued on the same day by a later act has a tag of its own.
            let own = format!("{tag}-{}", issued.language);
            if seals.iter().all(|seal| seal.name != own) && at_tag.as_deref() != Some(issued.digest.as_str())
            {
                findings.push(Finding {
                    kind: "seal-differs",
                    place: file,
                    what: format!("is not the same under the tag `{tag}` as in the record"),
                    way_out: None,
                });
            }
        }
        Ok(findings)
    }
}
