//! Paragraphs that changed though nobody spoke of them: worth knowing, and nothing wrong.

use std::collections::BTreeSet;

use crate::align::Pairing;
use crate::anchor::Anchoring;
use crate::collate::{Collation, Follower, Uptake};
use crate::comment::Action;
use crate::desk::Desk;
use crate::draft::{Draft, Level, ParagraphId, VersionName};
use crate::report::Finding;
use crate::text::{listed, within_sentence};

impl Desk {
    /// A remark for each version in which passages changed of which no comment on an earlier one speaks, and which no
    /// answer names.
    pub(super) fn unasked_remarks(&self) -> Vec<Finding> {
        let follower = Follower::new(&self.workspace);
        let named = self.workspace.texts.keys().filter_map(|version| {
            let unasked = self.changed_unasked(&follower, version);
            let before = self.workspace.schedule.predecessor(&version.version)?;
            let names: Vec<&str> = unasked.iter().map(ParagraphId::as_str).collect();
            (!names.is_empty()).then(|| Finding {
                kind: "changed-unasked",
                place: version.to_string(),
                what: format!(
                    "{} changed since the {}, and no comment speaks of {}",
                    listed(&names),
                    within_sentence(&self.title(before)),
                    if names.len() == 1 { "it" } else { "them" }
                ),
                way_out: None,
            })
        });
        named.collect()
    }

    /// The passages of a version that changed since the one before though nobody spoke of them; those that are gone
    /// by the ids they had. None where no comment was made on what it continues.
    pub(in crate::desk) fn changed_unasked(
        &self,
        follower: &Follower<'_>,
        version: &VersionName,
    ) -> Vec<ParagraphId> {
        let original = &self.workspace.schedule.original;
        let before = self.workspace.schedule.predecessor(&version.version);
        let before = before.map(|before| VersionName::new(&version.workstream, before));
        let Some(before) = before.filter(|before| self.workspace.texts.contains_key(before)) else {
            return Vec::new();
        };
        let Some(way) = follower.way(&before, version, original) else { return Vec::new() };
        let step = way.step();
        let collation = Collation::of(&self.workspace, &before);
        let Some(spoken) = self.spoken_to(follower, version, &collation, step.base) else {
            return Vec::new();
        };
        let is_spoken = |id: &ParagraphId| spoken.iter().any(|own| own.covers(id) || id.covers(own));
        let changed = step.alignment.pairings.iter().filter(|pairing| pairing.changed());
        let unasked = changed.filter(|pairing| !pairing.before.iter().chain(&pairing.after).any(is_spoken));
        let named = |pairing: &Pairing| match pairing.after.as_slice() {
            [] => pairing.before.clone(),
            after => after.to_vec(),
        };
        unasked.flat_map(named).collect()
    }

    /// The passages that comments speak of and answers name; absent where there is no comment.
    fn spoken_to(
        &self,
        follower: &Follower<'_>,
        version: &VersionName,
        collation: &Collation<'_>,
        base: &Draft,
    ) -> Option<BTreeSet<ParagraphId>> {
        let mut spoken: BTreeSet<ParagraphId> = BTreeSet::new();
        let mut some = false;
        for entry in collation.entries() {
            some = true;
            for id in entry.anchoring.passages() {
                let section = id.level() == Level::Section;
                let within = |other: &&ParagraphId| base.section_of(other).is_some_and(|own| own.id == *id);
                spoken.extend(base.ids().filter(|_| section).filter(within).cloned());
                spoken.insert(id.clone());
            }
            if entry.anchoring == Anchoring::Orphaned {
                spoken.extend(entry.comment.target.ids().into_iter().cloned());
            }
            if entry.comment.action == Action::Add {
                let followed = follower.follow(entry.filed, entry.comment, version);
                if let Some(Uptake::Words(words)) = followed.and_then(|followed| followed.uptake) {
                    spoken.extend(words.passages);
                }
            }
        }
        for (id, answers) in &self.workspace.answers {
            let own = answers.answers.iter().filter(|answer| answer.version == version.version);
            spoken.extend(
                own.filter(|_| id.workstream == version.workstream).flat_map(|a| a.paragraphs.clone()),
            );
        }
        some.then_some(spoken)
    }
}
