//! Chance that can be had again: the same seed gives the same numbers everywhere.

/// A source of numbers (splitmix64).
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number below a bound that is not zero.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((number ^ (number >> 31)) % bound.max(1) as u64) as usize
    }

    /// Whether something happens that happens so often in a hundred.
    pub(super) fn once_in(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
