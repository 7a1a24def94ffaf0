//! A passage as answers cite it: its number in the version, and its lasting id.

use serde::Serialize;

use crate::draft::ParagraphId;
use crate::report::Run;

/// A passage by both its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Its lasting id.
    pub id: ParagraphId,
    /// Its printed number, `[12]` or `[5](a)`; absent for headings and the title.
    pub number: Option<String>,
}

impl Cited {
    /// `[12] D2`, or the id alone.
    pub fn both(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.id),
            None => self.id.to_string(),
        }
    }

    /// Both names as a margin shows them: the number to be read, the id beside it.
    pub fn margin(&self) -> Vec<Run> {
        match &self.number {
            Some(number) => vec![Run::strong(number), Run::quiet(format!(" {}", self.id))],
            None => vec![Run::quiet(self.id.as_str())],
        }
    }
}

/// Several passages in one cell: `[12] D2, [13] D2bis`; a dash where there are none.
pub fn cited(passages: &[Cited]) -> String {
    if passages.is_empty() {
        return "–".to_owned();
    }
    passages.iter().map(Cited::both).collect::<Vec<_>>().join(", ")
}
