//! Struck and inserted words in one cell: the words before, and the words after.

use crate::intake::table::fold::trimmed;
use crate::intake::table::sheet::{Mark, Marked};

impl Marked {
    /// Joins pieces of one mark; absent where nothing is marked.
    pub(super) fn of(pieces: Vec<(Mark, String)>) -> Option<Marked> {
        let mut joined: Vec<(Mark, String)> = Vec::new();
        for (mark, text) in pieces {
            if text.is_empty() {
                continue;
            }
            match joined.last_mut() {
                Some((last, words)) if *last == mark => words.push_str(&text),
                _ => joined.push((mark, text)),
            }
        }
        let says = |(mark, text): &(Mark, String)| *mark != Mark::Kept && !trimmed(text).is_empty();
        joined.iter().any(says).then_some(Marked { pieces: joined })
    }

    /// Reads `~~struck~~` and `++inserted++`, as a text with separators has them, and `[-struck-]` and `{+inserted+}`, as
    /// our own have them.
    pub(super) fn parse(text: &str) -> Option<Marked> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((at, closing, mark)) = opening(rest) {
            let inside = &rest[at + 2..];
            let end = inside.find(closing)?;
            pieces.push((Mark::Kept, rest[..at].to_owned()));
            pieces.push((mark, inside[..end].to_owned()));
            rest = &inside[end + 2..];
        }
        pieces.push((Mark::Kept, rest.to_owned()));
        Marked::of(pieces)
    }

    /// The words as they stand now: kept and struck.
    pub(super) fn before(&self) -> String {
        self.without(Mark::Inserted)
    }

    /// The words asked for: kept and inserted.
    pub(super) fn after(&self) -> String {
        self.without(Mark::Struck)
    }

    /// Whether nothing but white space is of another mark.
    pub(super) fn is_all(&self, mark: Mark) -> bool {
        self.pieces.iter().all(|(other, text)| *other == mark || trimmed(text).is_empty())
    }

    pub(super) fn strikes(&self) -> bool {
        self.pieces.iter().any(|(mark, text)| *mark == Mark::Struck && !trimmed(text).is_empty())
    }

    pub(super) fn written(&self) -> String {
        let sign = |mark: &Mark| match mark {
            Mark::Kept => "",
            Mark::Struck => "~~",
            Mark::Inserted => "++",
        };
        self.pieces.iter().map(|(mark, text)| format!("{0}{text}{0}", sign(mark))).collect()
    }

    /// Leaves pieces out; where one went, no space is left doubled or before a sign.
    fn without(&self, left_out: Mark) -> String {
        let mut words = String::new();
        let mut seam = false;
        for (mark, text) in &self.pieces {
            if *mark == left_out {
                seam = true;
                continue;
            }
            let mut text = text.as_str();
            if std::mem::take(&mut seam) {
                let doubled = words.is_empty() || words.ends_with(char::is_whitespace);
                if doubled && text.starts_with(' ') {
                    text = text.trim_start_matches(' ');
                }
                if text.starts_with([',', '.', ';', ':', ')', '،', '؛']) {
                    words.truncate(words.trim_end_matches(' ').len());
                }
            }
            words.push_str(text);
        }
        trimmed(&words).to_owned()
    }
}

/// Where the first mark opens, how it closes, and what it says.
fn opening(text: &str) -> Option<(usize, &'static str, Mark)> {
    const SIGNS: [(&str, &str, Mark); 4] = [
        ("~~", "~~", Mark::Struck),
        ("++", "++", Mark::Inserted),
        ("[-", "-]", Mark::Struck),
        ("{+", "+}", Mark::Inserted),
    ];
    let found = SIGNS.into_iter().filter_map(|(opens, closes, mark)| Some((text.find(opens)?, closes, mark)));
    found.min_by_key(|(at, ..)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(written: &str, before: &str, after: &str) {
        let marked = Marked::parse(written).expect("something is marked");
        assert_eq!((marked.before().as_str(), marked.after().as_str()), (before, after), "{written}");
        assert_eq!(marked.written(), written);
    }

    #[test]
    fn struck_words_stand_before_and_inserted_words_after() {
        case("States ~~should~~++shall++ act", "States should act", "States shall act");
        case("States ~~should~~ ++shall++ act", "States should act", "States shall act");
        case("act ~~fully~~.", "act fully.", "act.");
        case("act ++, where feasible,++ now", "act now", "act , where feasible, now");
        case("~~All of it~~", "All of it", "");
        case("++New text++", "", "New text");
    }

    #[test]
    fn the_marks_of_our_own_tables_are_read() {
        let marked = Marked::parse("States [-should-]{+shall+} act").expect("something is marked");
        assert_eq!(
            (marked.before(), marked.after()),
            ("States should act".into(), "States shall act".into())
        );
        assert_eq!(Marked::parse("States [should] {act}"), None);
    }

    #[test]
    fn what_marks_nothing_is_plain() {
        for text in ["plain", "a ~~ b", "C++", "~~ ~~", ""] {
            assert_eq!(Marked::parse(text), None, "{text}");
        }
    }
}
