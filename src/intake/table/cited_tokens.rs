//! A cited place cut into numbers, letters, words and marks.

use crate::draft::ParagraphId;
use crate::intake::label::han;
use crate::intake::table::fold::{folded, plain};
use crate::intake::table::place_words::{PlaceWord, suffix};

/// One token of a cited place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number with its suffix and what it divides into: `12`, `5.2`, `12 bis`.
    Number(String),
    /// The letter or small number of an item: `d`, `ii`.
    Item(String),
    /// A lasting id, as written.
    Id(String),
    /// The letter or number of a section, where it stands alone: `D`, `II`.
    Letter(String),
    /// A word of places.
    Word(PlaceWord),
    /// Another word.
    Unknown(String),
    /// From the one before to the one after.
    Dash,
    /// A comma, a semicolon, a new line.
    Divides,
}

/// Cuts the words of a cell.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut words = Words { written: text.chars().collect(), at: 0, tokens: Vec::new() };
    while words.at < words.written.len() {
        words.next();
    }
    words.tokens
}

/// Whether a character divides one place from the next.
pub(super) fn divides(c: char) -> bool {
    matches!(c, ',' | ';' | '\n' | '،' | '，' | '、' | '､' | '؛' | '；')
}

struct Words {
    written: Vec<char>,
    at: usize,
    tokens: Vec<Token>,
}

