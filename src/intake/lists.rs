//! The lists that are open while a text comes in.

/// The stack of open lists, each with the element that is open in it.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Option<Element>>,
}

/// An element of a list that is still open.
#[derive(Debug, Default)]
struct Element {
    /// The label, until a block takes it.
    label: Option<String>,
    /// The piece that holds the element's text so far.
    piece: Option<usize>,
}

impl Lists {
    pub(super) fn open_list(&mut self) {
        self.open.push(None);
    }

    pub(super) fn close_list(&mut self) {
        self.open.pop();
    }

    /// Opens an element; what stands outside every list opens one.
    pub(super) fn open_element(&mut self, label: Option<String>) {
        if self.open.is_empty() {
            self.open.push(None);
        }
        if let Some(last) = self.open.last_mut() {
            *last = Some(Element { label, piece: None });
        }
    }

    pub(super) fn close_element(&mut self) {
        if let Some(last) = self.open.last_mut() {
            *last = None;
        }
    }

    /// How deep the innermost open element lies, counted from 0.
    pub(super) fn depth(&self) -> Option<usize> {
        let last = self.open.last()?;
        last.as_ref().map(|_| self.open.len() - 1)
    }

    /// The label of the innermost element, given once.
    pub(super) fn take_label(&mut self) -> Option<String> {
        self.open.last_mut()?.as_mut()?.label.take()
    }

    /// The piece that holds the innermost element's text so far.
    pub(super) fn piece(&self) -> Option<usize> {
        self.open.last()?.as_ref()?.piece
    }

    /// Remembers the piece that holds the innermost element's text.
    pub(super) fn hold(&mut self, piece: usize) {
        if let Some(Some(element)) = self.open.last_mut() {
            element.piece = Some(piece);
        }
    }
}
