//! Decides what each piece is: a title, a heading, a paragraph or an item.

use crate::draft::{Level, ParagraphId};
use crate::intake::Block;
use crate::intake::label::value;
use crate::intake::piece::{BOLD, Piece, Shape};
use crate::intake::wrapped::is_wide;

/// Takes the title out: the one heading of the first rank, before the others.
pub(super) fn take_title(pieces: &mut Vec<Piece>) -> Option<String> {
    let ranked = |piece: &Piece| matches!(piece.shape, Shape::Heading(rank) if rank != BOLD);
    let first = pieces.iter().position(ranked)?;
    let highest = |piece: &&Piece| piece.shape == Shape::Heading(1);
    let only = pieces.iter().filter(highest).count() == 1;
    // Where every section has the first rank, a title is one that stands first and alone.
    let leads = first == 0 && pieces.get(1).is_some_and(Piece::is_heading);
    let is_title =
        pieces[first].shape == Shape::Heading(1) && pieces[first].label.is_none() && (only || leads);
    is_title.then(|| pieces.remove(first).text)
}

/// Gives each piece its level.
pub(super) fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut standing = Standing::default();
    pieces
        .into_iter()
        .map(|piece| {
            let level = standing.level(&piece);
            Block { level, label: piece.label, text: piece.text, line: piece.line, ids: piece.ids }
        })
        .collect()
}

/// What stands before a piece, as far as it decides what the piece is.
#[derive(Default)]
struct Standing {
    /// Whether any paragraph, and whether one of this section, stands before.
    anything: bool,
    paragraph: bool,
    /// Whether the last paragraph announces a list.
    announces: bool,
    /// The number of the last numbered paragraph.
    counted: Option<u32>,
    /// The number of the last numbered item of the list that goes on.
    listed: Option<u32>,
}

impl Standing {
    fn level(&mut self, piece: &Piece) -> Level {
        let level = match piece.shape {
            Shape::Heading(_) => Level::Section,
            Shape::Item(depth) if depth > 0 && self.anything => Level::Item,
            shape => self.unless_paragraph(piece, matches!(shape, Shape::Item(_))),
        };
        match level {
            Level::Section => {
                (self.paragraph, self.announces, self.listed) = (false, false, None);
            }
            Level::Paragraph => {
                self.paragraph |= matches!(piece.shape, Shape::Body) || piece.label.is_some();
                self.anything = true;
                self.announces = piece.text.ends_with([':', '：']);
                self.counted = piece.label.as_deref().and_then(value).or(self.counted);
                self.listed = None;
            }
            Level::Title | Level::Item => {}
        }
        level
    }

    /// A numbered piece is a paragraph of the text, unless a list that was announced begins or goes
    /// on with it; a lettered or bulleted one is an item, unless no paragraph of its section stands
    /// before it.
    fn unless_paragraph(&mut self, piece: &Piece, element: bool) -> Level {
        let number = piece.label.as_deref().and_then(value);
        let item = match (number, &piece.label) {
            (Some(number), _) => {
                let begins = self.announces && number == 1;
                let goes_on = self.listed.is_some_and(|last| last + 1 == number)
                    && self.counted.is_none_or(|last| last + 1 != number);
                if begins || goes_on {
                    self.listed = Some(number);
                }
                begins || goes_on
            }
            (None, Some(label)) => element || is_lettered(label),
            (None, None) => element,
        };
        if item && self.paragraph { Level::Item } else { Level::Paragraph }
    }
}

/// Whether a label is one of an item: `(a)`, `iv)`, `b.`, `[5](a)`, `[B1a]`; `OP3`, `IV.` and `[D2]` are not.
fn is_lettered(label: &str) -> bool {
    if let Some(inside) = label.strip_prefix('[')
        && !label.contains('(')
    {
        let id = inside.split(['+', ' ', ']']).next().and_then(ParagraphId::parse);
        return id.is_some_and(|id| id.level() == Level::Item);
    }
    let last = label.rsplit(['(', '（']).next().unwrap_or_default();
    let mut words =
        last.split(|c: char| c.is_whitespace() || "()（）.-–".contains(c)).filter(|word| !word.is_empty());
    let Some(letters) = words.next() else { return false };
    let short = letters.chars().count() <= 2 || letters.chars().all(|c| "ivxl".contains(c));
    let capital = label.ends_with('.') && letters.chars().all(char::is_uppercase);
    let suffixed = words.all(|word| !word.contains(char::is_numeric));
    short && suffixed && !capital && letters.chars().all(|c| c.is_alphabetic() && !is_wide(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(label: Option<&str>, text: &str) -> Piece {
        Piece { label: label.map(str::to_owned), ..Piece::new(Shape::Body, text, 1) }
    }

    #[track_caller]
    fn levels(pieces: Vec<Piece>) -> String {
        let letter = |level| match level {
            Level::Title | Level::Section => 'S',
            Level::Paragraph => 'P',
            Level::Item => 'I',
        };
        blocks(pieces).iter().map(|block| letter(block.level)).collect()
    }

    #[test]
    fn labels_of_items_are_known() {
        for label in ["(a)", "iv)", "b.", "[5](a)", "[B1a]", "(1)(b)", "(a bis)", "(أ)", "б)", "(IV)"] {
            assert!(is_lettered(label), "{label}");
        }
        for label in ["OP3", "IV.", "[D2]", "[D2bis]", "Art. 5", "Rule 5.", "Part IV.", "第三条", "§ 3"] {
            assert!(!is_lettered(label), "{label}");
        }
    }

    #[test]
    fn a_numbered_piece_is_an_item_only_of_a_list_that_was_announced() {
        let list = [body(Some("4."), "As follows:"), body(Some("1."), "a"), body(Some("2."), "b")];
        assert_eq!(levels([&list[..], &[body(Some("5."), "c")]].concat()), "PIIP");
        assert_eq!(levels(vec![body(Some("1."), "a"), body(Some("2."), "b:"), body(Some("3."), "c")]), "PPP");
        assert_eq!(levels(vec![body(None, "a:"), body(Some("(a)"), "b"), body(None, "c")]), "PIP");
    }

    #[test]
    fn an_item_without_a_paragraph_of_its_section_is_one() {
        let heading = Piece::new(Shape::Heading(2), "Scope", 1);
        let item = Piece::new(Shape::Item(0), "a", 1);
        let deep = Piece::new(Shape::Item(1), "b", 1);
        assert_eq!(levels(vec![body(None, "x"), heading, item.clone(), deep.clone(), item.clone()]), "PSPIP");
        assert_eq!(levels(vec![deep, item]), "PP");
    }
}
