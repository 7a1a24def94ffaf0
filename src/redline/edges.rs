//! Where the two edges of a place lie in the later text.

use crate::redline::Crossing;
use crate::redline::closer::once;
use crate::redline::crossing::Held;
use crate::text::{Span, letters};

/// How many words, at most and at least, an edge is found again by.
const PHRASE: std::ops::RangeInclusive<usize> = 3..=6;

/// What ends a sentence, or a point of a list.
const STOPS: [char; 14] = ['.', '!', '?', '。', '！', '？', '؟', '।', '۔', '．', ';', '；', ':', '：'];

impl Crossing {
    /// Where a place without marks at its ends begins now.
    pub(super) fn start(&self, place: &Span) -> usize {
        let held = self.held();
        let next = held.partition_point(|(old, _)| old.end <= place.start);
        let (gone, come) = self.hole(held, next);
        match held.get(next).filter(|(old, _)| old.start <= place.start) {
            Some(stretch) => self.inside(stretch, place.start).unwrap_or(stretch.1.start),
            None if !says(&self.before[gone.start..place.start]) => come.start,
            None => self.phrase(place, true).unwrap_or_else(|| {
                let own = &self.before[place.start..gone.end];
                if is_most(own, &self.before[gone]) { come.start } else { come.end }
            }),
        }
    }

    /// Where it ends now.
    pub(super) fn end(&self, place: &Span) -> usize {
        let held = self.held();
        let next = held.partition_point(|(old, _)| old.end < place.end);
        let (gone, come) = self.hole(held, next);
        match held.get(next).filter(|(old, _)| old.start < place.end) {
            Some(stretch) => self.inside(stretch, place.end).unwrap_or(stretch.1.end),
            None if !says(&self.before[place.end..gone.end]) => come.end,
            None => self.phrase(place, false).unwrap_or_else(|| {
                let own = &self.before[gone.start..place.end];
                if is_most(own, &self.before[gone]) { come.end } else { come.start }
            }),
        }
    }

    /// A spot inside a stretch; absent where it falls inside a letter, as it may in a word whose case changed.
    fn inside(&self, (old, new): &Held, at: usize) -> Option<usize> {
        let now = new.start + (at - old.start);
        (old.len() == new.len() && self.after.is_char_boundary(now)).then_some(now)
    }

    /// Where an edge lies by the place's own first or last words, where they stand once in either text: a struck
    /// edge may have been moved.
    fn phrase(&self, place: &Span, start: bool) -> Option<usize> {
        let (old, new) = self.words();
        let first = old.partition_point(|word| word.end <= place.start);
        let last = old.partition_point(|word| word.start < place.end);
        let own = &old[first..last.max(first)];
        PHRASE.rev().filter(|&length| length <= own.len()).find_map(|length| {
            let phrase = if start { &own[..length] } else { &own[own.len() - length..] };
            once(phrase, old)?;
            let at = once(phrase, new)?;
            Some(if start { new[at].start } else { new[at + length - 1].end })
        })
    }

    /// Takes in again the marks at both ends of a place that stand there still.
    pub(super) fn marks_beside(&self, place: &Span, bare: &Span, mut now: Span) -> Span {
        for c in self.before[bare.end..place.end].chars() {
            if !self.after[now.end..].starts_with(c) {
                break;
            }
            now.end += c.len_utf8();
        }
        for c in self.before[place.start..bare.start].chars().rev() {
            if !self.after[..now.start].ends_with(c) {
                break;
            }
            now.start -= c.len_utf8();
        }
        now
    }

    /// What was put into a sentence before its first word, or after its last, is its own, where the place was a
    /// whole sentence.
    pub(super) fn whole_sentence(&self, place: &Span, now: Span) -> Span {
        if now.is_empty() || !begins(&self.before, place.start) || !ends(&self.before, place.end) {
            return now;
        }
        let held = self.held();
        let first = held.partition_point(|(_, new)| new.end <= now.start);
        let from = first.checked_sub(1).map_or(0, |last| held[last].1.end);
        let put_before = &self.after[from..now.start];
        let start = match put_before.rfind(STOPS) {
            Some(stop) => from + stop + put_before[stop..].chars().next().map_or(0, char::len_utf8),
            None if begins(&self.after, from) => from,
            None => now.start,
        };
        let next = held.partition_point(|(_, new)| new.end <= now.end);
        let to = held.get(next).map_or(self.after.len(), |(_, new)| new.start).max(now.end);
        let put_after = &self.after[now.end..to];
        let end = match put_after.find(STOPS) {
            Some(stop) => now.end + stop,
            None if says(put_after) && ends(&self.after, to) => to,
            None => now.end,
        };
        start..end
    }
}

/// Whether a sentence begins here.
fn begins(text: &str, at: usize) -> bool {
    let marks = |c: char| c == ' ' || c == '\u{a0}' || "\"“”«»()".contains(c);
    let before = text[..at].trim_end_matches(marks);
    before.is_empty() || before.ends_with(STOPS) || before.ends_with('\n')
}

/// Whether a sentence ends here.
fn ends(text: &str, at: usize) -> bool {
    text[..at].ends_with(STOPS) || text[at..].trim_start().is_empty() || text[at..].starts_with(STOPS)
}

/// Whether a text holds words.
fn says(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a piece is the greater part of a text.
fn is_most(piece: &str, text: &str) -> bool {
    2 * letters(piece) > letters(text)
}

#[cfg(test)]
mod tests {
    use crate::redline::Crossing;
    use crate::text::Terms;

    #[test]
    fn an_edge_that_was_moved_is_found_by_its_own_words() {
        let before = "Names are short words; their form is that of a list. Long names may be cut, as the annexed table \
                      of forms says, with care.";
        let after =
            "Names are short words, as the annexed table of forms says. Their form is that of a list.";
        let quote = before.find("short").expect("there")..before.find(", with care").expect("there");
        let carried = Crossing::between(before, after, &Terms::none()).carry(&quote).expect("a place");
        assert_eq!(&after[carried.span], "short words, as the annexed table of forms says");
    }
}
