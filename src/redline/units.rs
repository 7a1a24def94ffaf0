//! A text as the redline compares it: words and single marks, with the spaces between them set aside.

use crate::text::{Span, Terms, alphanumeric, unspaced};

/// One word or single mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// A digest of its letters. Equal units have equal digests; `pairs` checks the converse.
    pub(super) digest: u64,
    /// A digest of the spaces before it.
    pub(super) gap: u64,
    /// Whether it begins a line.
    pub(super) fresh: bool,
    /// How many words a reader counts: none for a mark, one for a word, one for each Chinese character.
    pub(super) words: u8,
    /// Whether it is of a script that puts no space between words.
    pub(super) unspaced: bool,
    /// What it does in its sentence.
    pub(super) role: Role,
}

/// What a unit does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A word, or a mark of no account.
    Plain,
    /// Ends a sentence.
    Stop,
    /// Ends a clause.
    Pause,
    /// Opens a bracket or quotation.
    Open,
    /// Closes one.
    Close,
}

/// One text: its letters and its units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'t, 'u> {
    /// The letters.
    pub(super) text: &'t str,
    /// The units.
    pub(super) units: &'u [Unit],
}

impl Unit {
    /// How much it weighs in the reader's load.
    pub(super) fn weight(&self) -> i32 {
        i32::from(self.words.max(1))
    }

    /// Its letters.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// Cuts a text into units.
pub(super) fn units(text: &str, terms: &Terms) -> Vec<Unit> {
    let mut units = Vec::with_capacity(text.len() / 6 + 1);
    units_of(text, 0..text.len(), terms, &mut units);
    units
}

/// Cuts a stretch of a text into units, which follow those before it.
pub(super) fn units_of(text: &str, stretch: Span, terms: &Terms, units: &mut Vec<Unit>) {
    let mut last = units.last().map_or(0, |unit| unit.end);
    terms.cut(&text[stretch.clone()], |place| {
        let (start, end) = (stretch.start + place.start, stretch.start + place.end);
        let token = &text[start..end];
        if token.chars().all(char::is_whitespace) {
            return;
        }
        let (words, unspaced) = words(token);
        let role = if words == 0 { role(token) } else { Role::Plain };
        let gap = &text[last..start];
        let (letters, fresh) = (digest(token), gap.contains('\n'));
        let (digest, gap) = (letters, digest(gap));
        units.push(Unit { start, end, digest, gap, fresh, words, unspaced, role });
        last = end;
    });
}

/// How many words a token counts for, and whether its script is unspaced.
fn words(token: &str) -> (u8, bool) {
    if token.as_bytes()[0].is_ascii_alphanumeric() {
        return (1, false);
    }
    let unspaced = token.chars().filter(|&c| unspaced(c)).count();
    let spaced = token.contains(alphanumeric);
    (u8::try_from(unspaced).unwrap_or(u8::MAX).max(u8::from(spaced)), unspaced > 0)
}

fn role(mark: &str) -> Role {
    match mark {
        "." | "!" | "?" | "。" | "！" | "？" | "؟" | "।" | "۔" | "．" => Role::Stop,
        "," | ";" | ":" | "，" | "；" | "：" | "、" | "،" | "؛" | "–" | "—" => Role::Pause,
        "(" | "[" | "{" | "«" | "“" | "‘" | "（" | "【" | "「" | "『" | "《" | "〈" | "„" | "‹" => {
            Role::Open
        }
        ")" | "]" | "}" | "»" | "”" | "’" | "）" | "】" | "」" | "』" | "》" | "〉" | "›" => {
            Role::Close
        }
        _ => Role::Plain,
    }
}

/// A quick digest of a short text.
pub(super) fn digest(text: &str) -> u64 {
    let mut digest = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let word = chunk.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte));
        digest = stir(digest ^ word);
    }
    digest
}

/// Stirs bits, so that near numbers come to lie far apart (the finaliser of splitmix64).
pub(super) fn stir(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_set_aside_and_marks_stand_alone() {
        let text = "States, and parties.";
        let units = units(text, &Terms::none());
        let cut: Vec<&str> = units.iter().map(|unit| unit.of(text)).collect();
        assert_eq!(cut, ["States", ",", "and", "parties", "."]);
        assert_eq!(units.iter().map(|unit| unit.words).collect::<Vec<_>>(), [1, 0, 1, 1, 0]);
        assert_eq!(units[4].role, Role::Stop);
    }

    #[test]
    fn a_chinese_word_counts_by_its_characters() {
        let units = units("武装冲突", &Terms::none());
        assert_eq!(units.iter().map(|unit| unit.words).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn digests_tell_words_apart() {
        assert_ne!(digest("shall"), digest("should"));
        assert_ne!(digest("international"), digest("internationale"));
        assert_eq!(digest("shall"), digest("shall"));
    }
}
