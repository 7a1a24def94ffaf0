//! What stands in the cells of a matrix.

use crate::comment::{Action, Kind};
use crate::report::comment_table::number;
use crate::report::{Cell, Marked, MatrixRow, Role, Run, cited};
use crate::text::within_sentence;

/// Plain words.
pub(super) fn plain(text: impl Into<String>) -> Cell {
    vec![Run::plain(text)]
}

/// The words concerned, then what is said, in the original language where a translation is on file.
pub(super) fn said(row: &MatrixRow) -> Cell {
    let mut runs: Vec<Run> = quoted(row).map(|quote| Run::quiet(format!("“{quote}”"))).into_iter().collect();
    if let Some(view) = row.comment.translation.as_ref().or(row.comment.comment.as_ref()) {
        runs.extend((!runs.is_empty()).then(|| Run::plain("\n")));
        runs.push(Run::plain(view));
    }
    if row.comment.replaced_by.is_some() {
        runs.push(Run::quiet("\n(replaced by a later submission)"));
    }
    runs
}

/// The words quoted, unless the redline of the wording shows them.
fn quoted(row: &MatrixRow) -> Option<&String> {
    let stood = |mark: &Marked| !matches!(mark, Marked::Inserted(_));
    row.comment.quote.as_ref().filter(|_| !row.proposed.iter().any(stood))
}

/// What is said, as a form without a column for it holds it: the words concerned, the view in the language it came
/// in and in translation, where the text is to go.
pub(super) fn said_in_full(row: &MatrixRow) -> Cell {
    let parts = [
        quoted(row).map(|quote| format!("“{quote}”")),
        row.comment.comment.clone(),
        row.comment.translation.as_ref().map(|text| format!("[In translation: {text}]")),
        row.comment.to.as_ref().map(|to| format!("(to stand after {to})")),
    ];
    plain(parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// The wording asked for as a redline; where a text is to go, in words.
pub(super) fn wording(row: &MatrixRow) -> Cell {
    let mut runs = Marked::runs(&row.proposed);
    if let Some(to) = &row.comment.to {
        runs.extend((!runs.is_empty()).then(|| Run::plain("\n")));
        runs.push(Run::quiet(format!("to stand after {to}")));
    }
    runs
}

/// The wording as a form without a column for what is asked holds it.
pub(super) fn change(row: &MatrixRow) -> Cell {
    match row.comment.action {
        Action::Retain if row.proposed.is_empty() => plain("Retain."),
        _ => Marked::runs(&row.proposed),
    }
}

/// What is asked; where a text is to go after it.
pub(super) fn asked(row: &MatrixRow) -> Cell {
    match (row.comment.action, &row.comment.to) {
        (Action::None, _) => Cell::new(),
        (action, Some(to)) => plain(format!("{action}, to stand after {to}")),
        (action, None) => plain(action.word()),
    }
}

/// The type in the letters of ISO/IEC where there are any.
pub(super) fn lettered(row: &MatrixRow) -> Cell {
    plain(match row.comment.kind {
        Kind::General => "ge",
        Kind::Substantive => "te",
        Kind::Editorial => "ed",
        kind => kind.word(),
    })
}

/// Who speaks, and for whom, as one cell of a form.
pub(super) fn speakers(row: &MatrixRow) -> Cell {
    let name = &row.comment.delegation_name;
    plain(match row.comment.on_behalf_of.as_slice() {
        [] => name.clone(),
        others => format!("{name} on behalf of {}", others.join("; ")),
    })
}

/// The passage as printed, and its lasting id; of which version, where that is to be said.
pub(super) fn passage(row: &MatrixRow, with_version: bool) -> Cell {
    let mut runs = match (row.places.as_str(), row.comment.paragraph.as_str()) {
        ("", _) => plain(row.comment.made_on()),
        (places, id) => vec![Run::plain(places), Run::plain(format!(" {id}"))],
    };
    if with_version {
        runs.push(Run::quiet(format!("\n{}", within_sentence(&row.comment.version))));
    }
    runs
}

/// The number alone: `16`, `15–16`.
pub(super) fn numbers(row: &MatrixRow) -> String {
    number(Some(&row.places))
}

/// Where a form that knows clauses looks for it: the printed number is not its business.
pub(super) fn clause(row: &MatrixRow) -> String {
    match row.comment.paragraph.as_str() {
        "all" => "General".to_owned(),
        "?" => row.comment.cited.clone().unwrap_or_default(),
        id if row.places.is_empty() => id.to_owned(),
        _ => row.section.clone().unwrap_or_default(),
    }
}

/// What became of it, and what the co-chairs say, each for itself.
pub(super) fn outcome(row: &MatrixRow) -> Cell {
    match row.comment.unanswered {
        true => vec![Run::new(
            Role::Warn,
            if row.reply.outcome.is_empty() { "no answer" } else { &row.reply.outcome },
        )],
        false => plain(row.comment.outcome_on_screen()),
    }
}

pub(super) fn response(row: &MatrixRow) -> Cell {
    let mut runs: Vec<Run> = row.comment.response.iter().map(Run::plain).collect();
    if let Some(see) = &row.comment.see {
        let lead = if runs.is_empty() { "" } else { "\n" };
        runs.push(Run::quiet(format!("{lead}answered together with {see}")));
    }
    runs
}

/// Where it stands in the next version; where the answer points elsewhere, that too.
pub(super) fn next(row: &MatrixRow, with_version: bool) -> Cell {
    let Some(stands) = &row.stands_next else { return Cell::new() };
    let mut runs = match (stands.passages.is_empty(), stands.standing) {
        (_, "whole") => vec![Run::quiet("whole text")],
        (true, standing) => vec![Run::new(Role::Warn, standing)],
        (false, _) => vec![Run::plain(cited(&stands.passages))],
    };
    if !stands.passages.is_empty() && stands.needs_a_person {
        runs.push(Run::new(Role::Warn, format!("\n{}", stands.standing)));
    }
    let shown: Vec<&str> = row.comment.shown_in.iter().map(|id| id.as_str()).collect();
    let there: Vec<&str> = stands.passages.iter().map(|cited| cited.id.as_str()).collect();
    if !shown.is_empty() && shown != there {
        let version = match &row.comment.answered_in {
            Some(version) if row.next_version.as_ref() != Some(version) => {
                format!(" of the {}", within_sentence(version))
            }
            _ => String::new(),
        };
        runs.push(Run::plain(format!("\nshown in {}{version}", shown.join(", "))));
    }
    if let Some(version) = row.next_version.as_ref().filter(|_| with_version) {
        runs.push(Run::quiet(format!("\n{}", within_sentence(version))));
    }
    runs
}

/// The same in one line, for a column that may be filtered.
pub(super) fn stands(row: &MatrixRow) -> String {
    let Some(stands) = &row.stands_next else { return String::new() };
    let ids: Vec<&str> = stands.passages.iter().map(|cited| cited.id.as_str()).collect();
    match ids.is_empty() || stands.needs_a_person {
        true if stands.standing == "whole" => "whole text".to_owned(),
        true => stands.standing.to_owned(),
        false => ids.join(", "),
    }
}
