//! Finds strength words in scripts that put spaces between words.

use crate::text::search::comparable;
use crate::text::strength::grammar::{Grammar, Sought};
use crate::text::{Span, StrengthWord, Strengths, Terms};

/// The words of a text, with what stands between them.
pub(super) struct Words<'t> {
    text: &'t str,
    words: Vec<(Span, String)>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Words<'t> {
        let mut words = Vec::new();
        Terms::none().cut(text, |token| {
            // French elides with an apostrophe, and `n'` is a word.
            let mut start = token.start;
            for part in text[token].split(['\'', '’']) {
                if part.contains(char::is_alphanumeric) {
                    words.push((start..start + part.len(), comparable(part)));
                }
                start += part.len() + text[start + part.len()..].chars().next().map_or(0, char::len_utf8);
            }
        });
        Words { text, words }
    }

    /// The word at a rank, folded; empty beyond either end.
    pub(super) fn at(&self, rank: usize) -> &str {
        self.words.get(rank).map_or("", |(_, word)| word)
    }

    /// The word before a rank by some words, folded.
    pub(super) fn back(&self, rank: usize, by: usize) -> &str {
        rank.checked_sub(by).map_or("", |rank| self.at(rank))
    }

    /// A word as it is written.
    pub(super) fn written(&self, rank: usize) -> &'t str {
        self.words.get(rank).map_or("", |(span, _)| &self.text[span.clone()])
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap(&self, rank: usize) -> &'t str {
        let from = rank.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |(s, _)| s.end);
        let until = self.words.get(rank).map_or(self.text.len(), |(span, _)| span.start);
        &self.text[from..until]
    }

    /// Whether a word begins a clause: nothing but a mark stands before it.
    pub(super) fn begins_clause(&self, rank: usize) -> bool {
        rank == 0 || has_mark(self.gap(rank))
    }

    /// Whether words stand at a rank with no mark between them.
    fn stand_at(&self, rank: usize, wanted: &str) -> bool {
        let mut wanted = wanted.split(' ').enumerate();
        wanted.all(|(by, word)| self.at(rank + by) == word && (by == 0 || !has_mark(self.gap(rank + by))))
    }
}

/// Whether a gap between words holds more than spaces.
fn has_mark(gap: &str) -> bool {
    gap.chars().any(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '-' | '‑'))
}

/// The strength words of a text.
pub(super) fn find(grammar: &Grammar, text: &str) -> Strengths {
    let words = Words::of(text);
    let mut found = Strengths::default();
    let mut rank = 0;
    while rank < words.words.len() {
        let Some(sought) = sought_at(grammar, &words, rank) else {
            rank += 1;
            continue;
        };
        let end = rank + sought.words.len();
        let span = words.words[rank].0.start..words.words[end - 1].0.end;
        match sought.degree {
            Some(degree) if !(grammar.trap)(&words, rank, sought.form) => {
                let (span, denied) = denial(grammar, &words, rank, end).unwrap_or((span, false));
                let form = if denied { (grammar.denied)(sought.form) } else { sought.form.to_owned() };
                let broad = sought.form == "shall";
                found.counted.push(StrengthWord { span, form, degree, denied, broad });
            }
            Some(_) => {}
            None => found.doubtful.push((span, sought.form.to_owned())),
        }
        rank = end;
    }
    found
}

/// The longest form that stands at a rank.
fn sought_at<'g>(grammar: &'g Grammar, words: &Words<'_>, rank: usize) -> Option<&'g Sought> {
    let table = grammar.table();
    let first = words.at(rank);
    let bare = first.strip_prefix(grammar.clitics).filter(|bare| table.contains_key(*bare));
    let forms = table.get(first).or_else(|| table.get(bare?))?;
    forms.iter().find(|sought| {
        let rest = sought.words.iter().enumerate().skip(1);
        rest.into_iter().all(|(by, word)| words.at(rank + by) == word && !has_mark(words.gap(rank + by)))
    })
}

/// Where a strength word stands with what denies it; absent where nothing does.
fn denial(grammar: &Grammar, words: &Words<'_>, rank: usize, end: usize) -> Option<(Span, bool)> {
    let whole = |from: usize, until: usize| words.words[from].0.start..words.words[until].0.end;
    for by in 0..=grammar.after_reach {
        let at = end + by;
        if at >= words.words.len() || has_mark(words.gap(at)) {
            break;
        }
        if let Some(after) = grammar.after.iter().find(|after| words.stand_at(at, after)) {
            // `إلا` (except) and `ألا` (that not) differ in a sign that folding takes away.
            if words.written(at).contains('إ') {
                break;
            }
            let last = at + after.split(' ').count() - 1;
            let until = if by == 0 { last } else { end - 1 };
            return Some((whole(rank, until), true));
        }
    }
    for by in 0..=grammar.before_reach {
        let Some(at) = rank.checked_sub(by + 1) else { break };
        if has_mark(words.gap(at + 1)) {
            break;
        }
        let Some(before) = grammar.before.iter().find(|before| {
            let first = (at + 1).checked_sub(before.split(' ').count());
            first.is_some_and(|first| words.stand_at(first, before))
        }) else {
            continue;
        };
        // Far from the verb, only a subject denies: `no party may`, and not `in case of no harm they must`.
        if grammar.before_reach > 2 && by > 0 && !words.begins_clause(at) && !links(words.back(at, 1)) {
            continue;
        }
        // `ne ... que` says only.
        if *before == "ne" && only(words, end) {
            return None;
        }
        let from = if by == 0 { at + 1 - before.split(' ').count() } else { rank };
        return Some((whole(from, end - 1), true));
    }
    None
}

/// Words after which a new subject begins.
fn links(word: &str) -> bool {
    matches!(word, "that" | "and" | "but" | "or" | "so" | "because" | "since" | "as" | "which" | "whom")
}

fn only(words: &Words<'_>, end: usize) -> bool {
    let ahead = (end..end + 6).take_while(|at| *at == end || !has_mark(words.gap(*at)));
    let ahead: Vec<&str> = ahead.map(|at| words.at(at)).collect();
    let denied = ahead.iter().any(|word| matches!(*word, "pas" | "jamais" | "aucun" | "aucune" | "point"));
    !denied && ahead.contains(&"que")
}
