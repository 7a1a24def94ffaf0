//! Paragraphs whose words did not change.
//!
//! A text that stands once on either side finds itself, wherever it went. A text that stands several
//! times (a heading, a line of boilerplate) goes where its neighbours went, and else keeps its order
//! where that order is borne out by what stands before or after.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::label::split_label;
use super::matching::Matching;
use super::profile::Profiles;

/// Links texts that stand once in each version.
pub(super) fn link_unique(profiles: &Profiles, matching: &mut Matching) {
    let (old_only, new_only) = (only(profiles, &profiles.old), only(profiles, &profiles.new));
    for (old, &kind) in profiles.old.iter().enumerate() {
        let new = new_only[kind as usize];
        if old_only[kind as usize] == old as u32 && new < MANY && !profiles.kind(kind).words.is_empty() {
            matching.link(old, new as usize);
        }
    }
}

/// Where the only paragraph of each kind stands.
fn only(profiles: &Profiles, side: &[u32]) -> Vec<u32> {
    let mut only = vec![NONE; profiles.kinds()];
    for (at, &kind) in side.iter().enumerate() {
        let place = &mut only[kind as usize];
        *place = if *place == NONE { at as u32 } else { MANY };
    }
    only
}

/// A kind without a paragraph, or without a group; and one with several paragraphs.
const NONE: u32 = u32::MAX;
const MANY: u32 = u32::MAX - 1;

/// Links equal texts beside linked ones, walking down and then up.
pub(super) fn link_beside(profiles: &Profiles, matching: &mut Matching) {
    let (olds, news) = (profiles.old.len(), profiles.new.len());
    for new in 1..news {
        if let Some(old) = matching.old_of[new - 1].map(|old| old as usize + 1).filter(|&old| old < olds) {
            link_equal(profiles, matching, old, new);
        }
    }
    for new in (0..news.saturating_sub(1)).rev() {
        if let Some(old) = matching.old_of[new + 1].and_then(|old| (old as usize).checked_sub(1)) {
            link_equal(profiles, matching, old, new);
        }
    }
}

fn link_equal(profiles: &Profiles, matching: &mut Matching, old: usize, new: usize) {
    let (one, other) = (profiles.old[old], profiles.new[new]);
    if one == other && matching.free(old, new) && !profiles.kind(one).words.is_empty() {
        matching.link(old, new);
    }
}

/// Links paragraphs that are the only ones left with their letters and marks; others may have the same words.
pub(super) fn link_by_marks(profiles: &Profiles, (old, new): (&[&str], &[&str]), matching: &mut Matching) {
    for group in groups(profiles, matching) {
        let mut places: HashMap<&str, (Vec<usize>, Vec<usize>), FxBuildHasher> = HashMap::default();
        group.old.iter().for_each(|&at| places.entry(split_label(old[at]).1).or_default().0.push(at));
        group.new.iter().for_each(|&at| places.entry(split_label(new[at]).1).or_default().1.push(at));
        for (olds, news) in places.values() {
            if let ([old], [new]) = (&olds[..], &news[..]) {
                matching.link(*old, *new);
            }
        }
    }
}

/// Links what is left of equal texts in their order; unless `all`, only where the numbers are the same, and those that
/// stand after, or before, what is linked.
pub(super) fn link_in_order(profiles: &Profiles, matching: &mut Matching, all: bool) {
    let mut links = Vec::new();
    for group in groups(profiles, matching) {
        if all || group.old.len() == group.new.len() {
            links.extend(group.old.iter().copied().zip(group.new.iter().copied()));
        }
    }
    if !all {
        let nearest = matching.nearest();
        links.retain(|&(old, new)| matching.around(&nearest, old, new).side() > 0.0);
    }
    links.iter().for_each(|&(old, new)| matching.link(old, new));
}

struct Group {
    old: Vec<usize>,
    new: Vec<usize>,
}

/// The free paragraphs of each text that stands on both sides, in order of the old version.
fn groups(profiles: &Profiles, matching: &Matching) -> Vec<Group> {
    let mut group_of: Vec<u32> = vec![NONE; profiles.kinds()];
    let mut groups: Vec<Group> = Vec::new();
    for (old, &kind) in profiles.old.iter().enumerate() {
        if matching.new_of[old].is_none() && !profiles.kind(kind).words.is_empty() {
            let at = &mut group_of[kind as usize];
            if *at == NONE {
                *at = groups.len() as u32;
                groups.push(Group { old: Vec::new(), new: Vec::new() });
            }
            groups[*at as usize].old.push(old);
        }
    }
    for (new, &kind) in profiles.new.iter().enumerate() {
        let at = group_of[kind as usize];
        if at != NONE && matching.old_of[new].is_none() {
            groups[at as usize].new.push(new);
        }
    }
    groups.retain(|group| !group.new.is_empty());
    groups
}
