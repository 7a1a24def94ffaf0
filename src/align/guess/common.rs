//! What two sorted lists have in common.

/// Calls `each` with the entries of two sorted lists that have the same key. Where one list is far
/// longer, it is searched instead of walked: one paragraph of a whole book costs no more than others.
pub(super) fn common<K: Key, V: Copy>(a: &[(K, V)], b: &[(K, V)], mut each: impl FnMut((K, V), (K, V))) {
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i = skip(a, i, b[j].0, b.len() - j),
            std::cmp::Ordering::Greater => j = skip(b, j, a[i].0, a.len() - i),
            std::cmp::Ordering::Equal => {
                let (more, others) = (repeats(a, i), repeats(b, j));
                // Where one side repeats it more often, the rest goes with the other's last.
                for at in 0..more.max(others).min(OFTEN) {
                    each(a[i + at.min(more - 1)], b[j + at.min(others - 1)]);
                }
                i += more;
                j += others;
            }
        }
    }
}

/// How often a repeated key is looked at: a text of one word repeated without end is no evidence.
const OFTEN: usize = 64;

/// What a list is sorted by.
pub(super) trait Key: Ord + Copy {
    /// About where the key stands in a long list, at or after a place.
    fn hint(self, at: usize, length: usize) -> usize;
}

/// A run of words, hashed. Two runs in four thousand million are taken for one: too few to matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hashed(pub(super) u32);

impl Key for Hashed {
    /// Hashed keys are spread evenly, so the place follows from the key.
    fn hint(self, _: usize, length: usize) -> usize {
        ((u64::from(self.0) * length as u64) >> 32) as usize
    }
}

impl Key for u32 {
    fn hint(self, at: usize, _: usize) -> usize {
        at
    }
}

/// How often the key at this place is repeated from here on.
fn repeats<K: Key, V>(list: &[(K, V)], at: usize) -> usize {
    let key = list[at].0;
    match list.get(at + 1) {
        Some(next) if next.0 == key => list[at..].partition_point(|entry| entry.0 <= key),
        _ => 1,
    }
}

/// The next place at or after `key`, for one of so many other keys.
#[inline]
fn skip<K: Key, V>(list: &[(K, V)], at: usize, key: K, other: usize) -> usize {
    if (list.len() - at) / 16 <= other { at + 1 } else { search(list, at, key) }
}

/// Searches from the hint outward in growing steps, then by halves.
fn search<K: Key, V>(list: &[(K, V)], at: usize, key: K) -> usize {
    let hint = key.hint(at, list.len()).clamp(at, list.len() - 1);
    let (mut low, mut high, mut step) = (hint, hint, 16);
    while low > at && list[low].0 >= key {
        low = low.saturating_sub(step).max(at);
        step *= 4;
    }
    step = 16;
    while high < list.len() && list[high].0 < key {
        high = (high + step).min(list.len());
        step *= 4;
    }
    low + list[low..high].partition_point(|entry| entry.0 < key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(a: &[u32], b: &[u32]) -> Vec<u32> {
        let pair = |list: &[u32]| list.iter().map(|&key| (key, ())).collect::<Vec<_>>();
        let mut found = Vec::new();
        common(&pair(a), &pair(b), |one, _| found.push(one.0));
        found
    }

    #[test]
    fn a_long_list_is_searched_and_a_short_one_walked() {
        let long: Vec<u32> = (0..10_000).map(|key| key * 3).collect();
        assert_eq!(both(&long, &[2, 3, 9_000, 29_997, 40_000]), [3, 9_000, 29_997]);
        assert_eq!(both(&[0, 3, 4], &long), [0, 3]);
        assert_eq!(both(&[1, 2, 2, 5], &[2, 3, 5]), [2, 2, 5]);
        assert_eq!(both(&[], &[1]), Vec::<u32>::new());
    }
}
