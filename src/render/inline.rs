//! One line of Markdown: runs between marks that GitHub reads as marks.

use crate::render::clean::{Line, loosened};
use crate::render::escape::{Place, escaped};
use crate::render::flanking::holds;
use crate::report::{Role, Run};

/// Writes one hard line. Where the marks of a run would not be read as marks, the run stands between HTML
/// tags, which GitHub shows in the same way.
pub(crate) fn inline(line: &[Run], place: Place) -> String {
    let runs = merged(line);
    let mut text = String::new();
    let mut closed = "";
    for (at, run) in runs.iter().enumerate() {
        let next = runs.get(at + 1);
        let inner = escaped(&run.text, place, text.is_empty(), next.and_then(|next| first(next, '<')));
        let Some((mark, tag)) = marks(run.role) else {
            closed = "";
            text.push_str(&inner);
            continue;
        };
        // `**a****b**` would be one pair of marks around another.
        if closed != mark && holds(before(&text), &inner, next.and_then(after)) {
            closed = mark;
            text.push_str(&format!("{mark}{inner}{mark}"));
        } else {
            closed = "";
            text.push_str(&format!("<{tag}>{inner}</{tag}>"));
        }
    }
    text
}

/// The neighbour before a mark. GitHub looks through every `~` for it, CommonMark does not, and `~` itself is
/// punctuation: what is behind it is the stricter neighbour.
fn before(text: &str) -> Option<char> {
    text.trim_end_matches('~').chars().next_back()
}

/// The neighbour after a mark; again, GitHub looks through the `~~` of what is struck.
fn after(next: &Run) -> Option<char> {
    match next.role {
        Role::Struck => next.text.chars().next(),
        _ => first(next, '*'),
    }
}

/// The first character of a run as it is written: its own, or that of a mark.
fn first(run: &Run, mark: char) -> Option<char> {
    if marks(run.role).is_some() { Some(mark) } else { run.text.chars().next() }
}

/// The Markdown mark of a role, and its HTML tag; roles that Markdown cannot show have neither.
fn marks(role: Role) -> Option<(&'static str, &'static str)> {
    match role {
        Role::Struck => Some(("~~", "del")),
        Role::Inserted => Some(("**", "ins")),
        Role::Strong => Some(("**", "strong")),
        Role::Plain | Role::Quiet | Role::Good | Role::Warn | Role::Bad => None,
    }
}

/// The runs with spaces outside the marks, none at the ends, and neighbours without marks made one, so that
/// each text can be escaped with its neighbours in sight.
fn merged(line: &[Run]) -> Line {
    let mut merged = Line::new();
    for run in loosened(line) {
        let role = if marks(run.role).is_some() { run.role } else { Role::Plain };
        match merged.last_mut() {
            Some(last) if last.role == role => last.text.push_str(&run.text),
            _ => merged.push(Run::new(role, run.text)),
        }
    }
    if let Some(first) = merged.first_mut().filter(|first| first.role == Role::Plain) {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = merged.last_mut().filter(|last| last.role == Role::Plain) {
        last.text = last.text.trim_end().to_owned();
    }
    merged.retain(|run| !run.text.is_empty());
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(text: &str) -> Run {
        Run::new(Role::Struck, text)
    }

    fn inserted(text: &str) -> Run {
        Run::new(Role::Inserted, text)
    }

    #[track_caller]
    fn case(line: &[Run], expected: &str) {
        assert_eq!(inline(line, Place::Block), expected);
    }

    #[test]
    fn a_redline_has_marks_around_words_and_spaces_outside_them() {
        case(
            &[Run::plain("IHL"), struck(" committed "), inserted("by"), Run::plain(" all")],
            "IHL ~~committed~~ **by** all",
        );
        case(
            &[Run::plain("a "), struck("must"), inserted("should"), Run::plain("b")],
            "a ~~must~~**should**b",
        );
        case(&[struck(""), Run::plain(" a ")], "a");
    }

    #[test]
    fn marks_that_github_would_not_read_are_tags() {
        case(&[Run::plain("应当"), inserted("，并"), Run::plain("恪尽")], "应当<ins>，并</ins>恪尽");
        case(
            &[Run::plain("应当"), inserted("恪尽"), struck("，"), Run::plain("并")],
            "应当**恪尽**<del>，</del>并",
        );
        case(&[Run::plain("diligence"), struck(", also"), Run::plain(" a")], "diligence<del>, also</del> a");
        case(&[Run::plain("on"), struck(" "), Run::plain("line")], "on<del> </del>line");
    }

    #[test]
    fn github_looks_through_the_marks_of_struck_words() {
        case(&[struck("国"), inserted("，并")], "~~国~~<ins>，并</ins>");
        case(&[inserted("并，"), struck("国")], "<ins>并，</ins>~~国~~");
        case(&[Run::plain("a "), struck("b, "), inserted("c,"), Run::plain(" d")], "a ~~b,~~ **c,** d");
    }

    #[test]
    fn two_bold_runs_side_by_side_stay_two() {
        case(&[Run::strong("a"), inserted("b")], "**a**<ins>b</ins>");
    }

    #[test]
    fn arabic_takes_the_same_marks() {
        case(
            &[Run::plain("في "), struck("جميع"), inserted("كل"), Run::plain(" الأحوال")],
            "في ~~جميع~~**كل** الأحوال",
        );
    }

    #[test]
    fn an_escape_looks_over_the_seam_between_runs() {
        case(&[Run::plain("[a]"), Run::quiet("(b)")], r"[a\](b)");
    }
}
