//! Which elements hold text, and which hold none.

/// Elements that only stand around others.
pub(super) fn holds(name: &str) -> bool {
    matches!(
        name,
        "body"
            | "sdt"
            | "sdtContent"
            | "customXml"
            | "smartTag"
            | "hyperlink"
            | "fldSimple"
            | "dir"
            | "bdo"
            | "rubyBase"
            | "docPartBody"
    )
}

/// Elements that say something about a text and hold none.
pub(super) fn says_only(name: &str) -> bool {
    name.ends_with("Pr")
        || name.ends_with("RangeStart")
        || name.ends_with("RangeEnd")
        || matches!(
            name,
            "proofErr"
                | "bookmarkEnd"
                | "permStart"
                | "permEnd"
                | "tblGrid"
                | "tblPrEx"
                | "lastRenderedPageBreak"
                | "annotationRef"
                | "footnoteRef"
                | "endnoteRef"
                | "footnoteReference"
                | "endnoteReference"
                | "separator"
                | "continuationSeparator"
                | "instrText"
                | "delInstrText"
                | "rt"
                | "background"
                | "pgNum"
        )
}
