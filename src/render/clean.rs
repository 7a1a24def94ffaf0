//! Runs cut at their line feeds, with nothing in them that could drive a terminal.

use std::borrow::Cow;

use crate::report::{Role, Run};

/// One hard line: runs without line feeds, none of them empty.
pub(crate) type Line = Vec<Run>;

/// Cuts runs into hard lines; a text without line feeds is one line, an empty text is one empty line.
///
/// A comment may come from anywhere: a control character in it is shown as its picture (`␛`), never sent
/// to the terminal.
pub(crate) fn lines(runs: &[Run]) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    for run in runs {
        let text = tamed(&run.text);
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Line::new());
            }
            let line = lines.last_mut().expect("there is always a line to write on");
            match line.last_mut() {
                Some(last) if last.role == run.role => last.text.push_str(part),
                _ if part.is_empty() => {}
                _ => line.push(Run::new(run.role, part)),
            }
        }
    }
    lines
}

/// The lines that hold something, for text whose blocks stand apart anyway.
pub(crate) fn blocks(runs: &[Run]) -> Vec<Line> {
    let mut lines = lines(runs);
    lines.retain(|line| line.iter().any(|run| !run.text.trim().is_empty()));
    lines
}

/// Everything on one line, for headings and names.
pub(crate) fn joined(runs: &[Run]) -> Line {
    let runs: Vec<Run> = blocks(runs).join(&Run::plain(" "));
    lines(&runs).swap_remove(0)
}

/// The same line with the spaces at the ends of each run outside it: `~~committed ~~by` is not struck on
/// GitHub, and nobody underlines a space. A space that was itself taken out or put in is left as it is.
pub(crate) fn loosened(line: &[Run]) -> Line {
    let mut loose = Line::new();
    for run in line.iter().filter(|run| !run.text.is_empty()) {
        let inner = run.text.trim();
        if inner.is_empty() {
            let redlined = matches!(run.role, Role::Struck | Role::Inserted);
            loose.push(if redlined { run.clone() } else { Run::plain(&run.text) });
            continue;
        }
        let rest = run.text.trim_start();
        let (before, after) = (&run.text[..run.text.len() - rest.len()], &rest[inner.len()..]);
        let parts = [(Role::Plain, before), (run.role, inner), (Role::Plain, after)];
        loose.extend(
            parts.into_iter().filter(|(_, part)| !part.is_empty()).map(|(role, part)| Run::new(role, part)),
        );
    }
    loose
}

/// The characters of a line, without its roles.
pub(crate) fn words(line: &[Run]) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

/// A text as it may be shown.
pub(crate) fn tamed(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| (' '..'\u{7f}').contains(&c) || tame(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").chars().map(tame).collect())
}

/// A character as it may be shown.
fn tame(c: char) -> char {
    match c {
        '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        '\n' => c,
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        // Noncharacters are for a program's own use, and this one uses one (grid).
        c if c.is_control() || ('\u{fdd0}'..='\u{fdef}').contains(&c) || u32::from(c) & 0xfffe == 0xfffe => {
            '\u{fffd}'
        }
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_feed_cuts_a_run_and_both_halves_keep_its_role() {
        let cut = lines(&[Run::strong("a\nb"), Run::plain("c")]);
        assert_eq!(cut, [vec![Run::strong("a")], vec![Run::strong("b"), Run::plain("c")]]);
    }

    #[test]
    fn neighbours_in_one_role_are_one_run_and_empty_runs_vanish() {
        let cut = lines(&[Run::plain("a"), Run::plain("b"), Run::new(Role::Struck, ""), Run::plain("c")]);
        assert_eq!(cut, [vec![Run::plain("abc")]]);
    }

    #[test]
    fn a_control_character_is_shown_as_its_picture() {
        assert_eq!(words(&lines(&[Run::plain("\u{1b}[31m\ta\u{7f}")])[0]), "␛[31m a␡");
    }

    #[test]
    fn spaces_at_the_ends_of_a_run_stand_outside_it() {
        let struck = |text: &str| Run::new(Role::Struck, text);
        assert_eq!(loosened(&[struck(" a b ")]), [Run::plain(" "), struck("a b"), Run::plain(" ")]);
        assert_eq!(loosened(&[struck(" ")]), [struck(" ")]);
    }

    #[test]
    fn every_kind_of_line_end_cuts() {
        assert_eq!(lines(&[Run::plain("a\r\nb\u{2028}c\rd")]).len(), 4);
    }

    #[test]
    fn a_heading_is_one_line() {
        assert_eq!(words(&joined(&[Run::plain("a\n\nb")])), "a b");
        assert!(joined(&[]).is_empty());
    }
}
