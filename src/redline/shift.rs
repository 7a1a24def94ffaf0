//! Where a change of words changes how strongly the text asks: a *should* that became a *must*.

use crate::redline::{Mark, Redline};
use crate::text::{Span, StrengthWord, strengths};

/// Letters shown on either side of a strength word.
const AROUND: usize = 48;

/// A strength word that became another, came, or went, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift<'t> {
    /// What stood there; absent for what is new.
    pub before: Option<StrengthWord>,
    /// What stands there; absent for what is gone.
    pub after: Option<StrengthWord>,
    /// The marks around it, cut at words.
    pub around: Vec<Mark<'t>>,
}

/// Which way a strength word went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// A should became a must.
    Stronger,
    /// A must became a should.
    Weaker,
    /// It was asked, and now it is asked not to, or the other way round.
    Reversed,
    /// It came with other words.
    Added,
    /// It went with other words.
    Dropped,
}

impl Direction {
    /// Whether one strength word took the place of another.
    pub fn replaces(self) -> bool {
        matches!(self, Direction::Stronger | Direction::Weaker | Direction::Reversed)
    }

    /// The direction as a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Stronger => "stronger",
            Direction::Weaker => "weaker",
            Direction::Reversed => "reversed",
            Direction::Added => "added",
            Direction::Dropped => "dropped",
        }
    }
}

impl Shift<'_> {
    /// Which way it went.
    pub fn direction(&self) -> Direction {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) if before.denied != after.denied => Direction::Reversed,
            (Some(before), Some(after)) if after.degree < before.degree => Direction::Stronger,
            (Some(_), Some(_)) => Direction::Weaker,
            (None, _) => Direction::Added,
            (Some(_), None) => Direction::Dropped,
        }
    }
}

/// A strength word of one side, with its place among the marks laid end to end.
struct Laid {
    word: StrengthWord,
    span: Span,
    /// The change it stands in, by its rank, where any of it was changed.
    change: Option<usize>,
}

/// The strength words that a redline changes, in reading order. A word that was merely inflected, or that stands for
/// another of the same degree, is none.
pub fn shifts<'t>(redline: &Redline<'t>, language: &str) -> Vec<Shift<'t>> {
    if !redline.changed() {
        return Vec::new();
    }
    let old = laid(redline, language, redline.before(), Mark::stood);
    let new = laid(redline, language, redline.after(), Mark::stands);
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    let taken = |partner: &[Option<usize>], at: usize| partner.contains(&Some(at));
    // What shares kept letters is the same word; what is left over in one change took each other's place, in order.
    for same in [true, false] {
        for (at, one) in old.iter().enumerate() {
            if partner[at].is_some() {
                continue;
            }
            let fits = |other: &Laid| {
                if same { overlap(one, other, redline) } else { took_its_place(one, other, redline) }
            };
            let found =
                new.iter().enumerate().position(|(rank, other)| !taken(&partner, rank) && fits(other));
            partner[at] = found;
        }
    }
    let paired = old.iter().zip(&partner).filter_map(|(one, partner)| {
        let other = partner.map(|rank| &new[rank]);
        let same =
            other.is_some_and(|o| o.word.degree == one.word.degree && o.word.denied == one.word.denied);
        (!same).then_some((Some(one), other))
    });
    let added =
        new.iter().enumerate().filter(|(rank, _)| !taken(&partner, *rank)).map(|(_, new)| (None, Some(new)));
    let mut found: Vec<(usize, Shift<'t>)> = paired
        .chain(added)
        .map(|(before, after): (Option<&Laid>, Option<&Laid>)| {
            let spans = before.iter().chain(&after).map(|laid| laid.span.clone());
            let start = spans.clone().map(|span| span.start).min().unwrap_or_default();
            let end = spans.map(|span| span.end).max().unwrap_or_default();
            let (before, after) = (before.map(|laid| laid.word.clone()), after.map(|laid| laid.word.clone()));
            (start, Shift { before, after, around: around(redline, start..end) })
        })
        .collect();
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, shift)| shift).collect()
}

/// The strength words of one side, each with its place among all marks laid end to end.
fn laid<'t>(redline: &Redline<'t>, language: &str, text: &str, on_side: fn(&Mark<'t>) -> bool) -> Vec<Laid> {
    let words = strengths(language, text).counted.into_iter();
    let place = |word: StrengthWord| {
        let (mut own, mut flat, mut change) = (0, 0, 0);
        let mut span: Option<Span> = None;
        let mut changed = None;
        for mark in redline.marks() {
            let length = mark.text().len();
            if matches!(mark, Mark::Kept(_)) {
                change += 1;
            }
            if on_side(mark) {
                let (from, until) = (word.span.start.max(own), word.span.end.min(own + length));
                if from < until {
                    let here = flat + from - own..flat + until - own;
                    span = Some(span.map_or(here.clone(), |span| span.start..here.end));
                    if !matches!(mark, Mark::Kept(_)) {
                        changed = Some(change);
                    }
                }
                own += length;
            }
            flat += length;
        }
        Laid { span: span.unwrap_or(flat..flat), change: changed, word }
    };
    words.map(place).collect()
}

/// Whether a word took the place of another in one change. Where one of them is denied and the other is not, only if
/// little else changed there: two sentences that say different things do not reverse each other.
fn took_its_place(one: &Laid, other: &Laid, redline: &Redline<'_>) -> bool {
    const LITTLE: usize = 12;
    if one.change.is_none() || one.change != other.change {
        return false;
    }
    let (mut change, mut changed) = (0, 0);
    for mark in redline.marks() {
        match mark {
            Mark::Kept(_) => change += 1,
            Mark::Struck(text) | Mark::Inserted(text) if Some(change) == one.change => changed += text.len(),
            Mark::Struck(_) | Mark::Inserted(_) => {}
        }
    }
    one.word.denied == other.word.denied || changed <= one.span.len() + other.span.len() + LITTLE
}

