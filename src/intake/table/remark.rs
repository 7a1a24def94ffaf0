//! What a person should know of the reading of a row, and why a row could not be read.

/// Something in a row that was read, but that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Remark {
    /// A type that is no known one; the row has none.
    UnknownType(String),
    /// An action that is no known one; it was derived.
    UnknownAction(String),
    /// The spreadsheet program had made a date of the place; what was typed cannot be known.
    Date {
        /// The date that stands there.
        found: String,
        /// What it was read as, where that is likely.
        read: Option<String>,
    },
    /// The place is a number with a decimal part: `1.1` may have been typed as `1.10`.
    Decimal(String),
    /// The place is not told in the row.
    NoPlace,
    /// The place is not told in the row, and the row above tells one.
    NoPlaceBelow(String),
    /// The place could not be read.
    UnreadPlace(String),
    /// A place holds for several rows by way of a merged cell.
    MergedPlace,
    /// Who speaks is told above and not in the row.
    DelegationFromAbove(String),
    /// Who speaks is told by a title row, the sheet or the file, and not in the table.
    DelegationFromTitle(String),
    /// Words are struck in the comment; struck words are kept in it.
    StruckComment,
    /// A formula stood in the cell; its last result was read.
    Formula,
    /// The row is hidden in the spreadsheet program.
    Hidden,
}

impl std::fmt::Display for Remark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Remark::UnknownType(word) => write!(f, "`{word}` is no known type of comment"),
            Remark::UnknownAction(word) => write!(f, "`{word}` is no known action"),
            Remark::Date { found, read: Some(read) } => {
                write!(f, "the spreadsheet program made the date `{found}` of the place; read as `{read}`")
            }
            Remark::Date { found, read: None } => {
                write!(f, "the spreadsheet program made the date `{found}` of the place; it cannot be known")
            }
            Remark::Decimal(found) => {
                write!(f, "`{found}` stands there as a decimal number; `{found}0` may have been typed")
            }
            Remark::NoPlace => f.write_str("no place is told"),
            Remark::NoPlaceBelow(above) => write!(f, "no place is told; the row above tells `{above}`"),
            Remark::UnreadPlace(words) => write!(f, "`{words}` could not be read as a place"),
            Remark::MergedPlace => f.write_str("the place stands in a merged cell"),
            Remark::DelegationFromAbove(name) => write!(f, "`{name}` is told above, not in the row"),
            Remark::DelegationFromTitle(name) => write!(f, "`{name}` is told outside the table"),
            Remark::StruckComment => f.write_str("words of the comment are struck; they are kept"),
            Remark::Formula => f.write_str("a cell holds a formula; its last result was read"),
            Remark::Hidden => f.write_str("the row is hidden"),
        }
    }
}

/// Why a row could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It names a place or an author, but asks and says nothing.
    Nothing,
    /// It has text only in columns of no known meaning.
    Unknown(String),
    /// A place is told that cannot be read, and nothing is said about it.
    UnreadPlace(String),
    /// A cell is longer than a comment may be, in characters.
    TooLong(usize),
    /// Quotation marks are broken, so that where its cells end cannot be known.
    BrokenQuotes,
    /// A text with separators has more cells than headings here, so that which is which cannot be known.
    Cells {
        /// How many cells it has.
        found: usize,
        /// How many headings there are.
        expected: usize,
    },
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refusal::Nothing => f.write_str("there is no proposed wording and no comment"),
            Refusal::Unknown(text) => write!(f, "`{text}` stands in a column of no known meaning"),
            Refusal::UnreadPlace(words) => write!(f, "`{words}` is no place, and nothing is said"),
            Refusal::TooLong(long) => write!(f, "a cell has {long} characters"),
            Refusal::BrokenQuotes => f.write_str("a quotation mark is never closed, or stands undoubled"),
            Refusal::Cells { found, expected } => {
                write!(
                    f,
                    "it has {found} cells, the headings are {expected}; a separator may want quotation marks"
                )
            }
        }
    }
}
