//! A paragraph with its style and its direction.

use crate::render::docx::xml::Xml;

/// How a paragraph begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// The id of its style.
    pub(super) style: &'static str,
    /// Whether it runs from right to left.
    pub(super) leftward: bool,
}

/// Writes a paragraph. `mark` says what was done to its end, inside of the properties of its mark.
pub(super) fn paragraph(
    xml: &mut Xml,
    shape: Shape,
    mark: impl FnOnce(&mut Xml),
    inner: impl FnOnce(&mut Xml),
) {
    let mut end = Xml::fragment();
    mark(&mut end);
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.value("w:pStyle", shape.style);
            if shape.leftward {
                xml.empty("w:bidi", &[]);
            }
            if !end.is_empty() {
                xml.within("w:rPr", &[], |xml| xml.append(end));
            }
        });
        inner(xml);
    });
}

/// Writes a paragraph to whose end nothing was done.
pub(super) fn plain(xml: &mut Xml, shape: Shape, inner: impl FnOnce(&mut Xml)) {
    paragraph(xml, shape, |_| {}, inner);
}
