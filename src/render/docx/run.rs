//! Stretches of text with their dress.

use crate::render::clean::tamed;
use crate::render::docx::tongue::{Stretch, Tongue, is_east_asian, stretches};
use crate::render::docx::xml::Xml;
use crate::report::{Role, Run};

/// Words put in: green, bold and underlined; never colour alone.
const GREEN: &str = "0B6B2E";
/// Words taken out: red and struck.
const RED: &str = "A61C1C";
/// Words that may be skipped.
const GREY: &str = "595959";

/// Writes runs of one line.
pub(super) fn line(xml: &mut Xml, line: &[Run], tongue: &Tongue) {
    for run in line {
        text(xml, &run.text, run.role, tongue, "w:t");
    }
}

/// Writes a text in one role, as `w:t` or, inside of what was taken out, `w:delText`. A line feed begins a new
/// line, and what XML cannot hold is shown by its picture.
pub(super) fn text(xml: &mut Xml, text: &str, role: Role, tongue: &Tongue, element: &str) {
    for stretch in stretches(text, tongue.leftward) {
        xml.within("w:r", &[], |xml| {
            dress(xml, &stretch, role, tongue);
            letters(xml, stretch.text, element);
        });
    }
}

/// The letters of a stretch, its lines and tabs.
fn letters(xml: &mut Xml, text: &str, element: &str) {
    for (at, part) in text.split('\t').enumerate() {
        if at > 0 {
            xml.empty("w:tab", &[]);
        }
        for (at, line) in tamed(part).split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            if !line.is_empty() {
                xml.within(element, &[("xml:space", "preserve")], |xml| xml.text(line));
            }
        }
    }
}

/// The properties of a stretch, in the order that the format has for them.
fn dress(xml: &mut Xml, stretch: &Stretch<'_>, role: Role, tongue: &Tongue) {
    let mut inner = Xml::fragment();
    if is_east_asian(stretch.text) {
        inner.empty("w:rFonts", &[("w:hint", "eastAsia")]);
    }
    if matches!(role, Role::Strong | Role::Inserted | Role::Warn | Role::Bad) {
        inner.empty("w:b", &[]);
        inner.empty("w:bCs", &[]);
    }
    if role == Role::Struck {
        inner.empty("w:strike", &[]);
    }
    match role {
        Role::Inserted | Role::Good => inner.value("w:color", GREEN),
        Role::Struck | Role::Bad => inner.value("w:color", RED),
        Role::Quiet => inner.value("w:color", GREY),
        Role::Plain | Role::Strong | Role::Warn => {}
    }
    if role == Role::Warn {
        inner.value("w:highlight", "yellow");
    }
    if role == Role::Inserted {
        inner.value("w:u", "single");
    }
    if stretch.leftward {
        inner.empty("w:rtl", &[]);
    }
    if let Some((place, tag)) = tongue.language(stretch) {
        inner.empty("w:lang", &[(place, &tag)]);
    }
    if !inner.is_empty() {
        xml.within("w:rPr", &[], |xml| xml.append(inner));
    }
}
