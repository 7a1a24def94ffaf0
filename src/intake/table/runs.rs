//! The words of a cell in runs, each with its font: what is struck, what is new.

use crate::intake::package::{Malformed, Next, Part};
use crate::intake::table::sheet::{Mark, Marked};
use crate::intake::table::styles::Font;

/// The words of one cell; a run without a font of its own takes the cell's.
#[derive(Debug, Default, Clone)]
pub(super) struct Runs {
    runs: Vec<(Option<Font>, String)>,
}

impl Runs {
    /// Reads what stands within `si` or `is`, up to its end.
    pub(super) fn read(part: &mut Part<'_>, end: &str) -> Result<Runs, Malformed> {
        let mut runs = Runs::default();
        let (mut font, mut words) = (None, None);
        let mut phonetic = 0_usize;
        while let Some(next) = part.next()? {
            match next {
                Next::Start(element) => match element.local_name().as_ref() {
                    // How a word is pronounced is no part of it.
                    "rPh" => phonetic += 1,
                    "r" => font = None,
                    "rPr" => font = Some(Font::default()),
                    "t" if phonetic == 0 => words = Some(String::new()),
                    _ => {
                        if let Some(font) = &mut font {
                            font.property(&element);
                        }
                    }
                },
                Next::Words(more) => {
                    if let Some(words) = &mut words {
                        words.push_str(&more);
                    }
                }
                Next::End(name) => match name.as_str() {
                    "rPh" => phonetic = phonetic.saturating_sub(1),
                    "t" => runs.runs.extend(words.take().map(|words| (font.clone(), unescaped(&words)))),
                    "r" => font = None,
                    name if name == end => return Ok(runs),
                    _ => {}
                },
            }
        }
        Err(Malformed)
    }

    /// All strings that the sheets share.
    pub(super) fn shared(text: &str) -> Result<Vec<Runs>, Malformed> {
        let mut part = Part::of(text);
        let mut shared = Vec::new();
        while let Some(next) = part.next()? {
            if let Next::Start(element) = next
                && element.local_name().as_ref() == "si"
            {
                shared.push(Runs::read(&mut part, "si")?);
            }
        }
        Ok(shared)
    }

    /// The words without regard to fonts.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|(_, words)| words.as_str()).collect()
    }

    /// What is struck and what is new; absent where nothing is.
    ///
    /// Underlined words are new. Where words are struck and none are underlined, those in another
    /// colour than the rest are new, or else the bold ones: colour alone may be mere emphasis.
    pub(super) fn marked(&self, cell: &Font) -> Option<Marked> {
        let fonts: Vec<&Font> = self.runs.iter().map(|(font, _)| font.as_ref().unwrap_or(cell)).collect();
        let live = || fonts.iter().zip(&self.runs).filter(|(_, (_, words))| !words.trim().is_empty());
        let strikes = live().any(|(font, _)| font.struck);
        let some = |is: fn(&Font) -> bool| live().any(|(font, _)| !font.struck && is(font));
        let all = |is: fn(&Font) -> bool| live().all(|(font, _)| font.struck || is(font));
        let is_new: fn(&Font) -> bool = if some(|font| font.underlined) {
            |font| font.underlined
        } else if strikes && some(|font| font.coloured.is_some()) && !self.evenly_coloured(&fonts) {
            |font| font.coloured.is_some()
        } else if strikes && some(|font| font.bold) && !all(|font| font.bold) {
            |font| font.bold
        } else {
            |_| false
        };
        let mark = |font: &Font| match font {
            font if font.struck => Mark::Struck,
            font if is_new(font) => Mark::Inserted,
            _ => Mark::Kept,
        };
        let pieces = fonts.iter().zip(&self.runs).map(|(font, (_, words))| (mark(font), words.clone()));
        Marked::of(pieces.collect())
    }

    /// Whether all words, struck or not, bear one colour: then it says nothing.
    fn evenly_coloured(&self, fonts: &[&Font]) -> bool {
        let live = fonts.iter().zip(&self.runs).filter(|(_, (_, words))| !words.trim().is_empty());
        let mut colours: Vec<&Option<String>> = live.map(|(font, _)| &font.coloured).collect();
        colours.dedup();
        colours.len() == 1 && fonts.len() > 2
    }
}

/// `_x000D_` stands for a control character: a carriage return goes, the others are no text.
fn unescaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        text.push_str(&rest[..at]);
        match code {
            Some(c) => {
                text.extend(Some(c).filter(|c| !c.is_control() || matches!(c, '\n' | '\t')));
                rest = &rest[at + 7..];
            }
            None => {
                text.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    text.push_str(rest);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(xml: &str) -> Option<String> {
        let shared = Runs::shared(&format!("<sst><si>{xml}</si></sst>")).expect("well-formed");
        shared[0].marked(&Font::default()).map(|marked| marked.written())
    }

    #[test]
    fn fonts_tell_what_is_struck_and_what_is_new() {
        let run = |property: &str, words: &str| format!("<r><rPr>{property}</rPr><t>{words}</t></r>");
        let (red, blue) = (r#"<color rgb="FFFF0000"/>"#, r#"<color rgb="FF0000FF"/>"#);
        let case = |parts: &[(&str, &str)]| {
            written(&parts.iter().map(|(property, words)| run(property, words)).collect::<String>())
        };
        let expected = Some("We ~~may~~ ++must++ act".to_owned());
        let may = "<strike/>";
        assert_eq!(case(&[("", "We "), (may, "may"), ("", " "), ("<u/>", "must"), ("", " act")]), expected);
        assert_eq!(case(&[("", "We "), (may, "may"), ("", " "), (blue, "must"), ("", " act")]), expected);
        assert_eq!(case(&[("", "We "), (may, "may"), ("", " "), ("<b/>", "must"), ("", " act")]), expected);
        let struck_red = format!("<strike/>{red}");
        assert_eq!(
            case(&[("", "We "), (&struck_red, "may"), ("", " "), (red, "must"), ("", " act")]),
            expected
        );
        assert_eq!(case(&[("", "We "), (red, "must"), ("", " act")]), None, "colour alone is emphasis");
        assert_eq!(case(&[(r#"<strike val="0"/>"#, "We")]), None);
    }

    #[test]
    fn how_a_word_is_pronounced_is_no_part_of_it() {
        let shared = Runs::shared("<sst><si><t>段落</t><rPh sb='0' eb='1'><t>だんらく</t></rPh></si></sst>");
        assert_eq!(shared.expect("well-formed")[0].text(), "段落");
    }

    #[test]
    fn escaped_control_characters_are_no_text() {
        assert_eq!(unescaped("a_x000D_\nb_x0007_c _x_ _x00e9_ _x"), "a\nbc _x_ é _x");
        assert_eq!(unescaped("_xé00D_"), "_xé00D_");
    }
}
