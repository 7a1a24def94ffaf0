//! Paragraphs whose words did not change.
//!
//! A text that stands once on either side finds itself, wherever it went. A text that stands several
//! times (a heading, a line of boilerplate) goes where its neighbours went, and else keeps its order.

use std::collections::HashMap;

use super::matching::Matching;
use super::profile::{Profile, Profiles};

/// Links texts that stand once in each version.
pub(super) fn link_unique(profiles: &Profiles, matching: &mut Matching) {
    for group in groups(profiles, matching) {
        if let ([old], [new]) = (&group.old[..], &group.new[..]) {
            matching.link(*old, *new);
        }
    }
}

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
    let (one, other) = (&profiles.old[old].words, &profiles.new[new].words);
    if matching.free(old, new) && !one.is_empty() && one == other {
        matching.link(old, new);
    }
}

/// Links what is left of equal texts in their order; where the numbers differ, only if `all`. Tells
/// which links it made of texts that stand several times.
pub(super) fn link_in_order(profiles: &Profiles, matching: &mut Matching, all: bool) -> Vec<(usize, usize)> {
    let mut made = Vec::new();
    for group in groups(profiles, matching) {
        if all || group.old.len() == group.new.len() {
            for (&old, &new) in group.old.iter().zip(&group.new) {
                matching.link(old, new);
                made.push((old, new));
            }
        }
    }
    made
}

struct Group {
    old: Vec<usize>,
    new: Vec<usize>,
}

/// The free paragraphs of each text that stands on both sides, in order of the old version.
fn groups(profiles: &Profiles, matching: &Matching) -> Vec<Group> {
    let mut by_text: HashMap<&[u32], usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let has_words = |profile: &Profile| !profile.words.is_empty();
    for (old, profile) in profiles.old.iter().enumerate() {
        if matching.new_of[old].is_none() && has_words(profile) {
            let at = *by_text.entry(&profile.words).or_insert(groups.len());
            if at == groups.len() {
                groups.push(Group { old: Vec::new(), new: Vec::new() });
            }
            groups[at].old.push(old);
        }
    }
    for (new, profile) in profiles.new.iter().enumerate() {
        if matching.old_of[new].is_none()
            && let Some(&at) = by_text.get(&profile.words[..])
        {
            groups[at].new.push(new);
        }
    }
    groups.retain(|group| !group.new.is_empty());
    groups
}
