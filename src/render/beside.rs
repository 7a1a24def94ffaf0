//! A label, and text beside it: a bullet and its point, a name in the margin and its passage.

use crate::render::Sheet;
use crate::render::clean::{Line, words};
use crate::render::fold::{dressed, fold};
use crate::render::isolate::isolated;
use crate::report::Run;

/// Sets text beside a label, every line of it indented alike. A label too long for the indent, or an indent
/// too deep for the sheet, leaves the label a line of its own.
pub(crate) fn beside(label: &[Run], text: &[Line], indent: usize, sheet: &Sheet) -> String {
    let deep = sheet.width.is_some_and(|width| indent > 2 && indent * 3 > width);
    let indent = if deep || indent == 0 { 2 } else { indent };
    let margin = " ".repeat(indent);
    let mut shown: Vec<String> = Vec::new();
    for line in text {
        let whole = if sheet.bidi { words(line) } else { String::new() };
        for part in dressed(line, sheet.prose(indent), sheet.color) {
            let part = if sheet.bidi { isolated(&part, &whole) } else { part };
            shown.push(if part.is_empty() { part } else { [&margin, part.as_str()].concat() });
        }
    }
    let labels = fold(label, sheet.prose(0), sheet.color);
    match (&labels[..], shown.first_mut()) {
        ([only], Some(first)) if only.width < indent => {
            let rest = first.get(only.width..).unwrap_or_default();
            *first = format!("{}{rest}", only.text);
        }
        _ => shown.splice(0..0, labels.into_iter().map(|label| label.text)).for_each(drop),
    }
    shown.join("\n")
}
