//! What a row asks for: the words now, the words proposed, the action.

use crate::comment::{Action, Column};
use crate::intake::table::Remark;
use crate::intake::table::cited::says_nothing;
use crate::intake::table::fold::folded;
use crate::intake::table::heading::Heading;
use crate::intake::table::kind_words::instruction;
use crate::intake::table::row::Row;
use crate::intake::table::sheet::{Mark, Marked};
use crate::text::squeezed;

/// What is asked for.
#[derive(Debug, Default)]
pub(super) struct Wish {
    pub(super) action: Option<Action>,
    pub(super) quote: Option<String>,
    pub(super) wording: Option<String>,
    pub(super) proposal: Option<String>,
}

impl Wish {
    /// Reads the columns of wording, proposal and action. An instruction that stands in place of wording
    /// is kept in the comment, where there is none.
    pub(super) fn read(
        row: &Row<'_>,
        is_new: bool,
        comment: &mut Option<String>,
        remarks: &mut Vec<Remark>,
    ) -> Wish {
        let mut wish = Wish {
            quote: row.owned(Heading::Of(Column::Quote)),
            wording: row.owned(Heading::Of(Column::Wording)),
            ..Wish::default()
        };
        let mut derived = wish.proposed(row, comment);
        for heading in [Column::Wording, Column::Quote] {
            derived = derived.or(wish.marked_in(row, heading));
        }
        if wish.proposal.is_some() && derived.is_none() {
            let begins = wish.proposal.as_deref().is_some_and(begins_new);
            derived = Some(if is_new || begins { Action::Add } else { Action::Amend });
        }
        let told = row.action(remarks);
        wish.action = told.or(derived).or(comment.is_some().then_some(Action::None));
        wish
    }

    /// The proposal's own cells; gives the action that they make plain.
    fn proposed(&mut self, row: &Row<'_>, comment: &mut Option<String>) -> Option<Action> {
        let columns = row.header.columns_of(Heading::Of(Column::Proposal));
        let filled: Vec<usize> = columns.into_iter().filter(|at| !says_nothing(row.line.own(*at))).collect();
        if let [at] = filled.as_slice()
            && let Some(marked) = &row.line.cells[*at].marked
        {
            return self.marked(marked);
        }
        let texts: Vec<&str> = filled.iter().map(|at| row.line.own(*at)).collect();
        let text = texts.join("\n\n");
        if text.is_empty() || self.wording.as_ref().is_some_and(|now| squeezed(now) == squeezed(&text)) {
            return None;
        }
        if let Some(asked) = instruction(&text) {
            comment.get_or_insert(text);
            return Some(asked);
        }
        self.proposal = Some(text);
        None
    }

    /// Struck and kept words are the words now, kept and inserted ones the proposal.
    fn marked(&mut self, marked: &Marked) -> Option<Action> {
        if marked.is_all(Mark::Struck) {
            self.quote.get_or_insert(marked.before());
            return Some(Action::Delete);
        }
        self.proposal = Some(marked.after());
        if marked.is_all(Mark::Inserted) {
            return Some(if self.quote.is_some() { Action::Amend } else { Action::Add });
        }
        self.quote.get_or_insert(marked.before());
        Some(Action::Amend)
    }

    /// Changes marked in the words as they stand now.
    fn marked_in(&mut self, row: &Row<'_>, column: Column) -> Option<Action> {
        let marked = row.cell(Heading::Of(column))?.0.marked.as_ref()?;
        // A text that is underlined as a whole is a text that is underlined.
        if marked.is_all(Mark::Inserted) {
            return None;
        }
        let before = marked.before();
        match column {
            Column::Wording => self.wording = Some(before.clone()),
            _ => self.quote = Some(before.clone()),
        }
        if self.proposal.is_some() {
            return None;
        }
        self.quote.get_or_insert(before);
        if marked.is_all(Mark::Struck) {
            return Some(Action::Delete);
        }
        self.proposal = Some(marked.after());
        Some(Action::Amend)
    }
}

/// Whether a proposal says of itself that it is a paragraph of its own: `New paragraph: States shall`.
fn begins_new(text: &str) -> bool {
    const NEW: [&str; 21] = [
        "new para ",
        "new paragraph ",
        "add new para",
        "add a new para",
        "insert new para",
        "insert a new para",
        "additional paragraph",
        "nouveau paragraphe ",
        "ajouter un paragraphe",
        "ajouter un nouveau paragraphe",
        "inserer un nouveau paragraphe",
        "nuevo parrafo ",
        "anadir un parrafo",
        "anadir un nuevo parrafo",
        "agregar un nuevo parrafo",
        "новыи пункт ",
        "добавить новыи пункт",
        "فقره جديده ",
        "اضافه فقره",
        "新增段落",
        "新增一段",
    ];
    let begin: String = folded(text).chars().take(60).collect();
    NEW.iter().any(|new| format!("{begin} ").starts_with(new))
}
