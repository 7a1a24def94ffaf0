//! The smallest pieces of a line, and where a line may begin among them.

use std::collections::HashSet;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

use crate::render::dress::marks;
use crate::render::measure::clusters;
use crate::report::{Role, Run};

/// A grapheme cluster, or a mark.
pub(crate) struct Atom<'t> {
    /// What is shown.
    pub(crate) text: &'t str,
    /// The role of its run.
    pub(crate) role: Role,
    /// The columns it takes.
    pub(crate) width: usize,
    /// Whether it is a space, which may hang over the end of a line unseen.
    pub(crate) blank: bool,
    /// Its place in the bare text; none if it clings to the atom before it.
    pub(crate) at: Option<usize>,
}

/// Cuts runs, whose `bare` text this is, into atoms. Marks cling to the words they mark.
pub(crate) fn atoms<'t>(runs: &[Run], bare: &'t str, color: bool) -> Vec<Atom<'t>> {
    let mut atoms = Vec::with_capacity(bare.len());
    let mut clusters = clusters(bare);
    let (mut at, mut cluster_end) = (0, 0);
    for run in runs {
        let (before, after) = if color { ("", "") } else { marks(run.role) };
        let mark = |text, at| Atom { text, role: run.role, width: text.width(), blank: false, at };
        let run_end = at + run.text.len();
        let mut place = Some(at);
        if !before.is_empty() {
            atoms.push(mark(before, place.take()));
        }
        while at < run_end {
            // A cluster may span runs: its first part then takes the columns of the whole.
            let whole = if at == cluster_end { clusters.next().unwrap_or_default() } else { "" };
            cluster_end += whole.len();
            let end = cluster_end.min(run_end);
            let text = &bare[at..end];
            let width = text.width().max(whole.width());
            atoms.push(Atom { text, role: run.role, width, blank: text.trim().is_empty(), at: place });
            at = end;
            place = Some(at);
        }
        if !after.is_empty() {
            atoms.push(mark(after, None));
        }
    }
    atoms
}

/// The places in the bare text where a line may begin, by the rules of each script (UAX #14): no Chinese comma
/// begins a line, no hyphenated number is torn.
pub(crate) fn beginnings(runs: &[Run], bare: &str) -> HashSet<usize> {
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let mut places: HashSet<usize> = segmenter.segment_str(bare).collect();
    let mut at = 0;
    for pair in runs.windows(2) {
        at += pair[0].text.len();
        if swapped(&pair[0], &pair[1]) {
            places.insert(at);
        }
    }
    places
}

/// What is taken out and what stands in its place are two words, though no space is between them.
fn swapped(before: &Run, after: &Run) -> bool {
    let roles = (before.role, after.role);
    matches!(roles, (Role::Struck, Role::Inserted) | (Role::Inserted, Role::Struck))
        && after.text.starts_with(char::is_alphanumeric)
}
