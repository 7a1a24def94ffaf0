//! Uptake as answers show it, its passages cited.

use crate::collate::Uptake;
use crate::desk::Desk;
use crate::desk::desk::cite_all;
use crate::draft::VersionName;
use crate::report::{RunShown, UptakeShown, WordsShown};

impl Desk {
    /// Uptake with the passages of a version as they are cited.
    pub(super) fn uptake_shown(&self, uptake: &Uptake, within: &VersionName) -> UptakeShown {
        let runs = |runs: &[(String, bool)]| -> Vec<RunShown> {
            runs.iter().map(|(words, done)| RunShown { words: words.clone(), done: *done }).collect()
        };
        match uptake {
            Uptake::Words(words) => UptakeShown::Words(WordsShown {
                put_in: words.put_in,
                standing: words.standing,
                taken_out: words.taken_out,
                gone: words.gone,
                share: words.share(),
                words: runs(&words.asked),
                words_out: runs(&words.struck),
                passages: cite_all(&self.numbering(within), &words.passages),
            }),
            Uptake::Out(gone) => UptakeShown::Out { gone: *gone },
            Uptake::Moved(there) => UptakeShown::Moved { there: *there },
            Uptake::Kept(unchanged) => UptakeShown::Kept { unchanged: *unchanged },
            Uptake::Gone => UptakeShown::PassageGone,
        }
    }
}
