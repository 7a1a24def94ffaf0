//! Where a strength word says something else: a month, an `if`, a `perhaps`, a noun.

use crate::text::strength::spaced::Words;

const BE: [&str; 5] = ["is", "are", "be", "being", "been"];
/// Words that begin what follows a verb moved to the front: `should any party`.
const AFTER_AN_IF: [&str; 22] = [
    "a", "an", "another", "any", "either", "he", "i", "it", "no", "one", "she", "such", "that", "the",
    "there", "these", "they", "this", "those", "we", "you", "states",
];

pub(super) fn english(words: &Words<'_>, rank: usize, form: &str) -> bool {
    let (next, written) = (words.at(rank + 1), words.written(rank));
    match form {
        // The month.
        "may" => written == "May",
        // `a must`.
        "must" => matches!(words.back(rank, 1), "a" | "the"),
        "should" => {
            let inverted = AFTER_AN_IF.contains(&next) && !(next == "no" && words.at(rank + 2) == "longer");
            let known =
                next == "have" && matches!(words.at(rank + 2), "known" | "been" | "done" | "foreseen");
            inverted || written == "Should" || known
        }
        "ought to" => {
            words.at(rank + 2) == "have" && matches!(words.at(rank + 3), "known" | "been" | "foreseen")
        }
        // Only what is encouraged of somebody; not `acts that are committed, encouraged or facilitated`.
        "encouraged" => !(1..=3).any(|by| BE.contains(&words.back(rank, by))) || !words_to(words, rank),
        _ => false,
    }
}

/// Whether `to` follows, at once or after a few words set between commas.
fn words_to(words: &Words<'_>, rank: usize) -> bool {
    words.at(rank + 1) == "to"
        || words.gap(rank + 1).contains(',') && (2..=8).any(|by| words.at(rank + by) == "to")
}

pub(super) fn french(words: &Words<'_>, rank: usize, form: &str) -> bool {
    let (before, next) = (words.back(rank, 1), words.at(rank + 1));
    match form {
        "peut" => next == "etre" && words.gap(rank + 1) == "-",
        _ if form.starts_with("encouragé") => {
            let passive = ["est", "sont", "soit", "soient", "etre"];
            !(1..=2).any(|by| passive.contains(&words.back(rank, by)))
        }
        // `ce qu'il doit à quelqu'un`, what is owed.
        "doit" | "doivent" => next == "a" && before != "ne",
        _ => false,
    }
}

pub(super) fn spanish(words: &Words<'_>, rank: usize, form: &str) -> bool {
    let before = words.back(rank, 1);
    match form {
        // `el debe`, what is owed.
        "debe" => before == "el",
        // `se debe a`, it is due to; but `no se debe atacar`.
        "deben" => before == "se" && words.at(rank + 1) == "a",
        _ => false,
    }
}

pub(super) fn russian(words: &Words<'_>, rank: usize, form: &str) -> bool {
    let next = words.at(rank + 1);
    match form {
        // As one should, and what follows from something.
        "следует" => {
            words.back(rank, 1) == "как"
                || next == "из"
                || next == "что"
                || (1..=3).any(|by| words.back(rank, by) == "из")
        }
        // Perhaps; probably.
        "может" | "должно" => {
            let set_apart = words.gap(rank).contains(',') && words.gap(rank + 2).contains(',');
            next == "быть" && set_apart
        }
        _ => false,
    }
}

pub(super) fn arabic(words: &Words<'_>, rank: usize, form: &str) -> bool {
    match form {
        // Are encouraged, at the beginning of a clause; elsewhere, that somebody encourages.
        "تشجع" | "يشجع" => !words.begins_clause(rank),
        _ => false,
    }
}
