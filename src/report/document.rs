//! What an answer looks like before it is dressed for a terminal, a page or a file.

use chrono::NaiveDate;

/// An answer as a page: a title, then blocks. Made from a typed report, never the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The page's title.
    pub title: String,
    /// What must be said on every page, such as "illustrative".
    pub notice: Option<String>,
    /// The day for which it holds, where there is one.
    pub day: Option<NaiveDate>,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// What whoever works with the program may do next; shown on a terminal only, since no reader of a page that was
    /// sent on can do it.
    pub next: Vec<String>,
}

impl Document {
    /// The page, with what may be done next.
    pub fn then(mut self, next: impl IntoIterator<Item = String>) -> Document {
        self.next.extend(next);
        self
    }
}

/// One block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the page.
    Heading(Vec<Run>),
    /// A paragraph of prose.
    Prose(Vec<Run>),
    /// A passage of the text under consultation, its name in the margin.
    Passage {
        /// Its name: `[12] D2`.
        margin: Vec<Run>,
        /// Its words; a line feed begins a new block.
        body: Vec<Run>,
        /// Whether it is a list item, set in from its paragraph.
        item: bool,
    },
    /// A table.
    Table(Table),
    /// Points, one under the other.
    List(Vec<Vec<Run>>),
}

/// A table whose cells are runs of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one cell.
pub type Cell = Vec<Run>;

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How its cells may be folded.
    pub fold: Fold,
}

/// How the cells of a column may be folded when the sheet is narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Not at all, where it can be helped: numbers, days, codes.
    Never,
    /// Into a narrow column: names and places.
    Narrow,
    /// As a paragraph, which takes whatever room there is.
    Prose,
}

/// A piece of text in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// What they are.
    pub role: Role,
}

/// What a piece of text is; each format dresses it in its own way, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain text.
    Plain,
    /// Text that matters.
    Strong,
    /// Text that may be skipped.
    Quiet,
    /// Words taken out.
    Struck,
    /// Words put in.
    Inserted,
    /// Good news.
    Good,
    /// Something to look at.
    Warn,
    /// Something wrong.
    Bad,
}

impl Run {
    /// Text in a role.
    pub fn new(role: Role, text: impl Into<String>) -> Run {
        Run { text: text.into(), role }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Run {
        Run::new(Role::Plain, text)
    }

    /// Text that matters.
    pub fn strong(text: impl Into<String>) -> Run {
        Run::new(Role::Strong, text)
    }

    /// Text that may be skipped.
    pub fn quiet(text: impl Into<String>) -> Run {
        Run::new(Role::Quiet, text)
    }
}

impl Table {
    /// A table with these columns; one whose name ends in `*` holds prose, in `~` names that may be folded.
    pub fn new(columns: &[&str]) -> Table {
        let column = |name: &&str| {
            let plain = name.trim_end_matches(['*', '~']).to_owned();
            let fold = match name.chars().next_back() {
                Some('*') => Fold::Prose,
                Some('~') => Fold::Narrow,
                _ => Fold::Never,
            };
            Column { name: plain, fold }
        };
        Table { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a row has as many cells as the table has columns");
        self.rows.push(cells);
    }
}
