//! A redline of several passages, cut where they end.

use std::ops::Range;

use crate::redline::Mark;

/// A piece of a redline: words within a passage, or the end of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut<'t> {
    /// Words.
    Words(Mark<'t>),
    /// A passage ends, and another follows.
    End {
        /// Whether it does in the text before.
        stood: bool,
        /// Whether it does in the text after.
        stands: bool,
    },
}

/// Cuts a redline where passages end, with the places of what divides them in either text.
///
/// Law: the words that stood, and the ends that stood, give the passages before; those that stand, the passages after.
pub fn cut<'t>(marks: &[Mark<'t>], before: &[Range<usize>], after: &[Range<usize>]) -> Vec<Cut<'t>> {
    let (mut old, mut new) = (Side { at: 0, breaks: before }, Side { at: 0, breaks: after });
    let mut cuts = Vec::new();
    for mark in marks {
        let mut text = mark.text();
        while !text.is_empty() {
            let stood = mark.stood().then(|| old.stretch());
            let stands = mark.stands().then(|| new.stretch());
            let room = [stood, stands].into_iter().flatten().map(|stretch| stretch.room).min();
            let (piece, rest) = text.split_at(room.unwrap_or(text.len()).min(text.len()));
            pieces(&mut cuts, piece, stood, stands);
            old.at += if mark.stood() { piece.len() } else { 0 };
            new.at += if mark.stands() { piece.len() } else { 0 };
            text = rest;
        }
    }
    cuts
}

/// How far one text has been read.
struct Side<'b> {
    at: usize,
    /// What divides the passages and has not been passed.
    breaks: &'b [Range<usize>],
}

/// What stands next in one text.
#[derive(Clone, Copy)]
struct Stretch {
    /// How far it goes.
    room: usize,
    /// Whether it divides passages.
    divides: bool,
    /// Whether what divides them begins here.
    begins: bool,
}

impl Side<'_> {
    fn stretch(&mut self) -> Stretch {
        while let Some((first, rest)) = self.breaks.split_first()
            && first.end <= self.at
        {
            self.breaks = rest;
        }
        match self.breaks.first() {
            Some(next) if next.start <= self.at => {
                Stretch { room: next.end - self.at, divides: true, begins: next.start == self.at }
            }
            next => {
                let room = next.map_or(usize::MAX, |next| next.start - self.at);
                Stretch { room, divides: false, begins: false }
            }
        }
    }
}

/// The pieces for a stretch that is alike from one end to the other. What is words in one text and divides passages
/// in the other was not kept.
fn pieces<'t>(cuts: &mut Vec<Cut<'t>>, piece: &'t str, stood: Option<Stretch>, stands: Option<Stretch>) {
    let words = |stretch: Option<Stretch>| stretch.is_some_and(|stretch| !stretch.divides);
    let ends = |stretch: Option<Stretch>| stretch.is_some_and(|stretch| stretch.begins);
    match (words(stood), words(stands)) {
        (true, true) => cuts.push(Cut::Words(Mark::Kept(piece))),
        (true, false) => cuts.push(Cut::Words(Mark::Struck(piece))),
        (false, true) => cuts.push(Cut::Words(Mark::Inserted(piece))),
        (false, false) => {}
    }
    if ends(stood) || ends(stands) {
        cuts.push(Cut::End { stood: ends(stood), stands: ends(stands) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redline::Redline;
    use crate::text::Terms;
    use proptest::prelude::*;

    fn breaks(passages: &[String]) -> Vec<Range<usize>> {
        let mut at = 0;
        let ends = passages.iter().map(|passage| {
            at += passage.len() + 2;
            at - 2..at
        });
        ends.take(passages.len().saturating_sub(1)).collect()
    }

    /// The passages of one side.
    fn read(cuts: &[Cut<'_>], later: bool) -> Vec<String> {
        let mut passages = vec![String::new()];
        for cut in cuts {
            match cut {
                Cut::Words(mark) if if later { mark.stands() } else { mark.stood() } => {
                    passages.last_mut().expect("one at the least").push_str(mark.text());
                }
                Cut::End { stood, stands } if if later { *stands } else { *stood } => {
                    passages.push(String::new());
                }
                _ => {}
            }
        }
        passages
    }

    #[test]
    fn a_passage_that_was_split_ends_where_it_was_cut() {
        let before = ["States act. They report.".to_owned()];
        let after = ["States act.".to_owned(), "They report.".to_owned()];
        let (old, new) = (before.join("\n\n"), after.join("\n\n"));
        let redline = Redline::between(&old, &new, &Terms::none());
        let cuts = cut(redline.marks(), &breaks(&before), &breaks(&after));
        assert!(cuts.contains(&Cut::End { stood: false, stands: true }));
        assert!(cuts.contains(&Cut::Words(Mark::Kept("States act."))), "{cuts:?}");
    }

    fn passages() -> impl Strategy<Value = Vec<String>> {
        // Words with line feeds of their own, so that some look like what divides passages.
        prop::collection::vec("[ab各\n ]{0,8}", 1..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cut_it_gives_both_texts_passage_by_passage(before in passages(), after in passages()) {
            let (old, new) = (before.join("\n\n"), after.join("\n\n"));
            let redline = Redline::between(&old, &new, &Terms::none());
            let cuts = cut(redline.marks(), &breaks(&before), &breaks(&after));
            prop_assert_eq!(read(&cuts, false), before);
            prop_assert_eq!(read(&cuts, true), after);
        }
    }
}
