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

/// Writes a paragraph, with what was done to its end, which stands in the properties of its mark, and to its style.
pub(super) fn paragraph(
    xml: &mut Xml,
    shape: Shape,
    (mut mark, change): (Xml, Xml),
    inner: impl FnOnce(&mut Xml),
) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.value("w:pStyle", shape.style);
            if shape.leftward {
                xml.empty("w:bidi", &[]);
            }
            if !mark.is_empty() {
                xml.within("w:rPr", &[], |xml| xml.append(mark));
            }
            xml.append(change);
        });
        inner(xml);
    });
}

/// Writes a paragraph to which nothing was done.
pub(super) fn plain(xml: &mut Xml, shape: Shape, inner: impl FnOnce(&mut Xml)) {
    paragraph(xml, shape, (Xml::fragment(), Xml::fragment()), inner);
}
