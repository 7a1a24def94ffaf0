//! The words of the files, as values of an option.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Takes one word of a fixed list.
pub(super) fn word<T: Copy + Send + Sync + 'static>(
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    let value = move |typed: String| {
        let known = words.iter().find(|(word, _)| *word == typed);
        known.expect("the parser only lets known words through").1
    };
    PossibleValuesParser::new(words.iter().map(|(word, _)| *word)).map(value)
}
