//! Right-to-left text beside other text.

use unicode_script::{Script, UnicodeScript};

/// First strong isolate: what follows has its own direction.
const FSI: char = '\u{2068}';
/// Pop directional isolate: what follows has its old direction again.
const PDI: char = '\u{2069}';
/// Right-to-left mark: a strong letter that nobody sees.
const RLM: char = '\u{200f}';
/// Left-to-right mark: the same for the other direction.
const LRM: char = '\u{200e}';

/// Sets a shown line apart from its neighbours when the text it comes from holds right-to-left words.
///
/// The direction is that of the whole text: the second line of an Arabic cell may begin with `ICT` and runs
/// from right to left all the same.
pub(crate) fn isolated(shown: &str, whole: &str) -> String {
    if shown.is_empty() || !whole.chars().any(leftward) {
        return shown.to_owned();
    }
    let mut isolated = String::from(FSI);
    match runs_leftward(whole) {
        Some(true) => isolated.push(RLM),
        // A line that begins with the words of the other direction would take theirs.
        Some(false) if shown.chars().find(|c| c.is_alphabetic()).is_some_and(leftward) => isolated.push(LRM),
        _ => {}
    }
    isolated.push_str(shown);
    isolated.push(PDI);
    isolated
}

/// Whether a text as a whole runs from right to left; absent without letters. Its first letter decides, unless three
/// quarters of them are of the other direction: an Arabic sentence may well begin with `ICT`.
pub(crate) fn runs_leftward(text: &str) -> Option<bool> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).map(leftward);
    let first = letters.next()?;
    let (mut all, mut others) = (1, 0);
    for own in letters {
        all += 1;
        others += usize::from(own != first);
    }
    Some(if 4 * others >= 3 * all { !first } else { first })
}

/// Whether a letter belongs to a living script written from right to left.
pub(crate) fn leftward(c: char) -> bool {
    use Script::{Adlam, Arabic, Hebrew, Nko, Syriac, Thaana};
    matches!(c.script(), Arabic | Hebrew | Syriac | Thaana | Nko | Adlam)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_with_right_to_left_words_is_set_apart() {
        assert_eq!(isolated("ICT", "ICT 武装"), "ICT");
        assert_eq!(isolated("", "القانون"), "");
        assert_eq!(isolated("the القانون", "the القانون"), "\u{2068}the القانون\u{2069}");
        assert_eq!(isolated("(القانون)", "the law (القانون)"), "\u{2068}\u{200e}(القانون)\u{2069}");
    }

    #[test]
    fn the_first_letter_decides_unless_most_are_of_the_other_direction() {
        assert_eq!(runs_leftward("ICT تخضع للقانون الدولي."), Some(true));
        assert_eq!(runs_leftward("القانون is the Arabic word for the law."), Some(false));
        assert_eq!(
            (runs_leftward("of دولة"), runs_leftward("دولة ab"), runs_leftward("12")),
            (Some(false), Some(true), None)
        );
    }

    #[test]
    fn every_line_of_an_arabic_text_runs_from_the_right() {
        assert_eq!(isolated("ICT", "القانون ICT"), "\u{2068}\u{200f}ICT\u{2069}");
    }
}
