//! How the evidence is weighed: two small logistic models with fixed figures.
//!
//! The figures were fitted by `scripts/fit-alignment` on the development half of the alignment gold
//! sets (`scripts/score-alignment` names them), with the two sources left out whose gold goes by
//! meaning. Fitted on some sources and measured on the others they do as well: see that script.

/// How many measures the first model weighs: see [`super::pair::Pair::evidence`].
pub(super) const OF_PAIR: usize = 20;
/// How many the second weighs: see [`super::piece::evidence`].
pub(super) const OF_PIECE: usize = 20;

/// Weighs whether a new paragraph continues an old one.
pub(super) const PAIR: [f32; OF_PAIR] = [
    -8.786, 3.078, 1.773, -0.633, 6.088, -4.368, 1.191, -0.594, -0.523, 1.852, -3.139, -0.867, 11.908,
    -1.034, 2.620, 4.893, 0.679, -0.422, -1.812, -0.868,
];

/// Weighs whether a paragraph without a partner is a piece of one that has another.
pub(super) const PIECE: [f32; OF_PIECE] = [
    -5.362, -4.414, 5.519, 1.805, 1.719, 1.308, 2.301, 4.118, 0.272, -0.633, -0.830, -0.441, -0.167, 4.951,
    1.286, 0.811, 0.860, -0.187, -0.479, 0.643,
];

/// Pairs this likely are taken at once; the others wait until the pieces have found their wholes.
pub(super) const STRONG: f32 = 0.5;
/// The least likely pair that is taken, and the least likely piece.
pub(super) const WEAK: f32 = 0.2;
pub(super) const PART: f32 = 0.3;
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
