//! How much of what a comment asks for stands in a version, in words.

use serde::Serialize;

use crate::report::{Cited, Role, Run, cited};
use crate::text::counted;

/// What became of the words or passages a comment asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "asked")]
pub enum UptakeShown {
    /// Words.
    Words(WordsShown),
    /// Passages were to be taken out.
    Out {
        /// Whether they are gone.
        gone: bool,
    },
    /// Passages were to stand elsewhere.
    Moved {
        /// Whether they stand there.
        there: bool,
    },
    /// The text was to stay.
    Kept {
        /// Whether it stands unchanged.
        unchanged: bool,
    },
    /// Words were asked for, and the passages that were to have them are gone.
    PassageGone,
}

/// Words asked to be put in and taken out, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordsShown {
    /// How many were to be put in.
    pub put_in: usize,
    /// How many of these stand there now and did not before.
    pub standing: usize,
    /// How many were to be taken out.
    pub taken_out: usize,
    /// How many of these are gone.
    pub gone: usize,
    /// How much of it that is, in hundredths.
    pub share: usize,
    /// The words to be put in, in runs.
    pub words: Vec<RunShown>,
    /// The words to be taken out, in runs.
    pub words_out: Vec<RunShown>,
    /// The passages in which the words stand.
    pub passages: Vec<Cited>,
}

/// Words that share a fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RunShown {
    /// The words.
    pub words: String,
    /// Whether they became what was asked: stand there, or are gone.
    pub done: bool,
}

impl UptakeShown {
    /// What became of it: `4 of 6 words asked for stand in [12] D2; the word to be taken out is gone`.
    pub fn sentence(&self) -> String {
        match self {
            UptakeShown::Words(words) => words.sentence(),
            UptakeShown::Out { gone: true } => "what was to be taken out is gone".to_owned(),
            UptakeShown::Out { gone: false } => "what was to be taken out stands".to_owned(),
            UptakeShown::Moved { there: true } => "it stands where it was to stand".to_owned(),
            UptakeShown::Moved { there: false } => "it does not stand where it was to stand".to_owned(),
            UptakeShown::Kept { unchanged: true } => "what was to be kept stands unchanged".to_owned(),
            UptakeShown::Kept { unchanged: false } => "what was to be kept was changed".to_owned(),
            UptakeShown::PassageGone => "the passage that was to have the words is gone".to_owned(),
        }
    }

    /// The words that stand, each run in quotation marks.
    pub fn standing(&self) -> Vec<String> {
        match self {
            UptakeShown::Words(shown) => {
                let done = shown.words.iter().filter(|run| run.done);
                done.map(|run| format!("“{}”", run.words)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The words asked for as a page shows them: those that stand as words put in, the others quietly.
    pub(super) fn runs(&self) -> Vec<Run> {
        let UptakeShown::Words(shown) = self else { return Vec::new() };
        let mut runs: Vec<Run> = Vec::new();
        for run in &shown.words {
            if !runs.is_empty() {
                runs.push(Run::quiet(" … "));
            }
            runs.push(Run::new(if run.done { Role::Inserted } else { Role::Quiet }, &run.words));
        }
        runs
    }
}

impl WordsShown {
    fn sentence(&self) -> String {
        let mut said = Vec::new();
        let place = if self.passages.is_empty() {
            "there".to_owned()
        } else {
            format!("in {}", cited(&self.passages))
        };
        match (self.standing, self.put_in) {
            (_, 0) => {}
            (0, 1) => said.push("the word asked for does not stand there".to_owned()),
            (0, 2) => said.push("neither of the 2 words asked for stands there".to_owned()),
            (0, all) => said.push(format!("none of the {} asked for stands there", counted(all, "word"))),
            (1, 1) => said.push(format!("the word asked for stands {place}")),
            (done, all) if done == all => said.push(format!("{} asked for stand {place}", all_of(all))),
            (done, all) => {
                let stand = if done == 1 { "stands" } else { "stand" };
                said.push(format!("{done} of {} asked for {stand} {place}", counted(all, "word")));
            }
        }
        match (self.gone, self.taken_out) {
            (_, 0) => {}
            (0, 1) => said.push("the word to be taken out stands".to_owned()),
            (0, all) => said.push(format!("{} to be taken out stand", all_of(all))),
            (1, 1) => said.push("the word to be taken out is gone".to_owned()),
            (done, all) if done == all => said.push(format!("{} to be taken out are gone", all_of(all))),
            (done, all) => {
                let are = if done == 1 { "is" } else { "are" };
                said.push(format!("{done} of {} to be taken out {are} gone", counted(all, "word")));
            }
        }
        if said.is_empty() { "it asks for no other words".to_owned() } else { said.join("; ") }
    }
}

/// `both words`, `all 6 words`.
fn all_of(words: usize) -> String {
    if words == 2 { "both words".to_owned() } else { format!("all {}", counted(words, "word")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(put_in: (usize, usize), out: (usize, usize)) -> String {
        let shown = WordsShown {
            standing: put_in.0,
            put_in: put_in.1,
            gone: out.0,
            taken_out: out.1,
            share: 0,
            words: Vec::new(),
            words_out: Vec::new(),
            passages: Vec::new(),
        };
        UptakeShown::Words(shown).sentence()
    }

    #[test]
    fn numbers_agree_with_their_verbs() {
        assert_eq!(said((6, 6), (0, 0)), "all 6 words asked for stand there");
        assert_eq!(said((1, 1), (1, 1)), "the word asked for stands there; the word to be taken out is gone");
        assert_eq!(
            said((1, 4), (2, 3)),
            "1 of 4 words asked for stands there; 2 of 3 words to be taken out are gone"
        );
        assert_eq!(said((0, 2), (0, 0)), "neither of the 2 words asked for stands there");
        assert_eq!(said((0, 0), (0, 2)), "both words to be taken out stand");
    }
}
