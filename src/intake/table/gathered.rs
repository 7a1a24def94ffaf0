//! Places put together from the tokens of a cell.

use crate::draft::ParagraphId;
use crate::intake::table::cited::Cited;
use crate::intake::table::cited_tokens::{Token, is_small_roman};
use crate::intake::table::fold::trimmed;
use crate::intake::table::place_words::PlaceWord;
use crate::intake::table::{Cite, Spot};

/// The places found so far, and what the words before the next number say of it.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    places: Vec<Cite>,
    sections: Vec<String>,
    pages: Pages,
    unread: Vec<String>,
    is_new: bool,
    between: bool,
    unit: Unit,
    /// The number whose items follow: `8` for `8 (a), (b)`.
    base: Option<String>,
    /// Items that came before their number: `(d) of paragraph 8`.
    items: Vec<String>,
}

/// Pages and lines found so far.
#[derive(Debug, Default)]
struct Pages {
    spots: Vec<(Option<u32>, Option<u32>)>,
    ranged: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Unit {
    #[default]
    Paragraph,
    Page,
    Line,
    Section,
    Within,
    Other,
}

impl Gathered {
    /// Takes in what stands between two marks that divide, with its words as they were written.
    pub(super) fn piece(&mut self, tokens: &[Token], written: &str) {
        let mut open = None;
        let mut strange = false;
        if matches!(self.unit, Unit::Within | Unit::Other | Unit::Section) {
            self.unit = Unit::Paragraph;
        }
        for (at, token) in tokens.iter().enumerate() {
            let range = |open: Option<usize>| open.is_some_and(|open: usize| open + 1 == at || at < open + 4);
            match token {
                Token::Word(word) => self.word(*word, &mut open, at),
                Token::Dash => open = Some(at),
                Token::Number(_) | Token::Id(_) if strange => {}
                Token::Number(number) => {
                    let ranged = range(open.take());
                    self.number(number, ranged);
                }
                Token::Id(id) => {
                    let ranged = range(open.take());
                    self.id(id, ranged);
                }
                Token::Item(item) => {
                    let ranged = range(open.take());
                    self.item(item, ranged);
                }
                Token::Letter(_) if self.unit == Unit::Other => {}
                Token::Letter(letter) => self.sections.push(letter.clone()),
                Token::Unknown(_) if self.has_places() => {}
                Token::Unknown(_) => strange = true,
                Token::Divides => {}
            }
        }
        let numbered = tokens.iter().any(|token| matches!(token, Token::Number(_) | Token::Id(_)));
        let of_other = |token| matches!(token, &Token::Word(PlaceWord::Other | PlaceWord::Onwards));
        let of_other = tokens.iter().any(of_other);
        if strange || of_other || (self.unit == Unit::Other && numbered) {
            self.unread.push(trimmed(written).to_owned());
        }
    }

    fn has_places(&self) -> bool {
        !self.places.is_empty() || !self.pages.spots.is_empty()
    }

    fn word(&mut self, word: PlaceWord, open: &mut Option<usize>, at: usize) {
        match word {
            PlaceWord::Paragraph => self.unit = Unit::Paragraph,
            PlaceWord::Page => self.unit = Unit::Page,
            PlaceWord::Line => self.unit = Unit::Line,
            PlaceWord::Section => self.unit = Unit::Section,
            PlaceWord::Within => self.unit = Unit::Within,
            PlaceWord::Other => self.unit = Unit::Other,
            PlaceWord::To => *open = Some(at),
            PlaceWord::New => self.is_new = true,
            PlaceWord::Between => (self.is_new, self.between) = (true, true),
            PlaceWord::And => {
                *open = None;
                if matches!(self.unit, Unit::Within | Unit::Other) {
                    self.unit = Unit::Paragraph;
                }
            }
            PlaceWord::Item | PlaceWord::Filler | PlaceWord::Onwards => {}
        }
    }

    fn number(&mut self, number: &str, ranged: bool) {
        match self.unit {
            // `p. 3, para. 2` counts on the page; `para. 12 (p. 3)` is the paragraph's number.
            Unit::Paragraph if self.places.is_empty() && !self.pages.spots.is_empty() => {}
            Unit::Paragraph => self.paragraph(number, ranged),
            Unit::Page | Unit::Line => {
                let Ok(value) = number.parse::<u32>() else { return self.unread.push(number.to_owned()) };
                self.pages.take(self.unit == Unit::Page, value, ranged);
            }
            Unit::Section => self.sections.push(number.to_owned()),
            Unit::Within => self.unit = Unit::Paragraph,
            Unit::Other => {}
        }
    }

    fn paragraph(&mut self, number: &str, ranged: bool) {
        let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        if digits > 5 {
            return self.unread.push(number.to_owned());
        }
        let items: String = std::mem::take(&mut self.items).iter().map(|item| format!("({item})")).collect();
        self.base = Some(number.to_owned());
        self.push(format!("{number}{items}"), ranged);
    }

