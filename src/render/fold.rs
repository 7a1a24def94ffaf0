//! Folds one hard line into lines that fit, and dresses each of them.

use crate::render::atom::{Atom, atoms, beginnings};
use crate::render::clean::{loosened, words};
use crate::render::dress::{marks, style};
use crate::report::{Role, Run};

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folded {
    /// Its text, dressed; every style opened on it is closed on it.
    pub(crate) text: String,
    /// The columns it takes.
    pub(crate) width: usize,
}

/// Folds a hard line to a width (`None`: as it is). Only what is longer than a line is broken, between grapheme
/// clusters. At least one line comes back.
pub(crate) fn fold(line: &[Run], width: Option<usize>, color: bool) -> Vec<Folded> {
    let runs = loosened(line);
    let bare = words(&runs);
    if width.is_none() && bare.is_ascii() {
        // Each character takes one column.
        let text = unfolded(&runs, color);
        let width = if color { bare.trim_end().len() } else { text.len() };
        return vec![Folded { text, width }];
    }
    let atoms = atoms(&runs, &bare, color);
    let needed: usize = atoms.iter().map(|atom| atom.width).sum();
    let Some(width) = width.filter(|&width| width < needed) else {
        return vec![shown(&atoms, color)];
    };
    let places = beginnings(&runs, &bare);
    let begins = |atom: &Atom| atom.at.is_some_and(|at| places.contains(&at));
    let mut starts = vec![0];
    let (mut start, mut at, mut used) = (0, 0, 0);
    for word in atoms.chunk_by(|_, next| !begins(next)) {
        let seen = word.iter().rposition(|atom| !atom.blank).map_or(0, |last| last + 1);
        let solid: usize = word[..seen].iter().map(|atom| atom.width).sum();
        let whole_word_down = used + solid > width;
        for (nth, atom) in word.iter().enumerate() {
            let full = if nth == 0 { whole_word_down } else { !atom.blank && used + atom.width > width };
            if full && at > start {
                start = at;
                starts.push(start);
                used = 0;
            }
            used += atom.width;
            at += 1;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([atoms.len()]);
    starts.iter().zip(ends).map(|(&start, end)| shown(&atoms[start..end], color)).collect()
}

/// Folds a hard line where nobody asks for the columns: to measure what is not folded costs more than to dress it.
pub(crate) fn dressed(line: &[Run], width: Option<usize>, color: bool) -> Vec<String> {
    match width {
        Some(_) => fold(line, width, color).into_iter().map(|line| line.text).collect(),
        None => vec![unfolded(&loosened(line), color)],
    }
}

/// Dresses a line as it is.
fn unfolded(runs: &[Run], color: bool) -> String {
    let last = runs.iter().rposition(|run| !color || !run.text.trim().is_empty()).map_or(0, |last| last + 1);
    let mut text = String::with_capacity(runs.iter().map(|run| run.text.len() + 4).sum());
    for (at, run) in runs[..last].iter().enumerate() {
        let end = at + 1 == last;
        let inner = if end && (color || run.role == Role::Plain) { run.text.trim_end() } else { &run.text };
        if color {
            let style = style(run.role);
            text.push_str(&format!("{}{inner}{}", style.render(), style.render_reset()));
        } else {
            let (before, after) = marks(run.role);
            text.extend([before, inner, after]);
        }
    }
    if !color {
        text.truncate(text.trim_end().len());
    }
    text
}

/// Dresses the atoms of one line; spaces at its end are not shown.
fn shown(atoms: &[Atom], color: bool) -> Folded {
    let seen = atoms.iter().rposition(|atom| !atom.blank).map_or(0, |last| last + 1);
    let atoms = &atoms[..seen];
    let width = atoms.iter().map(|atom| atom.width).sum();
    let mut text = String::new();
    for same in atoms.chunk_by(|a, b| a.role == b.role) {
        let style = if color { style(same[0].role) } else { anstyle::Style::new() };
        text.push_str(&style.render().to_string());
        text.extend(same.iter().map(|atom| atom.text));
        text.push_str(&style.render_reset().to_string());
    }
    if !color {
        text.truncate(text.trim_end().len());
    }
    Folded { text, width }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn struck(text: &str) -> Run {
        Run::new(Role::Struck, text)
    }

    fn inserted(text: &str) -> Run {
        Run::new(Role::Inserted, text)
    }

    #[track_caller]
    fn case(line: &[Run], width: usize, expected: &[&str]) {
        let folded = fold(line, Some(width), false);
        assert_eq!(folded.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), expected);
        assert!(folded.iter().all(|line| line.width <= width && line.width >= line.text.width()));
    }

    #[test]
    fn words_stay_whole_and_spaces_at_a_fold_are_not_shown() {
        case(&[Run::plain("States  should exercise")], 8, &["States", "should", "exercise"]);
        case(&[], 8, &[""]);
    }

    #[test]
    fn no_chinese_line_begins_with_a_comma() {
        case(&[Run::plain("各国应当，恪尽职守")], 8, &["各国应", "当，恪尽", "职守"]);
    }

    #[test]
    fn what_is_longer_than_a_line_is_broken_between_clusters() {
        case(&[Run::plain("abcdefgh")], 3, &["abc", "def", "gh"]);
        case(&[Run::plain("e\u{301}e\u{301}e\u{301}")], 2, &["e\u{301}e\u{301}", "e\u{301}"]);
        case(&[Run::plain("👨\u{200d}👩\u{200d}👧🇨🇭")], 3, &["👨\u{200d}👩\u{200d}👧", "🇨🇭"]);
    }

    #[test]
    fn a_no_break_space_keeps_its_words_together() {
        case(&[Run::plain("under article\u{a0}12 it")], 13, &["under", "article\u{a0}12 it"]);
    }

    #[test]
    fn marks_cling_to_the_words_they_mark() {
        case(
            &[Run::plain("States "), struck("must"), inserted("should"), Run::plain(", too")],
            12,
            &["States", "[-must-]", "{+should+},", "too"],
        );
    }

    #[test]
    fn spaces_stand_outside_the_marks_unless_they_are_what_changed() {
        case(&[Run::plain("a"), struck(" b "), Run::plain("c")], 20, &["a [-b-] c"]);
        case(&[Run::plain("on"), struck(" "), Run::plain("line")], 20, &["on[- -]line"]);
    }

    #[test]
    fn every_line_of_a_struck_passage_is_struck_on_its_own() {
        let folded = fold(&[struck("alpha beta")], Some(5), true);
        let shown: Vec<&str> = folded.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(shown, ["\u{1b}[9m\u{1b}[31malpha\u{1b}[0m", "\u{1b}[9m\u{1b}[31mbeta\u{1b}[0m"]);
    }

    #[test]
    fn warnings_are_told_without_colour() {
        case(
            &[Run::new(Role::Warn, "late"), Run::plain(" "), Run::new(Role::Bad, "lost")],
            20,
            &["! late !! lost"],
        );
    }
}
