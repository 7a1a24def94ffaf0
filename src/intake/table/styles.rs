//! What the styles of a workbook say of a cell: struck, underlined, a date.

use quick_xml::events::BytesStart;

use crate::intake::package::{Malformed, Next, Part, attribute};

/// The styles by which cells are shown.
#[derive(Debug, Default)]
pub(super) struct Styles {
    fonts: Vec<Font>,
    formats: Vec<(u32, String)>,
    cells: Vec<(usize, u32)>,
}

/// How letters are shown, as far as it tells a change.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Font {
    pub(super) struck: bool,
    pub(super) underlined: bool,
    pub(super) bold: bool,
    /// A colour other than the usual one.
    pub(super) coloured: Option<String>,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    Date,
    MonthAndYear,
}

impl Font {
    /// Takes in one property of a font.
    pub(super) fn property(&mut self, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let on = !matches!(value.as_deref(), Some("0" | "false" | "none"));
        match element.local_name().as_ref() {
            "strike" => self.struck = on,
            "u" => self.underlined = on,
            "b" => self.bold = on,
            "color" => self.coloured = colour(element),
            _ => {}
        }
    }
}

/// A colour that a writer chose: neither automatic nor black nor that of all text.
fn colour(element: &BytesStart<'_>) -> Option<String> {
    if let Some(rgb) = attribute(element, "rgb") {
        let rgb = rgb.to_ascii_uppercase();
        return (!rgb.ends_with("000000")).then_some(rgb);
    }
    let theme = attribute(element, "theme").filter(|theme| !matches!(theme.as_str(), "0" | "1"));
    let indexed = attribute(element, "indexed").filter(|at| !matches!(at.as_str(), "8" | "64" | "0"));
    theme.map(|theme| format!("theme {theme}")).or(indexed.map(|at| format!("indexed {at}")))
}

impl Styles {
    pub(super) fn parse(text: &str) -> Result<Styles, Malformed> {
        let mut styles = Styles::default();
        let mut part = Part::of(text);
        let mut within = Vec::new();
        while let Some(next) = part.next()? {
            match next {
                Next::Start(element) => {
                    styles.take(&within, &element);
                    within.push(element.local_name().as_ref().to_owned());
                }
                Next::End(_) => _ = within.pop(),
                Next::Words(_) => {}
            }
        }
        Ok(styles)
    }

    fn take(&mut self, within: &[String], element: &BytesStart<'_>) {
        let number = |name: &str| attribute(element, name).and_then(|value| value.parse().ok());
        let parent = within.last().map_or("", String::as_str);
        match (parent, element.local_name().as_ref()) {
            ("fonts", "font") => self.fonts.push(Font::default()),
            ("font", _) if within.iter().rev().nth(1).is_some_and(|name| name == "fonts") => {
                if let Some(font) = self.fonts.last_mut() {
                    font.property(element);
                }
            }
            ("numFmts", "numFmt") => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                self.formats.push((number("numFmtId").unwrap_or_default(), code));
            }
            ("cellXfs", "xf") => {
                let font = number("fontId").unwrap_or_default() as usize;
                self.cells.push((font, number("numFmtId").unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// The font of a cell's style.
    pub(super) fn font(&self, style: usize) -> Font {
        let font = self.cells.get(style).and_then(|(font, _)| self.fonts.get(*font));
        font.cloned().unwrap_or_default()
    }

    /// How a cell's style shows a number.
    pub(super) fn shown(&self, style: usize) -> Shown {
        let Some((_, id)) = self.cells.get(style) else { return Shown::Number };
        match id {
            17 => return Shown::MonthAndYear,
            14..=16 | 22 | 27..=36 | 50..=58 => return Shown::Date,
            _ => {}
        }
        let code = self.formats.iter().find(|(known, _)| known == id);
        code.map_or(Shown::Number, |(_, code)| shown_by(code))
    }
}

/// What a format's code shows: `d-mmm`, `mmm-yy`; what stands in quotes and brackets is words.
fn shown_by(code: &str) -> Shown {
    let mut letters = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for c in code.to_ascii_lowercase().chars() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' | '_' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            ';' => break,
            c if !quoted && !bracketed => letters.push(c),
            _ => {}
        }
    }
    let has = |c: char| letters.contains(c);
    match (has('d'), has('m'), has('y')) {
        _ if letters.contains("general") => Shown::Number,
        (false, true, true) => Shown::MonthAndYear,
        (true, ..) | (_, true, _) if has('d') || has('y') => Shown::Date,
        (_, _, true) => Shown::Date,
        _ => Shown::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_tells_whether_a_number_is_a_day() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("0.00", Shown::Number),
            ("@", Shown::Number),
            ("d-mmm", Shown::Date),
            ("dd/mm/yyyy", Shown::Date),
            ("mmm-yy", Shown::MonthAndYear),
            ("[$-409]d\\-mmm;@", Shown::Date),
            ("0\" days\"", Shown::Number),
            ("yyyy\"年\"m\"月\"d\"日\"", Shown::Date),
        ] {
            assert_eq!(shown_by(code), shown, "{code}");
        }
    }

    #[test]
    fn a_font_is_found_by_the_style_of_the_cell() {
        let xml = r#"<styleSheet><fonts><font><sz val="11"/></font><font><strike/><u val="none"/>
            <color rgb="FFFF0000"/></font></fonts><cellXfs><xf fontId="0" numFmtId="0"/>
            <xf fontId="1" numFmtId="16"/></cellXfs></styleSheet>"#;
        let styles = Styles::parse(xml).expect("well-formed");
        assert!(!styles.font(0).struck);
        assert!(styles.font(1).struck && !styles.font(1).underlined && styles.font(1).coloured.is_some());
        assert_eq!(styles.shown(1), Shown::Date);
        assert_eq!(styles.font(7), Font::default());
    }
}
