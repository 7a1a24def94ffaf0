//! Which columns a matrix has: our own, those of ISO/IEC, those of IPCC.

use std::collections::BTreeSet;

use crate::comment::Column;
use crate::report::matrix::cells;
use crate::report::{Cell, ColumnSet, MatrixRow, Run};

/// One column of a page: its name with the sign that says how it is folded, and what stands in it.
pub(super) struct PageColumn {
    pub(super) name: String,
    pub(super) cell: Box<dyn Fn(&MatrixRow) -> Cell>,
}

fn column(name: &str, cell: impl Fn(&MatrixRow) -> Cell + 'static) -> PageColumn {
    PageColumn { name: name.to_owned(), cell: Box::new(cell) }
}

/// The headings of the ISO/IEC form (2012-03), in its order.
pub(super) const ISO: [&str; 8] = [
    "MB/NC",
    "Line number",
    "Clause/Subclause",
    "Paragraph/Figure/Table",
    "Type of comment (ge/te/ed)",
    "Comments",
    "Proposed change",
    "Observations of the secretariat",
];
/// The headings of the IPCC form for comments of governments, in its order; what it asks for in the comment stands in
/// a column of our own before the last.
pub(super) const IPCC: [&str; 9] = [
    "Government",
    "Chapter",
    "From page",
    "From line",
    "To page",
    "To line",
    "Comment",
    "Proposed wording",
    "Response",
];

impl ColumnSet {
    /// Whose columns these are, in a sentence; nothing is said of our own.
    pub(super) fn statement(self) -> Option<&'static str> {
        match self {
            ColumnSet::Own => None,
            ColumnSet::Iso => Some(
                "Columns of the ISO/IEC form for comments, and the number of each comment before them. The text has no \
                 line numbers; the observations begin with the outcome.",
            ),
            ColumnSet::Ipcc => Some(
                "Columns of the IPCC form for comments of governments; the number before them and the proposed wording \
                 are our own. The text has no pages: under “Chapter” stand the lasting ids of its paragraphs, page 0 is \
                 the whole text. The response begins with the outcome.",
            ),
        }
    }
}

/// The columns of a table on a page; `mixed` rows say of which version they speak.
pub(super) fn of_page(set: ColumnSet, rows: &[MatrixRow], mixed: bool) -> Vec<PageColumn> {
    let number = column("No.", |row| vec![Run::strong(&row.comment.cited_as)]);
    match set {
        ColumnSet::Own => own(number, rows, mixed),
        ColumnSet::Iso | ColumnSet::Ipcc => {
            let mut columns = vec![number];
            columns.extend(of_form(set));
            columns
        }
    }
}

fn own(number: PageColumn, rows: &[MatrixRow], mixed: bool) -> Vec<PageColumn> {
    let next: BTreeSet<&str> = rows.iter().filter_map(|row| row.next_version.as_deref()).collect();
    let several = next.len() > 1;
    let next = match next.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => (*one).to_owned(),
        _ => "Next version".to_owned(),
    };
    vec![
        number,
        column("Delegation~", |row| cells::plain(row.comment.speakers())),
        column("Para.~", move |row| cells::passage(row, mixed)),
        column("Type, action~", |row| cells::plain(row.comment.sort())),
        column("Comment and reason*", cells::said),
        column("Proposed wording*", cells::wording),
        column("Outcome~", cells::outcome),
        column("Response of the co-chairs*", cells::response),
        column(&format!("{next}~"), move |row| cells::next(row, several)),
    ]
}

/// The columns of a form of others, for pages and sheets alike.
pub(super) fn of_form(set: ColumnSet) -> Vec<PageColumn> {
    let together = |row: &MatrixRow| cells::plain(row.reply.together());
    let page = |row: &MatrixRow| cells::plain(if row.comment.paragraph == "all" { "0" } else { "" });
    match set {
        ColumnSet::Own => Vec::new(),
        ColumnSet::Iso => vec![
            column(&format!("{}~", ISO[0]), cells::speakers),
            column(&format!("{}~", ISO[1]), |_| Cell::new()),
            column(&format!("{}~", ISO[2]), |row| cells::plain(cells::clause(row))),
            column(&format!("{}~", ISO[3]), |row| cells::plain(cells::numbers(row))),
            column(&format!("{}~", ISO[4]), cells::lettered),
            column(&format!("{}*", ISO[5]), cells::said_in_full),
            column(&format!("{}*", ISO[6]), cells::change),
            column(&format!("{}*", ISO[7]), together),
        ],
        ColumnSet::Ipcc => vec![
            column(&format!("{}~", IPCC[0]), cells::speakers),
            column(&format!("{}~", IPCC[1]), |row| {
                cells::plain(match row.comment.paragraph.as_str() {
                    "all" => String::new(),
                    "?" => row.comment.cited.clone().unwrap_or_default(),
                    id => id.replace("..", "–"),
                })
            }),
            column(&format!("{}~", IPCC[2]), page),
            column(&format!("{}~", IPCC[3]), page),
            column(&format!("{}~", IPCC[4]), page),
            column(&format!("{}~", IPCC[5]), page),
            column(&format!("{}*", IPCC[6]), cells::said_in_full),
            column(&format!("{}*", IPCC[7]), cells::change),
            column(&format!("{}*", IPCC[8]), together),
        ],
    }
}

/// The heading of one of our own columns, as every reader of tables knows it.
pub(super) fn heading(column: Column) -> &'static str {
    column.names()[0]
}
