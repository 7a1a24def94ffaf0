//! The engine for other programs: JSON lines in, one line out for each, in order.
//!
//! A line that cannot be read gets `{"error": ...}` in its place; nothing stops the batch. Word documents are named as
//! files, and a line comes out for each.

mod align;
mod anchor;
mod docx;
mod redline;

pub use align::align;
pub use anchor::anchor;
pub use docx::docx;
pub use redline::redline;

use serde::{Deserialize, Serialize};

/// A paragraph of the old version.
#[derive(Debug, Deserialize)]
struct Named {
    id: String,
    text: String,
}

/// A paragraph of the new version.
#[derive(Debug, Deserialize)]
struct Text {
    text: String,
}

/// A line's answer as JSON, or what was wrong with the line.
fn answered<T: Serialize>(answer: Result<T, serde_json::Error>) -> String {
    #[derive(Serialize)]
    struct Wrong {
        error: String,
    }
    let line = match answer {
        Ok(answer) => serde_json::to_string(&answer),
        Err(error) => serde_json::to_string(&Wrong { error: error.to_string() }),
    };
    line.expect("texts, numbers and lists can always be written as JSON")
}
