//! The text of one block while it comes in: its lines, and whether all of it is bold.

use crate::intake::wrapped::joined;

/// A block that is still open.
#[derive(Debug, Default)]
pub(super) struct Inline {
    lines: Vec<String>,
    /// The line of the file on which the block begins.
    pub(super) line: usize,
    /// Line breaks since the last visible character.
    breaks: usize,
    /// How many bold elements are open; they outlive a block, as in a browser.
    strong: usize,
    bold: bool,
    plain: bool,
}

impl Inline {
    /// Adds text that begins on a line of the file. Runs of spaces are one, as in a browser.
    pub(super) fn text(&mut self, text: &str, mut line: usize) {
        for c in text.chars() {
            match c {
                '\n' | '\r' => {
                    line += 1;
                    self.lines.push(String::new());
                }
                ' ' | '\t' | '\u{c}' => self.space(),
                _ => self.visible(c, line),
            }
        }
    }

    fn space(&mut self) {
        if let Some(last) = self.lines.last_mut()
            && !last.ends_with(' ')
        {
            last.push(' ');
        }
    }

    fn visible(&mut self, c: char, line: usize) {
        if self.is_blank() {
            self.line = line;
        }
        if c != '\u{a0}' {
            self.breaks = 0;
            self.bold |= self.strong > 0;
            self.plain |= self.strong == 0;
        }
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        if let Some(last) = self.lines.last_mut() {
            last.push(c);
        }
    }

    /// Begins a new line that wrapping made.
    pub(super) fn wrap(&mut self) {
        self.lines.push(String::new());
    }

    /// Begins a new line that the author made; says whether it is the second in a row, which
    /// divides paragraphs as an empty line does.
    pub(super) fn break_line(&mut self) -> bool {
        self.breaks += 1;
        self.wrap();
        self.breaks > 1
    }

    /// Opens or closes a bold element.
    pub(super) fn strong(&mut self, opens: bool) {
        self.strong = if opens { self.strong.saturating_add(1) } else { self.strong.saturating_sub(1) };
    }

    /// Whether all that is visible is bold.
    pub(super) fn is_bold(&self) -> bool {
        self.bold && !self.plain
    }

    fn is_blank(&self) -> bool {
        !self.bold && !self.plain
    }

    /// Gives the text and is empty again.
    pub(super) fn take(&mut self) -> String {
        let strong = self.strong;
        let whole = std::mem::take(self);
        self.strong = strong;
        joined(whole.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_wrapping_are_one_space_and_no_break_spaces_stay() {
        let mut inline = Inline::default();
        inline.text("\n  Article\u{a0}5  of\n  the ", 3);
        inline.text("text", 4);
        assert_eq!(inline.line, 4);
        assert_eq!(inline.take(), "Article\u{a0}5 of the text");
    }

    #[test]
    fn a_block_is_bold_when_nothing_in_it_is_not() {
        let mut inline = Inline::default();
        inline.text(" ", 1);
        inline.strong(true);
        inline.text("Title", 1);
        inline.strong(false);
        assert!(inline.is_bold());
        inline.text(" x", 1);
        assert!(!inline.is_bold());
    }
}
