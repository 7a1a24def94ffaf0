//! How the evidence is weighed: two small logistic models with fixed figures.
//!
//! The figures were fitted by `scripts/fit-alignment` on the development half of the alignment gold
//! sets (`scripts/score-alignment` names them), with the two sources left out whose gold goes by
//! meaning. The same script fits them without a family of sources, to be measured on what they were
//! not fitted on.

/// How many measures the first model weighs: see [`super::pair::Pair::evidence`].
pub(super) const OF_PAIR: usize = 18;
/// How many the second weighs: see [`super::piece::evidence`].
pub(super) const OF_PIECE: usize = 14;

/// Weighs whether a new paragraph continues an old one.
pub(super) const PAIR: [f32; OF_PAIR] = [
    -7.02, 6.58, -5.16, 0.54, 1.23, -1.45, -0.55, 5.00, 2.73, 4.79, -0.21, 0.98, -4.90, -4.62, 1.43, -0.77,
    0.34, 8.15,
];

/// Weighs whether a paragraph without a partner is a piece of one that has another.
pub(super) const PIECE: [f32; OF_PIECE] =
    [-7.08, -1.18, 5.82, 1.23, 2.06, 0.21, -0.36, -2.90, 0.93, 1.43, 0.98, 0.91, 5.51, 6.29];

/// Below this share of common words, and of words in common runs, nothing is taken, unless a text has
/// fewer letters than this: a date, or a heading, may change wholly in its place.
pub(super) const LITTLE: f32 = 0.15;
pub(super) const SHORT: f32 = 48.0;
/// Pairs this likely are taken at once; the others wait until the pieces have found their wholes.
pub(super) const STRONG: f32 = 0.5;
/// The least likely pair that is taken, and the least likely piece.
pub(super) const WEAK: f32 = 0.12;
pub(super) const PART: f32 = 0.3;
/// A link less likely than this is asked about again: its paragraphs may be pieces of others.
pub(super) const SURE: f32 = 0.97;
/// From here on a link between texts that differ is called certain, or likely.
pub(super) const CERTAIN: f32 = 0.93;
pub(super) const LIKELY: f32 = 0.5;

/// Turns evidence into a likelihood, from 0 to 1.
pub(super) fn likelihood<const N: usize>(evidence: &[f32; N], weights: &[f32; N]) -> f32 {
    let sum: f32 = evidence.iter().zip(weights).map(|(measure, weight)| measure * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likelihood_lies_between_none_and_full() {
        assert_eq!(likelihood(&[1.0], &[0.0]), 0.5);
        assert!(likelihood(&[1.0], &[9.0]) > 0.99 && likelihood(&[1.0], &[-9.0]) < 0.01);
    }
}