impl Words {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.written.get(self.at + ahead).copied()
    }

    /// The characters from here on that are of a kind, and steps over them.
    fn take(&mut self, is: impl Fn(char) -> bool) -> String {
        let taken: String = self.written[self.at..].iter().take_while(|c| is(**c)).collect();
        self.at += taken.chars().count();
        taken
    }

    fn next(&mut self) {
        let Some(c) = self.peek(0) else { return };
        let plain = plain(&c.to_string());
        match plain.chars().next() {
            _ if c == '¶' || c == '§' => {
                self.at += 1;
                self.tokens.push(Token::Word(PlaceWord::Paragraph));
            }
            _ if divides(c) => {
                self.at += 1;
                self.tokens.push(Token::Divides);
            }
            Some('-') | None if plain.starts_with('-') => {
                self.at += 1;
                self.tokens.push(Token::Dash);
            }
            Some('&' | '+') => {
                self.at += 1;
                self.tokens.push(Token::Word(PlaceWord::And));
            }
            Some('(' | '[') => self.bracket(),
            Some(digit) if digit.is_ascii_digit() => self.number(),
            _ if c.is_alphabetic() => self.word(),
            _ => self.at += 1,
        }
    }

    /// `(d)`, `(ii)`; other brackets only set apart.
    fn bracket(&mut self) {
        self.at += 1;
        let start = self.at;
        let inside = self.take(char::is_alphanumeric);
        let closed = self.peek(0).is_some_and(|c| matches!(c, ')' | '）'));
        let letters = !inside.is_empty() && inside.chars().all(char::is_alphabetic);
        let short = inside.chars().count() == 1 || is_small_roman(&inside);
        if closed && letters && short {
            self.at += 1;
            self.tokens.push(Token::Item(inside.to_lowercase()));
        } else {
            self.at = start;
        }
    }

    fn number(&mut self) {
        let mut number = western(&self.take(char::is_numeric));
        while self.peek(0) == Some('.') && self.peek(1).is_some_and(char::is_numeric) {
            self.at += 1;
            number = format!("{number}.{}", western(&self.take(char::is_numeric)));
        }
        // A program that took 12 for a number may have written 12.0.
        if let Some(whole) = number.strip_suffix(".0") {
            number = whole.to_owned();
        }
        if self.ordinal() {
            // `2nd sentence`, `2e phrase`: a number within the paragraph.
            self.tokens.push(Token::Word(PlaceWord::Within));
            self.tokens.push(Token::Number(number));
            return;
        }
        if let Some(suffix) = self.suffix() {
            number = format!("{number} {suffix}");
        }
        self.tokens.push(Token::Number(number));
        self.item();
    }

    /// Steps over `nd`, `th`, `e`, `ª` right after a number.
    fn ordinal(&mut self) -> bool {
        let start = self.at;
        let word = plain(&self.take(is_letter));
        const ORDINALS: [&str; 14] =
            ["st", "nd", "rd", "th", "eme", "ere", "er", "re", "ieme", "e", "го", "я", "е", "ое"];
        let is = ORDINALS.contains(&word.as_str());
        if !is {
            self.at = start;
        }
        is
    }

    /// `bis`, `-bis`, ` مكرر` after a number.
    fn suffix(&mut self) -> Option<&'static str> {
        let start = self.at;
        self.take(|c| c.is_whitespace() || matches!(c, '-' | '‑' | '.'));
        let han = self.peek(0) == Some('之');
        let word = if han {
            let word = self.written[self.at..].iter().take(2).collect();
            self.at += 2.min(self.written.len() - self.at);
            word
        } else {
            plain(&self.take(is_letter))
        };
        let found = suffix(&word);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// `d)`, `.d`, ` d` after a number: a letter that is alone and no word between two numbers.
    fn item(&mut self) {
        let start = self.at;
        let attached = self.peek(0).is_some_and(char::is_alphabetic);
        self.take(|c| c.is_whitespace() || c == '.');
        let word = self.take(is_letter);
        let closed = self.peek(0).is_some_and(|c| matches!(c, ')' | '）'));
        let one = word.chars().count() == 1 && !word.chars().any(crate::text::unspaced);
        let ends = self.peek(0).is_none_or(|c| !c.is_alphanumeric());
        let next = self.written[self.at..].iter().find(|c| !c.is_whitespace() && **c != '.');
        let goes_on = next.is_some_and(|c| c.is_numeric() || (c.is_alphabetic() && joins(&word)));
        let arabic = word.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        if closed && (one || is_small_roman(&word)) {
            self.at += 1;
            self.tokens.push(Token::Item(word.to_lowercase()));
        } else if one && ends && (attached || !goes_on) && !(arabic && word == "و") {
            self.tokens.push(Token::Item(word.to_lowercase()));
        } else {
            self.at = start;
        }
    }

    fn word(&mut self) {
        let c = self.written[self.at];
        if crate::text::unspaced(c) {
            return self.han();
        }
        let start = self.at;
        let written = self.take(|c| is_letter(c) || matches!(c, '\'' | '’') || is_accent(c));
        if let Some(id) = self.divided_id(&written) {
            self.tokens.push(Token::Id(id));
            return;
        }
        let digits = self.take(|c| c.is_ascii_alphanumeric());
        let id = format!("{written}{digits}");
        // `P12` is page 12, `OP3` an operative paragraph.
        let of_places = matches!(written.as_str(), "P" | "L" | "OP" | "PP");
        if !of_places && ParagraphId::parse(&id).is_some_and(|_| !digits.is_empty()) {
            self.tokens.push(Token::Id(id));
            return;
        }
        self.at = start + written.chars().count();
        self.one_word(&written);
    }

    /// `D.2`, `D 2`, `D-2` for `D2`: the letter of a section and the rank of a paragraph in it.
    fn divided_id(&mut self, written: &str) -> Option<String> {
        let letter = written.len() == 1 && written.chars().all(|c| c.is_ascii_uppercase());
        let start = self.at;
        self.take(|c| c.is_whitespace() || matches!(c, '.' | '-' | '‑'));
        let digits = self.take(|c| c.is_ascii_digit());
        let alone = self.peek(0).is_none_or(|c| !c.is_alphanumeric() && c != '.');
        let apart = self.at - start > digits.len();
        let id = format!("{written}{digits}");
        let of_places = matches!(written, "P" | "L");
        if letter && apart && alone && !of_places && !digits.is_empty() && ParagraphId::parse(&id).is_some() {
            return Some(id);
        }
        self.at = start;
        None
    }

    fn one_word(&mut self, written: &str) {
        // `PP4` is the fourth preambular paragraph, which bears no number of the text.
        if written == "PP" && self.peek(0).is_some_and(char::is_numeric) {
            self.tokens.push(Token::Word(PlaceWord::Other));
            return;
        }
        let folded = folded(written);
        let next = self.written[self.at..].iter().find(|c| !c.is_whitespace());
        let before_number = next.is_some_and(|c| c.is_numeric());
        let capital = written.chars().all(|c| c.is_ascii_uppercase());
        let letter = capital && (written.len() == 1 || is_small_roman(&written.to_lowercase()));
        if letter && !(before_number && matches!(written, "P" | "L")) {
            self.tokens.push(Token::Letter(written.to_owned()));
            return;
        }
        if next == Some(&')') && (folded.chars().count() == 1 || is_small_roman(&folded)) {
            self.at += 1;
            self.tokens.push(Token::Item(folded));
            return;
        }
        let after_item = match self.tokens.as_slice() {
            [.., Token::Word(PlaceWord::Item)] => true,
            [.., Token::Item(_), Token::Dash | Token::Word(PlaceWord::To)] => !before_number,
            _ => false,
        };
        if after_item && folded.chars().count() == 1 {
            self.tokens.push(Token::Item(folded));
            return;
        }
        let mut meaning = PlaceWord::of(&folded);
        // In Russian `с. 3` is page 3, `с 3` is from 3 on.
        if folded == "с" && self.peek(0) == Some('.') {
            meaning = Some(PlaceWord::Page);
        }
        // `l’alinéa`, `d’une`: the article goes.
        if meaning.is_none()
            && let Some((_, rest)) = written.split_once(['\'', '’'])
        {
            meaning = PlaceWord::of(&self::folded(rest));
        }
        match meaning {
            Some(PlaceWord::To) if folded == "a" && !before_number => {}
            Some(meaning) => {
                self.and_within(&folded);
                self.tokens.push(Token::Word(meaning));
            }
            None if folded.is_empty() => {}
            None => self.tokens.push(Token::Unknown(written.to_owned())),
        }
    }

    /// An `and` that is written into an Arabic word divides as well.
    fn and_within(&mut self, folded: &str) {
        let arabic = folded.strip_prefix('و').is_some_and(|rest| !rest.is_empty());
        if arabic && folded != "وكذلك" {
            self.tokens.push(Token::Word(PlaceWord::And));
        }
    }

    /// Chinese words, the longest known first; `页` and `行` after a number say what it counted.
    fn han(&mut self) {
        if self.han_number() {
            return;
        }
        for length in (1..=3).rev() {
            let word: String = self.written[self.at..].iter().take(length).collect();
            if word.chars().count() < length {
                continue;
            }
            if let Some(meaning) = PlaceWord::of(&word) {
                self.at += length;
                return self.counted(meaning);
            }
        }
        let rest = self.take(crate::text::unspaced);
        self.tokens.push(Token::Unknown(rest));
    }

    /// `第十二段`: a number in Chinese numerals, beside a word that counts.
    fn han_number(&mut self) -> bool {
        let rest: String = self.written[self.at..].iter().take(8).collect();
        let Some(value) = han_numeral(&rest) else { return false };
        let before = self.at.checked_sub(1).and_then(|at| self.written.get(at));
        // In 新增一段 a paragraph is added and none is numbered.
        if before.is_some_and(|before| !"第至到、和及与-—–".contains(*before)) {
            return false;
        }
        self.at += value.1;
        let suffix = self.suffix().map(|suffix| format!(" {suffix}")).unwrap_or_default();
        self.tokens.push(Token::Number(format!("{}{suffix}", value.0)));
        true
    }

    fn counted(&mut self, meaning: PlaceWord) {
        let after = matches!(self.tokens.last(), Some(Token::Number(_)));
        let unit = matches!(
            meaning,
            PlaceWord::Page | PlaceWord::Line | PlaceWord::Within | PlaceWord::Section | PlaceWord::Paragraph
        );
        if !(after && unit) {
            self.tokens.push(Token::Word(meaning));
            return;
        }
        // Over the numbers that the unit counts, back to the `第` before them.
        let is_counted = |token: &Token| {
            matches!(
                token,
                Token::Number(_) | Token::Dash | Token::Divides | Token::Word(PlaceWord::To | PlaceWord::And)
            )
        };
        let mut start = self.tokens.iter().rposition(|token| !is_counted(token)).map_or(0, |at| at + 1);
        while matches!(self.tokens.get(start), Some(Token::Divides | Token::Word(_) | Token::Dash)) {
            start += 1;
        }
        self.tokens.insert(start, Token::Word(meaning));
        // The next number is of another unit, unless one is said.
        self.tokens.push(Token::Word(PlaceWord::Filler));
    }
}

/// Whether a letter is a word between two places rather than an item.
fn joins(word: &str) -> bool {
    matches!(PlaceWord::of(&plain(word)), Some(PlaceWord::And | PlaceWord::To))
}

/// A letter of a script that sets words apart: `bis` ends before 段.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !crate::text::unspaced(c)
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}')
}

pub(super) fn is_small_roman(word: &str) -> bool {
    const ROMAN: [&str; 15] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
    ROMAN.contains(&word.to_lowercase().as_str())
}

/// The value of Chinese numerals and how many signs they take.
fn han_numeral(text: &str) -> Option<(u32, usize)> {
    let number = han(text)?;
    Some((number.value, text[..number.length].chars().count()))
}

fn western(digits: &str) -> String {
    plain(digits).trim().to_owned()
}
