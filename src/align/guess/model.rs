//! How the evidence is weighed: two small logistic models with fixed figures.
//!
//! The figures were fitted by `scripts/fit-alignment` on the development half of the alignment gold
//! sets (`scripts/score-alignment` names them), with the two sources left out whose gold goes by
//! meaning. Fitted on some sources and measured on the others they do as well: see that script.

/// How many measures the first model weighs: see [`super::pair::Pair::evidence`].
pub(super) const OF_PAIR: usize = 17;
/// How many the second weighs: see [`super::piece::evidence`].
pub(super) const OF_PIECE: usize = 14;

/// Weighs whether a new paragraph continues an old one.
pub(super) const PAIR: [f32; OF_PAIR] = [
    -5.72, 6.50, -3.77, 0.66, 0.96, -1.06, -0.93, 7.97, 1.12, 4.23, 3.76, 0.99, -3.85, -3.85, 0.64, -0.28,
    0.75,
];

/// Weighs whether a paragraph without a partner is a piece of one that has another.
#[expect(clippy::approx_constant, reason = "a fitted weight, no angle")]
pub(super) const PIECE: [f32; OF_PIECE] =
    [-7.25, -3.02, 5.43, 0.97, 2.09, 0.21, -0.35, -2.87, 2.73, 1.47, 1.13, 0.81, 6.28, 6.73];

/// Pairs this likely are taken at once; the others wait until the pieces have found their wholes.
pub(super) const STRONG: f32 = 0.6;
/// The least likely pair that is taken, and the least likely piece.
pub(super) const WEAK: f32 = 0.2;
pub(super) const PART: f32 = 0.3;
/// A link less likely than this is asked about again: its paragraphs may be pieces of others.
pub(super) const SURE: f32 = 0.97;
/// From here on a link between texts that differ is called certain, or likely.
pub(super) const CERTAIN: f32 = 0.95;
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
