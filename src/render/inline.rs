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
        let next = runs
            .get(at + 1)
            .and_then(|next| if marks(next.role).is_some() { Some('<') } else { next.text.chars().next() });
        let inner = escaped(&run.text, place, text.is_empty(), next);
        let Some((mark, tag)) = marks(run.role) else {
            closed = "";
            text.push_str(&inner);
            continue;
        };
        // `**a****b**` would be one pair of marks around another.
        if closed != mark && holds(text.chars().next_back(), &inner, next) {
            closed = mark;
            text.push_str(&format!("{mark}{inner}{mark}"));
        } else {
            closed = "";
            text.push_str(&format!("<{tag}>{inner}</{tag}>"));
        }
    }
    text
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