/// Whether two words, one of each side, share kept letters.
fn overlap(one: &Laid, other: &Laid, redline: &Redline<'_>) -> bool {
    let mut flat = 0;
    redline.marks().iter().any(|mark| {
        let (start, end) = (flat, flat + mark.text().len());
        flat = end;
        let from = start.max(one.span.start).max(other.span.start);
        let until = end.min(one.span.end).min(other.span.end);
        matches!(mark, Mark::Kept(_)) && from < until
    })
}

/// The marks around a place, cut where words begin and end, and within its paragraph.
fn around<'t>(redline: &Redline<'t>, place: Span) -> Vec<Mark<'t>> {
    let mut flat = 0;
    let mut cut = Vec::new();
    for mark in redline.marks() {
        let text = mark.text();
        let (start, end) = (flat, flat + text.len());
        flat = end;
        let mut from = place.start.saturating_sub(AROUND).max(start).min(end) - start;
        let mut until = (place.end + AROUND).min(end).max(start) - start;
        while !at_word(text, from) {
            from += 1;
        }
        while until > from && !at_word(text, until) {
            until -= 1;
        }
        if from >= until {
            continue;
        }
        let piece = &text[from..until];
        cut.push(match mark {
            Mark::Kept(_) => Mark::Kept(piece),
            Mark::Struck(_) => Mark::Struck(piece),
            Mark::Inserted(_) => Mark::Inserted(piece),
        });
    }
    cut
}

/// Whether a text may be cut here: at its ends, or beside a space or a letter of a script without spaces.
fn at_word(text: &str, at: usize) -> bool {
    if at == 0 || at == text.len() {
        return true;
    }
    if !text.is_char_boundary(at) {
        return false;
    }
    let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
    before.is_some_and(|c| c.is_whitespace() || crate::text::unspaced(c))
        || after.is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Terms;

    fn said(language: &str, before: &str, after: &str) -> Vec<String> {
        let redline = Redline::between(before, after, &Terms::none());
        let form = |word: &Option<StrengthWord>| word.as_ref().map_or("–", |w| w.form.as_str()).to_owned();
        let said = |shift: &Shift<'_>| {
            format!("{} → {} {:?}", form(&shift.before), form(&shift.after), shift.direction())
        };
        shifts(&redline, language).iter().map(said).collect()
    }

    #[test]
    fn a_should_that_became_a_must_is_found_in_six_languages() {
        for (language, before, after, expected) in [
            ("en", "States should act early.", "States must act early.", "should → must Stronger"),
            ("zh", "各国应及早行动。", "各国必须及早行动。", "应 → 必须 Stronger"),
            ("fr", "Les États devraient agir.", "Les États doivent agir.", "devraient → doivent Stronger"),
            ("es", "Los Estados deberían actuar.", "Los Estados deben actuar.", "deberían → deben Stronger"),
            ("ru", "Государствам следует знать.", "Государства должны знать.", "следует → должны Stronger"),
            ("ar", "ينبغي للدول أن تعمل.", "يجب على الدول أن تعمل.", "ينبغي → يجب Stronger"),
        ] {
            assert_eq!(said(language, before, after), [expected]);
            assert!(said(language, after, before)[0].ends_with("Weaker"), "{language}");
        }
    }

    #[test]
    fn a_not_reverses_it_and_other_words_bring_it_or_take_it_along() {
        assert_eq!(
            said("en", "They should wait.", "They should not wait."),
            ["should → should not Reversed"]
        );
        assert_eq!(said("zh", "各方应等待。", "各方不应等待。"), ["应 → 不应 Reversed"]);
        assert_eq!(said("zh", "各方必须等待。", "各方不得等待。"), ["必须 → 不得 Reversed"]);
        assert_eq!(
            said(
                "en",
                "Violations should not go unpunished.",
                "States should ensure that courts can hear cases."
            ),
            ["should not → – Dropped", "– → should Added"]
        );
        assert_eq!(said("en", "They act.", "They act. They must also tell us."), ["– → must Added"]);
        assert_eq!(said("en", "They act. They must also tell us.", "They act."), ["must → – Dropped"]);
    }

    #[test]
    fn inflection_and_words_of_the_same_degree_are_no_shift() {
        assert!(said("en", "They must act.", "They shall act.").is_empty());
        assert!(said("fr", "La partie doit agir.", "Les parties doivent agir.").is_empty());
        assert!(said("en", "They must act.", "They must act soon.").is_empty());
        assert!(said("en", "They must act.", "They must act.").is_empty());
    }

    #[test]
    fn the_words_around_are_cut_at_words_and_hold_the_change() {
        let (before, after) = (
            "Long before this there were many words of no use to anybody, and States should act early, as was said above already.",
            "Long before this there were many words of no use to anybody, and States must act early, as was said above already.",
        );
        let redline = Redline::between(before, after, &Terms::none());
        let around = &shifts(&redline, "en")[0].around;
        let text: String = around.iter().map(|mark| mark.text()).collect();
        assert!(text.contains("States should") && text.len() < 130, "{text}");
        let words = around.iter().flat_map(|mark| mark.text().split(' '));
        let whole =
            |word: &str| [before, after].iter().any(|text| text.split(' ').any(|known| known == word));
        assert!(words.filter(|word| !word.is_empty()).all(whole), "{text}");
    }
}
