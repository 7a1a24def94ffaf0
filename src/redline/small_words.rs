//! Words that say little alone: articles, prepositions, auxiliaries.
//!
//! An island of them between two changes helps no reader. The lists are short and taken together, since
//! a text does not always say its language; in a language that is not here, a word of one or two letters
//! is taken for small.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::redline::units::{Unit, digest};
use crate::text::unspaced;

const LISTS: [&str; 11] = [
    // English
    "a an the of to in on at by for from with and or not is are was were be been being it its this that \
     these those as if then than which who whom may shall must can will would should could do does did has \
     have had no any all each such other we you they he she i our your their his her there here s t",
    // French
    "le la les l un une des de du d à au aux et ou ni ne pas n en dans par pour sur avec sans sous que qu \
     qui dont où ce cet cette ces c se s son sa ses leur leurs il elle ils elles est sont être y plus si comme",
    // Spanish
    "el los las lo uno unas unos del al o u e no para con sin sobre su sus es son ser ha han más como este \
     esta estos estas ese esa por",
    // Portuguese
    "os um uma do da dos das ao aos no na nos nas pelo pela com sem são foi não mais seu sua que",
    // Italian
    "gli uno di della delle dei degli nel nella alla dal dalla con non che ed sono è ha si",
    // German
    "der die das den dem ein eine einer eines und oder nicht im auf zu von mit für ist sind bei zur zum",
    // Dutch
    "het een van en niet op te met voor zijn aan dat",
    // Russian
    "и в во не на с со к ко по из за от о об у а но или что как это для же ли бы то он она они мы вы его ее \
     их если при до также так который которые",
    // Ukrainian
    "і й та у з із зі до від про що як це для або чи є на за при не",
    // Arabic
    "في من على إلى عن مع و أو أن إن لا ما لم هذا هذه ذلك التي الذي كل قد هو هي كما ثم أي إذا بعد قبل",
    // Chinese
    "的 了 和 与 及 或 在 是 其 应 当 对 于 以 为 由 等 不 有 之 者 并 被 将 可 向 从 而 所 中 上 下 个",
];

static SMALL: LazyLock<HashSet<u64>> =
    LazyLock::new(|| LISTS.iter().flat_map(|list| list.split_whitespace()).map(digest).collect());

/// Whether a word or mark says little alone.
pub fn small(word: &str) -> bool {
    // No small word is longer than this in bytes, so most words are not looked up.
    const LONGEST: usize = 16;
    if word.len() > LONGEST {
        return false;
    }
    let lower = word.to_lowercase();
    if SMALL.contains(&digest(&lower)) {
        return true;
    }
    if word.starts_with(unspaced) {
        // 的|了 beside each other may come as one dictionary word.
        return word.chars().all(|c| SMALL.contains(&digest(c.encode_utf8(&mut [0; 4]))));
    }
    let short = |c: char| c.is_alphabetic();
    word.chars().count() <= 2 && word.chars().all(short) || !word.chars().any(char::is_alphanumeric)
}

/// Whether a unit of a text is a word that says something by itself.
pub(super) fn says(unit: &Unit, text: &str) -> bool {
    unit.words > 0 && !small(unit.of(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_prepositions_are_small_and_nouns_are_not() {
        for word in ["the", "The", "of", "les", "также", "في", "的", "为了", ","] {
            assert!(small(word), "{word}");
        }
        for word in ["law", "States", "обязуются", "国家", "12", "القانون"] {
            assert!(!small(word), "{word}");
        }
    }
}
