//! Folds one hard line into lines that fit, and dresses each of them.

use std::collections::HashSet;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

use crate::render::clean::{loosened, words};
use crate::render::dress::{marks, style};
use crate::render::measure::clusters;
use crate::report::{Role, Run};

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folded {
    /// Its text, dressed; every style opened on it is closed on it.
    pub(crate) text: String,
    /// The columns it takes.
    pub(crate) width: usize,
}

/// The smallest piece of a line: a grapheme cluster, or a mark.
struct Atom {
    text: String,
    role: Role,
    width: usize,
    /// Whether a line may begin here.
    begins: bool,
    /// Whether it is a space, which may hang over the end of a line unseen.
    blank: bool,
}

/// Folds a hard line to a width (`None`: as it is) by the rules of each script (UAX #14): no Chinese comma
/// begins a line, no hyphenated number is torn. Only what is longer than a line is broken, between grapheme
/// clusters. At least one line comes back.
pub(crate) fn fold(line: &[Run], width: Option<usize>, color: bool) -> Vec<Folded> {
    let runs = loosened(line);
    let atoms = atoms(&runs, width, color);
    let width = width.unwrap_or(usize::MAX);
    let mut folded = Vec::new();
    let (mut open, mut used): (Vec<Atom>, usize) = (Vec::new(), 0);
    for word in unbroken(atoms) {
        let seen = word.iter().rposition(|atom| !atom.blank).map_or(0, |last| last + 1);
        let solid: usize = word[..seen].iter().map(|atom| atom.width).sum();
        if !open.is_empty() && used + solid > width {
            folded.push(shown(std::mem::take(&mut open), color));
            used = 0;
        }
        for atom in word {
            if !open.is_empty() && !atom.blank && used + atom.width > width {
                folded.push(shown(std::mem::take(&mut open), color));
                used = 0;
            }
            used += atom.width;
            open.push(atom);
        }
    }
    if !open.is_empty() || folded.is_empty() {
        folded.push(shown(open, color));
    }
    folded
}

/// Atoms in words that a line may not break.
fn unbroken(atoms: Vec<Atom>) -> Vec<Vec<Atom>> {
    let mut words: Vec<Vec<Atom>> = Vec::new();
    for atom in atoms {
        match words.last_mut() {
            Some(word) if !atom.begins => word.push(atom),
            _ => words.push(vec![atom]),
        }
    }
    words
}

/// Cuts runs into atoms. Marks cling to the words they mark, so the breaks are those of the bare text.
fn atoms(runs: &[Run], width: Option<usize>, color: bool) -> Vec<Atom> {
    let bare = words(runs);
    let breaks: HashSet<usize> = match width {
        Some(_) => LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(&bare).collect(),
        None => HashSet::new(),
    };
    let mut atoms = Vec::new();
    let mut clusters = clusters(&bare).peekable();
    let (mut at, mut cluster_end) = (0, 0);
    let mut last = Role::Plain;
    for run in runs {
        let (before, after) = if color { ("", "") } else { marks(run.role) };
        let mark = |text: &str, begins| Atom {
            text: text.to_owned(),
            role: run.role,
            width: text.width(),
            begins,
            blank: false,
        };
        let run_end = at + run.text.len();
        let swap = width.is_some() && swapped(last, run);
        let mut begins = swap || breaks.contains(&at);
        last = run.role;
        if !before.is_empty() {
            atoms.push(mark(before, std::mem::take(&mut begins)));
        }
        while at < run_end {
            // A cluster may span runs: its first part then takes the columns of the whole.
            let whole = if at == cluster_end { clusters.next().unwrap_or_default() } else { "" };
            cluster_end += whole.len();
            let end = cluster_end.min(run_end);
            let text = &bare[at..end];
            let blank = text.trim().is_empty();
            let text_width = text.width().max(whole.width());
            atoms.push(Atom { text: text.to_owned(), role: run.role, width: text_width, begins, blank });
            at = end;
            begins = breaks.contains(&at);
        }
        if !after.is_empty() {
            atoms.push(mark(after, false));
        }
    }
    atoms
}

/// Whether a line may begin between what is taken out and what stands in its place: they are two words,
/// though no space is between them.
fn swapped(last: Role, run: &Run) -> bool {
    matches!((last, run.role), (Role::Struck, Role::Inserted) | (Role::Inserted, Role::Struck))
        && run.text.starts_with(char::is_alphanumeric)
}

/// Dresses the atoms of one line; spaces at its end are not shown.
fn shown(mut atoms: Vec<Atom>, color: bool) -> Folded {
    while atoms.last().is_some_and(|atom| atom.blank) {
        atoms.pop();
    }
    let width = atoms.iter().map(|atom| atom.width).sum();
    let mut text = String::new();
    for same in atoms.chunk_by(|a, b| a.role == b.role) {
        let words: String = same.iter().map(|atom| atom.text.as_str()).collect();
        let style = if color { style(same[0].role) } else { anstyle::Style::new() };
        text.push_str(&format!("{style}{words}{style:#}"));
    }
    let text = if color { text } else { text.trim_end().to_owned() };
    Folded { text, width }
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