    /// Adds a place, or ends the range that the last one begins.
    fn push(&mut self, place: String, ranged: bool) {
        let first = match self.places.last() {
            Some(Cite::Number(first)) if ranged => first.clone(),
            _ => return self.places.push(Cite::Number(place)),
        };
        self.places.pop();
        let value = |number: &str| {
            let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
            number[..end].parse::<u32>().ok()
        };
        if value(&first) > value(&place) {
            return self.unread.push(format!("{first}-{place}"));
        }
        self.places.push(Cite::Range(first, place));
    }

    fn id(&mut self, written: &str, ranged: bool) {
        let Some(id) = ParagraphId::parse(written) else { return self.unread.push(written.to_owned()) };
        match self.places.last() {
            Some(Cite::Id(first)) if ranged => {
                let range = Cite::Range(first.to_string(), id.to_string());
                self.places.pop();
                self.places.push(range);
            }
            _ => self.places.push(Cite::Id(id)),
        }
    }

    /// An item belongs to the number before it, or to the one that follows.
    fn item(&mut self, item: &str, ranged: bool) {
        let Some(base) = self.base.clone() else { return self.items.push(item.to_owned()) };
        match self.places.last() {
            // `8` was cited only to say whose items follow.
            Some(Cite::Number(last)) if *last == base => {
                self.places.pop();
                self.push(format!("{base}({item})"), ranged);
            }
            Some(Cite::Number(last)) if is_deeper(last, item) && !ranged => {
                let deeper = format!("{last}({item})");
                self.places.pop();
                self.places.push(Cite::Number(deeper));
            }
            _ => self.push(format!("{base}({item})"), ranged),
        }
    }

    /// What the cell says in all.
    pub(super) fn finish(mut self, text: &str) -> Cited {
        for item in std::mem::take(&mut self.items) {
            self.unread.push(format!("({item})"));
        }
        let mut cites = self.places;
        // What should stand between two paragraphs stands after the first.
        if self.between && cites.len() == 2 {
            cites.pop();
        }
        if cites.is_empty() {
            cites = self.pages.cites();
        }
        if cites.is_empty() {
            cites = self.sections.into_iter().map(Cite::Section).collect();
        }
        if cites.is_empty() && self.unread.is_empty() {
            self.unread.push(text.to_owned());
        }
        let whole = cites.is_empty();
        cites.extend(
            self.unread.into_iter().map(|words| Cite::Unread(if whole { text.to_owned() } else { words })),
        );
        cites.dedup();
        Cited { cites, is_new: self.is_new }
    }
}

/// `(ii)` after `8(d)` stands within it; `(b)` after `8(a)` stands beside it.
fn is_deeper(last: &str, item: &str) -> bool {
    let letter = last.strip_suffix(')').and_then(|last| last.rsplit_once('(')).map(|(_, letter)| letter);
    let roman = is_small_roman;
    letter.is_some_and(|letter| roman(item) && !roman(letter) && !(letter == "h" && item == "i"))
}

impl Pages {
    fn take(&mut self, is_page: bool, value: u32, ranged: bool) {
        self.ranged |= ranged;
        if is_page {
            self.spots.push((Some(value), None));
        } else {
            match self.spots.last_mut() {
                Some((Some(_), line @ None)) => *line = Some(value),
                // Another line of the page before.
                Some((page, Some(_))) => {
                    let page = *page;
                    self.spots.push((page, Some(value)));
                }
                _ => self.spots.push((None, Some(value))),
            }
        }
    }

    fn cites(self) -> Vec<Cite> {
        let spot = |(page, line): &(Option<u32>, Option<u32>)| page.map(|page| Spot { page, line: *line });
        let lines: Vec<u32> =
            self.spots.iter().filter(|spot| spot.0.is_none()).filter_map(|spot| spot.1).collect();
        match self.spots.as_slice() {
            [] => Vec::new(),
            [(Some(0), None | Some(0)), ..] => vec![Cite::All],
            [_] | [_, _] if lines.len() == self.spots.len() => {
                let last = lines[lines.len() - 1];
                if self.ranged || lines.len() == 1 {
                    vec![Cite::Lines(lines[0], last)]
                } else {
                    lines.into_iter().map(|line| Cite::Lines(line, line)).collect()
                }
            }
            [first, last] if self.ranged => {
                spot(first).map(|first| Cite::Page(first, spot(last))).into_iter().collect()
            }
            spots => {
                let page = |found| spot(found).map(|spot| Cite::Page(spot, None));
                let lines = lines.iter().map(|line| Cite::Lines(*line, *line));
                spots.iter().filter_map(page).chain(lines).collect()
            }
        }
    }
}
