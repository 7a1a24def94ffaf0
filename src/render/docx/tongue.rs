//! Languages and directions: what Word has to be told of each stretch of text.

use unicode_script::{Script, UnicodeScript};

use crate::draft::Language;
use crate::render::isolate::leftward;
use crate::text::unspaced;

/// What is known of a text as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Tongue {
    /// The tag of its language, where it is known: `fr-FR`.
    tag: Option<String>,
    /// Whether it runs from right to left.
    pub(super) leftward: bool,
}

/// A stretch of text of one direction.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch<'t> {
    pub(super) text: &'t str,
    /// Whether it runs from right to left.
    pub(super) leftward: bool,
}

/// Word's tags for the languages of the United Nations; others are as they are written.
const TAGS: [(&str, &str); 6] =
    [("ar", "ar-SA"), ("en", "en-GB"), ("es", "es-ES"), ("fr", "fr-FR"), ("ru", "ru-RU"), ("zh", "zh-CN")];

impl Tongue {
    /// A text in a language.
    pub(super) fn of(language: &Language) -> Tongue {
        let code = language.as_str();
        let known = TAGS.iter().find(|(short, _)| *short == code).map(|(_, tag)| *tag);
        let leftward = ["ar", "fa", "he", "ps", "ur"].contains(&code.split('-').next().unwrap_or(code));
        Tongue { tag: Some(known.unwrap_or(code).to_owned()), leftward }
    }

    /// A text of which nothing is known but its letters.
    pub(super) fn guessed(text: &str) -> Tongue {
        let leftward = crate::render::isolate::runs_leftward(text) == Some(true);
        Tongue { tag: None, leftward }
    }

    /// The tag of its language.
    pub(super) fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// The attributes of `w:lang` for a stretch: the language of its letters, in the place Word has for their script.
    pub(super) fn language(&self, stretch: &Stretch<'_>) -> Option<(&'static str, String)> {
        let own = |tags: &[&str]| {
            let tag = self.tag.as_deref()?;
            tags.iter().any(|start| tag.starts_with(start)).then(|| tag.to_owned())
        };
        if stretch.leftward {
            return Some((
                "w:bidi",
                own(&["ar", "fa", "he", "ps", "ur"]).unwrap_or_else(|| "ar-SA".to_owned()),
            ));
        }
        if is_east_asian(stretch.text) {
            return Some(("w:eastAsia", own(&["zh", "ja", "ko"]).unwrap_or_else(|| "zh-CN".to_owned())));
        }
        let letter = stretch.text.chars().map(|c| c.script());
        let script =
            letter.into_iter().find(|script| !matches!(script, Script::Common | Script::Inherited))?;
        let foreign = |tag: &str| {
            TAGS.iter().any(|(_, known)| *known == tag && ["ar-SA", "zh-CN", "ru-RU"].contains(known))
        };
        match script {
            Script::Cyrillic => {
                Some(("w:val", own(&["ru", "uk", "be", "bg", "sr"]).unwrap_or_else(|| "ru-RU".to_owned())))
            }
            // English words in an Arabic, Chinese or Russian text are not of its language.
            Script::Latin => match &self.tag {
                Some(tag) if !foreign(tag) => Some(("w:val", tag.clone())),
                Some(_) => Some(("w:val", "en-GB".to_owned())),
                None => None,
            },
            _ => None,
        }
    }
}

/// Whether a stretch holds letters of East Asia, whose fonts its quotation marks and dashes take too.
pub(super) fn is_east_asian(text: &str) -> bool {
    text.chars().any(|c| {
        unspaced(c) || ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c)
    })
}

/// Cuts a text into stretches of one direction. What has no direction of its own goes with what surrounds it, and at
/// the ends and between two directions with the whole.
pub(super) fn stretches(text: &str, whole: bool) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    let mut start = 0;
    let mut direction = whole;
    // Where letters without a direction began, after a letter that has one.
    let mut neutral: Option<usize> = None;
    let mut end = |from: usize, to: usize, leftward: bool| {
        if from < to {
            stretches.push(Stretch { text: &text[from..to], leftward });
        }
    };
    for (at, c) in text.char_indices() {
        let Some(own) = own_direction(c) else {
            neutral.get_or_insert(at);
            continue;
        };
        if own != direction {
            // What stands between the two goes with the whole.
            let cut = match neutral {
                Some(from) if direction != whole => from,
                _ => at,
            };
            end(start, cut, direction);
            start = cut;
            direction = own;
        }
        neutral = None;
    }
    match neutral {
        Some(from) if direction != whole => {
            end(start, from, direction);
            end(from, text.len(), whole);
        }
        _ => end(start, text.len(), direction),
    }
    stretches
}

/// The direction of a letter; digits and marks have none.
fn own_direction(c: char) -> Option<bool> {
    if leftward(c) {
        // Arabic digits and marks are drawn by the fonts for Arabic.
        return Some(true);
    }
    c.is_alphabetic().then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, whole: bool, expected: &[(&str, bool)]) {
        let cut = stretches(text, whole);
        let cut: Vec<(&str, bool)> = cut.iter().map(|stretch| (stretch.text, stretch.leftward)).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn words_of_another_direction_stand_apart_and_marks_go_with_what_surrounds_them() {
        case("States act.", false, &[("States act.", false)]);
        case("تتعهد (ICT) الأطراف.", true, &[("تتعهد (", true), ("ICT", false), (") الأطراف.", true)]);
        case("the قانون، ولا rule", false, &[("the ", false), ("قانون، ولا", true), (" rule", false)]);
        case("in قانون.", false, &[("in ", false), ("قانون", true), (".", false)]);
        case("12 (3)", true, &[("12 (3)", true)]);
        case("", true, &[]);
    }

    #[test]
    fn a_stretch_has_the_language_of_its_letters() {
        let said = |language: &str, text: &str, leftward| {
            let language = Language::parse(language).expect("a language");
            Tongue::of(&language).language(&Stretch { text, leftward })
        };
        let expected = |place, tag: &str| Some((place, tag.to_owned()));
        assert_eq!(said("fr", "Les États", false), expected("w:val", "fr-FR"));
        assert_eq!(said("ar", "ICT", false), expected("w:val", "en-GB"));
        assert_eq!(said("ar", "قانون", true), expected("w:bidi", "ar-SA"));
        assert_eq!(said("zh", "“各国”", false), expected("w:eastAsia", "zh-CN"));
        assert_eq!(said("en", "Государства", false), expected("w:val", "ru-RU"));
        assert_eq!(said("en", "12", false), None);
    }
}
