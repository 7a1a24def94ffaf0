//! Markdown without markup: what a forge would take for markup is escaped on writing.

/// Characters that mean something to Markdown anywhere in a line.
const ALWAYS: [char; 6] = ['\\', '`', '*', '_', '<', '~'];

/// Escapes one block's text so that any Markdown reader shows it word for word.
pub(super) fn escaped(text: &str, at_line_start: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let link = c == '(' && before == Some(']');
        let entity = c == '&' && begins_entity(&text[at..]);
        if ALWAYS.contains(&c) || link || entity || (at_line_start && block_mark(text) == Some(at)) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Undoes `escaped`: a backslash before an ASCII mark is not text.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => {
                out.push(*next);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}

fn begins_entity(text: &str) -> bool {
    text[1..].find(';').is_some_and(|end| {
        let name = &text[1..=end];
        end > 0 && name[..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

/// Where the mark stands that would make a line a heading, a quotation, a list or our own `[id]`.
fn block_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(b'#' | b'>' | b'-' | b'+' | b'=' | b'[' | b'|') if digits == 0 => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, written: &str) {
        assert_eq!(escaped(text, true), written);
        assert_eq!(unescaped(written), text);
    }

    #[test]
    fn markup_is_escaped_and_comes_back() {
        case("a * b_c", r"a \* b\_c");
        case("[States](should)", r"\[States]\(should)");
        case("# not a heading", r"\# not a heading");
        case("12. not a list", r"12\. not a list");
        case("R&D and &amp;", r"R&D and \&amp;");
        case(r"back\slash", r"back\\slash");
        case("[States] should", r"\[States] should");
    }
}
