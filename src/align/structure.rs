//! Matches two texts by their structure alone, as a translation is matched to its original.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::draft::Level;

/// For each passage after, the passage before that it stands for: the longest run of the same kinds in the same
/// order. Absent for what has no place in the other text.
pub fn by_structure(before: &[Level], after: &[Level]) -> Vec<Option<usize>> {
    let mut places = vec![None; after.len()];
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                places[new_index + step] = Some(old_index + step);
            }
        }
    }
    places
}
