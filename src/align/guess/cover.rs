//! The words of a text that stand in runs shared with another.

/// Where shared runs begin; each covers three words.
#[derive(Debug, Default)]
pub(super) struct Cover {
    starts: Vec<u32>,
}

impl Cover {
    pub(super) fn add(&mut self, start: u32) {
        self.starts.push(start);
    }

    /// Calls `each` once with each word covered, in order, in a text of so many words.
    pub(super) fn words(mut self, length: usize, mut each: impl FnMut(usize)) {
        // A few runs in a long text are sorted; many are marked.
        if self.starts.len() < length / 32 {
            self.starts.sort_unstable();
            let mut next = 0;
            for start in self.starts {
                let end = length.min(start as usize + 3);
                (next.max(start as usize)..end).for_each(&mut each);
                next = next.max(end);
            }
            return;
        }
        let mut marked = vec![false; length];
        for start in self.starts {
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
        for length in [8, 1_000] {
            let mut cover = Cover::default();
            [5, 1, 2, 5].into_iter().for_each(|start| cover.add(start));
            let mut words = Vec::new();
            cover.words(length, |at| words.push(at));
            assert_eq!(words, [1, 2, 3, 4, 5, 6, 7]);
        }
    }
}
