//! One run of a redline.

/// One run of a redline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'t> {
    /// Words that stayed.
    Kept(&'t str),
    /// Words taken out.
    Struck(&'t str),
    /// Words put in.
    Inserted(&'t str),
}

impl<'t> Mark<'t> {
    /// The words, whatever became of them.
    pub fn text(&self) -> &'t str {
        match self {
            Mark::Kept(text) | Mark::Struck(text) | Mark::Inserted(text) => text,
        }
    }

    /// Whether the words stand in the text before.
    pub fn stood(&self) -> bool {
        !matches!(self, Mark::Inserted(_))
    }

    /// Whether the words stand in the text after.
    pub fn stands(&self) -> bool {
        !matches!(self, Mark::Struck(_))
    }
}
