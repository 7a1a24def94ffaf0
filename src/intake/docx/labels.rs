//! The numbers that lists print, computed paragraph by paragraph.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::docx::formats::formatted;
use crate::intake::docx::numbering::{Found, LEVELS, Numbering};
use crate::intake::docx::paragraph::Form;
use crate::intake::docx::styles::Styles;

/// An element of a list: how deep, and what is printed before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) depth: usize,
    /// The number of its list.
    pub(super) list: u32,
    /// Absent for a bullet, or where nothing is printed.
    pub(super) label: Option<String>,
    /// Whether its manner of counting is known.
    pub(super) known: bool,
}

/// Counts through a document; lists with one pattern count on together, as Word has them.
pub(super) struct Labels<'d> {
    numbering: &'d Numbering,
    styles: &'d Styles,
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    met: BTreeSet<u32>,
}

impl<'d> Labels<'d> {
    pub(super) fn new(numbering: &'d Numbering, styles: &'d Styles) -> Labels<'d> {
        Labels { numbering, styles, counts: BTreeMap::new(), met: BTreeSet::new() }
    }

    /// The next paragraph of the document; absent where it is no element of a list.
    pub(super) fn next(&mut self, form: &Form) -> Option<Listed> {
        let linked = |list, style: &str| self.numbering.linked(list, style, self.styles);
        let (number, depth) = self.styles.listed(form, linked)?;
        let list = self.numbering.list(number, self.styles)?;
        let level = list.level(depth)?;
        let counts = self.counts.entry(list.pattern).or_default();
        if self.met.insert(number) {
            (0..LEVELS).filter(|at| list.own_start(*at).is_some()).for_each(|at| counts[at] = None);
        }
        for (at, count) in counts.iter_mut().enumerate().take(depth) {
            count.get_or_insert_with(|| list.start(at));
        }
        counts[depth] =
            Some(counts[depth].map_or_else(|| list.start(depth), |count| count.saturating_add(1)));
        for (at, count) in counts.iter_mut().enumerate().skip(depth + 1) {
            let after = list.level(at).and_then(|level| level.restart).unwrap_or(at);
            if depth < after {
                *count = None;
            }
        }
        if level.manner == "bullet" {
            return Some(Listed { depth, list: number, label: None, known: true });
        }
        let (text, known) = printed(&list, depth, &level.print, level.legal, counts);
        let text = text.trim();
        Some(Listed { depth, list: number, label: (!text.is_empty()).then(|| text.to_owned()), known })
    }
}

fn printed(
    list: &Found<'_>,
    depth: usize,
    print: &str,
    legal: bool,
    counts: &[Option<u32>; LEVELS],
) -> (String, bool) {
    let (mut text, mut all_known) = (String::new(), true);
    let mut rest = print.chars().peekable();
    while let Some(c) = rest.next() {
        let named = if c == '%' { rest.peek().and_then(|c| c.to_digit(10)) } else { None };
        let Some(at) = named.filter(|at| (1..=LEVELS as u32).contains(at)) else {
            text.push(c);
            continue;
        };
        rest.next();
        let at = at as usize - 1;
        if at > depth {
            continue;
        }
        let manner = list.level(at).map_or("decimal", |level| level.manner.as_str());
        let manner = if legal && !matches!(manner, "none" | "bullet") { "decimal" } else { manner };
        let (number, known) = formatted(manner, counts[at].unwrap_or_else(|| list.start(at)));
        text.push_str(&number);
        all_known &= known;
    }
    (text, all_known)
}
