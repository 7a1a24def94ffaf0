//! What every answer says of itself: whose consultation, which day, whether it is an example.

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::{Block, Document};

/// The head of every answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct About {
    /// What the consultation is called.
    pub consultation: String,
    /// Whether it is an example, whose wording, delegations and records are invented.
    pub illustrative: bool,
    /// The day for which the answer holds.
    pub as_at: NaiveDate,
}

/// What stands on every page of an example.
const ILLUSTRATIVE: &str = "Illustrative: the wording, the delegations and the records are invented.";

impl About {
    /// A page with this head.
    pub fn page(&self, title: impl Into<String>, blocks: Vec<Block>) -> Document {
        Document {
            title: title.into(),
            notice: self.notice(),
            day: Some(self.as_at),
            blocks,
            next: Vec::new(),
        }
    }

    /// What must be said wherever the answer is shown.
    pub fn notice(&self) -> Option<String> {
        self.illustrative.then(|| ILLUSTRATIVE.to_owned())
    }
}
