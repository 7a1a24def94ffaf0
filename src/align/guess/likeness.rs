//! How alike two paragraphs are, whatever stands around them.

use super::profile::Profile;

/// The measures of one pair. All but `shared` are shares, from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Likeness {
    /// Cosine of the weighted terms.
    pub(super) cosine: f32,
    /// The weight of the terms that stand in both.
    pub(super) shared: f32,
    /// The part of the old paragraph's weight that stands in the new one, and the other way round.
    pub(super) of_old: f32,
    pub(super) of_new: f32,
    /// The part of the old paragraph's letters in runs that both have, and of the new one's.
    pub(super) kept_old: f32,
    pub(super) kept_new: f32,
    /// Whether both begin, and end, with the same words.
    pub(super) head: f32,
    pub(super) tail: f32,
}

impl Likeness {
    /// Compares an old paragraph with a new one.
    pub(super) fn between(old: &Profile, new: &Profile) -> Likeness {
        let (mut dot, mut shared) = (0.0, 0.0);
        common(&old.terms, &new.terms, |a, b| {
            dot += a.1 * b.1;
            shared += a.1.min(b.1);
        });
        let (mut in_old, mut in_new) = (vec![false; old.words.len()], vec![false; new.words.len()]);
        common(&old.runs, &new.runs, |a, b| {
            cover(&mut in_old, a.1);
            cover(&mut in_new, b.1);
        });
        Likeness {
            cosine: share(dot, old.norm * new.norm),
            shared,
            of_old: share(shared, old.mass),
            of_new: share(shared, new.mass),
            kept_old: share(covered(&in_old, old), old.letters as f32),
            kept_new: share(covered(&in_new, new), new.letters as f32),
            head: edge(old.words.iter().zip(&new.words)),
            tail: edge(old.words.iter().rev().zip(new.words.iter().rev())),
        }
    }
}

/// Marks the three words of a run.
pub(super) fn cover(mask: &mut [bool], at: u32) {
    let at = at as usize;
    let end = mask.len().min(at + 3);
    mask[at.min(end)..end].fill(true);
}

/// The letters of the words that are marked.
pub(super) fn covered(mask: &[bool], profile: &Profile) -> f32 {
    mask.iter().zip(&profile.sizes).filter(|(marked, _)| **marked).map(|(_, &size)| f32::from(size)).sum()
}

pub(super) fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// Calls `each` with the entries of two sorted lists that have the same key. Where one list is far
/// longer, it is searched instead of walked: one paragraph of a whole book costs no more than others.
pub(super) fn common<K: Ord + Copy, V: Copy>(
    a: &[(K, V)],
    b: &[(K, V)],
    mut each: impl FnMut((K, V), (K, V)),
) {
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i = skip(a, i, b[j].0, b.len() - j),
            std::cmp::Ordering::Greater => j = skip(b, j, a[i].0, a.len() - i),
            std::cmp::Ordering::Equal => {
                each(a[i], b[j]);
                // A run that repeats on both sides meets itself once for each; the rest pairs with the last.
                let (more_a, more_b) = (repeats(a, i), repeats(b, j));
                i += usize::from(more_a || !more_b);
                j += usize::from(more_b || !more_a);
            }
        }
    }
}

fn repeats<K: Eq + Copy, V>(list: &[(K, V)], at: usize) -> bool {
    list.get(at + 1).is_some_and(|next| next.0 == list[at].0)
}

/// The next place at or after `key`.
fn skip<K: Ord + Copy, V>(list: &[(K, V)], at: usize, key: K, other: usize) -> usize {
    if (list.len() - at) / 16 > other {
        at + list[at..].partition_point(|entry| entry.0 < key)
    } else {
        at + 1
    }
}

/// How much of four words at an edge is the same.
fn edge<'w>(pairs: impl Iterator<Item = (&'w u32, &'w u32)>) -> f32 {
    pairs.take(4).take_while(|(a, b)| a == b).count() as f32 / 4.0
}
