//! Whether a stretch of text is a piece of a web page.

/// Elements that texts are made of. A text may hold `<States>`; that is no element.
const ELEMENTS: &str = "
    a abbr address article aside b bdi bdo big blockquote body br caption center cite code col
    colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head
    header hr html i img ins kbd li link main mark meta nav noscript ol p pre q rp rt ruby s samp
    script section small span strike strong style sub summary sup table tbody td template tfoot th
    thead time title tr tt u ul var wbr
";

/// Whether a text begins with a tag or a comment of a web page.
pub(super) fn begins_with_tag(text: &str) -> bool {
    tag_name(text).is_some_and(|name| ELEMENTS.split_whitespace().any(|element| element == name))
        || text.starts_with("<!--")
        || text.starts_with("<![CDATA[")
}

/// Whether a text holds a tag of a web page anywhere.
pub(super) fn holds_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| begins_with_tag(&text[at..]))
}

/// The longest tag that is looked for, in bytes.
const LONGEST_TAG: usize = 4000;

/// The name of the tag that begins here, closed by `>` further on.
fn tag_name(text: &str) -> Option<String> {
    let rest = text.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
    let closed = rest[end..].starts_with(['>', '/', ' ', '\t', '\n'])
        && rest.bytes().take(LONGEST_TAG).any(|byte| byte == b'>');
    closed.then(|| rest[..end].to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_of_the_text_is_no_tag() {
        assert!(begins_with_tag("<p>x</p>"));
        assert!(begins_with_tag("</P >"));
        assert!(begins_with_tag("<br/>"));
        assert!(begins_with_tag("<ul style=\"x\"> <li>"));
        assert!(!begins_with_tag("<States> agree"));
        assert!(!begins_with_tag("a < b"));
        assert!(!begins_with_tag("<p"));
        assert!(holds_tag("Registration <b>and</b>"));
        assert!(!holds_tag("1 < 2 > 0"));
    }
}
