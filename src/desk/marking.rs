//! How what changed is to be shown.

/// What of a comparison is wanted, and for which dress.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marking {
    /// Whether unchanged passages are shown too.
    pub all: bool,
    /// Whether the page shows both texts side by side.
    pub side_by_side: bool,
    /// Whether it is to be a text with tracked changes, which costs work that no other dress shows.
    pub tracked: bool,
}
