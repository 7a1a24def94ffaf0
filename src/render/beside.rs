//! A label, and text beside it: a bullet and its point, a name in the margin and its passage.

use crate::render::Sheet;
use crate::render::clean::{Line, words};
use crate::render::fold::fold;
use crate::render::isolate::isolated;
use crate::report::Run;

/// Sets text beside a label, every line of it indented alike. A label too long for the indent, or an indent
/// too deep for the sheet, leaves the label a line of its own.
pub(crate) fn beside(label: &[Run], text: &[Line], indent: usize, sheet: &Sheet) -> String {
    let deep = sheet.width.is_some_and(|width| indent > 2 && indent * 3 > width);
    let indent = if deep || indent == 0 { 2 } else { indent };
    let mut shown: Vec<String> = Vec::new();
    for line in text {
        let whole = if sheet.bidi { words(line) } else { String::new() };
        for part in fold(line, sheet.prose(indent), sheet.color) {
            let part = if sheet.bidi { isolated(&part.text, &whole) } else { part.text };
            shown.push(if part.is_empty() { part } else { format!("{}{part}", " ".repeat(indent)) });
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
