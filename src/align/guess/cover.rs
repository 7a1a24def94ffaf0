//! The words of a text that stand in runs shared with another.

/// Where shared runs begin; each covers three words.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// Those near the beginning, a bit for each: most texts need no more.
    near: u128,
    far: Vec<u32>,
}

/// Runs that begin before this place end before the last bit.
const NEAR: u32 = 126;

impl Cover {
    pub(super) fn add(&mut self, start: u32) {
        if start < NEAR {
            self.near |= 1 << start;
        } else {
            self.far.push(start);
        }
    }

    /// Calls `each` once with each word covered, in order, in a text of so many words.
    pub(super) fn words(mut self, length: usize, mut each: impl FnMut(usize)) {
        if self.far.is_empty() {
            let mut covered = self.near | self.near << 1 | self.near << 2;
            while covered != 0 {
                let word = covered.trailing_zeros() as usize;
                if word >= length {
                    break;
                }
                each(word);
                covered &= covered - 1;
            }
            return;
        }
        self.far.extend((0..NEAR).filter(|start| self.near & 1 << start != 0));
        // A few runs in a long text are sorted; many are marked.
        if self.far.len() < length / 32 {
            self.far.sort_unstable();
            let mut next = 0;
            for start in self.far {
                let end = length.min(start as usize + 3);
                (next.max(start as usize)..end).for_each(&mut each);
                next = next.max(end);
            }
            return;
        }
        let mut marked = vec![false; length];
        for start in self.far {
            let start = (start as usize).min(length);
            marked[start..length.min(start + 3)].fill(true);
        }
        (0..length).filter(|&at| marked[at]).for_each(each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_runs_cover_each_word_once() {
        for (length, far) in [(8, 0), (1_000, 0), (9_000, 120), (140, 120), (127, 120), (4_000, 900)] {
            let mut cover = Cover::default();
            [5, 1, 2, 5].into_iter().for_each(|start| cover.add(start + far));
            let mut words = Vec::new();
            cover.words(length, |at| words.push(at - far as usize));
            assert_eq!(words, (1..8.min(length - far as usize)).collect::<Vec<_>>());
        }
    }
}
