//! A paragraph as it stands in the file: its words with every change, its mark, its form.

use crate::intake::docx::tracked::{Tracked, View};

/// A paragraph; all its words in order, those inserted and those deleted too.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// Stretches of the text that are alike, in order; the last ends where the text does.
    pub(super) spans: Vec<Span>,
    /// The changes around the mark at its end: where it vanishes, the paragraph runs on into the next.
    pub(super) mark: Tracked,
    /// The cell it stands in.
    pub(super) cell: Option<usize>,
    pub(super) form: Form,
    /// Its form before a tracked change of it.
    pub(super) former: Option<Form>,
    /// What tells it from others in this file, where the file says so.
    pub(super) key: Option<String>,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it ends in the paragraph's text.
    pub(super) end: usize,
    pub(super) tracked: Tracked,
    pub(super) bold: bool,
    /// The field whose code it belongs to; 0 for none.
    pub(super) code_of: u32,
}

/// What a paragraph is by its own properties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) style: Option<String>,
    /// The list it is an element of; list 0 is none.
    pub(super) list: Option<u32>,
    pub(super) level: Option<usize>,
    pub(super) outline: Option<u8>,
}

impl Paragraph {
    /// Adds words; what is like the words before goes on with them.
    pub(super) fn add(&mut self, words: &str, span: Span) {
        if words.is_empty() {
            return;
        }
        self.text.push_str(words);
        let end = self.text.len();
        match self.spans.last_mut() {
            Some(last) if (Span { end: last.end, ..span }) == *last => last.end = end,
            _ => self.spans.push(Span { end, ..span }),
        }
    }

    /// The stretches with the places they take.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (std::ops::Range<usize>, Span)> {
        let mut from = 0;
        self.spans.iter().map(move |span| {
            let place = from..span.end;
            from = span.end;
            (place, *span)
        })
    }

    /// Its form in one of the two texts.
    pub(super) fn form_in(&self, view: View) -> &Form {
        match (view, &self.former) {
            (View::Before, Some(former)) => former,
            _ => &self.form,
        }
    }
}
