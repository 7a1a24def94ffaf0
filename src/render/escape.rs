//! Text that Markdown must take for text.

/// Where a text stands; each place has its own dangers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a paragraph or a list item.
    Block,
    /// In a heading, where `#` may close it.
    Heading,
    /// In a table, where `|` ends the cell.
    Cell,
}

/// Escapes what Markdown would read as a mark, and no more: a draft in brackets stays readable as a file.
/// `first` says whether the text begins its block, `next` is the character that will follow it.
pub(crate) fn escaped(text: &str, place: Place, first: bool, next: Option<char>) -> String {
    let mut escaped = String::with_capacity(text.len());
    let opening = if first { opening(text) } else { None };
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next().or(next);
        let before = text[..at].chars().next_back();
        let special = match c {
            '\\' | '`' | '*' | '~' | '<' => true,
            '_' => !(within(before) && within(after)),
            '[' => after == Some('^'),
            ']' => matches!(after, Some('(' | '[' | ':')),
            '&' => entity(rest),
            '#' => place == Place::Heading,
            '|' => place == Place::Cell,
            _ => false,
        };
        if special || opening == Some(at) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether a neighbour keeps `_` from being a mark.
fn within(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether `&` followed by this reads as a character's name.
fn entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// What at the beginning of a block would make it a heading, a quotation, a list, a task or a rule.
fn opening(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = |marks: &[char]| text[digits..].starts_with(marks);
    let task = ["[ ]", "[x]", "[X]"].iter().any(|task| text.starts_with(task));
    match digits {
        0 if task || begins(&['#', '>', '-', '+']) => Some(0),
        1..=9 if begins(&['.', ')']) => Some(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(escaped(text, Place::Block, true, None), expected);
    }

    #[test]
    fn marks_are_escaped_and_drafting_brackets_are_not() {
        case("[must] [should]", "[must] [should]");
        case("a*b_c `d` <e> ~f~", r"a\*b_c \`d\` \<e> \~f\~");
        case("[a](b) [^1]", r"[a\](b) \[^1]");
        case("R&D &amp; &#65;", r"R&D \&amp; \&#65;");
        case("draft_name _x_", r"draft_name \_x\_");
    }

    #[test]
    fn what_would_open_a_block_is_escaped_at_its_beginning_only() {
        case("12. Recalls 3. and", r"12\. Recalls 3. and");
        case("- a - b", r"\- a - b");
        case("# a # b", r"\# a # b");
        case("[x] done", r"\[x] done");
    }

    #[test]
    fn cells_and_headings_have_their_own_dangers() {
        assert_eq!(escaped("a|b", Place::Cell, true, None), r"a\|b");
        assert_eq!(escaped("a #", Place::Heading, true, None), r"a \#");
        assert_eq!(escaped("[a]", Place::Block, false, Some('(')), r"[a\]");
    }
}
