//! The styles of a document: what a paragraph is by its style, and by the styles that one is based on.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use crate::intake::docx::paragraph::Form;
use crate::intake::docx::run::is_on;
use crate::intake::package::{Malformed, Next, Part, attribute};

/// How many styles may be based on each other.
const LONGEST_LINE: usize = 32;

/// All styles of a document, by their names in the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    /// The name that Word shows, in English in every language of Word where it is one of its own.
    name: String,
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
    outline: Option<u8>,
    bold: Option<bool>,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn parse(text: &str) -> Result<Styles, Malformed> {
        let mut part = Part::of(text);
        let mut styles = Styles::default();
        let mut open: Vec<String> = Vec::new();
        let mut id = String::new();
        while let Some(next) = part.next()? {
            match next {
                Next::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    if name == "style" {
                        id = attribute(&element, "styleId").unwrap_or_default();
                        let told = |name| attribute(&element, name).unwrap_or_default();
                        if told("type") == "paragraph" && matches!(told("default").as_str(), "1" | "true") {
                            styles.usual = Some(id.clone());
                        }
                        styles.styles.entry(id.clone()).or_default();
                    } else if let Some(style) = styles.styles.get_mut(&id) {
                        style.take(&open, &name, &element);
                    }
                    open.push(name);
                }
                Next::End(_) => _ = open.pop(),
                Next::Words(_) => {}
            }
        }
        Ok(styles)
    }

    /// Whether a style makes its words bold.
    pub(super) fn is_bold(&self, style: &str) -> bool {
        self.first(Some(style), |style| style.bold).unwrap_or(false)
    }

    /// The list and level of a paragraph: its own, or those of its style. `linked` is the level of a list that is
    /// linked to a style, where one is.
    pub(super) fn listed(
        &self,
        form: &Form,
        linked: impl Fn(u32, &str) -> Option<usize>,
    ) -> Option<(u32, usize)> {
        if let Some(list) = form.list {
            return (list > 0).then(|| (list, form.level.unwrap_or(0)));
        }
        let mut by_style = None;
        for (name, style) in self.line(form.style.as_deref()) {
            if let Some(list) = style.list {
                by_style = Some((list, linked(list, name).or(style.level).unwrap_or(0)));
                break;
            }
        }
        // A style may be linked to a level of the list that the style below it names.
        let (list, level) = by_style.filter(|(list, _)| *list > 0)?;
        let own =
            self.line(form.style.as_deref()).find_map(|(name, style)| linked(list, name).or(style.level));
        Some((list, form.level.or(own).unwrap_or(level)))
    }

    /// The rank of the heading that a paragraph is, from 1, 0 for a title; absent where it is none.
    pub(super) fn heading(&self, form: &Form) -> Option<u8> {
        let style = form.style.as_deref();
        let outline = form.outline.or_else(|| self.first(style, |style| style.outline));
        if let Some(outline) = outline {
            return (outline < 9).then_some(outline + 1);
        }
        self.first(style, |style| {
            let name = style.name.to_lowercase();
            let rank = name.strip_prefix("heading ").and_then(|rank| rank.parse().ok());
            rank.or((name == "title").then_some(0))
        })
    }

    /// The list that a style of lists stands for.
    pub(super) fn list_of(&self, style: &str) -> Option<u32> {
        self.first(Some(style), |style| style.list)
    }

    /// The first that a style or one it is based on says of something.
    fn first<T>(&self, style: Option<&str>, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        self.line(style).find_map(|(_, style)| says(style))
    }

    /// A style and those it is based on, in order.
    fn line<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let find =
            |name: &'s str| self.styles.get_key_value(name).map(|(name, style)| (name.as_str(), style));
        let first = style.and_then(find).or_else(|| self.usual.as_deref().and_then(find));
        std::iter::successors(first, move |(_, style)| style.based_on.as_deref().and_then(find))
            .take(LONGEST_LINE)
    }
}

impl Style {
    fn take(&mut self, open: &[String], name: &str, element: &BytesStart<'_>) {
        let number = || attribute(element, "val").and_then(|value| value.trim().parse::<u32>().ok());
        let parents: Vec<&str> =
            open.iter().skip_while(|name| *name != "style").map(String::as_str).collect();
        match (parents.as_slice(), name) {
            (["style"], "name") => self.name = attribute(element, "val").unwrap_or_default(),
            (["style"], "basedOn") => self.based_on = attribute(element, "val"),
            (["style", "pPr", "numPr"], "numId") => self.list = number(),
            (["style", "pPr", "numPr"], "ilvl") => self.level = number().map(|level| level as usize),
            (["style", "pPr"], "outlineLvl") => {
                self.outline = number().and_then(|level| u8::try_from(level).ok());
            }
            (["style", "rPr"], "b") => self.bold = Some(is_on(element)),
            _ => {}
        }
    }
}
