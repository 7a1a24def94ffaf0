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
    -6.22, 6.56, -3.30, 0.70, 1.30, -1.87, -0.86, 5.86, 2.34, 4.65, 4.06, 1.18, -4.27, -4.19, 2.36, -0.81,
    0.67,
];

/// Weighs whether a paragraph without a partner is a piece of one that has another.
pub(super) const PIECE: [f32; OF_PIECE] =
    [-6.95, -0.93, 5.40, 1.17, 1.86, 0.20, -0.36, -2.31, 1.22, 1.56, 1.08, 0.85, 5.34, 6.54];

/// Pairs this likely are taken at once; the others wait until the pieces have found their wholes.
pub(super) const STRONG: f32 = 0.5;
/// The least likely pair that is taken, and the least likely piece.
pub(super) const WEAK: f32 = 0.2;
pub(super) const PART: f32 = 0.3;
/// A link less likely than this is asked about again: its paragraphs may be pieces of others.
pub(super) const SURE: f32 = 0.97;
/// From here on a link between texts that differ is called certain, or likely.
pub(super) const CERTAIN: f32 = 0.94;
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
