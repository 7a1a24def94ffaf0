//! The lists of a document: how each level counts and what it prints.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use crate::intake::docx::run::is_on;
use crate::intake::docx::styles::Styles;
use crate::intake::package::{Malformed, Next, Part, attribute};

/// How many levels a list has.
pub(super) const LEVELS: usize = 9;

/// The lists of a document and the patterns behind them.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<u32, Pattern>,
    lists: BTreeMap<u32, List>,
}

/// What several lists may have in common; they count on together.
#[derive(Debug, Default)]
struct Pattern {
    levels: [Option<Level>; LEVELS],
    /// The style of lists that says the rest.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    pattern: u32,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

/// One level of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) start: Option<u32>,
    /// The manner of counting.
    pub(super) manner: String,
    /// What is printed, with `%1` to `%9` for the numbers of the levels.
    pub(super) print: String,
    /// After which level, from 1, it begins again; 0 for never.
    pub(super) restart: Option<usize>,
    /// Whether all numbers are printed in digits.
    pub(super) legal: bool,
    /// The style whose paragraphs stand on this level.
    pub(super) style: Option<String>,
}

/// A list as its paragraphs meet it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'n> {
    /// The pattern by which it counts.
    pub(super) pattern: u32,
    base: &'n Pattern,
    list: &'n List,
}

impl<'n> Found<'n> {
    /// One level of the list.
    pub(super) fn level(&self, level: usize) -> Option<&'n Level> {
        self.list.levels.get(level)?.as_ref().or(self.base.levels[level].as_ref())
    }

    /// Where a level begins when the list is first met, if the list itself says so.
    pub(super) fn own_start(&self, level: usize) -> Option<u32> {
        self.list.starts[level]
    }

    /// Where a level begins.
    pub(super) fn start(&self, level: usize) -> u32 {
        let said = self.list.starts[level].or(self.level(level).and_then(|level| level.start));
        said.unwrap_or(1)
    }
}

impl Numbering {
    /// A list by its number.
    pub(super) fn list(&self, number: u32, styles: &Styles) -> Option<Found<'_>> {
        let list = self.lists.get(&number)?;
        let mut pattern = list.pattern;
        let mut base = self.patterns.get(&pattern)?;
        if let Some(behind) = base.style.as_deref().and_then(|style| styles.list_of(style))
            && let Some(other) = self.lists.get(&behind)
            && let Some(found) = self.patterns.get(&other.pattern)
        {
            (pattern, base) = (other.pattern, found);
        }
        Some(Found { pattern, base, list })
    }

    /// The level of a list that is linked to a style.
    pub(super) fn linked(&self, number: u32, style: &str, styles: &Styles) -> Option<usize> {
        let found = self.list(number, styles)?;
        (0..LEVELS).find(|at| found.level(*at).is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    /// Reads the part with the lists.
    pub(super) fn parse(text: &str) -> Result<Numbering, Malformed> {
        let mut part = Part::of(text);
        let mut numbering = Numbering::default();
        let (mut pattern, mut list, mut level) = (None, None, 0_usize);
        while let Some(next) = part.next()? {
            match next {
                Next::Start(element) => match element.local_name().as_ref() {
                    "abstractNum" => {
                        pattern = told(&element, "abstractNumId");
                        list = None;
                        pattern.into_iter().for_each(|id| _ = numbering.patterns.entry(id).or_default());
                    }
                    "num" => {
                        list = told(&element, "numId");
                        list.into_iter().for_each(|id| _ = numbering.lists.entry(id).or_default());
                    }
                    "lvl" | "lvlOverride" => {
                        level = told(&element, "ilvl").map_or(LEVELS, |level| level as usize);
                        if element.local_name().as_ref() == "lvl" {
                            numbering.place(pattern, list, level, |_| {});
                        }
                    }
                    "startOverride" => {
                        let start = told(&element, "val");
                        if let Some(list) = list.and_then(|id| numbering.lists.get_mut(&id))
                            && level < LEVELS
                        {
                            list.starts[level] = start;
                        }
                    }
                    "abstractNumId" => {
                        if let Some(list) = list.and_then(|id| numbering.lists.get_mut(&id)) {
                            list.pattern = told(&element, "val").unwrap_or(u32::MAX);
                        }
                    }
                    "numStyleLink" => {
                        if let Some(pattern) = pattern.and_then(|id| numbering.patterns.get_mut(&id)) {
                            pattern.style = attribute(&element, "val");
                        }
                    }
                    name => numbering.place(pattern, list, level, |level| level.take(name, &element)),
                },
                Next::End(_) | Next::Words(_) => {}
            }
        }
        Ok(numbering)
    }

    /// Says something of a level, of a list's own or of a pattern's.
    fn place(&mut self, pattern: Option<u32>, list: Option<u32>, level: usize, say: impl FnOnce(&mut Level)) {
        let levels = match (list, pattern) {
            (Some(list), _) => self.lists.get_mut(&list).map(|list| &mut list.levels),
            (None, Some(pattern)) => self.patterns.get_mut(&pattern).map(|pattern| &mut pattern.levels),
            (None, None) => None,
        };
        if let Some(place) = levels.and_then(|levels| levels.get_mut(level)) {
            say(place.get_or_insert_default());
        }
    }
}

impl Level {
    fn take(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "start" => self.start = told(element, "val"),
            "numFmt" => self.manner = attribute(element, "val").unwrap_or_default(),
            "lvlText" => self.print = attribute(element, "val").unwrap_or_default(),
            "lvlRestart" => self.restart = told(element, "val").map(|after| after as usize),
            "isLgl" => self.legal = is_on(element),
            "pStyle" => self.style = attribute(element, "val"),
            _ => {}
        }
    }
}

fn told(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name).and_then(|value| value.trim().parse().ok())
}
